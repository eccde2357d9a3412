// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Lists: each item is an entry, or heads a group of them.
extension DraftFinder {
  mutating func readList(_ listItems: [MarkupNode.Item], group: RichText?) {
    var index = 0
    while index < listItems.count {
      let item = listItems[index]
      let owned =
        entriesBelowOwner(item, group: group) + entriesBelowDate(of: item, group: group)
      if !owned.isEmpty {
        items += owned.map { .draft($0) }
      } else if let label = groupLabel(of: item) {
        read(Array(item.blocks.dropFirst()), group: joinedGroup(group, label))
      } else if let pair = pairedItem(listItems, at: index) {
        items.append(.draft(merged(item, pair, group: group)))
        index += 1
      } else if let lines = linesBelowLabel(of: item) {
        let label = joinedGroup(group, groupTitle(lines[0]))
        items += lines.dropFirst().map {
          .draft(EntryDraft(lines: [$0], isItem: true, group: label))
        }
      } else if kind.holdsWorks, item.blocks.count == 1,
        let text = item.blocks[0].paragraphText, tellsOfWorks(text)
      {
        items.append(.text(text, group: group))
      } else if listItems.count == 1, let lines = skillLines(of: item) {
        items += lines.map { .draft(EntryDraft(lines: [$0], isItem: true, group: group)) }
      } else {
        items.append(.draft(draft(of: item, group: group)))
      }
      index += 1
    }
  }

  /// `近年在…等期刊上发表多篇文章。`: a sentence of Chinese that names no work; no name of a person
  /// has so many characters as stand before its first comma.
  func tellsOfWorks(_ text: RichText) -> Bool {
    let scalars = text.text.unicodeScalars
    if countsWorks(text) { return true }
    let clauses = scalars.split { "，。".unicodeScalars.contains($0) }
    return scalars.last == "。" && clauses.count > 1 && scalars.count(where: isCJK) > 30
      && clauses[0].count > 6 && clauses[clauses.count - 1].count > 6 && !text.holdsDate
      && !scalars.contains { "《“\"「『.".unicodeScalars.contains($0) }
  }

  /// `完成论文11篇：已发表10篇`: words that count works, twice or more, and name none.
  private func countsWorks(_ text: RichText) -> Bool {
    guard text.text.unicodeScalars.contains("篇") else { return false }
    let scan = TextScan(text)
    let counts = scan.scalars.indices.count { index in
      scan.scalars[index] == "篇" && scan[index - 1]?.properties.numericType == .decimal
    }
    return counts > 1 && quotedRange(scan) == nil && AuthorList(scan).count < 2
  }

  /// `1. Papers`, the only item of its list, above points: the label of a group.
  func numberedLabel(_ blocks: [MarkupNode], at index: Int) -> RichText? {
    guard case .list(let list) = blocks[index].kind, list.isOrdered, list.items.count == 1,
      list.items[0].blocks.count == 1, let label = list.items[0].blocks[0].paragraphText,
      isTitleLine(label), !label.saysWhen, index + 1 < blocks.count,
      case .list(let points) = blocks[index + 1].kind, !points.isOrdered
    else { return nil }
    return groupsByYear || points.items.allSatisfy(looksWhole) ? label : nil
  }

  /// The lines of a point of which the first is a label, and each below it says when:
  /// `Past courses:` above `*Maps* (2017 – 2021)`.
  private func linesBelowLabel(of item: MarkupNode.Item) -> [RichText]? {
    guard takesGroups, !kind.holdsWorks, item.blocks.count == 1,
      let lines = item.blocks[0].paragraphText.map({ headLines($0, soft: false) }),
      lines.count > 2, wordCount(lines[0]) <= 6, !lines[0].isWholly(.strong),
      !lines[0].saysWhen,
      lines.dropFirst().allSatisfy({
        ExtractedDates($0, keepsUndelimitedYears: true).dates != nil && wordCount($0) > 1
      })
    else { return nil }
    return lines
  }

  /// The lines of the only item of a list of skills, where only the first has its sign: each of
  /// them short, and begun with a capital.
  private func skillLines(of item: MarkupNode.Item) -> [RichText]? {
    guard kind == .skills, item.blocks.count == 1, let text = item.blocks[0].paragraphText else {
      return nil
    }
    let lines = headLines(text, soft: true)
    let areSkills = lines.allSatisfy { line in
      line.startsWithCapital && line.text.count <= 80
        && line.text.contains(". ")
    }
    return lines.count > 1 && areSkills ? lines : nil
  }

  /// The label of an item that only heads the list below it.
  func groupLabel(of item: MarkupNode.Item) -> RichText? {
    guard item.blocks.count >= 2, let text = item.blocks[0].paragraphText,
      item.blocks[1].listItems != nil
    else { return nil }
    // `- 2024` above the prizes of that year.
    if groupTitle(text).text.plainYear != nil, !kind.holdsPostsOrDegrees {
      return groupTitle(text)
    }
    guard takesGroups else { return nil }
    // One point below a title says where it was.
    if kind == .talks || kind == .teaching, item.blocks[1].listItems?.count == 1 { return nil }
    if kind.holdsWorks, namesBelow(item.blocks[1]) != nil, wordCount(text) > 3 { return nil }
    let isLabel =
      isGroupLabel(text) || text.isWholly(.strong) && isTitleLine(text)
      || kind.holdsWorks && isTitleLine(text) && areReferences(item.blocks[1])
      || isInstitution(text, above: item.blocks[1])
    return isLabel ? groupTitle(text) : nil
  }

  /// `- Fen University, Leeds` above `- Tern Prize (2019)`: where several were given.
  private func isInstitution(_ text: RichText, above list: MarkupNode) -> Bool {
    let kinds: [SectionKind] = [.awards, .certificates, .services, .teaching]
    guard kinds.contains(kind), !text.saysWhen, wordCount(text) <= 14,
      case let name = Segment(topLevelParts(text)[0], line: 0), name.hasOrganisationWord,
      text.startsWithCapital, let points = list.listItems
    else { return false }
    return points.allSatisfy { $0.blocks.first?.paragraphText?.saysWhen == true }
  }

  func draft(of item: MarkupNode.Item, group: RichText?) -> EntryDraft {
    // `- 2012. Words`: a list of one point in a point.
    if item.blocks.count == 1, let inner = item.blocks[0].listItems, inner.count == 1 {
      return self.draft(of: inner[0], group: group)
    }
    var draft = EntryDraft(lines: [], group: group)
    draft.isItem = true
    draft.markerYear = yearMarker(item.marker)
    // The columns of a card in an item: `<li><div class="row">`.
    let isCard = if case .group? = item.blocks.first?.kind { true } else { false }
    var blocks = (isCard ? item.blocks.flatMap(leaves) : item.blocks)[...]
    if let text = blocks.first?.paragraphText ?? blocks.first?.headingText {
      draft.lines =
        linesBelowYear(text) ?? headLines(text, soft: areLabelled(text) || isBodyAbovePart(text))
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
    if kind.holdsWorks, let names = draft.body.first.flatMap(namesBelow) {
      draft.lines += names
      draft.body.removeFirst()
    }
    absorbDetail(into: &draft)
    absorbDate(into: &draft)
    cutTold(from: &draft)
    if kind.holdsPostsOrDegrees, draft.lines.count == 1, draft.lines[0].isDateAlone {
      absorbSubject(into: &draft)
      absorbRows(into: &draft)
    }
    return draft
  }

  /// `**FogBrush** 2014` above `**Description**: words`: lines that their author does not break, of
  /// which each below the first begins with a label.
  private func areLabelled(_ text: RichText) -> Bool {
    guard !kind.holdsWorks, text.startsBold, text.text.contains("\n"),
      case let lines = headLines(text, soft: true), lines.count > 1
    else { return false }
    return !lines[0].startsWithLabel && lines.dropFirst().allSatisfy(\.startsWithLabel)
  }

  /// `Rain Society, Leeds` above `Treasurer, 2019 – 2021`: a body, and in a line of its own as what
  /// somebody was there, and when.
  private func isBodyAbovePart(_ text: RichText) -> Bool {
    guard kind.holdsPosts, text.text.contains("\n"), case let lines = headLines(text, soft: true),
      lines.count == 2, wordCount(lines[0]) <= 14, let last = lines[0].text.last,
      last.isLetter || ").".contains(last), lines[0].text.first?.isLowercase != true,
      lines[1].startsWithCapital,
      wordCount(lines[1]) <= 14, endsWithDate(lines[1]), !lines[0].saysWhen,
      !Segment(lines[0], line: 0).hasRoleWord
    else { return false }
    return topLevelParts(lines[1])[0].isShortRole
  }

  /// The lines of a work of which the first ends with its year, and the next names its authors.
  private func linesBelowYear(_ text: RichText) -> [RichText]? {
    guard kind.holdsWorks, text.text.contains("\n"), case let lines = headLines(text, soft: true),
      2...4 ~= lines.count, Reference.yearBehindStop(of: lines[0]) != nil,
      Reference.isNames(lines[1])
    else { return nil }
    return lines
  }

  /// Whether two points or more are each a reference with authors and more.
  private func areReferences(_ block: MarkupNode) -> Bool {
    let lines = (block.listItems ?? []).compactMap { $0.blocks.first?.paragraphText?.collapsed() }
    return lines.count > 1 && lines.allSatisfy { Reference([], hasBody: false).looksWhole($0) }
  }

  /// The points below the title of a work, of which the first is its authors.
  private func namesBelow(_ block: MarkupNode) -> [RichText]? {
    guard let points = block.listItems, points.count <= 3,
      let first = points.first?.blocks.first?.paragraphText, Reference.beginsWithNames(first),
      points.count == 1 ? Reference.isNames(first) : !Reference.isWhole(first.collapsed()),
      points.allSatisfy({ $0.blocks.count == 1 })
    else { return nil }
    return points.flatMap(\.blocks).compactMap(\.paragraphText).map { $0.collapsed() }
  }

  /// `**Acme**, Rain Engineer (2020): what was done there`: the words behind the colon are a point,
  /// and sentences behind `**Rain Engineer (2020)**`.
  private func cutTold(from draft: inout EntryDraft) {
    guard kind.holdsPosts, draft.lines.count == 1, case let scan = TextScan(draft.lines[0]),
      let (head, told) = partsAtColon(scan) ?? partsAtSentence(scan) ?? partsAtStop(scan)
    else { return }
    draft.lines = [head]
    draft.body.insert(MarkupNode(.paragraph(told), span: told.span), at: 0)
  }

  private func partsAtColon(_ scan: TextScan) -> (head: RichText, told: RichText)? {
    guard
      let colon = scan.scalars.indices.first(where: { index in
        scan.scalars[index] == ":" && scan[index - 1] == ")" && scan[index + 1].map(isSpace) == true
      }), case let head = scan.slice(0..<colon), endsWithBracketedDate(head),
      case let told = scan.slice(scan.trim(colon + 1..<scan.count)), wordCount(told) > 2
    else { return nil }
    return (head, told)
  }

  /// A date in brackets ends the bold words in front, and what follows is told.
  private func partsAtSentence(_ scan: TextScan) -> (head: RichText, told: RichText)? {
    guard let first = scan.runRanges.first, first.attributes.marks.contains(.strong),
      case let head = scan.slice(scan.trim(first.range)), endsWithBracketedDate(head),
      case let told = scan.slice(scan.trim(first.range.upperBound..<scan.count)),
      told.text.hasSuffix(".") || wordCount(told) > 16, !told.saysWhen,
      told.text.first.map({ $0.isLetter || $0 == "[" }) == true
    else { return nil }
    let text = TextScan(told)
    let stop = text.firstRange(of: ". ")?.lowerBound ?? text.count
    let words = text.string(0..<stop).split(separator: " ")
    let small = words.count { $0.first?.isLowercase == true }
    return words.count > 4 && small * 2 > words.count ? (head, told) : nil
  }

  /// The only point below a talk, which says where and when it was.
  private func absorbDetail(into draft: inout EntryDraft) {
    guard kind == .talks, draft.lines.count == 1, draft.body.count == 1,
      let points = draft.body[0].listItems, points.count == 1, points[0].blocks.count == 1,
      let text = points[0].blocks[0].paragraphText, wordCount(text) <= 20,
      text.saysWhen, !draft.lines[0].saysWhen
    else { return }
    draft.lines.append(text.collapsed())
    draft.body = []
  }

  /// Short paragraphs in the item, of which the last says when: where that was, and a date alone.
  private func absorbDate(into draft: inout EntryDraft) {
    guard hasBodies, 1...2 ~= draft.lines.count,
      let last = draft.body.prefix(3).firstIndex(where: { $0.paragraphText?.isDateAlone == true }),
      !draft.lines.contains(where: \.saysWhen)
    else { return }
    let lines = draft.body[...last].compactMap { $0.paragraphText?.collapsed() }
    guard lines.count == last + 1,
      lines.allSatisfy({ wordCount($0) <= 16 && !$0.text.hasSuffix(".") || $0.isDateAlone })
    else { return }
    draft.lines += lines
    draft.body.removeFirst(lines.count)
  }

  /// The paragraphs of a card below its date: a post or a degree, where that was, perhaps the date
  /// again.
  private func absorbRows(into draft: inout EntryDraft) {
    let rows = draft.body.prefix(3).map { $0.paragraphText?.collapsed() }
    guard rows.count > 1, let subject = rows[0], let place = rows[1],
      [subject, place].allSatisfy({ wordCount($0) <= 16 && isTitleLine($0) }),
      kind == .education
        ? Segment(subject, line: 0).hasDegreeWord : Segment(subject, line: 0).hasRoleWord,
      case let name = Segment(place, line: 0), !name.hasRoleWord, !name.hasDegreeWord,
      name.hasOrganisationWord || name.mayBeName && !place.text.hasSuffix(".")
    else { return }
    draft.lines += [subject, place]
    draft.columns = [.date, kind == .education ? .title : .role, .organisation]
    draft.body.removeFirst(2)
    guard rows.count > 2, let date = rows[2], date.isDateAlone,
      let exact = ExtractedDates(date).dates?.start, exact.month != nil,
      exact.year == ExtractedDates(draft.lines[0]).dates?.start?.year
    else { return }
    draft.repeated = [draft.lines[0]]
    draft.lines[0] = date
    draft.body.removeFirst()
  }

  /// The second of two items that make one entry: `- ORGANISATION, PLACE` and `- *ROLE* DATES`.
  func pairedItem(_ listItems: [MarkupNode.Item], at index: Int) -> MarkupNode.Item? {
    guard kind == .education || kind == .experience, index + 1 < listItems.count,
      listItems[index].blocks.count == 1, let first = listItems[index].blocks[0].paragraphText,
      let second = listItems[index + 1].blocks.first?.paragraphText
    else { return nil }
    let next = Segment(second, line: 0)
    guard namesOrganisation(first), !first.saysWhen,
      next.hasRoleWord || next.hasDegreeWord, second.saysWhen
    else { return nil }
    // An item that names a post and an institution is an entry by itself.
    let isBold = first.startsBold
    return isBold || !next.hasOrganisationWord ? listItems[index + 1] : nil
  }

  /// Whether an item is the name of an institution, perhaps with its place, and no sentence.
  private func namesOrganisation(_ text: RichText) -> Bool {
    let head = Segment(text, line: 0)
    let line = text.collapsed()
    let words = line.text.split(separator: " ")
    let capitals = words.count { $0.unicodeScalars.first.map(isCapital) ?? false }
    let isName =
      head.hasOrganisationWord || Gazetteer.placeCount(atEndOf: topLevelParts(line).map(\.text)) > 0
      || line.startsBold
    return isName && !head.hasRoleWord && !head.hasDegreeWord && words.count <= 12
      && capitals * 2 > words.count && !line.text.contains(":") && !line.text.hasSuffix(".")
      && !Phrase.isWhole(line)
  }

  func merged(
    _ first: MarkupNode.Item, _ second: MarkupNode.Item, group: RichText?
  ) -> EntryDraft {
    var draft = draft(of: first, group: group)
    let next = self.draft(of: second, group: group)
    draft.lines += next.lines
    draft.body += next.body
    return draft
  }
}
