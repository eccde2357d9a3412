// SPDX-License-Identifier: MIT

/// Sets the blanks that CommonMark wants around the signs of headings: `##Papers##` is one in
/// kramdown, and was one to the readers of Markdown before CommonMark.
///
/// `#tag` and `#1` are words: a lone sign begins a heading only where another closes it, or where
/// the page writes its other headings so.
func spaceHeadings(_ text: EditedText) -> EditedText {
  let scan = ByteScan(text.bytes)
  guard scan.bytes.contains(UnspacedHeading.sign) else { return text }
  var headings: [UnspacedHeading] = []
  scan.forEachLine { line, isCode in
    if !isCode, let heading = UnspacedHeading(scan, line: line) { headings.append(heading) }
  }
  let isUsual = headings.contains { $0.level > 1 && !$0.isSpaced }
  let taken = headings.filter { $0.level > 1 || $0.isClosed || isUsual && !$0.mayBeTag }
  return text.applying(taken.flatMap { $0.places.map { .insert(" ", at: $0) } })
}

/// A line of Markdown that begins with the sign of a heading and lacks a blank beside one.
private struct UnspacedHeading {
  static let sign = UInt8(ascii: "#")

  let level: Int
  /// Whether a blank stands behind the opening signs.
  let isSpaced: Bool
  /// Whether signs stand at the end, as many as at the beginning.
  let isClosed: Bool
  /// Whether the line may begin with a number or be a list of tags.
  let mayBeTag: Bool
  /// Where blanks are missing.
  let places: [Int]

  init?(_ scan: ByteScan, line: Range<Int>) {
    let start = scan.skipBlanks(from: line.lowerBound)
    guard start < line.upperBound, start - line.lowerBound <= 3 else { return nil }
    level = scan.run(of: Self.sign, at: start)
    let words = start + level
    guard 1...6 ~= level, words < line.upperBound else { return nil }
    isSpaced = scan.isBlank(scan.bytes[words])
    var end = line.upperBound
    while scan.isBlank(scan.bytes[end - 1]) || scan.bytes[end - 1] == 0x0D { end -= 1 }
    let signs = scan.bytes[words..<max(words, end)].reversed().prefix { $0 == Self.sign }.count
    let closing = end - signs
    isClosed = signs == level
    mayBeTag =
      isDigit(scan.bytes[words]) || scan.bytes[words..<end].contains(Self.sign)
    // `## C#` ends with its last word.
    let isGlued = (signs > 1 || isClosed && !isSpaced) && closing > words
    let opening = isSpaced || !Self.beginsTitle(scan.bytes[words]) ? [] : [words]
    guard isSpaced || !opening.isEmpty else { return nil }
    places = opening + (isGlued && !scan.isBlank(scan.bytes[closing - 1]) ? [closing] : [])
    guard !places.isEmpty else { return nil }
  }

  /// Whether a byte may begin a title: a letter, a digit, a link, an icon or emphasis.
  private static func beginsTitle(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: "[<*_:(".utf8.contains(byte)
    }
  }
}
