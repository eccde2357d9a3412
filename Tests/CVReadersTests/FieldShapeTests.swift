// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Fields in brackets, behind labels and in letters without spaces between them.
@Suite struct FieldShapeTests {
  @Test func readsASchoolAndItsPartInChinese() {
    checkRecords(
      "教育背景",
      """
      - *2021.09 - 2026.06*, 数字雨、雾与露硕士, 雨学院, 远山大学.
      - *2017.09 - 2021.06*, 雨学学士, 远山大学, 雨学院.
      """,
      [
        "title=数字雨、雾与露硕士; org=远山大学; text=雨学院; when=2021-09..2026-06",
        "title=雨学学士; org=远山大学; text=雨学院; when=2017-09..2021-06",
      ])
  }

  @Test(arguments: [
    ("Rain Ltd (Leeds, 2019 – 2020)", "org=Rain Ltd (Leeds); when=2019..2020"),
    ("Acme (part-time, 2018)", "org=Acme (part-time); when=2018"),
    ("Rain Engineer (Python, 2019 – 2020)", "role=Rain Engineer (Python); when=2019..2020"),
    ("2019年五月份, 雨公司, 工程师", "org=雨公司; role=工程师; when=2019-05"),
    ("2019年十月初 - 2020年五月末 雨公司 工程师", "org=雨公司; role=工程师; when=2019-10..2020-05"),
    ("腾雨·工程师, 2019", "org=腾雨; role=工程师; when=2019"),
    (
      "Software Engineer – Washington University – Remote, 2017",
      "org=Washington University; role=Software Engineer; at=Remote; when=2017"
    ),
  ])
  func readsWhatStandsBesideAName(line: String, expected: String) {
    checkRecords("Experience", "- \(line)\n", [expected])
  }

  @Test func partsADegreeFromItsMarks() {
    checkRecords(
      "Education",
      """
      - **Fen University, 2010 - 2014**\\
        BSc Rain, GPA: 3.7/4.0, Rank: 28/214
      - **Mud University, 2010 - 2012**\\
        BSc Rain, minor in fog. First class, CGPA: 3.7/4.0
      - **Olm University, 2012 - 2015**\\
        BSc Physics and Fog. Graduated with honours and a minor in rain.
      - **Ely University, 2007 - 2011**\\
        Dr. rer. nat. in the study of rain
      - **Moss University, 2008 - 2010**\\
        BSc Rain, Fog, and Snow
      """,
      [
        "title=BSc Rain; org=Fen University; text=GPA: 3.7/4.0, Rank: 28/214; when=2010..2014",
        """
        title=BSc Rain, minor in fog; org=Mud University; text=First class, CGPA: 3.7/4.0; \
        when=2010..2012
        """,
        """
        title=BSc Physics and Fog; org=Olm University; \
        text=Graduated with honours and a minor in rain; when=2012..2015
        """,
        "title=Dr. rer. nat. in the study of rain; org=Ely University; when=2007..2011",
        "title=BSc Rain, Fog, and Snow; org=Moss University; when=2008..2010",
      ])
  }

  @Test func readsWhatIsToldOfAProjectBehindALabel() {
    let projects = ReadProfile.records(
      "Projects",
      """
      - **FogBrush** 2014
        **Description**: FogBrush is a map of fog.
        **Duty**: read it.
      - **[雨图](https://e.org/s)**, 一个查询雨水的小工具。
      """)
    #expect(
      projects.map(\.summary)
        == [
          """
          title=FogBrush; when=2014; \
          bullets=["Description: FogBrush is a map of fog.", "Duty: read it."]
          """, "title=雨图; text=一个查询雨水的小工具。",
        ])
  }

  @Test func readsLinesThatEndWithADateInASectionOfAnyKind() {
    let lines = """
      Member of the board of the blog Tern (since May 2011)

      We met on the fens of the north (May 2011)

      Founding member of the Rain network.
      """
    checkRecords(
      "Further matters", lines, ["text=Member of the board of the blog Tern; when=since 2011-05"]
    )
  }

  @Test func takesAJoiningCommaForNoneBesideABracket() {
    checkRecords(
      "学歴", "- 雨大学、工学部、修士 (Rain, Fog), 2019年\n- 雨大学、工学部、学士、2017年\n",
      [
        "title=修士 (Rain, Fog); org=雨大学; text=工学部; when=2019",
        "title=学士; org=雨大学; text=工学部; when=2017",
      ])
  }

  @Test func readsAPostGluedToItsEmployer() {
    checkRecords(
      "实习经历",
      """
      - *2024.04 - 2024.07*, 安·罗伊公司（The Roe Companies）实习.
      - *2023.04 - 2023.07*, 远山雨水中心实习生.
      - *2022.04 - 2022.07*, 远山公司 · 雨水工程师.
      """,
      [
        "org=安·罗伊公司（The Roe Companies）; role=实习; when=2024-04..2024-07",
        "org=远山雨水中心; role=实习生; when=2023-04..2023-07",
        "org=远山公司; role=雨水工程师; when=2022-04..2022-07",
      ])
  }

  @Test func readsWhereAndWhenInOneBracket() {
    checkRecords(
      "Research Experience",
      """
      **Rain Model Tuning (Fen 719 Institute, 2025.04 – 2025.06)**
      - Tuned a model.

      **Slow Rain Agent (Moss Bank, 2025.01 – 2025.03)**
      - Built an agent.
      """,
      [
        """
        org=Fen 719 Institute; role=Rain Model Tuning; when=2025-04..2025-06; \
        bullets=["Tuned a model."]
        """,
        """
        org=Moss Bank; role=Slow Rain Agent; when=2025-01..2025-03; bullets=["Built an agent."]
        """,
      ])
    checkRecords(
      "Experience", "- Tutor (in German, 2019 – 2020), Fen College\n",
      ["org=Fen College; role=Tutor (in German); when=2019..2020"])
  }

  @Test func readsASchoolWithAMarkInAPoint() {
    checkRecords(
      "Education",
      """
      - B.S. in Rain, *Mar. 2017 - Feb. 2021*
        - University of Fen. (GPA: 4.0/4.5)
        - Mud Scholarship
      """,
      [
        """
        title=B.S. in Rain; org=University of Fen; text=GPA: 4.0/4.5; when=2017-03..2021-02; \
        bullets=["Mud Scholarship"]
        """
      ])
  }

  @Test func keepsWhatIsToldOfAPrizeFromItsTitle() {
    checkRecords(
      "Awards",
      """
      - *Fen Prize*, 07/2019<br>
        Description: Award for a master thesis on wet maps (700 €).
      - Mud Medal<br>Fen College, 2018
      """,
      [
        """
        title=Fen Prize; text=Description: Award for a master thesis on wet maps (700 €).; \
        when=2019-07
        """,
        "title=Mud Medal, Fen College; when=2018",
      ])
    checkRecords(
      "Funding",
      "2025--2029  \n  Deputies: tools that act for us. Fen Council. £1.9M\n",
      ["title=Deputies: tools that act for us. Fen Council. £1.9M; when=2025..2029"])
  }

  @Test func readsAVenueThatAPointStates() {
    let works = ReadProfile.publications(
      """
      - [Slow motion of a gauge](https://e.org/1)
        - Real-time control of gauges.
        - Published in Letters of Rain, [video](https://e.org/v)
      - [Slow motion of a bell](https://e.org/2)
        - Submitted to FENS 2026
      - [Slow motion of a mill](https://e.org/3)
        - Published in more than three languages of the land
      """)
    #expect(works.map { $0.venue?.text } == ["Letters of Rain", "FENS", nil])
    #expect(works.map { $0.status?.text } == [nil, "Submitted", nil])
    #expect(works[1].year == 2026)
  }

  @Test func findsTheNameInWhatAPageSaysOfItself() {
    let page =
      "---\ndescription: \"CV of Ada Roe: posts and works.\"\n---\n\n## Awards\n\n- Fen Prize\n"
    #expect(ReadProfile(page).profile.name?.text == "Ada Roe")
    let other = page.replacing("CV of Ada Roe", with: "Notes of Rain Days")
    #expect(ReadProfile(other).profile.name == nil)
  }
}
