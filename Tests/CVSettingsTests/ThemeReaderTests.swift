// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import CVSettings
import TestSupport
import Testing

@Suite struct ThemeReaderTests {
  private func read(_ yaml: String) -> (theme: Theme?, log: DiagnosticLog, sources: SourceSet) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let node = readDataFile(Array(yaml.utf8), name: "theme.yaml", into: &sources, log: &log)
    return (node.map { readTheme($0, log: &log) }, log, sources)
  }

  private func classic() throws -> String {
    String(decoding: try testFile("../Templates/classic/theme.yaml"), as: UTF8.self)
  }

  @Test func readsTheDefaultTheme() throws {
    let (theme, log, _) = read(try classic())
    #expect(log.diagnostics.isEmpty)
    #expect(theme?.name == "classic" && theme?.grid.step == .pt(12.5))
    #expect(theme?.style("section-title").caps == .small)
    #expect(theme?.page.margins[.letter]?.left == .mm(25))
    #expect(theme?.style("nothing").size == .pt(10), "an unknown style is the body")
  }

  @Test func readsHowParagraphsAreSet() throws {
    let plain = try #require(read(try classic()).theme)
    #expect(plain.paragraphs == Theme.Paragraphs() && !plain.paragraphs.hyphenates)
    #expect(plain.paragraphs.setting == .ragged && plain.styles["body"]?.figures == nil)
    let yaml =
      try classic().replacing(
        "body: {size: 10pt}", with: "body: {size: 10pt, figures: old-style-tabular}"
      ).replacing("  body-width:", with: "  columns: 2\n  column-gap: 14pt\n  body-width:")
      + "\nparagraphs: {align: justified, hyphenate: true, hang-punctuation: false}\n"
    let (theme, log, _) = read(yaml)
    #expect(log.diagnostics.isEmpty)
    #expect(theme?.paragraphs.setting == .justified && theme?.paragraphs.hyphenates == true)
    #expect(theme?.paragraphs.hangsPunctuation == false)
    #expect(theme?.styles["body"]?.figures == .oldStyle)
    #expect(theme?.page.columns == 2 && theme?.page.columnGap == .pt(14))
  }

  @Test func givesEveryColourEnoughContrast() throws {
    let theme = try #require(read(try classic()).theme)
    let white = Colour(red: 1, green: 1, blue: 1)
    for style in theme.styles.values {
      #expect((theme.colours[style.colour] ?? .black).contrast(with: white) >= 4.5)
    }
  }

  @Test(arguments: [
    (
      "grid: {step: 12.5pt, ascent: 9pt}", "grid: {stepp: 12.5pt, step: 1pt, ascent: 9pt}",
      Code.unknownKey, "step"
    ),
    ("step: 12.5pt", "step: 12.5", .badValue, "10pt"),
    ("  separator: \"·\"", "  separator: [1]", .badValue, "header.separator"),
    ("ink: \"#111111\"", "ink: black", .badValue, "colours.ink"),
    ("rule: \"#808080\"", "rule: \"#80808\"", .badValue, "colours.rule"),
    ("colour: soft", "colour: sof", .badValue, "soft"),
    ("aside: \"{year}\"", "aside: \"{yaer}\"", .badValue, "{year}"),
    ("  family: Libertinus Serif\n", "", .missingKey, "fonts.family"),
    ("size: 25pt", "size: [1]", .badValue, "styles.name.size"),
    ("caps: small", "caps: tiny", .badValue, "small"),
    ("caps: small", "figures: lining-tabluar", .badValue, "lining-tabular"),
    ("dates: {", "paragraphs: {align: justfied}\ndates: {", .badValue, "justified"),
    ("dates: {", "paragraphs: {hyphenate: often}\ndates: {", .badValue, "paragraphs.hyphenate"),
    ("dates: {", "paragraphs: {hyphens: true}\ndates: {", .unknownKey, "hyphenate"),
    ("before-section: 1.25", "before-section: -1", .badValue, "zero or more steps"),
  ])
  func namesWhatIsWrong(part: String, wrong: String, code: Code, hint: String) throws {
    let yaml = try classic()
    #expect(yaml.contains(part))
    let (_, log, sources) = read(yaml.replacing(part, with: wrong))
    let fault = try #require(log.diagnostics.first)
    #expect(fault.code == code && log.diagnostics.count == 1)
    #expect(((fault.help ?? "") + fault.message).contains(hint))
    let line = fault.span.map { sources.place(of: $0).position.line } ?? 0
    #expect(line > 4, "the fault has its place")
  }
}

@Suite struct LengthTests {
  @Test(arguments: [("0pt", true), ("0mm", true), ("11pt", true), ("-1pt", false), ("11", false)])
  func isZeroOrMore(length: String, isRight: Bool) throws {
    let path = "../Templates/classic/theme.yaml"
    let yaml = String(decoding: try testFile(path), as: UTF8.self)
    let changed = yaml.replacing("indent: 11pt", with: "indent: \(length)")
    var sources = SourceSet()
    var log = DiagnosticLog()
    let node = readDataFile(Array(changed.utf8), name: path, into: &sources, log: &log)
    _ = try readTheme(#require(node), log: &log)
    #expect(log.diagnostics.isEmpty == isRight)
    #expect(isRight || log.diagnostics.first?.message.contains("list.indent") ?? false)
  }
}

@Suite struct LocaleReaderTests {
  /// English keeps the word of the author, and its regions and other languages have one word.
  @Test(arguments: [
    ("en", "Fall", "Autumn"), ("en-US", "Fall", "Fall"), ("en-GB", "Autumn", "Autumn"),
    ("de", "Herbst", "Herbst"),
  ])
  func namesTheThirdSeason(language: String, fall: String, autumn: String) throws {
    var log = DiagnosticLog()
    let seasons = try #require(readLocale(language, log: &log)).seasons
    #expect(seasons[.fall] == fall && seasons[.autumn] == autumn)
  }

  @Test(arguments: localeLanguages)
  func isComplete(language: String) throws {
    var log = DiagnosticLog()
    let locale = try #require(readLocale(language, log: &log))
    #expect(
      locale.months.count == 12 && Set(locale.months).count == 12 && locale.seasons.count == 5)
    #expect(locale.since.contains("{date}") && locale.expected.contains("{date}"))
    #expect(locale.monthYear.contains("{month}") && locale.monthYear.contains("{year}"))
    let words = [
      locale.present, locale.curriculumVitae, locale.equalContribution, locale.correspondingAuthor,
    ]
    #expect(words.allSatisfy { !$0.isEmpty } && log.diagnostics.isEmpty)
    #expect(Set(locale.longMonths).count == 12)
    #expect(["{day}", "{month}", "{year}"].allSatisfy(locale.dayMonthYear.contains))
    #expect(locale.moreAuthors.contains("{count}"))
    #expect(locale.shown.contains("{shown}") && locale.shown.contains("{count}"))
    #expect(locale.page.contains("{page}") && locale.page.contains("{pages}"))
    #expect(
      Set(locale.labels.keys) == Set(Theme.ContactKind.allCases).subtracting([.network, .orcid]))
    #expect(Set(locale.titles.keys) == Set(SectionKind.allCases).subtracting([.other]))
    #expect(Set(locale.titles.values).count == locale.titles.count, "titles tell kinds apart")
  }

  @Test func leavesOffTheRegion() {
    var log = DiagnosticLog()
    #expect(readLocale("de-AT", log: &log)?.language == "de")
    #expect(readLocale("pt_br", log: &log)?.titles[.awards] == "Prêmios")
    #expect(readLocale("zh-TW", log: &log)?.language == "zh-Hant")
    #expect(readLocale("zh", log: &log)?.language == "zh-Hans")
    #expect(readLocale("en-US", log: &log)?.dayMonthYear == "{month} {day}, {year}")
    #expect(readLocale("xx", log: &log) == nil)
  }
}
