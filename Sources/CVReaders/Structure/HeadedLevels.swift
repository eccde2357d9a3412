// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

extension DraftFinder {
  /// `<h4>Swift</h4>` above `90%`: a skill or a language in a heading, and how well, as the bar of
  /// a site says.
  ///
  /// - Returns: Whether a heading is built so; else nothing is read.
  mutating func readLevel(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) -> Bool {
    guard kind == .skills || kind == .languages, wordCount(title) <= 6,
      case let leaves = content.flatMap(leaves).filter(\.hasWords), leaves.count == 1,
      let level = leaves[0].paragraphText?.collapsed(), isShareOfHundred(level.text)
    else { return false }
    items.append(
      .draft(EntryDraft(lines: [title.collapsed(), level], hasHeading: true, group: group)))
    return true
  }
}

/// `90%`: one number up to a hundred.
func isShareOfHundred(_ text: String) -> Bool {
  guard text.hasSuffix("%"), 2...4 ~= text.utf8.count, let share = Int(text.dropLast()) else {
    return false
  }
  return 0...100 ~= share
}
