// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import CVReaders
import Testing

@Suite struct IdentityTests {
  @Test(arguments: [
    "---\nname: Ada Roe\n---\ntext", "---\nauthor: Ada Roe\n---\n",
    "---\nauthor:\n  name: Ada Roe\n---\n",
    "---\ntitle: Ada Roe\n---\n", "---\nexcerpt: \"Ada Roe's Homepage\"\n---\n",
    "---\ntitle: Ada Roe - CV\n---\n",
    "# Ada Roe\n\n## Education\n- x", "Ada Roe\n===\n\nWork\n---\n- x",
    "<h1>Ada Roe</h1>\n\n## Work\n- x",
    "# About\n\nHello! I am **Ada Roe**, a student.", "I am Ada Roe, now a student.",
    "Ada Roe is a researcher at X.",
    "# Prof. Dr. Ada Roe, PhD\n\n## Education\n- x",
    "---\ntitle: Ada Roe — Graphic Designer\n---\n",
    "---\ntitle: CV | Ada Roe\n---\n", "---\ndescription: \"cv de Ada Roe.\"\n---\n",
    "---\ntitle: Bienvenue sur le site de Ada Roe\n---\n",
    "Ada Roe is Professor of Rain at North University.", "<p>Ada Roe</p>\n\n<p>I map rain.</p>",
    "Hello! My name is Ada (say AY-da, not AH-da) Roe, and I map rain.",
    "# Ada Roe CV: Long Edition\n\n## Education\n- x", "# Ada Roe CV\n\n## Education\n- x",
    "---\ntitle: Ada Roe (Rain Lab)\n---\n",
    "---\ntitle: Ada Roe — Maps and Mud\n---\n\n<div>PhD candidate</div>\n<div>Ada Roe</div>\n",
    "Hi, I'm Ada!\n\n# Papers\n\n- **Ada Roe**, Bo Poe. Wet maps. *Rain Letters*, 2020.",
    "---\ntitle: \"Hi, I'm Ada Roe! 🍻\"\n---\ntext",
    "# CV\n\nAda <ins>Roe</ins>  \nM.Sc. Physics\n\n## Work\n- x",
    "# CV\n\n## Contact\n\n| | |\n|-|-|\n| **First name** | Ada |\n| **Last name** | Roe |\n",
    "# Lebenslauf\n\n## Persönliche Daten\n\n- Name: Roe\n- Vorname: Ada\n- Telefon: 030 1234567\n",
    "# CV\n\n## Dati personali\n\nNome: Ada  \nCognome: Roe\n",
    "- Name: Ada Roe\n- Phone: 1", "---\nfirst_name: Ada\nmiddle_name: \"\"\nlast_name: Roe\n---\n",
  ])
  func findsTheName(source: String) { #expect(ReadProfile(source).profile.name?.text == "Ada Roe") }

  @Test(arguments: [
    "# CV\n\n## Contact\n\n- First name: Ada\n- Phone: 1\n",
    "# CV\n\n## Contact\n\n- First name: Ada\n- Last name: see below\n",
  ])
  func keepsHalfOfAName(source: String) {
    let read = ReadProfile(source)
    #expect(read.profile.name == nil)
    #expect(read.profile.paragraphs.contains { $0.contains("Ada") })
  }

  @Test(arguments: [
    ("<h2>罗文山 <small>博士</small></h2>\n\n雨", "罗文山"),
    ("<h2>罗 文山 &nbsp;<small>教授</small></h2>\n\n雨", "罗 文山"),
    ("<h2>白河大学 <small>博士</small></h2>\n\n雨", nil),
  ])
  func leavesOutWhatIsBehindANameWithoutCapitals(source: String, name: String?) {
    #expect(ReadProfile(source).profile.name?.text == name)
  }

  @Test func readsALetterheadBelowANotice() {
    let page = ReadProfile(
      """
      > **Looking for a post in rain.**

      [Download English CV](/cv.pdf) [Download Moss CV](/cv2.pdf)

      **Ada Roe**\u{20}\u{20}
      Unit 12, 9 Moss Rd., Leeds, UK 48105 · (+1) 734 510 0456 · <ada@e.org> <ada@e.com>

      ### Education

      - 2015, PhD, Moss University
      """
    ).profile
    #expect(page.name?.text == "Ada Roe")
    #expect(
      page.contacts.map(\.text)
        == ["Unit 12, 9 Moss Rd., Leeds, UK 48105", "(+1) 734 510 0456", "ada@e.org", "ada@e.com"])
    #expect(page.paragraphs == ["Looking for a post in rain."])
  }

  @Test func cutsALongHeadlineBeforeNames() {
    let page =
      "I am a student of many long years in the Science of Rain and Mud and Fog at the "
      + "School of Slow Rain of the North."
    #expect(
      ReadProfile(page).profile.headline?.text
        == "Student of many long years in the Science of Rain and Mud and Fog")
  }

  @Test func findsAllPartsOfTheName() {
    let page = "---\nfirst_name: Ada\nmiddle_name: M. von\nlast_name: Roe\n---\n"
    #expect(ReadProfile(page).profile.name?.text == "Ada M. von Roe")
  }

  @Test(arguments: [
    "# About Me\n\nI am a student of [Prof. Ada Roe](u).", "---\ntitle: About Me\n---\ntext",
    "---\ntitle: \"\"\n---\nSupervised by Ada Roe, I work.", "# Curriculum Vitae\n\n## Work\n- x",
    "Rome, Italy\n\nI map rain.", "---\ntitle: History of North Moss\n---\ntext",
    "I am Professor at X.", "# 🔥 News\n- x", "I am [Ada Roe](u)'s student.",
  ])
  func inventsNoName(source: String) {
    let read = ReadProfile(source).namedAfterWorks()
    #expect(read.profile.name == nil)
    #expect(read.log.diagnostics.contains { $0.code == .noName })
  }

  @Test(arguments: [
    "# Hi, I'm Ada Roe", "## Hello there 👋, I am Ada Roe!", "<h1>Hi, I’m Ada Roe.</h1>",
  ])
  func takesAGreetingForNoTitleOfASection(title: String) {
    let profile = ReadProfile("\(title)\n\nRain is what I like.\n\n## News\n\n- 2020: Rain.\n")
      .profile
    #expect(profile.name?.text == "Ada Roe")
    #expect(profile.sections.map { $0.title?.text ?? "" } == ["", "News"])
  }

  @Test func keepsTheTitleAboutOneself() {
    let profile = ReadProfile("# Hi, I am Ada Roe\n\n## About me\n\nRain.\n").profile
    #expect(profile.sections.map { $0.title?.text ?? "" } == ["About me"])
  }

  @Test func takesThePageForNoPartOfAName() {
    #expect(ReadProfile("# 罗书恒的简历\n\n## 联系方式\n").profile.name?.text == "罗书恒")
  }

  @Test func believesTheUserFirst() {
    #expect(ReadProfile("# Ada Roe", name: "Bo Poe").profile.name?.text == "Bo Poe")
  }

  @Test func readsTheSite() {
    let site = """
      title: Home
      author:
        name: "Ada Roe <br>(罗)"
        email: "ada@example.org"
        github: adaroe
        orcid: https://orcid.org/0000-0002
        googlescholar: "https://scholar.google.com/citations?user=x"
        location: Lund
        linkedin: replacethislinkedin
      """
    let profile = ReadProfile("# Work\n- x", site: site).profile
    #expect(profile.name?.text == "Ada Roe (罗)")
    #expect(
      profile.contacts.map(\.text) == [
        "ada@example.org", "github.com/adaroe", "0000-0002", "scholar.google.com/citations?user=x",
        "Lund",
      ])
  }

  @Test(arguments: [
    ("I am a Ph.D. candidate at NWU, supervised by X.", "Ph.D. candidate at NWU"),
    (
      "Hello! I am **Ada Roe**, a second-year student of the Rain Lab (with NWU).",
      "Second-year student of the Rain Lab"
    ),
    ("I am currently a data engineer at Acme.", "Data engineer at Acme"),
    (
      "I hold a PhD and am currently a research associate in the same group through May 2026.",
      "Research associate"
    ),
  ])
  func findsTheHeadline(words: String, headline: String) {
    #expect(ReadProfile("# About\n\n\(words)").profile.headline?.text == headline)
  }
}

@Suite struct SectionTests {
  @Test(arguments: [
    ("🔥 News", SectionKind.news), ("Educations", .education), ("Honors & Awards", .awards),
    ("3. スキルセット", .skills),
    ("Publications/Manuscripts", .publications), ("Selected Research Papers", .publications),
    ("Awards, Grants & Honors", .awards), ("教育经历", .education), ("Berufserfahrung", .experience),
    ("Compétences numériques", .skills), ("الخبرات", .experience), ("ניסיון תעסוקתי", .experience),
    ("Опыт работы", .experience), ("НАУЧНЫЕ ИНТЕРЕСЫ", .researchInterests),
    ("Doświadczenie zawodowe", .experience), ("Umiejętności", .skills),
    ("İŞ DENEYİMİ", .experience), ("BAŞARILAR", .awards), ("Başarılar", .awards),
    ("शैक्षणिक योग्यता", .education),
    ("Formación Académica", .education),
    ("학력", .education), ("Mentors & Collaborators", .collaborators),
    ("Internship Experience", .experience),
    ("Experience in the Navy", .experience), ("Academic Services", .services),
    ("My Hobbies", .interests), ("Conference Abstracts", .publications),
    ("Conference Abstracts & Invited Talks", .talks),
    ("Technical Background", .skills), ("登壇資料一覧", .talks), ("個人データ", .contact),
    ("Things", .other),
  ])
  func knowsTitles(title: String, kind: SectionKind) {
    #expect(ReadProfile("# \(title)\n- x\n\n# Education\n- y").profile.sections.first?.kind == kind)
  }

  @Test func readsEveryStyleOfHeading() {
    let sources = [
      "# Education\n- x\n# Awards\n- y", "Education\n===\n- x\n\nAwards\n===\n- y",
      "<h2>Education</h2>\n- x\n\n<h2>Awards</h2>\n- y",
      "**Education**\n\n- x\n\n**Awards**\n\n- y",
      "Education\n\n- x\n\nAwards\n\n- y",
      "<div>\n<h2>Education</h2>\n<p>x</p>\n<h2>Awards</h2>\n<p>y</p></div>",
    ]
    for source in sources {
      #expect(
        ReadProfile(source).profile.sections.map(\.kind) == [.education, .awards], "\(source)")
    }
  }

  @Test func takesEachTitleInTheFirstLinesOfAParagraph() {
    let sections = ReadProfile(
      "Ada Roe\n\nEducation  \nPhD, Fen, 2020\n\nAwards\nTalks  \nFog, 2021\nRain, 2022\n"
    ).profile.sections
    #expect(sections.map(\.kind) == [.education, .talks])
    #expect(sections.map(\.entries.count) == [1, 2])
  }

  @Test func ignoresHeadingsInComments() {
    #expect(ReadProfile("# Work\n- x\n<!-- # Awards -->\n- y").profile.sections.count == 1)
  }

  @Test func keepsASentenceInLargeLettersAsText() {
    let sections = ReadProfile(
      "# Hi I am a designer who likes to make very large sentences\n\n# Education\n- x"
    ).profile.sections
    #expect(sections.map(\.kind) == [.about, .education])
  }

  @Test func opensAFrameOfSections() {
    let sections = ReadProfile("# Home\n\n## Education\n- x\n\n## Awards\n- y").profile.sections
    #expect(sections.map(\.kind) == [.education, .awards])
  }

  @Test func setsAPageWithoutHeadingsAsText() {
    let read = ReadProfile("One.\n\nTwo.")
    #expect(read.profile.sections.map(\.entries.count) == [2])
    #expect(read.log.diagnostics.contains { $0.code == .noSection })
  }

  @Test func keepsANicknameWithinAName() {
    #expect(
      ReadProfile("---\ntitle: Ada (Roro) Roe\n---\n\nFog.\n").profile.name?.text
        == "Ada (Roro) Roe")
    #expect(ReadProfile("---\ntitle: Rain (and fog) Maps\n---\n\nFog.\n").profile.name == nil)
  }

  @Test func endsANameBeforeTheSentenceGoesOn() {
    #expect(
      ReadProfile("Hola, me llamo Nerea Roe Poe y tengo 19 años.\n").profile.name?.text
        == "Nerea Roe Poe")
    #expect(ReadProfile("Here is **Ada Roe**, a hydrologist.\n").profile.name?.text == "Ada Roe")
    #expect(ReadProfile("# 关于我\n\n我是**白河大学（中国）**的学生。\n").profile.name == nil)
  }

  @Test func keepsTheLinesOfASentenceTogether() {
    let text = """
      # Ada Roe

      Je suis géologue dans le département de l'
      [École du Fen](http://fen.example.org/)
      et [MORAINE](http://moraine.example.org/)
      en 2018, sous la direction de Bo Poe.

      ## Articles

      - A. Roe. *Wet maps*. Rain Letters, 2020.
      """
    let profile = ReadProfile(text).profile
    #expect(profile.headline == nil)
    #expect(profile.contacts.isEmpty)
    #expect(profile.sections.map(\.kind) == [.about, .publications])
  }

  @Test func takesTheTitleOfTheTabForTheName() {
    let page = ReadProfile("<head><title> Ada Roe </title></head>\n\n# About Me\n\nRain it is.\n")
    #expect(page.profile.name?.text == "Ada Roe")
    let other = ReadProfile("<title>Rain and fog</title>\n\n# About Me\n\nRain it is.\n")
    #expect(other.profile.name == nil)
    let doctor = ReadProfile("## Who I am\n\nI'm Dr. Ada Roe. I hold a PhD in rain.\n")
    #expect(doctor.profile.name?.text == "Ada Roe")
  }

  @Test(arguments: [
    "---\ntitle: Ada Roe\n---\n\n## Rain Engineer & Bell Lead\n\n**Skills**\n\n- Fog",
    "# Ada Roe\n\n# Rain Engineer & Bell Lead\n\n## Skills\n\n- Fog",
    "# Ada Roe – Rain Engineer & Bell Lead\n\nHello.\n\n## Skills\n\n- Fog",
    "##### Rain Engineer & Bell Lead\n\nI count drops.",
  ])
  func takesAHeadlineFromAHeading(page: String) {
    let profile = ReadProfile(page + "\n").profile
    #expect(profile.headline?.text == "Rain Engineer & Bell Lead")
    #expect(!profile.sections.contains { $0.title?.text.contains("Rain Engineer") == true })
  }

  @Test(arguments: [
    "# Ada Roe\n\n# Curriculum Vitae of an Engineer\n\n## Skills\n\n- Fog",
    "# Ada Roe's Website\n\n## Skills\n\n- Fog", "**CV & Profiles**\n\n## Skills\n\n- Fog",
  ])
  func takesNoTitleOfAPageForTheHeadline(page: String) {
    let profile = ReadProfile(page + "\n").profile
    #expect(profile.headline == nil)
    #expect(profile.sections.map(\.kind) == [.skills])
  }

  @Test func readsALetterheadInTheCellsOfATable() {
    let page = """
      # Lebenslauf

      I count **drops**.

      |     |     |     |
      | --- | --- | --- |
      | ![Portrait of Ada Roe](a.jpeg) | <p>12 Moss Street</p><p>8003 Leeds</p><p>UK</p> \
      | <p>🎂 26.06.1988</p><p>☎️ +41 79 555 01 01</p><p>✉️ ada@example.org</p> |

      ## Skills

      - Fog
      """
    let profile = ReadProfile(page).profile
    #expect(profile.name?.text == "Ada Roe")
    #expect(profile.contacts.map(\.text).contains("+41 79 555 01 01"))
    #expect(profile.contacts.map(\.text).contains("ada@example.org"))
    #expect(profile.paragraphs.first == "I count drops.")
    #expect(!profile.paragraphs.contains { $0.contains("26.06.1988") || $0.contains("555") })
  }

  @Test(arguments: ["Ada Roe's photo", "Profilbild von Ada Roe", "profile picture of Ada Roe"])
  func readsTheNameOnAPicture(words: String) {
    let page = ReadProfile("![\(words)](a.png)\n\nRain it is.\n\n## Skills\n\n- Fog\n")
    #expect(page.profile.name?.text == "Ada Roe")
  }

  @Test func readsALetterheadInTheLinesOfACell() {
    let page = """
      | | |
      |---|---|
      | ![](a.jpg) | **Ada Roe**<br>Rain Engineer<br>ada@example.org<br>Leeds, UK |

      ## Skills

      - Fog
      """
    let profile = ReadProfile(page).profile
    #expect(profile.name?.text == "Ada Roe")
    #expect(profile.headline?.text == "Rain Engineer")
    #expect(Set(profile.contacts.map(\.text)) == ["ada@example.org", "Leeds, UK"])
    #expect(profile.paragraphs.isEmpty)
  }

  @Test func readsWhomTheSettingsTellOf() {
    let page = { (excerpt: String) in
      ReadProfile("---\nexcerpt: \"\(excerpt)\"\n---\n\nI count rain.\n\n## Skills\n\n- Fog\n")
    }
    #expect(page("Ada Roe is a rain engineer in Leeds.").profile.name?.text == "Ada Roe")
    #expect(page("Rain Maps is a page for all.").profile.name == nil)
  }

  @Test func readsThePostBehindItsLabel() {
    let page = ReadProfile(
      "<p>- 学校: 苔原大学</p>\n<p>- 职称: 副教授</p>\n\n# 罗伊\n\n## 技能\n\n- 雨\n")
    #expect(page.profile.headline?.text == "副教授")
    #expect(page.profile.paragraphs == ["学校: 苔原大学"])
  }
}
