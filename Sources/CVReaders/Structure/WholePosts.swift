// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Posts in one line behind what was done in the one before, which has a head of another look.
extension DraftFinder {
  /// Where below a heading its content ends: at `**Other projects**`, a title in bold of the
  /// section's own kind above a list, or where a post without a heading begins.
  func endOfEntry(_ title: RichText, _ content: [MarkupNode]) -> Int {
    let label = content.indices.dropFirst().dropLast().first { index in
      content[index].paragraphText.map { isGroupOfKind($0) } == true
        && content[index + 1].listItems != nil
    }
    let next = isPostNamed(by: title) ? wholePost(below: content) : content.count
    return min(label ?? content.count, next)
  }

  private func isGroupOfKind(_ text: RichText) -> Bool {
    guard hasBodies, text.isWholly(.strong), wordCount(text) <= 4 else { return false }
    return SectionTitle(text).kind == kind
  }

  /// Where behind a list `Trainee, Red Studio, 2012` begins a post that has no heading.
  private func wholePost(below content: [MarkupNode]) -> Int {
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
    // `Engineer, Fen team, 2016` is a part of the post above it.
    let name = record.organisation.map { Segment($0, line: 0) }
    return name.map { !WordLists.all.contains($0.words.last ?? "", in: .unit) } == true
      && record.dates != nil && record.text == nil
      && Segment(role, line: 0).hasRoleWord
  }
}
