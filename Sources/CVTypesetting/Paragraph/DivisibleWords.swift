// SPDX-License-Identifier: MIT
import CVLayout

extension InlineText {
  /// The words that may be divided where a theme divides words: lower-case words of running text.
  ///
  /// Names are never divided, and as nobody can tell all of them, no word with a capital is; nor
  /// are words with digits or signs in them, addresses and code.
  var divisibleWords: [Range<Int>] {
    let bytes = Array(styled.text.utf8)
    var words: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
      if end - start >= Self.shortestWord {
        words += divisibleParts(bytes[start..<end]).filter(isRunningText)
      }
      start = end + 1
    }
    return words
  }

  /// In letters: shorter words are not worth a hyphen.
  private static let shortestWord = 6

  /// The words between the signs of what stands between two spaces; most often one or none.
  private func divisibleParts(_ token: ArraySlice<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start: Int?
    var letters = 0
    var offset = token.startIndex
    for scalar in String(decoding: token, as: UTF8.self).unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if Self.isLowerCase(scalar) {
        start = start ?? offset
        letters += 1
      } else if Self.partingSigns.contains(scalar) {
        if let first = start, letters >= Self.shortestWord { parts.append(first..<offset) }
        (start, letters) = (nil, 0)
      } else {
        return []
      }
      offset = next
    }
    if let first = start, letters >= Self.shortestWord { parts.append(first..<offset) }
    return Self.isAddress(token) ? [] : parts
  }

  private static func isLowerCase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? "a"..."z" ~= scalar : scalar.properties.isLowercase
  }

  /// What may stand around a word; anything else makes it a name, a number or code.
  private static let partingSigns: Set<Unicode.Scalar> = Set(
    ".,;:!?…()[]“”‘’„‚«»‹›\"'\u{A0}\u{202F}".unicodeScalars)

  /// `example.org`: a stop with a letter on both sides.
  private static func isAddress(_ token: ArraySlice<UInt8>) -> Bool {
    let signs = token.drop { !Self.isLetter($0) }
    guard let stop = signs.firstIndex(of: UInt8(ascii: ".")), stop + 1 < token.endIndex else {
      return false
    }
    return isLetter(token[stop + 1])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || byte >= 0x80
  }

  /// Whether a word stands wholly in text that is read, and not looked up.
  private func isRunningText(_ word: Range<Int>) -> Bool {
    (styled.run(at: word.lowerBound)...styled.run(at: word.upperBound - 1)).allSatisfy {
      Self.runningRoles.contains(looks[$0].role) && !looks[$0].isCode
        && looks[$0].language == nil
    }
  }

  private static let runningRoles: Set<Role> = [.text, .title, .note, .award, .status, .role]
}
