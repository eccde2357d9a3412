// SPDX-License-Identifier: MIT
package import CVDiagnostics

/// A character that no face of a document has.
package struct MissingCharacter: Hashable, Sendable {
  package var scalar: Unicode.Scalar
  package var span: SourceSpan?

  /// `U+4E2D`: what stands for the character in a document.
  package var number: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Writes `U+XXXX` for each character that no face has, so that none is set as a box.
///
/// - Parameter hasGlyph: Whether some face has a character of a language; asked once for each.
/// - Returns: The characters in the order of the tree, each as often as it stands there.
package func spellMissingCharacters(
  in tree: inout LayoutTree, hasGlyph: (Unicode.Scalar, _ language: String) -> Bool
) -> [MissingCharacter] {
  var known = KnownCharacters(document: tree.language)
  var missing: [MissingCharacter] = []
  tree.forEachText { text in
    for index in text.runs.indices {
      let run = text.runs[index]
      guard run.text.unicodeScalars.contains(where: { known.isMissing($0, from: run, hasGlyph) })
      else { continue }
      missing += text.runs[index].spell { known.isMissing($0, from: run, hasGlyph) }
    }
  }
  return missing
}

/// What is known of characters; every one of a document is looked up here, most of them in ASCII.
private struct KnownCharacters {
  /// The language of the document.
  let document: String
  private var answers = Answers()
  private var answersByLanguage: [String: Answers] = [:]

  /// Answers for one language.
  private struct Answers {
    private var ascii = [Bool?](repeating: nil, count: 0x80)
    private var others: [Unicode.Scalar: Bool] = [:]

    subscript(scalar: Unicode.Scalar) -> Bool? {
      get { scalar.isASCII ? ascii[Int(scalar.value)] : others[scalar] }
      set {
        if scalar.isASCII { ascii[Int(scalar.value)] = newValue } else { others[scalar] = newValue }
      }
    }
  }

  init(document: String) { self.document = document }

  mutating func isMissing(
    _ scalar: Unicode.Scalar, from run: LayoutRun,
    _ hasGlyph: (Unicode.Scalar, _ language: String) -> Bool
  ) -> Bool {
    guard let language = run.language(of: scalar, in: document) else {
      if let answer = answers[scalar] { return answer }
      let answer = lacks(scalar, document, hasGlyph)
      answers[scalar] = answer
      return answer
    }
    if let answer = answersByLanguage[language]?[scalar] { return answer }
    let answer = lacks(scalar, language, hasGlyph)
    answersByLanguage[language, default: Answers()][scalar] = answer
    return answer
  }

  private func lacks(
    _ scalar: Unicode.Scalar, _ language: String,
    _ hasGlyph: (Unicode.Scalar, _ language: String) -> Bool
  ) -> Bool {
    !scalar.properties.isDefaultIgnorableCodePoint && !hasGlyph(scalar, language)
  }
}

extension Character {
  /// Whether a number beside the character would look like a part of the same word.
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}

extension LayoutRun {
  /// Writes the numbers of missing characters, each parted by a space from a word beside it.
  fileprivate mutating func spell(_ isMissing: (Unicode.Scalar) -> Bool) -> [MissingCharacter] {
    var missing: [MissingCharacter] = []
    var spelled = ""
    var followsNumber = false
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if isMissing(scalar) {
        let character = MissingCharacter(scalar: scalar, span: place(offset, length))
        if spelled.last?.isWordCharacter == true { spelled += " " }
        spelled += character.number
        missing.append(character)
        followsNumber = true
      } else {
        if followsNumber, Character(scalar).isWordCharacter { spelled += " " }
        spelled.unicodeScalars.append(scalar)
        followsNumber = false
      }
      offset += length
    }
    text = spelled
    return missing
  }

  /// The place of a part of the run, exact where the run stands verbatim in the source.
  private func place(_ start: Int, _ count: Int) -> SourceSpan? {
    guard let span, span.range.count == text.utf8.count else { return span }
    let low = span.range.lowerBound + start
    return SourceSpan(file: span.file, range: low..<low + count)
  }
}
