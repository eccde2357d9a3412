// SPDX-License-Identifier: MIT
import CVModel

/// Works of which each field has its name before it.
extension Reference {
  init(_ draft: EntryDraft, owner: OwnName) {
    guard !draft.named.isEmpty, let title = draft.lines.first else {
      self.init(draft.lines, hasBody: !draft.body.isEmpty, subject: draft.subject, owner: owner)
      return
    }
    self.init([], hasBody: true, owner: owner)
    let links = PublicationLinks(title)
    absorb(links)
    let remarks = Remarks(links.rest.collapsed())
    take(remarks)
    setTitle(withoutQuotes(remarks.rest))
    read(draft.named)
  }

  private mutating func read(_ named: [WorkField]) {
    let venues = named.filter { $0.kind == .venue }
    let genres = named.filter { $0.kind == .genre }.map(\.value)
    let details = named.filter { $0.kind == .detail }.map { $0.name + RichText(" ") + $0.value }
    // Where no field names the venue, its genre says what the work is: `arXiv preprint`.
    let parts = venues.isEmpty ? genres : venues.map(\.value)
    fields = VenueFields((parts + details).joinedRich(separator: ", "))
    if !venues.isEmpty { notes += genres }
    for field in named {
      switch field.kind {
      case .authors: takeAuthors(field.value)
      case .date: takeDate(field.value)
      case .abstract: description.append(field.value)
      case .link: readBelow([field.value])
      case .other:
        let links = PublicationLinks(field.line)
        absorb(links)
        guard !takeRemark(field) else { continue }
        let rest = links.rest.collapsed()
        // `Status: under review` is shown, what is told at length is not.
        if wordCount(rest) <= 12 { note(rest) } else { description.append(rest) }
      case .venue, .genre, .detail: break
      }
    }
  }

  /// `Status: under review`, `Award: Best Paper Award`: what stands in brackets elsewhere.
  private mutating func takeRemark(_ field: WorkField) -> Bool {
    guard field.value.runs.allSatisfy({ $0.attributes.link == nil }) else { return false }
    let remarks = Remarks(RichText("(") + field.value + RichText(")"))
    guard !remarks.rest.hasWords, remarks.notes.isEmpty,
      remarks.status != nil || !remarks.awards.isEmpty
    else { return false }
    take(remarks)
    explain(field.name.text)
    return true
  }

  private mutating func takeAuthors(_ names: RichText) {
    let scan = TextScan(names)
    let list = AuthorList(scan)
    guard list.count > 0, authors.isEmpty else { return notes.append(names) }
    setAuthors(list, scan)
    // `… and others from the Rain Group`
    note(scan.slice(skipSigns(scan, from: list.end)..<scan.count))
  }

  /// `2020, after two years of review`: a date and what is said of it.
  private mutating func takeDate(_ text: RichText) {
    let found = ExtractedDates(text)
    fields.dates = found.dates ?? fields.dates
    note(found.rest.trimmedSigns())
  }

  private mutating func note(_ words: RichText) {
    if words.hasWords { notes.append(withoutFinalStop(words.collapsed())) }
  }
}
