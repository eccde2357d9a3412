// SPDX-License-Identifier: MIT
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
  /// The byte offset of each scalar, and of the end.
  private let bytes: [Int]
  /// The offsets of opening brackets with those that close them.
  private let closings: [Int: Int]
  /// Whether each scalar is raised; empty where none is.
  private let raised: [Bool]

  init(_ text: RichText) {
    self.text = text
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.count)
    var offsets: [Int] = []
    offsets.reserveCapacity(text.count + 1)
    var offset = 0
    for scalar in text.text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    bytes = offsets
    var ranges: [(range: Range<Int>, attributes: RichText.Attributes)] = []
    var pieces: [Range<Int>] = []
    var start = 0
    var end = 0
    var length = 0
    for run in text.runs {
      length += run.length
      while end < scalars.count, offsets[end] < length { end += 1 }
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
    closings = Self.closings(in: scalars)
    raised = Self.raised(in: ranges, count: scalars.count)
  }

  var count: Int { scalars.count }

  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func slice(_ range: Range<Int>) -> RichText {
    if range.count == count { return text }
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let part = bytes[range.lowerBound]..<bytes[range.upperBound]
    let start = low < pieces.count ? bytes[pieces[low].lowerBound] : part.upperBound
    return text.part(part, from: low, startingAt: start)
  }

  /// The text of one stretch of one style.
  func run(_ index: Int) -> RichText { slice(runRanges[index].range) }

  func string(_ range: Range<Int>) -> String {
    let utf8 = text.text.utf8
    let low = utf8.index(utf8.startIndex, offsetBy: bytes[range.lowerBound])
    let high = utf8.index(low, offsetBy: bytes[range.upperBound] - bytes[range.lowerBound])
    return String(Substring(utf8[low..<high]))
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

  /// The offset of the bracket that closes the one at an offset; `nil` where there is none.
  func closingBracket(of open: Int) -> Int? { closings[open] }

  /// Whether the scalar at an offset is set above the line, or has such a form.
  func isRaised(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return !raised.isEmpty && raised[index] || "¹²³⁴⁵⁶⁷⁸⁹⁰".unicodeScalars.contains(scalars[index])
  }

  private static func raised(
    in runs: [(range: Range<Int>, attributes: RichText.Attributes)], count: Int
  ) -> [Bool] {
    guard runs.contains(where: { $0.attributes.marks.contains(.superscript) }) else { return [] }
    var raised = [Bool](repeating: false, count: count)
    for (range, attributes) in runs where attributes.marks.contains(.superscript) {
      for index in range { raised[index] = true }
    }
    return raised
  }

  /// The pairs of brackets; those of one kind are matched without regard to the others.
  private static func closings(in scalars: [Unicode.Scalar]) -> [Int: Int] {
    var open: [Unicode.Scalar: [Int]] = [:]
    var pairs: [Int: Int] = [:]
    for (index, scalar) in scalars.enumerated() {
      if let closing = closing(of: scalar) {
        open[closing, default: []].append(index)
      } else if isClosing(scalar), let last = open[scalar]?.popLast() {
        pairs[last] = index
      }
    }
    return pairs
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "}", "）", "】", "”", "」", "》": true
    default: false
    }
  }

  private static func closing(of opening: Unicode.Scalar) -> Unicode.Scalar? {
    switch opening {
    case "(": ")"
    case "[": "]"
    case "{": "}"
    case "（": "）"
    case "【": "】"
    case "“": "”"
    case "「": "」"
    case "《": "》"
    default: nil
    }
  }
}

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

/// Whether a scalar is a hyphen or a dash.
func isDash(_ scalar: Unicode.Scalar?) -> Bool {
  guard let scalar else { return false }
  return asciiForm(of: scalar) == "-"
}
