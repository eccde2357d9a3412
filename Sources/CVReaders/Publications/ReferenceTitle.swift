// SPDX-License-Identifier: MIT
import CVModel

/// Where the title of a reference begins and ends: quotes, a link, bold words, the italic venue, a
/// stop or a plain venue behind a comma.
struct ReferenceTitle {
  /// With the signs around it.
  let outer: Range<Int>
  let inner: Range<Int>

  /// - Parameter start: Where the title begins, behind the authors.
  init(_ scan: TextScan, from start: Int) {
    if let quoted = quotedRange(TextScan(scan.slice(start..<scan.count))),
      quoted.outer.lowerBound < 4, !Self.opensLink(scan, quoted.outer, from: start)
    {
      let last = Self.secondQuotation(scan, behind: start + quoted.outer.upperBound)
      outer = start + quoted.outer.lowerBound..<(last?.outer ?? start + quoted.outer.upperBound)
      inner = start + quoted.inner.lowerBound..<(last?.inner ?? start + quoted.inner.upperBound)
    } else if let led = Self.ledTitle(scan, from: start) {
      (outer, inner) = (led, scan.trim(led))
    } else if let styled = Self.styledTitle(scan, from: start) {
      (outer, inner) = (styled, scan.trim(styled))
    } else {
      var stop = Self.sentenceEnd(scan, from: start) ?? scan.count
      stop = Self.italicVenue(scan, from: start, stop: stop) ?? stop
      stop = Self.volumeInFront(scan, start..<stop) ?? stop
      stop = Self.venueBehindComma(scan, start..<stop) ?? stop
      stop = Self.unspacedTitle(scan, start..<stop) ?? stop
      stop = Self.companions(scan, start..<stop) ?? stop
      stop = Self.venueBehindColon(scan, start..<stop) ?? Self.patent(scan, start..<stop) ?? stop
      let hasMore = scan.scalars[stop...].contains(where: isWordScalar)
      if !hasMore, let venue = Self.venueStart(scan, from: start) { stop = venue }
      stop = Self.leadToVenue(scan, start..<stop) ?? stop
      (outer, inner) = (start..<stop, scan.trim(start..<stop))
    }
  }

  /// `[“Rain”: A History](…)`: words in quotes at the start of a link that goes on behind them.
  private static func opensLink(_ scan: TextScan, _ quoted: Range<Int>, from start: Int) -> Bool {
    guard let run = scan.run(at: start + quoted.lowerBound), run.attributes.link != nil,
      run.range.contains(start + quoted.upperBound)
    else { return false }
    return scan.wordCount(in: start + quoted.upperBound..<run.range.upperBound, upTo: 2) > 1
  }

  /// Linked or bold words with which the rest begins; or words in italics, if no others are.
  private static func styledTitle(_ scan: TextScan, from start: Int) -> Range<Int>? {
    guard let (range, attributes) = scan.runRanges.first(where: { $0.range.upperBound > start })
    else { return nil }
    // One link may hold several runs: `T<sup>2</sup>M`.
    let link = scan.runRanges.drop { $0.range.lowerBound < range.lowerBound }
      .prefix { attributes.link != nil && $0.attributes.link == attributes.link }
    let end = link.last?.range.upperBound ?? range.upperBound
    let run = (range.lowerBound..<end).clamped(to: start..<scan.count)
    let isFirst = start == 0 && run.lowerBound == 0 && attributes.link != nil
    if isFirst, link.count > 1, Self.isBeforeVenue(scan, range, within: run) { return range }
    if isBook(scan, run, from: start) { return run }
    guard run.lowerBound <= start + 1,
      isFirst || scan.string(run).split(separator: " ").count >= 3
        || attributes.link != nil && scan.scalars[run].count(where: isCJK) > 7
    else { return nil }
    if attributes.link != nil || attributes.marks.contains(.strong) { return run }
    // `A. Roe, *Title*, Journal, 2020`: no other words in italics, which would be the venue.
    let isOnly = start > 0 && attributes.marks.contains(.emphasis) && isOnlyEmphasis(scan, run)
    return isOnly ? run : nil
  }

  /// `[*Rain in the Fens*, Fog Letters, 2023](…)`: whether words in italics begin a link that goes
  /// on behind them with a comma and what says when.
  private static func isBeforeVenue(_ scan: TextScan, _ title: Range<Int>, within link: Range<Int>)
    -> Bool
  {
    guard scan[title.upperBound] == ",",
      scan.run(at: 0)?.attributes.marks.contains(.emphasis) == true,
      scan.wordCount(in: title, upTo: 3) > 2
    else { return false }
    let rest = scan.slice(title.upperBound..<link.upperBound)
    return rest.holdsDate && rest.runs.allSatisfy { !$0.attributes.marks.contains(.emphasis) }
  }

  /// Where the words in italics begin that are the venue, if the title does not end before.
  private static func italicVenue(_ scan: TextScan, from start: Int, stop: Int) -> Int? {
    let venue = scan.runRanges.first { range, attributes in
      let run = range.clamped(to: start..<scan.count)
      return range.upperBound > start && run.lowerBound > start
        && attributes.marks.contains(.emphasis)
        && scan.scalars[run].contains { isWordScalar($0) && !isDigit($0) }
        && !isWithin(scan, run, from: start)
    }
    guard let begin = venue?.range.lowerBound else { return nil }
    if begin < stop, isBeforeVolume(scan, stop) { return nil }
    let gap = scan.string(min(stop, begin)..<begin)
    let isShort = gap.split(separator: " ").count <= 4
    return begin < stop || !isShort ? min(stop, begin) : nil
  }

  /// Whether other words in italics and a number follow the stop behind a title, as in
  /// `Warm rain in *Pluvia fina* drops. *Rain Review* 34`, so that those in it name no venue.
  private static func isBeforeVolume(_ scan: TextScan, _ stop: Int) -> Bool {
    let next = scan.skipSpaces(from: stop + 1)
    guard scan[stop] == ".", let run = scan.run(at: next), run.range.lowerBound >= stop,
      run.attributes.marks.contains(.emphasis), case let venue = scan.slice(run.range),
      !isStatusOfWork(venue), !isAward(venue.text),
      let digit = scan.scalars[run.range.upperBound...].first(where: {
        !isSpace($0) && !".,:".unicodeScalars.contains($0)
      }), isDigit(digit)
    else { return false }
    return scan[stop - 1].map { !isDigit($0) } == true
  }

  /// `The fall of *Pluvia fina* on fens`: words in italics between two words of the title, the
  /// first of which leads to them; a venue stands behind `in` or `at`.
  private static func isWithin(_ scan: TextScan, _ run: Range<Int>, from start: Int) -> Bool {
    let words = scan.trim(run)
    let next = scan.skipSpaces(from: words.upperBound)
    guard next > words.upperBound, let letter = scan[next], letter.properties.isAlphabetic,
      words.lowerBound > start + 1, isSpace(scan.scalars[words.lowerBound - 1])
    else { return false }
    let lead = scan.string(scan.lastWord(in: start..<words.lowerBound))
    return Phrase.isFunctionWord(lead) && !["in", "at"].contains(folded(lead))
  }

  /// `Title, 28 *Rain Review* 644`: the comma before the number that leads to a venue in italics.
  private static func volumeInFront(_ scan: TextScan, _ title: Range<Int>) -> Int? {
    let words = scan.trim(title)
    let digits = scan.scalars[words].reversed().prefix { isDigit($0) }.count
    let before = scan.trim(words.lowerBound..<max(words.lowerBound, words.upperBound - digits))
    guard 1...3 ~= digits, words.upperBound < scan.count, before.upperBound > words.lowerBound,
      scan.scalars[before.upperBound - 1] == ",",
      scan.run(at: scan.skipSpaces(from: words.upperBound))?.attributes.marks.contains(.emphasis)
        == true
    else { return nil }
    return before.upperBound - 1
  }

  /// The comma before `in Proc. of X`, `ICCV, 2021` or `ICCV'21`.
  private static func venueBehindComma(_ scan: TextScan, _ title: Range<Int>) -> Int? {
    guard scan.runRanges.allSatisfy({ !$0.attributes.marks.contains(.emphasis) }) else {
      return nil
    }
    var index = title.lowerBound
    while index < title.upperBound {
      if let close = scan.closingBracket(of: index) {
        index = close + 1
        continue
      }
      if scan.scalars[index] == ",", scan.count - index <= longestVenue,
        case let tail = scan.string(index + 1..<scan.count),
        case let name = scan.string(title.lowerBound..<index), name.contains(" "),
        beginsVenue(tail) || title.lowerBound > 0 && isVenue(tail, behind: name)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// `Title: Rain Letters, 3(2), 209–234`: the last colon behind the authors, before a name, its
  /// issue and pages, as geologists write.
  private static func venueBehindColon(_ scan: TextScan, _ title: Range<Int>) -> Int? {
    guard title.lowerBound > 0, let colon = scan.scalars[title].lastIndex(of: ":"),
      scan[colon + 1].map(isSpace) == true
    else { return nil }
    let parts = scan.string(colon + 1..<scan.count).split(separator: ",", maxSplits: 2)
      .map { String($0).trimmingSpaces() }
    // `Fens: A Study. Rain Letters, 3(2), 209–234`: a stop ends what stands behind the colon.
    guard parts.count == 3, 1...6 ~= parts[0].split(separator: " ").count,
      !parts[0].contains(". "),
      parts[0].unicodeScalars.first.map(isCapital) == true,
      Issue(parts[1]) != nil || Labelled(parts[1]) != nil
    else { return nil }
    let pages = String(parts[2].prefix { !" ().;".contains($0) })
    return PageRange(pages) != nil || !pages.isEmpty && pages.allSatisfy(\.isNumber) ? colon : nil
  }

  /// `题名，中国，发明专利，专利号: …`: the wide comma before the country and the kind of a patent.
  private static func patent(_ scan: TextScan, _ title: Range<Int>) -> Int? {
    guard let first = scan.scalars[title].firstIndex(of: "，") else { return nil }
    var comma = first
    while comma < title.upperBound {
      let end = scan.scalars[(comma + 1)...].firstIndex { "，,".unicodeScalars.contains($0) }
      let part = folded(scan.string(comma + 1..<(end ?? scan.count)))
      if WordLists.all.sectionKind(part) == .patents { return comma }
      guard let end else { return nil }
      if WordLists.all.contains(part, in: .country),
        let close = scan.scalars[(end + 1)...].firstIndex(where: {
          "，,".unicodeScalars.contains($0)
        }),
        WordLists.all.sectionKind(folded(scan.string(end + 1..<close))) == .patents
      {
        return comma
      }
      comma = end
    }
    return nil
  }

  /// `多雨地の霧, 雨学会, 2018`: the comma behind a title without spaces, before other words; and
  /// the one behind a space, before which labels stood.
  ///
  /// A wide comma ends a title where all fields behind the names stand between such.
  private static func unspacedTitle(_ scan: TextScan, _ title: Range<Int>) -> Int? {
    guard let comma = endOfUnspaced(scan, title),
      comma > title.lowerBound + (scan[comma] == "，" ? 5 : 7),
      scan[comma] == "，" || scan[comma + 1].map(isSpace) == true,
      scan.scalars[comma...].contains(where: isWordScalar)
    else { return nil }
    let words = scan.scalars[scan.trim(title.lowerBound..<comma)]
    let isUnspaced = words.contains(where: isCJK) && !words.contains(where: isSpace)
    let isBehindLabels = isSpace(scan.scalars[comma - 1]) && title.lowerBound > 0
    return isUnspaced || isBehindLabels ? comma : nil
  }

  /// The first comma of a title; a wide one where nothing but fields between such stands behind it.
  private static func endOfUnspaced(_ scan: TextScan, _ title: Range<Int>) -> Int? {
    let comma = scan.scalars[title].firstIndex { $0 == "," || $0 == "，" }
    guard let comma, scan[comma] == "，" else { return comma }
    let endsAll =
      title.lowerBound > 0 && !scan.scalars[title.upperBound...].contains(where: isWordScalar)
      && patent(scan, title) == nil
    return endsAll ? comma : scan.scalars[comma..<title.upperBound].firstIndex(of: ",")
  }

  /// The comma before the `in` that leads from a title to its venue.
  private static func leadToVenue(_ scan: TextScan, _ title: Range<Int>) -> Int? {
    let words = scan.trim(title)
    guard words.upperBound < scan.count, words.count > 4,
      folded(scan.string(words.upperBound - 3..<words.upperBound)) == "in"
    else { return nil }
    let before = scan.trim(words.lowerBound..<words.upperBound - 2)
    return scan.scalars[before.upperBound - 1] == "," ? before.upperBound - 1 : nil
  }

  /// The dash, the bracket or the comma before `with Ada Roe`, who wrote the work, too.
  private static func companions(_ scan: TextScan, _ title: Range<Int>) -> Int? {
    scan.scalars[title].indices.first { index in
      let isDashed = isDash(scan.scalars[index]) && scan[index - 1].map(isSpace) == true
      let isBracketed = scan.scalars[index] == "(" && index > title.lowerBound
      guard isDashed || isBracketed || scan.scalars[index] == ",",
        case let start = scan.skipSpaces(from: index + 1),
        let space = scan.endOfCompanion(at: start)
      else { return false }
      // `Rain (with Applications in Fog)` goes on; `Rain, with Ada R. Roe, …` names somebody.
      let close = isBracketed ? scan.closingBracket(of: index) : nil
      let end = close ?? title.upperBound
      let names = AuthorList(
        TextScan(scan.slice(0..<end)), from: min(space + 1, end),
        isGivenFirst: isDashed || isBracketed)
      return isDashed || isBracketed ? names.count > 0 : names.hasInitials
    }
  }

  private static func isOnlyEmphasis(_ scan: TextScan, _ run: Range<Int>) -> Bool {
    let isSet = { (marks: RichText.Marks) in marks.contains(.emphasis) }
    return scan.runRanges.allSatisfy { other in
      let inside =
        run.lowerBound <= other.range.lowerBound
        && other.range.upperBound <= run.upperBound
      return isSet(other.attributes.marks) == inside || other.range.upperBound <= run.lowerBound
    }
  }

  /// The stop that ends the first sentence; not one after an abbreviation or an initial.
  static func sentenceEnd(_ scan: TextScan, from start: Int) -> Int? {
    var index = start
    while index < scan.count {
      if let close = scan.closingBracket(of: index) {
        index = close + 1
        continue
      }
      if ".?!。．".unicodeScalars.contains(scan.scalars[index]),
        endsSentence(scan, index, from: start)
      {
        return ".。．".unicodeScalars.contains(scan.scalars[index]) ? index : index + 1
      }
      index += 1
    }
    return nil
  }

  private static func endsSentence(_ scan: TextScan, _ index: Int, from start: Int) -> Bool {
    guard let next = scan[index + 1] else { return true }
    let isWide = "。．".unicodeScalars.contains(scan.scalars[index])
    if isWide { return true }
    guard isSpace(next) else { return false }
    let words = scan.wordCount(in: start..<index, upTo: 4)
    // `题目[J]. 刊名`: the bracket is part of the title's last word.
    let isUnspaced = scan[index - 1].map { isCJK($0) || $0 == "]" } ?? false
    guard words > 1 || isUnspaced && words > 0 else { return endsWord(scan, index, from: start) }
    if scan.scalars[index] != "." {
      if leadsToBook(scan, index + 1) || leadsToNames(scan, index + 1) { return true }
      // A question inside a title goes on: "What do they ignore? Interviews with boards."
      let rest = scan.trim(index + 1..<scan.count, also: { $0 == "." })
      guard scan.wordCount(in: rest, upTo: 9) <= 8 else { return false }
      let saysWhen = scan.slice(rest).holdsDate
      return saysWhen
        ? !scan.string(rest).contains(". ") : !scan.string(index + 1..<scan.count).contains(".")
    }
    let last = scan.string(scan.lastWord(in: start..<index))
    // `Gauging with R. 2016.`
    if last.count == 1, words > 2, scan[index + 6] == ".",
      scan.string(index + 2..<index + 6).plainYear != nil
    {
      return true
    }
    return !isShort(last) || words > 3 && last.count > 3
  }

  /// `What do they hear? B. Poe, **Ada Roe**. *Rain Letters*`: whether several names follow, of
  /// which one has initials or stands in bold.
  private static func leadsToNames(_ scan: TextScan, _ index: Int) -> Bool {
    let list = AuthorList(scan, from: scan.skipSpaces(from: index))
    guard list.count > 1, scan[list.end].map({ ".,*".unicodeScalars.contains($0) }) ?? true else {
      return false
    }
    return list.hasInitials
      || list.authors.contains { scan.slice($0.range).isWholly(.strong) }
  }

  /// Where a venue begins that no stop sets apart: `… from Videos ICCV'2023`.
  private static func venueStart(_ scan: TextScan, from start: Int) -> Int? {
    var found: Int?
    var index = start
    while index < scan.count {
      var end = index
      while let next = scan[end], isWordScalar(next) || isDash(next) { end += 1 }
      let isName = end - index >= 3 && isCapital(scan.scalars[index])
      if isName, let sign = scan[end], asciiForm(of: sign) == "'",
        let digit = scan[end + 1], isDigit(digit)
      {
        found = index
      }
      index = max(end, index) + 1
    }
    return found
  }
}
