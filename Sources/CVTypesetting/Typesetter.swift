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
  let theme = tree.hasSide ? theme : theme.withoutSide()
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
    /// The rows of the side column on each page.
    var side: [Range<Int>]
    /// Of all rows with the spaces between them, in points; columns count by their part.
    var height: Double
    /// The height of the text on a page, in points.
    var room: Double

    var pages: Int { max(sheets.count, side.count) }

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
      flow: flow, paginator: paginator, sheets: paginator.pages(of: flow.rows),
      side: sidePages(flow.sideRows, room: room, start: sideStart(theme)), height: height,
      room: room)
  }

  private func margins(of theme: Theme) -> Theme.Margins { theme.textMargins(on: paper) }

  /// How much lower than the text the side column begins on the first page, in points.
  private func sideStart(_ theme: Theme) -> Double {
    (theme.page.side?.start ?? 0) * theme.grid.step.points
  }

  private func sidePages(_ rows: [Row], room: Double, start: Double) -> [Range<Int>] {
    guard !rows.isEmpty else { return [] }
    var paginator = Paginator(height: room, mindsLastPage: false)
    paginator.opening = .init(pages: 1, height: room - start)
    let breaks = paginator.breaks(in: rows)
    return zip([0] + breaks, breaks + [rows.count]).map { $0..<$1 }
  }

  private func assembled(_ stack: Stack, _ tree: LayoutTree, _ theme: Theme) -> Typesetting {
    var flow = stack.flow
    var assembly = PageAssembly(
      paper: paper, margins: margins(of: theme), isMirrored: setter.isMirrored)
    assembly.place(
      flow.rows, stack.sheets, headerRows: stack.paginator.columns > 1 ? flow.headerRows : 0,
      columnStep: flow.columnWidth + theme.page.columnGap.points)
    if let side = theme.page.side {
      assembly.placeSide(
        flow.sideRows, stack.side, start: sideStart(theme),
        tint: theme.colours[side.tint] ?? .black, width: side.width)
    }
    assembly.finish()
    if let footer = theme.page.footer {
      assembly.addFooters(
        footer.labelled(tree.pageLabel), name: tree.header.name?.text ?? tree.title,
        style: theme.style("footer"),
        setter: &flow.setter)
    }
    let document = TypesetDocument(
      pages: assembly.pages, outline: assembly.outline, structure: flow.structure,
      title: printable(tree.title), author: tree.author.map(printable), language: tree.language)
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
    // Where the rows are more than the other pages hold when all have shrunk, no search helps.
    let pages = designed.pages - 1
    let isScrap =
      designed.lastPage < Self.scrap
      && designed.height * (1 - Self.forScrap) <= designed.room * Double(pages)
    guard pages > 0, isScrap, theme.floors != nil else {
      return assembled(designed, tree, theme)
    }
    setter.keepLines()
    let budget = PageBudget(pages: pages)
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

/// A text without controls and noncharacters, which the metadata of a PDF cannot hold.
private func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let properties = scalar.properties
    if properties.generalCategory != .control, !properties.isNoncharacterCodePoint {
      result.append(scalar)
    }
  }
  return String(result)
}
