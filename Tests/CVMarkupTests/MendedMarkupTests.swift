// SPDX-License-Identifier: MIT
import Testing

/// Tables and links that GitHub's Markdown does not take for such, and their authors do.
@Suite struct MendedMarkupTests {
  @Test func readsTablesWithoutARowOfNames() {
    let rows = ReadPage("| **a** | b\n| | c\n").dump
    #expect(rows == ReadPage("| | |\n|---|---|\n| **a** | b\n| | c\n").dump)
    #expect(
      ReadPage("# T\n| a | b |\n| c | d |\n").dump
        == ReadPage("# T\n\n| | |\n|---|---|\n| a | b |\n| c | d |\n").dump)
    // A rule on top, and names below it.
    let named = ReadPage("|---|---|\n| a | b |\n|---|---|\n| c | d |\n").dump
    #expect(named == ReadPage("| a | b |\n|---|---|\n| c | d |\n").dump)
    let ruled = ReadPage("|---|---|\n| a | b |\n| c | d |\n").dump
    #expect(ruled == ReadPage("| a | b |\n| c | d |\n").dump)
  }

  @Test(
    arguments: [
      // A row of links, the lines of a verse in pandoc, words that go on, and code.
      "| [a](b) | [c](d) |", "| rain falls\n| on fens", "x\n| a | b |\n| c | d |",
      "```\n| a | b |\n| c | d |\n```", "a \\| b\nc \\| d", "\t| a | b |\n\t| c | d |",
      "<b>Ada</b> tells\n| a | b |\n| c | d |",
      // Contacts in rows.
      "| [m](mailto:a@e.org) | x |\n| b | c |", "| [a](b) | [c](d) |\n| [e](f) | Leeds |",
    ])
  func makesNoTableOfOtherLines(source: String) {
    let lines = ReadPage(source).dump.split(separator: "\n")
    #expect(!lines.contains { $0.trimmingPrefix(while: { $0 == " " }).hasPrefix("table") })
  }

  @Test func keepsTablesInTheirPoints() {
    let point = ReadPage("- x\n\n  | a | b |\n  | c | d |\n\n- y").dump
    #expect(point == ReadPage("- x\n\n  | | |\n  |--|--|\n  | a | b |\n  | c | d |\n\n- y").dump)
    // Rules between rows part none.
    let ruled = ReadPage("| a | b |\n| c | d |\n|=====\n| e | f |").dump
    #expect(ruled == ReadPage("| a | b |\n| c | d |\n| e | f |").dump)
  }

  @Test(arguments: ["<span hidden>x</span>", "<!-- x -->", "<b hidden>x</b>"])
  func hidesWhatIsHiddenInAnAddress(hidden: String) {
    #expect(!ReadPage("[a](#b \(hidden) c)").dump.contains("x"))
  }

  @Test func readsPlacesOfThePageWithWhatStandsInThem() {
    let target = "#Roe's%20CO%3Csub%3E2%3C/sub%3E%20rain"
    #expect(
      ReadPage("[a](#Roe's CO<sub>2</sub> rain)").dump == "p {→\(target)|a}")
    #expect(ReadPage("[a](#b \"title\")").dump == "p {→#b|a}")
  }

  @Test func findsTheBracketThatALinkOpensInHTML() {
    #expect(
      ReadPage("<br>\n[On rain [J]](https://e.org) x").dump == "p {→https://e.org|On rain [J]} x")
  }
}
