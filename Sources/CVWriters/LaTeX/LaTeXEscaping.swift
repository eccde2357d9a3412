// SPDX-License-Identifier: MIT

/// A text as LaTeX source: every character prints as itself, whatever it means to TeX.
///
/// The source is the same for all engines: signs that T1 fonts would join to another (`--`, `,,`,
/// two apostrophes) are kept apart, blanks of all widths become blanks or ties, and what is never
/// seen is left out. A combining mark joins its letter, since pdfTeX cannot set it alone. A sign of
/// per cent at the end is kept from the brace behind it: `%}` ends a tag of Liquid.
func latexText(_ text: some StringProtocol) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  var previous: Unicode.Scalar?
  for character in text {
    var scalars = character.unicodeScalars[...]
    if scalars.count > 1, let whole = precomposed[character] {
      scalars = String.UnicodeScalarView([whole])[...]
    }
    for scalar in scalars {
      if joins(previous, scalar) { result += "{}" }
      append(scalar, to: &result)
      previous = scalar
    }
  }
  return previous == "%" ? result + "{}" : result
}

/// An address as an argument of `\href` or `\url`, also inside arguments of other macros.
///
/// What has a meaning in TeX and none in an address is percent-encoded (RFC 3986, section 2.1), as
/// is `$`, for which hyperref has no command; for the other signs it has.
func latexAddress(_ address: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  for byte in address.utf8 {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "&"):
      result += [UInt8(ascii: "\\"), byte]
    case 0x21...0x7E where !"\\{}^`\"<>|$".utf8.contains(byte): result.append(byte)
    default: result += Array("\\%".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// A text for a comment: letters, numbers and the plain signs of titles.
func latexComment(_ text: String) -> String {
  let kept = text.map { character -> Character in
    character.isLetter || character.isNumber || "-,.:;()&/+".contains(character) ? character : " "
  }
  return String(kept).split(separator: " ").joined(separator: " ")
}

/// Whether T1 fonts would set two signs as another one (`--` as a dash, `?‘` as `¿`).
private func joins(_ first: Unicode.Scalar?, _ second: Unicode.Scalar) -> Bool {
  switch (first, second) {
  case ("-", "-"), ("–", "-"), (",", ","), ("’", "’"), ("‘", "‘"), ("?", "‘"), ("!", "‘"): true
  default: false
  }
}

private func append(_ scalar: Unicode.Scalar, to result: inout String) {
  if let known = commands[scalar] {
    result += known
  } else if scalar.value < 0x7F {
    if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
  } else if scalar.properties.isWhitespace {
    result += " "
  } else if scalar.properties.generalCategory != .control,
    !scalar.properties.isDefaultIgnorableCodePoint,
    !scalar.properties.isNoncharacterCodePoint
  {
    result.unicodeScalars.append(scalar)
  }
}

/// What stands for characters that mean something to TeX, or whose looks depend on the font.
private let commands: [Unicode.Scalar: String] = [
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
  "_": "\\_", "%": "\\%", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
  "\"": "\\textquotedbl{}", "'": "\\textquotesingle{}", "`": "\\textasciigrave{}",
  "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}",
  "\t": " ", "\n": " ", "\u{B}": " ", "\u{C}": " ", "\r": " ",
  "\u{A0}": "~", "\u{2007}": "~", "\u{202F}": "~", "\u{200B}": "\\cvbreak{}",
]

/// Letters with their marks as one character each, by any spelling of them.
private let precomposed: [Character: Unicode.Scalar] = {
  let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x386...0x3CE, 0x1E00...0x1EFF]
  let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
  return Dictionary(scalars.map { (Character($0), $0) }) { first, _ in first }
}()
