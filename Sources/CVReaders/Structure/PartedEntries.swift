// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries whose parts are blocks of their own.
extension DraftFinder {
  /// Reads the work whose title is a block, above another with its authors; or certificates and
  /// societies whose names are paragraphs.
  ///
  /// - Returns: Where the blocks end that were read; `nil` where a block begins none of these.
  mutating func readParted(_ blocks: [MarkupNode], at index: Int, group: RichText?) -> Int? {
    if kind == .certificates || kind == .memberships, let end = endOfNames(blocks, at: index) {
      for lines in namesApart(blocks[index..<end].compactMap(\.paragraphText)) {
        items.append(.draft(EntryDraft(lines: lines.map { $0.collapsed() }, group: group)))
      }
      return end
    }
    guard kind.holdsWorks, index + 1 < blocks.count,
      var work = quotedWork(blocks, at: index).map({ ($0, end: index + 2) })
        ?? linedWork(blocks, at: index) ?? toldWork(blocks, at: index)
    else { return nil }
    work.0.group = group
    items.append(.draft(work.0))
    return work.end
  }

  /// `**Gauge Driver**`, `Office of Rain` and `May 2019`, each a paragraph: the lines of an entry,
  /// which the next line in bold ends; others are each an entry.
  private func namesApart(_ texts: [RichText]) -> [[RichText]] {
    let areBold = texts.map { $0.isWholly(.strong) }
    guard areBold[0], areBold.contains(false), texts.contains(where: \.isDateAlone) else {
      return texts.map { [$0] }
    }
    return zip(texts, areBold).reduce(into: []) { entries, line in
      if line.1 { entries.append([]) }
      entries[entries.count - 1].append(line.0)
    }
  }

  /// A work whose title is a quote, above a list of its authors and its venue.
  private func quotedWork(_ blocks: [MarkupNode], at index: Int) -> EntryDraft? {
    guard case .quote(let quoted) = blocks[index].kind, quoted.count == 1,
      let title = quoted[0].paragraphText, let points = blocks[index + 1].listItems
    else { return nil }
    let lines = points.compactMap { $0.blocks.count == 1 ? $0.blocks[0].paragraphText : nil }
    guard lines.count == points.count, let names = lines.first, Reference.isNames(names) else {
      return nil
    }
    return EntryDraft(lines: ([title] + lines).map { $0.collapsed() })
  }

  /// `[Title](…)`, `Ada Roe, Bo Poe` and `Rain Letters, 2020`, each a paragraph; an abstract, which
  /// says that it is one, may follow.
  private func linedWork(_ blocks: [MarkupNode], at index: Int) -> (EntryDraft, end: Int)? {
    guard let title = blocks[index].paragraphText, isTitleOfWork(title),
      let names = blocks[index + 1].paragraphText, Reference.isNames(names),
      headLines(names, soft: false).count == 1
    else { return nil }
    var draft = EntryDraft(lines: [title.collapsed(), names.collapsed()])
    var end = index + 2
    if end < blocks.count, let venue = blocks[end].paragraphText, !isTitleOfWork(venue),
      Reference([], hasBody: false).isVenueLine(venue.collapsed())
    {
      draft.lines.append(venue.collapsed())
      end += 1
    }
    while end < blocks.count, let text = blocks[end].paragraphText, isAbstract(text) {
      draft.body.append(blocks[end])
      end += 1
    }
    return (draft, end)
  }

  /// A card in the lines of a paragraph, above points or paragraphs that tell of the work and are
  /// none, and links to more of it.
  private func toldWork(_ blocks: [MarkupNode], at index: Int) -> (EntryDraft, end: Int)? {
    guard let card = blocks[index].paragraphText, case let title = firstLine(of: card),
      title.line.isWholly(.strong) || title.line.text.count < card.text.count,
      case let lines = headLines(card, soft: title.line.isWholly(.strong)), 2...4 ~= lines.count,
      isTitleOfWork(lines[0]), Reference.beginsWithNames(lines[1])
    else { return nil }
    if let points = blocks[index + 1].listItems {
      let areTold = points.allSatisfy { $0.blocks.first?.paragraphText.map(isTold) == true }
      return areTold ? (EntryDraft(lines: lines, body: [blocks[index + 1]]), index + 2) : nil
    }
    if let work = ruledWork(lines, blocks, below: index) { return work }
    let body = blocks[(index + 1)...].prefix { block in
      block.paragraphText.map { isSentence($0) && isTold($0) || leadsToMore($0) } == true
    }
    let isClosed =
      body.contains { $0.paragraphText.map(leadsToMore) == true }
      || body.endIndex < blocks.count
        && blocks[body.endIndex].paragraphText.map(isAboveNames) == true
    guard !body.isEmpty, isClosed else { return nil }
    return (EntryDraft(lines: lines, body: Array(body)), body.endIndex)
  }

  /// A card, perhaps its venue, and whole sentences of it, up to a rule that ends the work.
  private func ruledWork(
    _ card: [RichText], _ blocks: [MarkupNode], below index: Int
  ) -> (EntryDraft, end: Int)? {
    guard let end = blocks[(index + 1)...].firstIndex(where: \.isRule) else { return nil }
    var body = blocks[(index + 1)..<end].filter(\.hasWords)
    var draft = EntryDraft(lines: card)
    let blank = Reference([], hasBody: false)
    if let venue = body.first?.paragraphText?.collapsed(),
      blank.isVenueLine(PublicationLinks(venue).rest)
    {
      draft.lines.append(venue)
      body.removeFirst()
    }
    let areTold = body.compactMap(\.paragraphText).allSatisfy { text in
      isSentence(text) && text.isUnlinked && !Reference.beginsWithNames(text)
        && !blank.looksWhole(text.collapsed())
    }
    guard areTold, !body.isEmpty, body.allSatisfy({ $0.paragraphText != nil }) else { return nil }
    draft.body = body
    return (draft, end)
  }

  /// A title of a work in bold above the line of its authors.
  private func isAboveNames(_ card: RichText) -> Bool {
    let lines = headLines(card, soft: true)
    return lines.count > 1 && isTitleOfWork(lines[0]) && Reference.beginsWithNames(lines[1])
  }

  /// `[Code and data →](…)`: a label behind one link, and nothing else.
  private func leadsToMore(_ text: RichText) -> Bool {
    let line = text.collapsed()
    return wordCount(line) <= 6 && Segment(line, line: 0).link != nil
      && WordLists.all.occurs(.linkLabel, in: foldedWords(line.text))
  }

  /// Words without a link, a date, italics or names before them, and not of the owner's own.
  private func isTold(_ point: RichText) -> Bool {
    let line = point.collapsed()
    let first = line.text.split(separator: " ").first ?? ""
    return line.isUnlinked && !line.isWholly(.strong) && !line.holdsDate
      && !line.runs.contains { $0.attributes.marks.contains(.emphasis) }
      && !Reference.beginsWithNames(line) && first != "I"
  }

  /// Some words, all of them bold or behind one link.
  private func isTitleOfWork(_ text: RichText) -> Bool {
    let line = text.collapsed()
    return wordCount(line) >= 3 && headLines(text, soft: false).count == 1
      && (line.isWholly(.strong) || Segment(line, line: 0).link != nil)
      // `Mud Maps Revisited Again` might be a name, but for those below it.
      && (!Reference.isNames(line) || wordCount(line) > 3 && topLevelParts(line).count == 1)
  }

  /// `Abstract: words`.
  private func isAbstract(_ text: RichText) -> Bool {
    let line = text.collapsed().text
    guard let sign = line.firstIndex(where: { ":：.".contains($0) }) else { return false }
    return WordLists.all.contains(folded(line[..<sign]), in: .abstract)
  }

  func badges(in block: MarkupNode) -> [RichText] {
    block.paragraphText.map { badges(in: $0) } ?? []
  }

  /// The names of the certificates that pictures show, each of which leads to its proof.
  func badges(in text: RichText) -> [RichText] {
    guard !text.hasWords else { return [] }
    return text.runs.compactMap { run in
      guard let link = run.attributes.link, !link.isEmpty, let image = run.attributes.image,
        image.alternative.unicodeScalars.contains(where: isWordScalar)
      else { return nil }
      var attributes = RichText.Attributes()
      attributes.link = link
      return RichText(image.alternative, attributes, span: run.span).collapsed()
    }
  }

  /// Where paragraphs end of which each only names a certificate or a society.
  func endOfNames(_ blocks: [MarkupNode], at index: Int) -> Int? {
    let end =
      blocks[index...].firstIndex { block in
        guard let text = block.paragraphText, let first = text.text.unicodeScalars.first else {
          return true
        }
        return !isCapital(first) || wordCount(text) > (text.text.hasSuffix(".") ? 8 : 12)
          || isGroupLabel(text)
          || headLines(text, soft: true).count > 1
      } ?? blocks.count
    return end > index + 1 ? end : nil
  }
}
