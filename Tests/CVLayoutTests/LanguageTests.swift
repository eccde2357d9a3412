// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVLayout

@Suite struct LanguageTests {
  private func marked(_ text: String, in language: String = "en") -> [String] {
    let section = SectionNode(
      title: nil, kind: .other, children: [.paragraph(LayoutText(text, role: .text))])
    var tree = LayoutTree(
      title: "", author: nil, language: language, header: HeaderNode(), sections: [section])
    tree.markLanguages()
    guard case .paragraph(let result) = tree.sections[0].children[0] else { return [] }
    #expect(result.text == text)
    return result.runs.map { "\($0.language ?? "-"):\($0.text)" }
  }

  @Test(arguments: [
    ("plain words", ["-:plain words"]), ("Ünï – “x”", ["-:Ünï – “x”"]),
    ("I say שלום, twice", ["-:I say ", "he:שלום, ", "-:twice"]),
    ("杜甫 (712) and ひらがな漢字", ["ja:杜甫 (712) ", "-:and ", "ja:ひらがな漢字"]),
    ("，杜甫", ["zh:，杜甫"]), (", and 杜甫", ["-:, and ", "zh:杜甫"]),
    ("杜甫 wrote", ["zh:杜甫 ", "-:wrote"]), ("한국어", ["ko:한국어"]), ("ไทย", ["th:ไทย"]),
    ("Русский, Ελληνικά", ["-:Русский, Ελληνικά"]),
  ])
  func tellsLanguagesByTheirScripts(text: String, runs: [String]) {
    #expect(marked(text) == runs)
  }

  @Test func saysNothingOfTheDocumentsOwnLanguage() {
    #expect(marked("我写 LaTeX", in: "zh-Hans") == ["-:我写 LaTeX"])
    #expect(marked("漢字", in: "ja") == ["-:漢字"])
  }

  @Test(arguments: [
    ("en", "en"), ("en_US", "en-US"), ("DE-at", "de-at"), ("zh-Hans-CN", "zh-Hans-CN"),
    ("English", nil), ("", nil), ("e", nil), ("en-", nil), ("en US", nil), ("日本", nil),
  ])
  func keepsWellFormedTags(text: String, tag: String?) {
    #expect(languageTag(text) == tag)
  }
}
