// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import TestSupport
import Testing

@testable import CVLayout

@Suite struct TemplateTests {
  private func fill(_ template: String, _ values: [String: String]) -> String {
    filled(LineTemplate(template)) { name, _ in LayoutText(values[name] ?? "", role: .text) }.text
  }

  @Test(arguments: [
    ("{a}, {b}", ["a": "x", "b": "y"], "x, y"), ("{a}, {b}", ["b": "y"], "y"),
    ("{a}, {b}", ["a": "x"], "x"),
    ("{a}. {b}. {c}", ["a": "x", "c": "z"], "x. z"),
    ("{a}. {b}", ["a": "Why?", "b": "y"], "Why? y"),
    ("{a}. {b}", ["a": "x"], "x."), ("{a}, {b}", ["a": "x,", "b": "y"], "x, y"),
    ("{a} {b}, {c}, {d}. {e}", ["a": "x", "d": "w", "e": "v"], "x, w. v"),
    ("{a}[ ({b})]", ["a": "x", "b": "y"], "x (y)"), ("{a}[ ({b})]", ["a": "x"], "x"),
    ("{a}[ ({b})]", ["b": "y"], "y"), ("{a}[ ({b})]. {c}", ["b": "y", "c": "z"], "y. z"),
    ("[({a})] {b}", ["a": "x", "b": "y"], "(x) y"),
    ("{a}, {b}, {c}", ["a": "x", "b": "(y) z", "c": "w"], "x (y) z, w"),
    ("{a}. {b}", [:], ""),
    ("{a}. {b}. {c}", ["a": "“x.”", "b": "y"], "“x.” y."),
  ])
  func fills(template: String, values: [String: String], expected: String) {
    #expect(fill(template, values) == expected)
  }

  @Test func beginsARemarkBehindAStopWithACapital() {
    let texts = ["a": "x", "b": "y", "n": "with Ada Roe"]
    let fill = { (template: String) in
      filled(LineTemplate(template)) { name, _ in
        LayoutText(texts[name] ?? "", role: name == "n" ? .note : .text)
      }.text
    }
    #expect(fill("{a}. {n}") == "x. With Ada Roe")
    #expect(fill("{a}. {b}, {n}") == "x. y, with Ada Roe")
  }

  @Test func marksFields() {
    let pieces = LineTemplate("**{a}** *{b}* c").pieces
    #expect(
      pieces == [
        .field("a", .strong), .literal(" ", []), .field("b", .emphasis), .literal(" c", []),
      ])
  }
}

/// Levels that are drawn in signs.
@Suite struct RatingTests {
  @Test(arguments: [
    ("★★★☆☆", "3/5"), ("German ●●●●●", "German 5/5"), ("■■□□", "2/4"), ("⭐️⭐️⭐️", "3/3"),
    ("○○○", "0/3"), ("★★", "★★"), ("★☆★", "★☆★"), ("★●■", "★●■"), ("a★★★", "a★★★"),
    ("●●●●●●●●●●●", "●●●●●●●●●●●"),
  ])
  func tellsInDigits(text: String, expected: String) {
    #expect(LayoutText(text, role: .text).tellingRatings().text == expected)
  }
}

@Suite struct SignTests {
  @Test(arguments: [
    ("He said \"yes\" and 'no'.", "He said “yes” and ‘no’."), ("it's the '90s", "it’s the ’90s"),
    ("wait... a -- b - c", "wait… a – b – c"), ("(\"x\")", "(“x”)"), ("5'10\"", "5’10”"),
    ("A---B", "A—B"), ("a ---- b", "a ---- b"), ("well-known", "well-known"),
    ("https://e.org/a'b\"c", "https://e.org/a'b\"c"),
    ("雾，省\"南海\"雨", "雾，省“南海”雨"),
  ])
  func replaces(text: String, expected: String) {
    #expect(withTypographicSigns(LayoutText(text, role: .text), language: "en").text == expected)
  }

  @Test func looksAcrossRuns() {
    var text = LayoutText("a \"", role: .text)
    text.append("b", role: .title)
    text.append("\" c", role: .text)
    #expect(withTypographicSigns(text, language: "en").text == "a “b” c")
    #expect(withTypographicSigns(text, language: "de").text == "a „b“ c")
  }

  @Test(arguments: [
    ("en-GB", "“a ‘b’ c”"), ("de", "„a ‚b‘ c“"), ("de-CH", "«a ‹b› c»"),
    ("fr", "«\u{A0}a “b” c\u{A0}»"), ("fr-CH", "«a ‹b› c»"), ("es", "«a “b” c»"),
    ("it", "«a “b” c»"), ("pt-PT", "«a “b” c»"), ("pt", "“a ‘b’ c”"), ("nl", "“a ‘b’ c”"),
    ("ja", "“a ‘b’ c”"), ("pl", "„a «b» c”"), ("ru", "«a „b“ c»"), ("he", "”a ’b’ c”"),
    ("ar", "”a ’b‘ c“"),
  ])
  func quotesAsTheLanguageDoes(language: String, expected: String) {
    let text = LayoutText("\"a 'b' c\"", role: .text)
    #expect(withTypographicSigns(text, language: language).text == expected)
  }

  @Test func signsHebrewAcronyms() {
    let text = LayoutText("דוא\"ל, ינו' \"שלום\"", role: .text)
    #expect(withTypographicSigns(text, language: "he").text == "דוא״ל, ינו׳ ”שלום”")
  }

  @Test(arguments: [
    ("Horizon 2014-2020", "Horizon 2014–2020"), ("(1999-2003).", "(1999–2003)."),
    ("2020-01-15", "2020-01-15"), ("555-0100", "555-0100"), ("COVID-19", "COVID-19"),
    ("ISSN 1234-5678", "ISSN 1234-5678"), ("2014-2020-x", "2014-2020-x"), ("2014-", "2014-"),
  ])
  func joinsYearsByADash(text: String, expected: String) {
    #expect(withTypographicSigns(LayoutText(text, role: .text), language: "en").text == expected)
  }

  @Test func keepsHighSignsWithTheirWordsInFrench() {
    let text = LayoutText("Mes outils : la mesure ; et « la nuit » !", role: .text)
    let french = withTypographicSigns(text, language: "fr").text
    #expect(french.replacing("\u{A0}", with: "_") == "Mes outils_: la mesure_; et «_la nuit_»_!")
    #expect(withTypographicSigns(text, language: "en").text == text.text)
  }

  @Test func tellsApostrophesFromInnerQuotes() {
    let text = LayoutText("'it's the dogs' house'", role: .text)
    #expect(withTypographicSigns(text, language: "en").text == "‘it’s the dogs’ house’")
    let german = LayoutText("'geht's'", role: .text)
    #expect(withTypographicSigns(german, language: "de").text == "‚geht’s‘")
  }

  @Test func leavesCodeAlone() {
    var run = LayoutRun(text: "f(\"x\")", role: .text)
    run.marks = .code
    #expect(withTypographicSigns(LayoutText([run]), language: "en").text == "f(\"x\")")
  }
}

@Suite struct DateFormattingTests {
  private let locale = Locale(
    language: "en",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    seasons: [.summer: "Summer"], present: "present", since: "since {date}",
    expected: "{date} (expected)",
    monthYear: "{month} {year}", curriculumVitae: "CV", equalContribution: "equal",
    correspondingAuthor: "corr")

  private func text(
    _ span: Dates.Span, expected: Bool = false, _ precision: Theme.DateDesign.Precision = .month
  ) -> String {
    DateFormatting(locale: locale, design: .init(precision: precision)).text(
      Dates([span], words: "", isExpected: expected)
    )
    .replacing("\u{A0}", with: "_")
  }

  @Test func writesDaysAndLongMonthsInTheFormOfTheLocale() {
    var locale = locale
    locale.longMonths = locale.months.map { $0 + "ember" }
    locale.dayMonthYear = "{month} {day}, {year}"
    func text(_ months: Theme.DateDesign.Months) -> String {
      DateFormatting(locale: locale, design: .init(precision: .month, months: months))
        .text(Dates([.init(PartialDate(2020, 12, 3))], words: ""))
    }
    #expect(text(.short) == "Dec\u{A0}3,\u{A0}2020" && text(.long) == "December\u{A0}3,\u{A0}2020")
  }

  @Test func writesOneForm() {
    #expect(
      text(.init(PartialDate(2010, 10), .date(PartialDate(2014, 12)))) == "Oct_2010_–_Dec_2014")
    #expect(text(.init(PartialDate(2018), .date(PartialDate(2020)))) == "2018–2020")
    #expect(text(.init(PartialDate(2020, 3), .present)) == "Mar_2020_–_present")
    #expect(text(.init(PartialDate(2021), .since)) == "since_2021")
    #expect(text(.init(PartialDate(2025), .date(PartialDate(2025)))) == "2025")
    #expect(text(.init(PartialDate(2028)), expected: true) == "2028_(expected)")
    #expect(text(.init(PartialDate(2025, season: .summer))) == "Summer_2025")
    #expect(text(.init(PartialDate(2020, 3), .date(PartialDate(2021, 2))), .year) == "2020–2021")
    #expect(text(.init(PartialDate(2022, 2, 14))) == "14_Feb_2022")
    // A post is not told by the day, an event within a month is.
    #expect(text(.init(PartialDate(2020, 3, 1), .present)) == "Mar_2020_–_present")
    #expect(
      text(.init(PartialDate(2020, 3, 1), .date(PartialDate(2021, 2, 28))))
        == "Mar_2020_–_Feb_2021")
    #expect(
      text(.init(PartialDate(2020, 2, 1), .date(PartialDate(2020, 3, 31))))
        == "Feb_2020_–_Mar_2020")
    #expect(
      text(.init(PartialDate(2020, 3, 1), .date(PartialDate(2021, 3, 31))))
        == "Mar_2020_–_Mar_2021")
    #expect(
      text(.init(PartialDate(2022, 2, 14), .date(PartialDate(2022, 2, 16))))
        == "14_Feb_2022_–_16_Feb_2022")
    #expect(
      text(.init(PartialDate(2020, 9, 28), .date(PartialDate(2020, 10, 2))))
        == "28_Sep_2020_–_2_Oct_2020")
  }

  @Test func tellsTheWholeTimeOfManyDates() {
    func whole(_ spans: [Dates.Span], isExpected: Bool = false) -> String? {
      DateFormatting(locale: locale, design: .init(precision: .year))
        .wholeTime(of: Dates(spans, words: "", isExpected: isExpected))
    }
    let years = [2024, 2009, 2015].map { Dates.Span(PartialDate($0)) }
    #expect(whole(years) == "2009–2024")
    #expect(whole(Array(years.prefix(2))) == nil && whole(years, isExpected: true) == nil)
    #expect(whole(years + [.init(PartialDate(2022), .present)]) == "2009–present")
    #expect(whole(years + [.init(PartialDate(2022), .since)]) == "2009–present")
    #expect(whole(years + [.init(PartialDate(2022), .date(PartialDate(2026)))]) == "2009–2026")
  }
}
