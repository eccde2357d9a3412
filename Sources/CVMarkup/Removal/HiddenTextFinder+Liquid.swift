// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Templates of Liquid and Hugo, which say nothing where they are not evaluated.
extension HiddenTextFinder {
  mutating func findLiquidTag() {
    guard let tag = LiquidTag(scan, at: index) else {
      index += 2
      return
    }
    let end = liquid.ends[tag.range.lowerBound]
    switch tag.name {
    case "comment":
      hide(.liquid, "Liquid comment", opening: tag.range.count, to: end?.upperBound)
    case "for", "tablerow":
      problems.append(.liquidLoop(tag.range))
      hide(.liquid, to: end?.upperBound ?? tag.range.upperBound)
    case "raw":
      hide(.liquid, to: tag.range.upperBound)
      rawEnd = end?.lowerBound ?? rawEnd
    default: hide(.liquid, to: tag.range.upperBound)
    }
  }

  mutating func findLiquidOutput() {
    guard index >= rawEnd else {
      index += 2
      return
    }
    if rewriteShortcode() { return }
    if let tag = loops.opening[index] {
      problems.append(.liquidLoop(tag))
      hide(.liquid, to: loops.ends[index]?.upperBound ?? tag.upperBound)
      return
    }
    guard index < scan.lastBrace else {
      index += 2
      return
    }
    if let text = LiquidText(scan, at: index) {
      hide(.liquid, text.words.upperBound..<text.range.upperBound)
      hide(.liquid, to: text.words.lowerBound)
      return
    }
    let closings: [(StaticString, StaticString)] = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}")]
    for (open, close) in closings where scan.has(open, at: index) {
      let limit = min(scan.count, index + LiquidTag.longest)
      if let end = scan.find(close, from: index + 2, before: limit) {
        hide(.liquid, to: end + close.utf8CodeUnitCount)
        return
      }
    }
    index += 2
  }
}

/// Words of the page that stand in quotes for a filter: `{{ "I am **Ada**." | markdownify }}`.
struct LiquidText {
  /// From the opening braces to the closing ones.
  let range: Range<Int>
  /// What stands between the quotes.
  let words: Range<Int>

  /// The filters that leave the words as they are.
  private static let filters: Set<String> = ["markdownify", "smartify", "strip"]

  /// - Returns: `nil` for any other output, and for one whose words hold no blank, as addresses.
  init?(_ scan: ByteScan, at offset: Int) {
    let limit = min(scan.count, offset + LiquidTag.longest)
    let skipBlanks = { (from: Int) in
      scan.bytes[min(from, limit)..<limit].firstIndex { !scan.isBlank($0) && $0 != 0x0A } ?? limit
    }
    let open = skipBlanks(offset + 2)
    guard open < limit, "\"'".utf8.contains(scan.bytes[open]),
      let close = scan.bytes[(open + 1)..<limit].firstIndex(of: scan.bytes[open]),
      scan.bytes[open..<close].contains(where: { $0 == 0x20 || $0 == 0x0A })
    else { return nil }
    var index = skipBlanks(close + 1)
    var hasFilter = false
    while scan.has("|", at: index) {
      let start = skipBlanks(index + 1)
      let name = scan.name(at: start)
      guard Self.filters.contains(name) else { return nil }
      hasFilter = true
      index = skipBlanks(start + name.utf8.count)
    }
    guard hasFilter, scan.has("}}", at: index) else { return nil }
    words = open + 1..<close
    range = offset..<index + 2
  }
}
