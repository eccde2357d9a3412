// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
import CVModel

/// How many pages a document may have, and what may be done for it.
package struct PageBudget: Hashable, Sendable {
  package var pages: Int
  /// Whether entries may be left out when tightening does not suffice.
  package var mayDrop: Bool

  package init(pages: Int, mayDrop: Bool = false) {
    self.pages = pages
    self.mayDrop = mayDrop
  }
}

/// What was done to keep a budget, and what it would still take.
package struct BudgetReport: Hashable, Sendable {
  /// How many pages the document has now, and how many it had as designed.
  package var pages: Int
  package var pagesAsDesigned: Int
  package var steps: [Step] = []
  /// The entries that are left out, in the order of the document.
  package var dropped: [String] = []
  /// The entries that would have to go; only where the budget is not met.
  package var excess: [String] = []
  /// How many of these each section has, in the order of the document.
  package var counts: [Count] = []

  /// The entries of one section that are left out, or would have to be.
  package struct Count: Hashable, Sendable {
    /// `nil` where it has no title.
    package var section: String?
    package var entries: Int
  }

  /// A step of the ladder that was taken.
  package struct Step: Hashable, Sendable {
    package var step: LadderStep
    /// How far, from 0 to 1 for its floor.
    package var amount: Double
    /// The height that it saved or won over the whole document, in points.
    package var saved: Double
  }
}

/// Finds the least change that keeps a budget.
///
/// Tries are measured, not rendered: lines are set once for each size and only stacked again.
struct BudgetSearch {
  let budget: PageBudget
  let theme: Theme
  /// Stacks a tree after a theme.
  let measure: (LayoutTree, Theme) -> Extent

  /// How much a stacked tree takes.
  struct Extent {
    /// Of all rows with the spaces between them, in points.
    var height: Double
    /// The height of the text on one page, in points.
    var room: Double
    var pages: Int
  }

  /// The place on the ladder and the entries to leave out.
  struct Result {
    var place: LadderPlace
    var dropped: [DropCandidate]
    var report: BudgetReport
  }

  func run(_ tree: LayoutTree) -> Result {
    let designed = measure(tree, theme).pages
    var place = leastPlace(for: tree)
    var dropped: [DropCandidate] = []
    var report = BudgetReport(pages: designed, pagesAsDesigned: designed)
    if place == nil {
      let excess = leastDrop(from: tree)
      if budget.mayDrop, let excess {
        dropped = excess
        place = leastPlace(for: tree.leavingOut(excess))
      } else {
        let all = excess ?? tree.dropCandidates
        report.excess = all.inDocumentOrder.map(\.title)
        report.counts = tree.counts(of: all)
      }
    }
    let rest = tree.leavingOut(dropped)
    let chosen = place ?? .floor
    report.pages = measure(rest, theme.tightened(to: chosen)).pages
    report.steps = steps(to: chosen, rest)
    report.dropped = dropped.inDocumentOrder.map(\.title)
    if !dropped.isEmpty { report.counts = tree.counts(of: dropped) }
    return Result(place: chosen, dropped: dropped, report: report)
  }

  private func fits(_ tree: LayoutTree, at place: LadderPlace) -> Bool {
    measure(tree, theme.tightened(to: place)).pages <= budget.pages
  }

  /// The first place of the ladder at which a tree fits; `nil` if it does not at the floor.
  func leastPlace(for tree: LayoutTree) -> LadderPlace? {
    if fits(tree, at: .design) { return .design }
    guard theme.floors != nil, fits(tree, at: .floor) else { return nil }
    return leastInteger(in: 1...LadderPlace.floor.parts) { fits(tree, at: LadderPlace(parts: $0)) }
      .map { LadderPlace(parts: $0) }
  }

  /// The fewest entries, the least important first, without which a tree fits at the floor.
  private func leastDrop(from tree: LayoutTree) -> [DropCandidate]? {
    let candidates = tree.dropCandidates
    guard !candidates.isEmpty else { return nil }
    let count = leastInteger(in: 1...candidates.count) {
      fits(tree.leavingOut(Array(candidates[..<$0])), at: .floor)
    }
    guard let count else { return nil }
    // What was passed on the way to a larger entry may come back.
    var chosen = Array(candidates[..<count])
    for candidate in chosen.reversed() {
      let rest = chosen.filter { $0 != candidate }
      if fits(tree.leavingOut(rest), at: .floor) { chosen = rest }
    }
    return chosen
  }

  /// The least number for which a condition holds that goes on holding.
  private func leastInteger(in range: ClosedRange<Int>, _ holds: (Int) -> Bool) -> Int? {
    guard holds(range.upperBound) else { return nil }
    return (range.lowerBound..<range.upperBound).partitioningIndex(where: holds)
  }

  private func steps(to place: LadderPlace, _ tree: LayoutTree) -> [BudgetReport.Step] {
    var steps: [BudgetReport.Step] = []
    var before = measure(tree, theme)
    for (index, step) in LadderStep.allCases.enumerated() where place.amount(of: step) > 0 {
      let end = min(place, LadderPlace(parts: (index + 1) * LadderPlace.partsOfStep))
      let after = measure(tree, theme.tightened(to: end))
      let room = (after.room - before.room) * Double(after.pages)
      let saved = before.height - after.height + room
      before = after
      if theme.tightened(to: end) != theme.tightened(to: end.before(step)) {
        steps.append(.init(step: step, amount: place.amount(of: step), saved: saved))
      }
    }
    return steps
  }
}

extension LadderPlace {
  /// The place before a step was begun.
  fileprivate func before(_ step: LadderStep) -> LadderPlace {
    LadderPlace(parts: (LadderStep.allCases.firstIndex(of: step) ?? 0) * Self.partsOfStep)
  }
}
