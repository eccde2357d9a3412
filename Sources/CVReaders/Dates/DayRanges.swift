// SPDX-License-Identifier: MIT
import CVModel

/// Days that share their month or their year, and the present alone.
extension DateParser {
  /// Days of one year: `April 23-24, 2012`, `3–5 June 2019`, `30 June – 2 July 2013`.
  func days(at start: Int) -> Item? {
    if let days = stoppedDays(at: start) { return days }
    guard let first = dayAndMonth(at: start), let sign = rangeSign(at: first.end),
      let last = dayAndMonth(at: sign), let month = first.month ?? last.month,
      // `Room 5 – 24 April 2012`: only a dash without spaces joins a number to a date.
      first.month != nil || touches(start, sign),
      let year = year(at: skipOf(skipSigns(last.end, ",")))
    else { return nil }
    let begin = PartialDate(year.value, month, first.day)
    let end = PartialDate(year.value, last.month ?? month, last.day)
    return Item(span: .init(begin, .date(end)), strength: .range, end: year.end)
  }

  /// `22.–26.01.2024`, `28.02. – 03.03.2024`.
  private func stoppedDays(at start: Int) -> Item? {
    guard case .number(let day, digits: 1...2)? = kind(start), 1...31 ~= day,
      isSign(start + 1, ".")
    else { return nil }
    var (index, month) = (start + 2, Int?.none)
    if case .number(let value, digits: 1...2)? = kind(index), 1...12 ~= value,
      isSign(index + 1, ".")
    {
      (index, month) = (index + 2, value)
    }
    guard let next = rangeSign(at: index), isSign(next + 1, "."), let last = date(at: next),
      let lastDay = last.date.day, let lastMonth = last.date.month,
      (month ?? lastMonth, day) < (lastMonth, lastDay)
    else { return nil }
    let begin = PartialDate(last.date.year, month ?? lastMonth, day)
    return Item(span: .init(begin, .date(last.date)), strength: .range, end: last.end)
  }

  /// `23`, `23rd April` or `April 23`.
  private func dayAndMonth(at start: Int) -> (day: Int, month: Int?, end: Int)? {
    if let month = monthName(at: start) {
      guard let day = day(at: month.end) else { return nil }
      return (day.value, month.month, day.end)
    }
    guard let day = day(at: start) else { return nil }
    let month = monthName(at: skipOf(day.end))
    return (day.value, month?.month, month?.end ?? day.end)
  }

  private func day(at index: Int) -> (value: Int, end: Int)? {
    guard case .number(let day, digits: 1...2)? = kind(index), 1...31 ~= day else { return nil }
    return (day, skipOrdinal(index + 1))
  }

  /// `Rain Engineer (present)`: alone in brackets at the end of a line, and no `(now)`.
  func presentAlone(at start: Int) -> Item? {
    guard case .present? = kind(start), kind(start - 1) == .sign("("),
      kind(start + 1) == .sign(")"), start + 2 == tokens.count, start > 2,
      tokens[start].range.count > 3
    else { return nil }
    return Item(span: .init(nil, .present), strength: .date, end: start + 1)
  }
}
