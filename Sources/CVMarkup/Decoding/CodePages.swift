// SPDX-License-Identifier: MIT

/// Single-byte encodings in which UTF-8 has been misread, or in which old files are written.
enum CodePage: String, CaseIterable {
  case windows1252 = "Windows-1252"
  case macRoman = "Mac Roman"
  case latin1 = "Latin-1"

  /// The character of a byte; the five holes of Windows-1252 give their C1 control (WHATWG).
  func scalar(of byte: UInt8) -> Unicode.Scalar {
    switch self {
    case .latin1: Unicode.Scalar(byte)
    case .windows1252:
      0x80..<0xA0 ~= byte ? Self.cp1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
    case .macRoman: byte < 0x80 ? Unicode.Scalar(byte) : Self.macRomanHigh[Int(byte) - 0x80]
    }
  }

  /// The byte that this encoding shows as a character, or `nil`.
  func byte(of scalar: Unicode.Scalar) -> UInt8? {
    switch self {
    case .latin1: UInt8(exactly: scalar.value)
    case .windows1252: Self.byte(of: scalar, in: Self.cp1252) ?? Self.highLatin1(scalar)
    case .macRoman: Self.byte(of: scalar, in: Self.macRomanHigh)
    }
  }

  private static func highLatin1(_ scalar: Unicode.Scalar) -> UInt8? {
    UInt8(exactly: scalar.value).flatMap { $0 >= 0xA0 ? $0 : nil }
  }

  /// Bytes 80 to 9F; from the WHATWG index `windows-1252`.
  private static let cp1252 = Array(
    "\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}"
      .unicodeScalars)

  /// Bytes 80 to FF; from Apple's ROMAN.TXT (with the euro sign at DB).
  private static let macRomanHigh = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ"
      + "–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars)

  private static func byte(of scalar: Unicode.Scalar, in table: [Unicode.Scalar]) -> UInt8? {
    table.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
  }
}
