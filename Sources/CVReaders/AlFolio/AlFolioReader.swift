// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads the list of sections that al-folio keeps in `_data/cv.yml`.
func readAlFolio(_ root: DataNode, into reading: inout DataReading) {
  for (index, item) in root.items.enumerated() where item.isMapping {
    var fields = Fields(item, path: "[\(index)]")
    let heading = fields.takeMember(["title"])
    let type = fields.take("type")?.text ?? ""
    guard let contents = fields.take("contents", "items") else {
      reading.reportRest(of: fields)
      continue
    }
    let title = SectionTitle(reading.text(heading?.value) ?? RichText())
    var section = Section(
      title: title.title.isEmpty ? nil : title.title, kind: title.kind ?? .other,
      span: item.span)
    let kind = section.kind
    if type == "map" {
      reading.addPairs(contents, to: &section)
    } else {
      reading.addEntries(contents, to: &section, path: "[\(index)].contents") { reading, fields in
        reading.alFolioEntries(&fields, in: kind)
      }
    }
    reading.add(section)
    reading.reportRest(of: fields)
  }
}

extension DataReading {
  /// Names with values: what tells of the owner goes to the head of the document.
  fileprivate mutating func addPairs(_ node: DataNode, to section: inout Section) {
    for (index, item) in node.list.enumerated() where !item.isBlank {
      guard item.isMapping else {
        var lines = [text(item)].compactMap { $0 }
        addLines(&lines, to: &section)
        continue
      }
      var fields = Fields(item, path: "contents[\(index)]")
      let name = text(fields.take("name", "title", "label"))
      let value = fields.take("value", "text")
      if let name, let value, takeFact(name.text, value) {
        reportRest(of: fields)
        continue
      }
      var record = Record(recordKind(in: section.kind), span: item.span)
      record.title = name
      record.text = text(value)
      reportRest(of: fields)
      if name != nil || record.text != nil { section.entries.append(.record(record)) }
    }
  }

  /// The owner's name and the ways to reach her.
  private mutating func takeFact(_ name: String, _ value: DataNode) -> Bool {
    let word = folded(name)
    switch word {
    case "name", "full name": profile.name = text(value)
    case "title", "label", "headline", "position":
      guard profile.headline == nil else { return false }
      profile.headline = text(value)
    case "email", "e-mail", "mail": addContact("email", value)
    case "phone", "telephone", "mobile": addContact("phone", value)
    case "location", "address": addContact("location", value)
    case "website", "homepage", "url": addContact("website", value)
    default:
      let key = word.filter { $0 != " " && $0 != "-" }
      guard WordLists.all.networks.contains(where: { $0.keys.contains(key) }) else { return false }
      addContact(key, value)
    }
    return true
  }

  fileprivate mutating func alFolioEntries(
    _ fields: inout Fields, in section: SectionKind
  ) -> [Entry] {
    if section == .publications { return publication(&fields).map { [.publication($0)] } ?? [] }
    let kind = recordKind(in: section)
    // Prizes by their years: one entry each.
    if let items = fields.node["items"], fields.node["title"] == nil, let year = fields.take("year")
    {
      _ = fields.take("items")
      reportRest(of: fields)
      return items.list.filter { !$0.isBlank }.map { item in
        var record = Record(kind, span: item.span)
        let words = text(item, of: "items")
        if kind == .position { record.role = words } else { record.title = words }
        record.dates = DataDates(start: nil, end: nil, single: year).dates
        return .record(record)
      }
    }
    return [.record(record(&fields, shape: .alFolio, kind: kind))]
  }
}

extension EntryShape {
  /// The keys of a time table and of a nested list.
  static let alFolio = EntryShape(
    what: ["title", "position", "name", "degree"],
    organisation: ["institution", "company", "organization"],
    [
      (.text, ["department"]), (.text, ["maindescription"]), (.text, ["value"]),
      (.labelled, ["advisor"]),
    ])
}
