// SPDX-License-Identifier: MIT
import CVModel

/// `Engineer. Fen Rain Lab, Leeds, UK.`: the post or the degree and where it was as lines of their
/// own, where only a stop parts them in the one line of a head; other lines as they are.
func partedAtStop(_ lines: [RichText]) -> [RichText] {
  guard lines.count == 1, !Phrase.isWhole(lines[0]) else { return lines }
  let scan = TextScan(lines[0])
  if let parted = partedBehindBold(scan) { return parted }
  guard let stop = partingStop(scan), case let what = scan.slice(scan.trim(0..<stop)),
    case let whereabouts = withoutFinalStop(scan.slice(scan.trim(stop + 1..<scan.count))),
    isField(what), isField(whereabouts),
    isPostAndPlace(what, whereabouts) || isPlaceAndPost(what, whereabouts)
  else { return lines }
  return [what, whereabouts]
}

/// `**PhD, Rain**. Fen University, Leeds, UK. Honors: two`: a post or a degree in bold, where that
/// was, and what else is told.
private func partedBehindBold(_ scan: TextScan) -> [RichText]? {
  guard let bold = scan.runRanges.first, bold.attributes.marks.contains(.strong),
    scan[bold.range.upperBound] == ".", scan[bold.range.upperBound + 1].map(isSpace) == true,
    case let what = scan.slice(bold.range), Segment(what, line: 0).namesPost, isField(what),
    case let start = scan.skipSpaces(from: bold.range.upperBound + 1),
    case let end = ReferenceTitle.sentenceEnd(scan, from: start) ?? scan.count,
    case let place = withoutFinalStop(scan.slice(scan.trim(start..<end))),
    isField(place), isPlaced(place), !Segment(place, line: 1).namesPost
  else { return nil }
  let told = scan.slice(scan.trim(min(end + 1, scan.count)..<scan.count))
  return [what, place] + (told.hasWords ? [told] : [])
}

/// `BSc in Rain. Fen University. 2010.`: the line with commas for the stops that part a date of its
/// own from the fields before it, and from an institution behind it.
func partedByCommas(_ line: RichText) -> RichText {
  let scan = TextScan(line)
  let stops = partingStops(scan)
  guard !stops.isEmpty else { return line }
  let edges = [-1] + stops + [scan.trim(0..<scan.count, also: { $0 == "." }).upperBound]
  let parts = zip(edges, edges.dropFirst()).map { scan.slice(scan.trim($0 + 1..<$1)) }
  guard let dated = parts.firstIndex(where: \.isDateAlone), dated > 0,
    parts.prefix(dated).allSatisfy({ isField($0) && !$0.holdsDate })
  else { return line }
  let names = parts.count > dated + 1 && Segment(parts[dated + 1], line: 0).hasOrganisationWord
  let count = names ? dated + 1 : dated
  let rest = scan.slice(scan.trim(stops[count - 1] + 1..<scan.count))
  return (parts.prefix(count) + [rest]).joinedRich(separator: ", ")
}

/// `MSc in Rain, Fen University, 2012. Distinction.`: a line up to its date, and some words behind
/// that name no further field.
func remarkBehindDate(_ line: RichText) -> (line: RichText, remark: RichText)? {
  let scan = TextScan(line)
  let dates = DateParser(scan).matches()
  guard dates.count == 1, let date = dates.first?.range, date.lowerBound > 0,
    case let end = scan[date.upperBound] == ")" ? date.upperBound + 1 : date.upperBound,
    let sign = scan[end], sign == "." || sign == ",", scan[end + 1].map(isSpace) == true,
    case let remark = withoutFinalStop(scan.slice(scan.trim(end + 1..<scan.count))),
    1...12 ~= wordCount(remark), remark.isUnlinked, case let field = Segment(remark, line: 0),
    !field.hasOrganisationWord, !field.namesPost, !field.isPlace, !field.isStyled,
    Gazetteer.placeCount(atEndOf: [""] + topLevelParts(remark).map(\.text)) == 0,
    // Behind a comma may stand a town.
    sign == "."
      || remark.text.split(separator: " ").contains(where: { $0.first?.isLowercase == true }),
    case let head = Segment(scan.slice(0..<date.lowerBound), line: 0),
    head.hasOrganisationWord || head.namesPost
  else { return nil }
  return (scan.slice(0..<end), remark)
}

/// The only stop before a space in a line that is not its end, nor that of an abbreviation.
private func partingStop(_ scan: TextScan) -> Int? {
  let stops = partingStops(scan)
  return stops.count == 1 ? stops[0] : nil
}

/// The stops before a space in a line but for its end and those of abbreviations.
private func partingStops(_ scan: TextScan) -> [Int] {
  // The fields of a head are shorter than this.
  guard scan.count <= 400, scan.scalars.contains(".") else { return [] }
  let end = scan.trim(0..<scan.count, also: { $0 == "." }).upperBound
  return (0..<end).filter { index in
    scan.scalars[index] == "." && scan[index + 1].map(isSpace) == true
      && !scan.isAbbreviated(before: index)
  }
}

/// Whether a text names a post, a degree or a school class, and another where that was.
private func isPostAndPlace(_ what: RichText, _ place: RichText) -> Bool {
  let (post, name) = (Segment(what, line: 0), Segment(topLevelParts(place)[0], line: 1))
  // `MSc, A. Engineer. University`: the stop is that of an abbreviation.
  let isRest = name.words.count == 1 && name.hasOrganisationWord
  guard !isRest, !post.hasOrganisationWord, !Segment(place, line: 1).namesPost else { return false }
  // `M. Sc. Rain, Fen University`: nor is it the end of a degree's name.
  let isDegree = Segment(what + RichText("."), line: 0).hasDegreeWord && post.words.count <= 2
  return isPlaced(place) && (!isDegree || post.hasRoleWord)
}

/// `Fen University. BSc in Rain`: whether a text says where, and another names the degree.
private func isPlaceAndPost(_ place: RichText, _ what: RichText) -> Bool {
  let (name, post) = (Segment(place, line: 0), Segment(what, line: 1))
  return post.namesPost && !post.hasOrganisationWord && !name.namesPost && isPlaced(place)
}

extension Segment {
  fileprivate var namesPost: Bool { hasRoleWord || hasDegreeWord }
}

/// Whether a text says where: by the word for an institution, or by a known place at its end.
private func isPlaced(_ text: RichText) -> Bool {
  Segment(text, line: 0).hasOrganisationWord
    || Gazetteer.placeCount(atEndOf: topLevelParts(text).map(\.text)) > 0
}

/// Whether a text may be a field or two: few words, and no colon.
private func isField(_ text: RichText) -> Bool {
  let words = text.text.split(separator: " ")
  return 1...14 ~= words.count && text.startsWithCapital && !Phrase.isWhole(text)
    && !text.text.contains { ":;".contains($0) }
    && !Phrase.isFunctionWord(words[0])
}
