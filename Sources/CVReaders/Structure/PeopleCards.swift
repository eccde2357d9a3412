// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// People who may be asked, each in a paragraph below the name in bold.
extension DraftFinder {
  /// `**Ada Roe**` above what she is and how to reach her, in one paragraph.
  func personCard(_ text: RichText, group: RichText?) -> EntryDraft? {
    guard isPersonCard(text), case let lines = headLines(text, soft: true) else { return nil }
    var draft = EntryDraft(lines: [lines[0]], hasHeading: true, group: group)
    let rest = lines.dropFirst().joinedRich(separator: "\u{2028}")
    draft.body = [MarkupNode(.paragraph(rest), span: rest.span)]
    return draft
  }

  /// Whether a heading stands above such paragraphs, two or more: `### People`.
  func isAbovePeople(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    kind == .references && PersonName(title) == nil
      && content.count { $0.paragraphText.map(isPersonCard) == true } > 1
  }

  private func isPersonCard(_ text: RichText) -> Bool {
    guard text.startsBold, case let lines = headLines(text, soft: true), 2...8 ~= lines.count else {
      return false
    }
    return lines[0].isWholly(.strong) && PersonName(lines[0]) != nil
      && lines.dropFirst().allSatisfy { wordCount($0) <= 20 && !$0.isWholly(.strong) }
  }
}
