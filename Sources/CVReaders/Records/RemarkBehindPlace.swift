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
  let isForm =
    wordCount(remark) <= 3 && remark.text.first?.isLowercase == true
    && !WordLists.all.contains(folded(remark.text), in: .remote)
  let isCompanion = TextScan(remark).endOfCompanion(at: 0) != nil
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
