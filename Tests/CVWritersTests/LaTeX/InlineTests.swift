// SPDX-License-Identifier: MIT
import CVLayout
import CVModel
import Testing

@testable import CVWriters

@Suite struct InlineTests {
  private func run(
    _ text: String, _ role: Role = .text, _ marks: RichText.Marks = [], link: String? = nil
  ) -> LayoutRun {
    var run = LayoutRun(text: text, role: role)
    run.marks = marks
    run.link = link
    return run
  }

  private func source(_ runs: LayoutRun...) -> String { LaTeXInline().source(LayoutText(runs)) }

  @Test func marksEmphasis() {
    #expect(source(run("a "), run("b", .text, .strong), run(" c")) == "a \\textbf{b} c")
    #expect(source(run("x", .text, [.strong, .emphasis])) == "\\textbf{\\emph{x}}")
    #expect(source(run("m"), run("2", .text, .superscript)) == "m\\textsuperscript{2}")
    #expect(source(run("f(x)", .text, .code)) == "f(x)", "code looks like text, as in the PDF")
  }

  @Test func putsBlanksOutsideOfMacros() {
    #expect(source(run("a"), run(" b ", .text, .strong), run("c")) == "a \\textbf{b} c")
    #expect(source(run("a "), run(" ", .text, .strong), run(" b")) == "a b")
  }

  @Test func joinsWhatLooksTheSame() {
    #expect(source(run("a"), run(", ", .separator), run("b", .location)) == "a, b")
  }

  @Test func linksTexts() {
    let address = "https://e.org/a%20b"
    #expect(source(run("x", link: address)) == "\\href{https://e.org/a\\%20b}{x}")
    #expect(
      source(run("x ", link: address), run("y", .text, .strong, link: address), run(" z"))
        == "\\href{https://e.org/a\\%20b}{x \\textbf{y}} z")
    #expect(source(run(address, link: address)) == "\\url{https://e.org/a\\%20b}")
    #expect(source(run("https://e.org/$", link: "https://e.org/$")).hasPrefix("\\href{"))
  }

  @Test func tiesWhatStaysOnOneLine() {
    #expect(source(run("J. B. Roe", .author), run(", ", .separator)) == "J.~B.~Roe,")
    #expect(source(run("see "), run("[Project Page]", .link)) == "see~[Project~Page]")
    #expect(
      source(run("[Paper]", .link), run(" ", .separator), run("[Code]", .link))
        == "[Paper] [Code]")
    #expect(source(run("Jan 2020, Feb 2021", .dates)) == "Jan~2020, Feb~2021")
    let address = "a place whose name is a whole sentence of its own"
    #expect(source(run(address, .location)) == address)
  }

  @Test func lendsLongWordsPlacesToBreak() {
    let path = "example.org/a/very/long/path/to/some-thing"
    let broken =
      "example.\\cvbreak{}org/\\cvbreak{}a/\\cvbreak{}very/\\cvbreak{}long/\\cvbreak{}path/"
    #expect(source(run(path)) == broken + "\\cvbreak{}to/\\cvbreak{}some-thing")
    #expect(LaTeXInline.title.source(LayoutText(path, role: .contact)).contains("cvbreak"))
    #expect(source(run("short/word")) == "short/word")
    let word = String(repeating: "a", count: 60)
    #expect(source(run(word)).split(separator: "\\cvbreak{}").allSatisfy { $0.count <= 8 })
  }
}
