// SPDX-License-Identifier: MIT

/// kramdown's `{: .class}` and `{#id}`, pandoc's `{.class #id}`, MkDocs's `{ .class }`, Hugo's
/// `{style="…"}`, and `{tags: …}` of cvgen's own.
enum KramdownAttributes {
  /// The offset behind an attribute list that begins at an offset, or `nil`.
  static func end(in scan: ByteScan, at offset: Int) -> Int? {
    let list = AttributeList(scan, at: offset)
    let limit = min(scan.count, offset + AttributeList.longest)
    guard
      let end = list?.range.upperBound
        ?? scan.find("}", from: offset, before: limit).map({ $0 + 1 }),
      !scan.bytes[offset..<end].contains(0x0A)
    else { return nil }
    if scan.has("{:", at: offset) { return end }
    if let list, !list.hasWords, !list.isEmpty, isBehindWords(scan, list) { return end }
    let sign = scan.skipBlanks(from: offset + 1)
    let marks = scan.has("#", at: sign) || scan.has(".", at: sign)
    let isList = marks && end > sign + 2 && scan.isLetter(scan.bytes[sign + 1])
    let name = scan.name(at: sign)
    let behind = sign + name.utf8.count
    let isAttribute = !name.isEmpty && (scan.has("=\"", at: behind) || scan.has("='", at: behind))
    guard isList || isAttribute || list?.style != nil || isTagList(scan, at: offset) else {
      return nil
    }
    let rest = scan.skipBlanks(from: end)
    let endsCell =
      rest < scan.count && scan.bytes[rest] == UInt8(ascii: "|") && list?.mayHide == true
    return rest == scan.count || scan.bytes[rest] == 0x0A || endsCell ? end : nil
  }

  /// Whether a link, words in brackets or code stand right before a list; behind code, the values
  /// of a list have quotes: `` `f`{n=2} `` is a formula.
  private static func isBehindWords(_ scan: ByteScan, _ list: AttributeList) -> Bool {
    let start = list.range.lowerBound
    guard start > 0 else { return false }
    switch scan.bytes[start - 1] {
    case UInt8(ascii: "]"): return true
    case UInt8(ascii: "`"):
      return !list.names.isEmpty || scan.bytes[list.range].contains { "\"'".utf8.contains($0) }
    case UInt8(ascii: ")"): return endsLink(scan, start - 1)
    default: return false
    }
  }

  /// Whether the bracket at an offset ends the address of a link: `[words](address)`.
  private static func endsLink(_ scan: ByteScan, _ offset: Int) -> Bool {
    var (index, depth) = (offset, 0)
    while index > max(0, offset - longestAddress), scan.bytes[index] != 0x0A {
      if scan.bytes[index] == UInt8(ascii: ")") { depth += 1 }
      if scan.bytes[index] == UInt8(ascii: "(") { depth -= 1 }
      if depth == 0 { return scan.bytes[index - 1] == UInt8(ascii: "]") }
      index -= 1
    }
    return false
  }

  /// The most bytes of the address of a link that has an attribute list.
  private static let longestAddress = 2_048

  /// The point above `{:toc}` in a line of its own, which the table of contents replaces.
  static func replacedItem(in scan: ByteScan, at offset: Int) -> Range<Int>? {
    guard scan.has("{:toc", at: offset), scan.beginsLine(offset),
      case let line = scan.lineStart(of: offset), line > 0
    else { return nil }
    let item = scan.lineStart(of: line - 1)..<line - 1
    let sign = scan.skipBlanks(from: item.lowerBound)
    guard let marker = ListMarker(scan, at: sign, lineEnd: item.upperBound),
      !scan.isBlank(marker.end..<item.upperBound),
      line == offset || offset - line > sign - item.lowerBound
    else { return nil }
    return item
  }

  /// `{tags="a b"}`, `{tags: a, b}`.
  private static func isTagList(_ scan: ByteScan, at offset: Int) -> Bool {
    guard scan.has("{tags", at: offset) else { return false }
    let sign = scan.skipBlanks(from: offset + 5)
    return scan.has("=", at: sign) || scan.has(":", at: sign)
  }
}
