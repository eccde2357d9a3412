// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

/// Stacks the blocks of a layout tree into rows.
struct FlowBuilder {
  let theme: Theme
  /// The width of the text between the margins, in points.
  let pageWidth: Double
  /// The width of a column; without columns, that of the text.
  let textWidth: Double
  var setter: ParagraphSetter
  private(set) var rows: [Row] = []
  /// How many of the rows are the header.
  private(set) var headerRows = 0
  private(set) var structure = StructureTree()
  private var order = 0
  /// The level of section titles: below the name, or the first where there is none.
  private var sectionLevel = 2
  /// The list of the labelled entries just before.
  private var labelledEntries: Int?

  init(theme: Theme, paper: Paper, setter: ParagraphSetter) {
    self.theme = theme
    let margins = theme.page.margins[paper]
    let edges = (margins?.left.points ?? 0) + (margins?.right.points ?? 0)
    pageWidth = paper.size.width.points - edges
    let columns = Double(theme.page.columns)
    let gaps = (columns - 1) * theme.page.columnGap.points
    textWidth = max(1, (pageWidth - gaps) / columns)
    self.setter = setter
  }

  private var step: Double { theme.grid.step.points }
  private var bodyWidth: Double { min(theme.page.bodyWidth.points, textWidth) }

  // MARK: Document

  mutating func build(_ tree: LayoutTree) {
    sectionLevel = tree.header.name == nil ? 1 : 2
    addHeader(tree.header)
    for section in tree.sections {
      addSection(section)
    }
  }

  // MARK: Header

  private mutating func addHeader(_ header: HeaderNode) {
    if let name = header.name {
      let element = structure.add(.heading(level: 1))
      let height = theme.header.nameBox * step
      let lines = setter.lines(
        name, style: theme.style("name"), width: pageWidth, element: element, form: .balanced)
      for (index, line) in lines.enumerated() {
        var row = Row(height: height, baseline: theme.header.nameBaseline.points)
        if index > 0 { row.height = theme.style("name").size.points * 1.1 }
        row.items = items(line, align: theme.header.alignment, width: pageWidth)
        rows.append(row)
      }
    }
    if let headline = header.headline {
      let element = structure.add(.paragraph)
      let lines = setter.lines(
        headline, style: theme.style("headline"), width: pageWidth, element: element,
        form: .balanced)
      addLines(lines, align: theme.header.alignment, before: theme.spaces.beforeHeadline)
    }
    addContacts(header.contacts, sign: header.separator)
    if let last = rows.indices.last { rows[last].after = theme.spaces.afterHeader * step }
    headerRows = rows.count
  }

  /// Contacts on as few lines as fit, the lines as equal as can be.
  ///
  /// - Parameter sign: What stands between two of them; the theme says how wide the gap is.
  private mutating func addContacts(_ contacts: [LayoutText], sign: LayoutText) {
    guard !contacts.isEmpty else { return }
    let style = theme.style("contacts")
    let blank = setter.naturalWidth(LayoutText(" ", role: .separator), style: style)
    let gap = theme.header.separatorSpace * style.size.points - blank
    let between = setter.naturalWidth(sign, style: style) + 2 * gap
    let widths = contacts.map { setter.naturalWidth($0, style: style) }
    let breaks = balancedBreaks(widths, between: between, width: pageWidth)
    var start = 0
    for (number, end) in (breaks + [contacts.count]).enumerated() {
      let element = structure.add(.paragraph)
      let parts = Array(contacts[start..<end])
      var row = newRow(before: number == 0 ? theme.spaces.beforeContacts : 0)
      let total = widths[start..<end].reduce(0, +) + Double(parts.count - 1) * between
      var x = offset(of: total, in: pageWidth, theme.header.alignment)
      for (index, part) in parts.enumerated() {
        for (text, lead) in index > 0 ? [(sign, gap), (part, gap)] : [(part, 0)] {
          let line = setter.lines(text, style: style, width: unlimitedWidth, element: element).first
          guard let line else { continue }
          row.items += items(line, align: .left, width: 0, indent: x + lead)
          x += lead + line.runs.reduce(0) { $0 + $1.run.width }
        }
      }
      rows.append(row)
      start = end
    }
  }

  // MARK: Sections

  private mutating func addSection(_ section: SectionNode) {
    let parent = structure.add(.section)
    let start = rows.count
    labelledEntries = nil
    if let title = section.title { addTitle(title, in: parent) }
    var previous: BlockNode?
    var opening = SectionOpening(isTitled: section.title != nil)
    for child in section.children {
      let first = rows.count
      let level = section.title == nil ? sectionLevel : sectionLevel + 1
      add(child, after: previous, in: parent, groupLevel: level)
      guard first < rows.count else { continue }
      if previous != nil { rows[first].breakCost = breakCost(before: child, after: previous) }
      if opening.needs(child, of: rows.count - first) { rows[first].breakCost = BreakCost.loneItem }
      previous = child
    }
    guard start < rows.count else { return }
    rows[start].before = max(rows[start].before, theme.spaces.beforeSection * step)
    rows[start].breakCost = BreakCost.section
    rows[start].bookmark = section.title?.text
  }

  private func breakCost(before child: BlockNode, after previous: BlockNode?) -> Double {
    if case .groupTitle? = previous { return BreakCost.strandedTitle }
    switch child {
    case .groupTitle: return BreakCost.group
    case .entry, .paragraph, .list: return BreakCost.entry
    }
  }

  private mutating func addTitle(_ title: LayoutText, in parent: Int) {
    let element = structure.add(.heading(level: sectionLevel), in: parent)
    let style = theme.style("section-title")
    let lines = setter.lines(title, style: style, width: textWidth, element: element)
    for (index, line) in lines.enumerated() {
      var row = newRow(before: 0)
      row.items = items(line, align: .left, width: textWidth)
      if index == lines.count - 1 {
        row.after = theme.spaces.afterSectionTitle * step
        if let rule = theme.sectionTitle.rule { row.items.append(item(rule)) }
      }
      rows.append(row)
    }
  }

  private mutating func item(_ rule: Theme.Rule) -> Row.Item {
    let item = RuleItem(
      length: .pt(textWidth), width: rule.width, colour: theme.colours[rule.colour] ?? .black)
    return Row.Item(x: 0, y: rule.offset.points, item: .rule(item), order: nextOrder())
  }

  // MARK: Blocks

  /// - Parameter groupLevel: The level of group titles; no level is left out above them.
  private mutating func add(
    _ block: BlockNode, after previous: BlockNode?, in parent: Int, groupLevel: Int = 3
  ) {
    let list = labelledEntries
    labelledEntries = nil
    switch block {
    case .groupTitle(let title):
      let element = structure.add(.heading(level: groupLevel), in: parent)
      let style = theme.style("group-title")
      let lines = setter.lines(title, style: style, width: bodyWidth, element: element)
      addLines(lines, align: .left, before: previous == nil ? 0 : theme.spaces.beforeGroup)
      if let last = rows.indices.last { rows[last].after = theme.spaces.afterGroup * step }
    case .paragraph(let text):
      let space = previous == nil ? 0 : theme.spaces.betweenParagraphs
      addParagraph(text, indent: 0, before: space, in: parent)
    case .list(let list):
      let space = previous == nil ? 0 : theme.spaces.betweenParagraphs
      addList(list, indent: 0, before: space, in: parent)
    case .entry(let entry):
      let tags = EntryTags(entry, in: parent, continuing: list, structure: &structure)
      addEntry(entry, after: previous, tags)
      labelledEntries = tags.list
    }
  }

  private mutating func addParagraph(
    _ text: LayoutText, indent: Double, before: Double, in parent: Int
  ) {
    let element = structure.add(.paragraph, in: parent)
    let lines = setter.lines(
      text, style: theme.style("body"), width: bodyWidth - indent, element: element, form: .running)
    addLines(lines, align: .left, before: before, indent: indent)
  }

  private mutating func addList(
    _ list: ListNode, indent: Double, before: Double, in parent: Int
  ) {
    let element = structure.add(.list, in: parent)
    let inner = indent + theme.list.indent.points
    for (index, item) in list.items.enumerated() {
      let point = structure.add(.listItem, in: element)
      let label = structure.add(.label, in: point)
      let body = structure.add(.listBody, in: point)
      var style = theme.style("body")
      style.colour = theme.list.colour
      let bullet = setter.lines(list.bullet, style: style, width: bodyWidth, element: label)
      let bulletOrder = nextOrder()
      let first = rows.count
      let lines = setter.lines(
        item.text, style: theme.style("body"), width: bodyWidth - inner, element: body,
        form: .running)
      // A point from right to left has its bullet at the right.
      let isMirrored = lines.first?.isRightToLeft ?? false
      addLines(
        lines, align: .left, before: index == 0 ? before : 0, indent: isMirrored ? indent : inner)
      if first < rows.count, let sign = bullet.first {
        let x = isMirrored ? bodyWidth - sign.width : indent
        for run in sign.runs {
          rows[first].items.insert(
            .init(x: x + run.x, y: 0, item: .text(run.run), order: bulletOrder), at: 0)
        }
        // Two points stay together at both ends of a list.
        let isInside = index >= 2 && index <= list.items.count - 2
        if index > 0 || indent > 0 {
          rows[first].breakCost = isInside ? BreakCost.bullet : BreakCost.loneItem
        }
      }
      for children in item.children { addList(children, indent: inner, before: 0, in: body) }
    }
  }

  private mutating func addEntry(
    _ entry: EntryNode, after previous: BlockNode?, _ tags: EntryTags
  ) {
    let design = theme.design(for: entry.kind)
    let first = rows.count
    let space = spaceBefore(entry, design, after: previous)
    let labelWidth = entry.label == nil ? 0 : design.labelWidth.points
    if let label = entry.label, let element = tags.label {
      addLabel(label, width: labelWidth, before: space, element)
    }
    let aside = entry.aside.map { setAside($0, tags.aside) }
    let width = lineWidth(design, aside: aside) - labelWidth
    let labelRows = rows.count - first
    for (index, text) in entry.lines.enumerated() {
      let lines = setter.lines(
        text, style: theme.style("body"), width: width, element: tags.line(index),
        form: design.isRunningText ? .running : .line)
      for (number, line) in lines.enumerated() {
        let isBeside = index == 0 && number < labelRows
        if !isBeside { rows.append(newRow(before: index == 0 && number == 0 ? space : 0)) }
        let row = isBeside ? first + number : rows.count - 1
        let placed = items(line, align: .left, width: width, indent: labelWidth)
        rows[row].items += placed
      }
    }
    if let aside, first < rows.count {
      let placed = items(aside, align: .right, width: textWidth)
      rows[first].items += placed
    }
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
    guard case .entry = previous else { return theme.spaces.betweenParagraphs }
    switch design.spacing {
    case .entry: return theme.spaces.betweenEntries
    case .publication: return theme.spaces.betweenPublications
    case .paragraph: return theme.spaces.betweenParagraphs
    case .row: return theme.spaces.betweenRows
    }
  }

  private mutating func addLabel(
    _ label: LayoutText, width: Double, before: Double, _ element: Int
  ) {
    // The gap between label and text is part of the label's column.
    let lines = setter.lines(label, style: numberStyle, width: width - 4, element: element)
    addLines(lines, align: .left, before: before)
  }

  /// Sets an aside on one line, behind a blank that parts it from the title in the text.
  private mutating func setAside(_ text: LayoutText, _ element: Int) -> SetLine {
    var spaced = LayoutText(" ", role: .separator)
    spaced.append(text)
    let lines = setter.lines(
      spaced, style: numberStyle, width: unlimitedWidth, element: element)
    return lines.first ?? SetLine(runs: [], width: 0)
  }

  /// The style of labels and asides, where digits stand below each other.
  private var numberStyle: TextStyle {
    var style = theme.style("body")
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

  // MARK: Rows

  private func newRow(before: Double) -> Row {
    Row(height: step, baseline: theme.grid.ascent.points, before: before * step)
  }

  /// One row a line; inside, no break that leaves a single line on either page.
  private mutating func addLines(
    _ lines: [SetLine], align: Theme.Alignment, before: Double, indent: Double = 0
  ) {
    for (index, line) in lines.enumerated() {
      var row = newRow(before: index == 0 ? before : 0)
      let isInside = index >= 2 && index <= lines.count - 2
      if index > 0 { row.breakCost = isInside ? BreakCost.line : BreakCost.loneLine }
      if index > 0, lines[index - 1].endsInHyphen { row.breakCost += BreakCost.dividedWord }
      // Only lines of the header are not flush left.
      row.items = items(line, align: align, width: pageWidth, indent: indent)
      rows.append(row)
    }
  }

  /// The runs of a line as items of a row, next in the order of reading.
  private mutating func items(
    _ line: SetLine, align: Theme.Alignment, width: Double, indent: Double = 0
  ) -> [Row.Item] {
    let start = indent + offset(of: line.width, in: width, align)
    return line.runs.map { item in
      Row.Item(x: start + item.x, y: 0, item: .text(item.run), order: nextOrder())
    }
  }

  private func offset(of width: Double, in room: Double, _ align: Theme.Alignment) -> Double {
    switch align {
    case .left: 0
    case .center: (room - width) / 2
    case .right: room - width
    }
  }

  private mutating func nextOrder() -> Int {
    order += 1
    return order
  }
}
