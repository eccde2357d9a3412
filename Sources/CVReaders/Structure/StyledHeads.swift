// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries in paragraphs whose first line is set apart by its style.
extension DraftFinder {
  /// The entry of a paragraph: a course or a project below its title in bold, a talk below when and
  /// where it was.
  func styledEntry(_ text: RichText, group: RichText?) -> EntryDraft? {
    switch kind {
    case .teaching:
      datedCard(headLines(text, soft: true), group: group) ?? partBelowName(text, group: group)
        ?? titleAboveDate(headLines(text, soft: true), group: group)
    case .experience, .education, .volunteer: partBelowName(text, group: group)
    case .references: personCard(text, group: group)
    case .projects: titledCard(headLines(text, soft: true), group: group)
    case .talks:
      talkBelowDate(headLines(text, soft: true), group: group) ?? referredTalk(text, group: group)
        ?? titleAboveDate(headLines(text, soft: true), group: group)
    case .awards, .funding, .certificates:
      titleAboveDate(headLines(text, soft: true), group: group)
    case .memberships, .services:
      isPartBelowBody(text) ? EntryDraft(lines: headLines(text, soft: true), group: group) : nil
    default: nil
    }
  }

  /// `**Tutor** (2019 – 2021)` above where that was, and perhaps what was done.
  private func datedCard(_ lines: [RichText], group: RichText?) -> EntryDraft? {
    guard lines.count > 1, isDatedTitle(lines[0]), isTitleLine(lines[1]) else { return nil }
    var draft = EntryDraft(lines: Array(lines[..<2]), group: group)
    draft.body = told(lines[2...])
    return draft
  }

  /// A title in bold and a date; or a date in brackets behind a post that begins in bold.
  private func isDatedTitle(_ line: RichText) -> Bool {
    guard wordCount(line) <= 20, case let title = ExtractedDates(line), title.dates != nil else {
      return false
    }
    return title.rest.trimmedSigns().isWholly(.strong)
      || line.startsBold && endsWithBracketedDate(line) && Segment(line, line: 0).hasRoleWord
  }

  /// `**[Tern](…)**` or `**Tern** (2021)` above what it is.
  private func titledCard(_ lines: [RichText], group: RichText?) -> EntryDraft? {
    guard lines.count > 1, case let title = ExtractedDates(lines[0]).rest.trimmedSigns(),
      title.isWholly(.strong), 1...12 ~= wordCount(title), !isGroupLabel(lines[0]),
      !lines[1].isWholly(.strong), !lines[1].startsWithLabel
    else { return nil }
    var draft = EntryDraft(lines: [lines[0]], hasHeading: true, group: group)
    draft.lines.append(lines[1...].joinedRich(separator: " "))
    return draft
  }

  /// `**2023** — Rain Week (Oslo)` above `*On Rain*`.
  private func talkBelowDate(_ lines: [RichText], group: RichText?) -> EntryDraft? {
    guard lines.count == 2, startsWithDate(lines[0]), lines[0].saysWhen, !lines[0].isDateAlone,
      !lines[1].saysWhen,
      lines[1].isWholly(.emphasis) || quotedRange(TextScan(lines[1]))?.outer.lowerBound == 0
    else { return nil }
    return EntryDraft(lines: [lines[1], lines[0]], group: group)
  }

  /// A talk that is written as a reference: names with initials, a title, where and when.
  private func referredTalk(_ text: RichText, group: RichText?) -> EntryDraft? {
    guard headLines(text, soft: false).count == 1, case let line = text.collapsed(),
      case let scan = TextScan(line), case let list = AuthorList(scan), list.hasInitials,
      wordCount(scan.slice(list.end..<scan.count)) > 5, !DateParser(scan).matches().isEmpty
    else { return nil }
    return EntryDraft(lines: [line], group: group)
  }

  /// `[Rain Society](…)` above `*Treasurer* – 2019 – 2021`: a body, and what somebody was in it.
  func isPartBelowBody(_ text: RichText) -> Bool {
    let lines = headLines(text, soft: true)
    guard lines.count == 2, 1...14 ~= wordCount(lines[0]), isTitleLine(lines[0]) else {
      return false
    }
    return DatedPart(lines) != nil
  }

  /// `### Boards` above `**Member**, Rain Board, 2023` and another such line: a group of what
  /// somebody was.
  func isAboveParts(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    guard kind == .activities, !title.saysWhen, content.count > 1 else { return false }
    return content.allSatisfy { block in
      guard let line = block.paragraphText, line.startsBold, !line.isWholly(.strong) else {
        return false
      }
      return headLines(line, soft: true).count == 1 && wordCount(line) <= 20 && line.saysWhen
    }
  }

  /// `**Rain Engineer**, Acme`, `**MSc in Rain**` above `Fen University`: what somebody was or
  /// took, in bold, before or above where that was, though nothing says when.
  func isUndatedHead(_ lines: [RichText]) -> Bool {
    guard 1...4 ~= lines.count, lines[0].startsBold, case let scan = TextScan(lines[0]),
      case let end = scan.runRanges.first(where: { !$0.attributes.marks.contains(.strong) })?.range
        .lowerBound ?? scan.count, case let name = scan.trim(0..<end),
      1...12 ~= wordCount(scan.slice(name)),
      scan[name.upperBound - 1] != ":",
      case let behind = scan.trim(end..<scan.count)
    else { return false }
    let below = lines.dropFirst()
    guard behind.isEmpty ? !below.isEmpty : isField(behind, of: scan),
      below.allSatisfy({ isFieldBelow($0) })
    else { return false }
    let words = Segment(scan.slice(name), line: 0)
    return kind == .education ? words.hasDegreeWord : words.hasRoleWord
  }

  /// Whether words behind a name are set apart by a sign, and begin with a capital.
  private func isField(_ range: Range<Int>, of scan: TextScan) -> Bool {
    guard let sign = scan[range.lowerBound], ",|(".unicodeScalars.contains(sign) || isDash(sign)
    else { return false }
    let text = scan.slice(scan.trim(range.lowerBound + 1..<range.upperBound))
    return text.startsWithCapital && wordCount(text) <= 14 && !text.text.hasSuffix(".")
      && !foldedWords(text.text).contains(where: Phrase.isFirstPerson)
  }

  private func isFieldBelow(_ line: RichText) -> Bool {
    if line.startsWithLabel || NamedValue(line) != nil { return wordCount(line) <= 25 }
    return 1...12 ~= wordCount(line) && line.startsWithCapital && !Phrase.isWhole(line)
      && !line.text.hasSuffix(".") && !foldedWords(line.text).contains(where: Phrase.isFirstPerson)
  }

  /// Lines of text in one paragraph.
  private func told(_ lines: ArraySlice<RichText>) -> [MarkupNode] {
    let text = lines.joinedRich(separator: " ")
    return text.isEmpty ? [] : [MarkupNode(.paragraph(text), span: text.span)]
  }
}

/// What somebody was in a body and when, in a line below its name.
struct DatedPart {
  let part: RichText
  let dates: Dates

  init?(_ lines: [RichText]) {
    guard lines.count == 2, !lines[0].saysWhen,
      case let below = ExtractedDates(lines[1]), let dates = below.dates,
      case let part = below.rest.trimmedSigns(), 1...10 ~= wordCount(part),
      wordCount(part) <= 6 && part.isShortRole || part.isWholly(.emphasis)
    else { return nil }
    self.part = unstyled(part, .emphasis)
    self.dates = dates
  }
}
