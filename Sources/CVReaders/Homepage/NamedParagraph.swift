// SPDX-License-Identifier: MIT
import CVModel

/// What stands in front of a paragraph: the name of a project or a topic, the number of a work.
extension RichText {
  /// `[12] words`.
  var beginsWithNumber: Bool {
    text.hasPrefix("[") && text.dropFirst().first?.isNumber == true
  }

  /// `**Rain Maps** — Words`: whether the bold words in front are the name of what is studied, and
  /// no part of a sentence.
  var beginsWithTopic: Bool {
    guard let first = runs.first, case let name = self[0..<first.length].trimmedSigns(),
      1...8 ~= wordCount(name), !Phrase.isWhole(name),
      !Phrase.isFirstPerson(name.text.prefix { $0 != " " })
    else { return false }
    return self[first.length..<count].trimmedSigns().startsWithCapital
  }

  /// `**Tern** (2021): words`: bold words in front, set apart from what is said of them.
  var beginsWithName: Bool {
    guard let first = runs.first, first.attributes.marks.contains(.strong) else { return false }
    // `**Tern maps.** Words`
    let name = self[0..<first.length].collapsed().text
    if name.hasSuffix(".") || name.hasSuffix(":") { return wordCount(self[0..<first.length]) <= 10 }
    let next = self[first.length..<count].trimmed().text.unicodeScalars.first
    return next.map { "(:：（".unicodeScalars.contains($0) || isDash($0) } ?? false
  }
}
