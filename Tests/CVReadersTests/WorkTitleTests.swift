// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works whose title stands apart from what is said in front, behind and below it.
@Suite struct WorkTitleTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func readsAVenueInBracketsBehindTheNames() {
    check(
      """
      [Slow Mills for Quick Rain: a Count](https://e.org/1)

      **Ada Roe**, Bo Poe \\[**arXiv 2025.5**\\]

      [Rain without any Mills](https://e.org/2)

      **Ada Roe**\\*, Bo Poe\\*, Cy Moe \\[**ICML 2024 (main)**\\]
      """,
      [
        "title=Slow Mills for Quick Rain: a Count; authors=Ada Roe!|Bo Poe; venue=arXiv; year=2025",
        "title=Rain without any Mills; authors=Ada Roe!=|Bo Poe=|Cy Moe; "
          + "venue=ICML (main); year=2024",
      ])
  }

  @Test func readsBracketsBehindALinkedTitle() {
    check(
      """
      - [3] [Slow mills for quick rain](https://e.org/1). (ICML, 2024) **[Used in Fog]**

        Bo Poe\\*, **Ada Roe**\\*, and Cy Moe.

      - [2] Rain without any mills. (US Patent, No. 11, 2023)

        Bo Poe and **Ada Roe**.

      - [**<u>"Mills with the rain"</u>**](https://e.org/2) (with [Bo Poe](https://e.org/b) and Cy Moe)<br>
        *Journal of Rain*, August 2022<br>
        Abstract [<button></button>]
      """,
      [
        "title=Slow mills for quick rain; authors=Bo Poe=|Ada Roe!=|Cy Moe; venue=ICML; "
          + "note=Used in Fog; year=2024",
        "title=Rain without any mills; authors=Bo Poe|Ada Roe!; venue=US Patent; note=11; year=2023",
        "title=Mills with the rain; authors=Bo Poe|Cy Moe; venue=Journal of Rain; year=2022",
      ])
  }

  @Test func takesPointsBelowAWorkForWhatIsSaidOfIt() {
    check(
      """
      More papers on [Google Scholar](https://scholar.google.com/x).

      **Mud Maps Revisited Again** \\\\
      *<ins>Ada Roe</ins>* \\*, Bo Poe *, Cy Moe\\\\
      ICML 2024. [[arxiv]](https://e.org/1)
      * We map the mud.
      * It is wet.
      """,
      [
        "title=Mud Maps Revisited Again; authors=Ada Roe!=|Bo Poe=|Cy Moe; venue=ICML; year=2024; "
          + "links=[\"arxiv\"]; about=[\"We map the mud.\", \"It is wet.\"]"
      ])
  }

  @Test func readsBadgesInFrontOfTitles() {
    check(
      """
      - <span class="badge">FSE '24</span> &nbsp;<span>Best Paper Award</span> **Slow mills for rain**

        Bo Poe, **Ada Roe**, and Cy Moe.

      - <span class="badge">arXiv</span> &nbsp;**Rain without mills**

        Bo Poe, **Ada Roe**, and Cy Moe.

      <ul>
        <li>
        <div class="badge">Preprint</div>
        <a href="https://e.org/1">Maps of rain in wet towns, </a> Bo Poe*, <strong>Ada Roe*</strong>
        </li>
      </ul>
      """,
      [
        "title=Slow mills for rain; authors=Bo Poe|Ada Roe!|Cy Moe; venue=FSE; year=2024; "
          + "awards=[\"Best Paper Award\"]",
        "title=Rain without mills; authors=Bo Poe|Ada Roe!|Cy Moe; venue=arXiv",
        "title=Maps of rain in wet towns; authors=Bo Poe=|Ada Roe!=; venue=Preprint",
      ])
  }

  @Test func readsVenuesInBoldBehindTheNames() {
    check(
      """
      - [Slow mills for quick rain](https://e.org/1)
      Bo Poe, **Ada Roe**, Cy Moe, **RelMill ICML 2024 Best Paper Award**

      - [Rain without any mills](https://e.org/2)
      Bo Poe, **Ada Roe**, Cy Moe, **CHI 2023**
      """,
      [
        "title=Slow mills for quick rain; authors=Bo Poe|Ada Roe!|Cy Moe; venue=RelMill ICML; "
          + "year=2024; awards=[\"Best Paper Award\"]",
        "title=Rain without any mills; authors=Bo Poe|Ada Roe!|Cy Moe; venue=CHI; year=2023",
      ])
  }

  @Test func readsTheAuthorsInAPointBelowTheTitle() {
    check(
      """
      - <span style="background-color: blue; color: white">&nbsp; CHI'25 &nbsp;</span>
        *Slow mills for quick rain: a count*. **(B-3)** [**Paper**](https://e.org/1.pdf)
        - 👤 Bo Poe, **Ada Roe**, Cy Moe
      - <span style="background-color: blue; color: white">&nbsp; IEEE TPDS &nbsp;</span>
        *Rain without any mills*. [**Paper**](https://e.org/2.pdf)
        - 👤 Bo Poe, **Ada Roe**, Cy Moe

      * **Mills: a Slow Count of the Rain**
        * Ada Roe, et al., ICML 2026
      """,
      [
        "title=Slow mills for quick rain: a count; authors=Bo Poe|Ada Roe!|Cy Moe; venue=CHI; "
          + "note=B-3; year=2025; links=[\"Paper\"]",
        "title=Rain without any mills; authors=Bo Poe|Ada Roe!|Cy Moe; venue=IEEE TPDS; "
          + "links=[\"Paper\"]",
        "title=Mills: a Slow Count of the Rain; authors=Ada Roe|…; venue=ICML; year=2026",
      ])
  }

  @Test func takesParagraphsBelowAWorkForWhatIsSaidOfIt() {
    check(
      """
      **Does Rain Help a Mill? A Study of Fens**
      A. Roe. *Manuscript in preparation for Rain Letters.*

      We weigh the rain of many years against the mills that it drove, and find little.

      [Code and data →](https://e.org/1)

      **Mills without Rain**
      A. Roe. *Manuscript under submission.*

      [Code →](https://e.org/2)
      """,
      [
        "title=Does Rain Help a Mill? A Study of Fens; authors=A. Roe; "
          + "venue=Rain Letters; status=Manuscript in preparation; links=[\"Code and data\"]; "
          + "about=[\"We weigh the rain of many years against the mills that it drove, and find "
          + "little.\"]",
        "title=Mills without Rain; authors=A. Roe; status=Manuscript under submission; "
          + "links=[\"Code\"]",
      ])
  }

  @Test func keepsBracketsWithinATitle() {
    check(
      "- **Learning to see in snow (and fog)**<br>A. Roe, B. Poe<br>ICML 2023",
      [
        "title=Learning to see in snow (and fog); authors=A. Roe|B. Poe; venue=ICML; year=2023"
      ])
  }

  @Test func takesWorksInPointsBelowAWorkForWorks() {
    let page = """
      **Wet maps of the north**\\
      A. Roe, B. Poe\\
      *Journal of Rain*, 2020

      - Dry maps of the north. *Journal of Rain*, 2019.
      - Mud models. *Journal of Mud*, 2018.
      """
    #expect(ReadProfile.publications(page).count == 3)
  }

  @Test func keepsOtherParagraphsBetweenWorks() {
    let section = ReadProfile.section(
      "Publications",
      """
      **Wet maps of the north**
      A. Roe, B. Poe. *Journal of Rain*, 2020

      I also wrote two chapters of a book on the history of the rain in the far north.
      """)
    #expect(section.entries.count == 2)
  }

  @Test func readsNoDeeperThanTwoBrackets() {
    let brackets = String(repeating: "(", count: 2000)
    let closing = String(repeating: ")", count: 2000)
    let works = ReadProfile.publications(
      "- **Wet maps of the north** \(brackets)with Bo Poe\(closing)\n  A. Roe, B. Poe")
    #expect(works.count == 1)
  }

  @Test func takesWhatStandsAboveReferencesForTheirGroup() {
    check(
      """
      - Papers in journals
        - A. Roe, C. Moe. "Dry maps of the south". *Journal of Rain*, 2020.
        - A. Roe, B. Poe. "Wet maps of the north". *Journal of Rain*, 2019.
      """,
      [
        "title=Dry maps of the south; authors=A. Roe|C. Moe; venue=Journal of Rain; year=2020",
        "title=Wet maps of the north; authors=A. Roe|B. Poe; venue=Journal of Rain; year=2019",
      ])
  }

  @Test func takesNoNameThatBeginsInALink() {
    let works = ReadProfile.publications(
      "- [Mud in the Old North](https://e.org/1) Ada Roe, Bo Poe. 2023.")
    #expect(
      works.map(\.summary) == ["title=Mud in the Old North; authors=Ada Roe|Bo Poe; year=2023"])
  }

  @Test func notesTheKindOfAWorkAboveItsTitle() {
    let works = ReadProfile.publications(
      """
      <div class="box">

      **Journal Article**

      [Mud in the old north](https://e.org/1)

      *Rain Letters*

      **Ada Roe**, Bo Poe

      </div>
      """)
    #expect(
      works.map(\.summary) == [
        "title=Mud in the old north; authors=Ada Roe!|Bo Poe; venue=Rain Letters; "
          + "note=Journal Article"
      ])
  }

  @Test func keepsAFewWordsWithALinkBelowATitle() {
    let works = ReadProfile.publications(
      "`2018`\n__MSc Thesis__\n - [Wet maps](https://e.org) (A. Roe, 2018) under Bo Poe\n\n"
        + "`2017`\n__BSc Thesis__\n - We map wet maps.\n")
    #expect(
      works.map(\.summary) == [
        "title=MSc Thesis; note=Wet maps (A. Roe, 2018) under Bo Poe; year=2018",
        "title=BSc Thesis; year=2017; about=[\"We map wet maps.\"]",
      ])
  }

  @Test func leavesLinksInTheSentenceThatLeadsToThem() {
    let works = ReadProfile.publications(
      """
      - Ada Roe, Bo Poe. "Slow rain". *J. Rain*, 2019. Told of in [Article](https://e.org/a), [Blog](https://e.org/b).
      - Ada Roe, Bo Poe. "Slow mills". *J. Rain*, 2020. [PDF](https://e.org/c)
      """)
    #expect(
      works.map(\.summary) == [
        "title=Slow rain; authors=Ada Roe|Bo Poe; venue=J. Rain; note=Told of in Article, Blog; "
          + "year=2019",
        "title=Slow mills; authors=Ada Roe|Bo Poe; venue=J. Rain; year=2020; links=[\"PDF\"]",
      ])
  }

  @Test func partsPresentedAtFromItsVenue() {
    let works = ReadProfile.publications(
      "- [Slow rain on fens](https://e.org/a)<br>With Bo Poe<br>Presented at Rain Week 2025\n")
    #expect(works.map(\.venue?.text) == ["Rain Week"])
  }

  @Test func takesARateOffAVenue() {
    let works = ReadProfile.publications(
      "- **Slow rain on old fens**<br>**Ada Roe**, Bo Poe<br>*RAIN2023 (accept rate: 15%)*\n")
    #expect(
      works.map(\.summary) == [
        "title=Slow rain on old fens; authors=Ada Roe!|Bo Poe; venue=RAIN; "
          + "note=accept rate: 15%; year=2023"
      ])
  }

  @Test(arguments: [
    ("A. Roe, B. Poe, The fall of *Pluvia fina* on fens", "The fall of Pluvia fina on fens"),
    ("A. Roe, B. Poe, Notes on rain, in *Fen Letters* and more", "Notes on rain"),
    ("A. Roe, B. Poe. Slow fog, *Journal of Rain* 12, 2020", "Slow fog"),
  ])
  func keepsItalicsWithinATitle(line: String, title: String) {
    #expect(ReadProfile.publications("- \(line)").map(\.title.text) == [title])
  }

  @Test func keepsNamesOfSpeciesInATitle() {
    check(
      """
      - Roe A, **B Poe**. 2025. Warm rain and its limits in *Pluvia fina* drops. *Mud Ecology* 34:70. \
      [Read here.](https://e.org/1)
      - Roe A, **B Poe**. 2025. Warm rain on a drop (*Pluvia fina*). *Mud Ecology* 35:71.
      """,
      [
        "title=Warm rain and its limits in Pluvia fina drops; authors=Roe A|B Poe!; "
          + "venue=Mud Ecology; vol=34; pp=70; year=2025; links=[\"Read here.\"]",
        "title=Warm rain on a drop (Pluvia fina); authors=Roe A|B Poe!; "
          + "venue=Mud Ecology; vol=35; pp=71; year=2025",
      ])
  }

  @Test func takesWordsInItalicsBehindATitleForItsVenue() {
    check(
      """
      - Roe A, **B Poe**. Warm rain and its limits, *Mud Ecology* 34. *Best Paper*.
      - Roe A, **B Poe**. Warm rain and its limits. *In review*. *Mud Ecology*.
      """,
      [
        "title=Warm rain and its limits; authors=Roe A|B Poe!; venue=Mud Ecology; "
          + "vol=34; awards=[\"Best Paper\"]",
        "title=Warm rain and its limits; authors=Roe A|B Poe!; venue=Mud Ecology; "
          + "status=In review",
      ])
  }

  @Test func takesAPointerBehindAStopForALink() {
    let works = ReadProfile.publications(
      """
      - Roe A, **B Poe**. Warm rain and its limits. [Read it here.](https://e.org/1)
      - Roe A, **B Poe**. Warm rain and fog. The maps are [available here](https://e.org/2).
      """)
    #expect(works.map { $0.links.map(\.url) } == [["https://e.org/1"], []])
    #expect(works.map { $0.venue?.text } == [nil, "The maps are available here"])
  }

  @Test func readsTitlesInBracketsAndNoVenueForAuthors() {
    let works = ReadProfile.publications(
      "- [Drier Rain for the Northern Fens]\\\n  Ada Roe, Bo Poe, Cy Doe\\\n"
        + "  *Fog Letters 2024*\n\n`2020`\n\n**Moss in towns** (Fog Letters, Rain Society, 2020)\n"
    )
    #expect(works.map(\.title.text) == ["Drier Rain for the Northern Fens", "Moss in towns"])
    #expect(works.map(\.authors.count) == [3, 0])
  }
}
