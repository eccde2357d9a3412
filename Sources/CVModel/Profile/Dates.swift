// SPDX-License-Identifier: MIT

/// A date of which only a part may be known.
public struct PartialDate: Hashable, Comparable, Sendable {
  public var year: Int
  /// 1 to 12.
  public var month: Int?
  /// 1 to 31; only with a month.
  public var day: Int?
  /// Only without a month.
  public var season: Season?

  public init(_ year: Int, _ month: Int? = nil, _ day: Int? = nil, season: Season? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.season = season
  }

  /// A part of the year, where a date names no month; English has two words for one of them.
  public enum Season: String, Hashable, Sendable, CaseIterable {
    case spring, summer, autumn, fall, winter
  }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601); a season counts as its year alone.
  public var iso: String {
    var text = String(year)
    while text.utf8.count < 4 { text = "0" + text }
    for part in [month, day].compactMap({ $0 }) { text += part < 10 ? "-0\(part)" : "-\(part)" }
    return text
  }

  /// Earlier first; of two that agree as far as both are known, the vaguer one first.
  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.approximateMonth, a.day ?? 0) < (b.year, b.approximateMonth, b.day ?? 0)
  }

  private var approximateMonth: Int {
    switch season {
    case .spring: 3
    case .summer: 6
    case .autumn, .fall: 9
    case .winter: 12
    case nil: month ?? 0
    }
  }
}

/// When something was: one date, a range, or several of them, with the words of the source.
public struct Dates: Hashable, Sendable {
  /// In the order of the source; never empty.
  public var spans: [Span]
  /// The words as written.
  public var words: String
  /// Not yet reached when it was written: "expected", "anticipated".
  public var isExpected: Bool

  public init(_ spans: [Span], words: String, isExpected: Bool = false) {
    self.spans = spans
    self.words = words
    self.isExpected = isExpected
  }

  /// One date or range.
  public struct Span: Hashable, Sendable {
    /// Missing only where a range names its end alone.
    public var start: PartialDate?
    public var end: End

    public init(_ start: PartialDate?, _ end: End = .none) {
      self.start = start
      self.end = end
    }

    /// Whether it is one season that ends in the year after: a winter term.
    package var isTerm: Bool {
      guard let start, start.season != nil, case .date(let last) = end else { return false }
      return last == PartialDate(start.year + 1)
    }
  }

  /// The end of a span.
  public enum End: Hashable, Sendable {
    /// A single date.
    case none
    case date(PartialDate)
    /// Still going on: "2021 – present".
    case present
    /// Still going on, written with the start only: "since 2021".
    case since
  }

  /// The first start; an earliest date where there are several spans.
  public var start: PartialDate? { spans.first?.start }

  /// The end of the last span.
  public var end: End { spans.last?.end ?? .none }

  /// The latest date that is named, by which newest-first lists are sorted.
  public var latest: PartialDate? {
    spans.map { span in
      if case .date(let end) = span.end { return end }
      return span.end == .none ? span.start : PartialDate(9999)
    }.compactMap { $0 }.max()
  }
}
