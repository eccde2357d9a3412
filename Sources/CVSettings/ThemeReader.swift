// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// Reads a theme from the tree of its `theme.yaml`.
///
/// - Returns: A theme with defaults for what is wrong; it may only be used if the log has no
///   errors.
package func readTheme(_ node: DataNode, log: inout DiagnosticLog) -> Theme {
  readTheme(MappingReader(node), log: &log)
}

/// All keys of a theme.
package func themeSchema() -> SchemaNode {
  let schema = SchemaNode()
  var log = DiagnosticLog()
  _ = readTheme(MappingReader(DataNode(.mapping([])), schema: schema), log: &log)
  return schema
}

private func readTheme(_ reader: MappingReader, log: inout DiagnosticLog) -> Theme {
  var reader = reader
  let name = reader.requiredString("name", &log)
  let summary = reader.requiredString("summary", &log)
  let colours = readColours(reader.requiredMapping("colours", &log), &log)
  var theme = Theme(
    name: name, summary: summary,
    page: readPage(reader.requiredMapping("page", &log), colours, &log),
    grid: readGrid(reader.requiredMapping("grid", &log), &log),
    fonts: readFonts(reader.requiredMapping("fonts", &log), &log), colours: colours,
    styles: readStyles(reader.requiredMapping("styles", &log), colours, &log),
    spaces: readSpaces(reader.requiredMapping("spaces", &log), &log),
    header: readHeader(reader.requiredMapping("header", &log), &log),
    sectionTitle: readSectionTitle(reader.requiredMapping("section-title", &log), colours, &log),
    list: readList(reader.requiredMapping("list", &log), colours, &log),
    entries: readEntries(reader.requiredMapping("entries", &log), colours, &log),
    dates: readDates(reader.mapping("dates", &log), &log))
  theme.paragraphs = readParagraphs(reader.mapping("paragraphs", &log), &log)
  theme.floors = readFloors(reader.mapping("floors", &log), &log)
  theme.sections = readSections(reader.mapping("sections", &log), &log)
  theme.publications = readPublications(reader.mapping("publications", &log), &log)
  if theme.publications.references != nil {
    // The reference says all that would stand beside it.
    theme.entries["publication"]?.aside = nil
  }
  theme.icons = readIcons(reader.mapping("icons", &log), colours, &log)
  theme.signSpace = reader.number("sign-space", &log)
  reader.reportUnknownKeys(&log)
  return theme
}

private func readColours(
  _ reader: MappingReader, _ log: inout DiagnosticLog
) -> [String: Colour] {
  var reader = reader
  var colours: [String: Colour] = ["ink": .black]
  reader.schema?.others = .colour
  // The name of a faulty one is known all the same: one fault, one message.
  for member in reader.node.members {
    colours[member.key] = reader.colour(member.key, &log) ?? .black
  }
  return colours
}

private func readPage(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> Theme.Page {
  var reader = reader
  let margins = readMargins(&reader, &log)
  var page = Theme.Page(
    margins: margins, bodyWidth: reader.requiredPositiveLength("body-width", &log),
    footer: readFooter(reader.mapping("footer", &log), &log))
  page.columns = reader.integer("columns", in: 1...3, &log) ?? page.columns
  page.columnGap = reader.length("column-gap", &log) ?? page.columnGap
  if var inner = reader.mapping("label-column", &log) {
    page.labelColumn = Theme.LabelColumn(
      width: inner.requiredPositiveLength("width", &log), gap: inner.requiredLength("gap", &log))
    inner.reportUnknownKeys(&log)
  }
  page.side = readSide(reader.mapping("side", &log), colours, &log)
  reader.reportUnknownKeys(&log)
  return page
}

private func readMargins(
  _ reader: inout MappingReader, _ log: inout DiagnosticLog
) -> [Paper: Theme.Margins] {
  var margins: [Paper: Theme.Margins] = [:]
  for paper in Paper.allCases {
    var edges = reader.requiredMapping(paper.rawValue, &log)
    margins[paper] = Theme.Margins(
      top: edges.requiredLength("top", &log), bottom: edges.requiredLength("bottom", &log),
      left: edges.requiredLength("left", &log), right: edges.requiredLength("right", &log))
    if let sides = margins[paper], let value = reader.node[paper.rawValue] {
      let isWide = sides.left + sides.right > paper.size.width - .pt(72)
      let isHigh = sides.top + sides.bottom > paper.size.height - .pt(72)
      if isWide || isHigh {
        log.add(reader.wrong(paper.rawValue, value, "margins that leave an inch for the text"))
      }
    }
    edges.reportUnknownKeys(&log)
  }
  return margins
}

private func readSide(
  _ reader: MappingReader?, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> Theme.Side? {
  guard var reader else { return nil }
  let side = Theme.Side(
    width: reader.requiredPositiveLength("width", &log),
    edges: (reader.requiredLength("left", &log), reader.requiredLength("right", &log)),
    tint: colourName(&reader, "tint", of: colours, &log) ?? "ink",
    start: reader.steps("start", &log) ?? 0)
  reader.reportUnknownKeys(&log)
  return side
}

private func readFooter(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.Footer? {
  guard var reader else { return nil }
  var footer = Theme.Footer(
    text: reader.requiredString("text", &log),
    alignment: reader.choice("align", Theme.Alignment.self, &log) ?? .center,
    baseline: reader.requiredLength("baseline", &log),
    firstPage: reader.integer("from-page", in: 1...1000, &log) ?? 2)
  footer.right = reader.string("right", &log)
  reader.reportUnknownKeys(&log)
  return footer
}

private func readGrid(_ reader: MappingReader, _ log: inout DiagnosticLog) -> Theme.Grid {
  var reader = reader
  let grid = Theme.Grid(
    step: reader.requiredPositiveLength("step", &log),
    ascent: reader.requiredPositiveLength("ascent", &log))
  reader.reportUnknownKeys(&log)
  return grid
}

private func readFonts(_ reader: MappingReader, _ log: inout DiagnosticLog) -> Theme.Fonts {
  var reader = reader
  var fonts = Theme.Fonts(
    family: reader.requiredString("family", &log),
    strongWeight: reader.integer("strong", in: 100...1000, &log) ?? 600,
    files: reader.strings("files", &log) ?? [])
  fonts.features = readFeatures(&reader, &log)
  reader.reportUnknownKeys(&log)
  return fonts
}

/// OpenType features as `liga=0`: a tag of four characters, and whether it is on.
private func readFeatures(
  _ reader: inout MappingReader, _ log: inout DiagnosticLog
) -> [String] {
  let features = reader.strings("features", &log) ?? []
  for (feature, node) in zip(features, reader.node["features"]?.items ?? []) {
    let parts = feature.split(separator: "=", omittingEmptySubsequences: false)
    let isTag = parts[0].utf8.count == 4 && parts[0].allSatisfy { $0.isLetter || $0.isNumber }
    guard parts.count == 2, isTag, ["0", "1"].contains(parts[1]) else {
      log.add(reader.wrong("features", node, "a list of features such as liga=0"))
      continue
    }
  }
  return features
}

private func readStyles(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> [String: TextStyle] {
  var reader = reader
  var styles: [String: TextStyle] = [:]
  if reader.node["body"] == nil { _ = reader.requiredMapping("body", &log) }
  for name in styleNames {
    guard var style = reader.mapping(name, &log) else { continue }
    styles[name] = TextStyle(
      size: style.requiredPositiveLength("size", &log),
      weight: style.integer("weight", in: 100...1000, &log) ?? 400,
      isItalic: style.flag("italic", &log) ?? false,
      caps: style.choice("caps", TextStyle.Caps.self, &log) ?? .none,
      figures: style.choice("figures", TextStyle.Figures.self, &log),
      tracking: style.number("tracking", &log) ?? 0,
      colour: colourName(&style, of: colours, &log) ?? "ink")
    style.reportUnknownKeys(&log)
  }
  reader.reportUnknownKeys(&log)
  return styles
}

/// The styles that a theme may set; what it leaves out looks like `body`.
private let styleNames = [
  "body", "name", "headline", "contacts", "section-title", "group-title", "footer",
  "aside", "label",
]

/// The name of a colour that the theme has.
func colourName(
  _ reader: inout MappingReader, _ key: String = "colour", of colours: [String: Colour],
  _ log: inout DiagnosticLog
) -> String? {
  guard let name = reader.string(key, &log) else { return nil }
  guard colours[name] == nil, let value = reader.node[key] else { return name }
  let names = colours.keys.sorted()
  log.add(reader.wrong(key, value, "one of " + names.joined(separator: ", "), near: names))
  return nil
}

private func readSpaces(_ reader: MappingReader, _ log: inout DiagnosticLog) -> Theme.Spaces {
  var reader = reader
  var spaces = Theme.Spaces()
  let keys: [(String, WritableKeyPath<Theme.Spaces, Double>)] = [
    ("before-section", \.beforeSection), ("after-section-title", \.afterSectionTitle),
    ("before-group", \.beforeGroup), ("after-group", \.afterGroup),
    ("between-entries", \.betweenEntries), ("between-publications", \.betweenPublications),
    ("between-rows", \.betweenRows), ("between-paragraphs", \.betweenParagraphs),
    ("before-headline", \.beforeHeadline), ("before-contacts", \.beforeContacts),
    ("after-header", \.afterHeader),
  ]
  for (key, path) in keys {
    if let steps = reader.steps(key, &log) { spaces[keyPath: path] = steps }
  }
  reader.reportUnknownKeys(&log)
  return spaces
}

private func readList(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> Theme.List {
  var reader = reader
  let list = Theme.List(
    bullet: reader.string("bullet", &log) ?? "•",
    indent: reader.requiredLength("indent", &log),
    colour: colourName(&reader, of: colours, &log) ?? "ink")
  reader.reportUnknownKeys(&log)
  return list
}

private func readDates(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.DateDesign {
  guard var reader else { return Theme.DateDesign(precision: .month) }
  let design = Theme.DateDesign(
    precision: reader.choice("precision", Theme.DateDesign.Precision.self, &log) ?? .month,
    months: reader.choice("months", Theme.DateDesign.Months.self, &log) ?? .short)
  reader.reportUnknownKeys(&log)
  return design
}

private func readParagraphs(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.Paragraphs {
  var paragraphs = Theme.Paragraphs()
  guard var reader else { return paragraphs }
  paragraphs.setting = reader.choice("align", Theme.Paragraphs.Setting.self, &log) ?? .ragged
  paragraphs.hyphenates = reader.flag("hyphenate", &log) ?? false
  paragraphs.hangsPunctuation = reader.flag("hang-punctuation", &log) ?? true
  reader.reportUnknownKeys(&log)
  return paragraphs
}

private func readSections(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.Sections {
  var sections = Theme.Sections()
  guard var reader else { return sections }
  sections.order = reader.choices("order", SectionKind.self, &log) ?? []
  sections.side = reader.choices("side", SectionKind.self, &log) ?? []
  reader.reportUnknownKeys(&log)
  return sections
}

private func readFloors(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.Floors? {
  guard var reader else { return nil }
  var floors = Theme.Floors(
    spaces: (
      reader.requiredNumber("before-section", &log), reader.requiredNumber("between-entries", &log),
      reader.requiredNumber("between-publications", &log)
    ),
    margins: (
      reader.requiredLength("top", &log), reader.requiredLength("bottom", &log),
      reader.requiredLength("side", &log)
    ), step: reader.requiredLength("step", &log), bodySize: reader.requiredLength("size", &log))
  floors.ruleGap = reader.steps("rule-gap", &log)
  reader.reportUnknownKeys(&log)
  return floors
}
