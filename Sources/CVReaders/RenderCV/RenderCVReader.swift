// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads RenderCV's YAML: all types of entries, with Markdown in their texts.
///
/// Its design and settings belong to another program; of its locale only the language counts.
func readRenderCV(_ root: DataNode, into reading: inout DataReading) {
  var fields = Fields(root, path: "")
  for key in ["design", "settings", "rendercv_settings"] { reading.leave(fields.take(key)) }
  _ = fields.take("cvgen")
  if let locale = fields.take("locale", "locale_catalog") {
    reading.takeLanguage(locale["language"]?.text)
    reading.leave(locale)
  }
  if let cv = fields.take("cv") { readCV(cv, into: &reading) }
  reading.reportRest(of: fields)
}

private func readCV(_ node: DataNode, into reading: inout DataReading) {
  var fields = Fields(node, path: "cv")
  reading.profile.name = reading.text(fields.take("name"))
  reading.profile.headline = reading.text(fields.take("headline", "label"))
  reading.takePhoto(fields.take("photo"))
  reading.addContact("location", fields.take("location"))
  reading.addContact("email", fields.take("email"))
  for phone in fields.take("phone")?.list ?? [] { reading.addContact("phone", phone.telephone) }
  reading.addContact("website", fields.take("website"))
  for profile in fields.take("social_networks")?.list ?? [] { reading.addProfile(profile) }
  for connection in fields.take("custom_connections")?.list ?? [] {
    reading.addConnection(connection)
  }
  if let sections = fields.take("sections", "sections_input") {
    if !sections.isMapping {
      reading.wrongType(sections, "cv.sections", expected: "a mapping of titles")
    }
    for member in sections.members where !member.value.isBlank { reading.addSection(member) }
  }
  reading.reportRest(of: fields)
}

extension DataReading {
  /// A way of the author's own: words, with or without an address.
  fileprivate mutating func addConnection(_ node: DataNode) {
    var fields = Fields(node, path: "cv.custom_connections")
    let words = fields.take("placeholder")
    let address = fields.take("url")
    let icon = fields.take("fontawesome_icon")
    leave(icon)
    reportRest(of: fields)
    guard let value = address ?? words else { return }
    if address == nil, icon?.text == "phone" { return addContact("phone", value.telephone) }
    let label = (words?.text ?? value.text ?? "").trimmingSpaces()
    // Words that only repeat the address are none of the author's own.
    if let url = address?.text, shortAddress(url) == label {
      stated.append(ContactFinder.bareContact(url, value.span))
      return
    }
    stated.append(
      Contact(
        address == nil ? .location : .website, text: label, url: address?.text, span: value.span))
  }

  fileprivate mutating func addSection(_ member: DataNode.Member) {
    let title = SectionTitle(RichText(sectionTitle(of: member.key), span: member.keySpan))
    var section = Section(
      title: title.title, kind: title.kind ?? Self.kind(of: member.value), span: member.value.span)
    let path = "cv.sections.\(member.key)"
    for (index, item) in member.value.list.enumerated() where !item.isBlank {
      guard item.isMapping else {
        // A text alone is a paragraph of the CV.
        section.entries += paragraphs(item).map { .paragraph(Paragraph($0.text)) }
        continue
      }
      var fields = Fields(item, path: "\(path)[\(index)]")
      if isWork(item) {
        if let work = publication(&fields) { section.entries.append(.publication(work)) }
      } else if let line = point(&fields) {
        var lines = [line]
        addLines(&lines, to: &section)
      } else {
        let kind = recordKind(in: section.kind)
        section.entries.append(.record(record(&fields, shape: .renderCV, kind: kind)))
      }
    }
    add(section)
  }

  private func isWork(_ node: DataNode) -> Bool {
    node["title"] != nil
      && ["authors", "author", "journal", "doi"].contains { node[$0] != nil }
  }

  /// The text of an entry that has nothing but a point or a number.
  private mutating func point(_ fields: inout Fields) -> RichText? {
    guard fields.node.members.count == 1,
      let value = fields.take("bullet", "number", "reversed_number"), value.text != nil
    else { return nil }
    return text(value, of: fields.path)
  }

  /// What a section holds whose title does not tell.
  private static func kind(of list: DataNode) -> SectionKind {
    let entries = list.items.filter(\.isMapping)
    guard !entries.isEmpty, entries.count == list.items.count else { return .other }
    let all = { (key: String) in entries.allSatisfy { $0[key] != nil } }
    if all("institution") { return .education }
    if all("company"), all("position") { return .experience }
    if all("title"), all("authors") { return .publications }
    return .other
  }
}

extension EntryShape {
  /// The keys of all entries with a name; one-line entries have a label.
  static let renderCV = EntryShape(
    what: ["position", "degree", "name", "label", "title"],
    organisation: ["company", "institution"], part: ["role"],
    [
      (.tail, ["area"]), (.text, ["details"]),
      (.text, ["bullet"]), (.text, ["number"]), (.text, ["reversed_number"]),
      (.labelled, ["grade", "gpa"]),
    ])
}

/// A key of a section as RenderCV shows it: `selected_honors` is `Selected Honors`, and one with a
/// capital or a space stands as it is.
func sectionTitle(of key: String) -> String {
  guard !key.contains(" "), key == key.lowercased(), key.utf8.allSatisfy({ $0 < 0x80 }) else {
    return key
  }
  let small: Set<String> = [
    "a", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of", "off",
    "on", "or", "over", "so", "than", "that", "to", "upon", "when", "with", "yet",
  ]
  return key.split(separator: "_").enumerated().map { index, word in
    index > 0 && small.contains(String(word))
      ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
  }.joined(separator: " ")
}

extension DataNode {
  /// A number without the scheme of its address.
  fileprivate var telephone: DataNode {
    guard let text, text.hasPrefix("tel:") else { return self }
    let digits = text.dropFirst(4).split(separator: "-").joined(separator: " ")
    return DataNode(.scalar(digits, isQuoted: true), span: span)
  }
}
