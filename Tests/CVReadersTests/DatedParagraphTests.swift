// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries without points that end with a date, and titles above who gave something and when.
@Suite struct DatedParagraphTests {
  @Test func readsParagraphsThatEachEndWithADate() {
    checkRecords(
      "Talks",
      """
      "Waves on sand", Fen University, May 2021

      "The growth of fens", Rain Days, June 2020
      """,
      [
        "title=Waves on sand; org=Fen University; when=2021-05",
        "title=The growth of fens; org=Rain Days; when=2020-06",
      ])
    checkRecords(
      "Students",
      """
      Bo Poe (PhD, 2019-2023)

      Cy Moe (MSc, 2020)
      """,
      ["title=Bo Poe; text=PhD; when=2019..2023", "title=Cy Moe; text=MSc; when=2020"])
  }

  @Test func readsLinesThatEachEndWithADate() {
    checkRecords(
      "Teaching",
      """
      Instructor, Wet Maps, Fen University, Fall 2021
      Instructor, Dry Maps, Fen University, Fall Semester 2022
      Instructor, Slow Maps, Fen University, Winter Term 2022/23
      """,
      [
        "title=Wet Maps; org=Fen University; role=Instructor; when=2021",
        "title=Dry Maps; org=Fen University; role=Instructor; when=2022",
        "title=Slow Maps; org=Fen University; role=Instructor; when=2022..2023",
      ])
  }

  /// A line that is wrapped, and sentences that end with a year.
  @Test(arguments: [
    "I taught wet maps at Fen University, 2021\n\nMy students learn to draw maps, 2022",
    "Wet maps of the land and the rain,\nwith students, Fen University",
  ])
  func keepsProse(_ text: String) {
    checkRecords("Teaching", text, [])
  }

  @Test func readsTitlesAboveWhoGaveThem() {
    checkRecords(
      "Awards",
      """
      **Tern Prize**
      *Acme*, 2020

      ### Moss Medal
      Fen University | 2019

      ### Fen University
      Best Paper Award, 2018

      ### Fen College
      Essays, 2017

      ### Mud Cup
      For the best map of rain, 2016
      """,
      [
        "title=Tern Prize; org=Acme; when=2020",
        "title=Moss Medal; org=Fen University; when=2019",
        "title=Best Paper Award; group=Fen University; when=2018",
        "title=Essays; group=Fen College; when=2017",
        "title=For the best map of rain; group=Mud Cup; when=2016",
      ])
  }

  @Test func readsGrantsAndCertificatesAboveWhoGaveThem() {
    checkRecords(
      "Grants",
      """
      ### Wet maps of the north
      Fen Trust, PI, $1.2M, 2019–2022
      """,
      ["title=Wet maps of the north; org=Fen Trust; role=PI; text=$1.2M; when=2019..2022"])
    checkRecords(
      "Certificates",
      """
      **Rain Driver**
      Rain Office, May 2018
      """,
      ["title=Rain Driver; org=Rain Office; when=2018-05"])
  }

  @Test func takesRemarksFromBehindThePlaceOfATalkOrACourse() {
    checkRecords(
      "Talks",
      """
      - "Waves on sand", Fen University, 2021 (invited)
      - "Waves on mud", Fen University, May 2021 (with B. Poe)
      - "Waves on fens", Fen University (Leeds campus), May 2020
      """,
      [
        "title=Waves on sand; org=Fen University; role=invited; when=2021",
        "title=Waves on mud; org=Fen University; text=with B. Poe; when=2021-05",
        "title=Waves on fens; org=Fen University (Leeds campus); when=2020-05",
      ])
    checkRecords(
      "Teaching", "- Wet Maps, Fen University, Fall 2021 (TA)",
      ["title=Wet Maps; org=Fen University; role=TA; when=2021"])
  }

  @Test func readsWhatAProjectIsAndNoOrganisation() {
    checkRecords(
      "Projects",
      """
      - **FenSense**, sensors for small farms
      - **Tern** | *Python, Rust* | an archive of farm papers
      - **OpenMill** (C++, LLVM): a scheduler for hospital wards
      - **Gauge**, Fen University
      """,
      [
        "title=FenSense; text=sensors for small farms",
        "title=Tern; text=Python, Rust, an archive of farm papers",
        "title=OpenMill; text=(C++, LLVM): a scheduler for hospital wards",
        "title=Gauge; org=Fen University",
      ])
  }

  @Test func takesTheDateBehindNewsOrAboveThem() {
    checkRecords(
      "News",
      """
      - Our paper was accepted (Oct 2022)
      - We met in Leeds (UK)
      - We wrote of the Great Flood (1953)

      ### Nov 2021

      - We moved.
      """,
      [
        "text=Our paper was accepted; when=2022-10", "text=We met in Leeds (UK)",
        "text=We wrote of the Great Flood (1953)",
        "text=We moved.; when=2021-11",
      ])
  }

  /// In Polish a month is called much as a list in English.
  @Test func takesNoListForAMonth() {
    checkRecords("Awards", "- Dean's List, 2021", ["title=Dean's List; when=2021"])
  }

  /// Words that their author breaks are no sentence.
  @Test func readsFieldsOfResearchLineByLine() {
    let section = ReadProfile.section(
      "Research Areas", "Rain Maps\u{20}\u{20}\nGauges and Mills\u{20}\u{20}\nWet Land Use")
    #expect(section.entries.count == 3)
  }
}
