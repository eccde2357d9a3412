// SPDX-License-Identifier: MIT
package import CVLayout
package import CVModel

/// Sets a layout tree as pages.
///
/// - Returns: The pages, and what could not be set as it stands.
package func typeset(
  _ tree: LayoutTree, theme: Theme, paper: Paper, shaper: some TextShaper
) -> (document: TypesetDocument, faults: [SettingFault]) {
  let setter = ParagraphSetter(theme: theme, language: tree.language, shape: shaper.shape)
  var flow = FlowBuilder(theme: theme, paper: paper, setter: setter)
  flow.build(tree)
  let margins =
    theme.page.margins[paper] ?? Theme.Margins(top: .zero, bottom: .zero, left: .zero, right: .zero)
  let height = paper.size.height.points - margins.top.points - margins.bottom.points
  let breaks = Paginator(height: height).breaks(in: flow.rows)
  var assembly = PageAssembly(paper: paper, margins: margins)
  assembly.place(flow.rows, breaks: breaks)
  if let footer = theme.page.footer {
    assembly.addFooters(
      footer, name: tree.header.name?.text ?? tree.title, style: theme.style("footer"),
      setter: &flow.setter)
  }
  let document = TypesetDocument(
    pages: assembly.pages, outline: assembly.outline, structure: flow.structure,
    title: tree.title, author: tree.author, language: tree.language)
  return (document, flow.setter.faults)
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

  mutating func place(_ rows: [Row], breaks: [Int]) {
    var start = 0
    for end in breaks + [rows.count] {
      pages.append(page(rows[start..<end]))
      start = end
    }
  }

  private mutating func page(_ rows: ArraySlice<Row>) -> Page {
    var placed: [(order: Int, item: Placed)] = []
    var y = margins.top.points
    var after = 0.0
    for (index, row) in rows.enumerated() {
      if index > 0 { y += max(row.before, after) }
      let baseline = y + row.baseline
      if let title = row.bookmark {
        outline.append(OutlineItem(title: title, page: pages.count, y: .pt(y)))
      }
      for item in row.items {
        let place = Placed(
          x: .pt(margins.left.points + item.x), y: .pt(baseline + item.y), item: item.item)
        placed.append((item.order, place))
      }
      y += row.height
      after = row.after
    }
    let size = paper.size
    return Page(
      width: size.width, height: size.height,
      items: placed.sorted { $0.order < $1.order }.map(\.item))
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
