// SPDX-License-Identifier: MIT
import CVModel

/// A reference taken apart, from one line or from the lines of a card.
struct Reference {
  var title: RichText?
  var authors: [AuthorList.ParsedAuthor] = []
  /// The words before those with whom the owner wrote the work.
  var authorLead: String?
  /// The line in which the authors were found, for their emphasis.
  private var authorScan: TextScan?
  var fields = VenueFields(RichText())
  /// A venue with its year that stands before all else.
  var lead: VenueFields?
  /// A year in brackets right behind the authors.
  private var authorDates: Dates?
  private(set) var links: [Link] = []
  private(set) var dead: [RichText] = []
  private(set) var images: [RichText] = []
  /// The words of addresses that stand in the text and became links.
  private(set) var renamed: [String] = []
  /// The numbers that stood before the reference.
  private(set) var numbers: [String] = []
  /// A short name of the venue, where the venue itself is named as well.
  private(set) var badges: [String] = []
  private(set) var legend = Legend()
  /// Words that explained the legend, or named the kind of the work.
  private var explainedMarks: [String] = []
  /// The words that only name a number or a mark.
  var explained: [String] { explainedMarks + fields.explained + (lead?.explained ?? []) }
  private var doi: String?
  var status: RichText?
  var awards: [RichText] = []
  var notes: [RichText] = []
  var description: [RichText] = []
  /// Whose works these are.
  let owner: OwnName

  /// - Parameters:
  ///   - hasBody: Whether more follows below the lines, so that one line is no card.
  ///   - subject: What the work is about, as its card says.
  ///   - owner: The names of the page's owner, who may be the only author.
  init(
    _ lines: [RichText], hasBody: Bool, subject: RichText? = nil, owner: OwnName = OwnName([])
  ) {
    self.owner = owner
    var bare = lines.map { line in
      let links = PublicationLinks(line)
      absorb(links)
      return withoutNumber(withoutLabel(links.rest.collapsed().trimmed(), of: links))
    }.filter(\.hasWords)
    if let labels = bare.dropFirst().firstIndex(where: areBareLabels) {
      dead.append(bare.remove(at: labels))
    }
    takeBadge(from: &bare)
    if bare.count == 1 {
      readLine(bare[0])
    } else if !bare.isEmpty {
      readCard(bare)
    }
    settleBadge()
    if let subject {
      if fields.venue.map({ folded($0.text) }) == folded(subject.text) {
        badges.append(subject.text)
      } else {
        notes.append(subject)
      }
    }
  }

  /// Leaves out a badge that only shortens the venue (`EGSR`), and notes another.
  mutating func settleBadge() {
    guard let badge = lead?.venue, let venue = fields.venue else { return }
    if shortens(badge.text, venue.text) {
      badges.append(badge.text)
    } else {
      notes.append(badge)
    }
  }

  /// Nothing, where a text is only the label that stood before an address: `DOI:`.
  private mutating func withoutLabel(_ text: RichText, of found: PublicationLinks) -> RichText {
    guard !found.links.isEmpty, text.text.last == ":",
      WordLists.all.contains(folded(text.text), in: .linkLabel)
    else { return text }
    explain(text.text)
    return RichText()
  }

  /// The text without `[12]`, `[J12]`, `(12)` or `12.` before it, also where it stands inside the
  /// bold title.
  private mutating func withoutNumber(_ text: RichText) -> RichText {
    guard let first = text.text.utf8.first,
      first == UInt8(ascii: "[") || first == UInt8(ascii: "(")
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= first
    else { return text }
    let scan = TextScan(text)
    var end = scan[0] == "[" || scan[0] == "(" ? 1 : 0
    let start = end
    if scan[0] == "[" {
      while let letter = scan[end], isCapital(letter), !isCJK(letter), end < 3 { end += 1 }
    }
    let digits = end
    while let digit = scan[end], isDigit(digit) { end += 1 }
    guard 1...3 ~= end - digits, let sign = scan[end],
      sign == (scan[0] == "[" ? "]" : start == 1 ? ")" : "."),
      let next = scan[end + 1], isSpace(next)
    else { return text }
    numbers.append(scan.string(start..<end))
    return scan.slice(scan.skipSpaces(from: end + 1)..<scan.count)
  }

  mutating func absorb(_ found: PublicationLinks) {
    links += found.links
    dead += found.dead
    images += found.images
    renamed += found.renamed
    doi = doi ?? found.doi
  }

  /// Reads what stands below the lines: links, the venue, and else what is told of the work.
  mutating func readBelow(_ lines: [RichText]) {
    for line in lines {
      let found = PublicationLinks(line)
      absorb(found)
      let rest = withoutLabel(found.rest.collapsed(), of: found)
      guard !rest.trimmedSigns().isEmpty, !takeVenue(below: rest), !takeLink(rest) else { continue }
      if authors.isEmpty, takeCompanions(withoutFinalStop(rest)) { continue }
      tell(rest)
    }
  }

  /// Keeps a line below a work as a remark or as a part of its abstract; one in brackets may say
  /// what the marks of its authors mean.
  mutating func tell(_ line: RichText) {
    if line.text.contains(where: { "(（[【".contains($0) }), case let remarks = Remarks(line),
      !remarks.legend.isEmpty, !remarks.rest.hasWords
    {
      return take(remarks)
    }
    if isRemark(line) { notes.append(line) } else { description.append(line) }
  }

  /// `[On Rain](…) (A. Roe, 2018)`, `Project in Economics`: whether a line below a work is a few
  /// words, and neither an abstract nor the label of a link that is none.
  private func isRemark(_ line: RichText) -> Bool {
    let isLinked = line.runs.contains { $0.attributes.link != nil }
    return wordCount(line) <= (isLinked ? 24 : 8) && !".。".contains(line.text.last ?? " ")
      && !line.startsWithLabel
      && (isLinked
        || line.startsWithCapital && !line.text.contains(where: \.isNumber)
          && !foldedWords(line.text).allSatisfy { WordLists.all.contains($0, in: .linkLabel) })
  }

  /// Takes a line that is one link of a few words: `[Code and data →](…)`.
  private mutating func takeLink(_ line: RichText) -> Bool {
    let label = line.trimmed { isSpace($0) || "[]→».".unicodeScalars.contains($0) }
    guard 1...6 ~= wordCount(label), let url = Segment(label, line: 0).link, !isAward(label.text),
      !label.holdsDate, !Self.isNames(label)
    else { return false }
    links.append(Link(label: label.text, url: url))
    return true
  }

  func publication(titled title: RichText) -> Publication {
    var result = Publication(title: title)
    let emphasis = authorScan.map { AuthorEmphasis(authors, $0) }
    result.authors = authors.map { parsed in
      var author = parsed.author
      author.isOwner = emphasis?.tellsApart(parsed.range) ?? false
      let signs = parsed.marks.filter { !isAffiliation($0) }
      author.mark = signs.isEmpty ? nil : signs
      return author
    }
    result.authorLead = authorLead
    result.venue = fields.venue ?? lead?.venue
    result.dates = ownDates ?? lead?.dates
    result.status = status ?? fields.status
    result.awards = (awards + (lead?.awards ?? []) + fields.awards).reduce(into: []) { all, award in
      // A badge and the line below it may both say `Oral`.
      if !all.contains(where: { folded($0.text) == folded(award.text) }) { all.append(award) }
    }
    (result.volume, result.number, result.pages) = (fields.volume, fields.number, fields.pages)
    result.location = fields.location
    result.links = links
    result.doi = doi
    result.description = description
    let words = notes + fields.notes
    result.note = words.joinedIfAny(separator: ", ")
    return result
  }

  /// The date of the venue; two years in it are pages where another stands behind the authors.
  private var ownDates: Dates? {
    guard let dates = fields.dates, let authorDates else { return fields.dates ?? authorDates }
    let isRange = dates.start?.month == nil && dates.end != .none
    return isRange ? authorDates : dates
  }

  /// Whether a mark is of a number behind a name: it points to an affiliation, which a reference
  /// does not say.
  private func isAffiliation(_ mark: Character) -> Bool {
    mark.isNumber || mark == "," || mark.isWhitespace
  }

  /// What of the marks behind names is left out.
  var affiliations: [String] {
    authors.map { $0.marks.filter(isAffiliation) }.filter { $0.contains(where: \.isNumber) }
  }
}

// MARK: One line

extension Reference {
  mutating func readLine(_ line: RichText) {
    let whole = TextScan(line)
    let remarks = Remarks(takeLeadingVenue(of: whole).map { TextScan($0) } ?? whole)
    take(remarks)
    let scan = remarks.scan
    if readBarred(scan) { return }
    let list = AuthorList(scan)
    let start = takeAuthorship(scan)
    if start == 0, readPlainTitle(scan, before: list) { return takeYearOfTitle() }
    if start == 0, startsWithAuthors(list, scan) {
      setAuthors(list, scan)
      let start = afterAuthors(list.end, scan)
      let range = ReferenceTitle(scan, from: start)
      setTitle(scan.slice(range.inner))
      fields = VenueFields(scan.slice(range.outer.upperBound..<scan.count))
    } else {
      let scan = takingCompanionsAtEnd(scan)
      // `(with Ada Roe) *Wet Maps*, Fen Press, 2011`
      let lead = start == 0 && scan[0] == "(" ? takeCompanions(scan, at: 0) : nil
      let range = ReferenceTitle(scan, from: lead.map { skipSigns(scan, from: $0) } ?? start)
      setTitle(scan.slice(range.inner))
      if lead == nil {
        readAfterTitle(scan, from: range.outer.upperBound)
      } else {
        fields = VenueFields(scan.slice(range.outer.upperBound..<scan.count))
      }
      if authors.isEmpty { readRunOn(scan) }
    }
    takeYearOfTitle()
  }

  /// `Wet maps (2013)`, where nothing else says when.
  private mutating func takeYearOfTitle() {
    guard ownDates == nil, lead?.dates == nil, let title, wordCount(title) > 2,
      let dated = bracketedYear(of: title)
    else { return }
    self.title = dated.name
    setYear(dated.year)
  }

  /// What stands before the year in brackets at the end of a title, and that year.
  func bracketedYear(of title: RichText) -> (name: RichText, year: Int)? {
    guard title.text.hasSuffix(")"), let open = title.text.lastIndex(of: "("),
      let year = title.text[title.text.index(after: open)...].dropLast().plainYear
    else { return nil }
    return (title[0..<title.text[..<open].utf8.count].trimmed(), year)
  }

  /// Notes the year of the work, for where its venue names none.
  mutating func setYear(_ year: Int) {
    authorDates = Dates([.init(PartialDate(year))], words: String(year))
  }

  /// Title first: authors may follow, then the venue.
  private mutating func readAfterTitle(_ scan: TextScan, from start: Int) {
    let next = namesBehindYear(scan, at: behindDash(scan, skipSigns(scan, from: start)))
    let companions = takeCompanions(scan, at: next) ?? takeCompanions(scan, behind: next)
    if let end = companions ?? takeAuthors(scan, inBracketAt: next) {
      fields = VenueFields(scan.slice(end..<scan.count))
      return
    }
    let list = AuthorList(scan, from: next)
    let isVenue =
      scan.runRanges.contains {
        $0.range.contains(next) && $0.attributes.marks.contains(.emphasis)
          && list.end <= $0.range.upperBound && list.count == 1
      } || list.count == 1 && isInCapitals(scan.scalars[list.authors[0].range])
    if !isVenue, list.count > 1 || list.count == 1 && list.hasInitials {
      setAuthors(list, scan)
      fields = VenueFields(scan.slice(afterAuthors(list.end, scan)..<scan.count))
    } else {
      fields = VenueFields(scan.slice(start..<scan.count))
    }
  }

  /// `**Title** — **A. Roe**, B. Poe`: where the words begin behind a dash between blanks.
  private func behindDash(_ scan: TextScan, _ start: Int) -> Int {
    guard start > 0, isSpace(scan.scalars[start - 1]), isDash(scan[start]),
      case let next = scan.skipSpaces(from: start + 1), next > start + 1
    else { return start }
    return next
  }

  /// Takes the year of `Title. 2018. Ada Roe, Bo Poe. Venue`, and gives where the names begin.
  private mutating func namesBehindYear(_ scan: TextScan, at start: Int) -> Int {
    guard start + 4 < scan.count, scan[start + 4] == ".",
      let year = scan.string(start..<start + 4).plainYear,
      case let names = skipSigns(scan, from: start + 4),
      case let list = AuthorList(scan, from: names), list.count > 1 || list.hasInitials
    else { return start }
    setYear(year)
    return names
  }

  /// `FOG ONE`: words in capitals without a stop, which behind a title are the venue.
  private func isInCapitals(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    name.count > 6 && name.allSatisfy { ("A"..."Z").contains($0) || $0 == " " }
  }

  mutating func setAuthors(_ list: AuthorList, _ scan: TextScan) {
    authors = list.authors
    authorScan = scan
    // `祁望和顾棠`: where no space stands, the word that joins two names makes them one word.
    for (name, next) in zip(authors, authors.dropFirst())
    where 1...3 ~= next.range.lowerBound - name.range.upperBound
      && isCJK(scan.scalars[name.range.upperBound])
    {
      explainedMarks.append(scan.string(name.range.lowerBound..<next.range.upperBound))
    }
  }

  /// Notes words that need not be said again.
  mutating func explain(_ words: String) { explainedMarks.append(words) }

  mutating func setTitle(_ text: RichText) {
    let words = withoutFrame(text.trimmedSigns(), "[【")
    title = unstyled(withoutFinalStop(withoutKind(words)))
  }

  /// `题名[J]`: the sign of GB/T 7714 for what a work is.
  private mutating func withoutKind(_ title: RichText) -> RichText {
    let scan = TextScan(title)
    guard let open = scan.scalars.lastIndex(of: "["), open > 0, scan[scan.count - 1] == "]" else {
      return title
    }
    let kind = scan.string(open + 1..<scan.count - 1)
    guard
      ["J", "C", "D", "M", "N", "P", "R", "S", "A", "Z", "J/OL", "C/OL", "EB/OL"].contains(kind)
    else { return title }
    explainedMarks.append(kind)
    return scan.slice(scan.trim(0..<open))
  }

  mutating func take(_ remarks: Remarks) {
    awards += remarks.awards
    status = status ?? remarks.status
    legend.merge(remarks.legend)
    explainedMarks += remarks.explained
    notes += remarks.notes
  }

  /// The start of the title: behind the year in brackets and the signs after the names.
  @discardableResult
  mutating func afterAuthors(_ end: Int, _ scan: TextScan) -> Int {
    var index = behindEditors(scan, skipSigns(scan, from: end))
    if let close = scan.closingBracket(of: index) {
      let inner = TextScan(scan.slice(index + 1..<close))
      if let match = DateParser(inner).matches().first, match.range.count + 2 >= inner.count {
        authorDates = match.dates
        index = skipSigns(scan, from: close + 1)
      }
    } else if let match = DateParser(scan).matches().first(where: { $0.range.lowerBound == index }),
      match.strength == .year,
      endsYear(scan, match.range)
        || !scan.scalars[match.range.upperBound...].contains(where: isWordScalar)
    {
      // `Roe, A. 2016. Title`, `Ada Roe, Bo Poe *2016*`
      authorDates = match.dates
      index = skipSigns(scan, from: match.range.upperBound)
    }
    return index
  }

  func skipSigns(_ scan: TextScan, from start: Int) -> Int {
    var index = start
    while let next = scan[index], isSpace(next) || ".,:;\\．。，、：；،".unicodeScalars.contains(next) {
      index += 1
    }
    return index
  }
}
