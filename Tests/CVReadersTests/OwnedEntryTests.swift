// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries that say only once where they were, or say what they are line above line.
@Suite struct OwnedEntryTests {
  @Test func readsPostsBelowAPointThatSaysWhere() {
    checkRecords(
      "Experience",
      """
      * __Acme Gauges__, Leeds, UK
          * _Rain Engineer_, 2018 – 2021
              * Built gauges
          * _Intern_, 2016 – 2018
      * __Bolt Ltd__, Ely, UK
          * Kept accounts
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; at=Leeds, UK; when=2018..2021; \
        bullets=["Built gauges"]
        """,
        "org=Acme Gauges; role=Intern; at=Leeds, UK; when=2016..2018",
        "org=Bolt Ltd; at=Ely, UK; bullets=[\"Kept accounts\"]",
      ])
  }

  @Test func readsPostsInHeadingsBelowThatOfTheirEmployer() {
    checkRecords(
      "Experience",
      """
      ### Acme Gauges
      #### Rain Engineer (2018 – 2021)
      Built gauges.
      #### Intern (2016 – 2018)
      - Kept bells
      ### Industry
      #### Writer, Fen Press, 2012 – 2014
      - Wrote
      """,
      [
        "org=Acme Gauges; role=Rain Engineer; when=2018..2021; bullets=[\"Built gauges.\"]",
        "org=Acme Gauges; role=Intern; when=2016..2018; bullets=[\"Kept bells\"]",
        "org=Fen Press; role=Writer; group=Industry; when=2012..2014; bullets=[\"Wrote\"]",
      ])
  }

  @Test func readsHeadingsRightBelowEachOther() {
    checkRecords(
      "Experience",
      """
      ### Rain Engineer
      #### Acme Gauges
      ###### Leeds, UK · Jan 2018 – Dec 2021
      Built gauges.
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; at=Leeds, UK; when=2018-01..2021-12; \
        bullets=["Built gauges."]
        """
      ])
  }

  @Test func takesAPostBeforeAFullStop() {
    checkRecords(
      "Experience",
      "**Acme Gauges**\n*2018 – 2021*\n\nRain Engineer. Built gauges and kept the bells.",
      [
        """
        org=Acme Gauges; role=Rain Engineer; when=2018..2021; \
        bullets=["Built gauges and kept the bells."]
        """
      ])
  }

  @Test func readsTownsBehindCompanies() {
    checkRecords(
      "Experience", "Bolt Ltd, Ely\u{20}\u{20}\nClerk, 2007 – 2010\u{20}\u{20}\nKept accounts.",
      ["org=Bolt Ltd; role=Clerk; at=Ely; text=Kept accounts; when=2007..2010"])
  }

  @Test func keepsLabelsBeforeWordsInItalics() {
    checkRecords(
      "Education", "**MSc Mud, Moss University**, 2019–2020. Thesis: *On Mud*. Grade: First.",
      ["title=MSc Mud; org=Moss University; text=Thesis: On Mud, Grade: First; when=2019..2020"])
  }

  @Test func readsSkillsLineByLine() {
    checkRecords(
      "Skills", "Rain ★★★★☆\u{20}\u{20}\nMud ★★☆☆☆",
      ["title=Rain; text=★★★★☆", "title=Mud; text=★★☆☆☆"])
    checkRecords("Skills", "Languages\n: Rust\n: Go", ["title=Languages; text=Rust, Go"])
  }
}
