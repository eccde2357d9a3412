// SPDX-License-Identifier: MIT
import CVModel

/// A talk, a course, a project: the title is styled, quoted or a heading; else all is the title.
func titledRecord(_ draft: EntryDraft, _ kind: Record.Kind) -> Record {
  if kind == .teaching, let record = recordBelowName(draft, kind) { return record }
  var record = Record(kind)
  let line = takeDates(of: draft, into: &record, keepsUndelimitedYears: false)
  if draft.hasHeading, let heading = draft.lines.first {
    takeHeaded(heading, of: draft, into: &record)
    return record
  }
  guard !Phrase.isWhole(line) || kind == .project && beginsWithLinkedName(line) else {
    record.title = unstyled(withoutFinalStop(line))
    return record
  }
  if kind == .project, draft.lines.count == 2, isTitleLine(draft.lines[0]),
    let first = segments(of: draft.lines[1], number: 1).first, first.isEmphasised
  {
    return projectRecord(draft, record)
  }
  if kind == .project, takeDescribed(draft, into: &record) { return record }
  if takeCourseOrThesis(line, into: &record) {
    splitDatedBracket(of: draft, in: &record)
    return record
  }
  if kind == .talk, takePlaceFirst(line, into: &record) { return record }
  if kind == .talk, takeSpeakers(line, into: &record) { return record }
  if kind == .talk, takeEventFirst(line, into: &record) { return record }
  if kind == .talk, takeOccasion(below: draft.lines, into: &record) { return record }
  if kind == .project, let told = toldOfName(line) {
    (record.title, record.text) = (unstyled(told.name), told.words)
    return record
  }
  guard let title = titleRange(TextScan(line), of: kind) else {
    if kind == .project, takeNamed(line, into: &record) { return record }
    takeListed(kind == .teaching ? cutCourseBracket(line, into: &record) : line, into: &record)
    splitDatedBracket(of: draft, in: &record)
    return record
  }
  takeTitle(title, of: TextScan(line), into: &record)
  return record
}

/// `[I See Rain](…), a map of rain`: a name behind a link, and a comma.
private func beginsWithLinkedName(_ line: RichText) -> Bool {
  guard let first = line.runs.first, first.attributes.link != nil else { return false }
  return line[first.length..<line.count].text.hasPrefix(",")
}

/// A course or a supervised work whose parts the line names.
private func takeCourseOrThesis(_ line: RichText, into record: inout Record) -> Bool {
  switch record.kind {
  case .teaching:
    takePartBehindCourse(line, into: &record) || takeLedCourse(line, into: &record)
      || takePart(in: line, into: &record) || takePartForCourse(line, into: &record)
      || takeCourse(line, into: &record)
  case .supervision: takePart(in: line, into: &record)
  default: false
  }
}

/// A title in a heading, and the lines below it.
private func takeHeaded(_ heading: RichText, of draft: EntryDraft, into record: inout Record) {
  takeHeading(ExtractedDates(heading).rest.trimmedSigns(), into: &record)
  let rest = draft.lines.dropFirst().map {
    ExtractedDates($0).dates == record.dates ? ExtractedDates($0).rest : $0
  }
  let role = record.kind == .teaching ? rest.firstIndex { $0.isShortRole } : nil
  record.role = role.map { rest[$0] } ?? record.role
  let others = rest.indices.filter { $0 != role && !rest[$0].isEmpty }.map { rest[$0] }
  let texts = [record.text].compactMap { $0 } + others
  record.text = texts.isEmpty ? nil : joinedSentences(texts)
  if record.kind == .project { splitDatedBracket(of: draft, in: &record) }
  // `### Fen University, Leeds, UK` above a part taken there
  let name = Segment(heading, line: 0)
  if record.role != nil, others.isEmpty, name.hasOrganisationWord, !name.hasRoleWord,
    record.organisation == nil, let place = record.title
  {
    record.title = nil
    takePlace(from: place, into: &record)
  }
}

/// Texts in one, with commas between but none behind a sentence.
func joinedSentences(_ texts: [RichText]) -> RichText {
  texts.reduce(into: RichText()) { sum, text in
    if !sum.isEmpty {
      let isBehindSentence = sum.text.hasSuffix(".") && wordCount(sum) > 4
      sum.append(RichText(isBehindSentence ? " " : ", "))
    }
    sum.append(text)
  }
}

/// A text without the quotes around all of it.
func withoutQuotes(_ text: RichText) -> RichText {
  let scan = TextScan(text)
  return wholeQuotation(scan).map { scan.slice($0) } ?? text
}

/// Takes a title out of a line; what stands around it says where, or describes it.
private func takeTitle(
  _ title: (outer: Range<Int>, inner: Range<Int>), of scan: TextScan, into record: inout Record
) {
  record.title = withoutFinalStop(unstyled(scan.slice(title.inner)))
  var end = title.outer.upperBound
  // `*Rain Atlas of the North* (RAN)`: the short form belongs to the name.
  let open = scan.skipSpaces(from: end)
  if let close = scan.closingBracket(of: open), scan[open] == "(",
    scan.run(at: open + 1)?.attributes.link == nil,
    case let short = scan.string(open + 1..<close), mayBeShortForm(short),
    record.kind != .talk || !short.contains(where: \.isNumber)
  {
    record.title =
      unstyled(record.title ?? RichText(), .emphasis) + RichText(" ")
      + scan.slice(open..<close + 1)
    end = close + 1
  }
  let around = [scan.slice(0..<title.outer.lowerBound), scan.slice(end..<scan.count)]
    .map { $0.trimmedSigns() }
    .map { record.kind == .talk ? withoutBracket(commasForStops($0)) : $0 }
    .filter { !$0.isEmpty }
  if around.isEmpty { return }
  // `**Fen University** Rain for beginners`
  if record.kind == .teaching, around.count == 1, let name = record.title,
    Connective.namesSchool(foldedWords(name.text), orUnit: true),
    around[0].startsWithCapital, !isInstitution(around[0])
  {
    (record.organisation, record.title) = (name, around[0])
    return
  }
  let tail = max(end, title.inner.upperBound)
  if around.count == 1, let told = told(scan, behind: tail, of: title.inner, around[0], record) {
    record.text = told
  } else if around.count == 1 {
    takePlace(from: around[0], into: &record)
  } else {
    record.text = around.joinedRich(separator: ", ")
  }
}

/// What stands behind a title, where it describes what that is and says not where.
private func told(
  _ scan: TextScan, behind end: Int, of title: Range<Int>, _ rest: RichText, _ record: Record
) -> RichText? {
  let isDescribed = isDescription(scan, behind: end) || scan[title.upperBound - 1] == "."
  if isDescribed, record.kind == .project || tells(scan, rest, record) { return rest }
  return record.kind == .project ? withWhatIsUsed(scan, behind: end) : nil
}

/// `[Title](…) — How rain falls in the fens.`: a sentence behind what somebody wrote, and no place.
private func tells(_ scan: TextScan, _ rest: RichText, _ record: Record) -> Bool {
  record.kind == .item && scan.scalars.last == "." && wordCount(rest) > 6
}

/// `. Rain Week 2018. Leeds, UK` with commas between its parts.
private func commasForStops(_ text: RichText) -> RichText {
  let isStop = { (scalar: Unicode.Scalar) in isSpace(scalar) || scalar == "." }
  guard text.text.hasPrefix(".") else { return text }
  let scan = TextScan(text.trimmed(where: isStop))
  var parts: [RichText] = []
  var start = 0
  while let stop = ReferenceTitle.sentenceEnd(scan, from: start), stop > start {
    parts.append(scan.slice(scan.trim(start..<stop)))
    start = scan.skipSpaces(from: min(stop + 1, scan.count))
  }
  if start < scan.count { parts.append(scan.slice(start..<scan.count)) }
  return parts.joinedRich(separator: ", ")
}

/// Whether a colon or a dash follows, as before a description.
private func isDescription(_ scan: TextScan, behind end: Int) -> Bool {
  guard let sign = scan[scan.skipSpaces(from: end)] else { return false }
  return isColon(sign) || isDash(sign)
}

/// `Title, *Organisation, Place*`: emphasised words at the end say where.
private func takeHeading(_ heading: RichText, into record: inout Record) {
  let scan = TextScan(heading)
  if record.kind == .teaching, takePartForCourse(heading, into: &record) { return }
  if record.kind == .project, case let fields = fieldParts(heading), fields.isLinkedName {
    record.title = unstyled(fields[0])
    record.text = fields.dropFirst().joinedRich(separator: ", ")
    return
  }
  if let bracket = bracketBehindBold(scan) {
    record.title = unstyled(bracket.before)
    record.text = bracket.inner
    return
  }
  let start = scan.runRanges.firstIndex { $0.attributes.marks.contains(.emphasis) } ?? 0
  let rest = scan.runRanges[start...]
  guard start > 0, rest.allSatisfy({ $0.attributes.marks.contains(.emphasis) }) else {
    record.title = unstyled(heading)
    return
  }
  let split = scan.runRanges[start].range.lowerBound
  record.title = unstyled(scan.slice(0..<split).trimmedSigns())
  takePlace(from: scan.slice(split..<scan.count).trimmedSigns(), into: &record)
}

/// `**Rain I** (a course for beginners)`: a title in bold before a bracket that is no short form.
func bracketBehindBold(_ scan: TextScan) -> FinalBracket? {
  guard let first = scan.runRanges.first, first.attributes.marks.contains(.strong),
    let bracket = FinalBracket(scan),
    bracket.open == scan.skipSpaces(from: first.range.upperBound),
    !bracket.inner.isEmpty, !mayBeShortForm(bracket.inner.text)
  else { return nil }
  return bracket
}

/// What follows a title: an organisation and a place, or plain text.
func takePlace(from whole: RichText, into record: inout Record) {
  let scan = TextScan(whole)
  let lead = Connective.length(scan, at: 0, before: scan.count)
  let text = lead.map { scan.slice(scan.trim($0..<scan.count)) } ?? whole
  if let first = text.text.split(separator: " ").first, first.first?.isLowercase == true,
    Phrase.isFunctionWord(first)
  {
    record.text = whole
    return
  }
  var parts = topLevelParts(text)
  if parts.count == 2, Gazetteer.isKnown(parts[0].text[...]), Gazetteer.isPlace(text.text) {
    record.location = text
    return
  }
  if parts.count > 1, parts[0].text.hasPrefix("("), parts[0].text.hasSuffix(")") {
    if Phrase.isFunctionWord(parts[1].text.prefix { $0 != " " }) {
      record.text = whole
      return
    }
    record.text = parts.removeFirst()
  }
  if record.kind == .teaching, parts.count > 1, parts[0].isShortRole,
    !Segment(parts[0], line: 0).hasOrganisationWord
  {
    record.role = parts.removeFirst()
  }
  let places = Gazetteer.placeCount(atEndOf: parts.map(\.text))
  let named = parts.dropLast(places).joinedRich(separator: ", ")
  guard named.text.split(separator: " ").count <= 12 else {
    record.text = whole
    return
  }
  record.organisation = unstyled(withoutFinalStop(named), .emphasis)
  if places > 0 {
    let place = withoutFinalStop(parts.suffix(places).joinedRich(separator: ", "))
    record.location = unstyled(place, .emphasis)
  }
}

/// The quoted, linked or bold part of a line that is its title.
private func titleRange(_ scan: TextScan, of kind: Record.Kind) -> (
  outer: Range<Int>, inner: Range<Int>
)? {
  // `Renal block: lecturer, “Magnesium”`, `**Hand-off**: in category “Rain”`: words in front of a
  // quotation name the course or the project.
  if let quoted = quotedRange(scan),
    !(kind == .teaching || kind == .project)
      || !scan.scalars[..<quoted.outer.lowerBound].contains(where: isWordScalar)
  {
    return quoted
  }
  for (index, (first, attributes)) in scan.runRanges.enumerated() {
    let range = first.lowerBound..<endOfBold(scan, from: index)
    let isFirst = range.lowerBound == 0 && range.upperBound < scan.count
    let isTitle =
      attributes.marks.contains(.strong) || attributes.link != nil
      || isFirst && attributes.marks.contains(.emphasis)
    let trimmed = scan.trim(range, also: isColon)
    guard isTitle, !trimmed.isEmpty, !isTerm(scan, trimmed), isSetApart(scan, trimmed),
      !beginsEnumeration(scan, range), !isInBracket(scan, range)
    else {
      continue
    }
    let isLong = scan.string(trimmed).split(separator: " ").count >= 2
    let isName = kind == .project && attributes.marks.contains(.strong)
    if isLong || range.lowerBound == 0 && (isName || isIntroduced(scan, trimmed.upperBound)) {
      return (range, trimmed)
    }
  }
  return nil
}

/// Where a run ends, or bold words with others in italics among them: `**Fen *Atlas***`.
private func endOfBold(_ scan: TextScan, from index: Int) -> Int {
  let runs = scan.runRanges[index...].prefix {
    $0.attributes.marks.contains(.strong) && $0.attributes.link == nil
  }
  return (runs.last ?? scan.runRanges[index]).range.upperBound
}

/// Whether a part of a line begins it or follows a sign, and does not go on in the midst of words.
private func isSetApart(_ scan: TextScan, _ range: Range<Int>) -> Bool {
  let before = scan.trim(0..<range.lowerBound)
  return before.isEmpty || !isWordScalar(scan.scalars[before.upperBound - 1])
}

/// `Rain (teaching assistant)`, `Rain (RAIN 101, [syllabus](…))`: a course without the bracket that
/// says what somebody was in it, or that leads to more.
private func cutCourseBracket(_ line: RichText, into record: inout Record) -> RichText {
  guard let bracket = FinalBracket(TextScan(line)), bracket.inner.hasWords else { return line }
  if !bracket.inner.isUnlinked {
    record.text = bracket.inner
  } else if bracket.inner.isShortRole {
    record.role = bracket.inner
  } else {
    return line
  }
  return bracket.before
}

/// `Rain (RAIN 101, [syllabus](…))`: styled words in a bracket behind others, which say more.
private func isInBracket(_ scan: TextScan, _ range: Range<Int>) -> Bool {
  scan.roundBrackets(around: range).map { $0.lowerBound > 0 } == true
}

/// `*Roe*, *Poe*, and the rain`: styled words that only begin what the line lists.
private func beginsEnumeration(_ scan: TextScan, _ range: Range<Int>) -> Bool {
  guard scan[range.upperBound] == "," else { return false }
  let parts = topLevelParts(scan.slice(range.upperBound + 1..<scan.count))
  let last = parts.prefix(4).firstIndex(where: endsEnumeration)
  return last.map { parts[..<$0].allSatisfy { wordCount($0) <= 3 } } == true
}

/// `WS 2023/24` in bold says when, and is no title.
private func isTerm(_ scan: TextScan, _ range: Range<Int>) -> Bool {
  range.count <= 16 && scan.scalars[range].contains(where: isDigit)
    && dateTokens(TextScan(scan.slice(range))).contains { token in
      if case .season = token.kind { true } else { false }
    }
}

/// Whether a name at the start of a line is set apart from what is said of it: `**X**: words`.
private func isIntroduced(_ scan: TextScan, _ end: Int) -> Bool {
  let next = scan.skipSpaces(from: end)
  guard let sign = scan[next] else { return false }
  return ":：,，(（|｜".unicodeScalars.contains(sign)
    || isDash(sign) && scan[next + 1].map(isSpace) ?? false
}
