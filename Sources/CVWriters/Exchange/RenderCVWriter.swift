// SPDX-License-Identifier: MIT
import CVDiagnostics
package import CVModel

/// Writes a profile as RenderCV's YAML, with Markdown in its texts.
///
/// Fields that its entries do not have stand under further keys, which it allows.
package func writeRenderCV(_ profile: Profile) -> String {
  RenderCVWriter().value(of: profile).yaml()
}

/// Turns the parts of a profile into the values of RenderCV.
private struct RenderCVWriter {
  typealias Member = (String, JSONValue)

  func value(of profile: Profile) -> JSONValue {
    var cv = text("name", profile.name) + text("headline", profile.headline)
    let all = { (kind: Contact.Kind) in profile.contacts.filter { $0.kind == kind } }
    cv += textMember("location", all(.location).first?.text)
    // RenderCV takes numbers in their international form only.
    let phones = all(.phone).filter { $0.text.hasPrefix("+") }
    cv += values("email", all(.email).map(\.text)) + values("phone", phones.map(\.text))
    cv += values("website", all(.website).compactMap(\.url))
    if let photo = profile.photo { cv.append(("photo", .string(photo.path))) }
    let networks = profile.contacts.compactMap(network)
    if !networks.isEmpty { cv.append(("social_networks", .array(networks))) }
    let others = profile.contacts.filter { contact in
      isNetwork(contact) && network(contact) == nil
        || contact.kind == .phone && !phones.contains(contact)
    }
    if !others.isEmpty { cv.append(("custom_connections", .array(others.map(connection)))) }
    var sections: [Member] = []
    for section in profile.sections where section.isFilled {
      let title = section.title?.text ?? "Summary"
      var key = title
      var number = 2
      while sections.contains(where: { $0.0 == key }) {
        key = "\(title) (\(number))"
        number += 1
      }
      sections.append((key, .array(entries(of: section))))
    }
    cv.append(("sections", .object(sections)))
    var members: [Member] = [("cv", .object(cv))]
    if let name = localeName(profile.language) {
      members.append(("locale", .object([("language", .string(name))])))
    }
    return .object(members)
  }

  /// The name that RenderCV has for a language, but for its own.
  private func localeName(_ language: String) -> String? {
    let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
    let isTraditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
    return isTraditional ? nil : parts.first.flatMap { Self.locales[String($0)] }
  }

  private static let locales = [
    "ar": "arabic", "da": "danish", "nl": "dutch", "fr": "french", "de": "german", "he": "hebrew",
    "hi": "hindi", "hu": "hungarian", "id": "indonesian", "it": "italian", "ja": "japanese",
    "ko": "korean", "zh": "mandarin_chinese", "nb": "norwegian_bokmål", "nn": "norwegian_nynorsk",
    "fa": "persian", "pt": "portuguese", "ru": "russian", "es": "spanish", "tr": "turkish",
    "vi": "vietnamese",
  ]

  // MARK: Contacts

  private func isNetwork(_ contact: Contact) -> Bool {
    if case .network = contact.kind { return true }
    return false
  }

  private func network(_ contact: Contact) -> JSONValue? {
    guard case .network(let name) = contact.kind, let own = Self.networks[name],
      let user = contact.text.split(whereSeparator: { own.cut.contains($0) }).last, !user.isEmpty
    else { return nil }
    return .object([("network", .string(own.name)), ("username", .string(String(user)))])
  }

  /// The networks that RenderCV knows, and the sign before the user's name in their addresses.
  private static let networks: [String: (name: String, cut: String)] = [
    "LinkedIn": ("LinkedIn", "/"), "GitHub": ("GitHub", "/"), "GitLab": ("GitLab", "/"),
    "ORCID": ("ORCID", "/"), "ResearchGate": ("ResearchGate", "/"),
    "Google Scholar": ("Google Scholar", "="), "X": ("X", "/"), "YouTube": ("YouTube", "@"),
    "Telegram": ("Telegram", "/"), "LeetCode": ("Leetcode", "/"), "Bluesky": ("Bluesky", "/"),
    "Reddit": ("Reddit", "/"), "Instagram": ("Instagram", "/"),
  ]

  private func connection(_ contact: Contact) -> JSONValue {
    .object([
      ("fontawesome_icon", .string(contact.kind == .phone ? "phone" : "link")),
      ("placeholder", .string(contact.text)),
      ("url", contact.kind == .phone ? .null : contact.url.map { .string($0) } ?? .null),
    ])
  }

  // MARK: Sections

  /// The type of entry of a section; RenderCV allows one, and knows it by its first entry.
  private enum Form { case text, bullet, oneLine, education, experience, publication, normal }

  private func entries(of section: Section) -> [JSONValue] {
    // Introductions are texts, which stand beside no other entries.
    var entries = section.entries
    if entries.isEmpty { entries = section.lead.map { .paragraph(Paragraph($0)) } }
    let forms = Set(entries.map(form))
    let form =
      forms.count == 1
      ? forms.first ?? .normal : forms.contains(.publication) ? .publication : .normal
    return entries.map { value(of: $0, as: form) }
  }

  private func form(of entry: Entry) -> Form {
    switch entry {
    case .paragraph: return .text
    case .publication: return .publication
    case .record(let record):
      let isBare =
        [record.organisation, record.location, record.role, record.group].allSatisfy { $0 == nil }
        && record.dates == nil && record.bullets.isEmpty && record.links.isEmpty
      if isBare, record.text != nil { return record.title == nil ? .bullet : .oneLine }
      guard record.organisation != nil else { return .normal }
      if record.kind == .position, record.role != nil { return .experience }
      return record.kind == .education && record.title != nil ? .education : .normal
    }
  }

  private func value(of entry: Entry, as form: Form) -> JSONValue {
    switch entry {
    case .paragraph(let paragraph):
      let words = renderCVMarkdown(paragraph.text)
      if form == .text { return .string(words) }
      if form == .publication { return .object(asWork([("name", .string(words))])) }
      return .object([("name", .string(words))])
    case .publication(let work): return .object(members(of: work))
    case .record(let record):
      switch form {
      case .bullet: return .object(text("bullet", record.text))
      case .oneLine:
        return .object(
          text("label", record.title) + text("details", record.text) + tagMembers(record.tags))
      case .education:
        return .object(
          text("institution", record.organisation) + text("area", record.title) + rest(of: record))
      case .experience:
        return .object(
          text("company", record.organisation) + text("position", record.role) + rest(of: record))
      case .publication: return .object(asWork(named(record)))
      default: return .object(named(record))
      }
    }
  }

  /// What stands among works and is none has the keys that RenderCV asks of a work.
  private func asWork(_ members: [Member]) -> [Member] {
    let titled = members.map { ($0.0 == "name" ? "title" : $0.0, $0.1) }
    return titled + [("authors", .array([]))]
  }

  /// An entry under the name of what there is of it.
  private func named(_ record: Record) -> [Member] {
    var record = record
    var members: [Member]
    if record.kind == .position {
      members = text("name", record.role ?? record.organisation ?? record.text)
      if record.role == nil, record.organisation == nil { record.text = nil }
      if record.role == nil { record.organisation = nil }
      record.role = nil
    } else {
      members = text("name", record.title ?? record.role ?? record.organisation ?? record.text)
      if record.title == nil {
        if record.role != nil {
          record.role = nil
        } else if record.organisation != nil {
          record.organisation = nil
        } else {
          record.text = nil
        }
      }
    }
    members += text("company", record.organisation)
    return members + rest(of: record)
  }

  private func rest(of record: Record) -> [Member] {
    var members = record.kind == .position ? [] : text("role", record.role)
    members += dates(record.dates) + text("location", record.location)
    members += text("summary", record.text)
    if !record.bullets.isEmpty {
      members.append(("highlights", .array(record.bullets.flatMap(flat))))
    }
    return members + linkMembers(record.links) + text("group", record.group)
      + tagMembers(record.tags)
  }

  private func flat(_ bullet: Bullet) -> [JSONValue] {
    [.string(renderCVMarkdown(bullet.text))] + bullet.children.flatMap(flat)
  }

  private func members(of work: Publication) -> [Member] {
    var members = text("title", work.title)
    members.append(
      (
        "authors",
        .array(
          work.authors.map { author in
            let name = renderCVMarkdown(RichText(author.name))
            var words = author.isOwner ? "***\(name)***" : name
            if let url = author.url { words = "[\(words)](\(url))" }
            return .string(
              words + (author.contributedEqually ? "\\*" : "")
                + (author.isCorresponding ? "†" : ""))
          })
      ))
    members += text("journal", work.venue) + textMember("doi", work.doi)
    if let dates = work.dates {
      let isPlain = dates.plainSpan?.end == Dates.End.none
      members += textMember("date", isPlain ? dates.start?.iso : dates.words)
    }
    members += textMember("volume", work.volume) + textMember("number", work.number)
    members += textMember("pages", work.pages) + text("location", work.location)
    members += text("status", work.status)
    if !work.awards.isEmpty {
      members.append(("awards", .array(work.awards.map { .string(renderCVMarkdown($0)) })))
    }
    if !work.description.isEmpty {
      let about = work.description.map { renderCVMarkdown($0) }.joined(separator: "\n\n")
      members.append(("summary", .string(about)))
    }
    return members + text("note", work.note) + linkMembers(work.links) + text("group", work.group)
      + tagMembers(work.tags) + choiceMembers(of: work)
  }

  // MARK: Fields

  private func dates(_ dates: Dates?) -> [Member] {
    guard let dates else { return [] }
    guard let span = dates.plainSpan, let start = span.start else {
      return [("date", .string(dates.words))]
    }
    switch span.end {
    case .none: return [("date", .string(start.iso))]
    case .date(let end):
      return [("start_date", .string(start.iso)), ("end_date", .string(end.iso))]
    case .present, .since:
      return [("start_date", .string(start.iso)), ("end_date", .string("present"))]
    }
  }

  private func text(_ key: String, _ text: RichText?) -> [Member] {
    text.flatMap { $0.isEmpty ? nil : [(key, .string(renderCVMarkdown($0)))] } ?? []
  }

  private func values(_ key: String, _ texts: [String]) -> [Member] {
    switch texts.count {
    case 0: []
    case 1: [(key, .string(texts[0]))]
    default: [(key, .array(texts.map { .string($0) }))]
    }
  }
}

/// Rich text in the Markdown that RenderCV reads: bold, italic, code and links.
func renderCVMarkdown(_ text: RichText) -> String {
  var result = ""
  text.joined().forEachRun { run, part in
    let marks = run.attributes.marks
    let words = part.drop { $0 == " " }
    let inner = words.reversed().drop { $0 == " " }.reversed()
    guard !inner.isEmpty else {
      result += part
      return
    }
    var piece = marks.contains(.code) ? "`\(String(inner))`" : escapedForRenderCV(String(inner))
    if marks.contains(.emphasis) { piece = "*\(piece)*" }
    if marks.contains(.strong) { piece = "**\(piece)**" }
    if let link = run.attributes.link { piece = "[\(piece)](\(target(link)))" }
    result += part.prefix(part.count - words.count) + piece
    result += String(repeating: " ", count: words.count - inner.count)
  }
  return result
}

private func escapedForRenderCV(_ text: String) -> String {
  var result = ""
  for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
    let isSign = "\\*_[]`<~".unicodeScalars.contains(scalar)
    if isSign || scalar == "&" && beginsEntity(text[index...]) { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// Whether a text that begins with an ampersand could be read as `&amp;` or `&#38;`.
private func beginsEntity(_ text: Substring) -> Bool {
  let name = text.dropFirst().prefix { $0 != ";" && $0 != " " && $0 != "&" }
  return !name.isEmpty && text.dropFirst(1 + name.count).first == ";"
}

extension JSONValue {
  /// The value as YAML in block style; texts stand in double quotes where they must.
  func yaml() -> String {
    var text = ""
    writeYAML(to: &text, indent: 0)
    return text
  }

  private func writeYAML(to text: inout String, indent: Int) {
    let blanks = String(repeating: " ", count: indent)
    switch self {
    case .object(let members):
      for (index, member) in members.enumerated() {
        if index > 0 || !text.hasSuffix("- ") { text += blanks }
        text += Self.yamlScalar(member.0) + ":"
        member.1.writeYAMLValue(to: &text, indent: indent + 2)
      }
    case .array(let items):
      for item in items {
        text += blanks + "- "
        switch item {
        case .object(let members) where !members.isEmpty:
          item.writeYAML(to: &text, indent: indent + 2)
        default: text += item.scalarText + "\n"
        }
      }
    default: text += blanks + scalarText + "\n"
    }
  }

  private func writeYAMLValue(to text: inout String, indent: Int) {
    switch self {
    case .object(let members) where !members.isEmpty:
      text += "\n"
      writeYAML(to: &text, indent: indent)
    case .array(let items) where !items.isEmpty:
      text += "\n"
      writeYAML(to: &text, indent: indent)
    default: text += " " + scalarText + "\n"
    }
  }

  private var scalarText: String {
    if case .string(let value) = self { return Self.yamlScalar(value) }
    return compact()
  }

  /// Plain where nothing in it could mean something else; JSON's quotes are YAML's, too.
  private static func yamlScalar(_ value: String) -> String {
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    let isPlain =
      value.first.map { $0.isASCII && $0.isLetter } == true && value.last != " "
      && !words.contains(value.lowercased())
      && value.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || " 0123456789.-+()/_".unicodeScalars.contains($0)
      }
    return isPlain ? value : JSONValue.string(value).compact()
  }
}
