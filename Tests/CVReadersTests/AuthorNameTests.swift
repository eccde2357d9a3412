// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Authors' names in the forms that people give them.
@Suite struct AuthorNameTests {
  @Test(arguments: ["(*First Author*)", "(first author)", "(Student first author)"])
  func takesThePlaceOfAnAuthorForARemark(remark: String) {
    let work = ReadProfile.publications(
      "- **Ada Roe \(remark)**, Bo Poe. Maps of fog. *Rain Letters*, 2020.\n"
    ).first
    #expect(work?.authors.map(\.name) == ["Ada Roe", "Bo Poe"])
    #expect(work?.title.text == "Maps of fog")
    let title = ReadProfile.publications(
      "- A. Roe. The first author (A. Poe) of maps. *Fens*, 2020.\n"
    )
    .first
    #expect(title?.title.text == "The first author (A. Poe) of maps")
  }

  @Test func readsTheAuthorsInABracketBehindATitle() {
    let works = ReadProfile.publications(
      """
      `2022`
      **Higher rain in fens** (A. Roe, B. Poe, 2022)
      - [Preprint](https://e.org/1)

      `2021`
      **Higher rain in towns** (Rain Letters, 2021)
      """)
    #expect(works.map { $0.authors.map(\.name) } == [["A. Roe", "B. Poe"], []])
    #expect(works.map(\.title.text) == ["Higher rain in fens", "Higher rain in towns"])
  }

  @Test func takesTheChineseSignForOthersOnce() {
    let work = ReadProfile.publications("- 罗伊等. 雨水地图的研究. 雨学报, 2019.\n").first
    #expect(work?.authors.map(\.isElision) == [false, true])
    #expect(work?.note == nil)
  }

  @Test(arguments: [
    (
      "ROE, Ada Mo, POE, Bo. Wet maps of the land. *Rain Letters (RL)*. May 2019. Vol. 14, no. 1",
      "title=Wet maps of the land; authors=ROE, Ada Mo|POE, Bo; venue=Rain Letters (RL); vol=14; "
        + "no=1; year=2019"
    ),
    (
      "ROE, Ada. [Maps : mud, rain](https://e.org/1). *Hors-Pluie*. 25 April 2018. p. 22-32.",
      "title=Maps : mud, rain; authors=ROE, Ada; venue=Hors-Pluie; pp=22-32; year=2018"
    ),
    (
      "POE, Bo and ROE, Ada. Mud in the north. *Rain Letters*. 2018.",
      "title=Mud in the north; authors=POE, Bo|ROE, Ada; venue=Rain Letters; year=2018"
    ),
    (
      "Ada ROE, Bo Moe POE. Mud in the north. *Rain Letters*. 2018.",
      "title=Mud in the north; authors=Ada ROE|Bo Moe POE; venue=Rain Letters; year=2018"
    ),
    (
      "ROE Ada, POE Bo. Mud in the north. *Rain Letters*. 2018.",
      "title=Mud in the north; authors=ROE Ada|POE Bo; venue=Rain Letters; year=2018"
    ),
    (
      "A. MERROW, B. TERNBY. Mud in the north. *Rain Letters*. 2018.",
      "title=Mud in the north; authors=A. MERROW|B. TERNBY; venue=Rain Letters; year=2018"
    ),
    (
      "RAIN, fog and mud in the north. *Rain Letters*. 2018.",
      "title=RAIN, fog and mud in the north; venue=Rain Letters; year=2018"
    ),
  ])
  func readsFamilyNamesInCapitals(reference: String, expected: String) {
    #expect(ReadProfile.publications("- \(reference)").map(\.summary) == [expected])
  }

  @Test(arguments: ["and", "und", "sowie", "et", "e", "ed", "i", "oraz", "ve", "och", "&"])
  func endsListsOfAuthorsWithAWordOfTheirLanguage(word: String) {
    let works = ReadProfile.publications(
      "- **Ada Roe**, Cy Moe \(word) Bo Poe. Mud in the north. *Rain Letters*. 2018.")
    #expect(
      works.map(\.summary) == [
        "title=Mud in the north; authors=Ada Roe!|Cy Moe|Bo Poe; venue=Rain Letters; year=2018"
      ])
  }

  @Test func readsTheLastNameBehindDotsAndParticlesInNames() {
    let works = ReadProfile.publications(
      "- Moe, A., Roe del Mar, B., … Poe, C. D. (2018). Mud in the north. *Rain Letters*.")
    #expect(
      works.map(\.summary) == [
        """
        title=Mud in the north; authors=Moe, A.|Roe del Mar, B.|…|Poe, C. D.; \
        venue=Rain Letters; year=2018
        """
      ])
  }

  @Test func keepsAnEnvelopeThatIsWrittenAsAnEntity() {
    let works = ReadProfile.publications(
      "- Wet maps of the land <br> **Ada Roe**, Bo Poe&#9993;, Cy Moe <br> Rain Letters, 2020")
    #expect(
      works.map(\.summary) == [
        "title=Wet maps of the land; authors=Ada Roe!|Bo Poe@|Cy Moe; venue=Rain Letters; year=2020"
      ])
  }

  @Test func readsAnInitialBeforeGivenNames() {
    let works = ReadProfile.publications(
      """
      - Ada Roe, Bo Poe, and S. Kevin Loe. "Rain on fens: a study of drops." *Rain Letters*, 2020.
      - A. Roe, S. Kevin Loe, Bo Poe. Rain on the fens of the north. *Rain Letters*, 2021.
      - W-C. Moe, A. Roe, and L. E. P. Poe, "Rain on fens and moors," in *Rain Letters*, 2022.
      """)
    #expect(
      works.map { $0.authors.map(\.name) } == [
        ["Ada Roe", "Bo Poe", "S. Kevin Loe"], ["A. Roe", "S. Kevin Loe", "Bo Poe"],
        ["W-C. Moe", "A. Roe", "L. E. P. Poe"],
      ])
    #expect(works.map(\.venue?.text) == ["Rain Letters", "Rain Letters", "Rain Letters"])
  }

  @Test func readsPeopleWithOneName() {
    let works = ReadProfile.publications(
      """
      - Sutari, Ada Roe, and Bo Poe. Rain on fens and moors. *Rain Letters*, 2020.
      - Ada Roe, Sutari, and Bo Poe. Rain on fens and moors. *Rain Letters*, 2021.
      - Sutari, Ada Roe, Tern, and Bo Poe. Rain on fens and moors. *Rain Letters*, 2022.
      """)
    #expect(
      works.map { $0.authors.map(\.name) } == [
        ["Sutari", "Ada Roe", "Bo Poe"], ["Ada Roe", "Sutari", "Bo Poe"],
        ["Sutari", "Ada Roe", "Tern", "Bo Poe"],
      ])
    #expect(works.allSatisfy { $0.title.text == "Rain on fens and moors" })
  }

  /// The words for `and` of languages without capitals, some of which stand right between names.
  @Test(arguments: [
    (
      "김철수, 이영희 및 박민수. 안개의 지도. 비 저널, 2020.",
      "title=안개의 지도; authors=김철수|이영희|박민수; venue=비 저널; year=2020"
    ),
    (
      "林美，王雨以及张小雪. 雾中的桥. 雨学报, 2021.",
      "title=雾中的桥; authors=林美|王雨|张小雪; venue=雨学报; year=2021"
    ),
    (
      "山田太郎, 鈴木花子及び佐藤一郎. 霧の地図. 雨学会誌, 2021.",
      "title=霧の地図; authors=山田太郎|鈴木花子|佐藤一郎; venue=雨学会誌; year=2021"
    ),
  ])
  func joinsNamesWithoutCapitals(reference: String, expected: String) {
    #expect(ReadProfile.publications("- \(reference)").map(\.summary) == [expected])
  }

  @Test func endsATitleBehindTheNumberOfAVersion() {
    let works = ReadProfile.publications("- A. Roe, B. Poe. Rain maps 2.5. *Rain Letters*, 2018.")
    #expect(
      works.map(\.summary) == [
        "title=Rain maps 2.5; authors=A. Roe|B. Poe; venue=Rain Letters; year=2018"
      ])
  }

  @Test func takesTheOnlyAuthorBehindATitle() {
    let page = ReadProfile(
      """
      # Ada Roe

      ## Papers

      - **Few Words on Rain**\u{20}\u{20}
        Ada Roe\u{20}\u{20}
        Project in Economics\u{20}\u{20}
        This project tells of rain and of what comes from it for all who live in the fens.
      - **Rain and Fog**\u{20}\u{20}
        Bo Poe\u{20}\u{20}
        Journal of Rain, 2019\u{20}\u{20}
        Paper\u{20}\u{20}
        GitHub
      - "Rain of Words", Ada Roe, *Journal of Rain*, 2018
      - **Slow Mills on Old Land**\u{20}\u{20}
        Ada Roe, Bo Poe\u{20}\u{20}
        Proceedings of Rain Week 2020
      """
    ).profile
    let works = page.sections.flatMap(\.entries).compactMap { entry in
      if case .publication(let work) = entry { work } else { nil }
    }
    #expect(
      works.map { $0.authors.map(\.name) } == [
        ["Ada Roe"], ["Bo Poe"], ["Ada Roe"], ["Ada Roe", "Bo Poe"],
      ])
    #expect(works.map(\.note?.text) == ["Project in Economics", nil, nil, nil])
    #expect(works[0].authors[0].isOwner)
  }

  /// What looks like a name, an abbreviation or a label of another kind, and is none.
  @Test(arguments: [
    (
      "김민수, 이영희. 과학적 방법. 비 저널, 2020.",
      "title=과학적 방법; authors=김민수|이영희; venue=비 저널; year=2020"
    ),
    (
      "Roe A, Poe B. Rain on fens. Physical Review B. 2020;12:3-4",
      "title=Rain on fens; authors=Roe A|Poe B; venue=Physical Review B; vol=12; pp=3-4; year=2020"
    ),
    (
      "A. Roe, B. Poe. Parsing with Node.js. Journal of Rain, 2020",
      "title=Parsing with Node.js; authors=A. Roe|B. Poe; venue=Journal of Rain; year=2020"
    ),
    (
      "A. Roe, B. Poe. Rain on fens. In [Rain Week](https://e.org/a), [pdf](https://e.org/b), 2020",
      "title=Rain on fens; authors=A. Roe|B. Poe; venue=Rain Week; year=2020; links=[\"pdf\"]"
    ),
  ])
  func takesWordsForWhatTheyAre(reference: String, expected: String) {
    #expect(ReadProfile.publications("- \(reference)").map(\.summary) == [expected])
  }

  @Test func takesNoTitleOfOneWordForAName() {
    let works = ReadProfile.publications("- Ada Roe, Bo Poe, Rainfall, Fen Press, 2020.")
    #expect(works.map { $0.authors.map(\.name) } == [["Ada Roe", "Bo Poe"]])
  }

  @Test(arguments: [
    ("Cy Moe, **Ada Roe**, *Early Rain*, 2021.", "authors=Cy Moe|Ada Roe!; venue=Early Rain"),
    ("**Ada Roe**, Cy Moe, *RMC*, 2021.", "authors=Ada Roe!|Cy Moe; venue=RMC"),
    ("Cy Moe, **Ada Roe**, Rain Letters, 2021", "authors=Cy Moe|Ada Roe!; venue=Rain Letters"),
    ("Cy Moe, **Ada Roe**, Under Review, 2021.", "authors=Cy Moe|Ada Roe!; status=Under Review"),
    // A student, or the owner, in italics.
    ("**Ada Roe**, *Cy Moe*, *Rain Letters*, 2021.", "authors=Ada Roe!|Cy Moe; venue=Rain Letters"),
    ("Cy Moe, *Ada Roe*, 2021.", "authors=Cy Moe|Ada Roe"),
  ])
  func endsAuthorsBehindATitleBeforeTheVenue(line: String, expected: String) {
    let works = ReadProfile.publications("- [Wet maps of the land](https://e.org), \(line)")
    #expect(works.map(\.summary) == ["title=Wet maps of the land; \(expected); year=2021"])
  }

  @Test(arguments: [
    "- **Roe, A.**, *Poe, B.*, 2021. Wet maps of the sea. *Rain Letters*.",
    "- **Roe A**, Moe AB, *Poe RST*, 2021. Wet maps of the sea. *Rain Letters*.",
  ])
  func keepsNamesInItalicsBeforeYearAndTitle(reference: String) {
    let works = ReadProfile.publications(reference)
    #expect(works.map { $0.authors.last?.name.first } == ["P"])
    #expect(works.map { $0.title.text } == ["Wet maps of the sea"])
  }

  @Test func takesALinkedTitleThatReadsLikeTwoNames() {
    let works = ReadProfile.publications(
      """
      - [Loud Rain and Late Mud](https://e.org/1), Cy Moe, **Ada Roe**, *Rain Letters*, 2024.
      - [Cy Moe and Bo Poe](https://e.org/2), **Ada Roe**. Wet maps of the hill and the fen and \
        the sea. *Rain Letters*, 2024.
      """)
    #expect(works.first?.title.text == "Loud Rain and Late Mud")
    #expect(
      works.map { $0.authors.map(\.name) } == [
        ["Cy Moe", "Ada Roe"], ["Cy Moe", "Bo Poe", "Ada Roe"],
      ])
  }

  @Test func goesOnBehindDotsWhereAnotherNameFollows() {
    let works = ReadProfile.publications(
      """
      - **Ada Roe**, Bo Poe, ... Cy Moe†, Di Low†. Twin Rain: A Scalable Fog. **Mud Days 2025**.
      - **Ada Roe**, Bo Poe, ... Twin Mud: A Scalable Fog. **Mud Days 2025**.
      """)
    #expect(works.map { $0.authors.count } == [5, 3])
    #expect(
      works.map { $0.title.text } == ["Twin Rain: A Scalable Fog", "Twin Mud: A Scalable Fog"])
  }

  @Test func takesATitleInCapitalsBehindATitleForItsVenue() {
    let works = ReadProfile.publications(
      """
      - [Wet maps of the hill](https://e.org/1), FOG ONE, 2023.
      - [Wet maps of the fen](https://e.org/2), A. Roe, 2023.
      """)
    #expect(works.map { $0.venue?.text } == ["FOG ONE", nil])
    #expect(works.map { $0.authors.count } == [0, 1])
  }

  @Test func takesALetterBetweenCommasForAMark() {
    let works = ReadProfile.publications(
      "- A. Roe, B. Poe,b, C. Moe, Yu.G. Low, and D. Yu. Ash. **Wet maps of mud**. *Mud* 4 (2020).")
    #expect(
      works.map { $0.authors.map(\.name) } == [
        ["A. Roe", "B. Poe", "C. Moe", "Yu.G. Low", "D. Yu. Ash"]
      ])
    #expect(works.first?.authors[1].mark == "b")
    // A word of one letter goes on where no comma stands behind it.
    let others = ReadProfile.publications("- A. Roe, B. Poe, a map of mud. *Mud* 4 (2020).")
    #expect(others.map { $0.authors.map(\.name) } == [["A. Roe", "B. Poe"]])
  }

  @Test func endsNamesBeforeAYearInItalics() {
    let works = ReadProfile.publications(
      """
      **Slow maps of the wet land**\u{20}\u{20}
      Ada B Roe, Bo Poe, Cy Moe
      *2016* [[PDF](https://e.org/1)]
      """)
    #expect(
      works.map(\.summary) == [
        "title=Slow maps of the wet land; authors=Ada B Roe|Bo Poe|Cy Moe; year=2016; "
          + "links=[\"PDF\"]"
      ])
  }

  @Test func passesABracketThatNothingOpens() {
    let works = ReadProfile.publications(
      "- A. Roe, B. Poe), C. Moe. Wet maps of mud. *Mud* 4, 2020.")
    #expect(works.map { $0.authors.map(\.name) } == [["A. Roe", "B. Poe", "C. Moe"]])
    let noted = ReadProfile.publications("- A. Roe, B. Poe (eds), Wet maps of mud. *Mud* 4, 2020.")
    #expect(noted.first?.authors.prefix(2).map(\.name) == ["A. Roe", "B. Poe"])
  }

  @Test func readsInitialsBeforeAParticle() {
    let works = ReadProfile.publications(
      """
      - Roe AB, C Moe, RNH van Lan. Maps of warm fog. *Rain Letters*, 2020.
      - Quiroga Moe, A., van Lan, R. Maps of cold fog. *Rain Letters*, 2021.
      """)
    #expect(
      works.map { $0.authors.map(\.name) }
        == [["Roe AB", "C Moe", "RNH van Lan"], ["Quiroga Moe, A.", "van Lan, R."]])
  }
}
