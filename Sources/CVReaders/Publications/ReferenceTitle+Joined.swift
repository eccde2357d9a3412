// SPDX-License-Identifier: MIT
import CVModel

/// Titles that are made of two parts, one of which has a style or quotes of its own.
extension ReferenceTitle {
  /// `“Wet Rain” and “Dry Fog,” in *Maps*`: the ends of a second title in quotes, with which the
  /// work is one.
  static func secondQuotation(
    _ scan: TextScan, behind end: Int
  ) -> (outer: Int, inner: Int)? {
    let joint = scan.skipSpaces(from: end)
    let space = scan.scalars[joint...].prefix(7).firstIndex(where: isSpace)
    guard joint > end, let space, WordLists.all.contains(scan.scalars[joint..<space], in: .joint),
      case let start = scan.skipSpaces(from: space),
      let quoted = quotedRange(TextScan(scan.slice(start..<scan.count))),
      quoted.outer.lowerBound == 0
    else { return nil }
    return (start + quoted.outer.upperBound, start + quoted.inner.upperBound)
  }

  /// `Review of *Wet Maps*, by Ada Roe (Fen Press, 2002). *Rain Review*`: a few words that lead to
  /// the title of a book in italics, before a bracket that says when and the venue in italics.
  static func ledTitle(_ scan: TextScan, from start: Int) -> Range<Int>? {
    guard start == 0, scan.runRanges.count > 3, let first = scan.runRanges.first,
      first.attributes == .init(), 2...3 ~= scan.wordCount(in: first.range, upTo: 4),
      case let book = scan.runRanges[1], book.attributes.marks.contains(.emphasis),
      scan[book.range.upperBound] == ",",
      case let lead = folded(scan.string(scan.lastWord(in: first.range))),
      Phrase.isFunctionWord(lead), !["in", "at"].contains(lead),
      let venue = scan.runRanges[3...].first(where: { $0.attributes.marks.contains(.emphasis) }),
      case let before = scan.trim(book.range.upperBound..<venue.range.lowerBound, also: isStop),
      let close = scan.brackets.first(where: { $0.close == before.upperBound - 1 }),
      scan.slice(close.open + 1..<close.close).holdsDate
    else { return nil }
    return 0..<book.range.upperBound
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool { scalar == "." }
}
