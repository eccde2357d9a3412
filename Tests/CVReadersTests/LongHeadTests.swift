// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Degrees and posts in long lines, and several below one school.
@Suite struct LongHeadTests {
  @Test func takesALongDegreeFromTheFirstPoint() {
    checkRecords(
      "Education",
      """
      ### Fen University

      - Bachelor of Science in Computer Science and Rain, Sep 2014 - Jun 2018
      - GPA: 3.9

      ### Moss College

      - Built a mill for the school of rain, Sep 2010 - Jun 2014
      - GPA: 3.8
      """,
      [
        "title=Bachelor of Science in Computer Science and Rain; org=Fen University; "
          + #"when=2014-09..2018-06; bullets=["GPA: 3.9"]"#,
        #"org=Moss College; bullets=["Built a mill for the school of rain, Sep 2010 - Jun 2014", "#
          + #""GPA: 3.8"]"#,
      ])
  }

  @Test func takesAPostFromTheFirstPointAlone() {
    checkRecords(
      "Experience",
      """
      ### Fen University

      - Postdoctoral Researcher in Rain and Mud, Sep 2014 - Jun 2018
      - Built a mill

      ### Acme

      - Built a mill as lead engineer in 2010 - 2014
      - Drew maps
      """,
      [
        "org=Fen University; role=Postdoctoral Researcher in Rain and Mud; when=2014-09..2018-06; "
          + #"bullets=["Built a mill"]"#,
        #"org=Acme; bullets=["Built a mill as lead engineer in 2010 - 2014", "Drew maps"]"#,
      ])
  }

  @Test func beginsAnEntryAtEachSchoolHoweverLongItsDegree() {
    checkRecords(
      "Education",
      """
      **Fen University**, Leeds, UK\\
      *PhD in Rain*, Sep 2023 – Jun 2027\\
      GPA: 3.7/4.0

      **Moss University**, Lund, Sweden\\
      *Master of Science in Civil and Environmental Rain Engineering*, Oct 2021 – Jul 2023\\
      GPA: 3.6/4.0
      """,
      [
        "title=PhD in Rain; org=Fen University; at=Leeds, UK; text=GPA: 3.7/4.0; "
          + "when=2023-09..2027-06",
        "title=Master of Science in Civil and Environmental Rain Engineering; "
          + "org=Moss University; at=Lund, Sweden; text=GPA: 3.6/4.0; when=2021-10..2023-07",
      ])
  }

  @Test(arguments: [
    "**PhD in Rain**\\\n*2023 - 2024*\n\n**MSc in Mud**\\\n*2021 - 2023*\n",
    "*PhD in Rain* (2023 - 2024)\n\n*MSc in Mud* (2021 - 2023)\n",
    "**PhD in Rain** | 2023 - 2024\n\n**MSc in Mud** | 2021 - 2023\n",
  ])
  func readsEachDegreeBelowOneSchool(body: String) {
    checkRecords(
      "Education", "### Fen University\n\n" + body,
      [
        "title=PhD in Rain; org=Fen University; when=2023..2024",
        "title=MSc in Mud; org=Fen University; when=2021..2023",
      ])
  }

  @Test func joinsTheSubjectToADegreeInBold() {
    checkRecords(
      "Education",
      """
      - **PhD** Civil and Rain Engineering, Fen University, 2023 - now
      - **BSc** (2010–2012), Rain and Mud, Fen University, Leeds, UK
      - **PhD** Rain School, 2010
      """,
      [
        "title=PhD Civil and Rain Engineering; org=Fen University; when=2023..",
        "title=BSc, Rain and Mud; org=Fen University; at=Leeds, UK; when=2010..2012",
        "title=PhD; org=Rain School; when=2010",
      ])
  }

  @Test func takesThePartBeforeACourse() {
    checkRecords(
      "Teaching",
      """
      - **Teaching Assistant**, Wet Maps, Fen University, 2024
      - Teaching Assistant - *RAIN101 Maps*
      - Instructor, Teaching Assistant – *Rain*
      - Instructor - Wet Maps, Fen University, 2020
      - **Rain** - an introduction, Fen University
      """,
      [
        "title=Wet Maps; org=Fen University; role=Teaching Assistant; when=2024",
        "title=RAIN101 Maps; role=Teaching Assistant",
        "title=Rain; role=Instructor, Teaching Assistant",
        "title=Wet Maps; org=Fen University; role=Instructor; when=2020",
        "title=Rain - an introduction; org=Fen University",
      ])
  }
}
