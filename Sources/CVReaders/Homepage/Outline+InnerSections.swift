// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Sections whose titles are deeper than those of most.
extension Outline {
  /// The folded titles of deeper headings that stand in several sections: they name a part of
  /// each, and no section.
  static func repeatedTitles(in sections: [Part]) -> Set<String> {
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
  static func promotingInnerSections(_ part: Part, _ labels: Set<String>) -> [Part] {
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
