// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Lists: each item is an entry, or heads a group of them.
extension DraftFinder {
  mutating func readList(_ listItems: [MarkupNode.Item], group: RichText?) {
    var index = 0
    while index < listItems.count {
      let item = listItems[index]
      if let label = groupLabel(of: item) {
        read(Array(item.blocks.dropFirst()), group: joinedGroup(group, label))
      } else if let pair = pairedItem(listItems, at: index) {
        items.append(.draft(merged(item, pair, group: group)))
        index += 1
      } else {
        items.append(.draft(draft(of: item, group: group)))
      }
      index += 1
    }
  }

  /// The label of an item that only heads the list below it.
  func groupLabel(of item: MarkupNode.Item) -> RichText? {
    guard item.blocks.count >= 2, let text = item.blocks[0].paragraphText,
      item.blocks[1].listItems != nil, takesGroups
    else { return nil }
    let isLabel = isGroupLabel(text) || text.isWholly(.strong) && isTitleLine(text)
    return isLabel ? groupTitle(text) : nil
  }

  func draft(of item: MarkupNode.Item, group: RichText?) -> EntryDraft {
    var draft = EntryDraft(lines: [], group: group)
    draft.markerYear = yearMarker(item.marker)
    var blocks = item.blocks[...]
    if let text = blocks.first?.paragraphText {
      draft.lines = headLines(text, soft: false)
      blocks = blocks.dropFirst()
    }
    // A card inside an item: its paragraphs are lines.
    if draft.lines.isEmpty || takesGroups {
      while let text = blocks.first?.paragraphText {
        draft.lines += headLines(text, soft: false)
        blocks = blocks.dropFirst()
      }
    }
    draft.body = Array(blocks)
    return draft
  }

  /// The second of two items that make one entry: `- ORGANISATION, PLACE` and `- *ROLE* DATES`.
  func pairedItem(_ listItems: [MarkupNode.Item], at index: Int) -> MarkupNode.Item? {
    guard kind == .education || kind == .experience, index + 1 < listItems.count,
      listItems[index].blocks.count == 1, let first = listItems[index].blocks[0].paragraphText,
      let second = listItems[index + 1].blocks.first?.paragraphText
    else { return nil }
    let head = Segment(first, line: 0)
    let next = Segment(second, line: 0)
    let namesOrganisation = !head.hasRoleWord && !head.hasDegreeWord && wordCount(first) <= 12
    guard namesOrganisation, ExtractedDates(first).dates == nil else { return nil }
    let saysWhat = next.hasRoleWord || next.hasDegreeWord
    return saysWhat && ExtractedDates(second).dates != nil ? listItems[index + 1] : nil
  }

  func merged(
    _ first: MarkupNode.Item, _ second: MarkupNode.Item, group: RichText?
  ) -> EntryDraft {
    var draft = draft(of: first, group: group)
    let next = self.draft(of: second, group: group)
    draft.lines += next.lines
    draft.body += next.body
    return draft
  }
}
