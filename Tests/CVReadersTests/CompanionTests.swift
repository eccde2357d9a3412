// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Those with whom a work was written, by their family names alone, and works below their genre.
@Suite struct CompanionTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func takesFamilyNamesBehindWith() {
    check(
      """
      1. Slow mills of the fen (with Poe and Moe) Submitted
      2. Old mills of the fen (with Poe, van Moe and Loe). *Rain Letters*, 2020.
      """,
      [
        "title=Slow mills of the fen; authors=Poe|Moe; status=Submitted",
        "title=Old mills of the fen; authors=Poe|van Moe|Loe; venue=Rain Letters; year=2020",
      ])
  }

  /// Words that are known, one word alone, and places.
  @Test func takesNoOtherWordsBehindWithForNames() {
    check(
      """
      1. Maps of rain (with Code and Data). *Rain Letters*, 2021.
      2. Maps of fog (with Proofs). *Rain Letters*, 2022.
      3. Maps of mud (with Germany and France). *Rain Letters*, 2023.
      """,
      [
        "title=Maps of rain (with Code and Data); venue=Rain Letters; year=2021",
        "title=Maps of fog (with Proofs); venue=Rain Letters; year=2022",
        "title=Maps of mud (with Germany and France); venue=Rain Letters; year=2023",
      ])
  }

  @Test func readsTheWorkBelowItsGenre() {
    check(
      """
      `2018`
      __MSc Thesis__
       - [Wet maps of mud](wet.pdf) (A. Roe, 2018) Under supervision of Bo Poe

      `2020`
      __A Doctoral Thesis on Mud__
       - [Wet maps of the fen](fen.pdf)
      """,
      [
        "title=Wet maps of mud; authors=A. Roe; venue=MSc Thesis; "
          + "note=Under supervision of Bo Poe; year=2018",
        "title=A Doctoral Thesis on Mud; year=2020; links=[\"Wet maps of the fen\"]",
      ])
  }
}
