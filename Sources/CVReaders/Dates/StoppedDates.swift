// SPDX-License-Identifier: MIT
import CVModel

/// Dates of numbers with stops and spaces between, as in Korea, and days of a year named before.
extension DateParser {
  /// `2023. 04. 24.`; without a day only beside a sign of a range: `2019. 03 ~ 2021. 02`.
  func stoppedDate(at start: Int) -> Single? {
    guard let year = year(at: start), let month = stoppedNumber(behind: year.end),
      1...12 ~= month.value
    else { return nil }
    if let day = stoppedNumber(behind: month.end), 1...31 ~= day.value {
      let date = PartialDate(year.value, month.value, day.value)
      return Single(date: date, end: behindStop(day.end))
    }
    let end = behindStop(month.end)
    guard rangeSign(at: end) != nil || rangeSign(at: start - 1) == start else { return nil }
    return Single(date: PartialDate(year.value, month.value), end: end)
  }

  /// `(23. 05. 14)`: with a year in two digits, in brackets, and spaces between that show it; in
  /// other languages than Korean `(14. 05. 23)` has its day in front.
  func bracketedDate(at start: Int) -> Single? {
    guard kind(start - 1) == .sign("("), case .number(let year, digits: 2)? = kind(start),
      year > 31 || scan.scalars.contains(where: isHangul),
      let month = stoppedNumber(behind: start + 1), 1...12 ~= month.value,
      let day = stoppedNumber(behind: month.end), 1...31 ~= day.value,
      case let end = behindStop(day.end), kind(end) == .sign(")")
    else { return nil }
    return Single(date: PartialDate(wholeYear(year), month.value, day.value), end: end)
  }

  /// `2023. 04. 24 ~ 09. 27`: a later day of the same year, which stands in front; `10.30` without
  /// a space may be a time of the day.
  func laterDay(at index: Int, after first: PartialDate, from start: Int) -> Single? {
    guard let month = first.month, let day = first.day, year(at: start) != nil,
      let last = dayOfYear(at: index), isSign(index + 1, "/") || !touches(index + 1, index + 2),
      (month, day) < (last.month, last.day)
    else { return nil }
    return Single(date: PartialDate(first.year, last.month, last.day), end: last.end)
  }

  /// `09. 27`, `09/27`: a month and a day in two digits each, and no part of another number.
  func dayOfYear(at index: Int) -> (month: Int, day: Int, end: Int)? {
    guard case .number(let month, digits: 2)? = kind(index), 1...12 ~= month,
      isSign(index + 1, "./"), touches(index, index + 1),
      case .number(let day, digits: 2)? = kind(index + 2), 1...31 ~= day
    else { return nil }
    let end = index + 3
    guard isSign(end, "./-%"), touches(end - 1, end) else { return (month, day, end) }
    if case .number? = kind(end + 1), touches(end, end + 1) { return nil }
    return isSign(end, "%") ? nil : (month, day, behindStop(end))
  }

  /// The number of one or two digits behind a stop and a space.
  private func stoppedNumber(behind index: Int) -> (value: Int, end: Int)? {
    guard isSign(index, "."), touches(index - 1, index),
      case .number(let value, digits: 1...2)? = kind(index + 1), !touches(index, index + 1)
    else { return nil }
    return (value, index + 2)
  }

  /// The token behind a stop right behind a number.
  private func behindStop(_ index: Int) -> Int {
    isSign(index, ".") && touches(index - 1, index) ? index + 1 : index
  }

  /// `2023. 04. 24 ~ Wet maps`, `2020年4月〜雨の会社`: whether a wave behind a date says that what
  /// follows goes on.
  func isOpenWave(_ sign: Int, after first: PartialDate) -> Bool {
    guard kind(sign) == .sign("~"), tokens.indices.contains(sign + 1),
      case .word? = kind(sign + 1)
    else { return false }
    return first.day != nil || isCJK(scan.scalars[tokens[sign + 1].range.lowerBound])
  }
}

extension RichText {
  /// A line below the title `2023` that begins with a month and a day, with the year before them:
  /// `2023. 04. 24 ~ 09. 27 Wet maps`, `2023/04/24: Wet maps`.
  ///
  /// The month stands in front if there is a space between, if one of the numbers behind the months
  /// is none of a month, or if the page has it so; else nothing says that `05.04` is no 5 April.
  func dated(in year: String) -> RichText? {
    let parser = DateParser(TextScan(self))
    guard let first = parser.dayOfYear(at: 0) else { return nil }
    let last = parser.rangeSign(at: first.end).flatMap { parser.dayOfYear(at: $0) }
    let isSpaced = !parser.touches(1, 2)
    // `10/20 points` are no day.
    let isSetOff = last != nil || !parser.isSign(1, "/") || parser.kind(first.end) == .sign(":")
    let isMonthFirst = isSetOff && [first.day, last?.day ?? 0].contains { $0 > 12 }
    guard isSpaced || isMonthFirst || parser.hasMonthFirst,
      case .sign(let sign)? = parser.kind(1)
    else { return nil }
    return RichText(year + String(sign) + (isSpaced ? " " : "")) + trimmed()
  }
}
