// SPDX-License-Identifier: MIT
import CVModel

/// A text as the word lists have it: lower case, ASCII forms of full-width signs, plain quotes
/// and dashes, `and` for `&`, single spaces, no sign of punctuation at the ends.
func folded(_ text: some StringProtocol) -> String {
  String(decoding: trimmedPunctuation(foldedBytes(text)[...]), as: UTF8.self)
}

/// The words of a text, folded, without the punctuation around them.
func foldedWords(_ text: some StringProtocol) -> [String] {
  trimmedPunctuation(foldedBytes(text)[...]).split { isBetweenWords($0) }.compactMap { part in
    let word = trimmedPunctuation(part)
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }
}

private func isBetweenWords(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("),
    UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"),
    UInt8(ascii: "\""), UInt8(ascii: "|"):
    true
  default: false
  }
}

/// Works on bytes where it can: this is the readers' innermost loop.
private func foldedBytes(_ text: some StringProtocol) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count)
  var owesSpace = false
  for scalar in text.unicodeScalars {
    let plain = asciiForm(of: scalar)
    if isSpace(plain) {
      owesSpace = !result.isEmpty
      continue
    }
    if owesSpace { result.append(UInt8(ascii: " ")) }
    owesSpace = false
    switch plain.value {
    case 0x26: result += "and".utf8
    case 0x41...0x5A: result.append(UInt8(plain.value + 0x20))
    case 0..<0x80: result.append(UInt8(plain.value))
    // Turkish capitals have a dot or none; without it they are those of other languages.
    case 0x130, 0x131: result.append(UInt8(ascii: "i"))
    default: result += plain.properties.lowercaseMapping.utf8
    }
  }
  return result
}

/// Full-width forms, typographic quotes and dashes as ASCII; all else as it is.
func asciiForm(of scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar.isASCII { return scalar }
  return switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x2018, 0x2019, 0x201A, 0x02BC, 0x00B4: "'"
  case 0x201C, 0x201D, 0x201E: "\""
  case 0x2010...0x2015, 0x2212: "-"
  case 0x301C, 0x223C: "~"
  case 0x3001: ","
  case 0x3002: "."
  case 0x060C: ","
  case 0x061B: ";"
  case 0x061F: "?"
  // Mathematical letters and digits, by which some set their headings in bold.
  case 0x1D400...0x1D6A3:
    Unicode.Scalar((scalar.value - 0x1D400) % 52 + ((scalar.value - 0x1D400) % 52 < 26 ? 65 : 71))
      ?? scalar
  case 0x1D7CE...0x1D7FF: Unicode.Scalar((scalar.value - 0x1D7CE) % 10 + 0x30) ?? scalar
  // Digits of Arabic and Persian.
  case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30) ?? scalar
  case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30) ?? scalar
  default: scalar
  }
}

private func trimmedPunctuation(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let stop = UInt8(ascii: ".")
  let space = UInt8(ascii: " ")
  var view = text.drop { isEdge($0) || $0 == space || $0 == stop }
  while let last = view.last,
    isEdge(last) || last == space || last == stop && !endsAbbreviation(view)
  {
    view.removeLast()
  }
  return view
}

private func isEdge(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
    UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"),
    UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "~"):
    true
  default: false
  }
}

/// Whether the final stop belongs to an abbreviation like `ph.d.` or `u.k.`.
private func endsAbbreviation(_ text: ArraySlice<UInt8>) -> Bool {
  let word = text.reversed().prefix { $0 != UInt8(ascii: " ") }
  let scalars = word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  return word.dropFirst().contains(UInt8(ascii: ".")) || scalars <= 3
}
