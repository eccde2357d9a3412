// SPDX-License-Identifier: MIT
import CVModel

/// Finds the elements that the marks of attribute lists hide (`HidingMark`), in the tree of a page
/// that has some.
struct MarkedElements {
  /// The places among the children of an element of those that a mark beside them hides.
  func hiddenChildren(of node: DOMNode, _ hasBackground: Bool) -> Set<Int> {
    var hidden: Set<Int> = []
    /// The last block, or the words since then that are in none; each is hidden once.
    var above: [Int] = []
    var (isBlock, hidesNext) = (false, false)
    let children = node.children
    for (index, child) in children.enumerated() {
      guard child.isBlankOrMark else {
        if hidesNext { hidden.insert(index) }
        hidesNext = false
        if isBlock || child.isBlock { above = [] }
        isBlock = child.isBlock
        above.append(index)
        continue
      }
      guard let mark = child.hidingMark, child.hides(hasBackground) else { continue }
      switch mark {
      case .above:
        hidden.formUnion(above)
        above = []
      case .below: hidesNext = true
      case .words:
        if index > 0, case .element = children[index - 1].content { hidden.insert(index - 1) }
      case .item: break
      }
    }
    return hidden
  }

  /// Whether a mark within a heading, an item, a cell or a part of a definition hides all of it.
  func contains(_ node: DOMNode, _ name: String, _ hasBackground: Bool) -> Bool {
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

  fileprivate var isBlock: Bool {
    if case .element(let name) = content { HTMLNames.blocks.contains(name) } else { false }
  }

  fileprivate var isParagraph: Bool {
    if case .element("p") = content { true } else { false }
  }
}
