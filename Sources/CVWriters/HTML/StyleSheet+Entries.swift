// SPDX-License-Identifier: MIT
import CVModel

extension StyleSheet {
  /// Points hang: the sign at the edge, all lines of the text at the indent.
  var listRules: [String] {
    let indent = rem(theme.list.indent)
    return [
      // An empty sign, unlike `none`, lets screen readers say that this is a list.
      ".points, .entries { list-style: none; list-style-type: \"\" }",
      ".points > li { padding-\(start): \(indent); text-indent: -\(indent) }",
      ".bullet { display: inline-block; width: \(indent); text-indent: 0;"
        + " color: \(colour(theme.list.colour)) }",
    ]
  }

  /// Heads of entries are grids: label, lines, and the aside on the first baseline, flush with the
  /// edge.
  ///
  /// The lines get the measure or what the aside leaves of the text's width; the aside never
  /// wraps.
  var entryRules: [String] {
    [
      ".head { display: grid; grid-template-columns: \(columns(EntryDesign())) }",
      ".line { grid-column: -3 }",
      ".aside { grid-column: -2; grid-row: 1; padding-\(start): \(rem(Self.asideGap));"
        + " text-align: \(end); white-space: nowrap; font-variant-numeric: tabular-nums }",
      ".label { grid-column: 1; grid-row: 1; padding-\(end): \(rem(Self.labelGap)) }",
      ".author, .locator, .link { white-space: nowrap }",
      ".long { white-space: normal }",
      ".aside.long { width: 15rem; justify-self: end }",
    ] + styleRules + labelColumnRules + spacingRules + designRules
  }

  /// Asides and labels that do not look like the text.
  private var styleRules: [String] {
    ["aside", "label"].compactMap { name in
      theme.styles[name].map { ".\(name) { \(declarations(of: $0)) }" }
    }
  }

  /// Labels in a column of the margin, flush with the text.
  private var labelColumnRules: [String] {
    guard let column = theme.page.labelColumn else { return [] }
    return [
      "main { padding-\(start): calc(1.5rem + \(rem(column.width + column.gap))) }",
      ".head { position: relative }",
      ".label { position: absolute; \(end): 100%; width: \(rem(column.width));"
        + " padding-\(end): \(rem(column.gap)); text-align: \(end) }",
    ]
  }

  /// What lines keep clear of the aside, and labels of the lines (docs/themes.md).
  private static var asideGap: Length { .pt(10) }
  private static var labelGap: Length { .pt(4) }

  /// The space before an entry depends on its own design, after an entry of whatever design.
  private var spacingRules: [String] {
    var rules: [String] = []
    let used = Set(theme.entries.values.map(\.spacing))
    for spacing in EntryDesign.Spacing.allCases where spacing != .tight || used.contains(.tight) {
      let steps = space(before: spacing)
      let name = Self.className(spacing)
      rules.append(".entry + .\(name), .entries + .\(name) { margin-top: \(steps) }")
      if spacing != .entry { rules.append(".\(name) > li + li { margin-top: \(steps) }") }
    }
    return rules + [".group + .entry, .group + .entries { margin-top: 0 }"]
  }

  private func space(before spacing: EntryDesign.Spacing) -> String {
    switch spacing {
    case .entry: space(theme.spaces.betweenEntries)
    case .publication: space(theme.spaces.betweenPublications)
    case .row: space(theme.spaces.betweenRows)
    case .tight: "0"
    case .paragraph: space(theme.spaces.betweenParagraphs)
    }
  }

  /// The class of a list of entries, or of an entry of its own.
  static func className(_ spacing: EntryDesign.Spacing) -> String {
    switch spacing {
    case .entry: "entry"
    case .publication: "publications"
    case .row: "rows"
    case .tight: "tight"
    case .paragraph: "paragraphs"
    }
  }

  /// Designs with a column of labels or with the full width.
  private var designRules: [String] {
    theme.entries.sorted { $0.key < $1.key }.compactMap { kind, design in
      let columns = columns(design)
      guard columns != self.columns(EntryDesign()) else { return nil }
      let name = Microformats.className(kind)
      return ".\(name).head, .\(name) > .head { grid-template-columns: \(columns) }"
    }
  }

  /// The width of labels in the text, none of which is in the margin.
  private func labelWidth(_ design: EntryDesign) -> Length {
    if design.hasBullet { return theme.list.indent }
    return design.label == nil || theme.page.labelColumn != nil ? .zero : design.labelWidth
  }

  private func columns(_ design: EntryDesign) -> String {
    let label = labelWidth(design)
    let widest = (design.isWide ? textWidth : bodyWidth) - label
    let tracks = "minmax(0, \(rem(widest))) minmax(max-content, 1fr)"
    return label == .zero ? tracks : "\(rem(label)) \(tracks)"
  }
}
