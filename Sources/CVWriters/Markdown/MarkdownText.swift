// SPDX-License-Identifier: MIT
import CVModel

/// Rich text as Markdown that reads back as the same text.
///
/// - Parameter marks: Emphasis that is not written because the place says it already.
func markdown(_ text: RichText, without marks: RichText.Marks = []) -> String {
  var pieces: [Piece] = []
  text.forEachRun { run, part in
    var piece = Piece(text: String(part), attributes: run.attributes)
    piece.attributes.marks.subtract(marks.union([.literal, .coloured]))
    if let last = pieces.last, last.attributes == piece.attributes {
      pieces[pieces.count - 1].text += piece.text
    } else {
      pieces.append(piece)
    }
  }
  return pieces.map(\.markdown).joined()
}

/// A plain string as Markdown.
func markdown(_ text: String) -> String { escaped(text) }

/// A stretch of one look.
private struct Piece {
  var text: String
  var attributes: RichText.Attributes

  /// Tags and not stars: stars that touch words or each other would not always mean emphasis.
  var markdown: String {
    let marks = attributes.marks
    var result = marks.contains(.code) ? codeSpan : escaped(text)
    for (mark, open, close) in Self.tags where marks.contains(mark) {
      result = open + result + close
    }
    if let link = attributes.link {
      result = "[\(result)](\(target(link)))"
    }
    return result
  }

  private static let tags: [(RichText.Marks, String, String)] = [
    (.superscript, "<sup>", "</sup>"), (.subscripted, "<sub>", "</sub>"),
    (.small, "<small>", "</small>"), (.underline, "<u>", "</u>"), (.strike, "<del>", "</del>"),
    (.emphasis, "<em>", "</em>"), (.strong, "<strong>", "</strong>"),
  ]

  private var codeSpan: String { "<code>" + escaped(text) + "</code>" }
}

/// The address of a link: bare, or between `<` and `>` (CommonMark 0.31, section 6.3).
func target(_ address: String) -> String {
  var result = ""
  for character in address {
    switch character {
    case "<", ">", "\\": result += "\\\(character)"
    case "&": result += "&amp;"
    case "\n", "\r": continue
    default: result.append(character)
    }
  }
  let isPlain = !result.isEmpty && !result.contains { " ()<>\\\t".contains($0) }
  return isPlain ? result : "<\(result)>"
}

/// Text in which no sign means anything to Markdown, HTML or Liquid.
///
/// A backslash holds back the signs of Markdown; what would make a link by itself, or mean
/// something to Liquid, is written as a character reference.
func escaped(_ text: String) -> String {
  var result = ""
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let before = scalars[max(0, index - 2)..<index]
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    if needsReference(scalar, after: before, before: next) {
      result += "&#\(scalar.value);"
    } else {
      if needsBackslash(scalar, after: before.last, before: next) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func needsBackslash(
  _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
) -> Bool {
  switch scalar {
  case "\\", "`", "*", "[", "]", "<", ">", "|": true
  // Inside a word an underscore is one (CommonMark 0.31, section 6.2).
  case "_": !(isLetter(previous) && isLetter(next))
  case "~": next == "~" || previous == "~"
  default: false
  }
}

private func needsReference(
  _ scalar: Unicode.Scalar, after before: ArraySlice<Unicode.Scalar>, before next: Unicode.Scalar?
) -> Bool {
  switch scalar {
  case "{": next == "{" || next == "%" || next == ":"
  case "}": before.last == "}" || before.last == "%"
  case "&": next == "#" || isLetter(next)
  case ":": next == "/"
  case "@": isLetter(before.last)
  case ".": before.elementsEqual(["w", "w"])
  case "\u{A0}", "\t": true
  default: false
  }
}

private func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
  scalar.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
}

/// Markdown whose first sign does not make a heading, a list, a quote or a rule of the line.
func atLineStart(_ markdown: String) -> String {
  guard let first = markdown.first else { return markdown }
  if "#+-=$:".contains(first) { return "\\" + markdown }
  let digits = markdown.prefix { $0.isASCII && $0.isNumber }
  guard !digits.isEmpty, let sign = markdown.dropFirst(digits.count).first,
    sign == "." || sign == ")"
  else { return markdown }
  return digits + "\\" + markdown.dropFirst(digits.count)
}
