// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Reads the draft of an entry as the record that its section holds.
func readRecord(_ original: EntryDraft, in kind: SectionKind) -> Record {
  var draft = original
  draft.takeYearOfGroup()
  draft.joinOpenLines()
  draft.lines = draft.lines.map(\.withoutMarkedLetters)
  if kind == .projects { draft.lowerToldLines() }
  if kind.holdsPostsOrDegrees { draft.lowerLabelledLines() }
  if kind == .teaching { draft.lowerSentencesBelowDate() }
  let links = takeBracketedLinks(from: &draft, in: kind)
  let employer = kind.holdsPostsOrDegrees ? takeNamedEmployer(from: &draft) : nil
  let recordKind = recordKind(in: kind)
  var record =
    columnRecord(draft, recordKind) ?? addressRecord(draft, recordKind)
    ?? recordOfLines(draft, recordKind, in: kind)
  record.links += links
  if let employer { record.takeEmployer(employer) }
  takeNamedRole(from: &draft, into: &record)
  record.bullets = draft.bullets
  takeDateAndPlace(of: &record)
  takeNamedFields(of: &record)
  takeRole(of: &record)
  takeRemark(of: &record)
  takeOrganisation(of: &record)
  takeDegree(of: &record)
  record.group = record.group ?? draft.group
  takeOrganisationOfGroup(&record)
  takeRoleOfGroup(&record)
  record.span = draft.span
  datingByGroup(&record)
  joinSlashedYears(of: &record)
  record.location = record.location.map { unstyled($0) }
  for field in [\Record.title, \.organisation, \.role, \.location, \.text] {
    record[keyPath: field] = record[keyPath: field]?.collapsed()
  }
  return record
}

/// `2003/2007`: two years are a list, but a post or a degree lasted from the one to the other.
private func joinSlashedYears(of record: inout Record) {
  guard record.kind == .position || record.kind == .education, let dates = record.dates,
    dates.spans.count == 2, dates.words.contains("/"), dates.spans.allSatisfy({ $0.end == .none }),
    let last = dates.spans[1].start
  else { return }
  record.dates?.spans = [.init(dates.spans[0].start, .date(last))]
}

/// `(22 students)`: a bracket behind the date of a course names no institution.
private func takeRemark(of record: inout Record) {
  guard record.kind == .teaching, let bracket = record.organisation,
    case let remark = withoutFrame(bracket), remark != bracket
  else { return }
  let words = [remark, record.text].compactMap { $0 }
  (record.organisation, record.text) = (nil, words.joinedRich(separator: ", "))
}

/// Takes links in brackets from the lines of a head: `[code]`, `[slides]`.
private func takeBracketedLinks(from draft: inout EntryDraft, in kind: SectionKind) -> [Link] {
  var links: [Link] = []
  for index in draft.lines.indices {
    let found = PublicationLinks(draft.lines[index], onlyBracketed: true)
    // A post may be at an institution in brackets, and nothing else said of it.
    let isName = kind == .experience || kind == .education
    guard !isName || found.rest.hasWords else { continue }
    links += found.links
    draft.lines[index] = found.rest.trimmed()
  }
  draft.lines.removeAll(where: \.isEmpty)
  return links
}

/// Reads the lines of a draft by their words and looks.
private func recordOfLines(
  _ draft: EntryDraft, _ recordKind: Record.Kind, in kind: SectionKind
) -> Record {
  switch recordKind {
  case .position: positionRecord(draft)
  case .education: educationRecord(draft)
  case .award, .certificate: awardRecord(draft, recordKind)
  case .funding: fundingRecord(draft) ?? awardRecord(draft, recordKind)
  case .news: newsRecord(draft)
  case .service: partRecord(draft) ?? serviceRecord(draft)
  case .supervision: supervisionRecord(draft) ?? titledRecord(draft, recordKind)
  case .talk: takingRemark(behindPlaceOf: talkRecord(draft))
  case .teaching: takingRemark(behindPlaceOf: titledRecord(draft, recordKind))
  case .project: titledRecord(draft, recordKind)
  case .item where kind == .media: titledRecord(draft, .item)
  case .skill, .language, .reference, .item: headedRecord(draft, recordKind)
  }
}

/// A first point that only names an institution, perhaps with its place, below a head that names
/// none.
private func takeOrganisation(of record: inout Record) {
  guard record.kind == .position || record.kind == .education, let first = record.bullets.first,
    first.children.isEmpty
  else { return }
  let what: WritableKeyPath<Record, RichText?> = record.kind == .position ? \.role : \.title
  // A post or a degree that is not known was taken for the place of it, or the subject of one was.
  let isUnnamed =
    record.organisation.map { name in
      let field = Segment(name, line: 0)
      return !field.hasOrganisationWord && field.link == nil && !name.text.allSatisfy(\.isUppercase)
    } == true
  let isSubject =
    record.kind == .education && record.text == nil
    && record.title.map { WordLists.all.contains(folded($0.text), in: .degree) } == true
  let isUnknown = isUnnamed && (record[keyPath: what] == nil || isSubject)
  guard isUnknown || record.organisation == nil && (record.role ?? record.title) != nil,
    let (name, place, rest) = institution(in: first.text), !isSubject || rest == nil
  else { return }
  record.bullets.removeFirst()
  if isUnknown {
    let fields = [record[keyPath: what], record.organisation].compactMap { $0 }
    record[keyPath: what] = fields.joinedRich(separator: ", ")
  }
  record.organisation = withoutStyle(name)
  let texts = record.location == nil ? [rest] : [place, rest]
  record.location = record.location ?? place
  let words = ([record.text] + texts).compactMap { $0 }
  record.text = words.joinedIfAny(separator: ", ")
}

/// A point that begins with the name of an institution and is no sentence: the name, the place
/// behind it, and what else stands there.
private func institution(in point: RichText) -> (name: RichText, RichText?, rest: RichText?)? {
  // `University of Fen. (GPA: 4.0)`
  if let bracket = FinalBracket(TextScan(point)), bracket.inner.text.contains(where: \.isNumber),
    let found = institution(in: withoutFinalStop(bracket.before)), found.rest == nil
  {
    return (found.name, found.1, bracket.inner)
  }
  let parts = topLevelParts(point)
  let words = point.text.split(separator: " ")
  let capitals = words.count {
    $0.unicodeScalars.first.map(isWordScalar) != true
      || $0.unicodeScalars.first.map(isCapital) == true
  }
  let places = Gazetteer.placeCount(atEndOf: parts.map(\.text))
  guard words.count <= (places > 0 ? 14 : 8), capitals * 2 > words.count,
    !point.text.contains(":"), !point.text.hasSuffix("."), let first = parts.first,
    case let name = Segment(first, line: 0),
    name.hasOrganisationWord || places > 0 && parts.count == places + 1 && !name.hasRoleWord
  else { return nil }
  let rest = parts.dropLast(places).dropFirst()
  return (
    parts[0], parts.suffix(places).joinedIfAny(separator: ", "), rest.joinedIfAny(separator: ", ")
  )
}

/// A first point that only names a post, below a head that names none: `- Rain Analyst:`.
private func takeRole(of record: inout Record) {
  guard record.kind == .position, record.role == nil, record.organisation != nil,
    let first = record.bullets.first, case let post = first.text.trimmedSigns(),
    1...8 ~= wordCount(post), let last = post.text.last, !".!?".contains(last),
    post.startsWithCapital, !post.text.contains(":"),
    case let segment = Segment(topLevelParts(post)[0], line: 0), segment.hasRoleWord,
    // `Lab assistant`
    !segment.hasOrganisationWord
      || segment.words.count <= 4 && WordLists.all.contains(segment.words.last ?? "", in: .role),
    !Phrase.isWhole(post), !post.saysWhen
  else { return }
  record.role = withoutStyle(post)
  record.bullets.replaceSubrange(0...0, with: first.children)
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
  if let record = recordBelowName(draft, .position) { return record }
  let fields = HeadFields(draft, .position)
  var record = Record(.position)
  record.role = fields.what
  record.organisation = fields.organisation
  record.location = fields.location
  record.dates = fields.dates
  record.text = fields.rest
  return record
}

private func educationRecord(_ original: EntryDraft) -> Record {
  var draft = original
  draft.lines = draft.lines.map { withSubjectOfDegree(partedByCommas($0)) }
  let told = draft.lines.first.flatMap(remarkBehindDate)
  if let told { draft.lines[0] = told.line }
  if let record = recordBelowName(draft, .education) { return record }
  let fields = HeadFields(draft, .education)
  var record = Record(.education)
  record.title = fields.what
  record.organisation = fields.organisation
  record.location = fields.location
  record.dates = fields.dates
  record.text = [fields.rest, told?.remark].compactMap { $0 }.joinedIfAny(separator: ", ")
  if record.title == nil, record.organisation == nil, record.location == nil {
    swap(&record.title, &record.text)
  } else if record.title == nil, let name = record.organisation, isCourse(name),
    record.dates.map({ $0.end == .none }) ?? true
  {
    (record.title, record.organisation) = (name, nil)
  }
  return record
}

/// `Maps for Rain Research`: several words of which none names an institution.
private func isCourse(_ name: RichText) -> Bool {
  wordCount(name) > 3 && name.isUnlinked && !Segment(name, line: 0).hasOrganisationWord
    && name.text.split(separator: " ").dropFirst().contains { Phrase.isFunctionWord($0) }
}

// MARK: One line and a date

private func newsRecord(_ draft: EntryDraft) -> Record {
  var record = Record(.news)
  let first = draft.lines.first.map { ExtractedDates(leading: $0) }
  let lines = draft.lines.dropFirst()
  // Only a date in front is when it happened; others are part of the news.
  if let line = draft.lines.first, let dates = first?.dates, startsWithDate(line) {
    record.dates = dates
    record.text = ([first?.rest ?? line] + lines).joinedRich(separator: " ").trimmedSigns()
  } else if let last = lines.last, last.isDateAlone {
    record.dates = ExtractedDates(last).dates
    record.text = draft.lines.dropLast().joinedRich(separator: " ")
  } else if draft.lines.count == 1, let bracket = FinalBracket(TextScan(draft.lines[0])),
    bracket.inner.isDateAlone, let dates = ExtractedDates(bracket.inner).dates,
    // `A paper on the Great Flood (1953)`, `I am on leave (May 2023 – May 2024)`
    dates.start?.month != nil, dates.end == .none
  {
    record.dates = dates
    record.text = bracket.before
  } else {
    record.text = draft.lines.joinedRich(separator: " ")
  }
  return record
}

func startsWithDate(_ line: RichText) -> Bool {
  let scan = TextScan(line)
  guard let first = DateParser(scan).matches().first else { return false }
  return !scan.scalars[..<first.range.lowerBound].contains(where: isWordScalar)
}

// MARK: Helpers

/// Takes the date out of the lines of a draft and gives the lines in one.
func takeDates(
  of draft: EntryDraft, into record: inout Record, keepsUndelimitedYears: Bool
) -> RichText {
  var lines = draft.lines
  for (index, line) in lines.enumerated() {
    let extracted = Phrase.extractedDates(line, keepsUndelimitedYears: keepsUndelimitedYears)
    guard let dates = extracted.dates else { continue }
    record.dates = dates
    lines[index] = extracted.isInMidst ? line : extracted.rest
    break
  }
  if record.dates == nil, let year = Int(draft.markerYear) {
    record.dates = Dates([.init(PartialDate(year))], words: draft.markerYear)
  }
  let texts = lines.filter { !$0.isEmpty }
  let line = record.kind == .project ? joinedSentences(texts) : texts.joinedRich(separator: ", ")
  return line.trimmedSigns()
}

/// The text without a stop at its end.
func withoutFinalStop(_ text: RichText) -> RichText {
  let trimmed = text.trimmed()
  if trimmed.text.hasSuffix("。") {
    // Of two sentences both keep theirs.
    guard !trimmed.text.dropLast().contains("。") else { return trimmed }
    return trimmed[0..<trimmed.count - UTF8.width("。")].trimmed()
  }
  guard trimmed.text.hasSuffix("."), !trimmed.text.hasSuffix("..") else { return trimmed }
  let word = String(trimmed.text.dropLast().split(separator: " ").last ?? "")
  return isAbbreviated(word) ? trimmed : trimmed[0..<trimmed.count - 1].trimmed()
}

extension RichText {
  /// A few words that name a part taken.
  var isShortRole: Bool { wordCount(self) <= 4 && Segment(self, line: 0).hasRoleWord }
}

extension String {
  /// Whether the text ends with some words, signs behind them aside.
  func hasSuffixIgnoringSigns(_ words: String) -> Bool {
    let end = unicodeScalars.reversed().drop { !isWordScalar($0) }
    let wanted = words.unicodeScalars.reversed().drop { !isWordScalar($0) }
    return !wanted.isEmpty && end.starts(with: wanted)
  }
}
