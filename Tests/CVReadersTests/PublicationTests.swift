// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import CVReaders
import TestSupport
import Testing

@Suite struct PublicationTests {
  private func check(
    _ source: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(source).map(\.summary) == [expected], sourceLocation: location)
  }

  @Test(arguments: [
    (
      "- <b>Wet maps of land</b> (with T. Poe and C. Moe), <i>Rain Letters</i> <b>113</b> (2015), 1-23.",
      "title=Wet maps of land; authors=T. Poe|C. Moe; venue=Rain Letters; vol=113; pp=1-23; year=2015"
    ),
    (
      "- Roe, A.B., and M.E. Poe. 2015. A wet map. Rain Letters. 26:560-568.",
      "title=A wet map; authors=Roe, A.B.|M.E. Poe; venue=Rain Letters; vol=26; pp=560-568; year=2015"
    ),
    (
      "- Poe, M.E. §, and A. Roe§. 2013. Wet maps. Rain Letters 65: 599-605. (§ Equal contribution)",
      "title=Wet maps; authors=Poe, M.E.=|A. Roe=; venue=Rain Letters; vol=65; pp=599-605; year=2013"
    ),
    (
      "### [[12]](https://e.org)\n\nA. Roe, “Wet maps of land,” *Rain Letters*, 2015.",
      "title=Wet maps of land; authors=A. Roe; venue=Rain Letters; year=2015; links=[\"12\"]"
    ),
    (
      "- A. Roe, “Wet maps of land,” *Rain Letters*, Jun. 2015. [Online]. Available: https://e.org/a.pdf",
      "title=Wet maps of land; authors=A. Roe; venue=Rain Letters; year=2015; links=[\"Link\"]"
    ),
    (
      "- Ada Roe, Bo Poe, *Rain-based Wet Learning and Bell Ringing*, (Submitted to RAINCON 2022)",
      "title=Rain-based Wet Learning and Bell Ringing; authors=Ada Roe|Bo Poe; venue=RAINCON; "
        + "status=Submitted; year=2022"
    ),
    (
      "- נ. לביא. על סדר המילים בטקסט. כתב העת, 2016.",
      "title=על סדר המילים בטקסט; authors=נ. לביא; venue=כתב העת; year=2016"
    ),
    (
      "- [Rain site](https://e.org) (lead designer; 2018)",
      "title=Rain site; venue=(lead designer; 2018); year=2018"
    ),
    (
      "- A. Roe-Poe, *A Short Walk through Rain*, Moss Press, 2006.",
      "title=A Short Walk through Rain; authors=A. Roe-Poe; venue=Moss Press; year=2006"
    ),
    (
      "- Roe, Ada. *The noise of quays*. Rennes: Moss Press, 2020.",
      "title=The noise of quays; authors=Roe, Ada; venue=Rennes: Moss Press; year=2020"
    ),
    (
      "- Roe, A., & Poe, B. (2022). Listening to rain. *Rain Review*, 69(2), 88-114. [⟨hal-0399⟩](https://e.org/hal-0399)",
      "title=Listening to rain; authors=Roe, A.|Poe, B.; venue=Rain Review; vol=69; no=2; pp=88-114; year=2022; links=[\"hal-0399\"]"
    ),
    (
      """
      - Roe B., Mar Sol I., **Poe A.B.** (2024).  
        _Wet maps of land: a survey._ **Rain Letters**, 135(2), 41–42 _(IF: 4)._
      """,
      "title=Wet maps of land: a survey; authors=Roe B.|Mar Sol I.|Poe A.B.!; venue=Rain Letters; note=IF: 4; vol=135; no=2; pp=41–42; year=2024"
    ),
    (
      """
      **Wet maps of land** \\
      with [Cy Q Moe](https://e.org/moe).\\
      Accepted at the _Rain Letters_.\\
      [<a onclick="show('a');">abstract</a>; [draft](/a.pdf); [map package](https://e.org/map/)]
      """,
      "title=Wet maps of land; authors=Cy Q Moe; venue=Rain Letters; status=Accepted; links=[\"draft\", \"map package\"]"
    ),
    (
      "- Bo Poe, **Ada Roe**, Wet Maps: a Survey, in _Proceedings of RAIN_ 2018:5110-5116",
      "title=Wet Maps: a Survey; authors=Bo Poe|Ada Roe!; venue=Proceedings of RAIN; pp=5110-5116; year=2018"
    ),
    (
      "- Bo Poe, **Ada Roe**, Wet Maps: a Survey, in _Rain Letters_ (RL, early access), 2020",
      "title=Wet Maps: a Survey; authors=Bo Poe|Ada Roe!; venue=Rain Letters; status=early access; note=RL; year=2020"
    ),
    (
      "- **Wet maps and makers**, with [Ada Roe](https://e.org/r) and [Bo Poe](https://e.org/p), *Rain Letters*, 2020",
      "title=Wet maps and makers; authors=Ada Roe|Bo Poe; venue=Rain Letters; year=2020"
    ),
    (
      """
      **Wet maps and owners**<br>(with Ada Roe)<br>R&R at the Journal of Rain<br>
      <a href="#">Abstract</a> | [Full paper of 2020](b.pdf)
      """,
      "title=Wet maps and owners; authors=Ada Roe; venue=Journal of Rain; status=R&R; links=[\"Full paper of 2020\"]"
    ),
    (
      "- Bo Poe, **Ada Roe**. Wet maps of far land. *Rain Letters* (IF=5.2, Q1), 2021.",
      "title=Wet maps of far land; authors=Bo Poe|Ada Roe!; venue=Rain Letters; note=IF=5.2, Q1; year=2021"
    ),
  ])
  func readsShapesOfOtherPages(source: String, expected: String) { check(source, expected) }

  @Test func leavesASentenceBehindTheWorks() {
    let section = ReadProfile.section(
      "Papers",
      "- A. Roe, B. Poe. Wet maps. *Rain Letters*, 2020.\n\nAll papers are on [Rain](https://e.org)."
    )
    #expect(section.entries.count == 2)
    guard case .paragraph(let paragraph)? = section.entries.last else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text.text == "All papers are on Rain.")
  }

  @Test func keepsTheNumbersOfPatents() {
    let works = ReadProfile.publications(
      "- **Roe A.**, Poe B. (2024).  \n  _A gauge and its use._  \n  **Patent No. WO20249** – _Filing No. WO2024EP (2024/03/12)_ – _Published 2024/09/26._",
      title: "Patents")
    #expect(
      works.map(\.summary) == [
        "title=A gauge and its use; authors=Roe A.!|Poe B.; note=Patent No. WO20249 – Filing No. WO2024EP (2024/03/12) – Published 2024/09/26; year=2024"
      ])
  }

  @Test func learnsMarksFromTheHeadingsOfGroups() {
    check(
      "## Articles (^corresponding author)\n\n- Poe B, Roe A^. Wet rain. *Rain Letters*. 2020.",
      "title=Wet rain; authors=Poe B|Roe A@; venue=Rain Letters; year=2020")
  }

  @Test(arguments: [
    (
      "1. **Roe, A.**, Poe, B., ... & Pérez-Moe, J. M. (2024). Wet Maps: A Survey. TMLR [\\[pdf\\]](#)",
      "title=Wet Maps: A Survey; authors=Roe, A.!|Poe, B.|…|Pérez-Moe, J. M.; venue=TMLR; year=2024"
    ),
    (
      "- **A. Roe**, B. Poe and C. Moe, “Maps of Rain,” *Int. Conf. on Rain (ICR)*, Honolulu, Hawai'i, USA, Oct. 2025. [[**Paper**]](https://e.org)",
      "title=Maps of Rain; authors=A. Roe!|B. Poe|C. Moe; venue=Int. Conf. on Rain (ICR); at=Honolulu, Hawai'i, USA; year=2025; links=[\"Paper\"]"
    ),
    (
      "- A. Roe, **B. Poe**, \"Joint Rain\", *Trans. on Rain*, vol. 9, no. 5, pp. 3454-3466, 1 Sept.-Oct. 2022.",
      "title=Joint Rain; authors=A. Roe|B. Poe!; venue=Trans. on Rain; vol=9; no=5; pp=3454-3466; year=2022"
    ),
    (
      "1. **T. Roe**, I. Poe. “Short memory.” *Water Letters 61(4), 1120–1138*, 2024. [10.5555/x](https://doi.org/10.5555/x)",
      "title=Short memory; authors=T. Roe!|I. Poe; venue=Water Letters; vol=61; no=4; pp=1120–1138; doi=10.5555/x; year=2024; links=[\"DOI\"]"
    ),
    (
      "1. **T. Roe**, I. Poe. “Long memory.” *Water Letters 61(4), 103510–103523*, 2024.",
      "title=Long memory; authors=T. Roe!|I. Poe; venue=Water Letters; vol=61; no=4; pp=103510–103523; year=2024"
    ),
    (
      "- Poe, B.\\*, **Roe, A.**\\*, Moe, C.. Masked Rain for Nets _XCML’2023_. (**\\* Equal Contribution**)",
      "title=Masked Rain for Nets; authors=Poe, B.=|Roe, A.!=|Moe, C.; venue=XCML; year=2023"
    ),
    (
      "- Poe, B., **Roe, A.#**, Moe, C. (2024). Attention to Rain. _Technical Report_. (**\\# Corresponding Author**)",
      "title=Attention to Rain; authors=Poe, B.|Roe, A.!@|Moe, C.; venue=Technical Report; year=2024"
    ),
    (
      "- **Roe, A.**, W Poe, Moe C., ..., Y. Doe & Zoe, Q. \"Lazy\" Rain Is Slow. ECCV'2022 Workshop",
      "title=\"Lazy\" Rain Is Slow; authors=Roe, A.!|W Poe|Moe C.|…|Y. Doe|Zoe, Q.; venue=ECCV Workshop; year=2022"
    ),
    (
      "- Poe, B., **Roe, A.** & Moe, C. Rain without a Stop NeurIPS'2023. (**Best Workshop Paper**).",
      "title=Rain without a Stop; authors=Poe, B.|Roe, A.!|Moe, C.; venue=NeurIPS; year=2023; awards=[\"Best Workshop Paper\"]"
    ),
    (
      "- **Roe, A.**, Poe, B. (2023). Rain in Society. _Position Paper, Best Paper@XWS_.",
      "title=Rain in Society; authors=Roe, A.!|Poe, B.; venue=Position Paper; year=2023; awards=[\"Best Paper@XWS\"]"
    ),
    (
      "- **Roe, A.**, Poe, B. Entropy of Rain. _AAAI'2023 Oral_.",
      "title=Entropy of Rain; authors=Roe, A.!|Poe, B.; venue=AAAI; year=2023; awards=[\"Oral\"]"
    ),
    (
      "- **Roe, A.**, Poe, B. (2024). Rain at Scale.  _Report_ (under review).",
      "title=Rain at Scale; authors=Roe, A.!|Poe, B.; venue=Report; status=under review; year=2024"
    ),
    (
      "- A. Roe, B. Poe, “Rain on the Edge,” *IEEE Commun. Mag.*, to appear.",
      "title=Rain on the Edge; authors=A. Roe|B. Poe; venue=IEEE Commun. Mag.; status=to appear"
    ),
    (
      "- L. Poe, **T. Roe**. “What do they ignore? Interviews.” *Risk 12(3), 233–251*, 2022.",
      "title=What do they ignore? Interviews; authors=L. Poe|T. Roe!; venue=Risk; vol=12; no=3; pp=233–251; year=2022"
    ),
    (
      "- [Deep Rain for Everyone](https://e.org/p), Ada Roe, Bo Poe, **CVPR 2020**",
      "title=Deep Rain for Everyone; authors=Ada Roe|Bo Poe; venue=CVPR; year=2020"
    ),
    (
      "- Ada Roe, Bo van der Poe, and Cy Q. Moe. Rain is Wet. In *Proc. of Rain*, 2019.",
      "title=Rain is Wet; authors=Ada Roe|Bo van der Poe|Cy Q. Moe; venue=Proc. of Rain; year=2019"
    ),
  ])
  func readsReferences(source: String, expected: String) { check(source, expected) }

  @Test func readsCardsWithoutAuthors() {
    check(
      """
      <div class="row"><div class="column"><a href="/i/a.png"><img src="/i/a.png"></a></div>
      <div class="column"><p style="font-weight:600">Rain-1: Toward Wetter Maps</p>
      <p>International Conference on Rain (ICR) 2026 <span style="color:red;font-weight:600">Oral</span></p>
      <p><a href="https://a.org">[Paper]</a> <a href="https://github.com/x">[Code]</a></p></div></div>
      """,
      "title=Rain-1: Toward Wetter Maps; venue=International Conference on Rain (ICR); year=2026; awards=[\"Oral\"]; links=[\"Paper\", \"Code\"]"
    )
  }

  @Test func readsPaperBoxes() {
    let source = """
      <div class='paper-box'><div class='paper-box-image'><div><div class="badge">ICLR'25</div><img src='x.jpg' alt="sym"></div></div>
      <div class='paper-box-text' markdown="1">

      [📖 Rain Experts: An Approach](https://e.org/r)

      *Bo Poe\\*, **Ada Roe\\***, Cy Moe*

      <a href="https://github.com/x/y"><img alt="GitHub Repo stars" src="https://img.shields.io/x" /></a>

      👉 Rain **frees the burden** of everything.
      </div>
      </div>
      """
    let publication = ReadProfile.publications(
      source, title: "Papers (* denotes equal contribution)"
    ).first
    #expect(
      publication?.summary
        == "title=Rain Experts: An Approach; authors=Bo Poe=|Ada Roe!=|Cy Moe; venue=ICLR; year=2025; links=[\"Code\"]; about=[\"Rain frees the burden of everything.\"]"
    )
  }

  @Test func readsBadgesOfVenues() {
    let card = """
      <div class="pub"><span class="badge">RAIN '24</span> <b>On rain and no one</b><br>
      <i>Bo Poe, <u>Ada Roe</u></i><br>[[PDF](x.pdf)] <span>🏆 Best Paper</span></div>
      """
    check(
      card,
      "title=On rain and no one; authors=Bo Poe|Ada Roe!; venue=RAIN; year=2024; awards=[\"Best Paper\"]; links=[\"PDF\"]"
    )
    let item = """
      <ol><li><div class="row"><div class="col-sm-2"><abbr class="badge">JR</abbr></div>
      <div class="col-sm-8"><div>Two on rain</div><div><em>Ada Roe</em>*, Bo Poe*, and Cy Moe</div>
      <div><em>Journal of Rain</em>, 2025</div></div></div></li></ol>
      """
    check(
      item,
      "title=Two on rain; authors=Ada Roe=|Bo Poe=|Cy Moe; venue=Journal of Rain; year=2025")
  }

  @Test func takesABoldNameAboveTheVenueForTheAuthor() {
    check(
      "<div><b>On rain</b><br><strong>Ada Roe</strong><br><em>PhD thesis, Moss University</em>, 2020</div>",
      "title=On rain; authors=Ada Roe!; venue=PhD thesis, Moss University; year=2020")
  }

  @Test func groupsByTopicsAndHeadings() {
    let nested = ReadProfile.publications(
      "- Rain:\n  - **A. Roe**, B. Poe, “One”, *X*, 2020.\n- Snow:\n  - **A. Roe**, “Two”, *Y*, 2021."
    )
    #expect(nested.map { $0.group?.text } == ["Rain", "Snow"])
    let headed = ReadProfile.publications(
      "## Journals\n- **A. Roe**. One. *X*, 2020.\n## Workshops\n- **A. Roe**. Two. *Y*, 2021.")
    #expect(headed.map { $0.group?.text } == ["Journals", "Workshops"])
  }

  @Test func tellsTwoAuthorsOfOneNameApart() {
    let authors = ReadProfile.publications("- **X. Roe**, X. Roe and W. Poe, “Joint,” *T*, 2022.")
      .first?.authors
    #expect(authors?.map(\.isOwner) == [true, false, false])
  }

  @Test func reportsDeadLinksOnce() {
    let read = ReadProfile(
      "# Publications\n1. **Roe, A.**, Poe, B. One. X'2020 [pdf](#) [code]()\n2. **Roe, A.**, Poe, B. Two. Y'2021 [pdf](#) [code](TODO_CODE) [data](DATA)"
    )
    #expect(read.log.diagnostics.filter { $0.code == .deadLink }.count == 1)
    #expect(read.account.entries.filter { $0.fate == .deadLink }.count == 4)
  }

  @Test func keepsTheSentenceBeforeTheList() {
    let section = ReadProfile.section(
      "Publications", "Refer to my [Scholar](u) for all.\n\n- **A. Roe**, “One”, *X*, 2020.")
    #expect(section.lead.map(\.text) == ["Refer to my Scholar for all."])
    #expect(section.entries.count == 1)
  }

  @Test(arguments: [
    (
      "Rain at hand. to appear, 2021.",
      "title=Rain at hand; authors=A. Roe|B. Poe; status=to appear; year=2021"
    ),
    (
      "Rain at hand, ICCV, 2021. (2021).",
      "title=Rain at hand; authors=A. Roe|B. Poe; venue=ICCV; year=2021"
    ),
    ("Rain at hand, ICCV'21.", "title=Rain at hand; authors=A. Roe|B. Poe; venue=ICCV; year=2021"),
    (
      "Rain at hand, in Proc. of X'21.",
      "title=Rain at hand; authors=A. Roe|B. Poe; venue=Proc. of X; year=2021"
    ),
    (
      "Rain, snow, and MORE, *Water*, 2020.",
      "title=Rain, snow, and MORE; authors=A. Roe|B. Poe; venue=Water; year=2020"
    ),
  ])
  func findsVenuesBehindCommas(rest: String, expected: String) {
    #expect(ReadProfile.publications("- A. Roe, B. Poe. \(rest)").map(\.summary) == [expected])
  }

  @Test(arguments: [
    (
      "- [Loud Rain](https://e.org), Bo Poe, **Ada Roe**, **ICLR 2023**",
      "title=Loud Rain; authors=Bo Poe|Ada Roe!; venue=ICLR; year=2023"
    ),
    (
      "- `ACL 2022` [Rain in Low Places](https://e.org) \\\\ Bo Poe, **Ada Roe**",
      "title=Rain in Low Places; authors=Bo Poe|Ada Roe!; venue=ACL; year=2022"
    ),
    (
      "1. Roe, A., & Poe, B. (2015). \"Rain Title Number 3.\" <i>Journal of Rain</i>. 1(3).",
      "title=Rain Title Number 3; authors=Roe, A.|Poe, B.; venue=Journal of Rain; vol=1; no=3; year=2015"
    ),
    (
      "1. Roe A, Poe B. Rain Title Number 2. Journal of Rain. 2010;1(2):10-20.",
      "title=Rain Title Number 2; authors=Roe A|Poe B; venue=Journal of Rain; vol=1; no=2; pp=10-20; year=2010"
    ),
    (
      "1. Roe, Ada, and Bo Poe. \"Rain in this style.\" *Journal of Rain* 12 (2008).",
      "title=Rain in this style; authors=Roe, Ada|Bo Poe; venue=Journal of Rain; vol=12; year=2008"
    ),
    (
      "1. Ada Lan Roe, **B. Poe**\\*, C. Moe. *Rain for two.* Journal of Rain, 2008.",
      "title=Rain for two; authors=Ada Lan Roe|B. Poe!*|C. Moe; venue=Journal of Rain; year=2008"
    ),
    (
      "- `ACL 2022` [Rain that leads to nowhere](#), Bo Poe, **Ada Roe**, Cy Moe",
      "title=Rain that leads to nowhere; authors=Bo Poe|Ada Roe!|Cy Moe; venue=ACL; year=2022"
    ),
  ])
  func readsOtherStyles(source: String, expected: String) {
    let works = ReadProfile.publications(source).map { work in
      var work = work
      work.links = []
      return work.summary
    }
    #expect(works == [expected])
  }

  /// The time must not grow with the square of the number of authors.
  @Test func readsVeryManyAuthors() {
    let names = (0..<3000).map { "**A. Roe**<sup>\($0 % 9)</sup>, B. Poe<sup>*</sup>" }
    let isSoon = endsSoon {
      let work = ReadProfile.publications(
        "- \(names.joined(separator: ", ")). Rain (again) for all. *Water*, 2020.")
      #expect(work.first?.authors.count == 6000)
      #expect(work.first?.title.text == "Rain (again) for all")
    }
    #expect(isSoon)
  }

  @Test func takesInitialsBehindAFullNameForTheNextOne() {
    let work = ReadProfile.publications("- [On moss](u), Cy Moe, Ada Roe, B. Poe, **Fen 2020**")
      .first
    #expect(work?.authors.map(\.name) == ["Cy Moe", "Ada Roe", "B. Poe"])
  }

  @Test func takesNoStopThatEndsTheAuthors() {
    let work = ReadProfile.publications("- Roe A, Poe B. On moss. *Fen*, 2020.").first
    #expect(work?.authors.map(\.name) == ["Roe A", "Poe B"])
  }

  @Test func readsABoldVenueWithItsYearBehindTheAuthors() {
    check(
      """
      * **A Survey of Wet Maps** [[draft](https://e.org/1)]
        <br /> **Ada Roe**, Bo Poe†. In **MUD2025** (Long)
      """,
      "title=A Survey of Wet Maps; authors=Ada Roe!|Bo Poe†; venue=MUD; note=Long; year=2025; "
        + "links=[\"draft\"]")
  }

  @Test func leavesOutLabelsAboveNothing() {
    let page = ReadProfile(
      """
      # Papers

      **Wet maps**

      **Dry maps**

      A. Roe, B. Poe. *On moss.* Fen Letters, 2022.
      """)
    #expect(page.account.entries.map(\.text) == ["Wet maps"])
  }
}
