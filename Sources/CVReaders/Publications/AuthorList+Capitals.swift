// SPDX-License-Identifier: MIT
import CVModel

/// Names whose family name is told from the given ones by its capitals.
extension AuthorList {
  /// `ROE, Ada Mo`, as ISO 690 has it; among several names also `ROE Ada` and `Ada ROE`.
  func nameInCapitals(at start: Int) -> Name? {
    if let family = family(at: start), scan[family] == ",",
      let end = givenNames(at: scan.skipSpaces(from: family + 1)), endsGivenNames(end)
    {
      return Name(range: start..<end, form: .capitals)
    }
    guard let end = unsigned(at: start),
      isInCapitals || separator(at: end).flatMap({ unsigned(at: $0) }) != nil
    else { return nil }
    return Name(range: start..<end, form: .capitals)
  }

  /// The end of a family name in capitals and given names with no sign between them.
  private func unsigned(at start: Int) -> Int? {
    if let family = family(at: start) {
      let next = scan.skipSpaces(from: family)
      return next > family ? givenNames(at: next).flatMap { endsGivenNames($0) ? $0 : nil } : nil
    }
    guard let given = scan.nameWord(at: start) else { return nil }
    var next = scan.skipSpaces(from: given)
    if let second = scan.nameWord(at: next) ?? scan.initials(at: next), family(at: next) == nil {
      next = scan.skipSpaces(from: second)
    }
    guard next > given, let end = family(at: next), endsGivenNames(end) else { return nil }
    return end
  }

  /// One to three words of capitals, three letters or more.
  func family(at start: Int) -> Int? {
    var end = start
    while let next = scan[end], !scan.isRaised(end) {
      let isJoint = end > start && (isDash(next) || next == " " || asciiForm(of: next) == "'")
      guard isCapital(next) && !isCJK(next) || isJoint else { break }
      end += 1
    }
    // The capital that begins the next word belongs to that.
    if scan[end].map(isWordScalar) == true {
      guard let space = scan.scalars[start..<end].lastIndex(of: " ") else { return nil }
      end = space
    }
    let words = scan.string(start..<end).split(separator: " ")
    let isName = end - start >= 3 && words.count <= 3 && scan[end - 1] != " "
    return isName ? end : nil
  }

  /// One to three capitalised words, the first in small letters; others may be initials.
  private func givenNames(at start: Int) -> Int? {
    guard let first = scan.nameWord(at: start),
      scan.scalars[start..<first].contains(where: \.properties.isLowercase)
    else { return nil }
    var end = first
    for _ in 0..<2 {
      let next = scan.skipSpaces(from: end)
      guard next > end, let more = scan.initials(at: next) ?? scan.nameWord(at: next) else { break }
      end = more
    }
    return end
  }

  /// Whether a sign, a joining word or nothing stands behind given names.
  private func endsGivenNames(_ end: Int) -> Bool {
    let next = scan.skipSpaces(from: end)
    guard let sign = scan[next], isWordScalar(sign) else { return true }
    return separator(at: end) != nil
  }
}
