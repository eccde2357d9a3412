// SPDX-License-Identifier: MIT
import CVModel

/// Words in a span whose class says what they are.
func span(_ label: String, _ markdown: String) -> String {
  "<span class=\"\(EntryField.classPrefix)\(label)\">\(markdown)</span>"
}

private func span(_ field: EntryField, _ text: RichText?) -> String {
  guard let text, !text.isEmpty else { return "" }
  return span(field.rawValue, markdown(text))
}

private func span(_ field: EntryField, _ text: String?) -> String {
  guard let text, !text.isEmpty else { return "" }
  return span(field.rawValue, markdown(text))
}

/// The head of a record with every field labelled.
func labelledHead(_ record: Record) -> (line: String, text: String?) {
  let fields = [
    span(.title, record.title), span(.role, record.role),
    span(.organisation, record.organisation), span(.location, record.location),
    span(.dates, record.dates?.words),
  ]
  let links = record.links.map { span(EntryField.link.rawValue, markdownLink($0)) }
  let line = joined(
    [joined(fields, ", "), span(.text, record.text), joined(links, " ")], " ")
  return (line, nil)
}

/// A reference with every field labelled.
func labelledLine(_ publication: Publication) -> String {
  let authors = publication.authors.map { author in
    var name = RichText(
      author.name, .init(author.isOwner ? .strong : [], link: author.url))
    let signs = [
      author.mark, author.contributedEqually ? "*" : nil, author.isCorresponding ? "†" : nil,
    ]
    var result = markdown(name)
    name = RichText()
    for sign in signs.compactMap({ $0 }) { result += "<sup>\(markdown(sign))</sup>" }
    return span(EntryField.author.rawValue, result)
  }
  let fields = [
    span(.venue, publication.venue), span(.volume, publication.volume),
    span(.number, publication.number), span(.pages, publication.pages),
    span(.location, publication.location), span(.dates, publication.dates?.words),
    span(.status, publication.status),
  ]
  let awards = publication.awards.map { span(.award, $0) }
  let links = publication.links.map { span(EntryField.link.rawValue, markdownLink($0)) }
  return joined(
    [
      span(.with, publication.authorLead), joined(authors, ", "),
      span(.title, publication.title), joined(fields + awards, ", "),
      span(.note, publication.note), span(.doi, publication.doi), joined(links, " "),
    ], " ")
}
