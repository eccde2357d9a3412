// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

@Suite struct PositionTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      ReadProfile.records("Experience", body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func readsFlexCards() {
    check(
      """
      <div style="display:flex"><div><img src="a" alt="Acme"><p><b>Acme Lab</b></p><p>Research Intern</p><p>Nov 2019 – Mar 2021</p></div>
      <div><p><b>Bolt</b></p><p>Engineer</p><p>2022 – Present</p></div></div>
      """,
      [
        "org=Acme Lab; role=Research Intern; when=2019-11..2021-03",
        "org=Bolt; role=Engineer; when=2022..",
      ])
  }

  @Test func readsPipesWithNestedMentors() {
    check(
      """
      - Research Intern | @ Vision Team, Acme | 🇨🇳 Hangzhou, Dec. 2024 - May 2025
        - Mentor: Dr. [Ada Roe](https://e.org)
      """,
      [
        "org=Vision Team, Acme; role=Research Intern; at=Hangzhou; when=2024-12..2025-05; "
          + "bullets=[\"Mentor: Dr. Ada Roe\"]"
      ])
  }

  @Test func readsHeadingsWithARoleLine() {
    check(
      """
      ### Acme (Bolt)
      Research Intern supervised by [Prof. Ada Roe](u)

      - Did a thing
      - Did more

      ---

      ### Vision Lab (XYU)
      M.S. supervised by Bo Poe
      """,
      [
        "org=Acme (Bolt); role=Research Intern; text=supervised by Prof. Ada Roe; "
          + "bullets=[\"Did a thing\", \"Did more\"]",
        "org=Vision Lab (XYU); role=M.S.; text=supervised by Bo Poe",
      ])
  }

  @Test func readsPlainLines() {
    let source = """
      Research Experience

      BizLab, Acme

      - Leeds, United Kingdom
      2024 - 2025
      - *Research Intern working with Ada Roe*
       - Topic: water
       - Built a gauge

      Other Lab, Bolt

      - Gjøvik, Norway
      2021 - 2022
      - *Visiting Student*
       - One point
      """
    let sections = ReadProfile(source).profile.sections
    let records = sections.first?.entries.compactMap { entry -> String? in
      if case .record(let record) = entry { return record.summary }
      return nil
    }
    #expect(sections.map(\.kind) == [.experience])
    #expect(
      records == [
        "org=BizLab, Acme; role=Research Intern working with Ada Roe; at=Leeds, United Kingdom; "
          + "when=2024..2025; bullets=[\"Topic: water\", \"Built a gauge\"]",
        "org=Other Lab, Bolt; role=Visiting Student; at=Gjøvik, Norway; when=2021..2022; "
          + "bullets=[\"One point\"]",
      ])
  }

  @Test(arguments: [
    (
      "- *2025/07 - Present*, [Acme](u) (Tech Lead: Dr. [Ada Roe](u)).",
      "org=Acme; text=Tech Lead: Dr. Ada Roe; when=2025-07.."
    ),
    (
      "- *2020 - 2021*, Research Engineer at *Acme*",
      "org=Acme; role=Research Engineer; when=2020..2021"
    ),
    (
      "- 2020 - 2021: Software Engineer, Acme GmbH, Berlin, Germany",
      "org=Acme GmbH; role=Software Engineer; at=Berlin, Germany; when=2020..2021"
    ),
    (
      "- **Data Scientist**, [Bolt](u), London - _Mar to Jun 2020_",
      "org=Bolt; role=Data Scientist; at=London; when=2020-03..2020-06"
    ),
    ("- Summer 2025: Intern @ Acme", "org=Acme; role=Intern; when=2025"),
    (
      "- Postdoc, University of Oslo, Oslo, Norway, 2019-2021",
      "org=University of Oslo; role=Postdoc; at=Oslo, Norway; when=2019..2021"
    ),
    (
      "- `2019-2021` **Lecturer**, *Delft University*, Delft",
      "org=Delft University; role=Lecturer; at=Delft; when=2019..2021"
    ),
    ("- Founder of [Acme](https://e.org), 2020", "org=Acme; role=Founder; when=2020"),
    ("- **Engineer** in [Acme Lab](https://e.org), 2020", "org=Acme Lab; role=Engineer; when=2020"),
    (
      "- **Librarian** in the old Library. Counted books, 2019",
      "role=Librarian; text=in the old Library. Counted books; when=2019"
    ),
    (
      "- Worked with [Ada](https://e.org/1) and [Bo](https://e.org/2) on [X](https://e.org/3), 2020",
      "text=Worked with Ada and Bo on X; when=2020"
    ),
    (
      "- Wrote *fast* code for **big** machines in Berlin",
      "text=Wrote fast code for big machines in Berlin"
    ),
    (
      "- 2019 - 2020, Engineer, Acme Works [[Site](https://e.org)] [Code](https://e.org/c)",
      "org=Acme Works; role=Engineer; when=2019..2020"
    ),
    (
      "- Engineer, *Acme Works, Remote*, 2020",
      "org=Acme Works; role=Engineer; at=Remote; when=2020"
    ),
    ("- Engineer, 2019 and 2020, Acme Inc.", "org=Acme Inc.; role=Engineer; when=2019, 2020"),
    (
      "- Engineer, Acme Inc., 2023 – (expected 2027)",
      "org=Acme Inc.; role=Engineer; when=2023..2027?"
    ),
    (
      "- PhD student, North University, expected to end in 2030",
      "org=North University; role=PhD student; when=2030?"
    ),
  ])
  func readsOneLine(line: String, expected: String) { check(line, [expected]) }

  @Test func takesAnUnknownPostAboveItsInstitution() {
    check(
      "* Spring 2024: Puddle Collaborator\n  * North University\n  * Duties: rain",
      ["org=North University; role=Puddle Collaborator; when=2024; bullets=[\"Duties: rain\"]"])
  }

  @Test func pairsNoItemsThatStandAlone() {
    check(
      "- Ran three marathons\n- Engineer, Acme Inc., 2019 - 2020\n- Bought a boat\n- *Analyst*, 2018",
      [
        "text=Ran three marathons", "org=Acme Inc.; role=Engineer; when=2019..2020",
        "org=Bought a boat", "role=Analyst; when=2018",
      ])
  }

  @Test func readsTheRecommendedForm() {
    check(
      "### Intern, Flood Risk, *Water Consultancy, Utrecht, Netherlands* — Feb 2009 – Aug 2009\n\n- Mapped",
      [
        "org=Water Consultancy; role=Intern, Flood Risk; at=Utrecht, Netherlands; "
          + "when=2009-02..2009-08; bullets=[\"Mapped\"]"
      ])
  }

  @Test func readsBoldHeadsAboveLists() {
    check(
      "**Engineer, Acme Inc.**  \n_Mar 2020 - now_\n\n- built\n\n**Analyst, Bolt Ltd.**  \n_2018 - 2020_\n\n- counted",
      [
        "org=Acme Inc.; role=Engineer; when=2020-03..; bullets=[\"built\"]",
        "org=Bolt Ltd.; role=Analyst; when=2018..2020; bullets=[\"counted\"]",
      ])
  }
}

@Suite struct EducationTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      ReadProfile.records("Education", body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test(arguments: [
    (
      "- *2020/09 - 2024/06*, North University, College of Computing.",
      "title=College of Computing; org=North University; when=2020-09..2024-06"
    ),
    (
      "* Ph.D. in Version Control Theory, North University, 2028 (expected)",
      "title=Ph.D. in Version Control Theory; org=North University; when=2028?"
    ),
    (
      "- *2019.06 - 2022.04*, M.Sc. in Physics, North University, Lund",
      "title=M.Sc. in Physics; org=North University; at=Lund; when=2019-06..2022-04"
    ),
    (
      "- **MSc, Statistics**, [South College](u) - _2019_",
      "title=MSc, Statistics; org=South College; when=2019"
    ),
    ("- B.Eng. in Robotics, 2016 – 2020", "title=B.Eng. in Robotics; when=2016..2020"),
    (
      "- **2022**: MSc (Hons), North University, *with distinction*",
      "title=MSc (Hons); org=North University; text=with distinction; when=2022"
    ),
    (
      "- PhD in *Physics*, North University, 2020",
      "title=PhD in Physics; org=North University; when=2020"
    ),
  ])
  func readsOneLine(line: String, expected: String) { check(line, [expected]) }

  @Test func joinsTwoItemsToOneEntry() {
    check(
      "- **NWU - AI Lab** Saudi Arabia\n- *PhD Candidate in CS under the supervision of Ada Roe* Aug. 2022 - Present\n - GPA:4.0/4.0",
      [
        "title=PhD Candidate in CS; org=NWU - AI Lab; at=Saudi Arabia; "
          + "text=under the supervision of Ada Roe; when=2022-08..; bullets=[\"GPA:4.0/4.0\"]"
      ])
  }
}

@Suite struct OtherRecordTests {
  @Test func readsAwardsBehindTabs() {
    let records = ReadProfile.records("Awards", "Best \"Paper\" @ XY .\t2023\nGrant (200k)\t2022")
    #expect(
      records.map(\.summary) == [
        "title=Best \"Paper\" @ XY; when=2023", "title=Grant (200k); when=2022",
      ])
  }

  @Test func readsPrizesInParagraphs() {
    let records = ReadProfile.records(
      "Awards", "(2022) Prize of the Moss Society\n\n(2011) Medal for the class of 2010")
    #expect(
      records.map(\.summary) == [
        "title=Prize of the Moss Society; when=2022",
        "title=Medal for the class of 2010; when=2011",
      ])
  }

  @Test func readsTheGiverOfACertificate() {
    let table =
      "| 2022.08 | Gauge Keeper | Office of Rain |\n|---|---|---|\n| 2021 | Diver | Bolt |"
    #expect(
      ReadProfile.records("Certificates", table).map(\.summary) == [
        "title=Gauge Keeper; org=Office of Rain; when=2022-08", "title=Diver; org=Bolt; when=2021",
      ])
  }

  @Test func readsTheGiverOfAPrize() {
    let record = ReadProfile.records("Awards", "- **2024** Medal for Water, *Royal Society*").first
    #expect(record?.summary == "title=Medal for Water; org=Royal Society; when=2024")
  }

  @Test func namesServicesByTheirSubHeading() {
    let records = ReadProfile.records(
      "Service", "### Conference Reviewer\n- XCML: 2022, 2023\n- YCCV: 2024")
    #expect(
      records.map(\.summary) == [
        "title=Conference Reviewer: XCML; when=2022, 2023",
        "title=Conference Reviewer: YCCV; when=2024",
      ])
  }

  @Test func readsYearsBehindServices() {
    let records = ReadProfile.records(
      "Service", "- Associate editor, J. of X (since 2021)\n- Reviewer: ICLR.")
    #expect(
      records.map(\.summary) == [
        "title=Associate editor, J. of X; when=since 2021", "title=Reviewer: ICLR",
      ])
  }

  @Test func readsNewsWithLinks() {
    let record = ReadProfile.records(
      "News", "- **[2025/06]** We release X. [[**Paper**]](u)[[**Code**]](v)"
    ).first
    #expect(record?.summary == "text=We release X.; when=2025-06")
    #expect(record?.links.map(\.label) == ["Paper", "Code"])
  }

  @Test func readsListsOfPeople() {
    let section = ReadProfile.section(
      "Collaborators",
      "I learned from\n[Dr. Ada Roe](a),\n[Bo Poe](b), [Cy Moe](c) and\n[Di Doe](d).")
    #expect(section.lead.map(\.text) == ["I learned from"])
    #expect(section.entries.count == 4)
  }

  @Test(arguments: [
    (
      "- Taught [CS101](https://e.org/1) with [Prof. Doe](https://e.org/2), 2020",
      "title=Taught CS101 with Prof. Doe; when=2020"
    ),
    ("- **Intro to Rain** with Ada Roe, 2020", "title=Intro to Rain; text=with Ada Roe; when=2020"),
    ("- **Intro to Rain** at Globex, 2020", "title=Intro to Rain; org=Globex; when=2020"),
    (
      "- Teaching assistant for [Rain 101](https://e.org), Spring 2020",
      "title=Teaching assistant for Rain 101; when=2020"
    ),
  ])
  func readsCourses(line: String, expected: String) {
    #expect(ReadProfile.records("Teaching", line).map(\.summary) == [expected])
  }

  @Test func partsLanguagesWithTheirLevels() {
    let named = ReadProfile.records("Languages", "- English\n- Dutch (reading)")
    #expect(named.map(\.summary) == ["title=English", "title=Dutch; text=reading"])
    let drawn = ReadProfile.records("Languages", "- English ★★★☆☆\n- Dutch: ●●●●○")
    #expect(drawn.map(\.summary) == ["title=English; text=★★★☆☆", "title=Dutch; text=●●●●○"])
    let languages = ReadProfile.records("Languages", "English (native), Dutch (B2).")
    #expect(languages.map(\.summary) == ["title=English; text=native", "title=Dutch; text=B2"])
  }

  @Test func takesNoWordsForALabelThatGoOn() {
    let skills = ReadProfile.records("Skills", "- **Swift** and C\n- **Languages** Swift, C")
    #expect(skills.map(\.summary) == ["text=Swift and C", "title=Languages; text=Swift, C"])
  }

  @Test func readsLabels() {
    let skills = ReadProfile.records("Skills", "- **Programming:** Swift, C\n- Methods: statistics")
    #expect(
      skills.map(\.summary) == [
        "title=Programming; text=Swift, C", "title=Methods; text=statistics",
      ])
    let item = ReadProfile.records("Activities", "**Club @ NWU** — Founder and organizer of a club")
      .first
    #expect(item?.summary == "title=Club @ NWU; role=Founder and organizer; text=of a club")
  }

  @Test func joinsAUnitToWhereItBelongs() {
    checkRecords(
      "Experience",
      """
      - 2023, Research Intern, Rain Team@[Fog Group](https://e.org/1), Leeds, UK
      - 2022, Engineer@[Fog Group](https://e.org/1), Leeds, UK
      - 2021, Engineer@Fog Group, Leeds, UK
      """,
      [
        "org=Rain Team@Fog Group; role=Research Intern; at=Leeds, UK; when=2023",
        "org=Fog Group; role=Engineer; at=Leeds, UK; when=2022",
        "org=Fog Group; role=Engineer; at=Leeds, UK; when=2021",
      ])
  }

  @Test func readsAPostBehindItsPlace() {
    checkRecords(
      "Experience", "- 2021, [Fen Institute of Rain](https://e.org), Leeds, UK, Research Intern",
      ["org=Fen Institute of Rain; role=Research Intern; at=Leeds, UK; when=2021"])
  }

  /// A word that leads to an employer ends the line, and a sign stands before it.
  @Test(arguments: ["at。at", "chez。at。", "at, at"])
  func readsWordsThatLeadNowhere(line: String) {
    let section = ReadProfile.section("Experience", "- Engineer, Fog Ltd, 2020\n- \(line)")
    #expect(section.entries.count == 2)
  }

  @Test func keepsAnEmployerBehindASemicolon() {
    checkRecords(
      "Experience", "- Lead engineer; head of the group for rain and fog at Acme Ltd, 2020",
      ["org=Acme Ltd; role=Lead engineer; head of the group for rain and fog; when=2020"])
  }

  @Test func takesNoCourseForASchool() {
    checkRecords(
      "Teaching",
      "- **College Algebra** for engineers, 2020\n- **Fen University** Rain at Dusk, 2019",
      [
        "title=College Algebra; text=for engineers; when=2020",
        "title=Rain at Dusk; org=Fen University; when=2019",
      ])
  }

  @Test func readsALineOfPlacesBehindSlashes() {
    let places = String(repeating: "Leeds / ", count: 20_000) + "Leeds"
    let section = ReadProfile.section("Experience", "- Engineer, Fog Ltd, \(places)")
    #expect(section.entries.count == 1)
  }
}
