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
