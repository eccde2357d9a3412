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
package let localeLanguages: [String] = localeFiles.keys.sorted()

/// The files that say a language, what is common to all regions first.
private func localeTags(of language: String) -> [String] {
  let parts = language.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
  guard let primary = parts.first else { return [] }
  if primary == "zh" {
    let isTraditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
    return [isTraditional ? "zh-Hant" : "zh-Hans"]
  }
  guard localeFiles[primary] != nil else { return [] }
  let region = parts.dropFirst().lazy.map { "\(primary)-\($0.uppercased())" }
    .first { localeFiles[$0] != nil }
  return [primary] + (region.map { [$0] } ?? [])
}

private func localeTree(_ tags: [String], log: inout DiagnosticLog) -> DataNode? {
  var tree: DataNode?
  var sources = SourceSet()
  for tag in tags {
    guard let file = localeFiles[tag],
      let node = readDataFile(file, name: "\(tag).yaml", into: &sources, log: &log)
    else { return nil }
    tree = tree?.overlaid(with: node) ?? node
  }
  return tree
}

private let localeFiles: [String: [UInt8]] = [
  "ar": PackageResources.ar_yaml, "de": PackageResources.de_yaml, "en": PackageResources.en_yaml,
  "en-GB": PackageResources.en_GB_yaml, "en-US": PackageResources.en_US_yaml,
  "es": PackageResources.es_yaml, "fr": PackageResources.fr_yaml, "he": PackageResources.he_yaml,
  "hi": PackageResources.hi_yaml, "it": PackageResources.it_yaml, "ja": PackageResources.ja_yaml,
  "ko": PackageResources.ko_yaml, "nl": PackageResources.nl_yaml, "pl": PackageResources.pl_yaml,
  "pt": PackageResources.pt_yaml, "pt-BR": PackageResources.pt_BR_yaml,
  "ru": PackageResources.ru_yaml, "tr": PackageResources.tr_yaml,
  "zh-Hans": PackageResources.zh_Hans_yaml, "zh-Hant": PackageResources.zh_Hant_yaml,
]
