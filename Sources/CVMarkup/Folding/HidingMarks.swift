// SPDX-License-Identifier: MIT
import CVModel

/// Finds what the marks of attribute lists hide, in the tree of a page that has some.
struct HidingMarks {
  /// The places among the children of an element of those that a mark beside them hides.
  func hiddenChildren(of node: DOMNode, _ hasBackground: Bool) -> Set<Int> {
    var hidden: Set<Int> = []
    let children = node.children
    for (index, child) in children.enumerated() {
      guard let mark = child.hidingMark, child.hides(hasBackground) else { continue }
      switch mark {
      case .above: hidden.formUnion(Self.block(before: index, in: children))
      case .below:
        let next = children.indices.dropFirst(index + 1).first { !children[$0].isBlankOrMark }
        if let next { hidden.insert(next) }
      case .words:
        if index > 0, case .element = children[index - 1].content { hidden.insert(index - 1) }
      case .item: break
      }
    }
    return hidden
  }

  /// The places of a block, or of words that are in none, that stand before a place.
  private static func block(before index: Int, in children: [DOMNode]) -> Set<Int> {
    var places: Set<Int> = []
    for place in children.indices.prefix(index).reversed() where !children[place].isBlankOrMark {
      let isBlock: Bool
      if case .element(let name) = children[place].content {
        isBlock = HTMLNames.blocks.contains(name)
      } else {
        isBlock = false
      }
      if isBlock, !places.isEmpty { return places }
      places.insert(place)
      if isBlock { return places }
    }
    return places
  }

  /// Whether a mark within a heading, an item, a cell or a part of a definition hides all of it.
  func hideHolder(_ node: DOMNode, _ name: String, _ hasBackground: Bool) -> Bool {
    guard Self.holders.contains(name) || name == "p" && node.isOfItem else { return false }
    let own = node.children
    let inner = name == "li" ? own.filter(\.isParagraph).flatMap(\.children) : []
    let isHidden = (own + inner).contains { $0.hidingMark == .item && $0.hides(hasBackground) }
    return isHidden || own.contains { $0.hidesHolder && $0.hides(hasBackground) }
  }

  private static let holders: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd",
  ]
}

extension DOMNode {
  /// What an element of the program's own says of what an attribute list hides.
  var hidingMark: HidingMark? {
    guard case .element(let name) = content, name == "hr" || name == "wbr",
      let names = attribute("class"), names.hasPrefix(HidingMark.shared)
    else { return nil }
    return HidingMark.allCases.first { names.hasSuffix($0.rawValue) }
  }

  /// Whether the attributes of a mark hide what it is about.
  fileprivate func hides(_ hasBackground: Bool) -> Bool {
    look("").hides([], hasBackground: hasBackground)
  }

  /// Whether an element is a mark behind words that are in no element of their own.
  fileprivate var hidesHolder: Bool {
    guard hidingMark == .words else { return false }
    guard case .element? = neighbour(-1)?.content else { return true }
    return false
  }

  fileprivate var isBlankOrMark: Bool {
    switch content {
    case .nothing: true
    case .text(let text, _): text.unicodeScalars.allSatisfy(isSpace)
    case .element: hidingMark != nil
    }
  }

  fileprivate var isParagraph: Bool {
    if case .element("p") = content { true } else { false }
  }
}
