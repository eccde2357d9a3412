// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Several posts below the one name of where they were.
extension DraftFinder {
  /// Reads `**Acme** — Leeds` above `**Engineer** | 2019 – 2021` and other posts, each a paragraph
  /// above what was done.
  ///
  /// - Returns: Where the posts end; `nil` where a block is no such name.
  mutating func readPostsBelowName(
    _ blocks: [MarkupNode], at index: Int, group: RichText?
  ) -> Int? {
    guard kind.holdsPosts, isOwnerInBold(blocks, at: index), let owner = blocks[index].paragraphText
    else { return nil }
    let end =
      blocks.indices[(index + 1)...].first { next in
        blocks[next].headingText != nil || headsPosts(blocks, at: next)
      } ?? blocks.count
    for post in posts(in: Array(blocks[index + 1..<end]), below: owner) {
      appendHeaded(owner, post, group: group)
    }
    return end
  }

  /// Whether a line in bold, perhaps before a place, names neither a post nor a time, and a post
  /// with its time follows in a paragraph of its own.
  private func isOwnerInBold(_ blocks: [MarkupNode], at index: Int) -> Bool {
    guard headsPosts(blocks, at: index), let owner = blocks[index].paragraphText,
      let post = blocks[index + 1].paragraphText,
      case let name = segments(of: owner, number: 0), name.count < 3,
      name.allSatisfy({ !$0.hasRoleWord }), SectionTitle(owner).kind == nil,
      !WordLists.all.contains(folded(groupTitle(owner).text), in: .present)
    else { return false }
    return headLines(post, soft: true).allSatisfy { line in
      readRecord(EntryDraft(lines: [line]), in: kind).organisation == nil
    }
  }

  /// Whether a line in bold that does not say when stands above a post with its time.
  private func headsPosts(_ blocks: [MarkupNode], at index: Int) -> Bool {
    guard index + 1 < blocks.count, let title = blocks[index].paragraphText, title.startsBold,
      isTitleLine(title), !title.saysWhen, let post = blocks[index + 1].paragraphText
    else { return false }
    return wordCount(post) <= 16 && isPost(post)
  }

  /// Reads `### Acme` above the points `Engineer, 2019 – 2021` and `Trainee, 2018`, which name no
  /// other place: an entry each.
  ///
  /// - Returns: Whether the content is built so; else nothing is read.
  mutating func readListedPosts(
    _ owner: RichText, _ content: [MarkupNode], group: RichText?
  ) -> Bool {
    let blocks = content.filter { !$0.isRule }
    guard kind.holdsPostsOrDegrees, blocks.count == 1, let points = blocks[0].listItems,
      points.count > 1, !owner.saysWhen, isTitleLine(owner), SectionTitle(owner).kind == nil,
      case let name = Segment(owner, line: 0), !name.hasRoleWord, !name.hasDegreeWord,
      points.allSatisfy({ point in
        point.blocks.first?.paragraphText.map { isPostAlone($0, below: owner) } == true
      })
    else { return false }
    items += points.map { point in
      var draft = draft(of: point, group: group)
      draft.lines.insert(owner.collapsed(), at: 0)
      return .draft(draft)
    }
    return true
  }

  /// Whether a line with a post is no sentence: `In 2021 – 2022 I was head of a team`.
  func listsPost(_ text: RichText) -> Bool {
    let words = foldedWords(text.text)
    return !Phrase.isWhole(text) && !words.contains(where: Phrase.isFirstPerson)
      && words.first.map { !WordLists.all.contains($0, in: [.verb, .functionWord]) } == true
  }

  /// Whether a list follows, perhaps below a label of a few words: `Responsibilities:`.
  func isAbovePoints(_ blocks: [MarkupNode], at index: Int) -> Bool {
    guard index + 1 < blocks.count else { return false }
    return blocks[index + 1].listItems != nil || isLabelOfPoints(blocks, at: index + 1)
  }

  /// Whether a block of a section of posts is a label of a few words above a list.
  func isLabelOfPoints(_ blocks: [MarkupNode], at index: Int) -> Bool {
    guard kind.holdsPostsOrDegrees, index + 1 < blocks.count,
      let label = blocks[index].paragraphText
    else { return false }
    return isGroupLabel(label) && wordCount(label) <= 4 && blocks[index + 1].listItems != nil
  }

  /// The content of a heading, post by post: `**Engineer** — *2020 – 2022*` above a list, twice.
  func posts(in content: [MarkupNode], below owner: RichText) -> [[MarkupNode]] {
    let mayOwn = !owner.saysWhen && !namesPart(owner)
    let starts = content.indices.filter { index in
      guard kind.holdsPostsOrDegrees, let text = content[index].paragraphText else { return false }
      guard index + 1 < content.count, content[index + 1].listItems != nil else {
        if isAbovePoints(content, at: index), mayOwn, isPost(text), listsPost(text) { return true }
        return content[(index + 1)...].first?.paragraphText != nil && isBoldPost(text)
          || isPostAboveDate(text)
          || wordCount(text) <= 16 && postBeforeDate(text) != nil
      }
      return mayOwn && wordCount(text) <= 16 && isPost(text) && listsPost(text)
        || text.startsBold && isHead(text) && namesPart(text)
          && (text.saysWhen || isTeamAbovePost(text))
    }
    guard starts.count > 1, starts[0] <= 2,
      case let intro = content[..<starts[0]], intro.allSatisfy({ $0.paragraphText != nil })
    else { return [content] }
    // Where all of them were stands above each; other words are told of the first.
    let places = intro.filter { $0.paragraphText.map(isDateOrPlace) ?? false }
    return zip(starts, starts.dropFirst() + [content.count]).map { start, end in
      let told = start == starts[0] ? intro.filter { !places.contains($0) } : []
      return places + [content[start]] + told + content[start + 1..<end]
    }
  }

  /// `**Rain Engineer**` above `**2019 – 2021**`, both in one paragraph above what was done.
  private func isBoldPost(_ text: RichText) -> Bool {
    let lines = headLines(text, soft: true)
    return text.isWholly(.strong) && 1...2 ~= lines.count && wordCount(text) <= 16
      && ExtractedDates(lines[lines.count - 1]).dates.map { $0.end != .none } == true
      && !text.isDateAlone
  }

  /// The post of `**Rain Engineer** | 2019 – 2021`: all words in bold, beside a span of time.
  func postBeforeDate(_ text: RichText) -> RichText? {
    guard text.startsBold, case let found = ExtractedDates(text.collapsed()),
      found.dates.map({ $0.end != .none }) == true, case let post = found.rest.trimmedSigns(),
      post.isWholly(.strong), namesPart(post)
    else { return nil }
    return post
  }

  /// Whether a line names what the entries of the section are: posts, or degrees.
  private func namesPart(_ line: RichText) -> Bool {
    let name = Segment(line, line: 0)
    return kind == .education ? name.hasDegreeWord : name.hasRoleWord
  }

  /// `**Rain Engineer**` above `*2019 – 2021*`, both in one paragraph.
  private func isPostAboveDate(_ text: RichText) -> Bool {
    let lines = headLines(text, soft: true)
    return lines.count == 2 && lines[0].isWholly(.strong) && lines[1].isDateAlone
      && namesPart(lines[0])
  }

  /// `**Gauge Team**` above `*Rain Engineer*`, both in one paragraph.
  private func isTeamAbovePost(_ text: RichText) -> Bool {
    let lines = headLines(text, soft: true)
    return lines.count == 2 && lines[0].isWholly(.strong) && lines[1].isWholly(.emphasis)
      && Segment(lines[1], line: 1).hasRoleWord
  }

  /// `### Acme` above several lines, each with a post or a degree and its time: an entry each.
  func postsOfLines(_ draft: EntryDraft) -> [EntryDraft] {
    let posts = draft.lines.indices.dropFirst().filter { isPost(draft.lines[$0]) }
    guard posts.count > 1, !draft.lines[0].saysWhen else { return [draft] }
    return posts.map { post in
      var part = draft
      let isFirst = post == posts[0]
      part.lines = draft.lines.indices.filter { index in
        index == 0 || index == post || isFirst && !posts.contains(index)
      }.map { draft.lines[$0] }
      if post != posts.last { part.body = [] }
      return part
    }
  }

  /// Whether a line names a post or a degree, and says when that was.
  func isPost(_ line: RichText) -> Bool {
    guard let dates = ExtractedDates(line).dates else { return false }
    switch kind {
    case .experience, .volunteer: return dates.end != .none && Segment(line, line: 0).hasRoleWord
    case .education: return Segment(line, line: 0).hasDegreeWord
    case .teaching: return ExtractedDates(line).rest.isShortRole
    default: return false
    }
  }
}
