// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries in the lines of paragraphs, where no points and few blank lines part them.
@Suite struct LineShapeTests {
  @Test func joinsWrappedLinesWhereTheAuthorBreaksOthers() {
    checkRecords(
      "Experience",
      """
      **08/2020 – 03/2021**\u{20}\u{20}
      Engineer in the project “A Gauge for All
      Rain” at Fen University

      **05/2018 – 07/2020**\u{20}\u{20}
      Operator at Moss University
      """,
      [
        """
        org=Fen University; role=Engineer in the project “A Gauge for All Rain”; \
        when=2020-08..2021-03
        """,
        "org=Moss University; role=Operator; when=2018-05..2020-07",
      ])
  }

  @Test func takesAHeadingAboveDatedEntriesForAGroup() {
    checkRecords(
      "Experience",
      """
      ### Industrial work

      `2019 - 2021`
      __Acme Gauges |__ Engineer
      - Built a gauge

      `2018`
      __Bolt Mills |__ Operator
      - Ran a mill
      """,
      [
        """
        org=Acme Gauges; role=Engineer; group=Industrial work; when=2019..2021; \
        bullets=["Built a gauge"]
        """,
        """
        org=Bolt Mills; role=Operator; group=Industrial work; when=2018; \
        bullets=["Ran a mill"]
        """,
      ])
  }

  @Test func findsTheBreakThatWasLostBehindASpan() {
    checkRecords(
      "Experience",
      """
      Acme Gauges, the works that measure the rain of all fens, Leeds, May 2018 – June 2019Engineer

      - Built a gauge

      Bolt Mills, September 30th, 2016 – September 30th, 2017Operator

      - Ran a mill
      """,
      [
        """
        org=Acme Gauges, the works that measure the rain of all fens; role=Engineer; at=Leeds; \
        when=2018-05..2019-06; bullets=["Built a gauge"]
        """,
        "org=Bolt Mills; role=Operator; when=2016-09-30..2017-09-30; bullets=[\"Ran a mill\"]",
      ])
  }

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

  @Test func joinsLinesToTheDatedOneAbove() {
    checkRecords(
      "Editorships",
      """
      2024– Board member, *Rain Letters*.
      2011– Editor, *Yearbook of Bells*, renamed *Northern
      Yearbook of Bells* in 2024.
      """,
      [
        "title=Board member, Rain Letters; when=2024..",
        "title=Editor, Yearbook of Bells, renamed Northern Yearbook of Bells in 2024; when=2011..",
      ])
    checkRecords(
      "Thesis examinations",
      "2025 Ada Roe, Fen University · 2024 Bo Poe, Moss College ·\n2020 Cy Moe",
      [
        "title=Ada Roe; org=Fen University; when=2025",
        "title=Bo Poe; org=Moss College; when=2024", "title=Cy Moe; when=2020",
      ])
  }

  @Test func readsGrantsBehindTheirDates() {
    let records = ReadProfile.records(
      "Funding",
      "2024–27 — Rain over harbours, Fen Council,\n€540 000.\n\n2022 — Bells, Moss Council, €10.")
    #expect(records.map { $0.dates?.summary } == ["2024..2027", "2022"])
  }

  @Test func groupsPointsBelowNumberedLabels() {
    let section = ReadProfile.section(
      "Publications",
      """
      1. Articles

      - Roe, A. (2024). Wet maps of the fen. *Rain Letters, 70*(2), 108-117.

      2. Talks of note

      - Roe, A. (2021, October). *Chalk and bells*. Oral session at Rain Week, Porto.
      """)
    let works = section.entries.compactMap {
      if case .publication(let work) = $0 { work } else { nil }
    }
    #expect(works.map(\.title.text) == ["Wet maps of the fen", "Chalk and bells"])
    #expect(works.map(\.group?.text) == ["Articles", "Talks of note"])
    #expect(works.map { $0.dates?.summary } == ["2024", "2021-10"])
  }

  @Test func takesTypedSignsForPoints() {
    checkRecords(
      "Experience",
      "### Engineer / Acme Mills\n*Jan 2022 – Feb 2025 / Mudford (29)*\n*- Built it.*\n*- Rang it.*",
      [
        "org=Acme Mills; role=Engineer; at=Mudford (29); when=2022-01..2025-02; "
          + "bullets=[\"Built it.\", \"Rang it.\"]"
      ])
  }

  @Test func keepsLabelsThatSeveralSectionsHave() {
    let page = ReadProfile(
      """
      # Skills

      - Rain

      # A gauge

      ## Summary

      Words.

      ## Awards

      - Built

      # A bell

      ## Summary

      Words.

      ## Awards

      - Rang
      """)
    #expect(page.profile.sections.map(\.title?.text) == ["Skills", "A gauge", "A bell"])
  }

  @Test func readsSchoolsAboveTheirDegrees() {
    checkRecords(
      "Education",
      "### Fen University\n#### MSc in Maps [May 2025]\n- First\n\n#### BSc in Rain [June 2024]\n- Next",
      [
        "title=MSc in Maps; org=Fen University; when=2025-05; bullets=[\"First\"]",
        "title=BSc in Rain; org=Fen University; when=2024-06; bullets=[\"Next\"]",
      ])
  }

  @Test func takesWordsInItalicsBehindNamesForTheTitle() {
    let works = ReadProfile.publications(
      "- Ada Roe, Bo Poe, *Early Bell Model*, (to be submitted to Rain Letters)")
    #expect(works.map(\.title.text) == ["Early Bell Model"])
    #expect(works.map { $0.authors.map(\.name) } == [["Ada Roe", "Bo Poe"]])
  }

  @Test func readsWhatIsToldBehindABracketWithADate() {
    checkRecords(
      "Where I've worked",
      "- **Fog Ltd**, Rain Intern (2025): maps and charts at ~0.8 mm, plus an app\n",
      [
        "org=Fog Ltd; role=Rain Intern; when=2025; bullets=[\"maps and charts at ~0.8 mm, plus an app\"]"
      ])
  }

  @Test func readsAPostThatOnlySaysPresent() {
    checkRecords(
      "Experience",
      "**Rain Fellow** (Present)\nFen University, Ely, UK\n- Maps\n\n"
        + "**Rain Intern** (2022)\nFog Institute, Ely, UK\n- Charts\n",
      [
        "org=Fen University; role=Rain Fellow; at=Ely, UK; when=..; bullets=[\"Maps\"]",
        "org=Fog Institute; role=Rain Intern; at=Ely, UK; when=2022; bullets=[\"Charts\"]",
      ])
  }

  @Test func takesWhatBeginsWithIForText() {
    let section = ReadProfile.section(
      "Experience",
      "- Rain Engineer, Fog Ltd, 2019 – 2020\n\n*I know that it rains --- Latest update: 2025-02-28*"
    )
    #expect(section.entries.count == 2)
    guard case .paragraph = section.entries[1] else {
      Issue.record("a sentence was read as a post")
      return
    }
  }

  @Test func readsAPrizeInALineOfItsOwn() {
    checkRecords(
      "Awards", "Fen Fellowship for Rain, 2017", ["title=Fen Fellowship for Rain; when=2017"])
  }
}
