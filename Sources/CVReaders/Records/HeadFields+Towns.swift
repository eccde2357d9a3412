// SPDX-License-Identifier: MIT
import CVModel

/// `University of Ohio - Fenton`: whether a dash leads to the town of a campus, behind a university
/// that bears the name of its region; behind others stands the place.
func isCampusDash(_ scan: TextScan, at dash: Int, behind start: Int) -> Bool {
  guard isDash(scan.scalars[dash]), dash > start,
    let name = scan.string(start..<dash).split(separator: ",").last,
    case let words = name.split(separator: " "),
    words.contains(where: { WordLists.all.contains(folded($0), in: .school) }),
    words.indices.contains(where: { index in
      (1...2).contains { Gazetteer.isRegion(words[index...].prefix($0).joined(separator: " ")) }
    }), case let rest = scan.trim(dash + 1..<min(scan.count, dash + 80)),
    case let end = rest.first(where: { index in
      ",|(".unicodeScalars.contains(scan.scalars[index])
        || isDash(scan.scalars[index]) && isSpace(scan.scalars[index - 1])
    }), case let town = scan.string(scan.trim(rest.lowerBound..<(end ?? rest.upperBound))),
    !Gazetteer.isRegion(town), !WordLists.all.contains(folded(town), in: .remote),
    Gazetteer.looksLikePlaceName(town[...])
  else { return false }
  // `University of Ohio - Fenton, OH` says where it is.
  let parts = scan.string(rest).split(separator: ",").map(String.init)
  return parts.count == 1 || Gazetteer.placeCount(atEndOf: [""] + parts.prefix(3)) == 0
}

/// Words that may be the name of a town, by their looks.
extension HeadFields {
  /// `FTU`: two to six capitals.
  static func isAcronym(_ text: String) -> Bool {
    2...6 ~= text.count && text.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
  }

  /// `9 months`, `3.5 ans`: a number and words without a capital.
  static func isAmount(_ part: Segment) -> Bool {
    part.text.text.first?.isNumber == true
      && !part.text.text.unicodeScalars.contains(where: isCapital)
  }

  /// One capitalised word that stands alone behind the other fields, perhaps before the letters of
  /// a region (`Mudford, OL`): a town that is not known.
  static func unknownPlace(_ parts: [Segment]) -> RichText? {
    guard let place = parts.first, parts.count == 1, !place.followsAt, !place.isPhrase else {
      return nil
    }
    var names = topLevelParts(place.text).map(\.text)
    // `Mudford (29)`
    var hasCode = false
    if let open = names.last?.firstIndex(of: "("), let last = names.last, last.hasSuffix(")"),
      last[open...].count <= 5
    {
      names[names.count - 1] = String(last[..<open]).trimmingSpaces()
      hasCode = true
    }
    let isRegion = { (name: String) in
      2...3 ~= name.count && name.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
    }
    guard let town = names.first, names.count <= 2, !place.isStyled || hasCode,
      names.dropFirst().allSatisfy(isRegion),
      town.unicodeScalars.allSatisfy({ isWordScalar($0) && !isCJK($0) || $0 == "-" }),
      Gazetteer.looksLikePlaceName(town[...])
    else { return nil }
    return place.text
  }

  /// `Tern Press, Leeds, UK`: before a known town and its country stands the employer, where no
  /// other is named.
  static func employer(before place: RichText) -> (name: RichText, place: RichText)? {
    let parts = topLevelParts(place)
    guard place.isUnlinked, let first = parts.first, parts.count > 2,
      !Gazetteer.isPlace(first.text),
      WordLists.all.contains(folded(parts[1].text), in: .city),
      case let rest = parts.dropFirst().joinedRich(separator: ", "), Gazetteer.isPlace(rest.text)
    else { return nil }
    return (withoutStyle(first), rest)
  }

  /// `Acme, China`: before a country alone stands the employer, where no post is named and the word
  /// is no known town.
  static func employerInCountry(_ place: RichText) -> (name: RichText, place: RichText)? {
    let parts = topLevelParts(place)
    guard parts.count == 2, WordLists.all.contains(folded(parts[1].text), in: .country),
      !Gazetteer.isKnown(parts[0].text[...])
    else { return nil }
    return (withoutStyle(parts[0]), parts[1])
  }

  /// `Acme 中国临溪`, `Acme 中国临溪/日本川辺`: a town behind its country ends the name of an employer.
  static func nameBeforePlace(_ text: RichText) -> (name: RichText, place: RichText)? {
    let scan = TextScan(text)
    guard text.isUnlinked, scan.scalars.last.map(isCJK) == true,
      let space = scan.scalars.lastIndex(where: isSpace),
      case let place = scan.slice(space + 1..<scan.count),
      case let towns = place.text.split(separator: "/"), !towns.isEmpty,
      towns.allSatisfy({ Gazetteer.isTownOfRegion(String($0)) }),
      !Segment(place, line: 0).hasOrganisationWord
    else { return nil }
    return (scan.slice(scan.trim(0..<space)), place)
  }

  /// Whether a part of a head is a place, and names no employer before it.
  static func isPlaceAlone(_ part: Segment, _ subject: Subject) -> Bool {
    part.isPlace && (subject == .education || employer(before: part.text) == nil)
  }

  /// `Rain Institute, Mudford` above `- Leeds, UK`: the word behind the comma that tells which of
  /// its houses an institution means, where another line says the place.
  static func townOfName(behind name: Segment, in parts: [Segment]) -> Int? {
    guard name.hasOrganisationWord, !name.isStyled,
      parts.contains(where: {
        $0.line > name.line && $0.isPlace && !$0.isLikelyTown && !$0.isPhrase
      }),
      case let beside = parts.indices.filter({ parts[$0].line == name.line }), beside.count == 1,
      case let town = parts[beside[0]], town.followsComma || town.isLikelyTown, !town.isStyled,
      town.words.count == 1,
      !town.hasRoleWord, !town.hasDegreeWord, Gazetteer.looksLikePlaceName(town.text.text[...])
    else { return nil }
    return beside[0]
  }

  /// The name of an institution, with the town behind it that is a part of it.
  static func takingInstitution(at index: Int, from parts: inout [Segment]) -> RichText {
    let part = parts.remove(at: index)
    let name = institution(part)
    return townOfName(behind: part, in: parts).map {
      name + RichText(", ") + parts.remove(at: $0).text
    } ?? name
  }

  /// The name of an institution, without the article of `intern at the University of Olm`.
  private static func institution(_ part: Segment) -> RichText {
    let name = withoutStyle(part.text)
    let hasArticle = part.followsAt && name.text.hasPrefix("the ")
    return hasArticle ? name[4..<name.count] : name
  }
}
