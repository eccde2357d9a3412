// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries that stand in quotations.
extension DraftFinder {
  /// A post or a degree in a quotation of its own: what and when it was in the lines of the first
  /// paragraph, and below them what is told of it.
  ///
  /// - Returns: `nil` for a quotation of other things, or of several entries.
  func quotedEntry(_ blocks: [MarkupNode], group: RichText?) -> EntryDraft? {
    let shown = blocks.filter(\.hasWords)
    guard kind.holdsPostsOrDegrees, shown.count > 1, let head = shown[0].paragraphText,
      case let lines = headLines(head, soft: true), 2...5 ~= lines.count,
      lines.contains(where: \.saysWhen), lines.allSatisfy({ wordCount($0) <= 25 }),
      shown.dropFirst().allSatisfy(isTold)
    else { return nil }
    var draft = EntryDraft(lines: lines, group: group)
    draft.body = Array(shown.dropFirst())
    return draft
  }

  /// Whether a block is a list, or one paragraph in running text, and no head of an entry.
  private func isTold(_ block: MarkupNode) -> Bool {
    guard let text = block.paragraphText else { return block.listItems != nil }
    return !text.isBroken && headLines(text, soft: false).count == 1
  }
}
