// SPDX-License-Identifier: MIT
import CVModel

/// A prize: its title keeps its brackets; a giver in italics at the end is its organisation.
func awardRecord(_ original: EntryDraft, _ kind: Record.Kind) -> Record {
  var draft = original
  let dates = draft.takeAwardingLine()
  var told = takeTold(from: &draft)
  var named = Record(kind)
  if kind == .funding, draft.hasHeading { told += takeNamedLines(from: &draft, into: &named) }
  var record = recordOfPrize(draft, kind)
  record.dates = dates ?? record.dates
  record.organisation = named.organisation ?? record.organisation
  record.role = named.role ?? record.role
  record.text = ([record.text].compactMap { $0 } + told).joinedIfAny(separator: ", ")
  return record
}

/// Takes `Description: for a thesis on rain` from below the first line.
private func takeTold(from draft: inout EntryDraft) -> [RichText] {
  let told = draft.lines.dropFirst().filter { line in
    guard let part = NamedValue(line), 1...2 ~= wordCount(part.name) else { return false }
    return wordCount(part.value) > 4 && line.startsWithCapital && !line.saysWhen
  }
  guard !told.isEmpty, !draft.lines[0].isDateAlone,
    draft.lines.dropFirst().suffix(told.count) == told[...]
  else { return [] }
  draft.lines.removeLast(told.count)
  return told
}

private func recordOfPrize(_ draft: EntryDraft, _ kind: Record.Kind) -> Record {
  if let record = recordBelowDate(draft, kind) ?? recordBelowTitle(draft, kind) { return record }
  var record = Record(kind)
  if draft.lines.count == 1, takeRow(draft.lines[0], into: &record) { return record }
  if kind == .award, !draft.isItem, takeDescribed(draft, into: &record) { return record }
  if takeGivenPrize(draft, into: &record) { return record }
  let line = takeDates(of: draft, into: &record, keepsUndelimitedYears: true)
  let lines = draft.lines.filter { !$0.isDateAlone }
  let areColumns = lines.count < draft.lines.count && draft.body.isEmpty
  if areColumns, takeTwoFields(lines, into: &record) { return record }
  if kind == .award, takeGiverBelow(lines, isHeaded: draft.hasHeading, into: &record) {
    return record
  }
  if kind == .funding {
    takeGrant(line, into: &record)
    if record.title == nil { takeNamedGrant(line, into: &record) }
    if record.title != nil { return record }
  }
  let fields = fieldParts(line)
  if takeTwoFields(fields, into: &record) { return record }
  if takeSentences(of: TextScan(line), into: &record) { return record }
  let prize = prizeAndGiver(line) ?? prizeBeforeGiver(line) ?? giverBeforePrize(fields)
  if prize == nil, let (title, rest) = boldPrize(line, of: kind) {
    record.title = title
    let isGiver = rest.startsWithCapital || rest.text.hasPrefix("the ")
    if wordCount(rest) <= 12, kind != .funding, isGiver, !rest.text.contains(where: \.isNumber) {
      takePlace(from: rest, into: &record)
    } else {
      record.text = rest
    }
    return record
  }
  record.title = prize?.title ?? unstyled(withoutFinalStop(line))
  record.organisation = prize?.giver
  return record
}

/// `### Tern Prize` above `*Fen University*, 2021`: the title, and below it who gave that and when;
/// a sum of money is text.
private func recordBelowTitle(_ draft: EntryDraft, _ kind: Record.Kind) -> Record? {
  guard kind != .certificate, draft.lines.count == 2, !draft.lines[0].saysWhen,
    draft.hasHeading || draft.lines[0].isWholly(.strong),
    isGiver(draft.lines[1], of: draft.lines[0]),
    case let below = ExtractedDates(draft.lines[1]), let dates = below.dates,
    case let fields = fieldParts(below.rest.trimmedSigns()).flatMap(topLevelParts),
    let giver = fields.first, giver.startsWithCapital, wordCount(giver) <= 10,
    !giver.text.contains(where: \.isNumber), !isPartInGrant(giver)
  else { return nil }
  var record = Record(kind)
  record.title = unstyled(draft.lines[0])
  record.organisation = unstyled(giver, .emphasis)
  record.dates = dates
  var told = Array(fields.dropFirst())
  if kind == .funding, let part = told.firstIndex(where: isPartInGrant) {
    record.role = told.remove(at: part)
  }
  record.text = told.joinedIfAny(separator: ", ")
  return record
}

/// What a certificate is, who gave it, and perhaps where: parts of a line between bars, or columns
/// of a table.
private func takeTwoFields(_ fields: [RichText], into record: inout Record) -> Bool {
  let isPlaced = fields.count == 3 && Gazetteer.isPlace(fields[2].text)
  guard record.kind == .certificate, fields.count == 2 || isPlaced else { return false }
  record.title = unstyled(fields[0])
  record.organisation = unstyled(fields[1], .emphasis)
  if isPlaced { record.location = unstyled(fields[2], .emphasis) }
  return true
}

/// `Tern Prize. Fen University.`, `Tern Prize. GBP 2,000`: a prize before a stop, and behind it who
/// gave it or what it was worth; `First Aid. Rain Service. Leeds, UK.` behind a certificate.
private func takeSentences(of scan: TextScan, into record: inout Record) -> Bool {
  guard record.kind != .funding, let first = scan.runRanges.first,
    first.attributes.link == nil, !first.attributes.marks.contains(.strong)
  else { return false }
  var parts: [RichText] = []
  var start = 0
  while start < scan.count, parts.count < 6 {
    let end = ReferenceTitle.sentenceEnd(scan, from: start) ?? scan.count
    parts.append(scan.slice(scan.trim(start..<end)))
    start = end + 1
  }
  if record.dates != nil, parts.last?.isDateAlone == true { parts.removeLast() }
  guard start >= scan.count, 2...5 ~= parts.count,
    parts.allSatisfy({ 1...12 ~= wordCount($0) && $0.startsWithCapital && !Phrase.isWhole($0) }),
    wordCount(parts[0]) > 1, !parts[0].text.unicodeScalars.contains(where: isCJK)
  else { return false }
  let giver = parts.dropFirst().firstIndex { part in
    Segment(part, line: 0).hasOrganisationWord && !isAward(part.text)
  }
  let isWorth = parts.count == 2 && isSum(parts[1])
  guard giver == 1 || isWorth || record.kind == .certificate else { return false }
  record.title = parts[0]
  record.organisation = giver.map { parts[$0] }
  let told = parts.indices.dropFirst().filter { $0 != giver }.map { parts[$0] }
  record.text = told.joinedIfAny(separator: ". ")
  return true
}

/// `GBP 2,000`, `€500`: a sum of money.
private func isSum(_ part: RichText) -> Bool {
  let words = part.text.split(separator: " ")
  let isNumber = { (word: Substring) in
    word.contains(where: \.isNumber) && !word.contains(where: \.isLetter)
  }
  let isCode = { (word: Substring) in word.count == 3 && word.allSatisfy(\.isUppercase) }
  return words.count == 2 && words.contains(where: isNumber) && words.contains(where: isCode)
    || words.count == 1 && words[0].first.map { "€$£¥₹".contains($0) } == true
}

/// `2015` above `Tern Prize. Fen University.`: a term and its description.
private func recordBelowDate(_ draft: EntryDraft, _ kind: Record.Kind) -> Record? {
  var prize = draft
  guard draft.lines.count == 2, !draft.isItem, !draft.hasHeading, !draft.lines[1].saysWhen,
    let date = prize.takeDateLine()
  else { return nil }
  prize.isItem = true
  var record = recordOfPrize(prize, kind)
  record.dates = ExtractedDates(date).dates
  return record
}

/// `**Tern Prize**` above `Fen College (all semesters)`: a prize in bold or in a heading, and below
/// it who gave it, perhaps behind the date.
private func takeGiverBelow(
  _ lines: [RichText], isHeaded: Bool, into record: inout Record
) -> Bool {
  guard lines.count == 2, isHeaded || lines[0].isWholly(.strong) && !lines[1].startsBold,
    !lines[1].startsWithLabel,
    case let giver = ExtractedDates(lines[1]).rest.trimmedSigns(), giver.startsWithCapital,
    wordCount(giver) <= 10, !giver.text.hasSuffix("."), giver.isUnlinked
  else { return false }
  let bracket = FinalBracket(TextScan(giver))
  record.title = unstyled(lines[0])
  record.organisation = withoutStyle(bracket?.before ?? giver)
  record.text = bracket?.inner
  return true
}

/// `**Tern Prize**, Society of Fens, Leeds`: a prize in bold before who gave it, or a grant in bold
/// before all that is said of it.
private func boldPrize(
  _ line: RichText, of kind: Record.Kind
) -> (title: RichText, rest: RichText)? {
  let scan = TextScan(line)
  guard let run = scan.runRanges.first, run.attributes.marks.contains(.strong),
    let sign = scan[run.range.upperBound], sign == "," || sign == ".",
    case let rest = scan.slice(run.range.upperBound + 1..<scan.count).trimmed(),
    rest.hasWords,
    !rest.runs.contains(where: { $0.attributes.marks.contains(.strong) }),
    kind == .funding || Segment(rest, line: 0).hasOrganisationWord
      || Gazetteer.placeCount(atEndOf: topLevelParts(withoutFinalStop(rest)).map(\.text)) > 0
  else { return nil }
  return (unstyled(scan.slice(scan.trim(run.range))), withoutFinalStop(rest))
}

/// `Tern Prize, *Fen Society*`: a prize, and who gave it in italics.
private func prizeAndGiver(_ line: RichText) -> (title: RichText, giver: RichText)? {
  let parts = topLevelParts(line)
  guard let giver = parts.last, parts.count > 1, giver.isWholly(.emphasis),
    !parts[0].isWholly(.emphasis)
  else { return nil }
  let title = withoutFinalStop(parts.dropLast().joinedRich(separator: ", "))
  return (unstyled(title), unstyled(giver, .emphasis))
}

/// `**Fen Society |** Tern Prize`: who gave a prize, and before a bar its name.
private func giverBeforePrize(_ fields: [RichText]) -> (title: RichText, giver: RichText)? {
  guard fields.count == 2, fields[0].isWholly(.strong), !fields[1].isWholly(.strong),
    !isAward(fields[0].text), !fields[1].saysWhen
  else { return nil }
  return (unstyled(fields[1]), unstyled(fields[0]))
}

/// `**Tern Prize**, from the Fen Society`: a prize in a style of its own, and who gave it.
private func prizeBeforeGiver(_ line: RichText) -> (title: RichText, giver: RichText)? {
  let scan = TextScan(line)
  guard let run = scan.runRanges.first,
    !run.attributes.marks.isDisjoint(with: [.strong, .emphasis]),
    case let lead = scan.trim(run.range.upperBound..<scan.count, also: { $0 == "," }),
    scan.stands("from ", at: lead.lowerBound),
    case let space = scan.scalars[lead].firstIndex(where: isSpace) ?? lead.upperBound,
    case let giver = scan.slice(scan.trim(space..<scan.count)), wordCount(giver) <= 8,
    case let name = giver.text.hasPrefix("the ") ? giver[4..<giver.count] : giver,
    name.startsWithCapital, name.text.split(separator: " ").last?.plainYear == nil
  else { return nil }
  return (unstyled(scan.slice(scan.trim(run.range))), unstyled(withoutFinalStop(name)))
}

/// `**Tern Prize (2019)**` above `*Fen University, Leeds*`: a prize, and who gave it.
private func takeGivenPrize(_ draft: EntryDraft, into record: inout Record) -> Bool {
  guard draft.lines.count == 2, draft.lines[0].isWholly(.strong),
    draft.lines[1].isWholly(.emphasis),
    case let extracted = ExtractedDates(draft.lines[0], keepsUndelimitedYears: true),
    let dates = extracted.dates, !extracted.rest.isEmpty
  else { return false }
  record.dates = dates
  record.title = unstyled(extracted.rest.trimmedSigns())
  takePlace(from: draft.lines[1], into: &record)
  return true
}

/// A line whose fields signs or looks part, and a date.
private func takeRow(_ line: RichText, into record: inout Record) -> Bool {
  takeStyledRow(line, into: &record) || takeBehindDate(line, into: &record)
}

/// `Mud Test (May 2020) - 895`, `Tern Prize (2019) – Fen University`: behind the date in brackets
/// and a dash stands what was reached, or who gave it.
private func takeBehindDate(_ line: RichText, into record: inout Record) -> Bool {
  guard record.kind != .funding, line.text.contains(")"), case let scan = TextScan(line),
    let bracket = scan.brackets.first(where: { open, close in
      scan.slice(open..<close + 1).isDateAlone
    }), case let dash = scan.skipSpaces(from: bracket.close + 1), isDash(scan[dash]),
    case let title = scan.slice(scan.trim(0..<bracket.open)), title.hasWords,
    case let rest = scan.slice(scan.trim(dash + 1..<scan.count)), !rest.saysWhen
  else { return false }
  let isGiver = wordCount(rest) <= 10 && Segment(rest, line: 0).hasOrganisationWord
  let isResult = wordCount(rest) <= 3 && rest.text.contains(where: \.isNumber)
  guard isGiver || isResult else { return false }
  record.dates = ExtractedDates(scan.slice(bracket.open..<bracket.close + 1)).dates
  record.title = unstyled(title)
  if isGiver { record.organisation = unstyled(rest, .emphasis) } else { record.text = rest }
  return true
}

/// `**Course** – *School* – May 2020 – 8 hours`: a title in bold, who gave it in italics, a date.
private func takeStyledRow(_ line: RichText, into record: inout Record) -> Bool {
  var parts = segments(of: line, number: 0).filter { !$0.words.isEmpty }
  guard parts.count > 2, parts[0].isStrong,
    let when = parts.firstIndex(where: { $0.text.isDateAlone }), when > 0
  else { return false }
  let dates = ExtractedDates(parts.remove(at: when).text).dates
  guard let giver = parts.firstIndex(where: \.isEmphasised) else { return false }
  record.dates = dates
  record.organisation = unstyled(parts.remove(at: giver).text, .emphasis)
  record.title = unstyled(parts.removeFirst().text)
  record.text = parts.map(\.text).joinedIfAny(separator: ", ")
  return true
}
