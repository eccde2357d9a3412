// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Heads whose lines are paragraphs, the last of which says only when it was.
extension DraftFinder {
  /// Whether a body begins with `Acme, Leeds` above `May 2019 – June 2021`, or with one line
  /// more, below a head without a date.
  func beginsAboveDate(_ body: [MarkupNode], below lines: [RichText]) -> Bool {
    kind.holdsPostsOrDegrees && !lines.contains(where: \.saysWhen)
      && dateLine(in: body, at: 0) != nil
  }

  /// The index of the date below `MSc in Rain, Fen University`, which stands above a list of what
  /// was done, or below a post or a degree; `nil` where a block is no such head.
  func dateOfHead(_ blocks: [MarkupNode], below index: Int) -> Int? {
    guard kind.holdsPostsOrDegrees, let date = dateLine(in: blocks, at: index) else { return nil }
    if date + 1 < blocks.count, blocks[date + 1].listItems != nil { return date }
    let names = blocks[index..<date].compactMap(\.paragraphText).map { Segment($0, line: 0) }
    // What is told of one entry may stand above the head of the next.
    guard let first = names.first,
      first.hasRoleWord || first.hasDegreeWord || first.hasOrganisationWord
    else { return nil }
    return names.contains { $0.hasRoleWord || $0.hasDegreeWord } ? date : nil
  }

  /// The index of the date below one or two paragraphs that are each a line of a head.
  private func dateLine(in blocks: [MarkupNode], at index: Int) -> Int? {
    for next in index..<min(index + 3, blocks.count) {
      guard let text = blocks[next].paragraphText else { return nil }
      if isSpanAlone(text) { return next > index ? next : nil }
      guard isFieldLine(text) else { return nil }
    }
    return nil
  }

  /// `May 2019 – June 2021`, perhaps with a place or a few words in brackets behind it.
  private func isSpanAlone(_ text: RichText) -> Bool {
    let extracted = ExtractedDates(text)
    guard wordCount(text) <= 10, extracted.dates.map({ $0.end != .none }) == true else {
      return false
    }
    return isDateOrPlace(text)
      || extracted.rest.text.hasPrefix("(") && wordCount(extracted.rest) <= 3
  }

  /// A short line of its own that ends like a field, and says nothing of time.
  private func isFieldLine(_ text: RichText) -> Bool {
    guard wordCount(text) <= 16, headLines(text, soft: true).count == 1, text.startsWithCapital,
      let last = text.collapsed().text.last
    else { return false }
    return !".:;!?".contains(last) && !text.saysWhen && !text.startsWithLabel
      && !text.text.contains(": ")
  }
}
