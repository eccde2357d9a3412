// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// The numbers of works as lawyers cite them (the volume before the venue, the page behind it, then
/// the year), after GB/T 7714, and before the figures of their journals.
@Suite struct VolumeTests {
  private func check(
    _ source: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(source).map(\.summary) == [expected], sourceLocation: location)
  }

  @Test func readsAVolumeBeforeItsVenue() {
    check(
      "Fog Note, The Fens: New Mist and Old Dew, 28 _Olm Journal of Rain_ 644 (1996)",
      "title=Fog Note, The Fens: New Mist and Old Dew; venue=Olm Journal of Rain; vol=28; pp=644; "
        + "year=1996")
  }

  @Test func tellsAPageFromTheYear() {
    check(
      "[Rain and Fog](https://e.org), 83 _Fen Review_ 2019 (2008); reprinted in 29 _Olm Review_ 45 "
        + "(2008); cited in Roe v. Poe, 662 F.3d 265 (4th Cir. 2011)",
      "title=Rain and Fog; venue=Fen Review; note=reprinted in 29 Olm Review 45 (2008); cited in "
        + "Roe v. Poe, 662 F.3d 265 (4th Cir. 2011); vol=83; pp=2019; year=2008")
  }

  @Test func takesTheYearOfABracketWithMoreWords() {
    check(
      "Rain and Fog Under the Law, with Ada R. Roe, in _The Mist Handbook_ (B. Poe, ed., 2002)",
      "title=Rain and Fog Under the Law; authors=Ada R. Roe; venue=The Mist Handbook; "
        + "note=B. Poe, ed.; year=2002")
    check(
      "Rain and Fog, with Mist and Dew, _The Mist Handbook_ (Moss Press, 2002)",
      "title=Rain and Fog, with Mist and Dew; venue=The Mist Handbook; note=Moss Press; year=2002")
  }

  @Test func takesALinkThatBeginsWithAQuoteWhole() {
    check(
      "[“When It Rained”: Fog and Dew in Court](https://e.org), with Ada Roe, 25 _Fen Review_ 51 "
        + "(2018)",
      "title=“When It Rained”: Fog and Dew in Court; authors=Ada Roe; venue=Fen Review; vol=25; "
        + "pp=51; year=2018")
  }

  @Test func takesThoseWithWhomItWasWrittenFromTheEnd() {
    check(
      "“Rain at Law,” 40 _Fen Review_ 1–40 (2013) (with Bo Poe)",
      "title=Rain at Law; authors=Bo Poe; venue=Fen Review; vol=40; pp=1–40; year=2013")
    check(
      "“Rain at Law,” 40 _Fen Review_ 1–40 (2013) (mit Bo Poe)",
      "title=Rain at Law; authors=Bo Poe; venue=Fen Review; vol=40; pp=1–40; year=2013")
    check(
      "- **Rain at Law and Fog**, Fen Review, 2013 (with Bo Poe and Cy Moe).",
      "title=Rain at Law and Fog; authors=Bo Poe|Cy Moe; venue=Fen Review; year=2013")
  }

  @Test func notesThoseBehindADash() {
    check(
      "[Wet Maps of Land](https://e.org/a), *Fen Review*, 18: 1-27, 2023 — with Bo Poe (FTU).",
      "title=Wet Maps of Land; venue=Fen Review; note=with Bo Poe (FTU); vol=18; pp=1-27; year=2023"
    )
  }

  @Test func takesNoLabelledBracketForTheVenue() {
    check(
      "- **Wet maps and dry land** — with Bo Poe (FTU). *Under review.* "
        + "(Coverage: [Fen News](https://e.org/n))",
      "title=Wet maps and dry land; status=Under review; note=with Bo Poe (FTU), Coverage: Fen News"
    )
  }

  @Test func readsABookInQuotes() {
    check(
      "1. Ada B Roe, Bo C Poe. \"Rain Gauges at Work\". En : \"Studies of Rain\". (2016) Edited by "
        + "Cy Moe, and Di Noe. Imprint: Fen Press. ISBN :1234",
      "title=Rain Gauges at Work; authors=Ada B Roe|Bo C Poe; venue=Studies of Rain; "
        + "note=Edited by Cy Moe, and Di Noe. Imprint: Fen Press. ISBN :1234; year=2016")
  }

  @Test func endsPagesBeforeAnotherDate() {
    check(
      "Roe A, Poe B. Wet maps. Fen Notes. 2017 Oct 11;7(4):70-78. doi: 10.5555/ab.13. Epub 2017 Sep "
        + "22. PMID: 97",
      "title=Wet maps; authors=Roe A|Poe B; venue=Fen Notes; note=Epub 2017 Sep 22, PMID: 97; "
        + "vol=7; no=4; pp=70-78; doi=10.5555/ab.13; year=2017; links=[\"DOI\"]")
  }

  @Test func takesThoseWithWhomItWasWrittenFromDefinitions() {
    check(
      "**Wet maps of land**\n: FOGMO 2020\n: *avec [Bo Poe](https://e.org/b) et Cy Moe.*",
      "title=Wet maps of land; authors=Bo Poe|Cy Moe; venue=FOGMO; year=2020")
    check(
      "**Wet maps of land**\n: FOGMO 2020\n: *with two students.*",
      "title=Wet maps of land; venue=FOGMO; note=with two students; year=2020")
  }

  @Test func notesWhatTheOwnerWasOfAWork() {
    check(
      "Contributing Editor, _The Rain Handbook_, Moss Press, 2001",
      "title=The Rain Handbook; venue=Moss Press; note=Contributing Editor; year=2001")
    check(
      "Co-author of [“Signs for old rain”](https://e.org), Moss Press, 2019",
      "title=Signs for old rain; venue=Moss Press; note=Co-author; year=2019")
    check(
      "The Working Editor, _Rain Review_ 12 (2010)",
      "title=The Working Editor; venue=Rain Review; vol=12; year=2010")
  }

  @Test func takesAStatusBehindTheStopOfAVenue() {
    check(
      "- B Poe, **A Roe**. Slow mills of quick rain. 2025, Rain Letters. ACCEPTED FOR PUBLICATION",
      "title=Slow mills of quick rain; authors=B Poe|A Roe!; venue=Rain Letters; "
        + "status=ACCEPTED FOR PUBLICATION; year=2025")
    check(
      "- B Poe, **A Roe**. Slow mills of quick rain. *J. Rest.*, 2025.",
      "title=Slow mills of quick rain; authors=B Poe|A Roe!; venue=J. Rest.; year=2025")
  }

  @Test func takesNoLegendForTheTitleOfAGroup() {
    let works = ReadProfile.publications(
      """
      *\\* indicates co-first authorship*

      - **A Roe**\\*, B Poe\\*, C Doe. Slow mills of quick rain. Rain Letters, 2025.
      """)
    #expect(works.map(\.group?.text) == [nil])
    #expect(works.first?.authors.map(\.contributedEqually) == [true, true, false])
  }

  @Test(arguments: [
    (
      "Mud in the north[J]. Rain Letters, 2024: 111892.", "venue=Rain Letters; pp=111892; year=2024"
    ),
    (
      "Mud in the north [J]. Rain Letters. 2024(26): 62-67.",
      "venue=Rain Letters; no=26; pp=62-67; year=2024"
    ),
    (
      "Mud in the north, Rain Letters, 2020, 29: 59-60.",
      "venue=Rain Letters; vol=29; pp=59-60; year=2020"
    ),
    (
      "Mud in the north. *Rain Letters*, 2025(84): 104199.",
      "venue=Rain Letters; no=84; pp=104199; year=2025"
    ),
    (
      "Mud in the north. Rain Letters 23 (1), 438 (2023)",
      "venue=Rain Letters; vol=23; no=1; pp=438; year=2023"
    ),
  ])
  func tellsTheYearFromTheVolume(tail: String, expected: String) {
    check(
      "- Ada Roe, Bo Poe. \(tail)", "title=Mud in the north; authors=Ada Roe|Bo Poe; \(expected)")
  }

  @Test(arguments: [
    "Rain Letters 5, 1232040 (2023) — IF=4.6, Q1 | Cited: 11",
    "Rain Letters 5, 1232040 (2023) | IF=4.6, Q1 | Cited: 11",
  ])
  func notesTheFiguresOfAJournal(venue: String) {
    check(
      "<div><p>Mud in the north</p>\n<p>Ada Roe, Bo Poe</p>\n<p>\(venue)</p></div>",
      "title=Mud in the north; authors=Ada Roe|Bo Poe; venue=Rain Letters; "
        + "note=IF=4.6, Q1, Cited: 11; vol=5; pp=1232040; year=2023")
  }

  @Test(arguments: ["(mit CD)", "(mit Anwendungen im Feld)", "– con aplicaciones al campo"])
  func keepsWordsThatNameNobodyInATitle(words: String) {
    check(
      "- **Ada Roe**, Bo Poe. Karten \(words). *Regenbriefe*, 2020.",
      "title=Karten \(words); authors=Ada Roe!|Bo Poe; venue=Regenbriefe; year=2020")
  }

  @Test func keepsTheNumbersBehindADash() {
    check(
      "- A. Roe, B. Poe. *Fog over the fens*. Rain Letters - 14:3-9 (2020)",
      "title=Fog over the fens; authors=A. Roe|B. Poe; venue=Rain Letters; vol=14; pp=3-9; "
        + "year=2020")
  }

  @Test func takesPraiseBehindADotForNoPartOfTheVenue() {
    check(
      "<div><p>Mud in the north</p>\n<p>Ada Roe, Bo Poe</p>\n<p>MUD 2024 · Oral</p></div>",
      "title=Mud in the north; authors=Ada Roe|Bo Poe; venue=MUD; year=2024; awards=[\"Oral\"]")
  }

  @Test func keepsVenuesThatListThingsWhole() {
    check(
      "- **Wet Maps of the North**\n\n  Ada Roe, Bo Poe, Cy Moe\n\n"
        + "  Conference on Rain, Fog and Dew (CRFD) 2024",
      "title=Wet Maps of the North; authors=Ada Roe|Bo Poe|Cy Moe; "
        + "venue=Conference on Rain, Fog and Dew (CRFD); year=2024")
    check(
      "- **Wet Maps of the North**\n\n  Ada Roe, Bo Poe, Cy Moe\n\n"
        + "  Transactions on Circuits and Systems for Wet Maps (TCW), _under revision_",
      "title=Wet Maps of the North; authors=Ada Roe|Bo Poe|Cy Moe; "
        + "venue=Transactions on Circuits and Systems for Wet Maps (TCW); status=under revision")
  }

  @Test func readsAVenueBehindAColon() {
    check(
      "- Roe, A., & Poe, B., 2022. Skyrain: Drops in the Sky: Signals of Fog, 3(2), 209-234.",
      "title=Skyrain: Drops in the Sky; authors=Roe, A.|Poe, B.; venue=Signals of Fog; vol=3; "
        + "no=2; pp=209-234; year=2022")
    check(
      "- Roe, A., & Poe, B., 2022. Skyrain: Drops, 3 Ways, and Mud. *Signals of Fog*, 3(2).",
      "title=Skyrain: Drops, 3 Ways, and Mud; authors=Roe, A.|Poe, B.; venue=Signals of Fog; vol=3; "
        + "no=2; year=2022")
  }

  @Test func readsATitleInItalicsInALinkOfTheWholeWork() {
    check(
      "- [*Rain in the fens of the north*, Fog Letters, 2023](https://e.org/1)",
      "title=Rain in the fens of the north; venue=Fog Letters; year=2023")
    check(
      "- [*Salix rosea*, a willow of the north in 2023](https://e.org/1)",
      "title=Salix rosea, a willow of the north in 2023")
  }

  @Test(arguments: ["arXiv", "Preprint"])
  func takesAKindOfWorkInBracketsForItsVenue(kind: String) {
    check(
      "- **[\(kind)]** **Ada Roe**, Bo Poe, and C. Kevin Moe. \"Wet maps of the land.\" "
        + "([paper](https://e.org/1))",
      "title=Wet maps of the land; authors=Ada Roe!|Bo Poe|C. Kevin Moe; venue=\(kind); "
        + "links=[\"paper\"]")
    check(
      "- [Rain] maps of the land. *Rain Letters*, 2020.",
      "title=[Rain] maps of the land; venue=Rain Letters; year=2020")
  }

  @Test func readsJointWorkBelowATitle() {
    check(
      """
      - [Wet Maps of Land and Fog](https://e.org) <br/> Joint work with Bo Poe, Cy Moe, and Di Noe
        <br/> <br/> We show that fog is the slowest of all rain, and how it can be mapped. <br/>
        Presented at [FENS 2025](https://e.org/f)
      """,
      "title=Wet Maps of Land and Fog; authors=Bo Poe|Cy Moe|Di Noe; venue=FENS; "
        + "status=Presented; year=2025; about=[\"We show that fog is the slowest of all rain, and how it can be mapped.\"]"
    )
    check(
      "- [Wet Maps of Land](https://e.org). Joint work with Bo Poe. Presented.",
      "title=Wet Maps of Land; authors=Bo Poe; status=Presented")
    let leads = ReadProfile.publications("- [Wet Maps of Land](https://e.org) (with Bo Poe), 2020")
    #expect(leads.map(\.authorLead) == ["with"])
  }

  @Test func readsAVenueInItalicsBelowTheNames() {
    check(
      "- **Wet Maps of Land and Fog**\n\n  **Ada Roe**, Bo Poe\n\n  *Fen Review* [[p]](https://e.org)",
      "title=Wet Maps of Land and Fog; authors=Ada Roe!|Bo Poe; venue=Fen Review; links=[\"p\"]")
    check(
      "- **Wet Maps of Land and Fog**\n\n  **Ada Roe**, Bo Poe\n\n  *Under review*",
      "title=Wet Maps of Land and Fog; authors=Ada Roe!|Bo Poe; status=Under review")
  }

  @Test func takesNoSentenceInChineseForARemark() {
    let work = ReadProfile.publications(
      "- **Wet Maps of Land**\n\n  Ada Roe, Bo Poe\n\n  *FENS 2025*\n\n  我们提出 Map 用于雨水。"
    ).first
    #expect(work?.note == nil)
    #expect(work?.description.map(\.text) == ["我们提出 Map 用于雨水。"])
  }

  /// A part that is shorter than a year.
  @Test func keepsFewLettersBeforeASemicolon() {
    let work = ReadProfile.publications("- A. Roe, B. Poe. Maps of rain. *Rain*, a;b.").first
    #expect(work?.title.text == "Maps of rain" && work?.venue?.text == "Rain")
  }
}
