// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// Reads a theme from the tree of its `theme.yaml`.
///
/// - Returns: A theme with defaults for what is wrong; it may only be used if the log has no
///   errors.
package func readTheme(_ node: DataNode, log: inout DiagnosticLog) -> Theme {
  var reader = MappingReader(node)
  let name = reader.requiredString("name", &log)
  let summary = reader.requiredString("summary", &log)
  let colours = readColours(reader.requiredMapping("colours", &log), &log)
  var theme = Theme(
    name: name, summary: summary, page: readPage(reader.requiredMapping("page", &log), &log),
    grid: readGrid(reader.requiredMapping("grid", &log), &log),
    fonts: readFonts(reader.requiredMapping("fonts", &log), &log), colours: colours,
    styles: readStyles(reader.requiredMapping("styles", &log), colours, &log),
    spaces: readSpaces(reader.requiredMapping("spaces", &log), &log),
    header: readHeader(reader.requiredMapping("header", &log), &log),
    sectionTitle: readSectionTitle(reader.requiredMapping("section-title", &log), colours, &log),
    list: readList(reader.requiredMapping("list", &log), colours, &log),
    entries: readEntries(reader.requiredMapping("entries", &log), &log),
    dates: readDates(reader.mapping("dates", &log), &log))
  theme.paragraphs = readParagraphs(reader.mapping("paragraphs", &log), &log)
  theme.floors = readFloors(reader.mapping("floors", &log), &log)
  reader.reportUnknownKeys(&log)
  return theme
}

private func readColours(
  _ reader: MappingReader, _ log: inout DiagnosticLog
) -> [String: Colour] {
  var reader = reader
  var colours: [String: Colour] = ["ink": .black]
  for member in reader.node.members { colours[member.key] = reader.colour(member.key, &log) }
  return colours
}

private func readPage(_ reader: MappingReader, _ log: inout DiagnosticLog) -> Theme.Page {
  var reader = reader
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
  var page = Theme.Page(
    margins: margins, bodyWidth: reader.requiredPositiveLength("body-width", &log),
    footer: readFooter(reader.mapping("footer", &log), &log))
  page.columns = reader.integer("columns", in: 1...3, &log) ?? page.columns
  page.columnGap = reader.length("column-gap", &log) ?? page.columnGap
  reader.reportUnknownKeys(&log)
  return page
}

private func readFooter(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.Footer? {
  guard var reader else { return nil }
  let footer = Theme.Footer(
    text: reader.requiredString("text", &log),
    alignment: reader.choice("align", Theme.Alignment.self, &log) ?? .center,
    baseline: reader.requiredLength("baseline", &log),
    firstPage: reader.integer("from-page", in: 1...1000, &log) ?? 2)
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
  let fonts = Theme.Fonts(
    family: reader.requiredString("family", &log),
    strongWeight: reader.integer("strong", in: 100...1000, &log) ?? 600,
    files: reader.strings("files", &log) ?? [])
  reader.reportUnknownKeys(&log)
  return fonts
}

private func readStyles(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> [String: TextStyle] {
  var reader = reader
  var styles: [String: TextStyle] = [:]
  if reader.node["body"] == nil { _ = reader.requiredMapping("body", &log) }
  for member in reader.node.members {
    guard styleNames.contains(member.key) else { continue }
    guard var style = reader.mapping(member.key, &log) else { continue }
    styles[member.key] = TextStyle(
      size: style.requiredPositiveLength("size", &log),
      weight: style.integer("weight", in: 100...1000, &log) ?? 400,
      isItalic: style.flag("italic", &log) ?? false,
      caps: style.choice("caps", TextStyle.Caps.self, &log) ?? .none,
      figures: style.choice("figures", TextStyle.Figures.self, &log),
      tracking: style.number("tracking", &log) ?? 0,
      colour: colourName(&style, colours, &log) ?? "ink")
    style.reportUnknownKeys(&log)
  }
  for name in styleNames where reader.node[name] == nil { _ = reader.mapping(name, &log) }
  reader.reportUnknownKeys(&log)
  return styles
}

/// The styles that a theme may set; what it leaves out looks like `body`.
private let styleNames = [
  "body", "name", "headline", "contacts", "section-title", "group-title", "footer",
]

/// The name of a colour that the theme has.
private func colourName(
  _ reader: inout MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> String? {
  guard let name = reader.string("colour", &log) else { return nil }
  guard colours[name] == nil, let value = reader.node["colour"] else { return name }
  let names = colours.keys.sorted()
  log.add(
    reader.wrong("colour", value, "one of " + names.joined(separator: ", "), near: names))
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
    guard let steps = reader.number(key, &log) else { continue }
    if steps < 0, let value = reader.node[key] {
      log.add(reader.wrong(key, value, "zero or more steps"))
    } else {
      spaces[keyPath: path] = steps
    }
  }
  reader.reportUnknownKeys(&log)
  return spaces
}

private func readHeader(_ reader: MappingReader, _ log: inout DiagnosticLog) -> Theme.Header {
  var reader = reader
  let header = Theme.Header(
    alignment: reader.choice("align", Theme.Alignment.self, &log) ?? .left,
    nameBox: reader.number("name-box", &log) ?? 2,
    nameBaseline: reader.requiredLength("name-baseline", &log),
    separator: reader.string("separator", &log) ?? "·",
    separatorSpace: reader.number("separator-space", &log) ?? 0.5)
  reader.reportUnknownKeys(&log)
  return header
}

private func readSectionTitle(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> Theme.SectionTitle {
  var reader = reader
  var rule: Theme.Rule?
  if var inner = reader.mapping("rule", &log) {
    rule = Theme.Rule(
      width: inner.requiredLength("width", &log), offset: inner.requiredLength("offset", &log),
      colour: colourName(&inner, colours, &log) ?? "ink")
    inner.reportUnknownKeys(&log)
  }
  reader.reportUnknownKeys(&log)
  return Theme.SectionTitle(rule: rule)
}

private func readList(
  _ reader: MappingReader, _ colours: [String: Colour], _ log: inout DiagnosticLog
) -> Theme.List {
  var reader = reader
  let list = Theme.List(
    bullet: reader.string("bullet", &log) ?? "•",
    indent: reader.requiredLength("indent", &log),
    colour: colourName(&reader, colours, &log) ?? "ink")
  reader.reportUnknownKeys(&log)
  return list
}

private func readDates(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.DateDesign {
  guard var reader else { return Theme.DateDesign(precision: .month) }
  let precision = reader.choice("precision", Theme.DateDesign.Precision.self, &log)
  reader.reportUnknownKeys(&log)
  return Theme.DateDesign(precision: precision ?? .month)
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

private func readFloors(
  _ reader: MappingReader?, _ log: inout DiagnosticLog
) -> Theme.Floors? {
  guard var reader else { return nil }
  let floors = Theme.Floors(
    spaces: (
      reader.requiredNumber("before-section", &log), reader.requiredNumber("between-entries", &log),
      reader.requiredNumber("between-publications", &log)
    ),
    margins: (
      reader.requiredLength("top", &log), reader.requiredLength("bottom", &log),
      reader.requiredLength("side", &log)
    ), step: reader.requiredLength("step", &log), bodySize: reader.requiredLength("size", &log))
  reader.reportUnknownKeys(&log)
  return floors
}
