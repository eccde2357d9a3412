// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
import TestSupport
import Testing

@testable import CVTypesetting

@Suite struct LayoutTests {
  private func pages(_ tree: LayoutTree, shaper: BoxShaper = BoxShaper()) -> TypesetDocument {
    typeset(tree, theme: Fixtures.theme, paper: .a4, shaper: shaper).document
  }

  @Test func setsAnEntryWithItsAside() throws {
    var section = SectionNode(title: Fixtures.text("Work"), kind: .experience)
    section.children = [
      Fixtures.entry(
        "A title that is much too long for one line beside",
        bullets: ["one", "two is long enough to need a second line"]),
      Fixtures.entry("B"),
    ]
    var tree = Fixtures.tree([section])
    tree.header.contacts = [
      "ada@example.org", "Lund", "+46 1", "example.org/ada", "github.com/ada",
    ].map { LayoutText($0, role: .contact) }
    try expectGolden(pages(tree).dump, "entry.layout.txt")
  }

  @Test func readsTheAsideAfterTheWholeTitle() {
    var section = SectionNode(title: nil, kind: .experience)
    section.children = [
      Fixtures.entry("A title that is much too long for one line beside its date")
    ]
    let texts = pages(Fixtures.tree([section], name: nil)).pages[0].items.compactMap {
      item -> String? in
      if case .text(let run) = item.item { return run.text }
      return nil
    }
    #expect(texts.last == " 2020" && texts.count == 3)
  }

  @Test func keepsATitleWithItsFirstTwoEntries() {
    var first = SectionNode(title: Fixtures.text("One"), kind: .awards)
    first.children = (0..<14).map { Fixtures.entry("entry \($0)") }
    var second = SectionNode(title: Fixtures.text("Two"), kind: .experience)
    second.children = (0..<3).map { Fixtures.entry("job \($0)", bullets: ["a", "b"]) }
    let document = pages(Fixtures.tree([first, second], name: nil))
    for page in document.pages {
      let words = page.items.compactMap { item -> String? in
        if case .text(let run) = item.item { return run.text }
        return nil
      }
      if words.contains("Two") { #expect(words.contains("job 0") && words.contains("job 1")) }
    }
    #expect(document.pages.count > 1)
    #expect(document.outline.map(\.title) == ["One", "Two"])
  }

  @Test func numbersPagesFromTheSecond() {
    var section = SectionNode(title: nil, kind: .other)
    section.children = (0..<40).map { Fixtures.entry("e\($0)") }
    let document = pages(Fixtures.tree([section]))
    let footers = document.pages.map { page in
      page.items.contains {
        if case .text(let run) = $0.item { run.text.hasPrefix("Ada ") } else { false }
      }
    }
    #expect(footers.first == false && footers.dropFirst().allSatisfy { $0 } && footers.count > 1)
  }

  @Test func breaksAWordThatNoLineCanHold() {
    var section = SectionNode(title: nil, kind: .other)
    let word = String(repeating: "x", count: 400)
    section.children = [.paragraph(Fixtures.text("one \(word) two"))]
    let typesetting = typeset(
      Fixtures.tree([section], name: nil), theme: Fixtures.theme, paper: .a4,
      shaper: BoxShaper())
    let lines = typesetting.document.pages.flatMap(\.items).compactMap { placed -> String? in
      if case .text(let run) = placed.item { run.text } else { nil }
    }
    #expect(lines.joined().filter { $0 == "x" }.count == 400, "no letter is lost")
    #expect(typesetting.faults == [.brokenWord(word, at: nil)])
  }

  /// A document from right to left is its own picture in a mirror, line by line.
  @Test func mirrorsADocumentFromRightToLeft() throws {
    let section = SectionNode(
      title: Fixtures.text("אבגד"), kind: .experience,
      children: [Fixtures.entry("אבגדה", bullets: ["אבג", "abc"]), Fixtures.entry("אב")])
    var tree = Fixtures.tree([section], name: "אבג")
    let plain = pages(tree).pages[0]
    tree.language = "he"
    let mirrored = pages(tree).pages[0]
    let text = 250.0
    let edges = (left: 10.0, right: Paper.a4.size.width.points - 10 - text)
    for (item, other) in zip(plain.items, mirrored.items) {
      #expect(item.y == other.y)
      let place = other.x.points - edges.right
      switch (item.item, other.item) {
      case (.text(let run), .text(let same)) where run.text == same.text:
        // An aside has its blank before it, on the side of its own direction.
        guard run.text != "•", run.text.contains(where: \.isLetter) else { continue }
        #expect(
          abs(text - (item.x.points - edges.left) - run.width - place) < 0.01, "\(run.text)")
      case (.rule(let rule), .rule):
        #expect(abs(text - (item.x.points - edges.left) - rule.length.points - place) < 0.01)
      default: break
      }
    }
    let bullets = mirrored.items.compactMap { placed -> Double? in
      if case .text(let run) = placed.item, run.text == "•" {
        return placed.x.points
      } else {
        return nil
      }
    }
    #expect(bullets == [edges.right + text - 5, edges.right + text - 5])
  }

  /// Latin lines in a document from right to left begin below each other, beside their bullet.
  @Test func setsAPointAgainstTheDirection() throws {
    let words = Array(repeating: "abcd", count: 20).joined(separator: " ")
    let section = SectionNode(
      title: nil, kind: .experience, children: [Fixtures.entry("אבגדה", bullets: [words])])
    var tree = Fixtures.tree([section], name: "אבג")
    tree.language = "he"
    let lines = pages(tree).pages[0].items.compactMap { placed -> Double? in
      guard case .text(let run) = placed.item, run.text.contains("abcd") else { return nil }
      return placed.x.points
    }
    let edge = Paper.a4.size.width.points - 10
    try #require(lines.count == 3)
    #expect(Set(lines).count == 1)
    // Seven words, 34 boxes; the blank behind them is in the margin.
    #expect(lines[0] == edge - 10 - 170, "the widest line stands at the indent")
  }

  /// A work in Latin letters stands where those in Hebrew begin.
  @Test func setsAWorkAgainstTheDirection() throws {
    var theme = Fixtures.theme
    for kind in theme.entries.keys { theme.entries[kind]?.spacing = .publication }
    let section = SectionNode(
      title: nil, kind: .publications, children: [Fixtures.entry("abcd abcd", aside: "")])
    var tree = Fixtures.tree([section], name: "אבג")
    tree.language = "he"
    let page = typeset(tree, theme: theme, paper: .a4, shaper: BoxShaper()).document.pages[0]
    let ends = page.items.compactMap { placed -> Double? in
      guard case .text(let run) = placed.item, run.text == "abcd abcd" else { return nil }
      return placed.x.points + run.width
    }
    #expect(ends == [Paper.a4.size.width.points - 10])
  }

  @Test func underlinesTheOwnersName() throws {
    var text = LayoutText([LayoutRun(text: "Ada", role: .ownAuthor)])
    text.runs[0].marks = .underline
    text.append(", Bea", role: .author)
    let section = SectionNode(title: nil, kind: .publications, children: [.paragraph(text)])
    let items = pages(Fixtures.tree([section])).pages[0].items
    let name = try #require(
      items.last { if case .text(let run) = $0.item { run.text == "Ada" } else { false } })
    let rule = try #require(
      items.lazy.compactMap { item -> (Placed, RuleItem)? in
        if case .rule(let rule) = item.item { (item, rule) } else { nil }
      }.first)
    #expect(rule.0.x == name.x && rule.1.length == .pt(15) && rule.0.y > name.y)
  }

  @Test func balancesTheHeader() {
    #expect(balancedBreaks([10, 10, 10, 10, 10], between: 2, width: 100) == [])
    #expect(
      balancedBreaks([10, 10, 10, 10, 10], between: 2, width: 47) == [3]
        || balancedBreaks([10, 10, 10, 10, 10], between: 2, width: 47) == [2])
    #expect(
      balancedBreaks([20, 20, 20, 20, 60], between: 2, width: 90) == [3],
      "none alone on the last line, though that would be evener")
    #expect(balancedBreaks([40, 10, 10, 10, 10], between: 0, width: 70) == [1])
    #expect(
      balancedBreaks([90, 20], between: 5, width: 60) == [1],
      "an item wider than the line stands alone")
    #expect(balancedBreaks([], between: 5, width: 60) == [])
  }

  /// No page is overfull, no title stands at a foot, whatever the content.
  @Test(arguments: 0..<40)
  func breaksPagesWell(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let sections = (0..<Int.random(in: 1...6, using: &random)).map { number -> SectionNode in
      var section = SectionNode(title: Fixtures.text("T\(number)"), kind: .experience)
      section.children = (0..<Int.random(in: 1...7, using: &random)).map { index in
        Fixtures.entry(
          "e\(index)", bullets: (0..<Int.random(in: 0...6, using: &random)).map { "b\($0)" })
      }
      return section
    }
    let document = pages(Fixtures.tree(sections, name: nil))
    for page in document.pages {
      let texts = page.items.compactMap { placed -> (y: Double, text: String)? in
        guard case .text(let run) = placed.item, !run.text.contains("/") else { return nil }
        return (placed.y.points, run.text)
      }
      #expect(texts.allSatisfy { $0.y <= 210 }, "a line below the foot of the page")
      let last = texts.max { $0.y < $1.y }
      #expect(last?.text.hasPrefix("T") == false, "a section title at the foot")
    }
  }

  @Test(arguments: 0..<40)
  func findsTheBestPages(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = Fixtures.rows(12, &random)
    let paginator = Paginator(height: 60)
    let best = (0..<(1 << 11)).compactMap { mask in
      paginator.cost(of: (1...11).filter { mask >> ($0 - 1) & 1 == 1 }, in: rows)
    }.min()
    #expect(paginator.cost(of: paginator.breaks(in: rows), in: rows) == best)
  }

  /// What no reader should meet is met only where every way to break has as much of it.
  @Test(arguments: 0..<60)
  func showsNoFaultThatCanBeAvoided(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let costs = [0.0, 120, 260, BreakCost.loneItem, BreakCost.loneLine, BreakCost.strandedTitle]
    let rows = (0..<13).map { _ -> Row in
      var row = Row(height: Double(Int.random(in: 5...12, using: &random)), baseline: 0)
      row.breakCost = costs.randomElement(using: &random) ?? 0
      return row
    }
    let paginator = Paginator(height: 45)
    let faults = { (breaks: [Int]) -> [Int] in
      [BreakCost.strandedTitle, BreakCost.loneLine, BreakCost.loneItem].map { cost in
        breaks.count { rows[$0].breakCost == cost }
      }
    }
    let all = (0..<(1 << 12)).compactMap { mask -> [Int]? in
      let breaks = (1...12).filter { mask >> ($0 - 1) & 1 == 1 }
      return paginator.cost(of: breaks, in: rows) == nil ? nil : faults(breaks)
    }
    let best = all.min { $0.lexicographicallyPrecedes($1) }
    #expect(faults(paginator.breaks(in: rows)) == best)
  }

  @Test func countsTheLargerOfTwoSpacesThatMeet() {
    var rows = [Row(height: 10, baseline: 0), Row(height: 10, baseline: 0)]
    (rows[0].before, rows[0].after, rows[1].before) = (7, 8, 5)
    #expect(Paginator(height: 100).usedHeight(rows[...]) == 28)
    rows[1].before = 9
    #expect(Paginator(height: 100).usedHeight(rows[...]) == 29)
  }

  @Test func fillsALastPageThatHasHardlyAnything() {
    // Ten rows a page; the last row of 21 would stand alone on page three.
    let rows = (0..<21).map { _ -> Row in
      var row = Row(height: 10, baseline: 0)
      row.breakCost = BreakCost.entry
      return row
    }
    let breaks = Paginator(height: 100).breaks(in: rows)
    let plain = Paginator(height: 100, mindsLastPage: false).breaks(in: rows)
    #expect(breaks.count == 2 && plain.count == 2)
    #expect(rows.count - (plain.last ?? 0) == 1 && rows.count - (breaks.last ?? 0) == 2)
  }

  @Test func breaksNoPublicationAndNoHead() {
    let publication = { (number: Int) -> BlockNode in
      var node = EntryNode(kind: "publication")
      let words = (0..<Int(4 + number % 5)).map { "words of publication \(number) \($0)" }
      node.lines = [Fixtures.text(words.joined(separator: " "))]
      return .entry(node)
    }
    var section = SectionNode(title: Fixtures.text("Papers"), kind: .publications)
    section.children = (0..<30).map(publication)
    let document = pages(Fixtures.tree([section], name: nil))
    #expect(document.pages.count > 3)
    let elements = document.pages.map { page in
      Set(
        page.items.compactMap { item -> Int? in
          if case .text(let run) = item.item { run.element } else { nil }
        })
    }
    for (page, next) in zip(elements, elements.dropFirst()) { #expect(page.isDisjoint(with: next)) }
  }
}
