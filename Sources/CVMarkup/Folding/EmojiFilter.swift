// SPDX-License-Identifier: MIT

/// Removes emoji and pictographs, which no text face has and no CV wants.
enum EmojiFilter {
  /// The text without emoji, and what was removed; joiners and selectors beside an emoji go
  /// with it.
  static func split(_ text: String) -> (text: String, emoji: String) {
    guard text.utf8.contains(where: { $0 >= 0xE2 }) else { return (text, "") }
    var kept = String.UnicodeScalarView()
    var emoji = String.UnicodeScalarView()
    var isAfterEmoji = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let belongs = isAfterEmoji && scalar == "\u{200D}"
      isAfterEmoji = belongs || isSelector(scalar) || isEmoji(scalar, next)
      if isAfterEmoji {
        emoji.append(scalar)
      } else {
        closeGap(before: scalar, in: &kept, isGap: !emoji.isEmpty)
        kept.append(scalar)
      }
    }
    return emoji.isEmpty ? (text, "") : (String(kept), String(emoji))
  }

  /// Takes away the blank before an emoji where a blank or punctuation follows it.
  private static func closeGap(
    before next: Unicode.Scalar, in kept: inout String.UnicodeScalarView, isGap: Bool
  ) {
    guard isGap, kept.last == " ", " ,.;:!?)".unicodeScalars.contains(next) else { return }
    kept.removeLast()
  }

  /// A character shown as an emoji: by default, by a variation selector, or as a pictograph.
  private static func isEmoji(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0..<0x203C: return false
    case 0x1F000...0x1FAFF, 0xE0020...0xE007F: return true
    default: break
    }
    let properties = scalar.properties
    if properties.isEmojiPresentation { return true }
    if next == "\u{FE0F}", properties.isEmoji { return true }
    return 0x2600...0x27BF ~= scalar.value && properties.isEmoji && scalar != "\u{2714}"
  }

  /// The emoji variation selector and the keycap, which mean nothing by themselves.
  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || scalar == "\u{20E3}"
  }
}
