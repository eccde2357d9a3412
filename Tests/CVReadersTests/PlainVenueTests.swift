// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Venues and books that a comma alone parts from titles, and works in lines of one paragraph.
@Suite struct PlainVenueTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func partsAPlainJournalFromTheTitle() {
    check(
      """
      - C. Moe, D. Loe. Sluices: A Survey, ACM Fen Surveys, 2024.
      - C. Moe, D. Loe, Fog waves without fog, Phys. Lett. A 51, 77 (1975).
      - D. Loe, Guessing dew with bells, IEEE Transactions on Wet Sensing, 51(2), 1001–1010, 2013.
      """,
      [
        "title=Sluices: A Survey; authors=C. Moe|D. Loe; venue=ACM Fen Surveys; year=2024",
        "title=Fog waves without fog; authors=C. Moe|D. Loe; venue=Phys. Lett. A; vol=51; pp=77; "
          + "year=1975",
        "title=Guessing dew with bells; authors=D. Loe; venue=IEEE Transactions on Wet Sensing; "
          + "vol=51; no=2; pp=1001–1010; year=2013",
      ])
  }

  /// A second half of a title that calls itself a review, and words that go on.
  @Test func takesNoHalfOfATitleForAJournal() {
    check(
      """
      - C. Moe, D. Loe. Old Sluices, A Critical Review, 2024.
      - C. Moe, D. Loe. Old sluices, the letters of their keepers, 1824. *Dew Letters*, 2020.
      """,
      [
        "title=Old Sluices, A Critical Review, 2024; authors=C. Moe|D. Loe",
        "title=Old sluices, the letters of their keepers, 1824; authors=C. Moe|D. Loe; "
          + "venue=Dew Letters; year=2020",
      ])
  }

  @Test func readsBooksBeforeTheirPublisher() {
    check(
      """
      *The Wet Road* (Fen University Press, 2014).

      (with C. Moe) *Maps Without Moors*, Fen University Press, 2011.

      D. Loe and C. Moe, *Dew Chains*, 2nd ed., Moor Scientific, 1991.

      C. Moe, _Sluices and Their Friends_. Fen-Verlag, Berlin, 1978.
      """,
      [
        "title=The Wet Road; venue=Fen University Press; year=2014",
        "title=Maps Without Moors; authors=C. Moe; venue=Fen University Press; year=2011",
        "title=Dew Chains; authors=D. Loe|C. Moe; venue=Moor Scientific; note=2nd ed.; year=1991",
        "title=Sluices and Their Friends; authors=C. Moe; venue=Fen-Verlag; at=Berlin; year=1978",
      ])
  }

  /// A list of names some of which are in italics.
  @Test func takesNoNamesInItalicsForABook() {
    check(
      """
      - C. Moe, *D. Loe and E. Noe*. Wet maps of old fens. Dew Letters, 2019.
      """,
      [
        "title=Wet maps of old fens; authors=C. Moe|D. Loe|E. Noe; venue=Dew Letters; year=2019"
      ])
  }

  @Test func readsReferencesInLinesOfOneParagraph() {
    check(
      """
      [1] C. Moe, D. Loe, "Draining the Undrainable," FogML, 2023.
      [2] Loe, D., Moe, C., ... & Noe, E. (2022). Soft sluices for hard
      fens. *Dew Letters*.
      """,
      [
        "title=Draining the Undrainable; authors=C. Moe|D. Loe; venue=FogML; year=2023",
        "title=Soft sluices for hard fens; authors=Loe, D.|Moe, C.|…|Noe, E.; venue=Dew Letters; "
          + "year=2022",
      ])
    check(
      """
      Moe, C., & Loe, D. (2023). Soft sluices for hard fens. *Dew Letters*.
      Loe, D., & Moe, C. (2022). Hard sluices for soft fens. *Dew Letters*.
      """,
      [
        "title=Soft sluices for hard fens; authors=Moe, C.|Loe, D.; venue=Dew Letters; year=2023",
        "title=Hard sluices for soft fens; authors=Loe, D.|Moe, C.; venue=Dew Letters; year=2022",
      ])
  }

  /// A reference that its author wrapped, also before names.
  @Test func keepsWrappedReferencesWhole() {
    check(
      """
      C. Moe, D. Loe (2019). Wet maps of old fens and moors after
      Noe, E. and Poe, F. drew them in 1900. *Dew Letters*.
      """,
      [
        "title=Wet maps of old fens and moors after Noe, E. and Poe, F. drew them in 1900; "
          + "authors=C. Moe|D. Loe; venue=Dew Letters; year=2019"
      ])
  }

  @Test func readsAJournalAboveAPointOfPraise() {
    check(
      """
      **A mill for two: fens in magic light**\\
      L. Noe, C. Moe, and D. Loe\\
      _Fen Rev. Lett._ 128, 033401 (2022) • Editors' Suggestion
      """,
      [
        "title=A mill for two: fens in magic light; authors=L. Noe|C. Moe|D. Loe; "
          + "venue=Fen Rev. Lett.; note=Editors' Suggestion; vol=128; pp=033401; year=2022"
      ])
  }
}
