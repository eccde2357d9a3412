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

  /// Whether a date of the text can only have its month in front: `06/30/2028`.
  let hasMonthFirst: Bool

  init(_ scan: TextScan) {
    self.scan = scan
    let tokens = dateTokens(scan)
    self.tokens = tokens
    hasMonthFirst = tokens.indices.dropLast(4).contains { index in
      guard case .number(1...12, digits: 1...2) = tokens[index].kind,
        tokens[index + 1].kind == .sign("/"), tokens[index + 3].kind == .sign("/"),
        case .number(13...31, digits: 2) = tokens[index + 2].kind,
        case .number(_, digits: 4) = tokens[index + 4].kind
      else { return false }
      return true
    }
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

  /// `WS 2023/24`: a season that begins in one year and ends in the next.
  private func term(at start: Int) -> Item? {
    guard case .season(let season)? = kind(start), let first = year(at: start + 1),
      case .sign(let sign)? = kind(first.end), sign == "/" || sign == "-",
      case .number(let last, let digits)? = kind(first.end + 1), digits == 2 || digits == 4,
      last % 100 == (first.value + 1) % 100
    else { return nil }
    return Item(
      span: .init(
        PartialDate(first.value, season: season), .date(PartialDate(first.value + 1))),
      strength: .range, end: first.end + 2)
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
  private func skipPurpose(_ start: Int) -> Int {
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

  /// A further date of a list: `2018, 2020`, `2016-2018, 2020-Present`.
  private func continuation(at index: Int, after spans: [Dates.Span]) -> Item? {
    var start = index
    if case .sign(let sign)? = kind(index), ",;&".unicodeScalars.contains(sign) { start += 1 }
    if isAnd(start) { start += 1 }
    guard start > index, let next = span(at: start), isFree(start, next.end),
      !opensTitle(start, next.end)
    else { return nil }
    // A list is made of like things: "Oct. 2022, 2021" is no list.
    let isRange = { (span: Dates.Span) in span.end != .none }
    let isYear = { (span: Dates.Span) in span.start?.month == nil }
    guard let last = spans.last, isYear(last) == isYear(next.span) || isRange(last),
      next.strength != .date || !isYear(last)
        || last.start?.season != nil && next.span.start?.season != nil
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
  private func isAnd(_ index: Int) -> Bool {
    guard case .word? = kind(index) else { return false }
    let words = ["and", "und", "et", "y", "e", "en", "og", "och", "和", "及", "및"]
    return words.contains(scan.string(tokens[index].range).lowercased())
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
    guard let after = scan[high] else { return true }
    return !isWordScalar(after) || isCJK(after)
  }

  func kind(_ index: Int) -> DateToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }
}

// MARK: Spans

extension DateParser {
  /// A span of time that was found, and the token behind it.
  struct Item {
    var span: Dates.Span
    var strength: DateMatch.Strength
    var end: Int
    var isExpected = false
  }

  /// Spans that a word leads, or whose dates share a part.
  private func joinedDates(at start: Int) -> Item? {
    switch kind(start) {
    case .since?: since(at: start)
    case .between?: between(at: start)
    default: term(at: start) ?? sharedYear(at: start) ?? days(at: start) ?? shortRange(at: start)
    }
  }

  private func span(at start: Int) -> Item? {
    if let item = joinedDates(at: start) ?? presentAlone(at: start) { return item }
    guard let first = date(at: start) else { return nil }
    // `2009-10-01` is a day, and no two years.
    if first.date.day == nil, let academic = yearPair(at: start) {
      return academicSpan(academic, from: first.date)
    }
    guard let separator = rangeSign(at: first.end) ?? slash(behind: first.date, at: first.end)
    else {
      // `2020.09 至今`, `2020 bis heute`: the words themselves say "until".
      if case .present? = kind(first.end), saysUntil(first.end) {
        return Item(span: .init(first.date, .present), strength: .range, end: first.end + 1)
      }
      let strength: DateMatch.Strength = first.isYear ? .year : .date
      return Item(span: .init(first.date), strength: strength, end: first.end)
    }
    if case .present? = kind(separator) {
      return Item(span: .init(first.date, .present), strength: .range, end: separator + 1)
    }
    if let last = date(at: separator), last.date.year >= first.date.year {
      let end = Dates.End.date(last.date)
      return Item(span: .init(first.date, end), strength: .range, end: last.end)
    }
    // `2023 – (expected 2027)`
    if kind(separator) == .sign("("), kind(separator + 1) == .expected,
      let last = date(at: skipPurpose(separator + 2)), last.date.year >= first.date.year,
      kind(last.end) == .sign(")")
    {
      let end = Dates.End.date(last.date)
      return Item(
        span: .init(first.date, end), strength: .range, end: last.end + 1, isExpected: true)
    }
    if isOpenEnd(separator, after: first.end) {
      return Item(span: .init(first.date, .present), strength: .range, end: first.end + 1)
    }
    let strength: DateMatch.Strength = first.isYear ? .year : .date
    return Item(span: .init(first.date), strength: strength, end: first.end)
  }

  /// Whether the words for the present are a phrase, or of a language that joins words.
  private func saysUntil(_ index: Int) -> Bool {
    let range = tokens[index].range
    return isCJK(scan.scalars[range.lowerBound]) || scan.scalars[range].contains(where: isSpace)
  }

  /// `since 2021`, `from March 2017 to present`.
  private func since(at start: Int) -> Item? {
    guard var item = span(at: start + 1), item.span.start != nil else { return nil }
    if item.span.end == .none { item.span.end = .since }
    item.strength = .range
    return item
  }

  /// `between May 2019 and April 2020`.
  private func between(at start: Int) -> Item? {
    if let item = sharedYear(at: start + 1) { return item }
    guard let first = date(at: start + 1), isAnd(first.end), let last = date(at: first.end + 1),
      last.date.year >= first.date.year
    else { return nil }
    return Item(span: .init(first.date, .date(last.date)), strength: .range, end: last.end)
  }

  /// `9/21 - 05/22`, `1/24 - present`: months of years with two digits, and no other words.
  private func shortRange(at start: Int) -> Item? {
    guard start == 0, let first = shortMonth(at: start), let sign = rangeSign(at: first.end) else {
      return nil
    }
    if case .present? = kind(sign), sign + 1 == tokens.count {
      return Item(span: .init(first.date, .present), strength: .range, end: sign + 1)
    }
    guard let last = shortMonth(at: sign), last.end == tokens.count,
      (last.date.year, last.date.month ?? 0) > (first.date.year, first.date.month ?? 0)
    else { return nil }
    return Item(span: .init(first.date, .date(last.date)), strength: .range, end: last.end)
  }

  /// Two months of one year: `Feb to Jul 2016`, `Sept.-Oct. 2024`, `1 Sept.-Oct. 2022`.
  private func sharedYear(at start: Int) -> Item? {
    var index = start
    if case .number(1...31, digits: 1...2)? = kind(index) { index += 1 }
    guard let first = monthName(at: index),
      let sign = rangeSign(at: first.end) ?? (isAnd(first.end) ? first.end + 1 : nil),
      let second = monthName(at: sign), let year = year(at: skipOf(skipSigns(second.end, ",'")))
    else { return nil }
    let startYear = second.month < first.month ? year.value - 1 : year.value
    return Item(
      span: .init(
        PartialDate(startYear, first.month), .date(PartialDate(year.value, second.month))),
      strength: .range, end: year.end)
  }

  /// `2023/24`, `2023-24` and `2012-’24`: two years, the second of them shortened.
  private func yearPair(at start: Int) -> Item? {
    guard let first = year(at: start), case .sign(let sign)? = kind(first.end),
      sign == "/" || sign == "-"
    else { return nil }
    let isShort = isSign(first.end + 1, "'")
    let last = isShort ? first.end + 2 : first.end + 1
    guard case .number(let short, digits: 2)? = kind(last), touches(first.end, last) else {
      return nil
    }
    let century = first.value / 100 * 100
    let second = century + short + (isShort && short < first.value % 100 ? 100 : 0)
    if !isShort {
      let isMonth = 1...12 ~= short && (sign == "/" || second <= first.value)
      // `2009-19` can hold no month.
      let longest = sign == "-" && short > 12 ? 40 : 8
      guard second > first.value, second - first.value <= longest,
        !isMonth || second == first.value + 1,
        !(isMonth && sign == "/")
      else { return nil }
    }
    return Item(
      span: .init(PartialDate(first.value), .date(PartialDate(second))), strength: .range,
      end: last + 1)
  }

  /// `2016/17 – 2018/19`; before another date `2007-09` is a month.
  private func academicSpan(_ pair: Item, from first: PartialDate) -> Item {
    guard let separator = rangeSign(at: pair.end) else { return pair }
    var span = pair.span
    if let last = yearPair(at: separator) {
      span.end = last.span.end
      return Item(span: span, strength: .range, end: last.end)
    }
    guard let last = date(at: separator), last.date.year >= first.year else { return pair }
    if first.month != nil { span.start = first }
    span.end = .date(last.date)
    return Item(span: span, strength: .range, end: last.end)
  }

  /// The token behind the slash of `Mar. 2024 / Feb. 2025`.
  private func slash(behind first: PartialDate, at index: Int) -> Int? {
    guard first.month != nil, kind(index) == .sign("/"),
      date(at: index + 1)?.date.month != nil
    else { return nil }
    return index + 1
  }

  /// The token behind a sign or a word that joins two dates.
  func rangeSign(at index: Int) -> Int? {
    switch kind(index) {
    case .sign("-")?:
      // `--` of LaTeX, `---`, `->`.
      var end = index + 1
      while case .sign(let next)? = kind(end), next == "-" || next == ">", touches(end - 1, end) {
        end += 1
      }
      return end
    case .sign("~")?, .sign("→")?, .range?: return index + 1
    default: return nil
    }
  }

  /// Whether a dash ends the expression, so that the range is still open: `2021-`, `2009 - :`.
  private func isOpenEnd(_ separator: Int, after end: Int) -> Bool {
    guard case .sign? = kind(end) else { return false }
    // `2024– Board member`: the dash belongs to the year in front.
    if end == 1, separator == 2, tokens.count > 2, touches(0, 1), !touches(1, 2),
      scan.scalars[tokens[1].range.lowerBound] == "–"
    {
      return true
    }
    switch kind(separator) {
    case nil, .sign(")")?, .sign("]")?, .sign(",")?, .sign(":")?, .sign(";")?: return true
    // `2021– — Engineer`
    case .sign("-")?: return true
    default: return false
    }
  }
}

extension DateToken {
  fileprivate var isNumber: Bool {
    if case .number = kind { return true }
    return false
  }
}
