// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

extension Outline.Part {
  /// Takes out the elements that stand for documents of the site, and gives their numbers.
  mutating func takeDocuments() -> [Int] {
    var numbers: [Int] = []
    blocks = blocks.compactMap { $0.takingDocuments(&numbers) }
    return numbers
  }
}

extension MarkupNode {
  /// The block without the elements that stand for documents; `nil` where nothing is left.
  fileprivate func takingDocuments(_ numbers: inout [Int]) -> MarkupNode? {
    var node = self
    switch kind {
    case .group(var group):
      if group.classes == [LiquidScope.documentClass], let number = Int(texts.first?.text ?? "") {
        numbers.append(number)
        return nil
      }
      group.children = group.children.compactMap { $0.takingDocuments(&numbers) }
      node.kind = .group(group)
      return group.children.isEmpty ? nil : node
    case .list(var list):
      list.items = list.items.compactMap { item in
        var item = item
        item.blocks = item.blocks.compactMap { $0.takingDocuments(&numbers) }
        return item.blocks.isEmpty ? nil : item
      }
      node.kind = .list(list)
      return list.items.isEmpty ? nil : node
    case .quote(let blocks):
      let rest = blocks.compactMap { $0.takingDocuments(&numbers) }
      node.kind = .quote(rest)
      return rest.isEmpty ? nil : node
    case .heading, .paragraph, .definitions, .table, .code, .rule: return self
    }
  }
}

extension Entry {
  /// The kind of a section whose title does not tell it.
  var sectionKind: SectionKind {
    switch self {
    case .publication: .publications
    case .paragraph: .other
    case .record(let record):
      SiteCollection.all.first { recordKind(in: $0.kind) == record.kind }?.kind ?? .other
    }
  }
}
