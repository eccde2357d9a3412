// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries that say where they were only once: in a heading or a point above them.
extension DraftFinder {
  /// Reads `### Acme` above `#### 2019 – 2021` or `#### Engineer, 2019 – 2021` and what was then,
  /// once or several times.
  ///
  /// - Returns: Whether the content is built so; else nothing is read.
  mutating func readOwned(_ owner: RichText, _ whole: [MarkupNode], group: RichText?) -> Bool {
    // `*Leeds, UK*` may stand between the name and the posts.
    let place = whole.first?.paragraphText.flatMap { isDateOrPlace($0) && !$0.saysWhen ? $0 : nil }
    let content = Array(whole.dropFirst(place == nil ? 0 : 1))
    guard kind.holdsPostsOrDegrees || kind == .teaching, content.first?.headingText != nil,
      !owner.isDateAlone
    else { return false }
    let starts = content.indices.filter { content[$0].headingText != nil }
    let titles = starts.map { content[$0].texts[0] }
    if place == nil, readStacked(owner, titles, content, group: group) { return true }
    if place == nil, readPostsOfSpan(owner, titles, content) { return true }
    let areDates = titles.allSatisfy(\.isDateAlone)
    guard
      areDates && kind != .teaching
        || !owner.saysWhen && titles.allSatisfy({ isPostAlone($0, below: owner) }),
      !Segment(owner, line: 0).hasRoleWord, SectionTitle(owner).kind == nil
    else { return false }
    for (start, end) in zip(starts, starts.dropFirst() + [content.count]) {
      var draft = EntryDraft(
        lines: headLines(owner, soft: true), hasHeading: true, group: group)
      draft.lines += headLines(content[start].texts[0], soft: true)
      draft.lines += [place].compactMap { $0?.collapsed() }
      draft.body = content[start + 1..<end].filter { !$0.isRule }
      if areDates {
        absorbFirstLine(into: &draft)
      } else {
        absorbParagraphs(into: &draft)
        absorbItems(into: &draft)
      }
      items.append(.draft(draft))
    }
    return true
  }

  /// Reads `### Engineer` right above `#### Acme` and `##### Leeds · 2019 – 2021`: one entry.
  private mutating func readStacked(
    _ owner: RichText, _ titles: [RichText], _ content: [MarkupNode], group: RichText?
  ) -> Bool {
    let lines = [owner] + titles
    guard kind.holdsPostsOrDegrees, titles.count > 1,
      content.prefix(titles.count).allSatisfy({ $0.headingText != nil }),
      titles.contains(where: \.saysWhen), !owner.saysWhen,
      lines.contains(where: { line in
        let segment = Segment(line, line: 0)
        return segment.hasRoleWord || segment.hasDegreeWord
      })
    else { return false }
    var draft = EntryDraft(lines: [], hasHeading: true, group: group)
    draft.lines = lines.flatMap { headLines($0, soft: true) }
    draft.body = content.dropFirst(titles.count).filter { !$0.isRule }
    items.append(.draft(draft))
    return true
  }

  /// Reads `### Acme (2018 – 2021)` above `#### Senior Engineer` and `#### Engineer`: an entry each
  /// in a group that says when all were; nothing says when each was.
  private mutating func readPostsOfSpan(
    _ owner: RichText, _ titles: [RichText], _ content: [MarkupNode]
  ) -> Bool {
    guard kind.holdsPosts, titles.count > 1, case let dated = ExtractedDates(owner),
      dated.dates.map({ $0.end != .none }) == true, dated.rest.hasWords,
      !Segment(owner, line: 0).hasRoleWord,
      titles.allSatisfy({ title in
        !title.saysWhen && segments(of: title, number: 0).first?.hasRoleWord == true
      })
    else { return false }
    let starts = content.indices.filter { content[$0].headingText != nil }
    for (start, end) in zip(starts, starts.dropFirst() + [content.count]) {
      appendHeaded(
        dated.rest.trimmedSigns(), Array(content[start..<end]), group: owner.collapsed())
    }
    return true
  }

  /// `Engineer, 2019 – 2021`: a post or a degree and when that was, but not where.
  ///
  /// Below the name of an institution the words behind a comma name none: `MSc, Rain, 2019`.
  func isPostAlone(_ text: RichText, below owner: RichText) -> Bool {
    guard isPost(text) else { return false }
    let record = readRecord(EntryDraft(lines: headLines(text, soft: true)), in: kind)
    guard let place = record.organisation else { return true }
    let name = Segment(place, line: 0)
    // `Lecturer, Department of Rain`: a part of the institution above.
    if name.hasOrganisationWord, Segment(owner, line: 0).hasOrganisationWord, record.role != nil,
      name.link == nil, topLevelParts(text).count > 1, isUnit(name)
    {
      return true
    }
    return Segment(owner, line: 0).hasOrganisationWord && name.link == nil
      && !name.hasOrganisationWord && !name.isPlace && record.location == nil
  }

  /// `Department of Rain`, `Center for Fog`: a part of an institution, and none of its own.
  private func isUnit(_ name: Segment) -> Bool {
    WordLists.all.contains(name.words.first ?? "", in: .unit)
  }

  /// The entries of `- Acme` above `- Engineer, 2019 – 2021` and other such points.
  func entriesBelowOwner(_ item: MarkupNode.Item, group: RichText?) -> [EntryDraft] {
    guard kind.holdsPostsOrDegrees, item.blocks.count == 2,
      let owner = item.blocks[0].paragraphText,
      !owner.saysWhen, headLines(owner, soft: false).count == 1,
      wordCount(owner) <= 14, !Segment(owner, line: 0).hasRoleWord,
      let points = item.blocks[1].listItems,
      points.allSatisfy({
        $0.blocks.first?.paragraphText.map { isPostAlone($0, below: owner) } ?? false
      })
    else { return [] }
    return points.map { point in
      var draft = draft(of: point, group: group)
      draft.lines.insert(owner.collapsed(), at: 0)
      return draft
    }
  }

  /// The first line of the paragraph below, which names the post or the degree; those behind it
  /// tell of that.
  private func absorbFirstLine(into draft: inout EntryDraft) {
    guard let text = draft.body.first?.paragraphText else { return }
    let lines = headLines(text, soft: false)
    guard let first = lines.first, wordCount(first) <= 12, !first.text.hasSuffix("."),
      !Self.isRemark(first)
    else { return }
    draft.lines.append(first)
    let rest = lines.dropFirst()
    let below = rest.joinedRich(separator: "\u{2028}")
    draft.body[0] = MarkupNode(.paragraph(below), span: below.span ?? draft.body[0].span)
    if rest.isEmpty { draft.body.removeFirst() }
  }

  /// `Thesis: Rain`.
  private static func isRemark(_ line: RichText) -> Bool {
    line.text.contains(": ") || line.text.contains("：")
  }
}

/// Whether the entries of a section are posts in headings: `### Engineer, 2019 – 2021`, each by
/// itself or right below the name of where that was.
func holdsHeadedPosts(_ blocks: [MarkupNode]) -> Bool {
  let finder = DraftFinder(kind: .experience)
  let levels = blocks.compactMap { block -> Int? in
    if case .heading(let level, _) = block.kind { return level }
    return nil
  }
  guard let top = levels.min(), blocks.first?.headingText != nil else { return false }
  return blocks.indices.filter { finder.isHeading(blocks[$0], upTo: top) }.allSatisfy { index in
    blocks[index..<min(index + 2, blocks.count)].contains { block in
      block.headingText.map(finder.isPost) == true
    }
  }
}
