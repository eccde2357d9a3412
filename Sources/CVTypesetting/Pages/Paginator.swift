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
  /// The first pages, where they are lower than the others: columns below a header.
  var opening = Opening()

  /// Some pages at the beginning, and their height in points.
  struct Opening: Hashable {
    var pages = 0
    var height = 0.0
  }

  /// The index of the first row of each page but the first.
  ///
  /// - Complexity: O(n · m) for n rows and m of them on a page; once more for each page of the
  ///   opening.
  func breaks(in rows: [Row]) -> [Int] {
    guard !rows.isEmpty else { return [] }
    let sums = HeightSums(rows)
    // best[i][k]: the least cost of k pages (or the opening's and more) with the rows before i.
    let none = (cost: Double.infinity, start: 0, number: 0)
    var best = [Array(repeating: none, count: opening.pages + 1)]
    best[0][0].cost = 0
    for end in 1...rows.count {
      best.append(Array(repeating: none, count: opening.pages + 1))
      for start in stride(from: end - 1, through: 0, by: -1) {
        let used = sums.height(of: start..<end)
        // A row higher than the page stands alone.
        if isOverfull(used), start < end - 1 { break }
        for number in 0...opening.pages where best[start][number].cost < .infinity {
          if isOverfull(used, on: number), start < end - 1 { continue }
          let cost = best[start][number].cost + pageCost(used, of: start..<end, rows, on: number)
          let next = min(number + 1, opening.pages)
          if cost < best[end][next].cost { best[end][next] = (cost, start, number) }
        }
      }
    }
    return trace(best.map { $0.map { ($0.start, $0.number) } }, from: leastIndex(best[rows.count]))
  }

  private func leastIndex(_ states: [(cost: Double, start: Int, number: Int)]) -> Int {
    states.indices.min { states[$0].cost < states[$1].cost } ?? 0
  }

  private func trace(_ sources: [[(start: Int, number: Int)]], from last: Int) -> [Int] {
    var breaks: [Int] = []
    var (end, number) = (sources.count - 1, last)
    while end > 0 {
      (end, number) = sources[end][number]
      if end > 0 { breaks.append(end) }
    }
    return breaks.reversed()
  }

  /// What a page with some rows costs: its foot, and its white.
  ///
  /// - Parameter number: How many pages are before it, of those of the opening.
  func pageCost(
    _ used: Double, of page: Range<Int>, _ rows: [Row], on number: Int
  ) -> Double {
    let white = max(0, 1 - used / room(on: number))
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
  func isOverfull(_ used: Double, on number: Int = .max) -> Bool {
    used > room(on: number) + 0.01
  }

  private func room(on number: Int) -> Double {
    number < opening.pages ? opening.height : height
  }

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
