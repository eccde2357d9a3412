// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
import CVModel

/// An entry that a page budget may leave out.
struct DropCandidate: Hashable {
  var section: Int
  var child: Int
  /// The point: of the child where that is a list, else of the lists below the entry.
  var point: Int?
  /// What to call it in a report.
  var title: String
  var importance: Importance
  /// Whether it is a work that its author calls selected.
  var isSelected = false
}

extension LayoutTree {
  /// All entries and points, the least important first; of equals, what stands later.
  var dropCandidates: [DropCandidate] {
    var all: [DropCandidate] = []
    for kind in Set(sections.map(\.kind)) {
      let ofKind = sections.indices.filter { sections[$0].kind == kind }
      all += Self.ranked(ofKind.flatMap { candidates(of: $0) }, of: kind)
    }
    return all.inDocumentOrder.reversed().enumerated().sorted { a, b in
      a.element.importance == b.element.importance
        ? a.offset < b.offset : a.element.importance < b.element.importance
    }.map(\.element)
  }

  /// How many of some candidates stand in each section.
  func counts(of candidates: [DropCandidate]) -> [BudgetReport.Count] {
    sections.indices.compactMap { number in
      let entries = candidates.count { $0.section == number }
      return entries == 0 ? nil : .init(section: sections[number].title?.text, entries: entries)
    }
  }

  private func candidates(of number: Int) -> [DropCandidate] {
    let section = sections[number]
    return section.children.enumerated().flatMap { index, child -> [DropCandidate] in
      let here = { (point: Int?, text: LayoutText?) in
        DropCandidate(
          section: number, child: index, point: point, title: Self.title(of: text),
          importance: section.importance)
      }
      switch child {
      case .entry(let entry):
        var candidate = here(nil, entry.name)
        candidate.importance.latest = entry.latest
        candidate.isSelected = entry.isSelected
        guard section.kind == .education, section.importance.stage == .core else {
          return [candidate]
        }
        let details = entry.points.enumerated().map { point, text in
          var detail = here(point, text)
          detail.importance = Importance(stage: .detail, rank: 0, latest: entry.latest)
          return detail
        }
        return [candidate] + details
      case .list(let list):
        return list.items.enumerated().map { here($0.offset, $0.element.text) }
      case .groupTitle, .paragraph: return []
      }
    }
  }

  /// Tells what of a kind is beyond the number that a short CV shows of it: the oldest, and where
  /// works are called selected all others.
  private static func ranked(
    _ candidates: [DropCandidate], of kind: SectionKind
  ) -> [DropCandidate] {
    guard let count = kind.countInShort else { return candidates }
    let isSelective = candidates.contains(where: \.isSelected)
    let newest = candidates.sorted { a, b in
      a.importance == b.importance ? a.precedes(b) : a.importance > b.importance
    }
    return newest.enumerated().map { place, candidate in
      var candidate = candidate
      let isSurplus = isSelective ? !candidate.isSelected : place >= count
      if isSurplus, candidate.importance.stage == .core {
        candidate.importance.stage = .surplus
        candidate.importance.rank = kind.surplusRank
      }
      return candidate
    }
  }

  /// The first words of an entry.
  private static func title(of text: LayoutText?) -> String {
    firstWords(of: text?.text ?? "", upTo: 10)
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
        children += child.leavingOut(points: Set(here.compactMap(\.point)))
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

extension EntryNode {
  /// The points of the lists below it.
  fileprivate var points: [LayoutText] {
    body.flatMap { block -> [LayoutText] in
      if case .list(let list) = block { list.items.map(\.text) } else { [] }
    }
  }
}

extension BlockNode {
  /// The block without some points of its list, or of the lists below it, which are counted on.
  fileprivate func leavingOut(points: Set<Int>) -> [BlockNode] {
    var first = 0
    switch self {
    case .list(let list): return list.leavingOut(points, from: &first).map { [.list($0)] } ?? []
    case .entry(var entry):
      entry.body = entry.body.compactMap { block in
        guard case .list(let list) = block else { return block }
        return list.leavingOut(points, from: &first).map(BlockNode.list)
      }
      return [.entry(entry)]
    case .groupTitle, .paragraph: return [self]
    }
  }
}

extension ListNode {
  /// - Parameter first: The number of the first point; behind the last when it returns.
  fileprivate func leavingOut(_ points: Set<Int>, from first: inout Int) -> ListNode? {
    var list = self
    list.items = items.enumerated().filter { !points.contains(first + $0.offset) }.map(\.element)
    first += items.count
    return list.items.isEmpty ? nil : list
  }
}

extension DropCandidate {
  /// Whether it stands before another in the document; an entry before its points.
  fileprivate func precedes(_ other: DropCandidate) -> Bool {
    (section, child, point ?? -1) < (other.section, other.child, other.point ?? -1)
  }
}

extension [DropCandidate] {
  var inDocumentOrder: [DropCandidate] { sorted { $0.precedes($1) } }
}
