// SPDX-License-Identifier: MIT

/// A face in Compact Font Format, as Cairo embeds it (Adobe Technical Note 5176).
///
/// Cairo leaves out the glyphs that a document does not show, but keeps all subroutines that glyphs
/// of the whole face share: most of the bytes of some faces.
struct CompactFont {
  private(set) var bytes: [UInt8]
  private let glyphs: [Range<Int>]
  private let globalSubroutines: [Range<Int>]
  private let localSubroutines: [Range<Int>]

  /// - Parameter bytes: Of one face with one private dictionary; anything else gives `nil`.
  init?(_ bytes: [UInt8]) {
    let reader = CompactFontReader(bytes: bytes)
    guard bytes.count > 4, let names = reader.index(at: Int(bytes[2])),
      let tops = reader.index(at: names.end), tops.items.count == 1,
      let strings = reader.index(at: tops.end), let globals = reader.index(at: strings.end),
      let top = reader.dictionary(tops.items[0]), top[.charstringType, default: [2]] == [2],
      let glyphs = top[.charstrings]?.first.flatMap({ reader.index(at: $0) }),
      let locals = reader.localSubroutines(of: top)
    else { return nil }
    self.bytes = bytes
    self.glyphs = glyphs.items
    globalSubroutines = globals.items
    localSubroutines = locals
  }

  /// Makes each subroutine that no glyph calls a row of `return`, which compresses to nothing.
  ///
  /// All offsets stay as they are. A face whose calls cannot be told is left alone.
  mutating func blankUnusedSubroutines() {
    var calls = CharstringCalls(
      bytes: bytes, globals: globalSubroutines, locals: localSubroutines)
    guard glyphs.allSatisfy({ calls.follow($0) }) else { return }
    for (kind, subroutines) in [globalSubroutines, localSubroutines].enumerated() {
      for (number, range) in subroutines.enumerated() where !calls.isCalled[kind][number] {
        for place in range { bytes[place] = CharstringOperator.return.rawValue }
      }
    }
  }
}

/// Reads the structures of a Compact Font Format; what lies outside of the bytes gives `nil`.
private struct CompactFontReader {
  let bytes: [UInt8]

  /// A big-endian number.
  private func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset + size <= bytes.count else { return nil }
    return bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The ranges of the items of an INDEX, and the offset behind it.
  func index(at offset: Int) -> (items: [Range<Int>], end: Int)? {
    guard let count = number(at: offset, size: 2) else { return nil }
    if count == 0 { return ([], offset + 2) }
    guard let size = number(at: offset + 2, size: 1), 1...4 ~= size else { return nil }
    // Offsets count from the byte before the items.
    let base = offset + 2 + (count + 1) * size
    var items: [Range<Int>] = []
    var start = base + 1
    for item in 0...count {
      guard let place = number(at: offset + 3 + item * size, size: size) else { return nil }
      let end = base + place
      guard end >= start, end <= bytes.count else { return nil }
      if item > 0 { items.append(start..<end) }
      start = end
    }
    return (items, start)
  }

  /// The operands of a DICT by their operators; those of real numbers are 0.
  func dictionary(_ range: Range<Int>) -> [DictionaryKey: [Int]]? {
    var result: [DictionaryKey: [Int]] = [:]
    var operands: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      switch byte {
      case 0...21:
        var key = Int(byte)
        if byte == 12 {
          place += 1
          guard place < range.upperBound else { return nil }
          key = key << 8 | Int(bytes[place])
        }
        result[DictionaryKey(rawValue: key)] = operands
        operands = []
        place += 1
      case 29:
        guard let value = number(at: place + 1, size: 4) else { return nil }
        operands.append(Int(Int32(truncatingIfNeeded: value)))
        place += 5
      case 30:
        repeat { place += 1 } while place < range.upperBound && bytes[place] & 15 != 15
        operands.append(0)
        place += 1
      default:
        guard let (value, size) = shortNumber(in: bytes, at: place) else { return nil }
        operands.append(value)
        place += size
      }
    }
    return result
  }

  /// The subroutines of the one private dictionary, which in faces of many scripts lies deeper.
  func localSubroutines(of top: [DictionaryKey: [Int]]) -> [Range<Int>]? {
    var owner = top
    if let place = top[.fontDictionaries]?.first {
      guard let fonts = index(at: place)?.items, fonts.count == 1,
        let font = dictionary(fonts[0])
      else { return nil }
      owner = font
    }
    guard let place = owner[.private], place.count == 2 else { return [] }
    let (size, offset) = (place[0], place[1])
    guard size >= 0, offset >= 0, offset + size <= bytes.count,
      let values = dictionary(offset..<offset + size)
    else { return nil }
    guard let distance = values[.subroutines]?.first else { return [] }
    return index(at: offset + distance)?.items
  }
}

/// The operators of a DICT that tell where things lie.
private struct DictionaryKey: RawRepresentable, Hashable {
  let rawValue: Int

  static let charstrings = Self(rawValue: 17)
  static let `private` = Self(rawValue: 18)
  static let subroutines = Self(rawValue: 19)
  static let charstringType = Self(rawValue: 12 << 8 | 6)
  static let fontDictionaries = Self(rawValue: 12 << 8 | 36)
}

/// An integer of one to three bytes, as DICTs and charstrings have them.
func shortNumber(in bytes: [UInt8], at place: Int) -> (value: Int, size: Int)? {
  func byte(_ distance: Int) -> Int? {
    place + distance < bytes.count ? Int(bytes[place + distance]) : nil
  }
  guard let first = byte(0) else { return nil }
  switch first {
  case 28:
    guard let high = byte(1), let low = byte(2) else { return nil }
    return (Int(Int16(truncatingIfNeeded: high << 8 | low)), 3)
  case 32...246: return (first - 139, 1)
  case 247...250: return byte(1).map { ((first - 247) * 256 + $0 + 108, 2) }
  case 251...254: return byte(1).map { (-(first - 251) * 256 - $0 - 108, 2) }
  default: return nil
  }
}
