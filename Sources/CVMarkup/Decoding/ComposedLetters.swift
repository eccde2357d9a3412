// SPDX-License-Identifier: MIT

/// Letters with their accents in one character each (UAX #15, form C), where a file has them apart.
///
/// Files that were saved on a Mac have `e` and U+0301; word lists, months and fonts have `é`.
func composingEdits(_ bytes: [UInt8]) -> [Edit] {
  var edits: [Edit] = []
  var index = 0
  while let mark = bytes[index...].firstIndex(where: { $0 == 0xCC || $0 == 0xCD || $0 == 0xE3 }) {
    index = mark + 1
    guard isMark(bytes, at: mark), let start = bytes[..<mark].lastIndex(where: isFirstByte) else {
      continue
    }
    var end = mark
    while isMark(bytes, at: end) { end += length(ofMark: bytes[end]) }
    index = end
    var cluster = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
    // No letter has more accents, and a line feed has none.
    guard cluster.count <= 5, cluster.first?.properties.isAlphabetic == true else { continue }
    var behind = String.UnicodeScalarView()
    while cluster.count > 1 {
      if let letter = composedLetters[Character(String(cluster))] {
        let text = String(letter) + String(behind)
        edits.append(Edit(range: start..<end, replacement: text))
        break
      }
      behind.insert(cluster.removeLast(), at: behind.startIndex)
    }
  }
  return edits
}

/// Whether an accent that joins the letter before it stands at an offset: U+0300 to U+036F, and
/// the two marks of kana.
private func isMark(_ bytes: [UInt8], at index: Int) -> Bool {
  guard index + 1 < bytes.count else { return false }
  switch bytes[index] {
  case 0xCC: return true
  case 0xCD: return bytes[index + 1] <= 0xAF
  case 0xE3:
    return bytes[index + 1] == 0x82 && index + 2 < bytes.count
      && (0x99...0x9A).contains(bytes[index + 2])
  default: return false
  }
}

private func length(ofMark first: UInt8) -> Int { first == 0xE3 ? 3 : 2 }

private func isFirstByte(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

/// The letters of Latin, Greek, Cyrillic and kana by themselves: a character is equal to any other
/// form of it.
private let composedLetters: [Character: Unicode.Scalar] = {
  let ranges: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x386...0x4FF, 0x1E00...0x1FFF, 0x3040...0x30FF,
  ]
  let letters = ranges.joined().compactMap(Unicode.Scalar.init).filter { !isMark($0) }
  return Dictionary(letters.map { (Character($0), $0) }) { first, _ in first }
}()

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.canonicalCombiningClass != .notReordered
}
