// SPDX-License-Identifier: MIT
import CVDiagnostics
package import CVModel

/// Writes a profile as JSON Resume 1.0.0.
///
/// What the schema has no place for stands under further keys of its objects, which it allows, or
/// below `meta.cvgen`: the order and the titles of sections, and whole sections of other kinds.
///
/// - Returns: The text, and the sections that stand below `meta.cvgen`.
package func writeJSONResume(_ profile: Profile) -> (text: String, besides: [Section]) {
  var writer = ResumeWriter()
  let text = writer.value(of: profile).pretty()
  return (text, writer.besides)
}

/// Turns the parts of a profile into the values of JSON Resume.
private struct ResumeWriter {
  typealias Member = (String, JSONValue)
  /// The sections that the schema knows, by their keys.
  private var sections: [Member] = []
  /// The order of all sections, with those that the schema does not know.
  private var order: [JSONValue] = []
  private var summary: String?
  /// Those that the schema does not know.
  private(set) var besides: [Section] = []

  mutating func value(of profile: Profile) -> JSONValue {
    for section in profile.sections { add(section) }
    var meta: [Member] = [("sections", .array(order))]
    if profile.language != "en" { meta.append(("language", .string(profile.language))) }
    let members: [Member] = [
      (
        "$schema",
        .string(
          "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json")
      ),
      ("basics", .object(basics(profile))),
    ]
    return .object(
      members + sections + [
        ("meta", .object([("version", .string("v1.0.0")), ("cvgen", .object(meta))]))
      ])
  }

  // MARK: The owner

  private func basics(_ profile: Profile) -> [Member] {
    var members = text("name", profile.name) + text("label", profile.headline)
    let first = { (kind: Contact.Kind) in profile.contacts.first { $0.kind == kind } }
    members += email(first(.email)) + textMember("phone", first(.phone)?.text)
    members += textMember("image", profile.photo?.path)
    members += uri(first(.website)?.url) + textMember("summary", summary)
    if let place = first(.location) {
      members.append(("location", .object([("address", .string(place.text))])))
    }
    let profiles = profile.contacts.compactMap { contact -> JSONValue? in
      guard case .network(let name) = contact.kind else { return nil }
      let user = contact.text.split { "/=@".contains($0) }.last.map(String.init) ?? contact.text
      return .object(
        [
          ("network", .string(name)),
          ("username", .string(contact.url == nil ? contact.text : user)),
        ]
          + uri(contact.url))
    }
    return members + (profiles.isEmpty ? [] : [("profiles", .array(profiles))])
  }

  /// The address, where it is one that the schema takes for such.
  private func email(_ contact: Contact?) -> [Member] {
    let sent = contact?.url.flatMap { $0.hasPrefix("mailto:") ? String($0.dropFirst(7)) : nil }
    let address = [contact?.text, sent].lazy.compactMap { $0 }.first { text in
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
        && text.utf8.allSatisfy { 0x21...0x7E ~= $0 }
    }
    return textMember("email", address)
  }

  // MARK: Sections

  private mutating func add(_ section: Section) {
    var row: [Member] = []
    let paragraphs = section.entries.compactMap { entry -> String? in
      if case .paragraph(let paragraph) = entry, paragraph.group == nil {
        return paragraph.text.text
      }
      return nil
    }
    if section.kind == .about, summary == nil, paragraphs.count == section.entries.count {
      summary = paragraphs.joined(separator: "\n\n")
      row.append(("key", .string("summary")))
    } else if let key = Self.keys[section.kind], !sections.contains(where: { $0.0 == key }),
      !section.entries.isEmpty
    {
      sections.append((key, .array(section.entries.map { value(of: $0, in: key) })))
      row.append(("key", .string(key)))
    }
    row.append(("title", section.title.map { .string($0.text) } ?? .null))
    row.append(("kind", .string(section.kind.rawValue)))
    if !section.lead.isEmpty {
      row.append(("lead", .array(section.lead.map { .string($0.text) })))
    }
    if row[0].0 != "key" {
      besides.append(section)
      row.append(("entries", .array(section.entries.map { value(of: $0, in: "") })))
    }
    order.append(.object(row))
  }

  private static let keys: [SectionKind: String] = [
    .experience: "work", .volunteer: "volunteer", .education: "education", .awards: "awards",
    .certificates: "certificates", .publications: "publications", .skills: "skills",
    .languages: "languages", .interests: "interests", .references: "references",
    .projects: "projects",
  ]

  private func value(of entry: Entry, in key: String) -> JSONValue {
    switch entry {
    case .record(let record): return .object(members(of: record, in: key))
    case .publication(let work): return .object(members(of: work))
    case .paragraph(let paragraph):
      return .object(
        [("paragraph", .string(paragraph.text.text))] + text("group", paragraph.group))
    }
  }

  // MARK: Entries

  /// The names of a record's fields in a section.
  private struct Names {
    var what: String
    var organisation: String
    var text: String
    var bullets = "highlights"
    var date: String?
  }

  private static func names(in key: String) -> Names {
    switch key {
    case "work": Names(what: "position", organisation: "name", text: "summary")
    case "volunteer": Names(what: "position", organisation: "organization", text: "summary")
    case "education":
      Names(what: "studyType", organisation: "institution", text: "summary", bullets: "courses")
    case "awards": Names(what: "title", organisation: "awarder", text: "summary", date: "date")
    case "certificates": Names(what: "name", organisation: "issuer", text: "summary", date: "date")
    case "languages": Names(what: "language", organisation: "organization", text: "fluency")
    case "references": Names(what: "name", organisation: "organization", text: "reference")
    case "projects": Names(what: "name", organisation: "entity", text: "description")
    case "skills", "interests": Names(what: "name", organisation: "organization", text: "summary")
    default: Names(what: "title", organisation: "organisation", text: "text", date: "date")
    }
  }

  private func members(of record: Record, in key: String) -> [Member] {
    let names = Self.names(in: key)
    let isPosition = record.kind == .position
    var members: [Member] = []
    if isPosition { members += text(names.organisation, record.organisation) }
    members += text(
      isPosition && key.isEmpty ? "position" : names.what, isPosition ? record.role : record.title)
    if !isPosition {
      members += text(names.organisation, record.organisation)
      if let role = record.role {
        members.append(("roles", .array([.string(role.text)])))
      }
    }
    members += place(record.location, in: key) + dates(record.dates, single: names.date)
    let named = isPosition ? record.organisation : record.title ?? record.organisation
    members += uri(named?.wholeLink)
    let keywords = record.text?.text.split(separator: ", ").map { JSONValue.string(String($0)) }
    if key == "skills" || key == "interests", let keywords {
      members.append(("keywords", .array(keywords)))
    } else {
      members += text(names.text, record.text)
    }
    if !record.bullets.isEmpty {
      members.append((names.bullets, .array(record.bullets.flatMap(flat).map { .string($0) })))
    }
    return members + linkMembers(record.links) + text("group", record.group)
      + tagMembers(record.tags)
  }

  private func flat(_ bullet: Bullet) -> [String] {
    [bullet.text.text] + bullet.children.flatMap(flat)
  }

  private func members(of work: Publication) -> [Member] {
    var members = text("name", work.title) + text("publisher", work.venue)
    members += dates(work.dates, single: "releaseDate")
    let addresses = [work.title.wholeLink].compactMap { $0 } + work.links.map(\.url)
    members += addresses.lazy.map(uri).first { !$0.isEmpty } ?? []
    let about = work.description.map(\.text).joined(separator: "\n\n")
    if !about.isEmpty { members.append(("summary", .string(about))) }
    if !work.authors.isEmpty {
      members.append(("authors", .array(work.authors.map { value(of: $0) })))
    }
    members += textMember("doi", work.doi) + textMember("volume", work.volume)
    members += textMember("number", work.number) + textMember("pages", work.pages)
    members += text("location", work.location) + text("status", work.status)
    if !work.awards.isEmpty {
      members.append(("awards", .array(work.awards.map { .string($0.text) })))
    }
    return members + text("note", work.note) + linkMembers(work.links) + text("group", work.group)
      + tagMembers(work.tags) + choiceMembers(of: work)
  }

  private func value(of author: Author) -> JSONValue {
    var members: [Member] = [("name", .string(author.name))]
    if author.isOwner { members.append(("self", .boolean(true))) }
    if author.contributedEqually { members.append(("equal", .boolean(true))) }
    if author.isCorresponding { members.append(("corresponding", .boolean(true))) }
    members += textMember("mark", author.mark) + textMember("url", author.url)
    return members.count == 1 ? .string(author.name) : .object(members)
  }

  // MARK: Fields

  /// A text in version 1.0.0; where that says nothing, the parts that later versions ask for.
  private func place(_ location: RichText?, in key: String) -> [Member] {
    guard key == "volunteer" || key == "education", let location else {
      return text("location", location)
    }
    return [("location", .object(text("address", location)))]
  }

  private func dates(_ dates: Dates?, single: String?) -> [Member] {
    guard let dates else { return [] }
    guard let span = dates.plainSpan else { return [("dates", .string(dates.words))] }
    switch (span.start, span.end) {
    case (let start?, .none):
      guard let single else {
        return [("startDate", .string(start.iso)), ("endDate", .string(start.iso))]
      }
      return [(single, .string(start.iso))]
    case (let start?, .date(let end)):
      return [("startDate", .string(start.iso)), ("endDate", .string(end.iso))]
    case (let start?, _):
      // What else is over with its date says that it goes on.
      let end = textMember("endDate", single.map { _ in "present" })
      return [("startDate", .string(start.iso))] + end
    default: return [("dates", .string(dates.words))]
    }
  }

  /// The member `url`, which the schema wants to be a whole address of ASCII; none for a path.
  private func uri(_ address: String?) -> [Member] {
    guard let address, case .open(let encoded) = LinkAddress(address) else { return [] }
    let isPlain = address.utf8.allSatisfy {
      0x21...0x7E ~= $0 && !"\"<>[]\\^`{|}%#".utf8.contains($0)
    }
    return [("url", .string(isPlain && address.contains(":") ? address : encoded))]
  }

  private func text(_ key: String, _ text: RichText?) -> [Member] {
    text.flatMap { $0.isEmpty ? nil : [(key, .string($0.text))] } ?? []
  }
}

extension Dates {
  /// The one span, where its parts say all there is to say.
  var plainSpan: Span? {
    guard spans.count == 1, let span = spans.first, !isExpected, span.start?.season == nil else {
      return nil
    }
    if case .date(let end) = span.end, end.season != nil || end == span.start { return nil }
    return span
  }
}

extension RichText {
  /// The address to which the whole text leads.
  var wholeLink: String? {
    guard let link = runs.first?.attributes.link,
      runs.allSatisfy({ $0.attributes.link == link })
    else { return nil }
    return link
  }
}
