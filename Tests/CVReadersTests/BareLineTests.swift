// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries in the lines of a paragraph that no date and no style sets apart.
@Suite struct BareLineTests {
  @Test func takesLinesThatTheirAuthorBreaksForEntries() {
    checkRecords(
      "Awards",
      "UF - UM Rain Award\\\nFen Mill Prize\\\nBursary for Fog, Moss College",
      ["title=UF - UM Rain Award", "title=Fen Mill Prize", "title=Bursary for Fog, Moss College"])
    checkRecords(
      "Teaching Experience",
      "Talking of Rain, University of Fens\\\nRAIN1050 - Fog & Mist I\\\nRAIN1051 - Wet Maps",
      [
        "title=Talking of Rain; org=University of Fens", "title=RAIN1050 - Fog & Mist I",
        "title=RAIN1051 - Wet Maps",
      ])
  }

  @Test(
    arguments: [
      // The lines of one prize, sentences, a line that goes on, and two lines alone.
      ("Awards", "*Rain Award*\\\nFen Society\\\nGiven to three people"),
      ("Awards", "I teach.\\\nI rain.\\\nI fog."),
      ("Awards", "Rain Award of fens,\\\nFog Award of mills,\\\nMist Award of moss,"),
      ("Awards", "Rain Award\\\nFen Award"),
      // Addresses, verse, and one entry in three lines.
      ("Teaching", "Rain Hall, Fen Road 12\\\nLeeds LS1 2AB\\\nPhone 0113 123 456"),
      ("Teaching", "Rain is the mother of the fen\\\nAnd every mill must turn\\\nSo let us row"),
      ("Awards", "In the year of the great rain\\\nMany prizes were given\\\nAnd all were glad"),
      ("Certificates", "Certificate in Rain\\\nFen College\\\nIssued by Moss Academy"),
      ("Supervision", "Bo Poe\\\nThesis on rain in Fen University\\\nNow at Acme Ltd"),
      ("Teaching", "Course on Rain\\\nUniversity of Fens\\\nWith Bo Poe and Cy Moe"),
    ])
  func keepsLinesThatAreNoNames(title: String, lines: String) {
    #expect(ReadProfile.section(title, lines).entries.count <= 1)
  }

  @Test func readsAPostAboveItsEmployer() {
    checkRecords(
      "Previous Position",
      "Postdoctoral Research Fellow\\\nFen Institute of Rain\\\nCambridge, Massachusetts, U.S.A",
      [
        """
        org=Fen Institute of Rain; role=Postdoctoral Research Fellow; \
        at=Cambridge, Massachusetts, U.S.A
        """
      ])
    checkRecords("Experience", "Rain of the fens\\\nFog of the mills", [])
  }

  @Test func readsPeopleLineByLine() {
    let people = "Ada Roe, PhD Student, Fen Lab\\\nBo Poe, MSc Student\\\nCy Moe, Visitor, Leeds"
    #expect(ReadProfile.section("Roles around me", people).entries.count == 3)
    let town = "Ada Roe, Moss Hall\\\nWet Mill, Rain Lane\\\n12 Fog Street, Leeds"
    #expect(ReadProfile.section("Roles around me", town).entries.count == 1)
  }

  @Test func readsATitleInItalicsAboveThePlaceOfATalk() {
    let talks = """
      *How Rain Falls on Mills*\\
      Rain Week, Leeds, UK

      *Mist, Fog and Far Fields*\\
      Heidelberg, Germany

      *Fens of the Far North*\\
      Fog Institute of Ely, UK
      """
    checkRecords(
      "Talks", talks,
      [
        "title=How Rain Falls on Mills; org=Rain Week; at=Leeds, UK",
        "title=Mist, Fog and Far Fields; at=Heidelberg, Germany",
        "title=Fens of the Far North; org=Fog Institute of Ely; at=UK",
      ])
    // What was only attended is no work.
    #expect(ReadProfile.section("Conferences", talks).kind == .talks)
  }

  @Test(
    arguments: [
      "- A. Roe, B. Poe. *Wet maps*. Fog 2019.\n- B. Poe, A. Roe. *Fens*. Fog 2020.",
      "1. **Wet maps**\\\n   Ada Roe\\\n   *Fog Conference 2020*\n"
        + "2. **Dry maps**\\\n   Ada Roe\\\n   *Rain Conference 2019*",
      "- [Wet maps](https://arxiv.org/abs/1). Fog Conference, 2020. [PDF](https://e.org/1)\n"
        + "- [Dry maps](https://arxiv.org/abs/2). Rain Conference. [PDF](https://e.org/2)",
      "- **ICML 2021**: Wet maps. *Ada Roe, Bo Poe*\n- **ICML 2020**: Fens. *Bo Poe, Ada Roe*",
    ])
  func keepsWorksThatWereShownAtConferences(works: String) {
    #expect(ReadProfile.section("Conferences", works).kind == .publications)
  }

  @Test func keepsAWorkWithABlankLineWithinIt() {
    let works = ReadProfile.publications(
      "A. Roe, B. Poe.<br>Wet maps of the land.<br><br>Fog Letters, 2020.<br>doi:10.1000/1")
    #expect(works.map(\.title.text) == ["Wet maps of the land"])
  }

  @Test func partsWorksBetweenBlankLines() {
    let works = ReadProfile.publications(
      """
      **Wet maps of the land**\\
      Bo Poe, **Ada Roe**\\
      *Fog Letters*, 2, **2016**. [ADS](https://e.org/1)\\
      <br/>
      **Dry maps of the land**\\
      **Ada Roe**, Cy Moe\\
      *Rain Letters*, 3, **2015**. [ADS](https://e.org/2)
      """)
    #expect(
      works.map(\.summary) == [
        """
        title=Wet maps of the land; authors=Bo Poe|Ada Roe!; venue=Fog Letters; vol=2; year=2016; \
        links=["ADS"]
        """,
        """
        title=Dry maps of the land; authors=Ada Roe!|Cy Moe; venue=Rain Letters; vol=3; \
        year=2015; links=["ADS"]
        """,
      ])
  }
}
