// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// What authors set apart by looks alone: brackets, wide spaces, the right edge, dates above lists.
@Suite struct SetApartTests {
  @Test func takesBracketsOffATitle() {
    let page = ReadProfile("# [Education]\n\n- BSc, Fen, 2020\n\n# 【奖项】\n\n- Tern Prize, 2019\n")
    #expect(page.profile.sections.map(\.title?.text) == ["Education", "奖项"])
    #expect(page.profile.sections.map(\.kind) == [.education, .awards])
  }

  @Test func findsTheNameBelowAboutMe() {
    let page = ReadProfile(
      "# About Me\n\n## Ada Roe\n- E-mail: ada@example.org\n\n### Education\n\n- BSc, Fen, 2020\n\n"
        + "### Gauges of mine\n\n- One\n\n### Awards\n\n- Tern Prize, 2019\n"
    ).profile
    #expect(page.name?.text == "Ada Roe")
    #expect(page.contacts.map(\.text) == ["ada@example.org"])
    #expect(page.sections.map(\.title?.text) == ["Education", "Gauges of mine", "Awards"])
  }
}
