// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries below a heading, or below a title line.
extension DraftFinder {
  /// Where the content of a title line ends, if the paragraph at an index is one.
  ///
  /// A title line stands above a list and is followed by nothing else up to the next one.
  func titledEnd(_ blocks: [MarkupNode], at index: Int) -> Int? {
    guard let text = blocks[index].paragraphText, index + 1 < blocks.count,
      hasBodies || kind == .memberships && isPartBelowBody(text)
        || isTitleOfFields(text, blocks[index + 1])
        || blocks[index + 1].listItems != nil
          && (kind == .awards && isStyledHead(text) || kind == .references && isBoldTitle(text))
    else { return nil }
    guard !areDatedLines(headLines(text, soft: true)), !isListOfYears(blocks[index + 1]) else {
      return nil
    }
    let isBoldTitle = isBoldTitle(text)
    let isAboveList =
      isAbovePoints(blocks, at: index) && isHead(text) || isTitleOfFields(text, blocks[index + 1])
    let isAboveText =
      isBoldTitle || isStyledHead(text) || isPostAboveText(blocks, at: index)
      || isProjectRow(text)
    let date = dateOfHead(blocks, below: index)
    guard isAboveList || date != nil || isAboveText && blocks[index + 1].paragraphText != nil
    else { return nil }
    var end = (date ?? index) + 1
    while end < blocks.count, !startsTitledEntry(blocks, at: end, like: text) {
      if case .heading = blocks[end].kind { break }
      end += 1
    }
    return end
  }

  /// `**Gauge** | 2020 | Rain, Fog`: a project in bold among fields, one of which says when; or
  /// behind the one link of the line.
  private func isProjectRow(_ text: RichText) -> Bool {
    guard kind == .projects, text.text.contains("|"), wordCount(text) <= 24,
      headLines(text, soft: true).count == 1, case let fields = fieldParts(text), fields.count > 1
    else { return false }
    if fields.isLinkedName { return true }
    return fields[0].isWholly(.strong) && fields.contains(where: \.isDateAlone)
  }

  func startsTitledEntry(_ blocks: [MarkupNode], at index: Int, like first: RichText)
    -> Bool
  {
    guard let text = blocks[index].paragraphText, !isLabelOfPoints(blocks, at: index) else {
      return false
    }
    if index + 1 < blocks.count, isTitleOfFields(text, blocks[index + 1]) { return true }
    if blocks[index - 1].listItems != nil, isWholePost(text), isPostNamed(by: first) { return true }
    if isHeadAboveDate(first), isHeadAboveDate(text) { return true }
    if isStyledHead(first) {
      return isStyledHead(text) || isHead(text) && isBuilt(text, like: first)
    }
    if isProjectRow(first) { return isProjectRow(text) }
    if isBoldTitle(first) { return isBoldTitle(text) || isHead(text) && isBuilt(text, like: first) }
    return isHead(text) && (isAbovePoints(blocks, at: index) || isBuilt(text, like: first))
      || dateOfHead(blocks, below: index) != nil
  }

  /// A title line in bold, which may be longer where it says when; a link may close it.
  private func isBoldTitle(_ text: RichText) -> Bool {
    guard
      text.isWholly(.strong) || ExtractedDates(text).rest.trimmedSigns().isWholly(.strong)
        || text.startsBold
          && PublicationLinks(text, onlyBracketed: true).rest.trimmed().isWholly(.strong)
    else { return false }
    return isTitleLine(text)
      || headLines(text, soft: true).count == 1 && wordCount(text) <= 25
        && text.saysWhen
  }

  /// Whether a dated head without a list is built as the one before: the same lines, the same
  /// style in front, the date in the same place.
  private func isBuilt(_ text: RichText, like first: RichText) -> Bool {
    let shapes = [first, text].map { text -> [Bool]? in
      let lines = headLines(text, soft: true)
      if lines.count > 1, lines[0].isWholly(.strong), isTitleLine(lines[0]) { return [true] }
      let isBold = text.startsBold
      guard isBold || lines.count > 1, lines.contains(where: \.saysWhen) else { return nil }
      let areDated = lines.map(\.saysWhen)
      // Below a bold and dated line the others may be text.
      return isBold && areDated[0] ? [] : [isBold] + areDated
    }
    return shapes[0] != nil && shapes[0] == shapes[1]
  }

  /// Whether a paragraph is the head of an entry: a title line, or short lines with a date.
  func isHead(_ text: RichText) -> Bool {
    if isTitleLine(text) { return true }
    let lines = headLines(text, soft: true)
    guard lines.count <= 4 else { return false }
    // `Since May 2020: **Title** at the place that it is of`
    if lines.count == 1, wordCount(text) <= 40, startsWithDate(lines[0]),
      ExtractedDates(lines[0]).rest.trimmedSigns().runs.first?.attributes.marks.contains(.strong)
        == true
    {
      return true
    }
    // `**Title**` above what it is of
    if lines.count > 1, lines[0].isWholly(.strong), isTitleLine(lines[0]) {
      return lines.allSatisfy { wordCount($0) <= 40 }
    }
    return lines.allSatisfy { wordCount($0) <= 20 } && lines.contains(where: \.saysWhen)
  }

  mutating func readHeaded(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) {
    if kind == .publications, let text = content.first?.paragraphText, numbersWork(title) {
      let numbered = title.collapsed() + RichText(" ") + text
      let first = MarkupNode(.paragraph(numbered), span: content[0].span)
      return read([first] + content.dropFirst(), group: group)
    }
    if let work = headedWork(title, content, group: group) { return items.append(.draft(work)) }
    let inner = joinedGroup(group, groupTitle(title))
    guard content.contains(where: \.hasWords) || hasBodies else {
      // `##### [May 2, 2024] A paper was accepted`
      if kind == .news, startsWithDate(title.collapsed()) {
        return read([MarkupNode(.paragraph(title), span: title.span)], group: group)
      }
      // A known title above nothing is that of a list which is not there.
      let isEmpty = kind.holdsWorks && SectionTitle(title).kind == kind
      return items.append(
        isEmpty ? .furniture(title.collapsed()) : .text(title.collapsed(), group: group))
    }
    if readLevel(title, content, group: group) { return }
    if readHeadedFields(title, content, group: group) { return }
    if readOwned(title, content, group: group) { return }
    if readListedPosts(title, content, group: group) { return }
    if readBelowDate(title, content, group: group) { return }
    if readDatedOpening(title, content, group: group) { return }
    guard !isGroupHeading(title, content) else {
      let number = groupNumberLength(title.collapsed())
      if number > 0 { items.append(.furniture(title.collapsed()[0..<number])) }
      return read(content, group: inner)
    }
    let next = endOfEntry(title, content)
    for part in posts(in: Array(content[..<next]), below: title) {
      appendHeaded(title, part, group: group)
    }
    if next < content.count { read(Array(content[next...]), group: group) }
  }

  /// `### [12]` above a reference.
  private func numbersWork(_ title: RichText) -> Bool {
    let text = title.collapsed().text
    return text.hasPrefix("[") && text.hasSuffix("]") && text.count <= 6
      && text.dropFirst().dropLast().contains(where: \.isNumber)
  }

  mutating func appendHeaded(
    _ title: RichText, _ content: [MarkupNode], group: RichText?, fields: [RichText] = []
  ) {
    var draft = EntryDraft(
      lines: headLines(title, soft: true), hasHeading: !isStyledHead(title), group: group)
    draft.body = nestingHeadings(content.filter { !$0.isRule })
    cutBelowDate(&draft)
    let named = absorb(fields: fields, into: &draft)
    absorbNamedDate(into: &draft)
    openRow(of: &draft)
    absorbHeading(into: &draft)
    absorbQuote(into: &draft)
    absorbParagraphs(into: &draft)
    absorbItems(into: &draft)
    draft.body = named + draft.body
    draft.moveLabelOfList()
    items += postsOfLines(draft).map { .draft($0) }
  }

  /// Whether a heading names a group of entries, and is no entry itself.
  func isGroupHeading(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    let inner = content.indices.filter {
      if case .heading = content[$0].kind { true } else { false }
    }
    if !inner.isEmpty {
      if areKeyed(Array(content[..<inner[0]])) { return false }
      // `## Engineer, 2019 – 2021` above what was done, and headings below that.
      if kind.holdsPosts, inner[0] > 0, isPost(title), content[0].listItems != nil { return false }
      let names = inner.compactMap { content[$0].headingText }
      if isEmployer(title, above: names) || isToldInParts(title, above: names) { return false }
      let extracted = ExtractedDates(title)
      // One heading right below a dated one names the post; what is deeper tells of it.
      let level = content[inner[0]].headingLevel ?? 0
      let posts = inner.filter { isHeading(content[$0], upTo: level) }
      return posts != [0] || !hasBodies || extracted.dates == nil
        || extracted.rest.collapsed().isEmpty
    }
    if isAboveDatedHeads(title, content) || content.contains(where: isTableOfEntries)
      || holdsNames(title, content) || isAboveText(title, content) || isAboveGrants(title, content)
      || isAboveList(title, content) || isAboveTitlesOfFields(title, content) || namesTalks(title)
      || isAboveDefinitions(title, content)
    {
      return true
    }
    switch kind {
    case .teaching where isSchoolAboveCourses(title, content): return true
    case _ where isEntryOfGroups(title, content): return false
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
    return entries.count(where: looksWhole) * 5 >= entries.count * 3
  }

  /// Whether a title of a section in which others name groups is that of an entry: a prize, or a
  /// body that somebody had a part in.
  private func isEntryOfGroups(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    kind == .awards && isStyledHead(title) || kind == .memberships && isPartBelowBody(title)
      || isPrizeAboveGiver(title, content)
  }

  /// Whether each block only names a certificate or is about somebody, or a list leads to something
  /// with each point, as what others wrote of a work does below that.
  private func holdsNames(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    if isAbovePeople(title, content) || isAboveParts(title, content) { return true }
    if kind == .certificates {
      if content.contains(where: { !badges(in: $0).isEmpty }) { return true }
      if endOfNames(content, at: 0) == content.count { return true }
    }
    return (kind == .other || kind == .certificates || kind == .media)
      && isListOfLinks(content.filter { !$0.isRule })
  }

  /// `### Fen University` above a list of courses, of which none is told in a sentence.
  private func isSchoolAboveCourses(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    let name = Segment(title, line: 0)
    guard kind == .teaching, name.hasOrganisationWord, !name.hasRoleWord, !title.saysWhen,
      !content.isEmpty
    else { return false }
    return content.allSatisfy { block in
      block.listItems?.allSatisfy { item in
        guard item.blocks.count == 1, let course = item.blocks[0].paragraphText else {
          return false
        }
        return wordCount(course) <= 24 && course.startsWithCapital && !course.text.hasSuffix(".")
          && !Phrase.isWhole(course)
      } == true
    }
  }

  /// `### Active`: grants go on below it, each in a paragraph of its own.
  private func isAboveGrants(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    kind == .funding && wordCount(title) <= 3 && !content.isEmpty
      && content.allSatisfy { $0.paragraphText?.text.contains(where: \.isNumber) == true }
  }

  /// Whether the blocks below a title of interests are paragraphs, and one of them tells.
  private func isAboveText(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    guard kind == .interests || kind == .other && !title.saysWhen else { return false }
    let texts = content.compactMap(\.paragraphText)
    return texts.count == content.count && texts.contains { isSentence($0) }
  }

  /// `### Research` above several entries that begin with their time.
  private func isAboveDatedHeads(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    let areHeads = content.map { $0.paragraphText.flatMap(datedHead) != nil }
    guard areHeads.first == true, !title.saysWhen else { return false }
    return SectionTitle(title).kind != nil
      || areHeads.count { $0 } > 1
  }

  /// Whether blocks are a list of which each point is a link and nothing else, or a name and an
  /// address.
  private func isListOfLinks(_ blocks: [MarkupNode]) -> Bool {
    guard blocks.count == 1, let points = blocks[0].listItems, points.count > 1 else {
      return false
    }
    return points.allSatisfy { point in
      point.blocks.count == 1
        && point.blocks[0].paragraphText.map {
          Segment($0.collapsed(), line: 0).link != nil || NamedAddress($0.collapsed()) != nil
        } == true
    }
  }

  /// A division with one text at the top of an entry is a line of it.
  private func openRow(of draft: inout EntryDraft) {
    guard case .group? = draft.body.first?.kind, case let leaves = leaves(of: draft.body[0]),
      leaves.count == 1, leaves[0].paragraphText != nil
    else { return }
    draft.body[0] = leaves[0]
  }

  /// Whether a block is a table with a date in each of its rows.
  func isTableOfEntries(_ block: MarkupNode) -> Bool {
    guard case .table(let rows) = block.kind else { return false }
    return rows.count { row in
      row.cellTexts.contains(where: \.isDateAlone)
    } * 2 > rows.count
  }

  /// Whether a list item is an entry by itself: a date, and more than a place beside it.
  func looksWhole(_ item: MarkupNode.Item) -> Bool {
    guard let text = item.blocks.first?.paragraphText else { return false }
    let extracted = ExtractedDates(text)
    guard let dates = extracted.dates, !dates.spans.isEmpty else { return false }
    let rest = extracted.rest.collapsed().text
    // Words that no spaces part: five characters or more say more than when.
    let isLong = rest.unicodeScalars.count { isCJK($0) } > 4
    return (wordCount(extracted.rest) >= 2 || isLong) && !Gazetteer.isPlace(rest)
      && wordCount(text) <= 40
  }

  /// The blocks below a heading, in which two deeper headings or more are points above theirs.
  private func nestingHeadings(_ blocks: [MarkupNode]) -> [MarkupNode] {
    let levels = blocks.compactMap { block -> Int? in
      if case .heading(let level, _) = block.kind { return level }
      return nil
    }
    let isFirst = blocks.first?.headingText.map { !isLabelOfText($0) } ?? false
    guard let top = levels.min(), levels.count > 1 || !isFirst else { return blocks }
    let starts = blocks.indices.filter { isHeading(blocks[$0], upTo: top) }
    if isFirst, starts == [0] { return [blocks[0]] + nestingHeadings(Array(blocks.dropFirst())) }
    let points = zip(starts, starts.dropFirst() + [blocks.count]).map { start, end in
      let title = MarkupNode(.paragraph(blocks[start].texts[0]), span: blocks[start].span)
      return MarkupNode.Item(
        marker: "", blocks: [title] + nestingHeadings(Array(blocks[start + 1..<end])))
    }
    let list = MarkupNode.List(isOrdered: false, items: points)
    return blocks[..<starts[0]] + [MarkupNode(.list(list), span: blocks[starts[0]].span)]
  }
}
