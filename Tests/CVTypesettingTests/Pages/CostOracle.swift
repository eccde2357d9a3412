// SPDX-License-Identifier: MIT
@testable import CVTypesetting

extension LineBreaker {
  /// The total badness of breaking at some opportunities: the sum that `lines` is to minimise.
  func cost(of chosen: [BreakOpportunity], in shaped: ShapedText) -> Double {
    let ends = chosen + [BreakOpportunity(cluster: shaped.clusters.count, penalty: 0)]
    var start = 0
    var total = 0.0
    for (number, end) in ends.enumerated() {
      var last = end.cluster
      while last > start, shaped.clusters[last - 1].isSpace { last -= 1 }
      let natural = shaped.clusters[start..<last].reduce(0) { $0 + $1.advance }
      total +=
        badness(natural, width, isLast: number == ends.count - 1, number) + end.penalty
        + Self.lineCost
      start = end.cluster
    }
    return total
  }
}

extension Paginator {
  /// The total cost of breaking before some rows; `nil` where a page of several rows overflows.
  func cost(of breaks: [Int], in rows: [Row]) -> Double? {
    var total = 0.0
    var start = 0
    for end in breaks + [rows.count] {
      let used = usedHeight(rows[start..<end])
      guard used <= height + 0.01 || end == start + 1 else { return nil }
      total += pageCost(used, end: end, rows)
      start = end
    }
    return total
  }
}
