// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// Words that look like a shape that readers know, and are something else.
@Suite struct LookalikeTests {
  private func profile(_ page: String) -> Profile { ReadProfile(page).profile }

  @Test(arguments: [
    "I build [tools](https://e.org/t) that read PDF files.",
    "My paper “Wet Maps” ([PDF](w.pdf)) won a prize.",
    "I was born in a fen and grew up in a bog (see my [CV](cv.pdf)).",
    "I am open to work in all things wet ([CV](cv.pdf)).",
    "My [papers](papers.html) can be read as PDF or on paper.",
  ])
  func keepsSentencesThatHoldALinkToAFile(line: String) {
    let told = profile("# Ada Roe\n\n\(line)\n\n## Awards\n\n- Fen Award, 2020\n")
    #expect(told.paragraphs.contains { $0.contains(line.prefix(3)) })
  }

  @Test(arguments: [
    "Find my [CV](cv.pdf) as a file [here](cv2.pdf).", "You can find my CV in PDF [here](cv.pdf).",
  ])
  func leavesOutSentencesThatOnlyLeadToTheFile(line: String) {
    #expect(profile("# Ada Roe\n\n\(line)\n\n## Awards\n\n- Fen Award, 2020\n").paragraphs == [])
  }

  @Test(arguments: [
    "Rain and fog, in 2020", "Open 24/7, ok", "Water, de 2019",
    "我在北京市海淀区住了 3 年，喜欢雨", "Moss Lab: we study fog, and rain", "My University, my home",
  ])
  func takesNoSentenceForAPlace(line: String) {
    let page = profile(
      "# Ada Roe\n\nada@example.org  \n\(line)\n\n## Awards\n\n- Fen Award, 2020\n")
    #expect(!page.contacts.contains { $0.kind == .location })
  }

  @Test(arguments: ["Tern Hall 2, Tallahassee, Fl 32301", "University of Fen, Leeds, UK"])
  func takesAddressesForPlaces(line: String) {
    let page = profile(
      "# Ada Roe\n\nada@example.org  \n\(line)\n\n## Awards\n\n- Fen Award, 2020\n")
    #expect(page.contacts.contains { $0.kind == .location && $0.text == line })
  }

  @Test func keepsTheLinkOfAnInstitution() {
    let page = profile(
      "# Ada Roe\n\nProfessor of Rain  \n[Fen University](https://fen.example)  \n"
        + "ada@example.org\n\n## Awards\n\n- Fen Award, 2020\n")
    #expect(page.headline?.text == "Professor of Rain, Fen University")
    #expect(page.headline?.runs.last?.attributes.link == "https://fen.example")
  }

  @Test func keepsTwoAddressesApart() {
    let page = profile(
      "# Ada Roe\n\n12 Rain Road, Leeds, UK  \n3 Fen Street, York, UK  \nada@example.org\n\n"
        + "## Awards\n\n- Fen Award, 2020\n")
    #expect(
      page.contacts.first { $0.kind == .location }?.text
        == "12 Rain Road, Leeds, UK / 3 Fen Street, York, UK")
  }

  @Test(
    arguments: [
      ("This is Rain Man: a blog", nil), ("I'm Ada Roe’s cat", nil),
      ("Hi, I'm Ada Roe!", "Ada Roe"), ("I am Ada Roe and I like rain", "Ada Roe"),
      ("Hi, I'm Ada Roe 👋 Rain engineer", "Ada Roe"), ("I'm Ada Roe | Rain Engineer", "Ada Roe"),
    ] as [(String, String?)])
  func takesOnlyWholeNamesOfTitles(title: String, name: String?) {
    let page = profile("---\ntitle: \"\(title)\"\n---\n\n## Awards\n\n- Fen Award, 2020\n")
    #expect(page.name?.text == name)
  }

  @Test func keepsThePointsBelowASchoolInServices() {
    let record = ReadProfile.records(
      "Service", "`2014` Moss University\n\n- Engineer of wet maps\n")
    #expect(record.first?.role == nil)
  }

  @Test(
    arguments: [
      ("Ph.D. in Rain from Fen Polytechnic", "Fen Polytechnic"),
      ("PhD in Rain from Yale", "Yale"), ("BSc Physics from FTU", "FTU"),
    ] as [(String, String?)])
  func findsSchoolsBehindFrom(line: String, school: String?) {
    let record = ReadProfile.records("Education", "- \(line), 2012\n").first
    #expect(record?.organisation?.text == school)
  }

  @Test func leavesTheDashOfAPostInBoldBeforeOtherWords() {
    let record = ReadProfile.records("Experience", "**Engineer – Remote** | Acme, 2019 – 2021\n")
    #expect(record.first?.organisation?.text != "Remote")
  }

  @Test(
    arguments: [
      ("Engineer, Milton Keynes, UK", nil), ("Engineer, Tern Press, Leeds, UK", "Tern Press"),
    ] as [(String, String?)])
  func takesNoUnknownTownForAnEmployer(line: String, employer: String?) {
    let record = ReadProfile.records("Experience", "- \(line), 2019 – 2021\n").first
    #expect(record?.organisation?.text == employer)
  }

  @Test func keepsANameInTwoSpansWhole() {
    let page = profile(
      "# About\n\n<div>\n<span>Ada</span>\n<span class=\"family\">Roe</span>\n</div>\n")
    #expect(page.name?.text == "Ada Roe" || page.paragraphs == ["Ada Roe"])
  }

  @Test(arguments: [
    ("Sci-Fi Edition", false), ("Core Methods and Results", false), ("CCF-A", true),
    ("SCI Q1, IF=7.2", true), ("CORE A*", true),
  ])
  func knowsRanksByTheirLetters(words: String, isRank: Bool) {
    let work = ReadProfile.publications("- Ada Roe. Wet Maps (\(words)). Fog Letters, 2020.").first
    #expect((work?.note?.text == words) == isRank)
  }

  @Test func takesNoShortNumberForAYear() {
    let work = ReadProfile.publications("- [Part 10] Ada Roe. Wet Maps. Fog Letters, 2020.").first
    #expect(work?.dates?.start?.year == 2020)
  }

  @Test(arguments: ["**Fen Award**, $3,000 from Moss University", "**Fen Award**, given for rain"])
  func takesAmountsAndReasonsForNoGiver(line: String) {
    let record = ReadProfile.records("Awards", "- \(line)").first
    #expect(record?.organisation?.text.contains("3,000") != true)
    #expect(record?.organisation?.text.contains("given") != true)
  }

  @Test func takesAPartInBoldForNoCourse() {
    let line = "- **Teaching Assistant**, Rain Methods, Fen University, 2020"
    let record = ReadProfile.records("Teaching", line).first
    #expect(record?.title?.text == "Rain Methods")
    #expect(record?.role?.text == "Teaching Assistant")
  }

  @Test func keepsAParagraphThatEndsWithAYear() {
    let records = ReadProfile.records("Honors", "I have liked fog and rain since\n2024")
    #expect(records.isEmpty || records.first?.dates == nil)
  }

  @Test(arguments: [
    "Roe, A. (2020). Rain in fens: A study. *Rain Letters*, 3(2), 209–234.",
    "Roe, A. (2020). Rain in fens: A study. Rain Letters, 3(2), 209–234.",
  ])
  func keepsTheSubtitleBeforeAStop(line: String) {
    let work = ReadProfile.publications("- \(line)").first
    #expect(work?.title.text == "Rain in fens: A study" && work?.venue?.text == "Rain Letters")
  }

  @Test(arguments: [
    "비의 연구, 비학회, 2018", "深層学習 入門, 技術社, 2018", "東京 大阪, 雨の比較, 雨学会, 2018",
    "人工知能 入門（第2版）, 技術社, 2018",
  ])
  func takesNoWordsOfATitleForNames(line: String) {
    #expect(ReadProfile.publications("- \(line)").first?.authors.isEmpty == true)
  }

  @Test(arguments: [
    "**Wet maps of the fens**. Ada Roe. *Annual Conference on Rain*",
    "**Wet maps of the fens**, Leeds, UK, 2018. *Annual Conference on Rain*",
  ])
  func takesAConferenceInItalicsForTheEvent(line: String) {
    #expect(ReadProfile.records("Talks", "- \(line)").first?.title?.text == "Wet maps of the fens")
  }

  @Test func readsAnEventInBoldBeforeItsPlace() {
    let talk = ReadProfile.records(
      "Talks", "- **Annual Rain Week**, Leeds, UK, 2018. *Wet maps of all fens*"
    ).first
    #expect(talk?.title?.text == "Wet maps of all fens")
    #expect(talk?.location?.text == "Leeds, UK" && talk?.dates?.start?.year == 2018)
  }

  @Test func takesNoSentencesForPrizes() {
    let page = "Fen Award 2019\n\nAwarded by Fen University, for a work on mud\n\nTern Prize 2020"
    let titles = ReadProfile.records("Awards", page).compactMap { $0.title?.text }
    #expect(!titles.contains { $0.hasPrefix("Awarded") })
  }

  @Test(arguments: [
    ("**Rain Engineer – Acme** | Leeds, UK | Full-time | 2010 - 2011", "Rain Engineer"),
    ("**Rain Engineer – Fog Team** | Acme Institute | 2010 - 2011", "Rain Engineer – Fog Team"),
  ])
  func partsAnEmployerInBoldBeforeDetails(line: String, role: String) {
    #expect(ReadProfile.records("Experience", line).first?.role?.text == role)
  }

  @Test(arguments: [
    ("<span>Acme</span>\n<span class=\"when\">Present</span>", "Acme", "Present"),
    ("<span>Rain Engineer</span>\n<span class=\"job-place\">Leeds</span>", "Engineer", "Leeds"),
  ])
  func partsSpansByWhatTheirClassesName(spans: String, first: String, second: String) {
    let words = ReadProfile("# Work\n\n<div>\n\(spans)\n</div>\n").profile.paragraphs.joined()
    #expect(!words.contains(first + " " + second))
  }

  @Test func keepsTheDateBelowWhoGaveAPrize() {
    let prize = ReadProfile.records("Honors", "Fen Scholarship, Fen University\n2024").first
    #expect(prize?.dates?.start?.year == 2024)
  }
}
