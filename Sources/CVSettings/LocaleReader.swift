// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVMarkup
package import CVModel

/// The words of a language; its region is left off where only the language is known.
///
/// - Returns: `nil` where cvgen has no words in the language.
package func readLocale(_ language: String, log: inout DiagnosticLog) -> Locale? {
  let primary = language.split { $0 == "-" || $0 == "_" }.first.map { $0.lowercased() } ?? ""
  guard let file = localeFiles[primary] else { return nil }
  var sources = SourceSet()
  let name = "\(primary).yaml"
  guard let node = readDataFile(file, name: name, into: &sources, log: &log) else { return nil }
  let text = { (key: String) in node[key]?.text ?? "" }
  var seasons: [PartialDate.Season: String] = [:]
  for season in [PartialDate.Season.spring, .summer, .autumn, .winter] {
    seasons[season] = node["seasons"]?[season.rawValue]?.text
  }
  var locale = Locale(
    language: primary, months: node["months"]?.items.compactMap(\.text) ?? [], seasons: seasons,
    present: text("present"), since: text("since"), expected: text("expected"),
    monthYear: text("month-year"), curriculumVitae: text("curriculum-vitae"),
    equalContribution: text("equal-contribution"),
    correspondingAuthor: text("corresponding-author"))
  locale.contact = text("contact")
  return locale
}

/// The languages that cvgen has words in.
package let localeLanguages: [String] = localeFiles.keys.sorted()

private let localeFiles: [String: [UInt8]] = [
  "de": PackageResources.de_yaml, "en": PackageResources.en_yaml, "es": PackageResources.es_yaml,
  "fr": PackageResources.fr_yaml, "it": PackageResources.it_yaml, "nl": PackageResources.nl_yaml,
  "pt": PackageResources.pt_yaml,
]
