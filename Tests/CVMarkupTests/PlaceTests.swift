// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import Testing

@Suite struct PlaceTests {
  /// A page with everything that moves text between the source and the parsers.
  static let torture = """
    \u{FEFF}---\r
    title: x\r
    ---\r
    <!-- gone -->\r
    # Äpfel & “Birnen” 🔥\r
    \r
    A *b **c*** &amp; d&nbsp;e\\* `f` [g](u "t") h√©i\r
    lazy line <b>j</b> {{ k }} l\r
    \r
    - m\r
      - n [o][p]\r
     - q\r
    \r
    <div markdown="1">\r
    **r** s\r
    </div>\r
    # t\r
    | u | v |\r
    |---|---|\r
    | w | x&lt;y |\r
    \r
    > quote Vec<T> z\r
    \r
    [p]: https://e.org\r

    """

  @Test func givesEveryTextItsPlace() {
    let page = ReadPage(Self.torture)
    var exact = 0
    for text in page.blocks.flatMap(\.texts) {
      text.forEachRun { run, part in
        let isBreak = part.unicodeScalars.allSatisfy(isSpace)
        guard let span = run.span else {
          #expect(isBreak, "“\(part)” has no place")
          return
        }
        guard span.range.count == run.length else { return }
        exact += 1
        #expect(page.sources.text(of: span) == String(part))
      }
    }
    #expect(exact > 20)
    #expect(page.dump.contains("hé"), "the repaired text is in the tree")
  }

  @Test func placesWhatItReplaced() {
    let page = ReadPage("x\n\nab √© c &amp; d")
    var places: [String: Int] = [:]
    page.blocks.last?.texts.first?.forEachRun { run, text in
      places[String(text)] = run.span.map { page.sources.place(of: $0).position.column }
    }
    #expect(places["é"] == 4 && places["&"] == 9)
  }

  @Test func composesMaps() {
    let file = SourceFile(name: "x", text: Array("0123456789".utf8))
    let text = EditedText(file, id: FileID(0))
    let once = text.applying([.remove(2..<4), Edit(range: 6..<8, replacement: Array("XYZ".utf8))])
    #expect(once.string(0..<once.count) == "0145XYZ89")
    let twice = once.applying([Edit.insert("--", at: 1), Edit.remove(4..<5)])
    #expect(twice.string(0..<twice.count) == "0--145YZ89")
    #expect(twice.span(of: 3..<4)?.range == 1..<2)
    #expect(twice.span(of: 5..<6)?.range == 5..<6)
    #expect(twice.span(of: 6..<8)?.range == 6..<8, "replaced text points at what it replaces")
    #expect(twice.span(of: 8..<9)?.range == 8..<9)
  }

  @Test(arguments: ["- ", "> ", "<div>", "<b>", "<span>", "* - "])
  func refusesWhatNestsTooDeep(piece: String) {
    let page = ReadPage(String(repeating: piece, count: 10_000) + "x")
    #expect(page.codes == [.tooDeep])
  }

  @Test func survivesWhatOnlyLooksDeep() {
    #expect(ReadPage(String(repeating: "<p>a", count: 2000)).blocks.count == 2000)
    #expect(ReadPage(String(repeating: "<li>a", count: 2000)).log.diagnostics.isEmpty)
    #expect(ReadPage(String(repeating: "[", count: 50_000)).words.count == 50_000)
  }
}
