// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

extension FlowBuilder {
  /// The width of the label's column, as far as it is a part of the text.
  func labelWidth(_ entry: EntryNode, _ design: EntryDesign) -> Double {
    if design.hasBullet { return theme.list.indent.points }
    guard entry.label != nil, !hasLabelColumn else { return 0 }
    return labelWidths[entry.kind] ?? design.labelWidth.points
  }

  /// - Parameter width: Of the label's column, as far as it is a part of the text.
  mutating func addLabel(
    _ label: LayoutText, _ design: EntryDesign, width: Double, before: Double, _ element: Int
  ) {
    if design.hasBullet {
      var style = theme.style("body")
      style.colour = theme.list.colour
      let lines = setter.lines(label, style: style, width: unlimitedWidth, element: element)
      return addLines(lines, align: .left, before: before)
    }
    let style = numberStyle("label")
    let label = setter.parted(label)
    guard hasLabelColumn, let column = theme.page.labelColumn else {
      let lines = setter.lines(
        label, style: style, width: width - Self.leastLabelGap, element: element)
      return addLines(lines, align: .left, before: before)
    }
    // One line that takes a little of the margin, and then of the gap, is better than two.
    let (gap, leftmost) = (column.gap.points, column.width.points + Self.labelReach)
    let widest = leftmost + max(0, gap - Self.leastColumnGap)
    let isNear = setter.naturalWidth(label, style: style) <= widest
    let width = isNear ? widest : column.width.points
    for line in setter.lines(label, style: style, width: width, element: element) {
      addLines([line], align: .left, before: before, indent: -gap - min(line.width, leftmost))
    }
  }

  /// The width of the column of labels by the kind of entry: as the theme has it, and more where
  /// the labels of a section are wider.
  func labelWidths(in section: SectionNode) -> [String: Double] {
    guard !hasLabelColumn else { return [:] }
    var widths: [String: Double] = [:]
    let widest = textWidth * Self.widestLabelColumn
    for case .entry(let entry) in section.children {
      let design = theme.design(for: entry.kind)
      guard let label = entry.label, !design.hasBullet, design.labelWidth.points > 0 else {
        continue
      }
      let natural = setter.naturalWidth(label, style: numberStyle("label"))
      let least = widths[entry.kind] ?? design.labelWidth.points
      // The theme's gap may be the least; where the column is widened, it is wider.
      guard natural > least - Self.leastLabelGap else { continue }
      widths[entry.kind] = max(least, min(natural + Self.labelGap, widest))
    }
    return widths
  }

  /// How far a label may reach into the margin, and how near to the text, in points.
  private static let labelReach = 5.0
  private static let leastColumnGap = 6.0
  /// What parts a label from its text at least, and in a column that is made for it, in points.
  private static let leastLabelGap = 4.0
  private static let labelGap = 8.0
  /// Of the width of the text; labels that want more have two lines.
  private static let widestLabelColumn = 0.25
}
