// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

extension Outline.Part {
  /// The kind of a section whose title says less than what it holds.
  var kindByContent: SectionKind? {
    switch heading.kind {
    case nil, .news:
      holdsTableOfPosts(blocks) || holdsHeadedPosts(blocks) || namesEmployer(heading.title)
        || heading.namesCV && holdsDatedLines(blocks)
        ? .experience : holdsListOfDegrees(blocks) ? .education : heading.kind
    case .services where holdsListOfWorks(blocks): .publications
    case .projects where holdsTableOfPosts(blocks): .experience
    case .projects where namesWork(heading.title) && holdsListOfWorks(blocks): .publications
    case .collaborators: holdsListOfStudents(blocks) ? .supervision : .collaborators
    case .skills where holdsRepositories(blocks): .projects
    case .skills where namesExperience(heading.title) && holdsPosts(blocks): .experience
    case .experience where namesWork(heading.title) && holdsNamesAlone(blocks): .projects
    case .researchInterests:
      holdsListOfWorks(blocks)
        ? .publications
        : holdsListOfPosts(blocks) || holdsDatedCards(blocks)
          ? .experience : holdsProjects(blocks) ? .projects : .researchInterests
    case .contact where tellsOfOwner(blocks): .about
    case .publications where namesMeetings(heading.title):
      holdsListOfTalks(blocks) || namesOnlyMeetings(heading.title) && !holdsWorks(blocks)
        || isWordForMeetings(heading.title) && listsNoWorks(blocks)
        ? .talks : .publications
    default: heading.kind
    }
  }
}

/// `Selected work`: what somebody made, or where somebody was.
private func namesWork(_ title: RichText) -> Bool {
  foldedWords(title.text).last.map { $0 == "work" || $0 == "works" } == true
}

/// Whether a section is a list of links, and nothing says when something was or as what.
private func holdsNamesAlone(_ blocks: [MarkupNode]) -> Bool {
  guard blocks.count == 1, let points = blocks[0].listItems, points.count > 1 else { return false }
  return points.allSatisfy { point in
    guard point.blocks.count == 1, let text = point.blocks[0].paragraphText?.collapsed(),
      case let name = Segment(text, line: 0)
    else { return false }
    return name.link != nil && !text.saysWhen && !name.hasRoleWord && !name.hasOrganisationWord
  }
}

/// Whether most points of the first list begin with when somebody had a post or a degree.
private func holdsDatedLines(_ blocks: [MarkupNode]) -> Bool {
  let points = blocks.lazy.compactMap(\.listItems).first ?? []
  let named = points.count { point in
    guard let line = point.blocks.first?.paragraphText, startsWithDate(line) else { return false }
    let first = Segment(line, line: 0)
    return first.hasRoleWord || first.hasDegreeWord
  }
  return named > 1 && named * 2 > points.count
}

/// `Fen Works Ltd (2019 - 2022)`: whether a title says how long somebody was with a body that
/// gives no degrees.
private func namesEmployer(_ title: RichText) -> Bool {
  guard case let extracted = ExtractedDates(title), let end = extracted.dates?.spans.first?.end,
    end != .none, case let body = Segment(extracted.rest, line: 0), body.hasOrganisationWord,
    !body.hasDegreeWord, !WordLists.all.occurs([.school, .meeting], in: body.words)
  else { return false }
  // `Blog of the Rain Company` is none, and `Bank of Fen` is one.
  let name = body.words.prefix { !WordLists.all.contains($0, in: .genitive) }
  return WordLists.all.occurs(.organisation, in: Array(name))
}

/// `Conferences, seminars, workshops`: whether a title joins meetings of several kinds.
private func namesOnlyMeetings(_ title: RichText) -> Bool {
  let words = foldedWords(title.text).filter { !WordLists.all.isJoint(Substring($0)) }
  return words.count > 1 && words.allSatisfy { WordLists.all.contains($0, in: .meeting) }
}

/// Whether most points of a list say that they were talks: with a word for that which is no praise
/// of a paper as `Poster` is, or with one beside a day.
func holdsListOfTalks(_ blocks: [MarkupNode]) -> Bool {
  let drafts = DraftFinder.drafts(of: blocks, kind: .talks)
  let talks = drafts.filter { draft in
    let text = draft.lines.joinedRich(separator: " ")
    // Neither titles nor the words of buttons say what a work was.
    var told = ""
    text.forEachRun { run, words in
      let isButton = run.attributes.link != nil && words.split(separator: " ").count < 3
      if !isButton, !run.attributes.marks.contains(.emphasis) { told += words + " " }
    }
    let words = foldedWords(told).filter { WordLists.all.sectionKind($0) == .talks }
    return words.contains { !WordLists.all.contains($0, in: .publicationAward) }
      || !words.isEmpty
        && DateParser(TextScan(text)).matches().contains { $0.dates.start?.day != nil }
  }
  return talks.count > 1 && talks.count * 2 > drafts.count
}

/// `Conferences`: whether a title is one word for meetings.
func isWordForMeetings(_ title: RichText) -> Bool {
  let words = foldedWords(title.text)
  return words.count == 1 && WordLists.all.contains(words[0], in: .meeting)
}

/// Whether most of what a section lists shows no sign of a work: neither who wrote it, nor a venue
/// with its year.
private func listsNoWorks(_ blocks: [MarkupNode]) -> Bool {
  let drafts = DraftFinder.drafts(of: blocks, kind: .publications)
  var reader = PublicationReader()
  let works = drafts.compactMap { reader.read($0) }.filter { work in
    // `Rain Week, Leeds, June 2025` says where somebody spoke.
    let isShown = work.venue != nil && work.location == nil
    return work.authors.count > 1 || work.doi != nil
      || work.year != nil && (work.authors.count == 1 || isShown)
  }
  return drafts.count > 1 && works.count * 2 < drafts.count
}

/// Whether a section below a title such as `基本信息` tells of the owner in paragraphs, and names no
/// way to reach her.
private func tellsOfOwner(_ blocks: [MarkupNode]) -> Bool {
  let texts = blocks.flatMap(\.texts).filter(\.hasWords)
  return texts.count > 1
    && texts.allSatisfy { text in
      let isLong =
        wordCount(text) > 30 || text.text.unicodeScalars.prefix(200).count(where: isCJK) > 60
      return isLong && !text.text.contains("@") && !holdsNumberOfPhone(text.text)
        && text.text.last.map { ".。".contains($0) } == true
    }
}

/// Whether seven digits or more stand in a row, blanks and signs between them aside: `2015 - 2019`
/// are years.
private func holdsNumberOfPhone(_ text: String) -> Bool {
  text.split { !$0.isNumber && !"-+() ".contains($0) }.contains { part in
    part.count(where: \.isNumber) >= 7
      && !part.split { !$0.isNumber }.allSatisfy { String($0).plainYear != nil }
  }
}

/// Whether each of two parts or more below titles is told in a sentence, and half of them or more
/// lead to a demonstration, code or a paper in a row of links: below `Research`, projects.
private func holdsProjects(_ blocks: [MarkupNode]) -> Bool {
  let parts = titledParts(blocks)
  let areTold = parts.allSatisfy { part in
    part.contains { $0.paragraphText.map { wordCount($0) > 12 } == true }
  }
  return parts.count > 1 && areTold
    && parts.count { $0.contains(where: isRowOfLinks) } * 2 >= parts.count
}

/// What stands below each heading of the highest level, or in each quotation below words in bold.
private func titledParts(_ blocks: [MarkupNode]) -> [[MarkupNode]] {
  let quotes = blocks.compactMap { block -> [MarkupNode]? in
    guard case .quote(let inner) = block.kind, let title = inner.first?.paragraphText,
      title.isWholly(.strong), isTitleLine(title)
    else { return nil }
    return Array(inner.dropFirst())
  }
  guard quotes.isEmpty, let top = blocks.compactMap(\.headingLevel).min() else { return quotes }
  let starts = blocks.indices.filter { blocks[$0].headingLevel == top }
  return zip(starts, starts.dropFirst() + [blocks.count]).map { Array(blocks[($0 + 1)..<$1]) }
}

/// `[Demo](…) · [Source code](…)`, in a line or a list: links, of which one says where it leads.
private func isRowOfLinks(_ block: MarkupNode) -> Bool {
  let texts = block.texts.filter(\.hasWords)
  guard block.headingText == nil, !texts.isEmpty else { return false }
  return texts.allSatisfy { wordCount($0) <= 10 && $0.runs.contains { $0.attributes.link != nil } }
    && texts.contains { WordLists.all.occurs(.linkLabel, in: foldedWords($0.text)) }
}

/// `Programming Experience`: whether the last word of a title may also be that of posts.
private func namesExperience(_ title: RichText) -> Bool {
  foldedWords(title.text).last.map { WordLists.all.sectionKind($0) == .experience } == true
}

/// `Conferences`: whether a title says at what works were shown, and not what they are.
private func namesMeetings(_ title: RichText) -> Bool {
  let words = foldedWords(title.text)
  let works = words.filter { WordLists.all.sectionKind($0) == .publications }
  return !works.isEmpty && works.allSatisfy { WordLists.all.contains($0, in: .meeting) }
}
