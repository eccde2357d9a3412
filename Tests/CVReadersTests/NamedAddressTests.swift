// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Points that are a name and an address, and people below their names in bold.
@Suite struct NamedAddressTests {
  @Test func readsNamesBeforeAddresses() {
    checkRecords(
      "Output",
      """
      ### Where I write

      - Weblog <https://e.org/1>
      - Rain Clock: <https://e.org/2>
      """,
      [
        "title=Weblog; text=https://e.org/1",
        "title=Rain Clock; text=https://e.org/2",
      ])
    checkRecords(
      "Projects",
      """
      - 雨時計 <https://e.org/1>
      - Rain maps, to be seen at <https://e.org/2>
      - Wet maps of all of the land in the north <https://e.org/3>
      """,
      [
        "title=雨時計; text=https://e.org/1",
        "title=Rain maps, to be seen at https://e.org/2",
        "title=Wet maps of all of the land in the north https://e.org/3",
      ])
  }

  @Test func readsPeopleBelowTheirNames() {
    checkRecords(
      "References",
      """
      ### People

      **Ada Roe**  
      Teacher of rain, Fen University  
      [ada@example.org](mailto:ada@example.org)

      **Prof. Bo Poe**  
      Head, Mud Lab
      """,
      [
        """
        title=Ada Roe; group=People; \
        bullets=["Teacher of rain, Fen University", "ada@example.org"]
        """,
        "title=Prof. Bo Poe; group=People; bullets=[\"Head, Mud Lab\"]",
      ])
  }

  @Test func keepsWhatIsNoPersonBelowAHeading() {
    let records = ReadProfile.records(
      "References",
      """
      ### Fen Clock

      **Built with care**  
      A clock for the fen.

      **Kept by hand**  
      It runs.
      """)
    #expect(records.map(\.title?.text) == ["Fen Clock"])
  }
}
