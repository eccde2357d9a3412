// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

extension DataReading {
  /// The entries of a list in a section of some kind, added to it in their order.
  ///
  /// Lines of text are read as the points of a page would be; so “Best Paper, 2024” is a prize.
  ///
  /// - Parameter entries: Reads a mapping.
  mutating func addEntries(
    _ list: DataNode, to section: inout Section, path: String,
    _ entries: (inout DataReading, inout Fields) -> [Entry]
  ) {
    var lines: [RichText] = []
    for (index, item) in list.list.enumerated() where !item.isBlank {
      switch item.value {
      case .mapping:
        addLines(&lines, to: &section)
        var fields = Fields(item, path: "\(path)[\(index)]")
        section.entries += entries(&self, &fields)
      case .scalar, .sequence:
        if let line = text(item, of: path) { lines.append(line) }
      }
    }
    addLines(&lines, to: &section)
  }

  /// Reads lines as the points of a page, and adds what they are to a section.
  mutating func addLines(_ lines: inout [RichText], to section: inout Section) {
    guard !lines.isEmpty else { return }
    let items = lines.map {
      MarkupNode.Item(marker: "-", blocks: [MarkupNode(.paragraph($0), span: $0.span)])
    }
    let block = MarkupNode(.list(.init(isOrdered: false, items: items)), span: lines[0].span)
    lines = []
    var heading = SectionTitle(section.title ?? RichText())
    heading.kind = section.kind
    var reader = SectionReader(legend: Legend())
    let read = reader.read(Outline.Part(heading: heading, blocks: [block], span: section.span))
    section.entries += read.lead.map { .paragraph(Paragraph($0)) } + read.entries
    account.add(contentsOf: reader.account)
    log.add(contentsOf: reader.log)
  }

  /// Adds a section, unless there is nothing in it.
  mutating func add(_ section: Section) {
    if section.isFilled { profile.sections.append(section) }
  }

  /// A section under a key that the format does not have: its title tells what it holds.
  mutating func addSection(of member: DataNode.Member, in fields: Fields) {
    guard member.value.items.contains(where: { !$0.isBlank }) else { return }
    let title = SectionTitle(RichText(displayed(member.key), span: member.keySpan))
    let kind = title.kind ?? .other
    var section = Section(title: title.title, kind: kind, span: member.value.span)
    addEntries(member.value, to: &section, path: member.key) { reading, fields in
      reading.anyEntry(&fields, in: kind)
    }
    add(section)
    reportUnknown(member, of: fields, "it is read as a section")
  }

  /// An entry of no known format.
  mutating func anyEntry(_ fields: inout Fields, in kind: SectionKind) -> [Entry] {
    guard kind != .publications, kind != .patents else {
      return publication(&fields).map { [.publication($0)] } ?? []
    }
    return [.record(record(&fields, shape: .any, kind: recordKind(in: kind)))]
  }

  /// Ways to reach the owner: a key of settings, and a value.
  mutating func addContact(_ key: String, _ node: DataNode?) {
    for value in node?.list ?? [] {
      guard value.text != nil else {
        wrongType(value, key, expected: "a text")
        leave(value, as: .unknownKey)
        continue
      }
      contacts.append(.init(key: key, keySpan: node?.span, value: value))
    }
  }

  /// A running text as a section of its own.
  mutating func addSummary(_ node: DataNode?, title: String) {
    guard let node, !node.isBlank else { return }
    var section = Section(title: RichText(title), kind: .about, span: node.span)
    for item in node.list {
      let texts =
        item.text == nil ? [text(item)].compactMap { $0 } : paragraphs(item).map(\.text)
      section.entries += texts.map { .paragraph(Paragraph($0)) }
    }
    add(section)
  }
}
