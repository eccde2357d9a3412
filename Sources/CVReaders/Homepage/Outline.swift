// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// A page cut into its sections.
struct Outline {
  /// What stands before the first section, a heading with the name left out.
  var preamble: [MarkupNode] = []
  /// Headings above the sections: the name, or a title of the page.
  var pageTitles: [RichText] = []
  var sections: [Part] = []
  /// Quotations on top of the page, with those who said so.
  private(set) var epigraphs: [RichText] = []
  /// Whether the last section goes on.
  private var isOpen = false
  /// How deep its heading is, where those of most sections are less deep.
  private var openLevel = 0

  /// A section with the blocks in it; deeper headings are among them.
  struct Part {
    var heading: SectionTitle
    var blocks: [MarkupNode]
    var span: SourceSpan?

    var kind: SectionKind { heading.kind ?? .other }
  }

  init(_ nodes: [MarkupNode]) {
    var nodes = restoringMarks(openingFixedWidth(openingLayoutTables(nodes)))
    if let name = Self.nameLine(Self.flattened(nodes)) {
      pageTitles.append(name)
      nodes = Self.withoutFirst(nodes)
    }
    let marks = SectionMarks(Self.flattened(nodes))
    for node in nodes { read(node, marks) }
    preamble = preamble.flatMap(openingCell).map(openingLabels)
    epigraphs = preamble.filter(isEpigraph).flatMap(\.texts)
    preamble.removeAll(where: isEpigraph)
    let labels = Self.repeatedTitles(in: sections)
    sections = sections.flatMap { Self.promotingInnerSections($0, labels) }
  }

  /// Takes a block, or the blocks in a frame, into the section that is open.
  private mutating func read(_ node: MarkupNode, _ marks: SectionMarks) {
    if case .group(let group) = node.kind, Self.holdsHeading(node) {
      let isWork = sections.last?.kind.holdsWorks ?? false
      guard isWork, isOpen, marks.isCard(node) else {
        for child in group.children { read(child, marks) }
        return
      }
    }
    switch marks.role(of: node) {
    case .section(let title): open(title, node)
    case .pageTitle(let title):
      isOpen = false
      pageTitles.append(title)
    case .content:
      if let inner = innerTitle(node) {
        open(inner.title, node)
        openLevel = inner.level
      } else if isOpen {
        sections[sections.count - 1].blocks.append(node)
      } else {
        preamble.append(node)
      }
    }
  }

  private mutating func open(_ title: SectionTitle, _ heading: MarkupNode) {
    isOpen = true
    openLevel = 0
    sections.append(Part(heading: title, blocks: [], span: heading.span))
  }

  /// The title of a section in a heading that is deeper than those of most sections.
  ///
  /// One may stand before them all, and others of its level behind it.
  private func innerTitle(_ block: MarkupNode) -> (title: SectionTitle, level: Int)? {
    guard case .heading(let level, let text) = block.kind, wordCount(text) <= 10 else { return nil }
    let title = SectionTitle(text)
    return (isOpen ? level <= openLevel : title.isExact) ? (title, level) : nil
  }

  /// The outline with the kinds that its author gives to sections.
  func taking(_ kinds: [Preferences.Titled<SectionKind>]) -> Outline {
    var outline = self
    for index in sections.indices {
      let section = Section(title: sections[index].heading.title, kind: .other)
      for kind in kinds where kind.matches(section) {
        outline.sections[index].heading.kind = kind.value
      }
    }
    return outline
  }

  /// The first line of a page, where it is a name and nothing else.
  private static func nameLine(_ blocks: [MarkupNode]) -> RichText? {
    guard let text = blocks.first?.paragraphText,
      !text.text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\u{2028}" }),
      text.runs.allSatisfy({ $0.attributes.link == nil }), PersonName(text) != nil
    else { return nil }
    return text
  }

  /// The blocks without the first that is no frame.
  private static func withoutFirst(_ nodes: [MarkupNode]) -> [MarkupNode] {
    guard let first = nodes.first else { return [] }
    guard case .group(var group) = first.kind, holdsHeading(first) else {
      return Array(nodes.dropFirst())
    }
    group.children = withoutFirst(group.children)
    return [MarkupNode(.group(group), span: first.span)] + nodes.dropFirst()
  }

  /// Groups that hold headings are opened: they are the frame of the page, not a card in it.
  private static func flattened(_ nodes: [MarkupNode]) -> [MarkupNode] {
    nodes.flatMap { node -> [MarkupNode] in
      guard case .group(let group) = node.kind, holdsHeading(node) else { return [node] }
      return flattened(group.children)
    }
  }

  private static func holdsHeading(_ node: MarkupNode) -> Bool {
    if case .heading = node.kind { return true }
    if case .group(let group) = node.kind { return group.children.contains(where: holdsHeading) }
    return false
  }

  /// The folded titles of deeper headings that stand in several sections: they name a part of
  /// each, and no section.
  private static func repeatedTitles(in sections: [Part]) -> Set<String> {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for section in sections {
      let titles = Set(section.blocks.compactMap(\.headingText).map { folded($0.text) })
      repeated.formUnion(seen.intersection(titles))
      seen.formUnion(titles)
    }
    return repeated
  }

  /// Splits a section without a kind of its own at deeper headings that have one.
  private static func promotingInnerSections(_ part: Part, _ labels: Set<String>) -> [Part] {
    let inner = part.blocks.compactMap { block -> (level: Int, title: SectionTitle)? in
      guard case .heading(let level, let text) = block.kind, !labels.contains(folded(text.text))
      else { return nil }
      return (level, SectionTitle(text))
    }
    guard let level = inner.map(\.level).min() else { return [part] }
    let known = inner.filter { $0.level == level && $0.title.isExact && $0.title.kind != part.kind }
    let isFrame = [.about, .other, .contact].contains(part.kind) && !known.isEmpty
    let isMixed =
      known.count >= 2 && part.kind != .skills
      && known.count * 2 >= inner.filter { $0.level == level }.count
    let holdsTalks =
      part.kind == .publications && known.contains { $0.title.kind == .talks }
    // Sections at the level of the entries: these go on where a heading is none of a section.
    let isFlat = part.kind == .experience && Set(known.map(\.title.kind)).count > 2
    // `### Posts` and `### Education` below `## Background`
    let isBackground =
      part.kind == .experience && known.contains { $0.title.kind == .education }
      && inner.allSatisfy { $0.level > level || $0.title.isExact }
    let isOfEntries = !isFlat && !isBackground && !isSlip(part, inner, level)
    guard isFrame || isMixed || holdsTalks || !isOfEntries else { return [part] }
    var parts = [Part(heading: part.heading, blocks: [], span: part.span)]
    var current = 0
    for block in part.blocks {
      if case .heading(level, let text) = block.kind {
        let title = SectionTitle(text)
        let isOwn = !holdsTalks || isMixed || parts.count > 1 || title.kind == .talks
        if title.isExact, isOwn, !labels.contains(folded(text.text)) {
          parts.append(Part(heading: title, blocks: [], span: block.span))
          current = parts.count - 1
          continue
        }
        if isFlat { current = 0 }
      }
      parts[current].blocks.append(block)
    }
    return parts
  }
}

/// The blocks with the names of a work's authors joined to its other lines, where the mark of the
/// first (`# Ada Roe, # Bo Poe`) makes Markdown take them for a heading.
private func restoringMarks(_ nodes: [MarkupNode]) -> [MarkupNode] {
  var nodes = nodes
  for index in nodes.indices.dropLast().reversed() {
    guard let names = nodes[index].headingText, names.text.contains(", #"),
      Reference.isNames(names), let lines = nodes[index + 1].paragraphText
    else { continue }
    let joined = RichText("# ") + names + RichText("\n") + lines
    nodes[index] = MarkupNode(.paragraph(joined), span: nodes[index].span)
    nodes.remove(at: index + 1)
  }
  return nodes
}

/// Whether a block is a quotation that ends with a dash and words in italics: who said so.
private func isEpigraph(_ block: MarkupNode) -> Bool {
  guard case .quote(let blocks) = block.kind, let text = blocks.last?.texts.last?.collapsed() else {
    return false
  }
  // `“Words.” – Ada Roe`
  let scan = TextScan(text)
  if let quoted = quotedRange(scan), quoted.outer.lowerBound == 0,
    case let rest = scan.trim(quoted.outer.upperBound..<scan.count), isDash(scan[rest.lowerBound]),
    1...6 ~= wordCount(scan.slice(rest).trimmedSigns())
  {
    return true
  }
  guard let source = text.runs.last, source.attributes.marks.contains(.emphasis),
    source.length < text.count, source.attributes.link == nil
  else { return false }
  let before = text[0..<text.count - source.length].trimmed().text
  return isDash(before.unicodeScalars.last)
    && wordCount(text[text.count - source.length..<text.count]) <= 6
}

/// Whether the deeper headings of a section are titles of further sections by a slip of their
/// author: all are known, and the entries of the section stand before them.
private func isSlip(
  _ part: Outline.Part, _ inner: [(level: Int, title: SectionTitle)], _ level: Int
) -> Bool {
  let titles = inner.filter { $0.level == level }.map(\.title)
  // Courses and theses are parts of an education.
  let parts: [SectionKind] = part.kind == .education ? [.teaching, .publications] : []
  let areOthers = titles.allSatisfy { title in
    title.isExact && title.kind.map { $0 != part.kind && !parts.contains($0) } == true
  }
  let before = part.blocks.prefix { $0.headingText == nil }
  return areOthers && part.kind != .skills
    && (before.contains { $0.listItems != nil } || before.count { $0.hasWords } > 1)
}

/// Decides which blocks of a page begin a section.
private struct SectionMarks {
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

  init(_ blocks: [MarkupNode]) {
    firstHeading = blocks.first { if case .heading = $0.kind { true } else { false } }
    var counts: [Int: Int] = [:]
    var levels: [Int: Int] = [:]
    for block in blocks {
      guard case .heading(let level, let text) = block.kind else { continue }
      levels[level, default: 0] += 1
      if SectionTitle(text).isExact { counts[level, default: 0] += 1 }
    }
    // One heading on top that says "CV", and the sections below it.
    if case .heading(let top, let text)? = firstHeading?.kind, levels[top] == 1,
      Self.namesPage(text), counts.contains(where: { $0.key > top && $0.value > 1 })
    {
      counts[top] = nil
    }
    if let level = counts.keys.min() {
      style = .heading(level: level)
    } else if let lines = Self.lineStyle(blocks) {
      style = lines
    } else {
      // No known title at all: the level that is used most, but not a lone heading on top.
      let ranks = levels.keys.sorted()
      let level = ranks.first { levels[$0, default: 0] > 1 } ?? ranks.prefix(2).last ?? 1
      style = .heading(level: level)
    }
  }

  /// How a page without headings writes its titles: in bold, or as most lines that are known.
  private static func lineStyle(_ blocks: [MarkupNode]) -> Style? {
    let known = blocks.filter { isKnownLine($0, bold: false) }
    let bold = known.count { isKnownLine($0, bold: true) }
    let labels = known.count(where: isLabelLine)
    if labels > 2, labels > bold, labels * 2 > known.count { return .labelLine }
    return bold > 0 ? .boldLine : known.isEmpty ? nil : .plainLine
  }

  /// `Projects:`, a paragraph of its own, no style in it.
  private static func isLabelLine(_ block: MarkupNode) -> Bool {
    guard let text = block.paragraphText, let sign = text.text.last, sign == ":" || sign == "：",
      text.text.utf8.count <= 60, !text.text.contains("\n"), !text.text.contains("\u{2028}"),
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
      && !lines.contains(where: Reference.isWhole)
      && blocks.allSatisfy { block in
        if case .content = role(of: block) { true } else { false }
      }
  }

  func role(of block: MarkupNode) -> Role {
    switch (style, block.kind) {
    case (.heading(let level), .heading(let own, let text)):
      if own > level { return .content }
      let title = SectionTitle(text)
      if own < level, !title.isExact || Self.namesPage(text) { return .pageTitle(text) }
      if isSentence(text) { return .content }
      if own == level, !title.isExact, block == firstHeading, PersonName(text) != nil {
        return .pageTitle(text)
      }
      return .section(title)
    case (.labelLine, .paragraph(let text)) where Self.isLabelLine(block):
      return .section(SectionTitle(text))
    case (.boldLine, .heading(_, let text)), (.plainLine, .heading(_, let text)),
      (.labelLine, .heading(_, let text)):
      return block == firstHeading ? .pageTitle(text) : .content
    case (.boldLine, .paragraph(let text)) where Self.isKnownLine(block, bold: true):
      return .section(SectionTitle(text))
    case (.plainLine, .paragraph(let text)) where Self.isKnownLine(block, bold: false):
      return .section(SectionTitle(text))
    default: return .content
    }
  }

  /// Whether a heading says only what the page is.
  private static func namesPage(_ text: RichText) -> Bool {
    let words: Set<String> = [
      "cv", "resume", "résumé", "curriculum", "vitae", "lebenslauf", "currículo", "currículum",
    ]
    let title = foldedWords(text.text)
    return !title.isEmpty && title.allSatisfy(words.contains)
  }

  /// A heading that is a whole sentence is text in large letters.
  private func isSentence(_ text: RichText) -> Bool {
    let words = text.collapsed().text.split(separator: " ")
    return words.count > 10 || words.count > 6 && words.last?.hasSuffix(".") == true
  }

  /// A short paragraph of one line that is known as a section title.
  private static func isKnownLine(_ block: MarkupNode, bold: Bool) -> Bool {
    guard let text = block.paragraphText, !text.text.contains("\n"),
      !text.text.contains("\u{2028}"),
      text.text.utf8.count <= 80, !bold || text.isWholly(.strong)
    else { return false }
    let title = SectionTitle(text)
    return title.isExact && text.runs.allSatisfy { $0.attributes.link == nil }
  }
}
