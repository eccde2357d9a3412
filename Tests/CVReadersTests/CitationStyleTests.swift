// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works as the common styles of citation have them, and what only looks like one.
@Suite struct CitationStyleTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func readsTheNumbersOfChicagoAndMLA() {
    check(
      """
      - Moe, Cy. "Mist and Money in Fens." *Fen Use Policy* 45, no. 2 (2015): 1–12.
      - Moe, Cy. "Mist and Money in Fens." *Fen Use Policy* 45 (2015): 1–12.
      - "Dew, Hail, Sleet," *Fen & Moor* 230 (February 2016): 33-70.
      - "Dew and Hail," *Journal of Dew*, 12.3 (Spring 2013): 1-20.
      - "Dew and Sleet," *Journal of Dew*, 3:2 (2011), 5-10.
      - "A Theory of Sluices." *Olm Journal of Fens* 120 (3), 2017: 455–480.
      """,
      [
        "title=Mist and Money in Fens; authors=Moe, Cy; venue=Fen Use Policy; vol=45; no=2; "
          + "pp=1–12; year=2015",
        "title=Mist and Money in Fens; authors=Moe, Cy; venue=Fen Use Policy; vol=45; pp=1–12; "
          + "year=2015",
        "title=Dew, Hail, Sleet; venue=Fen & Moor; vol=230; pp=33-70; year=2016",
        "title=Dew and Hail; venue=Journal of Dew; vol=12; no=3; pp=1-20; year=2013",
        "title=Dew and Sleet; venue=Journal of Dew; vol=3; no=2; pp=5-10; year=2011",
        "title=A Theory of Sluices; venue=Olm Journal of Fens; vol=120; no=3; pp=455–480; "
          + "year=2017",
      ])
  }

  /// Pages behind a volume, a bracket with other words than a date, and figures of no journal.
  @Test func keepsOtherNumbersBeforeABracket() {
    check(
      """
      - "Dew and Hail," *Journal of Dew* 13:1930-1937 (2023).
      - "Dew and Hail," *Journal of Dew* 45 (Issue on Fog, 2015).
      - "Dew and Hail," *Journal of Dew* 7:19, 2023.
      """,
      [
        "title=Dew and Hail; venue=Journal of Dew; vol=13; pp=1930-1937; year=2023",
        "title=Dew and Hail; venue=Journal of Dew; note=45 (Issue on Fog, 2015)",
        "title=Dew and Hail; venue=Journal of Dew; vol=7; pp=19; year=2023",
      ])
  }

  @Test func readsAYearBetweenACommaAndAColon() {
    check(
      """
      - Moe, C., and D. Loe, 2019: Drought and dust. *J. Fens*, **32**, 4021–4035.
      - C. Moe, D. Loe. 2001: A fen odyssey. *Dew Letters*, 2019.
      """,
      [
        "title=Drought and dust; authors=Moe, C.|D. Loe; venue=J. Fens; vol=32; pp=4021–4035; "
          + "year=2019",
        "title=2001: A fen odyssey; authors=C. Moe|D. Loe; venue=Dew Letters; year=2019",
      ])
  }

  @Test func notesWhoEditedABook() {
    check(
      """
      - Moe, C. and Loe, D. (eds.) (2019). *Towns of Fog and Dew*. Olm: Fen Press.
      - Moe, C., & Loe, D. (Eds.). (2019). *Towns of Fog and Dew*. Fen Press.
      - Moe, C. y Loe, D. (coords.) (2016). *Towns of Fog and Dew*. Fen Press.
      - Moe, C., & Loe, D. (Ed. of Fog) Towns of dew. *Fen Letters*, 2016.
      """,
      [
        "title=Towns of Fog and Dew; authors=Moe, C.|Loe, D.; venue=Olm: Fen Press; note=eds.; "
          + "year=2019",
        "title=Towns of Fog and Dew; authors=Moe, C.|Loe, D.; venue=Fen Press; note=Eds.; year=2019",
        "title=Towns of Fog and Dew; authors=Moe, C.|Loe, D.; venue=Fen Press; note=coords.; "
          + "year=2016",
        "title=(Ed. of Fog) Towns of dew; authors=Moe, C.|Loe, D.; venue=Fen Letters; year=2016",
      ])
  }

  @Test func endsAQuestionBeforeTheBookItIsIn() {
    check(
      """
      - C. Moe, D. Loe. How wet is wet? In: *Proceedings of FogCon*, pp. 55-58, 2012.
      - C. Moe, D. Loe. How wet is wet? In Proc. of FogCon, 2012.
      - C. Moe, D. Loe. Who drains fens? In search of lost water and its many old keepers. Fen Letters, 2012.
      """,
      [
        "title=How wet is wet?; authors=C. Moe|D. Loe; venue=Proceedings of FogCon; pp=55-58; "
          + "year=2012",
        "title=How wet is wet?; authors=C. Moe|D. Loe; venue=Proc. of FogCon; year=2012",
        "title=Who drains fens? In search of lost water and its many old keepers; "
          + "authors=C. Moe|D. Loe; venue=Fen Letters; year=2012",
      ])
  }

  @Test func readsTitlesOfOneWord() {
    check(
      """
      - C. Moe, D. Loe. Sluices. FOGML 2024.
      - Moe, C. (2021). Sluices. In D. Loe (Ed.), *Handbook of Fens* (pp. 88–102). Fen Press.
      - C. Moe, D. Loe. Fens vs. Moors of 2024. *Dew Letters*.
      """,
      [
        "title=Sluices; authors=C. Moe|D. Loe; venue=FOGML; year=2024",
        "title=Sluices; authors=Moe, C.; venue=Handbook of Fens; "
          + "note=In D. Loe (Ed.), Fen Press; pp=88–102; year=2021",
        "title=Fens vs. Moors of 2024; authors=C. Moe|D. Loe; venue=Dew Letters",
      ])
  }

  @Test func readsQuotedTitlesOfOneOrTwoWords() {
    check(
      """
      - "Sluices" (with C. Moe), *Dew Letters*, 2018.
      - "Dry fens" *Dew Letters*, 2012.
      - Moe, Cy. "Mud." In *Fens*, edited by Di Loe, 1–12. Olm: Fen Press, 2014.
      - Cy Moe, "Mud," in Di Loe (ed.), *Fens* (Olm: Fen Press, 2014), 1–12.
      """,
      [
        "title=Sluices; authors=C. Moe; venue=Dew Letters; year=2018",
        "title=Dry fens; venue=Dew Letters; year=2012",
        "title=Mud; authors=Moe, Cy; venue=Fens; note=edited by Di Loe, Olm: Fen Press; pp=1–12; "
          + "year=2014",
        "title=Mud; authors=Cy Moe; venue=Fens; note=in Di Loe (ed.), Olm: Fen Press; pp=1–12; "
          + "year=2014",
      ])
  }

  /// Words in quotes with which a title only begins.
  @Test func keepsQuotesOfAWordInATitle() {
    check(
      """
      - "Lazy" Sluices for Fens, *Dew Letters*, 2018.
      - "Lazy" (and Slow) Sluices for Fens. *Dew Letters*, 2018.
      """,
      [
        "title=\"Lazy\" Sluices for Fens; venue=Dew Letters; year=2018",
        "title=\"Lazy\" (and Slow) Sluices for Fens; venue=Dew Letters; year=2018",
      ])
  }

  @Test func readsOneAuthorBeforeTheSignOfGBT7714() {
    check(
      "- 罗伊. 快速沼泽方法研究[J]. 沼泽学报, 2021, 44(3): 1-12.",
      ["title=快速沼泽方法研究; authors=罗伊; venue=沼泽学报; vol=44; no=3; pp=1-12; year=2021"])
  }

  @Test func readsFamilyNamesBehindO() {
    check(
      "- Ó Loe, C., Moe, D. (2021). *Fog floods in fens*. Fen Letters, 590, 125-140.",
      [
        "title=Fog floods in fens; authors=Ó Loe, C.|Moe, D.; venue=Fen Letters; vol=590; "
          + "pp=125-140; year=2021"
      ])
  }

  @Test func takesThoseOfTheLastSentenceForAuthors() {
    check(
      """
      - "A Theory of Sluices." *Olm Journal of Fens* 120 (3), 2017: 455–480. With C. Moe.
      - "A Theory of Sluices." *Olm Journal of Fens*, 2017. With online data.
      """,
      [
        "title=A Theory of Sluices; authors=C. Moe; venue=Olm Journal of Fens; vol=120; no=3; "
          + "pp=455–480; year=2017",
        "title=A Theory of Sluices; venue=Olm Journal of Fens; note=With online data; year=2017",
      ])
  }

  @Test func readsTheBookOfAChapterBehindItsEditors() {
    check(
      """
      - Moe, C., Loe, D.: Sluices for fens. In: Noe, E. (ed.) FOG 2024. LNFS, vol. 1234, pp. 1–12. Moor (2024)
      - Moe, C., Loe, D.: Sluices for fens. In: Noe, E., Poe, F. (eds.) Proc. of FogCon 2024, pp. 1–12, 2024
      - Moe, C., Loe, D.: Sluices for fens. In Proc. of Dew Con (DC), pp. 1–12, 2024
      """,
      [
        "title=Sluices for fens; authors=Moe, C.|Loe, D.; venue=FOG; "
          + "note=LNFS, Moor, In: Noe, E. (ed.); vol=1234; pp=1–12; year=2024",
        "title=Sluices for fens; authors=Moe, C.|Loe, D.; venue=Proc. of FogCon; "
          + "note=In: Noe, E., Poe, F. (eds.); pp=1–12; year=2024",
        "title=Sluices for fens; authors=Moe, C.|Loe, D.; venue=Proc. of Dew Con (DC); pp=1–12; "
          + "year=2024",
      ])
  }
}
