// SPDX-License-Identifier: MIT
import TestSupport
import Testing

/// Pages of one thing again and again end no program and hang none: what grows with their square
/// takes many minutes.
@Suite struct LongPageTests {
  private static func times(_ piece: String, _ count: Int) -> String {
    String(repeating: piece, count: count)
  }

  @Test(
    arguments: [
      "x\n" + times("{: hidden}\n", 8_000), times("- x\n  {: hidden}\n", 6_000),
      times("[", 20_000) + times("]{.a}", 20_000), times("[", 10_000) + times("]{.d-none}", 10_000),
      times("{a", 20_000) + times("$a", 20_000), times("{\\color{white}x", 16_000),
      times("\\textcolor{white}{x", 12_000), times("`a`{.b}", 15_000),
      times("\\begin{tabular}{l}\\color{white}" + times("{", 15_000) + "\\end{tabular}", 3),
      times("\\iffalse x ", 8_000), times("\\iffalse x ", 5_000) + times("\\fi", 5_000),
      times("\\(\\color", 10_000), times("\\begin{", 12_000), times("\\item x", 12_000),
      times("{:toc}", 15_000), times("[", 20_000) + times("](", 20_000), times("](#a b<", 12_000),
      "<br>\n" + times("](x.y", 30_000), times("| a | b\n", 15_000), times("| |\n", 15_000),
      times(">", 60_000) + times("`a`{.b}", 12_000),
      times("\\textcolor{white}{x", 8_000) + "\n\n# a\n" + times("}", 8_000),
    ])
  func hangsOnNoLongPage(page: String) {
    #expect(endsSoon { _ = ReadPage(page) })
  }
}
