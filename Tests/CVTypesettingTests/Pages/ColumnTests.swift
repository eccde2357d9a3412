// SPDX-License-Identifier: MIT
import CVModel
import TestSupport
import Testing

@testable import CVLayout
@testable import CVTypesetting

@Suite struct ColumnTests {
  private func rows(_ count: Int, height: Double = 10) -> [Row] {
    (0..<count).map { _ in
      var row = Row(height: height, baseline: 0)
      row.breakCost = BreakCost.entry
      return row
    }
  }

  @Test func fillsTheColumnsOfAPageOneByOne() {
    let paginator = ColumnPaginator(height: 50, columns: 2, headerRows: 2)
    #expect(
      paginator.pages(of: rows(12 + 10)) == [
        [2..<5, 5..<8], [8..<13, 13..<18], [18..<20, 20..<22],
      ])
  }

  @Test func balancesTheLastPage() {
    let paginator = ColumnPaginator(height: 100, columns: 3, headerRows: 0)
    #expect(paginator.pages(of: rows(7)) == [[0..<3, 3..<6, 6..<7]])
    var tied = rows(7)
    tied[3].breakCost = BreakCost.strandedTitle
    #expect(paginator.pages(of: tied) == [[0..<2, 2..<5, 5..<7]])
  }

  @Test func keepsOneColumnAsItIs() {
    let paginator = ColumnPaginator(height: 50, columns: 1, headerRows: 2)
    #expect(paginator.pages(of: rows(8)).allSatisfy { $0.count == 1 })
  }

  /// Every way to break is tried; the first columns are lower than the others.
  @Test(arguments: 0..<40)
  func findsTheBestColumns(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = Fixtures.rows(12, &random)
    var paginator = Paginator(height: 60, mindsLastPage: false)
    paginator.opening = .init(pages: Int.random(in: 2...3, using: &random), height: 35)
    let best = (0..<(1 << 11)).compactMap { mask in
      paginator.cost(of: (1...11).filter { mask >> ($0 - 1) & 1 == 1 }, in: rows)
    }.min()
    #expect(paginator.cost(of: paginator.breaks(in: rows), in: rows) == best)
  }

  @Test func setsTheHeaderOverBothColumns() throws {
    var theme = Fixtures.theme
    theme.page.columns = 2
    theme.page.columnGap = .pt(10)
    var section = SectionNode(title: Fixtures.text("Work"), kind: .experience)
    section.children = (0..<6).map { Fixtures.entry("e\($0)") }
    let tree = Fixtures.tree([section])
    let document = typeset(tree, theme: theme, paper: .a4, shaper: BoxShaper()).document
    let page = try #require(document.pages.first)
    var places: [String: Placed] = [:]
    var texts: [String] = []
    for placed in page.items {
      guard case .text(let run) = placed.item, run.text != " " else { continue }
      if places[run.text] == nil { places[run.text] = placed }
      texts.append(run.text)
    }
    let name = try #require(places["Ada"])
    let (first, last) = (try #require(places["e0"]), try #require(places["e5"]))
    #expect(name.x > first.x && name.x < last.x, "in the middle of the page")
    #expect(last.x.points - first.x.points == 130, "half of 240 pt and the gap")
    #expect(last.y > name.y && first.y > name.y)
    #expect(texts.filter { $0.hasPrefix("e") } == (0..<6).map { "e\($0)" }, "in reading order")
    #expect(document.pages.count == 1)
  }
}
