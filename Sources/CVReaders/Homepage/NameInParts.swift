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
      let named = Self.labels.first { WordLists.all.contains(label, in: $0.list) }
      guard let named else { return nil }
      self = named.half
    }

    private static let labels: [(list: Lists, half: Half)] = [
      (.givenNameLabel, .given), (.surnameLabel, .family), (.nameLabel, .whole),
    ]
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
    return rows.map(\.cellTexts).filter { $0.count == 2 }.map { ($0[0], $0[1]) }
  case .list(let list): return list.items.flatMap { $0.blocks.flatMap(namedValues) }
  case .group(let group): return group.children.flatMap(namedValues)
  default: return []
  }
}
