// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import Testing

@Suite struct FrontMatterTests {
  @Test func cutsOffYAMLAndTOML() {
    let yaml = ReadPage("\n---\nname: \"Ada: Roe\" # x\nlist:\n  - a\n  - b\n---\ntext")
    #expect(yaml.settings?["name"]?.text == "Ada: Roe")
    #expect(yaml.settings?["list"]?.items.map(\.text) == ["a", "b"])
    #expect(yaml.dump == "p text")
    let toml = ReadPage("+++\ntitle = \"Ada\"\ndate = 2024\n[params]\nx = 1\n+++\ntext")
    #expect(toml.settings?["title"]?.text == "Ada")
    #expect(toml.dump == "p text")
  }

  @Test func takesARuleForARule() {
    #expect(ReadPage("---\n\n# Title\n\ntext\n\n---\n").dump == "rule\nh1 Title\np text\nrule")
  }

  @Test func readsSettingsThatAreNeverClosed() {
    let page = ReadPage("---\nname: Ada\ntags:\n  - a\n\n# Work\ntext")
    #expect(page.settings?["name"]?.text == "Ada")
    #expect(page.dump == "h1 Work\np text", "no key leaks into the text")
    #expect(page.codes == [.unclosedFrontMatter])
  }

  @Test func readsBadYAMLLineByLine() {
    let page = ReadPage("---\ntitle: A: B: C\nname: Ada Roe\n---\ntext")
    #expect(page.settings?["name"]?.text == "Ada Roe")
    #expect(page.codes == [.badYAML])
    let place = page.log.diagnostics.first?.span.map { page.sources.place(of: $0).position }
    #expect(place?.line == 2)
  }

  @Test func readsListsBelowKeysOfBadYAML() {
    let page = ReadPage(
      """
      ---
      title: A: B
      contacts:
        - email: ada@example.org
          label: work
        - phone: 12 34
      author:
        name: Ada Roe
      tags:
      - a
      # a note
      - b
      city: Turku
      ---
      text
      """)
    let settings = page.settings
    #expect(
      settings?["contacts"]?.items.map { $0.members.map(\.key) } == [
        ["email", "label"], ["phone"],
      ])
    #expect(settings?["author"]?["name"]?.text == "Ada Roe")
    #expect(settings?["tags"]?.items.map(\.text) == ["a", "b"])
    #expect(settings?["city"]?.text == "Turku")
    #expect(page.codes == [.badYAML])
  }

  @Test func knowsNullAndQuotes() {
    let node = ReadPage("---\na: ~\nb: \"null\"\nc:\nd: &x [1, 2]\ne: *x\n---\n").settings
    #expect(node?["a"]?.text == nil && node?["c"]?.text == nil)
    #expect(node?["b"]?.text == "null")
    #expect(node?["e"]?.items.count == 2)
  }

  @Test(arguments: [
    String(repeating: "[", count: 5000), "a: *nobody", "? [x]\n: y",
    "a: &a [" + String(repeating: "x,", count: 60) + "x]\n"
      + (0..<30).map {
        "k\($0): &b\($0) [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]"
      }
      .joined(separator: "\n") + "\nz: ["
      + (0..<30).map { "*b\($0),*b\($0)" }.joined(separator: ",") + "]\n",
  ])
  func refusesBombs(yaml: String) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let node = readDataFile(Array(yaml.utf8), name: "x.yaml", into: &sources, log: &log)
    #expect(node == nil && log.diagnostics.map(\.code) == [.badYAML])
  }

  @Test func readsSettingsWithoutAFence() {
    let page = ReadPage(
      "Title: Rain: a page of 'Ada'\nDate: 2020-05-17\nAuthor: Ada Roe\n\n# Work\n")
    #expect(page.settings?["title"]?.text == "Rain: a page of 'Ada'")
    #expect(page.settings?["author"]?.text == "Ada Roe")
    #expect(page.dump == "h1 Work")
    #expect(ReadPage("title: Ada Roe\n\ntext").dump == "p text")
  }

  @Test(arguments: [
    "Title: Professor\n\n# Work", "Title: Professor\nEmail: ada@example.org\n\n# Work",
    "Name: Ada Roe\nDate: 2020\n\n# Work", "title: Professor\nof rain\n\n# Work",
  ])
  func keepsLinesOfACVThatLookLikeSettings(source: String) {
    let page = ReadPage(source)
    #expect(page.settings == nil)
    #expect(page.dump.hasPrefix("p "))
  }
}
