// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@testable import CVMarkup

@Suite struct JSONTests {
  private func read(_ source: String) -> (node: DataNode?, fault: String) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    var account = ImportAccount()
    guard let text = decode(Array(source.utf8), name: "x", into: &sources, log: &log) else {
      return (nil, "undecoded")
    }
    let node = readDataTree(text, as: .json, account: &account, log: &log)
    let fault = log.diagnostics.map { fault in
      let place = fault.span.map { sources.place(of: $0).position }
      return "\(fault.code.rawValue) \(place?.line ?? 0):\(place?.column ?? 0) \(fault.label)"
    }
    return (node, fault.joined())
  }

  @Test(arguments: [
    (#""a""#, "a"), (#""\ud83d\ude00""#, "😀"), (#""\u00e9\t\"\\\/""#, "é\t\"\\/"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\u0000a\u001b""#, "a"),
    (#""a\r\nb\rc\r""#, "a\nb c "), ("-1.5e3", "-1.5e3"), ("true", "true"),
  ])
  func readsAScalar(source: String, text: String) {
    #expect(read(source).node?.text == text)
  }

  @Test func readsATree() {
    let node = read("{\"a\"\n:\t[1, null, {}], \"b\": {\"c\": \"d\"}, \"a\": 2}").node
    #expect(node?["a"]?.text == "2")
    #expect(node?.members.first?.value.items.map(\.text) == ["1", nil, nil])
    #expect(node?["b"]?["c"]?.text == "d")
  }

  @Test(arguments: [
    ("{\"a\": 1,}", "1:9 nothing stands between the comma and its end"),
    ("{\"a\": 1\n \"b\": 2}", "2:2 expected a comma or “}”"),
    ("[1 2]", "1:4 expected a comma or “]”"), ("{a: 1}", "1:2 expected a key in double quotes"),
    ("{\"a\" 1}", "1:6 expected a colon behind the key"), ("[tru]", "1:2 expected a value"),
    ("{\"a\": \"b\n\"}", "1:7 the quotes are not closed on their line"),
    ("{\"a\": \"b", "1:7 the quotes are never closed"),
    ("[\"\\x\"]", "1:3 “\\” begins no escape here; write “\\\\” for a backslash"),
    ("{} {}", "1:4 the text goes on behind its end"),
    ("{\"a\": [", "1:7 expected a value; the file ends here"), ("[+1]", "1:2 expected a value"),
  ])
  func placesAFault(source: String, fault: String) {
    #expect(read(source).fault == "bad-json " + fault)
  }

  @Test func refusesBombs() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(read(deep).fault == "bad-json 1:65 nests deeper than 64 levels")
    let wide = "[" + String(repeating: "0,", count: 100_001) + "0]"
    #expect(read(wide).fault.contains("has more than 100000 values"))
  }
}
