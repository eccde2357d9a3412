// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The name of an institution or of a course, and below it in italics what somebody was there, and
/// when: `Fen University` above `*Rain warden* – __2019 – 2021__`.
struct PartBelowName {
  /// The name, without the place behind it.
  let name: RichText
  let location: RichText?
  let part: DatedPart
  /// What the dates lead to.
  let links: [Link]

  /// - Returns: `nil` unless the second line is words in italics and a date, and the words of both
  ///   lines say which of them names what somebody was.
  init?(_ lines: [RichText], _ kind: Record.Kind) {
    guard lines.count == 2, fieldParts(lines[0], atDashes: true).allSatisfy(isTitleLine),
      Self.beginsEmphasised(lines[1]), let part = DatedPart(lines),
      Self.areApart(Segment(lines[0], line: 0), Segment(part.part, line: 1), kind),
      let (name, location) = Self.partingPlace(lines[0], kind)
    else { return nil }
    (self.name, self.location, self.part) = (name, location, part)
    let isDate = { (run: RichText) in run.collapsed().isDateAlone }
    links = TextScan(lines[1]).runRanges.compactMap { range, attributes in
      guard let url = attributes.link, case let label = TextScan(lines[1]).slice(range),
        isDate(label)
      else { return nil }
      return Link(label: label.collapsed().text, url: url)
    }
  }

  /// Whether words in italics, and no others, stand before the first sign.
  private static func beginsEmphasised(_ line: RichText) -> Bool {
    line.runs.first?.attributes.marks.contains(.emphasis) == true && !line.isWholly(.emphasis)
  }

  private static func areApart(_ name: Segment, _ part: Segment, _ kind: Record.Kind) -> Bool {
    switch kind {
    case .position:
      name.hasOrganisationWord && !name.hasRoleWord && part.hasRoleWord
        && !part.hasOrganisationWord
    case .education: name.hasOrganisationWord && !name.hasDegreeWord && part.hasDegreeWord
    case .teaching: part.hasRoleWord && !part.hasOrganisationWord && !name.isPhrase
    default: false
    }
  }

  /// `Fen University, Leeds, UK`, `Fen University – Leeds, UK`: the name, and the place behind it.
  private static func partingPlace(
    _ line: RichText, _ kind: Record.Kind
  ) -> (name: RichText, place: RichText?)? {
    guard kind != .teaching else { return (line, nil) }
    let fields = fieldParts(line, atDashes: true)
    guard let name = fields.first, !line.text.hasSuffix(")"),
      !line.startsBold || line.isWholly(.strong)
    else { return nil }
    if fields.count == 2, Gazetteer.isPlace(fields[1].text) { return (name, fields[1]) }
    guard fields.count == 1 else { return nil }
    let parts = topLevelParts(line)
    let places = Gazetteer.placeCount(atEndOf: parts.map(\.text))
    guard places > 0 else { return (line, nil) }
    return (
      parts.dropLast(places).joinedRich(separator: ", "),
      parts.suffix(places).joinedRich(separator: ", ")
    )
  }
}

extension DraftFinder {
  /// The entry of a paragraph whose author breaks its lines: a name, a part below it, and what was
  /// done; where other posts at the same place follow, it is none.
  func partBelowName(_ text: RichText, group: RichText?) -> EntryDraft? {
    guard text.isBroken, case let lines = headLines(text, soft: false),
      lines.count > 1, PartBelowName(Array(lines[..<2]), recordKind(in: kind)) != nil,
      kind == .teaching
        || !lines.dropFirst(2).contains(where: {
          $0.runs.first?.attributes.marks.contains(.emphasis) == true && $0.saysWhen
        })
    else { return nil }
    var draft = EntryDraft(lines: Array(lines[..<2]), group: group)
    let told = lines.dropFirst(2).joinedIfAny(separator: "\u{2028}")
    draft.body = told.map { [MarkupNode(.paragraph($0), span: $0.span)] } ?? []
    return draft
  }
}

/// Reads a name and a part below it, in a paragraph of their own.
///
/// A course may stand before or behind the institution, with a dash between.
func recordBelowName(_ draft: EntryDraft, _ kind: Record.Kind) -> Record? {
  guard draft.lines.count == 2, !draft.isItem, !draft.hasHeading,
    let found = PartBelowName(draft.lines, kind)
  else { return nil }
  var record = Record(kind)
  (record.dates, record.location, record.links) = (found.part.dates, found.location, found.links)
  switch kind {
  case .education: (record.title, record.organisation) = (found.part.part, found.name)
  case .teaching:
    record.role = found.part.part
    let fields = fieldParts(found.name, atDashes: true)
    let place = fields.lastIndex(where: isInstitution)
    if let place, fields.count <= 2 {
      record.organisation = withoutStyle(fields[place])
      record.title = fields.indices.first { $0 != place }.map { withoutStyle(fields[$0]) }
    } else {
      record.title = withoutStyle(found.name)
    }
  default: (record.role, record.organisation) = (found.part.part, withoutStyle(found.name))
  }
  return record
}
