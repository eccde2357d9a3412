// SPDX-License-Identifier: MIT
package import CVDiagnostics

/// UTF-8 text on its way to a parser, with the place of every byte in the source.
///
/// Each step before the parsers (decode, repair, remove, separate) makes a new edited text from
/// the last; the maps compose, so a place found by a parser is a place in the user's file.
package struct EditedText: Hashable, Sendable {
  package private(set) var bytes: [UInt8] = []
  /// End to end over `bytes`, in order.
  private var pieces: [Piece] = []

  /// A part of the text and where it comes from.
  package struct Piece: Hashable, Sendable {
    /// In the edited text.
    package var range: Range<Int>
    /// In the source; empty where the bytes were inserted.
    package var span: SourceSpan
    /// Whether the bytes stand so in the source; else they replace it.
    package var isVerbatim: Bool
  }

  /// The whole of a file, unchanged.
  package init(_ file: SourceFile, id: FileID) {
    bytes = file.text
    if !bytes.isEmpty {
      let span = SourceSpan(file: id, range: 0..<bytes.count)
      pieces = [Piece(range: 0..<bytes.count, span: span, isVerbatim: true)]
    }
  }

  /// A text that stands at a place; of a place just as long each byte has its own.
  package init(_ text: String, at place: SourceSpan) {
    bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return }
    let isVerbatim = place.range.count == bytes.count
    pieces = [Piece(range: 0..<bytes.count, span: place, isVerbatim: isVerbatim)]
  }

  private init() {}

  /// No text yet.
  static let empty = EditedText()

  package var count: Int { bytes.count }

  /// The pieces that lie under a range, cut to it.
  package func pieces(under range: Range<Int>) -> [Piece] {
    var result: [Piece] = []
    var index = firstPiece(endingAfter: range.lowerBound)
    while index < pieces.count, pieces[index].range.lowerBound < range.upperBound {
      result.append(pieces[index].cut(to: range))
      index += 1
    }
    return result
  }

  /// The smallest span of the source that holds a range; `nil` for an empty range.
  package func span(of range: Range<Int>) -> SourceSpan? {
    let parts = pieces(under: range)
    return parts.dropFirst().reduce(parts.first?.span) { $0?.union($1.span) }
  }

  /// The text of a range.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The part within a range, places kept.
  package func slice(_ range: Range<Int>) -> EditedText {
    var part = EditedText()
    part.append(self, range)
    return part
  }

  /// The text with edits made, which are in order and do not overlap.
  package func applying(_ edits: [Edit]) -> EditedText {
    guard !edits.isEmpty else { return self }
    var result = EditedText()
    result.bytes.reserveCapacity(bytes.count)
    var done = 0
    for edit in edits {
      precondition(edit.range.lowerBound >= done, "an edit begins within another")
      result.append(self, done..<edit.range.lowerBound)
      result.append(edit.replacement, for: edit.range, of: self)
      done = edit.range.upperBound
    }
    result.append(self, done..<bytes.count)
    return result
  }

  /// Adds a part of another text, which may be of another file.
  mutating func append(_ other: EditedText, _ range: Range<Int>) {
    let shift = bytes.count - range.lowerBound
    bytes += other.bytes[range]
    for var piece in other.pieces(under: range) {
      let moved = piece.range.lowerBound + shift..<piece.range.upperBound + shift
      piece.range = moved
      pieces.append(piece)
    }
  }

  private mutating func append(_ new: [UInt8], for range: Range<Int>, of other: EditedText) {
    guard !new.isEmpty else { return }
    let place = other.span(of: range) ?? other.place(of: range.lowerBound)
    guard let place else { return }
    let moved = bytes.count..<bytes.count + new.count
    bytes += new
    pieces.append(Piece(range: moved, span: place, isVerbatim: false))
  }

  /// Adds bytes that came of what stands at a place.
  mutating func append(_ new: [UInt8], at place: SourceSpan) {
    guard !new.isEmpty else { return }
    pieces.append(
      Piece(range: bytes.count..<bytes.count + new.count, span: place, isVerbatim: false))
    bytes += new
  }

  /// The empty span at an offset, for inserted bytes.
  private func place(of offset: Int) -> SourceSpan? {
    let index = min(firstPiece(endingAfter: offset), pieces.count - 1)
    guard index >= 0 else { return nil }
    let piece = pieces[index]
    let end = piece.span.range.upperBound
    let start = piece.span.range.lowerBound
    let ahead = min(max(0, offset - piece.range.lowerBound), end - start)
    let at = piece.isVerbatim ? start + ahead : start
    return SourceSpan(file: piece.span.file, range: at..<at)
  }

  private func firstPiece(endingAfter offset: Int) -> Int {
    pieces.partitioningIndex { $0.range.upperBound > offset }
  }
}

extension EditedText.Piece {
  fileprivate func cut(to limits: Range<Int>) -> EditedText.Piece {
    let kept = range.clamped(to: limits)
    guard kept != range else { return self }
    var part = self
    part.range = kept
    if isVerbatim {
      let start = span.range.lowerBound + kept.lowerBound - range.lowerBound
      part.span = SourceSpan(file: span.file, range: start..<start + kept.count)
    }
    return part
  }
}

/// The replacement of a range of an edited text.
package struct Edit: Hashable, Sendable {
  package var range: Range<Int>
  package var replacement: [UInt8]

  package init(range: Range<Int>, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Nothing in place of a range.
  package static func remove(_ range: Range<Int>) -> Edit {
    Edit(range: range, replacement: [])
  }

  package static func insert(_ text: String, at offset: Int) -> Edit {
    Edit(range: offset..<offset, replacement: Array(text.utf8))
  }

  /// Whether an edit is made before another: of two at one place, the one that inserts.
  func precedes(_ other: Edit) -> Bool {
    (range.lowerBound, range.isEmpty ? 0 : 1) < (
      other.range.lowerBound, other.range.isEmpty ? 0 : 1
    )
  }
}
