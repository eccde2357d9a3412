// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Lines that were broken by hand at a margin, and dates in a column of their own.
@Suite struct WrappedLineTests {
  @Test func joinsLinesThatReachTheMargin() {
    let page = ReadProfile(
      """
      ## Experience

      **Rain Analyst** | *Fen University*  
      *May 2020 – June 2021*

      - Developed a method for the rain of all northern fens, using gauges and  
      language models to qualitatively assess how the rain affects the views of people and of  
      their houses
      - Maintained the gauges, presented posters about them to the Society for  
      Rain and Fog Research in Leeds

      ## Talks

      - *Slow Mills on Old Land*, International Society for Rain, Fog and Mud Research of the  
      Northern Fens, Leeds, UK, May 2020
      """
    ).profile
    #expect(
      page.sections[0].entries.compactMap { entry -> [String]? in
        if case .record(let record) = entry { record.bullets.map(\.text.text) } else { nil }
      } == [
        [
          "Developed a method for the rain of all northern fens, using gauges and language models "
            + "to qualitatively assess how the rain affects the views of people and of their houses",
          "Maintained the gauges, presented posters about them to the Society for Rain and Fog "
            + "Research in Leeds",
        ]
      ])
    #expect(page.paragraphs.isEmpty)
  }

  @Test func keepsTheBreakBeforeALabel() {
    let page = ReadProfile(
      """
      ## Skills

      **Languages:** Rust, Go, Swift and all of the others of the northern fens, or Mill  
      **Tools:** Gauges and bells

      ## Notes

      I developed a method for the rain of all northern fens, using gauges and  
      language models to qualitatively assess how the rain affects the views of people and of  
      their houses, and maintained the gauges of the Northern Society for  
      Rain and Fog Research in Leeds
      """)
    #expect(
      page.summaries == [
        "title=Languages; text=Rust, Go, Swift and all of the others of the northern fens, or Mill",
        "title=Tools; text=Gauges and bells",
      ])
    #expect(page.profile.paragraphs.allSatisfy { !$0.contains("\u{2028}") })
  }

  @Test func keepsBreaksThatAreMeant() {
    let works = ReadProfile.publications(
      """
      - **How the Slow Rain Falls on All of the Northern Fens and on Moors**<br>
        with Bo Poe, Journal of Rain, 2020
      - **How the Fog Lies on All of the Northern Fens and on the Moors**<br>
        in Journal of Fog, 2021
      """)
    #expect(
      works.map(\.title.text) == [
        "How the Slow Rain Falls on All of the Northern Fens and on Moors",
        "How the Fog Lies on All of the Northern Fens and on the Moors",
      ])
  }

  @Test func readsMonthsBelowAYear() {
    checkRecords(
      "Experience",
      """
      2019&nbsp;&nbsp;&nbsp;&nbsp;**Rain Analyst**<br>
      Jun. - Aug.&nbsp;&nbsp;&nbsp;&nbsp;Department of Rain, Fen University<br>
      &#x2022; Counted drops<br>
      &#x2022; Drew maps

      2018&nbsp;&nbsp;&nbsp;&nbsp;**Rain Assistant**<br>
      Jun. - Aug.&nbsp;&nbsp;&nbsp;&nbsp;Department of Fog, Moss University
      """,
      [
        "org=Department of Rain, Fen University; role=Rain Analyst; when=2019-06..2019-08; "
          + "bullets=[\"Counted drops\", \"Drew maps\"]",
        "org=Department of Fog, Moss University; role=Rain Assistant; when=2018-06..2018-08",
      ])
  }

  @Test func readsDatesInAColumn() {
    checkRecords(
      "Talks",
      """
      2022&nbsp;&nbsp;&nbsp;&nbsp;Loe, F., & **Roe, A.**, 2022. Rain on open fens.
      Fog Week, Ely, UK.
      """,
      ["title=Rain on open fens; org=Fog Week; at=Ely, UK; text=Loe, F., & Roe, A.; when=2022"])
    let works = ReadProfile.publications(
      "2022&nbsp;&nbsp;&nbsp;&nbsp;Loe, F., & **Roe, A.**, 2022. Rain on open fens. *J. Rain*, 3.")
    #expect(works.map(\.title.text) == ["Rain on open fens"])
    #expect(works.map(\.year) == [2022])
  }

  @Test func keepsWhatStandsBelowACourse() {
    checkRecords(
      "Teaching",
      """
      2022&nbsp;&nbsp;&nbsp;&nbsp;**Rain for Beginners**, Fen University<br>
      Jun. - Aug.&nbsp;&nbsp;&nbsp;&nbsp;Lead: Bo Poe, student: Cy Moe
      """,
      [
        "title=Rain for Beginners; org=Fen University; when=2022-06..2022-08; "
          + "bullets=[\"Lead: Bo Poe, student: Cy Moe\"]"
      ])
  }
}
