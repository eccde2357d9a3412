// SPDX-License-Identifier: MIT
import CVModel

/// Parts of a page that a reader chooses by tabs, of which a browser shows one at a time.
///
/// `<button data-tab="work">Work</button>` names `<div data-tab="work">`, and so do the tabs of
/// Bootstrap (`data-toggle="tab"`) and of W3Schools (`onclick="openTab(event, 'work')"`): the words
/// of the tab are the heading of the panel, which is shown although a style hides it.
struct TabPanels {
  /// The names of the panels of a page.
  private var names: Set<String> = []
  /// The words of the tabs that were met, whose panels come later.
  private(set) var titles: [String: RichText] = [:]

  /// Those of a page that has none.
  init() {}

  init(in body: DOMNode) { find(in: body) }

  private mutating func find(in node: DOMNode) {
    if let name = Self.panel(node) { names.insert(name) }
    for child in node.children { find(in: child) }
  }

  var areNone: Bool { names.isEmpty }

  /// Keeps the words of the first tab of a panel, and says whether it did.
  mutating func take(_ words: RichText, of name: String) -> Bool {
    let title = words.collapsed().unlinked
    guard !title.isEmpty else { return false }
    names.remove(name)
    titles[name] = title
    return true
  }

  /// Whether a tab that was met shows an element.
  func shows(_ node: DOMNode) -> Bool {
    !titles.isEmpty && Self.panel(node).map { titles[$0] != nil } == true
  }

  /// The words of the tab above a panel, the first time that they are asked for.
  mutating func takeTitle(of node: DOMNode) -> RichText? {
    guard !titles.isEmpty, let name = Self.panel(node) else { return nil }
    return titles.removeValue(forKey: name)
  }

  /// The name of the panel that an element is.
  private static func panel(_ node: DOMNode) -> String? {
    guard case .element(let element) = node.content,
      ["div", "section", "article"].contains(element)
    else { return nil }
    return node.attribute("data-tab") ?? node.attribute("id")
  }

  /// The name of the panel that a tab leads to, if an element is one.
  func name(ofTab node: DOMNode) -> String? {
    guard !names.isEmpty, case .element(let element) = node.content,
      ["a", "button", "li", "label"].contains(element)
    else { return nil }
    if let name = node.attribute("data-tab"), names.contains(name) { return name }
    let roles = ["data-toggle", "data-bs-toggle", "role"].compactMap { node.attribute($0) }
    if roles.contains(where: { $0 == "tab" || $0 == "pill" }) {
      let keys = ["data-target", "data-bs-target", "aria-controls", "href"]
      let targets = keys.compactMap { node.attribute($0) }
        .map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
      if let name = targets.first(where: names.contains) { return name }
    }
    // `openTab(event, 'work')`
    guard let script = node.attribute("onclick"), script.lowercased().hasPrefix("open") else {
      return nil
    }
    return script.split { "'\"".contains($0) }.map(String.init).first(where: names.contains)
  }
}

extension RichText {
  fileprivate var unlinked: RichText { mapAttributes { $0 = Attributes() } }
}
