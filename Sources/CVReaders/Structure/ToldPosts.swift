// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Posts and degrees in one line that goes on, and ends with when that was in brackets.
extension DraftFinder {
  /// `Rain Fellow at the Fen Centre. Topic: mud. (2019 – 2021)`: the post with its time, and what
  /// is told of it between them.
  func partsAtStop(_ scan: TextScan) -> (head: RichText, told: RichText)? {
    guard kind.holdsPostsOrDegrees, scan.scalars.last == ")", let bracket = FinalBracket(scan),
      bracket.inner.isDateAlone, case let text = TextScan(bracket.before),
      let stop = ReferenceTitle.sentenceEnd(text, from: 0), stop + 1 < text.count,
      case let head = text.slice(0..<stop), namesPost(head),
      case let told = text.slice(text.trim(stop + 1..<text.count)), wordCount(told) > 2,
      !Segment(topLevelParts(told)[0], line: 0).hasOrganisationWord
    else { return nil }
    let dated = head + RichText(" (") + bracket.inner + RichText(")")
    return (dated, told)
  }

  /// `Rain Fellow at the Fen Centre for the study of … (2019 – 2021)`: more words than a head has,
  /// of which the first name the post.
  func isLongPost(_ lines: [RichText]) -> Bool {
    guard kind.holdsPosts, lines.count == 1, 26...50 ~= wordCount(lines[0]),
      let bracket = FinalBracket(TextScan(lines[0].collapsed())),
      ExtractedDates(bracket.inner).dates.map({ $0.end != .none }) == true,
      bracket.inner.isDateAlone
    else { return false }
    return namesPost(bracket.before)
  }

  /// `**Acme** — *Rain Engineer*` above a sentence of what was done: a head without a date, with a
  /// post, all words of which are bold or in italics.
  func postAboveSentence(_ lines: [RichText]) -> EntryDraft? {
    guard kind.holdsPosts, lines.count > 1, case let head = lines[0], head.startsBold,
      2...16 ~= wordCount(head), !head.saysWhen, head.hasOnlyStyledWords,
      !head.isWholly(.strong), Segment(head, line: 0).hasRoleWord,
      segments(of: head, number: 0).allSatisfy({ wordCount($0.text) <= 6 }),
      !foldedWords(head.text).contains(where: Phrase.isFirstPerson),
      lines[1...].allSatisfy({ wordCount($0) > 5 && !$0.startsBold }),
      lines[lines.count - 1].text.hasSuffix(".")
    else { return nil }
    var draft = EntryDraft(lines: [head])
    let told = lines[1...].joinedRich(separator: " ")
    draft.body = [MarkupNode(.paragraph(told), span: told.span)]
    return draft
  }

  /// `**MSc in Rain** (2021)` above where that was, and lines that each tell behind a label:
  /// `Thesis: …`, `Advisor: …`.
  func isHeadAboveTold(_ lines: [RichText]) -> Bool {
    guard let end = lines.startOfToldLines, end <= 3, lines[0].startsBold else { return false }
    let head = lines[..<end]
    return head.allSatisfy { wordCount($0) <= 25 } && head.contains(where: \.saysWhen)
  }

  /// `**Course on rain**` above `*2015 – 2017*`: a head in one line, and when that was.
  func isHeadAboveDate(_ text: RichText) -> Bool {
    guard kind.holdsPostsOrDegrees, text.startsBold, case let lines = headLines(text, soft: true)
    else { return false }
    return lines.count > 1 && wordCount(lines[0]) <= 25 && lines[1].isDateAlone
  }

  /// Moves sentences below such a head and its date to the body, where they are long, or might be
  /// taken for the head, as that names neither a post nor a degree.
  @discardableResult
  func cutBelowDate(_ draft: inout EntryDraft) -> Bool {
    let lines = draft.lines
    guard kind.holdsPostsOrDegrees, lines.count > 2, lines[0].startsBold, lines[1].isDateAlone,
      lines[2...].allSatisfy({ $0.text.hasSuffix(".") && wordCount($0) > 2 }),
      case let head = Segment(lines[0], line: 0),
      wordCount(lines[2]) > 25 || !head.hasRoleWord && !head.hasDegreeWord
    else { return false }
    draft.lower(from: 2)
    return true
  }

  /// `Wet maps, BSc course, Fen University (2010 – 2013);`, `Wet maps, tutor, Spring 2002`: a
  /// course in a paragraph of its own.
  func datedCourse(_ text: RichText) -> RichText? {
    let line = text.collapsed().trimmed { isSpace($0) || ".;,".unicodeScalars.contains($0) }
    guard kind == .teaching, 4...40 ~= wordCount(line), line.startsWithCapital,
      !text.isBroken, !Phrase.isWhole(line),
      topLevelParts(line).count > 1,
      endsWithBracketedDate(line)
        || !text.text.hasSuffix(".") && !line.text.contains(": ") && endsWithDate(line)
    else { return nil }
    return line
  }

  /// Whether a line begins with a post or a degree, and names where that was.
  private func namesPost(_ line: RichText) -> Bool {
    let words = line.text.split(separator: " ")
    guard words.count > 3, line.startsWithCapital, !line.saysWhen, !Phrase.isWhole(line),
      !words.prefix(4).contains(where: Phrase.isFirstPerson)
    else { return false }
    let first = Segment(RichText(words.prefix(6).joined(separator: " ")), line: 0)
    let isPost = first.hasRoleWord || words.prefix(5).contains("at")
    return (kind == .education ? first.hasDegreeWord : isPost)
      && (line.text.contains(",") || words.contains("at") || words.contains("of"))
  }
}

extension RichText {
  /// Whether all words are bold or in italics.
  fileprivate var hasOnlyStyledWords: Bool {
    var areStyled = true
    forEachRun { run, words in
      if run.attributes.marks.isDisjoint(with: [.strong, .emphasis]),
        words.unicodeScalars.contains(where: isWordScalar)
      {
        areStyled = false
      }
    }
    return areStyled
  }
}
