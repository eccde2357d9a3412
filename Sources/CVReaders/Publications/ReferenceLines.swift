// SPDX-License-Identifier: MIT
import CVModel

/// What a line of a card is: names, a venue, or a whole reference.
extension Reference {
  /// Whether a line is nothing but names.
  func isAuthorLine(_ list: AuthorList, _ scan: TextScan) -> Bool {
    guard list.count > 1 || list.count == 1 && list.hasInitials else { return false }
    let rest = scan.scalars[list.end...].filter(isWordScalar).count
    return rest * 5 <= scan.count || leadsToVenue(scan, skipSigns(scan, from: list.end))
      || venue(scan, behind: list) != nil
  }

  /// `[ICML 2024]`, `**ICML 2024 Best Paper**` or `ICML 2024` behind the names, and nothing else.
  func venue(_ scan: TextScan, behind list: AuthorList) -> RichText? {
    let tail = scan.trim(list.end..<scan.count, also: { ".,:".unicodeScalars.contains($0) })
    guard !tail.isEmpty else { return nil }
    var inner = scan.slice(tail)
    if isDatedName(inner) { return inner }
    if "([".unicodeScalars.contains(scan.scalars[tail.lowerBound]) {
      guard scan.closingBracket(of: tail.lowerBound) == tail.upperBound - 1 else { return nil }
      inner = scan.slice(scan.trim(tail.lowerBound + 1..<tail.upperBound - 1))
    } else if !inner.isWholly(.strong), !inner.isWholly(.emphasis) {
      // `A. Roe, B. Poe, ICML 2024`, `Ada Roe, Bo Poe, to appear in ICML 2024`
      let name = inner.text.prefix { $0 != " " }
      let areNames = list.hasInitials || list.count > 2 || list.authors.last?.author.name == "…"
      let isVenue =
        areNames && wordCount(inner) <= 4 && name.count > 2 && name.allSatisfy(\.isUppercase)
      guard isVenue || list.count > 1 && isStatusOfWork(inner) else { return nil }
    }
    let isDated = wordCount(inner) <= 8 && inner.holdsDate && !inner.isDateAlone
    let saysHow =
      wordCount(inner) <= 14
      && WordLists.all.match(foldedWords(inner.text)[...], in: .publicationStatus) != nil
    return (isDated || saysHow) && isVenueLine(inner) ? inner : nil
  }

  /// `*Conference on Rain Networks*, 2021`: a name in italics, and the year.
  private func isDatedName(_ text: RichText) -> Bool {
    guard let name = text.runs.first, name.attributes.marks.contains(.emphasis),
      name.length < text.count, case let words = text[0..<name.length], wordCount(words) > 1,
      !isAward(words.text), !words.holdsDate
    else { return false }
    return text[name.length..<text.count].trimmedSigns().isDateAlone
  }

  /// `In **ICML 2024**`: a venue in a style of its own behind the names.
  func leadsToVenue(_ scan: TextScan, _ start: Int) -> Bool {
    guard start > 0, start < scan.count,
      folded(scan.string(start..<min(start + 3, scan.count))) == "in"
    else { return false }
    let next = scan.skipSpaces(from: start + 3)
    return scan.runRanges.contains {
      $0.range.contains(next) && !$0.attributes.marks.isDisjoint(with: [.strong, .emphasis])
    }
  }

  /// Whether a line of a card names the authors; the first may also be a title.
  func names(
    _ list: AuthorList, _ scan: TextScan, at number: Int, of lines: [RichText]
  ) -> Bool {
    if isAuthorLine(list, scan) { return number > 0 || isSurelyNames(list, scan) }
    // At the end, or above the line that says where the work stands.
    return number > 0 && isBoldName(list, scan)
      && lines[(number + 1)...].first.map { isVenueLine(Remarks($0).rest) } != false
  }

  /// One name in bold letters, and nothing else.
  func isBoldName(_ list: AuthorList, _ scan: TextScan) -> Bool {
    list.count == 1 && scan.slice(0..<scan.count).isWholly(.strong)
      && !scan.scalars[list.end...].contains(where: isWordScalar)
  }

  /// Whether a line is the names of a work's authors.
  static func isNames(_ line: RichText) -> Bool {
    let scan = TextScan(Remarks(line.collapsed()).rest)
    let list = AuthorList(scan)
    let blank = Reference([], hasBody: false)
    return blank.isAuthorLine(list, scan) || blank.isBoldName(list, scan)
  }

  /// Whether a line begins with the names of authors, and a few words follow at most.
  static func beginsWithNames(_ line: RichText) -> Bool {
    let scan = TextScan(Remarks(line.collapsed().trimmed { !isWordScalar($0) }).rest)
    let list = AuthorList(scan)
    return (list.count > 1 || list.hasInitials)
      && scan.wordCount(in: list.end..<scan.count, upTo: 13) <= 12
  }

  /// The names that a line begins with, and what stands behind their stop.
  static func namesApart(_ line: RichText) -> [RichText] {
    let scan = TextScan(line)
    let end = AuthorList(scan).end
    return [scan.slice(scan.trim(0..<end)), scan.slice(end..<scan.count).trimmedSigns()]
      .filter(\.hasWords)
  }

  /// Two full names and "and" may also be a title; on top of a card it takes more to be names, and
  /// what is bold there is a title (`**Rain Gauges, Mud Maps, and Fog Models**`).
  private func isSurelyNames(_ list: AuthorList, _ scan: TextScan) -> Bool {
    list.hasInitials
      || list.count > 2 && scan.scalars.contains(",")
        && !scan.slice(0..<scan.count).isWholly(.strong)
  }

  /// Whether a line is short and names a venue or a year.
  func isVenueLine(_ whole: RichText) -> Bool {
    // `*Rain Letters* 12 (2022) • Featured`
    let first = whole.text.contains("•") ? fieldParts(whole).first ?? whole : whole
    let line = VenueFields.figuresApart(TextScan(first))?.line ?? first
    let words = foldedWords(line.text)
    guard 1...22 ~= words.count else { return false }
    let list = WordLists.all
    let names = list.occurs(.publicationGenre, in: words)
    let scan = TextScan(line.trimmedSigns())
    let dates = DateParser(scan).matches()
    let hasYear =
      !dates.isEmpty || line.isWholly(.emphasis) && gluedYear(scan) != nil
      || line.text.contains("'") && VenueFields(line).dates != nil
    // `Revise and resubmit at the *Journal*`
    let saysHow = words.count <= 14 && list.match(words[...], in: .publicationStatus) != nil
    return saysHow || hasYear && (names || words.count <= 8) || names && words.count <= 8
      || words.count <= 14 && dates.contains { isYearOfVenue($0.range, in: scan) }
      || names && topLevelParts(line).dropFirst().last.map(isStatusOfWork) == true
      || line.isWholly(.emphasis) && hasYear
  }

  /// `Journal of Rain (JR), 2020. Q1`: a year behind a name ends the line or a part of it.
  private func isYearOfVenue(_ year: Range<Int>, in scan: TextScan) -> Bool {
    let next = scan[year.upperBound]
    guard year.count == 4, next.map({ ".,;".unicodeScalars.contains($0) }) ?? true else {
      return false
    }
    return scan.string(scan.lastWord(in: 0..<year.lowerBound)).first?.isLowercase == false
  }

  /// Whether a line below a badge says where the work stands, at some length, and when.
  func isBadgedVenue(_ line: RichText) -> Bool {
    lead?.venue != nil && title != nil && !authors.isEmpty && wordCount(line) <= 22
      && line.holdsDate
  }

  /// `arXiv 2024.12, 已被 ACL 接收`: who took the work, behind other words.
  func saysAccepted(_ line: RichText) -> Bool {
    let words = foldedWords(line.text)
    return words.count <= 14 && WordLists.all.occurs(.publicationStatus, in: words)
      && WordLists.all.match(words[...], in: .publicationStatus) == nil
  }

  /// Several lines apart, where each is a reference of its own, with authors and a year.
  ///
  /// - Parameter stopped: Whether all but the last must end with a sign, as wrapped ones do not.
  static func wholeLines(_ lines: [RichText], stopped: Bool) -> [[RichText]]? {
    guard lines.count > 1,
      !stopped
        || lines.dropLast().allSatisfy({ $0.text.last.map { ".)]”\"".contains($0) } == true }),
      lines.allSatisfy(isWhole)
    else { return nil }
    return lines.map { [$0] }
  }

  /// The lines of `[1] A. Roe. Rain …` and `[2] …` below it: references by the numbers before them,
  /// which count up; each with the lines on which it goes on.
  static func numbered(_ lines: [RichText]) -> [[RichText]]? {
    guard lines.count > 1, let first = leadingNumber(lines[0]) else { return nil }
    let works = lines.dropFirst().reduce(into: [lines[0]]) { works, line in
      if leadingNumber(line) == first + works.count || leadingNumber(line) == first - works.count {
        works.append(line)
      } else {
        works[works.count - 1] = works[works.count - 1] + RichText(" ") + line
      }
    }
    return works.count > 1 ? works.map { [$0] } : nil
  }

  /// The number in brackets with which a line begins.
  private static func leadingNumber(_ line: RichText) -> Int? {
    guard let sign = line.text.first, sign == "[" || sign == "(",
      case let digits = line.text.dropFirst().prefix(while: \.isNumber), 1...3 ~= digits.count,
      line.text.dropFirst(1 + digits.count).hasPrefix(sign == "[" ? "] " : ") ")
    else { return nil }
    return Int(digits)
  }

  /// Whether a line is a reference with authors and a year.
  static func isWhole(_ line: RichText) -> Bool {
    Reference([], hasBody: false).looksWhole(line)
      && line.holdsDate
  }

  /// Whether one line of a card is a whole reference with authors and a venue of its own.
  func looksWhole(_ line: RichText) -> Bool {
    let scan = TextScan(line)
    let list = AuthorList(scan)
    guard startsWithAuthors(list, scan), list.count > 1 || list.hasInitials else { return false }
    // Of letters without spaces between the words, their number says how much stands there.
    return scan.string(list.end..<scan.count).split(separator: " ").count >= 4
      || scan.scalars[list.end...].count(where: isCJK) > 15
  }
}
