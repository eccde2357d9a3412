// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// Writes a profile as JSON in the schema `cvgen-profile/1`.
///
/// Keys without a value are left out but for `name`; arrays are in document order. `links` of an
/// entry hold the links in its texts and those beside them; in running text a hair space (U+200A)
/// marks where a link begins or ends without a space, so that its label can be found.
package func writeJSON(_ profile: Profile, sources: SourceSet) -> String {
  ProfileJSON(sources: sources).value(of: profile).pretty()
}

/// A profile as JSON without places, by which two readings are compared.
package func writeJSONWithoutPlaces(_ profile: Profile) -> String {
  ProfileJSON(sources: nil).value(of: profile).pretty()
}

/// An entry as JSON without its place.
package func writeJSONWithoutPlace(_ entry: Entry) -> String {
  ProfileJSON(sources: nil).value(of: entry).compact()
}

/// Turns the parts of a profile into JSON values.
private struct ProfileJSON {
  /// `nil` leaves the places out.
  let sources: SourceSet?

  typealias Member = (String, JSONValue)

  func value(of profile: Profile) -> JSONValue {
    var members: [Member] = [
      ("schema", .string("cvgen-profile/1")),
      ("name", profile.name.map { .string($0.text) } ?? .null),
    ]
    members += text("headline", profile.headline)
    let emails = profile.contacts.filter { $0.kind == .email }.map { JSONValue.string($0.text) }
    let phones = profile.contacts.filter { $0.kind == .phone }.map { JSONValue.string($0.text) }
    members.append(("emails", .array(emails)))
    members.append(("phones", .array(phones)))
    let links = profile.contacts.compactMap { contact -> Link? in
      guard contact.kind != .email, contact.kind != .phone, let url = contact.url else {
        return nil
      }
      return Link(label: contact.kind.label, url: url)
    }
    members.append(("links", JSONValue(links)))
    let places = profile.contacts.filter { $0.kind == .location }.map(\.text)
    if let place = places.first { members.append(("location", .string(place))) }
    members.append(("sections", .array(profile.sections.map(value))))
    return .object(members)
  }

  private func value(of section: Section) -> JSONValue {
    var entries: [JSONValue] = []
    var publications: [JSONValue] = []
    for entry in section.entries {
      if case .publication = entry {
        publications.append(value(of: entry))
      } else {
        entries.append(value(of: entry))
      }
    }
    var members: [Member] = [
      ("title", section.title.map { .string($0.text) } ?? .null),
      ("kind", .string(section.kind.rawValue)),
    ]
    members += tagMembers(section.tags)
    if !section.lead.isEmpty {
      members.append(("lead", .array(section.lead.map { .string($0.text) })))
      let links = richLinks(section.lead)
      members += linkMembers(links)
    }
    members.append(("entries", .array(entries)))
    if !publications.isEmpty { members.append(("publications", .array(publications))) }
    return .object(members)
  }

  func value(of entry: Entry) -> JSONValue {
    switch entry {
    case .publication(let publication): return value(of: publication)
    case .record(let record): return value(of: record)
    case .paragraph(let paragraph): return value(of: paragraph)
    }
  }

  private func value(of record: Record) -> JSONValue {
    var members: [Member] = [("type", .string(record.kind.rawValue))]
    members += text("title", record.title) + text("organisation", record.organisation)
    members += text("role", record.role) + text("location", record.location)
    members += dates(record.dates)
    members += prose("text", record.text)
    if !record.bullets.isEmpty {
      members.append(("bullets", .array(record.bullets.map(value))))
    }
    let texts = [record.title, record.organisation, record.role, record.location, record.text]
    let links =
      richLinks(texts.compactMap { $0 }) + record.links + record.bullets.flatMap(bulletLinks)
    members += linkMembers(links)
    members += text("group", record.group) + tagMembers(record.tags) + place(record.span)
    return .object(members)
  }

  private func value(of paragraph: Paragraph) -> JSONValue {
    var members: [Member] = [("type", .string("paragraph"))]
    members += prose("text", paragraph.text)
    let links = richLinks([paragraph.text])
    members += linkMembers(links)
    members += text("group", paragraph.group) + tagMembers(paragraph.tags)
    members += place(paragraph.text.span)
    return .object(members)
  }

  private func value(of bullet: Bullet) -> JSONValue {
    let isPlain = bullet.children.isEmpty && bullet.tags.isEmpty
    guard !isPlain else { return .string(bullet.text.text) }
    var members: [Member] = [("text", .string(bullet.text.text))]
    if !bullet.children.isEmpty {
      members.append(("bullets", .array(bullet.children.map(value))))
    }
    return .object(members + tagMembers(bullet.tags))
  }

  private func value(of publication: Publication) -> JSONValue {
    var members: [Member] = text("title", publication.title)
    members.append(("authors", .array(publication.authors.map(value))))
    members += string("author_lead", publication.authorLead)
    members += names("equal_contribution", publication.authors.filter(\.contributedEqually))
    members += names("corresponding", publication.authors.filter(\.isCorresponding))
    if let own = publication.authors.first(where: \.isOwner) {
      members.append(("self_author", .string(own.name)))
    }
    members += text("venue", publication.venue)
    if let year = publication.year { members.append(("year", .integer(year))) }
    members += dates(publication.dates) + text("status", publication.status)
    if !publication.awards.isEmpty {
      members.append(("awards", .array(publication.awards.map { .string($0.text) })))
    }
    let texts = [publication.title, publication.venue, publication.note]
    let links = richLinks(texts.compactMap { $0 }) + publication.links
    members += linkMembers(links)
    members += string("volume", publication.volume) + string("number", publication.number)
    members += string("pages", publication.pages) + string("doi", publication.doi)
    members += text("location", publication.location) + text("group", publication.group)
    if !publication.description.isEmpty {
      let words = publication.description.map(\.text).joined(separator: "\n")
      members.append(("description", .string(words)))
    }
    members += text("note", publication.note) + tagMembers(publication.tags)
    members += choiceMembers(of: publication)
    members += place(publication.span)
    return .object(members)
  }

  private func value(of author: Author) -> JSONValue {
    var members: [Member] = [("name", .string(author.isElision ? "..." : author.name))]
    if author.isOwner { members.append(("self", .boolean(true))) }
    if author.contributedEqually { members.append(("equal", .boolean(true))) }
    if author.isCorresponding { members.append(("corresponding", .boolean(true))) }
    members += string("mark", author.mark) + string("url", author.url)
    members += string("family", author.family)
    return .object(members)
  }

  private func dates(_ dates: Dates?) -> [Member] {
    guard let dates else { return [] }
    var members: [Member] = []
    if dates.spans.count == 1 || dates.spans.allSatisfy({ $0.end != .none }) {
      members += string("start", dates.start?.iso)
      switch dates.end {
      case .none: break
      case .date(let end): members.append(("end", .string(end.iso)))
      case .present, .since: members.append(("end", .string("present")))
      }
    } else if let first = dates.spans.compactMap(\.start).min(), let last = dates.latest {
      // Of a list of dates, the first and the last.
      members += [("start", .string(first.iso)), ("end", .string(last.iso))]
    }
    return members + [("dates", .string(dates.words))]
  }

  private func text(_ key: String, _ text: RichText?) -> [Member] {
    text.flatMap { $0.isEmpty ? nil : [(key, .string($0.text))] } ?? []
  }

  private func prose(_ key: String, _ text: RichText?) -> [Member] {
    text.flatMap { $0.isEmpty ? nil : [(key, .string(markingLinks($0)))] } ?? []
  }

  private func markingLinks(_ text: RichText) -> String {
    var result = ""
    var last: String?
    text.forEachRun { run, part in
      let touches = result.last.map { !$0.isWhitespace } ?? false
      if run.attributes.link != last, touches, part.first?.isWhitespace == false {
        result += "\u{200A}"
      }
      result += part
      last = run.attributes.link
    }
    return result
  }

  private func string(_ key: String, _ text: String?) -> [Member] {
    text.map { [(key, .string($0))] } ?? []
  }

  private func names(_ key: String, _ authors: [Author]) -> [Member] {
    authors.isEmpty ? [] : [(key, .array(authors.map { .string($0.name) }))]
  }

  private func place(_ span: SourceSpan?) -> [Member] {
    guard let span, let sources else { return [] }
    let place = sources.place(of: span)
    return [
      (
        "span",
        .object([
          ("file", .string(place.file)), ("line", .integer(place.position.line)),
          ("column", .integer(place.position.column)),
        ])
      )
    ]
  }
}

/// The links inside texts, one for each stretch with one address.
private func richLinks(_ texts: [RichText]) -> [Link] {
  var links: [Link] = []
  for text in texts {
    var last: String?
    text.forEachRun { run, part in
      if let url = run.attributes.link, !url.isEmpty, !LinkAddress(url).isRefused {
        if url == last, let index = links.indices.last {
          links[index].label += part
        } else {
          links.append(Link(label: String(part), url: url))
        }
      }
      last = run.attributes.link
    }
  }
  return links
}

private func bulletLinks(_ bullet: Bullet) -> [Link] {
  richLinks([bullet.text]) + bullet.children.flatMap(bulletLinks)
}
