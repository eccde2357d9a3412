// SPDX-License-Identifier: MIT
import CVModel

/// What the readers ask of a line, and what they take off it.
extension RichText {
  /// Whether a letter or a digit stands in it.
  var hasWords: Bool { text.unicodeScalars.contains(where: isWordScalar) }

  /// Whether it shows more than the bars between what was taken out of it.
  var hasWordsOrSigns: Bool {
    text.unicodeScalars.contains { !isSpace($0) && !"|·•".unicodeScalars.contains($0) }
  }

  var startsWithCapital: Bool { text.unicodeScalars.first.map(isCapital) == true }

  var startsBold: Bool { runs.first?.attributes.marks.contains(.strong) == true }

  /// The text with its bold letters as the rest of their words: `**R**ain **E**ngineer (**RE**)`.
  var withoutMarkedLetters: RichText {
    guard runs.contains(where: { $0.attributes.marks.contains(.strong) }) else { return self }
    var result = RichText()
    forEachRun { run, words in
      let next = text.utf8[words.endIndex...].first
      let isInWord =
        run.attributes.marks.contains(.strong)
        && words.last.map { $0.isASCII && $0.isLetter } == true
        && next.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } == true
      var attributes = run.attributes
      if isInWord { attributes.marks.remove(.strong) }
      result.append(String(words), attributes, span: run.span)
    }
    return result
  }

  var isUnlinked: Bool { runs.allSatisfy { $0.attributes.link == nil } }

  /// Whether a date stands in it that says when the rest was.
  var saysWhen: Bool { ExtractedDates(self).dates != nil }

  /// Whether it says when, and nothing else.
  var isDateAlone: Bool {
    let extracted = ExtractedDates(self)
    return extracted.dates != nil && !extracted.rest.hasWords
  }

  /// Whether a date stands anywhere in it, as in `AAAI 2024/`, where it may be part of a name.
  var holdsDate: Bool { text.mayHoldDate && !DateParser(TextScan(self)).matches().isEmpty }

  /// The text without white space and separators at its ends.
  func trimmedSigns() -> RichText {
    trimmed { isSpace($0) || isDash($0) || ",;:|·•，：；、".unicodeScalars.contains($0) }
  }
}

/// The text without a mark that all of it carries.
func unstyled(_ text: RichText, _ marks: RichText.Marks = .strong) -> RichText {
  text.isWholly(marks) ? text.mapAttributes { $0.marks.subtract(marks) } : text
}

/// The text without the bold and the italics that all of it carries.
func withoutStyle(_ text: RichText) -> RichText { unstyled(unstyled(text), .emphasis) }
