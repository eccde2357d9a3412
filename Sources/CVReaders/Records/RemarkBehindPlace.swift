// SPDX-License-Identifier: MIT
import CVModel

/// `Fen University (invited)`, `Fen University (TA)`, `Fen University (with B. Poe)`: the record
/// without the bracket behind a place, which says of what form a talk was, as what somebody taught,
/// or with whom.
func takingRemark(behindPlaceOf original: Record) -> Record {
  guard let place = original.organisation, let bracket = FinalBracket(TextScan(place)),
    case let remark = bracket.inner, 1...8 ~= wordCount(remark)
  else { return original }
  var record = original
  // `invited`, `invited talk`
  let forms = [remark.text, remark.text + " talks"].map { folded($0) }
  let isForm = forms.contains { WordLists.all.sectionKind($0) == .talks }
  let scan = TextScan(remark)
  let isCompanion =
    scan.endOfCompanion(at: 0).map { end in
      AuthorList(scan, from: scan.skipSpaces(from: end), isGivenFirst: true).count > 0
    } == true
  if isCompanion {
    record.text = ([record.text].compactMap { $0 } + [remark]).joinedIfAny(separator: ", ")
  } else if record.role == nil,
    record.kind == .teaching ? remark.isShortRole : isForm || isAward(remark.text)
  {
    record.role = remark
  } else {
    return original
  }
  record.organisation = bracket.before
  return record
}
