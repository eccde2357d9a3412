// SPDX-License-Identifier: MIT
import CVModel

/// Plain titles that a comma alone parts from the names behind them.
extension Reference {
  /// Reads `A map of wet rain, **Ada Roe**, Bo Poe. *Rain Letters*`: a title in no style of its
  /// own, and names, of which one stands in bold, or each has initials, where no badge stands
  /// before all.
  ///
  /// - Parameter list: What the line begins with, read as names.
  mutating func readPlainTitle(_ scan: TextScan, before list: AuthorList) -> Bool {
    guard let first = scan.runRanges.first, first.attributes == .init(),
      !beginsWithName(list, scan),
      case let end = boldName(scan)?.upperBound,
      let (comma, names) = plainTitle(in: scan, first.range, namesUpTo: end ?? 0),
      end != nil || lead?.venue != nil
        || names.haveAllInitials && !endsWithName(scan.string(0..<comma))
    else { return false }
    setTitle(scan.slice(0..<comma))
    setAuthors(names, scan)
    fields = VenueFields(scan.slice(afterAuthors(names.end, scan)..<scan.count))
    return true
  }

  /// Whether a line begins with a name of two or three words and a mark or a comma.
  private func beginsWithName(_ list: AuthorList, _ scan: TextScan) -> Bool {
    guard let first = list.authors.first else { return false }
    let sign = scan[first.range.upperBound]
    return scan.wordCount(in: first.range, upTo: 4) < 4
      && (!first.marks.isEmpty || sign.map { ",;&，、".unicodeScalars.contains($0) } == true)
  }

  /// The first words in bold behind others, where they are a name.
  private func boldName(_ scan: TextScan) -> Range<Int>? {
    let bold = scan.runRanges.first { $0.attributes.marks.contains(.strong) }
    return bold.flatMap { PersonName(scan.slice($0.range)) == nil ? nil : scan.trim($0.range) }
  }

  /// The comma behind a title of four words or more, and the names behind it.
  private func plainTitle(
    in scan: TextScan, _ run: Range<Int>, namesUpTo end: Int
  ) -> (comma: Int, names: AuthorList)? {
    let commas = run.filter { scan.scalars[$0] == "," }.prefix(6)
    if let comma = commas.first, isStopBeforeNames(scan, before: comma, namesUpTo: end) {
      return nil
    }
    for comma in commas where scan.wordCount(in: 0..<comma, upTo: 4) > 3 {
      let names = AuthorList(scan, from: scan.skipSpaces(from: comma + 1))
      guard names.count > 1, names.end >= end,
        names.authors.allSatisfy({ $0.author.isElision || $0.author.name.contains(" ") })
      else { continue }
      // `The Fen Consortium, Ada Roe, **Bo Poe**. *Wet maps*`
      let last = foldedWords(scan.string(0..<comma)).last ?? ""
      let isOfNames =
        areNames(scan.slice(scan.trim(0..<comma))) || WordLists.all.contains(last, in: .body)
      return isOfNames || !endsWithVenue(scan, behind: names) ? nil : (comma, names)
    }
    return nil
  }

  /// `A map of rain. Bo Poe, **Ada Roe**`: whether a stop ends the title before the first comma.
  private func isStopBeforeNames(_ scan: TextScan, before comma: Int, namesUpTo end: Int) -> Bool {
    guard let stop = ReferenceTitle.sentenceEnd(scan, from: 0), stop < comma else { return false }
    let names = AuthorList(scan, from: skipSigns(scan, from: stop))
    return names.count > 1 && names.end >= end
  }

  /// `The poetry of T. S. Eliot`: whether an initial stands among the last words.
  private func endsWithName(_ title: String) -> Bool {
    title.split(separator: " ").suffix(3).contains { word in
      word.count == 2 && word.hasSuffix(".") && word.first?.isUppercase == true
    }
  }

  /// Whether words are names of two or three words and nothing else.
  private func areNames(_ words: RichText) -> Bool {
    let scan = TextScan(words)
    let list = AuthorList(scan)
    return list.end == scan.count
      && list.authors.allSatisfy { 2...3 ~= scan.wordCount(in: $0.range, upTo: 4) }
  }

  /// Whether a sign and nothing but the venue follow the names, so that no title does.
  private func endsWithVenue(_ scan: TextScan, behind names: AuthorList) -> Bool {
    let start = skipSigns(scan, from: names.end)
    guard start < scan.count else { return true }
    if scan.run(at: start)?.attributes.marks.contains(.emphasis) == true { return true }
    guard start > names.end, !isSpace(scan.scalars[names.end]) else { return false }
    let rest = scan.slice(start..<scan.count)
    return leadsToVenue(scan, start)
      || ReferenceTitle.sentenceEnd(TextScan(withoutFinalStop(rest)), from: 0) == nil
        && isVenueLine(rest)
  }
}
