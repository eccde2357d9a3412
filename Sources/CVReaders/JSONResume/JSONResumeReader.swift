// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads JSON Resume: version 1, the older keys, and what sites have added to it.
func readJSONResume(_ root: DataNode, into reading: inout DataReading) {
  var fields = Fields(root, path: "")
  reading.leave(fields.take("$schema"))
  let own = fields.node["meta"]?["cvgen"]
  if own == nil { reading.leave(fields.take("meta")) } else { _ = fields.take("meta") }
  _ = fields.take("cvgen")
  readBasics(fields.take("basics"), into: &reading)
  readResumeSections(root, &fields, into: &reading)
  if let own { reading.arrangeSections(own) }
  let rest = fields.rest
  for member in rest where member.value.items.contains(where: { !$0.isBlank }) {
    reading.addSection(of: member, in: fields)
    _ = fields.take(member.key)
  }
  reading.reportRest(of: fields)
}

/// Reads the sections in the order in which the file has them.
func readResumeSections(
  _ root: DataNode, _ fields: inout Fields, into reading: inout DataReading
) {
  for member in root.members {
    let key = Fields.plain(member.key)
    guard let form = ResumeSection.all.first(where: { $0.keys.map(Fields.plain).contains(key) }),
      let found = fields.takeMember(form.keys)
    else { continue }
    var section = Section(
      title: RichText(form.title, span: found.keySpan), kind: form.kind, span: found.value.span)
    reading.addEntries(found.value, to: &section, path: found.key) { reading, fields in
      if let words = reading.text(fields.take("paragraph")) {
        return [.paragraph(Paragraph(words, group: reading.text(fields.take("group"))))]
      }
      guard form.kind != .publications else {
        return reading.publication(&fields).map { [.publication($0)] } ?? []
      }
      let kind = recordKind(in: form.kind)
      return [.record(reading.record(&fields, shape: form.shape, kind: kind))]
    }
    reading.add(section)
  }
}

extension DataReading {
  /// Brings the sections into the order that cvgen has kept, with their titles, and adds those of
  /// other kinds than the format has.
  fileprivate mutating func arrangeSections(_ own: DataNode) {
    takeLanguage(own["language"]?.text)
    var found = profile.sections
    profile.sections = []
    for row in own["sections"]?.items ?? [] {
      let kind = row["kind"]?.text.flatMap { SectionKind(rawValue: $0) } ?? .other
      let key = row["key"]?.text ?? ""
      var section = Section(title: nil, kind: kind, span: row.span)
      if let form = ResumeSection.all.first(where: { $0.keys.contains(key) }),
        let index = found.firstIndex(where: { $0.title?.text == form.title })
      {
        section = found.remove(at: index)
      } else if key == "summary", let index = found.firstIndex(where: { $0.kind == .about }) {
        section = found.remove(at: index)
      } else if let entries = row["entries"] {
        addEntries(entries, to: &section, path: "meta.cvgen.sections.entries") { reading, fields in
          reading.ownEntry(&fields, in: kind)
        }
      } else if row["lead"] == nil {
        continue
      }
      section.title = text(row["title"])
      section.kind = kind
      section.lead = (row["lead"]?.list ?? []).compactMap { text($0) }
      profile.sections.append(section)
    }
    profile.sections += found
  }

  /// An entry as cvgen has written it.
  fileprivate mutating func ownEntry(_ fields: inout Fields, in kind: SectionKind) -> [Entry] {
    if let words = text(fields.take("paragraph")) {
      return [.paragraph(Paragraph(words, group: text(fields.take("group"))))]
    }
    // Only works have authors or a venue of their own.
    let isWork = kind.holdsWorks
    if isWork, fields.node["name"] != nil {
      return publication(&fields).map { [.publication($0)] } ?? []
    }
    return [.record(record(&fields, shape: .any, kind: recordKind(in: kind)))]
  }
}

/// The owner herself: name, headline, contacts and summary.
func readBasics(_ node: DataNode?, into reading: inout DataReading) {
  guard let node else { return }
  guard node.isMapping else {
    reading.wrongType(node, "basics", expected: "a mapping of keys")
    reading.leave(node, as: .unknownKey)
    return
  }
  var fields = Fields(node, path: "basics")
  reading.profile.name = reading.text(fields.take("name"))
  reading.profile.headline = reading.text(fields.take("label", "headline", "title"))
  for key in ["email", "phone"] { reading.addContact(key, fields.take(key)) }
  reading.addContact("website", fields.take("url", "website", "homepage"))
  if let location = fields.take("location") { reading.addLocation(location) }
  for profile in fields.take("profiles")?.list ?? [] { reading.addProfile(profile) }
  reading.takePhoto(fields.take("image", "picture", "photo"))
  reading.addSummary(fields.take("summary", "about"), title: "Summary")
  reading.reportRest(of: fields)
}

extension DataReading {
  /// A place: a text, or its parts from the street to the country.
  mutating func addLocation(_ node: DataNode) {
    guard node.isMapping else {
      if node.text == nil { wrongType(node, "location", expected: "a text or a mapping of keys") }
      return addContact("location", node)
    }
    var fields = Fields(node, path: "location")
    let part = { (fields: inout Fields, keys: [String]) -> String? in
      fields.take(keys)?.text?.split(separator: "\n").joined(separator: ", ").trimmingSpaces()
    }
    let street = part(&fields, ["address", "street"])
    let code = part(&fields, ["postalCode", "zip"])
    let city = part(&fields, ["city"])
    let region = part(&fields, ["region", "state"])
    let country = part(&fields, ["country", "countryCode"])
    let town = [code, city].compactMap { $0 }.joined(separator: " ")
    let parts = [street, town, region, country].compactMap { $0 }.filter { !$0.isEmpty }
    reportRest(of: fields)
    guard !parts.isEmpty else { return }
    let words = DataNode(.scalar(parts.joined(separator: ", "), isQuoted: true), span: node.span)
    contacts.append(.init(key: "location", keySpan: node.span, value: words))
  }

  /// A page on a network: its name with an address or a user's name.
  mutating func addProfile(_ node: DataNode) {
    guard !node.isBlank else { return }
    guard node.isMapping else {
      // A bare address says the same.
      if node.text?.contains(".") != true {
        let keys = "a mapping with the keys “network” and “username”"
        wrongType(node, "profiles", expected: keys)
      }
      return addContact("website", node)
    }
    var fields = Fields(node, path: "profiles")
    let network = fields.take("network", "name", "platform", "icon")?.text?.trimmingSpaces()
    let address = fields.take("url", "link", "website")
    let user = fields.take("username", "user", "handle")
    reportRest(of: fields)
    guard let value = address ?? user else { return leave(node, as: .unknownKey) }
    guard let network else { return addContact("website", value) }
    // Address and name say the same; where the address is a bare site, the name says more.
    let key = network.lowercased().filter { $0 != " " && $0 != "-" }
    let isKnown = WordLists.all.networks.contains { $0.keys.contains(key) }
    addContact(isKnown ? key : network, value)
  }
}

/// A section of JSON Resume: its key, its English title, and the keys of its entries.
struct ResumeSection {
  var keys: [String]
  var title: String
  var kind: SectionKind
  var shape: EntryShape

  init(_ keys: [String], _ title: String, _ kind: SectionKind, _ shape: EntryShape) {
    self.keys = keys
    self.title = title
    self.kind = kind
    self.shape = shape
  }

  static let all: [ResumeSection] = [
    ResumeSection(
      ["work", "experience"], "Experience", .experience,
      EntryShape(
        what: ["position", "title", "role"], organisation: ["name", "company", "employer"],
        [(.labelled, ["type"])])),
    ResumeSection(
      ["volunteer", "volunteering"], "Volunteering", .volunteer,
      EntryShape(
        what: ["position", "title", "role"], organisation: ["organization", "organisation"])),
    ResumeSection(
      ["education"], "Education", .education,
      EntryShape(
        what: ["studyType", "degree"], organisation: ["institution", "school", "university"],
        [
          (.tail, ["area", "field"]), (.labelled, ["score"]), (.labelled, ["gpa", "grade"]),
          (.bullets, ["courses"]),
        ])),
    ResumeSection(
      ["awards", "honors"], "Awards", .awards,
      EntryShape(what: ["title", "name"], organisation: ["awarder", "issuer"])),
    ResumeSection(
      ["certificates", "certifications"], "Certificates", .certificates,
      EntryShape(what: ["name", "title"], organisation: ["issuer", "authority"])),
    ResumeSection(
      ["publications"], "Publications", .publications, EntryShape(what: ["name", "title"])),
    ResumeSection(
      ["skills"], "Skills", .skills,
      EntryShape(what: ["name", "skill", "label", "category"], [(.text, ["level"])])),
    ResumeSection(
      ["languages"], "Languages", .languages,
      EntryShape(what: ["language", "name"], [(.text, ["fluency", "level"])])),
    ResumeSection(["interests"], "Interests", .interests, EntryShape(what: ["name", "title"])),
    ResumeSection(
      ["references"], "References", .references,
      EntryShape(what: ["name"], [(.text, ["reference"])])),
    ResumeSection(
      ["projects"], "Projects", .projects,
      EntryShape(
        what: ["name", "title"], organisation: ["entity"], part: ["roles", "role"],
        [(.left, ["type"])])),
    ResumeSection(
      ["presentations", "talks"], "Talks", .talks,
      EntryShape(what: ["name", "title"], organisation: ["event", "venue", "conference"])),
    ResumeSection(
      ["teaching"], "Teaching", .teaching,
      EntryShape(
        what: ["course", "name", "title"], organisation: ["institution", "school", "venue"],
        part: ["role", "position"])),
    ResumeSection(
      ["portfolio"], "Portfolio", .projects,
      EntryShape(what: ["name", "title"], [(.labelled, ["category"])])),
  ]
}
