// SPDX-License-Identifier: MIT
package import CVLayout
package import CVModel

/// A document set as pages, with what is to be said of it.
package struct Typesetting: Hashable, Sendable {
  package var document: TypesetDocument
  /// What could not be set as it stands.
  package var faults: [SettingFault]
  /// What was done for the budget of pages; `nil` where there is none.
  package var budget: BudgetReport?
}

/// Sets a layout tree as pages.
///
/// - Parameter budget: The pages that there may be; `nil` sets the document as it was designed, but
///   for a last page that hardly anything stands on.
package func typeset(
  _ tree: LayoutTree, theme: Theme, paper: Paper, budget: PageBudget? = nil,
  shaper: some TextShaper
) -> Typesetting {
  var press = Press(
    paper: paper,
    setter: ParagraphSetter(theme: theme, language: tree.language, shape: shaper.shape))
  guard let budget else { return press.typesetWithoutScraps(tree, theme) }
  return press.typeset(tree, theme, budget: budget)
}

/// Stacks a tree, as often as it takes.
private struct Press {
  let paper: Paper
  var setter: ParagraphSetter

  /// A tree in rows and pages.
  private struct Stack {
    var flow: FlowBuilder
    var paginator: ColumnPaginator
    /// The rows of each column of each page.
    var sheets: [[Range<Int>]]
    /// Of all rows with the spaces between them, in points; columns count by their part.
    var height: Double
    /// The height of the text on a page, in points.
    var room: Double

    var pages: Int { sheets.count }

    /// How much of the last page would be used if the others were filled, from 0 to 1.
    var lastPage: Double {
      let paginator = Paginator(height: room, mindsLastPage: false)
      guard self.paginator.columns == 1 else {
        let used = sheets.last?.map { paginator.usedHeight(flow.rows[$0]) } ?? []
        return used.reduce(0, +) / (room * Double(self.paginator.columns))
      }
      let start = paginator.breaks(in: flow.rows).last ?? 0
      return paginator.usedHeight(flow.rows[start...]) / room
    }
  }

  private func stack(_ tree: LayoutTree, _ theme: Theme) -> Stack {
    var flow = FlowBuilder(theme: theme, paper: paper, setter: setter)
    flow.build(tree)
    let margins = margins(of: theme)
    let room = paper.size.height.points - margins.top.points - margins.bottom.points
    let columns = theme.page.columns
    let paginator = ColumnPaginator(height: room, columns: columns, headerRows: flow.headerRows)
    let plain = Paginator(height: room)
    var height = plain.usedHeight(flow.rows[...])
    if columns > 1 {
      let body = plain.usedHeight(flow.rows[flow.headerRows...])
      height = paginator.top(of: flow.rows) + body / Double(columns)
    }
    return Stack(
      flow: flow, paginator: paginator, sheets: paginator.pages(of: flow.rows), height: height,
      room: room)
  }

  private func margins(of theme: Theme) -> Theme.Margins {
    theme.page.margins[paper] ?? Theme.Margins(top: .zero, bottom: .zero, left: .zero, right: .zero)
  }

  private func assembled(_ stack: Stack, _ tree: LayoutTree, _ theme: Theme) -> Typesetting {
    var flow = stack.flow
    var assembly = PageAssembly(paper: paper, margins: margins(of: theme))
    assembly.place(
      flow.rows, stack.sheets, headerRows: stack.paginator.columns > 1 ? flow.headerRows : 0,
      columnStep: flow.textWidth + theme.page.columnGap.points)
    if let footer = theme.page.footer {
      assembly.addFooters(
        footer, name: tree.header.name?.text ?? tree.title, style: theme.style("footer"),
        setter: &flow.setter)
    }
    let document = TypesetDocument(
      pages: assembly.pages, outline: assembly.outline, structure: flow.structure,
      title: tree.title, author: tree.author, language: tree.language)
    return Typesetting(document: document, faults: flow.setter.faults)
  }

  // MARK: Budget

  mutating func typeset(
    _ tree: LayoutTree, _ theme: Theme, budget: PageBudget
  ) -> Typesetting {
    setter.keepLines()
    let result = search(theme, budget).run(tree)
    let rest = tree.leavingOut(result.dropped)
    let chosen = theme.tightened(to: result.place)
    var typesetting = assembled(stack(rest, chosen), rest, chosen)
    typesetting.budget = result.report
    return typesetting
  }

  private func search(_ theme: Theme, _ budget: PageBudget) -> BudgetSearch {
    BudgetSearch(budget: budget, theme: theme) { [self] tree, theme in
      let stack = stack(tree, theme)
      return .init(height: stack.height, room: stack.room, pages: stack.pages)
    }
  }

  /// A last page with less on it than this is hardly worth turning to (typography.md, rule 11).
  private static let scrap = 0.2
  /// The part of the height by which a document may shrink to be rid of such a page.
  private static let forScrap = 0.02

  /// The design as it is, or a little tighter where that saves a last page with little on it.
  mutating func typesetWithoutScraps(_ tree: LayoutTree, _ theme: Theme) -> Typesetting {
    let designed = stack(tree, theme)
    // What the last page holds is more than the document may shrink by: no search would help.
    let isScrap =
      designed.lastPage < Self.scrap
      && designed.lastPage * designed.room <= designed.height * Self.forScrap
    guard designed.pages > 1, isScrap, theme.floors != nil else {
      return assembled(designed, tree, theme)
    }
    setter.keepLines()
    let budget = PageBudget(pages: designed.pages - 1)
    if let place = search(theme, budget).leastPlace(for: tree) {
      let tighter = theme.tightened(to: place)
      let stack = stack(tree, tighter)
      if stack.height >= designed.height * (1 - Self.forScrap) {
        return assembled(stack, tree, tighter)
      }
    }
    return assembled(designed, tree, theme)
  }
}

/// Puts rows at their places on pages.
private struct PageAssembly {
  let paper: Paper
  let margins: Theme.Margins
  private(set) var pages: [Page] = []
  private(set) var outline: [OutlineItem] = []

  init(paper: Paper, margins: Theme.Margins) {
    self.paper = paper
    self.margins = margins
  }

  /// - Parameters:
  ///   - headerRows: The rows above the columns of the first page.
  ///   - columnStep: From the left edge of a column to that of the next, in points.
  mutating func place(
    _ rows: [Row], _ sheets: [[Range<Int>]], headerRows: Int, columnStep: Double
  ) {
    for columns in sheets {
      var placed: [(order: Int, item: Placed)] = []
      var top = margins.top.points
      if pages.isEmpty, headerRows > 0 {
        top = place(rows[..<headerRows], x: 0, y: top, in: &placed) + rows[headerRows - 1].after
      }
      for (number, column) in columns.enumerated() {
        _ = place(rows[column], x: Double(number) * columnStep, y: top, in: &placed)
      }
      let size = paper.size
      pages.append(
        Page(
          width: size.width, height: size.height,
          items: placed.sorted { $0.order < $1.order }.map(\.item)))
    }
  }

  /// - Returns: Where the last row ends.
  private mutating func place(
    _ rows: ArraySlice<Row>, x: Double, y: Double, in placed: inout [(order: Int, item: Placed)]
  ) -> Double {
    var y = y
    var after = 0.0
    for (index, row) in rows.enumerated() {
      if index > 0 { y += max(row.before, after) }
      let baseline = y + row.baseline
      if let title = row.bookmark {
        outline.append(OutlineItem(title: title, page: pages.count, y: .pt(y)))
      }
      for item in row.items {
        let place = Placed(
          x: .pt(margins.left.points + x + item.x), y: .pt(baseline + item.y), item: item.item)
        placed.append((item.order, place))
      }
      y += row.height
      after = row.after
    }
    return y
  }

  mutating func addFooters(
    _ footer: Theme.Footer, name: String, style: TextStyle, setter: inout ParagraphSetter
  ) {
    let width = paper.size.width.points - margins.left.points - margins.right.points
    for index in pages.indices where index + 1 >= footer.firstPage {
      let words = footer.text.replacing("{name}", with: name)
        .replacing("{page}", with: String(index + 1))
        .replacing("{pages}", with: String(pages.count))
      let text = LayoutText(words, role: .text)
      guard let line = setter.lines(text, style: style, width: unlimitedWidth, element: nil).first
      else {
        continue
      }
      let free = width - line.width
      let indent = footer.alignment == .left ? 0 : footer.alignment == .center ? free / 2 : free
      for item in line.runs {
        pages[index].items.append(
          Placed(
            x: .pt(margins.left.points + indent + item.x),
            y: .pt(paper.size.height.points - footer.baseline.points), item: .text(item.run)))
      }
    }
  }
}
