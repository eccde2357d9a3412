// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@testable import CVMarkup

@Suite struct TOMLTests {
  private func read(_ source: String) -> DataNode? { ReadPage("+++\n\(source)\n+++\n").settings }

  @Test(arguments: [
    ("a = \"x \\\"y\\\" \\u00e9\\tz\" # c", "x \"y\" é\tz"), ("a = 'C:\\n'", "C:\\n"),
    ("a = \"\"\"\nx\ny \\\n   z\"\"\"", "x\ny z"), ("a = '''x'y\n\"z'''", "x'y\n\"z"),
    ("a = \"\"\"x\"\"\"\"", "x\""),
    ("a = \"\"\"x\"\"\"\"\"", "x\"\""), ("a = \"\"", ""), ("a = 2021-05-04 # day", "2021-05-04"),
    ("a = true", "true"), ("b=1\n\"a\" = -1.5e3", "-1.5e3"), ("a = \"\\e[31mx\\u0007\"", "[31mx"),
  ])
  func readsAScalar(source: String, text: String) {
    #expect(read(source)?["a"]?.text == text)
  }

  @Test func readsTablesAndArrays() {
    let root = read(
      """
      authors = ["admin", 'B. Poe', # two
        "C",]
      site.name = "n"
      point = {x = 1, "y.z" = {w = 2}}
      [[work]]
        title = "first"
        tags = []
      [work.place]
        city = "Bonn"
      [[work]]
      title = "second"
      [params.social]
      x = 1
      [params]
      y = 2
      """)
    #expect(root?["authors"]?.items.map(\.text) == ["admin", "B. Poe", "C"])
    #expect(root?["site"]?["name"]?.text == "n")
    #expect(root?["point"]?["y.z"]?["w"]?.text == "2")
    #expect(root?["work"]?.items.map { $0["title"]?.text } == ["first", "second"])
    #expect(root?["work"]?.items.first?["place"]?["city"]?.text == "Bonn")
    #expect(root?["params"]?["social"]?["x"]?.text == "1")
    #expect(root?["params"]?["y"]?.text == "2")
  }

  @Test func givesEveryValueItsPlace() {
    let page = ReadPage("+++\na = 1\n[[b]]\nc = [\"d\"]\n+++\n")
    let span = page.settings?["b"]?.items.first?["c"]?.items.first?.span
    let place = span.map { page.sources.place(of: $0).position }
    #expect(place?.line == 4 && place?.column == 6)
  }

  @Test(arguments: [
    ("a = \"x", "2:5 the quotes are never closed"), ("a = [1", "3:1 expected “]”"),
    ("a = 1 2]", "2:8 the line goes on behind its value"), ("a =", "2:4 expected a value"),
    ("a = {b 1}", "2:8 expected “=”"), ("a = 1\n[b", "3:3 expected “]”"),
    ("a = \"\\q\"", "2:6 “\\” begins no escape here; write “\\\\” for a backslash"),
  ])
  func tellsOfAFaultAndReadsTheLines(source: String, fault: String) {
    let page = ReadPage("+++\n\(source)\nname = \"Ada\"\n+++\ntext")
    let found = page.log.diagnostics.first
    let place = found?.span.map { page.sources.place(of: $0).position }
    #expect("\(place?.line ?? 0):\(place?.column ?? 0) \(found?.label ?? "")" == fault)
    #expect(page.codes == [.badYAML] && found?.severity == .warning)
  }

  @Test func refusesBombs() {
    let bombs = [
      "a = " + String(repeating: "[", count: 100_000),
      "a = " + String(repeating: "{a=", count: 50_000),
      "a = [" + String(repeating: "0,", count: 110_000) + "]",
      String(repeating: "[[a]]\n", count: 30_000), String(repeating: "a.b=1\n", count: 30_000),
      String(repeating: "a.", count: 100_000) + "b = 1",
    ]
    for bomb in bombs {
      #expect(ReadPage("+++\nname = \"Ada\"\n\(bomb)\n+++\ntext").codes.contains(.badYAML))
    }
  }
}
