// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The year that two digits stand for: 1970 to 2069.
func wholeYear(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }

/// Years of two digits behind months: `Sep 08 – Aug 10`, which elsewhere are days.
///
/// The author must show that she writes years so: with numbers that are no day (`Feb 99`), or with
/// `since Jan 13`. Spans show nothing: exhibitions go on from `Nov 10` to `Feb 11`; but among
/// spans in lines of their own one to the present does.
enum ShortYears {
  /// Whether the page that is being read has such years.
  @TaskLocal static var isHabit = false

  /// Whether the dates in brackets of some blocks can only be read so, twice or more; or one span
  /// in a line of its own can, beside another such line.
  static func areShown(by blocks: [MarkupNode]) -> Bool {
    var count = 0
    var (spans, shown) = (0, 0)
    for text in blocks.lazy.flatMap(\.texts) {
      if mayShow(text.text) { count += Self.count(in: DateParser(TextScan(text))) }
      if text.text.utf8.count <= 32, text.text.mayHoldDate,
        let isShown = DateParser(TextScan(text)).isSpanOfShortYears
      {
        spans += 1
        shown += isShown ? 1 : 0
      }
      if count > 1 || spans > 1 && shown > 0 { return true }
    }
    return false
  }

  /// Whether a text holds two digits before a bracket that closes, and a space before them.
  private static func mayShow(_ text: String) -> Bool {
    var digits = 0
    var isApart = false
    for byte in text.utf8 {
      if 0x30...0x39 ~= byte {
        digits += 1
      } else {
        if byte == UInt8(ascii: ")"), digits == 2, isApart { return true }
        (digits, isApart) = (0, byte == 0x20)
      }
    }
    return false
  }

  /// How many of the dates in brackets have a number that is no day, or say since when.
  private static func count(in parser: DateParser) -> Int {
    parser.tokens.indices.count { close in
      guard parser.kind(close) == .sign(")"), let last = parser.shortMonth(endingAt: close) else {
        return false
      }
      return last.number == 0 || last.number > 31 || parser.kind(last.start - 1) == .since
    }
  }
}

extension DateParser {
  /// `Sep 08` before a token: a month, and a number of two digits.
  fileprivate func shortMonth(endingAt end: Int) -> (month: Int, number: Int, start: Int)? {
    guard case .number(let number, digits: 2)? = kind(end - 1) else { return nil }
    let start = kind(end - 2) == .sign(".") ? end - 3 : end - 2
    guard let name = monthName(at: start), name.end == end - 1 else { return nil }
    return (name.month, number, start)
  }

  /// Whether a line that is a span of months with two digits each can only have years: it ends with
  /// `present`, or holds a number that is no day; `nil` for any other line.
  fileprivate var isSpanOfShortYears: Bool? {
    guard tokens.count <= 7,
      let dash = tokens.indices.first(where: { kind($0) == .sign("-") || kind($0) == .range }),
      let first = shortMonth(endingAt: dash), first.start == 0
    else { return nil }
    if kind(dash + 1) == .present { return tokens.count == dash + 2 ? true : nil }
    guard let last = shortMonth(endingAt: tokens.count), last.start == dash + 1 else { return nil }
    return [first, last].contains { $0.number == 0 || $0.number > 31 }
  }

  /// The year of two digits at a token behind a month, on a page that has such years: where a sign
  /// or nothing follows.
  func shortYear(at index: Int) -> Int? {
    guard ShortYears.isHabit, case .number(let short, digits: 2)? = kind(index) else { return nil }
    switch kind(index + 1) {
    case nil, .sign(")"), .sign("-"), .sign(","), .range: break
    default: return nil
    }
    return wholeYear(short)
  }
}
