// SPDX-License-Identifier: MIT
import CVModel

/// `Rain Lab @Leeds, Engineer`: whether a sign tells which of its sites an institution means.
func isCampus(_ scan: TextScan, at index: Int, in piece: Range<Int>) -> Bool {
  guard scan.scalars[index] == "@", scan[index + 1].map(isSpace) == false else { return false }
  let before = Segment(scan.slice(scan.trim(piece.lowerBound..<index)), line: 0)
  return before.hasOrganisationWord && !before.hasRoleWord
}

/// `University of Olm at Leeds`, `Centre for Rain at Fen University`: a town or a school that is
/// part of the name of an institution; behind `University of Olm` the town need not be known.
func isTown(_ scan: TextScan, at index: Int, in piece: Range<Int>) -> Bool {
  guard scan.stands("at ", at: index) else { return false }
  let comma = scan.scalars[piece.lowerBound..<index].lastIndex(of: ",")
  let start = comma.map { $0 + 1 } ?? piece.lowerBound
  let end = scan.scalars[index..<piece.upperBound].firstIndex(of: ",") ?? piece.upperBound
  let name = Segment(scan.slice(scan.trim(start..<index)), line: 0)
  guard name.hasOrganisationWord, !name.hasRoleWord, !name.hasDegreeWord else { return false }
  let bracket = scan.scalars[index..<end].firstIndex { "(（".unicodeScalars.contains($0) }
  let behind = scan.string(scan.trim(index + 3..<max(index + 3, bracket ?? end)))
  return Gazetteer.isPlace(behind) || isSchoolOf(name) && Gazetteer.looksLikePlaceName(behind[...])
    || Connective.namesSchool(foldedWords(behind)) && start == piece.lowerBound && isUnit(name)
}

/// Whether a name is built as `University of Olm` is.
private func isSchoolOf(_ name: Segment) -> Bool {
  name.words.count > 2 && WordLists.all.contains(name.words[0], in: .school)
    && WordLists.all.contains(name.words[1], in: .genitive)
}

/// `Centre for Rain`, `Rain Lab`: whether a name is that of a part of an institution; `Lab work`
/// and `Summer School on Rain` are none.
private func isUnit(_ name: Segment) -> Bool {
  guard name.words.count > 1, let last = name.words.last else { return false }
  if WordLists.all.contains(last, in: [.unit, .institution, .school]) { return true }
  return WordLists.all.contains(name.words[0], in: [.unit, .institution])
    && WordLists.all.contains(name.words[1], in: [.functionWord, .genitive])
}
