// SPDX-License-Identifier: MIT
import CVModel

/// `### Fen University` above `#### BSc in Rain` and `#### MSc in Maps`: where a degree or a post
/// was, which says it itself nowhere.
func takeOrganisationOfGroup(_ record: inout Record) {
  guard record.kind == .education || record.kind == .position, record.organisation == nil,
    record.title != nil || record.role != nil, let group = record.group,
    !group.saysWhen, wordCount(group) <= 8,
    case let name = Segment(group, line: 0), name.hasOrganisationWord, !name.hasDegreeWord,
    !name.hasRoleWord
  else { return }
  record.organisation = unstyled(group)
  record.group = nil
}

/// `#### Rain Analyst` above `- Fen Institute (2015 – 2019)`: the post that the group was held at.
func takeRoleOfGroup(_ record: inout Record) {
  guard record.kind == .position, record.role == nil, record.title == nil,
    record.organisation != nil, let group = record.group, group.isShortRole, !group.saysWhen,
    case let name = Segment(group, line: 0), !name.hasOrganisationWord,
    let last = name.words.last, WordLists.all.contains(last, in: .role),
    WordLists.all.sectionKind(last) == nil, !SectionTitle(group).isExact
  else { return }
  record.role = unstyled(group)
  record.group = nil
}

/// Takes the year that heads a group (`### 2024`) for the date of an entry that has none.
func datingByGroup(_ record: inout Record) {
  guard record.dates == nil, let group = record.group else { return }
  if let (year, outer) = group.groupYear {
    record.dates = Dates([.init(PartialDate(year))], words: String(year))
    record.group = outer
  } else if record.kind == .position || record.kind == .education, group.isDateAlone,
    let dates = ExtractedDates(group).dates, dates.end != .none
  {
    // `**2018 – 2019**` above a post
    (record.dates, record.group) = (dates, nil)
  } else if record.kind != .position, record.kind != .education, group.isDateAlone {
    // `### Nov 2023`, `**Since 2022**`
    (record.dates, record.group) = (ExtractedDates(group).dates, nil)
  }
}
