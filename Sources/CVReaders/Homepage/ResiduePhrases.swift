// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// The phrases of `residue.txt`, by which the text of templates and sites is known.
///
/// Every text of a page is asked, and hardly any is one: most answers come from the first bytes.
struct ResiduePhrases {
  private var wholes: Set<String> = []
  private var longestWhole = 0
  /// The parts that begin with each byte, without it.
  private var parts = [[ArraySlice<UInt8>]](repeating: [], count: 256)
  private var openings: [String] = []
  private var beginsOpening = [Bool](repeating: false, count: 256)
  private var headings: Set<String> = []
  private var contactHeadings: Set<String> = []
  private var languages: Set<String> = []
  private var fields: Set<String> = []
  private var times: Set<String> = []
  private var values: Set<String> = []
  private var valueWords: Set<String> = []
  private var valueOpenings: [String] = []
  private var valueParts: [String] = []

  static let all = ResiduePhrases(embeddedText("residue.txt"))

  init(_ file: [UInt8]) {
    var title = ""
    for line in file.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      if line.first == UInt8(ascii: "[") {
        title = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
        continue
      }
      let entries = line.split(separator: UInt8(ascii: ","))
        .map { String(decoding: $0.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self) }
        .filter { !$0.isEmpty }
      switch title {
      case "whole": wholes.formUnion(entries)
      case "part":
        for entry in entries.map({ Array($0.utf8) }) {
          parts[Int(entry[0])].append(entry.dropFirst())
        }
      case "contact heading": contactHeadings.formUnion(entries)
      case "homepage heading": headings.formUnion(entries)
      case "language": languages.formUnion(entries)
      case "field": fields.formUnion(entries)
      case "field of time":
        times.formUnion(entries)
        fields.formUnion(entries)
      case "value": values.formUnion(entries)
      case "value first word": valueWords.formUnion(entries)
      case "value opening": valueOpenings += entries
      case "value part": valueParts += entries
      default: openings += entries
      }
    }
    longestWhole = wholes.map(\.utf8.count).max() ?? 0
    for byte in openings.compactMap(\.utf8.first) { beginsOpening[Int(byte)] = true }
  }

  /// Whether a word is what a site calls its pages in a language.
  func isLanguage(_ name: String) -> Bool { languages.contains(name) }

  /// Whether a text is sample text itself.
  func isSample(_ text: String) -> Bool {
    if holdsSample(text) { return true }
    // Folding takes off signs around the words, but not many.
    if text.utf8.count <= longestWhole + 16, wholes.contains(folded(text)) { return true }
    if text.utf8.first == UInt8(ascii: "["), isForm(text) { return true }
    guard let first = text.unicodeScalars.first(where: { !isSpace($0) && $0 != ":" }),
      first == "T" || first == "F"
    else { return false }
    let word = text.drop { " :\n".contains($0) }.prefix { !" :\n".contains($0) }
    return word == "TODO" || word == "FIXME"
  }

  /// `[Year] — [Program], [organization]`: whether all words stand in two brackets or more, and
  /// most of these name a field to be filled in, one of them a time.
  private func isForm(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    var names: [Substring] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      guard !rest[..<open].unicodeScalars.contains(where: isWordScalar) else { return false }
      names.append(rest[open..<close].dropFirst())
      rest = rest[close...].dropFirst()
    }
    // `[Project] [Journal]` may lead to these.
    return names.count > 1 && !rest.unicodeScalars.contains(where: isWordScalar)
      && names.contains { times.contains(folded($0)) }
      && names.count { fields.contains(folded($0)) } * 2 > names.count
  }

  /// Whether a text holds words that only samples have.
  func holdsSample(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { start in
        parts[Int(lowered(bytes[start]))].contains { rest in
          start + rest.endIndex <= bytes.count
            && rest.indices.allSatisfy { rest[$0] == lowered(bytes[start + $0]) }
        }
      }
    }
  }

  /// Whether a template ships a way to reach its owner, and nobody has filled it in.
  func isTemplateValue(_ text: String) -> Bool {
    let value = text.lowercased()
    let isBlankedOut = value.contains("xxx") && value.allSatisfy { "x-_.@".contains($0) }
    let word = value.prefix { $0.isLetter }
    return value.isEmpty || values.contains(value) || isBlankedOut
      || word.count < value.count && valueWords.contains(String(word))
      || valueOpenings.contains { value.hasPrefix($0) }
      || valueParts.contains { value.firstRange(of: $0) != nil }
  }

  /// Whether a heading stands above badges and counters.
  func isHomepageHeading(_ text: String) -> Bool {
    let words = folded(text)
    return headings.contains(words) || contactHeadings.contains(words)
  }

  /// Whether a heading stands above icons that lead to the owner's other pages.
  func leadsToContacts(_ text: String) -> Bool { contactHeadings.contains(folded(text)) }

  /// Whether a text is a short line about the site.
  func isFooter(_ text: String) -> Bool {
    guard text.utf8.count <= 160,
      let first = text.utf8.first(where: { $0 > 0x7F || isWordScalar(Unicode.Scalar($0)) }),
      beginsOpening[Int(lowered(first))]
    else { return false }
    let words = folded(text)
    return openings.contains { words.hasPrefix($0) } && words.split(separator: " ").count <= 12
  }
}

private func lowered(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
