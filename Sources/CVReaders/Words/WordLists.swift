// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// Reads the word lists before the first page, where there is time for it.
package func prepareReading() {
  _ = WordLists.all
  _ = ResiduePhrases.all
}

/// The words by which texts are understood, of all languages together.
///
/// They are data (`Lists/*.txt`), read once; the lists hold kinds of words (months, degrees,
/// section titles), never a person, an institution or a title of a work. The words of languages
/// in other letters than Latin ones are read only when a page has such letters.
struct WordLists: Sendable {
  static let all = WordLists()

  /// The lists of the languages in Latin letters.
  private let latin: WordTable
  let networks: [Network]

  private static let others = WordTable(
    files: ["zh", "ja", "ko", "ar", "he", "ru", "hi"].map { embeddedText("\($0).txt") })

  /// The languages in Latin letters, in the order of their files.
  static let languages = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "cs"]

  private init() {
    latin = WordTable(files: (Self.languages + ["places"]).map { embeddedText("\($0).txt") })
    networks = Network.read(embeddedText("networks.txt"))
  }

  /// The table that may hold a text: letters other than Latin and Greek have one of their own.
  private func table(for text: String) -> WordTable {
    hasOtherLetters(text) ? Self.others : latin
  }

  /// What the lists say of a folded word or phrase.
  subscript(text: String) -> WordTable.Entry? { table(for: text)[text] }

  /// What the lists say of a word as it stands in a text; for most no text is made.
  subscript(word: ArraySlice<Unicode.Scalar>) -> WordTable.Entry? {
    if word.allSatisfy({ 0x61...0x7A ~= $0.value | 0x20 }) {
      return latin[folded: word.lazy.map { UInt8(truncatingIfNeeded: $0.value) | 0x20 }]
    }
    return self[folded(String(String.UnicodeScalarView(word)))]
  }

  /// What a section with a folded title holds; `nil` where no list has it.
  func sectionKind(_ title: String) -> SectionKind? { self[title]?.sectionKind }

  /// What a section holds whose title is a long word that differs from a known one by a letter
  /// behind its first, or by the order of two.
  func sectionKind(near word: String, where isWanted: (SectionKind) -> Bool) -> SectionKind? {
    table(for: word).sectionKind(near: word, where: isWanted)
  }

  /// The number of the month that a folded word names.
  func month(_ word: String) -> Int? { self[word]?.month.map(Int.init) }

  func season(_ word: String) -> PartialDate.Season? { self[word]?.season }

  /// Whether a folded text is an entry of one of the lists.
  func contains(_ text: String, in lists: Lists) -> Bool {
    self[text].map { !$0.lists.isDisjoint(with: lists) } ?? false
  }

  /// Whether a word as it stands in a text is an entry of one of the lists.
  func contains(_ word: ArraySlice<Unicode.Scalar>, in lists: Lists) -> Bool {
    self[word].map { !$0.lists.isDisjoint(with: lists) } ?? false
  }

  /// Whether a word in small letters joins the last of several things to the others: `and`.
  func isJoint(_ word: some StringProtocol) -> Bool { contains(String(word), in: .joint) }

  /// The longest entry of a list that the words begin with, as a number of words.
  func match(_ words: ArraySlice<String>, in list: Lists) -> Int? {
    guard let first = words.first, let entry = self[first] else { return nil }
    if !entry.openings.isDisjoint(with: list) {
      for count in stride(from: min(Int(entry.longest), words.count), through: 2, by: -1)
      where contains(words.prefix(count).joined(separator: " "), in: list) {
        return count
      }
    }
    return entry.lists.isDisjoint(with: list) ? nil : 1
  }

  /// Whether an entry of a list begins with a word.
  func begins(with word: String, in list: Lists) -> Bool {
    self[word]?.begins(list) ?? false
  }

  /// Whether an entry of one of the lists stands anywhere among the words.
  ///
  /// Where words are not set apart by spaces, it may stand anywhere in one.
  func occurs(_ lists: Lists, in words: [String]) -> Bool {
    words.indices.contains { match(words[$0...], in: lists) != nil }
      || words.contains { isUnspaced($0) && holds($0, anyOf: lists) }
  }

  /// All lists of which an entry stands anywhere among the words.
  ///
  /// Of compounds (`Teamleiterin`, 工学部准教授) the last part says what they are.
  func lists(in words: [String]) -> Lists {
    var found: Lists = []
    for index in words.indices {
      if isUnspaced(words[index]) {
        found.formUnion(listsOfParts(words[index]))
      } else if latin.mayEndCompound(words[index]) {
        found.formUnion(listsOfEnding(words[index]))
      }
      guard let entry = self[words[index]] else {
        if isDegreeOfTwo(words[index]) { found.insert(.degree) }
        continue
      }
      found.formUnion(entry.lists)
      let longest = min(Int(entry.longest), words.count - index)
      guard longest > 1, !entry.openings.isSubset(of: found) else { continue }
      for count in 2...longest {
        let phrase = words[index..<index + count].joined(separator: " ")
        if let longer = self[phrase] { found.formUnion(longer.lists) }
      }
    }
    return found
  }
}

// MARK: Parts of words

extension WordLists {
  /// The most characters of a part that is looked up.
  private static let longestPart = 8

  /// The most characters of the part that ends a compound.
  private static let longestEnding = 32

  /// The lists of the part that ends an unspaced word, and of one that names a company before it.
  private func listsOfParts(_ word: String) -> Lists {
    var found: Lists = []
    let longest = min(Self.longestPart, word.count)
    for count in 1...longest {
      let ending: Lists = [.role, .degree, .organisation, .programme]
      found.formUnion((self[String(word.suffix(count))]?.lists ?? []).intersection(ending))
      guard count > 1 else { continue }
      let opening = self[String(word.prefix(count))]?.lists ?? []
      found.formUnion(opening.intersection(.organisation))
    }
    return found
  }

  /// `master's-doctoral`, `msc/phd`: whether a sign joins two degrees.
  private func isDegreeOfTwo(_ word: String) -> Bool {
    guard word.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) else {
      return false
    }
    let parts = word.split { "-/".contains($0) }
    return parts.count == 2 && parts.allSatisfy { contains(String($0), in: .degree) }
  }

  /// The lists of the known part that ends a compound.
  private func listsOfEnding(_ word: String) -> Lists {
    var found: Lists = []
    var rest = word.dropFirst(3).suffix(Self.longestEnding)
    while rest.count >= 3 {
      let lists = latin[String(rest)]?.ending ?? []
      if lists.contains(.roleEnding) { found.insert(.role) }
      if lists.contains(.organisationEnding) { found.insert(.organisation) }
      if lists.contains(.degreeEnding) { found.insert(.degree) }
      rest = rest.dropFirst()
    }
    return found
  }

  /// Whether an entry of two characters or more stands anywhere in an unspaced word.
  private func holds(_ word: String, anyOf lists: Lists) -> Bool {
    let characters = Array(word.prefix(60))
    for start in characters.indices {
      for end in start + 1..<min(start + Self.longestPart, characters.count) + 1
      where end - start > 1 && contains(String(characters[start..<end]), in: lists) {
        return true
      }
    }
    return false
  }
}

/// Whether a folded text has Cyrillic, Hebrew, Arabic, Indic or East Asian letters.
private func hasOtherLetters(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    for byte in bytes where byte >= 0xD0 && byte <= 0xEF {
      // Vietnamese letters and typographic signs begin with these.
      if byte != 0xE1, byte != 0xE2 { return true }
    }
    return false
  }
}

/// Whether a word is of a writing that sets no spaces between words, or glues endings to them.
private func isUnspaced(_ word: String) -> Bool {
  word.utf8.contains { 0xE3...0xED ~= $0 }
}
