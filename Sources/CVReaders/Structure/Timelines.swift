// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The blocks with each date or label that stands above the heading of its entry, in a frame of
/// their own, set below that heading: as headings cut a page, it would end the entry before.
func headingsAboveLabels(_ nodes: [MarkupNode]) -> [MarkupNode] {
  nodes.map { node in
    guard case .group(var group) = node.kind else { return node }
    group.children = labelledEntry(group) ?? headingsAboveLabels(group.children)
    return MarkupNode(.group(group), span: node.span)
  }
}

/// A heading, what stood above it and what is below it; `nil` where a group is no entry.
private func labelledEntry(_ group: MarkupNode.Group) -> [MarkupNode]? {
  let first = openingLeaves(group.children, upTo: 2)
  guard first.count == 2, let label = first[0].paragraphText,
    case .heading(let level, let title) = first[1].kind,
    // `Rain, Games, and Fog` below its time is no section of games.
    level > 2 && label.isDateAlone
      || !SectionTitle(title).isExact && (label.isDateAlone || level > 2 && isLabel(label))
  else { return nil }
  let finder = DraftFinder(kind: .other)
  let leaves = group.children.flatMap(finder.leaves).filter(\.hasWords)
  let isAlone = leaves.count { $0.headingText != nil } == 1
  return isAlone ? [leaves[1], leaves[0]] + leaves[2...] : nil
}

/// `SLOW RAIN`: a few words that are no sentence, no title of a section and lead nowhere.
private func isLabel(_ text: RichText) -> Bool {
  wordCount(text) <= 5 && isTitleLine(text) && !SectionTitle(text).isExact && text.isUnlinked
}

/// The first blocks with words in a list of blocks, without the groups around them.
private func openingLeaves(_ nodes: [MarkupNode], upTo limit: Int) -> [MarkupNode] {
  var found: [MarkupNode] = []
  for node in nodes where found.count < limit {
    if case .group(let group) = node.kind {
      found += openingLeaves(group.children, upTo: limit - found.count)
    } else if node.hasWords {
      found.append(node)
    }
  }
  return found
}
