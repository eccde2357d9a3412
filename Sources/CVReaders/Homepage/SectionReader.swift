// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads the blocks of one section as entries.
///
/// Every reading is checked: a record that lost a word of its draft is replaced by the plain
/// words of the draft, so that a wrong guess can cost a field but never text.
struct SectionReader {
  private(set) var account = ImportAccount()
  private(set) var log = DiagnosticLog()

  /// What marks mean in all sections, and whose works these list.
  private let (legend, owner): (Legend, OwnName)
  /// The entries of a site that stand where its pages show them, by their numbers.
  private let documents: [Entry?]
  /// The numbers of those that were shown.
  private(set) var shownDocuments: Set<Int> = []

  init(legend: Legend, owner: OwnName = OwnName([]), documents: [Entry?] = []) {
    (self.legend, self.owner) = (legend, owner)
    self.documents = documents
  }

  /// The sections of a page without those that are a title above nothing, unless all are; the
  /// contacts below a title stand in the head of the profile.
  mutating func readFilled(_ parts: [Outline.Part]) -> [Section] {
    let sections = parts.map { read($0) }
    guard sections.contains(where: \.isFilled) else { return sections }
    let isKept = sections.map { $0.isFilled || $0.kind == .contact }
    for (part, isKept) in zip(parts, isKept) where !isKept {
      account.add(.sectionLeftOut, part.heading.title.text, at: part.span)
    }
    return zip(sections, isKept).filter(\.1).map(\.0)
  }

  mutating func read(_ original: Outline.Part) -> Section {
    var part = original
    let shown = documents.isEmpty ? [] : part.takeDocuments()
    part = part.takingReferences()
    let listed = part.takeBibliography(of: owner)
    part.heading.kind = part.kindByContent
    var section = Section(title: part.heading.title, kind: part.kind, span: part.span)
    if let number = part.heading.number { account.add(.decoration, number.text, at: number.span) }
    if let legend = part.heading.legend { account.add(.moved, legend.text, at: legend.span) }
    if part.blocks.contains(where: isLabelled) {
      readLabelled(part, into: &section)
    } else {
      read(part, into: &section)
    }
    section.add(listed)
    account.add(contentsOf: listed.account)
    log.add(contentsOf: listed.log)
    for number in shown where documents.indices.contains(number) {
      guard let entry = documents[number] else { continue }
      shownDocuments.insert(number)
      section.entries.append(entry)
      if part.heading.kind == nil { section.kind = entry.sectionKind }
    }
    return section
  }

  /// Reads blocks by their looks.
  ///
  /// - Parameter group: The group that they stand in.
  mutating func read(_ part: Outline.Part, group: RichText? = nil, into section: inout Section) {
    switch part.kind {
    case .about, .contact: readParagraphs(part.blocks, into: &section)
    case .publications, .patents: readPublications(part, group: group, into: &section)
    default: readRecords(part, group: group, into: &section)
    }
  }

  /// The text before the first section, as a section without a title.
  mutating func readPreamble(_ blocks: [MarkupNode]) -> [Section] {
    guard blocks.contains(where: \.hasWords) else { return [] }
    var section = Section(title: nil, kind: .about)
    readParagraphs(blocks, into: &section)
    section.span = section.entries.first?.span
    return section.entries.isEmpty ? [] : [section]
  }

  /// Running text: each paragraph, list item, card or cell by itself.
  private mutating func readParagraphs(_ blocks: [MarkupNode], into section: inout Section) {
    for block in blocks {
      switch block.kind {
      case .list(let list):
        for item in list.items { readParagraphs(item.blocks, into: &section) }
      case .heading(_, let text), .paragraph(let text):
        for part in Self.paragraphs(of: withoutImages(text)) where part.hasWordsOrSigns {
          section.entries.append(.paragraph(Paragraph(part)))
        }
      case .code(let text):
        section.entries.append(.paragraph(Paragraph(RichText(text, span: block.span).collapsed())))
      case .rule: break
      case .group, .quote: readParagraphs(block.children, into: &section)
      case .table(let rows):
        let names = rows.prefix(1).filter(\.namesPair).compactMap(\.keyedLine)
        for text in names { account.add(.separator, text.text, at: text.span) }
        section.entries += rows.dropFirst(names.count).compactMap(\.keyedLine)
          .map { .paragraph(Paragraph($0)) }
      case .definitions(let definitions):
        section.entries += definitions.flatMap(\.keyedLines).map { .paragraph(Paragraph($0)) }
      }
    }
  }

  /// The parts of a text between two line breaks in a row.
  private static func paragraphs(of text: RichText) -> [RichText] {
    var parts: [RichText] = []
    var isOpen = false
    for line in text.split(where: { $0 == "\u{2028}" }) {
      let isBlank = !line.text.unicodeScalars.contains { !isSpace($0) }
      if isOpen, let last = parts.last, isLine(last), isLine(line) { isOpen = false }
      if !isBlank, isOpen {
        parts[parts.count - 1].append(RichText(" ") + line)
      } else if !isBlank {
        parts.append(line)
      }
      isOpen = !isBlank
    }
    return parts.map { withoutHyphen($0.collapsed()) }
  }

  /// `- Town: Leeds` in HTML, which knows no such points: the words without the sign.
  private static func withoutHyphen(_ line: RichText) -> RichText {
    line.text.hasPrefix("- ") ? line[2..<line.count].trimmed() : line
  }

  /// Whether a part between line breaks stands for itself: short, and no part of a sentence.
  private static func isLine(_ text: RichText) -> Bool {
    let line = text.collapsed().text
    guard let first = line.unicodeScalars.first, let last = line.unicodeScalars.last else {
      return false
    }
    return line.split(separator: " ").count <= 14 && !first.properties.isLowercase
      && !".,;:!?。，；：！？".unicodeScalars.contains(last)
  }

  private mutating func readRecords(
    _ part: Outline.Part, group: RichText?, into section: inout Section
  ) {
    let items = DraftFinder.items(of: part.blocks, kind: part.kind, group: group)
    let firstDraft = items.firstIndex { if case .draft = $0 { true } else { false } }
    let isMixed = part.heading.namesPostsAndDegrees
    for (index, item) in items.enumerated() {
      switch item {
      case .text(let text, let group):
        readText(text, group: group, isLead: firstDraft.map { index < $0 } ?? false, into: &section)
      case .furniture(let text): account.add(.separator, text.text, at: text.span)
      case .draft(let draft):
        guard draft.texts.contains(where: \.hasWords) else { continue }
        let kind = isMixed ? draft.kindAmongBoth(of: part.kind) : part.kind
        var record = checked(readRecord(withoutImages(draft), in: kind), draft)
        record.addLinks(of: draft)
        for text in draft.repeated { account.add(.moved, text.text, at: text.span) }
        section.entries.append(.record(record))
      }
    }
  }

  private mutating func readText(
    _ text: RichText, group: RichText?, isLead: Bool, into section: inout Section
  ) {
    let visible = withoutImages(text)
    if let people = readPeople(visible, group: group) {
      if let lead = people.lead { section.lead.append(lead) }
      section.entries += people.people.map { .record($0) }
      return
    }
    let line = visible.collapsed()
    guard line.hasWords else { return }
    if isLead, group == nil, !isLabelledLine(line, in: section.kind) {
      section.lead.append(line)
    } else if isLabelledLine(line, in: section.kind) {
      let draft = EntryDraft(lines: [line], group: group)
      section.entries.append(.record(checked(readRecord(draft, in: section.kind), draft)))
    } else if section.kind == .activities || section.kind == .skills || section.kind == .interests,
      Segment(line, line: 0).text.startsBold
    {
      let draft = EntryDraft(lines: [line], group: group)
      section.entries.append(.record(checked(readRecord(draft, in: section.kind), draft)))
    } else if section.kind == .projects
      || section.kind == .researchInterests && line.beginsWithTopic,
      line.beginsWithName
    {
      let draft = EntryDraft(lines: [line], group: group)
      section.entries.append(.record(checked(readRecord(draft, in: section.kind), draft)))
    } else {
      section.entries.append(.paragraph(Paragraph(line, group: group)))
    }
  }

  private mutating func readPublications(
    _ part: Outline.Part, group: RichText?, into section: inout Section
  ) {
    var reader = PublicationReader(legend, owner, isOfPatents: section.kind == .patents)
    if let legend = part.heading.legend { reader.learn(Legend(legend.text)) }
    var publications: [(index: Int, publication: Publication)] = []
    let items = DraftFinder.items(of: part.blocks, kind: part.kind, group: group)
    for (index, item) in items.enumerated() {
      switch item {
      case .text(let text, let group) where explainsMarks(text):
        let rest = learn(text, &reader)
        readText(rest, group: group, isLead: publications.isEmpty, into: &section)
      case .text(let text, let group):
        readText(text, group: group, isLead: publications.isEmpty, into: &section)
      case .furniture(let text): account.add(.separator, text.text, at: text.span)
      case .draft(let draft) where draft.texts.count == 1 && explainsMarks(draft.texts[0]):
        let rest = learn(draft.texts[0], &reader)
        readText(rest, group: draft.group, isLead: publications.isEmpty, into: &section)
      case .draft(let draft) where index > 0 && index == items.count - 1 && isRemark(draft):
        section.entries += paragraphs(of: draft).map { .paragraph($0) }
      case .draft(let draft):
        let isAlone = index == 0 && draft.group == nil && areGrouped(items.dropFirst())
        if isLead(draft, isFirst: publications.isEmpty, isAboveGroups: isAlone) {
          section.lead += draft.lines.map { $0.collapsed() }
        } else if let publication = reader.read(draft) {
          let whole = completed(publication, draft, dropped: reader.droppedWords)
          publications.append((section.entries.count, whole))
          section.entries.append(.publication(whole))
        } else {
          section.entries += paragraphs(of: draft).map { .paragraph($0) }
        }
      }
    }
    reader.reportDeadLinks()
    var list = publications.map(\.publication)
    applyLegend(reader.legend, to: &list)
    for (item, work) in zip(publications, list) { section.entries[item.index] = .publication(work) }
    account.add(contentsOf: reader.account)
    log.add(contentsOf: reader.log)
  }

  /// The words of a draft that is no work.
  private func paragraphs(of draft: EntryDraft) -> [Paragraph] {
    draft.texts.filter(\.hasWords)
      .map { Paragraph($0.collapsed(), group: draft.group) }
  }

  /// Takes what a text says of marks, and gives what else it says.
  private mutating func learn(_ text: RichText, _ reader: inout PublicationReader) -> RichText {
    let split = LegendSplit(text)
    reader.learn(split.legend)
    for sentence in split.moved { account.add(.moved, sentence.text, at: sentence.span) }
    return split.rest
  }

  /// Whether a text mostly says what the marks behind authors' names mean.
  private func explainsMarks(_ text: RichText) -> Bool {
    guard !Legend(text.text).isEmpty, foldedWords(text.text).count <= 24 else { return false }
    let words = text.trimmed { isSpace($0) || "(（[\\".unicodeScalars.contains($0) }.text
    let begins = words.first.map { "*†‡#^§¶✉".contains($0) } ?? false
    let scan = TextScan(text)
    return begins || folded(words).hasPrefix("note")
      || DateParser(scan).matches().isEmpty && AuthorList(scan).count < 2
  }

  /// `The full list is on [DBLP](…)`: a paragraph with neither authors nor a date.
  private func isRemark(_ draft: EntryDraft) -> Bool {
    guard !draft.isItem, draft.lines.count == 1, draft.body.isEmpty, let line = draft.lines.first,
      draft.group?.groupYear == nil, !line.beginsWithNumber
    else { return false }
    let scan = TextScan(line)
    return AuthorList(scan).count < 2 && DateParser(scan).matches().isEmpty
      && quotedRange(scan) == nil && !line.isWholly(.strong)
      && Segment(line, line: 0).link == nil
  }

  /// Whether all references stand in groups.
  private func areGrouped(_ items: ArraySlice<SectionItem>) -> Bool {
    !items.isEmpty
      && items.allSatisfy { item in
        if case .draft(let draft) = item { return draft.group != nil }
        return true
      }
  }

  /// A paragraph before the references that is none: a sentence, a count, a label.
  ///
  /// - Parameter isAboveGroups: Whether all other references stand in groups below it.
  private func isLead(_ draft: EntryDraft, isFirst: Bool, isAboveGroups: Bool) -> Bool {
    guard isFirst, !draft.isItem, draft.group == nil, draft.lines.count == 1, draft.body.isEmpty,
      let line = draft.lines.first, !line.beginsWithNumber
    else {
      return false
    }
    let scan = TextScan(line)
    let list = AuthorList(scan)
    guard list.count < 2 else { return false }
    if line.text.hasSuffix(":") { return true }
    if isAboveGroups, quotedRange(scan) == nil, let last = line.text.last, ".。".contains(last),
      line.runs.allSatisfy({ !$0.attributes.marks.contains(.emphasis) })
    {
      return true
    }
    // Titles stand in quotes, in bold or behind a link; venues in italics, beside a year.
    let isTitle =
      quotedRange(scan) != nil || Segment(line, line: 0).link != nil || line.isWholly(.strong)
    let isPlain = line.runs.allSatisfy {
      $0.attributes.link == nil && !$0.attributes.marks.contains(.emphasis)
    }
    let isCount = line.text.contains(":") && isPlain
    return !isTitle && (isCount || !list.hasInitials && DateParser(scan).matches().isEmpty)
  }

  /// A record that keeps every word of its draft.
  private mutating func checked(_ record: Record, _ draft: EntryDraft) -> Record {
    var balance = WordBalance()
    for text in record.allTexts { balance.add(text) }
    let words = draft.texts.flatMap { WordBalance.words($0.countedText) }
    var lost = balance.missing(from: words)
    // `Role: PI`, `Degree: MSc`, `Period: 2019 – 2021`: the name of a field that has its value.
    let fields: [(Bool, Lists)] = [
      (record.role != nil, .columnRole), (record.title != nil, .columnTitle),
      (record.dates != nil, .columnDate), (record.location != nil, .columnLocation),
      (record.organisation != nil, .columnOrganisation),
    ]
    let named = fields.filter(\.0).reduce(into: Lists()) { $0.formUnion($1.1) }
    let names = lost.joined(separator: " ")
    let areNames =
      WordLists.all.contains(names, in: named)
      || lost.allSatisfy { WordLists.all.contains($0, in: named) }
      // `役職：主任`: of these each character counts.
      || balance.missing(from: draft.texts.flatMap { wordsOfValues($0, named) }).isEmpty
    if !lost.isEmpty, areNames {
      account.add(.moved, names, at: draft.span)
      lost = []
    }
    let group = draft.group.map { WordBalance.words($0.countedText) } ?? []
    guard !lost.isEmpty || !isInOrder(record, group + words) else { return record }
    var plain = Record(record.kind, span: record.span)
    plain.text = withoutImages(draft.lines.joinedRich(separator: ", ")).collapsed()
    plain.bullets = draft.bullets
    plain.group = draft.group
    datingByGroup(&plain)
    return plain
  }

  /// The words of a text, without the name of a field that it begins with, if lists have that.
  private func wordsOfValues(_ text: RichText, _ lists: Lists) -> [String] {
    headLines(text, soft: false).flatMap { line in
      let field = NamedValue(line).flatMap { $0.isNamed(in: lists) ? $0.value : nil }
      return WordBalance.words((field ?? line).countedText)
    }
  }

  /// Whether each field of a record is a stretch of the words of its draft, and none brings words
  /// together.
  ///
  /// A date or a link beside the text may have stood in its midst.
  private func isInOrder(_ record: Record, _ source: [String]) -> Bool {
    let taken = [record.dates?.words ?? ""] + record.links.map(\.label)
    let others = Set(taken.flatMap(WordBalance.words))
    let fields = [record.title, record.organisation, record.role, record.location]
    return fields.allSatisfy { field in
      WordBalance.isStretch(WordBalance.words(field?.countedText ?? ""), of: source, but: others)
    }
  }

  /// A publication with the words that no field took as its note.
  private mutating func completed(
    _ publication: Publication, _ draft: EntryDraft, dropped: [String]
  ) -> Publication {
    var balance = WordBalance()
    for text in dropped { balance.add(text) }
    for text in publication.allTexts { balance.add(text) }
    let texts = draft.texts.map(\.countedText)
    let lost = balance.missing(from: (texts + [draft.markerYear]).flatMap(WordBalance.words))
    guard !lost.isEmpty else { return publication }
    // The year that stands behind the authors and again in the venue is said once.
    let year = publication.year.map { String($0) }
    guard lost.contains(where: { $0 != year }) else {
      account.add(.moved, lost.joined(separator: " "), at: draft.span)
      return publication
    }
    var publication = publication
    let written = WordBalance.asWritten(lost, in: texts)
    let words = RichText(written.joined(separator: ", "), span: draft.span)
    publication.note = publication.note.map { $0 + RichText(", ") + words } ?? words
    return publication
  }
}
