// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The blocks of a page with deep headings in cards whose titles are as large as those of its
/// sections: `# Papers` above `<div class="card"><h1>Wet Maps</h1>…</div>`, twice or more.
///
/// The titles of the sections stand in no division then, and those in divisions are of none.
func loweringCards(_ nodes: [MarkupNode]) -> [MarkupNode] {
  var level: Int?
  var start = 0
  for (index, node) in nodes.enumerated() {
    guard case .heading(let own, let text) = node.kind, SectionTitle(text).isExact else { continue }
    if level == nil { start = index }
    level = min(level ?? own, own)
  }
  guard let level, nodes[start...].contains(where: { isGroup($0) }) else { return nodes }
  var looks: [[String]: Int] = [:]
  for node in nodes[start...] where isGroup(node) {
    guard countCards(in: node, level, &looks) else { return nodes }
  }
  guard looks.values.contains(where: { $0 > 1 }) else { return nodes }
  return nodes[..<start] + nodes[start...].map { lowering($0, below: level) }
}

private func isGroup(_ node: MarkupNode) -> Bool {
  if case .group = node.kind { true } else { false }
}

/// Counts the divisions of each look that begin with a large heading, or with a picture above it.
///
/// - Returns: Whether no heading in them is the title of a section.
private func countCards(
  in node: MarkupNode, _ level: Int, _ looks: inout [[String]: Int]
) -> Bool {
  guard case .group(let group) = node.kind else { return true }
  for child in group.children {
    if case .heading(let own, let text) = child.kind {
      guard own > level || !SectionTitle(text).isExact else { return false }
      if own <= level, !group.classes.isEmpty { looks[group.classes, default: 0] += 1 }
    }
    guard countCards(in: child, level, &looks) else { return false }
  }
  return true
}

private func lowering(_ node: MarkupNode, below level: Int) -> MarkupNode {
  guard case .group(var group) = node.kind else { return node }
  group.children = group.children.map { child in
    guard case .heading(let own, let text) = child.kind, own <= level else {
      return lowering(child, below: level)
    }
    return MarkupNode(.heading(level: min(level + 1, 6), text), span: child.span)
  }
  return MarkupNode(.group(group), span: node.span)
}
