// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVHyphenation
import CVModel

extension Compiler {
  /// The dictionary by which words are divided; `nil` where the theme divides none.
  ///
  /// - Throws: `CompileFailure` when the dictionary of the language cannot be read.
  mutating func dictionary(
    of theme: LoadedTheme, for language: String
  ) throws(CompileFailure) -> HyphenationDictionary? {
    guard theme.theme.paragraphs.hyphenates else { return nil }
    guard let name = theme.dictionaryName(for: language), let file = theme.dictionaries[name] else {
      note(.noDictionary(language, known: theme.dictionaries.keys.sorted()))
      return nil
    }
    do throws(HyphenationError) {
      return try fonts.dictionary(file: file, language: name)
    } catch {
      throw .dictionary(error.file)
    }
  }
}

extension LoadedTheme {
  /// The language of the dictionary for a language: its own, else that of its relatives.
  func dictionaryName(for language: String) -> String? {
    let parts = language.split { $0 == "-" || $0 == "_" }
    let primary = parts.first.map { $0.lowercased() } ?? ""
    let region = parts.dropFirst().first { $0.count == 2 }?.uppercased()
    var names = region.map { ["\(primary)-\($0)"] } ?? []
    // Most English outside America is divided as in Britain.
    if primary == "en" { names.append(region == nil ? "en-US" : "en-GB") }
    names.append(primary)
    return names.first { dictionaries[$0] != nil }
  }
}

extension Diagnostic {
  fileprivate static func noDictionary(_ language: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .warning, .unknownLanguage,
      "cvgen cannot divide words in “\(language)”; lines end between words only",
      help: known.isEmpty
        ? "there are no dictionaries in Templates/hyphenation"
        : "the languages are " + known.joined(separator: ", "))
  }
}
