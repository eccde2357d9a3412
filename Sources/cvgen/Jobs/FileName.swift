// SPDX-License-Identifier: MIT
import CVCompiler

/// A name for a file, safe everywhere, made of any text.
///
/// It has letters, digits, hyphens, low lines and stops of ASCII, at most `longest` of them, and
/// begins with a letter or a digit. Latin letters lose their accents; whatever else there is
/// becomes a hyphen.
struct FileName: Hashable {
  private(set) var text: String

  /// Leaves room for suffixes within the 255 bytes that file systems allow.
  static let longest = 100

  /// - Returns: `nil` where no letter and no digit is left.
  init?(_ source: String) {
    var result = ""
    for scalar in source.unicodeScalars {
      let letters = Self.letters(for: scalar)
      if letters == "-" {
        if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
      } else if !result.isEmpty || letters != "." && letters != "_" {
        result += letters
      }
      if result.utf8.count >= Self.longest { break }
    }
    result = String(result.prefix(Self.longest))
    while let last = result.last, "-._".contains(last) { result.removeLast() }
    guard !result.isEmpty else { return nil }
    text = Self.reserved.contains(result.lowercased()) ? result + "-cv" : result
  }

  /// The name of a file without its end, which no stop stands in: `ada.pdf` gives `ada`.
  init?(stemOf source: String) {
    var stem = source
    if let dot = source.lastIndex(of: "."),
      DocumentFormat(String(source[dot...].dropFirst())) != nil
    {
      stem = String(source[..<dot])
    }
    self.init(String(stem.map { $0 == "." ? "-" : $0 }))
  }

  /// The names of several texts, with hyphens between them; what gives none is left out.
  init?(joining sources: [String]) {
    self.init(
      sources.compactMap { FileName(stemOf: $0)?.text }.joined(separator: "-"))
  }

  /// A name for what gives no other.
  ///
  /// - Parameter digest: Hexadecimal digits that tell it apart.
  init(digest: String) { text = "cv-" + digest.prefix(8) }

  /// The same name with further letters, digits and hyphens.
  func with(suffix: String) -> FileName {
    var name = self
    name.text += "-" + suffix
    return name
  }

  /// Names that Windows keeps for devices.
  private static let reserved: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]

  /// What stands for a scalar; `-` for all that has no letters of ASCII.
  private static func letters(for scalar: Unicode.Scalar) -> String {
    if scalar.isASCII {
      let isKept = scalar.properties.isAlphabetic || "0123456789._".unicodeScalars.contains(scalar)
      return isKept ? String(scalar) : "-"
    }
    // Apostrophes and accents that follow their letter.
    if scalar == "’" || scalar.properties.generalCategory == .nonspacingMark { return "" }
    if let letters = ligatures[scalar] { return letters }
    // The name of “é” is LATIN SMALL LETTER E WITH ACUTE.
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1,
      words.count == 4 || words[4] == "WITH"
    else { return "-" }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th",
    "ð": "d", "Ð": "D", "ı": "i", "ł": "l", "Ł": "L",
  ]
}
