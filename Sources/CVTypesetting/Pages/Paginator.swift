// SPDX-License-Identifier: MIT

/// Cuts rows into pages with the least total cost.
///
/// Total fit over all breaks, as for lines (Plass 1981, "Optimal Pagination Techniques"): nothing
/// that no reader should meet, then the fewest pages, then the best places to break, then the least
/// white at their feet and a last page worth turning to.
struct Paginator {
  /// The height of the text on a page, in points.
  let height: Double
  /// Whether a last page with little on it costs; else it takes what is left.
  var mindsLastPage = true

  /// The index of the first row of each page but the first.
  ///
  /// - Complexity: O(n · m) for n rows and m of them on a page.
  func breaks(in rows: [Row]) -> [Int] {
    guard !rows.isEmpty else { return [] }
    let sums = HeightSums(rows)
    // best[i]: the least cost of pages that hold the rows before i.
    var best: [(cost: Double, start: Int)] = [(0, 0)]
    best.reserveCapacity(rows.count + 1)
    for end in 1...rows.count {
      var found = (cost: Double.infinity, start: end - 1)
      for start in stride(from: end - 1, through: 0, by: -1) {
        let used = sums.height(of: start..<end)
        // A row higher than the page stands alone.
        if isOverfull(used), start < end - 1 { break }
        let cost = best[start].cost + pageCost(used, of: start..<end, rows)
        if cost < found.cost { found = (cost, start) }
      }
      best.append(found)
    }
    var breaks: [Int] = []
    var end = rows.count
    while end > 0 {
      end = best[end].start
      if end > 0 { breaks.append(end) }
    }
    return breaks.reversed()
  }

  /// What a page with some rows costs: its foot, and its white.
  func pageCost(_ used: Double, of page: Range<Int>, _ rows: [Row]) -> Double {
    let white = max(0, 1 - used / height)
    guard page.upperBound == rows.count else {
      return BreakCost.page + BreakCost.white * white + rows[page.upperBound].breakCost
    }
    // The only page is as full as it is.
    guard mindsLastPage, page.lowerBound > 0 else { return BreakCost.page }
    let lack = max(0, 1 - used / (height * BreakCost.fairLastPage))
    return BreakCost.page + BreakCost.emptyLastPage * lack
      + BreakCost.unevenLastPage * white * white
  }

  /// Whether rows of a height do not fit on a page; a hundredth of a point is lost in roundings.
  func isOverfull(_ used: Double) -> Bool { used > height + 0.01 }

  /// The height of rows on one page, with the spaces between them.
  func usedHeight(_ rows: ArraySlice<Row>) -> Double {
    HeightSums(Array(rows)).height(of: 0..<rows.count)
  }
}

/// Heights of stretches of rows by their prefix sums.
private struct HeightSums {
  /// The height of the rows before one, each with the space before it.
  private var sums: [Double] = [0]
  /// The space before each row where it is not the first of a page.
  private var gaps: [Double] = []

  init(_ rows: [Row]) {
    sums.reserveCapacity(rows.count + 1)
    gaps.reserveCapacity(rows.count)
    var sum = 0.0
    var after = 0.0
    for row in rows {
      let gap = max(row.before, after)
      gaps.append(gap)
      sum += gap + row.height
      sums.append(sum)
      after = row.after
    }
  }

  func height(of page: Range<Int>) -> Double {
    guard !page.isEmpty else { return 0 }
    return sums[page.upperBound] - sums[page.lowerBound] - gaps[page.lowerBound]
  }
}
