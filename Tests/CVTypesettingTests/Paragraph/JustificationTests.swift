// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
import TestSupport
import Testing

@testable import CVTypesetting

@Suite struct JustificationTests {
  private func justified(_ text: String, _ width: Int) -> BoxParagraph {
    var paragraph = BoxParagraph(text, width: width)
    paragraph.setting = .justified
    return paragraph
  }

  /// The right edge of a line's ink.
  private func edge(_ line: SetLine) -> Double {
    line.runs.flatMap { item -> [Double] in
      var x = item.x
      var edges: [Double] = []
      for (glyph, character) in zip(item.run.glyphs, item.run.text) {
        x += glyph.advance
        if character != " " { edges.append(x) }
      }
      return edges
    }.max() ?? 0
  }

  @Test func fillsEveryLineButTheLast() {
    let lines = justified("aaa bbb ccc ddd eee fff ggg hhh iii jjj kk", 14).set()
    #expect(lines.count > 2)
    for line in lines.dropLast() { #expect(abs(edge(line) - 14) < 1e-9) }
    #expect(lines.last.map(edge) ?? 99 < 14)
  }

  @Test func widensSpacesAndNothingElse() {
    for line in justified("aaa bbb ccc ddd eee fff ggg hhh iii", 13).set() {
      for run in line.runs.map(\.run) {
        for (glyph, character) in zip(run.glyphs, run.text) where character != " " {
          #expect(glyph.advance == 1)
        }
        let trailing = run.text.hasSuffix(" ") ? run.glyphs.last?.advance : 1
        #expect(trailing == 1, "the space that hangs over the margin stays as it is")
      }
    }
  }

  @Test func shrinksSpacesByAThirdAtMost() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let words = (0..<30).map { _ in
        String(repeating: "x", count: Int.random(in: 1...9, using: &random))
      }
      for line in justified(words.joined(separator: " "), 25).set() {
        let spaces = line.runs.flatMap { zip($0.run.glyphs, $0.run.text) }.filter { $0.1 == " " }
        let widths = spaces.dropLast().map(\.0.advance)
        #expect(widths.allSatisfy { 2.0 / 3 - 1e-9...3 + 1e-9 ~= $0 }, "\(widths)")
        #expect(Set(widths.map { ($0 * 1e6).rounded() }).count <= 1, "all alike in a line")
      }
    }
  }

  /// Below 0.15 em, `pdftotext -raw` joins the words.
  @Test func keepsSpacesThatExtractorsSee() {
    let theme = Fixtures.theme
    let inline = InlineText(
      Fixtures.text("a b"), style: theme.style("body"), theme: theme, language: "en")
    let shaped = BoxShaper(advance: 2).shape(inline.styled)
    #expect(shaped.clusters.map { ($0.shrink * 1000).rounded() } == [0, 300, 0])
  }

  @Test func leavesALineThatNothingFillsAsItIs() {
    let lines = justified("aa bbbbbbbbbbbbbbbbbb cc", 18).set()
    #expect(lines.map(edge) == [2, 18, 2])
  }

  @Test func widensNoBreakSpacesAlike() {
    let lines = justified("aaa\u{A0}bbb ccc ddd eeee fff", 13).set()
    let spaces = lines[0].runs.flatMap { zip($0.run.glyphs, $0.run.text) }
      .filter { $0.1 == " " || $0.1 == "\u{A0}" }.dropLast()
    #expect(Set(spaces.map(\.0.advance)).count == 1)
  }

  @Test func leavesTitlesRagged() {
    let lines = justified("aaa bbb ccc ddd eee fff ggg hhh iii", 13).set(as: .line)
    #expect(
      lines.allSatisfy { $0.runs.allSatisfy { $0.run.glyphs.allSatisfy { $0.advance == 1 } } })
  }

  @Test func evensTheLinesOfAHeadline() {
    let lines = BoxParagraph("aaa bbb ccc ddd eee fff", width: 20).set(as: .balanced)
    #expect(lines.map(\.width) == [11, 11], "and not 19 and 3")
  }

  @Test func hangsSignsOverTheMargins() {
    var paragraph = justified("“aaa bbb ccc, ddd eee fff. ggg hhh iii. jjj kkk lll", 13)
    let plain = paragraph.set()
    paragraph.hangs = true
    let hung = paragraph.set()
    #expect(plain[0].runs[0].x == 0 && hung[0].runs[0].x == -0.45)
    let ends = hung.dropLast().map { ($0.runs.map(\.run.text).joined().dropLast().last, edge($0)) }
    for (sign, edge) in ends {
      let hang = sign == "." || sign == "," ? 0.6 : 0
      #expect(abs(edge - 13 - hang) < 1e-9, "\(sign.map(String.init) ?? "")")
    }
    #expect(ends.contains { $0.0 == "," || $0.0 == "." })
  }

  /// On random short texts, the total cost is the least of all ways to break.
  @Test(arguments: seeds(0..<120))
  func findsTheOptimum(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let signs = ["", "", "", ",", ".", "-", "“"]
    let words = (0..<Int.random(in: 2...6, using: &random)).map { _ -> String in
      let letters = String(repeating: "x", count: Int.random(in: 1...8, using: &random))
      let sign = signs.randomElement(using: &random) ?? ""
      return sign == "“" ? sign + letters : letters + sign
    }
    var paragraph = BoxParagraph(words.joined(separator: " "), width: 12)
    paragraph.setting = seed % 3 == 0 ? .ragged : .justified
    paragraph.hyphenates = seed % 2 == 0
    paragraph.hangs = seed % 4 < 2
    let (breaker, shaped, opportunities) = paragraph.parts
    guard opportunities.count <= 14 else { return }
    let found = breaker.lines(of: shaped, at: opportunities)
    let chosen = breaker.chosen(found, of: opportunities)
    let best = breaker.leastCost(of: shaped, at: opportunities)
    #expect(
      abs(breaker.cost(of: chosen, in: shaped, among: opportunities) - best) < 1e-6, "\(words)")
  }
}
