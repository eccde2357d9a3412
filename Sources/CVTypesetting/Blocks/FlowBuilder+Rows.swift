// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

extension FlowBuilder {
  func newRow(before: Double) -> Row {
    Row(height: step, baseline: theme.grid.ascent.points, before: before * step)
  }

  /// One row a line; inside, no break that leaves a single line on either page.
  mutating func addLines(
    _ lines: [SetLine], align: Theme.Alignment, before: Double, indent: Double = 0
  ) {
    for (index, line) in lines.enumerated() {
      var row = newRow(before: index == 0 ? before : 0)
      let isInside = index >= 2 && index <= lines.count - 2
      if index > 0 { row.breakCost = isInside ? BreakCost.line : BreakCost.loneLine }
      if index > 0, lines[index - 1].endsInHyphen { row.breakCost += BreakCost.dividedWord }
      // Only lines of the header are not flush left.
      row.items = items(line, align: align, width: headerWidth, indent: indent)
      rows.append(row)
    }
  }

  /// The runs of a line as items of a row, next in the order of reading.
  mutating func items(
    _ line: SetLine, align: Theme.Alignment, width: Double, indent: Double = 0
  ) -> [Row.Item] {
    let start = place(left + indent + offset(of: line.width, in: width, align), line.extent)
    let words = line.runs.map { item in
      Row.Item(x: start + item.x, y: 0, item: .text(item.run), order: nextOrder())
    }
    // A rule between two words would part them for some readers.
    return words
      + line.underlines.map { line in
        Row.Item(x: start + line.x, y: line.y, item: .rule(line.rule), order: nextOrder())
      }
  }

  /// Where something stands on the page, by its distance from the edge at which lines begin.
  func place(_ x: Double, _ width: Double) -> Double {
    setter.isMirrored ? pageWidth - x - width : x
  }

  func offset(of width: Double, in room: Double, _ align: Theme.Alignment) -> Double {
    switch align {
    case .left: 0
    case .center: (room - width) / 2
    case .right: room - width
    }
  }
}
