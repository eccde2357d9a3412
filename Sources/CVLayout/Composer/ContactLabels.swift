// SPDX-License-Identifier: MIT
import CVModel

/// Writes contacts in the theme's order, each with what says of which kind it is.
struct ContactLabels {
  let theme: Theme
  let locale: Locale
  let language: String

  private var design: Theme.Contacts { theme.header.contacts }

  /// Above contacts in a column of their own.
  var title: LayoutText? {
    guard design.form == .side else { return nil }
    return LayoutText([marked(LayoutRun(text: locale.titles[.contact] ?? "", role: .sectionTitle))])
  }

  /// Columns need no signs.
  var separator: LayoutText {
    LayoutText(design.hasSigns ? " \(theme.header.separator) " : " ", role: .separator)
  }

  func texts(of contacts: [Contact]) -> [LayoutText] {
    contacts.sorted { rank($0) < rank($1) }.map(text)
  }

  private func rank(_ contact: Contact) -> Int {
    design.order.firstIndex(of: contact.kind.group) ?? design.order.count
  }

  private func text(_ contact: Contact) -> LayoutText {
    var run = LayoutRun(text: contact.text, role: .contact)
    run.link = contact.url
    run.span = contact.span
    run.group = contact.kind.group
    switch design.labels {
    case .networks:
      // A number alone does not say whose number it is.
      if case .network(let name) = contact.kind, !contact.text.contains("/") {
        var label = run
        label.text = name + "\u{A0}"
        label.caps = design.labelCaps
        return LayoutText([label, run])
      }
      return LayoutText([run])
    case .words:
      if let url = contact.url, url.hasPrefix("http") { run.text = url }
      return LayoutText([label(of: contact, colon + "\u{A0}"), run])
    case .icons:
      run.icon = Icon(contact.kind)
      guard run.icon == nil else { return LayoutText([run]) }
      // An address may be read as the rest of the name before it.
      let sign = contact.text.contains("/") ? colon : ""
      return LayoutText([label(of: contact, sign + "\u{A0}"), run])
    }
  }

  /// Behind a label.
  private var colon: String { hasBlanksBeforeHighSigns(locale.language) ? "\u{A0}:" : ":" }

  private func label(of contact: Contact, _ end: String) -> LayoutRun {
    // Networks have the same names everywhere.
    let word = locale.labels[contact.kind.group] ?? contact.kind.label
    var run = marked(LayoutRun(text: word + end, role: .contact))
    run.group = contact.kind.group
    run.caps = design.labelCaps
    return run
  }

  /// Words of the locale in a document of another language.
  private func marked(_ run: LayoutRun) -> LayoutRun {
    var run = run
    if !isSameLanguage(locale.language, language) { run.language = locale.language }
    return run
  }
}
