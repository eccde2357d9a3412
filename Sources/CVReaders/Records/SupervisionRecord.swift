// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// `Ada Roe, PhD student, 2020–2024; now at X`: who, as what, and what came of it.
///
/// - Returns: `nil` unless the line begins with a person's name.
func supervisionRecord(_ draft: EntryDraft) -> Record? {
  guard !draft.hasHeading, let first = draft.lines.first, person(in: first) != nil,
    !Phrase.isWhole(draft.lines.joinedRich(separator: " "))
  else { return nil }
  var record = Record(.supervision)
  let line = takeDates(of: draft, into: &record, keepsUndelimitedYears: false)
  guard let name = person(in: line) else { return nil }
  record.title = unstyled(name.title)
  var rest = name.rest
  if let next = rest.first, next.isShortRole { record.role = rest.removeFirst() }
  let text = rest.joinedRich(separator: ", ")
    .trimmed { isSpace($0) || ".,;–—-".unicodeScalars.contains($0) }
  record.text = text.isEmpty ? nil : text
  return record
}

/// The name that a line begins with, with the degrees behind it, and the other parts of the line.
private func person(in line: RichText) -> (title: RichText, rest: [RichText])? {
  var parts = topLevelParts(line)
  guard parts.count > 1, PersonName(unstyled(parts[0])) != nil else { return nil }
  var title = [parts.removeFirst()]
  while let next = parts.first, WordLists.all.contains(folded(next.text), in: .degree) {
    title.append(parts.removeFirst())
  }
  return (title.joinedRich(separator: ", "), parts)
}

/// Whether the lists of a section name people and what they are: `**Ada Roe**, PhD student, 2020`.
func holdsListOfStudents(_ blocks: [MarkupNode]) -> Bool {
  let lines = blocks.compactMap(\.listItems).flatMap { $0 }
    .compactMap { $0.blocks.first?.paragraphText }
  let students = lines.count { line in
    let rest = person(in: line)?.rest ?? []
    return rest.first.map { $0.isShortRole || Segment($0, line: 0).hasDegreeWord } ?? false
      && line.holdsDate
  }
  return students >= 2 && students * 3 >= lines.count * 2
}
