// SPDX-License-Identifier: MIT
import CVModel

/// A text as the word lists have it: lower case, ASCII forms of full-width signs, plain quotes
/// and dashes, `and` for `&`, single spaces, no sign of punctuation at the ends.
func folded(_ text: some StringProtocol) -> String {
  var result = ""
  var owesSpace = false
  for scalar in text.unicodeScalars {
    let plain = asciiForm(of: scalar)
    if isSpace(plain) {
      owesSpace = !result.isEmpty
    } else {
      if owesSpace { result += " " }
      owesSpace = false
      if plain == "&" { result += "and" } else { result += plain.properties.lowercaseMapping }
    }
  }
  return trimmedPunctuation(result)
}

/// The words of a text, folded, without the punctuation around them.
func foldedWords(_ text: some StringProtocol) -> [String] {
  folded(text).split { " ,;()[]/\"|".contains($0) }.map { trimmedPunctuation(String($0)) }
    .filter { !$0.isEmpty }
}

/// Full-width forms, typographic quotes and dashes as ASCII; all else as it is.
func asciiForm(of scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x2018, 0x2019, 0x201A, 0x02BC, 0x00B4: "'"
  case 0x201C, 0x201D, 0x201E: "\""
  case 0x2010...0x2015, 0x2212: "-"
  case 0x301C, 0x223C: "~"
  case 0x3001: ","
  case 0x3002: "."
  default: scalar
  }
}

private func trimmedPunctuation(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let isEdge = { (scalar: Unicode.Scalar) in ",;:!?\"'*|-~".unicodeScalars.contains(scalar) }
  var view = scalars.drop { isEdge($0) || $0 == " " || $0 == "." }
  while let last = view.last, isEdge(last) || last == " " || last == "." && !endsAbbreviation(view)
  {
    view.removeLast()
  }
  return String(view)
}

/// Whether the final stop belongs to an abbreviation like `ph.d.` or `u.k.`.
private func endsAbbreviation(_ text: Substring.UnicodeScalarView) -> Bool {
  let word = text.reversed().prefix { $0 != " " }
  return word.dropFirst().contains(".") || word.count <= 3
}
