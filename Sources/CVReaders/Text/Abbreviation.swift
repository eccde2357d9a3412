// SPDX-License-Identifier: MIT

/// Whether a stop behind a word belongs to it: to an abbreviation (`Inc.`, `U.S.`) or an initial.
func isAbbreviated(_ word: String) -> Bool {
  isShort(word) || word.contains(".") && !word.contains(where: \.isNumber)
}

/// Whether a word is an initial or one of those that are written with a stop.
func isShort(_ word: String) -> Bool {
  word.count == 1 && word.first?.isLetter == true || isListedAbbreviation(word)
}

/// Whether a word is one of those that are written with a stop: `Lett`, `vol`, `Feb`.
func isListedAbbreviation(_ word: some StringProtocol) -> Bool {
  WordLists.all.contains(folded(word), in: .abbreviation)
}

extension TextScan {
  /// Whether the word before a stop is short with it.
  func isAbbreviated(before stop: Int) -> Bool {
    CVReaders.isAbbreviated(string(lastWord(in: 0..<stop)))
  }
}
