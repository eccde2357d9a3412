// SPDX-License-Identifier: MIT

/// How works are referred to: the names of their authors, and a line for each kind of work.
public struct ReferenceStyle: Hashable, Sendable {
  public var names = Names()
  /// By kinds of works; papers of workshops and chapters are referred to as those of conferences,
  /// and `other` serves the kinds that have no line.
  public var lines: [Publication.Kind: LineTemplate] = [:]
  /// What stands before a year for its month; empty where dates are years alone.
  public var months: [String] = []

  public init() {}

  /// The line of works of a kind.
  public func line(for kind: Publication.Kind) -> LineTemplate {
    let isPart = kind == .workshop || kind == .chapter
    return lines[kind] ?? lines[isPart ? .conference : .other]
      ?? LineTemplate("{authors}. {title}. {venue}")
  }

  /// The styles that come with the program, by their names in themes.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// That of the theme, whose templates say it.
    case compact
    case apa, ieee, chicago
  }

  /// How a list of authors is written.
  public struct Names: Hashable, Sendable {
    public var first = Form.written
    public var others = Form.written
    /// Between two names of more than two.
    public var separator = ", "
    /// Between the names of two authors.
    public var pair = ", "
    /// Before the last of more than two.
    public var last = ", "
    /// Of more authors than this not all are shown; `nil` for all.
    public var most: Int?
    /// How many are shown then.
    public var shown = 1
    /// Stands for those who are not shown; `nil` for the locale's words with their number.
    public var rest: String?
    /// Where the last author is shown, too: what stands before her, for those left out.
    public var omission: String?

    public init() {}
  }

  /// The order and the length of the parts of a name.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// As the source has it.
    case written
    /// `A. B. Roe`.
    case initialsFamily = "initials-family"
    /// `Roe, A. B.`.
    case familyInitials = "family-initials"
    /// `Roe, Ada B.`.
    case familyGiven = "family-given"
  }
}
