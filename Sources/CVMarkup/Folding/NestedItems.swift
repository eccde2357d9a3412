// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// A list item with the column of its marker in the source, where it is known.
struct ColumnedItem {
  var column: Int?
  var item: MarkupNode.Item

  /// - Parameter marker: `COLUMN MARKER`, as `MarkdownWriter` writes it, or `nil` in raw HTML.
  init(marker: String?, blocks: [MarkupNode]) {
    let parts = (marker ?? "").split(separator: " ", maxSplits: 1)
    column = parts.first.flatMap { Int($0) }
    item = MarkupNode.Item(marker: parts.count == 2 ? String(parts[1]) : "", blocks: blocks)
  }
}

/// Puts items whose marker stands further right under the item before them.
///
/// CommonMark takes ` - b` under `- a` for a sibling; its author meant a child.
func nestedByColumn(_ items: ArraySlice<ColumnedItem>, isOrdered: Bool) -> [MarkupNode.Item] {
  guard let margin = items.first?.column else { return items.map(\.item) }
  var result: [MarkupNode.Item] = []
  var index = items.startIndex
  while index < items.endIndex {
    var item = items[index].item
    var next = index + 1
    while next < items.endIndex, let column = items[next].column, column > margin { next += 1 }
    if next > index + 1 {
      let children = nestedByColumn(items[index + 1..<next], isOrdered: isOrdered)
      let span = children.flatMap(\.blocks).compactMap(\.span)
      let list = MarkupNode.List(isOrdered: isOrdered, items: children)
      item.blocks.append(
        MarkupNode(.list(list), span: span.dropFirst().reduce(span.first) { $0?.union($1) }))
    }
    result.append(item)
    index = next
  }
  return result
}

/// The items of a list below those of them that are nothing but a large heading: `- ## Honours`
/// between `- Fen Award` and its like.
func partedAtHeadings(
  _ items: [MarkupNode.Item]
) -> [(heading: MarkupNode?, items: [MarkupNode.Item])] {
  let headings = items.map { item -> MarkupNode? in
    guard item.blocks.count == 1, case .heading(1...2, _) = item.blocks[0].kind else { return nil }
    return item.blocks[0]
  }
  guard headings.contains(where: { $0 == nil }) else { return [(nil, items)] }
  return zip(headings, items).reduce(into: [(nil, [])]) { parts, next in
    if let heading = next.0 {
      parts.append((heading, []))
    } else {
      parts[parts.count - 1].items.append(next.1)
    }
  }
}
