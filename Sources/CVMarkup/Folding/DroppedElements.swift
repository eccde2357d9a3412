// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Tells which elements of a page no reader sees, or a CV need not say.
struct DroppedElements {
  /// Class names and ids that the page's own style sheet hides.
  let hiddenNames: Set<String>
  /// The marks of attribute lists; `nil` on a page without any.
  let marks: MarkedElements?

  /// The reason to drop an element with all that it holds; `nil` to keep it.
  ///
  /// - Parameter hasBackground: Whether something behind it has a colour, so that white text shows.
  func fate(of node: DOMNode, _ name: String, hasBackground: Bool) -> ImportAccount.Fate? {
    if let fate = HTMLNames.textlessElements[name] { return fate }
    let look = node.look(name)
    if look.hides(hiddenNames, hasBackground: hasBackground) { return .hidden }
    if let marks, marks.contains(node, name, hasBackground) { return .hidden }
    if look.names.contains(where: HomepageMatter.classes.contains) { return .homepageMatter }
    return HomepageMatter.isControl(node, name) ? .control : nil
  }
}

extension DOMNode {
  /// How the attributes of an element have its words look.
  func look(_ name: String) -> Look {
    Look(
      style: InlineStyle(of: self, name), isHidden: attribute("hidden") != nil,
      names: [attribute("class"), attribute("id")].compactMap { $0 }
        .flatMap { $0.split(separator: " ").map { $0.lowercased() } })
  }
}
