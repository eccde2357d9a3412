// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Testing

/// What a section is, where its title does not say it, and where sections begin.
@Suite struct SectionShapeTests {
  private func kinds(_ source: String) -> [SectionKind] {
    ReadProfile(source).profile.sections.map(\.kind)
  }

  @Test func takesResearchAboveWorksForPublications() {
    let works = """
      # Research

      I study rain.

      - **A. Roe**, B. Poe. *Wet maps*. Rain Letters, 2020.
      - B. Poe, **A. Roe**. *Dry maps*. Rain Letters, 2021.
      """
    #expect(kinds(works) == [.publications])
    #expect(kinds("# Research\n\n- Rain\n- Maps of rain, since 2020\n") == [.researchInterests])
    let unsigned = """
      # Research

      - **A Slow Model of Rain for Mills** <br> RAIN 2026, Oral.
      - **Station Observations of Fog and Mud** <br> Submitted to FOG, Top Journal.
      """
    #expect(kinds(unsigned) == [.publications])
  }

  @Test func knowsTestsOfALanguageAndOrganizations() {
    #expect(kinds("# English Proficiency\n\n- CET-6: 579\n") == [.languages])
    #expect(kinds("# Organizations\n\n- Rain Club, since 2020\n") == [.memberships])
  }

  @Test func takesPostsBelowResearchForExperience() {
    let page = """
      # Ongoing Research

      **Research Assistant, Rain Group** (2020 - 2021)\u{20}\u{20}
      Maps of wet land.
      - Drew maps.

      **Fog Atlas, Fen Mill** (2019 - 2020)\u{20}\u{20}
      Maps of fog.
      - Drew more.
      """
    #expect(kinds(page) == [.experience])
  }

  @Test func readsWhatASummarySumsUp() {
    #expect(kinds("# Employment Summary\n\n- Engineer, Acme, 2020\n") == [.experience])
    #expect(kinds("# Personal Summary\n\nI map rain.\n") == [.about])
    #expect(kinds("# Other Courses & Certifications\n\n- 2018, Rain I\n") == [.certificates])
    #expect(kinds("# Project Highlights\n\n- **Tern**, a map\n") == [.projects])
    #expect(kinds("# Recent Highlights\n\n- May 2020: rain\n") == [.news])
    #expect(kinds("# Project News\n\n- May 2020: rain\n") == [.news])
  }

  @Test func readsWhatResearchIsSaidOf() {
    #expect(kinds("# Research & Mud Skills\n\n**Maps:** rain, fog\n") == [.skills])
    #expect(kinds("# Research and Slow Mud\n\n- Rain\n") == [.researchInterests])
    #expect(kinds("# Research Interests & Mud Skills\n\n- Rain\n") == [.researchInterests])
  }

  @Test func takesADeeperTitleBehindEntriesForASection() {
    let page = "# Experience\n\n- Engineer, Acme, 2020\n\n## Awards\n\n- Tern Prize, 2019\n"
    #expect(kinds(page) == [.experience, .awards])
    #expect(kinds("# Education\n\n- PhD, Fen, 2020\n\n## Courses\n\n- Maps\n") == [.education])
    #expect(kinds("# Who is Ada?\n\nI am a hydrologist.\n") == [.about])
  }

  @Test func parsABackgroundInPostsAndEducation() {
    let page = "# 个人经历\n\n## 研究经历\n\n- 工程师，2020\n\n## 教育经历\n\n- 博士，2016\n"
    #expect(kinds(page) == [.experience, .education])
  }

  @Test func takesASmallRemarkOutOfATitle() {
    let page = ReadProfile("# 工作经历<sub>(按时间倒序)</sub>\n\n- 工程师，2020\n").profile
    #expect(page.sections.map { $0.title?.text } == ["工作经历"])
    #expect(page.sections.map(\.kind) == [.experience])
  }

  @Test func leavesOutAnEpigraph() {
    let quoted = ReadProfile("> \"A map is a memory.\" - Anon.\n\n# Skills\n\n- Maps\n")
    #expect(quoted.profile.sections.map(\.kind) == [.skills])
    let page = ReadProfile(
      "> Rain comes<br>and goes. ---<cite>Old song</cite>\n\n# Skills\n\n- Maps\n")
    #expect(page.profile.sections.map(\.kind) == [.skills])
    #expect(page.account.entries.contains { $0.fate == .homepageMatter })
  }

  @Test func takesATimelineOfPostsForExperience() {
    let table = """
      # Timeline

      | When | What | Where |
      |--|--|--|
      | 2020 - 2022 | Software Engineer | Acme Inc., Leeds, UK |
      | 2018 - 2020 | Intern, gauges | Office of Rain |
      """
    let section = ReadProfile(table).profile.sections.first
    #expect(section?.kind == .experience)
    let records = section?.entries.compactMap { entry -> String? in
      if case .record(let record) = entry { return record.summary }
      return nil
    }
    #expect(
      records == [
        "org=Acme Inc.; role=Software Engineer; at=Leeds, UK; when=2020..2022",
        "org=Office of Rain; role=Intern, gauges; when=2018..2020",
      ])
  }

  @Test func takesResearchAboveDatedPostsForExperience() {
    let posts = """
      # Research & Teaching

      UNIVERSITY OF FEN | *FIELD RESEARCH*<br>
      Aug 2007 – April 2013 | Leeds, UK & Lyon, France<br>
      - Counted snails.

      UNIVERSITY OF FEN | *TEACHING ASSISTANT*<br>
      2008 – 2013 | Leeds, UK<br>
      - Explained snails.
      """
    #expect(kinds(posts) == [.experience])
    #expect(
      ReadProfile(posts).profile.sections[0].entries.compactMap { entry -> String? in
        if case .record(let record) = entry { return record.summary }
        return nil
      } == [
        "org=UNIVERSITY OF FEN; role=FIELD RESEARCH; at=Leeds, UK & Lyon, France; "
          + "when=2007-08..2013-04; bullets=[\"Counted snails.\"]",
        "org=UNIVERSITY OF FEN; role=TEACHING ASSISTANT; at=Leeds, UK; when=2008..2013; "
          + "bullets=[\"Explained snails.\"]",
      ])
  }

  @Test func findsSectionsAtTheLevelOfTheirEntries() {
    let page = ReadProfile(
      """
      ## Experience

      ### Skill Set
      - Rain

      ### Acme
      *(March 2019 - Present)*<br/>
      **Engineer**

      ### Speeches
      - *Wet maps*, Fen Days 2016

      ### Education
      - Fen College *(2005–2009)*<br/>**Bachelor of Rain**
      """)
    #expect(page.profile.sections.map(\.kind) == [.experience, .skills, .talks, .education])
    #expect(page.profile.sections.map(\.entries.count) == [1, 1, 1, 1])
  }

  @Test(arguments: [
    ("Publicatons", SectionKind.publications), ("Experiance", .experience),
    ("Educaiton", .education),
    ("Kontaktdate", .other), ("Fachkenntisse", .skills), ("Sonstiges", .other),
    ("Research & Project Experience", .experience), ("Research and Awards", .researchInterests),
  ])
  func knowsTitles(title: String, kind: SectionKind) {
    #expect(kinds("# \(title)\n\n- x") == [kind])
  }

  @Test func findsTheNameInATableOfKeys() {
    let page = ReadProfile(
      "# Profile\n\n<table><tr><th>Name</th><td>Ada Roe</td></tr>"
        + "<tr><th>Born</th><td>17.03.1990</td></tr></table>\n\n# Education\n\n- x\n")
    #expect(page.profile.name?.text == "Ada Roe")
    #expect(page.profile.sections.map(\.kind) == [.about, .education])
    #expect(page.profile.sections[0].entries.count == 1)
  }

  @Test func readsSectionsOfUnequalDepth() {
    let source = """
      # Ada Roe

      ### Education

      2019-2023 Fen University, PhD

      ### Scholarships

      2022 Rain Prize

      ## Teaching

      - Bells, 2020

      ### Patents

      - A mill, 2021

      ## Journal articles

      - A. Roe, B. Poe. *Wet maps*. Rain Letters, 2020.
      """
    #expect(kinds(source) == [.education, .awards, .teaching, .patents, .publications])
  }

  @Test func keepsTalksAmongPublicationsApart() {
    let source = """
      # Publications

      ## Journal articles

      - A. Roe, B. Poe. *Wet maps*. Rain Letters, 2020.

      ## Invited talks

      - “On rain”, Rain Week, May 2020
      """
    let sections = ReadProfile(source).profile.sections
    #expect(sections.map(\.kind) == [.publications, .talks])
    #expect(sections.map(\.entries.count) == [1, 1])
  }

  @Test func takesPlainTitlesWhereTheyAreMoreThanBoldOnes() {
    let source = """
      教育背景：

      - 2014年9月 - 2019年6月，北方大学，物理，博士

      学术成果：

      **期刊论文**

      1. **罗伊**，波坡. 雨的地图. 雨学报, 2022.

      获奖情况：

      - 2024年，青年奖
      """
    #expect(kinds(source) == [.education, .publications, .awards])
  }

  @Test func readsTitlesInMathematicalLetters() {
    #expect(kinds("# 𝗘𝗱𝘂𝗰𝗮𝘁𝗶𝗼𝗻\n\n- PhD, North University, 2020\n") == [.education])
  }

  @Test func leavesOutTheLinesAtTheFootOfASite() {
    let source = """
      # Service

      - Reviewer, Rain Letters, 2020

      Kassel, den 3. Mai 2024

      [top](#top)

      Page last modified 3 Oct 2025.
      """
    let read = ReadProfile(source)
    #expect(read.profile.sections.first?.entries.count == 1)
    let matter = read.account.entries.filter { $0.fate == .homepageMatter }.map(\.text)
    #expect(matter == ["Kassel, den 3. Mai 2024", "top", "Page last modified 3 Oct 2025."])
  }

  @Test func keepsAPlaceAndADateThatAreNoSignature() {
    let read = ReadProfile("# About\n\nBorn in Kassel on the 3 May 1980\n")
    #expect(read.profile.sections.first?.entries.count == 1)
  }

  @Test func weighsTheKindsThatATitleNames() {
    #expect(kinds("# Grants, Fellowships, and Awards\n\n- Rain Prize, 2020\n") == [.awards])
    #expect(kinds("# Public Talks & Workshops\n\n- Rain, 2020\n") == [.talks])
  }

  @Test func findsProjectsBelowSkills() {
    let page = """
      # Software

      - **Much:** Rust, Go
      - **Some:** C

      ## Open Source

      - [Tern](https://e.org), maps of birds

      ## Independent projects

      - [Wren](https://e.org), a clock
      """
    #expect(kinds(page) == [.skills, .projects, .projects])
    let skills = "# Skills\n\n- Rain\n\n## Tools\n\n- Rust\n\n## Projects\n\n- Tern\n"
    #expect(kinds(skills) == [.skills])
  }

  @Test func takesBoldTitlesWithAColonBehindThem() {
    let page = ReadProfile(
      "# Ada Roe\n\n**About Me**:\n\nI count drops.\n\n**Keywords**:\n\n- Rain\n\n"
        + "**Awards**\n- First Prize, 2020\n")
    #expect(page.profile.sections.map(\.kind) == [.about, .researchInterests, .awards])
  }

  @Test func keepsTheParagraphsBelowATitleOfInterests() {
    let section = ReadProfile.section(
      "Interests",
      "### Slow rain\n\nI watched the rain for many years, and I found out that it is slow.\n\n"
        + "Then I went home.\n\n### Maps\n\n- of mud\n")
    let groups = section.entries.map { entry -> String? in
      if case .paragraph(let paragraph) = entry { paragraph.group?.text } else { nil }
    }
    #expect(groups == ["Slow rain", "Slow rain", nil])
  }

  @Test func keepsLanguagesThatLeadToCertificates() {
    let page = ReadProfile(
      "# Ada Roe\n\n## Languages\n\nSpanish, [English](https://e.org/c2.pdf), French\n")
    #expect(page.profile.sections.map(\.kind) == [.languages])
  }

  @Test func takesAHeadlineAboveTheFirstSection() {
    let profile = ReadProfile(
      """
      # Ada Roe

      ## Senior Rain Engineer | Gauges, Bells

      Leeds, UK

      ## Employment

      - Rain Engineer, Acme, 2015 – 2019
      """
    ).profile
    #expect(profile.headline?.text == "Senior Rain Engineer | Gauges, Bells")
    #expect(profile.sections.map(\.kind).contains(.experience))
    #expect(!profile.sections.contains { $0.title?.text.contains("Gauges") == true })
  }

  @Test func takesAPageForTheSectionThatItsTitleNames() {
    let page = ReadProfile(
      """
      ---
      title: papers and theses
      ---
      ## Fens

      - Bo Poe, Ada Roe. Wet maps of land. *Rain Letters*, 2020.

      ## Fog

      - Bo Poe, Ada Roe. Dry maps of land. *Rain Letters*, 2021.
      """
    ).profile
    #expect(page.sections.map(\.title?.text) == ["Papers and theses"])
    #expect(page.sections.map(\.kind) == [.publications])
  }

  @Test(arguments: ["# Ada Roe\n\n", "<div>\n\n# Ada Roe\n\n</div>\n\n", "## Teaching\n\n"])
  func keepsAHomepageWithTheTitleOfASection(top: String) {
    let page = ReadProfile(
      "---\ntitle: Publications\n---\n\(top)## Education\n\n- BSc, Fen, 2020\n")
    #expect(page.profile.sections.last?.kind == .education)
  }

  @Test(arguments: [
    "**Ada Roe**\n\nEngineer in Leeds", "I am Ada Roe, a lecturer.", "**Education**",
  ])
  func keepsAPageThatTellsOfItsOwner(opening: String) {
    let page = ReadProfile("---\ntitle: Research\n---\n\n\(opening)\n\n- BSc, Fen, 2020\n")
    #expect(page.profile.sections.first?.title?.text != "Research")
  }

  @Test func readsNewsThatAreHeadings() {
    let section = ReadProfile.section(
      "News", "##### [May 2, 2024] A paper was taken.\n##### [Apr 1, 2023] A talk in Fen.\n")
    #expect(section.entries.count == 2)
    guard case .record(let news)? = section.entries.first else { return #expect(Bool(false)) }
    #expect(news.summary == "text=A paper was taken.; when=2024-05-02")
  }

  @Test func opensOtherSectionsBesideKnownOnesInAFrame() {
    let titles = { (page: String) in ReadProfile(page).profile.sections.map { $0.title?.text } }
    let page = "# About Me\n\nFog.\n\n### Education\n\n- PhD, 2020\n\n### Odds and ends\n\nRain.\n"
    #expect(titles(page) == ["About Me", "Education", "Odds and ends"])
    let posts = "## About me\n\n### Experience\n\nFog.\n\n### Acme\n\nEngineer, 2020 – 2021\n"
    #expect(titles(posts) == ["Experience"])
  }

  @Test(arguments: [
    ("- [tern](https://github.com/ada/tern)\n- [fog](https://gitlab.com/ada/fog): maps", true),
    ("- [Rust](https://rust-lang.org)\n- [Go](https://go.dev)", false),
    ("- [GitHub](https://github.com)\n- [GitLab](https://gitlab.com)", false),
    ("- Rust, see [rainmap](https://github.com/ada/rainmap)\n- Go", false),
  ])
  func takesRepositoriesForProjects(body: String, areProjects: Bool) {
    #expect(ReadProfile.section("Software", body).kind == (areProjects ? .projects : .skills))
  }
}
