// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// Something of a profile that another form of it does not say, or says otherwise.
package struct ProfileLoss: Hashable, Sendable {
  /// As in “no place for *links in texts*”.
  package var what: String
  /// Where it stands first in the profile.
  package var span: SourceSpan?
  package var count: Int

  /// What a second profile lacks of a first.
  package static func losses(from first: Profile, to second: Profile) -> [ProfileLoss] {
    var comparison = Comparison()
    comparison.compare(first, second)
    return comparison.losses
  }
}

/// Walks over two profiles side by side.
private struct Comparison {
  private(set) var losses: [ProfileLoss] = []

  private mutating func lose(_ what: String, _ span: SourceSpan?) {
    if let index = losses.firstIndex(where: { $0.what == what }) {
      losses[index].count += 1
    } else {
      losses.append(ProfileLoss(what: what, span: span, count: 1))
    }
  }

  mutating func compare(_ a: Profile, _ b: Profile) {
    compare("the name", a.name, b.name)
    compare("the headline", a.headline, b.headline)
    for contact in a.contacts where !b.contacts.contains(where: { $0.isSame(as: contact) }) {
      lose("the contact “\(contact.text)”", contact.span)
    }
    if a.language != b.language { lose("the language “\(a.language)”", nil) }
    for (index, section) in a.sections.enumerated() {
      let title = section.title?.text ?? "text before the first heading"
      guard index < b.sections.count else {
        lose("the section “\(title)”", section.span)
        continue
      }
      let other = b.sections[index]
      if let own = section.title?.text, own != other.title?.text {
        lose("the title “\(title)”", section.title?.span ?? section.span)
      }
      if section.tags != other.tags { lose("the tags of “\(title)”", section.title?.span) }
      if section.kind != other.kind { lose("the kind of “\(title)”", section.title?.span) }
      compare(section, other, title)
    }
    if b.sections.count > a.sections.count { lose("the limits of sections", nil) }
  }

  private mutating func compare(_ a: Section, _ b: Section, _ title: String) {
    if a.lead.map(\.text) != b.lead.map(\.text), a.entries.count == b.entries.count {
      for text in a.lead { lose("introductions of sections", text.span) }
    }
    guard a.entries.count == b.entries.count else {
      lose("the form of the entries of “\(title)”", a.title?.span ?? a.span)
      return
    }
    for (first, second) in zip(a.lead, b.lead) { compare("introductions", first, second) }
    for (first, second) in zip(a.entries, b.entries) {
      if first.tags != second.tags { lose("tags of entries", first.span) }
      switch (first, second) {
      case (.record(let a), .record(let b)): compare(a, b)
      case (.publication(let a), .publication(let b)): compare(a, b)
      case (.paragraph(let a), .paragraph(let b)):
        compare("paragraphs", a.text, b.text)
        compare("headings of groups", a.group, b.group)
      default: lose("the kinds of entries of “\(title)”", first.span)
      }
    }
  }

  private mutating func compare(_ a: Record, _ b: Record) {
    if a.kind != b.kind { lose("what entries are (\(a.kind.rawValue))", a.span) }
    compare("titles of entries", a.title, b.title)
    compare("organisations", a.organisation, b.organisation)
    compare("roles", a.role, b.role)
    compare("places", a.location, b.location)
    compare("texts of entries", a.text, b.text)
    compare("headings of groups", a.group, b.group)
    compare(a.dates, b.dates, a.span)
    compare(a.links, b.links, a.span)
    let first = a.bullets.flatMap(flat).filter { !$0.words.isEmpty }
    let second = b.bullets.flatMap(flat).filter { !$0.words.isEmpty }
    if first.map(\.words) != second.map(\.words) {
      lose("points of lists", a.span)
    } else if a.bullets.contains(where: { !$0.children.isEmpty }),
      a.bullets.count != b.bullets.count
    {
      lose("points below points", a.span)
    }
    for (a, b) in zip(first, second) where a.words == b.words { compare("points", a, b) }
    if a.bullets.flatMap(tagged) != b.bullets.flatMap(tagged) { lose("tags of points", a.span) }
  }

  private func tagged(_ bullet: Bullet) -> [[String]] {
    [bullet.tags] + bullet.children.flatMap(tagged)
  }

  private func flat(_ bullet: Bullet) -> [RichText] {
    [bullet.text] + bullet.children.flatMap(flat)
  }

  private mutating func compare(_ a: Publication, _ b: Publication) {
    compare("titles of works", a.title, b.title)
    compare("venues", a.venue, b.venue)
    compare("states of works", a.status, b.status)
    compare("places of works", a.location, b.location)
    compare("notes of works", a.note, b.note)
    compare("headings of groups", a.group, b.group)
    compare(a.dates, b.dates, a.span)
    compare(a.links, b.links, a.span)
    if a.awards.map(\.text) != b.awards.map(\.text) { lose("awards of works", a.span) }
    let numbers = { (work: Publication) in [work.volume, work.number, work.pages, work.doi] }
    if zip(numbers(a), numbers(b)).contains(where: { $0 != nil && $0 != $1 }) {
      lose("numbers of works", a.span)
    }
    let about = { (work: Publication) in work.description.map(\.text).joined(separator: " ") }
    if about(a) != about(b) { lose("what works are about", a.span) }
    if a.keywords != b.keywords || a.isSelected != b.isSelected || a.kind != b.kind {
      lose("kinds and keywords of works", a.span)
    }
    if a.authorLead != b.authorLead { lose("words before co-authors", a.span) }
    if a.authors.map(\.name) != b.authors.map(\.name) {
      lose("authors", a.span)
    } else if a.authors.map(\.shown) != b.authors.map(\.shown) {
      lose("marks and addresses of authors", a.span)
    }
  }

  // MARK: Values

  private mutating func compare(_ a: Dates?, _ b: Dates?, _ span: SourceSpan?) {
    if a?.meaning != b?.meaning { lose("dates", span) }
  }

  private mutating func compare(_ a: [Link], _ b: [Link], _ span: SourceSpan?) {
    if !a.allSatisfy({ link in b.contains { $0.url == link.url && $0.label == link.label } }) {
      lose("links", span)
    }
  }

  private mutating func compare(_ what: String, _ a: RichText?, _ b: RichText?) {
    guard let a, !a.words.isEmpty else { return }
    guard let b, a.words == b.words else { return lose(what, a.span) }
    if !a.marked(\.marks.visible).isSubset(of: b.marked(\.marks.visible)) {
      lose("emphasis", a.span)
    }
    if !a.marked({ $0.link ?? "" }).isSubset(of: b.marked { $0.link ?? "" }) {
      lose("links in texts", a.span)
    }
  }
}

extension Contact {
  fileprivate func isSame(as other: Contact) -> Bool {
    kind == other.kind && (text == other.text || url != nil && url == other.url)
  }
}

extension Author {
  /// The author without what documents do not say.
  fileprivate var shown: Author {
    var author = self
    author.family = nil
    return author
  }
}

extension Dates {
  /// What is said, whatever the words.
  fileprivate var meaning: [String] {
    spans.map { span in
      let end: String =
        switch span.end {
        case .none: ""
        case .date(let date): date.iso + (date.season?.rawValue ?? "")
        case .present, .since: "present"
        }
      return (span.start.map { $0.iso + ($0.season?.rawValue ?? "") } ?? "") + "/" + end
    } + (isExpected ? ["expected"] : [])
  }
}

extension RichText.Marks {
  /// Those that a document shows.
  fileprivate var visible: Int {
    Int(
      intersection([.strong, .emphasis, .code, .superscript, .subscripted, .strike, .underline])
        .rawValue)
  }
}

extension RichText {
  /// The words, whatever the white space; images are none.
  fileprivate var words: [Substring] {
    text.split { $0.isWhitespace || $0 == "\u{FFFC}" }
  }

  /// The words that have some attribute, each with it.
  fileprivate func marked<Value: Hashable>(
    _ attribute: (Attributes) -> Value
  ) -> Set<[AnyHashable]> {
    let none = attribute(Attributes())
    var found: Set<[AnyHashable]> = []
    forEachRun { run, part in
      let value = attribute(run.attributes)
      guard value != none else { return }
      for word in part.split(whereSeparator: \.isWhitespace) {
        found.insert([String(word), value])
      }
    }
    return found
  }
}
