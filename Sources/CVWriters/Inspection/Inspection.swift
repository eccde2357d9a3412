// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// What became of every piece of a page: kept as what, changed how, or dropped why.
package struct Inspection: Hashable, Sendable {
  /// In the order of the source; what has no place comes first.
  package var items: [Item]
  /// How many words the page shows, and how many of them are not in the profile by a reason.
  package var words: Words
  /// Words without a place; there should be none.
  package var missing: [String]

  /// One piece of the page.
  package struct Item: Hashable, Sendable {
    package var span: SourceSpan?
    package var fate: Fate
    /// What it is: `section experience`, `position`, `comment`.
    package var what: String
    /// The fields that were understood.
    package var fields: [String]
    package var text: String
  }

  /// How many words there are, and where.
  package struct Words: Hashable, Sendable {
    package var page: Int
    package var inProfile: Int
    /// By reason: how many words are not in the profile.
    package var accounted: [Reason]

    package init(page: Int, inProfile: Int, accounted: [Reason]) {
      self.page = page
      self.inProfile = inProfile
      self.accounted = accounted
    }

    /// Why words are not in the profile, and how many.
    package struct Reason: Hashable, Sendable {
      package var name: String
      package var count: Int

      package init(name: String, count: Int) {
        self.name = name
        self.count = count
      }
    }
  }

  /// Whether a piece is in the profile.
  package enum Fate: String, Hashable, Sendable { case kept, changed, dropped }

  package init(
    _ profile: Profile, account: ImportAccount, words: Words, missing: [String]
  ) {
    var items = Self.items(of: profile)
    for entry in account.entries {
      items.append(
        Item(
          span: entry.span,
          fate: entry.fate == .repaired || entry.fate == .moved ? .changed : .dropped,
          what: entry.fate.rawValue, fields: [], text: entry.text))
    }
    self.items = items.enumerated().sorted { a, b in
      switch (a.element.span, b.element.span) {
      case (let first?, let second?):
        let left = (first.file, first.range.lowerBound, a.offset)
        return left < (second.file, second.range.lowerBound, b.offset)
      case (nil, _?): return true
      case (_?, nil): return false
      case (nil, nil): return a.offset < b.offset
      }
    }.map(\.element)
    self.words = words
    self.missing = missing
  }

  // MARK: What is kept

  private static func items(of profile: Profile) -> [Item] {
    var items: [Item] = []
    if let name = profile.name {
      items.append(kept("name", name.text, at: name.span))
    }
    if let headline = profile.headline {
      items.append(kept("headline", headline.text, at: headline.span))
    }
    for contact in profile.contacts {
      items.append(kept("contact \(contact.kind.label)", contact.text, at: contact.span))
    }
    for section in profile.sections {
      let title = section.title?.text ?? "text before the first heading"
      items.append(kept("section \(section.kind.rawValue)", title, at: section.title?.span))
      items += section.lead.map { kept("lead", $0.text, at: $0.span) }
      items += section.entries.map(item)
    }
    return items
  }

  private static func kept(
    _ what: String, _ text: String, at span: SourceSpan?, fields: [String] = []
  ) -> Item {
    Item(span: span, fate: .kept, what: what, fields: fields, text: text)
  }

  private static func item(of entry: Entry) -> Item {
    switch entry {
    case .paragraph(let paragraph):
      return kept("paragraph", paragraph.text.text, at: paragraph.text.span)
    case .record(let record):
      let fields: [(String, Bool)] = [
        ("title", record.title != nil), ("role", record.role != nil),
        ("organisation", record.organisation != nil), ("location", record.location != nil),
        ("dates", record.dates != nil), ("text", record.text != nil),
        ("bullets", !record.bullets.isEmpty), ("links", !record.links.isEmpty),
        ("group", record.group != nil),
      ]
      let text = record.title ?? record.role ?? record.organisation ?? record.text
      return kept(
        record.kind.rawValue, text?.text ?? "", at: record.span,
        fields: fields.filter(\.1).map(\.0))
    case .publication(let publication):
      let fields: [(String, Bool)] = [
        ("title", true), ("authors", !publication.authors.isEmpty),
        ("venue", publication.venue != nil), ("dates", publication.dates != nil),
        ("status", publication.status != nil), ("awards", !publication.awards.isEmpty),
        ("links", !publication.links.isEmpty), ("note", publication.note != nil),
      ]
      return kept(
        "publication", publication.title.text, at: publication.span,
        fields: fields.filter(\.1).map(\.0))
    }
  }
}
