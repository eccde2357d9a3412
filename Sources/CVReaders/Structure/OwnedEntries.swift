// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries below headings that say only when, in turn below the one that says where.
extension DraftFinder {
  /// Reads `### Acme` above `#### 2019 – 2021` and what was then, once or several times.
  ///
  /// - Returns: Whether the content is built so; else nothing is read.
  mutating func readOwned(_ owner: RichText, _ content: [MarkupNode], group: RichText?) -> Bool {
    guard kind == .experience || kind == .education || kind == .volunteer,
      content.first?.headingText != nil, !owner.isDateAlone
    else { return false }
    let starts = content.indices.filter { content[$0].headingText != nil }
    guard starts.allSatisfy({ content[$0].headingText?.isDateAlone == true }) else { return false }
    for (start, end) in zip(starts, starts.dropFirst() + [content.count]) {
      var draft = EntryDraft(
        lines: headLines(owner, soft: true), hasHeading: true, group: group)
      draft.lines += content[start].texts.map { $0.collapsed() }
      draft.body = content[start + 1..<end].filter { !$0.isRule }
      absorbFirstLine(into: &draft)
      items.append(.draft(draft))
    }
    return true
  }

  /// The first line of the paragraph below, which names the post or the degree; those behind it
  /// tell of that.
  private func absorbFirstLine(into draft: inout EntryDraft) {
    guard let text = draft.body.first?.paragraphText else { return }
    let lines = headLines(text, soft: false)
    guard let first = lines.first, wordCount(first) <= 12, !first.text.hasSuffix("."),
      !Self.isRemark(first)
    else { return }
    draft.lines.append(first)
    let rest = lines.dropFirst()
    let below = rest.joinedRich(separator: "\u{2028}")
    draft.body[0] = MarkupNode(.paragraph(below), span: below.span ?? draft.body[0].span)
    if rest.isEmpty { draft.body.removeFirst() }
  }

  /// `Thesis: Rain`.
  private static func isRemark(_ line: RichText) -> Bool {
    line.text.contains(": ") || line.text.contains("：")
  }
}
