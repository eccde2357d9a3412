// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// When something was, from the keys of an entry.
struct DataDates {
  /// Where a start without an end means that something goes on.
  var isOpenEnded = true
  var start: DataNode?
  var end: DataNode?
  /// A date, or free words that say when.
  var single: DataNode?

  /// The dates; words that are none are in `rest`.
  private(set) var dates: Dates?
  private(set) var rest: [DataNode] = []

  init(start: DataNode?, end: DataNode?, single: DataNode?, isOpenEnded: Bool = true) {
    self.start = start
    self.end = end
    self.single = single
    self.isOpenEnded = isOpenEnded
    read()
  }

  private mutating func read() {
    if start == nil, end == nil {
      guard let words = single?.text else { return }
      dates = Self.parsed(words)
      if dates == nil, let single { rest = [single] }
      return
    }
    if let single { rest.append(single) }
    let first = start.flatMap { Self.parsed($0.text ?? "") }
    let last = end.flatMap { Self.parsed($0.text ?? "") }
    let isPresent = end.map { Self.isPresent($0.text ?? "") } ?? false
    let words = [start?.text, end?.text].compactMap { $0?.trimmingSpaces() }
      .joined(separator: " – ")
    if let start, first == nil { rest.append(start) }
    if let end, last == nil, !isPresent { rest.append(end) }
    guard let date = first?.start else {
      // An end alone is one date.
      dates = last
      return
    }
    let ending: Dates.End
    if let last = last?.latest, last.year < 9999, last == date {
      ending = .none
    } else if let last = last?.latest, last.year < 9999 {
      ending = .date(last)
    } else if let first, first.end != .none, end == nil {
      ending = first.end
    } else {
      ending = isPresent || end == nil && isOpenEnded ? .present : .none
    }
    dates = Dates(
      [.init(date, ending)], words: words, isExpected: last?.isExpected ?? false)
  }

  /// A text that is a date and nothing else.
  static func parsed(_ words: String) -> Dates? {
    let text = RichText(words).collapsed()
    if let date = isoDate(text.text) { return Dates([.init(date)], words: text.text) }
    let extracted = ExtractedDates(text)
    guard var dates = extracted.dates else { return nil }
    guard !extracted.rest.hasWords else { return nil }
    dates.words = text.text
    return dates
  }

  /// A month or a day, or a day with a time: in prose `2001-09` may mean nine years, in data it is
  /// September.
  private static func isoDate(_ words: String) -> PartialDate? {
    let behind = words.dropFirst(10)
    let hasTime = (behind.first == "T" || behind.first == " ") && behind.dropFirst(3).first == ":"
    let text = hasTime ? String(words.prefix(10)) : words
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count, zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }),
      text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2D })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, 1000...2999 ~= numbers[0], 1...12 ~= numbers[1] else {
      return nil
    }
    guard numbers.count == 3 else { return PartialDate(numbers[0], numbers[1]) }
    return 1...31 ~= numbers[2] ? PartialDate(numbers[0], numbers[1], numbers[2]) : nil
  }

  /// Whether words say that something goes on.
  static func isPresent(_ words: String) -> Bool {
    let tokens = dateTokens(TextScan(RichText(words)))
    return !tokens.isEmpty && tokens.allSatisfy { $0.kind == .present }
  }
}
