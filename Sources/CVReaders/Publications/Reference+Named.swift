// SPDX-License-Identifier: MIT
import CVModel

/// Works of which each field has its name before it.
extension Reference {
  init(_ draft: EntryDraft) {
    guard !draft.named.isEmpty, let title = draft.lines.first else {
      self.init(draft.lines, hasBody: !draft.body.isEmpty, subject: draft.subject)
      return
    }
    self.init([], hasBody: true)
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
      case .date: fields.dates = ExtractedDates(field.value).dates ?? fields.dates
      case .abstract: description.append(field.value)
      case .link: readBelow([field.value])
      case .other:
        let links = PublicationLinks(field.line)
        absorb(links)
        if links.rest.hasWords { description.append(links.rest.collapsed()) }
      case .venue, .genre, .detail: break
      }
    }
  }

  private mutating func takeAuthors(_ names: RichText) {
    let scan = TextScan(names)
    let list = AuthorList(scan)
    guard list.count > 0, authors.isEmpty else { return notes.append(names) }
    setAuthors(list, scan)
  }
}
