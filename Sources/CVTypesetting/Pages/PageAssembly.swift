// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

/// Puts rows at their places on pages.
struct PageAssembly {
  let paper: Paper
  let margins: Theme.Margins
  /// Whether the document runs from right to left.
  let isMirrored: Bool
  private(set) var pages: [Page] = []
  private(set) var outline: [OutlineItem] = []
  /// What stands on each page, with its place in the order of reading.
  private var contents: [[(order: Int, item: Placed)]] = []

  /// - Parameter margins: As they are in documents from left to right.
  init(paper: Paper, margins: Theme.Margins, isMirrored: Bool) {
    self.paper = paper
    self.margins = isMirrored ? margins.mirrored : margins
    self.isMirrored = isMirrored
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
      if contents.isEmpty, headerRows > 0 {
        top = place(rows[..<headerRows], x: 0, y: top, on: 0, in: &placed)
        top += rows[headerRows - 1].after
      }
      for (number, column) in columns.enumerated() {
        let x = Double(number) * (isMirrored ? -columnStep : columnStep)
        _ = place(rows[column], x: x, y: top, on: contents.count, in: &placed)
      }
      contents.append(placed)
    }
  }

  /// Fills the column beside the text, whose tint all pages have.
  mutating func placeSide(
    _ rows: [Row], _ sheets: [Range<Int>], start: Double, tint: Colour, width: Length
  ) {
    while contents.count < sheets.count { contents.append([]) }
    for (number, sheet) in sheets.enumerated() {
      let top = margins.top.points + (number == 0 ? start : 0)
      var placed = contents[number]
      _ = place(rows[sheet], x: 0, y: top, on: number, in: &placed)
      contents[number] = placed
    }
    let size = paper.size
    let box = RuleItem(length: width, width: size.height, colour: tint)
    let place = Placed(
      x: isMirrored ? .zero : size.width - width, y: .pt(size.height.points / 2), item: .rule(box))
    for index in contents.indices { contents[index].append((0, place)) }
  }

  /// Makes the pages of what was placed, each in the order of reading.
  mutating func finish() {
    outline.sort { $0.page < $1.page }
    pages = contents.map { placed in
      Page(
        width: paper.size.width, height: paper.size.height,
        items: placed.sorted { $0.order < $1.order }.map(\.item))
    }
  }

  /// - Returns: Where the last row ends.
  private mutating func place(
    _ rows: ArraySlice<Row>, x: Double, y: Double, on page: Int,
    in placed: inout [(order: Int, item: Placed)]
  ) -> Double {
    var y = y
    var after = 0.0
    for (index, row) in rows.enumerated() {
      if index > 0 { y += max(row.before, after) }
      let baseline = y + row.baseline
      if let title = row.bookmark {
        outline.append(OutlineItem(title: title, page: page, y: .pt(y)))
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
    let texts =
      [(footer.text, footer.right == nil ? footer.alignment : .left)]
      + (footer.right.map { [($0, Theme.Alignment.right)] } ?? [])
    for index in pages.indices where index + 1 >= footer.firstPage {
      for (text, alignment) in texts {
        let words = text.replacing("{name}", with: name)
          .replacing("{page}", with: String(index + 1))
          .replacing("{pages}", with: String(pages.count))
        let set = setter.lines(
          LayoutText(words, role: .text), style: style, width: unlimitedWidth, element: nil)
        if let line = set.first { add(line, to: index, at: footer.baseline, alignment) }
      }
    }
  }

  private mutating func add(
    _ line: SetLine, to page: Int, at baseline: Length, _ alignment: Theme.Alignment
  ) {
    let width = paper.size.width.points - margins.left.points - margins.right.points
    let free = width - line.width
    let isAtLeft = alignment == (isMirrored ? .right : .left)
    let indent = alignment == .center ? free / 2 : isAtLeft ? 0 : free
    for item in line.runs {
      pages[page].items.append(
        Placed(
          x: .pt(margins.left.points + indent + item.x), y: paper.size.height - baseline,
          item: .text(item.run)))
    }
  }
}

extension Theme.Margins {
  fileprivate var mirrored: Theme.Margins {
    Theme.Margins(top: top, bottom: bottom, left: right, right: left)
  }
}
