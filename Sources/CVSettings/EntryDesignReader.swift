// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads the designs of entries; their keys are kinds of entries, their templates name fields.
func readEntries(
  _ reader: MappingReader, _ log: inout DiagnosticLog
) -> [String: EntryDesign] {
  var reader = reader
  var designs: [String: EntryDesign] = [:]
  let kinds = Record.Kind.allCases.map(\.rawValue) + ["publication"]
  for kind in kinds {
    guard var inner = reader.mapping(kind, &log) else { continue }
    designs[kind] = readDesign(&inner, isPublication: kind == "publication", &log)
    inner.reportUnknownKeys(&log)
  }
  reader.reportUnknownKeys(&log)
  return designs
}

private func readDesign(
  _ reader: inout MappingReader, isPublication: Bool, _ log: inout DiagnosticLog
) -> EntryDesign {
  let fields = isPublication ? TemplateField.ofPublications : TemplateField.ofRecords
  var design = EntryDesign()
  if let lines = reader.strings("lines", &log) {
    let nodes = reader.node["lines"]?.items ?? []
    design.lines = zip(lines, nodes).map { template($0, $1, "lines", fields, reader, &log) }
  }
  for (key, path) in [("aside", \EntryDesign.aside), ("label", \EntryDesign.label)] {
    if let text = reader.string(key, &log), let node = reader.node[key] {
      design[keyPath: path] = template(text, node, key, fields, reader, &log)
    }
  }
  design.labelWidth = reader.length("label-width", &log) ?? defaultLabelWidth
  design.spacing = reader.choice("spacing", EntryDesign.Spacing.self, &log) ?? .row
  design.isWide = reader.flag("wide", &log) ?? false
  return design
}

/// Room for a word or two before the lines.
private let defaultLabelWidth = Length.pt(66)

private func template(
  _ text: String, _ node: DataNode, _ key: String, _ fields: [String], _ reader: MappingReader,
  _ log: inout DiagnosticLog
) -> LineTemplate {
  let template = LineTemplate(text)
  for field in template.fields where !fields.contains(field) {
    let expected = "a template of the fields " + fields.joined(separator: ", ")
    var fault = reader.wrong(key, node, expected)
    fault.label = "{\(field)} is none of them"
    fault.help = nearest(to: field, among: fields).map { "did you mean {\($0)}?" }
    log.add(fault)
  }
  return template
}

/// The fields that a template may name.
package enum TemplateField {
  package static let ofRecords = [
    "what", "where", "title", "role", "organisation", "location", "dates", "text", "links",
  ]
  package static let ofPublications = [
    "authors", "title", "venue", "locator", "location", "year", "dates", "status", "awards",
    "links", "note",
  ]
}
