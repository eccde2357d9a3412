// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// The sections that a page keeps in its front matter: `work:`, `education:`, `interests:`.
///
/// A list of mappings is a section of entries; their keys say what the values are, under the names
/// that the common themes use.
func sectionsOfSettings(_ settings: DataNode?) -> [Section] {
  guard let settings else { return [] }
  return settings.members.compactMap { member in
    guard let kind = settingsKinds[member.key.lowercased()] else { return nil }
    let title = member.key.prefix(1).uppercased() + member.key.dropFirst()
    var section = Section(
      title: RichText(title, span: member.keySpan), kind: kind, span: member.value.span)
    let lists = [member.value] + member.value.members.map(\.value)
    section.entries = lists.flatMap(\.items).compactMap { entry(of: $0, in: kind) }
    return section.entries.isEmpty ? nil : section
  }
}

/// The sections of a page with those of its settings: a loop of the page prints the latter in the
/// section of their kind; else they stand in front.
func joined(_ settings: [Section], _ page: [Section]) -> [Section] {
  var page = page
  var others: [Section] = []
  for section in settings {
    if let index = page.firstIndex(where: { $0.kind == section.kind }) {
      page[index].entries.insert(contentsOf: section.entries, at: 0)
    } else {
      others.append(section)
    }
  }
  return others + page
}

private let settingsKinds: [String: SectionKind] = [
  "work": .experience, "experience": .experience, "positions": .experience,
  "education": .education, "interests": .researchInterests, "awards": .awards,
  "certificates": .certificates, "volunteer": .volunteer, "skills": .skills,
  "languages": .languages,
]

/// What a key of an entry says; several themes name it differently.
private enum SettingsField: String {
  case what, organisation, location, start, end, dates, text, words

  static let keys: [String: SettingsField] = [
    "position": .what, "role": .what, "title": .what, "course": .what, "degree": .what,
    "area": .what, "studytype": .what, "name": .what, "job_title": .what,
    "company": .organisation, "company_name": .organisation, "organisation": .organisation,
    "organization": .organisation, "institution": .organisation, "employer": .organisation,
    "org": .organisation, "institute": .organisation, "school": .organisation,
    "university": .organisation, "awarder": .organisation,
    "location": .location, "place": .location, "city": .location,
    "date_start": .start, "start": .start, "start_date": .start, "startdate": .start,
    "from": .start,
    "date_end": .end, "end": .end, "end_date": .end, "enddate": .end, "to": .end,
    "date": .dates, "dates": .dates, "year": .dates, "years": .dates, "time": .dates,
    "summary": .text, "description": .text, "details": .text, "highlights": .text,
    "responsibilities": .text, "note": .text, "notes": .text,
    "items": .words, "keywords": .words,
  ]
}

private func entry(of node: DataNode, in kind: SectionKind) -> Entry? {
  if let text = node.text {
    var record = Record(.item, span: node.span)
    record.text = RichText(text, span: node.span)
    return .record(record)
  }
  var values: [SettingsField: [DataNode]] = [:]
  for member in node.members {
    guard let field = SettingsField.keys[member.key.lowercased()] else { continue }
    values[field, default: []].append(member.value)
  }
  let what = values[.what]?.first.flatMap(richText)
  let organisation = values[.organisation]?.first.flatMap(richText)
  guard what != nil || organisation != nil else { return nil }
  var record = Record(recordKind(in: kind), span: node.span)
  if record.kind == .position { record.role = what } else { record.title = what }
  record.organisation = organisation
  record.location = values[.location]?.first.flatMap(richText)
  record.dates = dates(values)
  for text in values[.text] ?? [] { append(text, to: &record) }
  let words = (values[.words] ?? []).flatMap(\.items).compactMap { richText($0["name"] ?? $0) }
  if let list = words.joinedIfAny(separator: ", ") {
    record.text = record.text.map { $0 + RichText("; ") + list } ?? list
  }
  record.tags = node["tags"]?.tags ?? []
  return .record(record)
}

/// A value with emphasis and links; `nil` where it says nothing.
func richText(_ node: DataNode) -> RichText? {
  guard let text = node.text else { return nil }
  let words = richText(text, node.span)
  return words.isEmpty ? nil : words
}

/// Words with emphasis and links, all of which stand where their value does.
private func richText(_ text: String, _ span: SourceSpan?) -> RichText {
  let value = EditedText(SourceFile(name: "", text: Array(text.utf8)), id: FileID(0))
  var words = RichText()
  readInlineMarkdown(value).text.forEachRun { run, part in
    words.append(String(part), run.attributes, span: span)
  }
  return words.collapsed()
}

private func dates(_ values: [SettingsField: [DataNode]]) -> Dates? {
  let start = values[.start]?.first?.text
  let end = values[.end]?.first?.text
  let words: String
  if let start {
    words = start + " – " + (end ?? "")
  } else {
    words = values[.dates]?.first?.text ?? end ?? ""
  }
  return ExtractedDates(RichText(words)).dates
}

/// Lines that begin with a dash are points; a list is one, too.
private func append(_ node: DataNode, to record: inout Record) {
  for item in node.items {
    if let text = richText(item) { record.bullets.append(Bullet(text)) }
  }
  for line in (node.text ?? "").split(separator: "\n") {
    let words = line.drop { $0 == " " || $0 == "\t" }
    let isPoint = words.hasPrefix("- ") || words.hasPrefix("* ")
    let text = richText(String(isPoint ? words.dropFirst(2) : words), node.span)
    if text.isEmpty { continue }
    if isPoint {
      record.bullets.append(Bullet(text))
    } else {
      record.text = record.text.map { $0 + RichText(" ") + text } ?? text
    }
  }
}
