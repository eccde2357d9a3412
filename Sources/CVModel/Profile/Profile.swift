// SPDX-License-Identifier: MIT
public import CVDiagnostics

/// What a person has written about her professional life, understood and typed.
///
/// The one value between the readers and everything that makes documents. Nothing in it is
/// invented: each text stands in a source.
public struct Profile: Hashable, Sendable {
  /// The owner's name; `nil` where no source states it.
  public var name: RichText?
  /// What the person is, in one line.
  public var headline: RichText?
  public var contacts: [Contact] = []
  public var photo: Photo?
  public var sections: [Section] = []
  /// The language of the text, a BCP 47 tag.
  public var language: String = "en"

  public init() {}
}

/// A picture of the owner, which documents show where their theme has a place for one.
public struct Photo: Hashable, Sendable {
  /// As written: from the folder of the file that states it.
  public var path: String
  public var span: SourceSpan?

  public init(_ path: String, span: SourceSpan? = nil) {
    self.path = path
    self.span = span
  }
}

/// A way to reach the owner, or a place where she can be looked up.
public struct Contact: Hashable, Sendable {
  public var kind: Kind
  /// As it is to be shown: an address without its scheme, a number, a place.
  public var text: String
  /// The address to open; `nil` for a place.
  public var url: String?
  public var span: SourceSpan?

  public init(_ kind: Kind, text: String, url: String? = nil, span: SourceSpan? = nil) {
    self.kind = kind
    self.text = text
    self.url = url
    self.span = span
  }

  /// The way by which a contact reaches its owner.
  public enum Kind: Hashable, Sendable {
    case email, phone, location, website
    /// A network by its own name: "GitHub", "ORCID".
    case network(String)

    /// The English word for the kind: "Email", "GitHub".
    public var label: String {
      switch self {
      case .email: "Email"
      case .phone: "Phone"
      case .location: "Address"
      case .website: "Website"
      case .network(let name): name
      }
    }
  }
}

/// A part of a profile with a title of its own.
public struct Section: Hashable, Sendable {
  /// As written, without decoration; `nil` for text before the first heading.
  public var title: RichText?
  public var kind: SectionKind
  /// Paragraphs that introduce the entries and are none themselves.
  public var lead: [RichText] = []
  public var entries: [Entry] = []
  /// Words of the author's by which variants choose.
  public var tags: [String] = []
  /// How many publications a choice of tags or a limit has left out.
  public var worksLeftOut = 0
  public var span: SourceSpan?

  /// Whether anything stands below the title.
  public var isFilled: Bool { !entries.isEmpty || !lead.isEmpty }

  public init(title: RichText?, kind: SectionKind, span: SourceSpan? = nil) {
    self.title = title
    self.kind = kind
    self.span = span
  }
}

/// What a section holds, as far as cvgen understands its title.
public enum SectionKind: String, CaseIterable, Hashable, Sendable {
  case about, contact, news, education, experience, publications, talks, teaching, services
  case supervision, awards, funding, projects, skills, languages, certificates, patents
  case researchInterests = "research_interests"
  case collaborators, activities, memberships, volunteer, media, references, interests, other

  /// Whether its entries have authors: publications and patents.
  package var holdsWorks: Bool { self == .publications || self == .patents }

  /// Whether its entries are posts, paid or not.
  package var holdsPosts: Bool { self == .experience || self == .volunteer }

  /// Whether its entries say what somebody was, where and when.
  package var holdsPostsOrDegrees: Bool { holdsPosts || self == .education }
}

/// One thing in a section.
public enum Entry: Hashable, Sendable {
  case record(Record)
  case publication(Publication)
  case paragraph(Paragraph)

  /// Where the entry begins and ends in its source.
  public var span: SourceSpan? {
    switch self {
    case .record(let record): record.span
    case .publication(let publication): publication.span
    case .paragraph(let paragraph): paragraph.text.span
    }
  }

  /// Words of the author's by which variants choose.
  public var tags: [String] {
    get {
      switch self {
      case .record(let record): record.tags
      case .publication(let publication): publication.tags
      case .paragraph(let paragraph): paragraph.tags
      }
    }
    set {
      switch self {
      case .record(var record):
        record.tags = newValue
        self = .record(record)
      case .publication(var publication):
        publication.tags = newValue
        self = .publication(publication)
      case .paragraph(var paragraph):
        paragraph.tags = newValue
        self = .paragraph(paragraph)
      }
    }
  }

  /// The heading of its group inside the section.
  public var group: RichText? {
    switch self {
    case .record(let record): record.group
    case .publication(let publication): publication.group
    case .paragraph(let paragraph): paragraph.group
    }
  }
}

/// Running text.
public struct Paragraph: Hashable, Sendable {
  public var text: RichText
  /// The heading of its group inside the section.
  public var group: RichText?
  public var tags: [String] = []

  public init(_ text: RichText, group: RichText? = nil) {
    self.text = text
    self.group = group
  }
}

/// A text with an address.
public struct Link: Hashable, Sendable {
  public var label: String
  public var url: String

  public init(label: String, url: String) {
    self.label = label
    self.url = url
  }
}
