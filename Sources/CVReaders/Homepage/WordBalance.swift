// SPDX-License-Identifier: MIT
import CVModel

/// Counts words to see that a reading has lost none.
struct WordBalance {
  private var counts: [String: Int] = [:]

  /// Words that only join fields; a reading replaces them by the structure that they announce.
  private static let joints: Set<String> = [
    "at", "in", "and", "vol", "no", "pp", "p", "et", "al", "others", "volume", "issue", "pages",
    "expected", "chez", "bei",
  ]

  mutating func add(_ text: String) {
    for word in Self.words(text) { counts[word, default: 0] += 1 }
  }

  mutating func add(_ texts: [RichText]) {
    for text in texts { add(text.text) }
  }

  /// The words of these texts that are not in the balance, in their order.
  func missing(from texts: [String]) -> [String] {
    var left = counts
    var missing: [String] = []
    for word in texts.flatMap(Self.words) where !Self.joints.contains(word) {
      if let count = left[word], count > 0 {
        left[word] = count - 1
      } else {
        missing.append(word)
      }
    }
    return missing
  }

  /// Runs of letters and digits in lower case.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isWordScalar(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word).lowercased())
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word).lowercased()) }
    return words
  }
}

extension RichText {
  /// The text for counting its words: a raised sign is no part of the word before it.
  var countedText: String {
    guard runs.contains(where: { $0.attributes.marks.contains(.superscript) }) else { return text }
    var result = ""
    var isRaised = false
    forEachRun { run, part in
      let raised = run.attributes.marks.contains(.superscript)
      if raised != isRaised { result += " " }
      result += part
      isRaised = raised
    }
    return result
  }
}

extension Record {
  /// Everything that the record says, for counting its words.
  var allTexts: [String] {
    let fields = [title, organisation, role, location, text, group].compactMap { $0?.countedText }
    return fields + [dates?.words].compactMap { $0 } + links.map(\.label)
      + bullets.flatMap(\.allTexts)
  }
}

extension Bullet {
  var allTexts: [String] { [text.countedText] + children.flatMap(\.allTexts) }
}

extension Publication {
  /// Everything that the publication says, for counting its words.
  var allTexts: [String] {
    let rich = [title, venue, status, location, group, note].compactMap { $0?.countedText }
    let plain = [volume, number, pages, doi, dates?.words].compactMap { $0 }
    return rich + plain + authors.map { $0.name + " " + ($0.mark ?? "") }
      + awards.map(\.countedText)
      + links.map(\.label) + description.map(\.countedText)
  }
}
