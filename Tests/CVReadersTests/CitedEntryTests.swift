// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// Works, talks and prizes that are written as they are cited, in the manner of several fields.
@Suite struct CitedEntryTests {
  private func work(_ line: String) -> Publication? { ReadProfile.publications("- \(line)").first }

  @Test(arguments: [
    ("佐藤 雨子, 大内 霧, **露 彩香**. [多雨地における霧の選択](http://e.org/a), 雨学会論文誌, 2018.", "多雨地における霧の選択", 3),
    ("森雨介, ニュービッグ グラム, 露彩香. \"霧分割の点予測\", 霧学会論文誌, 2011.", "霧分割の点予測", 3),
    ("大内 霧, **露 彩香**. 複数人の雨のための霧選択, 雨学会論文誌, 2016.", "複数人の雨のための霧選択", 2),
  ])
  func readsJapaneseNamesWithASpace(line: String, title: String, authors: Int) {
    #expect(work(line)?.title.text == title && work(line)?.authors.count == authors)
    #expect(work(line)?.venue?.text.hasSuffix("論文誌") == true)
  }

  @Test func takesNoWordsOfATitleForJapaneseNames() {
    #expect(work("雨の 選択, 霧学会論文誌, 2016.")?.authors.isEmpty == true)
  }

  @Test(arguments: [
    "Roe, Ada. “Fens Keep Cooking under Rain.” Moss News, July 28, 2020.",
    "Ada Roe. \"Fens Keep Cooking under Rain\", Moss News, July 28, 2020.",
  ])
  func readsOneAuthorBeforeAQuotedTitle(line: String) {
    #expect(work(line)?.title.text == "Fens Keep Cooking under Rain")
    #expect(work(line)?.authors.count == 1 && work(line)?.venue?.text == "Moss News")
    #expect(work(line)?.dates?.start?.iso == "2020-07-28")
  }

  @Test func keepsATitleThatQuotesOneWord() {
    #expect(work("Moss Maps. “Wet” Rain and Fog. Fog Letters, 2020.")?.authors.isEmpty != false)
  }

  @Test func readsPagesRightBehindTheirLabel() {
    let pages = work(
      "Ada Roe, Bo Poe. \"Wet Maps of Fens\", Fog Letters, Vol.52, No.10, pp.44-52, 2011.")
    #expect(pages?.pages == "44-52" && pages?.volume == "52" && pages?.number == "10")
  }

  @Test func endsATitleWhereItsLabelsStood() {
    let line =
      "Ada Roe, and Bo Poe. Wet Maps of the Fens ([Arxiv](https://arxiv.org/abs/1710.1), "
      + "[video](https://e.org/v)), Proceedings of Fog and Rain (FAR), 2018."
    #expect(work(line)?.title.text == "Wet Maps of the Fens")
    #expect(work(line)?.venue?.text == "Proceedings of Fog and Rain (FAR)")
  }

  @Test func readsTalksWithTheEventInFront() {
    let talk = ReadProfile.records(
      "Presentations",
      "__Rain and Bog Conference__, Madison WI\t2018. Roe AP, Poe BD. _Double rain in the fens._"
    ).first
    #expect(talk?.title?.text == "Double rain in the fens")
    #expect(talk?.organisation?.text == "Rain and Bog Conference")
    #expect(talk?.location?.text == "Madison WI" && talk?.dates?.start?.year == 2018)
    let other = ReadProfile.records(
      "Talks", "- **Wet Maps**, Leeds, UK, 2018. *Conference on Rain of the University of Fens*"
    ).first
    #expect(other?.title?.text == "Wet Maps")
  }

  @Test func readsPrizesInParagraphs() {
    let page = "Fen Graduate Assistant, Moss University\n\nDr. Bo Poe Memorial Award, Bog College"
    #expect(ReadProfile.records("Honors", page).count == 2)
    let told = ReadProfile.records("Honors", "I have won two prizes.\n\nThey were wet")
    #expect(told.isEmpty)
  }

  @Test func readsFiscalYearsOfReigns() {
    let prize = ReadProfile.records("Awards", "- 平成21年度 霧学会 論文賞").first
    #expect(prize?.title?.text == "霧学会 論文賞" && prize?.dates?.start?.year == 2009)
  }

  @Test func readsEmployersBelowAPostAndAboveAPlace() {
    let card =
      "<div class=\"row\">\n<p>2025.10 — Present</p>\n<div><h3>Rain Engineer</h3><p>Wet Compute</p>"
      + "<p>Leeds, UK · Remote</p></div>\n</div>\n"
    let post = ReadProfile.records("Work", card + card).first
    #expect(post?.organisation?.text == "Wet Compute" && post?.role?.text == "Rain Engineer")
    let told = ReadProfile.records(
      "Work", "### Rain Engineer (2020 – 2022)\n\nBuilt gauges for rain\n\nLeft for a fen"
    ).first
    #expect(told?.organisation == nil)
  }

  @Test func findsANameBeforeAPost() {
    let page =
      "---\nexcerpt: Ada Roe — Rain Engineer at Acme\n---\n\n## Awards\n\n- Fen Award, 2020\n"
    #expect(ReadProfile(page).profile.name?.text == "Ada Roe")
    let blog =
      "---\nexcerpt: Rain Atlas — what a developer at heart notes of rain\n---\n\n## Awards\n\n- Fen Award, 2020\n"
    #expect(ReadProfile(blog).profile.name == nil)
  }

  @Test(arguments: [
    (
      "[CCF-A] **Ada Roe**, Bo Poe, Cy Moe, A Lightweight Rain-Fog Framework for Wet Towns, "
        + "Conference on Data of Rain (CDR), 2025.",
      "A Lightweight Rain-Fog Framework for Wet Towns", 3
    ),
    (
      "[CCF-B] Bo Poe, **Ada Roe**, Cy Moe, Lightweight GCN Gauges and Slow Bells for Towns of Rain, "
        + "Transactions on Rain (TOR), 2024.",
      "Lightweight GCN Gauges and Slow Bells for Towns of Rain", 3
    ),
  ])
  func endsListsOfNamesAtTheTitle(line: String, title: String, authors: Int) {
    #expect(work(line)?.title.text == title && work(line)?.authors.count == authors)
    #expect(work(line)?.venue?.text.hasSuffix(")") == true && work(line)?.year != nil)
    #expect(work(line)?.note?.text.hasPrefix("CCF-") == true)
  }

  @Test func keepsTheLastOfThreeNamesBeforeABody() {
    let line = "Ada Roe, Bo Poe, Cy Moe and the FEN Team, Wet Maps, Fog Letters (FL), 2020."
    #expect(work(line)?.authors.prefix(3).map(\.name) == ["Ada Roe", "Bo Poe", "Cy Moe"])
  }

  @Test(arguments: [
    ("**Roe, AB.**\\*, Poe, CD. & Moe, EF. (2018), Wet maps. _Fog_.", 3),
    (
      "FEN+ Collaboration. ***Wet maps of the whole fen***. [Fog Lett. 3, 2 (2020)](https://e.org)",
      1
    ),
    ("C. Moe, A. B. Quiroga Roe ***Wet maps of the whole fen***. Fog Letters, 2020", 2),
  ])
  func readsNamesOfSeveralForms(line: String, authors: Int) {
    #expect(work(line)?.authors.count == authors)
    #expect(work(line)?.title.text.lowercased().hasPrefix("wet maps") == true)
  }

  @Test func readsWhoGaveAPrizeBelowIt() {
    let prizes = ReadProfile.records(
      "Awards",
      "- **Fen Award**  \n  Moss Town (all semesters)\n- **Bog Award**  \n  Bog College (Fall 2012)"
    )
    #expect(prizes.map { $0.title?.text } == ["Fen Award", "Bog Award"])
    #expect(prizes.map { $0.organisation?.text } == ["Moss Town", "Bog College"])
    let told = ReadProfile.records("Awards", "- **Fen Award**  \n  for rain in fens").first
    #expect(told?.organisation == nil)
  }

  @Test func readsPostsInBoldBeforeTheirDates() {
    let posts = ReadProfile.records(
      "Experience",
      """
      ### Moss — Leeds, UK

      *Formerly Fen; renamed October 2021.*

      **Rain Engineer** | Apr 2023–Present

      Own the rain of the town.

      **Fog Engineer** | Oct 2021–Apr 2023

      - Led all fog
      """)
    #expect(posts.map { $0.role?.text } == ["Rain Engineer", "Fog Engineer"])
  }

  @Test func readsProjectsInRows() {
    let projects = ReadProfile.records(
      "Projects", "**Gauge** | 2026 | Rain, Fog\n\nA platform for rain.\n\n- Wet views\n")
    #expect(projects.count == 1 && projects.first?.dates?.start?.year == 2026)
  }

  @Test func readsVenuesOfSocieties() {
    let line =
      "Ada Roe, Bo Poe, Slow Bells for Wet Towns, ACM Rain and Fog Mining (RFM), 2024."
    #expect(work(line)?.title.text == "Slow Bells for Wet Towns")
    #expect(work(line)?.venue?.text == "ACM Rain and Fog Mining (RFM)")
  }

  @Test func takesTheAreaOfATownForAPlace() {
    let page =
      "# Ada Roe\n\n555-0147 · [ada@example.org](mailto:ada@example.org) · Greater Leeds Area\n\n"
      + "## Awards\n\n- Fen Award, 2020\n"
    let contacts = ReadProfile(page).profile.contacts
    #expect(contacts.first { $0.kind == .location }?.text == "Greater Leeds Area")
  }
}
