// SPDX-License-Identifier: MIT
import CVModel

/// What stands behind the name of a venue, cut where no comma parts it.
extension VenueFields {
  /// `Journal of Rain. 2010;1(2):10-20`, `Journal of Rain. In press`: the name apart from the
  /// numbers or the status behind its stop.
  static func behindName(_ text: RichText) -> [RichText] {
    let scan = TextScan(text)
    guard
      let stop = scan.scalars.indices.first(where: { index in
        scan.scalars[index] == "." && scan[index + 1].map(isSpace) == true
          && (scan[index + 2].map(isDigit) == true
            || scan.count - index <= longestStatus
              && isStatusOfWork(scan.slice(index..<scan.count)))
          && !isListedAbbreviation(
            scan.string(0..<index).split { $0 == " " || $0 == "." }.last ?? "")
      }), stop > 2
    else { return [text] }
    return [scan.slice(0..<stop), scan.slice(stop + 2..<scan.count)]
  }

  /// `Conference on Rain, Fog and Dew (CRFD) 2024`: a name that lists several things is one part.
  static func joiningName(_ parts: [RichText]) -> [RichText] {
    let hasNumber = { (part: RichText) in part.text.contains(where: \.isNumber) }
    let last = parts.indices.dropFirst().prefix(3).first { index in
      parts[index].text.split(separator: " ").prefix(3).contains(where: WordLists.all.isJoint)
    }
    guard let last, !hasNumber(parts[0]), case let words = parts[0].text.split(separator: " "),
      words.count > 2, WordLists.all.occurs(.publicationGenre, in: foldedWords(parts[0].text)),
      parts[1..<last].allSatisfy({ wordCount($0) <= 2 && !hasNumber($0) }),
      // The first of the things stands alone, or a short form ends the name.
      Phrase.isFunctionWord(words[words.count - 2]) || parts[last].text.contains("("),
      !Gazetteer.isPlace(parts[last].text)
    else { return parts }
    return [parts[...last].joinedRich(separator: ", ")] + parts[(last + 1)...]
  }

  /// `July 28` and `2020` as one part.
  static func joiningDays(_ parts: [RichText]) -> [RichText] {
    parts.reduce(into: []) { joined, part in
      guard let last = joined.last, 4...5 ~= part.count,
        withoutFinalStop(part).text.plainYear != nil, wordCount(last) == 2,
        case let date = last + RichText(", ") + withoutFinalStop(part), date.isDateAlone
      else { return joined.append(part) }
      joined[joined.count - 1] = date
    }
  }

  /// Longer than `Accepted for publication in a special issue`.
  private static let longestStatus = 60

  /// `Rain Letters 14 (2020) — IF=5.2, Q1 | Cited: 3`: the line without the figures behind a dash
  /// or a bar, and these; `nil` where there are none.
  static func figuresApart(_ scan: TextScan) -> (line: RichText, figures: [RichText])? {
    let sign = scan.scalars.indices.dropFirst().first { index in
      (isDash(scan.scalars[index]) || scan.scalars[index] == "|")
        && scan[index - 1].map(isSpace) == true && scan[index + 1].map(isSpace) == true
    }
    guard let sign, case let tail = scan.slice(scan.trim(sign + 1..<scan.count)),
      tail.text.contains(where: \.isNumber), !tail.holdsDate,
      let end = tail.text.firstIndex(where: { "=:%".contains($0) }),
      wordCount(RichText(String(tail.text[..<end]))) <= 3
    else { return nil }
    return (scan.slice(scan.trim(0..<sign)), fieldParts(tail))
  }

  /// `118: 1-27, 2023 — with Ada Roe (FTU)`: the line without those behind a dash with whom the
  /// work was written, and these; `nil` where there are none.
  static func companionsApart(_ scan: TextScan) -> (line: RichText, companions: RichText)? {
    let sign = scan.scalars.indices.dropFirst().first { index in
      guard isDash(scan.scalars[index]), scan[index - 1].map(isSpace) == true,
        case let start = scan.skipSpaces(from: index + 1)
      else { return false }
      return scan.endOfCompanion(at: start) != nil
    }
    guard let sign else { return nil }
    return (scan.slice(scan.trim(0..<sign)), scan.slice(scan.trim(sign + 1..<scan.count)))
  }

  /// `Supervised by Ada Roe`, and no name of one word such as `Host`.
  static func saysWhoGuided(_ text: RichText) -> Bool {
    (WordLists.all.match(foldedWords(text.text)[...], in: .supervision) ?? 0) > 1
  }

  /// `(Coverage: *Fen News*)`: a bracket that says itself what it names, and is no venue.
  static func isLabelledBracket(_ text: RichText) -> Bool {
    let scan = TextScan(text)
    guard scan.closingBracket(of: 0) == scan.count - 1,
      let colon = scan.scalars.firstIndex(where: isColon), scan[colon + 1].map(isSpace) == true
    else { return false }
    return 1...2 ~= wordCount(scan.slice(1..<colon))
  }

  /// Reads `In: “Rain Studies” (2016). Edited by Ada Roe`: a book in quotes behind the word that
  /// leads to it, its year, and what is told of it.
  mutating func readBook(_ scan: TextScan) -> Bool {
    guard let quoted = quotedRange(scan), quoted.outer.lowerBound <= 6,
      ["in", "en", "em", "dans", "nel"].contains(folded(scan.string(0..<quoted.outer.lowerBound)))
    else { return false }
    venue = unstyled(scan.slice(quoted.inner), .emphasis)
    var start = quoted.outer.upperBound
    let isSign = { (scalar: Unicode.Scalar) in isSpace(scalar) || scalar == "." || scalar == "," }
    while let sign = scan[start], isSign(sign) { start += 1 }
    if let close = scan.closingBracket(of: start),
      let year = scan.string(start + 1..<close).plainYear
    {
      dates = Dates([.init(PartialDate(year))], words: String(year))
      start = close + 1
    }
    let rest = scan.slice(scan.trim(start..<scan.count, also: isSign))
    if rest.text.contains(". ") {
      notes.append(rest)
    } else if !rest.isEmpty {
      readDetails(rest)
    }
    return true
  }

  /// `55–71. PMID: 1`, `218203 (2023). Highlight`: what stands behind a number and its stop.
  private static func behindNumbers(_ text: RichText) -> [RichText] {
    let scan = TextScan(text)
    let stop = scan.scalars.indices.first { index in
      scan.scalars[index] == "." && index > 0 && scan[index + 1].map(isSpace) == true
        && ("0123456789)".unicodeScalars.contains(scan.scalars[index - 1]))
    }
    guard let stop, stop + 2 < scan.count else { return [text] }
    return [scan.slice(0..<stop), scan.slice(stop + 2..<scan.count)]
  }

  /// `2021;14(2):55-71` and `13:1930-1937 (2023)`: the year apart from the rest.
  static func datedParts(_ whole: RichText) -> [RichText] {
    remarkApart(whole).flatMap(behindNumbers).flatMap(yearsApart)
  }

  /// `Rain Letters (IF: 5)`, `2019 年第 4 期（重点刊物）`: a bracket that says a figure, or stands
  /// behind all numbers, is a part of its own.
  private static func remarkApart(_ text: RichText) -> [RichText] {
    let scan = TextScan(text)
    // `(RL) 12:1-18`
    if let close = scan.closingBracket(of: 0),
      Issue(scan.string(scan.trim(close + 1..<scan.count))) != nil
    {
      return [scan.slice(1..<close), scan.slice(close + 1..<scan.count)]
    }
    let end = scan.trim(0..<scan.count, also: { $0 == "." }).upperBound
    guard
      let open = scan.scalars[..<end].lastIndex(where: { "(（".unicodeScalars.contains($0) }),
      scan.closingBracket(of: open) == end - 1,
      scan.scalars[open..<end].contains(where: { ":=%".unicodeScalars.contains($0) })
        || WideIssue(scan.string(0..<open)) != nil
    else { return [text] }
    let bracket = scan.slice(open..<end)
    let remark = isLabelledBracket(bracket) ? bracket : withoutBracket(bracket)
    return [scan.slice(0..<open), remark]
  }

  /// `2020;1(2):3`, `2020 Jan 7;1(2):3` and `2020:311-328`: when, apart from the numbers.
  private static func yearsApart(_ text: RichText) -> [RichText] {
    let scan = TextScan(text)
    if let cited = citedParts(scan) { return cited }
    if scan[4] == ":", scan.holdsYear(0..<4),
      PageRange(scan.string(scan.trim(5..<scan.count))) != nil
    {
      return [scan.slice(0..<4), scan.slice(5..<scan.count)]
    }
    if let sign = scan.scalars.firstIndex(of: ";"), let parts = yearsApart(scan, at: sign) {
      return parts
    }
    let end = scan.trim(0..<scan.count, also: { $0 == "." }).upperBound
    if scan[end - 1] == ")", end > 7, scan[end - 6] == "(", scan.holdsYear(end - 5..<end - 1),
      scan[end - 7].map(isSpace) == true
    {
      let parts = [scan.slice(0..<end - 7), scan.slice(end - 5..<end - 1)]
      // `2019 (2008)`: the first is a page.
      return scan.holdsYear(scan.trim(0..<end - 7)) ? parts.reversed() : parts
    }
    return [text]
  }

  /// The parts around a semicolon where a year stands on one side of it.
  private static func yearsApart(_ scan: TextScan, at sign: Int) -> [RichText]? {
    let (head, before) = (scan.trim(0..<sign), scan.slice(0..<sign))
    let after = scan.slice(sign + 1..<scan.count)
    if scan.holdsYear(0..<4), before.isDateAlone { return [before, after] }
    // `Fen Letters 2021;14(2):55-71`, `Moss Press; 2018:20-31`
    let tail = scan.trim(sign + 1..<scan.count)
    if scan.holdsYear(tail) { return [before, scan.slice(tail)] }
    if tail.count > 5, scan.holdsYear(tail.lowerBound..<tail.lowerBound + 4),
      ":.".unicodeScalars.contains(scan.scalars[tail.lowerBound + 4])
    {
      let pages = withoutFinalStop(scan.slice(scan.trim(tail.lowerBound + 5..<tail.upperBound)))
      if PageRange(pages.text) != nil || Labelled(pages.text) != nil {
        return [before, scan.slice(tail)[0..<4], pages]
      }
    }
    // `Rain Week 2024; TH-0999`
    if head.count > 5, scan.holdsYear(head.upperBound - 4..<head.upperBound),
      isSpace(scan.scalars[head.upperBound - 5]), !tail.isEmpty
    {
      let (year, week) = (head.upperBound - 4..<sign, 0..<head.upperBound - 5)
      return [week, year, tail].map { scan.slice($0) }
    }
    return nil
  }
}

extension TextScan {
  /// Whether a range is within the text, and is a year.
  fileprivate func holdsYear(_ range: Range<Int>) -> Bool {
    range.upperBound <= count && string(range).plainYear != nil
  }
}
