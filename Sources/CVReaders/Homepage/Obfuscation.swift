// SPDX-License-Identifier: MIT
import CVModel

/// E-mail addresses written so that robots do not find them.
enum Obfuscation {
  /// `x[at]y.edu`, `x (at) y (dot) edu`, `x ÄT y PUNKT de` as `x@y.edu`; `nil` if it is none.
  static func plainAddress(_ text: String) -> String? {
    let signed = unbracketed(text.replacing("＠", with: "@").replacing("[@]", with: "@"))
    var plain = ""
    for word in signed.split(separator: " ").map(String.init) {
      let isBare = word.allSatisfy(\.isUppercase) || word == "at" || word == "dot"
      let next = isBare ? sign(of: word) ?? word : word
      // Two words without a sign between them are no address: "Mail me: x@y".
      let isJoined = "@.".contains(plain.last ?? "@") || "@.".contains(next.first ?? "@")
      guard isJoined else { return nil }
      plain += next
    }
    return isAddress(plain) ? plain : nil
  }

  /// The sign that a word stands for: `arroba`, `punkt`.
  private static func sign(of word: some StringProtocol) -> String? {
    let word = folded(word)
    if WordLists.all.contains(word, in: .addressAt) { return "@" }
    return WordLists.all.contains(word, in: .addressDot) ? "." : nil
  }

  /// The sign for what stands in brackets: `(a)` is an `@`, too.
  private static func bracketedSign(of word: Substring) -> String? {
    // `gmail[.]com`, `gmail[.com]`
    if word.first == ".", word.count <= 5, word.dropFirst().allSatisfy({ $0.isLowercase }) {
      return String(word)
    }
    return word == "a" ? "@" : sign(of: word)
  }

  /// The text with signs for words in brackets: `[at]`, `(punto)`, `_at_`, `#at#`.
  private static func unbracketed(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if let closing = closing(of: first),
        let close = rest.dropFirst().prefix(14).firstIndex(of: closing),
        let sign = bracketedSign(of: rest[rest.index(after: rest.startIndex)..<close])
      {
        result += sign
        rest = rest[rest.index(after: close)...]
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func closing(of opening: Character) -> Character? {
    switch opening {
    case "[": "]"
    case "(": ")"
    case "{": "}"
    case "<": ">"
    case "（": "）"
    case "【": "】"
    case "_", "#": opening
    default: nil
    }
  }

  /// The addresses in a text, plain or obfuscated, as plain ones.
  static func addresses(in text: String) -> [String] {
    guard mayHoldAddress(text) else { return [] }
    let words = text.split { character in
      character.isWhitespace || ",;<>，。；：、｜|".contains(character)
    }
    var found: [String] = []
    for (index, word) in words.enumerated() {
      let plain = String(word).trimmingMarks()
      if let address = plainAddress(plain) {
        found.append(address)
      } else if isSign(word, "@"), let address = address(around: index, in: words) {
        found.append(address)
      }
    }
    return found
  }

  /// Whether a word alone stands for a sign: `[at]`, `AT`, and `at` where the host has a `dot`.
  private static func isSign(_ word: Substring, _ sign: String) -> Bool {
    if unbracketed(String(word)) == sign { return true }
    return (word.allSatisfy(\.isUppercase) || word == "at" || word == "dot")
      && self.sign(of: word) == sign
  }

  /// `first [dot] last [at] host [dot] edu` around the word for `@`: three words or more.
  private static func address(around index: Int, in words: [Substring]) -> String? {
    var low = index - 1
    while low >= 2, isSign(words[low - 1], ".") { low -= 2 }
    var high = index + 1
    var hasDots = false
    while high + 2 < words.count, isSign(words[high + 1], ".") {
      high += 2
      hasDots = true
    }
    guard low >= 0, high < words.count else { return nil }
    // `me at ada DOT roe AT example DOT org`: the first of two signs stands before the address.
    if high + 3 < words.count, isSign(words[high + 1], "@"), isSign(words[high + 3], ".") {
      return nil
    }
    let isWord = words[index] == "at"
    guard !isWord || hasDots else { return nil }
    return plainAddress(words[low...high].joined(separator: " ").trimmingMarks())
  }

  /// Whether a text has a sign of an address at all; most have none.
  ///
  /// That is `@`, a bracket, a full-width form (which begins with the byte EF), or a short word in
  /// capitals or `at` alone.
  private static func mayHoldAddress(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"),
        UInt8(ascii: "_"), 0xEF:
        true
      default: false
      }
    } || [" at ", " AT ", " ÄT "].contains { text.firstRange(of: $0) != nil }
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(".") else { return false }
    let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isHost = host.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
    let isName = parts[0].allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._%+-".contains($0))
    }
    return isHost && isName && (host.last?.count ?? 0) >= 2
      && host.last?.contains(where: \.isNumber) == false
  }
}

extension String {
  /// The text without the signs that stand around an address in prose.
  fileprivate func trimmingMarks() -> String {
    let isMark = { (character: Character) in
      ".:()\"'`!?|".contains(character) || character.isWhitespace
    }
    let front = self[...].drop { isMark($0) && $0 != "(" || $0 == "(" && !hasPrefix("(at)") }
    return String(
      front.reversed().drop { isMark($0) && $0 != ")" || $0 == ")" && !front.hasSuffix("(at)") }
        .reversed())
  }
}
