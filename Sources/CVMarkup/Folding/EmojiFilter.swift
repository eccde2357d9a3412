// SPDX-License-Identifier: MIT
import CVModel

/// Finds emoji and pictographs, which no text face has and few CVs want.
enum EmojiFilter {
  /// The text with its emoji as a policy wants them, and what was removed.
  ///
  /// - Parameter before: The text that it follows.
  static func split(
    _ text: String, _ policy: EmojiPolicy, after before: String = ""
  ) -> (text: String, emoji: String) {
    switch policy {
    case .strip: return split(text, after: before.unicodeScalars.last)
    case .mono:
      let (kept, codes) = splitCodes(text)
      return (kept, codes)
    case .text:
      let (kept, codes) = splitCodes(text)
      return (named(kept), codes)
    }
  }

  /// The text with the name of each emoji in its place; what only joins or colours them has none.
  private static func named(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xE2 }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var isAfterEmoji = false
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if isSelector(scalar) || isAfterEmoji && scalar == "\u{200D}" { continue }
      guard isEmoji(scalar, next), let name = scalar.properties.name?.lowercased() else {
        if isAfterEmoji, scalar.properties.isAlphabetic { result.append(" ") }
        result.append(scalar)
        isAfterEmoji = false
        continue
      }
      isAfterEmoji = true
      if name.hasPrefix("emoji modifier") { continue }
      if let last = result.last, !last.properties.isWhitespace { result.append(" ") }
      result += "[\(name)]".unicodeScalars
    }
    return String(result)
  }

  /// The text without emoji, and what was removed; joiners and selectors beside an emoji go
  /// with it.
  static func split(
    _ text: String, after last: Unicode.Scalar? = nil
  ) -> (text: String, emoji: String) {
    guard text.utf8.contains(UInt8(ascii: ":")), case let (plain, codes) = splitCodes(text),
      !codes.isEmpty
    else { return splitSigns(text, after: last) }
    let (kept, emoji) = splitSigns(plain, after: last)
    return (kept, codes + emoji)
  }

  /// The text without codes such as `:rocket:`, which stand between blanks, and these.
  private static func splitCodes(_ text: String) -> (text: String, codes: String) {
    var kept: [UInt8] = []
    var codes: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if let end = codeEnd(bytes, at: index) {
        codes += bytes[index..<end]
        index = end
        while index < bytes.count, bytes[index] == 0x20, kept.last ?? 0x20 == 0x20 { index += 1 }
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return (String(decoding: kept, as: UTF8.self), String(decoding: codes, as: UTF8.self))
  }

  /// The offset behind a code that begins at a colon.
  private static func codeEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: ":"), start == 0 || bytes[start - 1] <= 0x20 else {
      return nil
    }
    var end = start + 1
    var letters = 0
    while end < bytes.count, end - start < 40, isCodeByte(bytes[end]) {
      if bytes[end] >= 0x61 { letters += 1 }
      end += 1
    }
    guard letters > 1, end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
    let isAtEnd = end + 1 == bytes.count
    return isAtEnd || bytes[end + 1] <= 0x20 || bytes[end + 1] == 0x3A ? end + 1 : nil
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || isDigit(byte) || "_+-".utf8.contains(byte)
  }

  private static func splitSigns(
    _ text: String, after last: Unicode.Scalar?
  ) -> (text: String, emoji: String) {
    guard text.unicodeScalars.contains(where: mayBeEmoji) else { return (text, "") }
    var kept = String.UnicodeScalarView()
    var emoji = String.UnicodeScalarView()
    var isAfterEmoji = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      // What joins emoji, or shows one as a sign of text.
      let belongs = isAfterEmoji && (scalar == "\u{200D}" || scalar == "\u{FE0E}")
      isAfterEmoji =
        belongs || isSelector(scalar)
        || isEmoji(scalar, next) && !isAuthorMark(scalar, after: kept.last ?? last)
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

  /// Whether a character can be part of an emoji; of letters and of common signs none is.
  private static func mayBeEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x203C
      && (scalar.properties.isEmoji || isSelector(scalar) || scalar.value >= 0x1F000)
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

  /// An envelope right behind a word marks the author to write to: `Roe✉`.
  private static func isAuthorMark(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    scalar == "\u{2709}"
      && (last.map { $0.properties.isAlphabetic || "*#†".unicodeScalars.contains($0) } ?? false)
  }

  /// The emoji variation selector and the keycap, which mean nothing by themselves.
  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || scalar == "\u{20E3}"
  }
}
