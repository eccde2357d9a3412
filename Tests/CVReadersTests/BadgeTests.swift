// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works in cards with a badge, of which the words beside it say more.
@Suite struct BadgeTests {
  @Test func keepsTheBadgeOfALoneCard() {
    let page = """
      <div class="paper-box"><div class="paper-box-image"><div class="badge">Best paper</div></div>
      <div class="paper-box-text" markdown="1">
      [Fog maps](https://e.org/1)
      </div></div>
      """
    #expect(ReadProfile.publications(page).map(\.summary).first?.contains("Best paper") == true)
    #expect(ReadProfile.publications(page).map(\.title.text) == ["Fog maps"])
  }

  @Test func readsNamesAndVenueBelowALinkedTitle() {
    let card = { (badge: String, words: String) in
      """
      <div class="paper-box"><div class="paper-box-image"><div class="badge">\(badge)</div></div>
      <div class="paper-box-text" markdown="1">

      \(words)
      </div></div>


      """
    }
    let works = ReadProfile.publications(
      card("RN 2021", "[Wet maps](https://e.org/1)\n\nBo Poe, **Ada Roe**. *Rain Networks*, 2021\n")
        + card(
          "Fogletters", "[Fog: a map](https://e.org/2)\n**Ada Roe**, Bo Poe. *Fogletters*, 2022")
        + card(
          "FMA 2023",
          "Bo Poe†, **Ada Roe† (Co-first)**. [Mist on mills](https://e.org/3), Fog Maps A, 2023.\n- It rains.\n"
        ))
    #expect(
      works.map(\.summary) == [
        "title=Wet maps; authors=Bo Poe|Ada Roe!; venue=Rain Networks; year=2021",
        "title=Fog: a map; authors=Ada Roe!|Bo Poe; venue=Fogletters; year=2022",
        "title=Mist on mills; authors=Bo Poe†|Ada Roe!†; venue=Fog Maps A; note=Co-first; year=2023; "
          + "about=[\"It rains.\"]",
      ])
  }
}
