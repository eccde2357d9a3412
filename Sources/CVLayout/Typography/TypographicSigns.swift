// SPDX-License-Identifier: MIT
import CVModel

/// Replaces typewriter quotes, dashes and dots by the typographic signs of a language.
///
/// Code keeps its signs. Whether a quote opens or closes is told by what stands before it, across
/// the runs of the text.
func withTypographicSigns(_ text: LayoutText, language: String) -> LayoutText {
  guard text.runs.contains(where: { $0.text.utf8.contains(where: "\"'.-".utf8.contains) }) else {
    return text
  }
  let quotes = QuoteSigns(language: language)
  var result = text
  var before: Character?
  for index in result.runs.indices {
    let characters = Array(result.runs[index].text)
    if !result.runs[index].marks.contains(.code), !isAddress(result.runs[index]) {
      let next = result.runs[(index + 1)...].first { !$0.text.isEmpty }?.text.first
      result.runs[index].text = replaced(characters, before: before, after: next, quotes)
    }
    before = characters.last ?? before
  }
  return result
}

/// Contacts and bare addresses keep their signs.
private func isAddress(_ run: LayoutRun) -> Bool {
  run.role == .contact || run.text == run.link
    || run.text.utf8.contains(UInt8(ascii: ":")) && run.text.contains("://")
}

private func replaced(
  _ characters: [Character], before first: Character?, after last: Character?, _ quotes: QuoteSigns
) -> String {
  var result = ""
  var before = first
  var index = 0
  while index < characters.count {
    let character = characters[index]
    let next = index + 1 < characters.count ? characters[index + 1] : last
    var taken = 1
    switch character {
    case "\"": result += opens(before, next) ? quotes.open : quotes.close
    case "'": result += opens(before, next) && !isElided(next) ? quotes.innerOpen : "’"
    case "."
    where characters[index...].prefix(3) == [".", ".", "."]
      && (index + 3 >= characters.count || characters[index + 3] != "."):
      result += "…"
      taken = 3
    case "-" where next == "-":
      taken = characters[index...].prefix { $0 == "-" }.count
      result += taken == 2 ? "–" : taken == 3 ? "—" : String(repeating: "-", count: taken)
    case "-" where before == " " && next == " ": result += "–"
    default: result.append(character)
    }
    before = character
    index += taken
  }
  return result
}

/// A quote opens at the start and after spaces, brackets and dashes.
private func opens(_ before: Character?, _ next: Character?) -> Bool {
  guard let before else { return true }
  let isEdge = before.isWhitespace || "([{–—/“‘«".contains(before)
  return isEdge && !(next?.isWhitespace ?? true)
}

/// `'90s`: an apostrophe for what is left out.
private func isElided(_ next: Character?) -> Bool { next?.isNumber ?? false }

/// The quotation marks of a language (CLDR, `delimiters`).
private struct QuoteSigns {
  let open, close, innerOpen: String

  init(language: String) {
    switch language.split(separator: "-").first.map(String.init) ?? language {
    case "de": (open, close, innerOpen) = ("„", "“", "‚")
    case "fr": (open, close, innerOpen) = ("«\u{A0}", "\u{A0}»", "‘")
    case "es", "it", "pt": (open, close, innerOpen) = ("«", "»", "‘")
    default: (open, close, innerOpen) = ("“", "”", "‘")
    }
  }
}
