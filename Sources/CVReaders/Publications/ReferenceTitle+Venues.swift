// SPDX-License-Identifier: MIT
import CVModel

/// What tells a venue without a style of its own from the words of a title.
extension ReferenceTitle {
  /// `In: *Proceedings of X*`, `In Proc. of X`: whether the word that leads to the book stands at
  /// an offset, before words in italics or the kind of a venue; in `Who rains? In search of fog` it
  /// goes on.
  static func leadsToBook(_ scan: TextScan, _ start: Int) -> Bool {
    let place = scan.skipSpaces(from: start)
    guard scan.stands("In", at: place), place > start,
      let sign = scan[place + 2], isSpace(sign) || sign == ":"
    else { return false }
    let next = scan.skipSpaces(from: place + 3)
    if let run = scan.run(at: next), run.attributes.marks.contains(.emphasis) { return true }
    let words = foldedWords(scan.string(next..<min(scan.count, next + 40))).prefix(4)
    return WordLists.all.occurs(.publicationGenre, in: Array(words))
  }

  /// `Leaves. ICML 2024`, `Leaves. In *Proc. of X*`: whether a title of one word ends at a stop, by
  /// the venue behind it.
  static func endsWord(_ scan: TextScan, _ stop: Int, from start: Int) -> Bool {
    guard start > 0, scan[stop] == ".", scan[start].map(isCapital) == true,
      case let word = scan.string(scan.trim(start..<stop)), word.count > 2, !isAbbreviated(word)
    else { return false }
    let place = scan.skipSpaces(from: stop + 1)
    let isInBook =
      scan.stands("In ", at: place)
      && scan.runRanges.contains {
        $0.range.lowerBound > place && $0.attributes.marks.contains(.emphasis)
      }
    return isInBook || beginsVenue(scan.string(place..<scan.count))
  }

  /// Longer than a venue without italics that is met, in bytes.
  static let longestVenue = 130

  /// Whether plain words are a venue, by its form and by what follows.
  static func beginsVenue(_ tail: String) -> Bool {
    guard tail.utf8.count < longestVenue else { return false }
    let words = foldedWords(tail).prefix(5)
    guard let first = words.first else { return false }
    if beginsVolume(tail) || beginsNamedVenue(tail) || beginsJournal(tail) { return true }
    let saysWhen = tail.contains { $0.isNumber }
    if first == "in" {
      return saysWhen && WordLists.all.occurs(.publicationGenre, in: Array(words.dropFirst()))
    }
    let name = tail.split(separator: ",")[0].split(separator: " ")
    let acronym = name.first?.prefix { $0.isLetter || $0 == "-" } ?? ""
    let isAcronym = acronym.count(where: \.isUppercase) >= 3 && acronym.count <= 12
    // The year stands right behind it.
    let next = tail.drop { $0 == " " }.dropFirst(acronym.count).drop { " ,'’".contains($0) }
    let digits = next.prefix { $0.isNumber }
    return isAcronym
      && (digits.count == 4 || digits.count == 2 && tail.contains(where: { "'’".contains($0) }))
  }

  /// `ACM Rain Surveys, 2024`, `IEEE Transactions on Mud, 51(2), 1001–1010, 2013`: a name in title
  /// case with the kind of a venue or a society in front, and nothing but figures behind it.
  private static func beginsJournal(_ tail: String) -> Bool {
    let parts = tail.split(separator: ",").map { String($0).trimmingSpaces() }
    guard parts.count > 1, case let words = parts[0].split(separator: " "), 2...9 ~= words.count,
      words[0].first?.isUppercase == true,
      // `Fog: Wet Maps, A Critical Review, 2019`
      !["a", "an"].contains(folded(words[0])),
      words.allSatisfy({ $0.first?.isLowercase == false || Phrase.isFunctionWord($0) })
    else { return false }
    let isOfSociety = 3...6 ~= words[0].count && words[0].allSatisfy(\.isUppercase)
    return (isOfSociety || WordLists.all.occurs(.publicationGenre, in: foldedWords(parts[0])))
      && parts.dropFirst().allSatisfy(isFigure)
  }

  /// A volume, pages, a number or a date.
  private static func isFigure(_ part: String) -> Bool {
    let text = part.hasSuffix(".") ? String(part.dropLast()) : part
    return Issue(text) != nil || PageRange(text) != nil || Labelled(text) != nil
      || text.plainYear != nil || text.allSatisfy(\.isNumber) || RichText(text).isDateAlone
  }

  /// `Early maps of rain, Land Use, 2020`: two to six words in title case behind a title that is in
  /// sentence case, and nothing but figures and the year behind them.
  static func isVenue(_ tail: String, behind title: String) -> Bool {
    let parts = tail.split(separator: ",").map { String($0).trimmingSpaces() }
    let words = parts.first?.split(separator: " ") ?? []
    guard 2...4 ~= parts.count, 2...6 ~= words.count, words[0].first?.isUppercase == true,
      words.allSatisfy({ $0.allSatisfy { $0.isLetter || "-&.".contains($0) } }),
      parts.dropFirst().allSatisfy(isFigure),
      parts.contains(where: { String($0.prefix(4)).plainYear != nil }), isInSentenceCase(title),
      !Gazetteer.isPlace(parts[0])
    else { return false }
    return words.allSatisfy { $0.first?.isLowercase == false || Phrase.isFunctionWord($0) }
      || words.count < 4 && WordLists.all.occurs(.publicationGenre, in: foldedWords(parts[0]))
      || isStatusOfWork(RichText(parts[0]))
  }

  /// Whether most of the longer words behind the first have no capital.
  private static func isInSentenceCase(_ title: String) -> Bool {
    let all: [Substring] = title.split(separator: " ")
    let words = all.dropFirst().filter { $0.count > 3 }
    let small = words.count { $0.first?.isLowercase == true }
    return words.count > 1 && small * 3 > words.count * 2
  }

  /// `Conference on Wet Rain (CWR), 2026`: a name with its short form, before the year.
  private static func beginsNamedVenue(_ tail: String) -> Bool {
    let parts = tail.split(separator: ",", maxSplits: 1).map { String($0).trimmingSpaces() }
    guard parts.count == 2, parts[0].hasSuffix(")"), let open = parts[0].lastIndex(of: "("),
      String(parts[1].prefix(4)).plainYear != nil,
      mayBeShortForm(String(parts[0][parts[0].index(after: open)...].dropLast()))
    else { return false }
    let words = foldedWords(String(parts[0][..<open]))
    // `ACM Rain and Fog Mining (RFM)`: a society in front, or the kind of the venue.
    let society = parts[0].prefix { $0 != " " }
    return words.count > 1 && parts[0].first?.isUppercase == true
      && (WordLists.all.occurs(.publicationGenre, in: words)
        || society.count > 2 && society.allSatisfy(\.isUppercase)
        || spells(parts[0][parts[0].index(after: open)...].dropLast(), words: parts[0][..<open]))
  }

  /// `Theoretical Rain Science (TRS)`: whether capitals are those with which words begin.
  private static func spells(_ acronym: Substring, words: Substring) -> Bool {
    let capitals = words.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
    return capitals.count > 2 && String(capitals) == acronym
  }

  /// `J. Mud 1(2), 3–4`: a name and its issue, before pages, a year or the end.
  private static func beginsVolume(_ tail: String) -> Bool {
    let parts = tail.split(separator: ",", maxSplits: 2).map { String($0).trimmingSpaces() }
    let words = parts[0].split(separator: " ")
    guard 2...8 ~= words.count, words[0].unicodeScalars.first.map(isCapital) == true else {
      return false
    }
    // `Rain Letters, 2020, 29: 59-60`
    if parts.count == 3, parts[1].plainYear != nil, isIssue(parts[2]) { return true }
    guard let issue = words.last.flatMap({ Issue(String($0)) }) else { return false }
    let next = parts.dropFirst().first.map { $0.trimmingPrefix(while: { $0 == "(" }) }
    let isBefore = next.map { text in
      let pages = String(text.prefix { !" ().;".contains($0) })
      return PageRange(pages) != nil || Labelled(String(text)) != nil || pages.plainYear != nil
        || isPageBeforeYear(text)
    }
    return isBefore ?? (issue.number != nil)
  }

  /// `77 (1975).`: a page and the year, as physicists write.
  private static func isPageBeforeYear(_ text: some StringProtocol) -> Bool {
    let page = text.prefix(while: \.isNumber)
    let year = String(text.dropFirst(page.count).filter { !" ().".contains($0) })
    return !page.isEmpty && text.dropFirst(page.count).hasPrefix(" (") && year.plainYear != nil
  }

  /// Whether a text is the issue and the pages of a journal: `29: 59-60`.
  private static func isIssue(_ text: String) -> Bool {
    Issue(text.hasSuffix(".") ? String(text.dropLast()) : text)?.pages != nil
  }
}
