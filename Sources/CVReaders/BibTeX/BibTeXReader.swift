// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// The works of a bibliography, with what was found out about it.
package struct Bibliography: Sendable {
  /// The newest first; of one date as in the file.
  package var works: [Publication] = []
  package var account = ImportAccount()
  package var log = DiagnosticLog()
}

/// Reads a bibliography in BibTeX or biblatex.
///
/// Never fails: what is damaged is told of.
package func readBibTeX(_ decoded: EditedText) -> Bibliography {
  var bibliography = Bibliography()
  let text = cleaned(decoded, account: &bibliography.account, log: &bibliography.log)
  let parser = BibTeXParser(text)
  bibliography.log.add(contentsOf: parser.log)
  for entry in parser.entries {
    if let work = BibWork(entry) {
      bibliography.works.append(work.work)
      bibliography.account.add(contentsOf: work.account)
      bibliography.log.add(contentsOf: work.log)
    } else if !entry.fields.isEmpty, !["control", "xdata", "set"].contains(entry.type) {
      let start = entry.span.map { SourceSpan(file: $0.file, range: $0.range.prefix(1)) }
      bibliography.log.add(
        Diagnostic(
          .warning, .missingKey, "the entry “\(entry.key)” has no title, and is left out",
          at: start, help: "give it a field “title”"))
      for field in entry.fields {
        bibliography.account.add(
          .unknownKey, String(decoding: field.raw, as: UTF8.self), at: field.span)
      }
    }
  }
  bibliography.works = newestFirst(bibliography.works)
  return bibliography
}

/// Reads a bibliography alone: a profile with a list of publications.
package func readBibliography(_ decoded: EditedText, options: ReadingOptions) -> Reading {
  let bibliography = readBibTeX(decoded)
  var profile = Profile()
  if !bibliography.works.isEmpty {
    var section = Section(
      title: RichText("Publications"), kind: .publications, span: bibliography.works.first?.span)
    section.entries = bibliography.works.map(Entry.publication)
    profile.sections.append(section)
  }
  profile.name = options.name.map { RichText($0) } ?? options.preferences.name
  profile.headline = options.preferences.headline
  markOwner(in: &profile, aliases: options.preferences.aliases)
  return Reading(profile: profile, account: bibliography.account, log: bibliography.log)
}

/// Works by their dates, the newest first; those without a date stand before all others, since
/// they are to appear.
private func newestFirst(_ works: [Publication]) -> [Publication] {
  works.enumerated().sorted { a, b in
    let (first, second) = (a.element.dates?.latest, b.element.dates?.latest)
    if first == second { return a.offset < b.offset }
    guard let first else { return true }
    guard let second else { return false }
    // A month that only one of them names tells nothing.
    if first.year == second.year, first.month == nil || second.month == nil {
      return a.offset < b.offset
    }
    return first > second
  }.map(\.element)
}

extension Profile {
  /// Adds the works that the profile does not have yet.
  ///
  /// Two works are one by their DOI, by their number on arXiv, or by the words of their titles.
  ///
  /// - Returns: How many works were added.
  package mutating func add(_ works: [Publication], aliases: [String] = []) -> Int {
    var known: Set<String> = []
    for case .publication(let work) in sections.flatMap(\.entries) { known.formUnion(work.marks) }
    var new: [Publication] = []
    for work in works where known.isDisjoint(with: work.marks) {
      known.formUnion(work.marks)
      new.append(work)
    }
    guard !new.isEmpty else { return 0 }
    let index = sections.lastIndex { $0.kind == .publications }
    if index == nil {
      sections.append(Section(title: RichText("Publications"), kind: .publications))
    }
    let place = index ?? sections.count - 1
    sections[place].insert(new)
    markOwner(in: &self, aliases: aliases)
    return new.count
  }
}

extension Section {
  /// Puts works where their dates belong; above all groups where there are groups.
  fileprivate mutating func insert(_ works: [Publication]) {
    let hasGroups = entries.contains { entry in
      if case .publication(let work) = entry { return work.group != nil }
      return false
    }
    var place = 0
    for work in works {
      if !hasGroups {
        while place < entries.count, !isOlder(entries[place], than: work) { place += 1 }
      }
      entries.insert(.publication(work), at: place)
      place += 1
    }
  }

  private func isOlder(_ entry: Entry, than work: Publication) -> Bool {
    guard case .publication(let other) = entry, let date = other.dates?.latest else { return false }
    guard let own = work.dates?.latest else { return true }
    return date.year < own.year
  }
}

extension Publication {
  /// By what the work is known again.
  var marks: Set<String> {
    var marks: Set<String> = []
    if let doi { marks.insert("doi:" + plainDOI(doi).lowercased()) }
    for link in links where LinkLabel.host(of: link.url).hasSuffix("doi.org") {
      marks.insert("doi:" + plainDOI(link.url).lowercased())
    }
    let texts = links.map(\.url) + [venue?.text, note?.text].compactMap { $0 }
    for number in texts.compactMap({ arXivNumber(in: $0) }) { marks.insert("arxiv:" + number) }
    let words = title.text.lowercased().unicodeScalars.filter(isWordScalar)
    if !words.isEmpty { marks.insert("title:" + String(String.UnicodeScalarView(words))) }
    return marks
  }
}
