// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The owner's name where two lines tell its halves: `First name: Ada` and `Last name: Roe`.
///
/// One half may stand behind the word for the whole: `Name: Roe` and `Vorname: Ada`.
struct NameInParts {
  let name: RichText
  /// The labels of both halves, folded.
  let labels: Set<String>

  /// - Returns: `nil` where a half is missing, or both are no name.
  init?(_ blocks: [MarkupNode]) {
    var found: [(half: Half, label: String, value: RichText)] = []
    for (label, value) in blocks.flatMap(namedValues) {
      let words = folded(label.text)
      guard let half = Half(words), 1...3 ~= wordCount(value) else { continue }
      if !found.contains(where: { $0.half == half }) { found.append((half, words, value)) }
    }
    let half = { (half: Half) in found.first { $0.half == half } }
    let (given, family) = (half(.given), half(.family))
    guard given != nil || family != nil, let first = given ?? half(.whole),
      let last = family ?? half(.whole),
      let name = PersonName(first.value.collapsed() + RichText(" ") + last.value.collapsed())
    else { return nil }
    self.name = name.name
    labels = [first.label, last.label]
  }

  /// What a label says its value is of a name.
  private enum Half {
    case given, family, whole

    init?(_ label: String) {
      let lists = WordLists.all
      if lists.contains(label, in: .givenNameLabel) {
        self = .given
      } else if lists.contains(label, in: .surnameLabel) {
        self = .family
      } else if lists.contains(label, in: .nameLabel) {
        self = .whole
      } else {
        return nil
      }
    }
  }
}

/// The labels of a block, in lines or in rows of two cells, and what stands behind each.
private func namedValues(of block: MarkupNode) -> [(RichText, RichText)] {
  switch block.kind {
  case .paragraph(let text):
    return headLines(text, soft: true).flatMap(HeaderLines.parts).compactMap { part in
      NamedValue(part).map { ($0.name, $0.value) }
    }
  case .table(let rows):
    return rows.compactMap { row in
      let cells = row.cells.map { joinedTexts($0.flatMap(\.texts)) }
      return cells.count == 2 ? (cells[0], cells[1]) : nil
    }
  case .list(let list): return list.items.flatMap { $0.blocks.flatMap(namedValues) }
  case .group(let group): return group.children.flatMap(namedValues)
  default: return []
  }
}
