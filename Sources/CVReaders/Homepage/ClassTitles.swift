// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The blocks of a page with headings where only a class says so:
/// `<div class="section-title">Education</div>`.
///
/// A class of divisions, each of which holds one short line, is that of the titles if two of the
/// lines or more, and at least half of them, are known titles of sections, more of them than of
/// the page's headings.
func headingByClass(_ nodes: [MarkupNode]) -> [MarkupNode] {
  var counts: [TitleClass: (known: Int, all: Int)] = [:]
  var levels: [Int] = []
  var headings = 0
  forEachBlock(nodes) { block, isFollowed in
    if case .heading(let level, let text) = block.kind {
      levels.append(level)
      if SectionTitle(text).isExact { headings += 1 }
    }
    guard isFollowed, let (name, line) = titleLine(block) else { return }
    counts[name, default: (0, 0)].all += 1
    if SectionTitle(line).isExact { counts[name]?.known += 1 }
  }
  let titles = counts.filter { $0.value.known >= 2 && $0.value.known * 2 >= $0.value.all }
  guard let best = titles.max(by: { $0.value.known < $1.value.known }),
    titles.count == 1, best.value.known > headings
  else { return nodes }
  return headed(nodes, best.key, level: (levels.min() ?? 3) - 1)
}

/// What divisions of one look have in common.
private struct TitleClass: Hashable {
  let name: String
  let classes: [String]
}

/// The short line without links that is all of a division, and the class of that.
private func titleLine(_ block: MarkupNode) -> (TitleClass, RichText)? {
  guard case .group(let group) = block.kind, !group.classes.isEmpty, group.children.count == 1,
    let line = group.children[0].paragraphText, isTitleLine(line), wordCount(line) <= 8,
    line.isUnlinked
  else { return nil }
  return (TitleClass(name: group.name, classes: group.classes), line)
}

/// Visits blocks and those in groups; says of each whether one of another look follows it.
private func forEachBlock(_ nodes: [MarkupNode], _ visit: (MarkupNode, Bool) -> Void) {
  for (index, node) in nodes.enumerated() {
    let next = index + 1 < nodes.count ? nodes[index + 1] : nil
    let isFollowed = next.map { titleLine($0)?.0 != titleLine(node)?.0 } ?? false
    visit(node, isFollowed)
    if case .group(let group) = node.kind { forEachBlock(group.children, visit) }
  }
}

private func headed(_ nodes: [MarkupNode], _ name: TitleClass, level: Int) -> [MarkupNode] {
  nodes.map { node in
    if let (own, line) = titleLine(node), own == name {
      return MarkupNode(.heading(level: level, line), span: node.span)
    }
    guard case .group(var group) = node.kind else { return node }
    group.children = headed(group.children, name, level: level)
    return MarkupNode(.group(group), span: node.span)
  }
}
