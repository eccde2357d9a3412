// SPDX-License-Identifier: MIT
package import CVModel

/// What is to be shown of a profile, and in which order.
package struct Selection: Hashable, Sendable {
  /// Kinds left out although the default shows them.
  package var without: Set<SectionKind> = []
  /// Kinds shown although the default leaves them out.
  package var with: Set<SectionKind> = []
  /// What the author of the profile asks for; the two above are asked of one document, and win.
  package var preferences = Preferences()
  /// The order of the theme, where the author asks for none.
  package var themeOrder: [SectionKind] = []
  /// The kinds that the theme sets apart, in a column read after all others.
  package var side: [SectionKind] = []

  /// Whether sections have the usual titles of the locale instead of those that they were given.
  package var translatesTitles = false
  /// These titles; none where titles stay as they are.
  package var titles: [SectionKind: String] = [:]

  package init() {}

  /// The sections to show, in their order and under the titles that their author wants, and those
  /// that are left out.
  package func selected(
    from sections: [Section]
  ) -> (shown: [Section], leftOut: [Section]) {
    var shown = sections.filter(shows)
    let kinds = shown.filter { $0.title != nil }.map(\.kind)
    for index in shown.indices {
      let title = preferences.titles.last { $0.matches(shown[index]) }
      if let title {
        shown[index].title = RichText(title.value, span: title.span)
      } else if let own = shown[index].title, let usual = titles[shown[index].kind],
        // Two sections of one kind are told apart by their own titles only.
        kinds.count(where: { $0 == shown[index].kind }) == 1
      {
        shown[index].title = RichText(usual, span: own.span)
      }
    }
    let ordered = shown.enumerated().sorted { a, b in
      let (first, second) = (isInSide(a.element) ? 1 : 0, isInSide(b.element) ? 1 : 0)
      return (first, place(of: a.element), a.offset) < (second, place(of: b.element), b.offset)
    }
    return (ordered.map(\.element), sections.filter { !shows($0) })
  }

  /// Whether a section stands in the side column.
  package func isInSide(_ section: Section) -> Bool {
    section.title != nil && side.contains(section.kind)
  }

  /// News is homepage matter: left out unless asked for.
  private func shows(_ section: Section) -> Bool {
    let kind = section.kind
    if without.contains(kind) { return false }
    if with.contains(kind) { return true }
    if preferences.exclude.contains(where: { $0.matches(section) }) { return false }
    return kind != .news || preferences.include.contains(kind)
  }

  /// Text before the first title stays there.
  private func placeInTheme(of section: Section) -> Int {
    if isInSide(section) { return side.firstIndex(of: section.kind) ?? 0 }
    if themeOrder.isEmpty || section.title == nil { return 0 }
    return themeOrder.firstIndex(of: section.kind).map { $0 + 1 } ?? themeOrder.count + 1
  }

  /// The summary stands first unless the author says otherwise; what no order names comes last.
  private func place(of section: Section) -> Int {
    if let place = preferences.order.firstIndex(of: section.kind) { return place + 1 }
    if preferences.order.isEmpty { return placeInTheme(of: section) }
    return section.kind == .about ? 0 : preferences.order.count + 1
  }
}
