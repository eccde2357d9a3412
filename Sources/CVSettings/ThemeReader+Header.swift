// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

func readHeader(_ reader: MappingReader, _ log: inout DiagnosticLog) -> Theme.Header {
  var reader = reader
  var header = Theme.Header(
    alignment: reader.choice("align", Theme.Alignment.self, &log) ?? .left,
    nameBox: reader.number("name-box", &log) ?? 2,
    nameBaseline: reader.requiredLength("name-baseline", &log),
    separator: reader.string("separator", &log) ?? "·",
    separatorSpace: reader.number("separator-space", &log) ?? 0.5)
  header.contacts = readContacts(reader.mapping("contacts", &log), &log)
  if var photo = reader.mapping("photo", &log) {
    header.photo = Theme.Photo(
      height: photo.requiredPositiveLength("height", &log),
      gap: photo.length("gap", &log) ?? .pt(12))
    photo.reportUnknownKeys(&log)
  }
  reader.reportUnknownKeys(&log)
  return header
}

private func readContacts(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.Contacts {
  var contacts = Theme.Contacts()
  guard var reader else { return contacts }
  contacts.form = reader.choice("form", Theme.Contacts.Form.self, &log) ?? contacts.form
  contacts.columns = reader.integer("columns", in: 1...4, &log) ?? contacts.columns
  contacts.columnGap = reader.length("column-gap", &log) ?? contacts.columnGap
  contacts.labels = reader.choice("labels", Theme.Contacts.Labels.self, &log) ?? contacts.labels
  contacts.labelCaps = reader.choice("label-caps", TextStyle.Caps.self, &log) ?? .none
  contacts.perLine = reader.integer("per-line", in: 1...10, &log)
  if let order = reader.choices("order", Theme.ContactKind.self, &log) {
    contacts.order = order + Theme.ContactKind.allCases.filter { !order.contains($0) }
  }
  if let lines = reader.choiceLines("lines", Theme.ContactKind.self, &log) {
    let named = lines.flatMap { $0 }
    let rest = Theme.ContactKind.allCases.filter { !named.contains($0) }
    contacts.lines = lines + (rest.isEmpty ? [] : [rest])
    contacts.order = named + rest
  }
  reader.reportUnknownKeys(&log)
  return contacts
}

func readIcons(
  _ reader: MappingReader?, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> Theme.Icons? {
  guard var reader else { return nil }
  let size = reader.requiredPositiveLength("size", &log)
  let icons = Theme.Icons(
    files: reader.strings("files", &log) ?? [],
    colour: colourName(&reader, of: colours, &log) ?? "ink",
    sizes: (size, brand: reader.length("brand-size", &log) ?? size),
    box: reader.requiredPositiveLength("box", &log), gap: reader.requiredLength("gap", &log))
  reader.reportUnknownKeys(&log)
  return icons
}

func readSectionTitle(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> Theme.SectionTitle {
  var reader = reader
  var title = Theme.SectionTitle(rule: nil)
  if let inner = reader.mapping("rule", &log) { title.rule = readRule(inner, colours, &log) }
  title.column = reader.length("column", &log)
  title.columnGap = reader.length("column-gap", &log) ?? title.columnGap
  reader.reportUnknownKeys(&log)
  return title
}

private func readRule(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> Theme.Rule {
  var reader = reader
  let place = reader.choice("place", RulePlace.self, &log) ?? .below
  var rule = Theme.Rule(
    width: reader.requiredLength("width", &log), offset: .zero,
    colour: colourName(&reader, of: colours, &log) ?? "ink")
  let offset = reader.length("offset", &log)
  let gap = reader.steps("gap", &log)
  switch place {
  case .below:
    if reader.node["offset"] == nil { log.add(reader.missing("offset")) }
    rule.offset = offset ?? .zero
  case .above: rule.gapBelow = gap ?? 0.5
  }
  reader.reportUnknownKeys(&log)
  return rule
}

/// Where the rule of a section title stands.
private enum RulePlace: String, CaseIterable { case below, above }
