// SPDX-License-Identifier: MIT
import CVModel

/// Takes `- May 2014 – June 2016 (2 years)` and `- Leeds, UK` from the first points below a head
/// that says neither when nor where; both are fields, and no duties.
func takeDateAndPlace(of record: inout Record) {
  guard record.kind == .position || record.kind == .education || record.kind == .project else {
    return
  }
  while let first = record.bullets.first, first.children.isEmpty {
    if record.dates == nil, let dates = datesAlone(in: first.text) {
      record.dates = dates
    } else if record.location == nil, record.dates != nil, Gazetteer.isPlace(first.text.text) {
      record.location = withoutStyle(first.text)
    } else {
      return
    }
    record.bullets.removeFirst()
  }
}

/// The dates that a point is, perhaps with how long they are in brackets behind them.
private func datesAlone(in point: RichText) -> Dates? {
  var line = point
  if let bracket = FinalBracket(TextScan(point)), wordCount(bracket.inner) <= 4,
    HeadFields.isAmount(Segment(bracket.inner, line: 0)), !bracket.inner.holdsDate
  {
    line = bracket.before
  }
  guard line.isDateAlone, var dates = ExtractedDates(line).dates, dates.end != .none else {
    return nil
  }
  // How long it was is a part of the words as written.
  dates.words = point.text
  return dates
}
