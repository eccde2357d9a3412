// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Cuts the blocks of a section into entries.
///
/// Walks over the blocks in order and takes each run of like blocks (a list, cards, headings with
/// their content, a table) as a whole; what has no shape of an entry stays free text.
struct DraftFinder {
  let kind: SectionKind
  var items: [SectionItem] = []

  init(kind: SectionKind) { self.kind = kind }

  /// The items of a section in document order.
  static func items(
    of blocks: [MarkupNode], kind: SectionKind, group: RichText?
  ) -> [SectionItem] {
    var finder = DraftFinder(kind: kind)
    var blocks = blocks
    if !kind.holdsWorks {
      let heads = NumberedHeads(blocks, kind: kind)
      finder.items = heads.numbers.map { .furniture($0) }
      blocks = heads.blocks
    }
    if kind == .skills { blocks = finder.joiningLabels(blocks) }
    blocks = finder.loweringDates(blocks.flatMap(partingDatedLines))
    if let names = finder.undatedPrizes(blocks) {
      return finder.items + names.map { .draft(EntryDraft(lines: [$0], group: group)) }
    }
    finder.read(kind.holdsWorks ? blocks : blocks.flatMap(partingTypedPoints), group: group)
    if kind.holdsPostsOrDegrees { finder.joinDetails() }
    return finder.items
  }

  /// The entries of a section in document order, without what stands between them.
  static func drafts(of blocks: [MarkupNode], kind: SectionKind) -> [EntryDraft] {
    items(of: blocks, kind: kind, group: nil).compactMap { item in
      if case .draft(let draft) = item { draft } else { nil }
    }
  }

  /// Moves what stands below a heading to the one entry above that has it for a line: a table of
  /// posts, and what was done in each below its name.
  private mutating func joinDetails() {
    var owners: [String: [Int]] = [:]
    for index in items.indices {
      guard case .draft(let draft) = items[index] else { continue }
      guard draft.hasHeading else {
        if draft.lines.count > 1 {
          for line in draft.lines { owners[folded(line.text), default: []].append(index) }
        }
        continue
      }
      guard draft.lines.count == 1, !draft.body.isEmpty, draft.lines[0].isUnlinked,
        !draft.lines[0].saysWhen, let found = owners[folded(draft.lines[0].text)],
        found.count == 1, case .draft(var owner) = items[found[0]]
      else { continue }
      owner.body += draft.body
      items[found[0]] = .draft(owner)
      items[index] = .furniture(draft.lines[0])
    }
  }

  /// Kinds whose entries have a head and a body, so that a title line may stand above a list.
  var hasBodies: Bool {
    switch kind {
    case .experience, .education, .projects, .teaching, .volunteer, .activities, .talks,
      .certificates, .other:
      true
    default: false
    }
  }

  /// The title of a group within a group.
  func joinedGroup(_ outer: RichText?, _ inner: RichText) -> RichText? {
    if inner.isEmpty { return outer }
    guard let outer else { return inner }
    return outer + RichText(" – ") + inner
  }

  mutating func read(_ blocks: [MarkupNode], group: RichText?) {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if case .heading(let level, let title) = block.kind {
        let end = blocks[(index + 1)...].firstIndex { isHeading($0, upTo: level) } ?? blocks.count
        readHeaded(title, Array(blocks[index + 1..<end]), group: group)
        index = end
      } else if let end = readRun(blocks, at: index, group: group) {
        index = end
      } else if let end = datedEnd(blocks, at: index),
        let head = block.paragraphText.flatMap(datedHead)
      {
        readDated(head, Array(blocks[index + 1..<end]), group: group)
        index = end
      } else if let end = readParted(blocks, at: index, group: group) {
        index = end
      } else if let end = labelledEnd(blocks, at: index), let label = block.paragraphText {
        // A label above the next one heads nothing.
        if end == index + 1 { items.append(.furniture(label.collapsed())) }
        read(Array(blocks[index + 1..<end]), group: joinedGroup(group, groupTitle(label)))
        index = end
      } else if let end = definedEnd(blocks, at: index) {
        readDefined(block, Array(blocks[index + 1..<end]), group: group)
        index = end
      } else if let end = titledEnd(blocks, at: index), let title = block.paragraphText {
        readHeaded(title, Array(blocks[index + 1..<end]), group: group)
        index = end
      } else if let end = prizeEnd(blocks, at: index), let title = block.paragraphText {
        appendHeaded(title, Array(blocks[index + 1..<end]), group: group)
        index = end
      } else if let label = labelOfList(blocks, at: index) {
        readLabelled(blocks[index + 1], label: groupTitle(label), group: group)
        index += 2
      } else {
        read(block, group: group)
        index = absorbTold(blocks, below: index)
      }
    }
  }

  /// Reads blocks that only together are entries: names and values, a group below its title in
  /// bold, a division above what was done; or a paragraph with dates in a column.
  private mutating func readRun(_ blocks: [MarkupNode], at index: Int, group: RichText?) -> Int? {
    if let end = readKeyed(blocks, at: index, group: group) { return end }
    if let end = readKeyedWork(blocks, at: index, group: group) { return end }
    if let end = readTitledGroup(blocks, at: index, group: group) { return end }
    if let end = readPostsBelowName(blocks, at: index, group: group) { return end }
    if let end = readDatedParagraphs(blocks, at: index, group: group) { return end }
    if let end = readBesideDates(blocks, at: index, group: group) { return end }
    return readRowed(blocks, at: index, group: group)
  }

  mutating func read(_ block: MarkupNode, group: RichText?) {
    switch block.kind {
    case .list(let list): readList(list.items, group: group)
    case .group: readCards(block, group: group)
    case .table(let rows): readTable(rows, group: group)
    case .definitions(let definitions): readDefinitions(definitions, group: group)
    case .quote(let blocks):
      if let entry = quotedEntry(blocks, group: group) {
        items.append(.draft(entry))
      } else {
        read(blocks, group: group)
      }
    case .paragraph(let text): readParagraph(text, group: group)
    case .code(let code):
      for line in code.split(separator: "\n") {
        items.append(.text(RichText(String(line), span: block.span).collapsed(), group: group))
      }
    case .rule, .heading: break
    }
  }

  /// Where the paragraphs below a label end: references (`**Journals**`), or what was in a year
  /// (`*2021*`).
  private func labelledEnd(_ blocks: [MarkupNode], at index: Int) -> Int? {
    guard let label = blocks[index].paragraphText, !isGroupLabel(label), isLabel(label),
      index + 1 < blocks.count, blocks[index + 1].paragraphText != nil
    else { return nil }
    let isYear = groupTitle(label).groupYear != nil
    let isBelowYear = { (index: Int) in
      blocks[index - 1].paragraphText.map { groupTitle($0).groupYear != nil } == true
    }
    guard kind == .publications || isYear && groupsByYear else { return nil }
    let others = index + 1..<blocks.count
    return others.first { next in
      if case .heading = blocks[next].kind { return true }
      guard let text = blocks[next].paragraphText else { return !isYear && !isBelowYear(next) }
      guard isLabel(text), !isGroupLabel(text) else { return false }
      // The years of a group are within it.
      let isNextYear = groupTitle(text).groupYear != nil
      return isYear ? isNextYear || kind == .publications : !isNextYear
    } ?? blocks.count
  }

  /// The label above a list: a paragraph that is one, or `1. Papers`.
  private func labelOfList(_ blocks: [MarkupNode], at index: Int) -> RichText? {
    guard index + 1 < blocks.count, blocks[index + 1].listItems != nil else { return nil }
    if let label = blocks[index].paragraphText { return isLabel(label) ? label : nil }
    return numberedLabel(blocks, at: index)
  }

  /// Whether a paragraph above a list names a group: it ends with a colon, or is bold, or a year.
  private func isLabel(_ text: RichText) -> Bool {
    if isGroupLabel(text) { return takesGroups || listsWords }
    let mayGroup =
      groupsByYear || listsWords || kind == .supervision || kind == .news
      || kind == .collaborators
    if takesGroups, groupTitle(text).text.plainYear != nil { return true }
    guard mayGroup, text.isWholly(.strong) || text.isWholly(.emphasis), isTitleLine(text),
      wordCount(text) <= 6, Legend(text.text).isEmpty
    else { return false }
    return !text.saysWhen || text.isDateAlone
      || kind == .publications && startsWithDate(text) && wordCount(text) <= 4
  }

  /// Reads a list below a label: a group, or one entry where its only point, `Rust • Go`, says all
  /// that is to be said of `**Tools**`.
  private mutating func readLabelled(_ list: MarkupNode, label: RichText, group: RichText?) {
    guard listsWords, !foldedWords(label.text).contains(where: Phrase.isFirstPerson),
      let points = list.listItems, points.count == 1, points[0].blocks.count == 1,
      let words = points[0].blocks[0].paragraphText, !words.startsBold, !words.text.contains(": ")
    else { return read([list], group: joinedGroup(group, label)) }
    items.append(
      .draft(EntryDraft(lines: [words.collapsed().labelled(label)], isItem: true, group: group)))
  }

  /// Whether entries are words, to which a label above them gives a name.
  private var listsWords: Bool { [.skills, .languages, .interests].contains(kind) }

  var takesGroups: Bool {
    [.publications, .services, .memberships, .awards, .talks, .patents, .teaching].contains(kind)
  }

  /// Whether a year above paragraphs heads what was then, each of their lines by itself.
  var groupsByYear: Bool { takesGroups || kind == .funding }

  func isHeading(_ block: MarkupNode, upTo level: Int) -> Bool {
    if case .heading(let other, _) = block.kind { return other <= level }
    return false
  }
}
