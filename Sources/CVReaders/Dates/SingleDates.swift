// SPDX-License-Identifier: MIT
import CVModel

/// Dates without an end.
extension DateParser {
  /// One date that was found, and the token behind it.
  struct Single {
    var date: PartialDate
    var end: Int
    var isYear: Bool { date.month == nil && date.season == nil }
  }

  /// The date that begins at a token.
  func date(at start: Int) -> Single? {
    dateOfNumbers(at: start) ?? cjkDate(at: start) ?? eraDate(at: start) ?? namedDate(at: start)
      ?? yearFirst(at: start)
      ?? seasonDate(at: start)
      ?? year(at: start).map { Single(date: PartialDate($0.value), end: $0.end) }
  }

  private func dateOfNumbers(at start: Int) -> Single? {
    numericDate(at: start) ?? stoppedDate(at: start) ?? bracketedDate(at: start)
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
      let dayFirst = 1...31 ~= first && 1...12 ~= second && (!hasMonthFirst || first > 12)
      guard dayFirst || 1...12 ~= first && 1...31 ~= second else { return nil }
      let (day, month) = dayFirst ? (first, second) : (second, first)
      return Single(date: PartialDate(third.value, month, day), end: start + 5)
    }
    if secondDigits == 4, isYear(second), 1...12 ~= first,
      sign != "-" || firstDigits == 2 && standsAlone(start, start + 3)
    {
      return Single(date: PartialDate(second, first), end: start + 3)
    }
    return nil
  }

  /// Whether a month and a year with a dash between are a field by themselves, or at one side of a
  /// dash with spaces: `[07-2018]`, `07-2018 - 12-2018`, and not `Rain 31, 07-2018`.
  private func standsAlone(_ start: Int, _ end: Int) -> Bool {
    let opens = kind(start - 1) == nil || isSign(start - 1, "([|") || kind(start - 1) == .since
    if opens, kind(end) == nil || isSign(end, ")]|:") { return true }
    let begins =
      rangeSign(at: end) == end + 1 && !touches(end - 1, end)
      && (kind(end + 1) == .present || isMonthAndYear(at: end + 1))
    return begins
      || rangeSign(at: start - 1) == start && !touches(start - 1, start)
        && isMonthAndYear(at: start - 4)
  }

  private func isMonthAndYear(at index: Int) -> Bool {
    guard case .number(1...12, digits: 2)? = kind(index), isSign(index + 1, "-"),
      case .number(_, digits: 4)? = kind(index + 2)
    else { return false }
    return touches(index, index + 2)
  }

  /// `2022年2月14日`, `2022年春`, `2022年`, `2022年度`, also with spaces between; `2022年二月`, `2022二月`.
  private func cjkDate(at start: Int) -> Single? {
    guard let year = year(at: start) else { return nil }
    if let month = cjkMonth(at: year.end), touches(start, year.end) {
      return Single(date: PartialDate(year.value, month), end: year.end + 1)
    }
    guard isSign(year.end, "年년") else { return nil }
    let end = year.end + 1
    if case .season(let season)? = kind(end) {
      return Single(date: PartialDate(year.value, season: season), end: end + 1)
    }
    if let month = cjkMonth(at: end) {
      let isPart = kind(end + 1) == .word && isPartOfMonth(tokens[end + 1].range)
      return Single(date: PartialDate(year.value, month), end: isPart ? end + 2 : end + 1)
    }
    return monthAndDay(of: year.value, at: behindFiscalSign(end))
  }

  /// The month whose name in Chinese words stands at an index: 九月.
  private func cjkMonth(at index: Int) -> Int? {
    guard case .month(let month)? = kind(index),
      isCJK(scan.scalars[tokens[index].range.lowerBound])
    else { return nil }
    // `2019年五月花奖`: the word goes on.
    let end = tokens[index].range.upperBound
    guard kind(index + 1) == .word, case let next = tokens[index + 1].range,
      next.lowerBound == end, isCJK(scan.scalars[end])
    else { return month }
    // `2019年五月雨公司`: an employer right behind it.
    let field = WordLists.all.lists(in: [scan.string(next)])
    let isOther = field.isDisjoint(with: [.organisation, .role])
    return isOther && !isPartOfMonth(next)
      && !WordLists.all.contains(scan.scalars[next], in: .dateTail) ? nil : month
  }

  /// Whether a word behind a month says that it is one, or when in it: 五月份, 十月初.
  private func isPartOfMonth(_ word: Range<Int>) -> Bool {
    ["份", "初", "中", "底", "末", "上旬", "中旬", "下旬", "中旬頃", "頃"].contains(scan.string(word))
  }

  /// The index behind the sign of a fiscal year: `2022年度`.
  private func behindFiscalSign(_ index: Int) -> Int {
    let isSign =
      tokens.indices.contains(index) && ["度", "도"].contains(scan.string(tokens[index].range))
    return isSign ? index + 1 : index
  }

  /// `令和5年4月`, `平成元年`: years counted from the beginning of a reign.
  private func eraDate(at start: Int) -> Single? {
    guard tokens.indices.contains(start + 2), tokens[start].kind == .word else { return nil }
    let low = tokens[start].range.lowerBound
    guard isCJK(scan.scalars[low]),
      let before = Self.eras[scan.string(low..<min(low + 2, scan.count))],
      tokens[start + 1].range == low + 1..<low + 2, isSign(start + 3, "年")
    else { return nil }
    if case .number(let year, digits: 1...2)? = kind(start + 2) {
      return monthAndDay(of: before + year, at: behindFiscalSign(start + 4))
    }
    guard scan.string(tokens[start + 2].range) == "元" else { return nil }
    return monthAndDay(of: before + 1, at: start + 4)
  }

  /// The year before each reign.
  private static let eras = ["令和": 2018, "平成": 1988, "昭和": 1925]

  /// `4月`, `4月1日`: the month of a year, and perhaps the day, by their signs.
  func monthAndDay(of year: Int, at index: Int) -> Single {
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

  /// `Feb 2022`, `Feb. 14, 2022`, `Feb, 14, 2022`, `14 February 2022`, `Jul'24`, `February, 2022`.
  private func namedDate(at start: Int) -> Single? {
    // `CLOUD '24 May 2024`: what follows an apostrophe is a year.
    if case .number(let day, digits: 1...2)? = kind(start), 1...31 ~= day,
      !isSign(start - 1, "'") || !touches(start - 1, start)
    {
      let next = skipOf(skipOrdinal(start + 1))
      guard let month = monthName(at: next),
        let year = year(at: skipOf(skipSigns(month.end, ",")))
      else { return nil }
      return Single(date: PartialDate(year.value, month.month, day), end: year.end)
    }
    guard let month = monthName(at: start) else { return nil }
    let behind = skipSigns(month.end, ",")
    if case .number(let day, digits: 1...2)? = kind(behind), 1...31 ~= day,
      let year = year(at: skipSigns(skipOrdinal(behind + 1), ","))
    {
      return Single(date: PartialDate(year.value, month.month, day), end: year.end)
    }
    if isSign(month.end, "'"), case .number(let short, digits: 2)? = kind(month.end + 1) {
      return Single(date: PartialDate(wholeYear(short), month.month), end: month.end + 2)
    }
    if let year = shortYear(at: month.end) {
      return Single(date: PartialDate(year, month.month), end: month.end + 1)
    }
    let next = skipOf(skipSigns(month.end, ",/-'"))
    guard let year = year(at: next) else { return nil }
    return Single(date: PartialDate(year.value, month.month), end: year.end)
  }

  /// `2016 Nov 9;`, `2016 Nov.`, `2016, November`, where a sign or nothing follows.
  private func yearFirst(at start: Int) -> Single? {
    guard let year = year(at: start), let month = monthName(at: skipSigns(year.end, ",")) else {
      return nil
    }
    var date = PartialDate(year.value, month.month)
    var end = month.end
    if case .number(let day, digits: 1...2)? = kind(end), 1...31 ~= day {
      date.day = day
      end += 1
    }
    let isClosed = end == tokens.count || isSign(end, ";,.:)-–—")
    return isClosed && touchesNoNumber(end) ? Single(date: date, end: end) : nil
  }

  /// Whether no number follows a sign without a space, as in `9.30`.
  private func touchesNoNumber(_ sign: Int) -> Bool {
    guard case .number? = kind(sign + 1), !isSign(sign, ";:") else { return true }
    return !touches(sign, sign + 1)
  }

  /// `Spring 2026`, `Spring Term 2026`, `2026 Spring`, `2026 (Spring)`.
  private func seasonDate(at start: Int) -> Single? {
    if case .season(let season)? = kind(start),
      let year = year(at: skipOf(skipSigns(skipTerm(start + 1), ",")))
    {
      return Single(date: PartialDate(year.value, season: season), end: year.end)
    }
    guard let year = year(at: start) else { return nil }
    let isBracketed = isSign(year.end, "(") && isSign(year.end + 2, ")")
    let index = isBracketed ? year.end + 1 : year.end
    guard case .season(let season)? = kind(index) else { return nil }
    return Single(
      date: PartialDate(year.value, season: season), end: isBracketed ? index + 2 : index + 1)
  }

  /// The token behind a word that only says that a season is that of a term: `Fall Semester 2023`.
  func skipTerm(_ index: Int) -> Int {
    guard case .word? = kind(index),
      WordLists.all.contains(scan.scalars[tokens[index].range], in: .term)
    else { return index }
    return index + 1
  }

  /// `9/21` as the date of a text that holds nothing else.
  var shortDates: Dates? {
    guard let month = shortMonth(at: 0), month.end == tokens.count else { return nil }
    return Dates([.init(month.date)], words: scan.slice(0..<scan.count).collapsed().text)
  }

  /// `9/21`: a month of a year with two digits.
  func shortMonth(at start: Int) -> Single? {
    guard case .number(let month, digits: 1...2)? = kind(start), 1...12 ~= month,
      isSign(start + 1, "/"), case .number(let year, digits: 2)? = kind(start + 2),
      touches(start, start + 2)
    else { return nil }
    return Single(date: PartialDate(wholeYear(year), month), end: start + 3)
  }

  func monthName(at index: Int) -> (month: Int, end: Int)? {
    guard case .month(let month)? = kind(index) else { return nil }
    let end = isSign(index + 1, ".") ? index + 2 : index + 1
    // "may" and "mar" are words, too: without a capital they need a year behind them.
    let word = scan.string(tokens[index].range)
    let isAmbiguous = ["may", "mar", "set", "out", "march", "ago", "dic", "gen", "mag"].contains(
      word)
    if isAmbiguous {
      let hasYear = year(at: skipOf(end)) != nil
      guard hasYear && (end > index + 1 || !["set", "out"].contains(word)) else { return nil }
    }
    return (month, end)
  }

  func year(at index: Int) -> (value: Int, end: Int)? {
    guard case .number(let value, digits: 4)? = kind(index), isYear(value) else { return nil }
    return (value, index + 1)
  }

  func isYear(_ value: Int) -> Bool { years ~= value }

  func isSign(_ index: Int, _ signs: String) -> Bool {
    guard case .sign(let sign)? = kind(index) else { return false }
    return signs.unicodeScalars.contains(sign)
  }

  func skipSigns(_ index: Int, _ signs: String) -> Int {
    isSign(index, signs) ? index + 1 : index
  }

  /// The `st` of `1st`, the stop of `1.`.
  func skipOrdinal(_ index: Int) -> Int {
    guard tokens.indices.contains(index) else { return index }
    if isSign(index, ".") { return index + 1 }
    let word = scan.string(tokens[index].range)
    return ["st", "nd", "rd", "th", "er", "º", "ª", "de"].contains(word) ? index + 1 : index
  }

  /// The "de" of "agosto de 2016".
  func skipOf(_ index: Int) -> Int {
    guard tokens.indices.contains(index) else { return index }
    let words = ["de", "del", "di", "of", "do"]
    return words.contains(scan.string(tokens[index].range)) ? index + 1 : index
  }

  /// Whether nothing stands between the tokens of a range.
  func touches(_ first: Int, _ last: Int) -> Bool {
    (first..<last).allSatisfy { tokens[$0].range.upperBound == tokens[$0 + 1].range.lowerBound }
  }
}

/// The years of which people write in their CVs.
private let years = 1900...2099

extension StringProtocol {
  /// The year in four digits that a text is and nothing else.
  var plainYear: Int? { utf8.count == 4 ? Int(self).flatMap { years ~= $0 ? $0 : nil } : nil }
}
