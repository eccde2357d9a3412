// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works whose title has no style of its own, or a badge above or before it.
@Suite struct PlainTitleTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test(arguments: [
    "`TRF 2025`", "<kbd>TRF 2025</kbd>", "<span class=\"badge\">TRF 2025</span>",
    "<span style=\"background-color: #03228d; color: white\">TRF 2025</span>",
  ])
  func readsABadgeBeforeAPlainTitle(_ badge: String) {
    check(
      "- \(badge) A Cloud Model Aligning Fog and Rain, **Ada Roe**, Bo Poe, Cy Moe. "
        + "*Transactions on Rain and Fog*.",
      [
        "title=A Cloud Model Aligning Fog and Rain; authors=Ada Roe!|Bo Poe|Cy Moe; "
          + "venue=Transactions on Rain and Fog; year=2025"
      ])
  }

  @Test func keepsTheShortYearInABracketOfTheVenue() {
    check(
      "- `RW 2025` Wet maps for dry towns, Bo Poe, **Ada Roe**. "
        + "*Proceedings of the 48th Rain Week (RW '25)*.",
      [
        "title=Wet maps for dry towns; authors=Bo Poe|Ada Roe!; "
          + "venue=Proceedings of the 48th Rain Week (RW '25); year=2025"
      ])
  }

  @Test func takesNamesBehindAPlainTitleByTheOneInBold() {
    check(
      """
      - Slow mills, ferns and rain of towns, Bo Poe, **Ada Roe**. *Rain Letters*, 2019.
      - Slow mills for ferns and rain, **Ada Roe**, Bo Poe and Cy Moe. Journal of Rain, 2020.
      """,
      [
        "title=Slow mills, ferns and rain of towns; authors=Bo Poe|Ada Roe!; "
          + "venue=Rain Letters; year=2019",
        "title=Slow mills for ferns and rain; authors=Ada Roe!|Bo Poe|Cy Moe; "
          + "venue=Journal of Rain; year=2020",
      ])
  }

  /// Names before a title with commas, a body among them, and places in the title.
  @Test func takesNoNamesForATitle() {
    check(
      """
      - Bo Poe, Cy Moe, **Ada Roe**, Di Loe. Slow mills, ferns, and rain. *Rain Letters*, 2019.
      - The Wet Rain Collaboration, **Ada Roe**, Bo Poe. Slow mills and ferns. *Rain Letters*, 2020.
      - Slow mills and ferns in Upper Fenland, Lower Marsh, and Mud Town. *Rain Letters*, 2021.
      """,
      [
        "title=Slow mills, ferns, and rain; authors=Bo Poe|Cy Moe|Ada Roe!|Di Loe; "
          + "venue=Rain Letters; year=2019",
        "title=Slow mills and ferns; authors=The Wet Rain Collaboration|Ada Roe!|Bo Poe; "
          + "venue=Rain Letters; year=2020",
        "title=Slow mills and ferns in Upper Fenland, Lower Marsh, and Mud Town; "
          + "venue=Rain Letters; year=2021",
      ])
  }

  @Test func readsAVenueInCapitalsBehindABoldTitle() {
    check(
      """
      * **Wet maps of the fen**, ICFM 2024\\
        Ada Roe, Bo Poe, Cy Moe

      * **Dry maps of the fen**, a study\\
        Ada Roe, Bo Poe, Cy Moe
      """,
      [
        "title=Wet maps of the fen; authors=Ada Roe|Bo Poe|Cy Moe; venue=ICFM; year=2024",
        "title=Dry maps of the fen, a study; authors=Ada Roe|Bo Poe|Cy Moe",
      ])
  }

  @Test func readsTheTitleBelowABadgeWhereOneNameStandsInBold() {
    let card = { (badge: String, words: String) in
      """
      <div class="paper-box"><div class="badge">\(badge)</div>
      <div class="paper-box-text" markdown="1">

      \(words)
      </div></div>


      """
    }
    check(
      card("FOGDL2023", "[Wet maps of the fen](https://e.org/1)\n\n**Ada Roe**\n- It rains.")
        + card("Rain Safety 24", "[Dry maps](https://e.org/2)\n\n**Ada Roe**, Bo Poe"),
      [
        "title=Wet maps of the fen; authors=Ada Roe!; venue=FOGDL; year=2023; about=[\"It rains.\"]",
        "title=Dry maps; authors=Ada Roe!|Bo Poe; venue=Rain Safety; year=2024",
      ])
  }
}
