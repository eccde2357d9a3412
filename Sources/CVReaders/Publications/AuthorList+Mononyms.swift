// SPDX-License-Identifier: MIT
import CVModel

/// People with one name: `Ada Roe, Sutopo, and Bo Poe`, `with Roe and Poe`.
extension AuthorList {
  /// A capitalised word alone among names, or before all of them.
  func mononym(at start: Int) -> Name? {
    guard let end = scan.nameWord(at: start), end - start > 2, let next = separator(at: end),
      next > end, WordLists.all[folded(scan.string(start..<end))] == nil,
      let other = name(at: next), authors.isEmpty ? leadsNames(at: next) : isListed(other, next)
    else { return nil }
    return Name(range: start..<end, form: .full)
  }

  /// Whether `and` stands before the name that follows, or one more behind it: else the word is a
  /// title, as in `Ada Roe, Rainfall, Fen Press, 2020`.
  private func isListed(_ other: Name, _ start: Int) -> Bool {
    isAfterAnd(start) || separator(at: other.end).flatMap(name(at:)) != nil
  }

  /// Whether two names or more and then a title follow, before a venue in italics or in quotes:
  /// else the word is a title itself, as in `Tern, Ada Roe and Bo Poe. *Rain Letters*`.
  private func leadsNames(at start: Int) -> Bool {
    guard start < Self.farthest else { return false }
    let list = AuthorList(scan, from: start)
    let title = scan.scalars[list.end...].firstIndex(where: isWordScalar) ?? scan.count
    guard list.count > 1, list.end > start, title < scan.count,
      case let words = scan.run(at: title), words?.attributes.marks.contains(.emphasis) != true
    else { return false }
    if let quoted = quotedRange(scan) { return quoted.outer.lowerBound >= list.end }
    let venue = scan.runRanges.first {
      $0.range.lowerBound > title && $0.attributes.marks.contains(.emphasis)
    }
    return venue.map { wordCount(scan.slice(title..<$0.range.lowerBound)) > 2 } ?? false
  }

  /// `with Roe, Poe and van Moe`: one of two family names or more, up to the end of the text.
  func familyName(at start: Int) -> Name? {
    // A list of those with whom somebody wrote is shorter than this.
    guard isGivenFirst, scan.count <= 400, let end = familyWord(at: start) else { return nil }
    var (last, count) = (end, authors.count + 1)
    while let next = separator(at: last) {
      guard let word = familyWord(at: next) else { return nil }
      (last, count) = (word, count + 1)
    }
    guard count > 1, scan.skipSpaces(from: last) == scan.count else { return nil }
    return Name(range: start..<end, form: .full)
  }

  /// The end of a capitalised word, perhaps behind particles, that is neither known nor a place.
  private func familyWord(at start: Int) -> Int? {
    let word = afterParticles(start)
    guard let end = scan.nameWord(at: word), end - word > 2,
      case let name = scan.string(word..<end), WordLists.all[folded(name)] == nil,
      !Gazetteer.isKnown(name[...])
    else { return nil }
    return end
  }

  /// One name alone is looked for at the start of a text only.
  private static var farthest: Int { 40 }
}
