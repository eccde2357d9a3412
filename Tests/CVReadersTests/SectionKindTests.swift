// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Titles of sections and the kinds that they name.
@Suite struct SectionKindTests {
  @Test(arguments: [
    ("Areas of Specialization", SectionKind.researchInterests),
    ("Areas of Competence", .researchInterests), ("AOS / AOC", .researchInterests),
    ("Aus- und Weiterbildungen", .education), ("Weiterbildungen", .certificates),
    ("Poste actuel", .experience), ("Current position", .experience),
    ("Derzeitige Tätigkeit", .experience), ("Cargo actual", .experience),
    ("Sélection de communications", .talks), ("Communications orales", .talks),
    ("Publications et communications", .publications), ("Sélection de publications", .publications),
    ("Competences", .skills), ("Research visits", .experience), ("Research Stays", .experience),
  ])
  func knowsFieldsAndStays(title: String, kind: SectionKind) {
    #expect(ReadProfile.section(title, "- Fog and rain\n").kind == kind)
  }

  @Test func takesATableOfPostsBelowWorksForPosts() {
    let table = "| When | Organisation | Role |\n| - | - | - |\n| 2021 | Fen | Engineer |\n"
    #expect(ReadProfile.section("Projects", table).kind == .experience)
    #expect(
      ReadProfile.section("Projects", table.replacing("Role", with: "Name")).kind == .projects)
  }

  @Test(arguments: [
    ("Fen Works Ltd (2019 - 2022)", SectionKind.experience),
    ("霧ノ浜株式会社 (2021/04〜2022/09)", .experience), ("Fen University (2015 - 2019)", .other),
    ("Rain Lab (2019)", .other), ("Fen Works Ltd", .other),
    ("Rain Centre Seminar (2019 – 2021)", .other),
    ("Blog of the Rain Company (2015 – 2020)", .other), ("執筆した外部ブログ", .media),
  ])
  func takesTheTimeAtAnEmployerForAPost(title: String, kind: SectionKind) {
    #expect(ReadProfile.section(title, "- Maps of rain\n- Maps of fog\n").kind == kind)
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

  @Test(arguments: [
    (
      "Publications ([Google Scholar](https://scholar.google.com/citations?user=a1))",
      "Publications", 1
    ),
    ("Projects | [GitHub](https://github.com/ada)", "Projects", 1),
    ("Publications ([full list](https://e.org/papers))", "Publications (full list)", 0),
    ("Rain maps ([GitHub](https://github.com/ada/maps))", "Rain maps (GitHub)", 0),
  ])
  func takesTheOwnersPageOutOfATitle(heading: String, title: String, contacts: Int) {
    let profile = ReadProfile("# Ada Roe\n\n## \(heading)\n\n- Rain, 2019\n").profile
    #expect(profile.sections.map { $0.title?.text } == [title])
    #expect(profile.contacts.count == contacts)
  }

  @Test(arguments: [
    ("Publicaciones en revistas con revisión por pares", SectionKind.publications),
    ("Articles en revue internationale avec comité de lecture", .publications),
    ("Open Positions", .other), ("Positions", .experience),
  ])
  func readsWhatStandsBeforeTheSubject(title: String, kind: SectionKind) {
    #expect(ReadProfile.section(title, "- Fog and rain\n").kind == kind)
  }

  @Test func showsTitlesInTheStyleOfTheDocument() {
    let title = ReadProfile.section("*Projects*", "- Tern, a map\n").title
    #expect(title?.runs.map(\.attributes.marks) == [[]])
  }

  @Test func keepsRepositoriesInTitles() {
    let page = ReadProfile(
      "# Ada Roe\n\n## Projects [GitHub](https://github.com/fenlab/tern)\n\n- Tern, a map\n\n"
        + "## Teaching ([YouTube](https://www.youtube.com/watch?v=abc))\n\n- Rain 101\n")
    #expect(page.profile.contacts.isEmpty)
  }

  /// On a page with titles in bold `Brief CV` is one, too, and holds posts and degrees.
  @Test func readsACVInAPage() {
    let page = ReadProfile(
      "---\ntitle: Ada Roe\n---\n\n**Publications**\n\n- Ada Roe. On rain. *Fog*, 2021.\n\n"
        + "**Brief CV**\n\n- 2018-present: Professor, Fen University\n"
        + "- 2014-2018: PhD in Rain, Mud University\n")
    #expect(page.profile.sections.map(\.kind) == [.publications, .experience])
    #expect(
      page.summaries.suffix(2) == [
        "org=Fen University; role=Professor; when=2018..",
        "title=PhD in Rain; org=Mud University; when=2014..2018",
      ])
  }

  @Test func readsForWhatSomebodyReviewed() {
    let page = ReadProfile(
      "# Ada Roe\n\n## Academic Services\n\n### Conferences\n\n- RAIN: 2020, 2021\n- Fog 2022\n\n"
        + "### Journals\n\n- Rain Letters\n\n## Activities of a scholar\n\n### Conferences\n\n"
        + "- Bo Poe, Ada Roe. Wet maps of land. Rain Letters, 2021.\n")
    #expect(page.profile.sections.map(\.kind).first == .services)
    #expect(
      page.summaries.prefix(3) == [
        "title=Conferences: RAIN; when=2020, 2021", "title=Conferences: Fog 2022",
        "title=Journals: Rain Letters",
      ])
    // Works below a title of their own are none.
    let works = ReadProfile(
      "## Services\n\n### Journals\n\n- Bo Poe, Ada Roe. Wet maps of land. Rain Letters, 2021.\n\n"
        + "### Invited talks\n\n- On rain, Fen University, 2021\n")
    #expect(works.profile.sections.map(\.kind) == [.publications, .talks])
  }

  @Test func takesLinksBelowWorkForProjects() {
    let links = "- [Tern](https://a.example)\n- [Gull](https://b.example)\n"
    #expect(ReadProfile.section("Selected creative work", links).kind == .projects)
    #expect(ReadProfile.section("Work", "- Engineer, Acme, 2019\n").kind == .experience)
  }
}
