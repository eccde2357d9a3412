// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// `Rain Atlas` above `Maps of a wet year.`: a title, what is said of it in a line of its own, and
/// where to find it.
func takeDescribed(_ draft: EntryDraft, into record: inout Record) -> Bool {
  let links = draft.lines.dropFirst(2)
  guard !draft.hasHeading, draft.lines.count > 1, isTitleLine(draft.lines[0]),
    wordCount(draft.lines[0]) <= 8,
    draft.lines[1].text.hasSuffix("."), wordCount(draft.lines[1]) > 3,
    links.allSatisfy({ Segment($0.trimmed { !isWordScalar($0) }, line: 0).link != nil })
  else { return false }
  let title = ExtractedDates(draft.lines[0], keepsUndelimitedYears: true)
  record.dates = title.dates
  record.title = unstyled(title.rest.trimmedSigns())
  let told = draft.lines[1]
  record.text = joinedSentences(
    [told.isWholly(.emphasis) ? unstyled(told, .emphasis) : told] + links)
  return true
}

extension [RichText] {
  /// `[Gauge](…)`, `Rust, Go`: whether the first of several fields is behind a link, and no other.
  var isLinkedName: Bool {
    count > 1 && Segment(self[0], line: 0).link != nil && dropFirst().allSatisfy(\.isUnlinked)
  }
}

/// A title above `*Organisation* | **State** | **Part**`.
func projectRecord(_ draft: EntryDraft, _ dated: Record) -> Record {
  var record = dated
  let parts = segments(of: ExtractedDates(draft.lines[1]).rest, number: 1)
  record.title = unstyled(ExtractedDates(draft.lines[0]).rest.trimmedSigns())
  record.organisation = parts.first.map { unstyled($0.text, .emphasis) }
  let rest = parts.dropFirst().map { unstyled($0.text) }
  record.text = rest.joinedIfAny(separator: ", ")
  return record
}

/// `**Tern** (Rust, Go): A map of rain.`, `**Tern** | *Rust* | A map of rain.`, `**Tern**, maps of
/// rain`: what a project was made with, and what it is, behind its title.
func withWhatIsUsed(_ scan: TextScan, behind end: Int) -> RichText? {
  let start = scan.skipSpaces(from: end)
  let rest = scan.slice(start..<scan.count)
  if scan[start] == ",", case let told = rest.trimmedSigns(), wordCount(told) > 1,
    told.text.first?.isLowercase == true, !Phrase.isFunctionWord(told.text.prefix { $0 != " " })
  {
    return told
  }
  let isBracketed = scan[start] == "(" && scan.closingBracket(of: start) != nil
  let parts = isBracketed ? [rest] : fieldParts(rest)
  guard isBracketed || scan[start] == "|" && parts.count > 1,
    case let names = isBracketed ? [bracketed(scan, from: start)] : parts,
    names.allSatisfy({ !$0.startsWithCapital || !Segment($0, line: 0).hasOrganisationWord })
  else { return nil }
  let words = parts.map { unstyled($0, .emphasis) }.joinedRich(separator: ", ")
  return scan.closingBracket(of: start) == scan.count - 1 ? withoutFrame(words) : words
}

/// What stands in the bracket that opens at an offset.
private func bracketed(_ scan: TextScan, from open: Int) -> RichText {
  scan.slice(scan.trim(open + 1..<(scan.closingBracket(of: open) ?? scan.count)))
}

/// Whether the blocks of a section are a list of which each point begins with a link to what
/// somebody wrote: `[rainmap](https://github.com/ada/rainmap)`, which is no tool that she knows.
func holdsRepositories(_ blocks: [MarkupNode]) -> Bool {
  let blocks = blocks.filter { !$0.isRule }
  guard blocks.count == 1, let points = blocks[0].listItems, points.count > 1 else { return false }
  return points.allSatisfy { point in
    guard let link = point.blocks.first?.paragraphText?.trimmed().runs.first?.attributes.link else {
      return false
    }
    let host = LinkLabel.host(of: link)
    return LinkLabel.codeHosts.contains(host) && link.split(separator: "/").count > 3
  }
}

/// `Tern - maps of all rain in the north`: a name of few words before a dash, and what it is in
/// small letters.
private func partsAtDash(_ line: RichText) -> (name: RichText, told: RichText)? {
  let scan = TextScan(line)
  guard
    let dash = scan.scalars.indices.prefix(50).first(where: { index in
      isDash(scan.scalars[index]) && scan[index - 1].map(isSpace) == true
        && scan[index + 1].map(isSpace) == true
    }), case let name = scan.slice(scan.trim(0..<dash)),
    case let told = scan.slice(scan.trim(dash + 1..<scan.count)), 1...3 ~= wordCount(name),
    name.startsWithCapital, wordCount(told) > 3, told.text.first?.isLowercase == true
  else { return nil }
  return (name, told)
}

/// `tern, a map of all rain in the north`: a name of few words, and what it is.
func takeNamed(_ line: RichText, into record: inout Record) -> Bool {
  if line.isUnlinked, let (name, told) = partsAtDash(line) {
    record.title = unstyled(name)
    record.text = told
    return true
  }
  guard line.isUnlinked, let comma = line.text.utf8.firstIndex(of: UInt8(ascii: ",")),
    case let end = line.text.utf8.distance(from: line.text.startIndex, to: comma),
    case let name = line[0..<end], case let told = line[end + 1..<line.count].trimmed(),
    1...4 ~= wordCount(name), wordCount(told) > 3,
    Phrase.isFunctionWord(told.text.prefix { $0 != " " }), told.text.first?.isLowercase == true,
    !endsEnumeration(told)
  else { return false }
  record.title = unstyled(name)
  record.text = told
  return true
}

/// `[雨图](…)，一个查询雨水的小工具`: a name behind a link, and what it is in letters without spaces.
func toldOfName(_ line: RichText) -> (name: RichText, words: RichText)? {
  guard let first = line.runs.first, first.attributes.link != nil,
    case let rest = line[first.length..<line.count].text, let comma = rest.first,
    ",，:：".contains(comma),
    case let told = line[(first.length + comma.utf8.count)..<line.count].trimmed(),
    told.isUnlinked, told.text.unicodeScalars.count(where: isCJK) >= 8,
    !topLevelParts(told).contains(where: { Segment($0, line: 0).hasOrganisationWord })
  else { return nil }
  return (line[0..<first.length], told)
}
