// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The fields that the names of a table's columns speak of: `| Company | Role | When |`.
enum ColumnField: Hashable {
  case organisation, role, title, location, date

  /// The field of a column's name; `nil` for one that none takes.
  init?(name: RichText) {
    let words = foldedWords(name.text).joined(separator: " ")
    let named = Self.names.first { WordLists.all.contains(words, in: $0.list) }
    guard let named else { return nil }
    self = named.field
  }

  private static let names: [(list: Lists, field: ColumnField)] = [
    (.columnOrganisation, .organisation), (.columnRole, .role), (.columnTitle, .title),
    (.columnLocation, .location), (.columnDate, .date),
  ]
}

/// A row of a table whose columns say which field each cell is.
///
/// - Returns: `nil` unless a column names the thing itself, and another one more of it.
func columnRecord(_ draft: EntryDraft, _ kind: Record.Kind) -> Record? {
  let columns = titlesNaming(placesNaming(draft.columns), kind)
  guard columns.count == draft.lines.count, areEnough(columns, for: kind)
  else { return nil }
  var record = Record(kind)
  var others: [RichText] = []
  for (field, line) in zip(columns, draft.lines) {
    let value = withoutStyle(line)
    switch field {
    case .organisation where record.organisation == nil: record.organisation = value
    case .role where record.role == nil: record.role = value
    // The number of a course, and its name.
    case .title:
      let (name, remark) = cutRemark(line, kind)
      record.title = record.title.map { $0 + RichText(" ") + value } ?? withoutStyle(name)
      others += [remark].compactMap { $0 }
    case .location where record.location == nil: record.location = value
    default:
      let dates = line.isDateAlone ? ExtractedDates(line).dates : nil
      // `5/22` is a month where the column says so.
      let month = field == .date ? DateParser(TextScan(line)).shortDates : nil
      if record.dates == nil, let dates = dates ?? month {
        record.dates = dates
      } else {
        others.append(line)
      }
    }
  }
  if kind == .education, let title = record.title {
    let degree = splitDegree(title)
    record.title = degree.title
    others = degree.rest + others
  }
  if kind == .certificate, record.dates == nil { takeDate(of: &others, into: &record) }
  record.text = others.filter(\.hasWords).joinedIfAny(separator: ", ")
  if draft.isOngoing, kind == .position { leaveOpen(&record) }
  splitPlace(of: &record)
  return record
}

/// Says of a post whose start alone is named that it is held.
private func leaveOpen(_ record: inout Record) {
  guard record.dates?.spans.count == 1, record.dates?.end == Dates.End.none else { return }
  record.dates?.spans[0].end = .since
}

/// `Fog and dew, 18.09.2023, 18 hours`: the date among what else a cell says.
private func takeDate(of others: inout [RichText], into record: inout Record) {
  others = others.flatMap(topLevelParts)
  guard let dated = others.firstIndex(where: \.saysWhen) else { return }
  let found = ExtractedDates(others[dated])
  record.dates = found.dates
  others[dated] = found.rest
}

/// `**MSc Rain** (remote)`, `MSc Rain (2 years)`: a degree or a certificate, and a bracket behind
/// it that is no part of its name.
private func cutRemark(_ cell: RichText, _ kind: Record.Kind) -> (RichText, RichText?) {
  guard kind == .education || kind == .certificate else { return (cell, nil) }
  if let bracket = bracketBehindBold(TextScan(cell)) { return (bracket.before, bracket.inner) }
  return kind == .education ? cutBracket(cell, .education) : (cell, nil)
}

/// Whether columns name the thing itself, and what else a table of such entries needs to tell.
private func areEnough(_ columns: [ColumnField?], for kind: Record.Kind) -> Bool {
  let known = Set(columns.compactMap { $0 })
  return neededColumns(of: kind).isSubset(of: known)
    || kind == .project && known.isSuperset(of: [.title, .role])
    // `| Certificate | Details |`
    || kind == .certificate && known.contains(.title) && columns.count == 2
}

/// The fields of which each has a column in a table of entries.
private func neededColumns(of kind: Record.Kind) -> Set<ColumnField> {
  switch kind {
  case .position: [.role, .organisation]
  case .teaching: [.title]
  case .award, .certificate: [.title, .date]
  default: [.title, .organisation]
  }
}

/// `BA, Chemistry, *cum laude*`: the degrees and a field behind one of them, then the rest.
private func splitDegree(_ cell: RichText) -> (title: RichText, rest: [RichText]) {
  let parts = topLevelParts(cell)
  let degrees = parts.prefix { Segment($0, line: 0).hasDegreeWord }.count
  let end = degrees == 1 && !parts[0].text.contains("(") && wordCount(parts[0]) == 1 ? 2 : degrees
  guard degrees > 0, end < parts.count else { return (cell, []) }
  return (parts[..<end].joinedRich(separator: ", "), Array(parts[end...]))
}

/// `| When | What | Where |`: where no column is for institutions, that of places names them.
private func placesNaming(_ columns: [ColumnField?]) -> [ColumnField?] {
  guard !columns.contains(.organisation) else { return columns }
  return columns.map { $0 == .location ? .organisation : $0 }
}

/// `| Title | Company | Where |`: of posts the title is the role, where no other column is.
private func titlesNaming(_ columns: [ColumnField?], _ kind: Record.Kind) -> [ColumnField?] {
  guard kind == .position, !columns.contains(.role) else { return columns }
  return columns.map { $0 == .title ? .role : $0 }
}

/// `Fen College, Ely, UK` in one cell: the place leaves the name.
private func splitPlace(of record: inout Record) {
  guard record.location == nil, let name = record.organisation else { return }
  let parts = topLevelParts(name)
  let known = Gazetteer.placeCount(atEndOf: parts.map(\.text))
  let places = known == 0 && endsInTown(parts) ? 1 : known
  guard places > 0, places < parts.count else { return }
  record.location = Array(parts.suffix(places)).joinedRich(separator: ", ")
  record.organisation = Array(parts.dropLast(places)).joinedRich(separator: ", ")
}

/// Whether all entries of a section are posts somewhere for some time, as below `Research`.
///
/// Where more stands below their heads, it is enough that half name a post and an institution.
func holdsListOfPosts(_ blocks: [MarkupNode]) -> Bool {
  let items = DraftFinder.items(of: blocks, kind: .experience, group: nil)
  let posts = items.compactMap { item -> (isSure: Bool, mayBe: Bool)? in
    guard case .draft(let draft) = item else { return nil }
    let record = readRecord(draft, in: .experience)
    let mayBe = record.organisation != nil && record.dates?.end != Dates.End.none
    let isNamed = draft.lines.contains { Segment($0, line: 0).hasOrganisationWord }
    return (mayBe && isNamed && record.role != nil, mayBe && !draft.body.isEmpty)
  }
  return posts.count > 1 && posts.count == items.count
    && posts.allSatisfy { $0.isSure || $0.mayBe }
    && posts.count(where: \.isSure) * 2 >= posts.count
}

/// Whether each of two entries or more says in its title or above it when it was, and is told
/// below it, and half of the titles or more name an institution: `Mud Maps, Fen University`.
func holdsDatedCards(_ blocks: [MarkupNode]) -> Bool {
  let items = DraftFinder.items(of: blocks, kind: .experience, group: nil)
  let named = items.compactMap { item -> Bool? in
    guard case .draft(let draft) = item, draft.lines.prefix(2).contains(where: \.saysWhen),
      let title = draft.lines.first(where: { !$0.isDateAlone }), wordCount(title) <= 16,
      draft.hasHeading, !draft.body.isEmpty
    else { return nil }
    return Segment(title, line: 0).hasOrganisationWord
  }
  return named.count > 1 && named.count == items.count && named.count { $0 } * 2 >= named.count
}

/// Whether each entry of a section names a post and since when it was held.
func holdsPosts(_ blocks: [MarkupNode]) -> Bool {
  let items = DraftFinder.items(of: blocks, kind: .experience, group: nil)
  return !items.isEmpty
    && items.allSatisfy { item in
      guard case .draft(let draft) = item, case let record = readRecord(draft, in: .experience)
      else { return false }
      return record.role != nil && record.dates.map { $0.start != nil && $0.end != .none } == true
    }
}

/// Whether most entries of a section are degrees with their years, as below `Background`.
func holdsListOfDegrees(_ blocks: [MarkupNode]) -> Bool {
  let drafts = DraftFinder.drafts(of: blocks, kind: .education)
  let degrees = drafts.filter { draft in
    draft.lines.contains(where: \.saysWhen)
      && draft.lines.first.map { line in
        WordLists.all.match(foldedWords(line.text)[...], in: .degree) != nil
          && !namesPartOfStudents(line)
      } == true
  }
  return degrees.count > 1 && degrees.count * 3 >= drafts.count * 2
}

/// `PhD student representative`: a part taken, in few words the last of which names no student.
private func namesPartOfStudents(_ line: RichText) -> Bool {
  guard line.isShortRole, let last = foldedWords(line.text).last else { return false }
  return WordLists.all.contains(last, in: .role) && !WordLists.all.contains(last, in: .graduate)
}

/// Whether the columns of a section's tables are those of a list of posts.
func holdsTableOfPosts(_ blocks: [MarkupNode]) -> Bool {
  blocks.contains { block in
    guard case .table(let rows) = block.kind, let header = rows.first, header.isHeader else {
      return false
    }
    let fields = Set(
      placesNaming(header.cellTexts.map { ColumnField(name: $0) }).compactMap { $0 })
    return fields.isSuperset(of: [.organisation, .role])
  }
}
