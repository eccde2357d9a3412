// SPDX-License-Identifier: MIT
import CVModel

/// Splits `瀬音大学 准教授` and `나루대학교, 조교수`: heads in writings whose words need no spaces.
///
/// Commas part fields; a space parts them only where a title of a post or a degree follows, since
/// names of institutions hold spaces, too.
///
/// - Returns: `nil` where no part is known as a post, a degree or an institution.
func unspacedFields(_ segment: Segment, _ subject: HeadFields.Subject) -> [Segment]? {
  // What is longer is no post and its employer.
  guard segment.text.count <= 1_200, segment.text.text.unicodeScalars.contains(where: isCJK) else {
    return nil
  }
  var fields: [Segment] = []
  for part in topLevelParts(segment.text) {
    for (index, piece) in spacedPieces(part).enumerated() {
      let next = Segment(piece, line: segment.line)
      if index > 0, let last = fields.last, !parts(last, next, subject) {
        let joined = last.text + RichText(" ") + piece
        fields[fields.count - 1] = Segment(joined, line: segment.line)
      } else if index == 0, let last = fields.last,
        areAlike(last, next, subject) || isTown(last, of: next),
        let sign = sign(between: last.text, piece, in: segment.text)
      {
        let joined = last.text + RichText(sign) + piece
        fields[fields.count - 1] = Segment(joined, line: segment.line)
      } else {
        fields.append(next)
      }
    }
  }
  fields =
    subject == .education
    ? universityFirst(fields.flatMap(splitBracket).flatMap(splitBehindSchool))
    : fields.flatMap(splitBehindEmployer)
  guard fields.count > 1,
    fields.contains(where: { $0.hasRoleWord || $0.hasDegreeWord || $0.hasOrganisationWord })
  else { return nil }
  return fields
}

/// The fields with a university before the parts of one that are named in front of it.
private func universityFirst(_ fields: [Segment]) -> [Segment] {
  guard let university = fields.firstIndex(where: \.isUniversity),
    let first = fields.firstIndex(where: { $0.hasOrganisationWord && !$0.hasDegreeWord }),
    first < university
  else { return fields }
  var fields = fields
  fields.insert(fields.remove(at: university), at: first)
  return fields
}

/// Whether a space between two pieces parts fields.
private func parts(_ last: Segment, _ next: Segment, _ subject: HeadFields.Subject) -> Bool {
  if subject == .position {
    // In `远芯 ICT 工程师` the name goes on.
    let isApart =
      last.hasOrganisationWord || next.text.text.unicodeScalars.first.map(isCJK) ?? false
    return next.hasRoleWord && !last.hasRoleWord && isApart
  }
  if next.hasDegreeWord { return true }
  let isSpacedWriting = next.text.text.unicodeScalars.contains(where: isHangul)
  return last.hasOrganisationWord && !isSpacedWriting
}

/// Whether a comma between two fields is inside one: an institution and a part of it, two posts.
private func areAlike(
  _ last: Segment, _ next: Segment, _ subject: HeadFields.Subject
) -> Bool {
  guard last.hasOrganisationWord == next.hasOrganisationWord else { return false }
  if subject == .education {
    return last.hasOrganisationWord && !last.hasDegreeWord && !next.hasDegreeWord
      && last.isUniversity == next.isUniversity
  }
  return last.hasRoleWord == next.hasRoleWord && last.hasRoleWord != last.hasOrganisationWord
}

/// `合肥，中国`: whether a place and its country stand behind each other.
private func isTown(_ last: Segment, of next: Segment) -> Bool {
  last.isPlace && Gazetteer.isCountry(next.text.text)
}

extension Segment {
  /// `瀬音大学`: whether letters without spaces name a university, and no part of one.
  fileprivate var isUniversity: Bool {
    ["大学", "大學", "대학교"].contains { text.text.hasSuffix($0) }
  }
}

/// The comma that stands between two parts of a text.
private func sign(between first: RichText, _ second: RichText, in text: RichText) -> String? {
  ["，", ", ", ",", "、"].first {
    text.text.firstRange(of: first.text + $0 + second.text) != nil
  }
}

/// The pieces between spaces outside brackets that have such letters at both sides.
private func spacedPieces(_ text: RichText) -> [RichText] {
  let scan = TextScan(text)
  var pieces: [RichText] = []
  var start = 0
  var index = 0
  while index < scan.count {
    if let close = scan.closingBracket(of: index) {
      index = close + 1
      continue
    }
    let next = scan.skipSpaces(from: index)
    if next > index, let before = scan[index - 1], let after = scan[next],
      isCJK(before) || ")）".unicodeScalars.contains(before), isCJK(after) || isCapital(after)
    {
      pieces.append(scan.slice(start..<index))
      start = next
    }
    index = max(next, index + 1)
  }
  return pieces + [scan.slice(scan.trim(start..<scan.count))]
}

/// `나루대학교 (해양학)`: behind a school the bracket says the field.
private func splitBracket(_ field: Segment) -> [Segment] {
  let scan = TextScan(field.text)
  guard !field.hasDegreeWord,
    let bracket = FinalBracket(scan),
    !isShortForm(scan.scalars[bracket.open + 1..<scan.count - 1], of: scan.scalars[..<bracket.open])
  else { return [field] }
  return [bracket.before, bracket.inner].map { Segment($0, line: field.line) }
}

/// `获远山大学水文学硕士学位`: a school and the degree behind it, without the verb in front.
private func splitBehindSchool(_ field: Segment) -> [Segment] {
  let scan = TextScan(field.text)
  guard field.hasDegreeWord, scan.count <= 40, scan.scalars.allSatisfy(isCJK),
    let end = scan.scalars.indices.dropFirst(3).last(where: { endsSchool(scan, at: $0) }),
    case let degree = Segment(scan.slice(end..<scan.count), line: field.line),
    degree.hasDegreeWord, !degree.hasOrganisationWord
  else { return [field] }
  let verb =
    [2, 1].first {
      WordLists.all.contains(scan.string(0..<$0), in: .verb)
    } ?? 0
  return [Segment(scan.slice(verb..<end), line: field.line), degree]
}

/// `远山公司（Far Hills）实习`: an employer and the post behind it.
private func splitBehindEmployer(_ field: Segment) -> [Segment] {
  let scan = TextScan(field.text)
  guard field.hasRoleWord, scan.count <= 60, scan.scalars.last.map(isCJK) == true,
    let end = scan.scalars.indices.dropFirst(3).suffix(8).first(where: {
      endsEmployer(scan, at: $0)
    }), case let post = Segment(scan.slice(end..<scan.count), line: field.line),
    post.hasRoleWord, !post.hasOrganisationWord
  else { return [field] }
  return [Segment(scan.slice(0..<end), line: field.line), post]
}

/// Whether a word for an institution ends at an offset, or a bracket behind one.
private func endsEmployer(_ scan: TextScan, at end: Int) -> Bool {
  let bracket = scan.brackets.first { $0.open < end && end <= $0.close + 1 }
  let name = bracket?.open ?? end
  return name > 2 && bracket.map({ $0.close == end - 1 }) ?? true
    && [2, 3].contains { count in
      name >= count
        && WordLists.all.contains(scan.scalars[name - count..<name], in: .organisation)
    }
}

/// Whether a word for a university ends at an offset.
private func endsSchool(_ scan: TextScan, at end: Int) -> Bool {
  WordLists.all.contains(scan.string(end - 2..<end), in: .school)
}

/// `远山大学附属中学（远大附中）`: whether letters stand in a name in their order, as in its short form.
private func isShortForm(
  _ letters: ArraySlice<Unicode.Scalar>, of name: ArraySlice<Unicode.Scalar>
) -> Bool {
  var left = name
  return letters.count > 1
    && letters.allSatisfy { letter in
      guard let index = left.firstIndex(of: letter) else { return false }
      left = left[(index + 1)...]
      return true
    }
}

/// The sign between parts of a list as the writing of the text has it.
func listSeparator(for text: RichText) -> String {
  let scalars = text.text.unicodeScalars
  if scalars.contains("，") { return "，" }
  if scalars.contains("、") { return "、" }
  return scalars.contains("،") ? "، " : ", "
}

/// `安·罗伊公司`: whether a middle dot stands in a name from abroad, behind a few letters that say
/// nothing else.
func isInName(_ scan: TextScan, _ index: Int) -> Bool {
  let before = scan.scalars[..<index].reversed().prefix { isCJK($0) }.count
  guard 1...3 ~= before, scan[index + 1].map(isCJK) == true, scan[index + 2].map(isCJK) == true,
    case let word = scan.string(index - before..<index),
    case let behind = String(
      String.UnicodeScalarView(scan.scalars[(index + 1)...].prefix(while: isCJK))),
    !WordLists.all.contains(behind, in: .role)
  else { return false }
  let known = WordLists.all.lists(in: [word]).union(WordLists.all[word]?.lists ?? [])
  return !Gazetteer.isPlace(word) && known.subtracting(.familyName).isEmpty
}
