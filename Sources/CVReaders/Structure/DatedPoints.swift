// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Posts and degrees in points below a date that is all that its point says.
extension DraftFinder {
  /// `- 2022` above `- Fen University` and `- **PhD in Rain**`, or above posts of which each is
  /// whole; none where the points below a date are neither.
  func entriesBelowDate(of item: MarkupNode.Item, group: RichText?) -> [EntryDraft] {
    guard kind.holdsPostsOrDegrees, item.blocks.count == 2,
      let date = item.blocks[0].paragraphText?.collapsed(), date.isDateAlone,
      let points = item.blocks[1].listItems, !points.isEmpty
    else { return [] }
    let entries = points.map { draft(of: $0, group: group) }
    if entries.allSatisfy(isWholeEntry) {
      return entries.map { entry in
        var entry = entry
        entry.lines.insert(date, at: 0)
        return entry
      }
    }
    guard entries.count > 1, entries[0].lines.count == 1, entries[1].lines.count == 1,
      areNameAndPlace(entries[0].lines[0], entries[1].lines[0]),
      !entries.dropFirst(2).contains(where: isWholeEntry)
    else { return [] }
    var entry = EntryDraft(
      lines: [date] + entries[0].lines + entries[1].lines, isItem: true, group: group)
    entry.body = entries[0].body + entries[1].body
    if case .list(var list) = item.blocks[1].kind, list.items.count > 2 {
      list.items.removeFirst(2)
      entry.body.append(MarkupNode(.list(list), span: item.blocks[1].span))
    }
    return [entry]
  }

  /// Whether each point of a list is a year above what was then, and no part of the line above it.
  func isListOfYears(_ block: MarkupNode) -> Bool {
    guard let points = block.listItems, points.count > 1 else { return false }
    return points.allSatisfy { point in
      point.blocks.count > 1 && point.blocks[1].listItems != nil
        && point.blocks[0].paragraphText?.collapsed().text.plainYear != nil
    }
  }

  /// Whether an entry names a post or a degree and where that was, and no date of its own.
  private func isWholeEntry(_ entry: EntryDraft) -> Bool {
    guard let line = entry.lines.first, !line.saysWhen, !Phrase.isWhole(line) else { return false }
    let head = Segment(line, line: 0)
    return (head.hasRoleWord || head.hasDegreeWord)
      && (head.hasOrganisationWord || topLevelParts(line).count > 1
        || head.words.contains(where: Connective.isSure))
  }

  /// Whether of two lines one names a degree or a post, and the other the place of it.
  private func areNameAndPlace(_ first: RichText, _ second: RichText) -> Bool {
    guard
      [first, second].allSatisfy({ line in
        wordCount(line) <= 16 && !line.isBroken && !line.saysWhen && !Phrase.isWhole(line)
      })
    else { return false }
    let (a, b) = (Segment(first, line: 0), Segment(second, line: 0))
    let isNamed = { (line: Segment) in
      kind == .education ? line.hasDegreeWord : line.hasRoleWord
    }
    return isNamed(a) != isNamed(b)
      && (isNamed(a) ? b : a).hasOrganisationWord
  }
}
