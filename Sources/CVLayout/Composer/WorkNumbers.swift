// SPDX-License-Identifier: MIT
import CVModel

/// The numbers of the publications of a document.
struct WorkNumbers {
  /// Of each section, in the order of its publications.
  private let numbers: [[String]]

  /// What a number counts.
  private struct Key: Hashable {
    var section: Int?
    var group: RichText?
    /// The letter of its kind.
    var letter = ""
  }

  init(_ sections: [Section], _ design: PublicationDesign) {
    guard design.numbering != .none else {
      numbers = sections.map { $0.works.map { _ in "" } }
      return
    }
    let keys = sections.enumerated().map { index, section in
      section.works.map { work in
        Key(
          section: design.scope == .document ? nil : index,
          group: design.scope == .group ? work.group : nil,
          letter: design.hasPrefix ? Self.kind(of: work, in: section).letter : "")
      }
    }
    var counts: [Key: Int] = [:]
    if design.numbering == .reverse {
      for key in keys.joined() { counts[key, default: 1] += 1 }
    }
    let step = design.numbering == .reverse ? -1 : 1
    numbers = keys.map { keys in
      keys.map { key in
        counts[key, default: 0] += step
        return key.letter + String(counts[key] ?? 0)
      }
    }
  }

  /// Most works of which nothing tells are papers.
  private static func kind(of work: Publication, in section: Section) -> Publication.Kind {
    Publication.Kind(work, in: section) ?? (work.venue == nil ? .other : .conference)
  }

  func numbers(ofSection index: Int) -> [String] { numbers[index] }
}

extension Publication.Kind {
  /// What a work is: told by its source, else by the title of its group, else by its venue, else
  /// by the title of its section; `nil` where nothing tells.
  init?(_ work: Publication, in section: Section) {
    let venue = [work.venue, work.status].compactMap(\.?.text).joined(separator: " ")
    let named = work.group.flatMap { Self.named(in: $0.text) } ?? Self.named(in: venue)
    if let kind = work.kind {
      // Reference managers call preprints articles, and papers of workshops those of conferences.
      let isNearer = [.article, .conference].contains(kind)
      self = isNearer && [.workshop, .preprint].contains(named) ? named ?? kind : kind
    } else if let named {
      self = named
    } else if work.volume != nil {
      self = .article
    } else if let kind = section.title.flatMap({ Self.named(in: $0.text) }) {
      self = kind
    } else {
      return nil
    }
  }

  /// Before the numbers of works of the kind.
  var letter: String {
    switch self {
    case .article: "J"
    case .conference: "C"
    case .workshop: "W"
    case .book, .chapter: "B"
    case .thesis: "T"
    case .preprint: "P"
    case .patent: "N"
    case .report, .other: "O"
    }
  }

  /// The beginnings of the words that name a kind, in the languages in which titles are read.
  private static let words: [(Self, [String])] = [
    (.workshop, ["workshop", "atelier", "taller"]),
    (.thesis, ["thesis", "theses", "dissertation", "thèse", "tesis", "tese", "tesi", "学位论文"]),
    (.patent, ["patent", "brevet", "patente", "专利", "特許", "특허"]),
    (.preprint, ["preprint", "arxiv", "biorxiv", "medrxiv", "working paper", "ssrn", "预印"]),
    (.chapter, ["chapter", "kapitel", "capítulo"]),
    (.book, ["book", "buch", "livre", "libro", "专著", "著書"]),
    (
      .conference,
      [
        "conference", "proceedings", "symposium", "konferenz", "tagung", "conférence",
        "conferencia", "congreso", "congresso", "convegno", "会议", "国際会議", "학술대회",
      ]
    ),
    (
      .article,
      [
        "journal", "transactions", "letters", "lett.", "trans.", "zeitschrift", "revue", "revista",
        "rivista", "tijdschrift", "期刊", "学術論文", "학술지",
      ]
    ),
  ]

  private static func named(in text: String) -> Self? {
    let text = text.lowercased()
    return words.first { $0.1.contains { text.contains($0) } }?.0
  }
}

extension Section {
  /// Its publications.
  var works: [Publication] {
    entries.compactMap { if case .publication(let work) = $0 { work } else { nil } }
  }

  /// The section with its publications under their years, the newest first; those without a year
  /// come first.
  func groupedByYear() -> Section {
    guard !works.isEmpty else { return self }
    var section = self
    var works = works
    for index in works.indices {
      works[index].group = works[index].year.map { RichText(String($0)) }
    }
    let sorted = works.enumerated().sorted { a, b in
      (-(a.element.year ?? .max), a.offset) < (-(b.element.year ?? .max), b.offset)
    }
    let others = entries.filter { if case .publication = $0 { false } else { true } }
    section.entries = others + sorted.map { .publication($0.element) }
    return section
  }
}
