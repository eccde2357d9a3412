// SPDX-License-Identifier: MIT
import CVModel

/// What stands behind the title of a reference: venue, numbers, place and date.
struct VenueFields: Equatable {
  var venue: RichText?
  var dates: Dates?
  var status: RichText?
  var awards: [RichText] = []
  var volume: String?
  var number: String?
  var pages: String?
  var location: RichText?
  var notes: [RichText] = []
  /// Words that name the numbers (`12巻3号`, `v.`) and need not be said again.
  var explained: [String] = []

  /// Whether nothing is known but the words.
  var isEmpty: Bool { self == VenueFields(RichText()) }

  /// - Parameter tail: The text behind the title, without links and remarks.
  init(_ tail: RichText) {
    let whole = tail.trimmed {
      isSpace($0) || isDash($0) || ".,;:|．。，；：،".unicodeScalars.contains($0)
    }
    guard !whole.isEmpty else { return }
    var scan = TextScan(Self.withoutImprintBracket(whole))
    let companions = Self.companionsApart(scan)
    if let companions { scan = TextScan(companions.line) }
    let figures = Self.figuresApart(scan)
    if let figures { scan = TextScan(figures.line) }
    read(scan)
    takeRate()
    notes += (figures?.figures ?? []) + (companions.map { [$0.companions] } ?? [])
  }

  private mutating func read(_ scan: TextScan) {
    if readBook(scan) { return }
    if let range = bookTitle(scan) {
      venue = scan.slice(range.inner).mapAttributes { $0.marks.remove(.emphasis) }
      let before = scan.slice(0..<range.outer.lowerBound).trimmedSigns()
      if !before.isEmpty { readDetails(before) }
      readDetails(scan.slice(range.outer.upperBound..<scan.count))
    } else if let rest = takeStatusInFront(scan) {
      read(rest)
    } else if let range = Self.emphasisedRange(scan), !isStatusOfWork(scan.slice(range)) {
      readVenue(scan.slice(range))
      let before = scan.slice(0..<range.lowerBound).trimmedSigns()
      if !before.isEmpty, folded(before.text) != "in" { readDetails(withoutLead(before)) }
      let details = takeNumber(scan, at: range.upperBound)
      let end = Self.endOfFields(scan, from: details) ?? scan.count
      readDetails(scan.slice(details..<end))
      let told = scan.slice(end..<scan.count).trimmedSigns()
      if !told.isEmpty { notes.append(unstyled(told, .emphasis)) }
    } else if let end = Self.endOfEditors(scan) {
      read(TextScan(scan.slice(end..<scan.count).trimmedSigns()))
      notes.append(scan.slice(0..<end))
    } else {
      let parts =
        scan.text.text.contains(where: { "·•".contains($0) }) ? fieldParts(scan.text) : [scan.text]
      readPlain(parts.first ?? scan.text)
      for part in parts.dropFirst() { readDetail(part) }
    }
  }

  /// Takes `*In review*` before other words in italics: `*In review*. *Rain Review*`.
  private mutating func takeStatusInFront(_ scan: TextScan) -> TextScan? {
    guard status == nil, let range = Self.emphasisedRange(scan), range.lowerBound == 0,
      case let words = scan.slice(range), isStatusOfWork(words),
      let start = scan.scalars[range.upperBound...].firstIndex(where: isWordScalar),
      scan.run(at: start)?.attributes.marks.contains(.emphasis) == true
    else { return nil }
    status = withoutFinalStop(unstyled(words, .emphasis))
    return TextScan(scan.slice(start..<scan.count))
  }

  /// `ICRA (acceptance rate: 15%)`: the bracket is a remark.
  private mutating func takeRate() {
    guard let name = venue, let bracket = FinalBracket(TextScan(name)),
      bracket.inner.text.contains("%"), !bracket.before.isEmpty
    else { return }
    venue = bracket.before
    notes.append(bracket.inner)
  }

  /// `*Rain Review* 51 (2018); reprinted in …`: the sign behind the year, which ends the fields.
  private static func endOfFields(_ scan: TextScan, from start: Int) -> Int? {
    guard let sign = scan.scalars[start...].firstIndex(of: ";"), sign > start + 6,
      scan.scalars[sign - 1] == ")", scan.scalars[sign - 6] == "(",
      scan.string(sign - 5..<sign - 1).plainYear != nil
    else { return nil }
    return sign
  }

  /// The italic part: neighbouring runs together, so that a repaired sign does not split it.
  private static func emphasisedRange(_ scan: TextScan) -> Range<Int>? {
    var found: Range<Int>?
    for (range, attributes) in scan.runRanges {
      // `*(IF: 5)*` is a remark.
      let isItalic =
        attributes.marks.contains(.emphasis)
        && scan.closingBracket(of: range.lowerBound).map { !range.contains($0) } ?? true
      if isItalic, let last = found, last.upperBound == range.lowerBound {
        found = last.lowerBound..<range.upperBound
      } else if isItalic, found == nil,
        scan.scalars[range].contains(where: { isWordScalar($0) && !isDigit($0) })
      {
        found = range
      }
    }
    return (found ?? strongRunBehindIn(scan)).map { scan.trim($0) }
  }

  /// `Accepted at the Rain Letters`: where a status ends with the words that lead to its venue.
  static func endOfStatus(_ text: RichText) -> Int? {
    let words = text.text.split(separator: " ")
    let states: Lists = [.publicationStatus, .appearance]
    guard let count = WordLists.all.match(foldedWords(text.text)[...], in: states),
      count < words.count, leads.contains(folded(words[count]))
    else { return nil }
    let venue = words[count...].drop { leads.contains(folded($0)) }
    return venue.first.map { text.text[..<$0.startIndex].utf8.count }
  }

  /// Words between a status and its venue.
  private static let leads: Set<String> = [
    "at", "to", "in", "by", "for", "with", "à", "bei", "en", "em", "the",
  ]

  /// `Under review at`, `accepted at the`: the words that lead to the venue behind it are not said
  /// again; nor is `published in`.
  private mutating func withoutLead(_ status: RichText) -> RichText {
    var text = status
    let appears = WordLists.all.match(foldedWords(status.text)[...], in: .appearance) != nil
    guard appears || isStatusOfWork(status) else { return status }
    while let lead = text.text.split(separator: " ").last, Self.leads.contains(folded(lead)) {
      explained.append(String(lead))
      text = text[0..<text.count - lead.utf8.count].trimmed()
    }
    if appears { explained.append(text.text) }
    return appears ? RichText() : text.isEmpty ? status : text
  }

  /// `*Ibis, 160*(2)`: the number in brackets right behind the volume.
  private mutating func takeNumber(_ scan: TextScan, at start: Int) -> Int {
    guard volume != nil, number == nil, scan[start] == "(",
      let close = scan.closingBracket(of: start), 2...6 ~= close - start,
      scan.scalars[start + 1..<close].contains(where: { isDigit($0) })
    else { return start }
    number = scan.string(start + 1..<close)
    return close + 1
  }

  /// Without italics the venue is what comes before the first detail.
  private mutating func readPlain(_ text: RichText) {
    let whole = Self.joiningName(Self.joiningDays(topLevelParts(text)))
    let parts = whole.flatMap(Self.behindName).flatMap(Self.datedParts)
    guard let first = parts.first else { return }
    let isInside = folded(first.text).hasPrefix("in ") && !isStatusOfWork(first)
    let head = isInside ? first[3..<first.count].trimmed() : first
    if let lead = Self.endOfStatus(head) {
      readDetail(withoutLead(head[0..<lead].trimmed()))
      readVenue(head[lead..<head.count].trimmed())
    } else if isStatusOfWork(head) {
      readDetail(head)
    } else if Self.isEdition(head.text) || Self.saysWhoGuided(head)
      || TextScan(head).endOfCompanion(at: 0) != nil
    {
      notes.append(head.trimmedSigns())
    } else if Self.isLabelledBracket(head) {
      notes.append(withoutBracket(unstyled(head, .emphasis)))
    } else {
      readVenue(head)
    }
    for part in parts.dropFirst().flatMap(Self.datedParts) { readDetail(part) }
    finishLocation()
  }

  /// A venue with what people write into its name: year, awards, volume and pages.
  private mutating func readVenue(_ text: RichText) {
    var parts = topLevelParts(text).map {
      unstyled($0.mapAttributes { $0.marks.remove(.emphasis) })
    }
    guard !parts.isEmpty else { return }
    var name = takeIssue(from: parts.removeFirst())
    for part in parts {
      if isDetail(part) || isAward(part.text) {
        readDetail(part)
      } else {
        name = name + RichText(", ") + part
      }
    }
    name = takeAward(from: takeIssue(from: takeYear(from: name)))
    let plain = name.collapsed().trimmedSigns()
    // `Phys. Rev. Lett.` is shortened to its end.
    let isShort = plain.text.dropLast().split(separator: " ").dropLast().contains {
      $0.hasSuffix(".")
    }
    venue = isShort ? plain : withoutFinalStop(plain)
    if venue?.isEmpty == true { venue = nil }
  }

  /// `ICCV'2023`, `CVPR’23`, `ICLR 2026`, `ECCV'2022 Workshop`: the year leaves the name.
  private mutating func takeYear(from name: RichText) -> RichText {
    let scan = TextScan(name)
    for index in scan.scalars.indices.dropFirst() where asciiForm(of: scan.scalars[index]) == "'" {
      var end = index + 1
      while let digit = scan[end], isDigit(digit) { end += 1 }
      let digits = scan.string(index + 1..<end)
      guard digits.count == 2 || digits.count == 4, let value = Int(digits),
        !(scan[end].map(isWordScalar) ?? false)
      else { continue }
      let year = digits.count == 4 ? value : wholeYear(value)
      note(Dates([.init(PartialDate(year))], words: digits))
      // `Rain Week (RW '25)`: the words of the bracket stay together.
      if scan[end] == ")", isSpace(scan.scalars[index - 1]) { return name }
      return scan.slice(0..<index) + scan.slice(end..<scan.count)
    }
    guard let match = DateParser(scan).matches().last, match.dates.spans.count == 1 else {
      return takeGluedYear(from: scan)
    }
    note(match.dates)
    // `雨水大会2016论文集`: without the year the unspaced name is another word.
    if [scan[match.range.lowerBound - 1], scan[match.range.upperBound]].contains(where: {
      $0.map(isCJK) == true
    }) {
      explained.append(name.text)
    }
    let before = scan.slice(0..<match.range.lowerBound)
    let after = scan.slice(match.range.upperBound..<scan.count)
    if let joined = Self.withoutBrackets(before, after) { return joined }
    // `Exhibit (opened in 2019)`: the words of the bracket stay together.
    return after.trimmed().text.hasPrefix(")") ? name : before + after
  }

  private mutating func takeGluedYear(from scan: TextScan) -> RichText {
    guard let glued = gluedYear(scan) else { return scan.slice(0..<scan.count) }
    note(Dates([.init(PartialDate(glued.year))], words: String(glued.year)))
    explained.append(scan.string(0..<glued.end))
    return scan.slice(0..<glued.end - 4) + scan.slice(glued.end..<scan.count)
  }

  /// `Water Letters 61(4)`: volume and number leave the name.
  private mutating func takeIssue(from name: RichText) -> RichText {
    let text = name.collapsed()
    let words = text.text.split(separator: " ")
    // `65: 599-605`, `23 (1)`
    let isNumbered = words.last?.hasPrefix("(") == true
    let isApart = isNumbered || words.dropLast().last?.hasSuffix(":") == true
    let last = words.suffix(isApart ? 2 : 1).joined(separator: " ")
    guard volume == nil, let issue = Issue(isNumbered ? last.filter { $0 != " " } : last),
      text.count > last.utf8.count
    else { return name }
    take(issue)
    return text[0..<text.count - last.utf8.count]
  }

  /// `AAAI Oral`: a word of praise at the end of a short name.
  private mutating func takeAward(from name: RichText) -> RichText {
    let text = name.collapsed()
    let words = text.text.split(separator: " ")
    for count in stride(from: min(3, words.count - 1), through: 1, by: -1) {
      let tail = words.suffix(count).joined(separator: " ")
      let list = WordLists.all
      guard list.contains(folded(tail), in: .publicationAward), folded(tail) != "award" else {
        continue
      }
      let start = text.count - tail.utf8.count
      awards.append(text[start..<text.count])
      return text[0..<start]
    }
    return name
  }

  mutating func readDetails(_ text: RichText) {
    let parts = text.text.contains("•") ? fieldParts(text) : [text]
    parts.dropFirst().forEach { readDetail($0) }
    let scan = TextScan((parts.first ?? text).trimmedSigns())
    let start = scan.scalars.firstIndex { $0 != "." && !isSpace($0) } ?? 0
    for part in topLevelParts(scan.slice(start..<scan.count)).flatMap(Self.datedParts) {
      readDetail(part)
    }
    finishLocation()
  }

  private func isDetail(_ part: RichText) -> Bool {
    let text = part.collapsed().text
    return Issue(text) != nil || PageRange(text) != nil || Labelled(text) != nil
      || DateParser(TextScan(part)).matches().contains {
        $0.range.count + 2 >= part.text.unicodeScalars.count
      }
  }

  /// Reads a part behind the venue; in `3:2 (2011), 5-10` the number stood behind the volume.
  private mutating func readDetail(_ part: RichText) {
    let piece = takeBracketedYear(
      of: withoutFinalStop(part.collapsed().trimmed { isWideSign($0) }.trimmedSigns()))
    let text = piece.text
    if text.isEmpty || takeWideIssue(text) { return }
    if let labelled = Labelled(text) ?? Labelled(withoutBracket(piece).text) {
      explained += text.split(separator: " ").prefix(1).map(String.init)
      take(labelled)
    } else if let issue = Issue(text), volume == nil {
      take(issue)
    } else if let range = PageRange(text), number == nil, volume != nil,
      pages?.allSatisfy(\.isNumber) == true
    {
      (number, pages) = (pages, range.text)
    } else if let range = PageRange(text), pages == nil,
      dates != nil || volume != nil || range.isNoYears
    {
      pages = range.text
    } else if volume != nil, pages == nil, text.allSatisfy({ $0.isASCII && $0.isNumber }),
      text.count < 9, !(text.count == 4 && dates == nil)
    {
      pages = text
    } else if let match = DateParser(TextScan(piece)).matches().last,
      match.range.count + 3 >= piece.text.unicodeScalars.count
    {
      note(match.dates)
    } else if isAward(text) {
      awards.append(piece)
    } else if isStatusOfWork(piece) {
      status = piece
    } else if venue == nil, !Self.isLabelledBracket(piece) {
      readVenue(piece)
    } else {
      notes.append(takeYear(fromBracket: withoutBracket(unstyled(piece, .emphasis)), of: piece))
    }
  }

  /// `(A. Roe, ed., 2002)`: the year with which a bracket of more words ends.
  private mutating func takeYear(fromBracket words: RichText, of piece: RichText) -> RichText {
    guard dates == nil, piece.text.hasPrefix("("), piece.text.hasSuffix(")"),
      let last = words.text.split(separator: " ").last, let year = last.plainYear,
      words.text.utf8.count > 5
    else { return words }
    note(Dates([.init(PartialDate(year))], words: String(year)))
    return words[0..<words.count - 5].trimmed { isSpace($0) || ",;".unicodeScalars.contains($0) }
  }

  private mutating func take(_ issue: Issue) {
    volume = issue.volume
    number = issue.number ?? number
    pages = issue.pages ?? pages
    if let year = issue.year { note(Dates([.init(PartialDate(year))], words: String(year))) }
  }

  private mutating func take(_ labelled: Labelled) {
    switch labelled {
    case .volume(let value): volume = value
    case .number(let value): number = value
    case .pages(let value): pages = value
    }
  }

  /// `9 (2024)`: behind a volume the bracket says when.
  private mutating func takeBracketedYear(of piece: RichText) -> RichText {
    let text = piece.text
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      let year = text[text.index(after: open)...].dropLast().plainYear,
      text[..<open].allSatisfy({ $0.isNumber || $0 == " " }), dates == nil
    else { return piece }
    note(Dates([.init(PartialDate(year))], words: String(year)))
    return piece[0..<text[..<open].utf8.count].trimmed()
  }

  /// Places come in parts: the parts that no other field takes are one if the last is a place or
  /// if they stand right before a date.
  private mutating func finishLocation() {
    guard location == nil, !notes.isEmpty, notes.count <= 4 else { return }
    let text = notes.map(\.text).joined(separator: ", ")
    let looksLikePlace = notes.allSatisfy { note in
      let words = note.text.split(separator: " ")
      return words.count <= 4
        && words.allSatisfy { $0.unicodeScalars.first.map(isCapital) ?? false }
    }
    guard looksLikePlace, Gazetteer.isPlace(text) || dates?.start?.month != nil else { return }
    location = notes.joinedRich(separator: ", ")
    notes = []
  }

  /// The more precise date wins.
  mutating func note(_ new: Dates) {
    guard let old = dates else {
      dates = new
      return
    }
    guard old.start?.month == nil, new.start?.month != nil else { return }
    // `CHI ’25, Apr. 2025` says the year twice.
    if old.start?.year == new.start?.year { explained.append(old.words) }
    dates = new
  }
}
