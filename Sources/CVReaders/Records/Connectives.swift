// SPDX-License-Identifier: MIT
import CVModel

/// Words that lead to an organisation: `Engineer at X`, `stagiaire à la X`, `Dozent an der X`.
enum Connective {
  /// Words that lead nowhere else.
  private static let sure = ["at", "chez", "bei", "presso"]

  /// Words with many meanings: what follows must be an institution, what precedes a post.
  private static let likely = [
    "au sein de la", "au sein du", "au sein de", "à l'", "à l’", "à la", "à", "aux", "au",
    "an der", "an dem", "am", "bei der", "beim", "im", "en la", "en el", "en", "nella", "all'",
    "alla", "na", "no", "bij de", "bij het", "bij", "aan de", "aan het",
  ]

  /// Words of English that may lead from a post to an institution.
  private static let possible = ["of", "for", "from", "in"]

  /// Whether words lead to an organisation wherever they stand.
  static func isSure(_ words: String) -> Bool { sure.contains(withoutArticle(words)) }

  /// Whether some words may stand between a post and the institution that it is at.
  static func isLeading(_ words: String) -> Bool {
    possible.contains(withoutArticle(words)) || likely.contains(words)
  }

  /// Whether a word leads from a degree to what it is in: `MSc in Rain`, `Licence de pluie`.
  static func leadsToSubject(_ word: String) -> Bool {
    ["in", "en", "em"].contains(word) || WordLists.all.contains(word, in: .genitive)
  }

  /// `at` for `at the`.
  private static func withoutArticle(_ words: String) -> String {
    words.hasSuffix(" the") ? String(words.dropLast(4)) : words
  }

  /// The length of `@` or of a word that leads to an organisation.
  static func length(_ scan: TextScan, at index: Int, before limit: Int) -> Int? {
    if scan.scalars[index] == "@" || scan.scalars[index] == "＠" { return 1 }
    if index == 0, stands("At", in: scan, at: 0, before: limit) { return 2 }
    return sure.first { stands($0, in: scan, at: index, before: limit) }?.count
  }

  /// The length of a word that leads from a post to an institution.
  static func likelyLength(_ scan: TextScan, at index: Int, in piece: Range<Int>) -> Int? {
    let word = likely.first { stands($0, in: scan, at: index, before: piece.upperBound) }
    let isIn = stands("in", in: scan, at: index, before: piece.upperBound)
    let isFrom = stands("from", in: scan, at: index, before: piece.upperBound)
    guard word != nil || isIn || isFrom else { return nil }
    let before = foldedWords(scan.string(piece.lowerBound..<index))
    // `Ph.D. in Rain from Fen Polytechnic`
    if isFrom { return leadsFromDegree(scan, at: index, in: piece, behind: before) ? 4 : nil }
    if isIn, leadsToSchool(scan, at: index, in: piece, behind: before) { return 2 }
    guard let word else { return nil }
    // `Técnico en Laboratorio`: what the degree is in.
    if word == "en", before.last.map({ WordLists.all.contains($0, in: .degree) }) == true {
      return nil
    }
    let start = scan.skipSpaces(from: index + word.count)
    let after = foldedWords(scan.string(start..<piece.upperBound)).prefix(4)
    guard start < piece.upperBound, isCapital(scan.scalars[start]),
      WordLists.all.lists(in: before).contains(.role),
      WordLists.all.lists(in: Array(after)).contains(.organisation)
    else { return nil }
    return word.count
  }

  /// `Bachelor in Fen University`: behind "in" stands the name of a school alone.
  private static func leadsToSchool(
    _ scan: TextScan, at index: Int, in piece: Range<Int>, behind before: [String]
  ) -> Bool {
    guard !WordLists.all.lists(in: before).isDisjoint(with: [.role, .degree]) else { return false }
    let end = scan.scalars[index..<piece.upperBound].firstIndex(of: ",") ?? piece.upperBound
    let start = scan.skipSpaces(from: index + 2)
    guard start < end, isCapital(scan.scalars[start]) else { return false }
    let words = foldedWords(scan.string(start..<end))
    // `PhD in Rain at Fen University` names its subject first.
    return words.count <= 8 && !words.contains(where: { $0 == "from" || sure.contains($0) })
      && !scan.scalars[start..<end].contains("@") && namesSchool(words)
  }

  /// `Ph.D. in Rain from Fen Polytechnic`: behind "from" stands a school or its initials.
  private static func leadsFromDegree(
    _ scan: TextScan, at index: Int, in piece: Range<Int>, behind before: [String]
  ) -> Bool {
    let start = scan.skipSpaces(from: index + 4)
    guard start < piece.upperBound, isCapital(scan.scalars[start]), before.count <= 10,
      !scan.scalars[start..<piece.upperBound].contains(where: isColon),
      WordLists.all.occurs(.degree, in: before)
    else { return false }
    let end = scan.scalars[start..<piece.upperBound].firstIndex(of: ",") ?? piece.upperBound
    let name = scan.string(start..<end)
    return !WordLists.all.lists(in: foldedWords(name)).isDisjoint(with: [.school, .organisation])
      || name.split(separator: " ").contains { HeadFields.isAcronym(String($0)) }
      // `PhD in Rain from Oxford`
      || name.split(separator: " ").count <= 2 && Gazetteer.looksLikePlaceName(name[...])
        && !scan.scalars[piece.lowerBound..<index].contains { ":,“\"".unicodeScalars.contains($0) }
  }

  /// Whether a name has a word for a school at its end or before "of": `Fen University`,
  /// `University of Fen`.
  static func namesSchool(_ words: [String], orUnit: Bool = false) -> Bool {
    let lists = WordLists.all
    let schools: Lists = orUnit ? [.school, .organisation] : .school
    return words.count > 1
      && (lists.contains(words[words.count - 1], in: schools)
        || lists.contains(words[0], in: schools) && lists.contains(words[1], in: .genitive))
  }

  private static func stands(
    _ word: String, in scan: TextScan, at index: Int, before limit: Int
  ) -> Bool {
    guard scan.stands(word, at: index) else { return false }
    let end = index + word.unicodeScalars.count
    return end < limit
      && (isSpace(scan.scalars[end]) || "'’".unicodeScalars.contains(scan.scalars[end - 1]))
  }
}
