// SPDX-License-Identifier: MIT
import CHyphen

/// The machine could not give the patterns of a language.
package struct HyphenationError: Error, Hashable {
  /// The file that is missing, is no dictionary, or is in an encoding that cvgen does not know.
  package var file: String
}

/// The places at which the words of one language may be divided (Liang 1983).
///
/// Its file holds patterns in libhyphen's format, in UTF-8 or ISO 8859-1. Only standard division is
/// used: no letter changes at the end of a line.
package final class HyphenationDictionary {
  private let dictionary: UnsafeMutablePointer<HyphenDict>
  private let encoding: Encoding
  /// Words whose places are known better than by the patterns.
  private let exceptions: [String: [Int]]

  /// How a dictionary writes its letters.
  private enum Encoding {
    case utf8, latin1
  }

  /// At least so many letters stay on either line; a dictionary may ask for more.
  private static let fewestBefore = 2
  private static let fewestAfter = 3
  /// Longer words are none: libhyphen gets nothing that its author did not think of.
  private static let longestWord = 63
  /// libhyphen reads past the end of a word, and writes past the length of one.
  private static let padding = 8

  /// - Parameter language: The dictionary's language; for English there are words that its
  ///   patterns divide badly.
  /// - Throws: `HyphenationError` where the file cannot be used.
  package init(file: String, language: String) throws(HyphenationError) {
    guard let dictionary = hnj_hyphen_load(file) else { throw HyphenationError(file: file) }
    if dictionary.pointee.utf8 != 0 {
      encoding = .utf8
    } else if Self.name(dictionary.pointee) == "ISO8859-1" {
      encoding = .latin1
    } else {
      hnj_hyphen_free(dictionary)
      throw HyphenationError(file: file)
    }
    self.dictionary = dictionary
    exceptions = language.hasPrefix("en") ? englishExceptions : [:]
  }

  deinit { hnj_hyphen_free(dictionary) }

  /// The places of a word, in UTF-8 bytes from its start, in ascending order.
  ///
  /// - Parameter word: Lower-case letters, without signs.
  package func places(in word: String) -> [Int] {
    if let known = exceptions[word] { return known }
    let letters = Array(word.unicodeScalars)
    let shortest = Self.fewestBefore + Self.fewestAfter
    guard shortest...Self.longestWord ~= letters.count, var bytes = encoded(word) else { return [] }
    let length = bytes.count
    bytes += [CChar](repeating: 0, count: Self.padding)
    var marks = [CChar](repeating: 0, count: length + Self.padding)
    guard hyphenate(bytes, length, &marks) else { return [] }
    var places: [Int] = []
    var offset = 0
    for (index, letter) in letters.enumerated() {
      offset += UTF8.width(letter)
      let isPlace = marks[index] & 1 == 1
      if isPlace, index + 1 >= Self.fewestBefore, letters.count - index - 1 >= Self.fewestAfter {
        places.append(offset)
      }
    }
    return places
  }

  /// Marks each letter after which a hyphen may stand by an odd digit.
  private func hyphenate(_ word: [CChar], _ length: Int, _ marks: inout [CChar]) -> Bool {
    // Filled only where a letter changes; the patterns of the bundled files change none.
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    defer {
      free(replacements, count: length)
      positions?.deallocate()
      cuts?.deallocate()
    }
    let result = hnj_hyphen_hyphenate2(
      dictionary, word, Int32(length), &marks, nil, &replacements, &positions, &cuts)
    guard result == 0 else { return false }
    // A place at which a letter would change is none.
    if let replacements {
      for index in 0..<length where replacements[index] != nil { marks[index] = 0 }
    }
    return true
  }

  /// Frees what libhyphen has allocated; one text may stand at several places.
  private func free(
    _ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int
  ) {
    guard let replacements else { return }
    for text in Set((0..<count).compactMap { replacements[$0] }) { text.deallocate() }
    replacements.deallocate()
  }

  /// The word as the dictionary writes it; `nil` for letters that it has not.
  private func encoded(_ word: String) -> [CChar]? {
    switch encoding {
    case .utf8: return word.utf8.map { CChar(bitPattern: $0) }
    case .latin1:
      var bytes: [CChar] = []
      for scalar in word.unicodeScalars {
        guard let byte = UInt8(exactly: scalar.value) else { return nil }
        bytes.append(CChar(bitPattern: byte))
      }
      return bytes
    }
  }

  private static func name(_ dictionary: HyphenDict) -> String {
    withUnsafeBytes(of: dictionary.cset) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
