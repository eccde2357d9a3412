// SPDX-License-Identifier: MIT
import CVModel
package import CVTypesetting

/// Shapes every character as a box of one width, so that layouts have whole numbers.
///
/// Lines may break after spaces and hyphens.
package struct BoxShaper: TextShaper {
  let advance: Double

  package init(advance: Double = 5) { self.advance = advance }

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
      cluster.allowsBreakBefore =
        scalar != " " && (previous == " " || previous == "-" || previous == "–" || previous == "/")
      shaped.clusters.append(cluster)
      previous = scalar
      offset = end
    }
    return shaped
  }
}
