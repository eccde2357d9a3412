// SPDX-License-Identifier: MIT

/// Cuts rows into pages with the least total cost.
///
/// Total fit over all breaks, as for lines (Plass 1981, "Optimal Pagination Techniques"): the
/// fewest pages, then the best places to break, then the least white at their feet.
struct Paginator {
  /// The height of the text on a page, in points.
  let height: Double

  /// The index of the first row of each page but the first.
  ///
  /// - Complexity: O(n · m) for n rows and m of them on a page.
  func breaks(in rows: [Row]) -> [Int] {
    guard !rows.isEmpty else { return [] }
    // best[i]: the least cost of pages that hold the rows before i.
    var best: [(cost: Double, start: Int)] = [(0, 0)]
    for end in 1...rows.count {
      var found: (cost: Double, start: Int)?
      for start in stride(from: end - 1, through: 0, by: -1) {
        let used = usedHeight(rows[start..<end])
        let isOverfull = used > height + 0.01
        if isOverfull, found != nil || start < end - 1 { break }
        let cost = best[start].cost + pageCost(used, end: end, rows)
        if found.map({ cost < $0.cost }) ?? true { found = (cost, start) }
      }
      best.append(found ?? (best[end - 1].cost, end - 1))
    }
    var breaks: [Int] = []
    var end = rows.count
    while end > 0 {
      end = best[end].start
      if end > 0 { breaks.append(end) }
    }
    return breaks.reversed()
  }

  func pageCost(_ used: Double, end: Int, _ rows: [Row]) -> Double {
    guard end < rows.count else { return BreakCost.page }
    let white = max(0, 1 - used / height)
    return BreakCost.page + BreakCost.white * white + rows[end].breakCost
  }

  func usedHeight(_ rows: ArraySlice<Row>) -> Double {
    var used = 0.0
    var after = 0.0
    for (index, row) in rows.enumerated() {
      if index > 0 { used += max(row.before, after) }
      used += row.height
      after = row.after
    }
    return used
  }
}
