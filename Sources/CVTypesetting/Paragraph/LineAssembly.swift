// SPDX-License-Identifier: MIT
import CVModel

/// A line of a paragraph, ready to be placed.
struct SetLine: Hashable {
  /// In the order of reading, with the x of each run from the line's left edge.
  var runs: [(x: Double, run: GlyphRun)]
  /// Without the spaces at the end, as they were before those between words were spread.
  var width: Double
  /// From its left edge to the right one of its last sign that is seen.
  var extent: Double
  /// The lines under its words, with their x and y from its left edge and its baseline.
  var underlines: [(x: Double, y: Double, rule: RuleItem)] = []
  /// Whether it belongs to a paragraph from right to left.
  var isRightToLeft = false
  /// Whether it ends in half a word.
  var endsInHyphen = false

  /// The line as a part of an element of the structure tree.
  func belonging(to element: Int?) -> SetLine {
    var line = self
    for index in line.runs.indices { line.runs[index].run.element = element }
    return line
  }

  static func == (a: SetLine, b: SetLine) -> Bool {
    a.width == b.width && a.extent == b.extent && a.isRightToLeft == b.isRightToLeft
      && a.endsInHyphen == b.endsInHyphen
      && a.runs.map(\.x) == b.runs.map(\.x) && a.runs.map(\.run) == b.runs.map(\.run)
      && a.underlines.map(\.rule) == b.underlines.map(\.rule)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(width)
    for item in runs { hasher.combine(item.run) }
  }
}

/// Makes glyph runs of the lines of one paragraph.
struct LineAssembly {
  let inline: InlineText
  let shaped: ShapedText
  /// The structure element that holds the text.
  let element: Int?

  /// Neighbouring clusters of looks that are seen as one, of one face and one direction.
  private struct Piece {
    var clusters: Range<Int>
    var run: Int
    var level: UInt8
    var x = 0.0
  }

  /// The glyph runs of a line, placed in visual order (UAX #9, rule L2).
  func set(_ line: BrokenLine) -> SetLine {
    let (clusters, visible) = clusters(of: line)
    var pieces = pieces(of: clusters, visible: visible)
    var x = -line.hang
    let extent = clusters[..<visible].reduce(x) { $0 + $1.advance }
    // Spaces at the end of a line from right to left hang over its left margin.
    if shaped.isRightToLeft { x -= clusters[visible...].reduce(0) { $0 + $1.advance } }
    for index in visualOrder(pieces) {
      pieces[index].x = x
      x += clusters[pieces[index].clusters].reduce(0) { sum, cluster in
        sum + cluster.advance
      }
    }
    let runs = pieces.map { ($0.x, glyphRun($0, clusters)) }
    return SetLine(
      runs: runs, width: line.width, extent: extent, underlines: underlines(pieces, clusters),
      isRightToLeft: shaped.isRightToLeft,
      endsInHyphen: line.end != nil)
  }

  private func underlines(
    _ pieces: [Piece], _ clusters: [ShapedText.Cluster]
  ) -> [(x: Double, y: Double, rule: RuleItem)] {
    pieces.filter { inline.looks[$0.run].isUnderlined }.map { piece in
      let size = inline.styled.runs[piece.run].font.size.points
      let words = clusters[piece.clusters]
      let blanks = words.reversed().prefix { $0.isSpace }.reduce(0) { $0 + $1.advance }
      let rule = RuleItem(
        length: .pt(words.reduce(-blanks) { $0 + $1.advance }), width: .pt(size * 0.05),
        colour: inline.looks[piece.run].colour)
      return (piece.x, size * 0.13, rule)
    }
  }

  /// The clusters of a line with their spaces spread, and where its spaces at the end begin.
  private func clusters(of line: BrokenLine) -> ([ShapedText.Cluster], Int) {
    var clusters = Array(shaped.clusters[line.clusters])
    if let start = line.start { clusters = shaped.hyphens[start].beginning + clusters }
    if let end = line.end { clusters += shaped.hyphens[end].ending }
    var visible = clusters.count
    while visible > 0, clusters[visible - 1].isSpace { visible -= 1 }
    if line.spread != 0 || line.squeeze != 0 {
      for index in 0..<visible where clusters[index].isWordSpace {
        let shrink = clusters[index].shrink * line.squeeze
        clusters[index].advance += clusters[index].advance * line.spread - shrink
      }
    }
    // Spaces at the end follow the paragraph's direction (UAX #9, rule L1).
    for index in visible..<clusters.count { clusters[index].level = shaped.isRightToLeft ? 1 : 0 }
    return (clusters, visible)
  }

  /// Spaces at the end of a line belong to the text before them, where its face is theirs.
  private func pieces(of clusters: [ShapedText.Cluster], visible: Int) -> [Piece] {
    var pieces: [Piece] = []
    for (index, cluster) in clusters.enumerated() {
      // A hyphen that was added stands for no text: it belongs to the letter before it.
      let isAdded = cluster.text.isEmpty
      let run = inline.styled.run(at: max(0, cluster.text.lowerBound - (isAdded ? 1 : 0)))
      if let last = pieces.last, index >= visible || isSeen(run, as: last.run),
        last.level == cluster.level, clusters[index - 1].font == cluster.font
      {
        pieces[pieces.count - 1].clusters = last.clusters.lowerBound..<index + 1
      } else {
        pieces.append(Piece(clusters: index..<index + 1, run: run, level: cluster.level))
      }
    }
    return pieces
  }

  /// Whether two runs look alike on the page, though they may mean different things.
  private func isSeen(_ run: Int, as other: Int) -> Bool {
    if run == other { return true }
    let (look, other) = (inline.looks[run], inline.looks[other])
    return look.colour == other.colour && look.rise == other.rise && look.link == other.link
      && look.language == other.language && look.isUnderlined == other.isUnderlined
  }

  /// The pieces from left to right.
  private func visualOrder(_ pieces: [Piece]) -> [Int] {
    var order = Array(pieces.indices)
    guard let highest = pieces.map(\.level).max(), highest > 0 else { return order }
    for level in stride(from: highest, through: 1, by: -1) {
      var index = 0
      while index < order.count {
        guard pieces[order[index]].level >= level else {
          index += 1
          continue
        }
        let end = order[index...].firstIndex { pieces[$0].level < level } ?? order.count
        order[index..<end].reverse()
        index = end
      }
    }
    return order
  }

  private func glyphRun(_ piece: Piece, _ all: [ShapedText.Cluster]) -> GlyphRun {
    let clusters = all[piece.clusters]
    let look = inline.looks[piece.run]
    let isRightToLeft = piece.level % 2 == 1
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(clusters.count)
    for cluster in isRightToLeft ? Array(clusters.reversed()) : Array(clusters) {
      for index in cluster.glyphs { glyphs.append(shaped.glyphs[index]) }
      guard cluster.isWordSpace, let last = glyphs.indices.last else { continue }
      glyphs[last].advance += cluster.advance - shaped.glyphs[cluster.glyphs].width
    }
    if look.rise != 0 { for index in glyphs.indices { glyphs[index].yOffset -= look.rise } }
    let start = clusters.first?.text.lowerBound ?? 0
    var text = inline.styled.string(start..<(clusters.last?.text.upperBound ?? start))
    if clusters.last?.text.isEmpty ?? false { text += Self.softHyphen }
    return GlyphRun(
      font: clusters.first?.font ?? FontID(number: 0, size: .zero), glyphs: glyphs,
      clusters: clusters.map { cluster in
        .init(
          bytes: cluster.text.isEmpty ? Self.softHyphen.utf8.count : cluster.text.count,
          glyphs: cluster.glyphs.count)
      }, text: text, isRightToLeft: isRightToLeft, colour: look.colour, element: element,
      link: look.link, language: look.language)
  }

  /// What an added hyphen stands for: programs that extract text take it out and join the word.
  private static let softHyphen = "\u{AD}"
}

extension ArraySlice<Glyph> {
  fileprivate var width: Double { reduce(0) { $0 + $1.advance } }
}
