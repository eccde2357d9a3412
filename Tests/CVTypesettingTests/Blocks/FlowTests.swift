// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
import TestSupport
import Testing

@testable import CVTypesetting

/// Where blocks stand on the page, and what parts them.
@Suite struct FlowTests {
  private func items(_ tree: LayoutTree, _ theme: Theme) -> [Placed] {
    typeset(tree, theme: theme, paper: .a4, shaper: BoxShaper()).document.pages.flatMap(\.items)
  }

  /// The places of the first runs of some texts, in points.
  private func place(of text: String, _ items: [Placed]) -> (x: Double, y: Double)? {
    for placed in items {
      if case .text(let run) = placed.item, run.text.hasPrefix(text) {
        return (placed.x.points, placed.y.points)
      }
    }
    return nil
  }

  private func section(_ title: String?, _ children: [BlockNode]) -> SectionNode {
    SectionNode(title: title.map(Fixtures.text), kind: .awards, children: children)
  }

  /// A tinted column stands where there is something in it, and on no page else.
  @Test func leavesOutAnEmptySideColumn() {
    var theme = Fixtures.theme
    theme.page.side = .init(
      width: .pt(100), edges: (left: .pt(10), right: .pt(10)), tint: "ink", start: 0)
    let height = Paper.a4.size.height
    let hasTint = { (tree: LayoutTree) in
      items(tree, theme).contains { placed in
        if case .rule(let rule) = placed.item { rule.width == height } else { false }
      }
    }
    var tree = Fixtures.tree([section("One", [Fixtures.entry("a")])])
    #expect(!hasTint(tree))
    tree.sections[0].isInSide = true
    #expect(hasTint(tree))
    tree.sections[0].isInSide = false
    tree.header.contacts = [LayoutText("ada@example.org", role: .contact)]
    #expect(hasTint(tree))
    let margins = theme.withoutSide().textMargins(on: .a4)
    #expect(margins.right == margins.left)
    #expect(theme.withoutSide().page.bodyWidth == .pt(397))
  }

  /// A column of contacts may be higher than the name beside it.
  @Test func beginsTheTextBelowContactsBesideTheName() throws {
    var theme = Fixtures.theme
    theme.header.contacts.form = .beside
    theme.header.contacts.columns = 1
    var tree = Fixtures.tree([section("One", [Fixtures.entry("a")])])
    tree.header.contacts = (1...8).map { LayoutText("\($0).example.org", role: .contact) }
    let placed = items(tree, theme)
    let (name, last) = (place(of: "Ada", placed), place(of: "8.", placed))
    #expect(try #require(last).y > #require(name).y)
    #expect(try #require(place(of: "One", placed)).y > #require(last).y)
  }

  /// Dates stay on one line where they can; the blanks between them count, too.
  @Test func breaksDatesThatAreWiderThanTheText() {
    let years = stride(from: 2001, to: 2019, by: 2).map(String.init).joined(separator: ", ")
    let tree = Fixtures.tree([
      section("One", [Fixtures.entry("a title that leaves no room for years", aside: years)])
    ])
    let ends = items(tree, Fixtures.theme).compactMap { placed -> Double? in
      guard case .text(let run) = placed.item, run.text.contains("20") else { return nil }
      return placed.x.points + run.width
    }
    #expect(ends.count == 2)
    #expect(ends.allSatisfy { $0 <= 10 + 250 + 5 }, "\(ends)")
  }

  /// Text without a title begins where that of other sections does.
  @Test func keepsUntitledTextOutOfTheColumnOfTitles() throws {
    var theme = Fixtures.theme
    theme.sectionTitle.column = .pt(40)
    theme.sectionTitle.rule = .init(width: .pt(1), offset: .zero, colour: "ink")
    theme.sectionTitle.rule?.gapBelow = 1
    let tree = Fixtures.tree([
      section(nil, [.paragraph(Fixtures.text("opening"))]),
      section("Two", [.paragraph(Fixtures.text("second"))]),
    ])
    let placed = items(tree, theme)
    let (first, second) = (place(of: "opening", placed), place(of: "second", placed))
    #expect(try #require(first).x == #require(second).x)
    let rules = placed.filter { if case .rule = $0.item { true } else { false } }
    #expect(rules.count == 2, "a rule parts it from the header")
  }

  /// Rows with points below them are parted as entries are.
  @Test func partsRowsWithPoints() throws {
    var theme = Fixtures.theme
    theme.entries["position"]?.spacing = .row
    theme.spaces.betweenRows = 0
    theme.spaces.betweenEntries = 1
    let step = theme.grid.step.points
    let distance = { (bullets: [String]) throws -> Double in
      let tree = Fixtures.tree([
        section("One", [Fixtures.entry("aa"), Fixtures.entry("bb", bullets: bullets)])
      ])
      let placed = items(tree, theme)
      return try #require(place(of: "bb", placed)).y - #require(place(of: "aa", placed)).y
    }
    #expect(try distance([]) == step)
    #expect(try distance(["x"]) == 2 * step)
  }

  /// A title with a few lines that lead to a list is not left at the foot without the list.
  @Test func keepsAShortLeadWithItsList() {
    let text = BlockNode.paragraph(Fixtures.text("lead"))
    func needs(_ lead: Int, _ block: BlockNode, isTitled: Bool = true) -> Bool {
      var opening = SectionOpening(isTitled: isTitled)
      for _ in 0..<lead { _ = opening.needs(text, of: 1) }
      return opening.needs(block, of: 3)
    }
    let group = BlockNode.groupTitle(Fixtures.text("group"))
    #expect(needs(3, group) && needs(3, Fixtures.entry("aa")) && needs(1, group))
    #expect(!needs(4, group) && !needs(4, Fixtures.entry("aa")))
    #expect(!needs(0, group) && !needs(3, group, isTitled: false) && !needs(3, text))
  }

  private func row(_ label: String, _ text: String, aside: String? = nil) -> BlockNode {
    var node = EntryNode(kind: "skill")
    node.label = label.isEmpty ? nil : Fixtures.text(label)
    node.lines = [Fixtures.text(text)]
    node.aside = aside.map(Fixtures.text)
    return .entry(node)
  }

  /// All labels of a section stand in one column, which is as wide as they want, in reason.
  @Test(arguments: [
    ("bbbb", 50.0), ("bbbbbbbbbb", 58), ("bbbbbbbb cccccccccccc", 62.5),
  ])
  func widensTheColumnOfLabels(label: String, width: Double) throws {
    var theme = Fixtures.theme
    theme.entries["skill"] = EntryDesign(
      lines: [LineTemplate("{text}")], label: LineTemplate("{title}"), labelWidth: .pt(50))
    let tree = Fixtures.tree([section("One", [row("aa", "one"), row(label, "two")])])
    let placed = items(tree, theme)
    #expect(try #require(place(of: "one", placed)).x == 10 + width)
    #expect(try #require(place(of: "two", placed)).x == 10 + width)
  }

  /// Words that leave no room for a title begin beside it all the same, where it is short.
  @Test func breaksWordsBesideAShortLine() throws {
    let words = ["x", "y"].map { String(repeating: $0, count: 20) }
    let tree = Fixtures.tree([
      section("One", [row("", "a title of words", aside: words.joined(separator: " "))])
    ])
    let placed = items(tree, Fixtures.theme)
    let title = try #require(place(of: "a title", placed))
    // The blank between the title and its aside is drawn with the aside.
    let (first, second) = (place(of: " xxx", placed), place(of: "yyy", placed))
    #expect(try #require(first).x == 10 + 250 - 105 && #require(first).y == title.y)
    #expect(try #require(second).x == 10 + 250 - 100 && #require(second).y == title.y + 10)
  }

  /// The last short entry of a section has company on its page.
  @Test(arguments: 12..<20)
  func bringsAnEntryDownToTheLast(count: Int) throws {
    var theme = Fixtures.theme
    theme.spaces.betweenEntries = 0
    let entries = (1...count).map { Fixtures.entry("entry \($0)") }
    let tree = Fixtures.tree([section("One", entries)])
    let pages = typeset(tree, theme: theme, paper: .a4, shaper: BoxShaper()).document.pages
    let last = pages[pages.count - 1].items.count { placed in
      if case .text(let run) = placed.item { run.text.hasPrefix("entry") } else { false }
    }
    #expect(last > 1)
  }

  /// An address that nearly fits a narrow column is set smaller, and all contacts with it.
  @Test(arguments: [(17, 10.0), (20, 9.0), (24, 10.0)])
  func setsContactsSmallerThatNearlyFit(characters: Int, size: Double) throws {
    var theme = Fixtures.theme
    theme.page.side = .init(
      width: .pt(110), edges: (left: .pt(10), right: .pt(10)), tint: "ink", start: 0)
    theme.header.contacts.form = .side
    theme.styles["contacts"] = TextStyle(size: .pt(10))
    var tree = Fixtures.tree([section("One", [Fixtures.entry("a")])])
    let name = String(repeating: "a", count: characters - 12)
    tree.header.contacts = [
      LayoutText("Cork", role: .contact), LayoutText(name + "@example.org", role: .contact),
    ]
    let sizes = items(tree, theme).compactMap { placed -> Double? in
      guard case .text(let run) = placed.item, run.text == "Cork" else { return nil }
      return run.font.size.points
    }
    #expect(try abs(#require(sizes.first) - size) < 0.01)
  }

  /// A label that is a little wider than its column reaches into the margin.
  @Test(arguments: [("xxxx yyyyyy", 1), ("xxxxx yyyyyy", 2)])
  func letsALabelReachIntoTheMargin(label: String, rows: Int) throws {
    var theme = Fixtures.theme
    theme.page.labelColumn = Theme.LabelColumn(width: .pt(50), gap: .pt(10))
    theme.entries["skill"] = EntryDesign(
      lines: [LineTemplate("{text}")], label: LineTemplate("{title}"))
    let placed = items(Fixtures.tree([section("One", [row(label, "one")])]), theme)
    let places = [place(of: "x", placed), place(of: "y", placed)].compactMap { $0?.y }
    #expect(Set(places).count == rows)
  }

  /// Contacts in columns leave none alone in the last row where one more column does.
  @Test(arguments: [(5, 3), (4, 2), (6, 3), (3, 3)])
  func choosesAsManyColumnsOfContactsAsLeaveNoneAlone(count: Int, first: Int) throws {
    var theme = Fixtures.theme
    theme.header.contacts.form = .grid
    theme.header.contacts.columns = count == 6 ? 3 : 2
    var tree = Fixtures.tree([section("One", [Fixtures.entry("a")])])
    tree.header.contacts = (1...count).map { LayoutText("contact \($0)", role: .contact) }
    let contacts = items(tree, theme).filter { placed in
      if case .text(let run) = placed.item { run.text.hasPrefix("contact") } else { false }
    }
    let top = try #require(contacts.first).y
    #expect(contacts.count { $0.y == top } == first)
  }
}
