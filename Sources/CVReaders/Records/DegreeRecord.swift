// SPDX-License-Identifier: MIT
import CVModel

/// Finds the degree of an entry that names none, and parts it from what it was passed with.
func takeDegree(of record: inout Record) {
  takeDegreeOfPoint(of: &record)
  cutMarks(of: &record)
}

/// `**MSc**, Rain, Fen University`, `**MSc** in Rain, Fen University`: a degree in a style of its
/// own and behind it what it was in, so that the style parts no field.
func withSubjectOfDegree(_ line: RichText) -> RichText {
  let styles: RichText.Marks = [.strong, .emphasis]
  guard let run = line.runs.first, !run.attributes.marks.isDisjoint(with: styles),
    run.attributes.link == nil, case let parts = topLevelParts(line), parts.count > 1,
    case let degree = Segment(line[0..<run.length], line: 0), degree.hasDegreeWord,
    !degree.hasOrganisationWord,
    parts[0].count > run.length && !parts[0][run.length..<parts[0].count].trimmedSigns().isDateAlone
      ? namesSubject(
        parts[0][run.length..<parts[0].count],
        isBeforeSchool: parts.dropFirst().contains { Segment($0, line: 0).hasOrganisationWord })
      : parts.count > 2 && isSubject(parts[1]) && Segment(parts[2], line: 0).hasOrganisationWord
  else { return line }
  return line[0..<run.length].mapAttributes { $0.marks.subtract(styles) }
    + line[run.length..<line.count]
}

/// `in Rain`, `(Rain)`, and before a school `Rain`: plain words right behind a degree that say what
/// it was in.
private func namesSubject(_ rest: RichText, isBeforeSchool: Bool) -> Bool {
  let words = rest.trimmed()
  guard words.runs.allSatisfy({ $0.attributes == .init() }), wordCount(words) <= 8,
    !words.text.contains(where: \.isNumber), !Segment(words, line: 0).hasOrganisationWord
  else { return false }
  if TextScan(words).closingBracket(of: 0) == words.count - 1 {
    return isSubject(withoutFrame(words))
  }
  let isLed = words.text.split(separator: " ").first.map {
    Connective.leadsToSubject(folded($0))
  }
  return isLed == true || isBeforeSchool && isSubject(words)
}

/// Whether a part of a line may be what a degree was in: some plain words that name no other field.
private func isSubject(_ part: RichText) -> Bool {
  let subject = Segment(part, line: 0)
  return part.isUnlinked && part.startsWithCapital && wordCount(part) <= 6
    && !part.text.contains(where: \.isNumber) && !subject.hasOrganisationWord
    && !subject.hasDegreeWord && !subject.isStyled && !Gazetteer.isKnown(part.text[...])
}

/// A first point that is a degree, below a head that names only the school.
private func takeDegreeOfPoint(of record: inout Record) {
  // `Fen University, School of Rain` names no degree either.
  let isPart = record.title.map { title in
    let part = Segment(title, line: 0)
    return part.hasOrganisationWord && !part.hasDegreeWord
  }
  guard record.kind == .education, isPart != false, let school = record.organisation,
    let first = record.bullets.first, first.children.isEmpty, wordCount(first.text) <= 20,
    !first.text.text.prefix(while: { $0 != "(" }).contains(":"), !first.text.text.hasSuffix(".")
  else { return }
  // `Advanced Diploma of Rain`, `Rain Studies BA`
  let words = Segment(first.text, line: 0).words
  let last = first.text.text.split(separator: " ").last ?? ""
  let endsWithDegree =
    last.count > 1 && !first.text.text.contains(",")
    && last.unicodeScalars.allSatisfy { isCapital($0) || $0 == "." }
    && WordLists.all.contains(folded(last), in: .degree)
  // `工商管理学士，会计学`
  let isUnspaced = words.first.map { $0.unicodeScalars.allSatisfy(isCJK) } == true
  if isPart == true, tellsOfDegrees(record.bullets) { return }
  guard
    endsWithDegree || isUnspaced && Segment(topLevelParts(first.text)[0], line: 0).hasDegreeWord
      || words.indices.prefix(2).contains(where: { index in
        WordLists.all.match(words[index...], in: .degree) != nil
      })
  else { return }
  record.bullets.removeFirst()
  if let part = record.title { record.organisation = school + RichText(", ") + part }
  let dated = record.dates == nil ? ExtractedDates(first.text) : nil
  record.dates = record.dates ?? dated?.dates
  record.title = unstyled(dated?.rest ?? first.text)
}

/// `MSc advisor`, `Bachelor thesis on rain`: whether points tell of a degree, or name several.
private func tellsOfDegrees(_ points: [Bullet]) -> Bool {
  Segment(points[0].text, line: 0).hasRoleWord
    || WordLists.all.occurs(.publicationGenre, in: foldedWords(points[0].text.text))
    || points.dropFirst().contains { Segment($0.text, line: 0).hasDegreeWord }
}

/// `BSc Rain, GPA: 3.7/4.0, rank 3/120`, `BSc Rain. Graduated with honours`: what a degree was
/// passed with, behind its name.
private func cutMarks(of record: inout Record) {
  guard record.kind == .education, let title = record.title,
    let (name, marks) = marksBehindStop(TextScan(title)) ?? partsAtMark(title)
  else { return }
  record.title = name
  record.text = record.text.map { marks + RichText(", ") + $0 } ?? marks
}

/// A degree before a stop, and some words behind it that name neither another nor a school.
private func marksBehindStop(_ scan: TextScan) -> (name: RichText, marks: RichText)? {
  guard let stop = ReferenceTitle.sentenceEnd(scan, from: 0), stop + 1 < scan.count,
    case let name = scan.slice(0..<stop), Segment(name, line: 0).hasDegreeWord,
    case let marks = scan.slice(scan.trim(stop + 1..<scan.count)), wordCount(marks) > 2,
    marks.startsWithCapital,
    case let field = Segment(marks, line: 0), !field.hasOrganisationWord,
    // `Graduated with a minor in fog` names no other degree.
    !WordLists.all.occurs(.degree, in: Array(field.words.prefix(2)))
  else { return nil }
  return (name, marks)
}

/// A degree and its marks between commas.
private func partsAtMark(_ title: RichText) -> (name: RichText, marks: RichText)? {
  guard title.text.contains(where: \.isNumber), case let parts = topLevelParts(title),
    parts.count > 1, let first = parts.dropFirst().firstIndex(where: isMark),
    parts[first...].allSatisfy({ !Segment($0, line: 0).hasDegreeWord })
  else { return nil }
  return (
    parts[..<first].joinedRich(separator: ", "), parts[first...].joinedRich(separator: ", ")
  )
}

/// `GPA: 3.7/4.0`, `top 5 %`: a number behind a colon, of so many, or of a hundred.
private func isMark(_ part: RichText) -> Bool {
  let text = part.text
  guard let digit = text.firstIndex(where: \.isNumber) else { return false }
  return text[..<digit].unicodeScalars.contains(where: isColon) || text[digit...].contains("%")
    || text[digit...].contains("/")
}
