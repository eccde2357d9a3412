// SPDX-License-Identifier: MIT
import CVModel

/// `**Label:** text`, `Label: text`, `**Label** — text`; else all is text.
func headedRecord(_ draft: EntryDraft, _ kind: Record.Kind) -> Record {
  var record = Record(kind)
  let lines = takeFields(of: draft, into: &record)
  guard !lines.isEmpty else { return record }
  let line = lines.joinedRich(separator: draft.hasHeading ? ", " : " ")
  let scan = TextScan(line)
  if record.title == nil, kind == .language, let parts = levelBehindComma(line) {
    record.title = unstyled(parts[0])
    record.text = parts[1]
  } else if record.title == nil, kind == .language, let level = bracketedLevel(scan) {
    record.title = unstyled(level.before)
    record.text = level.inner
  } else if record.title == nil, kind == .language || kind == .skill, let level = drawnLevel(scan) {
    record.title = unstyled(scan.slice(scan.trim(0..<level.lowerBound, also: { $0 == ":" })))
    record.text = scan.slice(level)
  } else if record.title == nil, kind == .item, Segment(line, line: 0).link != nil {
    record.title = line.mapAttributes { $0.marks = [] }
  } else if record.title == nil, let label = labelRange(scan) ?? dashedLabel(scan, kind) {
    record.title = unstyled(scan.slice(label.inner))
    let rest = scan.slice(label.outer.upperBound..<scan.count).trimmedSigns()
    if kind == .item, let role = record.title, takeClub(rest, behind: role, scan, into: &record) {
      return record
    }
    takeRole(from: rest, into: &record)
  } else if record.title == nil, kind == .language, draft.isItem, isName(scan) {
    record.title = unstyled(line)
  } else if record.title == nil, kind == .skill || kind == .item && draft.isItem,
    !draft.body.isEmpty, wordCount(line) <= 5
  {
    record.title = unstyled(line)
  } else {
    record.text = line
  }
  return record
}

/// `**Rain Club** – treasurer | 2019 – 2021`: a date at the end of a line that begins in bold, or
/// between signs in it.
private func takeDateOfLabel(from lines: inout [RichText], into record: inout Record) {
  guard record.kind == .item, record.title == nil, let line = lines.first,
    line.startsBold, !line.isWholly(.strong)
  else { return }
  let extracted = ExtractedDates(line)
  let parts = fieldParts(line)
  guard let dates = extracted.dates, !extracted.isInMidst, parts.count > 1,
    parts.contains(where: { $0.collapsed().isDateAlone })
  else { return }
  record.dates = dates
  lines[0] = extracted.rest.trimmedSigns()
  let fields = segments(of: lines[0], number: 0)
  guard fields.count == 2, fields[0].isStrong, fields[1].text.isShortRole else { return }
  record.title = unstyled(fields[0].text)
  record.role = fields[1].text
  lines.removeFirst()
}

/// Takes a heading, and when and as what somebody did it; gives the lines that are left.
private func takeFields(of draft: EntryDraft, into record: inout Record) -> [RichText] {
  var lines = draft.lines
  guard draft.hasHeading, !lines.isEmpty else {
    if record.kind == .item, takePartBelowDate(lines, into: &record) { return [] }
    takeDateOfLabel(from: &lines, into: &record)
    if record.kind == .item, record.dates == nil, !lines.isEmpty,
      lines.count == 1 || lines[0].startsBold && startsWithDate(lines[0])
    {
      takeEdgeDate(of: &lines[0], into: &record)
    }
    return lines
  }
  if record.kind == .item, takeRow(lines[0], into: &record) { return Array(lines.dropFirst()) }
  if record.kind == .item, let part = PartAboveDate(lines) {
    record.take(part, as: lines[0])
    return []
  }
  record.title = unstyled(lines.removeFirst())
  // The cell of a row that says when.
  if let when = lines.lastIndex(where: \.isDateAlone) {
    record.dates = ExtractedDates(lines.remove(at: when)).dates
  }
  // What somebody was in a team or a club.
  if record.kind == .item, let post = lines.firstIndex(where: \.isShortRole) {
    record.role = lines.remove(at: post)
  }
  return lines
}

/// `**[2019 – 2021]** Rain Society` above `*Treasurer*`: when and where, and below it as what.
private func takePartBelowDate(_ lines: [RichText], into record: inout Record) -> Bool {
  guard lines.count == 2, startsWithDate(lines[0]), lines[1].isWholly(.emphasis),
    case let part = unstyled(lines[1], .emphasis).trimmed(), part.isShortRole,
    case let extracted = ExtractedDates(lines[0]), let dates = extracted.dates,
    case let name = withoutFinalStop(extracted.rest.trimmedSigns()), name.startsWithCapital,
    wordCount(name) <= 14
  else { return false }
  (record.dates, record.role) = (dates, part)
  record.organisation = unstyled(name)
  return true
}

/// `**Member** | *Rain Society* | *May 2024 – now*`: what somebody was, where and when.
private func takeRow(_ line: RichText, into record: inout Record) -> Bool {
  var parts = fieldParts(line)
  guard parts.count > 2, let when = parts.lastIndex(where: \.isDateAlone) else { return false }
  record.dates = ExtractedDates(parts.remove(at: when)).dates
  let what = unstyled(parts.removeFirst())
  if what.isShortRole { record.role = what } else { record.title = what }
  record.organisation = parts.map { unstyled($0, .emphasis) }.joinedRich(separator: ", ")
  return true
}

/// `2021 – 2022 Rain warden`, `Rain warden, May 2022`: a date at an end of a line with other words.
private func takeEdgeDate(of line: inout RichText, into record: inout Record) {
  let extracted = Phrase.extractedDates(line)
  let rest = extracted.rest.trimmedSigns()
  let words = rest.text.split(separator: " ")
  guard let dates = extracted.dates, let last = words.last, rest.text != line.text,
    words.count <= 40, startsWithDate(line) || !endsLinkedName(line),
    // `Mud Studies I`: a number, and no word of Polish.
    last == "I" || !Phrase.isFunctionWord(last),
    startsWithDate(line) || line.text.hasSuffixIgnoringSigns(dates.words)
  else { return }
  record.dates = dates
  // The date stands behind the words, and no stop before it.
  line = rest.text.contains(". ") ? rest : withoutFinalStop(rest)
}

/// `Third at [Fen Meeting Winter 2012](…)`: whether a line ends with several words behind a link,
/// whose date is part of the name.
private func endsLinkedName(_ line: RichText) -> Bool {
  guard let last = line.runs.last, last.attributes.link != nil, last.length < line.count else {
    return false
  }
  let name = line[line.count - last.length..<line.count]
  return wordCount(name) > 1 && !name.isDateAlone
}

/// `English (fluent)`: what stands in the bracket behind one to three words.
private func bracketedLevel(_ scan: TextScan) -> FinalBracket? {
  guard let bracket = FinalBracket(scan), !bracket.inner.isEmpty,
    1...3 ~= wordCount(bracket.before), dashedLabel(scan, .language) == nil,
    scan.scalars[..<bracket.open].allSatisfy({ isWordScalar($0) || isSpace($0) || isDash($0) })
  else { return nil }
  return bracket
}

/// `English, basic` and `English, C1`: one name, and a level in small letters or of Europe's scale.
private func levelBehindComma(_ line: RichText) -> [RichText]? {
  let parts = topLevelParts(line)
  guard parts.count == 2, wordCount(parts[0]) <= 2, wordCount(parts[1]) <= 4,
    let level = parts[1].text.first,
    level.isLowercase && parts[0].text.first?.isUppercase == true
      || parts[1].count == 2 && "ABC".contains(level) && parts[1].text.last?.isNumber == true
  else { return nil }
  return parts
}

/// `English`: one or two words and nothing else.
private func isName(_ scan: TextScan) -> Bool {
  scan.string(0..<scan.count).split(separator: " ").count <= 2
    && scan.scalars.allSatisfy { isWordScalar($0) || $0 == " " }
}

/// `English ★★★☆☆`, `Swift 90%`: three signs or more, or a share, behind one to three words.
private func drawnLevel(_ scan: TextScan) -> Range<Int>? {
  let end = scan.trim(0..<scan.count).upperBound
  let share = scan.lastWord(in: 0..<end)
  if share.lowerBound > 0, isShareOfHundred(scan.string(share)) {
    // `Less mud by 40%`
    let leads = Phrase.isFunctionWord(scan.string(scan.lastWord(in: 0..<share.lowerBound)))
    return !leads && scan.wordCount(in: 0..<share.lowerBound, upTo: 4) < 4 ? share : nil
  }
  let count = scan.scalars[..<end].reversed().prefix { scalar in
    // Geometric shapes, stars, and signs that ask for a picture or for none.
    (0x25A0...0x25FF).contains(scalar.value) || (0x2605...0x2606).contains(scalar.value)
      || (0x2B1B...0x2B58).contains(scalar.value) || (0xFE0E...0xFE0F).contains(scalar.value)
      || (0x26AA...0x26AB).contains(scalar.value)
  }.count
  let start = end - count
  guard count >= 3, start > 0, isSpace(scan.scalars[start - 1]),
    1...3 ~= scan.string(0..<start).split(separator: " ").count
  else { return nil }
  return start..<end
}

/// Whether a line is one to three words and how well, drawn in signs or as a share.
func isDrawn(_ line: RichText) -> Bool { drawnLevel(TextScan(line)) != nil }

/// `English – fluent`: a few words before a dash, where the entries are skills or languages.
private func dashedLabel(
  _ scan: TextScan, _ kind: Record.Kind
) -> (outer: Range<Int>, inner: Range<Int>)? {
  guard kind == .skill || kind == .language,
    let dash = scan.scalars.indices.first(where: { index in
      isDash(scan.scalars[index]) && scan[index - 1].map(isSpace) == true
        && scan[index + 1].map(isSpace) == true
    }), 1...3 ~= scan.string(0..<dash).split(separator: " ").count
  else { return nil }
  return (0..<dash + 1, scan.trim(0..<dash))
}

/// Whether a line of its own is an entry of skills or languages: a label and what belongs to it.
func isLabelledLine(_ line: RichText, in kind: SectionKind) -> Bool {
  let scan = TextScan(line)
  guard kind == .skills || kind == .languages, wordCount(line) <= 30 else { return false }
  return labelRange(scan) != nil || dashedLabel(scan, recordKind(in: kind)) != nil
    || drawnLevel(scan) != nil
}

/// The bold words, or the words before a colon, at the start of a line.
private func labelRange(_ scan: TextScan) -> (outer: Range<Int>, inner: Range<Int>)? {
  if let first = scan.runRanges.first, first.attributes.marks.contains(.strong),
    first.range.upperBound < scan.count
  {
    let inner = scan.trim(first.range, also: { ":：.".unicodeScalars.contains($0) })
    // `**Swift** and C` goes on; a label ends.
    let next = scan.string(first.range.upperBound..<scan.count).split(separator: " ").first ?? ""
    let goesOn = next.first?.isLowercase == true && Phrase.isFunctionWord(next)
    if !inner.isEmpty, !goesOn || inner != scan.trim(first.range) { return (first.range, inner) }
  }
  // `[Wet maps: an atlas](…): words`
  if let name = scan.runRanges.first, name.attributes.link != nil,
    scan.string(name.range).split(separator: " ").count <= 14,
    case let sign = scan.skipSpaces(from: name.range.upperBound), sign + 1 < scan.count,
    isColon(scan.scalars[sign])
  {
    return (0..<sign + 1, scan.trim(name.range))
  }
  guard let colon = scan.firstColon, colon > 0,
    colon + 1 < scan.count, scan.scalars[colon] == "：" || isSpace(scan.scalars[colon + 1]),
    scan.string(0..<colon).split(separator: " ").count <= 4
  else { return nil }
  return (0..<colon + 1, scan.trim(0..<colon))
}

/// `**Core Member**, Rain Society, Leeds`, `**Tutor** | Mud Studies`: a part taken, and where.
private func takeClub(
  _ rest: RichText, behind role: RichText, _ scan: TextScan, into record: inout Record
) -> Bool {
  let comma = scan[scan.skipSpaces(from: scan.runRanges.first?.range.upperBound ?? 0)]
  let parts = topLevelParts(rest)
  let places = min(Gazetteer.placeCount(atEndOf: parts.map(\.text)), parts.count - 1)
  guard role.isShortRole, comma == "," || comma == "|", wordCount(rest) <= 14,
    !rest.text.hasSuffix("."),
    rest.startsWithCapital
  else { return false }
  record.role = role
  record.title = nil
  record.organisation = parts.dropLast(places).joinedRich(separator: ", ")
  if places > 0 { record.location = parts.suffix(places).joinedRich(separator: ", ") }
  return true
}

/// `Founder and organiser of a club`: the role in front of what it is a role in.
private func takeRole(from text: RichText, into record: inout Record) {
  record.text = text.isEmpty ? nil : text
  guard record.kind == .item, !text.isEmpty else { return }
  let scan = TextScan(text)
  for word in [" of ", " at ", " for ", " in "] {
    guard let range = scan.firstRange(of: word), range.lowerBound > 0 else { continue }
    let role = scan.string(0..<range.lowerBound)
    let words = foldedWords(role)
    let parts = words.split(whereSeparator: WordLists.all.isJoint).flatMap {
      $0.split(separator: ",")
    }
    let areRoles = parts.allSatisfy { WordLists.all.occurs(.role, in: Array($0)) && $0.count <= 3 }
    guard !parts.isEmpty, words.count <= 6, areRoles else { continue }
    record.role = scan.slice(0..<range.lowerBound)
    record.text = scan.slice(range.lowerBound + 1..<scan.count)
    return
  }
}
