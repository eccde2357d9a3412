// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
import TestSupport
import Testing

@testable import CVTypesetting

@Suite struct PageBudgetTests {
  /// The boxes of the fixtures with floors: a page holds 20 lines as designed.
  private static let theme: Theme = {
    var theme = Fixtures.theme
    theme.spaces.beforeSection = 2
    // The page of the fixtures has wide margins at two sides, which are to stay.
    let (edge, wide) = (Length.pt(5), Length.pt(1000))
    theme.floors = .init(
      spaces: (beforeSection: 1, betweenEntries: 0.25, betweenPublications: 0.1),
      margins: (top: edge, bottom: wide, side: wide), step: .pt(9), bodySize: .pt(9.5))
    return theme
  }()

  /// Sections of one-line entries, each with its year.
  private func tree(_ counts: [Int]) -> LayoutTree {
    let kinds: [SectionKind] = [.experience, .awards, .talks]
    return Fixtures.tree(
      counts.enumerated().map { number, count in
        var section = SectionNode(title: Fixtures.text("T\(number)"), kind: kinds[number])
        section.importance = kinds[number].importance(after: [])
        section.children = (0..<count).map { index in
          guard case .entry(var entry) = Fixtures.entry("\(kinds[number]) \(index)") else {
            return Fixtures.entry("")
          }
          entry.latest = PartialDate(2020 - index)
          return .entry(entry)
        }
        return section
      }, name: nil)
  }

  private func set(_ counts: [Int], pages: Int, mayDrop: Bool = false) throws -> Typesetting {
    typeset(
      tree(counts), theme: Self.theme, paper: .a4,
      budget: PageBudget(pages: pages, mayDrop: mayDrop), shaper: BoxShaper())
  }

  @Test func leavesTheDesignWhereItFits() throws {
    let report = try #require(set([3], pages: 1).budget)
    #expect(report.pages == 1 && report.steps.isEmpty && report.dropped.isEmpty)
  }

  @Test func takesTheFirstStepsOfTheLadder() throws {
    let typesetting = try set([13], pages: 1)
    let report = try #require(typesetting.budget)
    #expect(report.pagesAsDesigned == 2 && report.pages == 1)
    #expect(typesetting.document.pages.count == 1)
    let saving = report.steps.first { $0.saved > 0 }
    #expect(saving?.step == .betweenEntries, "no section stands above the only one")
  }

  @Test func goesNoFurtherThanItMust() throws {
    let trees = (8...30).map { tree([$0 / 2, $0 / 3, $0 / 6]) }
    for tree in trees {
      let search = BudgetSearch(budget: PageBudget(pages: 1), theme: Self.theme) { tree, theme in
        let typesetting = typeset(tree, theme: theme, paper: .a4, shaper: BoxShaper())
        return .init(height: 0, room: 0, pages: typesetting.document.pages.count)
      }
      guard let place = search.leastPlace(for: tree), place > .design else { continue }
      let before = Self.theme.tightened(to: LadderPlace(parts: place.parts - 1))
      #expect(search.measure(tree, before).pages > 1)
    }
  }

  @Test func namesWhatWouldHaveToGo() throws {
    let report = try #require(set([10, 10, 10], pages: 1).budget)
    #expect(report.pages > 1 && report.dropped.isEmpty)
    #expect(report.excess.contains("talks 9") && report.excess.contains("experience 9"))
    #expect(!report.excess.contains("experience 0"))
    #expect(report.counts.reduce(0) { $0 + $1.entries } == report.excess.count)
    #expect(report.counts.contains { $0.section == "T2" && $0.entries == 10 })
  }

  @Test func dropsTheLeastImportantAndOldest() throws {
    let typesetting = try set([10, 10, 10], pages: 1, mayDrop: true)
    let report = try #require(typesetting.budget)
    #expect(typesetting.document.pages.count == 1 && report.pages == 1)
    #expect(report.excess.isEmpty)
    let count = { (kind: String) in report.dropped.count { $0.hasPrefix(kind) } }
    #expect(count("talks") == 10 && count("experience") == 6 && (1...5).contains(count("awards")))
    #expect(report.dropped.contains("awards 9") && !report.dropped.contains("awards 0"))
  }

  @Test func sparesWhatAShortCVShows() {
    var document = tree([6, 7, 5])
    document.sections[2].kind = .interests
    document.sections[2].importance = SectionKind.interests.importance(after: [])
    let names = document.dropCandidates.map(\.title)
    #expect(names.prefix(5).allSatisfy { $0.hasPrefix("talks") }, "interests go first")
    #expect(
      names.dropFirst(5).prefix(5) == [
        "experience 5", "experience 4", "awards 6", "awards 5", "awards 4",
      ])
    #expect(names.last == "experience 0")
  }

  @Test func takesPointsBelowDegreesFirst() {
    var document = tree([6, 1])
    document.sections[1].kind = .education
    document.sections[1].importance = SectionKind.education.importance(after: [])
    document.sections[1].children = [Fixtures.entry("degree", bullets: ["thesis", "minor"])]
    let candidates = document.dropCandidates
    #expect(candidates.prefix(3).map(\.title) == ["minor", "thesis", "experience 5"])
    #expect(
      document.leavingOut([candidates[0]]).sections[1].children
        == [Fixtures.entry("degree", bullets: ["thesis"])])
    #expect(
      document.leavingOut(Array(candidates.prefix(2))).sections[1].children
        == [Fixtures.entry("degree")])

    document.sections[1].importance = SectionKind.education.importance(after: [.education])
    #expect(document.dropCandidates.map(\.title).last == "degree")
    #expect(!document.dropCandidates.map(\.title).contains("minor"))
  }

  @Test func sparesSelectedWorks() {
    var document = tree([7])
    document.sections[0].kind = .publications
    document.sections[0].children = document.sections[0].children.enumerated().map { index, child in
      guard case .entry(var entry) = child else { return child }
      entry.isSelected = index > 4
      return .entry(entry)
    }
    #expect(
      document.dropCandidates.map(\.title).suffix(2) == ["experience 6", "experience 5"])
  }

  @Test func leavesOutNothingThatWouldFit() throws {
    let whole = tree([10, 10, 10])
    let result = BudgetSearch(budget: PageBudget(pages: 1, mayDrop: true), theme: Self.theme) {
      let typesetting = typeset($0, theme: $1, paper: .a4, shaper: BoxShaper())
      return .init(height: 0, room: 0, pages: typesetting.document.pages.count)
    }.run(whole)
    let floor = Self.theme.tightened(to: .floor)
    for candidate in result.dropped {
      let more = whole.leavingOut(result.dropped.filter { $0 != candidate })
      let document = typeset(more, theme: floor, paper: .a4, shaper: BoxShaper()).document
      #expect(document.pages.count > 1)
    }
  }

  @Test func removesTitlesWithNothingBelow() {
    let tree = tree([1, 2, 1])
    let rest = tree.leavingOut(tree.dropCandidates.filter { $0.section != 0 })
    #expect(rest.sections.map { $0.title?.text } == ["T0"])
  }

  @Test func savesALastPageWithOneLine() {
    let tree = tree([14])
    let designed = typeset(tree, theme: Fixtures.theme, paper: .a4, shaper: BoxShaper())
    var gentle = Self.theme
    gentle.spaces.betweenEntries = Fixtures.theme.spaces.betweenEntries
    let saved = typeset(tree, theme: gentle, paper: .a4, shaper: BoxShaper())
    #expect(designed.document.pages.count == 2)
    #expect(saved.document.pages.count <= 2)
  }

  /// A section that stays together leaves white before it: what the last page holds is then more
  /// than what the others lack.
  @Test func savesALastPageWithASection() {
    var theme = Self.theme
    theme.spaces.betweenEntries = 0
    theme.spaces.beforeSection = 1.3
    theme.floors?.beforeSection = 0.9
    // Small enough for the closest lines of the floor.
    theme.styles["body"]?.size = .pt(8)
    theme.floors?.bodySize = .pt(8)
    let document = typeset(tree([14, 2]), theme: theme, paper: .a4, shaper: BoxShaper()).document
    theme.floors = nil
    let designed = typeset(tree([14, 2]), theme: theme, paper: .a4, shaper: BoxShaper()).document
    #expect(designed.pages.count == 2 && document.pages.count == 1)
  }

  @Test func keepsLinesClosestAtTheFloor() {
    let floor = Self.theme.tightened(to: .floor)
    #expect(floor.styles["body"]?.size == .pt(9.5))
    #expect(floor.grid.step.points >= 9.5 * 1.2 - 0.001)
    #expect(floor.page.margins[.a4]?.top == .pt(5))
    #expect(Self.theme.tightened(to: .design) == Self.theme)
  }
}
