// SPDX-License-Identifier: MIT

/// What the marks behind authors' names mean.
///
/// A mark is a run of one sign: `*` and `**` are two marks.
struct Legend: Hashable {
  /// Marks of equal contribution: `*`.
  var equal: Set<String> = []
  /// Marks of corresponding authors.
  var corresponding: Set<String> = []
  /// Marks that mean something else, which no field of an author holds.
  private(set) var others: Set<String> = []

  var isEmpty: Bool { equal.isEmpty && corresponding.isEmpty }

  init() {}

  /// Reads "* denotes equal contribution, † denotes corresponding author", and "equal contribution
  /// is marked with *, the corresponding author with **".
  init(_ text: String) {
    guard text.unicodeScalars.contains(where: Self.isSign) else { return }
    var parts: [(words: String, marks: String)] = [("", "")]
    for character in text {
      let last = parts.count - 1
      if Self.isSign(character) || !parts[last].marks.isEmpty && !character.isLetter {
        parts[last].marks.append(character)
      } else if parts[last].marks.isEmpty {
        parts[last].words.append(character)
      } else {
        parts.append((String(character), ""))
      }
    }
    // The marks stand behind their words where the text begins with words of a meaning.
    let standBehind = Self.hasMeaning(parts[0].words)
    for (index, part) in parts.enumerated() {
      let words = standBehind ? part.words : index + 1 < parts.count ? parts[index + 1].words : ""
      note(Self.marks(in: part.marks), words)
    }
  }

  mutating func merge(_ other: Legend) {
    equal.formUnion(other.equal)
    corresponding.formUnion(other.corresponding)
  }

  /// The runs of one sign in what stands behind a name.
  static func marks(in text: String) -> Set<String> {
    var marks: Set<String> = []
    var open = ""
    for sign in text + " " {
      if let last = open.last, last != sign {
        marks.insert(open)
        open = ""
      }
      if isSign(sign) { open.append(sign) }
    }
    return marks
  }

  private static func isSign(_ character: Character) -> Bool {
    character.unicodeScalars.count == 1 && character.unicodeScalars.allSatisfy(isSign)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "†", "‡", "#", "^", "§", "¶", "✉": true
    default: false
    }
  }

  private static func hasMeaning(_ words: String) -> Bool {
    WordLists.all.occurs([.equalContribution, .correspondingAuthor], in: foldedWords(words))
  }

  private mutating func note(_ marks: Set<String>, _ words: String) {
    let meaning = foldedWords(words)
    let isEqual = WordLists.all.occurs(.equalContribution, in: meaning)
    // A sign that got lost leaves two meanings: the first is that of the sign before.
    let isCorresponding = !isEqual && WordLists.all.occurs(.correspondingAuthor, in: meaning)
    if isEqual { equal.formUnion(marks) }
    if isCorresponding { corresponding.formUnion(marks) }
    if !isEqual, !isCorresponding, !meaning.isEmpty { others.formUnion(marks) }
  }
}
