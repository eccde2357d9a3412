// SPDX-License-Identifier: MIT

/// The words that cvgen itself writes, in one language.
public struct Locale: Hashable, Sendable {
  /// A BCP 47 tag.
  public var language: String
  /// Twelve short names of months.
  public var months: [String]
  public var seasons: [PartialDate.Season: String]
  public var present: String
  /// With `{date}`: `since {date}`.
  public var since: String
  /// With `{date}`: `{date} (expected)`.
  public var expected: String
  /// The form of a month with its year: `{month} {year}`.
  public var monthYear: String
  /// The title of a document whose owner has no name.
  public var curriculumVitae: String
  /// The explanation of the mark behind authors' names: `* equal contribution`.
  public var equalContribution: String
  public var correspondingAuthor: String
  /// The title above contacts in a side column.
  public var contact = "Contact"

  public init(
    language: String, months: [String], seasons: [PartialDate.Season: String], present: String,
    since: String, expected: String, monthYear: String, curriculumVitae: String,
    equalContribution: String, correspondingAuthor: String
  ) {
    self.language = language
    self.months = months
    self.seasons = seasons
    self.present = present
    self.since = since
    self.expected = expected
    self.monthYear = monthYear
    self.curriculumVitae = curriculumVitae
    self.equalContribution = equalContribution
    self.correspondingAuthor = correspondingAuthor
  }
}
