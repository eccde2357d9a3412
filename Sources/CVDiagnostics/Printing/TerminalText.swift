// SPDX-License-Identifier: MIT

/// Text of a user made safe to print on a terminal.
///
/// Control characters (C0, C1, DEL), line ends and bidirectional controls are written as
/// `\u{…}`, so that a file cannot move the cursor, forge a line or turn the text around (CWE-150).
package func terminalSafe(_ text: String, limit: Int = .max) -> String {
  var result = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    guard count < limit else { return result + "…" }
    if isUnsafeOnTerminal(scalar) {
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a scalar could change what a terminal shows beside itself.
package func isUnsafeOnTerminal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0: true
  case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
  case 0x2028, 0x2029, 0xFEFF: true
  default: false
  }
}

/// The columns that a scalar takes on a terminal: 0, 1 or 2.
///
/// The wide ranges are those of East Asian Width W and F (UAX #11) and the emoji blocks.
package func terminalWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
