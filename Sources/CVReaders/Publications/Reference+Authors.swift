// SPDX-License-Identifier: MIT
import CVModel

/// Whether a reference begins with its authors.
extension Reference {
  /// Whether the names at the start are authors, and not the first words of a title.
  func startsWithAuthors(_ list: AuthorList, _ scan: TextScan) -> Bool {
    guard list.count > 0, list.end < scan.count, !beginsWithLinkedTitle(list, scan) else {
      return false
    }
    // `[A Survey of Mud](…)`: no list of authors ends in the midst of a link.
    // `[A Survey of Mud](…) Ada Roe, Bo Poe`: nor does a name begin in one and go on behind it.
    if let first = scan.runRanges.first, first.attributes.link != nil,
      let author = list.authors.first?.range, case let link = scan.trim(first.range),
      list.end < link.upperBound
        || author.upperBound > link.upperBound && wordCount(scan.slice(link)) > 2
    {
      return false
    }
    if list.count > 1 { return true }
    if isTitleAboveNames(list, scan) { return false }
    if list.hasInitials { return !goesOn(scan, behind: list.end) }
    if isOwnerAlone(list, scan) { return true }
    let isBold = scan.runRanges.first.map {
      $0.attributes.marks.contains(.strong) && $0.range.upperBound <= list.end + 1
    }
    if isBeforeQuotation(list, scan) { return true }
    if isBeforeStyledTitle(list, scan) || list.isInCapitals && scan[list.end] == "." { return true }
    // One name in letters without capitals is an author where a year or a quoted title follows.
    let isUnspaced = scan[list.end - 1].map(isCJK) ?? false
    let next = scan[scan.skipSpaces(from: list.end)]
    return isBold ?? false
      || isUnspaced && next.map { "（(「『．".unicodeScalars.contains($0) } ?? false
      // `罗伊. 沼泽地图[J]. 雨学报`
      || isUnspaced && next == "." && scan.scalars.contains("[")
        && ["[J]", "[C]", "[D]", "[M]", "[J/OL]"].contains { scan.text.text.contains($0) }
  }

  /// `Ada Roe. Words that nobody weighs`: the name of the owner before a sign.
  private func isOwnerAlone(_ list: AuthorList, _ scan: TextScan) -> Bool {
    guard !owner.isEmpty, case let next = scan.skipSpaces(from: list.end), let sign = scan[next],
      ".,:".unicodeScalars.contains(sign) || sign == "(" && scan[next + 1].map(isDigit) == true
    else { return false }
    return owner.matches(list.authors[0].author.name)
  }

  /// `Roe, Ada. “Words that nobody weighs.”`: a title in quotes behind a name and a stop; one or
  /// two words behind a family name that stands first, or with a sign inside the quotes.
  private func isBeforeQuotation(_ list: AuthorList, _ scan: TextScan) -> Bool {
    guard let sign = scan[list.end], ".,:".unicodeScalars.contains(sign),
      list.authors.last?.author.name.contains(" ") == true,
      case let rest = TextScan(scan.slice(scan.skipSpaces(from: list.end + 1)..<scan.count))
    else { return false }
    let isInverted = list.authors.last?.author.name.contains(",") == true
    return quotedRange(rest).map {
      $0.outer.lowerBound == 0
        && (isInverted || rest.wordCount(in: $0.inner, upTo: 3) > 2
          || ".,".unicodeScalars.contains(rest.scalars[$0.outer.upperBound - 2]))
    } ?? false
  }

  /// The start of the words behind `(eds.)` or `, eds.`, which say what the names before them are.
  mutating func behindEditors(_ scan: TextScan, _ start: Int) -> Int {
    guard start > 0, start < scan.count else { return start }
    let close = scan[start] == "(" ? scan.closingBracket(of: start) : nil
    let space = scan.scalars[start...].prefix(16).firstIndex(where: isSpace)
    guard let end = close ?? (scan[start - 1].map(isSpace) == true ? space : nil),
      case let inner = close == nil ? start..<end : start + 1..<end, inner.count < 24,
      close != nil || ".,:".unicodeScalars.contains(scan.scalars[end - 1]),
      case let word = scan.slice(inner).trimmedSigns(),
      isAuthorship(word.text)
    else { return start }
    notes.append(word)
    return skipSigns(scan, from: end + 1)
  }

  /// `Roe, A. 2016. Title`; `Roe, A., 2016: Title`, as meteorologists write; in `A. Roe. 2001: An
  /// Odyssey` the year is of the title.
  func endsYear(_ scan: TextScan, _ year: Range<Int>) -> Bool {
    guard let sign = scan[year.upperBound], scan[year.upperBound + 1].map(isSpace) == true else {
      return false
    }
    let before = scan.trim(0..<year.lowerBound)
    return sign == "." || sign == ":" && scan[before.upperBound - 1] == ","
  }

  /// `A Mill for Rain.`: the words go on in the same style, so that they are no name.
  private func goesOn(_ scan: TextScan, behind end: Int) -> Bool {
    let next = scan.skipSpaces(from: end)
    guard let last = scan[end - 1], let letter = scan[next], isWordScalar(last), next > end,
      letter.properties.isAlphabetic, !isCJK(letter)
    else { return false }
    return scan.runRanges.contains { $0.range.contains(end - 1) && $0.range.contains(next) }
  }

  /// `**Marsh Maps Revisited.** A. Roe, B. Poe`: the bold words stand before the names.
  private func isTitleAboveNames(_ list: AuthorList, _ scan: TextScan) -> Bool {
    guard let first = scan.runRanges.first, first.attributes.marks.contains(.strong),
      first.range.upperBound < scan.count, first.range.upperBound >= list.end,
      let last = scan[scan.trim(first.range).upperBound - 1], ".?!".unicodeScalars.contains(last)
    else { return false }
    return AuthorList(scan, from: skipSigns(scan, from: first.range.upperBound)).count > 1
  }

  /// `Ada Roe. **Words that nobody weighs.**`: a stop, and a title in bold or behind a link.
  private func isBeforeStyledTitle(_ list: AuthorList, _ scan: TextScan) -> Bool {
    let start = skipSigns(scan, from: list.end)
    guard scan.scalars[list.end..<start].contains(where: { ".:".unicodeScalars.contains($0) }),
      scan.runRanges.first?.range.upperBound ?? 0 > list.end,
      let run = scan.runRanges.first(where: { $0.range.contains(start) })
    else { return false }
    let isInverted = list.authors.last?.author.name.contains(",") == true
    let isStyled =
      run.attributes.marks.contains(.strong) || run.attributes.link != nil
      || isInverted && run.attributes.marks.contains(.emphasis)
    return isStyled && run.range.lowerBound >= list.end
      && scan.string(run.range).split(separator: " ").count >= 3
  }

  /// `[Loud Learning](…), Ada Roe, Bo Poe, ICLR 2023`: behind the names only the venue is left, so
  /// that the link is the title, though it looks like a name, or like two: `Loud Rain and Mud`.
  private func beginsWithLinkedTitle(_ list: AuthorList, _ scan: TextScan) -> Bool {
    guard let first = list.authors.first, first.author.url != nil, list.count > 1,
      let run = scan.runRanges.first, run.range.upperBound >= first.range.upperBound,
      case let behind = list.authors.dropFirst().drop(while: {
        run.range.contains($0.range.upperBound - 1)
      }),
      !behind.isEmpty, behind.allSatisfy({ $0.author.url == nil }),
      quotedRange(scan) == nil
    else { return false }
    let rest = scan.slice(list.end..<scan.count)
    return wordCount(rest) <= 6 && rest.holdsDate
  }
}

/// Whether a text says what somebody is of a work: `ed.`, `translator`.
func isAuthorship(_ text: String) -> Bool {
  let word = text.hasSuffix(".") ? String(text.dropLast()) : text
  return WordLists.all.contains(folded(word), in: .authorship)
}
