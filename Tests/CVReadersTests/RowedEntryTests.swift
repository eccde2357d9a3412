// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries whose heads are rows, definitions or named lines, and what stands below them.
@Suite struct RowedEntryTests {
  @Test func readsDivisionsAsTheHeadsOfWhatFollows() {
    checkRecords(
      "Experience",
      """
      <div class="flex mt-4">
        <strong>Rain Engineer</strong>
        <span class="dates">2021 &ndash; 2025</span>
      </div>
      <div class="small">Acme Gauges, Leeds</div>

      Led the gauge programme, and grew it during my PhD.

      **Gauges**

      - Built gauges

      **Bells**

      - Kept bells

      <div class="flex mt-4">
        <span><strong>Founder</strong> — Fog Kites</span>
        <span class="dates">2020</span>
      </div>

      Sold kites.

      ---
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; at=Leeds; when=2021..2025; \
        bullets=["Led the gauge programme, and grew it during my PhD.", "Gauges", "Bells"]
        """,
        "org=Fog Kites; role=Founder; when=2020; bullets=[\"Sold kites.\"]",
      ])
  }

  @Test func readsDivisionsWithDegreesAndNothingBelowTheSchool() {
    checkRecords(
      "Education",
      """
      <div class="flex"><strong>MSc, Rain</strong> <span>2020 – 2021</span></div>
      <div>Moss University</div>

      <div class="flex"><strong>BSc, Mud</strong> <span>2017 – 2020</span></div>
      <div>Fen College</div>

      First Class Honours.
      """,
      [
        "title=MSc, Rain; org=Moss University; when=2020..2021",
        "title=BSc, Mud; org=Fen College; when=2017..2020; bullets=[\"First Class Honours.\"]",
      ])
  }

  @Test func readsAPostInTheLinesOfADefinition() {
    checkRecords(
      "Experience",
      """
      **Rain Engineer**
      : **Acme Gauges**
      : **Jul 2022 - Present**

      - Built gauges.

      **Rain Clerk**
      : **2017 - 2021**

      - Kept bells.
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; when=2022-07..; bullets=["Built gauges."]
        """,
        "role=Rain Clerk; when=2017..2021; bullets=[\"Kept bells.\"]",
      ])
  }

  @Test func readsTheSchoolBelowADefinition() {
    checkRecords(
      "Education",
      """
      **Master of Rain**
      : **2022 - 2023 - Graduated**

      Moss Business School

      **Rain Engineer**
      : **2016 - 2021 - Graduated**

      Fen University
      """,
      [
        "title=Master of Rain; org=Moss Business School; text=Graduated; when=2022..2023",
        "title=Rain Engineer; org=Fen University; text=Graduated; when=2016..2021",
      ])
  }

  @Test func readsSkillsInTicksBehindTheirLabel() {
    checkRecords(
      "Skills",
      """
      <span class="label">Rain Testing</span>`Gauge Box` `Fog`

      <span class="label">Maps</span>`Moss` `Fen`
      """, ["title=Rain Testing; text=Gauge Box, Fog", "title=Maps; text=Moss, Fen"])
  }

  @Test func readsBoldTitlesAmongActivitiesAsGroups() {
    checkRecords(
      "Activities",
      """
      ***Current Projects***

      * [**Gauge**](https://e.org/1): Reads rain
      * [**Bell**](https://e.org/2): Rings

      ***Languages***\u{20}\u{20}
      Gale, Fog

      ***Awards***

      * Moss Scout (Scouts of Fen)
      """,
      [
        "title=Gauge; text=Reads rain; group=Current Projects",
        "title=Bell; text=Rings; group=Current Projects",
        "text=Moss Scout (Scouts of Fen); group=Awards",
      ])
  }

  @Test func readsLinesThatNameThePost() {
    checkRecords(
      "Work",
      """
      May, 2009 - Aug, 2010: **Fog Tours** - Leeds, UK\u{20}\u{20}
      Position: *Kite Guide*\u{20}\u{20}
      Summary of Responsibilities:

      * Guided tours
      """,
      [
        """
        org=Fog Tours; role=Kite Guide; at=Leeds, UK; when=2009-05..2010-08; \
        bullets=["Summary of Responsibilities:"]
        """
      ])
  }

  @Test func takesAPostFromTheBracketBehindALaboratory() {
    checkRecords(
      "Experience",
      "* **July 2025 – Present:** Fen University, Rain Laboratory (Research Assistant)\n",
      ["org=Fen University, Rain Laboratory; role=Research Assistant; when=2025-07.."])
  }

  @Test func joinsALineToTheOneItLeadsTo() {
    checkRecords(
      "Education",
      """
      **MSc in Rain @**
      **[Faculty of Mud, Fen University](https://e.org)**
      (Ely, UK)

      - September 2022 - July 2024
      - Wrote of fog
      """,
      [
        """
        title=MSc in Rain; org=Faculty of Mud, Fen University; at=Ely, UK; \
        when=2022-09..2024-07; bullets=["Wrote of fog"]
        """
      ])
  }

  private let grid = """
    <div style="display: grid">
      <div><b>Rain Engineer</b><br>Fen Labs<br>Leeds, UK</div>
      <div>2019 – 2021</div>
      <div><b>Fog Engineer</b><br>Acme Corp<br>Ely, UK</div>
      <div>2017 – 2019</div>
    </div>
    """

  @Test func readsGridsWithAColumnOfDates() {
    checkRecords(
      "Work History", grid,
      [
        "org=Fen Labs; role=Rain Engineer; at=Leeds, UK; when=2019..2021",
        "org=Acme Corp; role=Fog Engineer; at=Ely, UK; when=2017..2019",
      ])
  }

  @Test func joinsNoCellsThatAreNoRows() {
    let odd = grid.replacing("<div>2017 – 2019</div>", with: "")
    #expect(ReadProfile.records("Work History", odd).first?.dates == nil)
    let works = "<div><div>A. Roe. Wet maps. Fen Letters, 2020.</div><div>2019</div></div>"
    #expect(ReadProfile.publications(works).first?.year == 2020)
  }
}
