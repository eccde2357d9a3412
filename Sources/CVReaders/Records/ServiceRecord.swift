// SPDX-License-Identifier: MIT
import CVModel

/// `Rain Society` above `*Treasurer* – 2019 – 2021`.
func partRecord(_ draft: EntryDraft) -> Record? {
  var record = Record(.service)
  if draft.hasHeading, let part = PartAboveDate(draft.lines) {
    record.take(part, as: draft.lines[0])
    return record
  }
  guard !draft.isItem, let part = DatedPart(draft.lines) else { return nil }
  record.organisation = unstyled(draft.lines[0])
  record.role = part.part
  record.dates = part.dates
  return record
}

/// `Label: years`, `text (years)`, or a whole sentence; a group stands before the label.
func serviceRecord(_ original: EntryDraft) -> Record {
  var record = Record(.service)
  var draft = original
  let dateLine = draft.takeDateLine()
  // The lines of a card: the part taken, then in what and where.
  if !draft.isItem, !draft.hasHeading, draft.lines.count > 1,
    draft.lines[0].trimmedSigns().isShortRole
  {
    record.role = draft.lines.removeFirst().trimmedSigns()
    let rest = draft.lines.dropFirst()
    record.text = rest.joinedIfAny(separator: ", ")
    draft.lines.removeLast(rest.count)
  }
  let line = draft.lines.joinedRich(separator: draft.hasHeading ? ": " : " ")
  let extracted = ExtractedDates(line)
  // Years between several venues belong to these, not to the entry.
  let isAtEnd = extracted.dates.map { dates in
    line.text.hasSuffixIgnoringSigns(dates.words) && !extracted.rest.holdsDate
  }
  if let dateLine {
    record.dates = ExtractedDates(dateLine).dates
    record.title = unstyled(withoutFinalStop(line))
  } else if isAtEnd != true, draft.isItem, draft.lines.count > 1, isNamed(draft.lines[0]) {
    record.title = unstyled(withoutFinalStop(draft.lines[0]))
    record.text = joinedSentences(Array(draft.lines.dropFirst()))
  } else if let dates = extracted.dates, isAtEnd == true || startsWithDate(line) {
    record.dates = dates
    record.title = unstyled(withoutFinalStop(extracted.rest.trimmedSigns()))
  } else {
    record.title = unstyled(withoutFinalStop(line))
  }
  takePart(of: &record)
  takePerson(of: &record)
  take(draft.group, into: &record)
  return record
}

/// Takes the date that a group is, or puts its words before the title.
private func take(_ group: RichText?, into record: inout Record) {
  record.group = group
  datingByGroup(&record)
  if let group = record.group, group.groupYear == nil, let title = record.title {
    record.title = group + RichText(": ") + title
    record.group = nil
  }
  record.group = record.group ?? RichText()
}

/// Whether a line is a name behind one link or in bold, and no label.
private func isNamed(_ line: RichText) -> Bool {
  line.isWholly(.strong) && !line.text.hasSuffix(":") || Segment(line, line: 0).link != nil
}

/// `Ethics Committee, alternate`: the part taken, behind the name of the body.
private func takePart(of record: inout Record) {
  guard let title = record.title, !title.text.contains(":") else { return }
  let parts = topLevelParts(title)
  guard parts.count > 1, let last = parts.last, last.isShortRole,
    last.text.first?.isLowercase == true, Segment(parts[0], line: 0).hasOrganisationWord
  else { return }
  record.role = last
  record.title = parts.dropLast().joinedRich(separator: ", ")
}

/// `Ada Roe, Fen University`, `Ada Roe, docent evaluation, Fen University`: whose work was
/// examined, and where that was.
private func takePerson(of record: inout Record) {
  guard record.role == nil, let title = record.title, case let parts = topLevelParts(title),
    2...3 ~= parts.count, parts[0].isUnlinked, PersonName(parts[0]) != nil,
    let last = parts.last, isInstitution(last), parts.count == 2 || wordCount(parts[1]) <= 4
  else { return }
  record.title = parts[0]
  record.organisation = last
  record.text = parts.count > 2 ? parts[1] : record.text
}
