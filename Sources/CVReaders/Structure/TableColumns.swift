// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

extension DraftFinder {
  /// Each row is an entry; a row of names of columns is none.
  mutating func readTable(_ rows: [MarkupNode.Row], group: RichText?) {
    if let entries = columnsBelowNames(rows, group: group) {
      items += entries.map { .draft($0) }
      return
    }
    var entries: [MarkupNode.Row] = []
    var fields: [ColumnField?] = []
    var names: [RichText] = []
    for row in rows {
      let lines = row.cells.map(cellText).filter { !$0.isEmpty }
      let namesColumns = row.isHeader && rows.count > 1 && !lines.contains(where: saysNumber)
      if namesColumns {
        items += lines.map { .furniture($0) }
        names = row.cells.map(cellText)
        fields = names.map { ColumnField(name: $0) }
      } else if !lines.isEmpty {
        entries.append(kind.holdsWorks ? work(row, below: names) : row)
      }
    }
    entries = joiningContinued(entries)
    let pair = columnsOfStartAndEnd(entries)
    for row in entries {
      if pair == nil, fields.isEmpty, let lines = listedLines(row) {
        items += lines.map { .draft(EntryDraft(lines: [$0], group: group)) }
        continue
      }
      let columns = pair == nil ? columns(fields, of: row) : []
      items.append(.draft(draft(of: row, startAndEnd: pair, columns, group: group)))
    }
  }

  /// `| [Tern](…) | [Gull](…) |` above what each is: names behind links in the first row, and in
  /// the column of each what is told of it.
  private func columnsBelowNames(_ rows: [MarkupNode.Row], group: RichText?) -> [EntryDraft]? {
    guard hasBodies, rows.count > 1, case let names = rows[0].cells, names.count > 1,
      rows[0].isHeader, rows.allSatisfy({ $0.cells.count == names.count }),
      names.allSatisfy({ Segment(cellText($0), line: 0).link != nil }),
      !rows[1].cells.contains(where: { $0.isEmpty })
    else { return nil }
    return names.indices.map { column in
      var draft = EntryDraft(lines: [cellText(names[column])], hasHeading: true, group: group)
      draft.body = rows.dropFirst().flatMap { $0.cells[column] }
      return draft
    }
  }

  /// The rows of posts and degrees, with those that say nothing of when joined to the one above
  /// that does: `| 2020 | **Fen University** |` above `|  | PhD in rain |`.
  private func joiningContinued(_ rows: [MarkupNode.Row]) -> [MarkupNode.Row] {
    guard kind.holdsPostsOrDegrees, rows.allSatisfy({ $0.cells.count == 2 }),
      rows.contains(where: { $0.cells.first.map { cellText($0).isEmpty } == true })
    else { return rows }
    return rows.reduce(into: []) { joined, row in
      guard let above = joined.last, cellText(row.cells[0]).isEmpty,
        cellText(above.cells[0]).isDateAlone, case let more = cellText(row.cells[1]),
        !more.startsBold, !namesAnother(more, below: cellText(above.cells[1]))
      else { return joined.append(row) }
      joined[joined.count - 1].cells[1] += row.cells[1]
    }
  }

  /// Whether a row without a date names another post or another degree at that time, as the one
  /// above it does; or another institution where that names nothing else.
  private func namesAnother(_ row: RichText, below above: RichText) -> Bool {
    // Behind a comma, `MD` is a place.
    let (next, first) = (Segment(row, line: 1), Segment(topLevelParts(above)[0], line: 0))
    return next.hasRoleWord && first.hasRoleWord || next.hasDegreeWord && first.hasDegreeWord
      || next.hasOrganisationWord && first.hasOrganisationWord && !first.hasRoleWord
        && !first.hasDegreeWord
  }

  /// The cells of a work with its title first, and with its links in brackets, as labels.
  private func work(_ row: MarkupNode.Row, below names: [RichText]) -> MarkupNode.Row {
    guard names.count == row.cells.count else { return row }
    var row = row
    for (index, name) in names.enumerated()
    where WordLists.all.contains(folded(name.text), in: .linkLabel) {
      guard row.cells[index].count == 1, let text = row.cells[index][0].paragraphText,
        text.runs.contains(where: { $0.attributes.link != nil }), !text.text.contains("[")
      else { continue }
      let label = RichText("[") + text.trimmed() + RichText("]")
      row.cells[index][0] = MarkupNode(.paragraph(label), span: row.cells[index][0].span)
    }
    if let title = names.firstIndex(where: { ColumnField(name: $0) == .title }) {
      row.cells.insert(row.cells.remove(at: title), at: 0)
    }
    return row
  }

  /// The fields of the cells that say something; none where a cell has more than one line.
  private func columns(_ fields: [ColumnField?], of row: MarkupNode.Row) -> [ColumnField?] {
    guard fields.count == row.cells.count, fields.contains(where: { $0 != nil }) else { return [] }
    return zip(fields, row.cells).filter { !cellText($0.1).isEmpty }.map(\.0)
  }

  /// The lines of a row's only text, beside a picture or none, where each line is an entry.
  private func listedLines(_ row: MarkupNode.Row) -> [RichText]? {
    let cells = row.cells.filter { !cellText($0).isEmpty }
    guard [.services, .awards, .memberships].contains(kind), cells.count == 1,
      cells[0].count == 1, let text = cells[0][0].paragraphText
    else { return nil }
    let lines = headLines(text, soft: false)
    return lines.count > 1 && lines.allSatisfy { wordCount($0) <= 25 } ? lines : nil
  }

  private func saysNumber(_ text: RichText) -> Bool { text.text.contains(where: \.isNumber) }

  /// The words of a cell; a dash alone stands for none.
  private func cellText(_ cell: [MarkupNode]) -> RichText {
    let text = joinedTexts(cell.flatMap(\.texts))
    return text.text.unicodeScalars.contains(where: { !isSpace($0) && !isDash($0) })
      ? text : RichText()
  }

  /// The first of two columns of which one says when something began, and the next when it ended.
  private func columnsOfStartAndEnd(_ rows: [MarkupNode.Row]) -> Int? {
    let width = rows.map(\.cells.count).min() ?? 0
    guard rows.count > 1, width > 2 else { return nil }
    return (0..<width - 1).first { column in
      let starts = rows.map { cellText($0.cells[column]) }
      let ends = rows.map { cellText($0.cells[column + 1]) }
      return starts.allSatisfy(\.isPointInTime) && ends.contains(where: \.isPointInTime)
        && ends.allSatisfy { $0.isEmpty || $0.isPointInTime || $0.isPresent }
    }
  }

  private func draft(
    of row: MarkupNode.Row, startAndEnd: Int?, _ columns: [ColumnField?], group: RichText?
  ) -> EntryDraft {
    var draft = EntryDraft(lines: [], columns: columns, group: group)
    for (column, cell) in row.cells.enumerated() {
      if let start = startAndEnd, column == start {
        let end = cellText(row.cells[column + 1])
        draft.lines.append(cellText(cell) + RichText(" – ") + end)
      } else if startAndEnd.map({ column != $0 + 1 }) ?? true, !cellText(cell).isEmpty {
        append(cell, to: &draft)
      }
    }
    if firstCellNames, draft.lines.count > 1 {
      // The first cell that does not say when is the label of the row.
      let order =
        draft.lines.indices.filter { !draft.lines[$0].isDateAlone }
        + draft.lines.indices.filter { draft.lines[$0].isDateAlone }
      if columns.count == order.count { draft.columns = order.map { columns[$0] } }
      draft.lines = order.map { draft.lines[$0] }
      draft.hasHeading = true
    }
    return draft
  }

  /// Whether the entries of a section have a name and more that belongs to it.
  private var firstCellNames: Bool {
    switch kind {
    case .skills, .languages, .teaching, .talks, .projects, .supervision, .interests, .activities,
      .other:
      true
    default: false
    }
  }

  /// `CET4: 533 ⇥ CET6: 451`: what somebody knows with commas between.
  private func commasForGaps(_ line: RichText) -> RichText {
    guard kind == .skills || kind == .languages, line.text.utf8.contains(0x09) else { return line }
    return line.split { $0 == "\t" }.map { $0.trimmed() }.joinedRich(separator: ", ")
  }

  /// The lines of a cell; lists, and what stands below a reference, are the body.
  private func append(_ cell: [MarkupNode], to draft: inout EntryDraft) {
    let above = draft.body.count
    for (index, block) in cell.flatMap(leaves).enumerated() {
      // What stands below the points of a cell belongs to them.
      let isBody = index > 0 && kind.holdsWorks || draft.body.count > above
      switch block.kind {
      case .paragraph(let text) where !isBody, .heading(_, let text) where !isBody:
        draft.lines += headLines(text, soft: false).map(commasForGaps)
      default: draft.body.append(block)
      }
    }
  }
}

extension RichText {
  /// Whether a text is one date and no more.
  fileprivate var isPointInTime: Bool {
    if isYearAndMonth { return true }
    guard isDateAlone, let dates = ExtractedDates(self).dates else { return false }
    return dates.spans.count == 1 && dates.end == .none
  }

  /// `2007-09`, which may also be two years.
  private var isYearAndMonth: Bool {
    let parts = text.split(separator: "-")
    return parts.map(\.count) == [4, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
      && Int(parts[1]).map { 1...12 ~= $0 } == true
  }

  /// Whether a text says "now".
  fileprivate var isPresent: Bool { WordLists.all.contains(folded(text), in: .present) }
}
