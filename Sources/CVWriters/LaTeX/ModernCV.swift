// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

/// Writes the body of the flavour `moderncv`, in the class's own macros.
///
/// What fills the fields of `\cventry` becomes one; every other entry is a `\cvitem` whose text is
/// that of the tree.
struct ModernCVWriter {
  let look: LaTeXLook
  private(set) var output = LaTeXLines()
  private let inline = LaTeXInline()

  init(look: LaTeXLook) { self.look = look }

  mutating func write(_ tree: LayoutTree) {
    write(tree.header.contacts)
    if !tree.header.isEmpty { output.add("\\makecvtitle") }
    for section in tree.sections {
      output.addBlank()
      output.add(sectionComment(section))
      if let title = section.title { output.addCall("section", [LaTeXInline.title.source(title)]) }
      for child in section.children { write(child) }
    }
    if output.lines.isEmpty { output.add("\\null") }
  }

  // MARK: Header

  private mutating func write(_ contacts: [LayoutText]) {
    var details = PersonalDetails()
    for contact in contacts { details.add(contact) }
    for call in details.calls { output.addCall(call.name, call.arguments) }
    let others = details.others.map(detail)
    if !others.isEmpty { output.addCall("extrainfo", [joinedLines(others)]) }
  }

  /// The class has contacts beside the name, as wide as they are; a long one needs lines.
  private func detail(_ contact: LayoutText) -> String {
    let source = LaTeXInline.title.source(contact)
    guard contact.text.count > Self.longestDetail else { return source }
    return "\\parbox[t]{.4\\textwidth}{\\raggedleft \(source)}"
  }

  static let longestDetail = 48

  // MARK: Blocks

  private mutating func write(_ block: BlockNode) {
    switch block {
    case .groupTitle(let title): output.addCall("subsection", [LaTeXInline.title.source(title)])
    case .paragraph(let text): output.addCall("cvitem", ["", inline.source(text)])
    case .list(let list): writePoints(of: list)
    case .entry(let entry): write(entry)
    }
  }

  /// Points that stand in no entry.
  private mutating func writePoints(of list: ListNode) {
    for item in list.items {
      let text = inline.source(item.text)
      guard !item.children.isEmpty else {
        output.addCall("cvlistitem", [text])
        continue
      }
      output.addText("\\cvlistitem{\(text)")
      for child in item.children { write(child, indent: 2, depth: 1) }
      output.add("}")
    }
  }

  private mutating func write(_ entry: EntryNode) {
    let aside = entry.aside.map(inline.source) ?? ""
    let lines = entry.lines.map(inline.source).joined(separator: " \\newline ")
    if let label = entry.label {
      let text = aside.isEmpty ? lines : lines + " \\hfill " + aside
      output.addCall("cvitem", [Self.hint.source(label), text])
    } else if let fields = fields(of: entry) {
      if !entry.body.isEmpty { output.addBlank() }
      let isShort = length(of: entry.body) <= Self.longestBody
      let head = [aside] + fields.map(inline.source) + [""]
      guard isShort, !entry.body.isEmpty else {
        output.addCall("cventry", head + [""])
        for block in entry.body { write(block) }
        return
      }
      output.addCall("cventry", head)
      writeBody(entry.body)
      return
    } else {
      output.addCall("cvitem", [aside, lines])
    }
    for block in entry.body { write(block) }
  }

  /// A label stands in the narrow column of dates.
  private static let hint = LaTeXInline(longWord: 16, longStretch: 20)

  /// The class sets a body as one box, which must fit a page with what stands around it.
  private static let longestBody = 2000

  private func length(of blocks: [BlockNode]) -> Int {
    blocks.reduce(0) { $0 + length(of: $1) }
  }

  private func length(of block: BlockNode) -> Int {
    switch block {
    case .groupTitle(let text), .paragraph(let text): text.text.count
    case .list(let list): length(of: list)
    case .entry(let entry):
      entry.lines.reduce(0) { $0 + $1.text.count } + length(of: entry.body)
    }
  }

  private func length(of list: ListNode) -> Int {
    list.items.reduce(0) { sum, item in
      sum + item.text.text.count + item.children.reduce(0) { $0 + length(of: $1) }
    }
  }

  /// The last argument of `\cventry`: paragraphs and lists, in which no paragraph may end.
  private mutating func writeBody(_ blocks: [BlockNode]) {
    output.openArgument()
    var needsBreak = false
    for block in blocks {
      let texts: [LayoutText]
      switch block {
      case .paragraph(let text), .groupTitle(let text): texts = [text]
      case .entry(let entry): texts = entry.lines + [entry.aside].compactMap { $0 }
      case .list(let list):
        write(list, indent: 2, depth: 1)
        needsBreak = false
        continue
      }
      let source = texts.map(inline.source).joined(separator: " ")
      guard !source.isEmpty else { continue }
      output.addText((needsBreak ? "\\newline " : "") + source, indent: 2)
      needsBreak = true
    }
    output.add("}")
  }

  // MARK: Lists

  private mutating func write(_ list: ListNode, indent: Int, depth: Int) {
    let indent = min(indent, deepestIndent)
    let margin = String(repeating: " ", count: indent)
    let isDeep = depth > deepestItemize
    if !isDeep { output.add(margin + "\\begin{itemize}") }
    for item in list.items {
      output.addText(itemSource(inline.source(item.text)), indent: isDeep ? indent : indent + 2)
      for child in item.children { write(child, indent: indent + 4, depth: depth + 1) }
    }
    if !isDeep { output.add(margin + "\\end{itemize}") }
  }

  // MARK: Fields

  /// What the head of an entry says as the class's fields: what, employer or school, place.
  ///
  /// - Returns: `nil` where the line is no list of these with commas between.
  private func fields(of entry: EntryNode) -> [LayoutText]? {
    guard entry.lines.count == 1, let line = entry.lines.first else { return nil }
    var groups: [LayoutText] = [LayoutText()]
    for run in line.runs {
      if run.role == .separator, run.text == ", " {
        groups.append(LayoutText())
      } else {
        groups[groups.count - 1].runs.append(run)
      }
    }
    guard groups.count <= 3, groups.allSatisfy({ !$0.isEmpty }),
      let first = groups.first?.runs.first, first.marks.contains(.strong),
      [.title, .role, .organisation].contains(first.role)
    else { return nil }
    for index in groups[0].runs.indices { groups[0].runs[index].marks.remove(.strong) }
    let rest = groups.dropFirst()
    let place = rest.last?.runs.first?.role == .location ? rest.last : nil
    let others = place == nil ? rest : rest.dropLast()
    guard others.count <= 1 else { return nil }
    return [groups[0], others.first ?? LayoutText(), place ?? LayoutText()]
  }
}

extension HeaderNode {
  fileprivate var isEmpty: Bool { name == nil && headline == nil && contacts.isEmpty }
}

/// LaTeX has no more levels of `itemize`.
private let deepestItemize = 4

/// A point; a bracket would be read as its own label.
func itemSource(_ text: String) -> String {
  text.hasPrefix("[") ? "\\item {}\(text)" : "\\item \(text)"
}
