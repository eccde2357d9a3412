// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Terms and what is said of them.
extension DraftFinder {
  mutating func readDefinitions(
    _ definitions: [MarkupNode.Definition], group: RichText?
  ) {
    for definition in definitions {
      items += drafts(of: definition, group: group).map { .draft($0) }
    }
  }

  /// Whether a heading that says no time stands above two names or more, linked or in bold, with
  /// what each is: `[Tern](…)` above `: A map of rain`.
  func isAboveDefinitions(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    let definitions = content.filter(\.hasWords).map { block -> [MarkupNode.Definition] in
      if case .definitions(let all) = block.kind { all } else { [] }
    }
    let all = definitions.flatMap { $0 }
    return hasBodies && all.count > 1 && !definitions.contains(where: \.isEmpty)
      && all.allSatisfy { definition in
        definition.terms.count == 1
          && (definition.terms[0].isWholly(.strong)
            || Segment(definition.terms[0], line: 0).link != nil)
          && !definition.terms[0].saysWhen && !definition.terms[0].text.hasSuffix(":")
      } && !title.saysWhen
  }

  private func drafts(
    of definition: MarkupNode.Definition, group: RichText?
  ) -> [EntryDraft] {
    if let school = school(above: definition) {
      let courses = definition.descriptions.compactMap { $0.first?.paragraphText?.collapsed() }
      let group = joinedGroup(group, school)
      return courses.map { EntryDraft(lines: [$0], isItem: true, group: group) }
    }
    var shown = definition.descriptions.filter { $0.contains(where: \.hasWords) }
    let isOne =
      isWork(definition) || isListOfSkills(definition) || isPostOfLines(definition)
      || isHeadBelowDate(definition)
    if isOne { shown = [shown.flatMap { $0 }] }
    return (shown.isEmpty ? [[]] : shown).map { description in
      var draft = EntryDraft(lines: definition.terms.map { $0.collapsed() }, group: group)
      draft.hasHeading = !draft.lines.contains(where: \.saysWhen)
      var blocks = description[...]
      while let text = blocks.first?.paragraphText {
        draft.lines += headLines(text, soft: false)
        blocks = blocks.dropFirst()
        guard isOne else { break }
      }
      if kind.holdsPostsOrDegrees, let place = blocks.first?.paragraphText.flatMap(bracketedPlace) {
        draft.lines.append(place)
        blocks = blocks.dropFirst()
      }
      draft.body = Array(blocks)
      return draft
    }
  }

  /// The place that a paragraph of its own names in brackets: `(Leeds, UK)`.
  private func bracketedPlace(_ text: RichText) -> RichText? {
    let scan = TextScan(text.collapsed())
    guard scan.finalBracket == 0, case let inner = scan.slice(scan.trim(1..<scan.count - 1)),
      Gazetteer.isPlace(inner.text)
    else { return nil }
    return inner
  }

  /// The school above courses with their years: `Fen University` above `: Rain, BSc, 2019`.
  private func school(above definition: MarkupNode.Definition) -> RichText? {
    guard kind == .teaching, definition.terms.count == 1, case let term = definition.terms[0],
      !Segment(term, line: 0).hasRoleWord, !term.saysWhen, !definition.descriptions.isEmpty,
      // `Rain 101, Fen University` is a course.
      let name = topLevelParts(term).first, Segment(name, line: 0).hasOrganisationWord,
      !term.text.contains(where: \.isNumber)
    else { return nil }
    let areCourses = definition.descriptions.allSatisfy { description in
      guard description.count == 1, let line = description[0].paragraphText else { return false }
      let parts = topLevelParts(line)
      return parts.count > 1 && line.saysWhen && !Segment(parts[0], line: 0).hasOrganisationWord
        && !parts[0].isDateAlone
    }
    guard areCourses else { return nil }
    // `Lecturer, 2019`; among many courses one may be held as `Advisor, 2019`.
    let posts = definition.descriptions.compactMap { $0.first?.paragraphText }
      .count { topLevelParts($0).first.map { Segment($0, line: 0).hasRoleWord } == true }
    return posts * 2 < definition.descriptions.count ? term.collapsed() : nil
  }

  /// Whether the term is the title of a work, and each description a line of it.
  private func isWork(_ definition: MarkupNode.Definition) -> Bool {
    kind.holdsWorks && definition.descriptions.count > 1
      && !definition.terms.contains(where: \.saysWhen)
      && definition.descriptions.allSatisfy { description in
        description.count == 1
          && description[0].paragraphText.map { !Reference.isWhole($0.collapsed()) } == true
      }
  }

  /// Whether several descriptions are what somebody can do of a kind, each a line.
  private func isListOfSkills(_ definition: MarkupNode.Definition) -> Bool {
    (kind == .skills || kind == .interests) && definition.descriptions.count > 1
      && definition.descriptions.allSatisfy { $0.count == 1 && $0[0].paragraphText != nil }
  }

  /// Whether several descriptions are fields, one of them when that was: `Engineer` above `: Acme`
  /// and `: 2012 – 2014`.
  private func isPostOfLines(_ definition: MarkupNode.Definition) -> Bool {
    let lines = definition.descriptions.compactMap { description in
      description.count == 1 ? description[0].paragraphText : nil
    }
    return hasBodies && 2...4 ~= lines.count && lines.count == definition.descriptions.count
      && lines.allSatisfy { wordCount($0) <= 14 } && lines.count(where: \.isDateAlone) == 1
      && !definition.terms.contains(where: \.saysWhen)
  }

  /// Whether a date stands above what was then, in a style or a few words, and above what else is
  /// said of that: `2012` above `: **Engineer**`, `: *Rain of the fens*` and `: Acme`.
  private func isHeadBelowDate(_ definition: MarkupNode.Definition) -> Bool {
    let lines = definition.descriptions.compactMap { description in
      description.count == 1 ? description[0].paragraphText : nil
    }
    return kind.holdsPostsOrDegrees && 2...4 ~= lines.count
      && lines.count == definition.descriptions.count && lines.allSatisfy { wordCount($0) <= 40 }
      && definition.terms.allSatisfy(\.isDateAlone)
      && (lines[0].startsBold || namesPostAlone(lines))
      && !lines.dropFirst().contains { $0.startsBold || $0.saysWhen }
  }

  /// `Engineer` above `Acme, Leeds`: a post or a degree and nothing else in the first line alone.
  private func namesPostAlone(_ lines: [RichText]) -> Bool {
    let segments = lines.map { Segment($0, line: 0) }
    let areNamed = segments.map { $0.hasRoleWord || $0.hasDegreeWord }
    return areNamed[0] && !areNamed.dropFirst().contains(true) && wordCount(lines[0]) <= 6
      && !segments[0].hasOrganisationWord && topLevelParts(lines[0]).count == 1
  }

  /// Where the text ends that stands below a definition with a date: `2012 – 2014` above `: Acme`.
  func definedEnd(_ blocks: [MarkupNode], at index: Int) -> Int? {
    guard hasBodies, case .definitions(let definitions) = blocks[index].kind,
      definitions.count == 1, let draft = drafts(of: definitions[0], group: nil).first,
      draft.lines.contains(where: \.saysWhen), index + 1 < blocks.count,
      blocks[index + 1].paragraphText != nil || blocks[index + 1].listItems != nil
    else { return nil }
    return blocks[(index + 1)...].firstIndex { block in
      if case .definitions = block.kind { return true }
      return block.headingText != nil
    } ?? blocks.count
  }

  /// Reads a definition as the head of the text below it.
  mutating func readDefined(
    _ definitions: MarkupNode, _ content: [MarkupNode], group: RichText?
  ) {
    guard case .definitions(let all) = definitions.kind, let definition = all.first else { return }
    var drafts = drafts(of: definition, group: group)
    drafts[drafts.count - 1].body += content.filter { !$0.isRule }
    absorbOpening(into: &drafts[drafts.count - 1])
    if kind == .education { absorbParagraphs(into: &drafts[drafts.count - 1]) }
    items += drafts.map { .draft($0) }
  }

  /// `*Engineer*. Built boats.`: styled words that name the post, which the head does not.
  private func absorbOpening(into draft: inout EntryDraft) {
    guard kind.holdsPosts, let text = draft.body.first?.paragraphText,
      let first = text.runs.first, first.length < text.count,
      !first.attributes.marks.isDisjoint(with: [.strong, .emphasis])
    else { return }
    let post = text[0..<first.length].collapsed()
    let rest = text[first.length..<text.count].trimmed()
    guard wordCount(post) <= 8, Segment(post, line: 0).hasRoleWord,
      let sign = rest.text.unicodeScalars.first, ".:,;。：".unicodeScalars.contains(sign),
      !draft.lines.contains(where: { Segment($0, line: 0).hasRoleWord })
    else { return }
    draft.lines.append(post)
    let below = rest[UTF8.width(sign)..<rest.count].trimmed()
    draft.body[0] = MarkupNode(.paragraph(below), span: draft.body[0].span)
    if below.isEmpty { draft.body.removeFirst() }
  }
}
