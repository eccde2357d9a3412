// SPDX-License-Identifier: MIT
import CVModel

/// Splits `ROLE, ORGANISATION, CITY, COUNTRY` where the parts can be told apart.
///
/// - Parameter subject: `nil` where only the place is to be split off.
func splitAtCommas(_ segment: Segment, _ subject: HeadFields.Subject?) -> [Segment] {
  if let subject, let fields = splitAtColon(segment, subject) {
    return fields.flatMap { splitAtCommas($0, subject) }
  }
  if let (place, rest) = cutLeadingPlace(segment) { return [place] + splitAtCommas(rest, subject) }
  if let subject, !segment.isPlace, segment.link == nil, !segment.isEmphasised,
    let fields = unspacedFields(segment, subject)
  {
    return fields
  }
  let parts = topLevelParts(segment.text)
  guard parts.count > 1, !segment.isPlace else { return [segment] }
  let separator = listSeparator(for: segment.text)
  let known = Gazetteer.placeCount(atEndOf: parts.map(\.text))
  let placeCount = known == 0 && endsInTown(parts) ? 1 : known
  let (named, places) = (Array(parts.dropLast(placeCount)), parts.suffix(placeCount))
  let make = { (texts: [RichText]) in
    var part = Segment(
      texts.joinedRich(separator: separator), line: segment.line, followsAt: segment.followsAt,
      isHeading: segment.isHeading)
    part.followsComma = segment.followsComma
    return part
  }
  var result: [Segment]
  if let subject, segment.link == nil, !segment.isEmphasised, !segment.followsAt,
    let split = splitIndex(named, subject)
  {
    let end = endOfName(named, from: split)
    result = [make(Array(named[..<split])), make(Array(named[split..<end]))]
    if end < named.count { result.append(make(Array(named[end...]))) }
  } else {
    let end = segment.hasOrganisationWord ? endOfName(named, from: 0) : named.count
    result = [make(Array(named[..<end]))]
    if end < named.count { result.append(make(Array(named[end...]))) }
  }
  guard placeCount > 0 else { return result }
  result.append(Segment(places.joinedRich(separator: ", "), line: segment.line))
  result[result.count - 1].isLikelyTown = known == 0
  return result
}

/// `Leeds, UK, School of Rain`: a town and its country in front of what is there or of the post or
/// the degree; behind a comma, `Leeds, MSc in Rain`, the town alone.
private func cutLeadingPlace(_ segment: Segment) -> (Segment, Segment)? {
  let parts = topLevelParts(segment.text)
  let isPair =
    parts.count > 2 && parts[..<2].allSatisfy { Gazetteer.isKnown($0.text[...]) }
    && Gazetteer.isPlace(parts[0].text + ", " + parts[1].text)
  let count = isPair ? 2 : 1
  guard isPair || parts.count > 1 && segment.followsComma && Gazetteer.isKnown(parts[0].text[...]),
    !Gazetteer.isKnown(parts[count].text[...]), case let next = Segment(parts[count], line: 0),
    next.hasRoleWord || next.hasDegreeWord || isPair && next.hasOrganisationWord
  else { return nil }
  let separator = listSeparator(for: segment.text)
  return (
    Segment(Array(parts[..<count]).joinedRich(separator: separator), line: segment.line),
    Segment(Array(parts[count...]).joinedRich(separator: separator), line: segment.line)
  )
}

/// `Fen College: MSc in Rain` or `Fen College. MSc in Rain`: an institution, and the post or the
/// degree there; `Abitur: Fen School`: a degree, and where it was.
private func splitAtColon(_ segment: Segment, _ subject: HeadFields.Subject) -> [Segment]? {
  let scan = TextScan(segment.text)
  let isSign = { (index: Int) in
    isColon(scan.scalars[index])
      || subject == .education && scan.scalars[index] == "." && scan[index + 1] == " "
        && !WordLists.all.contains(
          folded(scan.string(scan.lastWord(in: 0..<index))), in: [.abbreviation, .degree])
  }
  guard let colon = scan.scalars.indices.first(where: isSign), colon > 0, colon + 1 < scan.count
  else { return nil }
  let parts = [0..<colon, colon + 1..<scan.count].map {
    Segment(scan.slice(scan.trim($0)), line: segment.line, isHeading: segment.isHeading)
  }
  let isWhere = parts[0].hasOrganisationWord && !parts[0].hasRoleWord && !parts[0].hasDegreeWord
  let isWhat =
    subject == .education && scan.scalars[colon] != "." && parts[0].words.count <= 3
    && parts[0].hasDegreeWord && !parts[0].hasOrganisationWord
    && parts[1].hasOrganisationWord && !parts[1].text.text.contains(":")
  // `BSc in Rain, Fog. Fen University`
  let isAbove =
    scan.scalars[colon] == "." && parts[0].hasDegreeWord && !parts[0].hasOrganisationWord
    && parts[1].hasOrganisationWord && !parts[1].hasDegreeWord && parts[1].text.startsWithCapital
  guard isWhere && subject.matches(parts[1]) || isWhat || isAbove else { return nil }
  return parts
}

/// Where the name of an institution ends before remarks: `University of X, with distinction`,
/// `Fen College, GPA: 3.9`.
private func endOfName(_ parts: [RichText], from start: Int) -> Int {
  parts.indices.dropFirst(start + 1).first { index in
    let isRemark =
      parts[index].text.unicodeScalars.first?.properties.isLowercase == true
      && !goesOn(parts[index])
      || parts[index].text.contains { "%:：".contains($0) }
    return isRemark && !Segment(parts[index], line: 0).hasOrganisationWord
  } ?? parts.count
}

/// `Department of Rain, Fog, and Snow`: a part that a name in several parts ends with.
private func goesOn(_ part: RichText) -> Bool {
  let words = part.text.split(separator: " ", maxSplits: 2)
  return endsEnumeration(part) && words[1].unicodeScalars.first.map(isCapital) == true
}

/// `and the rain`: whether a part between commas is the last of those that a line lists.
func endsEnumeration(_ part: RichText) -> Bool {
  let words = part.text.split(separator: " ", maxSplits: 1)
  return words.count > 1 && WordLists.all.isJoint(words[0])
}

/// `… College, Ely`: one capitalised word behind the name of a school may only be its town.
///
/// `Tern AG, Mudford BE`, `Lycée Roe, Mudford (29)`, `Tern AG, Mudford / Leeds`: behind a company
/// or a school with the code of its region, or two of them.
func endsInTown(_ parts: [RichText]) -> Bool {
  guard parts.count > 1, let whole = parts.last?.text else { return false }
  let name = foldedWords(parts[parts.count - 2].text)
  let towns = whole.split(separator: "/").map { withoutCode(String($0).trimmingSpaces()) }
  if towns.count == 2 || towns.first != whole {
    return name.contains { WordLists.all.contains($0, in: .institution) }
      && towns.allSatisfy { Gazetteer.isTown($0[...]) }
      && (towns.count == 1 || towns.count == 2 && towns.contains { Gazetteer.isKnown($0[...]) })
      && parts.last?.isUnlinked == true
  }
  let last = whole
  let letters = last.unicodeScalars.allSatisfy { isWordScalar($0) && !isDigit($0) }
  return name.contains { WordLists.all.contains($0, in: [.school, .institution]) }
    && letters && last.count > 2 && last.contains(where: \.isLowercase)
    && Gazetteer.looksLikePlaceName(last[...])
    && parts.last?.isUnlinked == true
}

/// `Mudford BE`, `Mudford (29)` without the two capitals or figures behind the name.
private func withoutCode(_ town: String) -> String {
  let words = town.split(separator: " ")
  guard words.count > 1, let code = words.last,
    code.count == 2 && code.unicodeScalars.allSatisfy({ ("A"..."Z").contains($0) })
      || code.count == 4 && code.first == "(" && code.last == ")"
        && code.count(where: \.isNumber) == 2
  else { return town }
  return words.dropLast().joined(separator: " ")
}

/// Where the first of "what" and "where" ends, in parts between commas.
func splitIndex(_ parts: [RichText], _ subject: HeadFields.Subject) -> Int? {
  guard parts.count > 1 else { return nil }
  let segments = parts.map { Segment($0, line: 0) }
  let isWhat = { (part: Segment) in
    subject == .education ? part.hasDegreeWord : part.hasRoleWord || part.hasDegreeWord
  }
  let organisation = segments.firstIndex { $0.hasOrganisationWord && !isWhat($0) }
  let what = segments.firstIndex(where: isWhat)
  switch (what, organisation) {
  case (let what?, let organisation?): return what < organisation ? organisation : what
  case (let what?, nil): return what == 0 ? parts.count - 1 : what
  case (nil, let organisation?) where subject == .education:
    return organisation == 0 ? 1 : organisation
  default: return nil
  }
}

extension TextScan {
  /// Whether a comma is that of `1,3` or `12,000`.
  fileprivate func isInNumber(_ index: Int) -> Bool {
    scalars[index] == "," && self[index - 1].map(isDigit) == true
      && self[index + 1].map(isDigit) == true
  }

  /// Whether a comma is that of `Acme Co., Ltd.` or `Acme, Inc.`.
  fileprivate func isBeforeLegalForm(_ index: Int) -> Bool {
    let start = skipSpaces(from: index + 1)
    var end = start
    while end < start + 8, let next = self[end], isWordScalar(next) || next == "." { end += 1 }
    guard end > start, scalars[start].value == 0x4C || scalars[start].value == 0x49 else {
      return false
    }
    return ["ltd", "inc", "llc", "llp", "limited"].contains(folded(string(start..<end)))
  }
}

extension TextScan {
  /// Whether a comma parts the text, one within brackets aside.
  fileprivate var hasCommaOutsideBrackets: Bool {
    var index = 0
    while index < count {
      if scalars[index] == "，" || scalars[index] == "," { return true }
      index = closingBracket(of: index).map { $0 + 1 } ?? index + 1
    }
    return false
  }
}

/// The parts of a text between commas outside brackets.
func topLevelParts(_ text: RichText) -> [RichText] {
  let scan = TextScan(text)
  // Where other commas part the fields, `、` joins the words of one: `本科、学士`.
  let hasComma = scan.scalars.contains("、") && scan.hasCommaOutsideBrackets
  let isComma = { (scalar: Unicode.Scalar) in
    switch scalar {
    case ",", "，", "،": true
    case "、": !hasComma
    default: false
    }
  }
  var parts: [RichText] = []
  var start = 0
  var index = 0
  while index < scan.count {
    if let close = scan.closingBracket(of: index) {
      index = close + 1
    } else if isComma(scan.scalars[index]), !scan.isInNumber(index),
      !scan.isBeforeLegalForm(index)
    {
      parts.append(scan.slice(scan.trim(start..<index)))
      index += 1
      start = index
    } else {
      index += 1
    }
  }
  return (parts + [scan.slice(scan.trim(start..<scan.count))]).filter { !$0.isEmpty }
}

/// `Post / Town (RS)`, `Editor / Tern Press`: a place, or in a heading an employer, behind a slash.
func splitAtSlash(_ segment: Segment) -> [Segment] {
  let scan = TextScan(segment.text)
  guard let slash = scan.scalars.lastIndex(of: "/"), slash > 0, isSpace(scan.scalars[slash - 1]),
    scan[slash + 1].map(isSpace) == true
  else { return [segment] }
  // `Leeds, UK / Remote`, `Engineer, Leeds / Remote`
  let last = topLevelParts(segment.text).last
  guard !segment.isPlace, last.map({ Gazetteer.isPlace($0.text) }) != true,
    !endsInTown(topLevelParts(segment.text))
  else { return [segment] }
  var head = Segment(
    scan.slice(scan.trim(0..<slash)), line: segment.line, followsAt: segment.followsAt,
    isHeading: segment.isHeading)
  var tail = Segment(scan.slice(scan.trim(slash + 1..<scan.count)), line: segment.line)
  let isEmployer =
    segment.isHeading && head.hasRoleWord && !tail.hasRoleWord && !head.text.text.contains("/")
    && head.text.text.last?.isLetter == true
  // `### New trade / Moss School`
  let isSchool = segment.isHeading && tail.hasOrganisationWord && !head.hasOrganisationWord
  guard isEmployer || isSchool || tail.isPlace else { return [segment] }
  tail.isHeading = isEmployer || isSchool
  head.isHeading = segment.isHeading && !isSchool
  return [head, tail]
}
