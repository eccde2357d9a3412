// SPDX-License-Identifier: MIT
import CVModel

/// Writes dates in one form through the document.
struct DateFormatting {
  let locale: Locale
  let design: Theme.DateDesign

  private static let noBreakSpace = "\u{A0}"

  /// `Oct 2010 – Dec 2014`, `2018–2020`, `since 2021`, `2018, 2020`.
  func text(_ dates: Dates) -> String {
    // `WS 2023/24`: a season over two years is said as its author says it.
    if dates.spans.contains(where: \.isTerm) {
      return dates.words.replacing(" ", with: Self.noBreakSpace)
    }
    let spans = dates.spans.map(text).filter { !$0.isEmpty }
    let joined = spans.joined(separator: ", ")
    return dates.isExpected ? filled(locale.expected, joined) : joined
  }

  /// The time from the first to the last of three or more dates: `2009–2024`.
  func wholeTime(of dates: Dates) -> String? {
    guard dates.spans.count > 2, !dates.isExpected, !dates.spans.contains(where: \.isTerm),
      let first = dates.spans.compactMap(\.start).min(), let last = dates.latest
    else { return nil }
    let isOpen = dates.spans.contains { $0.end == .present || $0.end == .since }
    return text(Dates.Span(first, isOpen ? .present : .date(last)))
  }

  private func text(_ span: Dates.Span) -> String {
    let span = withoutDays(span)
    let start = span.start.map(written)
    let since = start?.text ?? ""
    switch span.end {
    case .none: return since
    case .since: return filled(locale.since, since)
    case .present:
      let isOpenYear = design.precision == .year
      return joined(start, Written(text: locale.present, isYear: isOpenYear))
    case .date(let date):
      let end = written(date)
      return since == end.text ? since : joined(start, end)
    }
  }

  /// A stretch of time without its days, which say nothing of a post of years; those of an event
  /// of up to a month stay, as that of a single date does.
  private func withoutDays(_ span: Dates.Span) -> Dates.Span {
    guard var start = span.start else { return span }
    var end = span.end
    switch end {
    case .none: return span
    case .date(var last):
      let months = (last.year - start.year) * 12 + (last.month ?? 0) - (start.month ?? 0)
      let days = (last.day ?? 0) - (start.day ?? 0)
      guard months > 1 || months == 1 && days >= 0 else { return span }
      last.day = nil
      end = .date(last)
    case .present, .since: break
    }
    start.day = nil
    return Dates.Span(start, end)
  }

  /// A date in words.
  private struct Written {
    var text: String
    /// Whether it is a year and nothing else.
    var isYear = false
  }

  /// Years alone are joined tightly, `2018–2020`; all else with spaces around the dash.
  private func joined(_ start: Written?, _ end: Written) -> String {
    guard let start else { return end.text }
    let gap = start.isYear && end.isYear ? "" : Self.noBreakSpace
    return start.text + gap + "–" + gap + end.text
  }

  private func written(_ date: PartialDate) -> Written {
    let year = String(date.year)
    guard design.precision == .month else { return Written(text: year, isYear: true) }
    if let season = date.season, let word = locale.seasons[season] {
      return Written(text: word + Self.noBreakSpace + year)
    }
    let months = design.months == .long ? locale.longMonths : locale.months
    guard let month = date.month, months.indices.contains(month - 1) else {
      return Written(text: year, isYear: true)
    }
    let form = date.day == nil ? locale.monthYear : locale.dayMonthYear
    return Written(
      text: form.replacing("{month}", with: months[month - 1]).replacing("{year}", with: year)
        .replacing("{day}", with: date.day.map(String.init) ?? "")
        .replacing(" ", with: Self.noBreakSpace))
  }

  private func filled(_ pattern: String, _ date: String) -> String {
    pattern.replacing("{date}", with: date).replacing(" ", with: Self.noBreakSpace)
  }
}
