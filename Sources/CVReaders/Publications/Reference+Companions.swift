// SPDX-License-Identifier: MIT
import CVModel

/// Those with whom the owner wrote a work, who stand behind its title.
extension Reference {
  /// `Title (with A. Roe and B. Poe)`: those with whom the owner wrote the work.
  mutating func takeCompanions(_ scan: TextScan, at open: Int) -> Int? {
    guard let close = scan.closingBracket(of: open), close > open + 6,
      takeCompanions(scan.slice(open + 1..<close))
    else { return nil }
    return close + 1
  }

  /// `Title (A. Roe, B. Poe, 2023)`: the authors and the year in a bracket.
  mutating func takeAuthors(_ scan: TextScan, inBracketAt open: Int) -> Int? {
    guard scan[open] == "(", let close = scan.closingBracket(of: open),
      case let inner = TextScan(scan.slice(open + 1..<close)), case let list = AuthorList(inner),
      list.hasInitials || list.count > 1,
      list.authors.allSatisfy({ Self.mayBePerson($0.author.name) }),
      case let rest = inner.trim(list.end..<inner.count, also: { ",;".unicodeScalars.contains($0) }),
      let year = inner.string(rest).plainYear
    else { return nil }
    setAuthors(list, inner)
    setYear(year)
    return close + 1
  }

  /// Whether words between commas in a bracket are no venue, body or place.
  private static func mayBePerson(_ name: String) -> Bool {
    let words = foldedWords(name)
    let others: Lists = [.organisation, .meeting, .publicationGenre, .body]
    return !WordLists.all.occurs(others, in: words) && !Gazetteer.isKnown(name[...])
  }

  /// `with A. Roe and B. Poe`, and nothing else.
  mutating func takeCompanions(_ line: RichText) -> Bool {
    var scan = TextScan(line)
    if scan.closingBracket(of: 0) == scan.count - 1 {
      scan = TextScan(scan.slice(1..<scan.count - 1))
    }
    guard let list = companions(scan, from: 0),
      !scan.scalars[list.end...].contains(where: isWordScalar)
    else { return false }
    take(list, of: scan, from: 0)
    return true
  }

  /// `Title, with A. Roe and B. Poe, Venue`: up to the sign behind the names.
  mutating func takeCompanions(_ scan: TextScan, behind start: Int) -> Int? {
    guard let list = companions(scan, from: start),
      scan[list.end].map({ ",.;".unicodeScalars.contains($0) }) ?? true
    else { return nil }
    take(list, of: scan, from: start)
    return list.end
  }

  /// The names behind the word `with`.
  private func companions(_ scan: TextScan, from start: Int) -> AuthorList? {
    guard let space = scan.endOfCompanion(at: start) else { return nil }
    // The venue is behind `in`, or in italics where the names are not.
    let lead = scan.scalars.indices[space...].first { scan.stands(", in ", at: $0) }
    let isInItalics = scan.run(at: start)?.attributes.marks.contains(.emphasis) == true
    let venue = scan.runRanges.first {
      $0.range.lowerBound > space && $0.attributes.marks.contains(.emphasis) && !isInItalics
    }
    let end = min(lead ?? scan.count, venue?.range.lowerBound ?? scan.count)
    let list = AuthorList(TextScan(scan.slice(0..<end)), from: space, isGivenFirst: true)
    return list.count > 0 ? list : nil
  }

  /// `with my students`: a line below a work that says with whom it was written, in no names.
  func beginsWithCompanions(_ line: RichText) -> Bool {
    wordCount(line) <= 24 && TextScan(line).endOfCompanion(at: 0) != nil
  }

  private mutating func take(_ companions: AuthorList, of scan: TextScan, from start: Int) {
    authorLead = scan.string(start..<(scan.endOfCompanion(at: start) ?? start))
    setAuthors(companions, scan)
  }
}

extension TextScan {
  /// Where the words end that lead to those with whom somebody did something: `with Ada Roe`,
  /// `joint work with Ada Roe`.
  func endOfCompanion(at start: Int) -> Int? {
    guard let space = scalars[start...].prefix(12).firstIndex(where: isSpace),
      let first = WordLists.all[scalars[start..<space]], first.begins(.companion)
    else { return nil }
    if first.lists.contains(.companion) { return space }
    var end = space
    for _ in 1..<first.longest {
      let next = skipSpaces(from: end)
      guard let space = scalars[next...].prefix(12).firstIndex(where: isSpace) else { return nil }
      end = space
      if WordLists.all.contains(scalars[start..<end], in: .companion) { return end }
    }
    return nil
  }
}
