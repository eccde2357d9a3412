// SPDX-License-Identifier: MIT
import CVModel
import TestSupport
import Testing

@testable import CVLayout
@testable import CVWriters

@Suite struct TextWriterTests {
  private func text(_ words: String, link: String? = nil) -> LayoutText {
    var run = LayoutRun(text: words, role: .text)
    run.link = link
    return LayoutText([run])
  }

  private func entry(
    _ kind: String, _ line: String, aside: String? = nil, label: String? = nil,
    body: [BlockNode] = []
  ) -> BlockNode {
    var node = EntryNode(kind: kind)
    node.lines = [text(line)]
    node.aside = aside.map { text($0) }
    node.label = label.map { text($0) }
    node.body = body
    return .entry(node)
  }

  private func list(_ items: [String]) -> BlockNode {
    .list(
      ListNode(bullet: text("•"), items: items.map { .init(text: text($0), children: []) }))
  }

  private var tree: LayoutTree {
    var header = HeaderNode(name: text("Ada Roe"), headline: text("Engineer"))
    header.contacts = [
      text("ada@example.org", link: "mailto:ada@example.org"), text("Lund"),
      text("example.org/ada", link: "https://example.org/ada"), text("+46 555 0100"),
    ]
    header.separator = text(" · ")
    let work = SectionNode(
      title: text("Work"), kind: .experience,
      children: [
        entry(
          "position", "Engineer, Slow Machines AB", aside: "2014 – present",
          body: [list(["Keeps eleven turbines turning, day and night, in all weathers"])]),
        entry(
          "position", "Apprentice of everything that turns, Mill of the North Wind, Malmö",
          aside: "2012"),
      ])
    let skills = SectionNode(
      title: text("Skills"), kind: .skills,
      children: [
        entry("skill", "Swift, C", label: "Code"), entry("skill", "oil", label: "Materials"),
      ])
    let papers = SectionNode(
      title: text("Papers"), kind: .publications,
      children: [.paragraph(text("On 风 and 水流的测量方法", link: "https://example.org/p"))])
    return LayoutTree(
      title: "Ada Roe", author: nil, language: "en", header: header,
      sections: [work, skills, papers])
  }

  private static let forms: [(Int?, TextLinks, String)] = [
    (40, .inline, "narrow"), (nil, .none, "form"), (60, .footnotes, "footnotes"),
  ]

  @Test(arguments: forms)
  func writes(width: Int?, links: TextLinks, name: String) throws {
    try expectGolden(writeText(tree, width: width, links: links), "\(name).text.txt")
  }

  @Test(arguments: [20, 33, 40, 72, 80, 120])
  func staysWithinTheWidth(width: Int) {
    let lines = writeText(tree, width: width, links: .none).split(separator: "\n")
    let long = lines.filter { String($0).displayWidth > width }
    #expect(long.isEmpty)
  }

  @Test func saysTheSameWordsAtAnyWidth() {
    let words = { (width: Int?) in
      writeText(tree, width: width, links: .none).split { $0.isWhitespace || $0 == "─" }
        .filter { $0 != "·" }.joined()
    }
    #expect(words(30) == words(nil) && words(80) == words(nil))
  }

  @Test func neutralisesWhatATerminalObeys() {
    #expect(neutral("a\u{1B}[31mb\u{7}\u{202E}c\u{200B}\u{9B}d\u{AD}e\tf") == "a[31mbcde f")
  }

  @Test(arguments: [("abc", 3), ("中文", 4), ("e\u{301}", 1), ("ｆ", 2), ("한", 2), ("", 0)])
  func measuresColumns(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test func keepsTiedWordsOnOneLine() {
    let ended = TextLines(width: 12).lines(of: "measured by J. Zhang at ICPI 2021")
    #expect(ended == ["measured by", "J. Zhang at", "ICPI 2021"])
    #expect(
      TextLines(width: 6).lines(of: "by J. Zhang") == ["by J.", "Zhang"], "wider than a line")
  }

  @Test func breaksBesideWideCharacters() {
    #expect(TextLines(width: 6).lines(of: "水流的测，量") == ["水流的", "测，量"])
    #expect(TextLines(width: 4).lines(of: "水流，的") == ["水", "流，", "的"])
    #expect(TextLines(width: 3).lines(of: "ab abcdef c") == ["ab", "abcdef", "c"])
  }
}
