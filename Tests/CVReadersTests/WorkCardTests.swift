// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works whose title, authors and links stand in blocks of their own.
@Suite struct WorkCardTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func takesTheHeadingOfACardForItsTitle() {
    check(
      """
      <div class="box"><div class="left"><div class="badge">ACL 2025</div></div>
      <div class="right"><h3>Should Mills Ask the Rain First?</h3>
      <p>Bo Poe, <strong>Ada Roe</strong>\\*</p>
      <p><strong>TL;DR:</strong> They should, by 2030.</p>
      <div><span>arXiv</span> <span>Paper</span> <span>Code</span></div></div></div>

      <div class="box"><h4>Wind</h4><p>A. Roe, B. Poe</p><p>Rain Letters, 2021</p></div>

      <div style="padding:8px">
      <h3>[ICCV 2023] Slow Mills for Quick Rain</h3>
      <p>Ada Roe, Cy Moe</p>
      <p><b>Links:</b> Paper (<a href="https://e.org/1">arXiv</a> &amp; <a href="https://e.org/2">CVF</a>) | <a href="https://e.org/3">Notes of 雨</a></p>
      </div>
      """,
      [
        "title=Should Mills Ask the Rain First?; authors=Bo Poe|Ada Roe!*; venue=ACL; year=2025; "
          + "about=[\"TL;DR: They should, by 2030.\"]",
        "title=Wind; authors=A. Roe|B. Poe; venue=Rain Letters; year=2021",
        "title=Slow Mills for Quick Rain; authors=Ada Roe|Cy Moe; venue=ICCV; year=2023; "
          + "links=[\"arXiv\", \"CVF\", \"Notes of 雨\"]",
      ])
  }

  @Test func takesAHeadingAboveItsAuthorsForATitle() {
    check(
      """
      ### Conferences

      * #### Slow Mills for Quick Rain <br>
      Bo Poe\\*, **Ada Roe**\\*, Cy Moe (*Equal contribution) <br>
      Society for the Measurement of Slow Rain (<b>SMSR</b>) 2024, [[paper]](https://e.org/1)

      * #### Rain without Mills
      **Ada Roe**, Cy Moe, Bo Poe <br>
      **In Preparation**
      """,
      [
        "title=Slow Mills for Quick Rain; authors=Bo Poe=|Ada Roe!=|Cy Moe; "
          + "venue=Society for the Measurement of Slow Rain (SMSR); year=2024; links=[\"paper\"]",
        "title=Rain without Mills; authors=Ada Roe!|Cy Moe|Bo Poe; status=In Preparation",
      ])
  }

  @Test func readsATableWhoseColumnsNameTitlesAndLinks() {
    check(
      """
      <table><tr><th>Year</th><th>Title</th><th>Link</th></tr>
      <tr><td>2024<br>1st</td><td>Slow Mills for Quick Rain<br>
      _A Roe, B Poe_</td><td>[Rain Letters](https://e.org/1)</td></tr>
      <tr><td>2022</td><td>Rain without Mills<br>_B Poe, A Roe_</td>
      <td><a href="https://e.org/2">eRain</a></td></tr></table>
      """,
      [
        "title=Slow Mills for Quick Rain; authors=A Roe|B Poe; year=2024; "
          + "links=[\"Rain Letters\"]; about=[\"1st\"]",
        "title=Rain without Mills; authors=B Poe|A Roe; year=2022; links=[\"eRain\"]",
      ])
  }

  @Test func takesAllRemarksOfALine() {
    check(
      """
      - **Ada Roe**, Bo Poe. Slow Mills for Quick Rain (Oral). ICR 2024 (Best Paper) (under review).
      - **Ada Roe**, Bo Poe. Rain without Mills. ICR 2023. **Oral** **Spotlight**
      """,
      [
        "title=Slow Mills for Quick Rain; authors=Ada Roe!|Bo Poe; venue=ICR; "
          + "status=under review; year=2024; awards=[\"Oral\", \"Best Paper\"]",
        "title=Rain without Mills; authors=Ada Roe!|Bo Poe; venue=ICR; year=2023; "
          + "awards=[\"Oral\", \"Spotlight\"]",
      ])
  }

  @Test func takesAnAwardAndABadgeAboveAWork() {
    check(
      """
      <div markdown="1">
      <span style="color:red">(Best Student Paper Award - Finalist)</span> <br/>
      **2.** `ICRM 2024` [Slow Mills for Quick Rain.](https://e.org/1) <br/>
      **Ada Roe**, Bo Poe, Cy Moe. <br/>
      Journal of Rain and Mills (JRM), 2024. JCR Q1, IF: 7.9.
      </div>
      """,
      [
        "title=Slow Mills for Quick Rain; authors=Ada Roe!|Bo Poe|Cy Moe; "
          + "venue=Journal of Rain and Mills (JRM); note=ICRM, JCR Q1, IF: 7.9; year=2024; "
          + "awards=[\"Best Student Paper Award - Finalist\"]"
      ])
  }

  @Test func takesTheYearBehindABoldTitle() {
    check(
      """
      1. **Slow Mills for Rain** (2024)\u{20}\u{20}
         *Ada Roe*, Bo Poe, Cy Moe\u{20}\u{20}
         EMNLP 2024

      2. **Slow Mills for Fog and All That It Hides** (2023)\u{20}\u{20}
         Bo Poe, *Ada Roe*, Cy Moe\u{20}\u{20}
         arXiv
      """,
      [
        "title=Slow Mills for Rain; authors=Ada Roe|Bo Poe|Cy Moe; venue=EMNLP; year=2024",
        "title=Slow Mills for Fog and All That It Hides; authors=Bo Poe|Ada Roe|Cy Moe; "
          + "venue=arXiv; year=2023",
      ])
  }

  @Test func readsTheVenueBelowItsBadge() {
    check(
      """
      <div class='box'><div><div class="badge">PRCV‘2022</div></div>
      <div class='text' markdown="1">

      [Dense Rain on Slow Mills](https://e.org/1)

      **Ada Roe**, Bo Poe

      - The 5th Conference on Paint and Rain of Cold Vapour (PRCV), 2022.
      </div></div>

      <div class="box"><div class="badge">ICML 2026</div>
      <h3>Slow Mills for Quick Rain</h3>
      <p>First Author · Submitted to ICML 2026</p></div>
      """,
      [
        "title=Dense Rain on Slow Mills; authors=Ada Roe!|Bo Poe; "
          + "venue=The 5th Conference on Paint and Rain of Cold Vapour (PRCV); year=2022",
        "title=Slow Mills for Quick Rain; venue=ICML; status=Submitted; year=2026; "
          + "about=[\"First Author · Submitted to ICML 2026\"]",
      ])
  }

  @Test func takesBoldWordsWithCommasForATitle() {
    check(
      """
      - **Rain Station Observations, Fog Pointing, and Mud Performance Tables** <br>
        Submitted to Rain Letters.
      """,
      [
        "title=Rain Station Observations, Fog Pointing, and Mud Performance Tables; "
          + "venue=Rain Letters; status=Submitted"
      ])
  }

  @Test func opensFramesThatHoldSeveralWorks() {
    check(
      """
      <div>

      ### Under review

      A. Roe, B. Poe. Wet maps. *Rain Letters*, 2020.

      B. Poe, A. Roe. Dry maps. *Rain Letters*, 2021.

      </div>
      """,
      [
        "title=Wet maps; authors=A. Roe|B. Poe; venue=Rain Letters; year=2020",
        "title=Dry maps; authors=B. Poe|A. Roe; venue=Rain Letters; year=2021",
      ])
  }

  @Test func takesAQuoteAboveNamesForATitle() {
    check(
      """
      > 雨水、河流与土地：一个分析框架

      - 罗北辰、**祁望**、沈归和陆听澜
      - 发表在顶级期刊《雨水研究》 2019 年第 4 期（影响因子：1.2）

      > 论慢磨坊

      - **祁望**和顾棠

      > 论快磨坊

      - **祁望**
      """,
      [
        "title=雨水、河流与土地：一个分析框架; authors=罗北辰|祁望!|沈归|陆听澜; venue=雨水研究; "
          + "note=发表在顶级期刊, 影响因子：1.2; no=4; year=2019",
        "title=论慢磨坊; authors=祁望!|顾棠",
        "title=论快磨坊; authors=祁望!",
      ])
  }

  @Test func tellsBoldTitlesFromNames() {
    check(
      """
      **A Mill for Rain that Nobody Asked For.**
      <u>T. Roe-Lund</u> and L. Kjær.
      *Mills 2023*, Seattle.

      **Marsh Maps Revisited.**
      P. Poe, J. Holm, <u>T. Roe-Lund</u>, et al.
      Under review, 2025.
      """,
      [
        "title=A Mill for Rain that Nobody Asked For; authors=T. Roe-Lund!|L. Kjær; venue=Mills; "
          + "at=Seattle; year=2023",
        "title=Marsh Maps Revisited; authors=P. Poe|J. Holm|T. Roe-Lund!|…; status=Under review; "
          + "year=2025",
      ])
  }

  @Test func takesAStrayWordForText() {
    let section = ReadProfile.section(
      "Publications", "A. Roe, B. Poe. Wet maps. *Rain Letters*, 2020.\n\nraingpt rain-v2\n")
    #expect(section.entries.count == 2)
    #expect(ReadProfile.publications("raingpt rain-v2\n").isEmpty)
  }

  @Test func keepsSlipsInListsOfNames() {
    let works = ReadProfile.publications(
      "- Moe, A., Poe, B., Lee, C., DoeC., Fee, D., Gee, E., Rudd, AD. (2022). Counting Rain. "
        + "*Rain Letters*.\n"
        + "- Moe, A., Poe, B., Rudd AD. (2022). Give Us a Drop: Old Rain. *Rain Letters*.")
    #expect(works.map(\.title.text) == ["Counting Rain", "Give Us a Drop: Old Rain"])
    #expect(works[0].authors.map(\.name).suffix(4) == ["DoeC.", "Fee, D.", "Gee, E.", "Rudd, AD."])
    #expect(works[1].authors.map(\.name) == ["Moe, A.", "Poe, B.", "Rudd AD."])
  }

  @Test func notesWhatABadgeSaysOfTheSubject() {
    check(
      """
      <div class='box'><div class='image'><div><div class="badge">Rain on hills</div></div></div>
      <div class='text' markdown="1">

      Slow Mills for Quick Rain over Steep Hills

      **Ada Roe**, Bo Poe, Cy Moe

      *Rain Letters*, 2024

      - a count of drops
      </div></div>
      """,
      [
        "title=Slow Mills for Quick Rain over Steep Hills; authors=Ada Roe!|Bo Poe|Cy Moe; "
          + "venue=Rain Letters; note=Rain on hills; year=2024; about=[\"a count of drops\"]"
      ])
  }

  @Test func readsTitlesVenuesAndNamesInHeadingsOfATable() {
    check(
      """
      <table><tr><td colspan="2"><h3>Slow Mills for Quick Rain</h3>
      <h5><i><b> Conference on Rain and Mills (CRM), 2018</b></i></h5>
      <h5> Ada Roe, Bo Poe, Cy Moe </h5></td></tr>
      <tr><td><img src="a.png"></td><td><div><h6>We ask how slow a mill may be.</h6></div></td></tr>
      <tr><td colspan="2"><a href="https://e.org"><h3>Fog without Any Mills at All</h3></a>
      <h5><b> Society for Fog, 2017</b></h5><h5> Ada Roe, Cy Moe </h5></td></tr></table>
      """,
      [
        "title=Slow Mills for Quick Rain; authors=Ada Roe|Bo Poe|Cy Moe; "
          + "venue=Conference on Rain and Mills (CRM); year=2018; "
          + "about=[\"We ask how slow a mill may be.\"]",
        "title=Fog without Any Mills at All; authors=Ada Roe|Cy Moe; venue=Society for Fog; "
          + "year=2017",
      ])
  }

  @Test func takesTheYearOutOfAnUnspacedName() {
    check(
      "1. 罗北辰, 祁望, “论慢磨坊的雨水,” 雨水大会2016论文集, pp. 17–22, Aug. 2016.",
      ["title=论慢磨坊的雨水; authors=罗北辰|祁望; venue=雨水大会论文集; pp=17–22; year=2016"])
    check(
      "1. 罗北辰, 祁望, “论慢磨坊的雨水,” 雨水技报, VLD2016-05, pp. 41–46, May 2016.",
      ["title=论慢磨坊的雨水; authors=罗北辰|祁望; venue=雨水技报; note=VLD2016-05; pp=41–46; year=2016"])
  }

  @Test func findsNamesThatNoSignPartsFromTheTitle() {
    check(
      """
      * Slow Mills for the Quick Rain of Fens (**IF = 6.8**) Bo Poe, **Ada Roe**, Ann Fee, Cy Moe\\* Rain Letters. 2024 [code](https://e.org/1)
      * Old Mills that Age in Wet Fens Bo Poe, Cy Moe, Ann Fee, **Ada Roe**, Dan Lee\\* the 3rd Rain Conference. 2024 [code](https://e.org/1)
      """,
      [
        "title=Slow Mills for the Quick Rain of Fens; authors=Bo Poe|Ada Roe!|Ann Fee|Cy Moe*; "
          + "venue=Rain Letters; note=IF = 6.8; year=2024; links=[\"code\"]",
        "title=Old Mills that Age in Wet Fens; authors=Bo Poe|Cy Moe|Ann Fee|Ada Roe!|Dan Lee*; "
          + "venue=the 3rd Rain Conference; year=2024; links=[\"code\"]",
      ])
  }

  @Test func keepsFiguresAboveTheCardsAsText() {
    let section = ReadProfile.section(
      "Publications",
      """
      <div>
      <div class="stat"><div class="number">147<span>+</span></div><div class="of">Cited</div></div>
      <div class="stat"><div class="number">5</div><div class="of">h-index</div></div>
      </div>

      <div><div><h3>Wet maps of land</h3><div class="names">Ada Roe, Bo Poe</div>
      <div class="venue">Rain Letters, 2021</div></div></div>
      """)
    #expect(section.lead.map(\.text) == ["147+ Cited", "5 h-index"])
    #expect(section.entries.count == 1)
  }

  @Test func partsAVenueFromTheTitleAboveNames() {
    let works = ReadProfile.publications(
      "0. **Fencing Wet Rain**, *Rain Week'21* [[pdf]()]\n<br><i>Ada R. Roe</i>, Bo Poe, and Cy Moe\n"
    )
    #expect(
      works.map(\.summary) == [
        "title=Fencing Wet Rain; authors=Ada R. Roe|Bo Poe|Cy Moe; venue=Rain Week; year=2021"
      ])
  }

  @Test func readsMarksInFormulas() {
    let body = """
      $^*$ co-first authored, $^\\dagger$ corresponding author

      <div>

      **Fen$^2$: Rain on $\\alpha$-fens**

      Ada Roe$^*$, **Bo Poe$^\\*$**, Cy Moe$^{\\dagger}$

      Rain Week 2024

      </div>
      """
    #expect(
      ReadProfile.publications(body).map(\.summary) == [
        "title=Fen²: Rain on α-fens; authors=Ada Roe=|Bo Poe!=|Cy Moe@; venue=Rain Week; year=2024"
      ])
  }

  @Test func readsAVenueInItalicsWithItsYearGluedToIt() {
    #expect(
      ReadProfile.publications(
        "1. **Wet Maps of the North**\n\n   **Ada Roe**, Bo Poe\n\n   *ICRF2023*\n"
      ).map(\.summary) == [
        "title=Wet Maps of the North; authors=Ada Roe!|Bo Poe; venue=ICRF; year=2023"
      ])
  }

  @Test func keepsALinkedTitleOverTwoLinesWhole() {
    checkRecords(
      "Projects",
      "- [**Wet maps: What decides how rain falls in  \nthe fens of the north?**](https://e.org)\n\n"
        + "  - Mapped",
      [
        "title=Wet maps: What decides how rain falls in the fens of the north?; bullets=[\"Mapped\"]"
      ])
  }

  @Test func readsSpansThatAStyleSheetSetsInLines() {
    let card = """
      <div class="paper">
        <span class="ptitle">Wet Maps: How to Draw Them</span>
        <span class="pauthors"><span class="me">Ada Roe</span>, Bo Poe.</span>
        <span class="pvenue"><em>Rain Letters</em>, 2020.</span>
        <div class="plinks">[<a href="https://e.org/code">Code</a>]</div>
      </div>
      """
    let work = ReadProfile.publications(card + "\n\n" + card).first
    #expect(work?.title.text == "Wet Maps: How to Draw Them")
    #expect(work?.authors.map(\.name) == ["Ada Roe", "Bo Poe"])
    #expect(work?.venue?.text == "Rain Letters")
    #expect(work?.links.map(\.url) == ["https://e.org/code"])
  }

  @Test(arguments: [
    ("[FENS 24] Wet Maps: How to Draw Them in Rain (CCF-A)", "FENS", 2024),
    ("[Mossconf 18] [Wet Maps of Wet Towns and Fog](https://e.org) (SCI Q1)", "Mossconf", 2018),
  ])
  func readsShortYearsInBadges(line: String, venue: String, year: Int) {
    let work = ReadProfile.publications("- \(line)").first
    #expect(
      work?.title.text.hasPrefix("Wet Maps") == true && work?.title.text.hasSuffix(")") == false)
    #expect(work?.venue?.text == venue && work?.dates?.start?.year == year)
  }
}
