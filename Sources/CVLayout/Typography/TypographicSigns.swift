// SPDX-License-Identifier: MIT
import CVModel

/// Replaces typewriter quotes, dashes and dots by the typographic signs of a language.
///
/// Code keeps its signs. Whether a quote opens or closes is told by what stands before it, across
/// the runs of the text.
func withTypographicSigns(_ text: LayoutText, language: String) -> LayoutText {
  let isFrench = hasBlanksBeforeHighSigns(language)
  guard text.runs.contains(where: { mayNeedSigns($0.text, isFrench: isFrench) }) else {
    return text
  }
  var replacement = SignReplacement(quotes: QuoteSigns(language: language), isFrench: isFrench)
  var result = text
  for index in result.runs.indices {
    let characters = Array(result.runs[index].text)
    if !result.runs[index].marks.contains(.code), !isAddress(result.runs[index]) {
      let next = result.runs[(index + 1)...].first { !$0.text.isEmpty }?.text.first
      result.runs[index].text = replacement.replaced(characters, after: next)
    }
    replacement.before = characters.last ?? replacement.before
  }
  return result
}

/// Whether a language sets a blank before `:`, `;`, `!` and `?`, as French does.
func hasBlanksBeforeHighSigns(_ language: String) -> Bool { language.hasPrefix("fr") }

/// Whether a text holds a sign that may be replaced, or two dots side by side.
private func mayNeedSigns(_ text: String, isFrench: Bool) -> Bool {
  var previous = UInt8(ascii: " ")
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"): return true
    case UInt8(ascii: "."): if previous == byte { return true }
    // The last is the first byte of the French quotes.
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xC2:
      if isFrench { return true }
    default: break
    }
    previous = byte
  }
  return false
}

/// Contacts and bare addresses keep their signs.
private func isAddress(_ run: LayoutRun) -> Bool {
  run.role == .contact || run.text == run.link
    || run.text.utf8.contains(UInt8(ascii: ":")) && run.text.contains("://")
}

/// Goes through a text run by run.
private struct SignReplacement {
  let quotes: QuoteSigns
  let isFrench: Bool
  /// The last character before the run.
  var before: Character?
  /// How many inner quotes are open.
  private var innerQuotes = 0
  private var isDoubleOpen = false

  init(quotes: QuoteSigns, isFrench: Bool) {
    self.quotes = quotes
    self.isFrench = isFrench
  }

  mutating func replaced(_ characters: [Character], after last: Character?) -> String {
    var result = ""
    var before = before
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : last
      var taken = 1
      switch character {
      case "\"" where joinsHebrew(before, next): result += "\u{5F4}"
      case "'" where isHebrew(before) && !isOpenQuote: result += "\u{5F3}"
      case "\"": result += doubleQuote(before, next)
      case "'": result += singleQuote(before, next)
      case "." where dots(characters, index) == 3:
        result += "…"
        taken = 3
      case "-" where next == "-":
        taken = characters[index...].prefix { $0 == "-" }.count
        result += taken == 2 ? "–" : taken == 3 ? "—" : String(repeating: "-", count: taken)
      case "-" where before == " " && next == " " || joinsYears(characters, index): result += "–"
      case " " where isFrench && joinsSign(before, characters[(index + 1)...]): result += "\u{A0}"
      default: result.append(character)
      }
      before = character
      index += taken
    }
    return result
  }

  /// In Hebrew, between two letters, the sign of an acronym.
  private func joinsHebrew(_ before: Character?, _ next: Character?) -> Bool {
    isHebrew(before) && isHebrew(next)
  }

  private var isOpenQuote: Bool { innerQuotes > 0 }

  private func isHebrew(_ character: Character?) -> Bool {
    character?.unicodeScalars.first.map { 0x5D0...0x5EA ~= $0.value } ?? false
  }

  /// Three dots and no more are an ellipsis.
  private func dots(_ characters: [Character], _ index: Int) -> Int {
    characters[index...].prefix(4).prefix { $0 == "." }.count
  }

  /// Where no spaces part words, as in Chinese, each second quote closes the one before.
  private mutating func doubleQuote(_ before: Character?, _ next: Character?) -> String {
    let isUnspaced = before?.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
    isDoubleOpen = isUnspaced ? !isDoubleOpen : opens(before, next)
    return isDoubleOpen ? quotes.open : quotes.close
  }

  private mutating func singleQuote(_ before: Character?, _ next: Character?) -> String {
    if opens(before, next), !isElided(next) {
      innerQuotes += 1
      return quotes.innerOpen
    }
    guard innerQuotes > 0, !(next?.isLetter ?? false) else { return "’" }
    innerQuotes -= 1
    return quotes.innerClose
  }

  /// A quote opens at the start and after spaces, brackets and dashes.
  private func opens(_ before: Character?, _ next: Character?) -> Bool {
    guard let before else { return true }
    let isEdge = before.isWhitespace || "([{–—/“‘«\"'".contains(before)
    return isEdge && !(next?.isWhitespace ?? true)
  }

  /// `'90s`: an apostrophe for what is left out.
  private func isElided(_ next: Character?) -> Bool { next?.isNumber ?? false }

  /// `2014-2020`, and no longer number around it.
  private func joinsYears(_ characters: [Character], _ index: Int) -> Bool {
    let start = characters[..<index].suffix(5)
    let end = characters[(index + 1)...].prefix(5)
    let isAlone =
      (start.count == 4 || start.first.map { $0.isWhitespace || $0 == "(" } ?? false)
      && (end.count == 4 || end.last.map { $0.isWhitespace || ",.;:)".contains($0) } ?? false)
    return isAlone && isYear(start.suffix(4)) && isYear(end.prefix(4))
  }

  private func isYear(_ digits: ArraySlice<Character>) -> Bool {
    digits.count == 4 && digits.allSatisfy { $0.isASCII && $0.isNumber }
      && ["19", "20"].contains(String(digits.prefix(2)))
  }

  /// French parts high signs from their words by a space, which no line may end at.
  private func joinsSign(_ before: Character?, _ rest: ArraySlice<Character>) -> Bool {
    if before == "«" { return true }
    guard let sign = rest.first, ":;!?»".contains(sign) else { return false }
    return rest.dropFirst().first.map { $0.isWhitespace || ".,)".contains($0) } ?? true
  }
}
