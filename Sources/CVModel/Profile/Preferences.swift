// SPDX-License-Identifier: MIT
public import CVDiagnostics

/// What the author of a profile asks of cvgen: the block `cvgen:` of the front matter, the file
/// `cvgen.yml` and the variant, joined.
///
/// It changes what is understood and shown without touching the text of the page.
public struct Preferences: Hashable, Sendable {
  public var name: RichText?
  public var headline: RichText?
  /// The path of the owner's photo; an empty one for none.
  public var photo: Photo?
  /// Takes the place of what the page says of its owner in running text.
  public var summary: RichText?
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
  /// Tags to give to sections and entries, by their titles.
  public var tagged: [Titled<[String]>] = []
  /// Of what has tags, only that with one of these is kept; all where there are none.
  public var tagsToInclude: [Titled<Bool>] = []
  /// What has one of these tags is left out.
  public var tagsToExclude: [Titled<Bool>] = []
  /// How many entries are kept of a section, from its first on.
  public var limits: [Titled<Int>] = []
  /// Whether only the works are kept that their sources call selected.
  public var keepsSelectedWorks: Bool?
  /// Only works with one of these keywords or tags are kept; all where there are none.
  public var workKeywords: [Titled<Bool>] = []
  public var privacy: Privacy?
  /// The name or the folder of a theme.
  public var theme: Titled<Bool>?
  /// Values of the theme: keys with stops between them.
  public var themeValues: [Titled<String>] = []
  /// Folders of fonts, from the folder of the file that names them.
  public var fonts: [Titled<Bool>] = []
  /// The language of the words that cvgen writes.
  public var language: String?
  public var paper: Paper?
  /// The pages that the document may have.
  public var pages: Int?
  /// Whether entries may be left out to keep to the pages.
  public var dropsEntries: Bool?
  /// What is made of the profile where several documents are.
  public var formats: [FormatName] = []

  public init() {}

  /// What of the owner's private life a document shows.
  public enum Privacy: String, CaseIterable, Hashable, Sendable {
    /// For anybody to see: no photo, no phone number, no place of living, no date of birth.
    case `public`
    /// For an employer: all that the profile says.
    case application
  }

  /// Something said of the sections of a title or a kind.
  public struct Titled<Value: Sendable>: Sendable {
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
        || section.title.map { $0.text.lowercased() == word || slug($0.text) == word } ?? false
    }

    /// Whether it is said of an entry: of its title, of its organisation, or of both.
    public func matches(_ entry: Entry) -> Bool {
      let wanted = slug(selector)
      return !wanted.isEmpty && entry.slugs.contains(wanted)
    }
  }
}

extension Preferences.Titled: Equatable where Value: Equatable {}
extension Preferences.Titled: Hashable where Value: Hashable {}
