// SPDX-License-Identifier: MIT
import CVModel

/// A venue that stands before all else: in code, in colour, in brackets, or as a badge.
extension Reference {
  /// `ICML 2024` in code or in colour before the title: the line without the venue.
  mutating func takeLeadingVenue(of scan: TextScan) -> RichText? {
    if let rest = takeBracketedVenue(scan) ?? takeDate(scan) { return rest }
    guard let first = scan.runRanges.first,
      !first.attributes.marks.isDisjoint(with: [.code, .coloured]),
      scan.string(first.range).split(separator: " ").count <= 5,
      // `Elections of 2020.` in colour is a title.
      first.attributes.marks.contains(.code)
        || scan[first.range.upperBound].map({ ".:".unicodeScalars.contains($0) }) != true
    else { return nil }
    let looks: RichText.Marks = [.code, .coloured]
    let venue = VenueFields(scan.slice(first.range).mapAttributes { $0.marks.subtract(looks) })
    let next = scan.skipSpaces(from: first.range.upperBound)
    let isBeforeLink = scan.runRanges.contains {
      $0.range.contains(next) && $0.attributes.link != nil
    }
    guard venue.venue != nil, venue.dates != nil || isBeforeLink && first.attributes.link == nil
    else { return nil }
    lead = venue
    return scan.slice(first.range.upperBound..<scan.count).trimmedSigns()
  }

  /// `2014: `, `(2015) `, `**2017** `: when a work came out, before all else.
  private mutating func takeDate(_ scan: TextScan) -> RichText? {
    guard lead == nil, scan.mayBeginWithDate, let match = DateParser(scan).matches().first,
      !scan.scalars[..<match.range.lowerBound].contains(where: isWordScalar)
    else { return nil }
    let next = scan[scan.skipSpaces(from: match.range.upperBound)]
    let isSetOff =
      next.map { isDash($0) || ":：|.,)]）】\t".unicodeScalars.contains($0) } == true
      || scan.pieces.contains { $0.upperBound == match.range.upperBound }
    let signs = scan.trim(match.range.upperBound..<scan.count, also: isSeparatingSign)
    // `2014: Wet maps (Second part)`: a bracket at the end keeps its sign.
    let closes = signs.contains { scan.closingBracket(of: $0) == signs.upperBound }
    let rest = scan.slice(signs.lowerBound..<signs.upperBound + (closes ? 1 : 0))
    // The year of another date at the end of the line is that of the work: `1984: A Study, 2019`.
    let last = DateParser(TextScan(rest)).matches().last { $0.range.upperBound + 3 >= rest.count }
    guard isSetOff, wordCount(rest) > 2,
      last.map({ $0.dates.start?.year == match.dates.start?.year }) ?? true
    else { return nil }
    lead = VenueFields(RichText())
    lead?.dates = match.dates
    return rest
  }

  private func isSeparatingSign(_ scalar: Unicode.Scalar) -> Bool {
    isDash(scalar) || ":：|.,)]）】".unicodeScalars.contains(scalar)
  }

  /// `[ICML 2024]`, `[TPAMI, under review]` before the authors or the title.
  private mutating func takeBracketedVenue(_ scan: TextScan) -> RichText? {
    guard scan[0] == "[" || scan[0] == "【", let close = scan.closingBracket(of: 0),
      close > 2, close + 8 < scan.count
    else { return nil }
    let inner = scan.slice(scan.trim(1..<close))
    let words = inner.text.split(separator: " ")
    let letters = inner.text.count(where: \.isUppercase)
    guard words.count <= 6, inner.isUnlinked,
      inner.text.count(where: \.isLetter) >= 3
    else { return nil }
    if isRank(inner) {
      notes.append(inner)
      return scan.slice(close + 1..<scan.count).trimmedSigns()
    }
    let venue = Self.withShortYear(inner) ?? VenueFields(inner)
    guard venue.venue != nil,
      letters >= 2 || venue.dates != nil
        || WordLists.all.contains(folded(inner.text), in: .publicationGenre)
    else { return nil }
    lead = venue
    status = status ?? venue.status
    return scan.slice(close + 1..<scan.count).trimmedSigns()
  }

  /// `ICML 24`: a name and a year of two digits without its apostrophe.
  private static func withShortYear(_ text: RichText) -> VenueFields? {
    let plain = text.text
    guard let space = plain.lastIndex(of: " "), case let digits = plain[space...].dropFirst(),
      digits.count == 2, digits.unicodeScalars.allSatisfy(isDigit),
      // Of this time, and no volume of an old journal.
      digits.first.map({ "012389".contains($0) }) == true,
      case let name = plain[..<space],
      // `Ubicomp 16`, and neither `Part 10` nor `Chapter 10`
      name.count(where: \.isUppercase) > 1
        || name.count > 5 && WordLists.all.sectionKind(folded(name)) == nil
    else { return nil }
    let fields = VenueFields(
      text[0..<text.count - 3] + RichText("'") + text[text.count - 2..<text.count])
    return fields.dates == nil ? nil : fields
  }

  /// Takes what a line below a badge says of its venue: the whole name (`Rain Letters (RL), 2022`),
  /// or what became of the work there (`First author · Submitted to RL 2022`).
  ///
  /// - Returns: Whether nothing else is said.
  mutating func takeVenue(below line: RichText) -> Bool {
    guard title != nil, wordCount(line) <= 22 else { return false }
    guard let badge = (fields.venue ?? lead?.venue)?.text else {
      return takeVenue(styled: line) || takeVenue(stated: line)
    }
    let parts = fieldParts(line)
    for found in parts.map(VenueFields.init) {
      let isSame =
        found.venue.map { $0.text == badge || $0.text.contains("(\(badge)") }
        ?? (found.status != nil)
      guard isSame, found.dates != nil || found.status != nil else { continue }
      if parts.count == 1, found.notes.isEmpty, !saysAccepted(line), isBadge(badge) {
        fields = found
        settleBadge()
        return true
      }
      status = status ?? found.status
    }
    return false
  }

  /// Takes `*Rain Letters*` below title and authors, where nothing else names the venue.
  private mutating func takeVenue(styled line: RichText) -> Bool {
    let remarks = Remarks(line)
    guard !authors.isEmpty, fields.isEmpty, 1...10 ~= wordCount(remarks.rest),
      remarks.rest.isWholly(.emphasis), isInTitleCase(remarks.rest),
      case let found = VenueFields(remarks.rest), found.venue != nil
    else { return false }
    take(remarks)
    fields = found
    return true
  }

  /// Takes `Published in Rain Letters` or `Submitted to FENS 2026`, where nothing else names the
  /// venue.
  private mutating func takeVenue(stated line: RichText) -> Bool {
    let line = line.trimmedSigns()
    guard fields.isEmpty, wordCount(line) <= 16, line.startsWithCapital,
      let lead = VenueFields.endOfStatus(line),
      isInTitleCase(line[lead..<line.count].trimmed()),
      case let found = VenueFields(line), found.venue != nil
    else { return false }
    fields = found
    return true
  }

  /// `Rain Letters`, `Journal of Wet Maps, 2020`: whether each longer word of a line begins with a
  /// capital, as those of a venue do, and none says who had which part in the work.
  func isInTitleCase(_ line: RichText) -> Bool {
    let words = line.text.split(separator: " ")
    let parts: Lists = [.equalContribution, .correspondingAuthor, .linkLabel, .supervision]
    // `Water research`
    let isShort = words.count == 2 && line.startsWithCapital && line.isWholly(.emphasis)
    return !line.text.hasSuffix(".") && !WordLists.all.occurs(parts, in: foldedWords(line.text))
      && (isShort || words.allSatisfy { $0.count <= 3 || $0.first?.isLowercase == false })
      && !WordLists.all.contains(folded(words.first ?? ""), in: .verb)
  }

  /// Whether a badge is all that is known of the venue; it is noted where it was read as a line.
  private mutating func isBadge(_ badge: String) -> Bool {
    guard lead == nil else { return fields.isEmpty }
    var only = VenueFields(RichText())
    (only.venue, only.dates) = (fields.venue, fields.dates)
    guard fields == only, !badge.contains(" ") else { return false }
    lead = only
    return true
  }

  /// `CHI '25 **Title**`, or `EGSR` in a line of its own above title and authors.
  mutating func takeBadge(from lines: inout [RichText]) {
    takePraise(from: &lines)
    guard let first = lines.first, lines.count > 1 || !first.isUnlinked else { return }
    let scan = TextScan(first)
    if let title = linkedTitle(scan), let last = scan[title.lowerBound - 1],
      hasNames(scan, behind: title, or: lines.dropFirst().first),
      isSpace(last) || isWordScalar(last),
      takeBadge(scan.slice(0..<title.lowerBound), dated: false, longest: 6)
    {
      lines[0] = scan.slice(title.lowerBound..<scan.count)
    }
    guard lead == nil, lines.count > 1 else { return }
    let styles: RichText.Marks = [.strong, .emphasis]
    if let run = scan.runRanges.first(where: { !$0.attributes.marks.isDisjoint(with: styles) }),
      run.range.lowerBound > 0, isWholeTail(run.range, of: scan),
      takePraisedBadge(scan, before: run.range.lowerBound)
    {
      lines[0] = scan.slice(run.range.lowerBound..<scan.count)
    } else if lines.count > 2 && (isNames(lines[2...]) || isDated(first, above: lines[2...]))
      && !isNames(lines[1...1])
      || lines.count == 2 && beginsWithTitle(lines[1]), takeBadge(first, dated: false)
    {
      lines.removeFirst()
    } else if first.isUnlinked, wordCount(first) <= 8, hasLinkedTitle(lines[1]) {
      if !takeBadge(first, dated: true) { notes.append(first) }
      lines.removeFirst()
    }
  }

  /// `(Best Paper Award)` in a line of its own above the work.
  private mutating func takePraise(from lines: inout [RichText]) {
    guard let first = lines.first, lines.count > 1, case let remarks = Remarks(first),
      !remarks.awards.isEmpty, !remarks.rest.hasWords
    else { return }
    take(remarks)
    lines.removeFirst()
  }

  /// Takes `CHI '25` or `CHI '25 Best Paper Award` in front of a title.
  private mutating func takePraisedBadge(_ scan: TextScan, before end: Int) -> Bool {
    let spaces = scan.scalars[..<end].indices.dropFirst().filter { isSpace(scan.scalars[$0]) }
    let start = spaces.suffix(6).first { isAward(scan.string(scan.trim($0..<end))) }
    guard takeBadge(scan.slice(scan.trim(0..<(start ?? end))), dated: true) else { return false }
    if let start { awards.append(scan.slice(scan.trim(start..<end))) }
    return true
  }

  /// Three words or more behind the first link of a line.
  private func linkedTitle(_ scan: TextScan) -> Range<Int>? {
    guard let first = scan.runRanges.first(where: { $0.attributes.link != nil }) else { return nil }
    let runs = scan.runRanges.drop { $0.range.lowerBound < first.range.lowerBound }
      .prefix { $0.attributes.link == first.attributes.link }
    let title = first.range.lowerBound..<(runs.last ?? first).range.upperBound
    return wordCount(scan.slice(title)) >= 3 ? title : nil
  }

  /// Whether names follow a title on its line, or are the next line.
  private func hasNames(_ scan: TextScan, behind title: Range<Int>, or next: RichText?) -> Bool {
    let start = scan.scalars[title.upperBound...].firstIndex(where: isWordScalar) ?? scan.count
    let list = AuthorList(scan, from: start)
    return list.count > 1 || list.hasInitials || next.map(Self.isNames) == true
  }

  /// Whether a line begins with a title behind a link, and names follow it.
  func beginsWithTitle(_ line: RichText) -> Bool {
    let scan = TextScan(line)
    return linkedTitle(scan).map {
      $0.lowerBound == 0 && hasNames(scan, behind: $0, or: nil)
    } == true
  }

  /// `A. Roe, B. Poe. [Wet maps of mud](…). Fog Letters`: whether a line begins with authors, whose
  /// work is linked right behind them.
  private func hasLinkedTitle(_ line: RichText) -> Bool {
    let scan = Remarks(line).scan
    guard let title = linkedTitle(scan), case let list = AuthorList(scan),
      list.count > 1 || list.hasInitials
    else { return false }
    return !scan.scalars[list.end..<max(list.end, title.lowerBound)].contains(where: isWordScalar)
  }

  /// Whether two words or more in one style end a line, but for signs and brackets.
  private func isWholeTail(_ range: Range<Int>, of scan: TextScan) -> Bool {
    var index = range.upperBound
    while index < scan.count {
      if isWordScalar(scan.scalars[index]) { return false }
      index = scan.closingBracket(of: index).map { $0 + 1 } ?? index + 1
    }
    return wordCount(scan.slice(range)) > 1
  }

  private func isNames(_ lines: ArraySlice<RichText>) -> Bool {
    lines.contains { line in
      let scan = TextScan(Remarks(line).rest)
      return isAuthorLine(AuthorList(scan), scan)
    }
  }

  /// `RW 2020` above a title and `**Ada Roe**`, who wrote the work alone.
  private func isDated(_ badge: RichText, above lines: ArraySlice<RichText>) -> Bool {
    VenueFields(badge).dates != nil
      && lines.contains { line in
        let scan = TextScan(line)
        return isBoldName(AuthorList(scan), scan)
      }
  }

  /// Takes the venue in a few words with capitals, or one that says how a work is published.
  ///
  /// - Parameter dated: Whether only a venue that says when, `arXiv` or words in capitals are one.
  private mutating func takeBadge(
    _ text: RichText, dated: Bool, longest: Int = 4
  ) -> Bool {
    let remarks = Remarks(text.mapAttributes { $0.marks.remove(.code) })
    let words = foldedWords(remarks.rest.text)
    guard 1...longest ~= words.count,
      text.text.count(where: \.isUppercase) > 1
        || WordLists.all.occurs(.publicationGenre, in: words)
    else { return false }
    // `Journal Article`
    if words.count > 1,
      WordLists.all.contains(words.joined(separator: " "), in: .publicationGenre)
    {
      notes.append(withoutStyle(remarks.rest))
      return true
    }
    let fields = Self.withShortYear(remarks.rest) ?? VenueFields(remarks.rest)
    // `arXiv`, `IEEE TPDS`
    let isGenre = words.count == 1 && WordLists.all.contains(words[0], in: .publicationGenre)
    let isShort = remarks.rest.text.split(separator: " ").allSatisfy { word in
      2...6 ~= word.count && word.allSatisfy { $0.isLetter && $0.isUppercase }
    }
    guard fields.venue != nil, fields.notes.isEmpty,
      !dated || fields.dates != nil || isGenre || isShort
    else { return false }
    lead = fields
    take(remarks)
    return true
  }

  /// Whether a name is part of another, or its letters stand there in their order.
  func shortens(_ short: String, _ name: String) -> Bool {
    var letters = folded(short).filter { $0 != " " }[...]
    let others = folded(name)
    guard letters.first == others.first || others.contains(folded(short)) else { return false }
    for letter in others where letter == letters.first { letters = letters.dropFirst() }
    return letters.isEmpty
  }
}
