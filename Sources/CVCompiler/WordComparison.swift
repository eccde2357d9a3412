// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout

/// A word of a document with its place in the source.
struct PlacedWord: Hashable {
  var text: String
  var span: SourceSpan?

  /// The words of a text: what stands between blanks and holds a letter or a digit.
  static func words(of text: LayoutText) -> [PlacedWord] {
    var words: [PlacedWord] = []
    var current = PlacedWord(text: "")
    for run in text.runs {
      for scalar in run.text.unicodeScalars {
        if scalar.properties.isWhitespace {
          words.append(current)
          current = PlacedWord(text: "")
        } else if !isInvisible(scalar) {
          if current.text.isEmpty { current.span = run.span }
          current.text.unicodeScalars.append(scalar)
        }
      }
    }
    words.append(current)
    return words.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
  }

  /// The words of a plain text.
  static func words(of text: String) -> [String] {
    words(of: LayoutText(text, role: .text)).map(\.text)
  }

  /// Signs that only tell where a line may break.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"].contains(scalar)
  }
}

/// How the words of a PDF differ from those that it should have.
struct WordComparison: Hashable {
  /// Words that the PDF lacks, in the order of the document.
  var lost: [PlacedWord] = []
  /// Words that only the PDF has.
  var added: [String] = []
  /// The first word that stands in another place than it should.
  var misplaced: PlacedWord?

  /// - Complexity: O(n) for n words.
  init(expected: [PlacedWord], found: [String]) {
    var counts: [String: Int] = [:]
    for word in found { counts[word, default: 0] += 1 }
    for word in expected {
      let count = counts[word.text, default: 0]
      if count == 0 { lost.append(word) } else { counts[word.text] = count - 1 }
    }
    for word in found.reversed() {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      added.append(word)
    }
    added.reverse()
    misplaced = firstMisplaced(expected, found)
  }

  /// Compared word by word where both have the same; else by the words that stand once in each.
  private func firstMisplaced(_ expected: [PlacedWord], _ found: [String]) -> PlacedWord? {
    let isSame = lost.isEmpty && added.isEmpty
    if isSame { return zip(expected, found).first { $0.text != $1 }?.0 }
    // Of another document the order says nothing.
    guard lost.count < expected.count / 2 else { return nil }
    let single = Self.singles(expected.map(\.text)).intersection(Self.singles(found))
    let left = expected.filter { single.contains($0.text) }
    return zip(left, found.filter(single.contains)).first { $0.text != $1 }?.0
  }

  private static func singles(_ words: [String]) -> Set<String> {
    var counts: [String: Int] = [:]
    for word in words { counts[word, default: 0] += 1 }
    return Set(counts.filter { $0.value == 1 }.keys)
  }
}
