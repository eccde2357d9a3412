// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Tells which elements of a page no reader sees, or a CV need not say.
struct DroppedElements {
  /// Class names and ids that the page's own style sheet hides.
  let hiddenNames: Set<String>

  /// The reason to drop an element with all that it holds; `nil` to keep it.
  ///
  /// - Parameter hasBackground: Whether something behind it has a colour, so that white text shows.
  func fate(of node: DOMNode, _ name: String, hasBackground: Bool) -> ImportAccount.Fate? {
    if let fate = HTMLNames.textlessElements[name] { return fate }
    let style = InlineStyle(node.attribute("style"))
    if style.hidesText || node.attribute("hidden") != nil { return .hidden }
    if style.isWhite, !style.hasBackground, !hasBackground { return .hidden }
    let names = [node.attribute("class"), node.attribute("id")].compactMap { $0 }
      .flatMap { $0.split(separator: " ").map { $0.lowercased() } }
    if names.contains(where: isHidden) { return .hidden }
    if names.contains(where: HomepageMatter.classes.contains) { return .homepageMatter }
    return HomepageMatter.isControl(node, name) ? .control : nil
  }

  private func isHidden(_ name: String) -> Bool {
    HomepageMatter.hiddenClasses.contains(name) || hiddenNames.contains(name)
  }
}
