// SPDX-License-Identifier: MIT

/// Elements that serve a homepage and say nothing in a CV.
enum HomepageMatter {
  /// Elements to press or to fill in.
  static let controls: Set<String> = [
    "button", "input", "select", "textarea", "datalist", "meter", "progress",
  ]
  /// Class names and ids of page furniture.
  static let classes: Set<String> = [
    "anchor", "pin", "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "toc",
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
