// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVLayout
package import CVModel

/// The owner of a profile as a schema.org `Person` in JSON-LD.
///
/// It repeats for machines what the page shows to people, and nothing else: a value counts only
/// if it stands in the tree.
///
/// - Parameters:
///   - profile: With the sections that are shown, and no other.
///   - tree: What is shown of them.
/// - Returns: `nil` where nothing is known.
package func personJSON(_ profile: Profile, shownIn tree: LayoutTree) -> JSONValue? {
  let members = PersonJSON(profile: profile, shown: ShownValues(tree)).members
  guard !members.isEmpty else { return nil }
  return .object(
    [("@context", .string("https://schema.org")), ("@type", .string("Person"))] + members)
}

/// Collects what is known of a person, key by key.
private struct PersonJSON {
  let profile: Profile
  let shown: ShownValues

  typealias Member = (String, JSONValue)

  var members: [Member] {
    let posts = records(.position, in: .experience).filter(isOpen)
    let role = posts.lazy.compactMap { string($0.role) }.first
    let headline = string(profile.headline)
    let studies = records(.education)
    return [
      member("name", [string(profile.name)]),
      member("jobTitle", [role ?? headline]),
      member("description", [role == nil ? nil : headline]),
      member("email", contacts { $0 == .email }.map { string($0.text) }),
      member("telephone", contacts { $0 == .phone }.map { string($0.text) }),
      member("address", contacts { $0 == .location }.map { string($0.text) }),
      member("url", contacts { $0 == .website }.map(address)),
      member("sameAs", contacts { if case .network = $0 { true } else { false } }.map(address)),
      member("worksFor", posts.map { organisation($0, "Organization") }),
      member("affiliation", studies.filter(isOpen).map { organisation($0, Self.school) }),
      member("alumniOf", studies.filter { !isOpen($0) }.map { organisation($0, Self.school) }),
      member("award", records(.award).map { string($0.title) }),
      member("knowsLanguage", records(.language).map { string($0.title) }),
    ].compactMap { $0 }
  }

  private static let school = "EducationalOrganization"

  /// One value stands alone, several in an array, each once.
  private func member(_ key: String, _ values: [JSONValue?]) -> Member? {
    var texts: Set<String> = []
    let values = values.compactMap { $0 }.filter { texts.insert($0.compact()).inserted }
    return values.first.map { (key, values.count == 1 ? $0 : .array(values)) }
  }

  private func records(_ kind: Record.Kind, in section: SectionKind? = nil) -> [Record] {
    let sections = profile.sections.filter { section == nil || $0.kind == section }
    return sections.flatMap(\.entries).compactMap { entry in
      if case .record(let record) = entry, record.kind == kind { record } else { nil }
    }
  }

  private func contacts(_ isWanted: (Contact.Kind) -> Bool) -> [Contact] {
    profile.contacts.filter { isWanted($0.kind) }
  }

  /// Whether a post or a course of study still goes on.
  private func isOpen(_ record: Record) -> Bool {
    record.dates?.end == .present || record.dates?.end == .since
  }

  private func organisation(_ record: Record, _ type: String) -> JSONValue? {
    string(record.organisation).map { .object([("@type", .string(type)), ("name", $0)]) }
  }

  private func string(_ text: RichText?) -> JSONValue? { text.flatMap { string($0.text) } }

  private func string(_ text: String) -> JSONValue? {
    shown.contains(text) ? .string(harmless(text)) : nil
  }

  private func address(_ contact: Contact) -> JSONValue? {
    guard let address = openAddress(contact.url), shown.links.contains(address) else { return nil }
    return .string(address)
  }
}

/// The values of a tree, to be asked for.
private struct ShownValues {
  private var texts: Set<String> = []
  private(set) var links: Set<String> = []

  init(_ tree: LayoutTree) {
    var tree = tree
    tree.forEachText { text in
      var words = ""
      for (index, run) in text.runs.enumerated() {
        words += run.text
        if let address = openAddress(run.link) { links.insert(address) }
        if index + 1 == text.runs.count || text.runs[index + 1].role != run.role {
          texts.insert(Self.signs(of: words))
          words = ""
        }
      }
    }
  }

  func contains(_ text: String) -> Bool {
    let signs = Self.signs(of: text)
    return !signs.isEmpty && texts.contains(signs)
  }

  /// The letters and digits of a text: typographic quotes and dashes change nothing else.
  private static func signs(of text: String) -> String {
    var signs = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      signs.append(scalar)
    }
    return String(signs)
  }
}
