// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// Lists, definitions and tables, of whose parts each may be hidden.
extension MarkupFolder {
  mutating func foldList(_ node: DOMNode, isOrdered: Bool, _ context: FoldingContext) {
    var items: [ColumnedItem] = []
    for child in node.children {
      let blocks: [MarkupNode]
      if case .element("li") = child.content {
        blocks = enter(child, context).map { capture(child, $0) } ?? []
        guard !blocks.isEmpty else { continue }
        items.append(ColumnedItem(marker: child.attribute(Self.markerAttribute), blocks: blocks))
      } else {
        // A list directly inside a list belongs to the item before it.
        blocks = capture(only: child, context)
        if items.isEmpty, !blocks.isEmpty { items.append(ColumnedItem(marker: nil, blocks: [])) }
        if !items.isEmpty { items[items.count - 1].item.blocks += blocks }
      }
    }
    guard !items.isEmpty else { return }
    leaveOutFinalBreaks(&items)
    let nested = nestedByColumn(items[...], isOrdered: isOrdered)
    // `* ### Title` above text that is not indented: the heading of that text.
    if nested.count == 1, nested[0].blocks.count == 1, case .heading = nested[0].blocks[0].kind {
      return containers[containers.count - 1].append(nested[0].blocks[0])
    }
    for part in partedAtHeadings(nested) {
      if let heading = part.heading { containers[containers.count - 1].append(heading) }
      guard !part.items.isEmpty else { continue }
      emit(
        .list(.init(isOrdered: isOrdered, items: part.items)), hull(part.items.flatMap(\.blocks)))
    }
  }

  /// Leaves out the backslashes with which visual editors end the points of a list, where they
  /// break no line; all but the last have one.
  ///
  /// The backslash of `C:\Fog\` is part of a path.
  private func leaveOutFinalBreaks(_ items: inout [ColumnedItem]) {
    let texts = items.map { item -> RichText? in
      guard case .paragraph(let text)? = item.item.blocks.last?.kind, text.text.hasSuffix("\\"),
        text.text.count(where: { $0 == "\\" }) == 1, !text.text.hasSuffix(":\\")
      else { return nil }
      return text[0..<text.count - 1].trimmedAtEnd()
    }
    guard texts.count(where: { $0 != nil }) > 1, texts.dropLast().allSatisfy({ $0 != nil }) else {
      return
    }
    for (index, text) in texts.enumerated() {
      guard let text else { continue }
      items[index].item.blocks[items[index].item.blocks.count - 1].kind = .paragraph(text)
    }
  }

  mutating func foldDefinitions(_ node: DOMNode, _ context: FoldingContext) {
    var definitions: [MarkupNode.Definition] = []
    for (child, context) in node.children.flatMap({ unwrapped($0, context) }) {
      let name = if case .element(let own) = child.content { own } else { "" }
      // What is neither a term nor a description belongs to what is described.
      let isPart = name == "dt" || name == "dd"
      let inner = isPart ? enter(child, context) : context
      guard let inner else { continue }
      let blocks = isPart ? capture(child, inner) : capture(only: child, inner)
      if name == "dt" {
        if definitions.last?.descriptions.isEmpty != true {
          definitions.append(.init(terms: [], descriptions: []))
        }
        definitions[definitions.count - 1].terms.append(joinedText(blocks))
      } else if isPart || !blocks.isEmpty {
        if definitions.isEmpty { definitions.append(.init(terms: [], descriptions: [])) }
        definitions[definitions.count - 1].descriptions.append(blocks)
      }
    }
    let texts = definitions.flatMap { $0.terms.map(\.span) + $0.descriptions.map(hull) }
    guard !definitions.isEmpty else { return }
    emit(.definitions(definitions), texts.compactMap { $0 }.reduceToHull())
  }

  /// `dl` may hold its terms in `div`s.
  private mutating func unwrapped(
    _ node: DOMNode, _ context: FoldingContext
  ) -> [(DOMNode, FoldingContext)] {
    guard case .element("div") = node.content else { return [(node, context)] }
    guard let inner = enter(node, context) else { return [] }
    return node.children.map { ($0, inner) }
  }

  /// What a part of a list or a table hands on to its content; `nil` for one that is left out.
  private mutating func enter(_ node: DOMNode, _ outer: FoldingContext) -> FoldingContext? {
    guard case .element(let name) = node.content else { return outer }
    let fate = fate(of: node, name, outer)
    if fate == nil || fate == .control, takeTab(node, outer) { return nil }
    if let fate {
      drop(node, fate)
      return nil
    }
    return entering(node, InlineStyle(of: node, name), outer, isBlock: true)
  }

  mutating func foldTable(_ node: DOMNode, _ context: FoldingContext) {
    var rows: [MarkupNode.Row] = []
    var sections = node.children.map { ($0, context) }
    while !sections.isEmpty {
      let (child, context) = sections.removeFirst()
      switch child.content {
      case .element("thead"), .element("tbody"), .element("tfoot"):
        guard let inner = enter(child, context) else { continue }
        sections = child.children.map { ($0, inner) } + sections
      case .element("tr"):
        guard let inner = enter(child, context) else { continue }
        let row = foldRow(child, inner)
        if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
      default: walk(child, context)
      }
    }
    flush()
    guard !rows.isEmpty else { return }
    emit(.table(rows), hull(rows.flatMap { $0.cells.flatMap { $0 } }))
  }

  private mutating func foldRow(_ node: DOMNode, _ context: FoldingContext) -> MarkupNode.Row {
    var row = MarkupNode.Row(cells: [], isHeader: true)
    for cell in node.children {
      guard case .element(let name) = cell.content, name == "td" || name == "th",
        let inner = enter(cell, context)
      else { continue }
      row.cells.append(capture(cell, inner))
      row.isHeader = row.isHeader && name == "th"
    }
    return row
  }
}
