// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The order of `06/05/2028`: the day stands in front, unless the author shows that she writes the
/// month there.
///
/// One date that can only be read so (`06/30/2028`) tells of all dates of its page.
enum MonthFirst {
  /// Whether the page that is being read has the month in front.
  @TaskLocal static var isHabit = false

  /// Whether a date can only have its month in front.
  static func isShown(by tokens: [DateToken]) -> Bool {
    isShown(by: tokens, first: 1...12, second: 13...31)
  }

  /// Whether a date of some blocks can only have its month in front, and none its day.
  static func isShown(by blocks: [MarkupNode]) -> Bool {
    var isShown = false
    for text in blocks.lazy.flatMap(\.texts) {
      guard text.text.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1 else { continue }
      let tokens = dateTokens(TextScan(text))
      if Self.isShown(by: tokens, first: 13...31, second: 1...12) { return false }
      isShown = isShown || Self.isShown(by: tokens)
    }
    return isShown
  }

  /// Whether tokens hold two numbers of these ranges and a year, with slashes between.
  private static func isShown(
    by tokens: [DateToken], first: ClosedRange<Int>, second: ClosedRange<Int>
  ) -> Bool {
    tokens.indices.dropLast(4).contains { index in
      guard case .number(let one, digits: 1...2) = tokens[index].kind, first ~= one,
        tokens[index + 1].kind == .sign("/"), tokens[index + 3].kind == .sign("/"),
        case .number(let two, digits: 1...2) = tokens[index + 2].kind, second ~= two,
        case .number(_, digits: 4) = tokens[index + 4].kind
      else { return false }
      return true
    }
  }
}
