// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Headings below that of an entry that say a part of it: `#### Role: Lead`, `#### Overview`.
extension DraftFinder {
  /// Reads `### Rain Service (2019 – 2021)` above `#### Tech: Swift` and `#### Role: Lead`: one
  /// entry, the fields of which are headings.
  ///
  /// - Returns: Whether the content is built so; else nothing is read.
  mutating func readHeadedFields(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) -> Bool {
    guard kind.holdsPosts || kind == .projects, !title.isDateAlone else {
      return false
    }
    let fields = content.map { $0.headingText.flatMap(headedField) }.prefix { $0 != nil }
      .compactMap { $0 }
    let (count, names) = (fields.count, Set(fields.map { folded($0.name.text) }))
    let rest = Array(content.dropFirst(count))
    let others = rest.compactMap(\.headingText)
    // A name that comes again is that of another entry.
    guard names.count == count, fields.contains(where: isKnown),
      others.allSatisfy({ !$0.saysWhen && headedField($0) == nil && isLabelOfText($0) })
    else { return false }
    appendHeaded(title, rest, group: group, fields: content.prefix(count).map { $0.texts[0] })
    return true
  }

  /// A heading that names a field and says what it is.
  private func headedField(_ heading: RichText) -> NamedValue? {
    let line = heading.collapsed()
    guard let field = NamedValue(line), !field.value.isEmpty, wordCount(field.name) <= 3 else {
      return nil
    }
    let column = ColumnField(name: field.name)
    return column == .organisation || column == .title ? nil : field
  }

  /// Whether the name of a field is one that posts and projects have.
  private func isKnown(_ field: NamedValue) -> Bool {
    ColumnField(name: field.name) != nil || SectionTitle(field.name).kind == .skills
  }

  /// Puts the post, the time and the place of an entry to its lines.
  ///
  /// - Returns: A list of the other fields, which stand in front of what was done.
  mutating func absorb(fields: [RichText], into draft: inout EntryDraft) -> [MarkupNode] {
    var points: [MarkupNode.Item] = []
    for text in fields {
      guard let field = headedField(text) else { continue }
      switch ColumnField(name: field.name) {
      case .role: draft.lines.append(text.collapsed())
      case .date where field.value.isDateAlone && !draft.lines.contains(where: \.saysWhen),
        .location where isDateOrPlace(field.value):
        items.append(.furniture(field.name))
        draft.lines.append(field.value)
      default:
        let line = MarkupNode(.paragraph(text.collapsed()), span: text.span)
        points.append(MarkupNode.Item(marker: "", blocks: [line]))
      }
    }
    guard let first = points.first else { return [] }
    let list = MarkupNode.List(isOrdered: false, items: points)
    return [MarkupNode(.list(list), span: first.blocks[0].span)]
  }

  /// Whether a heading in an entry names what stands below it, and no post: `#### Overview`.
  func isLabelOfText(_ heading: RichText) -> Bool {
    let title = SectionTitle(heading)
    let segment = Segment(heading, line: 0)
    return title.kind != nil && !heading.saysWhen && wordCount(heading) <= 4
      && !segment.hasRoleWord && !segment.hasDegreeWord
      // `Technologies`
      && (title.isExact || !segment.hasOrganisationWord)
  }

  /// `### Rain Gauge` above `#### Overview` and `#### Tools`: parts of what is told of one thing;
  /// or `### 2016 – 2019: MSc in Rain` above `#### What else I did`.
  func isToldInParts(_ title: RichText, above inner: [RichText]) -> Bool {
    if kind == .education, title.saysWhen, Segment(title, line: 0).hasDegreeWord {
      return inner.allSatisfy { !$0.saysWhen && !Segment($0, line: 0).hasDegreeWord }
    }
    guard kind.holdsPosts || kind == .projects, !title.isDateAlone, SectionTitle(title).kind == nil
    else { return false }
    let parts = inner.map { isLabelOfText($0) ? SectionTitle($0).kind : nil }
    return parts.allSatisfy { $0 == .about || $0 == .services || $0 == .skills || $0 == .awards }
      && parts.contains { $0 == .about || $0 == .services } && Set(parts).count == parts.count
  }

  /// `### Acme Ltd (2018 – 2021)` above `#### Gauge` and `#### Bell`: what was done there, and no
  /// posts.
  func isEmployer(_ title: RichText, above inner: [RichText]) -> Bool {
    guard kind.holdsPosts else { return false }
    let segment = Segment(title, line: 0)
    let extracted = ExtractedDates(title)
    let isDated = extracted.dates.map { $0.end != .none } == true && wordCount(extracted.rest) > 0
    return
      (isDated || segment.hasOrganisationWord || segment.hasRoleWord
      || cutNamedRole(title) != nil)
      && inner.allSatisfy { !Segment($0, line: 0).hasRoleWord }
      && (inner.allSatisfy { !$0.saysWhen } || isDated && areProjects(inner, of: title))
  }

  /// `### Acme Ltd (2018 – 2021)` above `#### Gauge Project (2018 – 2019)` and others: what was
  /// done in that time, most of it called a project, or below a company in words without spaces.
  private func areProjects(_ names: [RichText], of owner: RichText) -> Bool {
    guard let time = ExtractedDates(owner).dates, let start = time.start?.year,
      let end = time.latest?.year
    else { return false }
    let isProject = { (name: RichText) in
      SectionTitle(ExtractedDates(name).rest).kind == .projects
    }
    let isUnspaced = { (name: RichText) in
      name.text.unicodeScalars.contains(where: isCJK)
        && Segment(owner, line: 0).hasOrganisationWord
    }
    return names.count { isProject($0) || isUnspaced($0) } * 2 >= names.count
      && names.allSatisfy { name in
        guard isProject(name) || !Segment(name, line: 0).hasOrganisationWord else { return false }
        guard let dates = ExtractedDates(name).dates else { return true }
        return dates.start.map { $0.year >= start } != false
          && dates.latest.map { $0.year <= end } != false
      }
  }
}
