// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// A profile that grows from the files of a site.
///
/// What came first stays where it is. An entry that is there already is not added: works are one
/// by DOI, number on arXiv or title; other entries by what, where and when they were; paragraphs
/// by their words. Of two works the first learns of the second what it does not know.
struct SiteProfile {
  private(set) var profile = Profile()
  private(set) var account = ImportAccount()
  private let options: ReadingOptions

  init(options: ReadingOptions) {
    self.options = options
    profile.name = options.name.map { RichText($0) } ?? options.preferences.name
    profile.headline = options.preferences.headline
  }

  mutating func add(_ other: Profile) {
    if profile.sections.isEmpty { profile.language = other.language }
    profile.name = profile.name ?? other.name
    profile.headline = profile.headline ?? other.headline
    for contact in other.contacts where !profile.contacts.contains(where: { isSame($0, contact) }) {
      profile.contacts.append(contact)
    }
    for section in other.sections { add(section) }
  }

  /// Adds what is new of a section to the one of the same title and kind, else as one of its own.
  mutating func add(_ section: Section) {
    var rest = section
    rest.entries = []
    for entry in section.entries where !takes(entry) { rest.entries.append(entry) }
    let known = profile.sections.flatMap(\.lead).map(\.text)
    rest.lead = section.lead.filter { !known.contains($0.text) }
    guard rest.isFilled else { return }
    let works = rest.entries.compactMap { entry -> Publication? in
      if case .publication(let work) = entry { return work }
      return nil
    }
    let hasList = profile.sections.contains { $0.kind == .publications }
    if section.kind == .publications, hasList, works.count == rest.entries.count {
      _ = profile.add(works)
    } else if let index = profile.sections.firstIndex(where: { isSame($0, section) }) {
      profile.sections[index].lead += rest.lead
      profile.sections[index].entries += rest.entries
    } else {
      profile.sections.append(rest)
    }
  }

  mutating func add(works: [Publication]) {
    let new = works.filter { !takes(.publication($0)) }
    _ = profile.add(new, aliases: options.preferences.aliases)
  }

  private func isSame(_ a: Section, _ b: Section) -> Bool {
    guard let first = a.title, let second = b.title else { return false }
    return a.kind == b.kind && folded(first.text) == folded(second.text)
  }

  private func isSame(_ a: Contact, _ b: Contact) -> Bool {
    switch (a.kind, b.kind) {
    case (.network(let first), .network(let second)): first == second
    case (.location, .location): true
    default: a.kind == b.kind && a.text.lowercased() == b.text.lowercased()
    }
  }

  // MARK: Doubles

  /// Whether an entry is there already; it then tells the other what that does not know.
  private mutating func takes(_ entry: Entry) -> Bool {
    for section in profile.sections.indices {
      for index in profile.sections[section].entries.indices {
        let known = profile.sections[section].entries[index]
        guard let whole = joined(known, entry) else { continue }
        profile.sections[section].entries[index] = whole
        // A document that two pages list is not said twice.
        if known.span != entry.span { account.add(.double, entry.words, at: entry.span) }
        return true
      }
    }
    return false
  }

  /// Two entries as one; `nil` where they are two.
  private func joined(_ a: Entry, _ b: Entry) -> Entry? {
    switch (a, b) {
    case (.publication(let first), .publication(let second)):
      guard !first.marks.isDisjoint(with: second.marks) else { return nil }
      return .publication(first.completed(by: second))
    case (.record(let first), .record(let second)):
      return first.isSame(as: second) ? a : nil
    case (.paragraph(let first), .paragraph(let second)):
      return folded(first.text.text) == folded(second.text.text) ? a : nil
    default: return nil
    }
  }
}

extension Publication {
  /// The work with what another source knows beside it.
  fileprivate func completed(by other: Publication) -> Publication {
    var work = self
    if work.authors.isEmpty { work.authors = other.authors }
    // A venue with numbers in it names volume and pages itself.
    if work.venue?.text.contains(where: \.isNumber) != true {
      work.venue = work.venue ?? other.venue
      work.volume = work.volume ?? other.volume
      work.number = work.number ?? other.number
      work.pages = work.pages ?? other.pages
    }
    work.dates = work.dates ?? other.dates
    work.keywords += other.keywords.filter { !work.keywords.contains($0) }
    work.isSelected = work.isSelected || other.isSelected
    work.kind = work.kind ?? other.kind
    work.doi = work.doi ?? other.doi
    work.location = work.location ?? other.location
    if work.awards.isEmpty { work.awards = other.awards }
    let known = Set(work.links.map { $0.url.lowercased() })
    work.links += other.links.filter { !known.contains($0.url.lowercased()) }
    return work
  }
}

extension Record {
  /// Whether two records tell of one thing: the same what and where, and no two years.
  fileprivate func isSame(as other: Record) -> Bool {
    guard kind == other.kind else { return false }
    let pairs = [
      (title, other.title), (role, other.role), (organisation, other.organisation),
    ].compactMap { pair in pair.0.flatMap { a in pair.1.map { (a, $0) } } }
    guard !pairs.isEmpty else {
      return allTexts.map(folded) == other.allTexts.map(folded)
    }
    let agree = pairs.allSatisfy { folded($0.0.text) == folded($0.1.text) }
    return agree
      && (pairs.count > 1 || dates != nil && dates?.start == other.dates?.start
        || dates == nil && other.dates == nil)
      && hasSameYears(as: other)
  }

  private func hasSameYears(as other: Record) -> Bool {
    guard let dates, let others = other.dates else { return true }
    return dates.latest?.year == others.latest?.year || dates.start?.year == others.start?.year
  }
}

extension Entry {
  /// All words of the entry, for the account.
  fileprivate var words: String { allTexts.joined(separator: " ") }
}
