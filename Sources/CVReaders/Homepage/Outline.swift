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
    case .section(let title): open(title, node)
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

  /// The deeper titles that may be those of sections: not `### Updates` among others below
  /// `## My blog`, where nothing says when.
  private static func knownTitles(
    _ inner: [(level: Int, title: SectionTitle)], at level: Int, in part: Part
  ) -> [(level: Int, title: SectionTitle)] {
    let known = inner.filter {
      $0.level == level && $0.title.isExact && $0.title.kind != part.kind
        && !namesGroup($0.title, in: part)
    }
    guard part.kind == .other, known.map(\.title.kind) == [.news], inner.count > 1 else {
      return known
    }
    let isDated = part.blocks.flatMap(\.texts).contains { text in
      text.holdsDate
    }
    return isDated ? known : []
  }

  /// The deeper headings of a section that are none of the titles of its groups.
  private static func innerTitles(
    of part: Part, _ labels: Set<String>
  ) -> [(level: Int, title: SectionTitle)] {
    part.blocks.compactMap { block in
      guard case .heading(let level, let text) = block.kind, !labels.contains(folded(text.text))
      else { return nil }
      return (level, SectionTitle(text))
    }
  }

  /// Whether a deeper title names a group within its section, and no section: `### Research` below
  /// `## Experience`, `### Journals` below `## Service`, `### Conference Sessions and Papers` below
  /// `## Talks`.
  private static func namesGroup(_ title: SectionTitle, in part: Part) -> Bool {
    switch part.kind {
    case .experience: title.kind == .researchInterests
    case .services: namesReviewed(title, in: part)
    case .talks: joinsMeetings(title, in: part)
    default: false
    }
  }

  /// Whether a title below one of talks joins meetings, and the other names no further kind.
  private static func joinsMeetings(_ title: SectionTitle, in part: Part) -> Bool {
    let words = title.title.text
    return WordLists.all.sectionKind(folded(words)) == nil
      && WordLists.all.occurs(.meeting, in: foldedWords(words))
      && !SectionTitle.parts(joinedIn: part.heading.title.text).contains { name in
        WordLists.all.sectionKind(name).map { $0 != .talks } == true
      }
  }

  /// `### Conferences` and `### Journals` below `## Service`: for which somebody reviewed, where no
  /// works stand below them.
  private static func namesReviewed(_ title: SectionTitle, in part: Part) -> Bool {
    guard let heading = part.blocks.firstIndex(where: { $0.headingText == title.title }),
      case let below = Array(part.blocks[(heading + 1)...].prefix { $0.headingText == nil })
    else { return false }
    return title.kind == .talks && isWordForMeetings(title.title) && !holdsListOfTalks(below)
      || title.kind == .publications && !holdsWorks(below)
  }

  /// Splits a section without a kind of its own at deeper headings that have one.
  private static func promotingInnerSections(_ part: Part, _ labels: Set<String>) -> [Part] {
    let inner = innerTitles(of: part, labels)
    guard let level = inner.map(\.level).min() else { return [part] }
    let known = knownTitles(inner, at: level, in: part)
    let isFrame = [.about, .other, .contact].contains(part.kind) && !known.isEmpty
    let isMixed =
      known.count >= 2 && part.kind != .skills
      && known.count * 2 >= inner.filter { $0.level == level }.count
    let holdsTalks = part.kind == .publications && known.contains { $0.title.kind == .talks }
    // Sections at the level of the entries: these go on where a heading is none of a section.
    let isFlat = part.kind == .experience && Set(known.map(\.title.kind)).count > 2
    let isSoftware = isAboveProjects(part, inner, level)
    guard
      isFrame || isMixed || holdsTalks || isFlat || isSoftware || isAboveWorks(part, known)
        || isBackground(part, inner, level) || isSlip(part, inner, level)
        || isJoined(part, inner, level)
    else { return [part] }
    var parts = [Part(heading: part.heading, blocks: [], span: part.span)]
    var current = 0
    for (index, block) in part.blocks.enumerated() {
      if case .heading(level, let text) = block.kind {
        let title = SectionTitle(text)
        let isGroup = parts.count == 1 && part.kind.holdsWorks && title.kind == part.kind
        let isOwn =
          !isGroup && (!holdsTalks || isMixed || parts.count > 1 || title.kind == .talks)
        let isFurther =
          isFrame && isOther(text, behind: parts.dropFirst().last, part.blocks[(index + 1)...])
        let isKnown = title.isExact && !Self.namesGroup(title, in: part)
        if isKnown || isSoftware || isFurther, isOwn, !labels.contains(folded(text.text)) {
          parts.append(Part(heading: title, blocks: [], span: block.span))
          current = parts.count - 1
          continue
        }
        if isFlat || Self.namesGroup(title, in: part) { current = 0 }
      }
      parts[current].blocks.append(block)
    }
    return parts
  }
}

/// Whether words about one's research stand above deeper headings of its works.
private func isAboveWorks(
  _ part: Outline.Part, _ known: [(level: Int, title: SectionTitle)]
) -> Bool {
  part.kind == .researchInterests && known.contains { $0.title.kind == .publications }
    && part.blocks.first?.paragraphText?.hasWords == true
}

/// Whether a heading names a further part of a page, and no entry of the section before it, which
/// has its own in a list or a table: `### Odds and ends` behind schools.
private func isOther(
  _ text: RichText, behind part: Outline.Part?, _ content: ArraySlice<MarkupNode>
) -> Bool {
  guard let part, part.blocks.allSatisfy({ $0.headingText == nil }),
    part.blocks.contains(where: { block in
      if case .table = block.kind { true } else { block.listItems != nil }
    }), wordCount(text) <= 4, !text.saysWhen, case let name = Segment(text, line: 0)
  else { return false }
  let told = content.prefix { $0.headingText == nil }.flatMap(\.texts)
  return !name.hasRoleWord && !name.hasOrganisationWord && !name.hasDegreeWord && name.link == nil
    && !told.contains(where: \.saysWhen)
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

/// `### Posts` and `### Education` below `## Background`.
private func isBackground(
  _ part: Outline.Part, _ inner: [(level: Int, title: SectionTitle)], _ level: Int
) -> Bool {
  part.kind == .experience
    && inner.contains { $0.level == level && $0.title.isExact && $0.title.kind == .education }
    && inner.allSatisfy { $0.level > level || $0.title.isExact }
}

/// `### Certificates` and `### Awards` below `## Certificates and Awards`: whether a title joins
/// those of all deeper headings, which are of two kinds or more; prizes and grants are of one.
private func isJoined(
  _ part: Outline.Part, _ inner: [(level: Int, title: SectionTitle)], _ level: Int
) -> Bool {
  guard part.blocks.first?.headingText != nil else { return false }
  let titles = inner.filter { $0.level == level }.map(\.title)
  let parts = SectionTitle.parts(joinedIn: part.heading.title.text)
  let kinds = Set(parts.compactMap { WordLists.all.sectionKind($0) })
  return kinds.subtracting([.funding]).count > 1 && Set(titles.compactMap(\.kind)) == kinds
    && titles.allSatisfy { title in
      title.isExact && parts.contains { folded(title.title.text).hasPrefix($0) }
    }
}

/// `## Open Source` and `## Own Projects` below `# Software` and what is known of it.
private func isAboveProjects(
  _ part: Outline.Part, _ inner: [(level: Int, title: SectionTitle)], _ level: Int
) -> Bool {
  part.kind == .skills && part.blocks.first?.headingText == nil && inner.count > 1
    && inner.allSatisfy { $0.level > level || $0.title.kind == .projects }
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
