// SPDX-License-Identifier: MIT
import CVLayout
import CVModel
import CVSettings
import TestSupport
import Testing

@testable import CVCompiler

/// The words that cvgen writes, in all the languages that it knows.
@Suite struct LocaleTests {
  /// The texts of a document by their roles, but for dates and what cvgen writes itself.
  private func content(
    _ demo: inout DemoProfile, titles: Bool = true, contacts: Bool = true
  ) -> [String] {
    var tree = demo.compiler.layout(
      demo.profile, theme: demo.theme.theme, options: demo.options)
    if !contacts {
      tree.header.contacts = []
      tree.header.contactsTitle = nil
    }
    let written: Set<Role> = [.dates, .separator, .note, .label]
    var texts: [String] = []
    tree.forEachText { text in
      for run in text.runs where !written.contains(run.role) {
        guard titles || run.role != .sectionTitle else { continue }
        texts.append(run.text)
      }
    }
    return texts
  }

  @Test(arguments: DemoProfile.names)
  func changesNoWordOfTheContent(name: String) throws {
    var demo = try DemoProfile(name)
    let own = content(&demo)
    #expect(own.count > 20)
    for language in localeLanguages {
      demo.options.language = language
      #expect(content(&demo) == own, "\(language)")
    }
    demo.options.translatesTitles = true
    let texts = content(&demo, titles: false)
    demo.options = CompileOptions()
    #expect(texts == content(&demo, titles: false))
  }

  /// Themes differ in dates and labels, and in how they write addresses and DOIs.
  @Test(arguments: DemoProfile.names)
  func changesNoWordOfTheContentInAnotherTheme(name: String) throws {
    var classic = try DemoProfile(name)
    let own = words(of: &classic)
    #expect(own.count > 100)
    for theme in installedThemes where theme != "classic" {
      var demo = try classic.inTheme(theme)
      #expect(words(of: &demo) == own, "\(theme)")
    }
  }

  /// The words of the content but for contacts and DOIs, in no order.
  private func words(of demo: inout DemoProfile) -> [String] {
    content(&demo, contacts: false).filter { !$0.contains("doi") }
      .flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map(String.init)
      .filter { Int($0) == nil }.sorted()
  }

  /// Titles are translated, but two sections of one kind are told apart by their own.
  @Test func translatesTitlesOfKindsThatStandAlone() throws {
    let page = """
      # Ada Roe

      ## Work experience

      - **Example Gardens**, Gardener, 2019 – present

      ## Journal papers

      - A. Roe. On soil. *Journal of Gardens*, 2020.

      ## Conference papers

      - A. Roe. On roots. *Garden Conference*, 2021.

      ## Things I like

      - Rain
      """
    var demo = try DemoProfile(page: Array(page.utf8))
    demo.options.language = "de"
    demo.options.translatesTitles = true
    let tree = demo.compiler.layout(demo.profile, theme: demo.theme.theme, options: demo.options)
    let titles = tree.sections.compactMap { $0.title }
    #expect(
      titles.map(\.text) == [
        "Berufserfahrung", "Journal papers", "Conference papers", "Things I like",
      ])
    #expect(titles.map { $0.runs.first?.language } == ["de", nil, nil, nil])
  }
}
