// SPDX-License-Identifier: MIT
import CVModel
package import CVTypesetting

/// Shapes every character as a box of one width, so that layouts have whole numbers.
///
/// Lines may break after spaces and hyphens, and words be divided where a test says. Letters of
/// Hebrew run from right to left.
package struct BoxShaper: TextShaper {
  let advance: Double
  /// The places in a word, in bytes.
  let places: @Sendable (String) -> [Int]

  package init(advance: Double = 5, places: @escaping @Sendable (String) -> [Int] = { _ in [] }) {
    self.advance = advance
    self.places = places
  }

  package func shape(_ text: StyledText) -> ShapedText {
    var shaped = ShapedText(clusters: [], glyphs: [])
    var offset = 0
    var previous: Unicode.Scalar?
    var run = 0
    for scalar in text.text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      while offset >= text.runs[run].range.upperBound { run += 1 }
      let request = text.runs[run].font
      let glyph = shaped.glyphs.count
      shaped.glyphs.append(Glyph(id: scalar.value, advance: advance))
      var cluster = ShapedText.Cluster(
        text: offset..<end, glyphs: glyph..<glyph + 1, advance: advance,
        font: FontID(number: request.weight * 2 + (request.isItalic ? 1 : 0), size: request.size))
      cluster.isSpace = scalar == " "
      cluster.isWordSpace = scalar == " " || scalar == "\u{A0}"
      cluster.level = Self.isHebrew(scalar) ? 1 : 0
      cluster.allowsBreakBefore =
        scalar != " "
        && (previous == " " || previous == "-" || previous == "–" || previous == "/"
          || previous == "—" || scalar == "—")
      shaped.clusters.append(cluster)
      previous = scalar
      offset = end
    }
    shaped.isRightToLeft = text.text.unicodeScalars.first.map(Self.isHebrew) ?? false
    addHyphens(to: &shaped, of: text)
    return shaped
  }

  private static func isHebrew(_ scalar: Unicode.Scalar) -> Bool {
    0x590...0x5FF ~= scalar.value
  }

  private func addHyphens(to shaped: inout ShapedText, of text: StyledText) {
    let bytes = Array(text.text.utf8)
    let inWords = text.divisibleWords.flatMap { word in
      places(String(decoding: bytes[word], as: UTF8.self)).map { word.lowerBound + $0 }
    }
    for place in (text.softHyphens + inWords).sorted() {
      guard let index = shaped.clusters.firstIndex(where: { $0.text.lowerBound == place }) else {
        continue
      }
      let glyph = shaped.glyphs.count
      shaped.glyphs.append(Glyph(id: 0xAD, advance: advance))
      let sign = ShapedText.Cluster(
        text: place..<place, glyphs: glyph..<glyph + 1, advance: advance,
        font: shaped.clusters[index].font)
      shaped.hyphens.append(.init(interruption: index, ending: [sign], resumption: index))
    }
  }
}
