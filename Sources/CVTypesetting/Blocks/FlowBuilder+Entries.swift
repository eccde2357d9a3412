// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

extension FlowBuilder {
  mutating func addEntry(
    _ entry: EntryNode, after previous: BlockNode?, _ tags: EntryTags
  ) {
    let design = theme.design(for: entry.kind)
    let first = rows.count
    let space = spaceBefore(entry, design, after: previous)
    let labelWidth = labelWidth(entry, design)
    if let label = entry.label, let element = tags.label {
      addLabel(label, design, width: labelWidth, before: space, element)
    }
    var aside = entry.aside.map { setAside($0, tags.aside) }
    let isBelow = aside.map { !hasRoom(for: entry, labelWidth, beside: $0) } ?? false
    if isBelow { aside = nil }
    let labelRows = rows.count - first
    let hang = design.hang.points
    for (index, text) in entry.lines.enumerated() {
      let isClear = index > 0 && design.isBesideFirstLine
      let width = lineWidth(design, aside: isClear ? nil : aside) - labelWidth
      var lines = setter.lines(
        text, style: theme.style("body"), width: width - hang, element: tags.line(index),
        form: design.isRunningText ? .running : .line)
      if design.isRunningText { lines = setter.besideLabel(lines, width: width - hang) }
      for (number, line) in lines.enumerated() {
        let isBeside = index == 0 && number < labelRows
        if !isBeside { rows.append(newRow(before: index == 0 && number == 0 ? space : 0)) }
        let row = isBeside ? first + number : rows.count - 1
        let indent = labelWidth + (number > 0 ? hang : 0)
        let placed = items(line, align: .left, width: width, indent: indent)
        rows[row].items += placed
      }
    }
    if let aside, first < rows.count {
      let placed = items(aside, align: .right, width: textWidth)
      rows[first].items += placed
    }
    if isBelow { addAsideBelow(entry, indent: labelWidth, from: first, tags.aside) }
    let body = rows.count
    addBody(entry.body, in: tags.body)
    setBreakCosts(of: first..<rows.count, body: body, isPublication: entry.kind == "publication")
  }

  /// An entry of up to five lines is not broken, nor its head from its body.
  private mutating func setBreakCosts(of entry: Range<Int>, body: Int, isPublication: Bool) {
    let isWhole = entry.count <= 5 || isPublication
    for index in entry.dropFirst() {
      let isText = index >= entry.lowerBound + 2 && index + 2 <= body
      if index <= body {
        rows[index].breakCost = isText && !isWhole ? BreakCost.line : BreakCost.strandedTitle
      } else if isWhole {
        rows[index].breakCost = max(rows[index].breakCost, BreakCost.splitEntry)
      }
    }
  }

  private mutating func addBody(_ blocks: [BlockNode], in parent: Int) {
    for (number, block) in blocks.enumerated() {
      let start = rows.count
      add(block, after: nil, in: parent)
      guard number > 0, start < rows.count else { continue }
      rows[start].breakCost = rows.count - start > 1 ? BreakCost.bullet : BreakCost.loneLine
    }
  }

  private func spaceBefore(
    _ entry: EntryNode, _ design: EntryDesign, after previous: BlockNode?
  ) -> Double {
    guard let previous else { return 0 }
    if case .groupTitle = previous { return 0 }
    guard case .entry(let other) = previous else { return theme.spaces.betweenParagraphs }
    switch entry.space(design.spacing, after: other) {
    case .entry: return theme.spaces.betweenEntries
    case .publication: return theme.spaces.betweenPublications
    case .paragraph: return theme.spaces.betweenParagraphs
    case .row: return theme.spaces.betweenRows
    case .tight: return 0
    }
  }

  /// Whether the first line fits beside an aside, or has a third of the width to be broken in.
  private func hasRoom(for entry: EntryNode, _ indent: Double, beside aside: SetLine) -> Bool {
    let room = textWidth - indent - aside.width - Self.asideGap
    guard room < textWidth / 3, let line = entry.lines.first else { return true }
    return setter.naturalWidth(line, style: theme.style("body")) <= room
  }

  /// An aside that leaves no room for the lines stands below them, at the edge of all asides;
  /// words beside a short line begin there.
  private mutating func addAsideBelow(
    _ entry: EntryNode, indent: Double, from first: Int, _ element: Int
  ) {
    guard let aside = entry.aside, let line = entry.lines.first else { return }
    var spaced = LayoutText(" ", role: .separator)
    spaced.append(aside)
    let width = textWidth - indent
    let room = width - setter.naturalWidth(line, style: theme.style("body")) - Self.asideGap
    let style = numberStyle("aside")
    var lines = setter.lines(spaced, style: style, width: width, element: element)
    var isBeside =
      rows.count - first == 1 && room > width * Self.leastAside
      && !aside.runs.contains { $0.role == .dates }
    if isBeside {
      let narrow = setter.lines(spaced, style: style, width: room, element: element)
      isBeside = narrow.count <= lines.count + 1
      if isBeside { lines = narrow }
    }
    for (number, line) in lines.enumerated() {
      if number > 0 || !isBeside { rows.append(newRow(before: 0)) }
      let row = rows.count - 1
      rows[row].items += items(line, align: .right, width: textWidth)
    }
  }

  /// Of the width of the text: what an aside of several lines wants at least.
  private static let leastAside = 0.4

  /// Sets an aside on one line, behind a blank that parts it from the title in the text.
  private mutating func setAside(_ text: LayoutText, _ element: Int) -> SetLine {
    var spaced = LayoutText(" ", role: .separator)
    spaced.append(text)
    let lines = setter.lines(
      spaced, style: numberStyle("aside"), width: unlimitedWidth, element: element)
    return lines.first ?? SetLine(runs: [], width: 0, extent: 0)
  }

  /// The style of labels and asides, where digits stand below each other.
  func numberStyle(_ name: String) -> TextStyle {
    var style = theme.style(name)
    style.figures = style.figures?.tabular
    return style
  }

  /// The gap that the lines keep from the aside, in points (themes.md, section 0).
  private static let asideGap = 10.0

  private func lineWidth(_ design: EntryDesign, aside: SetLine?) -> Double {
    let widest = design.isWide ? textWidth : bodyWidth
    guard let aside else { return widest }
    let blank = aside.runs.first?.run.glyphs.first?.advance ?? 0
    return min(widest, textWidth - (aside.width - blank) - Self.asideGap)
  }

  // MARK: Side by side

  /// The entries that stand beside each other at the beginning of some blocks.
  func entriesBeside(_ blocks: ArraySlice<BlockNode>) -> [EntryNode] {
    guard case .entry(let first)? = blocks.first else { return [] }
    let columns = theme.design(for: first.kind).columns
    guard columns > 1 else { return [] }
    return blocks.prefix(columns).prefix { $0.isEntry(of: first.kind) }.compactMap { block in
      if case .entry(let entry) = block { entry } else { nil }
    }
  }

  /// Sets entries in columns of one width, their first lines on one row.
  mutating func addBeside(_ entries: [EntryNode], after previous: BlockNode?, in parent: Int) {
    let design = theme.design(for: entries[0].kind)
    let columns = Double(design.columns)
    let outer = (left, textWidth)
    let width = max(1, (outer.1 - (columns - 1) * design.columnGap.points) / columns)
    textWidth = width
    var joined: [Row] = []
    for (number, entry) in entries.enumerated() {
      left = outer.0 + Double(number) * (width + design.columnGap.points)
      var own: [Row] = []
      swap(&rows, &own)
      add(.entry(entry), after: previous, in: parent)
      swap(&rows, &own)
      for (index, row) in own.enumerated() {
        if index < joined.count {
          joined[index].items += row.items
        } else {
          joined.append(row)
        }
      }
    }
    (left, textWidth) = outer
    rows += joined
  }
}

extension BlockNode {
  fileprivate func isEntry(of kind: String) -> Bool {
    if case .entry(let entry) = self { entry.kind == kind } else { false }
  }
}
