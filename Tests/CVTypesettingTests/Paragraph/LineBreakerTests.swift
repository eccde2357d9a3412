// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
import TestSupport
import Testing

@testable import CVTypesetting

@Suite struct LineBreakerTests {
  /// The lines of a text in a measure of so many characters.
  private func lines(_ text: LayoutText, _ characters: Int) -> [String] {
    let theme = Fixtures.theme
    let inline = InlineText(text, style: theme.style("body"), theme: theme, language: "en")
    let shaped = BoxShaper(advance: 1).shape(inline.styled)
    let broken = LineBreaker(width: Double(characters)).lines(
      of: shaped, at: breakOpportunities(inline, shaped, width: Double(characters)))
    let bytes = Array(inline.styled.text.utf8)
    return broken.map { line in
      let range =
        shaped.clusters[line.clusters.lowerBound].text
        .lowerBound..<shaped.clusters[line.clusters.upperBound - 1].text.upperBound
      return String(decoding: bytes[range], as: UTF8.self)
    }
  }

  private func check(
    _ text: String, _ characters: Int, _ expected: [String],
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(lines(LayoutText(text, role: .text), characters) == expected, sourceLocation: location)
  }

  @Test func fillsLines() { check("aa bb cc dd", 5, ["aa bb ", "cc dd"]) }

  @Test func breaksOnlyAWordWiderThanTheLine() {
    check("aa bbbbbbbbbb cc", 5, ["aa ", "bbbbb", "bbbbb ", "cc"])
    var text = LayoutText("aa ", role: .text)
    text.append("ccc ddd eee", role: .author)
    #expect(
      lines(text, 8) == ["aa ccc ", "ddd eee"], "a name wider than the line, between its parts")
  }

  @Test func beginsNoLineWithADashBetweenWords() {
    check("aaaa bbbbb—ccc dd", 10, ["aaaa ", "bbbbb—ccc ", "dd"])
    check("aaaa bbbbb—ccc dd", 11, ["aaaa bbbbb—", "ccc dd"])
  }

  @Test func breaksNoRangeOfNumbers() {
    check("aaaa 1999–2021 bb", 10, ["aaaa ", "1999–2021 ", "bb"])
  }

  @Test func breaksAStatusBetweenItsWords() {
    var text = LayoutText("aa ", role: .text)
    text.append("bbb ccc ddd", role: .status)
    #expect(lines(text, 11) == ["aa bbb ", "ccc ddd"], "wider than the line beside others")
    #expect(lines(text, 14) == ["aa bbb ccc ddd"])
    var award = LayoutText("aaaa bbbb cccc ", role: .text)
    award.append("Best Paper", role: .award)
    award.append(" dddd", role: .text)
    #expect(lines(award, 19) == ["aaaa bbbb cccc ", "Best Paper dddd"], "it stays together")
  }

  @Test func evensOutRaggedLines() {
    // First-fit would leave a line of four between lines of ten.
    check("aaaaaa bbb cccc dddddddddd eeee", 10, ["aaaaaa ", "bbb cccc ", "dddddddddd ", "eeee"])
  }

  @Test func bringsAWordDownToARunt() {
    check("aaaa bbbb cccc dddd eeee f", 24, ["aaaa bbbb cccc dddd ", "eeee f"])
  }

  @Test func bringsAWordDownToOneThatIsAlone() {
    check("aaaa bbbb cccc dddd eee ffffffff", 23, ["aaaa bbbb cccc dddd ", "eee ffffffff"])
    check("aaaa bbbb cccccccccccc ffffffff", 22, ["aaaa bbbb cccccccccccc ", "ffffffff"])
  }

  /// A text of parts that each have a role.
  private func layoutText(_ parts: KeyValuePairs<String, Role>) -> LayoutText {
    parts.reduce(into: LayoutText()) { $0.append($1.key, role: $1.value) }
  }

  @Test func bringsAPlaceDownToItsYear() {
    let text = layoutText([
      "aaaaaaaa bbbbbbb cccccc ": .text, "Cork": .location, ", ": .separator, "2022": .dates,
      " [Paper]": .link,
    ])
    #expect(lines(text, 29) == ["aaaaaaaa bbbbbbb cccccc ", "Cork, 2022 [Paper]"])
  }

  @Test(arguments: [
    ("aaaa bbbb J. Zhang", 12), ("aaaa bbbb Dr. Roe", 13), ("aaaa bbbb ICLR 2026 x", 14),
    ("aaaa bbbb 200 km x", 13),
    ("aaaa bbbb a house", 11), ("aaaa bbbb 99.8 % of", 14), ("aaaa bbbb Ph.D. student", 15),
    ("aaaa bbbb clocks [12] x", 18), ("aaaa bbbb pages [3,4]. x", 17), ("aaaa bbbb mesure : x", 17),
    ("aaaa bbbb « mot x", 12), ("aaaa bbbb J.-M. Poe", 15), ("aaaa bbbb Award ×2, cc", 14),
    ("aaaa bbbb reviewer x3 cc", 18), ("aaaa bbbb 3 × cc dd", 11),
    ("aaaa bbbb 1.2 million, cc", 15),
    ("aaaa bbbb ISO 27001, x", 13), ("aaaa bbbb & ccc dd", 11), ("aaaa bbbb @ ccc dd", 11),
    ("aaaa bbbb ICPI × 2, cc", 16), ("aaaa bbbb journals x 2 cc", 19),
    ("aaaa bbbb €180 000 for", 14), ("aaaa bbbb 470 000, x", 13),
    ("aaaa bbbb arXiv: 2510.00001, x", 20),
  ])
  func keepsTogetherWhatBelongsTogether(text: String, characters: Int) {
    let tied = text.dropFirst("aaaa bbbb ".count).split(separator: " ")
    let found = lines(LayoutText(text, role: .text), characters)
    #expect(found.contains { $0.contains("\(tied[0]) \(tied[1])") }, "\(found)")
  }

  @Test func beginsNoLineWithASeparator() {
    let text = layoutText(["aaaa bbbb": .title, " · ": .separator, "ccc": .organisation])
    #expect(lines(text, 11) == ["aaaa bbbb · ", "ccc"])
    #expect(lines(text, 10) == ["aaaa ", "bbbb · ccc"])
  }

  @Test func breaksAddressesOnlyAfterTheirSigns() {
    let found = lines(LayoutText("https://example.org/one/two-three", role: .text), 22)
    #expect(found == ["https://example.org/", "one/two-three"])
  }

  @Test(arguments: [
    ("see https://example.org/aaaaaaaaa", 24, ["see https://example.org/", "aaaaaaaaa"]),
    ("aaaaa bbb https://example.org/", 16, ["aaaaa bbb ", "https://example.", "org/"]),
    ("aaaaa bbbbb www.example.org/cc?d=e&f=g", 30, ["aaaaa bbbbb www.example.org/", "cc?d=e&f=g"]),
    ("aaaa bbb example.org/cc-dd", 21, ["aaaa bbb example.org/", "cc-dd"]),
    ("aaaa bb ada-roe@example.org", 22, ["aaaa bb ", "ada-roe@example.org"]),
    ("aaaa doi:10.1000/ab-cd.12", 22, ["aaaa ", "doi:10.1000/ab-cd.12"]),
    ("bbbbb@aaaaaaaa.example", 14, ["bbbbb@aaaaaaaa", ".example"]),
    ("bbbbb@aaaaaaaaaa.example", 14, ["bbbbb", "@aaaaaaaaaa", ".example"]),
    ("bbb-bbbb@aaaaaaaaaa", 14, ["bbb-bbbb", "@aaaaaaaaaa"]),
    ("aaaa well-known either/or", 14, ["aaaa ", "well-known ", "either/or"]),
  ])
  func breaksAddresses(text: String, characters: Int, expected: [String]) {
    check(text, characters, expected)
  }

  @Test func avoidsHyphensOfTheText() {
    check("aaaa bbbbb cc-dd eeee", 13, ["aaaa bbbbb ", "cc-dd eeee"])
  }

  @Test func keepsNamesAndNumbersWhole() {
    var text = LayoutText("aaaa bbbb ", role: .text)
    text.append("A. van Roe", role: .author)
    #expect(lines(text, 14) == ["aaaa bbbb ", "A. van Roe"])
    var numbers = LayoutText("Some Letters ", role: .venue)
    numbers.append("61(4),\u{A0}1120–1138", role: .locator)
    #expect(lines(numbers, 24) == ["Some Letters ", "61(4),\u{A0}1120–1138"])
  }

  @Test func keepsWhatLeadsToSomethingTogether() {
    check("aaaa bbbbbbbbbbb cc dddd: eeeeeee ff", 24, ["aaaa bbbbbbbbbbb ", "cc dddd: eeeeeee ff"])
  }

  @Test func keepsTheLetterOfAVenueWithIt() {
    let text = layoutText([
      "aaaa bbbb ": .text, "Letters A": .venue, " ": .separator, "61(4)": .locator,
    ])
    #expect(lines(text, 17) == ["aaaa bbbb ", "Letters A 61(4)"])
    #expect(lines(text, 13) == ["aaaa bbbb ", "Letters A ", "61(4)"])
  }

  @Test func keepsLinkLabelsWithTheirText() {
    var text = LayoutText("aaaa bbbb cccc. ", role: .text)
    text.append("[Paper]", role: .link)
    text.append(" ", role: .separator)
    text.append("[Code]", role: .link)
    #expect(
      lines(text, 18) == ["aaaa bbbb ", "cccc. [Paper] ", "[Code]"].map { $0 }
        || lines(text, 18).first == "aaaa bbbb ")
    #expect(!lines(text, 16).contains { $0.hasPrefix("[Paper]") }, "no line begins with the label")
  }

  @Test func keepsLinkLabelsTogether() {
    var text = LayoutText("aaaa bbbb cccc dddd. ", role: .text)
    text.append("[Paper]", role: .link)
    text.append(" ", role: .separator)
    text.append("[Code]", role: .link)
    #expect(lines(text, 28) == ["aaaa bbbb cccc ", "dddd. [Paper] [Code]"])
  }

  /// On random short texts, the total badness is the least of all ways to break.
  @Test(arguments: 0..<60)
  func findsTheOptimum(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = (0..<Int.random(in: 2...9, using: &random)).map { _ in
      String(repeating: "x", count: Int.random(in: 1...7, using: &random))
    }
    let text = LayoutText(words.joined(separator: " "), role: .text)
    let theme = Fixtures.theme
    let inline = InlineText(text, style: theme.style("body"), theme: theme, language: "en")
    let shaped = BoxShaper(advance: 1).shape(inline.styled)
    let opportunities = breakOpportunities(inline, shaped, width: 12)
    let breaker = LineBreaker(width: 12)
    let found = breaker.lines(of: shaped, at: opportunities)
    let best =
      (0..<(1 << opportunities.count)).map { mask in
        breaker.cost(
          of: opportunities.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element),
          in: shaped, among: opportunities)
      }.min() ?? 0
    let chosen = opportunities.filter { opportunity in
      found.dropFirst().contains { $0.clusters.lowerBound == opportunity.cluster }
    }
    #expect(
      abs(breaker.cost(of: chosen, in: shaped, among: opportunities) - best) < 1e-9, "\(words)")
  }
}
