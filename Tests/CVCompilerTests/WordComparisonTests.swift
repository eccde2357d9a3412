// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
import Testing

@testable import CVCompiler
@testable import CVFinishing

@Suite struct WordComparisonTests {
  private func compare(_ expected: String, _ found: String) -> WordComparison {
    WordComparison(
      expected: PlacedWord.words(of: LayoutText(expected, role: .text)),
      found: PlacedWord.words(of: found))
  }

  private func summary(_ expected: String, _ found: String) -> String {
    let result = compare(expected, found)
    return "-\(result.lost.map(\.text)) +\(result.added) \(result.misplaced?.text ?? "")"
  }

  @Test(arguments: [
    ("a b c", "a b c", "-[] +[] "), ("a · b", "a b", "-[] +[] "),
    ("a b a c", "a b c", "-[\"a\"] +[] "), ("a b", "a x b x", "-[] +[\"x\", \"x\"] "),
    ("a b c", "a c b", "-[] +[] b"), ("a a b", "a b a", "-[] +[] a"),
    ("one two three four", "one three two four five", "-[] +[\"five\"] two"),
    ("a b c d", "x y z", "-[\"a\", \"b\", \"c\", \"d\"] +[\"x\", \"y\", \"z\"] "),
    (
      "a b c d e f g h", "b a x",
      "-[\"c\", \"d\", \"e\", \"f\", \"g\", \"h\"] +[\"x\"] "
    ),
    ("soft\u{AD}en no\u{2060}break", "soften nobreak", "-[] +[] "), ("", "", "-[] +[] "),
    (
      "Programming Python", "ProgrammingPython",
      "-[\"Programming\", \"Python\"] +[\"ProgrammingPython\"] "
    ),
  ])
  func tellsLostAddedAndMisplacedWords(expected: String, found: String, words: String) {
    #expect(summary(expected, found) == words)
  }

  @Test func namesWhatNoTagHolds() {
    let lines = Diagnostic.unmarkedContent(
      [.init(page: 2, text: "fog and rain"), .init(page: 1, text: "")], in: "a.pdf")
    #expect(lines.message == "“a.pdf” has 3 words, “fog”, “and”, “rain”, in no tag on page 1, 2")
    let painting = Diagnostic.unmarkedContent([.init(page: 1, text: "")], in: "a.pdf")
    #expect(painting.message == "“a.pdf” has painting in no tag on page 1")
  }
}
