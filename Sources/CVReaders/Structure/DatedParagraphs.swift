// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries without points: paragraphs, or lines of one, that each end with when that was.
extension DraftFinder {
  /// Reads `Tutor, Fen University, 2020` and `"On Rain", Rain Week, May 2021`, two or more of them
  /// in a row.
  ///
  /// - Returns: Where they end; `nil` where a block begins no such row.
  mutating func readDatedParagraphs(
    _ blocks: [MarkupNode], at index: Int, group: RichText?
  ) -> Int? {
    let kinds: [SectionKind] = [
      .awards, .funding, .projects, .services, .supervision, .talks, .teaching,
    ]
    // Asked once for each row, as the rest of one has been asked with its first paragraph.
    guard kinds.contains(kind), group?.groupYear == nil,
      index == 0 || blocks[index - 1].paragraphText == nil
    else { return nil }
    let run = blocks[index...].prefix { $0.paragraphText != nil }
    // A paragraph above a list or a table may be its label.
    guard run.endIndex == blocks.count || blocks[run.endIndex].headingText != nil else {
      return nil
    }
    let lines = run.compactMap(\.paragraphText).flatMap { text in
      // Some lines may lack the two spaces that break the others.
      text.split { $0 == "\u{2028}" || $0 == "\n" }.map { $0.collapsed() }.filter(\.hasWords)
    }
    guard lines.count > 1, lines.allSatisfy(isDatedEntry) else { return nil }
    items += lines.map { .draft(EntryDraft(lines: [$0], group: group)) }
    return run.endIndex
  }

  /// Words that list something and end with a date, behind a comma or in a bracket.
  private func isDatedEntry(_ line: RichText) -> Bool {
    let text = withoutFinalStop(line).trimmed { "\"“”„«»".unicodeScalars.contains($0) }
    if endsWithDate(text) { return true }
    guard 3...30 ~= wordCount(text), text.startsWithCapital, !Phrase.isWhole(text),
      !foldedWords(text.text).contains(where: Phrase.isFirstPerson),
      let bracket = FinalBracket(TextScan(text))
    else { return false }
    return topLevelParts(bracket.inner).last?.isDateAlone == true
  }

  /// Whether `### Tern Prize` above `Fen University, 2021` is an entry: the words below name no
  /// prize but say who gave it, and when.
  func isPrizeAboveGiver(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    let blocks = content.filter { !$0.isRule }
    guard [.awards, .certificates, .funding].contains(kind), blocks.count == 1, !title.saysWhen,
      SectionTitle(title).kind == nil, let giver = blocks[0].paragraphText,
      headLines(giver, soft: true).count == 1, 2...16 ~= wordCount(giver), giver.saysWhen,
      !giver.isDateAlone, !startsWithDate(giver.collapsed()), !Phrase.isWhole(giver)
    else { return false }
    return isGiver(giver, of: title)
  }

  /// `**Tern Prize**` above `*Fen University*, 2021`: a title in bold, and below it who gave that,
  /// or where it was, and when; perhaps told below in a line more.
  func titleAboveDate(_ lines: [RichText], group: RichText?) -> EntryDraft? {
    guard 2...3 ~= lines.count, lines[0].isWholly(.strong), 1...14 ~= wordCount(lines[0]),
      !isGroupLabel(lines[0]), !lines[0].saysWhen, !lines[1].startsBold, lines[1].saysWhen,
      2...16 ~= wordCount(lines[1]), !lines[1].isDateAlone, !Phrase.isWhole(lines[1]),
      isGiver(lines[1], of: lines[0])
    else { return nil }
    var draft = EntryDraft(lines: Array(lines[..<2]), group: group)
    draft.body = lines[2...].map { MarkupNode(.paragraph($0), span: $0.span) }
    return draft
  }
}

/// Whether a line says who gave the prize or the grant of a title, or where a talk was: it names an
/// institution or a sum or stands in italics, and the title names no institution.
func isGiver(_ line: RichText, of title: RichText) -> Bool {
  let name = Segment(title, line: 0)
  let namesPrize = WordLists.all.occurs(.awardSubject, in: name.words)
  guard !name.hasOrganisationWord || namesPrize,
    let first = fieldParts(ExtractedDates(line).rest.trimmedSigns()).first,
    !WordLists.all.occurs(.awardSubject, in: foldedWords(first.text)), first.startsWithCapital,
    let word = first.text.split(separator: " ").first, !Phrase.isFunctionWord(word),
    !WordLists.all.contains(folded(word), in: .verb)
  else { return false }
  return Segment(first, line: 0).hasOrganisationWord
    || line.text.contains { "$€£¥₹".contains($0) }
    || topLevelParts(first)[0].isWholly(.emphasis) || namesPrize && wordCount(first) > 1
}
