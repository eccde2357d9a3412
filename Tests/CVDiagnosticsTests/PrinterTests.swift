// SPDX-License-Identifier: MIT
import CVDiagnostics
import TestSupport
import Testing

@Suite struct PrinterTests {
  private func sample() -> (SourceSet, Diagnostic) {
    var sources = SourceSet()
    let text = "name: Ada\n# Work\n- 2024 Ämter → [pdf](#)\n"
    let file = sources.add(SourceFile(name: "cv.md", text: Array(text.utf8)))
    let start = Array(text.utf8).firstIndex(of: UInt8(ascii: "[")) ?? 0
    var diagnostic = Diagnostic(
      .warning, .deadLink, "the link “pdf” leads nowhere; left out",
      at: SourceSpan(file: file, range: start..<start + 5), label: "this label",
      help: "write the address")
    diagnostic.notes = [.init("named here", at: SourceSpan(file: file, range: 6..<9))]
    return (sources, diagnostic)
  }

  @Test func printsForPeople() throws {
    let (sources, diagnostic) = sample()
    try expectGolden(HumanPrinter(sources: sources).print(diagnostic), "dead-link.human.txt")
  }

  @Test func printsOneLineForEditors() {
    let (sources, diagnostic) = sample()
    let line = ShortPrinter(sources: sources).print(diagnostic)
    #expect(line == "cv.md:3:16: warning: the link “pdf” leads nowhere; left out [dead-link]\n")
  }

  @Test func printsJSONWithPlacesAndNotes() {
    let (sources, diagnostic) = sample()
    let line = JSONPrinter(sources: sources).print(diagnostic)
    #expect(line.hasPrefix(#"{"code":"dead-link","severity":"warning""#))
    #expect(line.contains(#""file":"cv.md","line":3,"column":16,"endLine":3,"endColumn":21"#))
    #expect(line.contains(#""notes":[{"message":"named here""#))
    #expect(line.hasSuffix("}\n"))
  }

  @Test func printsWorkflowCommands() {
    var (sources, diagnostic) = sample()
    diagnostic.message = "100% a:b,\u{1B}c\nd"
    diagnostic.help = nil
    let line = GitHubPrinter(sources: sources).print(diagnostic)
    #expect(
      line == "::warning file=cv.md,line=3,endLine=3,col=16,endColumn=21,title=dead-link::"
        + "100%25 a:b,\\u{1b}c%0Ad\n")
    let file = sources.add(SourceFile(name: "a,b:c.md", text: Array("x\ny".utf8)))
    diagnostic.span = SourceSpan(file: file, range: 0..<3)
    let second = GitHubPrinter(sources: sources).print(diagnostic)
    #expect(second.hasPrefix("::warning file=a%2Cb%3Ac.md,line=1,endLine=2,title=dead-link::"))
  }

  @Test func printsOneLogOfSARIF() {
    let (sources, diagnostic) = sample()
    var printer = SARIFPrinter(version: "1.2.3")
    printer.add([diagnostic, diagnostic], sources)
    let text = printer.print()
    #expect(text.split(separator: "\n").count { $0.contains("\"ruleId\": \"dead-link\"") } == 2)
    #expect(text.split(separator: "\n").count { $0.contains("\"id\": \"dead-link\"") } == 1)
    #expect(text.contains("\"startColumn\": 16") && text.contains("\"relatedLocations\""))
  }

  @Test func shortensALongLineAroundItsPlace() {
    var sources = SourceSet()
    let text = String(repeating: "a", count: 400) + "X" + String(repeating: "b", count: 400)
    let file = sources.add(SourceFile(name: "x", text: Array(text.utf8)))
    let span = SourceSpan(file: file, range: 400..<401)
    let printed = HumanPrinter(sources: sources).print(Diagnostic(.error, .badYAML, "m", at: span))
    let lines = printed.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 120 })
    let excerpt = lines.first { $0.contains("X") }.map(Array.init) ?? []
    let carets = lines.first { $0.contains("^") }.map(Array.init) ?? []
    #expect(excerpt.firstIndex(of: "X") == carets.firstIndex(of: "^"), "the caret is under the X")
  }

  /// A line as long as a page costs each of its diagnostics no more than a short one.
  @Test func findsPlacesInLinesOfAnyLength() {
    var sources = SourceSet()
    let text = String(repeating: "é→", count: 20_000)
    let file = sources.add(SourceFile(name: "x", text: Array(text.utf8)))
    let printer = HumanPrinter(sources: sources)
    for (range, excerpt, carets) in [
      (0..<2, "é→", "^"), (5..<10, "é→", "  ^^"), (50_000..<50_002, "…é→", pad(25) + "^"),
      (99_997..<100_000, "…é→", pad(48) + "^"), (100_000..<100_000, "…é→", pad(49) + "^"),
    ] {
      let span = SourceSpan(file: file, range: range)
      let lines = printer.print(Diagnostic(.error, .badYAML, "m", at: span)).split(separator: "\n")
      #expect(lines.count == 5 && lines[3].hasPrefix("1 | " + excerpt))
      #expect(lines[4] == "  | " + carets, "\(range)")
    }
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: count) }

  @Test func coloursOnlyWhenAsked() {
    let (sources, diagnostic) = sample()
    #expect(!HumanPrinter(sources: sources).print(diagnostic).contains("\u{1B}"))
    #expect(
      HumanPrinter(sources: sources, coloured: true).print(diagnostic).contains("\u{1B}[1;33m"))
  }

  @Test func neutralisesTerminalEscapes() {
    var sources = SourceSet()
    let file = sources.add(SourceFile(name: "a\u{1B}[2Jb", text: Array("x\u{1B}]0;t\u{7}\n".utf8)))
    let span = SourceSpan(file: file, range: 0..<3)
    let diagnostic = Diagnostic(.error, .badYAML, "bad\u{202E}\u{9B}1m", at: span, label: "\u{7F}")
    let printed = HumanPrinter(sources: sources).print(diagnostic)
    let unsafe = printed.unicodeScalars.filter { isUnsafeOnTerminal($0) && $0 != "\n" }
    #expect(unsafe.isEmpty)
    #expect(printed.contains("a\\u{1b}[2Jb"))
  }

  @Test func writesJSONThatEscapesWhatItMust() {
    let value = JSONValue.object([("a\"b\\", .array([.string("\u{1}\n\t\u{2028}é"), .null]))])
    #expect(value.compact() == #"{"a\"b\\":["\u0001\n\t\u2028é",null]}"#)
  }
}
