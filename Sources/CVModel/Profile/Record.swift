// SPDX-License-Identifier: MIT
public import CVDiagnostics

/// A position, a degree, a prize: anything with a name, a place, dates and a body.
///
/// The kind says what the fields mean. A field holds its value alone; words that belong to no
/// field stay in `text` or `bullets`, in their order.
public struct Record: Hashable, Sendable {
  public var kind: Kind
  /// The degree, prize, talk, course, project, label or person; a position has none.
  public var title: RichText?
  /// Employer, school, giver of a prize, event.
  public var organisation: RichText?
  /// The post or the part taken.
  public var role: RichText?
  public var location: RichText?
  public var dates: Dates?
  /// Words of the entry that no other field holds.
  public var text: RichText?
  public var bullets: [Bullet] = []
  /// Links of the entry that are not part of its other texts.
  public var links: [Link] = []
  /// The heading of its group inside the section.
  public var group: RichText?
  public var tags: [String] = []
  public var span: SourceSpan?

  public init(_ kind: Kind, span: SourceSpan? = nil) {
    self.kind = kind
    self.span = span
  }

  /// What a record tells of; an `item` is a label with a text.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case position, education, award, talk, teaching, service, project, skill, language, news
    case certificate, supervision, funding, reference, item
  }
}

/// A point of a list, with the points below it.
public struct Bullet: Hashable, Sendable {
  public var text: RichText
  public var children: [Bullet]
  public var tags: [String] = []

  public init(_ text: RichText, children: [Bullet] = []) {
    self.text = text
    self.children = children
  }
}
