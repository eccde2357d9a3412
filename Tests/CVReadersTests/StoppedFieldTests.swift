// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Posts and degrees that only a stop parts from where they were.
@Suite struct StoppedFieldTests {
  @Test(arguments: [
    (
      "- 2021 – 2022, Engineer. Fen Fog Desk, Leeds, UK.",
      "org=Fen Fog Desk; role=Engineer; at=Leeds, UK"
    ),
    (
      "- 2021 – 2022, Fen University, UK. Teaching assistant",
      "org=Fen University; role=Teaching assistant; at=UK"
    ),
  ])
  func readsPosts(line: String, expected: String) {
    checkRecords("Experience", line, [expected + "; when=2021..2022"])
  }

  @Test(arguments: [
    (
      "- *2021-2022*, MSc in Rain, Fog (RF). Fen University, Leeds, UK.",
      "title=MSc in Rain, Fog (RF); org=Fen University; at=Leeds, UK"
    ),
    (
      "- *2021-2022*, Upper form R/F*. Fen School, Leeds, UK.",
      "title=Upper form R/F*; org=Fen School; at=Leeds, UK"
    ),
    (
      "- 2021-2022, Fen University, UK. MSc in Rain, supervised by Cy Moe",
      "title=MSc in Rain; org=Fen University; at=UK; text=supervised by Cy Moe"
    ),
    (
      "- 2021-2022, Fen University. Integrated master's–doctoral program in Rain",
      "title=Integrated master's–doctoral program in Rain; org=Fen University"
    ),
    (
      "- 2021-2022, MSc in B. Engineer. University, UK",
      "title=MSc; org=B. Engineer. University; at=UK"
    ),
  ])
  func readsDegrees(line: String, expected: String) {
    checkRecords("Education", line, [expected + "; when=2021..2022"])
  }

  @Test(arguments: ["Did many things", "Full-time", "Rust"])
  func leavesWhatIsNoPlaceBehindAPost(words: String) {
    checkRecords(
      "Experience", "- 2021, Rain Analyst. \(words)",
      ["role=Rain Analyst. \(words); when=2021"])
  }

  @Test func leavesTheNamesOfDegreesWhole() {
    checkRecords(
      "Education", "- BSc. Rain, Fen University, 2012\n- MSc in Fog. Cum Laude, 2014",
      [
        "title=BSc. Rain; org=Fen University; when=2012",
        "title=MSc in Fog. Cum Laude; when=2014",
      ])
  }

  @Test func partsADegreeInBoldFromWhereItWas() {
    checkRecords(
      "Education",
      """
      2013-
      :   **PhD, Psychology**. University of Fen-Mudford.

      2008-2012
      :   **BA, Maps (Wet Land)**. St. Ada College, Leeds, UK. Honors: _cum laude_

      2005
      :   **BSc, Rain**. A thesis on fog.
      """,
      [
        "title=PhD, Psychology; org=University of Fen-Mudford; when=2013..",
        """
        title=BA, Maps (Wet Land); org=St. Ada College; at=Leeds, UK; text=Honors: cum laude; \
        when=2008..2012
        """,
        "title=BSc; org=Rain; text=A thesis on fog; when=2005",
      ])
  }
}
