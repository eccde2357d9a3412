// SPDX-License-Identifier: MIT
import CVModel

/// Parts of a page that a reader chooses by tabs, of which a browser shows one at a time.
///
/// `<button data-tab="work">Work</button>` names `<div class="panel" data-tab="work">`, and so do
/// the tabs of Bootstrap and W3.CSS: the words of the tab are the heading of the panel.
struct TabPanels {
  /// The names of the panels of a page.
  private var names: Set<String> = []
  /// The words of the tabs that were met, whose panels come later.
  private(set) var titles: [String: RichText] = [:]

  init(in body: DOMNode) { find(in: body) }

  private mutating func find(in node: DOMNode) {
    if let name = Self.panel(node) { names.insert(name) }
    for child in node.children { find(in: child) }
  }

  /// Keeps the words of the first tab of a panel, and says whether an element is one.
  mutating func takeTab(_ node: DOMNode, _ words: @autoclosure () -> RichText) -> Bool {
    guard !names.isEmpty, let name = tab(node), case let title = words().collapsed(),
      !title.isEmpty
    else { return false }
    names.remove(name)
    titles[name] = title
    return true
  }

  /// The words of the tab above a panel, the first time that they are asked for.
  mutating func takeTitle(of node: DOMNode) -> RichText? {
    guard !titles.isEmpty, let name = Self.panel(node) else { return nil }
    return titles.removeValue(forKey: name)
  }

  private static let classes: Set<Substring> = [
    "tab", "tabs", "tabpanel", "tabpane", "tabcontent", "panel",
  ]

  /// The name of the panel that an element is.
  private static func panel(_ node: DOMNode) -> String? {
    guard case .element(let element) = node.content,
      ["div", "section", "article"].contains(element)
    else { return nil }
    if let name = node.attribute("data-tab") { return name }
    let look = ((node.attribute("class") ?? "") + " " + (node.attribute("role") ?? "")).lowercased()
    let words = look.split { !$0.isLetter }
    return words.contains(where: classes.contains) ? node.attribute("id") : nil
  }

  /// The name of the panel that an element leads to.
  private func tab(_ node: DOMNode) -> String? {
    guard case .element(let element) = node.content,
      ["a", "button", "li", "label"].contains(element)
    else { return nil }
    for attribute in ["data-tab", "data-target", "data-bs-target", "aria-controls", "href"] {
      guard let value = node.attribute(attribute) else { continue }
      let name = value.hasPrefix("#") ? String(value.dropFirst()) : value
      if names.contains(name) { return name }
    }
    // `openTab(event, 'work')`
    return node.attribute("onclick")?.split { "'\"".contains($0) }.map(String.init)
      .first(where: names.contains)
  }
}
