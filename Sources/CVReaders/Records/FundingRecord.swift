// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// A grant of several lines: its number and dates, who funds it, its title in italics or quotes,
/// `Role: …`.
///
/// - Returns: `nil` where no line is a title by its style.
func fundingRecord(_ draft: EntryDraft) -> Record? {
  guard draft.lines.count >= 2, let title = draft.lines.firstIndex(where: isTitleOfGrant) else {
    return nil
  }
  var record = Record(.funding)
  record.title = withoutQuotes(unstyled(draft.lines[title], .emphasis))
  var rest: [RichText] = []
  for (index, line) in draft.lines.enumerated() where index != title {
    if record.role == nil, let role = labelledRole(line) {
      record.role = role.value
      rest += role.rest
    } else if record.dates == nil, case let extracted = ExtractedDates(line),
      let dates = extracted.dates
    {
      record.dates = dates
      rest.append(unstyled(extracted.rest.trimmedSigns()))
    } else if record.organisation == nil, index > 0, !line.isWholly(.strong), wordCount(line) <= 10,
      !line.text.contains(where: \.isNumber), !line.text.contains(":")
    {
      record.organisation = withoutFinalStop(line)
    } else {
      rest.append(unstyled(line))
    }
  }
  rest.removeAll(where: \.isEmpty)
  record.text = rest.joinedIfAny(separator: ", ")
  return record
}

/// `Funder: Fen Trust`, `Role: PI`: takes fields with their names from the points below a grant.
func takeNamedFields(of record: inout Record) {
  guard record.kind == .funding else { return }
  var left: [Bullet] = []
  for point in record.bullets {
    if !point.children.isEmpty || !takeNamedField(point.text, into: &record) { left.append(point) }
  }
  record.bullets = left
}

/// Takes the lines `Funder: Fen Trust` and `Role: PI` from below the heading of a grant.
///
/// - Returns: The other lines with a label, which go with these fields; none where there are none.
func takeNamedLines(from draft: inout EntryDraft, into record: inout Record) -> [RichText] {
  var (kept, told): ([RichText], [RichText]) = ([], [])
  for line in draft.lines.dropFirst() where !takeNamedField(line, into: &record) {
    if NamedValue(line) == nil { kept.append(line) } else { told.append(line) }
  }
  guard kept.count + told.count < draft.lines.count - 1 else { return [] }
  draft.lines = draft.lines.prefix(1) + kept
  return told
}

/// Takes `Funder: Fen Trust` or `Role: PI`, and says whether a line is one of these.
func takeNamedField(_ line: RichText, into record: inout Record) -> Bool {
  guard let field = NamedValue(line), wordCount(field.value) <= 12 else { return false }
  if record.organisation == nil, field.isNamed(in: .columnOrganisation) {
    record.organisation = withoutFinalStop(field.value)
  } else if record.role == nil, let role = labelledRole(line), role.rest.isEmpty {
    record.role = role.value
  } else {
    return false
  }
  return true
}

/// Whether a line can only be the title of a grant: some words in italics or in quotes.
func isTitleOfGrant(_ line: RichText) -> Bool {
  wordCount(line) >= 2 && (line.isWholly(.emphasis) || wholeQuotation(TextScan(line)) != nil)
}

/// `PI, Fund, “Title”, sum` and `Fund, “Title”, co-PI`: the part that somebody has in a grant in
/// front or at the end, and the title in quotes.
func takeGrant(_ line: RichText, into record: inout Record) {
  var grant = line
  let parts = topLevelParts(line)
  if parts.count > 1, let first = parts.first, isPartInGrant(first) {
    record.role = first
    grant = line[first.count..<line.count].trimmedSigns()
  } else if parts.count > 1, let last = parts.last, isPartInGrant(last) {
    record.role = last
    grant = line.trimmed()[0..<line.trimmed().count - last.count].trimmedSigns()
  }
  guard !takeQuotedGrant(grant, into: &record), record.role != nil else { return }
  record.title = closingUpBrackets(unstyled(withoutFinalStop(grant)))
}

/// `Towards Drier Fens (ToDry), member, sum`: a title with its short form in brackets, or before
/// the part that somebody has in the grant.
func takeNamedGrant(_ line: RichText, into record: inout Record) {
  let parts = topLevelParts(line)
  guard parts.count > 1, !isInstitution(parts[0]),
    let last = parts.indices.dropLast().first(where: { index in
      endsWithShortForm(parts[index]) || index == 0 && isPartInGrant(parts[1])
    }), wordCount(Array(parts[...last]).joinedRich(separator: ", ")) > 2
  else { return }
  record.title = Array(parts[...last]).joinedRich(separator: ", ")
  var rest = Array(parts[(last + 1)...])
  if record.role == nil, let role = rest.firstIndex(where: isPartInGrant) {
    record.role = rest.remove(at: role)
  }
  record.text = rest.joinedIfAny(separator: ", ").map(withoutFinalStop)
}

/// `Drier Fens (ToDry)`: a bracket with one word of several capitals behind others.
private func endsWithShortForm(_ part: RichText) -> Bool {
  guard let bracket = FinalBracket(TextScan(part)), bracket.before.hasWords else { return false }
  let name = bracket.inner.text
  return 2...16 ~= name.count && name.count(where: \.isUppercase) > 1
    && name.allSatisfy { $0.isLetter || $0 == "-" }
    && !Segment(bracket.before, line: 0).hasOrganisationWord
}

/// `PI`, `Co-investigator`; a fellowship is a grant itself.
func isPartInGrant(_ part: RichText) -> Bool {
  part.isShortRole && wordCount(part) <= 2 && !part.text.hasSuffix("ship")
    && part.text.unicodeScalars.allSatisfy { isWordScalar($0) || isSpace($0) || isDash($0) }
    && !Segment(part, line: 0).hasOrganisationWord
}

/// `Fund, sum, (kind)` without the comma that the date before the bracket left.
private func closingUpBrackets(_ text: RichText) -> RichText {
  let scan = TextScan(text)
  guard
    let comma = scan.scalars.indices.last(where: { index in
      scan.scalars[index] == "," && scan[scan.skipSpaces(from: index + 1)] == "("
    })
  else { return text }
  return scan.slice(0..<comma) + scan.slice(comma + 1..<scan.count)
}

/// `Role: PI, 25 % effort`: the part that somebody has, and what else the line says.
private func labelledRole(_ line: RichText) -> (value: RichText, rest: [RichText])? {
  guard let part = NamedValue(line), part.isNamed(in: .columnRole) else { return nil }
  let parts = topLevelParts(part.value)
  guard let first = parts.first, wordCount(first) <= 5 else { return nil }
  let rest = parts.dropFirst()
  return (withoutFinalStop(first), rest.isEmpty ? [] : [rest.joinedRich(separator: ", ")])
}

/// `Funder, “Title”, part, sum`: a title in quotes that is a part of its own.
private func takeQuotedGrant(_ line: RichText, into record: inout Record) -> Bool {
  let parts = topLevelParts(line)
  let scan = TextScan(line)
  if let index = parts.firstIndex(where: { wholeQuotation(TextScan($0)) != nil }), index > 0 {
    record.title = parts[index]
    record.organisation = parts[..<index].joinedRich(separator: ", ")
    let rest = parts.dropFirst(index + 1)
    record.text = rest.isEmpty ? nil : withoutFinalStop(rest.joinedRich(separator: ", "))
    return true
  }
  // `科研費「雨の地図」代表`: the brackets alone set the title apart.
  guard let open = scan.scalars.firstIndex(of: "「"), let close = scan.closingBracket(of: open),
    close > open + 3
  else { return false }
  record.title = scan.slice(open + 1..<close)
  let around = [scan.slice(0..<open), scan.slice(close + 1..<scan.count)]
    .map { $0.trimmedSigns() }.filter { !$0.isEmpty }
  record.text = around.joinedIfAny(separator: listSeparator(for: line))
  return true
}
