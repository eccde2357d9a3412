// SPDX-License-Identifier: MIT
import CVModel

/// A date expression found in a text.
struct DateMatch {
  var dates: Dates
  /// Scalars of the text, brackets around the expression not included.
  var range: Range<Int>
  var strength: Strength

  /// How sure it is that the words are a date.
  enum Strength: Int, Comparable {
    /// A bare year: it may also be a number, or part of a name.
    case year
    /// A year with a month, a season or a day.
    case date
    /// A range, or one that is still open.
    case range

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }
}

/// Parses the date expressions of a text: all forms in which people write when something was.
struct DateParser {
  let scan: TextScan
  let tokens: [DateToken]

  /// Whether dates with two slashes have their month in front.
  let hasMonthFirst: Bool

  init(_ scan: TextScan) {
    self.scan = scan
    tokens = scan.text.text.mayHoldDate ? dateTokens(scan) : []
    hasMonthFirst = MonthFirst.isHabit || MonthFirst.isShown(by: tokens)
  }

  /// Every date expression of the text, from left to right, each as long as possible.
  func matches() -> [DateMatch] {
    var found: [DateMatch] = []
    var index = 0
    while index < tokens.count {
      if let match = expression(at: index) {
        found.append(match.match)
        index = match.end
      } else {
        index += 1
      }
    }
    return found
  }

  /// One or several spans, with "expected" before or behind them.
  private func expression(at start: Int) -> (match: DateMatch, end: Int)? {
    var index = start
    var isExpected = false
    if case .expected? = kind(index) {
      isExpected = true
      index = skipPurpose(index + 1)
    }
    let spanStart = index
    guard var item = span(at: index), isFree(spanStart, item.end) else { return nil }
    var spans = [item.span]
    var strength = item.strength
    index = item.end
    while let next = continuation(at: index, after: spans) {
      spans.append(next.span)
      strength = max(strength, next.strength)
      item = next
      index = next.end
    }
    isExpected = isExpected || item.isExpected
    if let end = expectedEnd(at: index) {
      isExpected = true
      index = end
    }
    if case .tail? = kind(index), closes(index + 1) { index += 1 }
    let range = tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
    let dates = Dates(spans, words: scan.slice(range).collapsed().text, isExpected: isExpected)
    return (DateMatch(dates: dates, range: range, strength: strength), index)
  }

  /// The sign or the words between `expected` and a date: `: 2028`, `to end in 2030`.
  func skipPurpose(_ start: Int) -> Int {
    if case .sign(":")? = kind(start) { return start + 1 }
    let words: Set<String> = [
      "to", "end", "in", "by", "finish", "graduate", "graduation", "complete", "completion",
      "for", "date",
    ]
    var index = start
    while index < start + 4, tokens.indices.contains(index),
      words.contains(scan.string(tokens[index].range).lowercased())
    {
      index += 1
    }
    return index
  }

  /// A further date of a list: `2018, 2020`, `2018/2020`, `2016-2018, 2020-Present`,
  /// `2012 – 2014 / 2017 – `.
  private func continuation(at index: Int, after spans: [Dates.Span]) -> Item? {
    var start = index
    if isSign(index, ",;&") { start += 1 }
    let isSlash = isSign(index, "/") && !touches(index - 1, index)
    if isSlash { start += 1 }
    if isAnd(start) { start += 1 }
    if let next = slashedYear(at: index, after: spans) { return next }
    guard start > index, let next = span(at: start), isFree(start, next.end),
      !opensTitle(start, next.end)
    else { return nil }
    // A list is made of like things: "Oct. 2022, 2021" is no list.
    let isRange = { (span: Dates.Span) in span.end != .none }
    let isYear = { (span: Dates.Span) in span.start?.month == nil }
    guard let last = spans.last, isYear(last) == isYear(next.span) || isRange(last),
      !isSlash || isRange(last) && isRange(next.span),
      next.strength != .date || !isYear(last)
        || last.start?.season != nil && next.span.start?.season != nil
    else { return nil }
    return next
  }

  /// The second year of `2018/2020`.
  private func slashedYear(at slash: Int, after spans: [Dates.Span]) -> Item? {
    guard spans.count == 1, let first = spans[0].start, first == PartialDate(first.year),
      spans[0].end == .none, isSign(slash, "/"), let next = span(at: slash + 1),
      let year = next.span.start, year == PartialDate(year.year), next.span.end == .none,
      year.year > first.year, areSlashedYears(slash, to: next.end)
    else { return nil }
    return next
  }

  /// Whether bold or italic words begin with a date: `2019 – 2020, **2019 Fall School**`.
  private func opensTitle(_ start: Int, _ end: Int) -> Bool {
    let dates = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
    return scan.runRanges.contains { run in
      !run.attributes.marks.isDisjoint(with: [.strong, .emphasis])
        && run.range.lowerBound == dates.lowerBound && run.range.upperBound > dates.upperBound
        && scan.scalars[dates.upperBound..<run.range.upperBound].contains(where: isWordScalar)
    }
  }

  /// The word that joins the last date of a list to the others.
  func isAnd(_ index: Int) -> Bool {
    guard case .word? = kind(index) else { return false }
    return WordLists.all.isJoint(scan.string(tokens[index].range).lowercased())
  }

  /// `expected`, `(expected)` or `(now)` behind a date.
  private func expectedEnd(at index: Int) -> Int? {
    var index = index
    let isBracketed = kind(index) == .sign("(")
    if isBracketed { index += 1 }
    switch kind(index) {
    case .expected?: break
    case .present? where isBracketed: break
    default: return nil
    }
    guard isBracketed else { return index + 1 }
    return kind(index + 1) == .sign(")") ? index + 2 : nil
  }

  /// Whether an expression may end before a token: at the end, or at a closing sign.
  private func closes(_ index: Int) -> Bool {
    switch kind(index) {
    case nil, .sign(")")?, .sign("]")?, .sign(",")?, .sign(";")?: true
    default: false
    }
  }

  /// Whether no letter or digit touches the tokens from outside: `NeurIPS2023x` holds no date.
  private func isFree(_ start: Int, _ end: Int) -> Bool {
    let low = tokens[start].range.lowerBound
    let high = tokens[end - 1].range.upperBound
    if let before = scan[low - 1], isWordScalar(before) && !isCJK(before) { return false }
    if let before = scan[low - 1], ".$#".unicodeScalars.contains(before),
      scan[low - 2].map(isWordScalar) ?? false, tokens[start].isNumber
    {
      return false
    }
    if isYearOfStandard(start) { return false }
    guard let after = scan[high] else { return true }
    return !isWordScalar(after) || isCJK(after)
  }

  /// `ISO 9001:2015`: a year glued to a colon behind a number of three digits or more.
  private func isYearOfStandard(_ index: Int) -> Bool {
    guard tokens[index].isNumber, isSign(index - 1, ":"),
      case .number(let number, _)? = kind(index - 2), !isYear(number), touches(index - 2, index)
    else { return false }
    let before = scan.scalars[..<tokens[index - 1].range.lowerBound].suffix(12)
    return before.reversed().prefix { !isSpace($0) }.count(where: isDigit) > 2
  }

  func kind(_ index: Int) -> DateToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }
}

extension DateToken {
  fileprivate var isNumber: Bool {
    if case .number = kind { return true }
    return false
  }
}
