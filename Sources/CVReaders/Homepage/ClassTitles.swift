// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The blocks of a page with headings where only a class says so, or what a reader opens a part
/// by: `<div class="section-title">Education</div>`, `<details><summary>Education</summary>…`.
///
/// A class of divisions, each of which holds one short line, is that of the titles if two of the
/// lines or more, and at least half of them, are known titles of sections, more of them than of
/// the page's headings. So are the first lines of what is folded, if no more is folded in that.
func headingByClass(_ nodes: [MarkupNode]) -> [MarkupNode] {
  var counts: [TitleClass: (known: Int, all: Int)] = [:]
  var levels: [Int] = []
  var foldedLevels: [Int] = []
  var headings = 0
  var seen: Set<String> = []
  var repeated: Set<TitleClass> = []
  forEachBlock(nodes) { block, place in
    if case .heading(let level, let text) = block.kind {
      if place == .folded { foldedLevels.append(level) } else { levels.append(level) }
      if SectionTitle(text).isExact { headings += 1 }
    }
    guard place == .followed, let (name, line) = titleLine(block) else { return }
    if !seen.insert(name.name + " " + folded(line.text)).inserted { repeated.insert(name) }
    counts[name, default: (0, 0)].all += 1
    if SectionTitle(line).isExact { counts[name]?.known += 1 }
  }
  let titles = counts.filter { $0.value.known >= 2 && $0.value.known * 2 >= $0.value.all }
  guard let best = titles.max(by: { $0.value.known < $1.value.known }),
    titles.count == 1, best.value.known > headings,
    // `Projects` folded below each post is a part of it.
    !best.key.isFolding || !repeated.contains(best.key)
  else { return nodes }
  let level =
    best.key.isFolding
    ? foldedLevels.min().map { $0 - 1 } ?? max(levels.max() ?? 2, 2)
    : ((levels + foldedLevels).min() ?? 3) - 1
  return headed(nodes, best.key, level: level)
}

/// What divisions of one look have in common.
private struct TitleClass: Hashable {
  let name: String
  let classes: [String]
  var isFolding: Bool { name == "details" }
}

/// Where a block stands.
private enum Place {
  /// Before one of another look.
  case followed
  /// Before one of the same look, or before none.
  case unfollowed
  /// In what is folded.
  case folded
}

/// The short line without links that is all of a division, or that is seen of what is folded, and
/// the class of that.
private func titleLine(_ block: MarkupNode) -> (TitleClass, RichText)? {
  guard case .group(let group) = block.kind, let line = group.children.first?.paragraphText,
    isTitleLine(line), wordCount(line) <= 8, line.isUnlinked
  else { return nil }
  if group.name == "details" {
    return group.children.count > 1 ? (TitleClass(name: group.name, classes: []), line) : nil
  }
  guard !group.classes.isEmpty, group.children.count == 1 else { return nil }
  return (TitleClass(name: group.name, classes: group.classes), line)
}

/// Visits blocks and those in groups, and says of each where it stands.
private func forEachBlock(
  _ nodes: [MarkupNode], isFolded: Bool = false, _ visit: (MarkupNode, Place) -> Void
) {
  for (index, node) in nodes.enumerated() {
    let next = index + 1 < nodes.count ? nodes[index + 1] : nil
    let own = titleLine(node)?.0
    let isFolding = own?.isFolding == true
    let isFollowed = isFolding || next.map { titleLine($0)?.0 != own } ?? false
    visit(node, isFolded ? .folded : isFollowed ? .followed : .unfollowed)
    if case .group(let group) = node.kind {
      forEachBlock(group.children, isFolded: isFolded || isFolding, visit)
    }
  }
}

private func headed(_ nodes: [MarkupNode], _ name: TitleClass, level: Int) -> [MarkupNode] {
  nodes.flatMap { node -> [MarkupNode] in
    if let (own, line) = titleLine(node), own == name {
      let heading = MarkupNode(.heading(level: level, line), span: line.span ?? node.span)
      return name.isFolding ? [heading] + node.children.dropFirst() : [heading]
    }
    guard case .group(var group) = node.kind else { return [node] }
    group.children = headed(group.children, name, level: level)
    return [MarkupNode(.group(group), span: node.span)]
  }
}
