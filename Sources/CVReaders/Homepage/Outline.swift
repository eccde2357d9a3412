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
  /// Whether a list stands below the first line of the page, which names no page then.
  private var opensWithList = false
  /// Whether a plain line is the title of the section that goes on.
  private var isBelowLine = false
  /// Whether the last section goes on.
  private var isOpen = false
  /// How deep its heading is, where those of most sections are less deep.
  private var openLevel = 0
  /// How many deeper headings of each level were known titles of sections so far.
  private var innerCounts: [Int: Int] = [:]

  /// A section with the blocks in it; deeper headings are among them.
  struct Part {
    var heading: SectionTitle
    var blocks: [MarkupNode]
    var span: SourceSpan?

    var kind: SectionKind { heading.kind ?? .other }
  }

  init(_ nodes: [MarkupNode]) {
    var nodes = headingByClass(restoringMarks(openingFixedWidth(openingLayoutTables(nodes))))
    nodes = headingsAboveLabels(nodes.prefix(1).flatMap(openingCell) + nodes.dropFirst())
    nodes = loweringCards(partingButtons(nodes))
    if let name = Self.takeName(from: &nodes) { pageTitles.append(name) }
    let marks = SectionMarks(Self.flattened(nodes))
    opensWithList = nodes.count > 1 && nodes[1].listItems != nil
    for node in nodes { read(node, marks) }
    preamble = preamble.flatMap(openingCell).map(openingLabels)
    epigraphs = preamble.filter(isEpigraph).flatMap(\.texts)
    preamble.removeAll(where: isEpigraph)
    openTagline()
    let labels = Self.repeatedTitles(in: sections)
    sections = sections.flatMap { Self.promotingInnerSections($0, labels) }
  }

  /// Takes a block, or the blocks in a frame, into the section that is open.
  private mutating func read(_ node: MarkupNode, _ marks: SectionMarks) {
    if let parts = marks.partingTitles(node, below: sections.last?.kind) {
      for part in parts { read(part, marks) }
      return
    }
    if case .group(let group) = node.kind, Self.holdsHeading(node) {
      let isWork = sections.last?.kind.holdsWorks ?? false
      guard isWork, isOpen, marks.isCard(node) else {
        for child in group.children { read(child, marks) }
        return
      }
    }
    switch marks.role(of: node, below: sections.last?.kind) {
    case .section(let title):
      if isYearInSection(title.title), case .heading(let level, let text) = node.kind {
        let lowered = MarkupNode.Kind.heading(level: level + 1, text)
        sections[sections.count - 1].blocks.append(MarkupNode(lowered, span: node.span))
      } else {
        open(title, node)
      }
    case .pageTitle(let title):
      isOpen = false
      pageTitles.append(title)
    case .content:
      if let inner = innerTitle(node) {
        open(inner.title, node)
        openLevel = inner.level
        if inner.title.isExact { innerCounts[inner.level, default: 0] += 1 }
      } else if isOpen ? isBelowLine : !preamble.isEmpty || opensWithList,
        let title = marks.plainTitle(node)
      {
        open(title, node)
        isBelowLine = true
      } else if isOpen {
        sections[sections.count - 1].blocks.append(node)
      } else {
        preamble.append(node)
      }
    }
  }

  /// Takes `## Rain Engineer` right below the name for no section, where only short lines stand
  /// below it.
  private mutating func openTagline() {
    guard sections.count > 1, !pageTitles.isEmpty, preamble.isEmpty,
      case let first = sections[0], first.heading.title.isTagline, first.blocks.count <= 4,
      first.blocks.allSatisfy({ block in
        block.paragraphText.map { text in
          headLines(text, soft: true).allSatisfy { wordCount($0) <= 12 && !$0.saysWhen }
        } ?? !block.hasWords
      })
    else { return }
    pageTitles.append(first.heading.title)
    preamble = first.blocks
    sections.removeFirst()
  }

  /// Whether a heading is one of the years of the section that is open: `# 2025` and `# 2024` below
  /// `# Publications`, each as large as that.
  private func isYearInSection(_ title: RichText) -> Bool {
    guard isOpen, title.text.plainYear != nil, let last = sections.last else { return false }
    let finder = DraftFinder(kind: last.kind)
    return finder.groupsByYear || last.kind == .news || !last.blocks.contains(where: \.hasWords)
  }

  private mutating func open(_ title: SectionTitle, _ heading: MarkupNode) {
    (isOpen, isBelowLine) = (true, false)
    openLevel = 0
    sections.append(Part(heading: title, blocks: [], span: heading.span))
  }

  /// The title of a section in a heading that is deeper than those of most sections.
  ///
  /// One may stand before them all, and others of its level behind it; of three or more such,
  /// further ones may follow among the sections: to their author both levels are one.
  private func innerTitle(_ block: MarkupNode) -> (title: SectionTitle, level: Int)? {
    guard case .heading(let level, let text) = block.kind, wordCount(text) <= 10 else { return nil }
    let title = SectionTitle(text)
    guard isOpen else { return title.isExact ? (title, level) : nil }
    let isHabit =
      innerCounts[level] ?? 0 > 2 && title.isExact && title.kind != sections.last?.kind
    return isHabit || level <= openLevel ? (title, level) : nil
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

  /// Takes the first line of a page, where it is a name and nothing else.
  private static func takeName(from nodes: inout [MarkupNode]) -> RichText? {
    guard let first = nodes.first else { return nil }
    if case .group(var group) = first.kind {
      guard let name = takeName(from: &group.children) else { return nil }
      nodes[0] = MarkupNode(.group(group), span: first.span)
      return name
    }
    guard let text = first.paragraphText else { return nil }
    let (line, rest) = firstLine(of: text)
    // Below `Ada Roe` stands `ada@example.org`, but no `is a painter`.
    let next = rest?.text.prefix { !isSpace($0.unicodeScalars.first ?? " ") } ?? ""
    let isSentence = next.first?.isLowercase == true && next.allSatisfy(\.isLetter)
    guard line.isUnlinked, PersonName(line) != nil, !isSentence
    else { return nil }
    let left = rest.map { [MarkupNode(.paragraph($0), span: $0.span)] } ?? []
    nodes.replaceSubrange(0...0, with: left)
    return line
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
