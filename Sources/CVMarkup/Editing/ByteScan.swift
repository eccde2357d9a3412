// SPDX-License-Identifier: MIT

/// Looks into bytes: the small questions that every step before the parsers asks.
struct ByteScan {
  let bytes: [UInt8]
  /// The offset of the last `>`: no tag that begins behind it has an end.
  let lastAngle: Int
  /// The offset of the last `}`, as `lastAngle`.
  let lastBrace: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lastAngle = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    lastBrace = bytes.lastIndex(of: UInt8(ascii: "}")) ?? -1
  }

  var count: Int { bytes.count }

  /// Whether a word of ASCII letters and signs stands at an offset, in any case.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, offset + length <= bytes.count else { return false }
    return word.withUTF8Buffer { wanted in
      for index in 0..<length where lowered(bytes[offset + index]) != lowered(wanted[index]) {
        return false
      }
      return true
    }
  }

  /// Whether a text that is made at run time stands at an offset.
  func has(text: String, at offset: Int) -> Bool {
    offset >= 0 && offset + text.utf8.count <= bytes.count
      && bytes[offset..<offset + text.utf8.count].elementsEqual(text.utf8)
  }

  /// The offset of a word at or after an offset, in any case.
  func find(_ word: StaticString, from offset: Int, before limit: Int? = nil) -> Int? {
    let end = (limit ?? bytes.count) - word.utf8CodeUnitCount
    guard offset <= end else { return nil }
    let first = word.withUTF8Buffer { lowered($0[0]) }
    for index in offset...end where lowered(bytes[index]) == first {
      if has(word, at: index) { return index }
    }
    return nil
  }

  /// The offset of the last place of a word, in any case.
  func findLast(_ word: StaticString) -> Int? {
    (0..<bytes.count).last { has(word, at: $0) }
  }

  /// The offset of the line feed that ends the line, or the end of the text.
  func lineEnd(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// The offset of the first byte of the line that holds an offset.
  func lineStart(of offset: Int) -> Int {
    var index = offset
    while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
    return index
  }

  /// Whether nothing but blanks stands before an offset in its line.
  func beginsLine(_ offset: Int) -> Bool {
    var index = offset
    while index > 0, isBlank(bytes[index - 1]) { index -= 1 }
    return index == 0 || bytes[index - 1] == 0x0A
  }

  /// The offset of the first byte that is no space or TAB.
  func skipBlanks(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// Whether a range holds only spaces, TABs and line feeds.
  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { isBlank($0) || $0 == 0x0A }
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// How often a byte stands in a row at an offset.
  func run(of byte: UInt8, at offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] == byte { index += 1 }
    return index - offset
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The word of ASCII letters, digits, `-`, `_` and `:` at an offset, in lower case.
  func name(at offset: Int) -> String {
    var index = offset
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    return String(decoding: bytes[offset..<index].map(lowered), as: UTF8.self)
  }

  func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lowered(byte)) }

  func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A
  }

  private func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
