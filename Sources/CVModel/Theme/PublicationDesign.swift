// SPDX-License-Identifier: MIT

/// How lists of publications are numbered and grouped, and what of their authors is shown.
///
/// Where number, authors and title stand is said by the templates of `entries.publication`.
public struct PublicationDesign: Hashable, Sendable {
  public var numbering = Numbering.plain
  public var scope = Scope.section
  /// Whether a letter for the kind of the work stands before its number, which counts that kind.
  public var hasPrefix = false
  public var grouping = Grouping.source
  /// How many authors of a work are shown, besides the owner; `nil` for all.
  public var mostAuthors: Int?
  public var ownName = OwnName.bold
  /// How works are referred to; `nil` where the templates of the theme say it.
  public var references: ReferenceStyle?

  public init() {}

  /// In which direction publications are numbered.
  public enum Numbering: String, CaseIterable, Hashable, Sendable {
    case none, plain
    /// Down to one, so that the first number tells how many there are.
    case reverse
  }

  /// What numbers begin anew with.
  public enum Scope: String, CaseIterable, Hashable, Sendable { case group, section, document }

  /// What brings publications together under a title.
  public enum Grouping: String, CaseIterable, Hashable, Sendable {
    /// The groups of the profile.
    case source
    /// Their years, the newest first.
    case year
  }

  /// What sets the owner's name apart from those of the other authors.
  public enum OwnName: String, CaseIterable, Hashable, Sendable { case bold, underline, plain }
}
