// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVWriters

@Suite struct StyleSheetTests {
  private func lines(
    _ change: (inout Theme) -> Void = { _ in }, paper: Paper = .a4, rightToLeft: Bool = false,
    name: String = "Ada"
  ) -> [String] {
    var theme = HTMLFixtures.theme
    change(&theme)
    return StyleSheet(theme: theme, paper: paper, isRightToLeft: rightToLeft)
      .lines(faces: [], footerName: name)
  }

  @Test(arguments: [
    (0.0, "0"), (1.25, "1.25"), (-0.5, "-0.5"), (37.80004, "37.8"), (0.00001, "0"), (12, "12"),
    (0.0625, "0.0625"), (-0.00001, "0"),
  ])
  func writesNumbers(value: Double, expected: String) {
    #expect(cssNumber(value) == expected)
  }

  @Test func turnsLengthsIntoUnits() {
    #expect(Length.pt(12).rem(.pt(10)) == "1.2rem")
    #expect(Length.mm(22).cssMillimetres == "22mm")
    #expect(Colour(red: 1, green: 0.5, blue: 0).hex == "#ff8000")
  }

  @Test func takesTheTextWidthAndTheBody() {
    #expect(
      lines().contains("main { max-width: 45rem; margin: 0 auto; padding: 3rem 1.5rem 4rem }"))
    #expect(lines().contains(".text, .points, .group { max-width: 40rem }"))
  }

  @Test func givesEachPaperItsSize() {
    #expect(lines().contains("  size: A4;") && lines(paper: .letter).contains("  size: letter;"))
  }

  @Test func numbersPagesFromTheSecond() {
    let footer = lines().first { $0.contains("@bottom-right") }
    #expect(
      footer?.contains(#"content: "Ada\3a  " counter(page) "\2f " counter(pages);"#) == true)
    #expect(lines().contains("@page :first { @bottom-right { content: none } }"))
    let bare = lines { $0.page.footer = nil }
    #expect(!bare.contains { $0.contains("@bottom") })
  }

  @Test func keepsNamesInsideTheirStrings() {
    let sheet = lines({ $0.fonts.family = "\"}</style>" }, name: "\"; } body { color: red")
    #expect(!sheet.contains { $0.contains("</style>") || $0.contains("color: red") })
  }

  @Test func givesLabelsAColumn() {
    let expected =
      ".skill.head, .skill > .head { grid-template-columns:"
      + " 6rem minmax(0, 39rem) minmax(max-content, 1fr) }"
    #expect(lines().contains(expected))
  }

  @Test func mirrorsForRightToLeft() {
    #expect(lines().contains { $0.contains("padding-left: 1rem; text-indent") })
    #expect(lines(rightToLeft: true).contains { $0.contains("padding-right: 1rem; text-indent") })
    #expect(lines(rightToLeft: true).contains(".u-email, .p-tel, .u-url { direction: ltr }"))
  }

  @Test func namesAFallbackOfTheSameKind() {
    let sans = lines { $0.fonts.family = "Source Sans Pro" }
    #expect(sans.contains { $0.contains("\"Source Sans Pro\", system-ui, sans-serif") })
    #expect(lines().contains { $0.contains("\"Round Serif\",") && $0.contains(" serif;") })
  }
}
