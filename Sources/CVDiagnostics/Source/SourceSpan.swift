// SPDX-License-Identifier: MIT

/// A range of UTF-8 bytes in the decoded text of one file.
public struct SourceSpan: Hashable, Sendable {
  public let file: FileID
  public let range: Range<Int>

  public init(file: FileID, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// The smallest span that holds both; `other` in another file is left out.
  public func union(_ other: SourceSpan) -> SourceSpan {
    guard file == other.file else { return self }
    let low = min(range.lowerBound, other.range.lowerBound)
    let high = max(range.upperBound, other.range.upperBound)
    return SourceSpan(file: file, range: low..<high)
  }
}

/// The files of one compilation, in the order in which they were read.
public struct SourceSet: Hashable, Sendable {
  public private(set) var files: [SourceFile] = []

  public init() {}

  /// Keeps a file and gives the number by which spans name it.
  public mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(files.count - 1)
  }

  public subscript(file: FileID) -> SourceFile { files[file.number] }

  /// The name, line and column where a span begins.
  public func place(of span: SourceSpan) -> SourcePlace {
    let file = self[span.file]
    return SourcePlace(
      file: file.name, position: file.position(at: span.range.lowerBound))
  }

  /// The source text of a span.
  public func text(of span: SourceSpan) -> String {
    let text = self[span.file].text
    return String(decoding: text[span.range.clamped(to: 0..<text.count)], as: UTF8.self)
  }
}

/// A position with the name of its file, as `file:line:col` needs it.
public struct SourcePlace: Hashable, Sendable {
  public let file: String
  public let position: SourcePosition
}
