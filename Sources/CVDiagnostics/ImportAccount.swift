// SPDX-License-Identifier: MIT

/// What became of the pieces of a source that reach no output, or reach it changed.
///
/// Every visible word of a page is either in the profile or here, with the reason. The stages
/// that read the page write the account; nothing else may drop text.
public struct ImportAccount: Hashable, Sendable {
  public private(set) var entries: [Entry] = []

  public init() {}

  /// One piece of the source and its fate.
  public struct Entry: Hashable, Sendable {
    public let fate: Fate
    /// The words as the page would have shown them; empty where it shows none.
    public let text: String
    public let span: SourceSpan?

    public init(_ fate: Fate, _ text: String, at span: SourceSpan?) {
      self.fate = fate
      self.text = text
      self.span = span
    }
  }

  /// Why a piece of the source is not in the output as it was written.
  public enum Fate: String, CaseIterable, Hashable, Sendable {
    // Never visible on the page.
    case settings, comment, frontMatter = "front-matter", liquid, php, script, style, markup
    case hidden
    // Visible, but no text of a CV.
    case decoration, emoji, image, media, control
    case homepageMatter = "homepage-matter"
    case deadLink = "dead-link"
    case sectionLeftOut = "section-left-out"
    /// Left out by settings: by its tags, by a limit, by its name, or as private.
    case tags, limit, excluded, `private`
    /// A work that is not selected, or has none of the keywords that are asked for.
    case notChosen = "not-chosen"
    /// A setting says something else in its place.
    case replaced
    /// Below a reference: in the model, and in no document.
    case abstract
    case separator
    /// Under a key of a data file that no reader knows.
    case unknownKey = "unknown-key"
    /// On the page of one document of a site, below what a list shows of it.
    case ownPage = "own-page"
    /// Said already, in another file of the site.
    case double
    // In the output, but not as it was written or not where.
    case repaired, moved
  }

  public mutating func add(_ fate: Fate, _ text: String, at span: SourceSpan?) {
    entries.append(Entry(fate, text, at: span))
  }

  public mutating func add(contentsOf other: ImportAccount) { entries += other.entries }
}
