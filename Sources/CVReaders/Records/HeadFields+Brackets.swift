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

  /// `**Engineer** (part-time), Acme`: a bracket between a field in a style of its own and those
  /// behind it, as a place or a remark; the short form in `**Fen University** (FU), Engineer` stays
  /// with the name.
  static func cutAside(_ line: RichText) -> (RichText, Segment?) {
    let scan = TextScan(line)
    guard let field = scan.runRanges.first, field.attributes != .init(),
      case let open = scan.skipSpaces(from: field.range.upperBound), scan[open] == "(",
      let close = scan.closingBracket(of: open),
      case let next = scan.skipSpaces(from: close + 1), let sign = scan[next],
      ",|·".unicodeScalars.contains(sign)
        || isDash(sign) && scan[scan.skipSpaces(from: next + 1)].map(isCapital) == true,
      case let inner = scan.slice(open + 1..<close), inner.isUnlinked, 1...8 ~= wordCount(inner)
    else { return (line, nil) }
    let (before, after) = (scan.slice(field.range), scan.slice(close + 1..<scan.count))
    let isNamed = Segment(before, line: 0).hasRoleWord || Segment(before, line: 0).hasDegreeWord
    // `**Engineer** (NASA), Leeds`
    if isAcronym(inner.text), isNamed { return (before + after, Segment(inner, line: 0)) }
    if isAcronym(inner.text) {
      let name = (RichText(" (") + inner + RichText(")")).mapAttributes { $0 = field.attributes }
      return (before + name + after, nil)
    }
    return (before + after, Segment(inner, line: 0, isPhrase: !Gazetteer.isPlace(inner.text)))
  }
}

extension Segment {
  /// The part as one of another line of the head.
  func onLine(_ number: Int) -> Segment {
    var part = self
    part.line = number
    return part
  }
}
