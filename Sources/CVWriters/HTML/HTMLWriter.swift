// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVLayout
package import CVModel

/// What an HTML page takes beside the layout tree.
package struct HTMLDesign: Sendable {
  package var theme: Theme
  /// The paper that the page is printed on.
  package var paper: Paper
  /// The faces that the page carries inside; without any it names the family only.
  package var faces: [WebFace] = []
  /// The name and version of the program.
  package var generator: String

  package init(theme: Theme, paper: Paper, generator: String) {
    self.theme = theme
    self.paper = paper
    self.generator = generator
  }
}

/// Writes a layout tree as one HTML page that needs no other file.
///
/// The text of the page is the text of the tree, in its order. The page runs nothing and loads
/// nothing: it has no scripts but data, and its policy forbids both.
///
/// - Parameter person: What the page says of its owner to machines, as JSON-LD.
package func writeHTML(_ tree: LayoutTree, design: HTMLDesign, person: JSONValue?) -> String {
  var design = design
  design.theme.page.footer = design.theme.page.footer?.labelled(tree.pageLabel)
  var writer = HTMLWriter(
    theme: design.theme,
    sheet: StyleSheet(
      theme: design.theme, paper: design.paper,
      isRightToLeft: isWrittenRightToLeft(tree.language)))
  writer.write(tree, design, person: person)
  return writer.page.markup
}

/// Walks a layout tree in the order of reading.
struct HTMLWriter {
  let theme: Theme
  let sheet: StyleSheet
  var page = HTMLPrinter()
  var formats = Microformats(section: .other)

  fileprivate mutating func write(_ tree: LayoutTree, _ design: HTMLDesign, person: JSONValue?) {
    page.begin(
      .html, [(.lang, harmless(tree.language)), (.dir, sheet.isRightToLeft ? "rtl" : "")])
    page.begin(.head)
    writeMeta(tree, design)
    page.raw(
      .style,
      lines: sheet.lines(faces: design.faces, footerName: tree.header.name?.text ?? tree.title))
    if let person {
      let lines = escapedForScript(person.pretty()).split(separator: "\n").map(String.init)
      page.raw(.script, [(.type, "application/ld+json")], lines: lines)
    }
    page.end()
    page.begin(.body)
    page.begin(.main, class: "h-resume")
    write(tree.header)
    for section in tree.sections { write(section) }
    for _ in 0..<3 { page.end() }
  }

  // MARK: Head

  private mutating func writeMeta(_ tree: LayoutTree, _ design: HTMLDesign) {
    page.void(.meta, [(.charset, "utf-8")])
    let policy = contentPolicy(
      hasFaces: !design.faces.isEmpty, hasPhoto: tree.header.photo != nil)
    page.void(.meta, [(.httpEquiv, "Content-Security-Policy"), (.content, policy)])
    page.void(.meta, [(.name, "viewport"), (.content, "width=device-width, initial-scale=1")])
    page.void(.meta, [(.name, "color-scheme"), (.content, "light")])
    page.void(.meta, [(.name, "generator"), (.content, design.generator)])
    if let headline = tree.header.headline {
      page.void(.meta, [(.name, "description"), (.content, headline.text)])
    }
    page.element(.title, InlineHTML(tree.title))
  }

  // MARK: Header

  private mutating func write(_ header: HeaderNode) {
    guard header.name != nil || header.headline != nil || !header.contacts.isEmpty else { return }
    let name = header.name == nil ? "" : "p-name "
    page.begin(.header, class: name + "p-contact h-card")
    if let photo = header.photo {
      let type = "image/\(photo.picture.format.rawValue)"
      page.void(
        .img,
        [
          (.class, "photo u-photo"), (.src, "data:\(type);base64," + base64(photo.picture.bytes)),
          (.alt, photo.alternative),
        ])
    }
    if let name = header.name { page.element(.h1, class: "p-name", inlineHTML(name)) }
    if let headline = header.headline {
      page.element(.p, class: "headline p-job-title", inlineHTML(headline))
    }
    if let title = header.contactsTitle { page.element(.h2, inlineHTML(title)) }
    if !header.contacts.isEmpty {
      page.begin(.address, class: "contacts")
      for line in contactLines(header) { page.element(.div, line) }
      page.end()
    }
    page.end()
  }

  /// Contacts on balanced lines; a line break takes the place of the sign between two.
  private func contactLines(_ header: HeaderNode) -> [InlineHTML] {
    let sign = InlineHTML(header.separator.text)
      .inside(.span, [(.class, "separator"), (.ariaHidden, "true")])
    let widths = header.contacts.map { Double($0.text.displayWidth) }
    let room = sheet.textWidth / (theme.style("contacts").size * Self.meanWidth)
    let between = 2 * theme.header.separatorSpace / Self.meanWidth + 1
    let breaks = balancedBreaks(widths, between: between, width: room)
    var lines: [InlineHTML] = []
    for (index, contact) in header.contacts.enumerated() {
      if index == 0 || breaks.contains(index) {
        lines.append(InlineHTML())
      } else {
        lines[lines.count - 1].append(sign)
      }
      lines[lines.count - 1].append(marked(contact))
    }
    return lines
  }

  /// The width of a letter in em, roughly, in the wider of the themes' faces.
  private static let meanWidth = 0.48

  private func marked(_ contact: LayoutText) -> InlineHTML {
    let address = openAddress(contact.runs.lazy.compactMap(\.link).first)
    let name = Microformats.contactClass(contact.contactKind, isLink: address != nil)
    guard let address else { return inlineHTML(contact).inside(.span, [(.class, name)]) }
    var plain = contact
    for index in plain.runs.indices { plain.runs[index].link = nil }
    let relation = name == "u-url" ? "me" : ""
    return inlineHTML(plain).inside(.a, [(.class, name), (.href, address), (.rel, relation)])
  }
}

/// What a browser may do for the page: apply its style sheet, and nothing else.
///
/// Inline styles are allowed as such and not by their digest: no text of a profile can become a
/// style, nothing that a style could load is allowed, and owners may change the sheet by hand,
/// which a digest would answer with an unstyled page.
private func contentPolicy(hasFaces: Bool, hasPhoto: Bool) -> String {
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    + (hasFaces ? "; font-src data:" : "") + (hasPhoto ? "; img-src data:" : "")
}
