// SPDX-License-Identifier: MIT
import CVModel
import TestSupport
import Testing

@testable import CVCompiler

/// Themes that extend others, values set for one run, and the schema of themes.
@Suite struct ThemeToolTests {
  private func read(
    _ files: [String: String], set: [String] = []
  ) -> (theme: Theme?, messages: [String]) {
    var compiler = Compiler(files: SourceFiles([:]))
    let theme = compiler.readTheme(
      "mine", overrides: set.compactMap { ThemeOverride($0) },
      from: { path in
        if let text = files[path] { return .success(Array(text.utf8)) }
        let installed = try? testFile("../Templates/\(path)/theme.yaml")
        return installed.map { .success($0) } ?? .failure(.missing)
      }, base: { files[$0] != nil || installedThemes.contains($0) ? $0 : nil })
    return (theme, compiler.log.diagnostics.map(\.message))
  }

  @Test func extendsATheme() throws {
    let mine = "extends: classic\nname: mine\nspaces: {before-section: 2}\n"
    let (theme, messages) = read(["mine": mine])
    #expect(messages.isEmpty)
    #expect(theme?.name == "mine" && theme?.spaces.beforeSection == 2)
    #expect(theme?.spaces.afterHeader == 1.25 && theme?.fonts.family == "Libertinus Serif")
  }

  @Test func extendsAThemeThatExtendsAnother() throws {
    let files = [
      "mine": "extends: other\nname: mine\n",
      "other": "extends: modern\nname: other\ngrid: {step: 13pt}\n",
    ]
    let theme = read(files).theme
    #expect(theme?.name == "mine" && theme?.grid.step == .pt(13) && theme?.grid.ascent == .pt(9))
  }

  @Test(arguments: ["extends: nothing\n", "extends: mine\n", "extends: [a]\n"])
  func refusesWhatCannotBeExtended(yaml: String) {
    let (theme, messages) = read(["mine": yaml + "name: mine\n"])
    #expect(theme == nil && messages == ["“extends” must be the name of an installed theme"])
  }

  @Test func setsValuesForOneRun() throws {
    let (theme, messages) = read(
      ["mine": "extends: classic\n"],
      set: ["styles.body.size=11pt", "entries.award.aside=\"{dates}\"", "dates.precision=year"])
    #expect(messages.isEmpty)
    #expect(theme?.style("body").size == .pt(11) && theme?.dates.precision == .year)
  }

  @Test(arguments: [
    ("styles.body.sise=1pt", "“styles.body.sise” is no key of a theme"),
    ("styles.body.size=big", "“styles.body.size” must be a length such as 10pt or 18mm"),
    ("header.contacts.form=row", "“header.contacts.form” must be one of lines, grid, beside, side"),
  ])
  func namesWhatCannotBeSet(override: String, message: String) {
    #expect(read(["mine": "extends: classic\n"], set: [override]).messages == [message])
  }

  @Test(arguments: ["a", "=b", "a.=b", "a..b=c", "a b=c", "a=", "a=b\nc: d"])
  func readsNoOverride(text: String) { #expect(ThemeOverride(text) == nil) }

  /// The schema that lies beside the themes is the one that the program prints.
  @Test func hasTheSchemaOfTheProgram() throws {
    let file = String(decoding: try testFile("../Templates/theme.schema.json"), as: UTF8.self)
    #expect(file == themeJSONSchema(), "run “cvgen schema theme > Templates/theme.schema.json”")
  }

  /// Each key of each theme is one that the schema has.
  @Test func hasEveryKeyInTheSchema() {
    let schema = themeJSONSchema()
    for key in ["label-column", "sign-space", "rule-gap", "brand-size", "numbering", "per-line"] {
      #expect(schema.contains("\"\(key)\""), "\(key)")
    }
  }
}
