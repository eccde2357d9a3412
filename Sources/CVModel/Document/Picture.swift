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

  /// How the stored pixels are shown: mirrored at the vertical axis or not, then turned to the left
  /// by some degrees.
  public var placing: (isMirrored: Bool, degrees: Int) {
    switch orientation {
    case 2: (true, 0)
    case 3: (false, 180)
    case 4: (true, 180)
    case 5: (true, 90)
    case 6: (false, -90)
    case 7: (true, -90)
    case 8: (false, 90)
    default: (false, 0)
    }
  }

  /// The formats of pictures.
  public enum Format: String, Hashable, Sendable {
    case png, jpeg

    /// The end of the names of its files.
    public var suffix: String { self == .png ? "png" : "jpg" }
  }
}
