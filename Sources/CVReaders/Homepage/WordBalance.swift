// SPDX-License-Identifier: MIT
import CVModel

/// Counts words to see that a reading has lost none.
struct WordBalance {
  private var counts: [String: Int] = [:]
  /// The words with which the texts begin and end.
  private var ends: [(first: String, last: String)] = []

  /// An entry has so many words.
  init() { counts.reserveCapacity(64) }

  /// Words that only lead to a field; a reading replaces them, and those that join two things, by
  /// the structure that they announce.
  private static let leads: Set<String> = [
    "at", "in", "vol", "no", "pp", "p", "al", "others", "volume", "issue", "pages",
    "expected", "chez", "bei", "beim", "presso", "bij", "à", "au", "aux", "l", "la", "am", "an",
    "der", "dem", "im", "na", "em", "el", "de", "du", "sein", "nella", "alla", "all", "aan",
    "het", "of", "for", "from", "the",
  ]

  private static func isSpare(_ word: String) -> Bool {
    leads.contains(word) || WordLists.all.isJoint(word)
      // 获…学位: a verb of one character; 罗伊等: a sign for further authors.
      || word.unicodeScalars.first.map(isIdeograph) == true
        && WordLists.all.contains(word, in: [.verb, .elision])
  }

  mutating func add(_ text: String) {
    let words = Self.words(text)
    for word in words { counts[word, default: 0] += 1 }
    if let first = words.first, let last = words.last { ends.append((first, last)) }
  }

  mutating func add(_ texts: [RichText]) {
    for text in texts { add(text.text) }
  }

  /// Those of some words that are not in the balance, in their order.
  func missing(from words: [String]) -> [String] {
    var left = counts
    let missing = words.filter { !Self.takeOne(of: &left[$0, default: 0]) }
    guard !missing.isEmpty else { return [] }
    var spare = spareWords(of: words)
    return missing.filter { !Self.takeOne(of: &spare[$0, default: 0]) }
  }

  private static func takeOne(of count: inout Int) -> Bool {
    guard count > 0 else { return false }
    count -= 1
    return true
  }

  /// How many of each joining word may go: those between texts, wherever the others stand.
  ///
  /// Such a word, and others that join, stand before the beginning of a text or behind the end of
  /// one.
  private func spareWords(of words: [String]) -> [String: Int] {
    let firsts = Set(ends.map(\.first))
    let lasts = Set(ends.map(\.last))
    var spare: [String: Int] = [:]
    for (index, word) in words.enumerated() where Self.isSpare(word) {
      let next = words[(index + 1)...].prefix(4).first { !Self.isSpare($0) }
      let last = words[..<index].suffix(4).last { !Self.isSpare($0) }
      if next.map(firsts.contains) ?? true || last.map(lasts.contains) ?? true {
        spare[word, default: 0] += 1
      }
    }
    return spare
  }

  /// Whether words follow each other in a source, some other words aside.
  static func isStretch(_ words: [String], of source: [String], but skipped: Set<String>) -> Bool {
    guard let first = words.first else { return true }
    return source.indices.contains { start in
      guard source[start] == first else { return false }
      var index = start
      for word in words {
        while index < source.count, source[index] != word, skipped.contains(source[index]) {
          index += 1
        }
        guard index < source.count, source[index] == word else { return false }
        index += 1
      }
      return true
    }
  }

  /// Words that were found missing as they are written in texts; those that follow each other
  /// there stay together with the signs between them.
  static func asWritten(_ missing: [String], in texts: [String]) -> [String] {
    var left = missing[...]
    var found: [String] = []
    for text in texts {
      var start: String.Index?
      var end = text.startIndex
      var index = text.startIndex
      while index < text.endIndex {
        let next = text[index...].unicodeScalars.firstIndex(where: isWordScalar) ?? text.endIndex
        let stop = text[next...].unicodeScalars.firstIndex { !isWordScalar($0) } ?? text.endIndex
        let own = words(String(text[next..<stop]))
        if !own.isEmpty, left.starts(with: own) {
          left = left.dropFirst(own.count)
          start = start ?? next
          end = stop
        } else if let open = start {
          found.append(String(text[open..<end]))
          start = nil
        }
        index = stop
      }
      if let start { found.append(String(text[start..<end])) }
    }
    return left.isEmpty ? found : missing
  }

  /// Runs of letters and digits in lower case; of Chinese and Japanese each character, since no
  /// sign shows where a word ends.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      // `2019年获…`: what follows a year, a month or a day is a word of its own.
      if isUnitOfDate(scalar) && word.last.map({ 0x30...0x39 ~= $0 }) == true || isIdeograph(scalar)
      {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        words.append(String(scalar))
        word.removeAll(keepingCapacity: true)
      } else if isWordScalar(scalar) {
        if scalar.isASCII {
          word.append(UInt8(scalar.value) | (isCapital(scalar) ? 0x20 : 0))
        } else {
          word += scalar.properties.lowercaseMapping.utf8
        }
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}

/// Whether a character is a word, or a part of one that no space sets apart.
private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x3041 && isCJK(scalar) && !isHangul(scalar)
}

/// Whether a sign behind a number makes it a year, a month or a day.
private func isUnitOfDate(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "年", "月", "日", "년", "월", "일": true
  default: false
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
    let plain = [authorLead, volume, number, pages, doi, dates?.words].compactMap { $0 }
    return rich + plain + authors.map { $0.name + " " + ($0.mark ?? "") }
      + awards.map(\.countedText)
      + links.map(\.label) + description.map(\.countedText)
  }
}

extension Entry {
  /// Everything that the entry says, for counting its words.
  var allTexts: [String] {
    switch self {
    case .record(let record): record.allTexts
    case .publication(let publication): publication.allTexts
    case .paragraph(let paragraph):
      [paragraph.text, paragraph.group].compactMap { $0?.countedText }
    }
  }
}
