// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

/// Stacks the blocks of a layout tree into rows.
struct FlowBuilder {
  let theme: Theme
  /// The width of the text between the margins, in points.
  let pageWidth: Double
  /// The width of the header, without what a photo takes of it.
  var headerWidth: Double
  /// The left edge of what is set now, from the left margin.
  var left = 0.0
  /// Its width; without columns, that of the text.
  var textWidth: Double
  var setter: ParagraphSetter
  var rows: [Row] = []
  /// The rows of the column beside the text.
  private(set) var sideRows: [Row] = []
  /// How many of the rows are the header.
  private(set) var headerRows = 0
  var structure = StructureTree()
  /// The width of a column of the text.
  let columnWidth: Double
  /// The left edge and the width of the text in the side column.
  private let side: (left: Double, width: Double)?
  private var isInSide = false
  private var order = 0
  /// The level of section titles: below the name, or the first where there is none.
  private var sectionLevel = 2
  /// The list of the labelled entries just before.
  private var labelledEntries: Int?
  /// The width of the labels' column by the kind of entry, in the section that is set now.
  var labelWidths: [String: Double] = [:]

  init(theme: Theme, paper: Paper, setter: ParagraphSetter) {
    self.theme = theme
    let margins = theme.textMargins(on: paper)
    pageWidth = (paper.size.width - margins.left - margins.right).points
    headerWidth = pageWidth
    let columns = Double(theme.page.columns)
    let gaps = (columns - 1) * theme.page.columnGap.points
    columnWidth = max(1, (pageWidth - gaps) / columns)
    textWidth = columnWidth
    side = theme.page.side.map { side in
      let edge = paper.size.width - side.width + side.left - margins.left
      return (edge.points, max(1, (side.width - side.left - side.right).points))
    }
    self.setter = setter
  }

  var step: Double { theme.grid.step.points }
  var bodyWidth: Double { min(theme.page.bodyWidth.points, textWidth) }
  /// Labels stand in the column for them, where there is one.
  var hasLabelColumn: Bool { theme.page.labelColumn != nil && !isInSide }

  // MARK: Document

  mutating func build(_ tree: LayoutTree) {
    sectionLevel = tree.header.name == nil ? 1 : 2
    addHeader(tree.header)
    if let last = rows.indices.last { rows[last].after = theme.spaces.afterHeader * step }
    headerRows = rows.count
    if hasSideContacts { inSide { $0.addSideContacts(tree.header) } }
    for section in tree.sections {
      if section.isInSide, side != nil {
        inSide { $0.addSection(section) }
      } else {
        addSection(section)
      }
    }
  }

  /// Whether contacts and the photo stand in a column beside the text.
  var hasSideContacts: Bool { side != nil && theme.header.contacts.form == .side }

  /// Sets something in the column beside the text.
  private mutating func inSide(_ body: (inout FlowBuilder) -> Void) {
    guard let side else { return }
    let outer = (left, textWidth)
    (left, textWidth) = side
    isInSide = true
    swap(&rows, &sideRows)
    body(&self)
    swap(&rows, &sideRows)
    isInSide = false
    (left, textWidth) = outer
  }

  private mutating func addSideContacts(_ header: HeaderNode) {
    if let photo = header.photo { addSidePhoto(photo) }
    guard !header.contacts.isEmpty else { return }
    let parent = structure.add(.section)
    if let title = header.contactsTitle { addTitle(title, in: parent) }
    let scale = contactScale(header.contacts, width: textWidth)
    for contact in header.contacts {
      let element = structure.add(.paragraph, in: parent)
      addContact(contact, in: element, width: textWidth, scale: scale)
    }
  }

  // MARK: Sections

  private mutating func addSection(_ section: SectionNode) {
    let parent = structure.add(.section)
    let start = rows.count
    labelledEntries = nil
    let outer = (left, textWidth)
    var titleRow: Row?
    if let column = titleColumn {
      titleRow = section.title.map { titleBeside($0, width: column.width, in: parent) }
      left += column.width + column.gap
      textWidth = max(1, textWidth - column.width - column.gap)
    } else if let title = section.title {
      addTitle(title, in: parent)
    }
    labelWidths = labelWidths(in: section)
    addChildren(of: section, in: parent)
    (left, textWidth) = outer
    if let titleRow { join(titleRow, to: start) }
    guard start < rows.count else { return }
    if section.title != nil || titleColumn != nil { addRuleAbove(start) }
    rows[start].before = max(rows[start].before, theme.spaces.beforeSection * step)
    rows[start].breakCost = BreakCost.section
    rows[start].bookmark = section.title?.text
  }

  private mutating func addChildren(of section: SectionNode, in parent: Int) {
    var previous: BlockNode?
    var opening = SectionOpening(isTitled: section.title != nil)
    let level = section.title == nil ? sectionLevel : sectionLevel + 1
    var index = 0
    while index < section.children.count {
      let child = section.children[index]
      let first = rows.count
      let neighbours = entriesBeside(section.children[index...])
      if neighbours.count > 1 {
        addBeside(neighbours, after: previous, in: parent)
      } else {
        add(child, after: previous, in: parent, groupLevel: level)
      }
      index += max(1, neighbours.count)
      guard first < rows.count else { continue }
      if previous != nil { rows[first].breakCost = breakCost(before: child, after: previous) }
      let isStray = isLast(section.children[..<index].last, before: section.children[index...])
      if isStray, rows.count - first <= 3 {
        rows[first].breakCost = max(rows[first].breakCost, BreakCost.lastEntry)
      }
      if opening.needs(child, of: rows.count - first) { rows[first].breakCost = BreakCost.loneItem }
      previous = child
    }
  }

  /// Whether an entry ends its group or its section, and so would stand on a page without a title
  /// or company.
  private func isLast(_ child: BlockNode?, before others: ArraySlice<BlockNode>) -> Bool {
    guard case .entry? = child else { return false }
    if case .groupTitle? = others.first { return true }
    return others.isEmpty
  }

  private func breakCost(before child: BlockNode, after previous: BlockNode?) -> Double {
    if case .groupTitle? = previous { return BreakCost.strandedTitle }
    switch child {
    case .groupTitle: return BreakCost.group
    case .entry, .paragraph, .list: return BreakCost.entry
    }
  }

  // MARK: Section titles

  /// The column of section titles; the side column has none.
  private var titleColumn: (width: Double, gap: Double)? {
    guard !isInSide, let width = theme.sectionTitle.column else { return nil }
    return (width.points, theme.sectionTitle.columnGap.points)
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
        if let rule = theme.sectionTitle.rule, rule.gapBelow == nil {
          row.items.append(item(rule, y: rule.offset.points, x: left, length: textWidth))
        }
      }
      rows.append(row)
    }
  }

  /// A title in its column, all its lines in one row that is as high as they are.
  private mutating func titleBeside(_ title: LayoutText, width: Double, in parent: Int) -> Row {
    let element = structure.add(.heading(level: sectionLevel), in: parent)
    let style = theme.style("section-title")
    let lines = setter.lines(setter.parted(title), style: style, width: width, element: element)
    var row = newRow(before: 0)
    for (index, line) in lines.enumerated() {
      row.items += items(line, align: .left, width: width).map { item in
        var item = item
        item.y = Double(index) * step
        return item
      }
    }
    row.height = Double(max(1, lines.count)) * step
    return row
  }

  /// Puts a title beside the first row of its section, which becomes as high as the title.
  private mutating func join(_ title: Row, to start: Int) {
    guard start < rows.count else { return rows.append(title) }
    rows[start].items += title.items
    let height = rows[start...].reduce(0) { $0 + $1.height }
    if height < title.height { rows[rows.count - 1].height += title.height - height }
  }

  private mutating func addRuleAbove(_ start: Int) {
    guard !isInSide || theme.sectionTitle.column == nil, let rule = theme.sectionTitle.rule,
      let steps = rule.gapBelow
    else { return }
    let gap = steps * step
    let isWide = titleColumn != nil
    rows[start].height += gap
    rows[start].baseline += gap
    let line = item(
      rule, y: -rows[start].baseline, x: isWide ? 0 : left, length: isWide ? pageWidth : textWidth)
    rows[start].items.append(line)
  }

  private mutating func item(_ rule: Theme.Rule, y: Double, x: Double, length: Double) -> Row.Item {
    let item = RuleItem(
      length: .pt(length), width: rule.width, colour: theme.colours[rule.colour] ?? .black)
    return Row.Item(x: place(x, length), y: y, item: .rule(item), order: nextOrder())
  }

  // MARK: Blocks

  /// - Parameter groupLevel: The level of group titles; no level is left out above them.
  mutating func add(
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
      let width = bodyWidth - inner
      let lines = setter.lines(
        item.text, style: theme.style("body"), width: width, element: body, form: .running)
      addLines(
        setter.besideLabel(lines, width: width), align: .left,
        before: index == 0 ? before : 0, indent: inner)
      if first < rows.count, let sign = bullet.first {
        let x = place(left + indent, sign.extent)
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

  mutating func nextOrder() -> Int {
    order += 1
    return order
  }
}
