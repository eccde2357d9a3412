// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import Testing

@testable import CVSettings

@Suite struct PreferencesTests {
  private func read(
    block: String? = nil, file: String? = nil, variant: String? = nil, once: String? = nil
  ) -> (preferences: Preferences, log: DiagnosticLog) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let nodes = [(block, "cv.md"), (file, "cvgen.yml"), (once, "once")].map { yaml, name in
      yaml.flatMap { readDataFile(Array($0.utf8), name: name, into: &sources, log: &log) }
    }
    let layers = SettingsLayers(block: nodes[0], file: nodes[1], once: nodes[2])
    return (layers.joined(variant: variant, log: &log).preferences, log)
  }

  @Test func readsPriorities() {
    let (preferences, log) = read(block: "priority: [education, research-interests]")
    #expect(preferences.priority == [.education, .researchInterests])
    #expect(log.diagnostics.isEmpty)
  }

  @Test func warnsOfSlipsInTheBlock() {
    let (preferences, log) = read(block: "{priority: [educaton], prioriti: 1}")
    #expect(preferences.priority.isEmpty)
    #expect(log.diagnostics.map(\.code) == [.badValue, .unknownKey])
    #expect(log.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      log.diagnostics.map(\.help) == ["did you mean “education”?", "did you mean “priority”?"])
  }

  @Test func takesSlipsInTheFileAndInVariantsForErrors() {
    #expect(read(file: "paper: a5").log.hasErrors)
    let file = "variants: {short: {pagse: 1}, long: {pages: x}}"
    let (_, log) = read(file: file, variant: "short")
    #expect(log.diagnostics.map(\.message) == ["“variants.short.pagse” is no key of a variant"])
    #expect(log.hasErrors)
    #expect(read(file: file).log.diagnostics.isEmpty, "only the variant that is made is read")
    #expect(read(block: "variants: {a: {pages: 0}}", variant: "a").log.hasErrors)
  }

  @Test func letsLaterLayersWin() {
    let block = "{headline: a, paper: letter, variants: {short: {pages: 4, headline: b}}}"
    let file = "{headline: c, variants: {short: {pages: 2}}}"
    #expect(read(block: block).preferences.headline?.text == "a")
    #expect(read(block: block, file: file).preferences.headline?.text == "c")
    let variant = read(block: block, file: file, variant: "short").preferences
    #expect(variant.headline?.text == "b")
    #expect(variant.pages == 2)
    #expect(variant.paper == .letter)
    let once = read(block: block, file: file, variant: "short", once: "headline: d").preferences
    #expect(once.headline?.text == "d")
  }

  @Test func joinsMappingsKeyByKey() {
    let file = "{tags: {exclude: secret}, variants: {a: {tags: {include: [x, y]}}}}"
    let preferences = read(file: file, variant: "a").preferences
    #expect(preferences.tagsToExclude.map(\.selector) == ["secret"])
    #expect(preferences.tagsToInclude.map(\.selector) == ["x", "y"])
  }

  @Test func namesTheNearestVariant() {
    let (_, log) = read(file: "variants: {industry: , academia: }", variant: "acadmia")
    #expect(log.diagnostics.map(\.code) == [.unknownVariant])
    #expect(
      log.diagnostics.map(\.help) == [
        "did you mean “academia”? the variants are industry, academia"
      ])
    #expect(read(file: "variants: {industry: }", variant: "industry").log.diagnostics.isEmpty)
  }

  @Test(arguments: ["- a", "text", "variants: [a]", "variants: {a: 1}"])
  func refusesWhatIsNoMapping(file: String) {
    let (_, log) = read(file: file, variant: file.contains("{a") ? "a" : nil)
    #expect(log.diagnostics.map(\.code) == [.badValue])
    #expect(log.hasErrors)
  }

  @Test func readsEveryKeyOfAVariant() {
    let preferences = read(
      file: """
        variants:
          full:
            summary: Builds engines.
            tagged: {Awards: [industry], talks: "a b"}
            limits: {publications: 5}
            privacy: public
            theme: modern
            set: {styles.body.size: 10pt}
            lang: de
            paper: letter
            pages: 2
            drop: true
            formats: [pdf, html]
            exclude: news
        """, variant: "full"
    ).preferences
    #expect(preferences.summary?.text == "Builds engines.")
    #expect(preferences.tagged.map(\.value) == [["industry"], ["a", "b"]])
    #expect(preferences.limits.map(\.value) == [5])
    #expect(preferences.privacy == .public)
    #expect(preferences.theme?.selector == "modern")
    #expect(preferences.themeValues.map(\.value) == ["10pt"])
    #expect(preferences.language == "de")
    #expect(preferences.paper == .letter)
    #expect(preferences.pages == 2)
    #expect(preferences.dropsEntries == true)
    #expect(preferences.formats == [.pdf, .html])
    #expect(preferences.exclude.map(\.selector) == ["news"])
  }
}
