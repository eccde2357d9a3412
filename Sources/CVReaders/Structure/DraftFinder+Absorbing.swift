// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Blocks below the head of an entry that belong to it.
extension DraftFinder {
  /// Takes paragraphs that tell what was done below a post that is the only point of its list.
  ///
  /// - Returns: Where they end.
  mutating func absorbTold(_ blocks: [MarkupNode], below list: Int) -> Int {
    var index = list + 1
    guard kind.holdsPosts, blocks[list].listItems?.count == 1, case .draft(var post)? = items.last,
      post.isItem, post.body.isEmpty, post.lines.contains(where: \.saysWhen),
      post.lines.allSatisfy({ wordCount($0) <= 25 })
    else { return index }
    while index < blocks.count, let told = blocks[index].paragraphText, !told.startsBold,
      told.text.last.map({ ".。".contains($0) }) == true,
      wordCount(told) > 12 || told.text.unicodeScalars.count(where: isCJK) > 30
    {
      post.body.append(blocks[index])
      index += 1
    }
    items[items.count - 1] = .draft(post)
    return index
  }

  /// `### Organisation (dates)` above `#### Role`.
  func absorbHeading(into draft: inout EntryDraft) {
    guard case .heading(_, let text)? = draft.body.first?.kind else { return }
    draft.lines += headLines(text, soft: true)
    draft.body.removeFirst()
  }

  /// A quote right below a heading that says when.
  func absorbQuote(into draft: inout EntryDraft) {
    guard case .quote(let blocks)? = draft.body.first?.kind,
      let text = blocks.first?.paragraphText, blocks.count == 1, wordCount(text) <= 12,
      text.collapsed().saysWhen
    else { return }
    draft.lines += headLines(text, soft: true)
    draft.body.removeFirst()
  }

  /// Short paragraphs below a heading say what the entry is: role, place, dates.
  func absorbParagraphs(into draft: inout EntryDraft) {
    while let text = draft.body.first?.paragraphText {
      let lines = headLines(text, soft: false)
      // Of words without spaces between them the bytes say how long they are.
      let isShort =
        lines.count <= 3 && lines.allSatisfy { wordCount($0) <= 30 && $0.count <= 240 }
      let segment = Segment(text, line: 0)
      // Below a head that says when, a date in many words is that of what they tell.
      let isDated =
        lines.contains(where: \.saysWhen)
        && (wordCount(text) <= 20 || !draft.lines.contains(where: \.saysWhen))
      let saysWhat =
        isDated || segment.hasRoleWord
        || segment.hasDegreeWord || segment.isEmphasised && !isListOfNames(text)
        || isDateOrPlace(text)
        || isEmployer(text, below: draft.lines) || isEmployerAbovePlace(in: draft)
        || beginsAboveDate(draft.body, below: draft.lines)
      let arePosts = lines.count > 1 && lines.allSatisfy(isPost)
      // `Rain Studies, minor in Mud.` tells of a degree, and is none.
      let tells =
        kind == .education && segment.text.text.hasSuffix(".") && !lines.contains(where: \.saysWhen)
        && WordLists.all.match(segment.words[...], in: .degree) == nil
      let isTold = isTold(text) || isTold(text, below: draft.lines)
      guard isShort && saysWhat && !tells && !isTold || arePosts, draft.lines.count <= 3
      else { return absorbToldPost(from: text, into: &draft) }
      if let post = openingPost(of: text) {
        draft.lines.append(post)
        let rest = text.collapsed()[post.count..<text.collapsed().count].trimmedSentence()
        draft.body[0] = MarkupNode(.paragraph(rest), span: draft.body[0].span)
        return
      }
      draft.lines += headLines(
        text, soft: lines.count == 1 && text.text.contains("\n") && isHead(text))
      draft.body.removeFirst()
    }
  }

  /// `**Acme | Leeds**` right below `### Rain Engineer (2020 – 2022)`, `Fen College` below a
  /// degree.
  private func isEmployer(_ text: RichText, below lines: [RichText]) -> Bool {
    if kind == .education { return isSchool(text, below: lines) }
    guard kind.holdsPosts, lines.count == 1, text.isWholly(.strong),
      wordCount(text) <= 10, let last = text.text.unicodeScalars.last,
      !".:!?;".unicodeScalars.contains(last)
    else { return false }
    return lines[0].saysWhen && Segment(lines[0], line: 0).hasRoleWord
  }

  /// `Acme` above `Leeds, UK · Remote`, or `Rain Lab, Fen University`, right below the heading
  /// `Rain Engineer`.
  private func isEmployerAbovePlace(in draft: EntryDraft) -> Bool {
    guard kind.holdsPosts, let text = draft.body.first?.paragraphText, isTitleLine(text),
      text.startsWithCapital, wordCount(text) <= 10, !text.saysWhen, draft.lines.count <= 2,
      case let head = draft.lines.map({ Segment($0, line: 0) }),
      head.contains(where: \.hasRoleWord),
      !head.contains(where: \.hasOrganisationWord),
      case let name = Segment(text, line: 0), !name.hasRoleWord
    else { return false }
    if name.hasOrganisationWord, topLevelParts(text).count <= 3 { return true }
    return draft.body.dropFirst().first?.paragraphText.map { place in
      fieldParts(place).allSatisfy { isDateOrPlace($0) } && !isDateOrPlace(text)
    } ?? false
  }

  private func isSchool(_ text: RichText, below lines: [RichText]) -> Bool {
    let segments = lines.map { Segment($0, line: 0) }
    return wordCount(text) <= 16 && !text.text.hasSuffix(".")
      && Segment(text, line: 0).hasOrganisationWord && lines.contains(where: \.saysWhen)
      && segments[0].hasDegreeWord && !segments.contains(where: \.hasOrganisationWord)
  }

  /// List items that say only when or where, or a role in italics, belong to the head.
  func absorbItems(into draft: inout EntryDraft) {
    guard case .list(var list)? = draft.body.first?.kind else { return }
    var nested: [MarkupNode] = []
    if isPostOfHead(list.items, below: draft.lines),
      let text = list.items[0].blocks[0].paragraphText
    {
      draft.lines.append(text.collapsed())
      nested = Array(list.items.removeFirst().blocks.dropFirst())
    }
    while let item = list.items.first, nested.isEmpty, let text = item.blocks.first?.paragraphText {
      let lines = headLines(text, soft: true)
      let isRole = text.isWholly(.emphasis) && wordCount(text) <= 14
      guard lines.allSatisfy({ isDateOrPlace($0) || isDatedState($0) }) || isRole else { break }
      draft.lines += lines
      nested = Array(item.blocks.dropFirst())
      list.items.removeFirst()
    }
    let rest = list.items.isEmpty ? [] : [MarkupNode(.list(list), span: draft.body[0].span)]
    draft.body = nested + rest + draft.body.dropFirst()
  }

  /// `- **Rain Engineer** (2019 – 2021)`, `- Rain Engineer, 2019 – 2021`: the post that the first
  /// point alone names, below a head without post and date.
  ///
  /// Two such points are a post each.
  private func isPostOfHead(_ items: [MarkupNode.Item], below lines: [RichText]) -> Bool {
    guard kind.holdsPosts, let first = items.first?.blocks.first?.paragraphText,
      lines.allSatisfy({ !$0.saysWhen && !Segment($0, line: 0).hasRoleWord })
    else { return false }
    guard let post = postBeforeDate(first), wordCount(post) <= 8 else {
      return wordCount(first) <= 16 && isPost(first) && listsPost(first)
        && !items.dropFirst().contains { $0.blocks.first?.paragraphText.map(isPost) == true }
    }
    return items.dropFirst().allSatisfy { item in
      item.blocks.first?.paragraphText.map { !$0.startsBold || !$0.saysWhen } ?? true
    }
  }

  /// `Rain Engineer. Built gauges and kept them.`: the post that the first of several sentences is.
  private func openingPost(of text: RichText) -> RichText? {
    let line = text.collapsed()
    guard kind.holdsPosts, line.text.hasSuffix("."),
      line.runs.count == 1, case let scan = TextScan(line),
      let stop = scan.firstRange(of: ". ")?.lowerBound, stop + 2 < scan.count,
      case let post = scan.slice(0..<stop), 1...5 ~= wordCount(post), !post.text.contains(","),
      case let segment = Segment(post, line: 0), segment.hasRoleWord,
      !WordLists.all.contains(segment.words.last ?? "", in: .abbreviation), !Phrase.isWhole(post),
      !line.saysWhen
    else { return nil }
    return post
  }

  /// `As an engineer in the Rain team, I built gauges.`: a sentence, whatever it names.
  private func isTold(_ text: RichText) -> Bool {
    let line = text.collapsed()
    guard let first = foldedWords(line.text).first, Phrase.isFunctionWord(first) else {
      return false
    }
    return wordCount(line) >= 6 && line.text.contains(",") && line.text.hasSuffix(".")
  }

  /// A plain sentence of some length below a head that says when: in the first person, or without
  /// an institution below a head that says what it was.
  private func isTold(_ text: RichText, below lines: [RichText]) -> Bool {
    let line = text.collapsed()
    if Phrase.isUnspacedSentence(line) { return lines.contains(where: \.saysWhen) }
    // Where several parts of the head are known, fewer words tell of it.
    let isFull = lines.count == 1 && topLevelParts(ExtractedDates(lines[0]).rest).count > 1
    let isOwn = foldedWords(line.text).contains(where: Phrase.isFirstPerson)
    guard line.text.hasSuffix("."), wordCount(line) >= (isFull || isOwn ? 5 : 8),
      !line.text.contains(":"), lines.contains(where: \.saysWhen),
      line.runs.allSatisfy({ $0.attributes.marks.isEmpty })
    else { return false }
    if isOwn { return true }
    let head = lines.map { Segment($0, line: 0) }
    return head.contains { $0.hasRoleWord || $0.hasDegreeWord }
      && !Segment(line, line: 0).hasOrganisationWord
  }

  /// `*Rain, Fog, Dew*`: three parts or more, of which none names a post or where it was.
  private func isListOfNames(_ text: RichText) -> Bool {
    let parts = topLevelParts(text.collapsed())
    return parts.count > 2 && !text.saysWhen
      && parts.allSatisfy { part in
        let segment = Segment(part, line: 0)
        return !segment.hasRoleWord && !segment.hasOrganisationWord && !segment.hasDegreeWord
          && !segment.isPlace
      }
  }

  /// `As a **Rain Engineer** in the gauge team, I built much.`: the post that the first styled
  /// words of a sentence name, where the head names none; the sentence stays whole.
  private func absorbToldPost(from text: RichText, into draft: inout EntryDraft) {
    guard kind.holdsPosts, isTold(text),
      let run = text.runs.dropFirst().first, run.attributes.marks.contains(.strong),
      wordCount(text[0..<text.runs[0].length]) <= 3
    else { return }
    let start = text.runs[0].length
    let post = text[start..<start + run.length].collapsed()
    guard Segment(post, line: 0).hasRoleWord, wordCount(post) <= 8,
      !draft.lines.contains(where: { Segment($0, line: 0).hasRoleWord })
    else { return }
    draft.lines.append(post)
  }
}

extension RichText {
  /// The text without the stop and the spaces in front.
  fileprivate func trimmedSentence() -> RichText {
    let start = text.utf8.prefix { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }.count
    return self[start..<count]
  }
}
