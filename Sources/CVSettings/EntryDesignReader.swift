// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads the designs of entries; their keys are kinds of entries, their templates name fields.
func readEntries(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> [String: EntryDesign] {
  var reader = reader
  var designs: [String: EntryDesign] = [:]
  let kinds = Record.Kind.allCases.map(\.rawValue) + ["publication"]
  for kind in kinds {
    guard var inner = reader.mapping(kind, &log) else { continue }
    let names = TemplateNames(
      fields: kind == "publication" ? TemplateField.ofPublications : TemplateField.ofRecords,
      colours: colours.keys.sorted())
    designs[kind] = readDesign(&inner, names, &log)
    inner.reportUnknownKeys(&log)
  }
  reader.reportUnknownKeys(&log)
  return designs
}

/// Reads how lists of publications are numbered and grouped.
func readPublications(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> PublicationDesign {
  var design = PublicationDesign()
  guard var reader else { return design }
  design.numbering = reader.choice("numbering", PublicationDesign.Numbering.self, &log) ?? .plain
  design.scope = reader.choice("count", PublicationDesign.Scope.self, &log) ?? .section
  design.hasPrefix = reader.flag("prefix", &log) ?? false
  design.grouping = reader.choice("group-by", PublicationDesign.Grouping.self, &log) ?? .source
  design.mostAuthors = reader.integer("authors", in: 1...1000, &log)
  let style = reader.choice("style", ReferenceStyle.Name.self, &log) ?? .compact
  design.references = readReferenceStyle(style, &log)
  design.ownName = reader.choice("own-name", PublicationDesign.OwnName.self, &log) ?? .bold
  reader.reportUnknownKeys(&log)
  return design
}

/// What a template may name.
private struct TemplateNames {
  var fields: [String]
  var colours: [String]
}

private func readDesign(
  _ reader: inout MappingReader, _ fields: TemplateNames, _ log: inout DiagnosticLog
) -> EntryDesign {
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
  design.hasBullet = reader.flag("bullet", &log) ?? false
  design.hang = reader.length("hang", &log) ?? .zero
  design.columns = reader.integer("columns", in: 1...3, &log) ?? 1
  design.columnGap = reader.length("column-gap", &log) ?? design.columnGap
  design.isBesideFirstLine = reader.choice("beside", LinesBeside.self, &log) == .first
  return design
}

/// The lines that keep clear of an aside.
private enum LinesBeside: String, CaseIterable { case all, first }

/// Room for a word or two before the lines.
private let defaultLabelWidth = Length.pt(66)

private func template(
  _ text: String, _ node: DataNode, _ key: String, _ known: TemplateNames,
  _ reader: MappingReader, _ log: inout DiagnosticLog
) -> LineTemplate {
  let template = LineTemplate(text)
  if let sign = template.loneSign {
    var fault = reader.wrong(key, node, "a template whose brackets and stars stand in pairs")
    fault.label = "“\(sign)” has no partner"
    log.add(fault)
    return template
  }
  for field in template.fields where !known.fields.contains(field) {
    let expected = "a template of the fields " + known.fields.joined(separator: ", ")
    var fault = reader.wrong(key, node, expected)
    fault.label = "{\(field)} is none of them"
    fault.help = nearest(to: field, among: known.fields).map { "did you mean {\($0)}?" }
    log.add(fault)
  }
  for colour in template.colours where !known.colours.contains(colour) {
    let expected = "a template of the colours " + known.colours.joined(separator: ", ")
    var fault = reader.wrong(key, node, expected)
    fault.label = "<\(colour)> is none of them"
    fault.help = nearest(to: colour, among: known.colours).map { "did you mean <\($0)>?" }
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
    "authors", "title", "venue", "locator", "volume", "issue", "pages", "pp", "location", "year",
    "month-year", "dates", "status", "awards", "links", "note", "doi", "doi-number", "doi-address",
    "number",
  ]
}
