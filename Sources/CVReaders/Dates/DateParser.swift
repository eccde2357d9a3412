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
  private let scan: TextScan
  private let tokens: [DateToken]

  init(_ scan: TextScan) {
    self.scan = scan
    tokens = dateTokens(scan)
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
      index += 1
      if case .sign(":")? = kind(index) { index += 1 }
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
    if let end = expectedEnd(at: index) {
      isExpected = true
      index = end
    }
    if case .tail? = kind(index), closes(index + 1) { index += 1 }
    let range = tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
    let dates = Dates(spans, words: scan.slice(range).collapsed().text, isExpected: isExpected)
    return (DateMatch(dates: dates, range: range, strength: strength), index)
  }

  /// A further date of a list: `2018, 2020`, `2016-2018, 2020-Present`.
  private func continuation(at index: Int, after spans: [Dates.Span]) -> Item? {
    guard case .sign(let sign)? = kind(index), ",;&".unicodeScalars.contains(sign) else {
      return nil
    }
    guard let next = span(at: index + 1), isFree(index + 1, next.end) else { return nil }
    // A list is made of like things: "Oct. 2022, 2021" is no list.
    let isRange = { (span: Dates.Span) in span.end != .none }
    let isYear = { (span: Dates.Span) in span.start?.month == nil }
    guard let last = spans.last, isYear(last) == isYear(next.span) || isRange(last),
      next.strength != .date || !isYear(last)
    else { return nil }
    return next
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

  private func kind(_ index: Int) -> DateToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }
}

// MARK: Spans

extension DateParser {
  /// A span of time that was found, and the token behind it.
  private struct Item {
    var span: Dates.Span
    var strength: DateMatch.Strength
    var end: Int
  }

  private func span(at start: Int) -> Item? {
    if case .since? = kind(start) { return since(at: start) }
    if let shared = sharedYear(at: start) { return shared }
    guard let first = date(at: start) else { return nil }
    if let academic = yearPair(at: start) { return academic }
    guard let separator = rangeSign(at: first.end) else {
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

  /// Two months of one year: `Feb to Jul 2016`, `Sept.-Oct. 2024`, `1 Sept.-Oct. 2022`.
  private func sharedYear(at start: Int) -> Item? {
    var index = start
    if case .number(1...31, digits: 1...2)? = kind(index) { index += 1 }
    guard let first = monthName(at: index), let sign = rangeSign(at: first.end),
      let second = monthName(at: sign), let year = year(at: skipOf(skipSigns(second.end, ",'")))
    else { return nil }
    let startYear = second.month < first.month ? year.value - 1 : year.value
    return Item(
      span: .init(
        PartialDate(startYear, first.month), .date(PartialDate(year.value, second.month))),
      strength: .range, end: year.end)
  }

  /// `2023/24` and `2023-24`: two years that follow each other.
  private func yearPair(at start: Int) -> Item? {
    guard let first = year(at: start), case .sign(let sign)? = kind(first.end),
      sign == "/" || sign == "-", case .number(let short, digits: 2)? = kind(first.end + 1)
    else { return nil }
    let second = first.value / 100 * 100 + short
    let isMonth = 1...12 ~= short && (sign == "/" || second <= first.value)
    guard second > first.value, second - first.value <= 8, !isMonth || second == first.value + 1,
      touches(first.end, first.end + 1)
    else { return nil }
    if isMonth && sign == "/" { return nil }
    return Item(
      span: .init(PartialDate(first.value), .date(PartialDate(second))), strength: .range,
      end: first.end + 2)
  }

  /// The token behind a sign or a word that joins two dates.
  private func rangeSign(at index: Int) -> Int? {
    switch kind(index) {
    case .sign("-")?:
      // `--` of LaTeX, `->`.
      if case .sign(let next)? = kind(index + 1), next == "-" || next == ">" { return index + 2 }
      return index + 1
    case .sign("~")?, .sign("→")?, .range?: return index + 1
    default: return nil
    }
  }

  /// Whether a dash ends the expression, so that the range is still open: `2021-`, `2009 - :`.
  private func isOpenEnd(_ separator: Int, after end: Int) -> Bool {
    guard case .sign? = kind(end) else { return false }
    switch kind(separator) {
    case nil, .sign(")")?, .sign("]")?, .sign(",")?, .sign(":")?, .sign(";")?: return true
    default: return false
    }
  }
}

// MARK: Single dates

extension DateParser {
  /// One date that was found, and the token behind it.
  private struct Single {
    var date: PartialDate
    var end: Int
    var isYear: Bool { date.month == nil && date.season == nil }
  }

  private func date(at start: Int) -> Single? {
    numericDate(at: start) ?? cjkDate(at: start) ?? eraDate(at: start) ?? namedDate(at: start)
      ?? seasonDate(at: start)
      ?? year(at: start).map { Single(date: PartialDate($0.value), end: $0.end) }
  }

  /// `2022.02`, `2025/06`, `2022-02-14`, `10/2020`, `14/02/2022`, `14.02.2022`.
  private func numericDate(at start: Int) -> Single? {
    guard case .number(let first, let firstDigits)? = kind(start),
      case .sign(let sign)? = kind(start + 1), "./-".unicodeScalars.contains(sign),
      case .number(let second, let secondDigits)? = kind(start + 2),
      secondDigits <= 2 || firstDigits <= 2,
      touches(start, start + 2)
    else { return nil }
    let third: (value: Int, digits: Int)?
    if case .sign(sign)? = kind(start + 3), case .number(let value, let digits)? = kind(start + 4),
      touches(start + 2, start + 4)
    {
      third = (value, digits)
    } else {
      third = nil
    }
    if firstDigits == 4, isYear(first), 1...12 ~= second {
      if let third, 1...31 ~= third.value, third.digits <= 2 {
        return Single(date: PartialDate(first, second, third.value), end: start + 5)
      }
      return Single(date: PartialDate(first, second), end: start + 3)
    }
    if let third, third.digits == 4, isYear(third.value) {
      let dayFirst = 1...31 ~= first && 1...12 ~= second
      guard dayFirst || 1...12 ~= first && 1...31 ~= second else { return nil }
      let (day, month) = dayFirst ? (first, second) : (second, first)
      return Single(date: PartialDate(third.value, month, day), end: start + 5)
    }
    if secondDigits == 4, isYear(second), 1...12 ~= first, sign != "-" {
      return Single(date: PartialDate(second, first), end: start + 3)
    }
    return nil
  }

  /// `2022年2月14日`, `2022年`, `2022年度`, also with spaces between.
  private func cjkDate(at start: Int) -> Single? {
    guard let year = year(at: start), isSign(year.end, "年년") else { return nil }
    var end = year.end + 1
    if tokens.indices.contains(end), ["度", "도"].contains(scan.string(tokens[end].range)) { end += 1 }
    return monthAndDay(of: year.value, at: end)
  }

  /// `令和5年4月`, `平成元年`: years counted from the beginning of a reign.
  private func eraDate(at start: Int) -> Single? {
    guard tokens.indices.contains(start + 2), tokens[start].kind == .word else { return nil }
    let low = tokens[start].range.lowerBound
    guard let before = Self.eras[scan.string(low..<min(low + 2, scan.count))],
      tokens[start + 1].range == low + 1..<low + 2, isSign(start + 3, "年")
    else { return nil }
    if case .number(let year, digits: 1...2)? = kind(start + 2) {
      return monthAndDay(of: before + year, at: start + 4)
    }
    guard scan.string(tokens[start + 2].range) == "元" else { return nil }
    return monthAndDay(of: before + 1, at: start + 4)
  }

  /// The year before each reign.
  private static let eras = ["令和": 2018, "平成": 1988, "昭和": 1925]

  private func monthAndDay(of year: Int, at index: Int) -> Single {
    var date = PartialDate(year)
    var end = index
    if case .number(let month, _)? = kind(end), 1...12 ~= month, isSign(end + 1, "月월") {
      date.month = month
      end += 2
      if case .number(let day, _)? = kind(end), 1...31 ~= day, isSign(end + 1, "日일") {
        date.day = day
        end += 2
      }
    }
    return Single(date: date, end: end)
  }

  /// `Feb 2022`, `Feb. 14, 2022`, `14 February 2022`, `Jul'24`, `February, 2022`.
  private func namedDate(at start: Int) -> Single? {
    if case .number(let day, digits: 1...2)? = kind(start), 1...31 ~= day {
      let next = skipOf(skipOrdinal(start + 1))
      guard let month = monthName(at: next),
        let year = year(at: skipOf(skipSigns(month.end, ",")))
      else { return nil }
      return Single(date: PartialDate(year.value, month.month, day), end: year.end)
    }
    guard let month = monthName(at: start) else { return nil }
    if case .number(let day, digits: 1...2)? = kind(month.end), 1...31 ~= day,
      let year = year(at: skipSigns(skipOrdinal(month.end + 1), ","))
    {
      return Single(date: PartialDate(year.value, month.month, day), end: year.end)
    }
    if isSign(month.end, "'"), case .number(let short, digits: 2)? = kind(month.end + 1) {
      let year = short < 70 ? 2000 + short : 1900 + short
      return Single(date: PartialDate(year, month.month), end: month.end + 2)
    }
    let next = skipOf(skipSigns(month.end, ",/-'"))
    guard let year = year(at: next) else { return nil }
    return Single(date: PartialDate(year.value, month.month), end: year.end)
  }

  /// `Spring 2026`, `2026 Spring`.
  private func seasonDate(at start: Int) -> Single? {
    if case .season(let season)? = kind(start),
      let year = year(at: skipOf(skipSigns(start + 1, ",")))
    {
      // A winter term has two years.
      let end = yearPair(at: year.end - 1)?.end ?? year.end
      return Single(date: PartialDate(year.value, season: season), end: end)
    }
    guard let year = year(at: start), case .season(let season)? = kind(year.end) else { return nil }
    return Single(date: PartialDate(year.value, season: season), end: year.end + 1)
  }

  private func monthName(at index: Int) -> (month: Int, end: Int)? {
    guard case .month(let month)? = kind(index) else { return nil }
    let end = isSign(index + 1, ".") ? index + 2 : index + 1
    // "may" and "mar" are words, too: without a capital they need a year behind them.
    let word = scan.string(tokens[index].range)
    let isAmbiguous = ["may", "mar", "set", "out", "march", "ago", "dic", "gen", "mag"].contains(word)
    if isAmbiguous {
      let hasYear = year(at: skipOf(end)) != nil
      guard hasYear && (end > index + 1 || !["set", "out"].contains(word)) else { return nil }
    }
    return (month, end)
  }

  private func year(at index: Int) -> (value: Int, end: Int)? {
    guard case .number(let value, digits: 4)? = kind(index), isYear(value) else { return nil }
    return (value, index + 1)
  }

  private func isYear(_ value: Int) -> Bool { 1900...2099 ~= value }

  private func isSign(_ index: Int, _ signs: String) -> Bool {
    guard case .sign(let sign)? = kind(index) else { return false }
    return signs.unicodeScalars.contains(sign)
  }

  private func skipSigns(_ index: Int, _ signs: String) -> Int {
    isSign(index, signs) ? index + 1 : index
  }

  /// The `st` of `1st`, the stop of `1.`.
  private func skipOrdinal(_ index: Int) -> Int {
    guard tokens.indices.contains(index) else { return index }
    if isSign(index, ".") { return index + 1 }
    let word = scan.string(tokens[index].range)
    return ["st", "nd", "rd", "th", "er", "º", "ª", "de"].contains(word) ? index + 1 : index
  }

  /// The "de" of "agosto de 2016".
  private func skipOf(_ index: Int) -> Int {
    guard tokens.indices.contains(index) else { return index }
    let words = ["de", "del", "di", "of", "do"]
    return words.contains(scan.string(tokens[index].range)) ? index + 1 : index
  }

  /// Whether nothing stands between the tokens of a range.
  private func touches(_ first: Int, _ last: Int) -> Bool {
    (first..<last).allSatisfy { tokens[$0].range.upperBound == tokens[$0 + 1].range.lowerBound }
  }
}

extension DateToken {
  fileprivate var isNumber: Bool {
    if case .number = kind { return true }
    return false
  }
}
