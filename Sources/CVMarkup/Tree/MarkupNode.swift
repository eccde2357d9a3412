// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// A block of a page: what it looks like, not yet what it means.
package struct MarkupNode: Hashable, Sendable {
  package var kind: Kind
  /// From the first to the last text of the block that stands in the source.
  package var span: SourceSpan?

  package init(_ kind: Kind, span: SourceSpan?) {
    self.kind = kind
    self.span = span
  }

  /// The kinds of blocks, with what they hold.
  package enum Kind: Hashable, Sendable {
    /// Level 1 to 6.
    case heading(level: Int, RichText)
    case paragraph(RichText)
    case list(List)
    case definitions([Definition])
    case table([Row])
    case group(Group)
    case quote([MarkupNode])
    case code(String)
    case rule
  }

  /// Items with or without numbers.
  package struct List: Hashable, Sendable {
    package var isOrdered: Bool
    package var items: [Item]

    package init(isOrdered: Bool, items: [Item]) {
      self.isOrdered = isOrdered
      self.items = items
    }
  }

  /// One item of a list.
  package struct Item: Hashable, Sendable {
    /// The sign before the item as written (`-`, `2021.`); empty in raw HTML.
    package var marker: String
    package var blocks: [MarkupNode]

    package init(marker: String, blocks: [MarkupNode]) {
      self.marker = marker
      self.blocks = blocks
    }
  }

  /// Terms with what is said of them.
  package struct Definition: Hashable, Sendable {
    package var terms: [RichText]
    package var descriptions: [[MarkupNode]]
  }

  /// A row of a table.
  package struct Row: Hashable, Sendable {
    package var cells: [[MarkupNode]]
    package var isHeader: Bool

    package init(cells: [[MarkupNode]], isHeader: Bool) {
      self.cells = cells
      self.isHeader = isHeader
    }
  }

  /// An element of HTML that only groups, such as `div` or `details`.
  package struct Group: Hashable, Sendable {
    package var name: String
    package var classes: [String]
    package var children: [MarkupNode]
  }
}

extension MarkupNode {
  /// The blocks directly inside a block, item after item, cell after cell.
  package var children: [MarkupNode] {
    switch kind {
    case .heading, .paragraph, .code, .rule: []
    case .list(let list): list.items.flatMap(\.blocks)
    case .definitions(let definitions): definitions.flatMap { $0.descriptions.flatMap { $0 } }
    case .table(let rows): rows.flatMap { $0.cells.flatMap { $0 } }
    case .group(let group): group.children
    case .quote(let blocks): blocks
    }
  }

  /// The visible texts of the block and of all inside it, in order.
  package var texts: [RichText] {
    switch kind {
    case .heading(_, let text), .paragraph(let text): [text]
    case .code(let text): [RichText(text, .init(.code), span: span)]
    case .rule: []
    case .definitions(let definitions):
      definitions.flatMap { $0.terms + $0.descriptions.flatMap { $0.flatMap(\.texts) } }
    case .list, .table, .group, .quote: children.flatMap(\.texts)
    }
  }
}
