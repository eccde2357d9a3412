// SPDX-License-Identifier: MIT
import CVModel

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

  /// The span of time that begins at a token, as long as possible.
  func span(at start: Int) -> Item? {
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
    // `2018 – …`
    if kind(separator) == .present || kind(separator) == .sign("…") {
      return Item(span: .init(first.date, .present), strength: .range, end: separator + 1)
    }
    if let last = date(at: separator), last.date.year >= first.date.year {
      let end = Dates.End.date(last.date)
      return Item(span: .init(first.date, end), strength: .range, end: last.end)
    }
    if let last = month(at: separator, after: first.date, from: start) {
      return Item(span: .init(first.date, .date(last)), strength: .range, end: separator + 1)
    }
    if let last = signedMonth(at: separator, after: first.date)
      ?? laterDay(at: separator, after: first.date, from: start)
    {
      return Item(span: .init(first.date, .date(last.date)), strength: .range, end: last.end)
    }
    if let item = endInBrackets(at: separator, after: first.date) { return item }
    if isOpenEnd(separator, after: first.end) || isOpenWave(first.end, after: first.date) {
      return Item(span: .init(first.date, .present), strength: .range, end: first.end + 1)
    }
    let strength: DateMatch.Strength = first.isYear ? .year : .date
    return Item(span: .init(first.date), strength: strength, end: first.end)
  }

  /// `2025.05 – 07`: a later month of the same year, in two digits and not part of another date.
  private func month(at index: Int, after first: PartialDate, from start: Int) -> PartialDate? {
    guard case .number? = kind(start), let before = first.month, first.day == nil,
      case .number(let month, digits: 2)? = kind(index), before < month, month <= 12,
      !isSign(index + 1, "月월")
    else { return nil }
    if case .sign(let sign)? = kind(index + 1), touches(index, index + 1),
      "./-:".unicodeScalars.contains(sign)
    {
      return nil
    }
    if case .number? = kind(index + 1) { return nil }
    return PartialDate(first.year, month)
  }

  /// `2019年4月-6月`, `2019年4月1日〜6月30日`: a later month of the same year, with its sign.
  private func signedMonth(at index: Int, after first: PartialDate) -> Single? {
    guard let before = first.month, case let last = monthAndDay(of: first.year, at: index),
      let month = last.date.month, before < month
    else { return nil }
    return last
  }

  /// `2023 – (now)`, `2023 – (expected 2027)`.
  private func endInBrackets(at open: Int, after first: PartialDate) -> Item? {
    guard kind(open) == .sign("(") else { return nil }
    if case .present? = kind(open + 1), kind(open + 2) == .sign(")") {
      return Item(span: .init(first, .present), strength: .range, end: open + 3)
    }
    guard kind(open + 1) == .expected, let last = date(at: skipPurpose(open + 2)),
      last.date.year >= first.year, kind(last.end) == .sign(")")
    else { return nil }
    return Item(
      span: .init(first, .date(last.date)), strength: .range, end: last.end + 1, isExpected: true)
  }

  /// Whether the words for the present are a phrase, or of a language that joins words.
  private func saysUntil(_ index: Int) -> Bool {
    let range = tokens[index].range
    return isCJK(scan.scalars[range.lowerBound]) || scan.scalars[range].contains(where: isSpace)
  }

  /// `since 2021`, `from March 2017 to present`.
  private func since(at start: Int) -> Item? {
    // A second such word leads nothing; so a line of them costs no depth.
    guard kind(start + 1) != .since, var item = span(at: start + 1), item.span.start != nil else {
      return nil
    }
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

  /// `WS 2023/24`, `Winter term 2023/24`: a season that begins in one year and ends in the next.
  private func term(at start: Int) -> Item? {
    guard case .season(let season)? = kind(start), let first = year(at: skipTerm(start + 1)),
      case .sign(let sign)? = kind(first.end), sign == "/" || sign == "-",
      case .number(let last, let digits)? = kind(first.end + 1), digits == 2 || digits == 4,
      last % 100 == (first.value + 1) % 100
    else { return nil }
    return Item(
      span: .init(
        PartialDate(first.value, season: season), .date(PartialDate(first.value + 1))),
      strength: .range, end: first.end + 2)
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
      // `2009-19` can hold no month; `CW-2018-33` is a number of something.
      let isNumber = isSign(start - 1, "-") && touches(start - 1, start)
      let longest = sign == "-" && short > 12 && !isNumber ? 40 : 8
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

  /// The token behind the slash of `Mar. 2024 / Feb. 2025`, `2021/2022` and `2021/now`, and of
  /// `2017/2020:` before all else; elsewhere two years are a list.
  private func slash(behind first: PartialDate, at index: Int) -> Int? {
    guard kind(index) == .sign("/") else { return nil }
    if case .present? = kind(index + 1), index == 1 || isPart(index - 1, to: index + 2) {
      return index + 1
    }
    guard let last = date(at: index + 1) else { return nil }
    if first.month != nil { return last.date.month == nil ? nil : index + 1 }
    let isNext = last.date == PartialDate(first.year + 1)
    let isLabel = kind(last.end) == .sign(":") && last.date.month == nil
    return index == 1 && (isNext || isLabel && last.date.year > first.year)
      || isNext && isPart(index - 1, to: last.end) ? index + 1 : nil
  }

  /// Whether `2021/2022` is a part of a line by itself: between commas or brackets, behind a dash,
  /// or at the end.
  private func isPart(_ start: Int, to end: Int) -> Bool {
    guard touches(start, start + 1), touches(start + 1, end - 1) else { return false }
    let isDash = isSign(start - 1, "-") && !touches(start - 1, start)
    return (isDash || isSign(start - 1, ",;()."))
      && (kind(end) == nil || isSign(end, ",;()."))
  }

  /// Whether `2018/2020` are two years, in a line of their own or as the last date in one.
  func areSlashedYears(_ slash: Int, to end: Int) -> Bool {
    kind(slash) == .sign("/") && touches(slash - 1, slash) && touches(slash, slash + 1)
      && (slash == 1 && kind(end) == nil
        || isPart(slash - 1, to: end) && !isSign(slash - 2, ".(")
          && tokens.dropFirst(end).indices.allSatisfy { year(at: $0) == nil })
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
    case .sign("~")?, .sign("→")?, .sign(">")?, .range?: return index + 1
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
