// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// Makes the layout tree of a profile: what is shown, in which order, with which signs.
///
/// - Parameters:
///   - account: Receives the sections that are left out.
///   - log: Receives the addresses that no document may carry.
package func compose(
  _ profile: Profile, theme: Theme, locale: Locale, selection: Selection,
  account: inout ImportAccount, log: inout DiagnosticLog
) -> LayoutTree {
  let dates = DateFormatting(locale: locale, design: theme.dates)
  var fields = EntryFields(dates: dates)
  fields.publications = theme.publications
  fields.moreAuthors = locale.moreAuthors
  let lines =
    theme.publications.references.map { Array($0.lines.values) }
    ?? theme.design(for: "publication").lines
  fields.namesDOI = lines.contains { $0.fields.contains { $0.hasPrefix("doi") } }
  let composer = Composer(
    theme: theme, locale: locale, language: profile.language, fields: fields)
  var selection = selection
  selection.themeOrder = theme.sections.order
  selection.side = theme.page.side == nil ? [] : theme.sections.side
  if selection.translatesTitles { selection.titles = locale.titles }
  var (shown, leftOut) = withoutEmptied(selection.selected(from: profile.sections))
  if theme.publications.grouping == .year { groupByYear(&shown, &account) }
  let numbers = WorkNumbers(shown, theme.publications)
  let sections = shown.enumerated().map { index, section in
    var node = composer.section(section, numbers: numbers.numbers(ofSection: index))
    if selection.titles[section.kind] == section.title?.text { composer.markTitle(of: &node) }
    node.isInSide = selection.isInSide(section)
    node.importance = section.kind.importance(after: selection.preferences.priority)
    return node
  }
  explain(leftOut, besides: shown, &account)
  var tree = LayoutTree(
    title: profile.name?.text ?? locale.curriculumVitae, author: profile.name?.text,
    language: languageTag(profile.language) ?? locale.language, header: composer.header(profile),
    sections: sections.filter { $0.title != nil || !$0.children.isEmpty })
  tree.pageLabel = locale.page
  tree.writeCommas(of: profile.language)
  checkLinks(of: &tree, log: &log)
  if !isSameLanguage(tree.language, locale.language) { tree.markDates(as: locale.language) }
  return tree
}

/// Leaves out the titles of contacts, which stand in the head.
private func withoutEmptied(
  _ chosen: (shown: [Section], leftOut: [Section])
) -> (shown: [Section], leftOut: [Section]) {
  let isEmptied = { (section: Section) in section.kind == .contact && !section.isFilled }
  return (
    chosen.shown.filter { !isEmptied($0) }, chosen.leftOut + chosen.shown.filter(isEmptied)
  )
}

/// Says of what is not shown why it is not.
private func explain(
  _ leftOut: [Section], besides shown: [Section], _ account: inout ImportAccount
) {
  for section in leftOut {
    account.add(.sectionLeftOut, section.title?.text ?? "", at: section.span)
  }
  for work in shown.flatMap(\.works) {
    for text in work.description { account.add(.abstract, text.text, at: text.span) }
  }
}

/// Puts publications under their years; the titles of their groups go into the account.
private func groupByYear(_ sections: inout [Section], _ account: inout ImportAccount) {
  for index in sections.indices {
    var titles: [RichText] = []
    for title in sections[index].works.compactMap(\.group) where !titles.contains(title) {
      titles.append(title)
      account.add(.replaced, title.text, at: title.span)
    }
    sections[index] = sections[index].groupedByYear()
  }
}

extension LayoutTree {
  /// Between fields stands the comma of the writing of the document, but not between two in Latin
  /// letters.
  fileprivate mutating func writeCommas(of language: String) {
    let comma: String
    switch language.prefix(2).lowercased() {
    case "zh", "ja": comma = "，"
    case "ar", "fa", "ur": comma = "، "
    default: return
    }
    forEachText { text in
      for index in text.runs.indices where text.runs[index].role == .separator {
        let before = text.runs[..<index].last?.text.unicodeScalars.last
        let after = text.runs[(index + 1)...].first?.text.unicodeScalars.first
        // Hebrew is the first of the writings that are not written with Latin signs.
        guard [before, after].contains(where: { $0.map { $0.value >= 0x590 } ?? false }) else {
          continue
        }
        text.runs[index].text = text.runs[index].text.replacing(", ", with: comma)
      }
    }
  }

  /// Months and "present" are words of the locale; years alone have no language.
  fileprivate mutating func markDates(as language: String) {
    forEachText { text in
      for index in text.runs.indices where text.runs[index].role == .dates {
        guard text.runs[index].text.contains(where: \.isLetter) else { continue }
        text.runs[index].language = language
      }
    }
  }
}

/// Turns one profile into nodes, part by part.
private struct Composer {
  let theme: Theme
  let locale: Locale
  let language: String
  let fields: EntryFields

  func header(_ profile: Profile) -> HeaderNode {
    let contacts = ContactLabels(theme: theme, locale: locale, language: language)
    return HeaderNode(
      name: profile.name.map { LayoutText($0, role: .name) },
      headline: profile.headline.map { text($0, .headline) },
      contactsTitle: profile.contacts.isEmpty ? nil : contacts.title,
      contacts: contacts.texts(of: profile.contacts), separator: contacts.separator)
  }

  // MARK: Sections

  /// - Parameter numbers: Of its publications.
  func section(_ section: Section, numbers: [String]) -> SectionNode {
    var node = SectionNode(title: section.title.map { text($0, .sectionTitle) }, kind: section.kind)
    node.children = section.lead.map { .paragraph(text($0, .text)) }
    if let words = part(of: section) { node.children.append(.paragraph(words)) }
    if let legend = legend(of: section) { node.children.append(.paragraph(legend)) }
    var group: RichText?
    var index = 0
    var numbers = numbers[...]
    while index < section.entries.count {
      let entry = section.entries[index]
      if let title = entry.group, !title.isEmpty, title != group {
        node.children.append(.groupTitle(text(title, .groupTitle)))
      }
      group = entry.group
      let run = section.entries[index...].prefix { $0.group == group && $0.isItem }
      if run.isEmpty {
        if case .publication(let work) = entry {
          // A reference without “in” is right enough for all.
          let kind =
            Publication.Kind(work, in: section) ?? (work.venue == nil ? .other : .article)
          node.children.append(
            .entry(self.node(work, kind, number: numbers.removeFirst())))
        } else {
          node.children.append(block(entry))
        }
        index += 1
      } else {
        append(run.compactMap(\.item), to: &node)
        index += run.count
      }
    }
    return node
  }

  /// Says the language of a title of the locale, where it is not the document's.
  func markTitle(of node: inout SectionNode) {
    if !isSameLanguage(locale.language, language) { node.title?.mark(as: locale.language) }
  }

  /// `12 of 47 shown`, where publications were left out for this document.
  private func part(of section: Section) -> LayoutText? {
    let count = section.works.count
    guard section.worksLeftOut > 0, count > 0 else { return nil }
    let words = locale.shown.replacing("{shown}", with: String(count))
      .replacing("{count}", with: String(count + section.worksLeftOut))
    var text = LayoutText(words, role: .note)
    if !isSameLanguage(locale.language, language) { text.mark(as: locale.language) }
    return text
  }

  /// One line that says what the signs behind authors' names mean; none where the author does.
  private func legend(of section: Section) -> LayoutText? {
    let publications = section.entries.compactMap { entry -> Publication? in
      if case .publication(let publication) = entry { publication } else { nil }
    }
    let remarks = ([section.title] + section.lead + publications.map(\.note)).compactMap(\.?.text)
    let authors = publications.flatMap(\.authors)
    let marks = [
      (AuthorMark.equal, locale.equalContribution, authors.contains(where: \.contributedEqually)),
      (
        AuthorMark.corresponding, locale.correspondingAuthor,
        authors.contains(where: \.isCorresponding)
      ),
    ]
    let parts = marks.filter { mark, _, isUsed in
      isUsed && !remarks.contains { explains(mark, $0) }
    }.map { mark, words, _ in
      var run = LayoutRun(text: "\(mark)\u{A0}\(words)", role: .note)
      run.language = isSameLanguage(locale.language, language) ? nil : locale.language
      return LayoutText([run])
    }
    return parts.isEmpty ? nil : joined(parts, ", ")
  }

  /// Whether a text begins, or goes on in brackets, with a mark and words: `* equal contribution`.
  private func explains(_ mark: String, _ text: String) -> Bool {
    text.split(separator: "(", omittingEmptySubsequences: false).contains { part in
      part.hasPrefix(mark)
        && part.dropFirst(mark.count).drop { " \u{A0}=:".contains($0) }.first?.isLetter == true
    }
  }

  private func block(_ entry: Entry) -> BlockNode {
    switch entry {
    case .paragraph(let paragraph): .paragraph(text(paragraph.text, .text))
    case .record(let record): .entry(node(record))
    case .publication(let publication): .entry(node(publication, .other, number: ""))
    }
  }

  // MARK: Entries

  private func node(_ record: Record) -> EntryNode {
    let design = theme.design(for: record.kind.rawValue)
    var node = EntryNode(kind: record.kind.rawValue)
    node.latest = record.dates?.latest
    let value = { (name: String, marks: RichText.Marks) in
      fields.value(name, of: record, marks)
    }
    fill(&node, design, value)
    if let dates = record.dates { shortenLabel(of: &node, design, dates) }
    let named = Set(
      (design.lines + [design.aside, design.label].compactMap { $0 }).flatMap(\.fields))
    let others = fields.unnamed(by: named, of: record)
    if !others.isEmpty { node.body.append(.paragraph(finished(others))) }
    if !named.contains("text"), let words = record.text, !words.isEmpty {
      node.body.append(.paragraph(text(words, .text)))
    }
    if !record.bullets.isEmpty { node.body.append(.list(list(record.bullets))) }
    if !named.contains("links"), !record.links.isEmpty {
      node.body.append(.paragraph(fields.links(record.links)))
    }
    return node
  }

  private func node(
    _ publication: Publication, _ kind: Publication.Kind, number: String
  ) -> EntryNode {
    var node = EntryNode(kind: "publication")
    node.latest = publication.dates?.latest
    node.isSelected = publication.isChosen
    var design = theme.design(for: "publication")
    if let style = theme.publications.references { design.lines = [style.line(for: kind)] }
    fill(&node, design) { name, marks in
      name == "number"
        ? LayoutText(number, role: .label) : fields.value(name, of: publication, marks)
    }
    return node
  }

  private func fill(
    _ node: inout EntryNode, _ design: EntryDesign,
    _ value: @escaping (String, RichText.Marks) -> LayoutText
  ) {
    node.lines = design.lines.map { finished(filled($0, value)) }.filter { !$0.isEmpty }
    node.aside = design.aside.map { finished(filled($0, value)) }.flatMap { $0.isEmpty ? nil : $0 }
    node.label = design.label.map { finished(filled($0, value)) }.flatMap { $0.isEmpty ? nil : $0 }
    if design.hasBullet { node.label = LayoutText(theme.list.bullet, role: .separator) }
    // An aside stands beside a line: where there is none, it is the line.
    if node.lines.isEmpty, let aside = node.aside { (node.lines, node.aside) = ([aside], nil) }
  }

  /// A narrow column has no room for many dates: they stand in brackets behind the lines, and the
  /// whole time in the column.
  private func shortenLabel(of node: inout EntryNode, _ design: EntryDesign, _ dates: Dates) {
    guard theme.page.labelColumn != nil, design.label?.fields == ["dates"], !node.lines.isEmpty,
      let time = fields.dates.wholeTime(of: dates)
    else { return }
    node.label = LayoutText(time, role: .dates)
    let last = node.lines.count - 1
    node.lines[last].append(" (" + fields.dates.text(dates) + ")", role: .dates)
  }

  private func list(_ bullets: [Bullet]) -> ListNode {
    ListNode(
      bullet: LayoutText(theme.list.bullet, role: .separator),
      items: bullets.map { bullet in
        .init(
          text: text(bullet.text, .text),
          children: bullet.children.isEmpty ? [] : [list(bullet.children)])
      })
  }

  // MARK: Items

  /// Items that are only names stand in one paragraph, all others are points.
  private func append(_ items: [Record], to node: inout SectionNode) {
    let areNames =
      items.count > 2
      && items.allSatisfy { item in
        item.text == nil && item.bullets.isEmpty && item.dates == nil
          && (item.title?.text.split(separator: " ").count ?? 99) <= 6
      }
    guard areNames else {
      node.children += [
        .list(
          ListNode(
            bullet: LayoutText(theme.list.bullet, role: .separator), items: items.map(point)))
      ]
      return
    }
    var names = joined(items.map { text($0.title ?? RichText(), .title) }, ", ")
    if node.children.count == 1, case .paragraph(var lead) = node.children[0],
      lead.text.last.map({ !".:!?".contains($0) }) ?? false
    {
      lead.append(" ", role: .separator)
      lead.append(names)
      names = lead
      node.children = []
    }
    node.children.append(.paragraph(names))
  }

  private func point(_ record: Record) -> ListNode.Item {
    let template = theme.design(for: "item").lines.first ?? LineTemplate("{text}")
    let record = continuing(record)
    var line = filled(template) { name, marks in fields.value(name, of: record, marks) }
    let others = fields.unnamed(by: Set(template.fields), of: record)
    if !others.isEmpty {
      line.append(line.isEmpty ? "" : ", ", role: .separator)
      line.append(others)
    }
    if let dates = record.dates {
      line.append(line.isEmpty ? "" : ", ", role: .separator)
      line.append(fields.dates.text(dates), role: .dates)
    }
    return .init(
      text: finished(line), children: record.bullets.isEmpty ? [] : [list(record.bullets)])
  }

  /// "Founder" and "of a club" are one phrase.
  private func continuing(_ record: Record) -> Record {
    guard let role = record.role, let words = record.text else { return record }
    var record = record
    record.role = role + RichText(" ") + words
    record.text = nil
    return record
  }

  // MARK: Text

  private func text(_ text: RichText, _ role: Role) -> LayoutText {
    finished(LayoutText(text, role: role))
  }

  private func finished(_ text: LayoutText) -> LayoutText {
    withTypographicSigns(text, language: language)
  }
}

extension Entry {
  fileprivate var item: Record? {
    if case .record(let record) = self, record.kind == .item { return record }
    return nil
  }

  fileprivate var isItem: Bool { item != nil }
}
