// SPDX-License-Identifier: MIT
import CVModel

/// The fields in the head of a position or a degree: what, where, when, and the rest.
struct HeadFields {
  /// The post or the degree.
  var what: RichText?
  /// The employer or the school.
  var organisation: RichText?
  var location: RichText?
  var dates: Dates?
  /// Words of the head that belong to no field, in their order; who supervised stands last.
  var rest: RichText?

  /// Which words name the thing.
  enum Subject {
    case position, education

    func matches(_ segment: Segment) -> Bool {
      switch self {
      case .position: segment.hasRoleWord || segment.hasDegreeWord && !segment.hasOrganisationWord
      case .education:
        segment.hasDegreeWord && (!segment.hasOrganisationWord || startsWithDegree(segment))
      }
    }

    private func startsWithDegree(_ segment: Segment) -> Bool {
      WordLists.all.match(segment.words[...], in: .degree) != nil
    }
  }

  /// Whether the first line names the employer alone: the heading, or a bold line above others.
  private enum Owner { case none, heading, line }

  init(_ draft: EntryDraft, _ subject: Subject) {
    let (undated, dates) = Self.takingDates(draft, subject)
    self.dates = dates
    defer { if subject == .position { partBrackets(of: draft.lines) } }
    var (tails, parts, owner) = ([RichText](), [Segment](), Owner.none)
    let lines = draft.hasHeading ? undated : partedAtStop(undated)
    for (number, line) in takingNamedRole(of: lines, subject).enumerated() {
      let isHeading = draft.hasHeading && number == 0
      let (line, aside) = Self.cutAside(line)
      if let aside { parts.append(aside.onLine(number)) }
      // Below a degree and its school, what stands in small letters says more.
      if number > 0,
        Self.isRemark(line)
          || line.isWholly(.small) && !line.saysWhen && parts.contains(where: \.hasOrganisationWord)
      {
        parts.append(Segment(line, line: number, isPhrase: true))
        continue
      }
      if number > 0, let value = Self.namedField(line) {
        parts += segments(of: value, number: number)
        continue
      }
      let head = cutBracket(line, subject)
      let first = isHeading ? (head.0, []) : cutTails(head.0, subject)
      let isField = subject == .position && line.isWholly(.emphasis)
      let cut = isField ? (first.0, nil) : cutSupervision(first.0)
      tails += (cut.1.map { [$0] } ?? []) + first.1
      var own = segments(of: cut.0, number: number, isHeading: isHeading).flatMap(splitAtSlash)
      if number == 0 { owner = Self.owner(own, of: cut.0, subject, isAlone: undated.count == 1) }
      // `### Acme` above `**Engineer at the weather desk**`
      if owner == .heading, own.count == 2, own[1].followsAt, cut.0.isWholly(.strong) {
        own = [Segment(cut.0.trimmedSigns(), line: number)]
      }
      parts += subject == .education ? own.map(withoutDegreeLabel) : own
      if let remark = head.1 { parts.append(Segment(remark, line: number, isPhrase: true)) }
    }
    assign(Self.fields(parts, subject), subject, tails: tails, owner: owner)
  }

  /// The parts of a head cut at commas; where style or signs already part "what" from "where",
  /// commas are inside the fields.
  private static func fields(_ parts: [Segment], _ subject: Subject) -> [Segment] {
    let named = parts.filter { !$0.isPhrase && !isPlaceAlone($0, subject) }
    let whole = named.count == 1 ? named.first?.text : wholeAmongPlaces(named, subject)
    return joiningNames(parts).flatMap { part -> [Segment] in
      let isWhole = part.text == whole || isUnspacedPost(part, below: named.first, subject)
      return part.isPhrase ? [part] : splitAtCommas(part, isWhole ? subject : nil)
    }
  }

  /// The lines without a post that one of them names as such.
  private mutating func takingNamedRole(of lines: [RichText], _ subject: Subject) -> [RichText] {
    guard subject == .position else { return lines }
    return lines.enumerated().compactMap { number, line in
      guard what == nil else { return line }
      let named = number > 0 ? namedRole(line).map { (RichText(), $0) } : nil
      guard let (rest, role) = named ?? cutDatedPosts(line) ?? cutNamedRole(line) else {
        return line
      }
      what = role
      return rest.isEmpty ? nil : rest
    }
  }

  /// `人工智能中心，助理教授` below the name of the institution in bold.
  private static func isUnspacedPost(
    _ part: Segment, below name: Segment?, _ subject: Subject
  ) -> Bool {
    guard subject == .position, let name, name.isStrong, name.hasOrganisationWord else {
      return false
    }
    return part.line > name.line && part.text.text.unicodeScalars.contains(where: isCJK)
  }

  /// Whether the first line is a name that the posts below it may be of, and nothing else; or
  /// begins with such a name.
  private static func owner(
    _ line: [Segment], of text: RichText, _ subject: Subject, isAlone: Bool
  ) -> Owner {
    if beginsWithOwner(text, line, subject) { return .line }
    guard subject == .position, line.count == 1, !line[0].hasRoleWord, !line[0].hasDegreeWord else {
      return .none
    }
    if line[0].isHeading { return .heading }
    return line[0].isStrong && line[0].hasOrganisationWord && !isAlone ? .line : .none
  }

  /// `**Thesis:** Words`: a line below the head that says itself what it is, and that is no field.
  private static func isRemark(_ line: RichText) -> Bool {
    if isState(line) { return true }
    guard let colon = line.text.unicodeScalars.firstIndex(where: isColon),
      line.startsWithLabel || line.text[colon...].dropFirst().first == " "
        // `导师：罗伊`
        || line.text[colon] == "：" && line.text[..<colon].unicodeScalars.allSatisfy(isWordScalar)
    else { return false }
    let label = folded(line.text[..<colon])
    if line.startsWithLabel, namesSubject(label, line) { return true }
    let fields: Lists = [.columnOrganisation, .columnRole, .columnTitle, .columnLocation]
    let isField = WordLists.all.contains(label, in: fields.union([.organisation, .role, .degree]))
    return label.split(separator: " ").count <= 3 && !label.contains(where: { ",;(".contains($0) })
      && (!isField || WordLists.all.contains(label, in: .supervision) || namesPerson(line))
  }

  /// `PI: Dr. Ada Roe & Bo Poe`: somebody else behind the label of a post.
  private static func namesPerson(_ line: RichText) -> Bool {
    let names = NamedValue(line)?.value.split { ",&;".unicodeScalars.contains($0) }
    return names?.first.map { isPerson($0.trimmed()) } == true
  }

  /// `**Title:** On Rain`: the title of a thesis or a project, and of no post and no degree.
  private static func namesSubject(_ label: String, _ line: RichText) -> Bool {
    guard WordLists.all.contains(label, in: .columnTitle),
      !WordLists.all.contains(label, in: [.degree, .role]), let field = NamedValue(line)
    else { return false }
    let value = Segment(field.value, line: 0)
    return !value.hasDegreeWord && !value.hasRoleWord && wordCount(field.value) > 2
  }

  /// `**Role:** Engineer`: the value of a field whose name stands before it.
  private static func namedField(_ line: RichText) -> RichText? {
    guard line.startsWithLabel, let field = NamedValue(line),
      field.isNamed(in: [.columnOrganisation, .columnRole, .columnLocation]),
      1...8 ~= wordCount(field.value)
    else { return nil }
    return field.value
  }

  /// The one part that says both what and where, if all others may be towns.
  private static func wholeAmongPlaces(_ parts: [Segment], _ subject: Subject) -> RichText? {
    let split = parts.filter { splitIndex(topLevelParts($0.text), subject) != nil }
    let others = parts.filter { part in !split.contains { $0.text == part.text } }
    guard split.count == 1 else { return nil }
    // Below the heading of a school a comma is that of `MSc, Rain`, before a mark that of a remark.
    let isField = topLevelParts(split[0].text).last?.text.contains(where: \.isNumber) == false
    let arePlaces = others.allSatisfy {
      !$0.isStyled && !(isField && $0.isHeading && $0.hasOrganisationWord)
        && Gazetteer.looksLikePlaceName($0.text.text[...])
        // `PhD, Rain` beside `FTU`
        && (!Self.isAcronym($0.text.text) || $0.isPlace)
    }
    // `**PhD, Glaciology**, Fen Tech`: the bold words are the degree and its field.
    if subject == .education, split[0].isStrong, !split[0].hasOrganisationWord, !others.isEmpty {
      return nil
    }
    // `**Degree, School**` above `Field | 2019`: the others name neither.
    let isWhole =
      split[0].hasOrganisationWord
      && (subject == .education ? split[0].hasDegreeWord : split[0].hasRoleWord)
    let areDetails =
      isWhole
      && others.allSatisfy {
        ($0.text.text.first?.isLowercase == true || !$0.hasOrganisationWord)
          && $0.link == nil && !$0.followsAt
          // `Minor in Mud` below a degree and its school
          && (subject == .education
            ? !$0.hasDegreeWord || $0.line > split[0].line : !$0.hasRoleWord)
      }
    return arePlaces || areDetails ? split[0].text : nil
  }

  /// The lines without the date of the entry, and that date.
  private static func takingDates(
    _ draft: EntryDraft, _ subject: Subject
  ) -> ([RichText], Dates?) {
    var lines = draft.lines
    var best: (index: Int, extracted: ExtractedDates, rank: Int)?
    for (index, line) in lines.enumerated() {
      let found = ExtractedDates(line)
      let extracted = Phrase.keepingSentences(found, of: line)
      guard let dates = extracted.dates else { continue }
      // A line that says only when and where counts before others.
      let rank = rank(dates) + (found.leaveAtMostPlace ? 4 : 0)
      if best.map({ rank > $0.rank }) ?? true { best = (index, extracted, rank) }
    }
    guard let best else {
      if subject == .position, draft.hasHeading, let dated = lines.first.flatMap(yearAtEnd) {
        return ([dated.name] + lines.dropFirst(), dated.dates)
      }
      guard !draft.markerYear.isEmpty, let year = Int(draft.markerYear) else { return (lines, nil) }
      return (lines, Dates([.init(PartialDate(year))], words: draft.markerYear))
    }
    let rest = unstyledBracket(best.extracted.rest)
    let monthly = best.extracted.dates.flatMap { monthsInBracket(of: rest, in: $0) }
    lines[best.index] = monthly?.rest ?? rest
    return (lines.filter { !$0.isEmpty }, monthly?.dates ?? best.extracted.dates)
  }

  private static func rank(_ dates: Dates) -> Int {
    guard let span = dates.spans.first else { return 0 }
    return span.end != .none ? 3 : span.start?.month != nil ? 2 : 1
  }

  private mutating func assign(
    _ parts: [Segment], _ subject: Subject, tails: [RichText], owner: Owner
  ) {
    var left = parts.filter { !$0.words.isEmpty }
    var postLine: Int?
    if what == nil, let index = Self.indexOfWhat(left, subject) {
      postLine = left[index].line
      what = unstyled(left.remove(at: index).text)
    }
    if what == nil, let index = Self.indexOfTitled(left) ?? Self.indexOfProject(left, subject) {
      what = unstyled(left.remove(at: index).text)
    }
    if what == nil, subject == .position, let index = Self.indexOfStrong(left) {
      what = unstyled(left.remove(at: index).text)
    }
    if let index = Self.indexOfEmployer(left, subject, besidePostOn: postLine)
      ?? Self.indexOfOrganisation(left, subject, owner: owner)
    {
      organisation = Self.takingInstitution(at: index, from: &left)
    }
    takePlace(from: &left)
    var tails = tails
    if location == nil, let place = tails.firstIndex(where: Self.isPlaceOfTail) {
      location = unstyled(withoutFinalStop(tails.remove(at: place)), .emphasis)
    }
    if what == nil, let index = Self.indexOfUnnamed(left, subject) {
      what = unstyled(left.remove(at: index).text)
    }
    what = what.map { unstyled($0, .emphasis) }
    if organisation == nil, subject == .position { partEmployer() }
    if location == nil, dates != nil, let place = Self.unknownPlace(left) {
      // `**Acme |** Distiller`: behind a bar, where no post is known, the word may be one.
      let isPost = what == nil && subject == .position && left[0].line == 0 && !left[0].followsComma
      if isPost { what = place } else { location = place }
      left = []
    }
    let words = (left.map(\.text) + tails).filter(\.hasWords)
    rest = words.isEmpty ? nil : joinedSentences(words)
  }

  /// Takes the place among the parts, or behind the name of the employer.
  private mutating func takePlace(from left: inout [Segment]) {
    if let index = left.firstIndex(where: { $0.isPlace && !$0.isPhrase && !$0.isLikelyTown })
      ?? left.firstIndex(where: { $0.isPlace && !$0.isPhrase })
      ?? left.firstIndex(where: { organisation != nil && Gazetteer.isTownOfRegion($0.text.text) })
    {
      location = unstyled(left.remove(at: index).text, .emphasis)
    } else if let (name, place) = organisation.flatMap(Self.nameBeforePlace) {
      (organisation, location) = (name, place)
    }
  }

  /// `Fen University. *Leeds, UK*`: whether what stands behind a stop is a place and its region.
  private static func isPlaceOfTail(_ tail: RichText) -> Bool {
    topLevelParts(tail).count > 1 && Gazetteer.isPlace(withoutFinalStop(tail).text)
  }

  /// Finds whom a post was with in a bracket behind it, else before the place.
  private mutating func partEmployer() {
    partBracket()
    let found = location.flatMap {
      what == nil ? Self.employerInCountry($0) : Self.employer(before: $0)
    }
    if organisation == nil, let found { (organisation, location) = found }
  }

  private static func indexOfWhat(_ parts: [Segment], _ subject: Subject) -> Int? {
    let found = parts.indices.filter {
      subject.matches(parts[$0].opening) && !parts[$0].followsAt && !isLabelled(parts[$0])
        // `Leeds MA`
        && (parts[$0].words.count == 1 || !parts[$0].isPlace || parts[$0].hasRoleWord)
    }
    return found.first { !parts[$0].hasOrganisationWord && parts[$0].link == nil } ?? found.first
  }

  /// `### Title, *Organisation*`: plain words before emphasised ones in a heading.
  private static func indexOfTitled(_ parts: [Segment]) -> Int? {
    guard parts.count > 1, parts[0].isHeading, parts[1].isHeading, !parts[0].isPhrase,
      !parts[0].isEmphasised, parts[1].isEmphasised, parts[0].words.count <= 10,
      !parts[0].hasOrganisationWord || parts[1].hasOrganisationWord
    else { return nil }
    return 0
  }

  /// `### Wet Maps of Old Land` above `Rain Lab, Fen University`: what was done, in a heading of
  /// four words or more.
  private static func indexOfProject(_ parts: [Segment], _ subject: Subject) -> Int? {
    guard subject == .position, let title = parts.first, title.isHeading, title.words.count > 3,
      !title.hasOrganisationWord, title.link == nil, !title.isPlace,
      parts.contains(where: { part in
        part.line > title.line && part.hasOrganisationWord && !part.hasRoleWord && !part.isPhrase
          && !isLabelled(part)
      })
    else { return nil }
    return 0
  }

  /// `**Post**, Organisation`: bold words before a comma and words that are no place; or before
  /// the name of a company, `**Post** | Tern Ltd`.
  private static func indexOfStrong(_ parts: [Segment]) -> Int? {
    guard parts.count > 1, parts[0].isStrong, !parts[0].hasOrganisationWord,
      parts[0].line == parts[1].line, !parts[1].isPlace,
      parts[1].followsComma
        || !parts[1].isStyled && WordLists.all.occurs(.institution, in: parts[1].words)
    else { return nil }
    return 0
  }

  /// "Tech Leader: Ada Roe" names somebody's part, not the owner's.
  private static func isLabelled(_ part: Segment) -> Bool {
    guard let colon = part.text.text.unicodeScalars.firstIndex(where: isColon) else {
      return false
    }
    let label = part.text.text[..<colon]
    return label.split(separator: " ").count <= 3 && !label.contains { ",(（".contains($0) }
  }

  /// `**Acme** – Engineer` above what was done: the bold words beside the post, where no other part
  /// of the line names an institution.
  private static func indexOfEmployer(
    _ parts: [Segment], _ subject: Subject, besidePostOn line: Int?
  ) -> Int? {
    let beside = parts.indices.filter { parts[$0].line == line }
    guard subject == .position, let first = beside.first, parts[first].isStrong,
      parts[first].mayBeName, !isLabelled(parts[first]), !parts[first].isPlace,
      beside.dropFirst().allSatisfy({ !parts[$0].followsAt && !parts[$0].namesInstitution })
    else { return nil }
    return first
  }

  /// `@ X` before a name of an institution, this before a heading, a link or a bold name.
  ///
  /// - Parameter owner: Whether the heading is the employer's, and what the post was at is a part
  ///   of it, unless that is named as an institution; or the first line is, whatever follows.
  private static func indexOfOrganisation(
    _ parts: [Segment], _ subject: Subject, owner: Owner
  ) -> Int? {
    if owner == .line, let first = parts.first, first.line == 0, first.isStrong { return 0 }
    let named = parts.indices.filter {
      (!parts[$0].isPlace || parts[$0].isHeading) && !isLabelled(parts[$0])
        && parts[$0].mayBeName && !isAmount(parts[$0])
        // `BSc in Rain, Minor in Mud`
        && (subject == .position || !parts[$0].hasDegreeWord || parts[$0].hasOrganisationWord)
    }
    let isField = !parts.contains { $0.isHeading && $0.hasOrganisationWord }
    let tests: [(Segment) -> Bool] = [
      { $0.followsAt && (owner == .none || $0.hasOrganisationWord) },
      // `### Rain Studies` above `**Fen University**`
      { subject == .education && $0.line == 1 && $0.isStrong && $0.hasOrganisationWord && isField },
      { $0.isHeading },
      { $0.followsAt }, { $0.hasOrganisationWord && $0.link != nil && !$0.isStrong },
      { $0.hasOrganisationWord && !$0.hasDegreeWord && $0.words.count <= 14 },
      { $0.hasOrganisationWord && $0.words.count <= 14 },
      // `**Rain Year**: [Moss Academy](…)`, `**Rain Year** – FTU`
      { $0.link != nil && !$0.isStrong || isAcronym($0.text.text) && $0.words.count == 1 },
      { $0.isStrong }, { $0.link != nil }, { $0.isEmphasised },
      { $0.words.count <= 10 && !$0.text.text.contains(":") },
    ]
    return tests.lazy.compactMap { test in named.first { test(parts[$0]) } }.first
  }

  /// What is left may be the field of study or an unusual post, if it is short.
  private static func indexOfUnnamed(_ parts: [Segment], _ subject: Subject) -> Int? {
    parts.indices.first { index in
      let part = parts[index]
      let isShort = part.words.count <= 8 && !part.text.text.contains(":") && !part.isPhrase
      return isShort && (subject == .education || part.isStyled) && !part.isPlace
    }
  }
}
