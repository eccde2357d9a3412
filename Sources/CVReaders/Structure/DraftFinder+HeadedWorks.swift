// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Works below headings.
extension DraftFinder {
  /// `### Title` above a paragraph whose first line names the authors: one work, and no group.
  func headedWork(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) -> EntryDraft? {
    guard kind.holdsWorks, wordCount(title) >= 3 else { return nil }
    if let work = workOfHeadings(title, content, group: group) { return work }
    if let work = workOfLine(title, content, group: group) { return work }
    let texts = content.compactMap(\.paragraphText).map { headLines($0, soft: true) }
    guard let lines = texts.first, content[0].paragraphText != nil,
      lines.count > 1 || texts.count > 1,
      texts.filter({ $0.first.map(Reference.isNames) ?? false }).count == 1,
      Reference.isNames(lines[0])
    else { return nil }
    var draft = EntryDraft(
      lines: headLines(title, soft: true) + lines, hasHeading: true, group: group)
    draft.body = content.dropFirst().filter { !$0.isRule }
    if lines.count == 1, !lines[0].holdsDate, draft.body.first?.paragraphText != nil,
      isVenueApart(texts[1])
    {
      draft.lines += texts[1]
      draft.body.removeFirst()
    }
    return draft
  }

  /// `Rain Letters, 2021`, in a paragraph below that of the names, and no sentence of an abstract.
  private func isVenueApart(_ lines: [RichText]) -> Bool {
    guard let line = lines.first, lines.count == 1, wordCount(line) <= 16 else { return false }
    return !Phrase.isWhole(line) && !isAward(line.text)
      && !foldedWords(line.text).contains(where: Phrase.isFirstPerson)
      && Reference([], hasBody: false).isVenueLine(line)
  }

  /// `### [Title](…)` above one line of its authors and its venue: `Ada Roe, Bo Poe. ICML 2023`.
  private func workOfLine(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) -> EntryDraft? {
    let blocks = content.filter { !$0.isRule }
    guard blocks.count == 1, let text = blocks[0].paragraphText,
      title.runs.contains(where: { $0.attributes.link != nil }), !text.isBroken,
      Reference.beginsWithNames(text)
    else { return nil }
    return EntryDraft(
      lines: headLines(title, soft: true) + Reference.namesApart(text.collapsed()),
      hasHeading: true, group: group)
  }

  /// `### Title` above its authors and its venue, each a deeper heading, in any order; what is
  /// said of the work may stand in small headings as well.
  private func workOfHeadings(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) -> EntryDraft? {
    let blank = Reference([], hasBody: false)
    let lines = content.prefix { block in
      block.headingText.map { Reference.isNames($0) || blank.isVenueLine($0.collapsed()) } == true
    }.flatMap(\.texts).map { $0.collapsed() }
    guard 1...3 ~= lines.count, lines.count(where: Reference.isNames) == 1 else { return nil }
    var draft = EntryDraft(
      lines: headLines(title, soft: true) + lines, hasHeading: true, group: group)
    draft.body = content.dropFirst(lines.count).filter { !$0.isRule }
    return draft
  }
}
