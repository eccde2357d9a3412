// SPDX-License-Identifier: MIT
import CVModel

/// Writes dates in one form through the document.
struct DateFormatting {
  let locale: Locale
  let design: Theme.DateDesign

  private static let noBreakSpace = "\u{A0}"

  /// `Oct 2010 – Dec 2014`, `2018–2020`, `since 2021`, `2018, 2020`.
  func text(_ dates: Dates) -> String {
    let spans = dates.spans.map(text).filter { !$0.isEmpty }
    let joined = spans.joined(separator: ", ")
    return dates.isExpected ? filled(locale.expected, joined) : joined
  }

  private func text(_ span: Dates.Span) -> String {
    let start = span.start.map(text)
    switch span.end {
    case .none: return start ?? ""
    case .since: return filled(locale.since, start ?? "")
    case .present: return joined(start, locale.present, isLong: start?.contains(Self.noBreakSpace))
    case .date(let end):
      let last = text(end)
      guard start != last else { return last }
      return joined(start, last, isLong: nil)
    }
  }

  /// Years alone are joined tightly, `2018–2020`; all else with spaces around the dash.
  private func joined(_ start: String?, _ end: String, isLong: Bool?) -> String {
    guard let start else { return end }
    let isYears =
      start.allSatisfy(\.isNumber) && (design.precision == .year || end.allSatisfy(\.isNumber))
    let gap = isYears ? "" : Self.noBreakSpace
    return start + gap + "–" + gap + end
  }

  private func text(_ date: PartialDate) -> String {
    let year = String(date.year)
    guard design.precision == .month else { return year }
    if let season = date.season, let word = locale.seasons[season] {
      return word + Self.noBreakSpace + year
    }
    let months = design.months == .long ? locale.longMonths : locale.months
    guard let month = date.month, months.indices.contains(month - 1) else { return year }
    let form = date.day == nil ? locale.monthYear : locale.dayMonthYear
    return form.replacing("{month}", with: months[month - 1]).replacing("{year}", with: year)
      .replacing("{day}", with: date.day.map(String.init) ?? "")
      .replacing(" ", with: Self.noBreakSpace)
  }

  private func filled(_ pattern: String, _ date: String) -> String {
    pattern.replacing("{date}", with: date).replacing(" ", with: Self.noBreakSpace)
  }
}
