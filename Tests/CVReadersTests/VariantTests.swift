// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Forms in which few people write, and which must not be torn apart.
@Suite struct VariantTests {
  @Test(arguments: [
    (
      "[J12] Roe, A., & Poe, B. (2013). Low-cost rain gauges. In *Proc. of Moss*, pp. 5-9.",
      "title=Low-cost rain gauges; authors=Roe, A.|Poe, B.; venue=Proc. of Moss; pp=5-9; year=2013"
    ),
    (
      "Roe, A., & Poe, B. (1998). Calls of rain. *Fen Letters*, 76(11), 2040–2047.",
      "title=Calls of rain; authors=Roe, A.|Poe, B.; venue=Fen Letters; vol=76; no=11;"
        + " pp=2040–2047; year=1998"
    ),
    (
      "Roe A, Poe B. Who counts the drops? Letters from Fens 2023;59(3):14-22.",
      "title=Who counts the drops?; authors=Roe A|Poe B; venue=Letters from Fens; vol=59; no=3;"
        + " pp=14-22; year=2023"
    ),
    (
      "Ada Roe. **Drops and where to weigh them.** *Moss Workshop 2024*, pages 77–84.",
      "title=Drops and where to weigh them; authors=Ada Roe; venue=Moss Workshop;"
        + " pp=77–84; year=2024"
    ),
    (
      "<u>Poe, B.</u>, & **Roe, A.** (2020). Drops of all sizes. *Fen Letters*, 3, 88.",
      "title=Drops of all sizes; authors=Poe, B.|Roe, A.!; venue=Fen Letters; vol=3; pp=88;"
        + " year=2020"
    ),
    (
      "Yoon E, **Roe A**. Drops of rain. **J Rain.** 2024;134(8):e179921. PMID: 38999121.",
      "title=Drops of rain; authors=Yoon E|Roe A!; venue=J Rain; note=PMID: 38999121; vol=134;"
        + " no=8; pp=e179921; year=2024"
    ),
    (
      "T. Sun, A. Roe, \"A cold drop,\" **Moss Conf**, Feb. 2026, to appear.",
      "title=A cold drop; authors=T. Sun|A. Roe; venue=Moss Conf; status=to appear; year=2026"
    ),
    (
      "[Moss 2021] T. Sun, A. Roe. \"Silence as rain.\"",
      "title=Silence as rain; authors=T. Sun|A. Roe; venue=Moss; year=2021"
    ),
    (
      "``arXiv`` [A Survey of Mud](https://e.org/1), Bo Poe, **Ada Roe**",
      "title=A Survey of Mud; authors=Bo Poe|Ada Roe!; venue=arXiv"
    ),
    (
      "A. Roe, B. Poe. \"How much rain is enough?\" Under review at *Fen Letters*.",
      "title=How much rain is enough?; authors=A. Roe|B. Poe; venue=Fen Letters;"
        + " status=Under review"
    ),
    (
      "Roe, A., & Poe, B. (2018). Why the rain came back. *Moss, 160*(2), 411–423.",
      "title=Why the rain came back; authors=Roe, A.|Poe, B.; venue=Moss; vol=160; no=2;"
        + " pp=411–423; year=2018"
    ),
    (
      "沈知雨, 陆承雨. 雨的综述[J]. 雨学报, 2024, 47(6): 1211-1235.",
      "title=雨的综述; authors=沈知雨|陆承雨; venue=雨学报; vol=47; no=6; pp=1211-1235; year=2024"
    ),
  ])
  func readsReferences(source: String, expected: String) {
    #expect(ReadProfile.publications("- \(source)").map(\.summary) == [expected])
  }

  @Test func takesNoCapitalsInWordsForAuthors() {
    let work = ReadProfile.publications("- New GPS tag readers. *Fen Letters*, 2020.").first
    #expect(work?.authors.isEmpty == true)
    #expect(work?.title.text == "New GPS tag readers")
  }

  @Test func readsPressesBeforeYearsAndPages() {
    let text =
      "- **Roe A**. Moss as rain. In: Poe B, editor. *Fens*. Leeds: Moss Press; 2021. p. 8-10."
    let work = ReadProfile.publications(text).first
    #expect(work?.dates?.start?.year == 2021)
    #expect(work?.pages == "8-10")
  }

  @Test func datesWorksByBoldYears() {
    let works = ReadProfile.publications(
      "**2025**\n\n- A. Roe, B. Poe. *Rain again*. Fen Letters, 22(5):1-24.\n\n"
        + "**2023**\n\n- A. Roe, B. Poe. *Rain before*. Fen Letters, 20(5):1-24.")
    #expect(works.map(\.title.text) == ["Rain again", "Rain before"])
    #expect(works.map(\.dates?.start?.year) == [2025, 2023])
  }

  @Test func takesPrizesOutOfBrackets() {
    let work = ReadProfile.publications(
      "- A. Roe, B. Poe. **Rain for all people.** *Moss 2023* (Long paper, Best Paper Award)"
    ).first
    #expect(work?.awards.map(\.text) == ["Best Paper Award"])
    #expect(work?.note?.text == "Long paper")
  }

  @Test func leavesWordsBesideDatesInBrackets() {
    let services = ReadProfile.records("Service", "- Rain Board, 2010–2015 (chair 2013–2015)")
    #expect(services.map(\.summary) == ["title=Rain Board, 2010–2015 (chair 2013–2015)"])
    let people = ReadProfile.records("Supervision", "- Cy Moe (MSc, 2018), now at Acme")
    #expect(people.map(\.title?.text) == ["Cy Moe (MSc, 2018)"])
    #expect(people.map(\.text?.text) == ["now at Acme"])
  }

  @Test func keepsListsOfTermsWhole() {
    let course = ReadProfile.records("Teaching", "- On rain (TA), Autumn 2022, Autumn 2023").first
    #expect(course?.dates?.words == "Autumn 2022, Autumn 2023")
  }

  @Test func endsPostsWithoutPoints() {
    let bold = ReadProfile.records(
      "Experience",
      "**Engineer** @ Acme (2019 - 2021)\n- Built\n\n**Operator** @ Bolt Ltd (2017 - 2019)")
    #expect(bold.map { $0.role?.text } == ["Engineer", "Operator"])
    let plain = ReadProfile.records(
      "Experience",
      "Engineer, Acme Ltd\n2019 - 2021\n\n- Built\n\nMechanic, Bolt Ltd\n2015 - 2018")
    #expect(plain.map { $0.role?.text } == ["Engineer", "Mechanic"])
  }

  @Test func keepsTheFieldInTheBoldDegree() {
    let degree = ReadProfile.records("Education", "- **PhD, Rain Studies**, Fen Tech, 2016 – 2022")
    #expect(degree.map(\.summary) == ["title=PhD, Rain Studies; org=Fen Tech; when=2016..2022"])
  }

  @Test func readsLevelsOfLanguages() {
    let wanted = ["title=English; text=native", "title=Dutch; text=C1"]
    #expect(
      ReadProfile.records("Languages", "- English (native)\n- Dutch (C1)").map(\.summary) == wanted)
    #expect(
      ReadProfile.records("Languages", "English – native, Dutch: C1, Frisian").map(\.summary)
        == wanted + ["text=Frisian"])
  }

  @Test func groupsByBoldLabels() {
    let grants = ReadProfile.records(
      "Funding", "**Active**\n\n- Moss Grant, 2024\n\n**Completed**\n\n- Fen Grant, 2020")
    #expect(grants.map(\.title?.text) == ["Moss Grant", "Fen Grant"])
    #expect(grants.map { $0.group?.text } == ["Active", "Completed"])
    let news = ReadProfile.records(
      "News",
      "- **[Jan 2025]** New.\n\n<details><summary>Older news</summary>\n\n"
        + "- **[May 2023]** One paper!\n- **[Sept 2022]** I came.\n\n</details>")
    #expect(news.map { $0.text?.text } == ["New.", "One paper!", "I came."])
    #expect(news.map { $0.dates?.start?.year } == [2025, 2023, 2022])
  }

  @Test func readsRowsOfPrizes() {
    let prizes = ReadProfile.records(
      "Awards", "Best Drop | Rain Forum | 2017\n\nOther | Fen | 2015")
    #expect(prizes.map { $0.dates?.start?.year } == [2017, 2015])
  }

  @Test(arguments: [
    "# Ada Q. Roe, Ph.D.\n\n## Education\n- x", "# Dr. Ada Q. Roe, MD, MPH, FRSC\n\n## Work\n- x",
    "# Lebenslauf\n\n**Dipl.-Ing. (FH) Ada Q. Roe**\n\n## Ausbildung\n- x",
    "**Name:** Ada Q. Roe, MD, FACC\n\n## Education\n- x",
    "<name>Ada Q. Roe</name>\n\nI map rain.\n\n## Education\n- x",
  ])
  func findsNamesAmongDegrees(source: String) {
    let profile = ReadProfile(source).profile
    #expect(profile.name?.text == "Ada Q. Roe")
    #expect(profile.sections.flatMap(\.entries).count < 3)
  }

  @Test func takesInstitutionsAboveAddresses() {
    let profile = ReadProfile(
      "# Ada Roe\n\nProfessor of Rain  \nDepartment of Moss, University of Fens  \n"
        + "12 Orchard Lane, Leeds, UK  \nPhone: +1 519-555-0147\n\n## Education\n- x"
    ).profile
    #expect(profile.sections.map { $0.title?.text } == ["Education"])
    #expect(
      profile.headline?.text == "Professor of Rain, Department of Moss, University of Fens")
    #expect(profile.contacts.contains { $0.text == "12 Orchard Lane, Leeds, UK" })
  }

  @Test func opensTheCellBesideAPicture() {
    let profile = ReadProfile(
      "<table><tr><td><p>I map rain.</p><p>I drew moss.</p></td><td><img src='a.png'></td></tr>"
        + "</table>\n\n## Education\n\n- x"
    ).profile
    #expect(profile.sections.first?.entries.count == 2)
  }
}
