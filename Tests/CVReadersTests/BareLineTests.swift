// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries in the lines of a paragraph that no date and no style sets apart.
@Suite struct BareLineTests {
  @Test func takesLinesThatTheirAuthorBreaksForEntries() {
    checkRecords(
      "Awards",
      "UF - UM Rain Award\\\nFen Mill Medal\\\nBursary for Fog, Moss College",
      ["title=UF - UM Rain Award", "title=Fen Mill Medal", "title=Bursary for Fog, Moss College"])
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
      "*Rain Award*\\\nFen Society\\\nGiven to three people", "I teach.\\\nI rain.\\\nI fog.",
      "Rain of the fens,\\\nFog of the mills,\\\nMist of the moss,", "Rain Award\\\nFen Medal",
    ])
  func keepsLinesThatAreNoNames(lines: String) {
    #expect(ReadProfile.section("Awards", lines).entries.count < 3)
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
    let town = "Moss Hall, Fen Road\\\nWet Mill, Rain Lane\\\n12 Fog Street, Leeds"
    #expect(ReadProfile.section("Roles around me", town).entries.count == 1)
  }

  @Test func readsATitleInItalicsAboveThePlaceOfATalk() {
    let talks = """
      *How Rain Falls on Mills*\\
      Rain Week, Leeds, UK

      *Mist, Fog and Far Fields*\\
      Heidelberg, Germany
      """
    checkRecords(
      "Talks", talks,
      [
        "title=How Rain Falls on Mills; org=Rain Week; at=Leeds, UK",
        "title=Mist, Fog and Far Fields; at=Heidelberg, Germany",
      ])
    // What was only attended is no work.
    #expect(ReadProfile.section("Conferences", talks).kind == .talks)
    let papers = "- A. Roe, B. Poe. *Wet maps*. Fog 2019.\n- B. Poe, A. Roe. *Fens*. Fog 2020."
    #expect(ReadProfile.section("Conferences", papers).kind == .publications)
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
