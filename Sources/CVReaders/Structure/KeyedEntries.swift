// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries of which each field has its name before it: `Company: Acme`, `Position: Engineer`.
extension DraftFinder {
  /// Reads a list, lines, definitions or rows of names and values, and the text below them.
  ///
  /// - Returns: Where the blocks end that were read; `nil` where a block is none of these.
  mutating func readKeyed(_ blocks: [MarkupNode], at index: Int, group: RichText?) -> Int? {
    guard hasBodies else { return nil }
    // Each definition may be a block by itself; those before it were no part of an entry.
    let isDefined = { (block: MarkupNode) in
      if case .definitions = block.kind { true } else { false }
    }
    if index > blocks.startIndex, isDefined(blocks[index - 1]) { return nil }
    let run = blocks[index...].prefix(while: isDefined)
    let own = run.isEmpty ? blocks[index...index] : run
    let parts = own.map(keyedFields)
    guard parts.allSatisfy({ $0 != nil }), case let fields = parts.flatMap({ $0 ?? [] }),
      fields.count > 1, let entries = entries(of: fields)
    else { return nil }
    let below = blocks[own.endIndex...].prefix { block in
      guard (keyedFields(of: block)?.count ?? 0) < 2 else { return false }
      return block.listItems != nil || block.paragraphText.map { !isHead($0) } == true
    }
    for (number, fields) in entries.enumerated() {
      let body = number == entries.count - 1 ? Array(below) : []
      items.append(.draft(draft(of: fields, above: body, group: group)))
    }
    return below.endIndex
  }

  private mutating func draft(
    of fields: [KeyedField], above below: [MarkupNode], group: RichText?
  ) -> EntryDraft {
    var draft = EntryDraft(lines: [], group: group)
    var points: [MarkupNode] = []
    for field in fields {
      if let column = field.column {
        items.append(.furniture(field.name))
        draft.lines.append(field.value)
        draft.columns.append(column)
        draft.isOngoing = draft.isOngoing || field.namesStart
        points += field.body
      } else {
        let line = field.name + RichText(": ") + field.value
        let words = MarkupNode(.paragraph(line), span: line.span)
        points += [words] + field.body
      }
    }
    draft.body = points + below
    return draft
  }

  /// The fields of each entry, cut where the first name comes again; `nil` unless each says what
  /// it is, and where that was.
  private func entries(of fields: [KeyedField]) -> [[KeyedField]]? {
    let first = folded(fields[0].name.text)
    let entries = fields.reduce(into: [[KeyedField]]()) { sum, field in
      if folded(field.name.text) == first { sum.append([]) }
      sum[sum.count - 1].append(field)
    }
    let areWhole = entries.allSatisfy { entry in
      let columns = entry.compactMap(\.column)
      return columns.contains(.organisation)
        && columns.contains { $0 == .role || $0 == .title }
        && Set(columns.filter { $0 != .title }).count == columns.count { $0 != .title }
    }
    return areWhole ? entries : nil
  }

  /// Whether blocks begin with a list of names and values, one of which a record has.
  func areKeyed(_ blocks: [MarkupNode]) -> Bool {
    guard hasBodies, let first = blocks.first, first.listItems != nil,
      let fields = keyedFields(of: first)
    else { return false }
    return fields.count > 1 && fields.contains { $0.column != nil }
  }

  /// Whether a line in bold, however long, stands right above names and values of its entry.
  func isTitleOfFields(_ text: RichText, _ below: MarkupNode) -> Bool {
    guard hasBodies || kind == .media, below.listItems != nil, text.isWholly(.strong),
      wordCount(text) <= 40, !text.isBroken,
      let fields = keyedFields(of: below), fields.count > 1
    else { return false }
    return fields.contains {
      $0.column != nil || WordLists.all.contains(folded($0.name.text), in: [.abstract, .linkLabel])
    }
  }

  /// `### Films` above one title in quotes with names and values below it, or above several.
  func isAboveTitlesOfFields(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    guard content.count > 1, let first = content[0].paragraphText, !title.saysWhen,
      isTitleOfFields(first, content[1])
    else { return false }
    let others = content.indices.dropFirst().dropLast().contains { index in
      content[index].paragraphText.map { isTitleOfFields($0, content[index + 1]) } == true
    }
    return others || quotedRange(TextScan(first.collapsed()))?.outer.lowerBound == 0
  }

  /// Takes `- **Period:** 2019 – 2021` among the points below a heading for when it was.
  func absorbNamedDate(into draft: inout EntryDraft) {
    guard case .list(var list)? = draft.body.first?.kind else { return }
    let dates = list.items.map { item -> RichText? in
      guard item.blocks.count == 1, let field = KeyedField(item.blocks),
        ColumnField(name: field.name) == .date, field.value.isDateAlone
      else { return nil }
      return field.value
    }
    guard let dated = dates.firstIndex(where: { $0 != nil }), let date = dates[dated] else {
      return
    }
    draft.lines.append(date)
    list.items.remove(at: dated)
    let rest = list.items.isEmpty ? [] : [MarkupNode(.list(list), span: draft.body[0].span)]
    draft.body = rest + draft.body.dropFirst()
  }

  /// The names and values that a block is made of; `nil` where a part of it is none.
  private func keyedFields(of block: MarkupNode) -> [KeyedField]? {
    let fields: [KeyedField?]
    switch block.kind {
    case .list(let list): fields = list.items.map { KeyedField($0.blocks) }
    case .paragraph(let text): fields = headLines(text, soft: true).map { KeyedField($0) }
    case .definitions(let definitions):
      fields = definitions.map { definition in
        guard definition.terms.count == 1, definition.descriptions.count == 1,
          let value = definition.descriptions[0].first?.paragraphText
        else { return nil }
        return KeyedField(
          definition.terms[0], value, Array(definition.descriptions[0].dropFirst()))
      }
    case .table(let rows):
      fields = rows.filter { $0.cells.contains { $0.contains(where: \.hasWords) } }.map { row in
        guard row.cells.count == 2, let value = row.cells[1].first?.paragraphText else {
          return nil
        }
        let name = joinedTexts(row.cells[0].flatMap(\.texts))
        return KeyedField(name, value, Array(row.cells[1].dropFirst()))
      }
    default: return nil
    }
    guard !fields.isEmpty, fields.allSatisfy({ $0 != nil }) else { return nil }
    return fields.compactMap { $0 }
  }
}

/// A field of an entry with the name that its author gave it.
private struct KeyedField {
  var name: RichText
  var value: RichText
  /// What stands below the value.
  var body: [MarkupNode]
  /// The field that the name speaks of; `nil` where no record has it.
  var column: ColumnField?

  init?(_ name: RichText, _ value: RichText, _ body: [MarkupNode]) {
    self.name = name.collapsed().trimmed { isSpace($0) || isColon($0) }
    self.value = value.collapsed()
    self.body = body
    guard 1...4 ~= wordCount(self.name), !self.value.isEmpty else { return nil }
    column = ColumnField(name: self.name)
    // `Since when: 3 June 2013`
    if column == nil, self.value.isDateAlone { column = .date }
  }

  /// Whether the value is when a post began, so that it is still held.
  var namesStart: Bool {
    column == .date && WordLists.all.contains(folded(name.text), in: [.columnStart, .since])
  }

  /// `Name: value`.
  init?(_ line: RichText) {
    guard let line = NamedValue(line) else { return nil }
    self.init(line.name, line.value, [])
  }

  /// A point, with others below it.
  init?(_ blocks: [MarkupNode]) {
    guard let line = blocks.first?.paragraphText, let field = KeyedField(line) else { return nil }
    self = field
    body = Array(blocks.dropFirst())
  }
}

extension MarkupNode.Row {
  /// What each cell says.
  var cellTexts: [RichText] { cells.map { joinedTexts($0.flatMap(\.texts)) } }

  /// `| Born | 1983 |` as a key and its value.
  var keyedLine: RichText? {
    let cells = cellTexts.filter { !$0.isEmpty }
    return cells.joinedIfAny(separator: cells.count == 2 ? ": " : " · ")
  }

  /// Whether a row says only that names and values stand below it: `| Key | Value |`.
  var namesPair: Bool {
    isHeader && cells.count == 2
      && cellTexts.allSatisfy { WordLists.all.contains(folded($0.text), in: .columnPair) }
  }
}

extension MarkupNode.Definition {
  /// A term and what it is as a key and its value; more than one line below a term by themselves.
  var keyedLines: [RichText] {
    let values = descriptions.flatMap { $0.flatMap(\.texts) }.map { $0.collapsed() }
    let terms = self.terms.map { $0.collapsed() }
    guard terms.count == 1, values.count == 1 else { return terms + values }
    return [(terms + values).joinedRich(separator: ": ")]
  }
}
