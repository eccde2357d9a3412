// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Posts and degrees in bold of which nothing says when.
@Suite struct UndatedHeadTests {
  @Test func readsDegreesInParagraphs() {
    checkRecords(
      "Education",
      """
      **Ph.D., Rain Science**, Fen University\u{20}\u{20}
      Dissertation: A Model of Wet Land

      **M.S., Rain Science**, Fen University

      **MSc in Mud**: see my homepage for what is to be said of it.
      """,
      [
        "title=Ph.D., Rain Science; org=Fen University; text=Dissertation: A Model of Wet Land",
        "title=M.S., Rain Science; org=Fen University",
      ])
  }

  @Test func readsPostsInParagraphs() {
    checkRecords(
      "Appointments",
      """
      **Associate Professor**\u{20}\u{20}
      Fen University

      **Rain Engineer and Principal Investigator**\u{20}\u{20}
      Acme International

      **Professor Roe** built the first gauge of all.

      **Engineer** and more, as I said.
      """,
      [
        "org=Fen University; role=Associate Professor",
        "org=Acme International; role=Rain Engineer and Principal Investigator",
      ])
  }
}
