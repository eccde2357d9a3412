// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// What the names of columns and of lists say of their entries.
@Suite struct ColumnTests {
  @Test func readsPostsByTheNamesOfColumns() {
    let table = """
      | Company | What I did | When |
      |--|--|--|
      | 🍔 **Gorse** | Staff engineer, Orders | Mar 2022 – now |
      | Sedge Labs, Leeds, UK | Programmer | 2018 – 2022 |
      """
    let section = ReadProfile.section("Where I've been", table)
    #expect(section.kind == .experience)
    #expect(
      ReadProfile.records("Where I've been", table).map(\.summary) == [
        "org=Gorse; role=Staff engineer, Orders; when=2022-03..",
        "org=Sedge Labs; role=Programmer; at=Leeds, UK; when=2018..2022",
      ])
  }

  @Test func readsDegreesAndCertificatesByTheNamesOfColumns() {
    checkRecords(
      "Aus- und Weiterbildungen",
      """
      | Zeitraum | Ausbildung | Institution |
      |---|---|---|
      | 2019 – 2020 | **Regenkunde FA** (Lehre, bestanden) | Tern AG, Mudford |
      | 2013 | Nebelkurs | Nebelhaus |
      """,
      [
        """
        title=Regenkunde FA; org=Tern AG; at=Mudford; text=Lehre, bestanden; when=2019..2020
        """,
        "title=Nebelkurs; org=Nebelhaus; when=2013",
      ])
    checkRecords(
      "Certificates",
      """
      | Certificate | Details |
      |---|---|
      | **Rain 4** | Fog and dew, 18.09.2023, 18 hours |
      | Mud Maps | Saws, axes |
      """,
      [
        "title=Rain 4; text=Fog and dew, 18 hours; when=2023-09-18",
        "title=Mud Maps; text=Saws, axes",
      ])
  }

  @Test func readsGrantsByTheNamesOfColumns() {
    let grants = ReadProfile.records(
      "Funding",
      "| Period | Funder | Project | Amount |\n|:--|:--|:--|--:|\n"
        + "| 2019–2022 | Rain Trust | *A memory for rain* (PI) | £241,000 |\n")
    #expect(
      grants.map(\.summary) == [
        "title=A memory for rain (PI); org=Rain Trust; text=£241,000; when=2019..2022"
      ])
  }

  @Test func keepsTablesInCellsBelowTheirRow() {
    let degrees = ReadProfile.records(
      "Education",
      """
      | School | Degree | Year |
      |--|--|--|
      | <h3>Fen College</h3> | BA Rain <table><tr><th>Prizes</th><th></th></tr><tr><td>Wet Prize</td><td>2014</td></tr></table> | 2015 |
      | <h3>Moss Circus</h3> | Rope | 2012 |
      """)
    #expect(
      degrees.map(\.summary) == [
        "title=BA Rain; org=Fen College; when=2015; bullets=[\"Prizes\"]",
        "title=Rope; org=Moss Circus; when=2012",
      ])
    #expect(degrees[0].bullets[0].children.map(\.text.text) == ["Wet Prize, 2014"])
  }

  @Test func readsTitlesOfPostsAndShortMonths() {
    let posts = ReadProfile.records(
      "Experience",
      "| Title | Company | Where | When |\n|--|--|--|--|\n"
        + "| Lead – rain | Fen Inc. | Leeds, UK | 9/21 - 05/22 |\n"
        + "| Web | Moss | Leeds, UK | 1/24 - present |\n| Snow | Moss | Leeds, UK | 9/10 |\n")
    #expect(
      posts.map(\.summary) == [
        "org=Fen Inc.; role=Lead – rain; at=Leeds, UK; when=2021-09..2022-05",
        "org=Moss; role=Web; at=Leeds, UK; when=2024-01..",
        "org=Moss; role=Snow; at=Leeds, UK; when=2010-09",
      ])
  }

  @Test func datesTheRowsOfOtherSections() {
    let rows = ReadProfile.records(
      "Shows",
      "| Piece | Rope | Year |\n|--|--|--|\n| Frost | solo | 2018 |\n| Thaw | duo | 2017 |\n")
    #expect(
      rows.map(\.summary) == [
        "title=Frost; text=solo; when=2018", "title=Thaw; text=duo; when=2017",
      ])
  }

  @Test func joinsTheNumberOfACourseWithItsName() {
    let courses = ReadProfile.records(
      "Teaching",
      "| Course | Title | Term |\n|---|---|---|\n| MATH 109 | Sums for all | Winter 2020 |\n")
    #expect(courses.map(\.title?.text) == ["MATH 109 Sums for all"])
  }

  @Test func takesEachLineBesideAPictureForAnEntry() {
    let table = """
      <table><tr><td><img src="a.png"></td><td>Area chair, RAIN 2024<br>Reviewer, SNOW</td></tr>
      </table>
      """
    let services = ReadProfile.records("Service", table)
    #expect(services.map(\.title?.text) == ["Area chair, RAIN 2024", "Reviewer, SNOW"])
  }

  @Test func findsTheCourseBehindItsTerm() {
    let courses = ReadProfile.records(
      "Teaching",
      "| Semester | Course | Role |\n|---|---|---|\n| SS 2025 | Rain II | Tutor |\n"
        + "| WS 2023/24 | Rain I | Lecturer |\n")
    #expect(
      courses.map(\.summary) == [
        "title=Rain II; role=Tutor; when=2025", "title=Rain I; role=Lecturer; when=2023..2024",
      ])
  }

  @Test func readsRowsOfStudents() {
    let students = ReadProfile.records(
      "Former students",
      "| Name | Year | Thesis |\n|---|---|---|\n| Ada Roe | 2023 | Wet maps |\n"
        + "| Bo Poe | 2020 | Dry maps |\n")
    #expect(
      students.map(\.summary) == [
        "title=Ada Roe; text=Wet maps; when=2023", "title=Bo Poe; text=Dry maps; when=2020",
      ])
  }

  @Test func takesPeopleAndWhatTheyAreForStudents() {
    let body = """
      - **Bo Poe**, PhD student, 2020--2024. Now at Acme.
      - **Cy Moe**, postdoc, since 2021
      """
    #expect(ReadProfile.section("people", body).kind == .supervision)
    let people = ReadProfile.records("people", body)
    #expect(people.map(\.title?.text) == ["Bo Poe", "Cy Moe"])
    #expect(people.map { $0.role?.text } == ["PhD student", "postdoc"])
  }

  @Test func leavesOtherListsOfPeopleAsTheyAre() {
    #expect(ReadProfile.section("people", "- Bo Poe, Leeds\n- Cy Moe").kind == .collaborators)
  }

  @Test(arguments: [
    (
      "- *2025.11*, On rain, University of Moss.",
      "title=On rain; org=University of Moss; when=2025-11"
    ),
    (
      "- **\"How we lost the rain\"** – Moss Conf, 2024 ([slides](https://e.org/s), [video](https://e.org/v))",
      "title=How we lost the rain; org=Moss Conf; when=2024"
    ),
    (
      "- \"The wet drop.\" Rain Week, October 2024.",
      "title=The wet drop; org=Rain Week; when=2024-10"
    ),
  ])
  func readsTalks(source: String, expected: String) {
    #expect(ReadProfile.records("Talks", source).map(\.summary) == [expected])
  }

  @Test func takesPartsInCoursesForRoles() {
    let courses = ReadProfile.records(
      "Teaching",
      "- Teaching assistant, MATH1710 *Probability*, University of Moss, 2019\n"
        + "- **Speech Processing**, lecturer, Moss, 2022")
    #expect(courses.map { $0.role?.text } == ["Teaching assistant", "lecturer"])
    #expect(courses.map { $0.title?.text } == ["MATH1710 Probability", "Speech Processing"])
  }

  @Test func keepsAllYearsOfAService() {
    let services = ReadProfile.records(
      "Service",
      "- Reviewer: AAAI 2024/2025\n- Rain Board, member, 2016-present; chair, 2022-present")
    #expect(
      services.map(\.summary) == [
        "title=Reviewer: AAAI 2024/2025",
        "title=Rain Board, member, 2016-present; chair, 2022-present",
      ])
  }

  @Test func believesTheDateInFront() {
    let news = ReadProfile.records(
      "News", "- **May 2025** -- Our grant was funded (£4k, 2025--2028).")
    #expect(news.map(\.summary) == ["text=Our grant was funded (£4k, 2025--2028).; when=2025-05"])
    let degrees = ReadProfile.records(
      "Education", "- **2012** : PhD, University of Moss. Thesis: *Women of the coast (1905-1939)*")
    #expect(degrees.first?.dates?.start?.year == 2012)
  }

  @Test func splitsLanguagesAtDots() {
    let languages = ReadProfile.records(
      "Languages", "English (native) · Dutch (B2) · Frisian (a little)")
    #expect(languages.map(\.title?.text) == ["English", "Dutch", "Frisian"])
  }

  @Test func groupsReferencesBelowBoldWords() {
    let works = ReadProfile.publications(
      "**Conference**\n\nA. Roe, B. Poe, \"Rain in boxes,\" *Moss*, 2020.\n\n"
        + "**Journal**\n\nA. Roe, B. Poe, \"Rain in bags,\" *Fen Letters*, 2021.")
    #expect(works.map { $0.group?.text } == ["Conference", "Journal"])
  }

  @Test func keepsDatedLinesApartAboveAnotherParagraph() {
    let posts = ReadProfile.records(
      "Volunteering",
      "**Acme Fund** | Reviewer | *2018 – 2020*  \n**Gorse Library** | Host | *2023 – now*\n\n*More on request.*"
    )
    #expect(posts.map { $0.organisation?.text } == ["Acme Fund", "Gorse Library"])
    #expect(posts.map { $0.role?.text } == ["Reviewer", "Host"])
  }

  @Test func namesProjectsByTheirFirstWords() {
    let projects = ReadProfile.records(
      "Projects", "**Hand-off** (2018): shortlisted in the category \"Rain and Moss\"")
    #expect(projects.map(\.title?.text) == ["Hand-off"])
  }

  @Test func joinsWhatIsToldBelowTheNamesOfATable() {
    checkRecords(
      "Experience",
      """
      | Period | Company | Role |
      |---|---|---|
      | 03/2020 – 07/2022 | Acme Fogs | Rain Engineer |
      | 10/2019 – 03/2020 | Bell & Sons | Clerk |

      ### Acme Fogs

      - Built gauges
      """,
      [
        "org=Acme Fogs; role=Rain Engineer; when=2020-03..2022-07; bullets=[\"Built gauges\"]",
        "org=Bell & Sons; role=Clerk; when=2019-10..2020-03",
      ])
  }

  @Test func readsTheRoleInAProject() {
    checkRecords(
      "Projekte",
      """
      | Projekt | Rolle | Zeitraum |
      |---|---|---|
      | **Rain Atlas** | Lead Designer | 08/2021 – heute |
      | Fog | Kanu & Boot | 2018 – 2020 |
      """,
      [
        "title=Rain Atlas; role=Lead Designer; when=2021-08..",
        "title=Fog; role=Kanu & Boot; when=2018..2020",
      ])
    checkRecords(
      "Projects", "| Project | Notes |\n|---|---|\n| Fog | Lead Designer |\n",
      ["title=Fog; text=Lead Designer"])
  }

  @Test func readsATownBeforeACountryOfFourLetters() {
    checkRecords(
      "Experience", "**Rain Engineer**<br>Fen Company · Mudford, Oman<br>2015 – 2016\n",
      ["org=Fen Company; role=Rain Engineer; at=Mudford, Oman; when=2015..2016"])
  }

  @Test func readsTablesWithoutNamesOfColumns() {
    checkRecords(
      "Education",
      """
      | 2016-2022 | **University of Fens**, Baltimore, MD
      |           | PhD in Rain
      |           |
      | 2014-2016 | **Moss University**, Tokyo, Japan
      |           | Master of Rain
      |           |
      """,
      [
        "title=PhD in Rain; org=University of Fens; at=Baltimore, MD; when=2016..2022",
        "title=Master of Rain; org=Moss University; at=Tokyo, Japan; when=2014..2016",
      ])
    // In others, no date is that of the row above.
    checkRecords(
      "Awards", "| 2016 | Fen Prize |\n|      | Moss Prize |\n",
      ["title=Fen Prize; when=2016", "title=Moss Prize"])
    checkRecords(
      "Experience", "| 2016 | Engineer, Fen Ltd |\n|      | Volunteer, Red Moss |\n",
      ["org=Fen Ltd; role=Engineer; when=2016", "org=Red Moss; role=Volunteer"])
    checkRecords(
      "Education", "| 2016 | MSc in Rain | Fen College |\n|      | BSc in Fog | Moss College |\n",
      ["title=MSc in Rain; org=Fen College; when=2016", "title=BSc in Fog; org=Moss College"])
    checkRecords(
      "Projects", "| 2016 | Fog | maps |\n|      | Rain | gauges |\n",
      ["title=Fog; text=maps; when=2016", "title=Rain; text=gauges"])
    checkRecords(
      "Experience", "| 2016 | **Engineer**, Fen Ltd |\n|      | **Miller**, Moss Ltd |\n",
      ["org=Fen Ltd; role=Engineer; when=2016", "org=Moss Ltd; role=Miller"])
  }
}
