// SPDX-License-Identifier: MIT
import CVModel

/// Brackets that say where something was done.
extension HeadFields {
  /// `Tutor in Mud Studies (FTU, Prof. Roe)`: where the post was, and more, in brackets behind it;
  /// `Acme (Engineer)`: the post itself.
  mutating func partBracket() {
    guard let bracket = what.flatMap({ FinalBracket(TextScan($0)) }) else { return }
    let (before, inner) = (bracket.before, bracket.inner)
    let parts = topLevelParts(inner)
    if !Segment(before, line: 0).hasRoleWord, Segment(parts[0], line: 0).hasRoleWord {
      (what, organisation) = (inner, before)
    } else if parts.count > 1,
      Self.isAcronym(parts[0].text) || Segment(parts[0], line: 0).hasOrganisationWord
    {
      (what, organisation) = (before, parts.joinedRich(separator: ", "))
    }
  }

  /// `Tern AG (at a client's), Mudford`: words in a bracket between a company and its town.
  private mutating func partRemark() {
    guard location != nil, let bracket = organisation.flatMap({ FinalBracket(TextScan($0)) }),
      let form = foldedWords(bracket.before.text).last,
      WordLists.all.contains(form, in: .institution),
      case let inner = Segment(bracket.inner, line: 0),
      inner.words.count > 1, !inner.hasOrganisationWord, !inner.isPlace
    else { return }
    organisation = bracket.before
    rest = [bracket.inner, rest].compactMap { $0 }.joinedIfAny(separator: ", ")
  }

  /// Takes what brackets in the fields say beside these.
  mutating func partBrackets(of lines: [RichText]) {
    partDatedBracket(of: lines)
    partRemark()
  }

  /// `Wet Maps (Fen Institute, 2019 – 2020)`: where something was done, in a bracket beside when.
  private mutating func partDatedBracket(of lines: [RichText]) {
    guard what == nil || organisation == nil, let name = what ?? organisation,
      let bracket = FinalBracket(TextScan(name)), topLevelParts(bracket.inner).count == 1,
      lines.contains(where: { line in
        FinalBracket(TextScan(line.collapsed()))?.inner.text.hasPrefix(bracket.inner.text + ",")
          == true
      }), case let inner = Segment(bracket.inner, line: 0), !inner.hasRoleWord,
      inner.hasOrganisationWord || Self.isAcronym(inner.text.text), !inner.isPlace,
      !Segment(bracket.before, line: 0).hasOrganisationWord
    else { return }
    (what, organisation) = (bracket.before, bracket.inner)
  }
}
