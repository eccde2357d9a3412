// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// The shapes of whole pages and of runs of blocks.
@Suite struct ShapeReaderTests {
  @Test func takesLinesWithAColonForTitles() {
    let page = ReadProfile(
      """
      - Name: Ada Roe

      Education:

      - 2014 - 2019, Moss University, PhD

      Experience:

      - 2020 - now, Acme, Engineer

      Publications:

      **Journal articles**

      1. A. Roe, B. Poe. *On moss.* Fen Letters, 2022.

      Office hours:

      By appointment.
      """)
    #expect(
      page.profile.sections.map(\.title?.text) == [
        "Education", "Experience", "Publications", "Office hours",
      ])
  }

  @Test func leavesCodeAlone() {
    let page = ReadProfile("# Projects\n\n```\nlet a  = 1\nlet bb = 2\n```")
    #expect(page.account.entries.isEmpty)
    #expect(page.profile.sections.count == 1)
  }

  @Test func readsDatesInCodeTicks() {
    let records = ReadProfile.records(
      "Experience",
      "`2016 - now`\n__Keeper__, Moss Museum, Leeds\n\n- Cares\n\n`2015` **Ranger**, *Fen Trust*")
    #expect(
      records.map(\.summary) == [
        "org=Moss Museum; role=Keeper; at=Leeds; when=2016..; bullets=[\"Cares\"]",
        "org=Fen Trust; role=Ranger; when=2015",
      ])
    let works = ReadProfile.publications("`2022`\nRoe A, Poe B. On moss. *Fen Letters* 61:12-29")
    #expect(
      works.map(\.summary) == [
        "title=On moss; authors=Roe A|Poe B; venue=Fen Letters; vol=61; pp=12-29; year=2022"
      ])
  }

  @Test func readsColumnsOfStartAndEnd() {
    let table = """
      | From | To | Where | What |
      |---|---|---|---|
      | 2021-04 | | Acme | Engineer |
      | 2007-09 | 2010-06 | Bolt | Intern |
      """
    #expect(
      ReadProfile.records("Experience", table).map(\.summary) == [
        "org=Acme; role=Engineer; when=2021-04..", "org=Bolt; role=Intern; when=2007-09..2010-06",
      ])
  }

  @Test func opensLayoutTables() {
    let page = ReadProfile(
      """
      <table><tr><td><p>Ada Roe</p><p>I am a botanist at <a href="https://e.org">Acme</a>.</p>
      <h2>Employment</h2><table><tr><td>2020 - now</td><td><b>Botanist</b></td><td>Acme</td></tr>
      </table></td></tr></table>
      """)
    #expect(page.profile.name?.text == "Ada Roe")
    #expect(page.summaries == ["org=Acme; role=Botanist; when=2020.."])
  }

  @Test func readsSectionsOfTheFrontMatter() {
    let page = ReadProfile(
      """
      ---
      title: Ada Roe
      interests: [moss, fens]
      work:
        - position: Botanist
          company_name: Acme
          date_start: 2019-09
          date_end: present
          summary: |
            - Counts moss
      social:
        - icon: github
          link: https://github.com/adaroe
      ---
      Ada counts.
      """)
    #expect(page.profile.sections.map(\.kind) == [.about, .researchInterests, .experience])
    #expect(
      page.summaries == [
        "text=moss", "text=fens",
        "org=Acme; role=Botanist; when=2019-09..; bullets=[\"Counts moss\"]",
      ])
    #expect(page.profile.contacts.map(\.kind) == [.network("GitHub")])
  }

  @Test func takesContactsAndHeadlineFromTheOpening() {
    let page = ReadProfile(
      "# Ada Roe\n\nField botanist · Leeds, UK | ada@e.org | +44 113 555 0199\n\n## Education\n\n- x"
    )
    #expect(page.profile.headline?.text == "Field botanist")
    #expect(
      page.profile.contacts.map(\.text).sorted() == ["+44 113 555 0199", "Leeds, UK", "ada@e.org"])
    #expect(page.profile.sections.map(\.kind) == [.education])
  }

  @Test(arguments: [
    ("University of Fen, Leeds, UK\nada@e.org", "University of Fen, Leeds, UK"),
    (
      "#### 303 3rd Ave S, Lake Moss, Fl 33460\n\n*ada@e.org*", "303 3rd Ave S, Lake Moss, Fl 33460"
    ),
    ("苔大学雨学院\n\n北京市海淀区苔路 1 号\n\nada@e.org", "苔大学雨学院，北京市海淀区苔路 1 号"),
  ])
  func takesWhereTheOwnerIsFromTheOpening(opening: String, place: String) {
    let profile = ReadProfile("# Ada Roe\n\n\(opening)\n\n## Education\n\n- x").profile
    #expect(profile.contacts.first { $0.kind == .location }?.text == place)
    #expect(profile.sections.map(\.kind) == [.education])
  }

  @Test func setsTheInstitutionBehindThePost() {
    let lines = "**Ph.D. Student**  \nCollege of Rain\\\nFen University\n\nEmail: ada@e.org"
    let profile = ReadProfile("# Ada Roe\n\n\(lines)\n\n## Education\n\n- x").profile
    #expect(profile.headline?.text == "Ph.D. Student, College of Rain, Fen University")
    #expect(profile.sections.map(\.kind) == [.education])
  }

  @Test(arguments: [
    "You can find my CV in PDF [here](cv.pdf) (last updated: August 2022).",
    "The .pdf version of my CV can be accessed [here](cv.pdf)", "CV in [PDF](cv.pdf) version.",
    "Ada Roe (艾达)",
  ])
  func leavesOutWhatLeadsToTheCVElsewhere(line: String) {
    let page = ReadProfile("# Ada Roe\n\n\(line)\n\n## Education\n\n- x")
    #expect(page.profile.sections.map(\.kind) == [.education])
    #expect(page.account.entries.contains { $0.fate == .homepageMatter })
  }

  @Test(arguments: [
    "I am a rain student at Fen; my CV is [here](cv.pdf).", "I count drops, and no [moss](m.html).",
  ])
  func keepsSentencesOfTheOpeningThatSayMore(line: String) {
    let page = ReadProfile("# Ada Roe\n\n\(line)\n\n## Education\n\n- x")
    #expect(page.profile.sections.map(\.kind) == [.about, .education])
  }

  @Test func leavesOutWhatOnlyNamesThePage() {
    let page = ReadProfile(
      """
      **Ada Roe**

      Résumé

      2 May 2025

      Download my CV as [PDF](cv.pdf).

      ## Experience

      - Engineer, Acme Inc., 2020 - 2021

      Last updated: May 2025
      """)
    #expect(page.profile.name?.text == "Ada Roe")
    #expect(page.profile.sections.map(\.kind) == [.experience])
    #expect(page.profile.sections.first?.entries.count == 1)
  }

  @Test func takesIconsForContacts() {
    let icons = """
      # Ada Roe

      <p><a href="https://github.com/roe"><img src="a.svg" alt="x"></a>
      <a href="https://github.com/them/badges"><img src="b.svg" alt="stats"></a>
      <a href="https://roe.example.org"><img src="c.svg" alt="website"></a></p>

      ## Skills

      - Moss
      """
    let contacts = ReadProfile(icons).profile.contacts
    #expect(contacts.map(\.text) == ["github.com/roe", "roe.example.org"])
  }

  @Test func joinsNoWordsToAnAddress() {
    let page = ReadProfile("# Ada Roe\n\n- Write to me **roe@e.org**\n- I map moss\n")
    #expect(page.profile.contacts.map(\.text) == ["roe@e.org"])
    #expect(page.profile.sections.first?.entries.count == 2)
  }

  @Test func readsDatedLinesAsEntries() {
    let lines = "2019 - 2021 Bog College, MSc in Peat\n2016 - 2019 Fen College, BSc in Moss"
    #expect(
      ReadProfile.records("Education", lines).map(\.summary) == [
        "title=MSc in Peat; org=Bog College; when=2019..2021",
        "title=BSc in Moss; org=Fen College; when=2016..2019",
      ])
  }

  @Test func readsFieldsBelowABoldDegree() {
    let lines = "**Diploma, School of Networks**\\\nDistributed systems | _2019_"
    #expect(
      ReadProfile.records("Education", lines).map(\.summary) == [
        "title=Diploma; org=School of Networks; text=Distributed systems; when=2019"
      ])
  }

  @Test func dropsWhatATemplateLeft() {
    let page = ReadProfile(
      """
      # Ada Roe

      ## Projects

      - **Moss Atlas**: a map
      - **Lorem ipsum dolor sit amet**: consectetur
      - TODO write more

      ## Skills

      * Skill 1
        * Sub-skill 2.1

      Last updated: May 2024
      """)
    #expect(page.profile.sections.map(\.title?.text) == ["Projects"])
    #expect(page.summaries.count == 1)
    #expect(
      page.log.diagnostics.map(\.code) == [.templateResidue, .templateResidue, .templateResidue])
    #expect(page.log.diagnostics.first?.message.contains("“Lorem ipsum dolor sit amet:") == true)
  }

  @Test func readsDefinitionsAsLabels() {
    #expect(
      ReadProfile.records("Languages", "English\n:   fluent\n\nLatin - good").map(\.summary)
        == ["title=English; text=fluent", "title=Latin; text=good"])
    #expect(
      ReadProfile.records("Experience", "2020 - now\n:   **Botanist**; Acme (Ghent)\n")
        .map(\.summary) == ["org=Acme; role=Botanist; at=Ghent; when=2020.."])
  }

  @Test func readsMarksBehindTheirMeaning() {
    let works = ReadProfile(
      """
      Equal contribution is marked with \\*, the corresponding author with \\*\\*.

      # Publications

      - Roe, A.\\*, Poe, B.\\*, & Moe, C.\\*\\* (2020). On moss. *Fen Letters*, 1.
      """)
    let names = works.profile.sections.flatMap(\.entries).compactMap { entry -> String? in
      if case .publication(let work) = entry { return work.summary }
      return nil
    }
    #expect(names.first?.contains("authors=Roe, A.=|Poe, B.=|Moe, C.@") == true)
    #expect(works.profile.sections.map(\.kind) == [.publications])
  }

  @Test func readsCardsBelowTheHeadingsOfOneGroup() {
    let page = ReadProfile(
      """
      # Papers

      These are a few papers. The whole list is on [Mosspage](https://e.org/list). As of May 2025, cited 73 times.

      <div class="list">
        <h2>First author</h2>
        <div class="item"><div class="text">
          <ul><li><a href="https://e.org/1">Wet maps of low land</a></li></ul>
          <p>Ada Roe, Bo Poe, and Cy Moe. &ldquo;Wet maps of low land,&rdquo; <em>Rain Letters</em> 4, 23 (2024).</p>
        </div></div>
        <div class="item"><div class="text">
          <ul><li><a href="https://e.org/2">Dry maps of high land</a></li></ul>
          <p>Ada Roe, Cy Moe, and Bo Poe. &ldquo;Dry maps of high land,&rdquo; <em>Fen Letters</em> 5, 24 (2023).</p>
        </div></div>
      </div>
      """)
    let works = page.profile.sections[0].entries.compactMap {
      if case .publication(let work) = $0 { work } else { nil }
    }
    #expect(page.profile.sections[0].lead.count == 1)
    #expect(
      works.map(\.summary) == [
        "title=Wet maps of low land; authors=Ada Roe|Bo Poe|Cy Moe; venue=Rain Letters; vol=4; "
          + "pp=23; year=2024",
        "title=Dry maps of high land; authors=Ada Roe|Cy Moe|Bo Poe; venue=Fen Letters; vol=5; "
          + "pp=24; year=2023",
      ])
  }

  @Test func findsTheBreakThatWasLostBehindATime() {
    let page = ReadProfile(
      """
      # Experience

      __Acme Parking, March 2022 - CurrentGarage Guard__

      - Kept the gate

      __Bolt, June 2018 - August 2018Press Operator__

      - Kept the press
      """)
    #expect(
      page.summaries == [
        "org=Acme Parking; role=Garage Guard; when=2022-03..; bullets=[\"Kept the gate\"]",
        "org=Bolt; role=Press Operator; when=2018-06..2018-08; bullets=[\"Kept the press\"]",
      ])
  }

  @Test func readsASchoolAboveItsDegree() {
    checkRecords(
      "Education",
      "__Fen University__\n\n- Bachelor of Science (B.S.) Mud\n- On the list of the dean.",
      [
        "title=Bachelor of Science (B.S.) Mud; org=Fen University; bullets=[\"On the list of the dean.\"]"
      ])
  }

  @Test func readsThePostThatIsNamedByItsFirstPoint() {
    checkRecords(
      "Experience",
      """
      * May 2021 - June 2022: **Acme Lab**
        * Position: research intern
          <br /> working closely with Bo Poe
        * Duty: keeping the gauges
      """,
      [
        "org=Acme Lab; role=research intern; when=2021-05..2022-06; "
          + "bullets=[\"working closely with Bo Poe\", \"Duty: keeping the gauges\"]"
      ])
  }

  @Test func readsATownBeforeTheLettersOfItsRegion() {
    checkRecords(
      "Berufserfahrung",
      "- **Freelance-Redaktor**: [Korrekta AG](https://e.org), Juni 2008, Mudtal, OL",
      ["org=Korrekta AG; role=Freelance-Redaktor; at=Mudtal, OL; when=2008-06"])
  }

  @Test func readsSkillsThatLostTheirSigns() {
    checkRecords(
      "Skills", "- Patience. I wait well\nTeam work. Was in a team once.\nCalm. Was calm",
      [
        "text=Patience. I wait well", "text=Team work. Was in a team once.", "text=Calm. Was calm",
      ])
  }

  @Test func takesTheWordBeforeADateAlong() {
    checkRecords(
      "Teaching", "- Assistant of Mud Courses in 2022 Spring",
      [
        "title=Assistant of Mud Courses; when=2022"
      ])
  }

  @Test func readsStylesAcrossTheLinesOfASource() {
    checkRecords(
      "Projects", "- **Mudmap: a small map\n  of low land** and more.",
      [
        "title=Mudmap: a small map of low land; text=and more."
      ])
  }

  @Test func readsLabelsLineByLine() {
    checkRecords(
      "Skills", "Languages: Rust, C\nTools: Git, Make",
      ["title=Languages; text=Rust, C", "title=Tools; text=Git, Make"])
    checkRecords(
      "Sprachen", "Deutsch: Muttersprache\nEnglisch: C1",
      ["title=Deutsch; text=Muttersprache", "title=Englisch; text=C1"])
    checkRecords(
      "Languages", "English - native\nFrench - C1",
      ["title=English; text=native", "title=French; text=C1"])
    let interests = ReadProfile("# Interests\n\nSport: rain, fog\nMusic: bells\n").profile
    #expect(interests.paragraphs == ["Sport: rain, fog", "Music: bells"])
  }
}
