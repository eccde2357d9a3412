// SPDX-License-Identifier: MIT
import CVModel

/// A folder of a site in which each file is one entry of a list.
///
/// A collection of another kind is a row of `all`.
struct SiteCollection: Sendable {
  /// The names that the folder has, `_talks` in Jekyll and `content/talk` in Hugo.
  let folders: Set<String>
  /// The title of the list where no page of the site gives one.
  let title: String
  let kind: SectionKind
  let shape: EntryShape
  /// Whether the date is a day; else only its year is shown, as the themes have it.
  var hasDays = false

  static let all: [SiteCollection] = [
    SiteCollection(
      folders: ["publications", "publication", "papers"], title: "Publications",
      kind: .publications, shape: EntryShape(what: ["title"])),
    SiteCollection(
      folders: ["talks", "talk", "events", "event", "presentations"], title: "Talks", kind: .talks,
      shape: EntryShape(
        what: ["title"], organisation: ["event", "venue"], [(.text, ["type", "abstract"])]),
      hasDays: true),
    SiteCollection(
      folders: ["teaching", "courses", "course"], title: "Teaching", kind: .teaching,
      shape: EntryShape(
        what: ["title"], organisation: ["venue", "institution"], [(.text, ["type"])])),
    SiteCollection(
      folders: ["portfolio"], title: "Portfolio", kind: .projects,
      shape: EntryShape(what: ["title"], [(.text, ["excerpt"])])),
    SiteCollection(
      folders: ["projects", "project"], title: "Projects", kind: .projects,
      shape: EntryShape(
        what: ["title"], [(.text, ["excerpt"]), (.url, ["external_link"])])),
    SiteCollection(
      folders: ["news"], title: "News", kind: .news, shape: EntryShape(what: ["title"]),
      hasDays: true),
  ]

  /// The collection of a folder; `nil` for those that are no lists of a CV, such as `posts`.
  static func of(_ folder: String) -> SiteCollection? {
    all.first { $0.folders.contains(folder) }
  }
}
