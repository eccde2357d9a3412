// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works in which only their places tell the names from a plain title.
@Suite struct NamesBesideTitleTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func endsAPlainTitleAtTheStopBeforeTheNames() {
    check(
      """
      - Slow mills for sensor fens. B. Poe, C. Moe, **A. Roe**. *Rain Letters*, 2024.
      - What do wrens hear? B. Poe, **A. Roe**. *Rain Letters*, 2023.
      - What do they want? Talks with mills and fens. *Rain Letters*, 2022.
      """,
      [
        "title=Slow mills for sensor fens; authors=B. Poe|C. Moe|A. Roe!; venue=Rain Letters; "
          + "year=2024",
        "title=What do wrens hear?; authors=B. Poe|A. Roe!; venue=Rain Letters; year=2023",
        "title=What do they want? Talks with mills and fens; venue=Rain Letters; year=2022",
      ])
  }

  @Test func takesNamesWithInitialsBehindAPlainTitle() {
    check(
      """
      - Letters and the early river trade, B. Poe, A. Roe, and C. Moe, *Fen Signals*, 2022.
      - The poetry of T. S. Moe, B. R. Loe, and C. Poe, *Fen Signals*, 2022.
      - The Fen and Rain Consortium, A. Roe, B. Poe. *Wet maps of all the land*, 2021.
      """,
      [
        "title=Letters and the early river trade; authors=B. Poe|A. Roe|C. Moe; "
          + "venue=Fen Signals; year=2022",
        "title=The poetry of T. S. Moe, B. R. Loe, and C. Poe; venue=Fen Signals; year=2022",
        "title=Wet maps of all the land; authors=The Fen|Rain Consortium|A. Roe|B. Poe; "
          + "year=2021",
      ])
  }

  @Test func readsTheFirstNameOfChicagoBeforeFullNames() {
    check(
      """
      - Poe, Bo, Cy Moe, and Ada Roe. "Slow mills for fens." *Rain Letters* 60 (2024): 16-34.
      - Poe, Bo, Cy Moe, **Ada Roe**. Slow mills for towns. *Rain Letters*, 2023.
      - Rain, Snow, Wet Maps, and Mud. *Rain Letters*, 2022.
      """,
      [
        "title=Slow mills for fens; authors=Poe, Bo|Cy Moe|Ada Roe; venue=Rain Letters; vol=60; "
          + "pp=16-34; year=2024",
        "title=Slow mills for towns; authors=Poe, Bo|Cy Moe|Ada Roe!; venue=Rain Letters; "
          + "year=2023",
        "title=Rain, Snow, Wet Maps, and Mud; venue=Rain Letters; year=2022",
      ])
  }

  @Test func knowsTheOwnerWhoWroteAlone() {
    let page = ReadProfile(
      """
      # Publications

      - Ada Roe. Slow mills for burnt heath. *Rain Letters*, 2021.
      - Roe, Ada (2020). Slow mills for wet heath. *Rain Letters*.
      - Ursa Minor. Slow mills for dark heath. *Rain Letters*, 2019.
      """, name: "Ada Roe")
    let works = page.profile.sections[0].entries.compactMap {
      if case .publication(let work) = $0 { work.summary } else { nil }
    }
    #expect(
      works == [
        "title=Slow mills for burnt heath; authors=Ada Roe!; venue=Rain Letters; year=2021",
        "title=Slow mills for wet heath; authors=Roe, Ada!; venue=Rain Letters; year=2020",
        "title=Ursa Minor; venue=Rain Letters; note=Slow mills for dark heath; year=2019",
      ])
  }

  @Test func keepsTheOtherFormOfANameBehindASpace() {
    check(
      "- Bo Poe (坡博), **Ada Roe**. Price signals in thin fens. *Rain Letters*, 2021.",
      [
        "title=Price signals in thin fens; authors=Bo Poe (坡博)|Ada Roe!; venue=Rain Letters; "
          + "year=2021"
      ])
  }

  @Test func tellsAPlainVenueFromATitleInSentenceCase() {
    check(
      """
      - A. Roe, B. Poe, Early maps of quiet rain, Land Signals, 2020.
      - A. Roe, B. Poe, Early maps of quiet mud, Working paper, 2019.
      - A. Roe, B. Poe, Early Maps of Quiet Fens, Land Signals, 2018.
      - A. Roe and B. Poe. Slow mills for sensor fens. (CHI 2017).
      - A. Roe, B. Poe, Slow rivers in the far north, New Zealand, 2016.
      """,
      [
        "title=Early maps of quiet rain; authors=A. Roe|B. Poe; venue=Land Signals; year=2020",
        "title=Early maps of quiet mud; authors=A. Roe|B. Poe; status=Working paper; year=2019",
        "title=Early Maps of Quiet Fens, Land Signals, 2018; authors=A. Roe|B. Poe",
        "title=Slow mills for sensor fens; authors=A. Roe|B. Poe; venue=CHI; year=2017",
        "title=Slow rivers in the far north, New Zealand, 2016; authors=A. Roe|B. Poe",
      ])
  }

  @Test func readsPartsBetweenBarsInAnyOrder() {
    check(
      """
      - A. Roe, B. Poe | Slow mills for fens | CHI 2022
      - Slow mills for towns | A. Roe, B. Poe | *Rain Letters*, 2021
      """,
      [
        "title=Slow mills for fens; authors=A. Roe|B. Poe; venue=CHI; year=2022",
        "title=Slow mills for towns; authors=A. Roe|B. Poe; venue=Rain Letters; year=2021",
      ])
  }

  @Test func takesPraiseInItalicsAtTheEndAndPagesInABracket() {
    check(
      """
      - Bo Poe, **Ada Roe**. Slow mills for fens. In CHI 2020. *Honorable Mention*
      - Bo Poe, **Ada Roe**. Slow mills for mouths. 2021. *Oral Rain Letters*
      - Roe, A. (2022). Wet lands. In B. Poe (Ed.), *Book of Fens* (pp. 194–206). Fen Press.
      """,
      [
        "title=Slow mills for fens; authors=Bo Poe|Ada Roe!; venue=CHI; year=2020; "
          + "awards=[\"Honorable Mention\"]",
        "title=Slow mills for mouths; authors=Bo Poe|Ada Roe!; venue=Oral Rain Letters; year=2021",
        "title=Wet lands; authors=Roe, A.; venue=Book of Fens; "
          + "note=In B. Poe (Ed.), Fen Press; pp=194–206; year=2022",
      ])
  }

  @Test func readsNamesAndVenueInParagraphsBelowAHeading() {
    check(
      """
      ### Slow Mills for Fens

      Bo Poe, **Ada Roe**

      Rain Letters, 2021

      ### Slow Mills for Towns

      Bo Poe, **Ada Roe**

      In 2020 we built mills for towns and show that they are slow.
      """,
      [
        "title=Slow Mills for Fens; authors=Bo Poe|Ada Roe!; venue=Rain Letters; year=2021",
        "title=Slow Mills for Towns; authors=Bo Poe|Ada Roe!; "
          + "about=[\"In 2020 we built mills for towns and show that they are slow.\"]",
      ])
  }

  @Test func readsCardsBelowDivisionsOfYears() {
    let works = ReadProfile.publications(
      """
      <div class="works">
      <div class="year">2023</div>
      <div class="work">
      Roe, A. (2023). Slow mills for fens. Rain Week, Leeds, UK.<br>
      <a href="https://e.org/a">Paper</a>
      </div>
      <div class="year">2020</div>
      <div class="work">
      Roe, A. Slow mills for towns. *Rain Letters*.<br>
      <a href="https://e.org/b">Paper</a>
      </div>
      <div></div>
      <div class="work">
      Moe, C., & Roe, A. Slow mills for heaths. *Rain Letters*.
      </div>
      </div>
      """)
    #expect(
      works.map(\.title.text) == [
        "Slow mills for fens", "Slow mills for towns", "Slow mills for heaths",
      ])
    #expect(works.map { $0.dates?.start?.year } == [2023, 2020, 2020])
    #expect(works.map(\.authors.count) == [1, 1, 2])
  }
}
