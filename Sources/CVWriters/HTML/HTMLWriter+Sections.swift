// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

extension HTMLWriter {
  mutating func write(_ section: SectionNode) {
    formats = Microformats(section: section.kind)
    let name = Microformats.className(section.kind.rawValue)
    // A section without a title is none in the outline of the page.
    if let title = section.title {
      page.begin(.section, class: name)
      page.element(.h2, inlineHTML(title))
    } else {
      page.begin(.div, class: name + " untitled")
    }
    writeChildren(of: section)
    page.end()
  }

  private mutating func writeChildren(of section: SectionNode) {
    let hasGroups = section.children.contains { if case .groupTitle = $0 { true } else { false } }
    var index = 0
    while index < section.children.count {
      guard let spacing = listSpacing(of: section.children[index]) else {
        write(section.children[index], entryTitle: hasGroups ? .h4 : .h3)
        index += 1
        continue
      }
      page.begin(.ul, class: "entries " + StyleSheet.className(spacing))
      while index < section.children.count, case .entry(let entry) = section.children[index],
        listSpacing(of: section.children[index]) == spacing
      {
        write(entry, as: .li, title: .p)
        index += 1
      }
      page.end()
    }
  }

  /// The spacing of a list that an entry is a point of; entries with titles stand for themselves.
  private func listSpacing(of block: BlockNode) -> EntryDesign.Spacing? {
    guard case .entry(let entry) = block else { return nil }
    let spacing = theme.design(for: entry.kind).spacing
    return spacing == .entry && !entry.lines.isEmpty ? nil : spacing == .entry ? .row : spacing
  }

  // MARK: Blocks

  private mutating func write(_ block: BlockNode, entryTitle: HTMLTag) {
    switch block {
    case .groupTitle(let text): page.element(.h3, class: "group", inlineHTML(text))
    case .paragraph(let text): writeParagraph(text)
    case .list(let list): write(list)
    case .entry(let entry): write(entry, as: .article, title: entryTitle)
    }
  }

  private mutating func writeParagraph(_ text: LayoutText) {
    let isSummary = formats.section == .about && formats.entry == nil
    page.element(
      .p, class: isSummary ? "text p-summary" : "text",
      inlineHTML(text, classes: formats.classes))
  }

  /// The sign of a point is text like any other, but not read out: the list says what it says.
  private mutating func write(_ list: ListNode) {
    let bullet = InlineHTML(list.bullet.text + " ")
      .inside(.span, [(.class, "bullet"), (.ariaHidden, "true")])
    page.begin(.ul, class: "points")
    for item in list.items {
      var line = bullet
      line.append(inlineHTML(item.text, classes: formats.classes))
      if item.children.isEmpty {
        page.element(.li, line)
      } else {
        page.begin(.li)
        page.text(line)
        for child in item.children { write(child) }
        page.end()
      }
    }
    page.end()
  }

  /// The head stands in a box of its own where a body follows.
  ///
  /// - Parameters:
  ///   - tag: An article, or a point of a list of entries.
  ///   - title: The element of the first line.
  private mutating func write(_ entry: EntryNode, as tag: HTMLTag, title: HTMLTag) {
    formats.entry = entry.kind
    defer { formats.entry = nil }
    let isAlone = entry.body.isEmpty
    let name = tag == .article ? "entry " : ""
    page.begin(tag, class: name + formats.entryClasses + (isAlone ? " head" : ""))
    if !isAlone { page.begin(.div, class: "head") }
    writeHead(entry, title: title)
    if !isAlone { page.end() }
    for block in entry.body { write(block, entryTitle: .p) }
    page.end()
  }

  private mutating func writeHead(_ entry: EntryNode, title: HTMLTag) {
    if let label = entry.label { write(label, as: .p, "label") }
    for (index, line) in entry.lines.enumerated() {
      write(line, as: index == 0 ? title : .p, "line")
    }
    if let aside = entry.aside { write(aside, as: .p, "aside" + Microformats.length(aside.text)) }
  }

  private mutating func write(_ text: LayoutText, as tag: HTMLTag, _ name: String) {
    page.element(tag, class: name, inlineHTML(text, classes: formats.classes))
  }
}
