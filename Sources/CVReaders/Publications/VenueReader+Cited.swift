// SPDX-License-Identifier: MIT
import CVModel

/// Numbers of journals as Chicago and MLA have them, with the date in brackets between them.
extension VenueFields {
  /// `45 (2015): 1–12`, `12.3 (Spring 2013): 1-20`: the numbers, when in brackets, and the pages
  /// behind a colon; `nil` where a text is none.
  static func citedParts(_ scan: TextScan) -> [RichText]? {
    guard
      let bracket = scan.brackets.first(where: { scan.scalars[$0.open] == "(" && $0.open > 0 }),
      case let numbers = scan.trim(0..<bracket.open), !numbers.isEmpty,
      isDigit(scan.scalars[numbers.upperBound - 1]),
      case let date = scan.slice(bracket.open + 1..<bracket.close), date.isDateAlone,
      case let rest = scan.trim(bracket.close + 1..<scan.count, also: { $0 == "." })
    else { return nil }
    let head = numbered(scan.slice(numbers))
    if rest.isEmpty { return date.text.plainYear == nil ? [head, date] : nil }
    guard isColon(scan.scalars[rest.lowerBound]),
      case let pages = scan.slice(scan.trim(rest.lowerBound + 1..<rest.upperBound)),
      Issue("1:" + pages.text)?.pages != nil
    else { return nil }
    return [head, date, pages]
  }

  /// `12(3)` for `12.3` and `12:3`: a volume and its number, where nothing else stands.
  private static func numbered(_ text: RichText) -> RichText {
    let parts = text.text.split(omittingEmptySubsequences: false) { ".:".contains($0) }
    guard parts.count == 2, let volume = parts.first, Issue("\(volume)(\(parts[1]))") != nil else {
      return text
    }
    return text[0..<volume.utf8.count] + RichText("(")
      + text[volume.utf8.count + 1..<text.count] + RichText(")")
  }

  /// `Fen Press, 2014` for `(Fen Press, 2014)`: the words of a bracket around all, which end with a
  /// year behind a comma.
  static func withoutImprintBracket(_ text: RichText) -> RichText {
    let scan = TextScan(text)
    guard scan[0] == "(", scan.closingBracket(of: 0) == scan.count - 1,
      case let inner = scan.slice(scan.trim(1..<scan.count - 1)), !isLabelledBracket(text),
      case let parts = topLevelParts(inner)
    else { return text }
    // `(CHI 2020)`
    let words = inner.text.split(separator: " ")
    let isShort = parts.count == 1 && 2...4 ~= words.count && inner.startsWithCapital
    let year = parts.count > 1 ? parts.last?.text : isShort ? words.last.map(String.init) : nil
    return year?.plainYear == nil ? text : inner
  }

  /// `In: Roe, A. (ed.) FC 2024. LNCS, vol. 12`: where the words about those end who edited the
  /// book that a plain line names; `nil` where there are none.
  static func endOfEditors(_ scan: TextScan) -> Int? {
    guard scan.stands("In: ", at: 0) || scan.stands("In ", at: 0),
      let bracket = scan.brackets.first, scan.scalars[bracket.open] == "(",
      bracket.close - bracket.open < 10, bracket.close + 2 < scan.count,
      isAuthorship(scan.string(bracket.open + 1..<bracket.close))
    else { return nil }
    return bracket.close + 1
  }

  /// `2nd ed.`: the edition of a book, which is no venue.
  static func isEdition(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count == 2 && words[0].first?.isNumber == true
      && ["ed", "ed.", "edn", "edn.", "edition", "édition", "edición", "edição", "edizione"]
        .contains(folded(words[1]))
  }

  /// `Rain Week (` and `) Workshop`: both without the bracket between them, from which the year was
  /// taken; `nil` where it holds more.
  static func withoutBrackets(_ before: RichText, _ after: RichText) -> RichText? {
    let (left, right) = (before.trimmed(), after.trimmed())
    guard left.text.hasSuffix("("), right.text.hasPrefix(")") else { return nil }
    return left[0..<left.count - 1] + right[1..<right.count]
  }

  /// Takes the volume, the number, the pages and the year that a part gives in one.
  mutating func takeWideIssue(_ text: String) -> Bool {
    guard let issue = WideIssue(text) else { return false }
    (volume, number) = (issue.volume ?? volume, issue.number ?? number)
    pages = issue.pages ?? pages
    if let year = issue.year { note(Dates([.init(PartialDate(year))], words: String(year))) }
    explained.append(text)
    return true
  }
}
