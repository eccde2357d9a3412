// SPDX-License-Identifier: MIT

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
    text.utf8.contains { $0 >= 0xD6 } && text.unicodeScalars.contains { scriptLanguage($0) != nil }
  }

  /// The run in pieces of one language each; blanks and signs belong to the letters before them.
  fileprivate func splitByScript(_ document: String) -> [LayoutRun] {
    guard hasForeignScript, language == nil else { return [self] }
    let han = hanLanguage(document)
    var pieces: [LayoutRun] = []
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      let own = scriptLanguage(scalar).map { $0 == "zh" ? han : $0 }
      let found = own.flatMap { $0 == document.prefix(2) ? nil : $0 }
      if let last = pieces.last, last.language == found || !isLetter {
        pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
      } else {
        var piece = self
        piece.text = String(scalar)
        piece.language = found
        pieces.append(piece)
      }
    }
    return pieces
  }

  /// Ideographs are Japanese beside kana, or in a Japanese document.
  private func hanLanguage(_ document: String) -> String {
    if ["ja", "ko"].contains(document.prefix(2)) { return String(document.prefix(2)) }
    return text.unicodeScalars.contains { scriptLanguage($0) == "ja" } ? "ja" : "zh"
  }
}

/// The language of a letter whose script tells it; `zh` for all ideographs.
private func scriptLanguage(_ scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x0590...0x05FF, 0xFB1D...0xFB4F: "he"
  case 0x0E00...0x0E7F: "th"
  case 0x10A0...0x10FF: "ka"
  case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: "ko"
  case 0x3040...0x30FF, 0x31F0...0x31FF: "ja"
  case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: "zh"
  default: nil
  }
}
