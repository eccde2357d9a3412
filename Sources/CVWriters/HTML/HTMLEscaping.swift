// SPDX-License-Identifier: MIT

/// Escapes text for the content of an element and for an attribute in double quotes alike; the
/// printer writes no other quotes.
///
/// `<b title="x">` becomes `&lt;b title=&quot;x&quot;&gt;`; see `harmless` for what else changes.
func escapedHTML(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in harmless(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Escapes JSON for a `script` element, which ends at `</script` and changes its rules at `<!--`.
///
/// The three signs stand only inside the strings of a JSON text, where `\u003c` means the same.
func escapedForScript(_ json: String) -> String {
  var result = ""
  result.reserveCapacity(json.utf8.count)
  for scalar in json.unicodeScalars {
    switch scalar {
    case "<": result += "\\u003c"
    case ">": result += "\\u003e"
    case "&": result += "\\u0026"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Text as a string of a style sheet, in quotes.
///
/// All but letters, digits, blanks and harmless signs is written as its number (CSS Syntax
/// 3, section 4.3.7), so that no name can end the string, the rule or the element.
func cssString(_ text: String) -> String {
  var result = "\""
  for scalar in harmless(text).unicodeScalars {
    let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || " ,.-0123456789" ~= scalar)
    let isWord = !scalar.isASCII && scalar.properties.isAlphabetic
    if isPlain || isWord {
      result.unicodeScalars.append(scalar)
    } else {
      // The blank ends the escape; a blank of the text behind it stays.
      result += "\\" + String(scalar.value, radix: 16) + " "
    }
  }
  return result + "\""
}

/// Text without what no page may hold, or what would act on the text around it.
///
/// Line ends of all kinds become blanks. Dropped are control characters, noncharacters (both are
/// errors in HTML), bidirectional embeddings, overrides and isolates (they turn text around that
/// is not theirs), byte order marks, and tags and annotations, which no reader sees.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.isLineEnd || $0.isHarmful }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.isHarmful {
    result.append(scalar.isLineEnd ? " " : scalar)
  }
  return String(result)
}

extension Unicode.Scalar {
  /// LF, VT, FF, CR, NEL, and the line and paragraph separators (UAX #14, class BK, CR, LF, NL).
  fileprivate var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  fileprivate var isHarmful: Bool {
    switch value {
    case 0x09, 0x0A...0x0D, 0x85: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x202A...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}

/// Whether a text holds a scalar.
private func ~= (signs: String, scalar: Unicode.Scalar) -> Bool {
  signs.unicodeScalars.contains(scalar)
}
