// SPDX-License-Identifier: MIT
import CVModel

/// `Course, part, institution` in one line: the part of the owner stands behind the name.
///
/// - Returns: Whether the line is built so; else nothing is taken.
func takeCourse(_ line: RichText, into record: inout Record) -> Bool {
  guard let course = CourseLine(line) else { return false }
  record.title = course.title
  record.role = course.role
  record.organisation = course.institution
  let places = Gazetteer.placeCount(atEndOf: [course.title.text] + course.rest.map(\.text))
  if course.institution != nil, places > 0 {
    record.location = course.rest.suffix(places).joinedRich(separator: ", ")
  }
  let rest = record.location == nil ? course.rest : course.rest.dropLast(places)
  record.text = rest.joinedIfAny(separator: ", ")
  return true
}

/// `Rain for beginners (RAIN101) *Lecturing & Tutoring*`: a course in plain words that end with a
/// bracket, and in italics behind it what its owner did there.
///
/// A word for a part taken need not stand there where the bracket is the number of the course.
func takePartBehindCourse(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  guard let run = scan.runRanges.last, run.attributes.marks == .emphasis, run.range.lowerBound > 0,
    case let course = scan.slice(scan.trim(0..<run.range.lowerBound)),
    course.runs.allSatisfy({ $0.attributes.marks.isEmpty }),
    let bracket = FinalBracket(TextScan(course)), !bracket.before.isEmpty,
    case let part = scan.slice(scan.trim(run.range)), 1...5 ~= wordCount(part),
    !Segment(part, line: 0).hasOrganisationWord,
    part.isShortRole
      || isCourseNumber(bracket.inner) && part.startsWithCapital
        && !part.text.contains(where: \.isNumber)
  else { return false }
  record.title = course
  record.role = unstyled(part, .emphasis)
  return true
}

extension RichText {
  /// `PHIL1113 - Rain`, `MATH 1710: Fog`.
  var beginsWithCourseNumber: Bool {
    let words = text.split(separator: " ").prefix(2)
    return (1...2).contains { count in
      isCourseNumber(
        RichText(words.prefix(count).joined(separator: " ").filter { !":,".contains($0) }))
    }
  }
}

/// `PHIL1113`, `MATH 1710`: capitals, then digits that say no year.
private func isCourseNumber(_ text: RichText) -> Bool {
  let signs = text.text.filter { !" -".contains($0) }.unicodeScalars
  let letters = signs.prefix { ("A"..."Z").contains($0) }
  let digits = signs.dropFirst(letters.count)
  return 2...5 ~= letters.count && 2...5 ~= digits.count
    && digits.allSatisfy(isDigit) && !text.holdsDate
}

/// `Instructor at **Ruby basics** (Fen Lab)`: a part, a word that leads to the course, and more.
func takeLedCourse(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  guard
    let run = scan.runRanges.first(where: { $0.attributes.marks.contains(.strong) })?.range,
    run.lowerBound > 0
  else { return false }
  let before = scan.string(scan.trim(0..<run.lowerBound)).split(separator: " ")
  guard let lead = before.last, ["at", "of", "for", "in"].contains(lead) else { return false }
  let head = scan.slice(scan.trim(0..<run.lowerBound))
  let role = head[0..<head.count - lead.utf8.count].trimmed()
  guard role.isShortRole else { return false }
  record.role = unstyled(role, .emphasis)
  record.title = scan.slice(scan.trim(run))
    .mapAttributes { $0.marks.subtract([.strong, .emphasis]) }
  let rest = scan.slice(run.upperBound..<scan.count).trimmedSigns()
  let isBracketed = TextScan(rest).closingBracket(of: 0) == TextScan(rest).count - 1
  let words = isBracketed ? rest.trimmed { "()（）".unicodeScalars.contains($0) } : rest
  record.text = words.isEmpty ? nil : words
  return true
}

/// `Teaching Assistant for Rain 101, Fen University`, `**Instructor** for *Fog*, UW-Mudford`: a
/// part, the course behind the word that leads to it, and behind the last comma the institution.
func takePartForCourse(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  guard let range = line.text.firstRange(of: " for "),
    case let end = line.text[..<range.lowerBound].unicodeScalars.count,
    case let role = scan.slice(scan.trim(0..<end)), isPartTaken(role), role.startsWithCapital,
    !WordLists.all.occurs(.supervision, in: foldedWords(role.text)),
    case let rest = scan.slice(end + 5..<scan.count),
    case let parts = topLevelParts(rest), parts.count > 1, let last = parts.last,
    isInstitution(last) || isShortForm(last), !isInstitution(parts[0]), !isPerson(parts[0]),
    // `for three terms`, `for first-year students`
    parts[0].text.first?.isLowercase == false
  else { return false }
  record.role = unstyled(role)
  record.title = parts.dropLast().joinedRich(separator: ", ")
    .mapAttributes { $0.marks.subtract([.strong, .emphasis]) }
  record.organisation = unstyled(withoutFinalStop(last), .emphasis)
  return true
}

/// `UW-Mudford`: capitals before a dash and the name of a town.
private func isShortForm(_ part: RichText) -> Bool {
  let words = part.text.split(separator: "-")
  return words.count == 2 && 2...5 ~= words[0].count && words[0].allSatisfy(\.isUppercase)
    && Gazetteer.looksLikePlaceName(words[1])
}

/// A line about a course, cut at its commas.
private struct CourseLine {
  var title: RichText
  var role: RichText?
  var institution: RichText?
  /// What else the line says: number, level, kind, hours.
  var rest: [RichText]

  init?(_ line: RichText) {
    var parts = topLevelParts(line)
    let code = parts.first.flatMap(codeBeforeCourse)
    let label = code == nil ? parts.first.flatMap(courseLabel) : nil
    if let code { parts[0] = code.course }
    if let label {
      parts.replaceSubrange(
        0..<1, with: label.role ? [label.before, label.behind] : [label.behind])
    }
    let kind = parts.first.flatMap(courseBehindKind)
    let role = parts.indices.dropFirst().first { isPartTaken(parts[$0]) }
    var place = parts.indices.dropFirst().first { $0 != role && isInstitution(parts[$0]) }
    guard role != nil || place != nil || kind != nil || code != nil || label != nil,
      let first = parts.first,
      code != nil || kind != nil || !Segment(first, line: 0).hasOrganisationWord
        // `Rain Laboratory, tutor, Fen University`
        || role != nil && place.map({ $0 > role ?? 0 }) == true
          && !Connective.namesSchool(foldedWords(first.text))
    else { return nil }
    // `Sex, Lies and Statistics, lecturer`: a title may hold commas.
    let next = parts.indices.dropFirst().first { index in
      index == role || index == place || isDetail(parts[index])
        || parts[index - 1].isWholly(.strong) && !parts[index].isWholly(.strong)
          && !isPartTaken(parts[index - 1])
    }
    let end = kind != nil ? 1 : next ?? parts.count
    title = withoutQuotes(kind?.course ?? parts[..<end].joinedRich(separator: ", "))
      .mapAttributes { $0.marks.subtract([.strong, .emphasis]) }
    var left = parts.indices.filter { $0 >= end && $0 != role && $0 != place }
    if place == nil, role != nil || kind != nil {
      place = left.first { isName(parts[$0]) }
      left.removeAll { $0 == place }
    }
    self.role = role.map { unstyled(parts[$0], .emphasis) }
    institution = place.map { unstyled(withoutFinalStop(parts[$0]), .emphasis) }
    let level = label?.role == false ? label?.before : nil
    rest = [code?.code, level].compactMap { $0 } + (kind?.rest ?? []) + left.map { parts[$0] }
  }
}

private func isPartTaken(_ part: RichText) -> Bool {
  part.isShortRole && !Segment(part, line: 0).hasOrganisationWord
}

/// Whether a part of a line is the name of an institution.
func isInstitution(_ part: RichText) -> Bool {
  let segment = Segment(part, line: 0)
  return segment.hasOrganisationWord && segment.mayBeName && segment.words.count <= 8
    && part.text.first?.isUppercase == true
}

/// Whether a part may be the short name of an institution.
private func isName(_ part: RichText) -> Bool {
  wordCount(part) <= 4 && part.text.first?.isUppercase == true && !isDetail(part)
    && !part.text.contains(where: \.isNumber)
}

/// `` `BIO 12` **Evolution** ``: a course in bold behind its number in code.
private func codeBeforeCourse(_ part: RichText) -> (code: RichText, course: RichText)? {
  let scan = TextScan(part)
  guard let first = scan.runRanges.first, first.attributes.marks.contains(.code),
    let next = scan.runRanges.first(where: { $0.attributes.marks.contains(.strong) })
  else { return nil }
  let between = scan.string(first.range.upperBound..<next.range.lowerBound)
  guard !between.unicodeScalars.contains(where: isWordScalar) else { return nil }
  let course = scan.slice(scan.trim(next.range.lowerBound..<scan.count))
  return (scan.slice(scan.trim(first.range)), course)
}

/// `Renal block: lecturer` and `L1 : Rain and rivers`: what stands before and behind a colon.
private func courseLabel(_ part: RichText) -> (before: RichText, behind: RichText, role: Bool)? {
  guard let line = NamedValue(part), !line.name.isEmpty, !line.value.isEmpty else { return nil }
  let (before, behind) = (line.name, line.value)
  let isRole = behind.isShortRole && wordCount(behind) <= 2 && !before.isShortRole
  let isLevel =
    before.text.count <= 3 && before.text.contains(where: \.isNumber)
    && before.text.first?.isLetter == true && wordCount(behind) > 1
  return isRole || isLevel ? (before, behind, isRole) : nil
}

/// `Vorlesung *Bauen im Bestand* (2 SWS)`: a course in italics behind the word for its kind.
private func courseBehindKind(_ part: RichText) -> (course: RichText, rest: [RichText])? {
  let scan = TextScan(part)
  let styled = scan.runRanges.filter { $0.attributes.marks.contains(.emphasis) }
  guard styled.count == 1, let run = styled.first?.range, run.lowerBound > 0 else { return nil }
  let before = scan.slice(scan.trim(0..<run.lowerBound))
  let behind = scan.slice(scan.trim(run.upperBound..<scan.count))
  let isKind =
    1...2 ~= wordCount(before) && before.text.last?.isLetter == true
    && before.text.first?.isUppercase == true
  let isBracket = behind.isEmpty || behind.text.hasPrefix("(") && behind.text.hasSuffix(")")
  guard isKind, isBracket else { return nil }
  return (scan.slice(scan.trim(run)), [before, behind].filter { !$0.isEmpty })
}

/// Whether a part says more of a course, and is none of its name: `lecture + lab`, `BSc year 3`.
private func isDetail(_ part: RichText) -> Bool {
  part.text.first?.isLowercase == true || part.text.first?.isNumber == true
    || Segment(part, line: 0).hasDegreeWord
}
