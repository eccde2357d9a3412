// SPDX-License-Identifier: MIT
import CVModel

/// The language in which a page is written, where no setting says it: that of most of its section
/// titles.
///
/// Titles of another writing than the Latin one tell the language that is most often written so. Of
/// the others, only those that English does not have tell anything ("Projekte", but not
/// "Interests"), and one alone may be a name.
///
/// - Returns: A BCP 47 tag; `nil` where the titles do not say it.
func languageOfTitles(_ titles: [String]) -> String? {
  if let written = languageOfLetters(titles) { return written }
  var votes = Array(repeating: 0, count: WordLists.languages.count)
  var english = 0
  for title in titles {
    guard let spoken = WordLists.all[folded(title)]?.titleLanguages, spoken != 0 else { continue }
    if spoken & 1 == 1 {
      english += 1
      continue
    }
    for index in votes.indices where spoken >> index & 1 == 1 { votes[index] += 1 }
  }
  guard let most = votes.max(), most >= 2, most > english, let index = votes.firstIndex(of: most)
  else { return nil }
  return WordLists.languages[index]
}

/// The language of the writing that more than half of the letters of two titles or more have.
private func languageOfLetters(_ titles: [String]) -> String? {
  var letters: [String: Int] = [:]
  var count = 0
  for scalar in titles.joined().unicodeScalars where scalar.properties.isAlphabetic {
    count += 1
    if let language = scalar.usualLanguage { letters[language, default: 0] += 1 }
  }
  // Kana beside ideographs are Japanese.
  if let kana = letters["ja"], let signs = letters["zh"] {
    (letters["ja"], letters["zh"]) = (kana + signs, nil)
  }
  guard titles.count > 1, let most = letters.values.max(), most * 2 > count else { return nil }
  return letters.keys.sorted().first { letters[$0] == most }
}
