// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Cards: groups of blocks, each of which is an entry.
extension DraftFinder {
  mutating func readCards(_ block: MarkupNode, group: RichText?) {
    if group == nil, readTags(block) { return }
    if headsCards(block) { return read(block.children.filter(\.hasWords), group: group) }
    let parts = yearParts(of: block)
    for part in parts { read(part.cards, group: joinedGroup(group, part.year)) }
    guard parts.isEmpty else { return }
    if let years = cardsBelowYears(block) {
      for (year, cards) in years {
        for card in cards { readCard(card, isAlone: false, group: joinedGroup(group, year)) }
      }
      return
    }
    let cards = joiningDates(self.cards(in: block))
    for card in cards { readCard(card, isAlone: cards.count == 1, group: group) }
  }

  private mutating func readCard(_ card: MarkupNode, isAlone: Bool, group: RichText?) {
    var leaves = self.leaves(of: card)
    let blank = EntryDraft(
      lines: [], group: group, subject: takeSubject(of: card, from: &leaves))
    if blank.subject != nil { return items.append(.draft(draft(of: leaves, blank))) }
    if isAlone, leaves.count == 1, leaves[0].paragraphText == nil || !hasBodies {
      return read(leaves, group: group)
    }
    if leaves.count == 2, let label = leaves[0].paragraphText, isTitleLine(label),
      !label.saysWhen, let points = leaves[1].listItems,
      points.allSatisfy(looksWhole)
    {
      return read([leaves[1]], group: joinedGroup(group, groupTitle(label)))
    }
    if let head = leaves.first?.paragraphText.flatMap(datedHead) {
      return readDated(head, Array(leaves.dropFirst()), group: group)
    }
    let posts = postsOfCard(leaves)
    guard posts.count < 2 else { return items += posts.map { .draft(self.draft(of: $0, blank)) } }
    let draft = self.draft(of: leaves, blank)
    if kind.holdsWorks, draft.isFigure {
      items.append(.text(draft.lines.joinedRich(separator: " "), group: group))
    } else if !draft.lines.isEmpty || !draft.body.isEmpty {
      items.append(.draft(draft))
    }
  }

  /// Reads a row of tags as skills, each of them an entry.
  private mutating func readTags(_ block: MarkupNode) -> Bool {
    guard kind == .skills, let tags = tags(in: block) else { return false }
    items += tags.map { .draft(EntryDraft(lines: [$0], isItem: true)) }
    return true
  }

  /// The words of a row of tags that stands in a division by itself.
  private func tags(in block: MarkupNode) -> [RichText]? {
    guard case .group(let row) = block.kind, row.children.count == 1 else { return nil }
    guard row.classes.contains(MarkupNode.Group.tagRow) else { return tags(in: row.children[0]) }
    return row.children[0].paragraphText.map(topLevelParts)
  }

  /// The cells of a grid with two columns, of which one holds only dates, joined row by row.
  private func joiningDates(_ cells: [MarkupNode]) -> [MarkupNode] {
    guard cells.count > 1, cells.count.isMultiple(of: 2), !kind.holdsWorks else { return cells }
    let areDates = cells.map { cell in
      let leaves = leaves(of: cell).filter(\.hasWords)
      return leaves.count == 1 && leaves[0].paragraphText?.isDateAlone == true
    }
    let first = areDates[0] ? 0 : 1
    guard areDates.indices.allSatisfy({ areDates[$0] == ($0 % 2 == first) }) else { return cells }
    return stride(from: 0, to: cells.count, by: 2).map { index in
      guard case .group(var row) = cells[index].kind else { return cells[index] }
      (row.classes, row.children) = ([], Array(cells[index...index + 1]))
      return MarkupNode(.group(row), span: cells[index].span)
    }
  }

  /// A draft with the lines of a card, and below them what is no line.
  private func draft(of leaves: [MarkupNode], _ blank: EntryDraft) -> EntryDraft {
    var draft = blank
    for leaf in leaves {
      if let text = leaf.paragraphText ?? onlyPoint(leaf, below: draft.lines), draft.body.isEmpty {
        draft.lines += headLines(text, soft: false)
      } else if case .heading(_, let text) = leaf.kind {
        draft.lines += headLines(text, soft: false)
      } else {
        draft.body.append(leaf)
      }
    }
    return draft
  }

  /// The leaves of a card, post by post: `**Rain Engineer** – Acme` above its time, twice.
  private func postsOfCard(_ leaves: [MarkupNode]) -> [[MarkupNode]] {
    let starts = leaves.indices.filter { leaves[$0].paragraphText.map(isHeadAboveDate) ?? false }
    guard starts.count > 1, starts[0] == 0 else { return [leaves] }
    return zip(starts, starts.dropFirst() + [leaves.count]).map { Array(leaves[$0..<$1]) }
  }

  /// Takes a badge off the leaves of a work's card, where it names no venue and no year.
  private func takeSubject(of card: MarkupNode, from leaves: inout [MarkupNode]) -> RichText? {
    guard kind == .publications, leaves.count > 1, let badge = badge(in: card),
      badge == leaves[0].paragraphText, !badge.text.contains(where: \.isNumber),
      badge.text.count(where: \.isUppercase) < 2,
      !WordLists.all.occurs(.publicationGenre, in: foldedWords(badge.text))
    else { return nil }
    leaves.removeFirst()
    return badge.collapsed()
  }

  /// The words of a division that is a badge by its class.
  private func badge(in card: MarkupNode) -> RichText? {
    guard case .group(let group) = card.kind else { return nil }
    guard group.classes.contains("badge") else {
      return group.children.lazy.compactMap { badge(in: $0) }.first
    }
    return group.children.count == 1 ? group.children[0].paragraphText : nil
  }

  /// Whether a group holds a heading above cards of like looks: a group of works, and no card.
  private func headsCards(_ block: MarkupNode) -> Bool {
    let shown = block.children.filter(\.hasWords)
    guard kind == .publications, case .heading? = shown.first?.kind else { return false }
    let classes = shown.dropFirst().map { child -> [String]? in
      if case .group(let group) = child.kind { return group.classes }
      return nil
    }
    return classes.count > 1 && classes[0] != nil && classes[0] == classes[1]
      && shown.dropFirst().prefix(2).allSatisfy { leaves(of: $0).count(where: \.hasWords) > 1 }
  }

  /// The title of a work that is the only point of a list at the top of its card.
  private func onlyPoint(_ leaf: MarkupNode, below lines: [RichText]) -> RichText? {
    guard kind == .publications, !lines.contains(where: { wordCount(withoutImages($0)) > 0 }),
      let points = leaf.listItems, points.count == 1,
      points[0].blocks.count == 1
    else { return nil }
    return points[0].blocks[0].paragraphText
  }

  /// A group with years, each beside a group with the cards of that year.
  private func yearParts(of block: MarkupNode) -> [(year: RichText, cards: MarkupNode)] {
    guard case .group(let group) = block.kind else { return [] }
    let shown = group.children.filter(\.hasWords)
    if shown.count == 1 { return yearParts(of: shown[0]) }
    let pairs = stride(from: 0, to: shown.count - 1, by: 2).map { index in
      (year: joinedTexts(shown[index].texts), cards: shown[index + 1])
    }
    let areYears = pairs.allSatisfy { pair in
      guard case .group(let cards) = pair.cards.kind else { return false }
      return pair.year.isDateAlone && wordCount(pair.year) == 1
        && cards.children.filter(\.hasWords).allSatisfy { card in
          if case .group = card.kind { true } else { false }
        }
    }
    return areYears && shown.count.isMultiple(of: 2) ? pairs : []
  }

  /// Cards of like looks below divisions that hold a year each, all in one group.
  private func cardsBelowYears(_ block: MarkupNode) -> [(year: RichText, cards: [MarkupNode])]? {
    guard groupsByYear, case .group(let group) = block.kind else { return nil }
    let shown = group.children.filter(\.hasWords)
    if shown.count == 1 { return cardsBelowYears(shown[0]) }
    var (years, classes): ([(year: RichText, cards: [MarkupNode])], Set<[String]>) = ([], [])
    for child in shown {
      guard case .group(let card) = child.kind else { return nil }
      let text = leaves(of: child).first?.paragraphText
      if let text, text.isDateAlone, wordCount(text) == 1, leaves(of: child).count == 1 {
        years.append((text.collapsed(), []))
      } else {
        guard !years.isEmpty, !card.classes.isEmpty else { return nil }
        years[years.count - 1].cards.append(child)
        classes.insert(card.classes)
      }
    }
    // One year may be the first line of a card: `2023`, `Tern Prize`, `Fen University`.
    let areWhole = years.flatMap(\.cards).allSatisfy { wordCount(joinedTexts($0.texts)) > 6 }
    return classes.count == 1 && (years.count > 1 || areWhole) ? years : nil
  }

  /// The cards in a group: the group itself, or the like groups in it.
  func cards(in block: MarkupNode) -> [MarkupNode] {
    guard case .group(let group) = block.kind else { return [block] }
    let shown = group.children.filter(\.hasWords)
    let inner = shown.compactMap { child -> MarkupNode.Group? in
      if case .group(let group) = child.kind { return group }
      return nil
    }
    guard inner.count == shown.count, let first = inner.first, !isColumn(first) else {
      return [block]
    }
    let areAlike = inner.allSatisfy { other in
      other.name == first.name
        && (other.classes == first.classes || other.classes.contains(where: first.classes.contains))
    }
    return areAlike ? shown.flatMap(cards) : [block]
  }

  /// Columns side by side are parts of one card.
  func isColumn(_ group: MarkupNode.Group) -> Bool {
    group.classes.contains { name in
      name == "column" || name == "col" || name == "columns" || name.hasPrefix("col-")
    }
  }

  /// The blocks of a card in order, without the groups around them.
  func leaves(of block: MarkupNode) -> [MarkupNode] {
    switch block.kind {
    case .group(let group): return group.children.flatMap(leaves)
    case .rule: return []
    default: return [block]
    }
  }
}

extension EntryDraft {
  /// `147+` above `Citations`: a figure of the owner's works, and no work.
  fileprivate var isFigure: Bool {
    guard lines.count == 2, body.isEmpty, wordCount(lines[1]) <= 4 else { return false }
    let figure = lines[0].text
    return figure.utf8.count <= 8 && figure.first?.isNumber == true && figure.plainYear == nil
      && figure.allSatisfy { $0.isNumber || "+,.%kK".contains($0) }
      && !lines[1].text.contains(where: \.isNumber)
  }
}
