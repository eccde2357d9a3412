// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVModel

/// Tags of an attribute list, with the line that has them.
///
/// `{: tags="a b"}` is kramdown's form, `{tags="a b"}` pandoc's, and `{tags: a, b}` means the same.
package struct TagMark: Hashable, Sendable {
  package var tags: [String]
  /// Where the list stands.
  package var span: SourceSpan?
  /// The line whose words have the tags: that of the list, else the one above it, else below.
  package var line: SourceSpan?
}

/// The tags of an attribute list on their way to the source.
struct TagList {
  let range: Range<Int>
  let tags: [String]

  /// - Parameter range: An attribute list with its braces.
  init?(_ scan: ByteScan, in range: Range<Int>) {
    guard let value = Self.value(scan, in: range) else { return nil }
    self.range = range
    tags = Tags.words(in: scan.string(value))
    if tags.isEmpty { return nil }
  }

  private static func value(_ scan: ByteScan, in range: Range<Int>) -> Range<Int>? {
    let end = range.upperBound - 1
    var index = range.lowerBound + 1
    if scan.has(":", at: index) { index += 1 }
    let first = scan.skipBlanks(from: index)
    while let key = scan.find("tags", from: index, before: end) {
      index = key + 4
      guard key == first || scan.isBlank(scan.bytes[key - 1]) else { continue }
      let sign = scan.skipBlanks(from: index)
      if scan.has("=", at: sign) { return quoted(scan, from: scan.skipBlanks(from: sign + 1), end) }
      // YAML's form has the whole list to itself.
      if scan.has(":", at: sign), key == first { return sign + 1..<end }
    }
    return nil
  }

  /// What stands in quotes, or without any up to a blank.
  private static func quoted(_ scan: ByteScan, from start: Int, _ limit: Int) -> Range<Int>? {
    guard start < limit else { return nil }
    let quote = scan.bytes[start]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let from = isQuoted ? start + 1 : start
    let end = scan.bytes[from..<limit].firstIndex { isQuoted ? $0 == quote : scan.isBlank($0) }
    return from..<(end ?? limit)
  }

  /// The tags with their places in the source.
  func mark(in text: EditedText, _ scan: ByteScan) -> TagMark {
    TagMark(
      tags: tags, span: text.span(of: range),
      line: text.span(of: line(scan)))
  }

  /// The line whose words have the tags.
  private func line(_ scan: ByteScan) -> Range<Int> {
    let own = scan.lineStart(of: range.lowerBound)..<scan.lineEnd(from: range.upperBound)
    let isAlone =
      scan.isBlank(own.lowerBound..<range.lowerBound)
      && scan.isBlank(range.upperBound..<own.upperBound)
    guard isAlone else { return own }
    var above = own
    for _ in 0..<Self.mostLists where above.lowerBound > 0 {
      let end = above.lowerBound - 1
      above = scan.lineStart(of: end)..<end
      let start = scan.skipBlanks(from: above.lowerBound)
      if scan.has("{", at: start), scan.has("}", at: above.upperBound - 1) { continue }
      if scan.isBlank(above) { break }
      return above
    }
    let start = min(own.upperBound + 1, scan.count)
    return start..<scan.lineEnd(from: start)
  }

  /// More attribute lists do not stand one below the other.
  private static let mostLists = 4
}
