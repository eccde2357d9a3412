// SPDX-License-Identifier: MIT
import CVModel

/// `Teaching assistant, MATH 1710 *Probability*, Fen University`: a part in front of the course, or
/// of the institution.
func takePart(in line: RichText, into record: inout Record) -> Bool {
  var (parts, remarks) = cuttingRemarks(partsBehindDash(topLevelParts(line), of: record.kind))
  let quoted = quotedRange(TextScan(line)).map { TextScan(line).string($0.inner) } ?? ""
  let posts = parts.prefix { isPost($0, of: record.kind) }
  guard let post = posts.first, parts.count + remarks.count > posts.count, !quoted.contains(",")
  else { return false }
  let role = posts.count < parts.count ? posts.joinedRich(separator: ", ") : post
  record.role = role.mapAttributes { $0.marks.subtract([.strong, .emphasis]) }
  parts.removeFirst(posts.count < parts.count ? posts.count : 1)
  if let first = parts.first, isPerson(first) {
    // `*PhD Supervisor*, Dr. Ada Roe, “On Rain”`: somebody else, and no course.
    record.text = parts.removeFirst()
  } else if let first = parts.first,
    !isInstitution(first) || parts.dropFirst().contains(where: isInstitution)
  {
    record.title = withoutQuotes(first).mapAttributes { $0.marks.subtract([.strong, .emphasis]) }
    parts.removeFirst()
  }
  if !parts.isEmpty {
    let place = parts.firstIndex(where: isInstitution) ?? 0
    takePlace(from: Array(parts[place...]).joinedRich(separator: ", "), into: &record)
    remarks = parts[..<place] + remarks
  }
  let texts = [record.text].compactMap { $0 } + remarks
  record.text = texts.joinedIfAny(separator: ", ")
  return true
}

/// Whether a part of a line says what somebody was, and no more.
private func isPost(_ part: RichText, of kind: Record.Kind) -> Bool {
  let isStyled = part.isWholly(.emphasis)
  let last = foldedWords(part.text).last ?? ""
  let isRole =
    !Segment(part, line: 0).hasOrganisationWord
    || isStyled && WordLists.all.contains(last, in: .role)
  return part.isShortRole && isRole && !part.text.contains(":")
    && (!part.isWholly(.strong) || kind == .teaching && isOnlyRole(part))
    && !part.text.contains(" for ")
    && part.isUnlinked
    && (kind == .teaching || isStyled || WordLists.all.contains(last, in: .supervision))
}

/// `*Tutor* (maths, physics)`: what stands in brackets behind words in a style of their own.
private func cuttingRemarks(_ parts: [RichText]) -> (parts: [RichText], remarks: [RichText]) {
  var remarks: [RichText] = []
  let cut = parts.map { part -> RichText in
    let scan = TextScan(part)
    guard let first = scan.runRanges.first, scan.runRanges.count > 1,
      !first.attributes.marks.isDisjoint(with: [.strong, .emphasis]),
      let bracket = FinalBracket(scan),
      bracket.open == scan.skipSpaces(from: first.range.upperBound)
    else { return part }
    remarks.append(bracket.inner)
    return bracket.before
  }
  return (cut, remarks)
}

/// `Teaching Assistant`: whether all the words are those of a part taken.
private func isOnlyRole(_ part: RichText) -> Bool {
  let words = foldedWords(part.text)
  return WordLists.all.match(words[...], in: .role) == words.count
}

/// `Teaching Assistant – *Rain*`, `Instructor, Tutor - Rain`: the parts, of which the last part
/// taken stands before a dash, and the course behind it.
private func partsBehindDash(_ parts: [RichText], of kind: Record.Kind) -> [RichText] {
  guard kind == .teaching else { return parts }
  for index in parts.indices.prefix(3) {
    let fields = fieldParts(parts[index], atDashes: true)
    if fields.count == 2, isPost(fields[0], of: kind), isOnlyRole(fields[0]) {
      return parts[..<index] + fields + parts[(index + 1)...]
    }
    guard fields.count == 1, isPost(parts[index], of: kind) else { break }
  }
  return parts
}
