// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Paragraphs: entries in running text, and lines that are each an entry.
extension DraftFinder {
  mutating func readParagraph(_ text: RichText, group: RichText?) {
    if let entry = styledEntry(text, group: group) { return items.append(.draft(entry)) }
    if let lines = boldHeadedLines(text) ?? plainNames(text) {
      return items += lines.map { .draft(EntryDraft(lines: [$0], group: group)) }
    }
    switch kind {
    case .publications, .patents:
      for work in worksApart(text) { readWorks(work, group: group) }
    case _ where group?.groupYear != nil && groupsByYear: readLinesOfYear(text, group: group)
    case .certificates where !badges(in: text).isEmpty:
      items += badges(in: text).map { .draft(EntryDraft(lines: [$0], group: group)) }
    case .awards, .services, .talks, .memberships, .certificates:
      readListedLines(text, group: group)
    case .education where absorbThesis(text): break
    case _ where kind.holdsPostsOrDegrees: readHeadParagraph(text, group: group)
    case .funding: readFunding(text, group: group)
    case .news where beginsWithDate(text.collapsed()) && datedLines(text, soft: true) == nil:
      items.append(.draft(EntryDraft(lines: [text.collapsed()], group: group)))
    case .teaching, .news, .supervision:
      let lines = datedLines(text, soft: kind != .teaching)
      if let lines { return items += lines.map { .draft(EntryDraft(lines: [$0], group: group)) } }
      readPlainText(text, group: group)
    case .activities, .other:
      let lines = headLines(text, soft: true)
      if isDatedLabel(lines) || isDatedLine(lines) {
        items.append(.draft(EntryDraft(lines: lines, group: group)))
      } else if text.isBroken, arePeople(lines) {
        items += lines.map { .draft(EntryDraft(lines: [$0], group: group)) }
      } else {
        readPlainText(text, group: group)
      }
    case .languages where Self.levels(in: text).count > 1:
      items += Self.levels(in: text).map { .draft(EntryDraft(lines: [$0], group: group)) }
    default: readPlainText(text, group: group)
    }
  }

  /// `**Rain**, Fen University`, `**Fog**, Fen University`: lines that their author breaks, each
  /// with what it is in bold and more behind a comma.
  private func boldHeadedLines(_ text: RichText) -> [RichText]? {
    let kinds: [SectionKind] = [
      .teaching, .supervision, .awards, .services, .memberships, .funding, .certificates, .talks,
    ]
    guard kinds.contains(kind), text.isBroken, text.startsBold,
      case let lines = headLines(text, soft: false), lines.count > 1,
      lines.allSatisfy({ line in
        let bold = line.runs.first?.length ?? 0
        return line.startsBold && bold < line.count && line[bold..<line.count].text.hasPrefix(", ")
      })
    else { return nil }
    return lines
  }

  /// `Fen Prize`, `Rain Medal, Fen College`; `RAIN101 - Wet Maps`; `Ada Roe, MSc Student`; fields
  /// of research: three lines or more that their author breaks, of which half or more are such, and
  /// none a sentence or set apart as the head of the others.
  private func plainNames(_ text: RichText) -> [RichText]? {
    let isNamed: (RichText) -> Bool
    switch kind {
    case .awards:
      isNamed = { WordLists.all.occurs(.awardSubject, in: foldedWords($0.text)) }
    case .teaching: isNamed = { $0.beginsWithCourseNumber }
    case .researchInterests: isNamed = { _ in true }
    case .supervision: isNamed = { PersonName(topLevelParts($0)[0]) != nil }
    default: return nil
    }
    guard text.isBroken,
      text.runs.allSatisfy({ $0.attributes.marks.isDisjoint(with: [.strong, .emphasis]) }),
      case let lines = headLines(text, soft: false), lines.count > 2,
      lines.allSatisfy({ line in
        2...12 ~= wordCount(line) && line.startsWithCapital && !Phrase.isWhole(line)
          && !Phrase.isFunctionWord(line.text.prefix { $0 != " " })
          && !line.holdsDate && line.text.last.map { !".:;,".contains($0) } == true
          && !foldedWords(line.text).prefix(2).contains(where: Phrase.isFirstPerson)
      })
    else { return nil }
    let named = lines.count(where: isNamed)
    return named * 2 >= lines.count && (kind != .supervision || named == lines.count) ? lines : nil
  }

  private mutating func readPlainText(_ text: RichText, group: RichText?) {
    if kind == .teaching,
      let course = isStyledRow(text.collapsed()) ? text.collapsed() : datedCourse(text)
    {
      return items.append(.draft(EntryDraft(lines: [course], group: group)))
    }
    if kind == .skills, group == nil, let codes = codes(in: text) {
      return items += codes.map { .draft(EntryDraft(lines: [$0], isItem: true)) }
    }
    let listed = labelledCodes(text).map { [$0] }
    for line in listed ?? labelledLines(text) ?? [text] { items.append(.text(line, group: group)) }
  }

  /// A grant in a paragraph of its own: lines with its title in a style, or words behind a date.
  private mutating func readFunding(_ text: RichText, group: RichText?) {
    let lines = headLines(text, soft: true)
    if 2...6 ~= lines.count, lines.contains(where: isTitleOfGrant) {
      items.append(.draft(EntryDraft(lines: lines, group: group)))
    } else if wordCount(text) <= 60, beginsWithDate(text.collapsed()) {
      items.append(.draft(EntryDraft(lines: [text.collapsed()], group: group)))
    } else {
      items.append(.text(text, group: group))
    }
  }

  /// A talk below its year, or what stands there line by line: prizes, grants, posts.
  private mutating func readLinesOfYear(_ text: RichText, group: RichText?) {
    var drafts: [EntryDraft] = []
    for line in headLines(text, soft: false) {
      let isDetail = kind == .talks || line.runs.allSatisfy { $0.attributes.link != nil }
      if isDetail, !drafts.isEmpty {
        drafts[drafts.count - 1].lines.append(line)
      } else {
        drafts.append(EntryDraft(lines: [line], group: group))
      }
    }
    items += drafts.map { .draft($0) }
  }

  /// A post or a degree in a paragraph of its own, or one in each of its lines.
  private mutating func readHeadParagraph(_ text: RichText, group: RichText?) {
    let lines = headLines(text, soft: true)
    let entries = entriesOfLines(lines, group: group)
    guard entries.isEmpty else { return items += entries.map { .draft($0) } }
    if var post = postAboveSentence(lines) {
      post.group = group
      return items.append(.draft(post))
    }
    guard !isSentence(text) else { return items.append(.text(text, group: group)) }
    var draft = EntryDraft(lines: lines, group: group)
    if isHeadAboveTold(lines) || cutBelowDate(&draft) { return items.append(.draft(draft)) }
    if lines.count == 1, kind.holdsPosts || wordCount(text) > 25,
      let (head, told) = partsAtStop(TextScan(lines[0]))
    {
      let body = [MarkupNode(.paragraph(told), span: told.span)]
      return items.append(.draft(EntryDraft(lines: [head], body: body, group: group)))
    }
    // Several lines, each with its date and more, are entries.
    if let dated = datedLines(text, soft: true) {
      items += dated.map { .draft(EntryDraft(lines: [$0], group: group)) }
      return
    }
    let isEntry =
      (lines.count <= 4 && lines.allSatisfy { wordCount($0) <= 25 }
        && lines.contains(where: \.saysWhen))
      || isStyledHead(text) || isSchoolAboveDegree(lines) || isLongPost(lines)
      || text.isBroken && isPostAboveEmployer(lines) || isUndatedHead(lines)
    if isEntry {
      items += postsOfLines(EntryDraft(lines: lines, group: group)).map { .draft($0) }
    } else {
      items.append(.text(text, group: group))
    }
  }

  /// `**Fen University**` above a degree, where nothing says when.
  private func isSchoolAboveDegree(_ lines: [RichText]) -> Bool {
    guard kind == .education, 2...6 ~= lines.count, lines[0].isWholly(.strong) else { return false }
    return Segment(lines[0], line: 0).hasOrganisationWord
      && lines.dropFirst().contains { Segment($0, line: 0).hasDegreeWord && wordCount($0) <= 12 }
  }

  /// `Rain Fellow` above `Fen Institute` and where that is, where nothing says when.
  private func isPostAboveEmployer(_ lines: [RichText]) -> Bool {
    guard kind == .experience, 2...6 ~= lines.count, lines.allSatisfy({ wordCount($0) <= 12 }),
      lines.allSatisfy({ $0.startsWithCapital || $0.text.first?.isNumber == true || !$0.isUnlinked }
      ),
      case let post = Segment(lines[0], line: 0), case let employer = Segment(lines[1], line: 1)
    else { return false }
    return post.hasRoleWord && !post.hasOrganisationWord && !employer.hasRoleWord
      && employer.hasOrganisationWord
  }

  /// `*PhD thesis: …*` below a table of degrees: a point of the one that it names.
  private mutating func absorbThesis(_ text: RichText) -> Bool {
    let line = text.collapsed()
    let words = foldedWords(String(line.text.prefix { $0 != ":" }))
    guard 2...3 ~= words.count, line.text.contains(":"),
      ["thesis", "dissertation"].contains(words.last), let degree = words.first,
      let index = items.firstIndex(where: { item in
        guard case .draft(let draft) = item else { return false }
        return draft.lines.contains { foldedWords($0.text).contains(degree) }
      }), case .draft(var draft) = items[index]
    else { return false }
    draft.body.append(MarkupNode(.paragraph(unstyled(line, .emphasis)), span: text.span))
    items[index] = .draft(draft)
    return true
  }

  /// The parts of a paragraph between blank lines, as `<br>` makes them, of two lines or more each.
  private func worksApart(_ text: RichText) -> [RichText] {
    guard text.isBroken else { return [text] }
    let lines = text.split { $0 == "\u{2028}" }
    let parts = lines.split { !$0.hasWords }.map { Array($0) }
    guard parts.count > 1,
      parts.allSatisfy({ $0.count > 1 && $0.contains(where: Reference.isNames) })
    else { return [text] }
    return parts.map { $0.joinedRich(separator: "\u{2028}") }
  }

  /// A paragraph of one reference, or of one in each line.
  private mutating func readWorks(_ text: RichText, group: RichText?) {
    if let lines = linesOfCard(text, group: group) {
      return items.append(.draft(EntryDraft(lines: lines, group: group)))
    }
    let lines = headLines(text, soft: false)
    let scan = TextScan(text.collapsed().trimmed { $0 == "." })
    // A note in brackets is no work.
    let isNote = scan.closingBracket(of: 0) == scan.count - 1 && scan[0] == "("
    // Nor are one or two words without a capital, as a name of a file.
    let isName = wordCount(text) < 3 && !scan.scalars.contains(where: isCapital)
    guard !isNote, !isName, !leadsToList(text), !tellsOfWorks(text) else {
      return items.append(.text(text, group: group))
    }
    let soft = headLines(text, soft: true)
    let works =
      Reference.numbered(soft) ?? Reference.wholeLines(lines, stopped: false)
      ?? Reference.wholeLines(soft, stopped: true)
    for lines in works ?? [lines] {
      items.append(.draft(EntryDraft(lines: lines, group: group)))
    }
  }

  /// `All my papers are on [Google Scholar](…).`: a few plain words that lead to a network by its
  /// name.
  private func leadsToList(_ text: RichText) -> Bool {
    let line = text.collapsed()
    let runs = TextScan(line).runRanges
    guard wordCount(line) <= 16, !line.holdsDate, runs.count > 1, runs[0].attributes == .init(),
      let link = runs.first(where: { $0.attributes.link != nil }),
      case let scan = TextScan(line), case let name = folded(scan.string(link.range)),
      WordLists.all.networks.contains(where: { folded($0.name) == name })
    else { return false }
    return Phrase.isFunctionWord(scan.string(scan.lastWord(in: 0..<link.range.lowerBound)))
  }

  /// `**Tools** Rust, Go`, line below line; in skills no colon need stand behind the bold words,
  /// and `Rust ★★★☆☆`, `Tools: Rust` and `English – native` are such lines too.
  private func labelledLines(_ text: RichText) -> [RichText]? {
    [false, true].lazy.map { headLines(withoutImages(text), soft: $0) }.first { lines in
      lines.count > 1
        && lines.allSatisfy { line in
          line.startsWithLabel || isLabelledLine(line, in: kind)
            || kind == .interests && NamedValue(line).map { wordCount($0.name) <= 3 } == true
            || kind == .skills && line.startsBold
              && !line.isWholly(.strong)
        }
    }
  }

  /// The lines of a work in one paragraph without hard breaks: authors, title, venue, address.
  ///
  /// What marks mean may stand above them, in brackets.
  private mutating func linesOfCard(_ text: RichText, group: RichText?) -> [RichText]? {
    var lines = headLines(text, soft: true)
    guard 3...6 ~= lines.count, headLines(text, soft: false).count == 1 else { return nil }
    let first = TextScan(lines[0])
    let isLegend = first.closingBracket(of: 0) == first.count - 1
    let legend = isLegend ? lines.removeFirst() : nil
    let isOpen = lines[0].text.last.map { ",;&".contains($0) } ?? true
    guard lines.count > 2, !isOpen, Reference.isNames(lines[0]), !Reference.isNames(lines[1]),
      lines[1].startsWithCapital,
      Reference([], hasBody: false).isVenueLine(lines[2])
    else { return nil }
    if let legend { items.append(.text(legend, group: group)) }
    return lines
  }

  /// Whether several lines each say when, and what was then.
  func areDatedLines(_ lines: [RichText]) -> Bool {
    lines.count > 1 && lines.allSatisfy { ExtractedDates($0).isDatedLine }
  }

  /// `English (native), Dutch – B2, Frisian`: the parts, if they say how well, or are one word.
  private static func levels(in text: RichText) -> [RichText] {
    let line = text.collapsed().trimmed { $0 == "." || isSpace($0) }
    let bars = line.split { "·|•".unicodeScalars.contains($0) }.map { $0.trimmed() }
    let labelled = boldParts(line)
    guard labelled.isEmpty else { return labelled }
    let parts = bars.count > 1 ? bars : topLevelParts(line)
    let saysHow = { (part: RichText) in
      part.text.hasSuffix(")") || part.text.contains(":")
        || part.text.split(separator: " ").dropFirst().dropLast()
          .contains { $0.unicodeScalars.count == 1 && isDash($0.unicodeScalars.first) }
    }
    // French and its like write `anglais (C1)`; of names without a level, each has a capital.
    let areLevels = parts.allSatisfy { part in
      let isName = part.startsWithCapital
      return (isName || part.text.hasSuffix(")")) && wordCount(part) <= 5
        && (saysHow(part) || wordCount(part) == 1)
    }
    return areLevels && parts.contains(where: saysHow) ? parts : []
  }

  /// `Fen Award, Fen University` above `2024`, where the author breaks the lines or the first names
  /// who gave it.
  private func isDatedBelow(_ text: RichText, _ lines: [RichText]) -> Bool {
    guard 2...3 ~= lines.count, lines[lines.count - 1].isDateAlone else { return false }
    return lines.dropLast().allSatisfy { line in
      isTitleLine(line)
        && (text.isBroken
          || line.startsWithCapital && Segment(line, line: 0).hasOrganisationWord)
    }
  }

  /// Several lines, each with its date, are entries, and one that begins with its date; another
  /// is a sentence.
  private mutating func readListedLines(_ text: RichText, group: RichText?) {
    var lines = headLines(text, soft: true)
    let dated = datedLines(text, soft: true)
    if dated != nil
      || lines.count > 1
        && lines.allSatisfy({ ExtractedDates($0, keepsUndelimitedYears: true).dates != nil })
    {
      lines = dated ?? lines
      items += lines.map { .draft(EntryDraft(lines: [$0], group: group)) }
    } else if lines.count == 1 && wordCount(lines[0]) <= 30
      && (beginsWithDate(lines[0]) || isRow(lines[0]) || endsWithBracketedDate(lines[0]))
      || isStyledRow(lines[0]) || kind == .awards && isDatedName(lines[0])
      || isDatedBelow(text, lines)
    {
      items.append(.draft(EntryDraft(lines: lines, group: group)))
    } else if kind == .talks, headLines(text, soft: false).count == 1,
      endsWithDate(text.collapsed()), topLevelParts(text).count > 2
    {
      items.append(.draft(EntryDraft(lines: [text.collapsed()], group: group)))
    } else if kind == .talks, text.isBroken, isTitleAbovePlace(lines) {
      items.append(.draft(EntryDraft(lines: lines, group: group)))
    } else if kind == .memberships, areNames(lines) {
      items += lines.map { .draft(EntryDraft(lines: [$0], group: group)) }
    } else {
      items.append(.text(text, group: group))
    }
  }

  /// `Ada Roe, PhD Student, Fen University`: three lines or more, each somebody's name before what
  /// is said of them.
  private func arePeople(_ lines: [RichText]) -> Bool {
    lines.count > 2
      && lines.allSatisfy { line in
        let parts = topLevelParts(line)
        return 2...4 ~= parts.count && wordCount(line) <= 16 && PersonName(parts[0]) != nil
      }
  }

  /// `Rain Society` above `Union of Fens`: bodies line by line, and no part taken in one;
  /// `Memberships include` introduces them.
  private func areNames(_ lines: [RichText]) -> Bool {
    lines.count > 1
      && lines.allSatisfy { line in
        isTitleLine(line) && line.startsWithCapital && !line.isShortRole
          && line.text.split(separator: " ").last?.first?.isLowercase == false
      }
  }

  /// `*On Rain*` above `Rain Week, Fen Institute, Leeds, UK`: a title in a style of its own, and
  /// where that was.
  private func isTitleAbovePlace(_ lines: [RichText]) -> Bool {
    lines.count == 2 && (lines[0].isWholly(.emphasis) || lines[0].isWholly(.strong))
      && wordCount(lines[1]) <= 16 && lines[1].startsWithCapital
      && !Phrase.isFunctionWord(lines[1].text.prefix { $0 != " " })
      && Gazetteer.placeCount(atEndOf: [""] + topLevelParts(lines[1]).map(\.text)) > 0
  }

  /// Whether a date stands in front, as before an entry of a list.
  private func beginsWithDate(_ line: RichText) -> Bool {
    let extracted = ExtractedDates(line)
    guard extracted.dates != nil, !extracted.rest.isEmpty else { return false }
    return startsWithDate(line) && extracted.rest.text != line.text
  }

  /// A whole sentence of some length, which tells and lists nothing.
  func isSentence(_ text: RichText) -> Bool {
    let line = text.collapsed()
    let first = line.text.split(separator: " ").first ?? ""
    let isWritten = first == "I" || first.contains(where: \.isLowercase)
    if isWritten, first.first?.isUppercase == true, Phrase.isFirstPerson(first) { return true }
    let isPlain = line.runs.allSatisfy { !$0.attributes.marks.contains(.strong) }
    return isPlain && line.text.first?.isNumber == false && line.text.hasSuffix(".")
      && wordCount(line) >= 14
      && !text.isBroken
  }

}

extension ExtractedDates {
  /// Whether a line says when, and what was then.
  fileprivate var isDatedLine: Bool {
    dates != nil && rest.hasWords
  }
}
