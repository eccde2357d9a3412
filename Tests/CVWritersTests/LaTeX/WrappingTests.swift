// SPDX-License-Identifier: MIT
import Testing

@testable import CVWriters

@Suite struct WrappingTests {
  private func words(_ count: Int, _ word: String) -> String {
    Array(repeating: word, count: count).joined(separator: " ")
  }

  @Test func keepsWhatFitsOnOneLine() {
    var lines = LaTeXLines()
    lines.addCall("cventry", ["a b", "c"])
    #expect(lines.lines == ["\\cventry{a b}{c}"])
  }

  @Test func beginsALineWithTheArgumentThatDoesNotFit() {
    var lines = LaTeXLines()
    lines.addCall("cventry", [words(30, "ab"), words(4, "abc")])
    #expect(lines.lines == ["\\cventry{\(words(30, "ab"))}", "  {\(words(4, "abc"))}"])
  }

  @Test func breaksOnlyAtBlanks() {
    var lines = LaTeXLines()
    let text = words(80, "word\\%")
    lines.addText(text, indent: 4)
    #expect(lines.lines.allSatisfy { $0.count <= 100 })
    #expect(lines.lines.count > 1 && lines.lines.dropFirst().allSatisfy { $0.hasPrefix("      w") })
    #expect(lines.lines.joined(separator: " ").split(separator: " ").joined(separator: " ") == text)
  }

  @Test func leavesALongWordWhole() {
    var lines = LaTeXLines()
    let word = String(repeating: "x", count: 150)
    lines.addCall("cvtext", ["a \(word) b"])
    #expect(lines.lines == ["\\cvtext{a", "  " + word, "  b}"])
  }

  @Test func keepsEmptyArguments() {
    var lines = LaTeXLines()
    lines.addCall("cvitem", ["", "x"])
    lines.addCall("null", [])
    #expect(lines.lines == ["\\cvitem{}{x}", "\\null"])
  }

  @Test(arguments: [(99, ["{"]), (100, ["", "  {"])])
  func opensAnArgumentWithinTheColumns(count: Int, ends: [String]) {
    let line = String(repeating: "x", count: count)
    var lines = LaTeXLines()
    lines.add(line)
    lines.openArgument()
    #expect(lines.lines == [line + ends[0]] + ends.dropFirst())
  }

  @Test func addsNoLineForNoWords() {
    var lines = LaTeXLines()
    lines.addText(" ", indent: 2)
    #expect(lines.lines.isEmpty)
  }

  @Test func addsOneEmptyLine() {
    var lines = LaTeXLines()
    lines.addBlank()
    lines.add("a")
    lines.addBlank()
    lines.addBlank()
    #expect(lines.lines == ["a", ""])
  }
}
