// SPDX-License-Identifier: MIT

/// Elements that serve a homepage and say nothing in a CV.
enum HomepageMatter {
  /// Elements to press or to fill in.
  static let controls: Set<String> = [
    "button", "input", "select", "textarea", "datalist", "meter", "progress",
  ]

  /// Whether an element is one to press: of its nature, or a link that calls a script.
  static func isControl(_ node: DOMNode, _ name: String) -> Bool {
    guard name == "a" else { return controls.contains(name) }
    guard let address = node.attribute("href")?.lowercased() else {
      return node.attribute("role") == "button"
    }
    if address == "#", node.attribute("onclick") != nil { return true }
    return address.hasPrefix("javascript:") && address.contains("(") && !address.contains("void")
  }

  /// Class names and ids of page furniture.
  static let classes: Set<String> = [
    "anchor", "pin", "nav", "navbar", "navigation", "navigation-bar", "nav-links", "nav-menu",
    "site-nav", "topnav", "menu", "breadcrumb", "breadcrumbs", "toc",
    "back-to-top", "share", "social-share", "footer", "site-footer", "copyright", "clustrmaps",
    "visitor", "visitors", "visitor-map", "counter", "hits", "mapmyvisitors",
    "show_paper_citations",
    "total_cit", "permalink", "headerlink", "sidebar-toggle", "dark-mode-toggle",
  ]
  /// Class names of frameworks for text that is not shown.
  static let hiddenClasses: Set<String> = [
    "d-none", "hidden", "is-hidden", "invisible", "sr-only", "visually-hidden", "display-none",
    "u-hidden", "hide",
  ]
}
