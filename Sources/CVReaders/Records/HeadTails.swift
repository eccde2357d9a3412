// SPDX-License-Identifier: MIT
import CVModel

/// Cuts what is told behind the fields of a line off it: behind a semicolon, then behind a stop.
func cutTails(_ line: RichText, _ subject: HeadFields.Subject) -> (RichText, [RichText]) {
  let (fields, sentences) = cutSentences(line)
  guard subject == .position else {
    let (head, named) = cutNamedField(fields)
    return (head, [named, sentences].compactMap { $0 })
  }
  let (head, told) = cutTold(fields)
  return (head, [told, sentences].compactMap { $0 })
}

/// `Summer School of Fog, Leeds, UK; Instructor: Ada Roe`: cuts what stands behind a label, which
/// stands behind a semicolon, off the end of a line.
private func cutNamedField(_ line: RichText) -> (RichText, RichText?) {
  guard let semicolon = line.text.utf8.lastIndex(of: UInt8(ascii: ";")),
    case let end = line.text.utf8.distance(from: line.text.startIndex, to: semicolon),
    case let tail = line[end + 1..<line.count].trimmed(), let field = NamedValue(tail),
    1...3 ~= wordCount(field.name), field.value.hasWords, tail.startsWithCapital,
    case let head = line[0..<end].trimmed(), topLevelParts(head).count > 1,
    !head.text.contains("(") || head.text.contains(")")
  else { return (line, nil) }
  return (head, tail)
}

/// `University of X, Rome. Thesis: …`: cuts the sentences behind the fields off a line.
func cutSentences(_ line: RichText) -> (RichText, RichText?) {
  guard !Phrase.isWhole(line) else { return (line, nil) }
  let scan = TextScan(line)
  // The fields of a head are shorter than this.
  let limit = min(scan.count - 2, 400)
  var index = 0
  while index < limit {
    if let close = scan.closingBracket(of: index) {
      index = close + 1
      continue
    }
    if scan.scalars[index] == "。" {
      let tail = scan.slice(scan.trim(index + 1..<scan.count, also: { $0 == "。" }))
      return tail.isEmpty ? (line, nil) : (scan.slice(0..<index), tail)
    }
    if scan.scalars[index] == ".", isSpace(scan.scalars[index + 1]), endsFields(scan, index) {
      let tail = scan.trim(index + 1..<scan.count, also: { ".,;".unicodeScalars.contains($0) })
      let isTail = scan.string(tail).contains(" ")
      return isTail ? (scan.slice(0..<index), scan.slice(tail)) : (line, nil)
    }
    index += 1
  }
  return (line, nil)
}

/// Whether the fields of a head end with a stop: several parts, and no abbreviation before it.
private func endsFields(_ scan: TextScan, _ stop: Int) -> Bool {
  let word = scan.string(scan.lastWord(in: 0..<stop))
  guard !isAbbreviated(word), word.unicodeScalars.count(where: isWordScalar) > 2 else {
    return false
  }
  let head = scan.slice(0..<stop)
  let next = scan.scalars[scan.skipSpaces(from: stop + 1)...].first { isWordScalar($0) }
  let isPart = topLevelParts(head).count > 1 || scan.scalars[..<stop].contains(";")
  return isPart && next.map(isCapital) ?? false
    && Segment(head, line: 0).namesInstitution
}

/// `University of X, Rome (top 5 %)`: cuts a bracket with a mark or a remark off the end of a line.
///
/// Of a post only how long it was: `Acme (2 years and 8 months)`.
func cutBracket(
  _ line: RichText, _ subject: HeadFields.Subject
) -> (RichText, RichText?) {
  let scan = TextScan(line)
  let whole = scan.trim(0..<scan.count, also: { ".,;".unicodeScalars.contains($0) })
  guard let open = scan.scalars[whole].lastIndex(where: { "(（".unicodeScalars.contains($0) }),
    open > whole.lowerBound, scan.closingBracket(of: open) == whole.upperBound - 1
  else { return (line, nil) }
  // `GPA: 4.0 (4.3 scale)`: what a number in the line means.
  let head = scan.trim(whole.lowerBound..<open)
  if scan[head.upperBound - 1].map(isDigit) == true { return (line, nil) }
  let inner = scan.slice(scan.trim(open + 1..<whole.upperBound - 1))
  let words = inner.text.split(separator: " ")
  // `Fen School, Mudford (29)`
  if inner.count == 2, endsInTown(topLevelParts(scan.slice(whole))) { return (line, nil) }
  let isDuration =
    2...6 ~= words.count && words[0].count <= 2 && words[0].allSatisfy(\.isNumber)
    && words.allSatisfy { $0.first?.isLowercase == true || $0.count <= 2 }
  let isRemark =
    subject == .position
    ? isDuration || isRemark(inner, behindTownOf: scan.slice(head))
    : words.count > 1 && inner.text.first?.isLowercase == true
      || inner.text.unicodeScalars.contains {
        // `（二级）` has a word of number, and no figure.
        $0.properties.numericType == .decimal || isColon($0)
      }
  guard isRemark, !Segment(inner, line: 0).hasDegreeWord, !Gazetteer.isPlace(inner.text),
    !inner.isDateAlone
  else { return (line, nil) }
  return (scan.slice(whole.lowerBound..<open).trimmedSigns(), inner)
}

/// `Tern AG, Mudford (boats and oars)`: what a company does, behind its town.
private func isRemark(_ inner: RichText, behindTownOf head: RichText) -> Bool {
  let field = Segment(inner, line: 0)
  return field.words.count > 1 && !field.hasRoleWord && !field.hasOrganisationWord
    && inner.isUnlinked && endsInTown(topLevelParts(head))
}

/// `Acme (Post: Engineer)`: the line without a bracket that says what the post was, and the post.
func cutNamedRole(_ line: RichText) -> (RichText, RichText)? {
  let scan = TextScan(line)
  for open in scan.scalars.indices
  where open > 0 && "(（".unicodeScalars.contains(scan.scalars[open]) {
    guard let close = scan.closingBracket(of: open),
      let sign = scan.scalars[open..<close].firstIndex(where: {
        isColon($0) || isDash($0)
      }),
      WordLists.all.contains(folded(scan.string(open + 1..<sign)), in: .columnRole),
      case let role = scan.slice(scan.trim(sign + 1..<close)), !role.isEmpty
    else { continue }
    let rest = scan.slice(scan.trim(0..<open)) + RichText(" ") + scan.slice(close + 1..<scan.count)
    return (rest.trimmed(), role)
  }
  return cutPost(from: scan)
}

/// `Reader (2013–2016) and Lecturer (2010–2013), Fen University`: the line without posts of which
/// each has its own years in brackets, and these.
func cutDatedPosts(_ line: RichText) -> (RichText, RichText)? {
  let scan = TextScan(line)
  var (start, count) = (0, 0)
  while let open = scan.scalars[start...].firstIndex(of: "("),
    let close = scan.closingBracket(of: open), scan.slice(open + 1..<close).isDateAlone
  {
    let words = scan.trim(start..<open, also: { ",;&".unicodeScalars.contains($0) })
    var post = scan.slice(words)
    if let first = post.text.split(separator: " ").first, WordLists.all.isJoint(first) {
      post = post[first.utf8.count..<post.count].trimmed()
    }
    let field = Segment(post, line: 0)
    guard 1...5 ~= field.words.count, field.hasRoleWord, !field.hasOrganisationWord else { break }
    (start, count) = (close + 1, count + 1)
  }
  guard count > 1 else { return nil }
  let rest = scan.slice(scan.trim(start..<scan.count, also: { ",;:".unicodeScalars.contains($0) }))
  return (rest, withoutStyle(scan.slice(0..<start)))
}

/// `Fen University, Rain Lab (Engineer)`: the line without a bracket at its end that only names
/// the post, and the post.
private func cutPost(from scan: TextScan) -> (RichText, RichText)? {
  guard let bracket = FinalBracket(scan), case let before = Segment(bracket.before, line: 0),
    case let inner = Segment(bracket.inner, line: 0),
    inner.hasRoleWord, !inner.hasOrganisationWord, 1...6 ~= inner.words.count,
    inner.text.text.unicodeScalars.first.map(isCapital) == true,
    topLevelParts(inner.text).count == 1, before.hasOrganisationWord,
    !before.hasRoleWord, topLevelParts(before.text).count > 1
  else { return nil }
  return (before.text, inner.text)
}

/// `**Fen University** Engineer`: whether a line begins with the name of an institution in bold,
/// and no sign parts it from the post or the degree behind it.
func beginsWithOwner(
  _ line: RichText, _ parts: [Segment], _ subject: HeadFields.Subject
) -> Bool {
  guard parts.count > 1, parts[0].isStrong, !parts[1].isStrong, !subject.matches(parts[0]),
    subject.matches(parts[1].opening), !parts[1].followsAt, !parts[1].isHeading,
    let first = line.runs.first
  else { return false }
  let next = line[first.length..<line.count].trimmed().text.unicodeScalars.first
  let short = parts[0].text.text.prefix { $0 != " " }
  let scan = TextScan(line)
  // `Engineer, [Acme](…)`; a link among words is no employer.
  let namesOther =
    parts.dropFirst().contains { $0.hasOrganisationWord || $0.followsAt || $0.followsComma }
    || scan.runRanges.contains { range, attributes in
      let before = scan.trim(0..<range.lowerBound)
      return attributes.link != nil && !before.isEmpty
        && !isWordScalar(scan.scalars[before.upperBound - 1])
    }
  return next.map(isWordScalar) == true
    && (parts[0].hasOrganisationWord || !namesOther && subject == .position
      || 2...6 ~= short.count && short.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) })
}

/// `Engineer; built gauges and all that was needed for them`: a post, and behind a semicolon what
/// was done, in six words or more.
private func cutTold(_ line: RichText) -> (RichText, RichText?) {
  let scan = TextScan(line)
  let signs = scan.scalars.indices.filter { scan.scalars[$0] == ";" }
  guard signs.count == 1, scan[signs[0] + 1].map(isSpace) == true,
    case let head = scan.slice(scan.trim(0..<signs[0])),
    case let tail = scan.slice(scan.trim(signs[0] + 1..<scan.count)), wordCount(tail) >= 6,
    Segment(head, line: 0).hasRoleWord, !tail.saysWhen, topLevelParts(tail).count < 3,
    case let told = Segment(tail, line: 0), !told.hasRoleWord, !told.hasOrganisationWord,
    !told.words.contains(where: Connective.isSure)
  else { return (line, nil) }
  return (head, tail)
}

/// `Visitor (May–July), Fen Lab` beside `2023`: the months of a year that a bracket names, and the
/// line without them.
func monthsInBracket(of line: RichText, in year: Dates) -> (rest: RichText, dates: Dates)? {
  guard line.text.contains("("), year.spans.count == 1, year.end == .none,
    let start = year.start, start == PartialDate(start.year), case let scan = TextScan(line)
  else { return nil }
  for open in scan.scalars.indices where scan.scalars[open] == "(" {
    guard let close = scan.closingBracket(of: open), close - open < longestMonths else { continue }
    let months = scan.string(open + 1..<close)
    let found = ExtractedDates(RichText("\(months) \(start.year)"))
    guard !months.contains(where: \.isNumber), let dates = found.dates, !found.rest.hasWords,
      dates.start?.month != nil
    else { continue }
    let before = scan.slice(scan.trim(0..<open))
    let words = "\(months) \(year.words)"
    let named = Dates(dates.spans, words: words, isExpected: year.isExpected)
    return (before + scan.slice(close + 1..<scan.count), named)
  }
  return nil
}

/// Longer than `(September – December)`.
private let longestMonths = 32

/// `*(Part-time)*`: a bracket in italics, which is set off by these and named by nothing.
func unstyledBracket(_ line: RichText) -> RichText {
  let scan = TextScan(line)
  return scan.closingBracket(of: 0) == scan.count - 1 ? unstyled(line, .emphasis) : line
}

/// `### Acme Inc. 2008`: the year at the end of a heading, where nothing else says when.
func yearAtEnd(_ heading: RichText) -> (name: RichText, dates: Dates)? {
  let scan = TextScan(heading)
  guard let match = DateParser(scan).matches().last, match.strength == .year,
    match.range.upperBound == scan.trim(0..<scan.count).upperBound,
    isSpace(scan[match.range.lowerBound - 1] ?? ".")
  else { return nil }
  return (scan.slice(scan.trim(0..<match.range.lowerBound)), match.dates)
}

/// `[Rain Lab](…), Fen University`: a part of an institution behind a link and the name of that,
/// which a comma leads to, in one.
func joiningNames(_ parts: [Segment]) -> [Segment] {
  parts.reduce(into: []) { joined, part in
    guard let last = joined.last, last.link != nil, last.line == part.line, part.followsComma,
      last.isHeading || last.hasOrganisationWord, part.hasOrganisationWord, !part.isStyled,
      [last, part].allSatisfy({
        !$0.hasRoleWord && !$0.hasDegreeWord && !$0.isPlace && !$0.isPhrase
      })
    else { return joined.append(part) }
    joined[joined.count - 1] = Segment(
      last.text + RichText(", ") + part.text, line: last.line, followsAt: last.followsAt,
      isHeading: last.isHeading)
  }
}

/// `Graduated`: how a degree or a post stands, and no name.
func isState(_ line: RichText) -> Bool {
  let words = line.collapsed().trimmed { !isWordScalar($0) }.text
  return words.utf8.count <= 16 && WordLists.all.contains(folded(words), in: .state)
}

/// `Graduated June 2017`.
func isDatedState(_ line: RichText) -> Bool {
  let extracted = ExtractedDates(line)
  return extracted.dates != nil && isState(extracted.rest)
}

/// `Position: *Engineer*`: the post that a line by itself names as such.
func namedRole(_ line: RichText) -> RichText? {
  guard let post = NamedValue(line), post.isNamed(in: .columnRole), 1...8 ~= wordCount(post.value)
  else { return nil }
  return withoutStyle(post.value)
}

/// `Degree: Bachelor of Rain` without the name of the field; a grade alone (`3.9/4.0`) names none.
func withoutDegreeLabel(_ part: Segment) -> Segment {
  if isGrade(part.text.text) { return Segment(part.text, line: part.line, isPhrase: true) }
  guard let degree = NamedValue(part.text), degree.isNamed(in: .columnTitle) else { return part }
  let value = Segment(degree.value, line: part.line)
  return value.hasDegreeWord ? value : part
}

/// Whether a text is one or two numbers with a stop or a comma, as `3.9/4.0`.
private func isGrade(_ text: String) -> Bool {
  guard text.unicodeScalars.first.map(isDigit) == true, text.utf8.count <= 9 else {
    return false
  }
  return text.allSatisfy { $0.isNumber || " .,/".contains($0) }
    && text.contains { ".,".contains($0) }
}

/// Cuts "supervised by …" and its like off a line.
func cutSupervision(_ line: RichText) -> (RichText, RichText?) {
  let scan = TextScan(line)
  let hasLink = !line.isUnlinked
  var index = 0
  while index < scan.count {
    let isWordStart = index == 0 || !isWordScalar(scan.scalars[index - 1])
    if hasLink, isWordStart, let start = startOfCompany(scan, index) {
      let tail = scan.trim(start..<scan.count, also: { ".,;".unicodeScalars.contains($0) })
      return (scan.slice(scan.trim(0..<start, also: { $0 == "," })), scan.slice(tail))
    }
    if isWordStart, isWordScalar(scan.scalars[index]), startsSupervision(scan, index) {
      // In brackets the phrase goes with its bracket, as a segment of its own.
      let before = scan.trim(0..<index, also: { ",;:–—-|，；：、。".unicodeScalars.contains($0) })
      guard !before.isEmpty, scan[before.upperBound - 1] != "(" else { return (line, nil) }
      let tail = scan.trim(index..<scan.count, also: { ".,;。；".unicodeScalars.contains($0) })
      return cutSchool(from: scan.slice(tail), behind: scan.slice(before))
    }
    if isWordStart, index > 2, let fields = fieldsAroundSuperior(scan, index) { return fields }
    index += 1
  }
  return (line, nil)
}

/// `Research Assistant to Ada Roe and Bo Poe, Fen University`: the post and the institution, and
/// for whom that was.
private func fieldsAroundSuperior(_ scan: TextScan, _ index: Int) -> (RichText, RichText?)? {
  guard scan.stands("to ", at: index) || scan.stands("for ", at: index),
    scan.wordCount(in: 0..<index, upTo: 6) <= 5,
    case let post = scan.slice(scan.trim(0..<index)), !post.text.contains(","),
    case let head = Segment(post, line: 0), head.hasRoleWord, !head.hasOrganisationWord,
    case let parts = topLevelParts(scan.slice(index..<scan.count)), parts.count > 1,
    case let people = parts[0].text.split(separator: " ").dropFirst()
      .split(whereSeparator: WordLists.all.isJoint).map({ $0.joined(separator: " ") }),
    !people.isEmpty, people.allSatisfy({ isSuperior($0, isOwned: scan[index] == "t") })
  else { return nil }
  return (post + RichText(", ") + parts.dropFirst().joinedRich(separator: ", "), parts[0])
}

/// `Prof. Ada Roe`; or `Ada Roe`, to whom somebody was an assistant: what stands behind `for` may
/// as well be `Google Maps`.
private func isSuperior(_ words: String, isOwned: Bool) -> Bool {
  if isPerson(RichText(words)) { return true }
  let others: Lists = [.organisation, .role, .country, .city, .region, .degree]
  return isOwned && words.contains(" ") && PersonName.isName(words)
    && !WordLists.all.occurs(others, in: foldedWords(words))
}

/// `MSc, Rain, supervised by Ada Roe, Fen University`: moves an institution behind the supervisor
/// to the fields, where these name none.
private func cutSchool(from tail: RichText, behind fields: RichText) -> (RichText, RichText?) {
  let parts = topLevelParts(tail)
  guard parts.count > 1, !Segment(fields, line: 0).hasOrganisationWord,
    let school = parts.indices.dropFirst().first(where: { index in
      let part = Segment(parts[index], line: 0)
      return part.hasOrganisationWord && !part.hasRoleWord && parts[index].startsWithCapital
    })
  else { return (fields, tail) }
  let places = Array(parts[school...]).joinedRich(separator: ", ")
  return (
    fields + RichText(", ") + places, Array(parts[..<school]).joinedRich(separator: ", ")
  )
}

/// `Postdoc, Fen University, with [Ada Roe](…)`, `…, thesis with [Ada Roe](…)`: where the words
/// begin, behind a comma, that say at the end of a line with whom somebody worked.
private func startOfCompany(_ scan: TextScan, _ index: Int) -> Int? {
  guard index > 2, let space = scan.endOfCompanion(at: index),
    case let start = scan.skipSpaces(from: space), let name = scan.run(at: start),
    name.attributes.link != nil, name.range.lowerBound == start,
    isPersonLink(scan.slice(name.range)),
    let comma = scan.scalars[..<index].lastIndex(of: ","),
    case let lead = scan.trim(comma + 1..<index), scan.wordCount(in: lead, upTo: 4) < 4,
    lead.isEmpty || scan.scalars[lead.lowerBound].properties.isLowercase
  else { return nil }
  return comma + 1
}

private func startsSupervision(_ scan: TextScan, _ index: Int) -> Bool {
  // `导师：罗伊`: words that no space parts.
  if isCJK(scan.scalars[index]) {
    let colon = scan.scalars[index...].prefix(8).firstIndex(where: isColon)
    return colon.map { WordLists.all.contains(scan.string(index..<$0), in: .supervision) } == true
  }
  let ahead = scan.string(index..<min(scan.count, index + 48))
  let first = ahead.prefix { $0 != " " }
  let word = folded(first)
  // Entries with a colon are kept by their first word alone.
  if first.hasSuffix(":"), WordLists.all.contains(word, in: .supervision) { return true }
  guard WordLists.all.begins(with: word, in: .supervision) else { return false }
  let words = foldedWords(ahead)
  guard let count = WordLists.all.match(words[...], in: .supervision) else { return false }
  return count > 1 || first.hasSuffix(":")
}
