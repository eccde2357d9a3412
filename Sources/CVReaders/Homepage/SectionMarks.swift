// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Decides which blocks of a page begin a section.
struct SectionMarks {
  /// What a block does for the outline of the page.
  enum Role {
    case section(SectionTitle)
    case pageTitle(RichText)
    case content
  }

  /// How a page writes its section titles.
  private enum Style: Equatable {
    case heading(level: Int)
    case boldLine
    case plainLine
    /// Plain lines that end with a colon; on such a page each is a title.
    case labelLine
  }

  private let style: Style
  private let firstHeading: MarkupNode?
  /// Whether the page has no other heading.
  private let isOnlyHeading: Bool
  /// Whether a paragraph stands above the first heading, which then is hardly the owner's name.
  private let beginsWithText: Bool
  /// Whether entries have larger headings than their sections.
  private let hasLargeEntries: Bool
  /// Whether the first heading names the page, and the owner's name stands below it.
  private let isAboveOwner: Bool

  init(_ blocks: [MarkupNode]) {
    firstHeading = blocks.first { if case .heading = $0.kind { true } else { false } }
    beginsWithText = blocks.prefix { $0.headingText == nil }.contains { block in
      block.paragraphText.map { $0.count > 80 && !isTitleLine($0) } == true
    }
    var levels: [Int] = []
    var known: [Int] = []
    for block in blocks {
      guard case .heading(let level, let text) = block.kind else { continue }
      levels.append(level)
      if SectionTitle(text).isExact { known.append(level) }
    }
    isOnlyHeading = levels.count == 1
    let isRepeated = { (level: Int, levels: [Int]) in levels.count { $0 == level } > 1 }
    // One heading on top that says "CV" or "About", and the sections below it.
    if case .heading(let top, let text)? = firstHeading?.kind, !isRepeated(top, levels),
      Self.namesPage(text) || SectionTitle(text).kind == .about,
      known.contains(where: { $0 > top && isRepeated($0, known) })
    {
      known.removeAll { $0 == top }
    }
    if let level = known.min() {
      style = .heading(level: level)
    } else if let lines = Self.lineStyle(blocks) {
      style = lines
    } else {
      // No known title at all: the level that is used most, but not a lone heading on top.
      let ranks = Set(levels).sorted()
      let level = ranks.first { isRepeated($0, levels) } ?? ranks.prefix(2).last ?? 1
      style = .heading(level: level)
    }
    hasLargeEntries = Self.hasLargeEntries(blocks, style)
    isAboveOwner = firstHeading == blocks.first && Self.isTitleAboveOwner(blocks)
  }

  /// `# Curriculum Vitae` above `Ada Roe`, or above `名前：…`, and a few more lines.
  private static func isTitleAboveOwner(_ blocks: [MarkupNode]) -> Bool {
    guard let title = blocks.first?.headingText,
      namesPage(title) || WordLists.all.contains(folded(title.text), in: .ownCV),
      case let lines = blocks.dropFirst().prefix(while: { $0.headingText == nil }),
      1...5 ~= lines.count, lines.allSatisfy({ $0.paragraphText != nil || $0.isRule }),
      let line = lines.first?.paragraphText.map({ firstLine(of: $0).line })
    else { return false }
    return PersonName(line) != nil || NamedValue(line)?.isNamed(in: .nameLabel) == true
  }

  /// `## Experience` above `# Engineer at Acme`, twice or more: of the larger headings behind the
  /// first section most name a post or stand above a date.
  private static func hasLargeEntries(_ blocks: [MarkupNode], _ style: Style) -> Bool {
    guard case .heading(let level) = style,
      let first = blocks.firstIndex(where: {
        $0.headingText.map { SectionTitle($0).isExact } == true
      })
    else { return false }
    let larger = blocks.indices.dropFirst(first).filter { index in
      guard case .heading(let own, let text) = blocks[index].kind else { return false }
      return own < level && !SectionTitle(text).isExact
    }
    let entries = larger.filter { index in
      let below = blocks[(index + 1)...].first?.paragraphText
      return Segment(blocks[index].texts[0], line: 0).hasRoleWord
        || below.map { wordCount($0) <= 15 && $0.saysWhen } == true
    }
    return larger.count > 1 && entries.count * 2 > larger.count
  }

  /// How a page without headings writes its titles: in bold, or as most lines that are known.
  private static func lineStyle(_ blocks: [MarkupNode]) -> Style? {
    let isBold = { (block: MarkupNode) in Self.isBold(block.texts[0]) }
    let known = blocks.filter(isKnownLine)
    let labels = known.count(where: isLabelLine)
    if labels > 2, labels > known.count(where: isBold), labels * 2 > known.count {
      return .labelLine
    }
    // A title that its section follows in the same paragraph, or as points of its own, needs
    // others beside it.
    let parted = blocks.flatMap(titlesAbove).filter(isKnownLine)
    let titles = known + parted
    guard !known.isEmpty || parted.count > 1 else { return nil }
    return titles.count(where: isBold) * 2 >= titles.count ? .boldLine : .plainLine
  }

  /// `Projects:`, a paragraph of its own, no style in it.
  private static func isLabelLine(_ block: MarkupNode) -> Bool {
    guard let text = block.paragraphText, let sign = text.text.unicodeScalars.last, isColon(sign),
      text.text.utf8.count <= 60, !text.text.contains("\n"), !text.isBroken,
      wordCount(text) <= 6
    else { return false }
    return text.runs.allSatisfy { $0.attributes == RichText.Attributes() }
  }

  /// Whether a frame is the card of one work: its heading is the title, and lines stand below it.
  func isCard(_ frame: MarkupNode) -> Bool {
    let blocks = DraftFinder(kind: .publications).leaves(of: frame)
    let titles = blocks.compactMap(\.headingText)
    let lines = blocks.compactMap(\.paragraphText)
    guard titles.count == 1, SectionTitle(titles[0]).kind == nil,
      wordCount(titles[0]) >= 3 || lines.contains(where: Reference.isNames)
    else { return false }
    return lines.count + 1 == blocks.count && lines.contains { !$0.text.isEmpty }
      && !lines.contains { headLines($0, soft: false).contains(where: Reference.isWhole) }
      && blocks.allSatisfy { block in
        if case .content = role(of: block, below: .publications) { true } else { false }
      }
  }

  /// - Parameter kind: The kind of the section that is open.
  func role(of block: MarkupNode, below kind: SectionKind?) -> Role {
    switch (style, block.kind) {
    case (.heading(let level), .heading(let own, let text)):
      if own > level { return .content }
      let title = SectionTitle(text)
      if block == firstHeading, text.introducesOwner { return .pageTitle(text) }
      if own < level, hasLargeEntries, kind != nil, !title.isExact { return .content }
      if own < level, !title.isExact || Self.namesPage(text) { return .pageTitle(text) }
      if isSentence(text) { return .content }
      if isAboveOwner, block == firstHeading { return .pageTitle(text) }
      if own == level, !title.isExact, block == firstHeading, !beginsWithText,
        PersonName(text) != nil || isOnlyHeading && text.isTagline
      {
        return .pageTitle(text)
      }
      return .section(title)
    case (.labelLine, .paragraph(let text)) where Self.isLabelLine(block):
      return .section(SectionTitle(text))
    case (.boldLine, .heading(_, let text)), (.plainLine, .heading(_, let text)),
      (.labelLine, .heading(_, let text)):
      return block == firstHeading ? .pageTitle(text) : .content
    case (.boldLine, .paragraph(let text)), (.plainLine, .paragraph(let text)):
      return isTitle(block, below: kind) ? .section(SectionTitle(text)) : .content
    default: return .content
    }
  }

  /// The title in a plain line (`News`) above the first heading of a page that has some.
  func plainTitle(_ block: MarkupNode) -> SectionTitle? {
    guard case .heading = style, Self.isKnownLine(block),
      let text = block.paragraphText, wordCount(text) <= 3
    else { return nil }
    let title = SectionTitle(text)
    return title.kind == .about || title.kind == .contact ? nil : title
  }

  /// Whether a heading says only what the page is.
  private static func namesPage(_ text: RichText) -> Bool {
    let words: Set<String> = [
      "cv", "resume", "résumé", "curriculum", "vitae", "vítae", "lebenslauf", "currículo",
      "currículum",
    ]
    let title = foldedWords(text.text)
    return !title.isEmpty && title.allSatisfy(words.contains)
  }

  /// A heading that is a whole sentence is text in large letters.
  private func isSentence(_ text: RichText) -> Bool {
    let words = text.collapsed().text.split(separator: " ")
    return words.count > 10 || words.count > 6 && words.last?.hasSuffix(".") == true
  }

  /// Whether a block is a line that names a section: known as a whole, or by a part of it and of
  /// another kind than the section that is open, in which it might be an entry.
  private func isTitle(_ block: MarkupNode, below kind: SectionKind?) -> Bool {
    guard let text = block.paragraphText, Self.isBold(text) == (style == .boldLine) else {
      return false
    }
    if Self.isKnownLine(block) { return true }
    guard Self.isLine(text), wordCount(text) <= 5, kind != nil else { return false }
    let title = SectionTitle(text)
    if title.namesCV { return true }
    guard let own = title.kind, own != kind else { return false }
    let line = Segment(text, line: 0)
    let areCapitals = text.text.split(separator: " ").allSatisfy { word in
      word.count < 4 || word.unicodeScalars.first.map { !$0.properties.isLowercase } ?? true
    }
    return areCapitals && !line.hasRoleWord && !line.hasDegreeWord && !line.hasOrganisationWord
      && !text.text.contains { $0.isNumber || ",;.()".contains($0) }
  }

  /// Whether all of a title is bold, but perhaps the colon behind it.
  private static func isBold(_ title: RichText) -> Bool {
    title.trimmed { isSpace($0) || isColon($0) }.isWholly(.strong)
  }

  /// A short paragraph of one line that is known as a section title.
  private static func isKnownLine(_ block: MarkupNode) -> Bool {
    guard let text = block.paragraphText, isLine(text) else { return false }
    return SectionTitle(text).isExact
  }

  /// Whether a text is one short line that leads nowhere.
  private static func isLine(_ text: RichText) -> Bool {
    !text.text.contains("\n") && !text.isBroken && text.text.utf8.count <= 80
      && text.isUnlinked
  }
}

// MARK: Titles with their section in one block

extension SectionMarks {
  /// A paragraph whose first line is a title, or a list of titles above their points, as the
  /// blocks that it stands for; `nil` for others.
  func partingTitles(_ node: MarkupNode, below kind: SectionKind?) -> [MarkupNode]? {
    guard style == .boldLine || style == .plainLine else { return nil }
    let titles = Self.titlesAbove(node)
    guard let first = titles.first, isTitle(first, below: kind) else { return nil }
    if let items = node.listItems {
      let areKnown = titles.allSatisfy { isTitle($0, below: kind) }
      return areKnown ? items.flatMap(\.blocks) : nil
    }
    return node.paragraphText.map { partingLines($0, below: kind) }
  }

  /// The titles in the first lines of a paragraph, each a block, and the lines below them as one.
  private func partingLines(_ text: RichText, below kind: SectionKind?) -> [MarkupNode] {
    let text = text.trimmed()
    var titles: [MarkupNode] = []
    var kind = kind
    var end = 0
    let lineEnds = text.text.unicodeScalars.filter(isLineEnd)
    for (whole, lineEnd) in zip(text.split(where: isLineEnd), lineEnds) {
      let line = whole.trimmed()
      let title = MarkupNode(.paragraph(line), span: line.span)
      guard line.isEmpty || isTitle(title, below: kind) else { break }
      if !line.isEmpty {
        titles.append(title)
        kind = SectionTitle(line).kind ?? .other
      }
      end += whole.count + UTF8.width(lineEnd)
    }
    let rest = text[end..<text.count].trimmed()
    return titles + [MarkupNode(.paragraph(rest), span: rest.span)]
  }

  /// The first line of a paragraph of several, or the words of points that all have others below.
  private static func titlesAbove(_ node: MarkupNode) -> [MarkupNode] {
    if let items = node.listItems {
      let areParts = items.count > 1 && items.allSatisfy { $0.blocks.count > 1 }
      return areParts ? items.map { $0.blocks[0] } : []
    }
    guard let text = node.paragraphText, case let (line, rest) = firstLine(of: text), rest != nil
    else { return [] }
    return [MarkupNode(.paragraph(line), span: line.span)]
  }
}

/// The first line of a text, and the lines below it.
func firstLine(of text: RichText) -> (line: RichText, rest: RichText?) {
  let text = text.trimmed()
  guard let end = text.text.unicodeScalars.firstIndex(where: isLineEnd) else { return (text, nil) }
  let count = text.text.utf8.distance(from: text.text.startIndex, to: end)
  let rest = text[count..<text.count].trimmed()
  return (text[0..<count].trimmed(), rest.isEmpty ? nil : rest)
}

/// Whether a scalar ends a line of a paragraph, as a space or as a break.
private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "\n" || scalar == "\u{2028}"
}
