// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Makes paragraphs of tables of two columns, `| Name | Ada Roe |`: the key, a colon, the value.
func openingKeyedTables(_ blocks: [MarkupNode]) -> [MarkupNode] {
  blocks.flatMap { block -> [MarkupNode] in
    guard case .table(let rows) = block.kind, rows.count > 1,
      rows.allSatisfy({ $0.cells.filter { $0.contains(where: \.hasWords) }.count <= 2 })
    else { return [block] }
    return rows.map { row in
      let cells = row.cells.map { joinedTexts($0.flatMap(\.texts)) }.filter { !$0.isEmpty }
      let text = cells.joinedRich(separator: ": ")
      return MarkupNode(.paragraph(text), span: text.span)
    }
  }
}
