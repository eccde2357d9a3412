// SPDX-License-Identifier: MIT

/// kramdown's `{: .class}` and `{#id}`, pandoc's `{.class #id}`, MkDocs's `{ .class }`, Hugo's
/// `{style="…"}`, and `{tags: …}` of cvgen's own.
enum KramdownAttributes {
  /// The most bytes of one attribute list.
  private static let longest = 512

  /// The offset behind an attribute list that begins at an offset, or `nil`.
  static func end(in scan: ByteScan, at offset: Int) -> Int? {
    let limit = min(scan.count, offset + longest)
    guard let close = scan.find("}", from: offset, before: limit),
      !scan.bytes[offset..<close].contains(0x0A)
    else { return nil }
    if scan.has("{:", at: offset) || isOfLink(scan, offset, close) { return close + 1 }
    let sign = scan.skipBlanks(from: offset + 1)
    let marks = scan.has("#", at: sign) || scan.has(".", at: sign)
    let isList = marks && close > sign + 1 && scan.isLetter(scan.bytes[sign + 1])
    let name = scan.name(at: offset + 1)
    let isAttribute = !name.isEmpty && scan.has("=\"", at: offset + 1 + name.utf8.count)
    guard isList || isAttribute || isTagList(scan, at: offset) else { return nil }
    let rest = scan.skipBlanks(from: close + 1)
    return rest == scan.count || scan.bytes[rest] == 0x0A ? close + 1 : nil
  }

  /// The point above `{:toc}` in a line of its own, which the table of contents replaces.
  static func replacedItem(in scan: ByteScan, at offset: Int) -> Range<Int>? {
    guard scan.has("{:toc", at: offset), offset > 1, scan.bytes[offset - 1] == 0x0A else {
      return nil
    }
    let end = offset - 1
    let start = scan.bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = scan.bytes[start..<end]
    let number = line.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let sign = number.endIndex
    guard sign + 1 < end, scan.bytes[sign + 1] == 0x20,
      number.isEmpty ? "*-+".utf8.contains(scan.bytes[sign]) : scan.bytes[sign] == 0x2E,
      !line.contains(where: { "{}<>`[]$=\\".utf8.contains($0) })
    else { return nil }
    return start..<end
  }

  /// `![alt](x.jpg){ width=200px }`: names and values in pandoc's form, right behind a link.
  private static func isOfLink(_ scan: ByteScan, _ offset: Int, _ close: Int) -> Bool {
    guard offset > 0, ")]".utf8.contains(scan.bytes[offset - 1]) else { return false }
    let words = scan.bytes[offset + 1..<close].split(separator: 0x20)
    return !words.isEmpty
      && words.allSatisfy { word in
        guard let first = word.first, let sign = word.firstIndex(of: UInt8(ascii: "=")) else {
          return ".#".utf8.contains(word.first ?? 0) && word.count > 1
        }
        return scan.isLetter(first) && sign + 1 < word.endIndex
      }
  }

  /// `{tags="a b"}`, `{tags: a, b}`.
  private static func isTagList(_ scan: ByteScan, at offset: Int) -> Bool {
    guard scan.has("{tags", at: offset) else { return false }
    let sign = scan.skipBlanks(from: offset + 5)
    return scan.has("=", at: sign) || scan.has(":", at: sign)
  }
}
