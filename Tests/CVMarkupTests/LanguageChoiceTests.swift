// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@testable import CVMarkup

/// One text of several, by its language.
@Suite struct LanguageChoiceTests {
  private func chosen(_ yaml: String, _ language: String?) throws -> (DataNode, ImportAccount) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let tree = readDataFile(Array(yaml.utf8), name: "cv.yml", into: &sources, log: &log)
    var account = ImportAccount()
    let node = try #require(tree).inLanguage(language, account: &account)
    return (node, account)
  }

  @Test(
    arguments: [
      ("de", "Gärtnerin"), ("de-AT", "Gärtnerin"), ("pt-BR", "Jardineira"),
      ("pt", "Jardineira (PT)"),
      ("ja", "Gardener"), (nil, "Gardener"),
    ] as [(String?, String)])
  func takesTheWantedLanguage(language: String?, expected: String) throws {
    let yaml = """
      work:
        - title: {en: Gardener, de: Gärtnerin, pt: Jardineira (PT), pt-BR: Jardineira}
      """
    let (node, account) = try chosen(yaml, language)
    #expect(node["work"]?.items.first?["title"]?.text == expected)
    #expect(account.entries.count == 3 && account.entries.allSatisfy { $0.fate == .replaced })
    #expect(account.entries.allSatisfy { $0.span != nil })
  }

  @Test func takesWholeLists() throws {
    let (node, _) = try chosen("points: {en: [one, two], de: [eins, zwei]}", "de")
    #expect(node["points"]?.items.map(\.text) == ["eins", "zwei"])
  }

  @Test(arguments: [
    "languages: {en: native, de: fluent}", "a: {en: one}", "a: {en: one, id2: two}",
    "a: {en: one, email: x}", "a: {de: {b: c}, en: {b: d}}",
  ])
  func leavesOtherMappingsAlone(yaml: String) throws {
    let (node, account) = try chosen(yaml, "de")
    #expect(node.members.first?.value.members.count ?? 0 > 0 && account.entries.isEmpty)
  }
}
