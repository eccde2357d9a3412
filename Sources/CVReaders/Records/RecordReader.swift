// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Reads the draft of an entry as the record that its section holds.
func readRecord(_ original: EntryDraft, in kind: SectionKind) -> Record {
  var draft = original
  var links: [Link] = []
  for index in draft.lines.indices where kind != .experience && kind != .education {
    let found = PublicationLinks(draft.lines[index], onlyBracketed: true)
    links += found.links
    draft.lines[index] = found.rest.trimmed()
  }
  draft.lines.removeAll(where: \.isEmpty)
  var record: Record
  let recordKind = recordKind(in: kind)
  switch recordKind {
  case .position: record = positionRecord(draft)
  case .education: record = educationRecord(draft)
  case .award, .certificate, .funding: record = awardRecord(draft, recordKind)
  case .news: record = newsRecord(draft)
  case .service: record = serviceRecord(draft)
  case .talk, .teaching, .project, .supervision: record = titledRecord(draft, recordKind)
  case .skill, .language, .reference, .item: record = headedRecord(draft, recordKind)
  }
  record.links += links
  record.bullets = draft.bullets
  record.group = record.group ?? draft.group
  record.span = draft.span
  datingByGroup(&record)
  return record
}

/// Takes the year that heads a group (`### 2024`) for the date of an entry that has none.
private func datingByGroup(_ record: inout Record) {
  guard record.dates == nil, let words = record.group?.collapsed().text, words.count == 4,
    let year = Int(words), 1900...2099 ~= year
  else { return }
  record.dates = Dates([.init(PartialDate(year))], words: words)
  record.group = nil
}

/// What the entries of a section are.
func recordKind(in section: SectionKind) -> Record.Kind {
  switch section {
  case .experience, .volunteer: .position
  case .education: .education
  case .awards: .award
  case .certificates: .certificate
  case .funding: .funding
  case .news: .news
  case .services, .memberships: .service
  case .talks: .talk
  case .teaching: .teaching
  case .projects: .project
  case .supervision: .supervision
  case .skills: .skill
  case .languages: .language
  case .references: .reference
  default: .item
  }
}

// MARK: Positions and degrees

private func positionRecord(_ draft: EntryDraft) -> Record {
  let fields = HeadFields(draft, .position)
  var record = Record(.position)
  record.role = fields.what
  record.organisation = fields.organisation
  record.location = fields.location
  record.dates = fields.dates
  record.text = fields.rest
  return record
}

private func educationRecord(_ draft: EntryDraft) -> Record {
  let fields = HeadFields(draft, .education)
  var record = Record(.education)
  record.title = fields.what
  record.organisation = fields.organisation
  record.location = fields.location
  record.dates = fields.dates
  record.text = fields.rest
  return record
}

// MARK: One line and a date

/// A prize: its title keeps its brackets; a giver in italics at the end is its organisation.
private func awardRecord(_ draft: EntryDraft, _ kind: Record.Kind) -> Record {
  var record = Record(kind)
  let line = takeDates(of: draft, into: &record, keepsUndelimitedYears: true)
  let parts = topLevelParts(line)
  if let giver = parts.last, parts.count > 1, giver.isWholly(.emphasis),
    !parts[0].isWholly(.emphasis)
  {
    record.title = unstyled(
      withoutFinalStop(parts.dropLast().map { $0 }.joinedRich(separator: ", ")))
    record.organisation = unstyled(giver, .emphasis)
  } else {
    record.title = unstyled(withoutFinalStop(line))
  }
  return record
}

private func newsRecord(_ draft: EntryDraft) -> Record {
  var record = Record(.news)
  let first = draft.lines.first.map { ExtractedDates($0) }
  let lines = draft.lines.dropFirst()
  // Only a date in front is when it happened; others are part of the news.
  if let line = draft.lines.first, let dates = first?.dates, startsWithDate(line) {
    record.dates = dates
    record.text = ([first?.rest ?? line] + lines).joinedRich(separator: " ").trimmedSigns()
  } else {
    record.text = draft.lines.joinedRich(separator: " ")
  }
  return record
}

private func startsWithDate(_ line: RichText) -> Bool {
  let scan = TextScan(line)
  guard let first = DateParser(scan).matches().first else { return false }
  return !scan.scalars[..<first.range.lowerBound].contains(where: isWordScalar)
}

/// `Label: years`, `text (years)`, or a whole sentence; a group stands before the label.
private func serviceRecord(_ draft: EntryDraft) -> Record {
  var record = Record(.service)
  let line = draft.lines.joinedRich(separator: " ")
  let extracted = ExtractedDates(line)
  // Years between several venues belong to these, not to the entry.
  let isAtEnd = extracted.dates.map { line.text.hasSuffixIgnoringSigns($0.words) } ?? false
  if let dates = extracted.dates, isAtEnd || startsWithDate(line) {
    record.dates = dates
    record.title = unstyled(withoutFinalStop(extracted.rest.trimmedSigns()))
  } else {
    record.title = unstyled(withoutFinalStop(line))
  }
  if let group = draft.group, let title = record.title {
    record.title = group + RichText(": ") + title
    record.group = RichText()
  }
  return record
}

// MARK: Title and text

/// A talk, a course, a project: the title is styled, quoted or a heading; else all is the title.
private func titledRecord(_ draft: EntryDraft, _ kind: Record.Kind) -> Record {
  var record = Record(kind)
  let line = takeDates(of: draft, into: &record, keepsUndelimitedYears: false)
  if draft.hasHeading, let heading = draft.lines.first {
    takeHeading(ExtractedDates(heading).rest.trimmedSigns(), into: &record)
    let rest = draft.lines.dropFirst().map {
      ExtractedDates($0).dates == record.dates ? ExtractedDates($0).rest : $0
    }
    record.text = rest.isEmpty ? nil : rest.joinedRich(separator: ", ")
    return record
  }
  guard let title = titleRange(TextScan(line)) else {
    record.title = unstyled(withoutFinalStop(line))
    return record
  }
  let scan = TextScan(line)
  record.title = unstyled(scan.slice(title.inner))
  let around = [
    scan.slice(0..<title.outer.lowerBound), scan.slice(title.outer.upperBound..<scan.count),
  ]
  .map { $0.trimmedSigns() }.filter { !$0.isEmpty }
  if around.isEmpty { return record }
  if around.count == 1 {
    takePlace(from: around[0], into: &record)
  } else {
    record.text = around.joinedRich(separator: ", ")
  }
  return record
}

/// `Title, *Organisation, Place*`: emphasised words at the end say where.
private func takeHeading(_ heading: RichText, into record: inout Record) {
  let scan = TextScan(heading)
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

/// What follows a title: an organisation and a place, or plain text.
private func takePlace(from text: RichText, into record: inout Record) {
  let parts = topLevelParts(text)
  let places = Gazetteer.placeCount(atEndOf: parts.map(\.text))
  let named = parts.dropLast(places).map { $0 }.joinedRich(separator: ", ")
  guard named.text.split(separator: " ").count <= 12 else {
    record.text = text
    return
  }
  record.organisation = unstyled(withoutFinalStop(named), .emphasis)
  if places > 0 {
    let place = withoutFinalStop(parts.suffix(places).map { $0 }.joinedRich(separator: ", "))
    record.location = unstyled(place, .emphasis)
  }
}

/// The quoted, linked or bold part of a line that is its title.
private func titleRange(_ scan: TextScan) -> (outer: Range<Int>, inner: Range<Int>)? {
  if let quoted = quotedRange(scan) { return quoted }
  for (range, attributes) in scan.runRanges {
    let isTitle = attributes.marks.contains(.strong) || attributes.link != nil
    let trimmed = scan.trim(range)
    if isTitle, scan.string(trimmed).split(separator: " ").count >= 2 { return (range, trimmed) }
  }
  return nil
}

/// The first text in quotes that is a title: three words or more, or set apart by signs.
func quotedRange(_ scan: TextScan) -> (outer: Range<Int>, inner: Range<Int>)? {
  let pairs: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "“": ["”", "\""], "\"": ["\"", "”"], "„": ["“", "”"], "«": ["»"], "「": ["」"], "《": ["》"],
  ]
  var index = 0
  while index < scan.count {
    guard let closings = pairs[scan.scalars[index]] else {
      index += 1
      continue
    }
    guard let end = scan.scalars[(index + 1)...].firstIndex(where: closings.contains) else {
      return nil
    }
    let inner = scan.trim(index + 1..<end, also: { ",".unicodeScalars.contains($0) })
    guard !inner.isEmpty else {
      index = end + 1
      continue
    }
    let isCJKTitle = scan.scalars[inner].contains(where: isCJK)
    // `“Short memory.”` and `"Rain",` are titles, the first word of `"Lazy" Layers` is none.
    let signs = ",.;:?!".unicodeScalars
    let isSetApart =
      signs.contains(scan.scalars[end - 1]) || scan[end + 1].map(signs.contains) ?? true
    if isCJKTitle || isSetApart || scan.string(inner).split(separator: " ").count >= 3 {
      return (index..<end + 1, inner)
    }
    index = end + 1
  }
  return nil
}

/// `**Label:** text`, `Label: text`, `**Label** — text`; else all is text.
private func headedRecord(_ draft: EntryDraft, _ kind: Record.Kind) -> Record {
  var record = Record(kind)
  var lines = draft.lines
  if draft.hasHeading, !lines.isEmpty { record.title = unstyled(lines.removeFirst()) }
  guard !lines.isEmpty else { return record }
  let line = lines.joinedRich(separator: " ")
  let scan = TextScan(line)
  if record.title == nil, let label = labelRange(scan) {
    record.title = unstyled(scan.slice(label.inner))
    let rest = scan.slice(label.outer.upperBound..<scan.count).trimmedSigns()
    takeRole(from: rest, into: &record)
  } else if record.title == nil, kind == .item, let link = Segment(line, line: 0).link {
    record.title = line.mapAttributes { $0.marks = [] }
    _ = link
  } else {
    record.text = line
  }
  return record
}

/// The bold words, or the words before a colon, at the start of a line.
private func labelRange(_ scan: TextScan) -> (outer: Range<Int>, inner: Range<Int>)? {
  if let first = scan.runRanges.first, first.attributes.marks.contains(.strong),
    first.range.upperBound < scan.count
  {
    let inner = scan.trim(first.range, also: { ":：.".unicodeScalars.contains($0) })
    if !inner.isEmpty { return (first.range, inner) }
  }
  guard let colon = scan.scalars.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > 0,
    colon + 1 < scan.count, scan.scalars[colon] == "：" || isSpace(scan.scalars[colon + 1]),
    scan.string(0..<colon).split(separator: " ").count <= 4
  else { return nil }
  return (0..<colon + 1, scan.trim(0..<colon))
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
    let parts = words.split(separator: "and").flatMap { $0.split(separator: ",") }
    let areRoles = parts.allSatisfy { WordLists.all.occurs(.role, in: Array($0)) && $0.count <= 3 }
    guard !parts.isEmpty, words.count <= 6, areRoles else { continue }
    record.role = scan.slice(0..<range.lowerBound)
    record.text = scan.slice(range.lowerBound + 1..<scan.count)
    return
  }
}

// MARK: Helpers

/// Takes the date out of the lines of a draft and gives the lines in one.
private func takeDates(
  of draft: EntryDraft, into record: inout Record, keepsUndelimitedYears: Bool
) -> RichText {
  var lines = draft.lines
  for (index, line) in lines.enumerated() {
    let extracted = ExtractedDates(line, keepsUndelimitedYears: keepsUndelimitedYears)
    guard let dates = extracted.dates else { continue }
    record.dates = dates
    lines[index] = extracted.rest
    break
  }
  if record.dates == nil, let year = Int(draft.markerYear) {
    record.dates = Dates([.init(PartialDate(year))], words: draft.markerYear)
  }
  return lines.filter { !$0.isEmpty }.joinedRich(separator: ", ").trimmedSigns()
}

/// The text without a stop at its end.
func withoutFinalStop(_ text: RichText) -> RichText {
  let trimmed = text.trimmed()
  guard trimmed.text.hasSuffix("."), !trimmed.text.hasSuffix("..") else { return trimmed }
  let word = trimmed.text.split(separator: " ").last.map(String.init) ?? ""
  let isAbbreviation =
    word.dropLast().contains(".") || word.count == 2
    || WordLists.all.contains(folded(word), in: .abbreviation)
  return isAbbreviation ? trimmed : trimmed[0..<trimmed.count - 1].trimmed()
}

/// The text without a mark that all of it carries.
func unstyled(_ text: RichText, _ marks: RichText.Marks = .strong) -> RichText {
  text.isWholly(marks) ? text.mapAttributes { $0.marks.subtract(marks) } : text
}

extension RichText {
  /// The text without white space and separators at its ends.
  func trimmedSigns() -> RichText {
    trimmed { isSpace($0) || isDash($0) || ",;:|·•，：；、".unicodeScalars.contains($0) }
  }
}

extension TextScan {
  /// Where a word stands first.
  func firstRange(of word: String) -> Range<Int>? {
    let wanted = Array(word.unicodeScalars)
    guard count >= wanted.count else { return nil }
    return (0...count - wanted.count).lazy.map { $0..<$0 + wanted.count }
      .first { scalars[$0].elementsEqual(wanted) }
  }
}

extension String {
  /// Whether the text ends with some words, signs behind them aside.
  func hasSuffixIgnoringSigns(_ words: String) -> Bool {
    let end = unicodeScalars.reversed().drop { !isWordScalar($0) }
    let wanted = words.unicodeScalars.reversed().drop { !isWordScalar($0) }
    return !wanted.isEmpty && end.starts(with: wanted)
  }
}
