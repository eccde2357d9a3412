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
    if let list, !list.hasWords, !list.isEmpty, isBehindWords(scan, offset) { return end }
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

  /// Whether a link, words in brackets or code stand right before an offset.
  private static func isBehindWords(_ scan: ByteScan, _ offset: Int) -> Bool {
    offset > 0 && ")]`".utf8.contains(scan.bytes[offset - 1])
  }

  /// The point above `{:toc}` in a line of its own, which the table of contents replaces.
  static func replacedItem(in scan: ByteScan, at offset: Int) -> Range<Int>? {
    guard scan.has("{:toc", at: offset), case let line = scan.lineStart(of: offset), line > 0,
      scan.isBlank(line..<offset)
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
