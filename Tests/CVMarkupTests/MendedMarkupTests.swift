// SPDX-License-Identifier: MIT
import Testing

/// Tables and links that GitHub's Markdown does not take for such, and their authors do.
@Suite struct MendedMarkupTests {
  @Test func readsTablesWithoutARowOfNames() {
    let rows = ReadPage("| **a** | b\n| | c\n").dump
    #expect(rows == ReadPage("| | |\n|---|---|\n| **a** | b\n| | c\n").dump)
    #expect(ReadPage("# T\n| a | b |\n| c | d |\n").dump.contains("d"))
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
      "```\n| a | b |\n| c | d |\n```", "a \\| b\nc \\| d",
    ])
  func makesNoTableOfOtherLines(source: String) {
    #expect(!ReadPage(source).dump.contains("tr"))
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
