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
