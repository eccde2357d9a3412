// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The year that two digits stand for: 1970 to 2069.
func wholeYear(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }

/// Years of two digits behind months: `Sep 08 – Aug 10`, which elsewhere are days.
///
/// The author must show that she writes years so: with numbers that are no day (`Feb 99`), or with
/// `since Jan 13`. Spans show nothing: exhibitions go on from `Nov 10` to `Feb 11`.
enum ShortYears {
  /// Whether the page that is being read has such years.
  @TaskLocal static var isHabit = false

  /// Whether the dates in brackets of some blocks can only be read so, twice or more.
  static func areShown(by blocks: [MarkupNode]) -> Bool {
    var count = 0
    for text in blocks.lazy.flatMap(\.texts) where mayShow(text.text) {
      count += Self.count(in: DateParser(TextScan(text)))
      if count > 1 { return true }
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
