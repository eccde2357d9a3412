// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Lines of talks, courses and works that look like a shape that readers know, and are none.
@Suite struct LookalikeEntryTests {
  @Test(arguments: [
    "[Webmaster](mailto:web@e.org)", "[Theme by Bo Poe](mailto:bo@e.org)", "bo@e.org",
  ])
  func leavesAddressesOfOthersAtTheFoot(foot: String) {
    let known = ReadProfile(
      "# Ada Roe\n\nada@e.org\n\n## Awards\n\n- Fen Prize\n\n---\n\n\(foot)\n")
    #expect(known.profile.contacts.map(\.text) == ["ada@e.org"])
    let referee = ReadProfile("# Ada Roe\n\n## References\n\nProf. Bo Poe\n\n---\n\nbo@e.org\n")
    #expect(referee.profile.contacts.isEmpty)
  }

  @Test func keepsPapersThatOnlyAButtonCallsTalks() {
    let papers = """
      - A. Roe, B. Poe. Rain at sea. FENS 2018. [PDF](http://e.org/1) [Talk](http://e.org/t)
      - A. Roe, B. Poe. Rain at home. MUDS 2017. [PDF](http://e.org/2) [Talk](http://e.org/u)
      """
    #expect(ReadProfile.section("Conferences", papers).kind == .publications)
  }

  @Test func readsPostsBelowATitleOfSkills() {
    let posts = "- **Software Engineer**, Acme, 2019 – 2021\n"
    #expect(ReadProfile.section("Software Experience", posts).kind == .experience)
    #expect(ReadProfile.section("Software Experience", "- Swift, TeX\n").kind == .skills)
  }

  @Test func keepsAbbreviationsOfTalksWhole() {
    checkRecords(
      "Talks",
      """
      - Roe, A. (2022, June). *Rain and mud* [Conference presentation]. Rain Society, Leeds, UK.
      - A. Roe – “Rain in autumn” – J.P. Roe Seminar, Leeds. 2018.
      """,
      [
        """
        title=Rain and mud; org=Rain Society; role=Conference presentation; at=Leeds, UK; \
        text=Roe, A.; when=2022-06
        """,
        "title=Rain in autumn; org=J.P. Roe Seminar; at=Leeds; text=A. Roe; when=2018",
      ])
  }

  @Test(arguments: [
    "Invited by Prof. Bo Poe", "Slides and video are online", "Department of Rain Colloquium",
    "Joint work with Bo Poe", "Talk cancelled due to rain",
  ])
  func takesNoRemarkBehindAPlaceForATitle(remark: String) {
    let talk = ReadProfile.records("Talks", "- University of Fen, Leeds, UK. \(remark)\n").first
    #expect(talk?.title?.text.contains("University of Fen") == true)
  }

  @Test(arguments: [
    (
      "Talks", "The origin of rain, Leeds, 12 May 2020",
      "title=The origin of rain, Leeds; when=2020-05-12"
    ),
    ("Teaching", "Introduction to Rain, Spring 2020", "title=Introduction to Rain; when=2020"),
  ])
  func readsParagraphsThatEndWithADate(title: String, text: String, expected: String) {
    checkRecords(title, text + "\n\n" + text + "\n", [expected, expected])
  }

  @Test(arguments: [
    "Paper houses in the rain", "With rain comes the mud", "Video and mud of all the fens",
  ])
  func readsATitleBehindAPlace(title: String) {
    let talk = ReadProfile.records("Talks", "- University of Fen, Leeds, UK. \(title)\n").first
    #expect(talk?.title?.text == title)
  }

  @Test func keepsSentencesInStylesOutOfPosts() {
    let told = """
      **Note** — *Engineer of the year is a prize*
      The prize was given to many people who work in fens.

      **I am a rain engineer** *and a teacher*
      My work is about how the rain falls in the fens.
      """
    #expect(ReadProfile.records("Experience", told).isEmpty)
    let posts = ReadProfile.records(
      "Experience", "### Rain Ltd\n\n2019 – 2021\n\n**Role:** I led five teams in the fens\n")
    #expect(posts.map(\.role) == [nil])
  }

  @Test func keepsTheMailOfSomebodyElse() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Notes\n\nQuestions? Organiser's mail: bo@e.org\n\nQuestions? Mail: ada@e.org\n"
    )
    #expect(read.profile.contacts.map(\.text) == ["ada@e.org"])
  }

  @Test(arguments: [
    ("Talks", "Upcoming talks, June 2024"),
    ("Talks", "Here are slides of the talks I gave, from 2015 to 2020"),
    ("Teaching", "Office hours: Room 12, Tue 2–4pm, Spring 2024"),
    ("Teaching", "I was a tutor of Rain and Mud, Spring 2019"),
    ("Teaching", "Nominated for the teaching award, 2019"),
    ("Teaching", "Head TA for Rain, Mud, and Maps with Prof. Bo Poe, Fall 2019"),
    ("Memberships", "Memberships include\nFEN\nRain Society"),
  ])
  func keepsParagraphsThatTell(title: String, text: String) {
    let profile = ReadProfile("# Ada Roe\n\n## \(title)\n\n\(text)\n").profile
    let told = profile.paragraphs + (profile.sections.first?.lead.map(\.text) ?? [])
    #expect(told == [text.replacing("\n", with: " ")])
  }

  @Test(arguments: [
    "Equal contribution", "Advised by Cy Doe", "A study of mud with rain gauges",
    "Code and data available",
  ])
  func takesNoRemarkInItalicsForAVenue(line: String) {
    let work = ReadProfile.publications(
      "- **Rain and mud**<br>\n  Ada Roe, Bo Poe<br>\n  *\(line)*\n"
    ).first
    #expect(work?.venue == nil && work?.note?.text == line)
  }

  @Test func partsWhatWasDoneAtASchool() {
    checkRecords(
      "Education", "- Summer School on Rain at University of Fen, 2015\n",
      ["title=Summer School on Rain; org=University of Fen; when=2015"])
    checkRecords(
      "Experience", "- **Laboratory work at University of Fen** (2009)\n",
      ["org=University of Fen; role=Laboratory work; when=2009"])
  }

  @Test func keepsStudiesAmongPostsAndDegrees() {
    checkRecords(
      "Formation et expérience professionnelle",
      "- Étudiante en droit, Université de Fen, 2014\n- Master en droit, Université de Fen, 2016\n",
      [
        "title=Étudiante en droit; org=Université de Fen; when=2014",
        "title=Master en droit; org=Université de Fen; when=2016",
      ])
  }

  @Test func takesNoSchoolForACourse() {
    checkRecords(
      "Teaching", "- University of Fen, Teaching Assistant, Department of Rain, 2017\n",
      ["title=University of Fen, Teaching Assistant, Department of Rain; when=2017"])
  }

  @Test func keepsWordsThatBeginWithAMonthWhole() {
    checkRecords(
      "Awards", "- 2019年五月花奖\n- 2019年九月 优秀奖\n",
      ["title=五月花奖; when=2019", "title=优秀奖; when=2019-09"])
  }

  @Test(arguments: ["技术博客主页", "应届生简历", "前端开发简历"])
  func takesNoPageForItsOwner(title: String) {
    #expect(ReadProfile("# \(title)\n\n## 教育\n\n- 远山大学，2019\n").profile.name == nil)
  }

  @Test func readsAuthorsUpToWordsForOthers() {
    let works = ReadProfile.publications(
      """
      - 罗伊,坡文,莫林等.[基于雨的学习模式研究方法](https://e.org/3)[J].*远山研究*,2023,29(05):26-36.
      - Roe, A., others. Slow maps of mud. *Fen Notes*, 2020.
      """)
    #expect(works.map { $0.authors.last?.isElision } == [true, true])
    #expect(works.map(\.title.text) == ["基于雨的学习模式研究方法", "Slow maps of mud"])
  }

  @Test func readsABadgeAboveAReferenceThatBeginsWithItsAuthors() {
    let work = ReadProfile.publications(
      """
      <div><div class="badge">Fen Scholar Mud Top3 Journal</div>
      <div markdown="1">

      **Roe, A.**, Poe, B.[Talking to a gauge of rain](https://e.org/1) *Mud Letters*,2025

      - A gauge was asked.
      </div></div>
      """
    ).first
    #expect(work?.title.text == "Talking to a gauge of rain")
    #expect(work?.authors.map(\.name) == ["Roe, A.", "Poe, B."])
    #expect(work?.note?.text == "Fen Scholar Mud Top3 Journal")
  }
}
