// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// A text as an array of scalars, for recognisers that look ahead and back.
///
/// Offsets are scalar offsets; `slice` gives back rich text.
struct TextScan {
  let text: RichText
  let scalars: [Unicode.Scalar]
  /// The stretches of one style, with their attributes.
  let runRanges: [(range: Range<Int>, attributes: RichText.Attributes)]
  /// The ranges of the runs: a style that goes on in the next line or element has several.
  let pieces: [Range<Int>]
  /// The byte offset of each scalar, and of the end; empty where all are of one byte.
  private let bytes: [Int]
  /// The pairs of brackets, in the order of the opening ones.
  let brackets: [(open: Int, close: Int)]

  init(_ text: RichText) {
    self.text = text
    let (scalars, offsets) = Self.decoded(text.text)
    self.scalars = scalars
    bytes = offsets
    var ranges: [(range: Range<Int>, attributes: RichText.Attributes)] = []
    var pieces: [Range<Int>] = []
    pieces.reserveCapacity(text.runs.count)
    ranges.reserveCapacity(text.runs.count)
    var start = 0
    var end = 0
    var length = 0
    for run in text.runs {
      length += run.length
      if offsets.isEmpty {
        end = length
      } else {
        while end < scalars.count, offsets[end] < length { end += 1 }
      }
      pieces.append(start..<end)
      if let last = ranges.last, last.attributes == run.attributes {
        ranges[ranges.count - 1].range = last.range.lowerBound..<end
      } else {
        ranges.append((range: start..<end, attributes: run.attributes))
      }
      start = end
    }
    self.pieces = pieces
    runRanges = ranges
    brackets = Self.brackets(in: scalars)
  }

  /// The scalars of a text with their byte offsets, which are left out where all are of one byte.
  private static func decoded(_ text: String) -> ([Unicode.Scalar], [Int]) {
    var text = text
    let ascii = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? bytes.map { Unicode.Scalar($0) } : nil
    }
    if let ascii { return (ascii, []) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    var offsets: [Int] = []
    offsets.reserveCapacity(text.utf8.count + 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    return (scalars, offsets)
  }

  /// The byte offset of a scalar, or of the end.
  private func byte(_ index: Int) -> Int { bytes.isEmpty ? index : bytes[index] }

  var count: Int { scalars.count }

  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func slice(_ range: Range<Int>) -> RichText {
    if range.count == count { return text }
    let low = pieces.partitioningIndex { $0.upperBound > range.lowerBound }
    let part = byte(range.lowerBound)..<byte(range.upperBound)
    let start = low < pieces.count ? byte(pieces[low].lowerBound) : part.upperBound
    return text.part(part, from: low, startingAt: start)
  }

  /// The text of one stretch of one style.
  func run(_ index: Int) -> RichText { slice(runRanges[index].range) }

  func string(_ range: Range<Int>) -> String {
    var text = text.text
    return text.withUTF8 { bytes in
      let part = bytes[byte(range.lowerBound)..<byte(range.upperBound)]
      return String(decoding: UnsafeBufferPointer(rebasing: part), as: UTF8.self)
    }
  }

  /// Whether some words stand at an offset.
  func stands(_ words: String, at start: Int) -> Bool {
    var index = start
    for scalar in words.unicodeScalars {
      guard self[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  /// How many words a range has that blanks part; counts no further than a number.
  func wordCount(in range: Range<Int>, upTo most: Int) -> Int {
    var count = 0
    var isInWord = false
    for index in range {
      if scalars[index] == " " {
        isInWord = false
      } else if !isInWord {
        count += 1
        if count == most { return most }
        isInWord = true
      }
    }
    return count
  }

  /// The last word of a range, without the blanks behind it.
  func lastWord(in range: Range<Int>) -> Range<Int> {
    let end = range.last { scalars[$0] != " " }.map { $0 + 1 } ?? range.lowerBound
    let start = (range.lowerBound..<end).last { scalars[$0] == " " }.map { $0 + 1 }
    return (start ?? range.lowerBound)..<end
  }

  /// Where some words stand first.
  func firstRange(of words: String) -> Range<Int>? {
    scalars.indices.first { stands(words, at: $0) }
      .map { $0..<$0 + words.unicodeScalars.count }
  }

  /// The first offset at or after `start` whose scalar is no white space.
  func skipSpaces(from start: Int) -> Int {
    var index = start
    while index < count, isSpace(scalars[index]) { index += 1 }
    return index
  }

  /// The range without white space at its ends.
  func trim(
    _ range: Range<Int>, also extra: (Unicode.Scalar) -> Bool = { _ in false }
  ) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isSpace(scalars[low]) || extra(scalars[low]) { low += 1 }
    while high > low, isSpace(scalars[high - 1]) || extra(scalars[high - 1]) { high -= 1 }
    return low..<high
  }

  /// The round brackets around a range, those that open last before it.
  ///
  /// Behind so many other brackets none is looked for: a line of an entry has a few.
  func roundBrackets(around range: Range<Int>) -> Range<Int>? {
    let end = brackets.partitioningIndex { $0.open >= range.lowerBound }
    let pair = brackets[..<end].suffix(Self.mostBrackets).last {
      "(（".unicodeScalars.contains(scalars[$0.open])
    }
    guard let pair, pair.close >= range.upperBound else { return nil }
    return pair.open..<pair.close + 1
  }

  private static let mostBrackets = 32

  /// The stretch of one style that holds an offset.
  func run(at offset: Int) -> (range: Range<Int>, attributes: RichText.Attributes)? {
    let place = runRanges.partitioningIndex { $0.range.upperBound > offset }
    return place < runRanges.count && runRanges[place].range.contains(offset)
      ? runRanges[place] : nil
  }

  /// The stretch of one look that holds a range.
  func piece(around range: Range<Int>) -> Range<Int>? {
    let place = pieces.partitioningIndex { $0.upperBound >= range.upperBound }
    guard place < pieces.count, pieces[place].lowerBound <= range.lowerBound else { return nil }
    return pieces[place]
  }

  /// The offset of the bracket that closes the one at an offset; `nil` where there is none.
  func closingBracket(of open: Int) -> Int? {
    let place = brackets.partitioningIndex { $0.open >= open }
    return place < brackets.count && brackets[place].open == open ? brackets[place].close : nil
  }

  /// Where the round bracket opens with which the text ends; `nil` where it ends otherwise.
  var finalBracket: Int? {
    guard let last = scalars.last, ")）".unicodeScalars.contains(last) else { return nil }
    return brackets.last { $0.close == count - 1 }?.open
  }

  /// Whether the scalar at an offset is set above the line, or has such a form.
  func isRaised(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return run(at: index)?.attributes.marks.contains(.superscript) == true
      || !scalars[index].isASCII && "¹²³⁴⁵⁶⁷⁸⁹⁰".unicodeScalars.contains(scalars[index])
  }

  /// The pairs of brackets; those of one kind are matched without regard to the others.
  private static func brackets(in scalars: [Unicode.Scalar]) -> [(open: Int, close: Int)] {
    // The open ones of each kind.
    var open: [[Int]] = []
    var pairs: [(open: Int, close: Int)] = []
    for index in scalars.indices where mayBeBracket(scalars[index]) {
      if open.isEmpty { open = Array(repeating: [], count: openings.count) }
      if let kind = openings.firstIndex(of: scalars[index]) {
        open[kind].append(index)
      } else if let kind = closings.firstIndex(of: scalars[index]),
        let last = open[kind].popLast()
      {
        pairs.append((last, index))
      }
    }
    return pairs.count < 2 ? pairs : pairs.sorted { $0.open < $1.open }
  }

  private static let openings = Array("([{（【“「《".unicodeScalars)
  private static let closings = Array(")]}）】”」》".unicodeScalars)

  /// Whether a scalar is none of the letters, digits and signs that most texts consist of.
  private static func mayBeBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x2000...: true
    default: false
    }
  }
}

/// Whether a scalar is one of the digits 0 to 9.
func isDigit(_ scalar: Unicode.Scalar) -> Bool { 0x30...0x39 ~= scalar.value }

/// Whether a scalar is a letter or a digit of any script.
func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
  }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
    return true
  default: return false
  }
}

/// Whether a scalar is an upper-case letter, or a letter of a script without case.
func isCapital(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return (0x41...0x5A).contains(scalar.value) }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .titlecaseLetter, .otherLetter: return true
  default: return false
  }
}

/// Whether a scalar belongs to Chinese, Japanese or Korean writing.
func isCJK(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0x20000...0x2FFFF:
    true
  default: false
  }
}

/// Whether a scalar is a syllable of Korean, which has spaces between its words.
func isHangul(_ scalar: Unicode.Scalar) -> Bool { 0xAC00...0xD7A3 ~= scalar.value }

/// Whether a scalar is a colon, of either width.
func isColon(_ scalar: Unicode.Scalar) -> Bool { asciiForm(of: scalar) == ":" }

/// Whether a scalar is a hyphen or a dash.
func isDash(_ scalar: Unicode.Scalar?) -> Bool {
  guard let scalar else { return false }
  return asciiForm(of: scalar) == "-"
}
