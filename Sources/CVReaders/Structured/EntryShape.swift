// SPDX-License-Identifier: MIT
import CVModel

/// Which keys of an entry say what.
struct EntryShape {
  /// In the order in which texts follow each other.
  private(set) var slots: [(slot: Slot, keys: [String])]

  /// What a value is to an entry.
  enum Slot: Hashable {
    /// The post, the degree, the prize; `tail` follows it behind a comma.
    case what, tail
    case organisation, part, location
    case start, end, dates
    case text, bullets
    /// A list of words: one text with commas.
    case words
    /// A value that says nothing without its key: a grade.
    case labelled
    case url
    /// Addresses with labels beside the text.
    case links
    /// The heading of the group that the entry stands in.
    case group
    /// Words by which variants choose.
    case tags
    /// Known, and not shown.
    case left
  }

  init(
    what: [String], organisation: [String] = [], part: [String] = [],
    _ more: [(Slot, [String])] = []
  ) {
    slots = [(.what, what), (.organisation, organisation), (.part, part)]
    slots += more.map { (slot: $0.0, keys: $0.1) }
    slots += Self.common
  }

  /// The keys that mean the same in all formats.
  private static let common: [(slot: Slot, keys: [String])] = [
    (.location, ["location", "place", "city"]),
    (.start, ["startDate", "start_date", "start", "date_start", "from"]),
    (.end, ["endDate", "end_date", "end", "date_end", "to"]),
    (.dates, ["date", "dates", "year", "years", "time", "period", "releaseDate"]),
    (.text, ["description"]), (.text, ["summary", "details", "text", "content"]),
    (.bullets, ["highlights", "bullets", "points", "responsibilities", "items", "contents"]),
    (.words, ["keywords", "technologies"]), (.tags, ["tags"]),
    (.url, ["url", "website", "link", "href", "homepage"]),
    (.links, ["links"]), (.group, ["group"]), (.part, ["roles"]),
    (.organisation, ["organisation", "organization"]),
  ]

  /// For entries of no known format: every name that a key has somewhere.
  static let any = EntryShape(
    what: [
      "title", "position", "role", "name", "degree", "studyType", "job_title", "course", "label",
      "award", "language", "skill",
    ],
    organisation: [
      "organisation", "organization", "company", "company_name", "institution", "institute",
      "employer", "school", "university", "awarder", "issuer", "publisher", "event", "venue",
      "department",
    ],
    part: ["roles", "part"],
    [
      (.tail, ["area", "field", "subject"]), (.labelled, ["gpa", "score", "grade", "level"]),
      (.text, ["fluency", "reference", "value", "bullet", "number", "reversed_number"]),
      (.bullets, ["courses"]), (.labelled, ["advisor", "supervisor", "amount", "status"]),
    ])
}
