// SPDX-License-Identifier: MIT
import CVModel

/// Works set in lines of their own: title, authors and venue.
extension Reference {
  /// Lines of a card: title, authors, venue in any order; whole sentences are its description.
  mutating func readCard(_ lines: [RichText]) {
    var rest: [RichText] = []
    var venueLine: RichText?
    var isWhole = false
    let hasNames = lines.contains { line in
      let scan = TextScan(Remarks(line).rest)
      let list = AuthorList(scan)
      return list.count > 1 && isAuthorLine(list, scan)
    }
    for (number, line) in lines.enumerated() {
      let remarks = Remarks(line)
      if number > 0, isAward(line.text) {
        awards.append(line.mapAttributes { $0.marks = [] })
      } else if authors.isEmpty, takeAuthors(remarks.rest, at: number, of: lines) {
        take(remarks)
      } else if title == nil, !authors.isEmpty, let end = endOfTitle(remarks.rest) {
        take(remarks)
        setTitle(remarks.rest[0..<end])
        venueLine = remarks.rest[end..<remarks.rest.count]
      } else if venueLine == nil, isVenueLine(remarks.rest), number > 0 || lines.count > 2 {
        take(remarks)
        venueLine = remarks.rest
      } else if title == nil {
        isWhole = !hasNames && looksWhole(line)
        if isWhole {
          readLine(line)
        } else {
          take(remarks)
          setTitle(remarks.rest)
        }
      } else {
        rest.append(line)
      }
    }
    if let venueLine, !isWhole {
      let inner = venueLine.trimmed { isSpace($0) || "()".unicodeScalars.contains($0) }
      fields = VenueFields(inner.text.contains("(") ? venueLine : inner)
    }
    description += rest
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
    afterAuthors(list.end, scan)
    return true
  }

  /// Whether a line is nothing but names.
  func isAuthorLine(_ list: AuthorList, _ scan: TextScan) -> Bool {
    guard list.count > 1 || list.count == 1 && list.hasInitials else { return false }
    let rest = scan.scalars[list.end...].filter(isWordScalar).count
    return rest * 5 <= scan.count
  }

  /// Whether a line of a card names the authors; the first may also be a title.
  private func names(
    _ list: AuthorList, _ scan: TextScan, at number: Int, of lines: [RichText]
  ) -> Bool {
    if isAuthorLine(list, scan) { return number > 0 || isSurelyNames(list, scan) }
    // One name in bold letters, above the line that says where the work stands.
    return number > 0 && list.count == 1 && scan.slice(0..<scan.count).isWholly(.strong)
      && !scan.scalars[list.end...].contains(where: isWordScalar)
      && lines[(number + 1)...].first.map { isVenueLine(Remarks($0).rest) } == true
  }

  /// Two full names and "and" may also be a title; on top of a card it takes more to be names.
  private func isSurelyNames(_ list: AuthorList, _ scan: TextScan) -> Bool {
    list.hasInitials || list.count > 2 && scan.scalars.contains(",")
  }

  /// Whether a line is short and names a venue or a year.
  private func isVenueLine(_ line: RichText) -> Bool {
    let words = foldedWords(line.text)
    guard 1...22 ~= words.count else { return false }
    let list = WordLists.all
    let names = list.occurs(.publicationGenre, in: words)
    let hasYear =
      !DateParser(TextScan(line)).matches().isEmpty
      || line.text.contains("'")
        && VenueFields(line).dates != nil
    // `Revise and resubmit at the *Journal*`
    let saysHow = words.count <= 14 && list.match(words[...], in: .publicationStatus) != nil
    return saysHow || hasYear && (names || words.count <= 8) || names && words.count <= 8
      || line.isWholly(.emphasis) && hasYear
  }

  /// Whether each of several lines is a reference of its own, with authors and a year.
  static func areWhole(_ lines: [RichText]) -> Bool {
    guard lines.count > 1 else { return false }
    let blank = Reference([], hasBody: false)
    return lines.allSatisfy { line in
      blank.looksWhole(line) && !DateParser(TextScan(line)).matches().isEmpty
    }
  }

  /// Whether one line of a card is a whole reference with authors and a venue of its own.
  private func looksWhole(_ line: RichText) -> Bool {
    let scan = TextScan(line)
    let list = AuthorList(scan)
    guard startsWithAuthors(list, scan), list.count > 1 || list.hasInitials else { return false }
    return scan.string(list.end..<scan.count).split(separator: " ").count >= 4
  }
}
