// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

extension DataReading {
  /// The entry of a mapping, whose keys say what its values are.
  mutating func record(
    _ fields: inout Fields, shape: EntryShape, kind: Record.Kind
  ) -> Record {
    var builder = RecordBuilder(record: Record(kind, span: fields.node.span))
    for (slot, keys) in shape.slots {
      guard !keys.isEmpty, let member = fields.takeMember(keys) else { continue }
      builder.take(member, as: slot, &self, name: fields.name(member.key))
    }
    builder.texts += takeNotes(of: &fields)
    reportRest(of: fields)
    return builder.finished(&self)
  }

  /// Words by which variants choose; they are never shown.
  mutating func tags(_ node: DataNode?) -> [String] {
    leave(node)
    return node?.tags ?? []
  }

  /// The points of a list; a mapping among them is a point with points below it.
  mutating func bullets(_ node: DataNode, depth: Int = 0) -> [Bullet] {
    var bullets: [Bullet] = []
    for item in node.list where !item.isBlank {
      switch item.value {
      case .scalar:
        let (text, points) = prose(item)
        if let text { bullets.append(Bullet(text)) }
        bullets += points
      case .sequence: bullets += depth < 8 ? self.bullets(item, depth: depth + 1) : []
      case .mapping:
        var fields = Fields(item, path: "")
        let title = text(fields.take("title", "name", "label", "bullet"))
        var below = fields.rest.flatMap { member in
          depth < 8 ? self.bullets(member.value, depth: depth + 1) : []
        }
        if let title { below = [Bullet(title, children: below)] }
        bullets += below
      }
    }
    return bullets
  }
}

/// An entry while its values come in.
private struct RecordBuilder {
  var record: Record
  private var parts: [EntryShape.Slot: RichText] = [:]
  fileprivate var texts: [RichText] = []
  private var dates: [EntryShape.Slot: DataNode] = [:]
  private var urls: [DataNode] = []

  init(record: Record) { self.record = record }

  mutating func take(
    _ member: DataNode.Member, as slot: EntryShape.Slot, _ reading: inout DataReading,
    name: String
  ) {
    let value = member.value
    switch slot {
    case .what, .tail, .organisation, .location:
      parts[slot] = placed(value, &reading, name)
    case .part, .words:
      let words = value.list.compactMap { reading.text($0, of: name) }
        .joinedIfAny(separator: ", ")
      if slot == .part { parts[slot] = words } else { texts += [words].compactMap { $0 } }
    case .start, .end, .dates:
      if case .scalar = value.value {
        dates[slot] = value
      } else {
        texts += [reading.text(value, of: name)].compactMap { $0 }
      }
    case .text: take(text: value, &reading)
    case .bullets:
      if value.isMapping { reading.wrongType(value, name, expected: "a list") }
      record.bullets += reading.bullets(value)
    case .labelled: texts += [reading.labelled(member)].compactMap { $0 }
    case .url: urls = value.list
    case .links:
      for node in value.list {
        guard let url = (node["url"] ?? node).text?.trimmingSpaces() else { continue }
        record.links.append(Link(label: node["label"]?.text ?? shortAddress(url), url: url))
      }
    case .group: record.group = reading.text(value, of: name)
    case .tags: record.tags = reading.tags(value)
    case .left: reading.leave(value)
    }
  }

  /// A place may be a mapping of its parts.
  private func placed(
    _ value: DataNode, _ reading: inout DataReading, _ name: String
  ) -> RichText? {
    guard value.isMapping else { return reading.text(value, of: name) }
    return value.scalars.compactMap { reading.text($0) }.joinedIfAny(separator: ", ")
  }

  private mutating func take(text value: DataNode, _ reading: inout DataReading) {
    guard case .scalar = value.value else {
      record.bullets += reading.bullets(value)
      return
    }
    // Some put the dates where the summary should be.
    if dates.isEmpty, let words = value.text, DataDates.parsed(words) != nil {
      dates[.dates] = value
      return
    }
    let (text, bullets) = reading.prose(value)
    texts += [text].compactMap { $0 }
    record.bullets += bullets
  }

  mutating func finished(_ reading: inout DataReading) -> Record {
    let what = [parts[.what], parts[.tail]].compactMap { $0 }.joinedIfAny(separator: ", ")
    if record.kind == .position {
      record.role = what ?? parts[.part]
      if what != nil, let part = parts[.part] { texts.insert(part, at: 0) }
    } else {
      record.title = what
      record.role = parts[.part]
    }
    record.organisation = parts[.organisation]
    record.location = parts[.location]
    takeDates(&reading)
    takeAddresses()
    record.text = texts.reduce(nil) { sum, text in
      sum.map { $0 + RichText(Self.separator($0, before: text)) + text } ?? text
    }
    return record
  }

  /// What parts two texts: a sentence behind the first one ends it.
  private static func separator(_ text: RichText, before next: RichText) -> String {
    if text.text.last.map({ ".!?:;。！？".contains($0) }) == true { return " " }
    let isSentence = next.startsWithCapital && next.text.hasSuffix(".") && wordCount(next) > 2
    return isSentence ? ". " : "; "
  }

  private mutating func takeDates(_ reading: inout DataReading) {
    let lasts: Set<Record.Kind> = [.award, .certificate, .talk]
    let found = DataDates(
      start: dates[.start], end: dates[.end], single: dates[.dates],
      isOpenEnded: !lasts.contains(record.kind))
    record.dates = found.dates
    for node in found.rest {
      if let words = reading.text(node) { texts.append(words) }
      guard node != dates[.dates] else { continue }
      reading.log.add(
        Diagnostic(
          .warning, .badValue, "“\(node.text ?? "")” is no date; it stands among the words",
          at: node.span, help: "write 2024-09, or 2024"))
    }
  }

  /// The first address is the link of the name; where that has one already, and for further
  /// addresses, links stand beside the text.
  private mutating func takeAddresses() {
    for (index, node) in urls.enumerated() {
      guard let url = node.text?.trimmingSpaces() else { continue }
      if index == 0, linkName(to: url) { continue }
      record.links.append(Link(label: shortAddress(url), url: url))
    }
  }

  private mutating func linkName(to url: String) -> Bool {
    let linked = { (text: RichText?) -> RichText? in
      guard let text, !text.runs.contains(where: { $0.attributes.link != nil }) else { return nil }
      return text.mapAttributes { $0.link = url }
    }
    if record.kind == .position, let name = linked(record.organisation) {
      record.organisation = name
    } else if let title = linked(record.title) {
      record.title = title
    } else if let name = linked(record.organisation) {
      record.organisation = name
    } else {
      return false
    }
    return true
  }
}
