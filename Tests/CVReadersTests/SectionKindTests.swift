// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Titles of sections and the kinds that they name.
@Suite struct SectionKindTests {
  @Test(arguments: [
    ("Areas of Specialization", SectionKind.researchInterests),
    ("Areas of Competence", .researchInterests), ("AOS / AOC", .researchInterests),
    ("Competences", .skills), ("Research visits", .experience), ("Research Stays", .experience),
  ])
  func knowsFieldsAndStays(title: String, kind: SectionKind) {
    #expect(ReadProfile.section(title, "- Fog and rain\n").kind == kind)
  }

  @Test func readsTheMonthsOfAStay() {
    checkRecords(
      "Research visits",
      """
      - 2023: Visiting scholar (June), Fen University
      - 2022: Visiting scholar (January–July), Rain University
      - 2021: Visiting scholar (remote), Mud University
      """,
      [
        "org=Fen University; role=Visiting scholar; when=2023-06",
        "org=Rain University; role=Visiting scholar; when=2022-01..2022-07",
        "org=Mud University; role=Visiting scholar (remote); when=2021",
      ])
  }

  @Test func takesMeetingsThatWereAttendedForNoWorks() {
    checkRecords(
      "Conferences, seminars, workshops",
      "- 2023: FEN (Leeds); Rain workshop (Olm)\n- 2018: Rain workshop (Ely)\n",
      ["title=FEN (Leeds); Rain workshop (Olm); when=2023", "title=Rain workshop (Ely); when=2018"])
    let works = """
      - A. Roe, B. Poe. *Slow maps of the wet land*. In Rain Week 2020.
      - A. Roe, C. Moe. *Mud maps of the dry land*. In Fen Week 2019.
      """
    let kinds = ["Conferences, Workshops", "Conferences, Journals"].map {
      ReadProfile.section($0, works).kind
    }
    #expect(kinds == [.publications, .publications])
  }

  @Test func keepsTheBracketAtTheEndOfADatedWork() {
    let works = ReadProfile.publications(
      "- 2018: Maps of the rain (second part)\n- (2017: Maps of the slow rain)\n")
    #expect(works.map(\.title.text) == ["Maps of the rain (second part)", "Maps of the slow rain"])
  }

  @Test func takesClassesBeforeAStudyForADegree() {
    checkRecords(
      "Education", "- 2012: Preparatory classes in Rain and Mud\n- 2010: Fen College\n",
      ["title=Preparatory classes in Rain and Mud; when=2012", "org=Fen College; when=2010"])
  }
}
