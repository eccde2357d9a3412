// SPDX-License-Identifier: MIT
import CVModel

/// What a page budget may tighten, in this order; each step applies to the whole document.
package enum LadderStep: String, CaseIterable, Hashable, Sendable {
  case beforeSections = "space before sections"
  case betweenEntries = "space between entries"
  case betweenPublications = "space between publications"
  case verticalMargins = "upper and lower margins"
  case leading
  case size = "size of the text"
  case sideMargins = "side margins"
}

/// A place on the ladder: all steps before one are at their floors, this one is on its way.
struct LadderPlace: Hashable, Comparable {
  /// In parts of a step: 0 is the design, one step is `partsOfStep` parts.
  var parts: Int

  static let partsOfStep = 8
  static let design = LadderPlace(parts: 0)
  static let floor = LadderPlace(parts: LadderStep.allCases.count * partsOfStep)

  static func < (a: LadderPlace, b: LadderPlace) -> Bool { a.parts < b.parts }

  /// How far a step is taken, from 0 to 1.
  func amount(of step: LadderStep) -> Double {
    guard let index = LadderStep.allCases.firstIndex(of: step) else { return 0 }
    let parts = parts - index * Self.partsOfStep
    return Double(min(max(parts, 0), Self.partsOfStep)) / Double(Self.partsOfStep)
  }
}

extension Theme {
  /// The theme with its spaces, margins and sizes brought nearer to its floors.
  func tightened(to place: LadderPlace) -> Theme {
    guard let floors, place > .design else { return self }
    var theme = self
    for step in LadderStep.allCases {
      let amount = place.amount(of: step)
      if amount > 0 { theme.tighten(step, by: amount, floors) }
    }
    return theme
  }

  private mutating func tighten(_ step: LadderStep, by amount: Double, _ floors: Floors) {
    let between = { (value: Double, floor: Double) in
      floor < value ? value + (floor - value) * amount : value
    }
    switch step {
    case .beforeSections:
      spaces.beforeSection = between(spaces.beforeSection, floors.beforeSection)
      if let gap = sectionTitle.rule?.gapBelow, let floor = floors.ruleGap {
        let closer = between(gap, floor)
        sectionTitle.rule?.gapBelow = closer
      }
    case .betweenEntries:
      spaces.betweenEntries = between(spaces.betweenEntries, floors.betweenEntries)
    case .betweenPublications:
      spaces.betweenPublications = between(
        spaces.betweenPublications, floors.betweenPublications)
    case .verticalMargins:
      changeMargins { edges in
        edges.top = .pt(between(edges.top.points, floors.top.points))
        edges.bottom = .pt(between(edges.bottom.points, floors.bottom.points))
      }
    case .leading: setStep(between(grid.step.points, floors.step.points))
    case .size:
      guard let body = styles["body"]?.size.points, body > 0 else { return }
      scale(by: between(body, floors.bodySize.points) / body)
    case .sideMargins:
      let hasSide = page.side != nil
      changeMargins { edges in
        edges.left = .pt(between(edges.left.points, floors.side.points))
        // Beside a side column, the right margin is what that takes.
        guard !hasSide else { return }
        edges.right = .pt(between(edges.right.points, floors.side.points))
      }
    }
  }

  private mutating func changeMargins(_ change: (inout Margins) -> Void) {
    for paper in Paper.allCases {
      guard var edges = page.margins[paper] else { continue }
      change(&edges)
      page.margins[paper] = edges
    }
  }

  private mutating func setStep(_ step: Double) {
    grid.ascent = .pt(grid.ascent.points * step / grid.step.points)
    grid.step = .pt(step)
  }

  /// Lines are never closer than this part of the size (themes.md, ladder step 6).
  private static let leastLeading = 1.2

  /// Scales all sizes and what goes with them, so that lines break as before.
  private mutating func scale(by factor: Double) {
    styles = styles.mapValues { style in
      var scaled = style
      scaled.size = .pt(style.size.points * factor)
      return scaled
    }
    let size = styles["body"]?.size.points ?? 0
    setStep(max(grid.step.points * factor, size * Self.leastLeading))
    page.bodyWidth = .pt(page.bodyWidth.points * factor)
    list.indent = .pt(list.indent.points * factor)
    header.nameBaseline = .pt(header.nameBaseline.points * factor)
    if let column = page.labelColumn { page.labelColumn?.width = column.width * factor }
    if let column = sectionTitle.column { sectionTitle.column = column * factor }
    if let old = icons {
      icons?.size = old.size * factor
      icons?.brandSize = old.brandSize * factor
    }
    entries = entries.mapValues { design in
      var scaled = design
      scaled.labelWidth = .pt(design.labelWidth.points * factor)
      scaled.hang = design.hang * factor
      return scaled
    }
  }
}
