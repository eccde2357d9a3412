// SPDX-License-Identifier: MIT

/// Cuts what comes from a pipe into lines.
struct LineBuffer {
  /// A line without its end.
  enum Line: Equatable {
    case whole([UInt8])
    /// It has more bytes than it may have; they are dropped.
    case tooLong
  }

  /// The most bytes of a line.
  let limit: Int
  private var bytes: [UInt8] = []
  /// How far `bytes` are known to hold no line end.
  private var scanned = 0
  /// Whether what came last belongs to a line that is too long already.
  private(set) var isSkipping = false

  init(limit: Int) { self.limit = limit }

  mutating func append(_ chunk: ArraySlice<UInt8>) { bytes += chunk }

  /// The next line that is complete.
  mutating func next() -> Line? {
    guard let end = bytes[scanned...].firstIndex(of: 0x0A) else {
      scanned = bytes.count
      if scanned > limit {
        isSkipping = true
        bytes = []
        scanned = 0
      }
      return nil
    }
    let line = Array(bytes[..<end])
    bytes.removeSubrange(...end)
    scanned = 0
    return closed(line)
  }

  /// What follows the last line end, if anything does.
  mutating func rest() -> Line? {
    guard isSkipping || !bytes.isEmpty else { return nil }
    let line = bytes
    bytes = []
    scanned = 0
    return closed(line)
  }

  private mutating func closed(_ line: [UInt8]) -> Line {
    defer { isSkipping = false }
    guard !isSkipping, line.count <= limit else { return .tooLong }
    return .whole(line)
  }
}
