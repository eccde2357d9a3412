// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Lines whose parts are fields, one of them a date.
extension DraftFinder {
  /// `**Rain Club** – treasurer, 2019 – 2021` above a few lines at most.
  func isDatedLabel(_ lines: [RichText]) -> Bool {
    guard 1...4 ~= lines.count, lines[0].startsBold,
      lines.allSatisfy({ wordCount($0) <= 25 })
    else { return false }
    return isRow(lines[0]) || endsWithBracketedDate(lines[0])
  }

  /// `Fen Prize for Rain, 2017`: a name, a comma and a year.
  func isDatedName(_ line: RichText) -> Bool {
    let parts = topLevelParts(line)
    return 2...3 ~= parts.count && wordCount(line) <= 16 && parts.last?.isDateAlone == true
      && parts[0].startsWithCapital && !Phrase.isWhole(line)
  }

  /// `Fen University, Leeds, UK. On rain, May 4, 2019`: a line, no sentence, with a comma before
  /// the date at its end.
  func endsWithDate(_ line: RichText) -> Bool {
    guard 3...40 ~= wordCount(line), line.startsWithCapital, line.saysWhen, !Phrase.isWhole(line),
      case let parts = topLevelParts(line), parts.count > 1, parts[parts.count - 1].isDateAlone,
      !parts.contains(where: endsEnumeration)
    else { return false }
    // `Nominated for a prize`, `Here are slides of the talks that I gave`
    let words = foldedWords(line.text)
    return !words.contains(where: Phrase.isFirstPerson)
      && !WordLists.all.contains(words[0], in: .verb)
  }

  /// `Member of the board of the blog Tern (since May 2011)`: one line, no sentence.
  func isDatedLine(_ lines: [RichText]) -> Bool {
    guard lines.count == 1, case let line = lines[0], 3...40 ~= wordCount(line),
      endsWithBracketedDate(line), line.startsWithCapital, !Phrase.isWhole(line)
    else { return false }
    return !foldedWords(line.text).contains(where: Phrase.isFirstPerson)
  }

  /// `Research talks`: the name of several, and of no talk.
  func namesTalks(_ title: RichText) -> Bool {
    kind == .talks && wordCount(title) <= 3 && SectionTitle(title).kind == .talks
  }

  /// `Prize | Giver | 2019`: parts between signs that part fields, one of them a date.
  func isRow(_ line: RichText) -> Bool {
    let parts = fieldParts(line)
    return parts.count > 1 && parts.contains { $0.collapsed().isDateAlone }
  }

  /// `**Course** – *School* – May 2020 – 8 hours`; of services, `**Member, Board,** Fen, 2020`.
  func isStyledRow(_ line: RichText) -> Bool {
    let parts = segments(of: line, number: 0)
    return wordCount(line) <= 50 && parts.count > 1 && parts[0].isStrong
      && (parts.contains { $0.text.isDateAlone }
        || kind == .services && topLevelParts(line).last?.isDateAlone == true)
  }

  /// `Spring School of Bells (2019)`: a date alone in the bracket at the end.
  func endsWithBracketedDate(_ line: RichText) -> Bool {
    FinalBracket(TextScan(line.collapsed()))?.inner.isDateAlone == true
  }
}
