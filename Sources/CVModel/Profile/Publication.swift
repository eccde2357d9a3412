// SPDX-License-Identifier: MIT
public import CVDiagnostics

/// A published or submitted work.
public struct Publication: Hashable, Sendable {
  /// Without number, quotes and final stop.
  public var title: RichText
  public var authors: [Author] = []
  /// The words that lead to authors with whom the owner wrote the work, and who are not all then:
  /// "with", "joint work with".
  public var authorLead: String?
  /// Journal, conference or series, without the year.
  public var venue: RichText?
  public var dates: Dates?
  /// Where the work stands when it has not appeared: "under review", "to appear".
  public var status: RichText?
  /// "Oral", "Best Paper".
  public var awards: [RichText] = []
  public var links: [Link] = []
  public var volume: String?
  public var number: String?
  public var pages: String?
  public var doi: String?
  /// Where the conference was held.
  public var location: RichText?
  /// The heading of its group inside the section.
  public var group: RichText?
  /// An abstract or summary that the page shows below the reference.
  public var description: [RichText] = []
  /// Further words of the reference that no other field holds.
  public var note: RichText?
  public var tags: [String] = []
  /// Words by which its source groups works; they are in no document.
  public var keywords: [String] = []
  /// Whether its source says that it is one of the best.
  public var isSelected = false
  /// Whether its source calls it selected, or a tag of the author's does.
  public var isChosen: Bool { isSelected || tags.contains { Tags.areSame($0, "selected") } }
  /// What its source says that it is; `nil` where only its words tell.
  public var kind: Kind?
  public var span: SourceSpan?

  public init(title: RichText, span: SourceSpan? = nil) {
    self.title = title
    self.span = span
  }

  /// What works are; references to them differ by it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// In a journal.
    case article
    /// In the proceedings of a conference.
    case conference
    case workshop, book, chapter, thesis, report, preprint, patent, other
  }

  /// The year of publication.
  public var year: Int? { dates?.latest.map { $0.year == 9999 ? nil : $0.year } ?? nil }
}

/// One name in a list of authors.
public struct Author: Hashable, Sendable {
  /// As written, without marks; `…` for names left out.
  public var name: String
  /// Whether this is the owner of the profile.
  public var isOwner = false
  public var contributedEqually = false
  public var isCorresponding = false
  /// A mark whose meaning no legend explains.
  public var mark: String?
  public var url: String?
  /// The part of the name that is the family's, the whole of the name of a body; `nil` where only
  /// its words tell.
  public var family: String?

  public init(_ name: String) { self.name = name }

  /// Stands for a run of names that the author left out.
  public static let elision = Author("…")

  public var isElision: Bool { name == Author.elision.name }
}
