// SPDX-License-Identifier: MIT
import CVModel

/// How the records of a section are written: as headings with a body, or as items of a list.
struct EntryForm {
  let usesHeadings: Bool

  init(_ section: Section) {
    switch section.kind {
    case .experience, .education, .projects, .volunteer: usesHeadings = true
    default:
      usesHeadings = section.entries.contains { entry in
        if case .record(let record) = entry { return record.text != nil && !record.bullets.isEmpty }
        return false
      }
    }
  }

  /// The line that says what an entry is, and the words that follow it.
  func head(_ record: Record) -> (line: String, text: String?) {
    let text = record.text.map { markdown($0) }
    let links = record.links.map { "[\(markdownLink($0))]" }.joined(separator: " ")
    let line: String
    switch record.kind {
    case .position, .education, .project, .talk, .teaching, .supervision, .award, .certificate,
      .funding, .service:
      line = titleLine(record)
    case .news:
      let dates = record.dates.map { $0.words + ":" } ?? ""
      return (joined([dates, text ?? "", links], " "), nil)
    case .skill, .language, .reference, .item:
      let words = joined([record.role.map { markdown($0) } ?? "", text ?? "", links], " ")
      guard let title = record.title else { return (words, nil) }
      let label = markdown(title, without: .strong)
      return (words.isEmpty ? label : "**\(label):** \(words)", nil)
    }
    return (joined([line, links], " "), text)
  }

  /// `Title, *Organisation, Place* — dates`.
  private func titleLine(_ record: Record) -> String {
    let what = record.kind == .position ? record.role : record.title ?? record.role
    let places = [record.organisation, record.location].compactMap { $0 }
      .map { markdown($0, without: .emphasis) }
    let place = places.isEmpty ? "" : "*\(places.joined(separator: ", "))*"
    let needsTitle = !usesHeadings && [.talk, .teaching, .project].contains(record.kind)
    let words = what.map { markdown($0, without: .strong) } ?? ""
    let title = needsTitle && !words.isEmpty ? "**\(words)**" : words
    let line = joined([title, place], ", ")
    // A year that is part of the title, as of a venue, is not said twice.
    let dates = record.dates.flatMap { what?.text.hasSuffix($0.words) == true ? nil : $0.words }
    return joined([line, dates.map { markdown($0) } ?? ""], " — ")
  }
}

/// A link as it stands in a reference: `[label](address)`.
func markdownLink(_ link: Link) -> String {
  markdown(RichText(link.label, .init(link: link.url)))
}

/// `Authors. “Title.” *Venue 12(3), 1–9*, status, awards, 2024. [label](address)`.
func referenceLine(_ publication: Publication) -> String {
  let names = publication.authors.map(authorMarkdown).joined(separator: ", ")
  let companions = publication.authorLead.map { "(\($0) \(names))" } ?? ""
  let authors = companions.isEmpty ? names : ""
  let stop = publication.title.text.last.map { ".?!…".contains($0) } ?? true ? "" : "."
  let title = "“" + markdown(publication.title) + stop + "”"
  var issue = publication.volume ?? ""
  if let number = publication.number { issue += "(\(number))" }
  let locator = joined([issue, publication.pages ?? ""], ", ")
  let venue = joined(
    [publication.venue.map { markdown($0, without: .emphasis) } ?? "", locator], " ")
  var parts = [venue.isEmpty ? "" : "*\(venue)*"]
  parts += [publication.location, publication.status].map { $0.map { markdown($0) } ?? "" }
  parts += publication.awards.map { markdown($0) }
  parts.append(publication.note.map { markdown($0) } ?? "")
  parts.append(publication.dates?.words ?? "")
  let lines = [
    authors.isEmpty ? "" : authors + ".", title,
    joined([joined(parts, ", "), companions], " ") + ".",
    publication.links.map { markdownLink($0, doi: publication.doi) }.joined(separator: " "),
  ]
  return joined(lines.map { $0 == "." ? "" : $0 }, " ")
}

/// A link to a DOI says the DOI.
private func markdownLink(_ link: Link, doi: String?) -> String {
  guard let doi, link.label == "DOI", link.url.hasSuffix(doi) else { return markdownLink(link) }
  return markdownLink(Link(label: doi, url: link.url))
}

private func authorMarkdown(_ author: Author) -> String {
  var name = markdown(author.name)
  if author.isOwner { name = "**\(name)**" }
  if let url = author.url { name = "[\(name)](\(target(url)))" }
  if let mark = author.mark { name += "<sup>\(markdown(mark))</sup>" }
  if author.contributedEqually { name += "\\*" }
  if author.isCorresponding { name += "†" }
  return name
}

func joined(_ parts: [String], _ separator: String) -> String {
  parts.filter { !$0.isEmpty }.joined(separator: separator)
}
