// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries whose heads are divisions of one text, above what was done, which stands in none.
extension DraftFinder {
  /// Reads `<div class="row"><b>Engineer</b> <span>2020</span></div>` above a division with the
  /// employer, paragraphs and points.
  ///
  /// - Returns: Where the blocks end that were read; `nil` where a block begins no such entry.
  mutating func readRowed(_ blocks: [MarkupNode], at index: Int, group: RichText?) -> Int? {
    guard hasBodies || kind == .awards, let head = boldRow(blocks[index]),
      wordCount(head) <= 30, let end = rowEnd(blocks, below: index),
      case let content = blocks[index + 1..<end].filter({ !$0.isRule }),
      content.contains(where: \.hasWords)
    else { return nil }
    readRow(head, content[...], group: group)
    return end
  }

  /// Where the next head begins; `nil` where what stands above it is no content of one entry.
  private func rowEnd(_ blocks: [MarkupNode], below index: Int) -> Int? {
    var end = index + 1
    while end < blocks.count, blocks[end].headingText == nil, boldRow(blocks[end]) == nil {
      let isContent = blocks[end].isRule || blocks[end].listItems != nil
      guard isContent || onlyText(of: blocks[end]) != nil else { return nil }
      end += 1
    }
    return end
  }

  /// Reads a head with the short lines below it and its content.
  private mutating func readRow(
    _ head: RichText, _ content: ArraySlice<MarkupNode>, group: RichText?
  ) {
    var draft = EntryDraft(lines: headLines(head, soft: true), group: group)
    var body = content
    while draft.lines.count < 5, let text = body.first.flatMap(onlyText), isLineOfRow(text, body) {
      draft.lines += headLines(text, soft: true)
      body = body.dropFirst()
    }
    draft.body = Array(body)
    absorbItems(into: &draft)
    items.append(.draft(draft))
  }

  /// Whether a text below a head belongs to it: a few words that are no sentence, and that name no
  /// list.
  private func isLineOfRow(_ text: RichText, _ body: ArraySlice<MarkupNode>) -> Bool {
    let line = text.collapsed().text
    let isAboveList = body.dropFirst().first?.listItems != nil
    return 1...14 ~= wordCount(text) && line.last.map { !".:!?;。：".contains($0) } == true
      && !(isAboveList && text.isWholly(.strong))
  }

  /// The text of a division that begins in bold.
  private func boldRow(_ block: MarkupNode) -> RichText? {
    guard case .group = block.kind, let text = onlyText(of: block)?.trimmed(),
      text.runs.first?.attributes.marks.contains(.strong) == true, !text.startsWithLabel
    else { return nil }
    return text
  }

  /// The text of a paragraph, or that of a division with one.
  private func onlyText(of block: MarkupNode) -> RichText? {
    if let text = block.paragraphText { return text }
    guard case .group(let group) = block.kind else { return nil }
    let shown = group.children.filter(\.hasWords)
    return shown.count == 1 ? onlyText(of: shown[0]) : nil
  }
}
