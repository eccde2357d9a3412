// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Opens tables that only place the parts of a page: their cells hold headings or further tables.
func openingLayoutTables(_ blocks: [MarkupNode]) -> [MarkupNode] {
  blocks.flatMap { block -> [MarkupNode] in
    switch block.kind {
    case .table(let rows)
    where !namesColumns(rows) && rows.contains(where: { $0.cells.contains(where: placesParts) }):
      return openingLayoutTables(rows.flatMap { $0.cells.flatMap { $0 } })
    case .group(let group) where group.children.contains(where: holdsTable):
      var opened = group
      opened.children = openingLayoutTables(group.children)
      return [MarkupNode(.group(opened), span: block.span)]
    default: return [block]
    }
  }
}

/// The blocks of a table of one row that only places them: a text beside a picture, or the lines
/// of an address beside others, those of a cell in one paragraph.
func openingCell(_ block: MarkupNode) -> [MarkupNode] {
  guard case .table(let rows) = block.kind,
    case let filled = rows.filter({ $0.cells.contains { $0.contains(where: \.hasWords) } }),
    filled.count == 1
  else { return [block] }
  let cells = filled[0].cells.filter { $0.contains(where: \.hasWords) }
  if cells.count == 1 {
    let holdsLines =
      cells[0].count > 1
      || cells[0].contains { $0.paragraphText?.isBroken == true }
    return holdsLines ? cells[0] : [block]
  }
  let lines = cells.map(linesOfCell)
  guard lines.contains(where: { $0.count > 1 }), lines.allSatisfy({ !$0.isEmpty }) else {
    return [block]
  }
  return lines.map { lines in
    let address = lines.joinedRich(separator: ", ")
    let text = isPostalAddress(address) ? address : lines.joinedRich(separator: "\u{2028}")
    return MarkupNode(.paragraph(text), span: text.span)
  }
}

/// The lines of the paragraphs of a cell where all are short; none where it holds more.
private func linesOfCell(_ cell: [MarkupNode]) -> [RichText] {
  let texts = cell.compactMap(\.paragraphText)
  let lines = texts.flatMap { headLines($0, soft: false) }
  let areShort = texts.count == cell.count && lines.allSatisfy { 1...8 ~= wordCount($0) }
  return areShort ? lines : []
}

/// Whether the first row of a table is the names of its columns, so that its cells are data.
private func namesColumns(_ rows: [MarkupNode.Row]) -> Bool {
  guard let header = rows.first, header.isHeader, rows.count > 1 else { return false }
  let names = header.cells.filter { $0.contains(where: \.hasWords) }
  return names.count > 1
    && names.allSatisfy { $0.count == 1 && $0[0].paragraphText.map { wordCount($0) <= 4 } == true }
}

/// A block of code of which each line is a label and a value, as the lines of a paragraph.
func openingLabels(_ block: MarkupNode) -> MarkupNode {
  guard case .code(let code) = block.kind else { return block }
  let lines = code.split(separator: "\n").map { RichText(String($0), span: block.span).collapsed() }
    .filter { !$0.isEmpty }
  let areLabelled = lines.allSatisfy { line in
    let parts = line.text.split(separator: ":", maxSplits: 1)
    return parts.count == 2 && 1...3 ~= parts[0].split(separator: " ").count
      && parts[0].first?.isLetter == true && parts[1].hasPrefix(" ")
  }
  guard lines.count > 1, areLabelled else { return block }
  return MarkupNode(.paragraph(lines.joinedRich(separator: "\u{2028}")), span: block.span)
}

private func placesParts(_ cell: [MarkupNode]) -> Bool {
  cell.contains { block in
    switch block.kind {
    case .heading, .table: true
    case .group(let group): placesParts(group.children)
    default: false
    }
  }
}

private func holdsTable(_ block: MarkupNode) -> Bool {
  switch block.kind {
  case .table: true
  case .group(let group): group.children.contains(where: holdsTable)
  default: false
  }
}
