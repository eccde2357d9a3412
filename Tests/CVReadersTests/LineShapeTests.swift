// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries in the lines of paragraphs, where no points and few blank lines part them.
@Suite struct LineShapeTests {
  @Test func readsEntriesInTheLinesOfAParagraph() {
    checkRecords(
      "Education",
      """
      PhD in Rain
      School of Maps, Fen University
      2024 – Present
      BSc in Bells
      School of Sound, Moss University
      2020 – 2024
      """,
      [
        "title=PhD in Rain; org=School of Maps, Fen University; when=2024..",
        "title=BSc in Bells; org=School of Sound, Moss University; when=2020..2024",
      ])
    checkRecords(
      "Experience",
      """
      Jun 2023 – Sep 2023: Engineer
      Acme Gauges
      Responsibilities:
      Built a gauge
      Jul 2021 – Aug 2021: Operator
      Bolt Mills
      Ran a mill
      """,
      [
        "org=Acme Gauges; role=Engineer; when=2023-06..2023-09; bullets=[\"Responsibilities:\"]",
        "org=Bolt Mills; role=Operator; when=2021-07..2021-08; bullets=[\"Ran a mill\"]",
      ])
  }

  @Test func keepsTextInWhichYearsStand() {
    let text = "In 2019 – 2021 I went out\nto sea, and in 2021 – 2022\nI came back."
    #expect(ReadProfile.records("Experience", text).isEmpty)
  }

  @Test func readsWhatStandsBelowYears() {
    checkRecords(
      "Funding",
      "<b><i>2021</i></b><br>\n<p>Rain grant, Fen Office. 600 €<br>Travel grant. 50 €</p>\n"
        + "<b><i>2018</i></b><br>\n<p>Bell grant, Moss Office. 70 €</p>",
      [
        "title=Rain grant, Fen Office. 600 €; when=2021", "title=Travel grant. 50 €; when=2021",
        "title=Bell grant, Moss Office. 70 €; when=2018",
      ])
    checkRecords(
      "Talks",
      """
      *2021*

      Moe I, **Roe A**. On wet maps. Fen Days. Leeds, UK.

      *2018*

      **Roe A**. Bells and rain. Mill Week, Porto.
      """,
      [
        "title=On wet maps; org=Fen Days; at=Leeds, UK; text=Moe I, Roe A; when=2021",
        "title=Bells and rain; org=Mill Week; at=Porto; text=Roe A; when=2018",
      ])
    let works = ReadProfile.publications(
      """
      ### Articles

      ***2021***

      **Roe A**, Poe B. Wet maps of the fen. *Rain Letters*.

      ***2018***

      **Roe A**. Early and late bells. *Bell Letters*.
      """)
    #expect(works.map(\.year) == [2021, 2018])
    #expect(works.map(\.group?.text) == ["Articles", "Articles"])
    #expect(works.map { $0.authors.map(\.name) } == [["Roe A", "Poe B"], ["Roe A"]])
  }

  @Test func readsDegreesBelowTheirSchool() {
    checkRecords(
      "Education",
      "<b>Fen University, Leeds, UK</b>\n<p>PhD, rain, October 2013<br>MA, bells, May 2012</p>",
      [
        "title=PhD, rain; org=Fen University; at=Leeds, UK; when=2013-10",
        "title=MA, bells; org=Fen University; at=Leeds, UK; when=2012-05",
      ])
  }

  @Test func takesProjectsBelowAnEmployerForPoints() {
    let records = ReadProfile.records(
      "Experience",
      """
      ### Acme Ltd (Position: Miller) (2018/03/05---2019/02/28)
      #### Gauge
      - Built it

      #### Bell
      - Rang it
      """)
    #expect(
      records.map(\.summary) == [
        "org=Acme Ltd; role=Miller; when=2018-03-05..2019-02-28; bullets=[\"Gauge\", \"Bell\"]"
      ])
    #expect(records[0].bullets.map { $0.children.map(\.text.text) } == [["Built it"], ["Rang it"]])
  }

  @Test func readsLinesOfSkills() {
    checkRecords(
      "Skills", "**Tools** Rust, Go\n**Arts** Bells, maps",
      ["title=Tools; text=Rust, Go", "title=Arts; text=Bells, maps"])
  }

  @Test func readsTextBelowADatedTitleLineByLine() {
    checkRecords(
      "Teaching", "<b>Fen University</b> (2014 – 2016)\n<p>Rain (R100)<br>Bells (B200)</p>",
      ["title=Fen University; when=2014..2016; bullets=[\"Rain (R100)\", \"Bells (B200)\"]"])
  }

  @Test func readsWorksInTheLinesOfAParagraph() {
    let page = ReadProfile(
      """
      Publications
      ============
      # Ada Roe, # Bo Poe, Cy Moe
      Measuring Rain by Its Sound
      Rain Letters, 26(4), July 2025
      https://doi.org/10.9999/rl

      (# Co-first authors)
      Roe, A., Poe, B.
      A Mill for Early Bells
      Bell Letters, 10(3), 2024
      """)
    let works = page.profile.sections.flatMap(\.entries).compactMap {
      if case .publication(let work) = $0 { work.summary } else { nil }
    }
    #expect(page.profile.sections.map(\.title?.text) == ["Publications"])
    #expect(
      works == [
        "title=Measuring Rain by Its Sound; authors=Ada Roe=|Bo Poe=|Cy Moe; venue=Rain Letters; "
          + "vol=26; no=4; doi=10.9999/rl; year=2025; links=[\"DOI\"]",
        "title=A Mill for Early Bells; authors=Roe, A.|Poe, B.; venue=Bell Letters; vol=10; no=3; "
          + "year=2024",
      ])
  }

  @Test func readsANameInTwoWritings() {
    let page = ReadProfile(
      "## 罗雅 <span>/Ya Luo</span>\n\n### Skills\n\n- Rain\n\n### Talks\n\n- Bells\n")
    #expect(page.profile.name?.text == "罗雅 (Ya Luo)")
  }

  @Test func leavesOutLinksThroughThePage() {
    let page = ReadProfile(
      """
      # Ada Roe

      [Work](#work) · [Papers](#papers) · [Talks](#talks)

      ## Talks

      - On bells, 2019
      """)
    #expect(page.profile.sections.map(\.kind) == [.talks])
    #expect(page.account.entries.contains { $0.fate == .homepageMatter })
  }
}
