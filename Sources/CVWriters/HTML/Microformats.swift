// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

/// The classes of a page: the parts of the layout tree by their names, and microformats beside
/// them (h-resume with h-card, h-event and h-cite), so that machines find what people see.
struct Microformats {
  let section: SectionKind
  /// The kind of entry; `nil` in a section's own text.
  var entry: String?

  /// The classes of an entry as a whole: `position p-experience h-event`.
  var entryClasses: String {
    let name = Self.className(entry ?? "")
    switch entry {
    case "position": return name + " p-experience h-event"
    case "education": return name + " p-education h-event"
    case "publication": return name + " h-cite"
    case "skill": return name + " p-skill"
    default: return name
    }
  }

  /// The classes of a part of an entry: `organisation p-org h-card`.
  ///
  /// Running text and signs between fields have none.
  func classes(of role: Role, _ text: String) -> String {
    switch role {
    case .text, .separator, .name, .headline, .contact, .sectionTitle, .groupTitle: ""
    case .ownAuthor: "author own" + Self.length(text) + property(of: role, text)
    default: role.rawValue + Self.length(text) + property(of: role, text)
    }
  }

  /// What is unbroken by rule may break if it is long.
  static func length(_ text: String) -> String { text.displayWidth > 40 ? " long" : "" }

  /// The property of the format that the entry has as a whole.
  private func property(of role: Role, _ text: String) -> String {
    switch (entry, role) {
    case ("position", .role), ("education", .title), ("education", .role): " p-name"
    case ("position", .organisation), ("education", .organisation): " p-org h-card"
    case ("position", .location), ("education", .location): " p-location"
    case ("publication", .title): " p-name"
    case ("publication", .author), ("publication", .ownAuthor):
      text.contains(where: \.isLetter) ? " p-author" : ""
    case ("publication", .venue): " p-publication"
    case ("publication", .dates): isYear(text) ? " dt-published" : ""
    case ("publication", .link): " u-url"
    case (_, .organisation) where section == .memberships: " p-affiliation h-card"
    default: ""
    }
  }

  /// Only a year alone is a date that a machine reads.
  private func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The class of a contact; a name on a network that leads nowhere has none.
  static func contactClass(_ kind: Theme.ContactKind?, isLink: Bool) -> String {
    switch kind {
    case .location: "p-adr"
    case .email: "u-email"
    case .phone: "p-tel"
    case .website, .network, .orcid, nil: isLink ? "u-url" : ""
    }
  }

  /// A name of the program or of a theme as a class: `research_interests` as `research-interests`.
  static func className(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
