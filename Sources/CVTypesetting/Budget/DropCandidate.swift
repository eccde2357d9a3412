// SPDX-License-Identifier: MIT
import CVLayout

/// An entry that a page budget may leave out.
struct DropCandidate: Hashable {
  var section: Int
  var child: Int
  /// The point, where the child is a list.
  var point: Int?
  /// What to call it in a report.
  var title: String
  var importance: Importance
}

extension LayoutTree {
  /// All entries and points, the least important first; of equals, what stands later.
  var dropCandidates: [DropCandidate] {
    var candidates: [DropCandidate] = []
    for (number, section) in sections.enumerated() {
      for (index, child) in section.children.enumerated() {
        let here = { (point: Int?, text: LayoutText?) in
          DropCandidate(
            section: number, child: index, point: point, title: Self.title(of: text),
            importance: Importance(rank: section.rank, latest: nil))
        }
        switch child {
        case .entry(let entry):
          var candidate = here(nil, entry.name)
          candidate.importance.latest = entry.latest
          candidates.append(candidate)
        case .list(let list):
          candidates += list.items.enumerated().map { here($0.offset, $0.element.text) }
        case .groupTitle, .paragraph: break
        }
      }
    }
    return candidates.reversed().enumerated().sorted { a, b in
      a.element.importance == b.element.importance
        ? a.offset < b.offset : a.element.importance < b.element.importance
    }.map(\.element)
  }

  /// The first words of an entry.
  private static func title(of text: LayoutText?) -> String {
    let words = (text?.text ?? "").split(separator: " ")
    return words.prefix(10).joined(separator: " ") + (words.count > 10 ? " …" : "")
  }

  /// The tree without some entries; titles with nothing below them go, too.
  func leavingOut(_ dropped: [DropCandidate]) -> LayoutTree {
    guard !dropped.isEmpty else { return self }
    var tree = self
    for number in sections.indices {
      let gone = dropped.filter { $0.section == number }
      guard !gone.isEmpty else { continue }
      var children: [BlockNode] = []
      for (index, child) in sections[number].children.enumerated() {
        let here = gone.filter { $0.child == index }
        guard !here.contains(where: { $0.point == nil }) else { continue }
        if case .list(var list) = child {
          let points = Set(here.compactMap(\.point))
          list.items = list.items.enumerated().filter { !points.contains($0.offset) }
            .map(\.element)
          if !list.items.isEmpty { children.append(.list(list)) }
        } else {
          children.append(child)
        }
      }
      tree.sections[number].children = withoutEmptyGroups(children)
    }
    tree.sections = tree.sections.enumerated().filter { number, section in
      !section.children.isEmpty || sections[number].children.isEmpty
    }.map(\.element)
    return tree
  }

  private func withoutEmptyGroups(_ children: [BlockNode]) -> [BlockNode] {
    children.enumerated().filter { index, child in
      guard case .groupTitle = child else { return true }
      guard index + 1 < children.count else { return false }
      if case .groupTitle = children[index + 1] { return false }
      return true
    }.map(\.element)
  }
}

extension EntryNode {
  /// The words by which a person would know the entry: its title, else its first line.
  fileprivate var name: LayoutText? {
    let line = lines.first ?? LayoutText()
    let title = line.runs.filter { $0.role == .title }
    if kind == "publication", !title.isEmpty { return LayoutText(title) }
    guard let label else { return line }
    return LayoutText(label.text + " " + line.text, role: .text)
  }
}

extension [DropCandidate] {
  var inDocumentOrder: [DropCandidate] {
    sorted { ($0.section, $0.child, $0.point ?? 0) < ($1.section, $1.child, $1.point ?? 0) }
  }
}
