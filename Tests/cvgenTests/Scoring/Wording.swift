// SPDX-License-Identifier: MIT
import Foundation
import Glibc

/// A text as it counts when two are compared: without case, emphasis, quotes, kinds of dashes and
/// signs at its end.
struct Wording: Hashable {
  let text: String

  init(_ raw: String?) {
    var kept = String.UnicodeScalarView()
    for scalar in (raw ?? "").precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
    {
      switch scalar {
      case "\u{2018}"..."\u{201B}": kept.append("'")
      case "\u{201C}"..."\u{201E}", "\"", "`", "*", "_": break
      case "\u{2010}"..."\u{2015}", "\u{2212}": kept.append("-")
      case "^": kept.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .format, .otherSymbol, .modifierSymbol: break
        default: kept.append(scalar)
        }
      }
    }
    let words = String(kept).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    text = String(words.trimmedAtEnd(of: " .,;:"))
  }

  var isEmpty: Bool { text.isEmpty }

  /// Without white space and hyphens: how a phrase is found over line ends.
  var squashed: String { text.filter { !$0.isWhitespace && $0 != "-" } }

  /// How alike two texts are, from 0 to 1: by their pairs of neighbouring characters (Dice 1945),
  /// and 0.9 or more where one holds the other.
  func likeness(to other: Wording) -> Double {
    guard !isEmpty, !other.isEmpty else { return 0 }
    let lengths = [text.count, other.text.count].sorted()
    if text.holds(other.text) || other.text.holds(text) {
      return 0.9 + 0.1 * Double(lengths[0]) / Double(lengths[1])
    }
    guard lengths[0] > 1 else { return 0 }
    var pairs = Self.pairs(of: text)
    var shared = 0
    for (pair, count) in Self.pairs(of: other.text) {
      shared += min(count, pairs.removeValue(forKey: pair) ?? 0)
    }
    return 2 * Double(shared) / Double(lengths[0] + lengths[1] - 2)
  }

  /// Whether this is what was wanted and little else.
  func says(_ wanted: Wording) -> Bool {
    guard !isEmpty, !wanted.isEmpty else { return false }
    let lengths = [text.count, wanted.text.count].map(Double.init).sorted()
    return self == wanted || lengths[0] >= 0.6 * lengths[1] && likeness(to: wanted) >= 0.9
  }

  private static func pairs(of text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (first, second) in zip(text, text.dropFirst()) {
      counts[String([first, second]), default: 0] += 1
    }
    return counts
  }
}

extension String {
  /// Whether a text stands in this one, byte for byte.
  func holds(_ part: String) -> Bool { strstr(self, part) != nil }

  /// Without the signs at its end.
  func trimmedAtEnd(of signs: String) -> Substring {
    var end = self[...]
    while let last = end.last, signs.contains(last) { end.removeLast() }
    return end
  }
}
