// SPDX-License-Identifier: MIT

/// The number of one file in a `SourceSet`.
public struct FileID: Hashable, Comparable, Sendable {
  public let number: Int

  public init(_ number: Int) { self.number = number }

  public static func < (a: FileID, b: FileID) -> Bool { a.number < b.number }
}

/// One input file as the user's editor shows it: decoded to UTF-8, otherwise untouched.
///
/// Spans and columns count in this text, never in the repaired or shortened text that the
/// parsers see. A byte order mark is not part of it.
public struct SourceFile: Hashable, Sendable {
  /// The name to print: the path as the user gave it, or `<stdin>`.
  public let name: String
  public let text: [UInt8]
  private let lineStarts: [Int]
  /// How many scalars begin before each multiple of `stride`; files of data may be one long line.
  private let scalarsBefore: [Int]
  private static let stride = 1024

  public init(name: String, text: [UInt8]) {
    self.name = name
    self.text = text
    var starts = [0]
    var counts: [Int] = []
    var scalars = 0
    for (offset, byte) in text.enumerated() {
      if offset % Self.stride == 0 { counts.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    }
    lineStarts = starts
    scalarsBefore = counts
  }

  /// The line and column of a byte offset, both from 1; columns count Unicode scalars.
  ///
  /// An offset beyond the end is taken as the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), text.count)
    let line = lineIndex(at: offset)
    let start = lineStarts[line]
    let column =
      offset - start < Self.stride
      ? scalars(in: start..<offset) : scalars(before: offset) - scalars(before: start)
    return SourcePosition(line: line + 1, column: column + 1)
  }

  private func scalars(before offset: Int) -> Int {
    guard !text.isEmpty else { return 0 }
    let block = min(offset / Self.stride, scalarsBefore.count - 1)
    return scalarsBefore[block] + scalars(in: block * Self.stride..<offset)
  }

  private func scalars(in range: Range<Int>) -> Int {
    text[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The text of a line (from 1) without its line end, and the byte offset of its first byte.
  public func line(_ number: Int) -> (text: String, start: Int) {
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : text.count
    if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (String(decoding: text[start..<end], as: UTF8.self), start)
  }

  /// The byte offset of a line and column, both from 0; columns count Unicode scalars.
  ///
  /// A place beyond the line or the file is taken as its end.
  public func offset(line: Int, column: Int) -> Int {
    guard line < lineStarts.count else { return text.count }
    var offset = lineStarts[max(line, 0)]
    var left = column
    while left > 0, offset < text.count, text[offset] != UInt8(ascii: "\n") {
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  private func lineIndex(at offset: Int) -> Int {
    max(lineStarts.partitioningIndex { $0 > offset } - 1, 0)
  }
}

/// A place in a file, both numbers from 1.
public struct SourcePosition: Hashable, Sendable {
  public let line: Int
  /// In Unicode scalars.
  public let column: Int
}
