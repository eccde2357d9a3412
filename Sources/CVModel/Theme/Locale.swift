// SPDX-License-Identifier: MIT

/// The words that cvgen itself writes, in one language.
///
/// Every key of `CVSettings/Locales/en.yaml` is one of its values.
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
  /// Twelve names of months.
  public var longMonths: [String] = []
  /// The form of a day: `{day} {month} {year}`.
  public var dayMonthYear = "{day} {month} {year}"
  /// With `{count}`: `and {count} more`, for names of authors that are left out.
  public var moreAuthors = ""
  /// With `{shown}` and `{count}`: `{shown} of {count} shown`, for works that are left out.
  public var shown = ""
  /// With `{page}` and `{pages}`: `page {page} of {pages}`.
  public var page = ""
  /// The words before contacts: what an address is.
  public var labels: [Theme.ContactKind: String] = [:]
  /// The usual titles of sections; `other` has none.
  public var titles: [SectionKind: String] = [:]

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
