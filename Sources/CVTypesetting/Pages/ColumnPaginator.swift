// SPDX-License-Identifier: MIT

/// Cuts rows into pages of some columns each, below a header over all of them.
///
/// A column is to the paginator what a page is, so that no column begins or ends as no page may;
/// those of the first page are lower. The columns of the last page end as evenly as can be.
struct ColumnPaginator {
  /// The height of the text on a page, in points.
  let height: Double
  let columns: Int
  /// How many rows stand above the columns of the first page.
  let headerRows: Int

  /// The rows of each column of each page.
  func pages(of rows: [Row]) -> [[Range<Int>]] {
    guard columns > 1, headerRows < rows.count else {
      return ranges(Paginator(height: height).breaks(in: rows), of: 0..<rows.count).map { [$0] }
    }
    var paginator = Paginator(height: height, mindsLastPage: false)
    paginator.opening = .init(pages: columns, height: height - top(of: rows))
    let body = Array(rows[headerRows...])
    let all = ranges(
      paginator.breaks(in: body).map { $0 + headerRows }, of: headerRows..<rows.count)
    var pages = stride(from: 0, to: all.count, by: columns).map { start in
      Array(all[start..<min(start + columns, all.count)])
    }
    balance(&pages[pages.count - 1], rows, room: pages.count == 1 ? height - top(of: rows) : height)
    return pages
  }

  /// How far below the top of the text the columns of the first page begin, in points.
  func top(of rows: [Row]) -> Double {
    guard columns > 1, headerRows > 0 else { return 0 }
    let header = Paginator(height: height).usedHeight(rows[..<headerRows])
    return header + rows[headerRows - 1].after
  }

  private func ranges(_ breaks: [Int], of rows: Range<Int>) -> [Range<Int>] {
    zip([rows.lowerBound] + breaks, breaks + [rows.upperBound]).map { $0..<$1 }
  }

  /// Makes the columns of the last page as low as its rows and the rules for breaks allow.
  private func balance(_ page: inout [Range<Int>], _ rows: [Row], room: Double) {
    guard let start = page.first?.lowerBound else { return }
    let body = Array(rows[start...])
    let least = Paginator(height: room).usedHeight(body[...]) / Double(columns)
    let highest = body.map(\.height).max() ?? 0
    for height in stride(from: max(least, highest), through: room, by: Self.balanceStep) {
      let breaks = Paginator(height: height, mindsLastPage: false).breaks(in: body)
      guard breaks.count < columns,
        breaks.allSatisfy({ body[$0].breakCost < BreakCost.loneItem })
      else { continue }
      page = ranges(breaks.map { $0 + start }, of: start..<rows.count)
      return
    }
  }

  /// In points; finer than any row, and coarse enough for a short search.
  private static let balanceStep = 3.0
}
