// SPDX-License-Identifier: MIT
import CVModel

/// A line with its date taken out.
struct ExtractedDates {
  /// The strongest date of the line; `nil` where there is none.
  var dates: Dates?
  /// The line without the date, without its brackets and the separators that it leaves behind.
  var rest: RichText
  /// Whether the date stands in brackets among words, and the line goes on behind them.
  private(set) var isInMidst = false

  /// - Parameter keepsUndelimitedYears: Leaves a bare year in the text where no sign sets it
  ///   apart (`NeurIPS 2024`); it is still reported where it ends the line or a part of it.
  init(_ line: RichText, keepsUndelimitedYears: Bool = false) {
    guard line.text.mayHoldDate else {
      self.init(undated: line)
      return
    }
    let scan = TextScan(line)
    let candidates = DateParser(scan).matches().filter { match in
      let isSetOff =
        match.strength == .range || isDelimited(match.range, scan)
        || isAtEdge(match.range, scan) && (match.strength > .year || keepsUndelimitedYears)
        || keepsUndelimitedYears && endsPart(match.range, scan)
      return isSetOff && !leadsOn(match.range, scan)
    }
    let quoted = candidates.count > 1 ? quotedRange(scan)?.inner : nil
    let ranked = candidates.map { match in
      let isQuoted =
        quoted?.lowerBound ?? .max < match.range.lowerBound
        && match.range.upperBound <= quoted?.upperBound ?? 0
      return (match: match, rank: isQuoted ? -1 : rank(match.range, scan))
    }
    // A date in front, with a sign behind it, counts before all others.
    let leading = ranked.first { $0.rank == 3 && isSetOff($0.match.range, scan) }
    let best = ranked.max { a, b in
      // One in the midst of a title or of a bracket counts least.
      if (a.rank < 0) != (b.rank < 0) { return a.rank < 0 }
      return (a.match.strength, a.rank) < (b.match.strength, b.rank)
    }
    self.init(leading?.match ?? best?.match, of: scan, line)
  }

  /// The date that a line begins with, however exact others in it are.
  init(leading line: RichText) {
    let scan = TextScan(line)
    let first = DateParser(scan).matches().first {
      !scan.scalars[..<$0.range.lowerBound].contains(where: isWordScalar)
        && ($0.strength > .year || isDelimited($0.range, scan))
    }
    self.init(first, of: scan, line)
  }

  private init(undated line: RichText) { rest = line }

  private init(_ best: DateMatch?, of scan: TextScan, _ line: RichText) {
    guard let best else {
      rest = line
      return
    }
    dates = best.dates
    isInMidst =
      bracketAround(best.range, scan).map { bracket in
        // `Title (since 2022, in print): words`: without the date the bracket is as whole.
        let isFirst = !scan.scalars[bracket.lowerBound..<best.range.lowerBound].contains {
          isWordScalar($0)
        }
        let isPart = nextVisible(scan, best.range.upperBound) == ","
        return !(isFirst && isPart)
          && scan.scalars[bracket.upperBound...].contains(where: isWordScalar)
      } ?? false
    if best.strength == .year, !isDelimited(best.range, scan) {
      rest = line
    } else {
      rest = removing(best.range, from: scan)
      // `Period: 2019 – 2021`
      if WordLists.all.contains(folded(rest.text), in: .columnDate) { rest = RichText() }
    }
  }
}

/// Of two dates the one at an edge counts, and more than that one that stands alone in brackets.
private func rank(_ range: Range<Int>, _ scan: TextScan) -> Int {
  if bracketAround(range, scan) != nil || isInTitle(range, scan) { return -1 }
  if !scan.scalars[..<range.lowerBound].contains(where: isWordScalar) { return 3 }
  let opens = previousVisible(scan, range.lowerBound).map { "(（".unicodeScalars.contains($0) }
  let closes = nextVisible(scan, range.upperBound).map { ")）".unicodeScalars.contains($0) }
  if opens == true, closes == true { return 2 }
  return isAtEdge(range, scan) ? 1 : 0
}

/// Whether a colon, a bar or a change of style stands behind a date at the start of a line.
private func isSetOff(_ range: Range<Int>, _ scan: TextScan) -> Bool {
  let next = nextVisible(scan, range.upperBound)
  let isOfSign = next.map { ":：|｜".unicodeScalars.contains($0) } ?? false
  return isOfSign || isPiece(range, scan)
}

/// Whether a date stands behind other words in bold or italics, as the years in a title do.
private func isInTitle(_ range: Range<Int>, _ scan: TextScan) -> Bool {
  guard let run = scan.run(at: range.lowerBound), run.range != 0..<scan.count,
    !run.attributes.marks.isDisjoint(with: [.emphasis, .strong])
  else { return false }
  let words = scan.scalars[run.range.lowerBound..<range.lowerBound].lazy.filter(isWordScalar)
  return words.dropFirst(12).first != nil
}

/// The brackets in which a date stands among other words, which say more of a part of the line.
private func bracketAround(_ range: Range<Int>, _ scan: TextScan) -> Range<Int>? {
  guard let brackets = scan.roundBrackets(around: range) else { return nil }
  let isAmongWords =
    scan.scalars[brackets.lowerBound..<range.lowerBound].contains(where: isWordScalar)
    || scan.scalars[range.upperBound..<brackets.upperBound].contains(where: isWordScalar)
  return isAmongWords ? brackets : nil
}

/// Whether a date begins a bracket whose words go on behind it: `(since May 2020 in print)`.
private func leadsOn(_ range: Range<Int>, _ scan: TextScan) -> Bool {
  bracketAround(range, scan) != nil
    && previousVisible(scan, range.lowerBound).map { "(（".unicodeScalars.contains($0) } == true
    && nextVisible(scan, range.upperBound).map(isWordScalar) == true
}

private let separators = ",;:|()[]\t\u{2028}\n·•，：；（）、【】\"~/_｜،؛".unicodeScalars

/// Whether a sign, a change of style or an end of the line stands at both sides of a range.
private func isDelimited(_ range: Range<Int>, _ scan: TextScan) -> Bool {
  if isPiece(range, scan) { return true }
  let before = previousVisible(scan, range.lowerBound)
  let after = nextVisible(scan, range.upperBound)
  let opens = before.map { separators.contains($0) || isDash($0) } ?? true
  let closes =
    after.map { separators.contains($0) || isDash($0) || ".。".unicodeScalars.contains($0) } ?? true
  // At the start of a line anything may follow: `2023 Best Paper`.
  return opens && (closes || before == nil) || after == nil && opens
}

/// Whether a stretch of a look of its own holds a date and nothing else but signs: `*2023*`,
/// `**[2025/06]**`.
private func isPiece(_ range: Range<Int>, _ scan: TextScan) -> Bool {
  guard let piece = scan.piece(around: range), piece != 0..<scan.count else { return false }
  return !scan.scalars[piece.lowerBound..<range.lowerBound].contains(where: isWordScalar)
    && !scan.scalars[range.upperBound..<piece.upperBound].contains(where: isWordScalar)
}

private func isAtEdge(_ range: Range<Int>, _ scan: TextScan) -> Bool {
  !scan.scalars[..<range.lowerBound].contains(where: isWordScalar)
    || !scan.scalars[range.upperBound...].contains(where: isWordScalar)
}

/// Whether a sign behind a date ends a part of the line: `Tern Prize 2024 – Best Demo`.
private func endsPart(_ range: Range<Int>, _ scan: TextScan) -> Bool {
  nextVisible(scan, range.upperBound).map { ",:|–—".unicodeScalars.contains($0) } ?? false
}

private func previousVisible(_ scan: TextScan, _ index: Int) -> Unicode.Scalar? {
  scan.scalars[..<index].last { $0 == "\t" || $0 == "\u{2028}" || !isSpace($0) }
}

private func nextVisible(_ scan: TextScan, _ index: Int) -> Unicode.Scalar? {
  scan.scalars[index...].first { $0 == "\t" || $0 == "\u{2028}" || !isSpace($0) }
}

/// The text without a range, its brackets and one of the separators beside it.
private func removing(_ range: Range<Int>, from scan: TextScan) -> RichText {
  var low = range.lowerBound
  var high = range.upperBound
  while let open = scan[skipBack(scan, low) - 1], "([{（【".unicodeScalars.contains(open),
    let close = scan[scan.skipSpaces(from: high)], ")]}）】".unicodeScalars.contains(close)
  {
    low = skipBack(scan, low) - 1
    high = scan.skipSpaces(from: high) + 1
  }
  if isStrayBracket(scan, high) { high += 1 }
  let isAtStart = !scan.scalars[..<low].contains(where: isWordScalar)
  let isAtEnd = !scan.scalars[high...].contains(where: isWordScalar)
  while low > 0, isSeparator(scan, low - 1) { low -= 1 }
  // `Course in 2022`: nothing follows the word any more.
  if isAtEnd, low > 3, scan.string(low - 2..<low) == "in", isSpace(scan.scalars[low - 3]),
    !scan.scalars[low..<range.lowerBound].contains(where: { !isSpace($0) })
  {
    low -= 2
    while low > 0, isSeparator(scan, low - 1) { low -= 1 }
  }
  if isAtStart || isAtEnd {
    while high < scan.count,
      isSeparator(scan, high) || isAtEnd && ".。".unicodeScalars.contains(scan.scalars[high])
    {
      high += 1
    }
    return scan.slice(0..<low) + scan.slice(high..<scan.count)
  }
  // `(MSc, 2018)`: nothing stays before the bracket that closes.
  if let next = scan[scan.skipSpaces(from: high)], ")]}）】".unicodeScalars.contains(next) {
    return scan.slice(0..<low) + scan.slice(scan.skipSpaces(from: high)..<scan.count)
  }
  return joining(low..<high, of: scan, around: range)
}

/// What stands around a stretch with a date, and one separator between.
private func joining(
  _ gap: Range<Int>, of scan: TextScan, around date: Range<Int>
) -> RichText {
  let (low, high) = (gap.lowerBound, gap.upperBound)
  let next = skipSeparators(scan, from: high)
  // `(May 2018; for beginners)`: nothing stays behind the bracket that opens.
  if scan[low - 1].map({ "([{（【".unicodeScalars.contains($0) }) == true {
    return scan.slice(0..<low) + scan.slice(next..<scan.count)
  }
  // Between two parts one separator stays: that before the date, else that behind it.
  var sign = separator(scan, low..<date.lowerBound)
  if sign == " " { sign = separator(scan, high..<next) }
  // `Prize, 2022 (twice)`: no comma stays before what stands in brackets.
  if sign == ", ", scan[next].map({ "(（".unicodeScalars.contains($0) }) == true { sign = " " }
  return scan.slice(0..<low) + RichText(sign) + scan.slice(next..<scan.count)
}

/// `Rain, November 2015)`: whether a bracket that nothing opens ends a line.
private func isStrayBracket(_ scan: TextScan, _ index: Int) -> Bool {
  scan[index] == ")" && !scan.scalars[..<index].contains("(")
    && !scan.scalars[index...].contains(where: isWordScalar)
}

/// Whether a sign parts fields; of slashes two do, or one with spaces around it.
private func isSeparator(_ scan: TextScan, _ index: Int) -> Bool {
  let scalar = scan.scalars[index]
  if scalar == "/" {
    let around = [scan[index - 1], scan[index + 1]]
    return around.contains("/") || around.allSatisfy { $0.map(isSpace) ?? true }
  }
  return isSpace(scalar) || isDash(scalar) || ",;:|·•，：；、~｜،_".unicodeScalars.contains(scalar)
}

private func separator(_ scan: TextScan, _ gap: Range<Int>) -> String {
  let place = scan.scalars[gap].firstIndex {
    !isSpace($0) && !"([{（【".unicodeScalars.contains($0)
  }
  guard let place else { return scan.scalars[gap].contains("\t") ? "\t" : " " }
  let sign = scan.scalars[place]
  // `Thèse (2012) : Pluie`
  let isApart = sign == ":" && scan[place - 1].map(isSpace) == true
  return isDash(sign) || isApart || "|/".unicodeScalars.contains(sign)
    ? " \(sign) " : "\(sign) "
}

private func skipSeparators(
  _ scan: TextScan, from start: Int
) -> Int {
  var index = start
  while index < scan.count, isSeparator(scan, index) { index += 1 }
  return index
}

private func skipBack(_ scan: TextScan, _ index: Int) -> Int {
  var index = index
  while index > 0, isSpace(scan.scalars[index - 1]) { index -= 1 }
  return index
}
