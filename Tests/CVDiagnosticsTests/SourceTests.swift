// SPDX-License-Identifier: MIT
import CVDiagnostics
import TestSupport
import Testing

@Suite struct SourceTests {
  @Test func countsColumnsInScalars() {
    let file = SourceFile(name: "x", text: Array("aé\n👍b".utf8))
    #expect(file.position(at: 3) == file.position(at: file.offset(line: 0, column: 2)))
    #expect(file.offset(line: 0, column: 2) == 3, "behind both bytes of the é")
    #expect(file.position(at: 8).line == 2)
    #expect(file.position(at: 8).column == 2, "an emoji is one column")
  }

  /// Files of data may be one line of megabytes, and places in it are asked for again and again.
  @Test func findsColumnsOfLongLines() {
    let text = String(repeating: "aé👍", count: 200_000)
    let file = SourceFile(name: "x", text: Array(("b\n" + text).utf8))
    let isSoon = endsSoon {
      for column in stride(from: 1, through: 600_000, by: 97) {
        let offset = 2 + (column - 1) / 3 * 7 + [0, 1, 3][(column - 1) % 3]
        #expect(file.position(at: offset).line == 2 && file.position(at: offset).column == column)
      }
    }
    #expect(isSoon)
  }

  @Test func takesAnOffsetBeyondTheEndAsTheEnd() {
    let file = SourceFile(name: "x", text: Array("a\nb".utf8))
    #expect(file.position(at: 99).line == 2)
    #expect(file.position(at: 99).column == 2)
  }

  @Test func givesALineWithoutItsLineEnd() {
    let file = SourceFile(name: "x", text: Array("a\r\nbc\n".utf8))
    #expect(file.line(1).text == "a")
    #expect(file.line(2).text == "bc")
    #expect(file.line(2).start == 3)
  }

  @Test func ordersDiagnosticsByPlace() {
    var log = DiagnosticLog()
    let span = { SourceSpan(file: FileID(0), range: $0..<$0 + 1) }
    log.add(Diagnostic(.warning, .noName, "last"))
    log.add(Diagnostic(.warning, .mojibake, "second", at: span(9)))
    log.add(Diagnostic(.warning, .badYAML, "first", at: span(2)))
    #expect(log.inSourceOrder().map(\.message) == ["first", "second", "last"])
    #expect(!log.hasErrors && log.strict().hasErrors)
  }

  @Test(arguments: Code.allCases)
  func explainsEveryCode(code: Code) {
    #expect(code.explanation.count > 60, "\(code.rawValue) has no explanation")
    #expect(code.explanation.hasSuffix("\n"))
  }
}
