// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Tells which elements of a page no reader sees, or a CV need not say.
struct DroppedElements {
  /// Class names and ids that the page's own style sheet hides.
  let hiddenNames: Set<String>
  /// Class names and ids to which it gives a dark colour.
  let groundNames: Set<String>
  /// The marks of attribute lists; `nil` on a page without any.
  let marks: MarkedElements?

  init(facts: HiddenFacts) {
    hiddenNames = facts.hiddenNames
    groundNames = facts.groundNames
    marks = facts.marksHiding ? MarkedElements() : nil
  }

  /// The reason to drop an element with all that it holds; `nil` to keep it.
  ///
  /// - Parameter hasBackground: Whether something behind it has a colour, so that white text shows.
  func fate(of node: DOMNode, _ name: String, hasBackground: Bool) -> ImportAccount.Fate? {
    if let fate = HTMLNames.textlessElements[name] { return fate }
    let look = node.look(name)
    let hasBackground = hasBackground || look.names.contains(where: groundNames.contains)
    if look.hides(hiddenNames, hasBackground: hasBackground) { return .hidden }
    if let marks, marks.contains(node, name, hasBackground) { return .hidden }
    if look.names.contains(where: HomepageMatter.classes.contains) { return .homepageMatter }
    return HomepageMatter.isControl(node, name) ? .control : nil
  }

  /// Whether the style sheet gives an element a dark colour.
  func hasGround(_ node: DOMNode) -> Bool {
    !groundNames.isEmpty && node.names.contains(where: groundNames.contains)
  }
}

extension DOMNode {
  /// How the attributes of an element have its words look.
  func look(_ name: String) -> Look {
    Look(
      style: InlineStyle(of: self, name), isHidden: attribute("hidden") != nil,
      names: names)
  }

  /// Class names and ids, in small letters.
  fileprivate var names: [String] {
    [attribute("class"), attribute("id")].compactMap { $0 }
      .flatMap { $0.split(separator: " ").map { $0.lowercased() } }
  }
}
