// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// A talk: a line above its title may say of what form it was, and a DOI in its words is a link.
func talkRecord(_ original: EntryDraft) -> Record {
  var draft = original
  let form = takeForm(of: &draft)
  var links: [Link] = []
  for index in draft.lines.indices {
    guard let found = PublicationLinks.cuttingDOI(draft.lines[index]) else { continue }
    draft.lines[index] = found.rest
    links.append(Link(label: "DOI " + found.name, url: "https://doi.org/" + found.name))
  }
  var record = titledRecord(draft, .talk)
  record.role = record.role ?? form
  record.links += links
  takePlaceOfMeeting(of: &record)
  return record
}

/// `12th Meeting on Rain, Leeds, UK`, `Fog Conference, Online`: where a meeting was that gives the
/// talk its title.
private func takePlaceOfMeeting(of record: inout Record) {
  guard record.location == nil, record.organisation == nil, let title = record.title,
    title.isUnlinked, case let parts = topLevelParts(title), parts.count > 1,
    case let count = Gazetteer.placeCount(atEndOf: parts.map(\.text)),
    count > 1 || count == 1 && !Gazetteer.isCountry(parts[parts.count - 1].text),
    case let name = parts.dropLast(count).joinedRich(separator: ", "), wordCount(name) > 1,
    namesMeeting(name) || namesSociety(name)
  else { return }
  record.title = name
  record.location = parts.suffix(count).joinedRich(separator: ", ")
}

/// Whether a name with a word for a meeting bears a number, or ends with the word for what it is.
private func namesMeeting(_ name: RichText) -> Bool {
  let words = foldedWords(name.text)
  return WordLists.all.occurs([.meeting, .publicationGenre], in: words)
    && (name.text.contains(where: \.isNumber)
      || WordLists.all.contains(words[words.count - 1], in: .meeting))
}

/// `Rain Society of the North`: the name of a body that met, each word of which is written so.
private func namesSociety(_ name: RichText) -> Bool {
  wordCount(name) <= 6 && Segment(name, line: 0).hasOrganisationWord
    && name.text.split(separator: " ").allSatisfy { word in
      word.first?.isUppercase == true || Phrase.isFunctionWord(word)
    }
}

/// `**Poster Presentation**` above the title.
private func takeForm(of draft: inout EntryDraft) -> RichText? {
  guard draft.lines.count > 1, draft.body.isEmpty, let first = draft.lines.first,
    first.isWholly(.strong), wordCount(first) <= 5,
    isAward(first.text) || SectionTitle(first).kind == .talks
  else { return nil }
  return unstyled(draft.lines.removeFirst())
}

/// `On Rain` above `Invited talk at the Fen Seminar, 2024`: the title, and below it of what form
/// the talk was and where it was given.
///
/// - Returns: Whether the lines are built so; else nothing is taken.
func takeOccasion(below lines: [RichText], into record: inout Record) -> Bool {
  guard lines.count > 1, wordCount(lines[0]) > 1, !lines[0].saysWhen,
    case let found = ExtractedDates(lines[1]), case let dates = record.dates,
    case let scan = TextScan(found.dates == dates ? found.rest.trimmedSigns() : lines[1]),
    let (lead, length) = scan.scalars.indices.prefix(40).dropFirst().lazy.compactMap({ index in
      isSpace(scan.scalars[index - 1])
        ? Connective.length(scan, at: index, before: scan.count).map { (index, $0) } : nil
    }).first, case let form = scan.slice(scan.trim(0..<lead)), 1...3 ~= wordCount(form),
    let genre = foldedWords(form.text).last,
    isAward(genre) || [.talks, .publications].contains(WordLists.all.sectionKind(genre))
  else { return false }
  var start = scan.skipSpaces(from: lead + length)
  if scan.stands("the ", at: start) { start += 4 }
  record.title = withoutFinalStop(withoutQuotes(unstyled(lines[0], .emphasis)))
  record.role = unstyled(form)
  takePlace(from: scan.slice(start..<scan.count), into: &record)
  let texts = [record.text].compactMap { $0 } + lines.dropFirst(2)
  record.text = texts.isEmpty ? nil : joinedSentences(texts)
  return true
}

/// `Roe, Poe — *Title*, **Rain Week 2024**, Leeds`, `A. Roe: “Title”, …`: those who spoke stand
/// before the title.
///
/// - Returns: Whether the line is built so; else nothing is taken.
func takeSpeakers(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  if AuthorList(scan).isInCapitals, takeReference(line, into: &record) { return true }
  guard let title = quotedRange(scan) ?? emphasisedTitle(scan) else {
    return takeReference(line, into: &record)
  }
  let before = scan.trim(0..<title.outer.lowerBound)
  var names = scan.slice(scan.trim(before, also: { isDash($0) || $0 == ":" }))
  // The stop behind a year in brackets that was taken out.
  if names.text.hasSuffix(" .") { names = names[0..<names.count - 2] }
  guard names.count > 0, endsNames(scan, at: before.upperBound), areNames(names) else {
    return false
  }
  record.title = unstyled(withoutFinalStop(scan.slice(title.inner)), .emphasis)
  // The owner's name is set apart, as in a list of authors.
  record.text = withoutFinalStop(names.isWholly(.strong) ? unstyled(names) : names)
  takeTail(scan, from: title.outer.upperBound, into: &record)
  return true
}

/// Whether a colon, a stop or a dash stands behind names, or nothing but names with initials do:
/// `A. Roe, B. Poe *Title*`.
private func endsNames(_ scan: TextScan, at end: Int) -> Bool {
  let sign = scan.scalars[end - 1]
  if ":.".unicodeScalars.contains(sign) || isDash(sign) { return true }
  let list = AuthorList(scan)
  return list.hasInitials && list.end == end
}

/// `Rain Week, Leeds, UK. 12 May 2020. Talk by A. Roe`: the meeting, and what is said behind stops.
private func takeTail(_ scan: TextScan, from start: Int, into record: inout Record) {
  var start = start
  // `*Title* [Conference presentation]. Rain Society, Leeds`
  let open = scan.skipSpaces(from: start)
  if scan[open] == "[", let close = scan.closingBracket(of: open),
    case let form = scan.slice(scan.trim(open + 1..<close)), wordCount(form) <= 3,
    !isDateOrPlace(form), TextScan(form).endOfCompanion(at: 0) == nil
  {
    record.role = record.role ?? unstyled(form)
    start = close + 1
  }
  let stop = endOfSentence(scan, from: min(start + 1, scan.count))
  takeDetails(scan, from: min(stop + 1, scan.count), into: &record)
  takeVenue(scan.slice(start..<stop), into: &record)
}

/// The stop that ends a sentence, and no abbreviation: `Talk by A.B. Roe`, `Dept. of Rain`.
private func endOfSentence(_ scan: TextScan, from start: Int) -> Int {
  var end = ReferenceTitle.sentenceEnd(scan, from: start) ?? scan.count
  while end < scan.count, scan[end] == ".",
    scan.isAbbreviated(before: end)
      || WordLists.all.contains(folded(scan.string(scan.lastWord(in: 0..<end))), in: .abbreviation)
      // A sentence goes on with a small letter.
      || scan[scan.skipSpaces(from: end + 1)]?.properties.isLowercase == true
  {
    end = ReferenceTitle.sentenceEnd(scan, from: end + 1) ?? scan.count
  }
  return end
}

/// `**Rain Week**, Leeds 2018. Roe A, Poe B. *Title*`: behind the event in bold stands where it was
/// or who spoke, and behind that the title in italics, which ends the line.
///
/// In `**Title**, Leeds, 2018. *Rain Conference*` the words in italics name the event.
///
/// - Returns: Whether the line is built so; else nothing is taken.
func takeEventFirst(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  guard let bold = scan.runRanges.first, bold.attributes.marks.contains(.strong),
    let last = scan.runRanges.last(where: { scan.scalars[$0.range].contains(where: isWordScalar) }),
    last.attributes.marks.contains(.emphasis), scan.wordCount(in: last.range, upTo: 4) > 3,
    !scan.scalars[last.range.upperBound...].contains(where: isWordScalar)
  else { return false }
  let names = namesBefore(last.range.lowerBound, behind: bold.range.upperBound, in: scan)
  let head = names?.lowerBound ?? last.range.lowerBound
  let place = ExtractedDates(
    withDelimitedYear(scan.slice(scan.trim(bold.range.upperBound..<head, also: isSign))))
  let town = place.rest.trimmedSigns()
  let isPlace = town.isEmpty || isDateOrPlace(town)
  guard names != nil || isPlace && (place.dates ?? record.dates) != nil else { return false }
  let (first, second) = (scan.slice(scan.trim(bold.range)), scan.slice(scan.trim(last.range)))
  let isTitleFirst = WordLists.all.occurs(.publicationGenre, in: foldedWords(second.text))
  record.title = unstyled(withoutFinalStop(isTitleFirst ? first : second), .emphasis)
  record.organisation = unstyled(withoutFinalStop(isTitleFirst ? second : first), .emphasis)
  record.text = names.map { scan.slice($0) }
  record.dates = record.dates ?? place.dates
  record.location = town.isEmpty ? nil : unstyled(town)
  return true
}

private func isSign(_ scalar: Unicode.Scalar) -> Bool { ".,".unicodeScalars.contains(scalar) }

/// `Rain Week, Leeds 2018` with a comma before the year.
private func withDelimitedYear(_ text: RichText) -> RichText {
  let scan = TextScan(text)
  let word = scan.lastWord(in: 0..<scan.count)
  guard scan.string(word).plainYear != nil else { return text }
  return scan.slice(scan.trim(0..<word.lowerBound)) + RichText(", ") + scan.slice(word)
}

/// The list of authors behind a stop that reaches up to an offset.
private func namesBefore(_ end: Int, behind start: Int, in scan: TextScan) -> Range<Int>? {
  // Behind more stops than an event and its place have, no names begin.
  scan.scalars[start..<end].indices.lazy.filter { scan.scalars[$0] == "." }.prefix(6)
    .compactMap { stop -> Range<Int>? in
      let first = scan.skipSpaces(from: stop + 1)
      guard first < end, case let list = AuthorList(scan, from: first), list.count > 0,
        !scan.scalars[list.end..<max(end, list.end)].contains(where: isWordScalar)
      else { return nil }
      return list.end <= end ? first..<list.end : nil
    }.first
}

/// `Roe A, Poe B. Title. Rain Week. Leeds, UK`: a talk written as the references are.
private func takeReference(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  let list = AuthorList(scan)
  let lone = list.hasInitials || list.isInCapitals ? nil : endOfLoneSpeaker(scan)
  let names = lone ?? list.end
  guard list.hasInitials || list.isInCapitals || lone != nil,
    let (start, year) = titleStart(scan, behind: names)
  else { return false }
  let title = ReferenceTitle(scan, from: start)
  guard wordCount(scan.slice(title.inner)) > 2, title.outer.upperBound < scan.count else {
    return false
  }
  record.title = unstyled(withoutFinalStop(scan.slice(title.inner)))
  record.text = scan.slice(scan.trim(0..<names)).mapAttributes { $0.marks.remove(.strong) }
  if let year {
    record.dates = record.dates ?? Dates([.init(PartialDate(year))], words: String(year))
  }
  takeTail(scan, from: title.outer.upperBound, into: &record)
  return true
}

/// `**Roe AB**. How rain falls on fens. Rain Week`: the end of a family name with initials in bold,
/// before a stop and a title of several words, which does not name the meeting: `**Wet AI**. …`.
private func endOfLoneSpeaker(_ scan: TextScan) -> Int? {
  guard let bold = scan.runRanges.first, bold.attributes.marks.contains(.strong),
    scan[bold.range.upperBound] == ".", case let name = TextScan(scan.slice(bold.range)),
    case let list = AuthorList(name), list.hasInitials, list.end == name.count,
    case let start = scan.skipSpaces(from: bold.range.upperBound + 1),
    case let title = scan.slice(ReferenceTitle(scan, from: start).inner), wordCount(title) > 3,
    // `How does rain fall? Rain Week`
    case let question = title.text.prefix(while: { $0 != "?" }),
    !WordLists.all.occurs([.publicationGenre, .meeting], in: foldedWords(String(question)))
  else { return nil }
  return bold.range.upperBound
}

/// Where the title begins behind the names and a stop, and the year that may stand between them:
/// `Roe, A., 2019. Title`, `Roe, A. (2019). Title`.
private func titleStart(_ scan: TextScan, behind names: Int) -> (start: Int, year: Int?)? {
  let isSign = { (sign: Unicode.Scalar) in isSpace(sign) || ",.:()".unicodeScalars.contains(sign) }
  let isStop = { (sign: Unicode.Scalar?) in sign == "." || sign == ":" }
  var start = scan.scalars[names...].firstIndex { !isSign($0) } ?? scan.count
  // `2020 Vision of rain`, `1984.`: a number that begins the title is none.
  let isSet = scan[start - 1] == "(" ? scan[start + 4] == ")" : scan[start + 4] == "."
  let year = isSet ? scan.string(start..<min(start + 4, scan.count)).plainYear : nil
  if year != nil {
    start = scan.scalars[(start + 4)...].firstIndex { !isSign($0) } ?? scan.count
  }
  let between = scan.scalars[max(0, names - 1)..<start]
  return between.contains(where: isStop) ? (start, year) : nil
}

/// `How rain falls on the fen. Rain Week 2024, Leeds, UK`: a title as a sentence, then where that
/// was, which ends with a place.
///
/// - Returns: Whether the line is built so; else nothing is taken.
func takeSentences(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  guard let stop = ReferenceTitle.sentenceEnd(scan, from: 0), stop + 1 < scan.count,
    case let title = scan.slice(0..<stop), wordCount(title) > 3,
    case let venue = withoutFinalStop(scan.slice(scan.trim(stop + 1..<scan.count))),
    wordCount(venue) <= 14, ReferenceTitle.sentenceEnd(TextScan(venue), from: 0) == nil,
    case let parts = topLevelParts(venue), parts.count > 1,
    Gazetteer.placeCount(atEndOf: parts.map(\.text)) > 0, !Reference.isNames(title),
    venue.text.contains(where: \.isNumber)
      || WordLists.all.occurs(.publicationGenre, in: foldedWords(parts[0].text))
  else { return false }
  record.title = unstyled(title)
  takeVenue(venue, into: &record)
  return true
}

/// `Fen University, Leeds, UK. How rain falls on the fen`: an institution or a meeting and its
/// place, then the title as a sentence.
///
/// - Returns: Whether the line is built so; else nothing is taken.
func takePlaceFirst(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  guard let stop = ReferenceTitle.sentenceEnd(scan, from: 0), stop + 1 < scan.count,
    case let parts = topLevelParts(scan.slice(0..<stop)), parts.count > 1,
    case let places = Gazetteer.placeCount(atEndOf: parts.map(\.text)), places > 0,
    case let title = withoutFinalStop(scan.slice(scan.trim(stop + 1..<scan.count))),
    wordCount(title) > 2, ReferenceTitle.sentenceEnd(TextScan(title), from: 0) == nil,
    Gazetteer.placeCount(atEndOf: topLevelParts(title).map(\.text)) == 0,
    !saysMoreOfTalk(title),
    isInstitution(parts[0]) || HeadFields.isAcronym(parts[0].text)
      || WordLists.all.occurs(.publicationGenre, in: foldedWords(parts[0].text))
  else { return false }
  record.title = unstyled(title)
  takePlace(from: scan.slice(0..<stop), into: &record)
  return true
}

/// `Invited by Bo Poe`, `Slides are online`, `Department of Rain Colloquium`: whether words tell of
/// a talk and are no title.
private func saysMoreOfTalk(_ words: RichText) -> Bool {
  let scan = TextScan(words)
  if let names = scan.endOfCompanion(at: 0),
    AuthorList(scan, from: scan.skipSpaces(from: names), isGivenFirst: true).count > 0
  {
    return true
  }
  let words = foldedWords(words.text)
  // `Video and mud in the fens` may be a title.
  let openings: Lists = words.count <= 4 ? [.verb, .linkLabel, .publicationAward] : .verb
  return words.isEmpty || WordLists.all.occurs(.publicationGenre, in: words)
    || WordLists.all.match(words[...], in: openings) != nil
    || WordLists.all.sectionKind(words[0]) == .talks
    || WordLists.all.contains(words[words.count - 1], in: [.linkLabel, .meeting])
}

/// `October 2016. Leeds, UK. [Slides](…)`: when and where a talk was, and more, between stops.
private func takeDetails(_ scan: TextScan, from start: Int, into record: inout Record) {
  var start = start
  var rest: [RichText] = []
  while start < scan.count {
    let end = endOfSentence(scan, from: start)
    let part = withoutFinalStop(scan.slice(scan.trim(start..<end)))
    start = end + 1
    guard part.hasWords else { continue }
    if record.dates == nil, part.isDateAlone {
      record.dates = ExtractedDates(part).dates
    } else if record.location == nil, Gazetteer.isPlace(part.text) {
      record.location = part
    } else {
      rest.append(part)
    }
  }
  guard !rest.isEmpty else { return }
  record.text = ([record.text].compactMap { $0 } + rest).joinedRich(separator: ", ")
}

/// The first words in italics, if they are three or more.
private func emphasisedTitle(_ scan: TextScan) -> (outer: Range<Int>, inner: Range<Int>)? {
  guard let run = scan.runRanges.first(where: { $0.attributes.marks.contains(.emphasis) }),
    scan.string(run.range).split(separator: " ").count >= 3
  else { return nil }
  return (run.range, scan.trim(run.range))
}

/// `**Rain Week 2024**, Leeds`: the meeting, its year and its place.
private func takeVenue(_ tail: RichText, into record: inout Record) {
  let parts = topLevelParts(
    tail.trimmed { isSpace($0) || isDash($0) || ",;.".unicodeScalars.contains($0) })
  guard let first = parts.first else { return }
  // `Dept. of Rain, Univ. of Leeds, Leeds, UK`
  let named = parts.dropLast(Gazetteer.placeCount(atEndOf: parts.map(\.text)))
  let isPart = named.count == 2 && isInstitution(named[0]) && isInstitution(named[1])
  let venue = isPart ? named.joinedRich(separator: ", ") : first
  record.organisation = withoutStyle(venue)
  let rest = parts.dropFirst(isPart ? 2 : 1)
  if !rest.isEmpty {
    let place = withoutFinalStop(rest.joinedRich(separator: ", "))
    let isPlace = rest.allSatisfy { Gazetteer.looksLikePlaceName($0.text[...]) }
    if isPlace || Gazetteer.isPlace(place.text) {
      record.location = place
    } else {
      record.text = record.text.map { $0 + RichText(", ") + place }
    }
  }
  if record.dates == nil {
    record.dates = ExtractedDates(venue, keepsUndelimitedYears: true).dates
  }
}

/// `A. Roe for the Fen Collaboration`: the names of those who spoke without for whom they did.
private func withoutCollaboration(_ names: RichText) -> RichText {
  let words = names.text.split(separator: " ")
  guard let last = words.last, WordLists.all.contains(folded(last), in: .body),
    let lead = words.indices.first(where: { index in
      WordLists.all.match(words[index...].prefix(4).map(folded)[...], in: .behalf) != nil
    })
  else { return names }
  return names[0..<names.text[..<words[lead].startIndex].utf8.count].trimmed()
}

/// Whether a text lists two people or more by their family names, or one with initials.
private func areNames(_ whole: RichText) -> Bool {
  let text = withoutCollaboration(whole.trimmed { isSpace($0) || $0 == "." })
  let names = text.text.split { ",;&".contains($0) }
    .flatMap { $0.split(separator: " ").split(whereSeparator: WordLists.all.isJoint) }
    .filter { $0.contains { $0.contains(where: \.isLetter) } }
  let hasInitials = AuthorList(TextScan(text)).hasInitials
  return (names.count > 1 || names.count == 1 && hasInitials)
    && names.allSatisfy { $0.count <= 4 && $0.allSatisfy(isWordOfName) }
    // `**Wet Maps**, Leeds, UK`
    && Gazetteer.placeCount(atEndOf: topLevelParts(withoutFinalStop(text)).map(\.text)) < 2
}

private func isWordOfName(_ word: Substring) -> Bool {
  word.unicodeScalars.first.map(isCapital) == true && !word.contains(where: \.isNumber)
    && word.unicodeScalars.allSatisfy { isWordScalar($0) || ".'’-".unicodeScalars.contains($0) }
}
