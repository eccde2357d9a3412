// SPDX-License-Identifier: MIT
import CVModel

/// A text as an array of scalars, for recognisers that look ahead and back.
///
/// Offsets are scalar offsets; `slice` gives back rich text.
struct TextScan {
  let text: RichText
  let scalars: [Unicode.Scalar]
  /// The ranges of the runs, with their attributes.
  let runRanges: [(range: Range<Int>, attributes: RichText.Attributes)]
  /// The byte offset of each scalar, and of the end.
  private let bytes: [Int]

  init(_ text: RichText) {
    self.text = text
    scalars = Array(text.text.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    bytes = offsets
    var ranges: [(range: Range<Int>, attributes: RichText.Attributes)] = []
    var start = 0
    var end = 0
    var length = 0
    for run in text.runs {
      length += run.length
      while end < scalars.count, offsets[end] < length { end += 1 }
      ranges.append((range: start..<end, attributes: run.attributes))
      start = end
    }
    runRanges = ranges
  }

  var count: Int { scalars.count }

  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func slice(_ range: Range<Int>) -> RichText {
    text[bytes[range.lowerBound]..<bytes[range.upperBound]]
  }

  /// The text of one run.
  func run(_ index: Int) -> RichText {
    let (range, attributes) = runRanges[index]
    return RichText(string(range), attributes, span: text.runs[index].span)
  }

  func string(_ range: Range<Int>) -> String {
    let utf8 = text.text.utf8
    let low = utf8.index(utf8.startIndex, offsetBy: bytes[range.lowerBound])
    let high = utf8.index(low, offsetBy: bytes[range.upperBound] - bytes[range.lowerBound])
    return String(text.text[low..<high])
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
  func closingBracket(of open: Int) -> Int? {
    guard let opening = self[open], let closing = Self.closing(of: opening) else { return nil }
    var depth = 0
    for index in open..<count {
      if scalars[index] == opening { depth += 1 }
      if scalars[index] == closing { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
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
