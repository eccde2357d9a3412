// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// What stands below a year that a point, or a heading as large as that of its section, says alone.
@Suite struct DatedPointsTests {
  @Test func takesTheDegreeAndTheSchoolBelowItsYear() {
    checkRecords(
      "Education",
      """
      - 2022 (Expected)
        - Moss State University, Leeds, U.K.
        - **PhD in Rain**
        - With a thesis on roofs
      - 2016
        - BSc in Maps
        - Fen College
      """,
      [
        "title=PhD in Rain; org=Moss State University; at=Leeds, U.K.; when=2022?; "
          + #"bullets=["With a thesis on roofs"]"#,
        "title=BSc in Maps; org=Fen College; when=2016",
      ])
  }

  @Test func takesEachPostBelowAYear() {
    checkRecords(
      "Experience",
      """
      - 2020
        - Engineer, Acme
        - Intern at Fen Institute
          - Drew maps
      - 2019 - 2020
        - Drew maps of rain
        - Led a team
      """,
      [
        "org=Acme; role=Engineer; when=2020",
        #"org=Fen Institute; role=Intern; when=2020; bullets=["Drew maps"]"#,
        #"when=2019..2020; bullets=["Drew maps of rain", "Led a team"]"#,
      ])
  }

  @Test func datesTheOnlyTalkOfAYear() {
    let body =
      "- 2020\n  - Rain on roofs, Moss University\n- **Wet maps**\n  - Fen Conference, 2019\n"
    checkRecords(
      "Talks", body,
      [
        "title=Rain on roofs; org=Moss University; when=2020",
        "title=Wet maps; org=Fen Conference; when=2019",
      ])
  }

  @Test func groupsByYearsThatAreAsLargeAsTheTitle() {
    let page = """
      # Publications

      # 2025

      - Ada Roe, Bo Poe. Rain on roofs. *Rain Letters*, 2025.

      # 2024

      - Bo Poe, Ada Roe. Wet maps. *Rain Letters*, 2024.

      # Awards

      - Rain Prize
      """
    let profile = ReadProfile(page).profile
    #expect(profile.sections.map(\.title?.text) == ["Publications", "Awards"])
    #expect(profile.works.map(\.group?.text) == ["2025", "2024"])
  }

  @Test func keepsAYearBelowWordsAboutOneselfForASection() {
    let profile = ReadProfile("# About\n\nI draw rain.\n\n# 2025\n\n- A year of rain\n").profile
    #expect(profile.sections.count == 2)
  }

  @Test func takesTheSubjectOfAPostForNoPlace() {
    checkRecords(
      "Experience",
      """
      - Professor of [Rain](https://rain.example.org) at [Fen](https://fen.example.org)
      - Board of Directors of [Fen Society](https://fen.example.org)
      - Founder of [Acme](https://acme.example.org), 2020
      """,
      [
        "org=Fen; role=Professor of Rain", "org=Fen Society; role=Board of Directors",
        "org=Acme; role=Founder; when=2020",
      ])
  }

  @Test func readsAStopBehindThatOfInitials() {
    let works = ReadProfile.publications(
      "- **Roe, A.B.**., Poe, C., & Moe, D. (2020). Rain. *Rain Letters*, 2.\n"
        + "- **Roe, A.B.**. (2019). Wet maps. *Rain Letters*, 1.\n")
    #expect(
      works.map { $0.authors.map(\.name) } == [["Roe, A.B.", "Poe, C.", "Moe, D."], ["Roe, A.B."]])
    #expect(works.map(\.title.text) == ["Rain", "Wet maps"])
  }

  @Test func readsYearsBelowALineInBold() {
    checkRecords(
      "Teaching",
      """
      **Rain Teaching Award of the Moss School at Fen University**

      - 2021
        - Tutor - *Wet Maps*
      - 2020
        - Tutor - *Mud*
      """,
      ["title=Wet Maps; role=Tutor; when=2021", "title=Mud; role=Tutor; when=2020"])
  }

  @Test func keepsThePlainYearsOfAGroupWithinIt() {
    let works = ReadProfile.publications(
      """
      **Talks in print**

      2021

      - Roe, A., & Poe, B. Rain. *Rain Letters*.

      2020

      - Roe, A., & Poe, B. Mud. *Rain Letters*.

      **Journals**

      - Roe, A., & Poe, B. Fog. *Rain Letters*.
      """)
    #expect(works.map(\.group?.text) == ["Talks in print", "Talks in print", "Journals"])
    #expect(works.map(\.year) == [2021, 2020, nil])
  }

  @Test func readsInitialsWithoutTheirLastStop() {
    let work = ReadProfile.publications(
      "- **Roe, A.B** & Poe, C. (2020). Rain. *Rain Letters*, 2."
    ).first
    #expect(work?.authors.map(\.name) == ["Roe, A.B", "Poe, C."])
    #expect(work?.title.text == "Rain")
  }
}
