// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Cards whose titles are as large as those of the sections.
@Suite struct CardHeadingTests {
  private func card(_ title: String, _ line: String, _ look: String = "post") -> String {
    "<div class=\"\(look)\"><div class=\"words\"><h1>\(title)</h1><br>\n<p>\(line)</p></div></div>\n"
  }

  @Test func keepsCardsInTheirSection() {
    let works = ReadProfile(
      "# Ada Roe\n\n# Publications\n"
        + card("Wet Maps of the North", "A. Roe, B. Poe<br>Under review at <i>Rain Week 2021</i>")
        + card("Slow Fog", "A. Roe, C. Wren.<br><i>Fen Day 2019</i>", "other")
        + "\n# Projects\n\n" + card("Gauge", "A clock.") + card("Mill", "A wheel."))
    let profile = works.profile
    #expect(profile.sections.map(\.kind) == [.publications, .projects])
    #expect(profile.sections.map(\.entries.count) == [2, 2])
  }

  @Test func takesTitlesInDivisionsForSections() {
    let page =
      "# Ada Roe\n\n# Publications\n\n- A. Roe. Wet maps. Rain Letters, 2020.\n\n"
      + card("Awards", "Fen Prize, 2020") + card("Odds", "Ends") + card("Ends", "Odds")
    #expect(ReadProfile(page).profile.sections.map(\.title?.text).contains("Odds"))
    let one = "# Education\n\n- BSc, Fen University, 2020\n\n" + card("Odds", "Ends")
    #expect(ReadProfile(one).profile.sections.map(\.title?.text) == ["Education", "Odds"])
  }

  @Test func takesATitleOfManyKindsForNone() {
    let kind = { ReadProfile.section($0, "- Rain, 2020").kind }
    #expect(kind("Education, work experience, honours and grants") == .other)
    #expect(kind("Education, honours and grants") == .education)
  }
}
