// SPDX-License-Identifier: MIT
package import CVLayout
package import CVModel

/// Writes a layout tree as plain text.
///
/// - Parameters:
///   - width: The columns of a line, dates at their end; with `nil` each paragraph is one line and
///     dates stand on lines of their own, as forms want it.
///   - links: How addresses are shown; one that the text already says is not repeated.
package func writeText(_ tree: LayoutTree, width: Int?, links: TextLinks) -> String {
  var writer = TextWriter(width: width, links: links)
  writer.write(tree.header)
  for section in tree.sections { writer.write(section) }
  writer.writeFootnotes()
  return writer.lines.map { $0 + "\n" }.joined()
}

/// Puts a layout tree into lines.
private struct TextWriter {
  private let width: Int?
  private let links: TextLinks
  private(set) var lines: [String] = []
  private var footnotes: [String] = []

  init(width: Int?, links: TextLinks) {
    self.width = width
    self.links = links
  }

  // MARK: Header

  mutating func write(_ header: HeaderNode) {
    for text in [header.name, header.headline, header.contactsTitle].compactMap({ $0 }) {
      add(plain(text))
    }
    addContacts(header)
  }

  /// As many contacts on a line as fit; the sign between two never begins or ends a line.
  private mutating func addContacts(_ header: HeaderNode) {
    let sign = plain(header.separator)
    var line = ""
    for contact in header.contacts.map({ plain($0) }) {
      let longer = line.isEmpty ? contact : line + sign + contact
      if let width, longer.displayWidth > width, !line.isEmpty {
        lines.append(line)
        line = contact
      } else {
        line = longer
      }
    }
    if !line.isEmpty { lines.append(line) }
  }

  // MARK: Sections

  mutating func write(_ section: SectionNode) {
    addBlank()
    if let title = section.title {
      let text = plain(title)
      add(text)
      // The rule below a title is furniture, which a form has no use for.
      if width != nil { lines.append(String(repeating: "─", count: text.displayWidth)) }
    }
    for (index, child) in section.children.enumerated() {
      let previous = index > 0 ? section.children[index - 1] : nil
      if needsBlank(before: child, after: previous) { addBlank() }
      write(child, indent: 0, labelWidth: labelWidth(around: index, in: section.children))
    }
  }

  private func needsBlank(before block: BlockNode, after previous: BlockNode?) -> Bool {
    switch (previous, block) {
    case (nil, _), (.groupTitle, _): false
    case (.entry(let last), .entry(let next)):
      !last.body.isEmpty || !next.body.isEmpty || next.kind == "publication"
    default: true
    }
  }

  /// The column of labels: that of the widest label of neighbouring entries.
  private func labelWidth(around index: Int, in blocks: [BlockNode]) -> Int {
    guard width != nil, case .entry(let entry) = blocks[index], entry.label != nil else { return 0 }
    let widths = blocks.compactMap { block -> Int? in
      guard case .entry(let other) = block, let label = other.label else { return nil }
      return plain(label).displayWidth
    }
    return min((widths.max() ?? 0) + 2, Self.widestLabel)
  }

  private static let widestLabel = 24

  // MARK: Blocks

  private mutating func write(_ block: BlockNode, indent: Int, labelWidth: Int = 0) {
    switch block {
    case .groupTitle(let text), .paragraph(let text): add(linked(text), indent: indent)
    case .list(let list): write(list, indent: indent)
    case .entry(let entry): write(entry, labelWidth: labelWidth)
    }
  }

  private mutating func write(_ list: ListNode, indent: Int) {
    let bullet = plain(list.bullet) + " "
    let inner = indent + bullet.displayWidth
    for item in list.items {
      add(linked(item.text), indent: inner, first: blanks(indent) + bullet)
      for child in item.children { write(child, indent: inner) }
    }
  }

  private mutating func write(_ entry: EntryNode, labelWidth: Int) {
    let start = lines.count
    var lead = ""
    if let label = entry.label.map({ plain($0) }) {
      lead = label + blanks(max(labelWidth - label.displayWidth, 1))
    }
    for text in entry.lines {
      add(linked(text), indent: labelWidth, first: lead.isEmpty ? nil : lead)
      lead = ""
    }
    if !lead.isEmpty { add(lead) }
    if let aside = entry.aside { place(plain(aside), after: start) }
    for block in entry.body { write(block, indent: 0) }
  }

  /// Puts the dates at the end of the entry's last line, or on one of their own.
  private mutating func place(_ aside: String, after start: Int) {
    guard let width else { return lines.append(aside) }
    let used = lines.count > start ? lines[lines.count - 1].displayWidth : width
    let gap = width - used - aside.displayWidth
    if gap >= Self.asideGap {
      lines[lines.count - 1] += blanks(gap) + aside
    } else {
      lines.append(blanks(max(width - aside.displayWidth, 0)) + aside)
    }
  }

  /// The least columns between a title and its dates.
  private static let asideGap = 2

  // MARK: Links

  mutating func writeFootnotes() {
    guard !footnotes.isEmpty else { return }
    addBlank()
    for (index, address) in footnotes.enumerated() { lines.append("[\(index + 1)] \(address)") }
  }

  /// A text with the addresses of its links, in the form that the user chose.
  private mutating func linked(_ text: LayoutText) -> String {
    guard links != .none else { return plain(text) }
    var result = ""
    for (index, run) in text.runs.enumerated() {
      result += run.text
      guard let link = run.link, text.runs[index...].dropFirst().first?.link != link,
        !says(text.runs[...index].filter { $0.link == link }, link)
      else { continue }
      if links == .inline {
        result += " <\(link)>"
      } else {
        if !footnotes.contains(link) { footnotes.append(link) }
        result += " [\((footnotes.firstIndex(of: link) ?? 0) + 1)]"
      }
    }
    return neutral(result)
  }

  /// Whether the words of a link are its address, so that they need not be followed by it.
  private func says(_ runs: [LayoutRun], _ link: String) -> Bool {
    let words = bare(runs.map(\.text).joined())
    return words == bare(link) || words == bare(link.replacing("mailto:", with: ""))
  }

  private func bare(_ address: String) -> String {
    var text = address[...]
    for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
    }
    return String(text.hasSuffix("/") ? text.dropLast() : text)
  }

  // MARK: Lines

  private func plain(_ text: LayoutText) -> String { neutral(text.text) }

  /// - Parameter first: What stands before the first line instead of the indentation.
  private mutating func add(_ text: String, indent: Int = 0, first: String? = nil) {
    let parts = TextLines(width: width).lines(of: text, indent: indent)
    for (index, part) in parts.enumerated() {
      lines.append((index == 0 ? first : nil) ?? blanks(indent))
      lines[lines.count - 1] += part.replacing("\u{A0}", with: " ")
    }
  }

  private mutating func addBlank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// A text without what a terminal or a form would obey: controls, bidi controls, soft hyphens.
///
/// Line feeds stay, for they are breaks; what is dropped has no look of its own.
func neutral(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: result.unicodeScalars.append(scalar)
    case 0x09, 0x2028, 0x2029: result += " "
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
      continue
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
