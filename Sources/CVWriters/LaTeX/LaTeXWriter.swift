// SPDX-License-Identifier: MIT
package import CVLayout
package import CVModel

/// Writes a layout tree as a LaTeX document that a person can go on editing.
///
/// The words and their order are those of the tree, and so of the PDF. All that is about looks
/// stands in the template and in the theme's numbers, all text in calls of a few macros.
///
/// - Parameters:
///   - template: The shell of the document, in Mustache; see `DocumentTemplate`.
/// - Throws: `TemplateError` for a template that is wrong or could let text in unescaped.
package func writeLaTeX(
  _ tree: LayoutTree, look: LaTeXLook, template: String
) throws(TemplateError) -> String {
  let shell = try DocumentTemplate(template)
  let body: [String]
  switch look.flavour {
  case .article:
    var writer = ArticleWriter(look: look)
    writer.write(tree)
    body = writer.output.lines
  case .moderncv:
    var writer = ModernCVWriter(look: look)
    writer.write(tree)
    body = writer.output.lines
  }
  return shell.render(
    context(of: tree, look: look), body: body.joined(separator: "\n"))
}

/// What of a document is not in its tree.
package struct LaTeXLook: Hashable, Sendable {
  package var theme: Theme
  package var paper: Paper
  package var flavour: LaTeXFlavour
  /// The theme's faces; `nil` leaves all engines to Latin Modern.
  package var fonts: LaTeXFonts?

  package init(theme: Theme, paper: Paper, flavour: LaTeXFlavour, fonts: LaTeXFonts?) {
    self.theme = theme
    self.paper = paper
    self.flavour = flavour
    self.fonts = fonts
  }
}

/// The files of the theme's faces, for xelatex and lualatex.
package struct LaTeXFonts: Hashable, Sendable {
  /// The folder that holds them all.
  package var folder: String
  /// Paths below the folder.
  package var upright, italic, bold, boldItalic: String

  package init(
    folder: String, upright: String, italic: String, bold: String, boldItalic: String
  ) {
    self.folder = folder
    self.upright = upright
    self.italic = italic
    self.bold = bold
    self.boldItalic = boldItalic
  }
}

/// Writes the body of the flavour `article`: one macro call an entry.
struct ArticleWriter {
  let look: LaTeXLook
  private(set) var output = LaTeXLines()
  private let inline = LaTeXInline()
  /// The width of the label column as `\cvlabelwidth` has it now.
  private var labelWidth: Length

  init(look: LaTeXLook) {
    self.look = look
    labelWidth = look.theme.usualLabelWidth
  }

  mutating func write(_ tree: LayoutTree) {
    write(tree.header)
    for section in tree.sections { write(section) }
    if output.lines.isEmpty { output.add("\\null") }
  }

  // MARK: Header

  private mutating func write(_ header: HeaderNode) {
    if header.photo != nil, look.theme.header.photo != nil { output.add("\\cvphoto") }
    if let name = header.name { output.addCall("cvname", [inline.source(name)]) }
    if let headline = header.headline { output.addCall("cvheadline", [inline.source(headline)]) }
    guard !header.contacts.isEmpty else { return }
    if let title = header.contactsTitle {
      output.addCall("cvsection", [LaTeXInline.title.source(title)])
    }
    output.add("\\cvcontacts{")
    let starts = Set(look.theme.header.contacts.lineStarts(of: header.contacts))
    for (index, contact) in header.contacts.enumerated() {
      if starts.contains(index) { output.add("  \\cvnextline") }
      output.addCall("cvcontact", [LaTeXInline.title.source(contact)], indent: 2)
    }
    output.add("}")
  }

  // MARK: Sections

  private mutating func write(_ section: SectionNode) {
    output.addBlank()
    output.add(sectionComment(section))
    if let title = section.title {
      output.addCall("cvsection", [LaTeXInline.title.source(title)])
    } else {
      output.add("\\cvopening")
    }
    var previous: BlockNode?
    for child in section.children {
      write(child, after: previous)
      previous = child
    }
  }

  private mutating func write(_ block: BlockNode, after previous: BlockNode?) {
    switch block {
    case .groupTitle(let title):
      output.addBlank()
      output.addCall("cvgroup", [LaTeXInline.title.source(title)])
    case .paragraph(let text): output.addCall("cvtext", [inline.source(text)])
    case .list(let list):
      if previous != nil { output.add("\\cvspace") }
      write(list, indent: 0, depth: 1)
    case .entry(let entry):
      if !entry.body.isEmpty { output.addBlank() }
      write(entry, after: previous)
    }
  }

  private mutating func write(_ entry: EntryNode, after previous: BlockNode?) {
    let design = look.theme.design(for: entry.kind)
    var spacing = design.spacing
    if case .entry(let other)? = previous { spacing = entry.space(spacing, after: other) }
    var macro = Self.macro(for: spacing) + (design.isWide ? "*" : "")
    if let label = entry.label {
      setLabelWidth(design.labelWidth)
      macro += "[{\(LaTeXInline.title.source(label))}]"
    }
    let lines = joinedLines(entry.lines.map(inline.source))
    output.addCall(macro, [lines, entry.aside.map(inline.source) ?? ""])
    for block in entry.body {
      switch block {
      case .paragraph(let text), .groupTitle(let text):
        output.addCall("cvdetail", [inline.source(text)])
      case .list(let list): write(list, indent: 0, depth: 1)
      case .entry(let inner): write(inner, after: nil)
      }
    }
  }

  /// The macro of an entry says how much space parts it from the one before.
  private static func macro(for spacing: EntryDesign.Spacing) -> String {
    switch spacing {
    case .entry: "cventry"
    case .publication: "cvpublication"
    case .row, .tight: "cvrow"
    case .paragraph: "cvnote"
    }
  }

  private mutating func setLabelWidth(_ width: Length) {
    guard width != labelWidth, look.theme.page.labelColumn == nil else { return }
    labelWidth = width
    output.add("\\setlength\\cvlabelwidth{\(latexLength(width))}")
  }

  // MARK: Lists

  /// LaTeX nests no more lists; the points below stand with those of the last one.
  private static let deepestList = 5

  private mutating func write(_ list: ListNode, indent: Int, depth: Int) {
    let indent = min(indent, deepestIndent)
    let margin = String(repeating: " ", count: indent)
    let isDeep = depth > Self.deepestList
    if !isDeep { output.add(margin + "\\begin{cvlist}") }
    for item in list.items {
      output.addText(itemSource(inline.source(item.text)), indent: isDeep ? indent : indent + 2)
      for child in item.children { write(child, indent: indent + 4, depth: depth + 1) }
    }
    if !isDeep { output.add(margin + "\\end{cvlist}") }
  }
}

/// The blanks before the points of the deepest lists; there must be room for words.
let deepestIndent = 24

/// Lines with breaks between; a bracket or star behind a break would be read as part of it.
func joinedLines(_ lines: [String]) -> String {
  lines.enumerated().map { index, line in
    index > 0 && (line.hasPrefix("[") || line.hasPrefix("*")) ? "{}" + line : line
  }.joined(separator: " \\\\ ")
}

/// A line that names a section to who reads the source.
func sectionComment(_ section: SectionNode) -> String {
  let title = latexComment(section.title?.text ?? "")
  let name = String((title.isEmpty ? section.kind.rawValue : title).prefix(60))
  return "% \(name) " + String(repeating: "-", count: max(4, 77 - name.count))
}
