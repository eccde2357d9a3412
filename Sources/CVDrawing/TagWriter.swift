// SPDX-License-Identifier: MIT
import CCairo
import CVModel
import CVTypesetting

/// Opens and closes the tags around what is drawn, and notes them.
///
/// Cairo marks content only inside leaf tags: text stands directly in an element that holds nothing
/// else, and otherwise in a `Span` or `Link` below it. Elements must come in the order of drawing;
/// one that was closed is never opened again.
///
/// Without tags only links are opened, inside one element for the whole document: Cairo writes a
/// damaged file where a link stands in no element.
struct TagWriter {
  /// The tags in the order in which they were opened.
  private(set) var tags: [StructureTag] = []

  private let context: OpaquePointer
  private let structure: StructureTree
  private let isTagged: Bool
  /// The elements that are leaves themselves.
  private let leaves: Set<Int>
  /// The open elements, from the document down.
  private var path: [Int] = []
  private var leaf: Leaf?
  /// The last link: all its parts are described by all its words.
  private var link: (leaf: Leaf, parts: [Int])?

  /// What keeps runs in one leaf: their element, language and for links also address and line.
  private struct Leaf: Hashable {
    var element: Int
    var link: String?
    var language: String?
    var y: Length?
  }

  init(context: OpaquePointer, document: TypesetDocument, isTagged: Bool) {
    self.context = context
    self.isTagged = isTagged
    structure = document.structure
    leaves = isTagged ? Self.leaves(of: document) : []
  }

  /// Elements whose only content is plain text of one language on one page, without a break.
  private static func leaves(of document: TypesetDocument) -> Set<Int> {
    var languages: [Int: String?] = [:]
    var others = Set(document.structure.elements.compactMap(\.parent))
    for page in document.pages {
      var last: Int?
      for placed in page.items {
        if case .picture(let picture) = placed.item {
          languages.updateValue(nil, forKey: picture.element)
          last = nil
          continue
        }
        guard case .text(let run) = placed.item, let element = run.element else {
          last = nil
          continue
        }
        let known = languages.updateValue(run.language, forKey: element)
        let isBroken = known.map { element != last || $0 != run.language } ?? false
        if run.link != nil || isBroken { others.insert(element) }
        last = element
      }
    }
    return Set(languages.keys).subtracting(others)
  }

  mutating func begin() { push(0) }

  mutating func end() {
    closeLeaf()
    while let element = path.popLast() {
      lib.cairo_tag_end(context, structure.elements[element].kind.tag)
    }
  }

  /// Makes the tags around a run the open ones; furniture of the page stands outside all leaves.
  mutating func open(_ run: GlyphRun, y: Length) {
    guard let own = run.element, isTagged || run.link != nil else { return closeLeaf() }
    let element = isTagged ? own : 0
    let wanted = Leaf(
      element: element, link: run.link, language: run.language, y: run.link == nil ? nil : y)
    if wanted != leaf {
      closeLeaf()
      move(to: element, language: run.language)
      openLeaf(wanted)
      leaf = wanted
    }
    if run.link != nil { describeLink(run.text) }
    if structure.elements[element].kind == .label { tags[tags.count - 1].text += run.text }
  }

  /// Makes the tag of a picture the open one; it holds nothing else.
  mutating func open(_ picture: PictureItem) {
    closeLeaf()
    guard isTagged else { return }
    move(to: picture.element, language: nil)
    leaf = Leaf(element: picture.element)
    tags[tags.count - 1].text = picture.alternative
  }

  private mutating func openLeaf(_ wanted: Leaf) {
    guard let address = wanted.link else {
      link = nil
      if !leaves.contains(wanted.element) { push("Span", wanted.language) }
      return
    }
    // On its next line a link is a tag and an annotation of its own, but still the same link.
    if let last = link?.leaf, last.element == wanted.element, last.link == address {
      link?.parts.append(tags.count)
      push(CAIRO_TAG_LINK, wanted.language, attributes: "uri='\(address)'")
      tags[tags.count - 1].text = tags[link?.parts.first ?? 0].text
    } else {
      link = (wanted, [tags.count])
      push(CAIRO_TAG_LINK, wanted.language, attributes: "uri='\(address)'")
    }
  }

  private mutating func describeLink(_ text: String) {
    for part in link?.parts ?? [] { tags[part].text += text }
  }

  mutating func closeLeaf() {
    guard let open = leaf else { return }
    leaf = nil
    if open.link != nil {
      lib.cairo_tag_end(context, CAIRO_TAG_LINK)
    } else if leaves.contains(open.element), let element = path.popLast() {
      lib.cairo_tag_end(context, structure.elements[element].kind.tag)
    } else {
      lib.cairo_tag_end(context, "Span")
    }
  }

  /// Closes and opens elements up to a wanted one.
  ///
  /// - Parameter language: That of the text; a leaf says it itself.
  private mutating func move(to element: Int, language: String?) {
    var wanted: [Int] = []
    var next: Int? = element
    while let current = next {
      wanted.append(current)
      next = structure.elements[current].parent
    }
    wanted.reverse()
    let common = zip(path, wanted).prefix { $0 == $1 }.count
    while path.count > common, let last = path.popLast() {
      lib.cairo_tag_end(context, structure.elements[last].kind.tag)
    }
    for element in wanted.dropFirst(common) {
      push(element, language: leaves.contains(element) ? language : nil)
    }
  }

  private mutating func push(_ element: Int, language: String? = nil) {
    push(structure.elements[element].kind.tag, language)
    path.append(element)
  }

  private mutating func push(_ name: String, _ language: String?, attributes: String? = nil) {
    lib.cairo_tag_begin(context, name, attributes)
    tags.append(StructureTag(name: name, depth: path.count, language: language))
  }
}

extension StructureTree.Kind {
  /// The name of a standard structure type (ISO 32000-1, 14.8.4).
  fileprivate var tag: String {
    switch self {
    case .document: "Document"
    case .section: "Sect"
    case .division: "Div"
    case .paragraph: "P"
    case .list: "L"
    case .listItem: "LI"
    case .label: "Lbl"
    case .listBody: "LBody"
    case .figure: "Figure"
    case .heading(let level): "H\(level)"
    }
  }
}
