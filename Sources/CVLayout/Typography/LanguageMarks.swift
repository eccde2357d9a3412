// SPDX-License-Identifier: MIT
import CVModel

extension LayoutTree {
  /// Says of each run its language where it is not the document's.
  ///
  /// Scripts that only one language is written in tell it; Cyrillic or Arabic letters do not. For
  /// the words that cvgen writes the composer has said it.
  package mutating func markLanguages() {
    let document = language
    forEachText { text in
      guard text.runs.contains(where: \.hasForeignScript) else { return }
      text.runs = text.runs.flatMap { $0.splitByScript(document) }
    }
  }
}

extension LayoutRun {
  /// No letter below the Hebrew block has a script of its own language.
  fileprivate var hasForeignScript: Bool {
    text.utf8.contains { $0 >= 0xD6 } && text.unicodeScalars.contains { $0.scriptLanguage != nil }
  }

  /// The run in pieces of one language each; blanks and signs belong to the letters before them,
  /// and those that begin it to the letters behind.
  fileprivate func splitByScript(_ document: String) -> [LayoutRun] {
    guard hasForeignScript, language == nil else { return [self] }
    let han = hanLanguage(document)
    var pieces: [LayoutRun] = []
    var hasLetters = false
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      let own = scalar.scriptLanguage.map { $0 == "zh" ? han : $0 }
      let found = own.flatMap { isSameLanguage($0, document) ? nil : $0 }
      if let last = pieces.last, last.language == found || !isLetter || !hasLetters {
        pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
        if !hasLetters { pieces[pieces.count - 1].language = found }
      } else {
        var piece = self
        piece.text = String(scalar)
        piece.language = found
        pieces.append(piece)
      }
      hasLetters = hasLetters || isLetter
    }
    return pieces
  }

  /// The language of one of its letters, as far as its script or the run says it.
  func language(of scalar: Unicode.Scalar, in document: String) -> String? {
    guard scalar.value >= 0x0590 else { return language }
    return language ?? scalar.scriptLanguage.map { $0 == "zh" ? hanLanguage(document) : $0 }
  }

  /// Ideographs are Japanese beside kana, or in a Japanese document.
  private func hanLanguage(_ document: String) -> String {
    if ["ja", "ko"].contains(document.prefix(2)) { return String(document.prefix(2)) }
    if document.hasPrefix("zh") { return document }
    return text.unicodeScalars.contains { $0.scriptLanguage == "ja" } ? "ja" : "zh"
  }
}
