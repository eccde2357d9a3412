// SPDX-License-Identifier: MIT

/// A shortcode of Hugo: `{{% name key="value" %}}`, `{{< /name >}}`.
struct Shortcode {
  var name: String
  var range: Range<Int>
  var isClosing: Bool
  var isSelfClosing: Bool

  init?(_ scan: ByteScan, at offset: Int) {
    guard offset < scan.lastBrace else { return nil }
    let isPercent = scan.has("{{%", at: offset)
    guard isPercent || scan.has("{{<", at: offset) else { return nil }
    let limit = min(scan.count, offset + LiquidTag.longest)
    let end = scan.find(isPercent ? "%}}" : ">}}", from: offset + 3, before: limit)
    guard let end else { return nil }
    range = offset..<end + 3
    var start = scan.skipBlanks(from: offset + 3)
    isClosing = start < end && scan.bytes[start] == UInt8(ascii: "/")
    if isClosing { start = scan.skipBlanks(from: start + 1) }
    name = start < end ? scan.name(at: start) : ""
    var last = end
    while last > start, scan.isBlank(scan.bytes[last - 1]) { last -= 1 }
    isSelfClosing = last > start && scan.bytes[last - 1] == UInt8(ascii: "/") && !isClosing
  }
}

/// The shortcodes of a page that are closed by another.
struct PairedShortcodes {
  /// The offsets of those that open and of those that close.
  private(set) var opening: Set<Int> = []
  private(set) var closing: [Int: Int] = [:]

  init(_ scan: ByteScan) {
    var open: [String: [Int]] = [:]
    var index = 0
    while let next = scan.find("{{", from: index) {
      index = next + 2
      guard let code = Shortcode(scan, at: next), !code.name.isEmpty else { continue }
      index = code.range.upperBound
      if code.isClosing {
        guard let start = open[code.name]?.popLast() else { continue }
        opening.insert(start)
        closing[next] = start
      } else if !code.isSelfClosing {
        open[code.name, default: []].append(next)
      }
    }
  }

  /// Where the shortcode ends that opens the next badge of a row, behind the end of one.
  ///
  /// `{{< badge >}}Rust{{< /badge >}} {{< badge >}}Go{{< /badge >}}`: blanks alone stand between
  /// the two, or the end of a line, and they name nothing but their words.
  func nextBadge(behind code: Shortcode, _ scan: ByteScan) -> Int? {
    guard code.isClosing, Self.badges.contains(code.name),
      closing[code.range.lowerBound] != nil
    else { return nil }
    var start = scan.skipBlanks(from: code.range.upperBound)
    if start < scan.count, scan.bytes[start] == 0x0A { start = scan.skipBlanks(from: start + 1) }
    guard opening.contains(start), let next = Shortcode(scan, at: start), next.name == code.name,
      EntryAttributes(scan, in: next.range).pairs.isEmpty
    else { return nil }
    return next.range.upperBound
  }

  private static let badges: Set<String> = ["badge", "tag", "chip", "pill", "keyword"]
}
