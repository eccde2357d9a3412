// SPDX-License-Identifier: MIT
import CVModel

/// Works set in lines of their own: title, authors and venue.
extension Reference {
  /// Lines of a card: title, authors, venue in any order; whole sentences are its description.
  mutating func readCard(_ lines: [RichText]) {
    if readRepeatedTitle(lines) { return }
    var rest: [RichText] = []
    var venueLine: RichText?
    var isWhole = false
    for (number, line) in lines.enumerated() {
      let line = title == nil && lead == nil ? takeLeadingVenue(of: TextScan(line)) ?? line : line
      let remarks = Remarks(line)
      if number == 0, lines.count > 1, takeTitle(line, above: lines[1]) { continue }
      if title != nil, line.startsWithLabel {
        rest.append(line)
      } else if number > 0, isAward(line.text) {
        awards.append(line.mapAttributes { $0.marks = [] })
      } else if authors.isEmpty, takeAuthors(remarks.rest, at: number, of: lines) {
        take(remarks)
      } else if title == nil, let end = endOfTitle(remarks.rest),
        !authors.isEmpty || venueLine == nil && isTitleBeforeVenue(remarks.rest, end)
      {
        take(remarks)
        setTitle(remarks.rest[0..<end])
        venueLine = remarks.rest[end..<remarks.rest.count]
      } else if takeAcceptance(line) {
        rest.append(line)
      } else if venueLine == nil, !isWhole || fields.isEmpty,
        isVenue(remarks.rest, at: number, of: lines), number > 0 || lines.count > 2
      {
        take(remarks)
        venueLine = remarks.rest
      } else if title == nil {
        isWhole = saysAll(line) && !lines.contains(where: isListOfNames)
        readTitle(line, remarks, isWhole: isWhole)
      } else {
        rest.append(line)
      }
    }
    if let venueLine, !isWhole || fields.isEmpty { readVenue(venueLine) }
    for line in rest where !takeVenue(below: line) { describe(line) }
  }

  /// Notes what a line of a card tells of the work: with whom it was written, or its abstract.
  private mutating func describe(_ line: RichText) {
    if beginsWithCompanions(line) {
      notes.append(withoutFinalStop(unstyled(line, .emphasis)))
    } else {
      tell(line)
    }
  }

  /// A line of a card that is its title with remarks, or its whole reference.
  private mutating func readTitle(_ line: RichText, _ remarks: Remarks, isWhole: Bool) {
    guard !isWhole else { return readLine(line) }
    take(remarks)
    setTitle(withoutQuotes(remarks.rest))
  }

  /// `Wet maps of mud. 2013.`: a title and the year of the work, each with its stop.
  static func yearBehindStop(of line: RichText) -> (name: RichText, year: Int)? {
    let scan = TextScan(line.trimmed())
    guard scan.count > 8, scan[scan.count - 1] == ".", scan[scan.count - 6] == " ",
      let year = scan.string(scan.count - 5..<scan.count - 1).plainYear,
      case let name = scan.slice(scan.trim(0..<scan.count - 6)), wordCount(name) > 2,
      name.text.last.map({ ".?!".contains($0) }) == true, !isNames(name)
    else { return nil }
    return (name, year)
  }

  /// Whether a line says where the work stands, or is a few words below its title with the year
  /// and a stop, and the names.
  private func isVenue(_ line: RichText, at number: Int, of lines: [RichText]) -> Bool {
    isVenueLine(line) || isBadgedVenue(line)
      || number == 2 && wordCount(line) <= 8 && isInTitleCase(withoutFinalStop(line))
        && Self.yearBehindStop(of: lines[0]) != nil && Self.isNames(lines[1])
  }

  /// Takes a first line that is the title with its year or a remark in brackets.
  private mutating func takeTitle(_ line: RichText, above next: RichText) -> Bool {
    takeDatedTitle(line, above: next) || takeTitleBeforeBracket(line)
  }

  /// Takes `**Wet maps** (2013)`: a title in a style of its own, and the year in brackets.
  private mutating func takeDatedTitle(_ line: RichText, above next: RichText) -> Bool {
    let stopped = Self.isNames(next) ? Self.yearBehindStop(of: line) : nil
    guard let (name, year) = stopped ?? bracketedYear(of: line), wordCount(name) > 1,
      stopped != nil || name.isWholly(.strong) || Segment(name, line: 0).link != nil
    else { return false }
    setTitle(name)
    setYear(year)
    return true
  }

  /// Takes `[Wet maps](…). (ICML, 2024) [Best Paper]` or `**Wet maps** (with Bo Poe)`: a title, and
  /// in brackets behind it where it stands or who wrote it, too; other brackets are remarks, as in
  /// `*Wet maps*. (B-3)`.
  private mutating func takeTitleBeforeBracket(_ line: RichText) -> Bool {
    let scan = TextScan(line)
    guard let open = scan.scalars.firstIndex(where: { "(（".unicodeScalars.contains($0) }),
      let close = scan.closingBracket(of: open), case let title = scan.slice(scan.trim(0..<open)),
      case let name = withoutFinalStop(title),
      case let inner = scan.slice(scan.trim(open + 1..<close)), wordCount(title) > 2,
      case let isStyled = name.isWholly(.strong) || name.isWholly(.emphasis),
      title.text.hasSuffix(".") || isStyled || Segment(title, line: 0).link != nil,
      // Inside the style of the title a bracket is a part of it.
      !isStyled || scan.run(at: open).map({ $0.range.lowerBound > 0 }) == true
    else { return false }
    let behind = scan.trim(close + 1..<scan.count, also: { ".,".unicodeScalars.contains($0) })
    guard behind.isEmpty || scan.closingBracket(of: behind.lowerBound) == behind.upperBound - 1
    else { return false }
    if lead == nil, wordCount(inner) <= 8, inner.holdsDate, !inner.isDateAlone, isVenueLine(inner) {
      lead = VenueFields(inner)
    } else if isStyled, wordCount(inner) <= 2, Remarks(line).rest == line, !inner.holdsDate {
      notes.append(unstyled(inner))
    } else if !takeCompanions(inner) {
      return false
    }
    setTitle(withoutQuotes(title))
    let remark = scan.slice(behind).trimmed { "[]".unicodeScalars.contains($0) }
    if isAward(remark.text) {
      awards.append(remark)
    } else if !remark.isEmpty {
      notes.append(remark)
    }
    return true
  }

  /// Whether a line of a card is a whole reference, its authors or its title first.
  private func saysAll(_ line: RichText) -> Bool { looksWhole(line) || beginsWithTitle(line) }

  /// Reads a title that stands above its whole reference, which says it again.
  private mutating func readRepeatedTitle(_ lines: [RichText]) -> Bool {
    guard lines.count > 1, looksWhole(lines[1]), wordCount(lines[0]) > 1 else { return false }
    var whole = self
    whole.readLine(lines[1])
    let title = whole.title?.text
    whole.setTitle(lines[0])
    guard whole.title?.text == title else { return false }
    whole.explain(lines[0].text)
    whole.description += lines.dropFirst(2)
    self = whole
    return true
  }

  /// Reads a line that says where a work stands, perhaps in brackets.
  private mutating func readVenue(_ line: RichText) {
    let inner = line.trimmed { isSpace($0) || "()".unicodeScalars.contains($0) }
    fields = VenueFields(inner.text.contains("(") ? line : inner)
  }

  /// Takes from a line below a badge, which says who took the work, only when that was.
  private mutating func takeAcceptance(_ line: RichText) -> Bool {
    guard title != nil, lead?.venue != nil, saysAccepted(line) else { return false }
    if lead?.dates == nil { fields.dates = fields.dates ?? VenueFields(line).dates }
    return true
  }

  /// `*Title.* **Venue 2024**`: where the title in a style of its own ends, and the venue begins.
  private func endOfTitle(_ line: RichText) -> Int? {
    guard let run = line.runs.first, run.length < line.count,
      run.attributes.link != nil || !run.attributes.marks.isDisjoint(with: [.emphasis, .strong]),
      wordCount(line[0..<run.length]) >= 3,
      VenueFields(line[run.length..<line.count]).venue != nil
    else { return nil }
    return run.length
  }

  /// `**Wet maps**, *Rain Week'21*` above the names: a title in bold, a venue in italics and when;
  /// or `RW 2021` in capitals.
  private func isTitleBeforeVenue(_ line: RichText, _ end: Int) -> Bool {
    let venue = line[end..<line.count].trimmedSigns()
    let isInItalics = venue.runs.first?.attributes.marks.contains(.emphasis) == true
    let name = venue.text.prefix { $0 != " " }
    let isShort = name.count > 2 && name.allSatisfy(\.isUppercase) && wordCount(venue) <= 4
    return line.runs[0].attributes.marks.contains(.strong) && (isInItalics || isShort)
      && VenueFields(venue).dates != nil && wordCount(venue) <= 16
  }

  /// Takes a line that is nothing but names, with the year in brackets behind them.
  private mutating func takeAuthors(
    _ line: RichText, at number: Int, of lines: [RichText]
  ) -> Bool {
    let scan = TextScan(line)
    let list = AuthorList(scan)
    guard names(list, scan, at: number, of: lines) else {
      return number > 0 && takeCompanions(line)
    }
    setAuthors(list, scan)
    let start = afterAuthors(list.end, scan)
    if leadsToVenue(scan, start) {
      fields = VenueFields(scan.slice(start..<scan.count))
    } else if let venue = venue(scan, behind: list) {
      fields = VenueFields(venue)
    }
    return true
  }

  private func isListOfNames(_ line: RichText) -> Bool {
    let scan = TextScan(Remarks(line).rest)
    let list = AuthorList(scan)
    return list.count > 1 && isAuthorLine(list, scan)
  }

  /// Reads `A. Roe, B. Poe | Wet maps of rain | CHI 2022`: names, a title and a venue between bars,
  /// in any order.
  mutating func readBarred(_ scan: TextScan) -> Bool {
    guard scan.scalars.contains("|"), quotedRange(scan) == nil,
      case let parts = fieldParts(scan.text),
      3...4 ~= parts.count, parts.count(where: isListOfNames) == 1,
      scan.scalars.count(where: { $0 == "|" }) == parts.count - 1
    else { return false }
    readCard(parts)
    return true
  }

  /// `arXiv Paper Code`: three labels or more that lead nowhere, and no other words; or
  /// `Abstract []`, of which only a button told more.
  func areBareLabels(_ line: RichText) -> Bool {
    let words = foldedWords(line.text)
    return words.count > (line.text.contains("[]") ? 0 : 2)
      && words.allSatisfy { WordLists.all.contains($0, in: .linkLabel) }
  }
}
