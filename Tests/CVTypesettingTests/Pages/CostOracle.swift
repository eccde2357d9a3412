// SPDX-License-Identifier: MIT
@testable import CVTypesetting

extension LineBreaker {
  /// The total cost of breaking at some opportunities: the sum that `lines` is to minimise.
  ///
  /// Lines are measured cluster by cluster, and not by the sums that the search uses.
  func cost(
    of chosen: [BreakOpportunity], in shaped: ShapedText, among all: [BreakOpportunity]
  ) -> Double {
    let ends = chosen + [BreakOpportunity(cluster: shaped.clusters.count, penalty: 0)]
    var total = 0.0
    var above: LineTraits?
    for (number, end) in ends.enumerated() {
      let isLast = number == ends.count - 1
      let line = extent(from: number > 0 ? ends[number - 1] : nil, to: end, shaped)
      let first = number > 0 ? ends[number - 1].cluster : 0
      let next = number > 0 ? all.firstIndex(of: ends[number - 1]).map { $0 + 1 } : 0
      let beginsWord = first > 0 && shaped.clusters[first - 1].isSpace
      let place = Place(
        isFirst: number == 0, isLast: isLast,
        isWhole: beginsWord && next == (all.firstIndex(of: end) ?? all.count))
      let traits = LineTraits(
        tightness: tightness(line, place), endsInHyphen: end.hyphen != nil, isLast: isLast)
      total += badness(line, place) + end.penalty + lineCost
      if let above { total += neighbourCost(above, traits) }
      above = traits
    }
    return total
  }

  private func extent(
    from start: BreakOpportunity?, to end: BreakOpportunity, _ shaped: ShapedText
  ) -> LineExtent {
    var first = start?.cluster ?? 0
    var line: [ShapedText.Cluster] = []
    if let hyphen = start?.hyphen {
      line = shaped.hyphens[hyphen].beginning
      first = shaped.hyphens[hyphen].resumption
    }
    let last = end.hyphen.map { shaped.hyphens[$0].interruption } ?? end.cluster
    if first < last { line += shaped.clusters[first..<last] }
    if let hyphen = end.hyphen { line += shaped.hyphens[hyphen].ending }
    while line.last?.isSpace ?? false { line.removeLast() }
    var extent = LineExtent(width: 0, spaces: 0, shrink: 0)
    for cluster in line {
      extent.width += cluster.advance
      if cluster.isWordSpace { extent.spaces += cluster.advance }
      extent.shrink += cluster.shrink
    }
    guard let margins else { return extent }
    if start?.hyphen == nil, let sign = line.first { extent.width -= margins.left(sign) }
    if let sign = line.last { extent.width -= margins.right(sign) }
    extent.width = max(0, extent.width)
    return extent
  }
}

extension Paginator {
  /// The total cost of breaking before some rows; `nil` where a page of several rows overflows.
  ///
  /// Heights are added row by row, and not taken from the sums that the search uses.
  func cost(of breaks: [Int], in rows: [Row]) -> Double? {
    var total = 0.0
    var start = 0
    for (number, end) in (breaks + [rows.count]).enumerated() {
      var used = 0.0
      for index in start..<end {
        if index > start { used += max(rows[index].before, rows[index - 1].after) }
        used += rows[index].height
      }
      guard !isOverfull(used, on: number) || end == start + 1 else { return nil }
      total += pageCost(used, of: start..<end, rows, on: number)
      start = end
    }
    return total
  }
}
