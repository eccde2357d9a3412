// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Headings above a paragraph that says first when and where, and then what was done.
extension DraftFinder {
  /// Reads `### Rain Engineer` above `**2019 – 2021** Acme, Leeds` and `We kept gauges there.`, or
  /// above `**Acme**`, `*2019 – 2021*` and such a sentence, which are lines of one paragraph.
  ///
  /// - Returns: Whether the content is built so; else nothing is read.
  mutating func readDatedOpening(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) -> Bool {
    guard holdsPrizesOrBodies, !title.saysWhen, headLines(title, soft: true).count == 1,
      let text = content.first?.paragraphText,
      let opening = DatedOpening(text) ?? toldPrize(title, content),
      // Others that say when are entries beside this one.
      content.dropFirst().allSatisfy({ block in
        block.headingText == nil
          && block.paragraphText.map { !($0.startsBold && startsWithDate($0)) } ?? true
      })
    else { return false }
    var draft = EntryDraft(
      lines: [title.collapsed()] + opening.lines, hasHeading: true, group: group)
    guard kind != .services && kind != .memberships || PartAboveDate(draft.lines) != nil else {
      return false
    }
    let told = MarkupNode(.paragraph(opening.told), span: content[0].span)
    draft.body = [told] + content.dropFirst().filter { !$0.isRule }
    items.append(.draft(draft))
    return true
  }

  private var holdsPrizesOrBodies: Bool {
    hasBodies && kind != .talks || kind == .awards || kind == .services || kind == .memberships
  }

  /// `### Tern Prize` above the one sentence that tells of it, which names no other prize.
  private func toldPrize(_ title: RichText, _ content: [MarkupNode]) -> DatedOpening? {
    guard kind == .awards, content.count == 1, wordCount(title) > 1, !SectionTitle(title).isExact,
      let text = content[0].paragraphText, isSentence(text), !text.startsBold,
      isAward(title.text) || !foldedWords(text.text).contains(where: isAward)
    else { return nil }
    return DatedOpening(lines: [], told: text)
  }
}

/// The lines of a paragraph that say when and where something was, and the others, which tell.
struct DatedOpening {
  let lines: [RichText]
  let told: RichText

  init(lines: [RichText], told: RichText) { (self.lines, self.told) = (lines, told) }

  /// - Returns: `nil` unless a date in bold or italics begins the first line, or is all of the
  ///   second below a name in bold, and sentences follow that no style and no date begins.
  init?(_ text: RichText) {
    guard text.runs.first?.attributes.marks.isDisjoint(with: [.strong, .emphasis]) == false else {
      return nil
    }
    let end: Unicode.Scalar = text.isBroken ? "\u{2028}" : "\n"
    let all = text.split { $0 == end }.map { $0.trimmed() }.filter { !$0.isEmpty }
    guard let count = Self.headCount(all), all.count > count else { return nil }
    let below = all[count...]
    // `Since 2016 I have kept gauges there …`
    guard below.allSatisfy({ !$0.startsBold && (wordCount($0) > 14 || !startsWithDate($0)) }),
      case let told = below.joinedRich(separator: String(Character(end))), Self.isTold(told)
    else { return nil }
    lines = all[..<count].map { $0.collapsed() }
    self.told = told
  }

  private static func headCount(_ lines: [RichText]) -> Int? {
    guard lines.count > 1, wordCount(lines[0]) <= 16 else { return nil }
    let first = lines[0].collapsed()
    if let run = first.runs.first, first[0..<run.length].isDateAlone, run.length < first.count {
      let place = ExtractedDates(first).rest.trimmedSigns()
      let isName = place.startsWithCapital && !place.text.hasSuffix(".") && !place.startsBold
      return isName && !Phrase.isWhole(place) ? 1 : nil
    }
    guard first.isWholly(.strong), !first.saysWhen, isTitleLine(first), lines[1].isDateAlone else {
      return nil
    }
    return 2
  }

  private static func isTold(_ text: RichText) -> Bool {
    let words = text.collapsed()
    guard wordCount(words) > 5, words.startsWithCapital || words.text.first?.isLetter == false
    else { return false }
    let end = words.text.last { !"\"'”“’»)".contains($0) }
    return end.map { ".!。".contains($0) } == true || wordCount(words) > 12
  }
}

/// What somebody was, and in the line below when and where: `Treasurer` above
/// `**2019 – 2021** Rain Society • Leeds`.
struct PartAboveDate {
  let dates: Dates
  let organisation: RichText
  let location: RichText?

  init?(_ lines: [RichText]) {
    guard lines.count == 2, lines[0].isShortRole, startsWithDate(lines[1]),
      case let extracted = ExtractedDates(lines[1]), let dates = extracted.dates,
      case let name = extracted.rest.trimmedSigns(), name.startsWithCapital,
      !name.text.hasSuffix("."), case let fields = fieldParts(name), let first = fields.first,
      fields.count == 1 || fields.count == 2 && Gazetteer.isPlace(fields[1].text)
    else { return nil }
    self.dates = dates
    organisation = first
    location = fields.count > 1 ? fields[1] : nil
  }
}

extension Record {
  /// Takes what somebody was, and when and where.
  mutating func take(_ part: PartAboveDate, as what: RichText) {
    (role, organisation, location) = (unstyled(what), part.organisation, part.location)
    dates = part.dates
  }
}
