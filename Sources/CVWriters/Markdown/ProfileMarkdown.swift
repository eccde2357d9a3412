// SPDX-License-Identifier: MIT
package import CVModel

/// Which parts of a profile are written with labels, because their looks would not be read back.
package struct LabelledParts: Hashable, Sendable {
  /// Indices of sections whose title is labelled with its kind.
  package var titles: Set<Int> = []
  /// Indices of entries by the index of their section.
  package var entries: [Int: Set<Int>] = [:]

  package init() {}
}

/// Writes a profile in the form that `docs/profile.md` recommends.
///
/// - Parameter labelled: What is written as `<span class="cv-…">`, which is read as it says.
package func writeMarkdown(_ profile: Profile, labelled: LabelledParts) -> String {
  var writer = ProfileMarkdown(labelled: labelled)
  writer.writeFrontMatter(profile)
  for (index, section) in profile.sections.enumerated() { writer.write(section, at: index) }
  return writer.blocks.joined(separator: "\n\n") + "\n"
}

/// Puts the parts of a profile into blocks of Markdown.
private struct ProfileMarkdown {
  let labelled: LabelledParts
  private(set) var blocks: [String] = []
  /// Items of the list that is being written.
  private var items: [String] = []

  init(labelled: LabelledParts) { self.labelled = labelled }

  // MARK: Front matter

  mutating func writeFrontMatter(_ profile: Profile) {
    var lines: [String] = []
    if let name = profile.name { lines.append("name: " + quoted(name.text)) }
    if let headline = profile.headline { lines.append("headline: " + quoted(headline.text)) }
    if let photo = profile.photo { lines.append("photo: " + quoted(photo.path)) }
    if profile.language != "en" { lines.append("lang: " + quoted(profile.language)) }
    if !profile.contacts.isEmpty {
      lines.append("contacts:")
      lines += contactLines(profile.contacts)
    }
    if !lines.isEmpty { blocks.append("---\n" + lines.joined(separator: "\n") + "\n---") }
  }

  /// One key for each kind of contact, with a list where a kind has several.
  private func contactLines(_ contacts: [Contact]) -> [String] {
    var groups: [(key: String, values: [String])] = []
    for contact in contacts {
      let (key, value) = keyAndValue(contact)
      if let last = groups.last, last.key == key {
        groups[groups.count - 1].values.append(quoted(value))
      } else {
        groups.append((key, [quoted(value)]))
      }
    }
    return groups.map { group in
      let value = group.values.joined(separator: ", ")
      return "  \(group.key): " + (group.values.count > 1 ? "[\(value)]" : value)
    }
  }

  private func keyAndValue(_ contact: Contact) -> (String, String) {
    switch contact.kind {
    case .email: ("email", contact.text)
    case .phone: ("phone", contact.text)
    case .location: ("location", contact.text)
    case .website: ("website", contact.url ?? contact.text)
    case .network(let name):
      (name.lowercased().filter { $0 != " " }, contact.url ?? contact.text)
    }
  }

  /// A YAML string in double quotes (YAML 1.2, section 7.3.1).
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: Sections

  mutating func write(_ section: Section, at index: Int) {
    if let title = section.title {
      let text = markdown(title, without: [.strong, .emphasis])
      let isLabelled = labelled.titles.contains(index)
      let words = isLabelled ? span(section.kind.rawValue, text) : text
      blocks.append("## " + words + attributes(section.tags))
    }
    let own = labelled.entries[index] ?? []
    blocks += section.lead.map { text in
      own.isEmpty ? atLineStart(markdown(text)) : span(EntryField.lead.rawValue, markdown(text))
    }
    let form = EntryForm(section)
    var group: RichText?
    for (number, entry) in section.entries.enumerated() {
      let isLabelled = own.contains(number)
      let ownGroup = entry.group?.isEmpty == false ? entry.group : nil
      if ownGroup?.text != group?.text {
        flushItems()
        let words = ownGroup.map { markdown($0, without: [.strong, .emphasis]) } ?? "–"
        blocks.append("### " + (own.isEmpty ? words : span(EntryField.group.rawValue, words)))
        group = ownGroup
      }
      write(entry, form: form, isLabelled: isLabelled)
    }
    flushItems()
  }

  private mutating func write(_ entry: Entry, form: EntryForm, isLabelled: Bool) {
    switch entry {
    case .paragraph(let paragraph):
      flushItems()
      let text = markdown(paragraph.text)
      let words = isLabelled ? span(EntryField.paragraph.rawValue, text) : atLineStart(text)
      blocks.append(words + attributes(paragraph.tags))
    case .record(let record):
      let head = isLabelled ? labelledHead(record) : form.head(record)
      if form.usesHeadings {
        let level = record.group == nil ? "### " : "#### "
        blocks.append(level + head.line + attributes(record.tags))
        if let text = head.text { blocks.append(atLineStart(text)) }
        if !record.bullets.isEmpty { blocks.append(list(record.bullets, indent: "")) }
      } else {
        let line = [head.line, head.text].compactMap { $0 }.filter { !$0.isEmpty }
        let bullets = record.bullets.isEmpty ? "" : "\n" + list(record.bullets, indent: "  ")
        let words = atLineStart(line.joined(separator: " ")) + attributes(record.tags)
        items.append("- " + words + bullets)
      }
    case .publication(let publication):
      let line =
        isLabelled ? labelledLine(publication) : referenceLine(publication)
      let number = "\(items.count + 1). "
      let indent = String(repeating: " ", count: number.count)
      let about = publication.description.map { "\n\n" + indent + atLineStart(markdown($0)) }
      items.append(number + atLineStart(line) + attributes(publication.tags) + about.joined())
    }
  }

  private mutating func flushItems() {
    if !items.isEmpty { blocks.append(items.joined(separator: "\n")) }
    items = []
  }

  private func list(_ bullets: [Bullet], indent: String) -> String {
    bullets.map { bullet in
      let children =
        bullet.children.isEmpty ? "" : "\n" + list(bullet.children, indent: indent + "  ")
      let words = atLineStart(markdown(bullet.text)) + attributes(bullet.tags)
      return indent + "- " + words + children
    }.joined(separator: "\n")
  }
}

/// Tags behind the words that have them.
private func attributes(_ tags: [String]) -> String {
  tags.isEmpty ? "" : " {tags=\"\(Tags.written(tags))\"}"
}
