// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@testable import CVMarkup

@Suite struct CSVTests {
  private func read(_ source: String) -> (rows: [[String?]], fault: String) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    guard let text = decode(Array(source.utf8), name: "x", into: &sources, log: &log) else {
      return ([], "undecoded")
    }
    var reader = CSVReader(text)
    var rows: [[String?]] = []
    while let row = reader.next(log: &log) { rows.append(row.map(\.text)) }
    let fault = log.diagnostics.map { fault in
      let place = fault.span.map { sources.place(of: $0).position }
      return "\(fault.code.rawValue) \(place?.line ?? 0):\(place?.column ?? 0) \(fault.label)"
    }
    return (rows, fault.joined())
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a;b\n1,5;2", [["a", "b"], ["1,5", "2"]]), ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
    ("a,b\n\"x, \"\"y\"\"\",\"l1\nl2\"\n", [["a", "b"], ["x, \"y\"", "l1\nl2"]]),
    ("a,b\n,\n\n\n\"\",x", [["a", "b"], ["", ""], ["", "x"]]), ("a\n", [["a"]]), ("", []),
    ("\"a;b;c\",d\n1,2", [["a;b;c", "d"], ["1", "2"]]), ("\u{FEFF}a,b", [["a", "b"]]),
    ("a,b\nnull,~", [["a", "b"], ["null", "~"]]), ("a,b,\n1", [["a", "b", ""], ["1"]]),
  ])
  func readsTheRows(source: String, rows: [[String]]) {
    let (read, fault) = read(source)
    #expect(read == rows)
    #expect(fault == "")
  }

  @Test(arguments: [
    ("a,b\n1,\"x\n2,3\n", 1, "bad-csv 2:3 the quotes are never closed"),
    ("a,b\n\"x\"y,1\n", 1, "bad-csv 2:4 the field goes on behind its quotes"),
  ])
  func tellsWhereTheTableEnds(source: String, rows: Int, fault: String) {
    let result = read(source)
    #expect(result.rows.count == rows)
    #expect(result.fault == fault)
  }

  @Test func givesEachFieldItsPlace() throws {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let bytes = Array("a,b\r\n\"x\",é\r\n".utf8)
    let text = try #require(decode(bytes, name: "x", into: &sources, log: &log))
    var reader = CSVReader(text)
    _ = reader.next(log: &log)
    let row = reader.next(log: &log)
    let spans = try #require(row).map(\.span)
    let places = spans.compactMap { $0.map { sources.place(of: $0).position } }
    #expect(places.map(\.line) == [2, 2])
    #expect(places.map(\.column) == [1, 5])
  }
}
