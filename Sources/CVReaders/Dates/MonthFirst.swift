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
    tokens.indices.dropLast(4).contains { index in
      guard case .number(1...12, digits: 1...2) = tokens[index].kind,
        tokens[index + 1].kind == .sign("/"), tokens[index + 3].kind == .sign("/"),
        case .number(13...31, digits: 2) = tokens[index + 2].kind,
        case .number(_, digits: 4) = tokens[index + 4].kind
      else { return false }
      return true
    }
  }

  /// Whether a date of some blocks can only have its month in front.
  static func isShown(by blocks: [MarkupNode]) -> Bool {
    blocks.lazy.flatMap(\.texts).contains { text in
      let slashes = text.text.utf8.count { $0 == UInt8(ascii: "/") }
      return slashes > 1 && isShown(by: dateTokens(TextScan(text)))
    }
  }
}
