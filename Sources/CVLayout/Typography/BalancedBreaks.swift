// SPDX-License-Identifier: MIT

/// Where to break a row of items so that the fewest lines are as equal as can be.
///
/// No item stands alone on the last line where it can have company (typography.md, rule 4).
///
/// - Returns: The index of the first item of each line but the first.
package func balancedBreaks(_ widths: [Double], between: Double, width: Double) -> [Int] {
  // best[i]: for the items before i, the least sum of squares by number of lines.
  var best: [[(cost: Double, previous: Int)?]] = [[(0, 0)]]
  for end in 1...max(widths.count, 1) where !widths.isEmpty {
    var found = [(cost: Double, previous: Int)?](repeating: nil, count: end + 1)
    var line = -between
    for start in stride(from: end - 1, through: 0, by: -1) {
      line += widths[start] + between
      if line > width, start < end - 1 { break }
      for (lines, before) in best[start].enumerated() {
        guard let before else { continue }
        let isAlone = end == widths.count && start == end - 1 && end > 2
        let cost = before.cost + line * line + (isAlone ? width * width : 0)
        if found[lines + 1].map({ cost < $0.cost }) ?? true { found[lines + 1] = (cost, start) }
      }
    }
    best.append(found)
  }
  guard var lines = best[widths.count].firstIndex(where: { $0 != nil }) else { return [] }
  var breaks: [Int] = []
  var end = widths.count
  while lines > 1, let step = best[end][lines] {
    breaks.append(step.previous)
    end = step.previous
    lines -= 1
  }
  return breaks.reversed()
}
