// SPDX-License-Identifier: MIT
public import CVDiagnostics

/// What the author of a profile asks of cvgen: the block `cvgen:` of the front matter.
///
/// It changes what is understood and shown without touching the text of the page.
public struct Preferences: Hashable, Sendable {
  public var name: RichText?
  public var headline: RichText?
  /// Further names under which the owner signs her works.
  public var aliases: [String] = []
  /// Files of works to add to the list of publications, from the folder of the page.
  public var bibliography: [Titled<Bool>] = []
  /// What sections are, by their titles as written.
  public var kinds: [Titled<SectionKind>] = []
  /// The titles that are shown instead, by kinds or titles as written.
  public var titles: [Titled<String>] = []
  /// The kinds that come first, in this order.
  public var order: [SectionKind] = []
  /// Kinds that are shown although they are left out by default.
  public var include: [SectionKind] = []
  /// Kinds or titles of sections that are left out.
  public var exclude: [Titled<Bool>] = []
  /// The kinds that a page budget spares longest, the most important first.
  public var priority: [SectionKind] = []

  public init() {}

  /// Something said of the sections of a title or a kind.
  public struct Titled<Value: Hashable & Sendable>: Hashable, Sendable {
    /// As written.
    public var selector: String
    public var value: Value
    public var span: SourceSpan?

    public init(selector: String, value: Value, span: SourceSpan?) {
      self.selector = selector
      self.value = value
      self.span = span
    }

    /// Whether it is said of a section.
    public func matches(_ section: Section) -> Bool {
      let word = selector.lowercased()
      return section.kind.rawValue == word.replacing("-", with: "_")
        || section.title?.text.lowercased() == word
    }
  }
}
