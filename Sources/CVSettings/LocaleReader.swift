// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVMarkup
package import CVModel

/// The words of a language, or of its form in a region where that has words of its own.
///
/// - Returns: `nil` where cvgen has no words in the language.
package func readLocale(_ language: String, log: inout DiagnosticLog) -> Locale? {
  let tags = localeTags(of: language)
  guard let tag = tags.last, let node = localeTree(tags, log: &log) else { return nil }
  let text = { (key: String) in node[key]?.text ?? "" }
  var seasons: [PartialDate.Season: String] = [:]
  for season in PartialDate.Season.allCases {
    seasons[season] = node["seasons"]?[season.rawValue]?.text
  }
  seasons[.fall] = seasons[.fall] ?? seasons[.autumn]
  var locale = Locale(
    language: tag, months: node["months"]?.items.compactMap(\.text) ?? [], seasons: seasons,
    present: text("present"), since: text("since"), expected: text("expected"),
    monthYear: text("month-year"), curriculumVitae: text("curriculum-vitae"),
    equalContribution: text("equal-contribution"),
    correspondingAuthor: text("corresponding-author"))
  locale.longMonths = node["long-months"]?.items.compactMap(\.text) ?? []
  locale.dayMonthYear = text("day-month-year")
  locale.moreAuthors = text("more-authors")
  locale.shown = text("shown")
  locale.page = text("page")
  for kind in Theme.ContactKind.allCases {
    locale.labels[kind] = node["labels"]?[kind.rawValue]?.text
  }
  for kind in SectionKind.allCases { locale.titles[kind] = node["titles"]?[kind.rawValue]?.text }
  return locale
}

/// The languages that cvgen has words in.
package let localeLanguages = [
  "ar", "de", "en", "en-GB", "en-US", "es", "fr", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt",
  "pt-BR", "ru", "tr", "zh-Hans", "zh-Hant",
]

/// The files that say a language, what is common to all regions first.
private func localeTags(of language: String) -> [String] {
  let parts = language.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
  guard let primary = parts.first else { return [] }
  if primary == "zh" {
    let isTraditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
    return [isTraditional ? "zh-Hant" : "zh-Hans"]
  }
  guard localeLanguages.contains(primary) else { return [] }
  let region = parts.dropFirst().lazy.map { "\(primary)-\($0.uppercased())" }
    .first(where: localeLanguages.contains)
  return [primary] + (region.map { [$0] } ?? [])
}

private func localeTree(_ tags: [String], log: inout DiagnosticLog) -> DataNode? {
  var tree: DataNode?
  var sources = SourceSet()
  for tag in tags {
    let name = "\(tag).yaml"
    guard let node = readDataFile(embeddedText(name), name: name, into: &sources, log: &log)
    else { return nil }
    tree = tree?.overlaid(with: node) ?? node
  }
  return tree
}
