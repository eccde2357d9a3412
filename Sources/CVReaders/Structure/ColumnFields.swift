// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The fields that the names of a table's columns speak of: `| Company | Role | When |`.
enum ColumnField: Hashable {
  case organisation, role, title, location

  /// The field of a column's name; `nil` for one that needs no name (dates) or that none takes.
  init?(name: RichText) {
    let words = foldedWords(name.text).joined(separator: " ")
    let lists = WordLists.all
    if lists.contains(words, in: .columnOrganisation) {
      self = .organisation
    } else if lists.contains(words, in: .columnRole) {
      self = .role
    } else if lists.contains(words, in: .columnTitle) {
      self = .title
    } else if lists.contains(words, in: .columnLocation) {
      self = .location
    } else {
      return nil
    }
  }
}

/// A row of a table whose columns say which field each cell is.
///
/// - Returns: `nil` unless a column names the thing itself, and another one more of it.
func columnRecord(_ draft: EntryDraft, _ kind: Record.Kind) -> Record? {
  let named: Set<ColumnField> =
    switch kind {
    case .position: [.role, .organisation]
    case .teaching: [.title]
    default: [.title, .organisation]
    }
  guard draft.columns.count == draft.lines.count, draft.body.isEmpty,
    named.isSubset(of: draft.columns.compactMap { $0 })
  else { return nil }
  var record = Record(kind)
  var others: [RichText] = []
  for (field, line) in zip(draft.columns, draft.lines) {
    let value = unstyled(unstyled(line), .emphasis)
    switch field {
    case .organisation where record.organisation == nil: record.organisation = value
    case .role where record.role == nil: record.role = value
    // The number of a course, and its name.
    case .title: record.title = record.title.map { $0 + RichText(" ") + value } ?? value
    case .location where record.location == nil: record.location = value
    default:
      let dates = record.dates == nil && line.isDateAlone ? ExtractedDates(line).dates : nil
      if let dates { record.dates = dates } else { others.append(line) }
    }
  }
  record.text = others.isEmpty ? nil : others.joinedRich(separator: ", ")
  splitPlace(of: &record)
  return record
}

/// `Fen College, Ely, UK` in one cell: the place leaves the name.
private func splitPlace(of record: inout Record) {
  guard record.location == nil, let name = record.organisation else { return }
  let parts = topLevelParts(name)
  let places = Gazetteer.placeCount(atEndOf: parts.map(\.text))
  guard places > 0, places < parts.count else { return }
  record.location = Array(parts.suffix(places)).joinedRich(separator: ", ")
  record.organisation = Array(parts.dropLast(places)).joinedRich(separator: ", ")
}

/// Whether the columns of a section's tables are those of a list of posts.
func holdsTableOfPosts(_ blocks: [MarkupNode]) -> Bool {
  blocks.contains { block in
    guard case .table(let rows) = block.kind, let header = rows.first, header.isHeader else {
      return false
    }
    let fields = Set(
      header.cells.compactMap { ColumnField(name: joinedTexts($0.flatMap(\.texts))) })
    return fields.isSuperset(of: [.organisation, .role])
  }
}
