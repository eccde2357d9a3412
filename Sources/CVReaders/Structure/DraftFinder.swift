// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Cuts the blocks of a section into entries.
///
/// Walks over the blocks in order and takes each run of like blocks (a list, cards, headings with
/// their content, a table) as a whole; what has no shape of an entry stays free text.
struct DraftFinder {
  let kind: SectionKind
  private(set) var items: [SectionItem] = []

  init(kind: SectionKind) { self.kind = kind }

  /// The items of a section in document order.
  static func items(
    of blocks: [MarkupNode], kind: SectionKind, group: RichText?
  ) -> [SectionItem] {
    var finder = DraftFinder(kind: kind)
    finder.read(blocks, group: group)
    return finder.items
  }

  /// Kinds whose entries have a head and a body, so that a title line may stand above a list.
  private var hasBodies: Bool {
    switch kind {
    case .experience, .education, .projects, .teaching, .volunteer, .activities, .talks,
      .certificates, .other:
      true
    default: false
    }
  }

  private mutating func read(_ blocks: [MarkupNode], group: RichText?) {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if case .heading(let level, let title) = block.kind {
        let end = blocks[(index + 1)...].firstIndex { isHeading($0, upTo: level) } ?? blocks.count
        readHeaded(title, Array(blocks[index + 1..<end]), group: group)
        index = end
      } else if let end = titledEnd(blocks, at: index), let title = block.paragraphText {
        readHeaded(title, Array(blocks[index + 1..<end]), group: group)
        index = end
      } else if let label = block.paragraphText, isGroupLabel(label), takesGroups,
        index + 1 < blocks.count, blocks[index + 1].listItems != nil
      {
        read([blocks[index + 1]], group: joinedGroup(group, groupTitle(label)))
        index += 2
      } else {
        read(block, group: group)
        index += 1
      }
    }
  }

  private mutating func read(_ block: MarkupNode, group: RichText?) {
    switch block.kind {
    case .list(let list): readList(list.items, group: group)
    case .group: readCards(block, group: group)
    case .table(let rows): readTable(rows, group: group)
    case .definitions(let definitions): readDefinitions(definitions, group: group)
    case .quote(let blocks): read(blocks, group: group)
    case .paragraph(let text): readParagraph(text, group: group)
    case .code(let code):
      for line in code.split(separator: "\n") {
        items.append(.text(RichText(String(line), span: block.span).collapsed(), group: group))
      }
    case .rule, .heading: break
    }
  }

  private var takesGroups: Bool {
    [.publications, .services, .awards, .talks, .patents, .teaching].contains(kind)
  }

  private func isHeading(_ block: MarkupNode, upTo level: Int) -> Bool {
    if case .heading(let other, _) = block.kind { return other <= level }
    return false
  }
}

// MARK: Headed entries

extension DraftFinder {
  /// Where the content of a title line ends, if the paragraph at an index is one.
  ///
  /// A title line stands above a list and is followed by nothing else up to the next one.
  private func titledEnd(_ blocks: [MarkupNode], at index: Int) -> Int? {
    guard hasBodies, let text = blocks[index].paragraphText, index + 1 < blocks.count else {
      return nil
    }
    let isBoldTitle = isTitleLine(text) && text.isWholly(.strong)
    let isAboveList = blocks[index + 1].listItems != nil && isHead(text)
    guard isAboveList || isBoldTitle && blocks[index + 1].paragraphText != nil else { return nil }
    var end = index + 1
    while end < blocks.count, !startsTitledEntry(blocks, at: end, like: text) {
      if case .heading = blocks[end].kind { break }
      end += 1
    }
    return end
  }

  private func startsTitledEntry(_ blocks: [MarkupNode], at index: Int, like first: RichText)
    -> Bool
  {
    guard let text = blocks[index].paragraphText else { return false }
    if first.isWholly(.strong), isTitleLine(first) {
      return text.isWholly(.strong) && isTitleLine(text)
    }
    return index + 1 < blocks.count && blocks[index + 1].listItems != nil && isHead(text)
  }

  /// Whether a paragraph is the head of an entry: a title line, or short lines with a date.
  private func isHead(_ text: RichText) -> Bool {
    if isTitleLine(text) { return true }
    let lines = headLines(text, soft: true)
    guard lines.count <= 4, lines.allSatisfy({ wordCount($0) <= 20 }) else { return false }
    return lines.contains { ExtractedDates($0).dates != nil }
  }

  private mutating func readHeaded(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) {
    let inner = joinedGroup(group, groupTitle(title))
    guard content.contains(where: \.hasWords) || hasBodies else {
      return items.append(.text(title.collapsed(), group: group))
    }
    guard !isGroupHeading(title, content) else { return read(content, group: inner) }
    var draft = EntryDraft(lines: headLines(title, soft: true), hasHeading: true, group: group)
    draft.body = content.filter { !$0.isRule }
    absorbParagraphs(into: &draft)
    absorbItems(into: &draft)
    items.append(.draft(draft))
  }

  /// Whether a heading names a group of entries, and is no entry itself.
  private func isGroupHeading(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    if content.contains(where: { if case .heading = $0.kind { true } else { false } }) {
      return true
    }
    switch kind {
    case .publications, .patents, .services, .awards, .news, .skills, .languages, .about,
      .researchInterests, .memberships, .collaborators:
      return true
    default: break
    }
    let entries = content.compactMap(\.listItems).flatMap { $0 }
    let extracted = ExtractedDates(title)
    // A date alone is the heading of a group; one beside a title makes an entry.
    guard !entries.isEmpty, extracted.dates == nil else {
      return !entries.isEmpty && extracted.rest.collapsed().isEmpty
    }
    let whole = entries.filter { looksWhole($0) }
    return whole.count * 5 >= entries.count * 3
  }

  /// Whether a list item is an entry by itself: a date, and more than a place beside it.
  private func looksWhole(_ item: MarkupNode.Item) -> Bool {
    guard let text = item.blocks.first?.paragraphText else { return false }
    let extracted = ExtractedDates(text)
    guard let dates = extracted.dates, !dates.spans.isEmpty else { return false }
    let rest = extracted.rest.collapsed().text
    return wordCount(extracted.rest) >= 2 && !Gazetteer.isPlace(rest) && wordCount(text) <= 40
  }

  /// Short paragraphs below a heading say what the entry is: role, place, dates.
  private func absorbParagraphs(into draft: inout EntryDraft) {
    while let text = draft.body.first?.paragraphText {
      let lines = headLines(text, soft: false)
      let isShort = lines.count <= 3 && lines.allSatisfy { wordCount($0) <= 30 }
      let segment = Segment(text, line: 0)
      let saysWhat =
        lines.contains { ExtractedDates($0).dates != nil } || segment.hasRoleWord
        || segment.hasDegreeWord || segment.isEmphasised || isDateOrPlace(text)
      guard isShort, saysWhat, draft.lines.count <= 3 else { return }
      draft.lines += headLines(
        text, soft: lines.count == 1 && text.text.contains("\n") && isHead(text))
      draft.body.removeFirst()
    }
  }

  /// List items that say only when or where, or a role in italics, belong to the head.
  private func absorbItems(into draft: inout EntryDraft) {
    guard case .list(var list)? = draft.body.first?.kind else { return }
    var nested: [MarkupNode] = []
    while let item = list.items.first, nested.isEmpty, let text = item.blocks.first?.paragraphText {
      let lines = headLines(text, soft: true)
      let isRole = text.isWholly(.emphasis) && wordCount(text) <= 14
      guard lines.allSatisfy(isDateOrPlace) || isRole else { break }
      draft.lines += lines
      nested = Array(item.blocks.dropFirst())
      list.items.removeFirst()
    }
    let rest = list.items.isEmpty ? [] : [MarkupNode(.list(list), span: draft.body[0].span)]
    draft.body = nested + rest + draft.body.dropFirst()
  }
}

// MARK: Lists, cards, tables, paragraphs

extension DraftFinder {
  private mutating func readList(_ listItems: [MarkupNode.Item], group: RichText?) {
    var index = 0
    while index < listItems.count {
      let item = listItems[index]
      if let label = groupLabel(of: item) {
        read(Array(item.blocks.dropFirst()), group: joinedGroup(group, label))
      } else if let pair = pairedItem(listItems, at: index) {
        items.append(.draft(merged(item, pair, group: group)))
        index += 1
      } else {
        items.append(.draft(draft(of: item, group: group)))
      }
      index += 1
    }
  }

  /// The label of an item that only heads the list below it.
  private func groupLabel(of item: MarkupNode.Item) -> RichText? {
    guard item.blocks.count >= 2, let text = item.blocks[0].paragraphText,
      item.blocks[1].listItems != nil, takesGroups
    else { return nil }
    let isLabel = isGroupLabel(text) || text.isWholly(.strong) && isTitleLine(text)
    return isLabel ? groupTitle(text) : nil
  }

  private func draft(of item: MarkupNode.Item, group: RichText?) -> EntryDraft {
    var draft = EntryDraft(lines: [], group: group)
    draft.markerYear = yearMarker(item.marker)
    var blocks = item.blocks[...]
    if let text = blocks.first?.paragraphText {
      draft.lines = headLines(text, soft: false)
      blocks = blocks.dropFirst()
    }
    // A card inside an item: its paragraphs are lines.
    if draft.lines.isEmpty || takesGroups {
      while let text = blocks.first?.paragraphText {
        draft.lines += headLines(text, soft: false)
        blocks = blocks.dropFirst()
      }
    }
    draft.body = Array(blocks)
    return draft
  }

  /// The second of two items that make one entry: `- ORGANISATION, PLACE` and `- *ROLE* DATES`.
  private func pairedItem(_ listItems: [MarkupNode.Item], at index: Int) -> MarkupNode.Item? {
    guard kind == .education || kind == .experience, index + 1 < listItems.count,
      listItems[index].blocks.count == 1, let first = listItems[index].blocks[0].paragraphText,
      let second = listItems[index + 1].blocks.first?.paragraphText
    else { return nil }
    let head = Segment(first, line: 0)
    let next = Segment(second, line: 0)
    let namesOrganisation = !head.hasRoleWord && !head.hasDegreeWord && wordCount(first) <= 12
    guard namesOrganisation, ExtractedDates(first).dates == nil else { return nil }
    let saysWhat = next.hasRoleWord || next.hasDegreeWord
    return saysWhat && ExtractedDates(second).dates != nil ? listItems[index + 1] : nil
  }

  private func merged(
    _ first: MarkupNode.Item, _ second: MarkupNode.Item, group: RichText?
  ) -> EntryDraft {
    var draft = draft(of: first, group: group)
    let next = self.draft(of: second, group: group)
    draft.lines += next.lines
    draft.body += next.body
    return draft
  }

  private mutating func readCards(_ block: MarkupNode, group: RichText?) {
    let cards = self.cards(in: block)
    for card in cards {
      let leaves = self.leaves(of: card)
      if cards.count == 1, leaves.count == 1, leaves[0].paragraphText == nil || !hasBodies {
        read(leaves, group: group)
        continue
      }
      var draft = EntryDraft(lines: [], group: group)
      for leaf in leaves {
        if let text = leaf.paragraphText, draft.body.isEmpty {
          draft.lines += headLines(text, soft: false)
        } else if case .heading(_, let text) = leaf.kind {
          draft.lines += headLines(text, soft: false)
        } else {
          draft.body.append(leaf)
        }
      }
      if !draft.lines.isEmpty || !draft.body.isEmpty { items.append(.draft(draft)) }
    }
  }

  /// The cards in a group: the group itself, or the like groups in it.
  private func cards(in block: MarkupNode) -> [MarkupNode] {
    guard case .group(let group) = block.kind else { return [block] }
    let shown = group.children.filter(\.hasWords)
    let inner = shown.compactMap { child -> MarkupNode.Group? in
      if case .group(let group) = child.kind { return group }
      return nil
    }
    guard inner.count == shown.count, let first = inner.first else { return [block] }
    let areAlike = inner.allSatisfy { $0.classes == first.classes && $0.name == first.name }
    return areAlike ? shown.flatMap(cards) : [block]
  }

  /// The blocks of a card in order, without the groups around them.
  private func leaves(of block: MarkupNode) -> [MarkupNode] {
    switch block.kind {
    case .group(let group): return group.children.flatMap(leaves)
    case .rule: return []
    default: return [block]
    }
  }

  private mutating func readTable(_ rows: [MarkupNode.Row], group: RichText?) {
    for row in rows {
      let lines = row.cells.map { joinedTexts($0.flatMap(\.texts)) }.filter { !$0.isEmpty }
      let namesColumns = row.isHeader && rows.count > 1 && !lines.contains(where: saysNumber)
      if namesColumns {
        items += lines.map { .furniture($0) }
      } else if !lines.isEmpty {
        items.append(.draft(EntryDraft(lines: lines, group: group)))
      }
    }
  }

  private func saysNumber(_ text: RichText) -> Bool { text.text.contains(where: \.isNumber) }

  private mutating func readDefinitions(
    _ definitions: [MarkupNode.Definition], group: RichText?
  ) {
    for definition in definitions {
      for description in definition.descriptions.isEmpty ? [[]] : definition.descriptions {
        var draft = EntryDraft(lines: definition.terms.map { $0.collapsed() }, group: group)
        var blocks = description[...]
        if let text = blocks.first?.paragraphText {
          draft.lines += headLines(text, soft: false)
          blocks = blocks.dropFirst()
        }
        draft.body = Array(blocks)
        items.append(.draft(draft))
      }
    }
  }

  private mutating func readParagraph(_ text: RichText, group: RichText?) {
    switch kind {
    case .publications, .patents:
      items.append(.draft(EntryDraft(lines: headLines(text, soft: false), group: group)))
    case .awards, .services, .talks, .memberships, .certificates:
      let lines = headLines(text, soft: true)
      // Several lines, each with its date, are entries; one is a sentence.
      if lines.count > 1,
        lines.allSatisfy({ ExtractedDates($0, keepsUndelimitedYears: true).dates != nil })
      {
        items += lines.map { .draft(EntryDraft(lines: [$0], group: group)) }
      } else {
        items.append(.text(text, group: group))
      }
    case .experience, .education:
      let lines = headLines(text, soft: true)
      let isEntry = lines.count <= 4 && lines.allSatisfy { wordCount($0) <= 25 } && saysWhen(lines)
      if isEntry {
        items.append(.draft(EntryDraft(lines: lines, group: group)))
      } else {
        items.append(.text(text, group: group))
      }
    default: items.append(.text(text, group: group))
    }
  }

  private func saysWhen(_ lines: [RichText]) -> Bool {
    lines.contains { ExtractedDates($0).dates != nil }
  }

  private func joinedGroup(_ outer: RichText?, _ inner: RichText) -> RichText? {
    if inner.isEmpty { return outer }
    guard let outer else { return inner }
    return outer + RichText(" – ") + inner
  }
}

private func wordCount(_ text: RichText) -> Int {
  text.collapsed().text.split(separator: " ").count
}
