// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// What authors set apart by looks alone: brackets, wide spaces, the right edge, dates above lists.
@Suite struct SetApartTests {
  @Test func takesBracketsOffATitle() {
    let page = ReadProfile("# [Education]\n\n- BSc, Fen, 2020\n\n# 【奖项】\n\n- Tern Prize, 2019\n")
    #expect(page.profile.sections.map(\.title?.text) == ["Education", "奖项"])
    #expect(page.profile.sections.map(\.kind) == [.education, .awards])
  }

  @Test func findsTheNameBelowAboutMe() {
    let page = ReadProfile(
      "# About Me\n\n## Ada Roe\n- E-mail: ada@example.org\n\n### Education\n\n- BSc, Fen, 2020\n\n"
        + "### Gauges of mine\n\n- One\n\n### Awards\n\n- Tern Prize, 2019\n"
    ).profile
    #expect(page.name?.text == "Ada Roe")
    #expect(page.contacts.map(\.text) == ["ada@example.org"])
    #expect(page.sections.map(\.title?.text) == ["Education", "Gauges of mine", "Awards"])
  }

  @Test func takesLargerHeadingsOfPostsForEntries() {
    let page = """
      ## Experiencia profesional

      # Jefa de producto en [Acme](https://e.org/) (freelance)

      _Madrid, España / Ene 2022 - Nov 2022 (11 meses)_

      Hice campanas.

      # Consultora en [Moss & Sons](https://m.org/)

      _Madrid, España / Ene 2020 - Nov 2021_

      - Conté gotas

      ## Idiomas

      Inglés
      """
    let sections = ReadProfile(page).profile.sections
    #expect(sections.map(\.kind) == [.experience, .languages])
    let posts = sections[0].entries.compactMap { entry -> String? in
      if case .record(let record) = entry { record.summary } else { nil }
    }
    #expect(
      posts == [
        "org=Acme; role=Jefa de producto; at=Madrid, España; text=freelance, 11 meses; "
          + "when=2022-01..2022-11; bullets=[\"Hice campanas.\"]",
        "org=Moss & Sons; role=Consultora; at=Madrid, España; when=2020-01..2021-11; "
          + "bullets=[\"Conté gotas\"]",
      ])
    let parts = ReadProfile("## Skills\n\nRust\n\n# Poems\n\nRain falls.\n\n# Songs\n\nSnow.\n")
    #expect(parts.profile.sections.first { $0.kind == .skills }?.entries.count == 1)
  }

  @Test func readsPointsBelowADateInCode() {
    let works = ReadProfile.publications(
      "`2018`\n- Wet maps of the fen. *Rain Letters*.\n- Dry maps of the fen. *Rain Letters*.")
    #expect(works.map(\.title.text) == ["Wet maps of the fen", "Dry maps of the fen"])
    #expect(works.map(\.year) == [2018, 2018])
    checkRecords(
      "Awards", "`May 2019`\n- Tern Prize\n\n`2018`\n- Moss Prize",
      ["title=Tern Prize; when=2019-05", "title=Moss Prize; when=2018"])
  }

  @Test func readsPlacesInSquareBrackets() {
    checkRecords(
      "Experience", "`2018 - now`\n__Gauge reader at Acme [Mudford]__\n- Read gauges",
      ["org=Acme; role=Gauge reader; at=Mudford; when=2018..; bullets=[\"Read gauges\"]"])
    checkRecords(
      "Experience",
      "`2018 - 2019`\n__Tutor in Mud Studies (FTU, Prof. Bo Poe) [Mudford]__\n- Taught",
      [
        "org=FTU, Prof. Bo Poe; role=Tutor in Mud Studies; at=Mudford; when=2018..2019; "
          + "bullets=[\"Taught\"]"
      ])
  }

  @Test func partsFieldsAtWideSpaces() {
    checkRecords(
      "Education",
      "* **MS** 　　　　 **Fen Institute of Rain**　　　　2020.03 ~ Current　<br>\n"
        + "　　　　　Leeds, UK, School of Mud Engineering <br>\n",
      [
        "title=MS; org=Fen Institute of Rain; at=Leeds, UK; text=School of Mud Engineering; "
          + "when=2020-03.."
      ])
  }

  @Test func partsFieldsAtTheRightEdge() {
    checkRecords(
      "Experience",
      "**Moss Security** - Analyst <span style=\"float: right;\">2022.03 - 2023.12 </span>\n"
        + "Finding leaks (Office, Browser)",
      [
        "org=Moss Security; role=Analyst; text=Finding leaks (Office, Browser); "
          + "when=2022-03..2023-12"
      ])
    checkRecords(
      "Activities",
      "**Rain Club** - Treasurer <span class=\"float-right\">2018.03 - 2019.02</span>\nCounted drops",
      ["title=Rain Club; role=Treasurer; text=Counted drops; when=2018-03..2019-02"])
  }

  @Test func readsTeamsBelowTheirEmployer() {
    checkRecords(
      "Experience",
      """
      ### Acme, 2011-2019<br>Leeds, UK

      **Founding Member** of the gauge group.

      **Rain Gauge**<br>_Staff Engineer_

       * I built one.

      **Bell Team**<br>_Engineer_

       * I rang it.
      """,
      [
        "org=Acme; role=Staff Engineer; at=Leeds, UK; text=Rain Gauge; when=2011..2019; "
          + "bullets=[\"Founding Member of the gauge group.\", \"I built one.\"]",
        "org=Acme; role=Engineer; at=Leeds, UK; text=Bell Team; when=2011..2019; "
          + "bullets=[\"I rang it.\"]",
      ])
  }

  @Test func readsPrizesAboveWhoGaveThem() {
    checkRecords(
      "Awards",
      "**Tern Prize | (May 2023)**\n\n_Fen University, Leeds, UK_\n\n- Worth $75\n\n"
        + "**Moss Grant | (May 2022)**\n\n_Fen University, Leeds, UK_\n",
      [
        "title=Tern Prize; org=Fen University; at=Leeds, UK; when=2023-05; bullets=[\"Worth $75\"]",
        "title=Moss Grant; org=Fen University; at=Leeds, UK; when=2022-05",
      ])
  }

  @Test func readsPrizesBelowTheirYear() {
    checkRecords(
      "Awards", "- 2025\n  - 5th, Tern Cup\n  - 8th, Moss Cup\n- 2024\n  - 1st, Rain Cup\n",
      [
        "title=5th, Tern Cup; when=2025", "title=8th, Moss Cup; when=2025",
        "title=1st, Rain Cup; when=2024",
      ])
  }

  @Test func keepsWhereIconsLead() {
    let records = ReadProfile.records(
      "Projects",
      "### Gauge [<i class=\"fa fa-github\"></i>](https://github.com/e/gauge)\n\n- Built")
    #expect(records.map(\.title?.text) == ["Gauge"])
    #expect(records.flatMap(\.links).map(\.url) == ["https://github.com/e/gauge"])
  }

  @Test func readsPostsInTheBracketOfAHeading() {
    checkRecords(
      "Experience", "### Acme Rain (Gauge Engineer) - 2025-Present\nLeeds, UK\n\n- Built it",
      ["org=Acme Rain; role=Gauge Engineer; at=Leeds, UK; when=2025..; bullets=[\"Built it\"]"])
  }

  @Test func readsEmployersInBoldBelowTheirPosts() {
    checkRecords(
      "Experience", "### Rain Engineer (May 2020 – 2022)\n**Acme | Leeds, UK**\n\n- Built it",
      ["org=Acme; role=Rain Engineer; at=Leeds, UK; when=2020-05..2022; bullets=[\"Built it\"]"])
    checkRecords(
      "Experience", "### **Acme Rain – Gauge Engineer**\n\n2020 – 2022\n\nBuilt it.",
      ["org=Acme Rain; role=Gauge Engineer; when=2020..2022; bullets=[\"Built it.\"]"])
  }

  @Test func readsPostsBelowDatesInPoints() {
    checkRecords(
      "Experience", "* May 2020 - present:\n  * Rain Engineer, Acme (Leeds, UK)\n  * Builds gauges",
      ["org=Acme; role=Rain Engineer; at=Leeds, UK; when=2020-05..; bullets=[\"Builds gauges\"]"])
  }

  @Test func readsHeadingsOfProjectsAboveWhereTheyWere() {
    checkRecords(
      "Research experience",
      "### Control of a Wheeled Gauge\n\nAdvisor: Bo Poe  \nRain Lab, Fen University\n\n- Built it",
      [
        "org=Rain Lab, Fen University; role=Control of a Wheeled Gauge; text=Advisor: Bo Poe; "
          + "bullets=[\"Built it\"]"
      ])
    checkRecords(
      "Experience", "### New trade / Moss School\n*Feb 2020 - Mar 2021*\n- Learned",
      ["org=Moss School; text=New trade; when=2020-02..2021-03; bullets=[\"Learned\"]"])
  }

  @Test func takesNoHeadingBelowTextForTheName() {
    let page = """
      ---
      title: 罗伊 博士 / 个人主页
      ---

      我是白河大学雨水研究所的研究员，我的研究专注于利用雨水和雾气的观测方法，探究城市科学与社会不平等问题。

      ## 研究动机

      雨水为何落下？

      ## 教育经历

      - 博士，白河大学，2020
      """
    let profile = ReadProfile(page).profile
    #expect(profile.name?.text == "罗伊 博士")
    #expect(profile.sections.compactMap(\.title?.text) == ["研究动机", "教育经历"])
  }

  @Test func readsShortParagraphsInPointsUpToTheirDate() {
    checkRecords(
      "Education",
      """
      * [**PhD in Rain**]{.underline}

          Fen University, Leeds, UK

          Apr. 2023 - Mar. 2028 (expected)
      """,
      ["title=PhD in Rain; org=Fen University; at=Leeds, UK; when=2023-04..2028-03?"])
    checkRecords(
      "Experience",
      "* **Rain Assistant** at the [Institute of Fog](https://e.org)\n\n    July 2023 - present\n",
      ["org=Institute of Fog; role=Rain Assistant; when=2023-07.."])
  }

  @Test func partsTheSubjectOfADegreeFromItsSchool() {
    checkRecords(
      "Education", "- *2022.09 - 2025.03*, **Master Student** in Wet Maps, Fen University, China.",
      ["title=Master Student in Wet Maps; org=Fen University; at=China; when=2022-09..2025-03"])
    checkRecords(
      "Education",
      "- Ph.D., Wet Maps, March 1995,\n    - Fen University, Leeds, UK\n    - Advisor: Bo Poe",
      [
        "title=Ph.D., Wet Maps; org=Fen University; at=Leeds, UK; when=1995-03; "
          + "bullets=[\"Advisor: Bo Poe\"]"
      ])
  }

  @Test func partsFieldsAtBarsInItalics() {
    checkRecords(
      "Experience",
      "**Rain Clerk** | *Fen University | Leeds, UK*  \n*Sep 2022 – Current*\n\n- Fog",
      ["org=Fen University; role=Rain Clerk; at=Leeds, UK; when=2022-09..; bullets=[\"Fog\"]"])
  }

  @Test func keepsPostsOfResearchAmongOthers() {
    let page = """
      ## Experience

      ### Research

      **Rain Fellow**, Fen University, 2019 - 2021

      ### Professional

      **Clerk**, Acme, 2017 - 2018

      ### Teaching

      - Maps, 2016

      ### Volunteering

      - Gauger, 2015
      """
    #expect(
      ReadProfile(page).profile.sections.map { "\($0.title?.text ?? "") \($0.entries.count)" } == [
        "Experience 2", "Teaching 1", "Volunteering 1",
      ])
  }

  @Test func keepsTheSchoolOfADegreeBeforeOtherInstitutions() {
    checkRecords(
      "Education", "- BSc Physics, Caltech, 2015 – 2018\n  - Exchange at Fen University, 2017",
      [
        "title=BSc Physics; org=Caltech; when=2015..2018; "
          + "bullets=[\"Exchange at Fen University, 2017\"]"
      ])
  }

  @Test func readsTabsAboveTheFirstHeading() {
    let page = ReadProfile(
      """
      === "Tools"

          - Rust
          - Ruby

      === "Talks"

          - Slow Mills, Fen Week, 2020

      # Ada Roe

      ## Education

      - BSc, Fen University, 2020
      """
    ).profile
    #expect(page.name?.text == "Ada Roe")
    #expect(page.sections.map(\.kind) == [.skills, .talks, .education])
    #expect(page.sections.map(\.entries.count) == [2, 1, 1])
  }

  @Test func partsInterestsFromTheWorksBelowThem() {
    let page = ReadProfile(
      """
      # Research

      I study how the slow rain falls on fens.

      ## Conference Papers:

      1. **Slow Mills on Old Land**

         **Ada Roe**, Bo Poe

         *Rain Week 2020*
      2. **Wet Maps of Old Land**

         **Ada Roe**, Bo Poe

         *Rain Week 2021*
      """
    ).profile
    #expect(page.sections.map(\.kind) == [.researchInterests, .publications])
    #expect(page.sections.map(\.entries.count) == [1, 2])
  }

  @Test func groupsWhatOthersWroteByTheWork() {
    let body = """
      ## Roe and Poe, 2015, *Rain Letters*

      - [Fen Times](https://e.org/a)
      - [Moss Post](https://e.org/b)

      ## Roe, 2017, *Fog Letters*

      - [Fen Radio](https://e.org/c)
      - [Bog News](https://e.org/d)
      """
    let records = ReadProfile.records("Press Coverage", body)
    #expect(records.map(\.title?.text) == ["Fen Times", "Moss Post", "Fen Radio", "Bog News"])
    #expect(Set(records.compactMap(\.group?.text)).count == 2)
  }
}
