// SPDX-License-Identifier: MIT

/// A picture that documents carry as it is, but for what it says beside its pixels.
public struct Picture: Hashable, Sendable {
  public var format: Format
  /// Pixels as they are stored; `orientation` may turn them.
  public var storedWidth, storedHeight: Int
  /// How the stored picture is to be shown, from 1 (as it is) to 8 (Exif 2.3, tag 274).
  public var orientation: Int
  /// The file without times, places, names of cameras and comments.
  public var bytes: [UInt8]

  public init(
    _ format: Format, storedWidth: Int, storedHeight: Int, orientation: Int = 1, bytes: [UInt8]
  ) {
    self.format = format
    self.storedWidth = storedWidth
    self.storedHeight = storedHeight
    self.orientation = orientation
    self.bytes = bytes
  }

  /// The width as it is shown divided by the height.
  public var aspect: Double {
    let aspect = Double(storedWidth) / Double(storedHeight)
    return isTurned ? 1 / aspect : aspect
  }

  /// Whether it is shown on its side.
  public var isTurned: Bool { orientation >= 5 }

  /// The formats of pictures.
  public enum Format: String, Hashable, Sendable { case png, jpeg }
}
