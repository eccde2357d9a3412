// SPDX-License-Identifier: MIT
import CVModel
import Testing
import TestSupport

/// Lines that look like a shape that is read, and mean something else.
@Suite struct NearbyShapeTests {
  @Test(
    arguments: [
      ("# Home Energy Systems\n\nI map rain.\n", nil),
      ("# Rosa Pastor\n\nI map rain.\n", "Rosa Pastor"),
      ("# Rain Maps, Senior Engineer Notes\n\nI am Ada Roe.\n", "Ada Roe"),
      ("# Lebenslauf Ada Roe\n\nText.\n", "Ada Roe"),
    ] as [(String, String?)])
  func takesNoTitleForAName(page: String, name: String?) {
    let profile = ReadProfile(page + "\n## Education\n\n- BSc, Fen University, 2010\n").profile
    #expect(profile.name?.text == name)
  }

  @Test(arguments: [
    "I am Ada Roe, and I work as an engineer at Acme.",
    "This is Ada Roe, who is a PhD student at Fen College.",
    "I am Ada Roe, advised by Professor Bo Poe.",
  ])
  func takesNoClauseForAHeadline(text: String) {
    let page = "# Ada Roe\n\n\(text)\n\n## Education\n\n- BSc, Fen University, 2010\n"
    #expect(ReadProfile(page).profile.headline == nil)
  }

  @Test func takesNobodyElsesPostForAHeadline() {
    let page = ReadProfile(
      "# Ada Roe\n\nBo Poe is a professor at Fen University, my advisor. I am a PhD student at "
        + "Mud College.\n\n## Education\n\n- BSc, Fen University, 2010\n")
    #expect(page.profile.headline?.text == "PhD student at Mud College")
  }

  @Test func keepsGroupsAndColouredTitles() {
    let works = ReadProfile.publications(
      """
      - The Fen Rain Consortium, Cy Moe, **Bo Poe**. *Wet maps of rain*. Rain Letters, 2020.
      - <font color="blue">Elections of 2020</font>. Ada Roe, Bo Poe. *Rain Letters*, 2021.
      - Wet maps of rain, SCI, 2020
      """)
    #expect(
      works.map(\.title.text) == ["Wet maps of rain", "Elections of 2020", "Wet maps of rain"])
    #expect(works.map(\.venue?.text) == ["Rain Letters", "Rain Letters", "SCI"])
  }

  @Test func readsShortFormsBehindPosts() {
    checkRecords(
      "Experience",
      """
      - **Visiting Scholar** (MIT), Boston, 2010
      - Project (2014/2018), Acme, 2020
      """,
      [
        "org=MIT; role=Visiting Scholar; at=Boston; when=2010",
        "org=Project (2014/2018), Acme; when=2020",
      ])
  }

  @Test(arguments: [
    "\n\n\u{301}hello\n\n\t\u{301}x", "q" + String(repeating: "\u{301}", count: 20_000),
    "{{ \"a b\"" + String(repeating: " ", count: 4085) + "| strip }} x",
    "{{ \"a b\" |" + String(repeating: " ", count: 4084) + "strip }} y",
    String(repeating: "Word [a](mailto:a@e.org) ", count: 2000),
    String(repeating: "Office: 4.12. E-mail: a@e.org. Tel: +44 1. ", count: 1000),
    "## Publications\n\n- **Wet maps** (with "
      + (0..<1500).map { "Roe\(Character(Unicode.Scalar(97 + UInt8($0 % 26))))" }
      .joined(separator: ", ") + ")",
  ])
  func readsLongAndBrokenLines(page: String) {
    #expect(endsSoon { _ = ReadProfile("# Ada Roe\n\n" + page).profile.name })
  }
}
