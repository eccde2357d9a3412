// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Posts in one line behind what was done in the one before, which has a head of another look.
extension DraftFinder {
  /// Where behind a list `Trainee, Red Studio, 2012` begins a post that has no heading.
  func wholePost(below content: [MarkupNode]) -> Int {
    content.indices.dropFirst().first { index in
      content[index - 1].listItems != nil && content[index].paragraphText.map(isWholePost) == true
    } ?? content.count
  }

  /// Whether the head of an entry names a post, so that no other is a part of it.
  func isPostNamed(by head: RichText) -> Bool {
    kind.holdsPosts && Segment(head, line: 0).hasRoleWord
  }

  /// `Trainee, Red Studio, 2012`: a line that says by itself as what, with whom and when.
  func isWholePost(_ text: RichText) -> Bool {
    guard text.saysWhen, wordCount(text) <= 20, !isSentence(text),
      case let lines = headLines(text, soft: true), lines.count == 1,
      case let record = readRecord(EntryDraft(lines: lines), in: kind), let role = record.role
    else { return false }
    return record.organisation != nil && record.dates != nil && record.text == nil
      && Segment(role, line: 0).hasRoleWord
  }
}
