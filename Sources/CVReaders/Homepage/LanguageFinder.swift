// SPDX-License-Identifier: MIT

/// The language in which a page is written, where no setting says it: that of most of its section
/// titles.
///
/// Only titles that English does not have tell anything ("Projekte", but not "Interests"), and one
/// alone may be a name. Of other writings than the Latin one each run shows its language by itself.
///
/// - Returns: A BCP 47 tag; `nil` where the titles do not say it.
func languageOfTitles(_ titles: [String]) -> String? {
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
