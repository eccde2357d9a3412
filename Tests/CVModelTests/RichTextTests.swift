// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Testing

@Suite struct RichTextTests {
  private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: FileID(0), range: range) }

  @Test func slicesTextRunsAndPlaces() {
    let text = RichText("Adé ", .init(.strong), span: span(10..<15)) + RichText("Roe")
    let part = text[1..<6]
    #expect(part.text == "dé R")
    #expect(part.runs.map(\.length) == [4, 1])
    #expect(part.runs[0].span == span(11..<15), "verbatim text keeps exact places")
  }

  @Test func collapsesWhiteSpace() {
    let text = RichText("  a \n b") + RichText("\u{A0} c ", .init(.emphasis))
    #expect(text.collapsed().text == "a b\u{A0}c")
    #expect(text.collapsed().runs.last?.attributes.marks == .emphasis)
    #expect(RichText("a \t b").collapsed(keepingTabs: true).text == "a\tb")
  }

  @Test func keepsABlankOutOfTheLinkThatFollows() {
    let text = RichText("see ") + RichText(" here", .init([], link: "u"))
    let linked = text.collapsed().runs.filter { $0.attributes.link != nil }
    #expect(text.collapsed().text == "see here")
    #expect(linked.map(\.length) == [4])
  }

  @Test func joinsOnlyWhatAdjoins() {
    let near = RichText("ab", span: span(0..<2)) + RichText("c", span: span(2..<3))
    #expect(near.joined().runs.count == 1)
    let far = RichText("ab", span: span(0..<2)) + RichText("c", span: span(9..<10))
    #expect(far.joined().runs.count == 2, "a place would be lost")
  }

  @Test func splitsRunsWithTheirPlaces() {
    let text =
      RichText("a|b", span: span(0..<3)) + RichText("c|", .init(.strong), span: span(7..<9))
    let parts = text.split { $0 == "|" }
    #expect(parts.map(\.text) == ["a", "bc", ""])
    #expect(parts.map { $0.runs.map(\.span) } == [[span(0..<1)], [span(2..<3), span(7..<8)], []])
  }

  @Test func splitsAndTrims() {
    #expect(RichText("a|b||").split { $0 == "|" }.map(\.text) == ["a", "b", "", ""])
    #expect(RichText("\u{A0} x \u{200B}").trimmed().text == "x")
    #expect(RichText(" , ").trimmed { $0 == "," || $0 == " " }.isEmpty)
  }
}

@Suite struct LinkAddressTests {
  @Test(arguments: [
    ("https://e.org/a(b)'c", "https://e.org/a%28b%29%27c"),
    ("https://e.org/é?x=\"1\"&y=2#z", "https://e.org/%C3%A9?x=%221%22&y=2#z"),
    ("HTTPS://e.org/a b", "https://e.org/a%20b"),
    ("https://e.org/a%20b", "https://e.org/a%20b"),
    ("https://e.org/100%", "https://e.org/100%25"), ("https://e.org/%zz", "https://e.org/%25zz"),
    ("https://e.org/%2", "https://e.org/%252"), ("https://e.org/%4g", "https://e.org/%254g"),
    ("https://e.org/#a#b", "https://e.org/#a%23b"),
    ("mailto:a@e.org", "mailto:a@e.org"),
    ("//e.org/x", "https://e.org/x"),
    (
      "https://e.org/x) /S /JavaScript /JS (app.alert(1)",
      "https://e.org/x%29%20/S%20/JavaScript%20/JS%20%28app.alert%281%29"
    ),
  ])
  func encodes(address: String, expected: String) {
    #expect(LinkAddress(address) == .open(expected))
  }

  @Test(arguments: [
    "https://", "http:///x", "https:x", "//", "https://:80", "https://e..org", "https://e.org:x",
    "mailto:", "tel:", "https://a%2fb.org",
  ])
  func knowsAddressesThatLackAPart(address: String) {
    #expect(LinkAddress(address) == .incomplete)
  }

  @Test(arguments: ["./a.pdf", "/about/", "a/b.md", "paper.pdf", "#top"])
  func knowsPathsOfASite(address: String) { #expect(LinkAddress(address) == .relative) }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
  ])
  func refusesSchemesThatRun(address: String) {
    guard case .refused = LinkAddress(address) else {
      Issue.record("\(address) was not refused")
      return
    }
  }
}

@Suite struct DatesTests {
  @Test func writesISO() {
    #expect(PartialDate(2024, 3).iso == "2024-03")
    #expect(PartialDate(2024, 12, 5).iso == "2024-12-05")
    #expect(PartialDate(987).iso == "0987")
  }

  @Test func ordersVagueBeforeExact() {
    #expect(PartialDate(2024) < PartialDate(2024, 1))
    #expect(PartialDate(2024, season: .summer) < PartialDate(2024, 9))
    #expect(PartialDate(2023, 12) < PartialDate(2024))
  }

  @Test func measuresContrastAsWCAG() {
    let white = Colour(red: 1, green: 1, blue: 1)
    #expect(abs(white.contrast(with: .black) - 21) < 0.001)
    // themes.md: the grey of secondary text has 8.5 : 1 on white.
    let soft = Colour(hex: "#4D4D4D") ?? .black
    #expect(abs(soft.contrast(with: white) - 8.45) < 0.02)
    #expect(Colour(hex: "4D4D4D") == nil && Colour(hex: "#4D4D4") == nil)
  }
}
