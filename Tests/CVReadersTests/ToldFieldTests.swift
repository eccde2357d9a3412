// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Fields that only a stop, a dash in bold or a label parts from others, and what is told below.
@Suite struct ToldFieldTests {
  @Test func readsLinesBehindLabelsAsPoints() {
    checkRecords(
      "Education",
      """
      **PhD in Rain Science (2021 - Present)**\\
      **University of Québec, Québec, Canada**\\
      *Thesis:* "Drier rain"\\
      *Current GPA:* 3.65/4.0\\
      *Advisor:* Prof. Bo Poe
      """,
      [
        "title=PhD in Rain Science; org=University of Québec; at=Québec, Canada; "
          + "when=2021..; bullets=[\"Thesis: \\\"Drier rain\\\"\", "
          + "\"Current GPA: 3.65/4.0\", \"Advisor: Prof. Bo Poe\"]"
      ])
    checkRecords(
      "Experience",
      """
      **Rain Internship**\\
      *January 2019 – September 2020* | Rain Institute\\
      Project: Study of wet maps\\
      Responsibilities: Drew maps.
      """,
      [
        "org=Rain Institute; role=Rain Internship; when=2019-01..2020-09; "
          + "bullets=[\"Project: Study of wet maps\", \"Responsibilities: Drew maps.\"]"
      ])
    // Fields with their names are fields, and one line is a remark.
    checkRecords(
      "Experience", "**Acme Ltd** (2019)\\\n**Role:** Engineer\\\n**Location:** Leeds, UK",
      ["org=Acme Ltd; role=Engineer; at=Leeds, UK; when=2019"])
  }

  @Test func partsEmployersInBoldBeforeAPlace() {
    checkRecords(
      "Experience",
      """
      - **Rain Warden / Owner — The Marsh Group, LLC**, Ashford · August 2012–October 2018
      - **Field Engineer — Acme**, South Carolina · October 2019–April 2020
      - **Rain Engineer — Fog team**, Acme · 2021–2022
      """,
      [
        "org=The Marsh Group, LLC; role=Rain Warden / Owner; at=Ashford; when=2012-08..2018-10",
        "org=Acme; role=Field Engineer; at=South Carolina; when=2019-10..2020-04",
        "org=Acme; role=Rain Engineer — Fog team; when=2021..2022",
      ])
  }

  @Test func readsPrizesBeforeAStop() {
    checkRecords(
      "Awards",
      """
      - **[2022]** Fog Research Award. CAD 12,000
      - 2019. Dean's List.
      - Tern Prize. Fen University. 2018
      - Best Map of Rain. Told on air by the town. 2017
      """,
      [
        "title=Fog Research Award; text=CAD 12,000; when=2022", "title=Dean's List; when=2019",
        "title=Tern Prize; org=Fen University; when=2018",
        "title=Best Map of Rain. Told on air by the town. 2017; when=2017",
      ])
    checkRecords(
      "Academic achievements", "2015\n:    Rain Award for Fog. University of Northern Fens.\n",
      ["title=Rain Award for Fog; org=University of Northern Fens; when=2015"])
    checkRecords(
      "Certifications", "2017\n:    First Aid Level 1. Rain Service. Campbell River, BC.\n",
      ["title=First Aid Level 1; text=Rain Service. Campbell River, BC; when=2017"])
  }

  @Test func readsPartsBelowADateInASectionOfAnyKind() {
    checkRecords(
      "Extracurricular Activities",
      """
      - **[Jun. 2021 - Aug. 2021]** Pad for Rain Foundation.
        <br>
        <em> Teaching Assistant </em>
      - **[2020]** Walked around the fens.
        <br>
        Twice
      """,
      [
        "org=Pad for Rain Foundation; role=Teaching Assistant; when=2021-06..2021-08",
        "text=Walked around the fens Twice; when=2020",
      ])
  }

  @Test func keepsWithWhomSomebodyWorked() {
    checkRecords(
      "Experience",
      """
      - 2014-2018: Postdoc, Fen University, Rain Department, with [Bo Poe](http://poe.example).
      - 2012-2013: Postdoc, Fen University, thesis with [Cy Doe](http://doe.example).
      - 2009-2010: PI, [Acme](http://acme.example)\\
        PI: Dr. Bo Poe & Dr. Cy Doe
      """,
      [
        "org=Fen University, Rain Department; role=Postdoc; text=with Bo Poe; when=2014..2018",
        "org=Fen University; role=Postdoc; text=thesis with Cy Doe; when=2012..2013",
        "org=Acme; role=PI; text=PI: Dr. Bo Poe & Dr. Cy Doe; when=2009..2010",
      ])
  }

  @Test func takesWhatIsToldBelowTheOnlyPoint() {
    let told =
      "I worked on the long context of rain and fog in the fens, and drew many maps of it."
    checkRecords(
      "Experience", "- *2019 – 2020*, Rain Group, Research Intern\n\n\(told)\n",
      ["org=Rain Group; role=Research Intern; when=2019..2020; bullets=[\"\(told)\"]"])
    // Below several it tells of all of them.
    let two = ReadProfile.records(
      "Experience", "- *2019*, Rain Group, Intern\n- *2018*, Fog Group, Intern\n\n\(told)\n")
    #expect(two.filter { !$0.bullets.isEmpty }.isEmpty)
  }

  @Test func readsColumnsBelowLinkedNames() {
    checkRecords(
      "Projects",
      """
      | [Tern](https://a.example) | [Gull](https://b.example) |
      |---|---|
      | A map of rain | A fog bell |
      | ![Map](a.png) | ![Bell](b.png) |
      """,
      ["title=Tern; bullets=[\"A map of rain\"]", "title=Gull; bullets=[\"A fog bell\"]"])
    checkRecords(
      "Projects", "| Name | About |\n|--|--|\n| Tern | A map of rain |\n",
      ["title=Tern; text=A map of rain"])
  }

  /// Points whose lines are all taken away, or that begin with something else than words.
  @Test(arguments: [
    "## Setup\n\n1. ```\n   make all\n   ```\n2. Run it", "## Interests\n\n- > Rain",
    "## Miscellaneous\n\n- [[code](https://x.example/a)]\n- [[slides](https://x.example/b)]",
    "## Hobbies\n\n- <table><tr><td>a<td>b</table>",
  ])
  func readsPointsWithoutALine(source: String) {
    let page = ReadProfile("# Ada Roe\n\nHello.\n\n" + source + "\n")
    #expect(!page.profile.sections.isEmpty)
  }

  @Test func keepsWhatACourseWasAboutInItsOrder() {
    checkRecords(
      "Teaching",
      """
      - **Rain Computing (8RAIN20)**\\
        *Fall 2023 (22 students)*\\
        Covered rain technologies (gauges, buckets), maps of all processes, and services.
      - **Fog**\\
        *Fall 2022*\\
        Fen University
      """,
      [
        "title=Rain Computing (8RAIN20); text=22 students; when=2023; bullets=[\"Covered rain "
          + "technologies (gauges, buckets), maps of all processes, and services.\"]",
        "title=Fog; org=Fen University; when=2022",
      ])
  }

  @Test func readsTownsBehindBodies() {
    checkRecords(
      "Experience",
      "**Rain Warden**, Fen Institute, Tula Foundation, Heron Bay, BC, Canada, 2015 – 2018",
      [
        "org=Fen Institute, Tula Foundation; role=Rain Warden; at=Heron Bay, BC, Canada; "
          + "when=2015..2018"
      ])
  }

  @Test func readsDegreesThatAreToCome() {
    checkRecords(
      "Education",
      "**MSc Rain** | Fen City University\n*Graduating September 2036 | Anticipated GPA: 3.5*\n",
      [
        "title=MSc Rain; org=Fen City University; text=Anticipated GPA: 3.5; "
          + "when=2036-09?"
      ])
  }

  /// `Jan 13 – Mar 14`, line below line: one to the present shows that these are years.
  @Test func readsShortYearsInLinesOfTheirOwn() {
    let post = { (when: String) in "### Acme\n\n_\(when)_\n\n**Engineer**\n\n- Built\n\n" }
    let dates = { (body: String) in
      ReadProfile.records("Experience", body).map(\.summary).map { $0.split(separator: ";") }
        .map { $0.first { $0.hasPrefix(" when=") }.map(String.init) }
    }
    #expect(
      dates(post("Oct 14 - Present") + post("Jan 13 - Mar 14"))
        == [" when=2014-10..", " when=2013-01..2014-03"])
    #expect(dates(post("Nov 10 - Feb 11") + post("Jan 13 - Mar 14")) == [nil, nil])
  }
}
