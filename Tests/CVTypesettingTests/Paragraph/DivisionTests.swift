// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
import TestSupport
import Testing

@testable import CVTypesetting

@Suite struct DivisionTests {
  private func words(_ text: LayoutText) -> [String] {
    let theme = Fixtures.theme
    let inline = InlineText(text, style: theme.style("body"), theme: theme, language: "en")
    return inline.divisibleWords.map { inline.styled.string($0) }
  }

  private func words(_ text: String) -> [String] { words(LayoutText(text, role: .text)) }

  private func divided(_ text: String, _ width: Int, hyphenates: Bool = true) -> [String] {
    var paragraph = BoxParagraph(text, width: width)
    paragraph.hyphenates = hyphenates
    return paragraph.lines
  }

  @Test func dividesLowerCaseWordsOnly() {
    #expect(words("Measurement of slowly turning machines") == ["slowly", "turning", "machines"])
    #expect(words("Schmidhuber and McGregor met iPhone users of TURBINES").isEmpty)
    #expect(
      words("(understanding), “patience”; l’informatique") == [
        "understanding", "patience", "informatique",
      ])
  }

  @Test(arguments: [
    "ada.roe@example.org", "https://example.org/machines", "example.org/machines", "machines.org",
    "machine2machine", "well-known", "readable/writable", "some_function_name", "machine’2",
  ])
  func leavesWhatIsNoWordWhole(text: String) {
    #expect(words(text).isEmpty)
  }

  @Test(arguments: [Role.author, .ownAuthor, .organisation, .location, .link, .venue, .contact])
  func leavesNamesWhole(role: Role) {
    #expect(words(LayoutText("machines turning", role: role)).isEmpty)
  }

  @Test func leavesCodeWhole() {
    var run = LayoutRun(text: "machines", role: .text)
    run.marks = .code
    #expect(words(LayoutText([run])).isEmpty)
  }

  /// A document divides words by the rules of its own language.
  @Test func leavesWordsOfOtherLanguagesWhole() {
    var run = LayoutRun(text: "maschinen", role: .text)
    run.language = "de"
    #expect(words(LayoutText([run])).isEmpty)
  }

  @Test func endsALineWithAHyphenThatStandsForNoText() {
    let lines = divided("aa bbbbbbbbbbbbbbbb cc", 12)
    #expect(lines.joined().replacing("=", with: "") == "aa bbbbbbbbbbbbbbbb cc")
    #expect(lines.contains { $0.hasSuffix("=") })
    #expect(lines.allSatisfy { $0.count <= 13 }, "twelve boxes and a space")
  }

  @Test func dividesNothingByDefault() {
    #expect(!divided("aa bbbbbbbbbbb cc ddddddddddd", 12, hyphenates: false).joined().contains("="))
  }

  @Test func takesTheAuthorsHyphensAlways() {
    let text = "aaaa bb ccccc\u{AD}ddddd eeeee"
    #expect(divided(text, 14, hyphenates: false) == ["aaaa bb ccccc=", "ddddd eeeee"])
    #expect(
      divided(text, 30, hyphenates: false) == ["aaaa bb cccccddddd eeeee"], "and elsewhere none")
  }

  @Test func avoidsHyphensBelowEachOther() {
    var paragraph = BoxParagraph("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd", width: 15)
    paragraph.hyphenates = true
    let ends = paragraph.set().map(\.endsInHyphen)
    #expect(!zip(ends, ends.dropFirst()).contains { $0 && $1 })
  }

  @Test func mapsEachClusterToItsText() {
    var paragraph = BoxParagraph("aa bbbbbbbbbbbbbb cc ddddddddddd", width: 12)
    paragraph.hyphenates = true
    for run in paragraph.set().flatMap(\.runs).map(\.run) {
      #expect(run.clusters.reduce(0) { $0 + $1.bytes } == run.text.utf8.count)
      #expect(run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count)
    }
  }
}

@Suite struct BidirectionalTests {
  private func lines(_ text: String, _ width: Int) -> [[(x: Double, text: String)]] {
    BoxParagraph(text, width: width).set().map { line in
      line.runs.map { ($0.x, $0.run.text) }
    }
  }

  @Test func readsRunsInTheOrderOfTheText() {
    let line = lines("אבג abc דהו", 30)[0]
    #expect(line.map(\.text).joined() == "אבג abc דהו")
    #expect(BoxParagraph("אבג abc דהו", width: 30).set()[0].isRightToLeft)
  }

  @Test func setsAParagraphFromRightToLeftFlushRight() {
    for line in BoxParagraph("אבגד הוזח טיכל מנסע פצקר", width: 12).set() {
      let edges = line.runs.map { $0.x + $0.run.width }
      #expect(edges.max() == 12)
    }
  }

  @Test func hangsSpacesAtTheEndOverTheFarMargin() {
    // The space behind the Hebrew word ends the line; it must not part it from the Latin one.
    let line = lines("aa אבגד bbbbbbbb", 9)[0]
    #expect(line.map(\.text) == ["aa ", "אבגד", " "] || line.map(\.text) == ["aa ", "אבגד ", ""])
    #expect(line[1].x == 3 && (line.last?.x ?? 0) == 7)
  }
}
