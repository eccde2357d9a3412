// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVLayout
import CVModel

/// A line of a paragraph, ready to be placed.
struct SetLine: Hashable {
  /// With the x of each run from the line's left edge.
  var runs: [(x: Double, run: GlyphRun)]
  /// Without the spaces at the end.
  var width: Double

  /// The line as a part of an element of the structure tree.
  func belonging(to element: Int?) -> SetLine {
    var line = self
    for index in line.runs.indices { line.runs[index].run.element = element }
    return line
  }

  static func == (a: SetLine, b: SetLine) -> Bool {
    a.width == b.width && a.runs.map(\.x) == b.runs.map(\.x)
      && a.runs.map(\.run) == b.runs.map(\.run)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(width)
    for item in runs { hasher.combine(item.run) }
  }
}

/// What could not be set as it stands, with its place in the source.
package enum SettingFault: Hashable, Sendable {
  /// A word wider than the measure; broken where no sign of its own allows it.
  case brokenWord(String, at: SourceSpan?)
}

/// Lines that have been set, by what they depend on.
private final class LineStore {
  /// Everything that the lines of a text depend on.
  struct Request: Hashable {
    var text: LayoutText
    var style: TextStyle
    var width: Double
  }

  private var known: [Request: (lines: [SetLine], faults: [SettingFault])] = [:]

  subscript(request: Request) -> (lines: [SetLine], faults: [SettingFault])? {
    get { known[request] }
    set { known[request] = newValue }
  }
}

/// Sets text in lines: resolves styles, shapes, breaks, and puts the glyphs in order.
struct ParagraphSetter {
  let theme: Theme
  let language: String
  private(set) var faults: [SettingFault] = []
  /// The lines of texts that may be set again with the same look and measure; `nil` keeps none.
  private var store: LineStore?
  /// A closure and no generic parameter, which would slow down all that is nested here.
  private let shaper: (StyledText) -> ShapedText

  init(theme: Theme, language: String, shape: @escaping (StyledText) -> ShapedText) {
    self.theme = theme
    self.language = language
    shaper = shape
  }

  /// - Parameters:
  ///   - width: The measure in points.
  ///   - element: The structure element that holds the text.
  mutating func lines(
    _ text: LayoutText, style: TextStyle, width: Double, element: Int?
  ) -> [SetLine] {
    guard let store else { return newLines(text, style: style, width: width, element: element) }
    let request = LineStore.Request(text: text, style: style, width: width)
    if let known = store[request] {
      faults += known.faults
      return known.lines.map { $0.belonging(to: element) }
    }
    let count = faults.count
    let lines = newLines(text, style: style, width: width, element: element)
    store[request] = (lines, Array(faults[count...]))
    return lines
  }

  /// Keeps all lines from now on; copies of the setter share them.
  mutating func keepLines() { store = store ?? LineStore() }

  private mutating func newLines(
    _ text: LayoutText, style: TextStyle, width: Double, element: Int?
  ) -> [SetLine] {
    let (inline, shaped) = shape(text, style: style)
    let opportunities = breakOpportunities(inline, shaped, width: width)
    let broken = LineBreaker(width: width).lines(of: shaped, at: opportunities)
    noteBrokenWords(broken, opportunities, inline, shaped)
    return broken.map { set($0, inline, shaped, element) }
  }

  private mutating func noteBrokenWords(
    _ lines: [BrokenLine], _ opportunities: [BreakOpportunity], _ inline: InlineText,
    _ shaped: ShapedText
  ) {
    let forced = Set(
      opportunities.lazy.filter { $0.penalty >= BreakPenalty.insideWord }.map(\.cluster))
    guard !forced.isEmpty else { return }
    var noted = 0
    for line in lines.dropFirst() where forced.contains(line.clusters.lowerBound) {
      let offset = shaped.clusters[line.clusters.lowerBound].text.lowerBound
      guard offset >= noted else { continue }
      let word = inline.styled.word(around: offset)
      noted = word.upperBound
      let fault = SettingFault.brokenWord(
        inline.styled.string(word), at: inline.looks[inline.styled.run(at: offset)].span)
      if faults.last != fault { faults.append(fault) }
    }
  }

  /// The width of a text on one line.
  func naturalWidth(_ text: LayoutText, style: TextStyle) -> Double {
    shape(text, style: style).shaped.clusters.reduce(0) { $0 + $1.advance }
  }

  // MARK: Shaping

  private func shape(
    _ text: LayoutText, style: TextStyle
  ) -> (inline: InlineText, shaped: ShapedText) {
    let inline = InlineText(text, style: style, theme: theme, language: language)
    var shaped = shaper(inline.styled)
    addTracking(to: &shaped, inline)
    return (inline, shaped)
  }

  private func addTracking(to shaped: inout ShapedText, _ inline: InlineText) {
    guard inline.looks.contains(where: { $0.tracking != 0 }) else { return }
    var run = 0
    for index in shaped.clusters.indices {
      while shaped.clusters[index].text.lowerBound >= inline.styled.runs[run].range.upperBound {
        run += 1
      }
      let space = inline.looks[run].tracking * inline.styled.runs[run].font.size.points
      guard space != 0, let last = shaped.clusters[index].glyphs.last else { continue }
      shaped.clusters[index].advance += space
      shaped.glyphs[last].advance += space
    }
  }

  // MARK: Lines

  /// The glyph runs of a line in visual order (UAX #9, rule L2).
  private func set(
    _ line: BrokenLine, _ inline: InlineText, _ shaped: ShapedText, _ element: Int?
  ) -> SetLine {
    let pieces = visualOrder(pieces(of: line.clusters, inline, shaped), shaped)
    var x = 0.0
    var runs: [(x: Double, run: GlyphRun)] = []
    for piece in pieces {
      let run = glyphRun(piece, inline, shaped, element)
      runs.append((x, run))
      x += run.width
    }
    return SetLine(runs: runs, width: line.width)
  }

  /// Neighbouring clusters of one style run, one face and one direction.
  private struct Piece {
    var clusters: Range<Int>
    var run: Int
    var level: UInt8
  }

  private func pieces(
    of clusters: Range<Int>, _ inline: InlineText, _ shaped: ShapedText
  ) -> [Piece] {
    var pieces: [Piece] = []
    for index in clusters {
      let cluster = shaped.clusters[index]
      let run = inline.styled.run(at: cluster.text.lowerBound)
      if let last = pieces.last, last.run == run, last.level == cluster.level,
        shaped.clusters[index - 1].font == cluster.font
      {
        pieces[pieces.count - 1].clusters = last.clusters.lowerBound..<index + 1
      } else {
        pieces.append(Piece(clusters: index..<index + 1, run: run, level: cluster.level))
      }
    }
    return pieces
  }

  private func visualOrder(_ pieces: [Piece], _ shaped: ShapedText) -> [Piece] {
    guard let highest = pieces.map(\.level).max(), highest > 0 else { return pieces }
    var order = pieces
    for level in stride(from: highest, through: 1, by: -1) {
      var index = 0
      while index < order.count {
        guard order[index].level >= level else {
          index += 1
          continue
        }
        let end = order[index...].firstIndex { $0.level < level } ?? order.count
        order[index..<end].reverse()
        index = end
      }
    }
    return order
  }

  private func glyphRun(
    _ piece: Piece, _ inline: InlineText, _ shaped: ShapedText, _ element: Int?
  ) -> GlyphRun {
    let clusters = shaped.clusters[piece.clusters]
    let look = inline.looks[piece.run]
    let isRightToLeft = piece.level % 2 == 1
    var glyphs: [Glyph] = []
    for cluster in isRightToLeft ? Array(clusters.reversed()) : Array(clusters) {
      glyphs += shaped.glyphs[cluster.glyphs]
    }
    if look.rise != 0 { for index in glyphs.indices { glyphs[index].yOffset -= look.rise } }
    let start = clusters.first?.text.lowerBound ?? 0
    let text = inline.styled.string(start..<(clusters.last?.text.upperBound ?? start))
    return GlyphRun(
      font: clusters.first?.font ?? FontID(number: 0, size: .zero), glyphs: glyphs,
      clusters: clusters.map { .init(bytes: $0.text.count, glyphs: $0.glyphs.count) },
      text: text, isRightToLeft: isRightToLeft,
      colour: look.colour, element: element, link: look.link, language: look.language)
  }
}
