// SPDX-License-Identifier: MIT
import CVModel

extension LayoutText {
  /// The text with levels that are drawn in signs, as `★★★☆☆`, told in digits: `3/5`.
  ///
  /// Who listens to a CV hears nothing of stars, and few faces have the empty ones.
  func tellingRatings() -> LayoutText {
    guard runs.contains(where: { $0.text.unicodeScalars.contains(where: isRatingSign) }) else {
      return self
    }
    var text = self
    for index in runs.indices where !runs[index].marks.contains(.code) {
      let words = runs[index].text.split(separator: " ", omittingEmptySubsequences: false)
      text.runs[index].text = words.map { rating($0) ?? String($0) }.joined(separator: " ")
    }
    return text
  }
}

/// The signs that are counted, and those for what lacks to the whole, of one shape each.
private let ratingSigns: [(full: [Unicode.Scalar], empty: [Unicode.Scalar])] = [
  (["★", "⭐", "⭑"], ["☆", "⭒"]), (["●", "⬤", "⚫"], ["○", "◯", "⚪"]),
  (["■", "⬛", "◼"], ["□", "⬜", "◻"]), (["◆", "⬥"], ["◇", "⬦"]), (["▰"], ["▱"]), (["▮"], ["▯"]),
]

private func isRatingSign(_ scalar: Unicode.Scalar) -> Bool {
  ratingSigns.contains { $0.full.contains(scalar) || $0.empty.contains(scalar) }
}

/// `4/5` for a word of three to ten signs of one shape, the full ones first.
private func rating(_ word: Substring) -> String? {
  let signs = word.unicodeScalars.filter { $0.value != 0xFE0E && $0.value != 0xFE0F }
  guard 3...10 ~= signs.count,
    let shape = ratingSigns.first(where: { shape in
      signs.allSatisfy { shape.full.contains($0) || shape.empty.contains($0) }
    })
  else { return nil }
  let full = signs.prefix { shape.full.contains($0) }.count
  guard signs.dropFirst(full).allSatisfy(shape.empty.contains) else { return nil }
  return "\(full)/\(signs.count)"
}
