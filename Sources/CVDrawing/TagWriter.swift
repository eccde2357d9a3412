// SPDX-License-Identifier: MIT
import CCairo
import CVModel
import CVTypesetting

/// Opens and closes the tags around what is drawn.
///
/// Cairo marks content only inside leaf tags: text stands directly in an element that holds nothing
/// else, and otherwise in a `Span` or `Link` below it. Elements must come in the order of drawing;
/// one that was closed is never opened again.
struct TagWriter {
  private let context: OpaquePointer
  private let structure: StructureTree
  /// The elements that are leaves themselves.
  private let leaves: Set<Int>
  /// The open elements, from the document down.
  private var path: [Int] = []
  private var leaf: Leaf?

  /// What keeps runs in one leaf: their element, and for links also their address and line.
  private struct Leaf: Hashable {
    var element: Int
    var link: String?
    var y: Length?
  }

  init(context: OpaquePointer, document: TypesetDocument) {
    self.context = context
    structure = document.structure
    leaves = Self.leaves(of: document)
  }

  /// Elements whose only content is plain text on one page, without a break.
  private static func leaves(of document: TypesetDocument) -> Set<Int> {
    var leaves: Set<Int> = []
    var others = Set(document.structure.elements.compactMap(\.parent))
    for page in document.pages {
      var last: Int?
      for placed in page.items {
        guard case .text(let run) = placed.item, let element = run.element else {
          last = nil
          continue
        }
        if run.link != nil || element != last && leaves.contains(element) { others.insert(element) }
        leaves.insert(element)
        last = element
      }
    }
    return leaves.subtracting(others)
  }

  mutating func begin() { push(0) }

  mutating func end() {
    closeLeaf()
    while let element = path.popLast() {
      cairo_tag_end(context, name(of: structure.elements[element].kind))
    }
  }

  /// Makes the tags around a run the open ones; furniture of the page stands outside all leaves.
  mutating func open(_ run: GlyphRun, y: Length) {
    guard let element = run.element else { return closeLeaf() }
    let wanted = Leaf(element: element, link: run.link, y: run.link == nil ? nil : y)
    guard wanted != leaf else { return }
    closeLeaf()
    move(to: element)
    if let link = run.link {
      cairo_tag_begin(context, CAIRO_TAG_LINK, "uri='\(link)'")
    } else if !leaves.contains(element) {
      cairo_tag_begin(context, "Span", nil)
    }
    leaf = wanted
  }

  mutating func closeLeaf() {
    guard let open = leaf else { return }
    leaf = nil
    if open.link != nil {
      cairo_tag_end(context, CAIRO_TAG_LINK)
    } else if leaves.contains(open.element), let element = path.popLast() {
      cairo_tag_end(context, name(of: structure.elements[element].kind))
    } else {
      cairo_tag_end(context, "Span")
    }
  }

  private mutating func move(to element: Int) {
    var wanted: [Int] = []
    var next: Int? = element
    while let current = next {
      wanted.append(current)
      next = structure.elements[current].parent
    }
    wanted.reverse()
    let common = zip(path, wanted).prefix { $0 == $1 }.count
    while path.count > common, let last = path.popLast() {
      cairo_tag_end(context, name(of: structure.elements[last].kind))
    }
    for element in wanted.dropFirst(common) { push(element) }
  }

  private mutating func push(_ element: Int) {
    cairo_tag_begin(context, name(of: structure.elements[element].kind), nil)
    path.append(element)
  }

  private func name(of kind: StructureTree.Kind) -> String {
    switch kind {
    case .document: "Document"
    case .section: "Sect"
    case .paragraph: "P"
    case .list: "L"
    case .listItem: "LI"
    case .label: "Lbl"
    case .listBody: "LBody"
    case .heading(let level): "H\(level)"
    }
  }
}
