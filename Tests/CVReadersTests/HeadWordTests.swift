// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Words in the head of an entry that belong together, whatever style or sign stands in them.
@Suite struct HeadWordTests {
  @Test func keepsMarksAndWhatTheyMeanTogether() {
    checkRecords(
      "Education",
      """
      - **Fen University**, Leeds, UK — _BSc in Rain_
        GPA **3.94/4.00** (updated May 20, 2025). _2024–Present._

      **Moss University**\u{20}\u{20}
      *BSc in Mud*\u{20}\u{20}
      Graduated *summa cum laude*, December 2022 — GPA: 4.05 (4.3 scale)
      """,
      [
        """
        title=BSc in Rain; org=Fen University; at=Leeds, UK; \
        text=GPA 3.94/4.00 (updated May 20, 2025); when=2024..
        """,
        """
        title=BSc in Mud; org=Moss University; \
        text=Graduated summa cum laude, GPA: 4.05 (4.3 scale); when=2022-12
        """,
      ])
  }

  @Test func takesAGradeForNoTitle() {
    let degrees = ReadProfile.records(
      "Education",
      "#### Fen University\n\n##### ***Rain Specialist**\t2010-2011\t4.0*\n\nA long program.")
    #expect(degrees.map { $0.title?.text } == [nil])
    #expect(degrees.map { $0.text?.text } == ["4.0"])
  }

  @Test(arguments: ["Senior SE", "MySQL DBA"])
  func knowsPostsByTheirLetters(post: String) {
    let posts = ReadProfile.records(
      "Experience", "**RAINSTRIKE** | \(post) | 2019 - 2020\n\n- Built mills")
    #expect(posts.map { $0.role?.text } == [post])
    #expect(posts.map { $0.organisation?.text } == ["RAINSTRIKE"])
  }

  @Test func keepsTownsAndLegalFormsInNames() {
    checkRecords(
      "Experience",
      """
      - *2022 - 2023*, Intern @ [Mudbot Co., Ltd.](https://e.org), Leeds, UK.
      - **Rain Lab**, University of Fen at Leeds | *Engineer*, 2020 – 2021
      - *2019*: **Intern** at the University of Moss
      """,
      [
        "org=Mudbot Co., Ltd.; role=Intern; at=Leeds, UK; when=2022..2023",
        "org=Rain Lab; role=Engineer; text=University of Fen at Leeds; when=2020..2021",
        "org=University of Moss; role=Intern; when=2019",
      ])
  }

  @Test func takesABoldLineForTheEmployer() {
    checkRecords(
      "Experience",
      """
      * **Fen University**\u{20}\u{20}
        Research Intern @ [Rain Lab](https://e.org), 2024.5 ~ Present\u{20}\u{20}
        Topic: Mud
      """,
      [
        "org=Fen University; role=Research Intern; text=Rain Lab, Topic: Mud; when=2024-05.."
      ])
  }

  @Test func partsThePostsBelowOneEmployer() {
    checkRecords(
      "Experience",
      """
      **Rain Management Group**, Moss University
      *Researcher* \\| Mar 2024 – Jun 2024
      *Graduate Assistant* \\| Mar 2022 – Feb 2024
      *Intern* \\| Feb 2021 – Feb 2022
      """,
      [
        "org=Rain Management Group; role=Researcher; text=Moss University; when=2024-03..2024-06",
        "org=Rain Management Group; role=Graduate Assistant; text=Moss University; when=2022-03..2024-02",
        "org=Rain Management Group; role=Intern; text=Moss University; when=2021-02..2022-02",
      ])
    checkRecords(
      "Education",
      """
      ### Fen University

      `09/2013 – 05/2016`
      *Master of Mud | GPA: 3.88*

      `01/2011 – 05/2013`
      *Bachelor of Rain | GPA: 3.92*
      """,
      [
        "title=Master of Mud; org=Fen University; text=GPA: 3.88; when=2013-09..2016-05",
        "title=Bachelor of Rain; org=Fen University; text=GPA: 3.92; when=2011-01..2013-05",
      ])
  }

  @Test func takesALongHeadBehindItsTime() {
    checkRecords(
      "Experience",
      """
      Since August 2017: **Assistant in the Science of Rain** at the Fen University of Rain and \
      Mud and of All Waters of the North, the School of Gauges and Bells of Leeds
      - Built a gauge, and read it
      - Rang a bell at the fen

      May 2015 - July 2017: **Engineer** at Moss University
      - Drew maps
      """,
      [
        """
        org=Fen University of Rain and Mud and of All Waters of the North, the School of Gauges and \
        Bells of Leeds; role=Assistant in the Science of Rain; when=since 2017-08; \
        bullets=["Built a gauge, and read it", "Rang a bell at the fen"]
        """,
        "org=Moss University; role=Engineer; when=2015-05..2017-07; bullets=[\"Drew maps\"]",
      ])
  }

  @Test func readsWhenAPrizeWasGiven() {
    checkRecords(
      "Awards",
      """
      - Rain Prize, 2022 (top 2 %)

      **Mud Scholarship, Fen University**\u{20}\u{20}
      *Awarded Mar 2020*
      - Gave $500

      **Fog Scholarship, Fen University**\u{20}\u{20}
      *Awarded Sept 2019*
      - Gave $100
      """,
      [
        "title=Rain Prize (top 2 %); when=2022",
        "title=Mud Scholarship, Fen University; when=2020-03; bullets=[\"Gave $500\"]",
        "title=Fog Scholarship, Fen University; when=2019-09; bullets=[\"Gave $100\"]",
      ])
  }

  @Test func keepsNamesWithCommasWhole() {
    checkRecords(
      "Experience",
      """
      - Lecturer, Department of Rain, Fog, and Snow, University of Olm, 2009–2010
      - Intern, <a href="https://e.org">Centre for Rain, Fog, & Snow</a>, Olm University, 2011
      - Clerk, <a href="https://e.org">Mud Lab</a> (Leeds, UK), 2012
      """,
      [
        """
        org=Department of Rain, Fog, and Snow, University of Olm; role=Lecturer; when=2009..2010
        """,
        "org=Centre for Rain, Fog, & Snow, Olm University; role=Intern; when=2011",
        "org=Mud Lab; role=Clerk; at=Leeds, UK; when=2012",
      ])
    checkRecords(
      "Experience",
      "## [Rain Project](https://e.org), Olm University\nJune 2019--August 2019: **Intern**\n",
      ["org=Rain Project, Olm University; role=Intern; when=2019-06..2019-08"])
  }

  @Test func putsOneLinkOverANameWithCommas() {
    let records = ReadProfile.records(
      "Experience",
      "- Intern, [Centre for Rain, Fog, & Snow](https://e.org), 2011")
    let name = records.first?.organisation
    #expect(name?.runs.allSatisfy { $0.attributes.link == "https://e.org" } == true)
  }

  @Test func takesBoldWordsBeforeAPostForItsEmployer() {
    checkRecords(
      "Experience",
      """
      `2011 - 2012`
      __FTU Mudford__ Engineer; [Rain group](https://e.org), a project of rain

      `2013 - 2014`
      __Olm University__ Engineer; built and kept all the [gauges](https://e.org) of the north
      """,
      [
        "org=FTU Mudford; role=Engineer; text=Rain group, a project of rain; when=2011..2012",
        """
        org=Olm University; role=Engineer; \
        text=built and kept all the gauges of the north; when=2013..2014
        """,
      ])
    checkRecords(
      "Experience",
      """
      `2012 - 2013`
      __Rain for People__ Developer of the open [Rain Map](https://e.org) made for towns

      `2010 - 2011`
      __Rain Maps__ Engineer, [Mudbot](https://e.org)
      """,
      [
        """
        org=Rain for People; role=Developer of the open; text=Rain Map, made for towns; \
        when=2012..2013
        """,
        "org=Mudbot; role=Engineer; text=Rain Maps; when=2010..2011",
      ])
    checkRecords(
      "Education", "`2007 - 2010`\n__FTU Mudford__ PhD in Rain, [Fog group](https://e.org)",
      ["title=PhD in Rain; org=FTU Mudford; text=Fog group; when=2007..2010"])
  }

  @Test func keepsPlacesWithASlashAndShortFormsOfNamesWhole() {
    checkRecords(
      "Experience",
      """
      **ACME GAUGES**\u{20}\u{20}
      Rain Engineer\u{20}\u{20}
      Leeds, UK / Remote

      - Built gauges

      ### Bolt Institute
      Clerk, Leeds / Remote
      2020 – 2021
      """,
      [
        """
        org=ACME GAUGES; role=Rain Engineer; at=Leeds, UK / Remote; bullets=["Built gauges"]
        """,
        "org=Bolt Institute; role=Clerk; at=Leeds / Remote; when=2020..2021",
      ])
    checkRecords(
      "教育经历", "2012-2015 远山大学附属中学（远大附中）\n",
      ["org=远山大学附属中学（远大附中）; when=2012..2015"])
  }

  @Test func keepsALabelWithTheItalicsBehindIt() {
    checkRecords(
      "Education", "- **Olm University** MSc Mud, track *Rain*, 2014-2015\n",
      ["title=MSc Mud, track Rain; org=Olm University; when=2014..2015"])
  }

  @Test func findsASchoolBehindADegreeIn() {
    checkRecords(
      "Education", "- BSc in [Fen Rain University](https://e.org), UK, 2011.",
      ["title=BSc; org=Fen Rain University; at=UK; when=2011"])
  }

  @Test func takesTheGiverOfAStyledPrize() {
    checkRecords(
      "Awards", "- **Tern Prize**, from the Fen Society\n- **Best Map**, from Acme, 2019",
      ["title=Tern Prize; org=Fen Society", "title=Best Map; org=Acme; when=2019"])
  }

  @Test func readsAMonthOfTheSameYear() {
    checkRecords(
      "Experience",
      "- Engineer, Acme Ltd, 2025.05 – 07\n- Engineer, Fog Ltd, 2024.09 ~ 12\n- Cook, Fen Ltd, 2023.09",
      [
        "org=Acme Ltd; role=Engineer; when=2025-05..2025-07",
        "org=Fog Ltd; role=Engineer; when=2024-09..2024-12",
        "org=Fen Ltd; role=Cook; when=2023-09",
      ])
  }

  @Test func keepsABracketBehindALevelWithIt() {
    checkRecords(
      "Languages", "- English - Pre-intermediate (A2/B1)",
      ["title=English; text=Pre-intermediate (A2/B1)"])
  }

  @Test func readsAPointOfSignsBelowAPost() {
    #expect(ReadProfile.records("Experience", "### Acme\n\n- ,\n- x").count == 1)
  }

  @Test func keepsWordsBehindByInAPrize() {
    checkRecords(
      "Awards", "- **Tern Prize** by the Fen Society, 2020\n- **Grant** from 12 nations",
      ["title=Tern Prize by the Fen Society; when=2020", "title=Grant from 12 nations"])
  }

  @Test func keepsPostsWithYearsOfTheirOwn() {
    checkRecords(
      "Experience",
      "2010 -- 2016\n:   **Reader** (2013--2016) and **Lecturer** (2010--2013), University of Moor",
      [
        "org=University of Moor; role=Reader (2013--2016) and Lecturer (2010--2013); when=2010..2016"
      ])
  }

  @Test func partsAPostAtBeim() {
    checkRecords(
      "Berufserfahrung", "- 2019-2021: Werkstudentin beim Wasserverband Obere Moor",
      ["org=Wasserverband Obere Moor; role=Werkstudentin; when=2019..2021"])
  }

  @Test func takesNoPersonForACourse() {
    checkRecords(
      "Teaching",
      "- 2022-2024 - _PhD Supervisor_, Dr. Ada Roe, \"On rain and fog: two views\", Fen University",
      [
        """
        org=Fen University; role=PhD Supervisor; \
        text=Dr. Ada Roe, "On rain and fog: two views"; when=2022..2024
        """
      ])
  }

  @Test func keepsATownOfANameWhereAnotherLineSaysThePlace() {
    checkRecords(
      "Experience",
      "Rain Institute of Mud, Hågenby\n\n- Leeds, UK\n2019 - 2020\n- *Visiting Student*",
      ["org=Rain Institute of Mud, Hågenby; role=Visiting Student; at=Leeds, UK; when=2019..2020"])
  }

  @Test(arguments: [
    ("**Engineer**, Tern, New York, NY  \n2021-11 to Present", "Tern", "Engineer", "New York, NY"),
    (
      "**Data Engineer, Rain**, Tern One, New York, NY  \n2020 - 2021", "Tern One",
      "Data Engineer, Rain", "New York, NY"
    ),
    (
      "**Director of Rain – Moss Labs** | Columbus, OH (2013–2015)", "Moss Labs",
      "Director of Rain", "Columbus, OH"
    ),
  ])
  func takesAnUnknownNameBeforeAPlaceForTheEmployer(
    line: String, organisation: String, role: String, place: String
  ) {
    let record = ReadProfile.records("Experience", line).first
    #expect(record?.organisation?.text == organisation)
    #expect(record?.role?.text == role)
    #expect(record?.location?.text == place)
  }

  @Test func keepsATownBeforeItsCountry() {
    let record = ReadProfile.records("Experience", "- 1988-1989: Intern, Mudford, France").first
    #expect(record?.organisation == nil)
    #expect(record?.location?.text == "Mudford, France")
  }

  @Test(arguments: [
    ("- 1994: Habilitation in Wet Maps from Universite Fen-Est", "Universite Fen-Est"),
    ("- 1990: M.S from Fen Polytechnic", "Fen Polytechnic"),
  ])
  func readsTheSchoolBehindFrom(line: String, school: String) {
    let record = ReadProfile.records("Education", line).first
    #expect(record?.organisation?.text == school)
    #expect(record?.title?.text.contains("from") == false)
  }

  @Test func readsTheSchoolBehindTheSupervisor() {
    checkRecords(
      "Education",
      "- Ph.D, Rain Science (Fog and Mud), 2015, Supervised by [Prof. Bo Poe](p.html), "
        + "Fen University.\n- MSc Mud, Moss College, 2010, supervised by Bo Poe, Fen University.\n",
      [
        "title=Ph.D, Rain Science (Fog and Mud); org=Fen University; "
          + "text=Supervised by Prof. Bo Poe; when=2015",
        "title=MSc Mud; org=Moss College; text=supervised by Bo Poe, Fen University; when=2010",
      ])
  }

  @Test func keepsARankBehindTheSupervisor() {
    checkRecords(
      "教育背景", "- 2021.09—2026.06  苔原大学雨学院，  工学博士，  导师: 祁望教授（二级）\n",
      ["title=工学博士; org=苔原大学雨学院; text=导师: 祁望教授（二级）; when=2021-09..2026-06"])
  }

  @Test func keepsTheTownInTheNameOfAUniversity() {
    checkRecords(
      "Experience",
      """
      - Rain Analyst, University of Olm at Mudstadt, 2019
      - Rain Analyst at University of Olm at Mudstadt (UOM), 2018
      """,
      [
        "org=University of Olm at Mudstadt; role=Rain Analyst; when=2019",
        "org=University of Olm at Mudstadt (UOM); role=Rain Analyst; when=2018",
      ])
    let other = ReadProfile.records("Experience", "- Analyst, University of Olm at Acme Labs, 2017")
    #expect(other.first?.organisation?.text == "Acme Labs")
  }
}
