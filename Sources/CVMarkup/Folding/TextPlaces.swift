// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// Finds where the text of a tree stands in the user's file.
///
/// Three maps in a row: decoded text → HTML (entities), HTML → Markdown (`MarkedHTML`), Markdown
/// → source (`EditedText`).
struct TextPlaces {
  let html: MarkedHTML
  let markdown: EditedText

  /// A part of a text node with the place of just this part.
  struct Piece {
    var text: String
    var span: SourceSpan?
  }

  /// A text node cut into pieces that stand verbatim in the source, and the rest.
  func pieces(of text: String, at range: Range<Int>) -> [Piece] {
    guard let segments = alignedSegments(Array(text.utf8), range) else {
      return [Piece(text: text, span: span(of: range))]
    }
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    for segment in segments {
      var done = segment.text.lowerBound
      for verbatim in verbatimParts(of: segment) {
        if done < verbatim.text.lowerBound {
          let gap = segment.part(done..<verbatim.text.lowerBound)
          pieces.append(piece(bytes[gap.text], span(of: gap.html)))
        }
        pieces.append(piece(bytes[verbatim.text], verbatim.span))
        done = verbatim.text.upperBound
      }
      if done < segment.text.upperBound {
        let rest = segment.part(done..<segment.text.upperBound)
        pieces.append(piece(bytes[rest.text], span(of: rest.html)))
      }
    }
    return pieces
  }

  /// All text inside a node, for the account.
  func text(of node: DOMNode) -> RichText {
    if case .text(let text, let range) = node.content {
      return RichText(text, span: span(of: range))
    }
    return node.children.reduce(into: RichText()) { $0.append(self.text(of: $1)) }
  }

  private func piece(_ bytes: ArraySlice<UInt8>, _ span: SourceSpan?) -> Piece {
    Piece(text: String(decoding: bytes, as: UTF8.self), span: span)
  }

  private func span(of range: Range<Int>) -> SourceSpan? {
    let spans = html.origins(of: range).compactMap { markdown.span(of: $0.markdown) }
    return spans.dropFirst().reduce(spans.first) { $0?.union($1) }
  }

  /// The parts of a segment that stand in the source byte for byte.
  private func verbatimParts(of segment: Segment) -> [(text: Range<Int>, span: SourceSpan)] {
    guard segment.isVerbatim else { return [] }
    var parts: [(Range<Int>, SourceSpan)] = []
    for origin in html.origins(of: segment.html) where origin.html.count == origin.markdown.count {
      let shift =
        segment.text.lowerBound - segment.html.lowerBound + origin.html.lowerBound
        - origin.markdown.lowerBound
      for part in markdown.pieces(under: origin.markdown) where part.isVerbatim {
        let start = shift + part.range.lowerBound
        parts.append((start..<start + part.range.count, part.span))
      }
    }
    return parts
  }

  /// A stretch of a text node, and where the HTML writes it.
  private struct Segment {
    /// In the decoded text of the node.
    var text: Range<Int>
    var html: Range<Int>
    /// Whether both are the same bytes.
    var isVerbatim: Bool

    /// A part of the segment; all of it where text and HTML differ.
    func part(_ range: Range<Int>) -> Segment {
      guard isVerbatim else { return self }
      let start = html.lowerBound + range.lowerBound - text.lowerBound
      return Segment(text: range, html: start..<start + range.count, isVerbatim: true)
    }
  }

  /// Pairs the parts of decoded text with the HTML that they were written in.
  ///
  /// - Returns: `nil` where the two do not fit, as after a character that the parser replaced.
  private func alignedSegments(_ text: [UInt8], _ range: Range<Int>) -> [Segment]? {
    guard range.upperBound <= html.bytes.count else { return nil }
    var segments: [Segment] = []
    var at = 0
    var source = range.lowerBound
    while source < range.upperBound {
      let start = (at, source)
      while source < range.upperBound, html.bytes[source] != UInt8(ascii: "&") {
        guard at < text.count, text[at] == html.bytes[source] else { return nil }
        at += 1
        source += 1
      }
      if at > start.0 {
        segments.append(
          Segment(text: start.0..<at, html: start.1..<source, isVerbatim: true))
      }
      guard source < range.upperBound else { break }
      let end = entityEnd(source, before: range.upperBound)
      guard let next = decodedEnd(text, from: at, followedBy: end, before: range.upperBound) else {
        return nil
      }
      segments.append(Segment(text: at..<next, html: source..<end, isVerbatim: false))
      (at, source) = (next, end)
    }
    return at == text.count ? segments : nil
  }

  /// The offset behind an entity, or behind a lone ampersand.
  private func entityEnd(_ start: Int, before limit: Int) -> Int {
    var index = start + 1
    while index < limit, index - start < 40 {
      let byte = html.bytes[index]
      if byte == UInt8(ascii: ";") { return index + 1 }
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || isDigit(byte)
      guard isLetter || byte == UInt8(ascii: "#") else { break }
      index += 1
    }
    return start + 1
  }

  /// Where the one or two characters of an entity end, told by the byte that must follow them.
  private func decodedEnd(
    _ text: [UInt8], from start: Int, followedBy source: Int, before limit: Int
  ) -> Int? {
    var end = start
    for _ in 0..<2 where end < text.count {
      end += 1
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      let isLast = source == limit
      if isLast ? end == text.count : end < text.count && fits(text[end], html.bytes[source]) {
        return end
      }
    }
    return nil
  }

  private func fits(_ decoded: UInt8, _ written: UInt8) -> Bool {
    decoded == written || written == UInt8(ascii: "&")
  }
}
