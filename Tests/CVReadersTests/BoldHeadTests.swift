// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// Entries whose author sets in bold, in code or in spans what they are.
@Suite struct BoldHeadTests {
  @Test func readsDatesInCodeBeforeEachLine() {
    let page = """
      `2014-` **Professor of Rain**, University of Fen (Leeds, UK)\u{20}\u{20}
      `2007-2014` **Lecturer in Fog**, Moss University (York, UK)\u{20}\u{20}
      """
    let posts = ReadProfile.records("Employment", page)
    #expect(posts.map { $0.role?.text } == ["Professor of Rain", "Lecturer in Fog"])
    #expect(posts.map { $0.dates?.start?.year } == [2014, 2007])
    let works = ReadProfile.publications(
      """
      `2022` **[Rain in Fens](https://e.org/a)**, *Letters of Fog*\u{20}\u{20}
      `2021` **[A Choice of Rain](https://e.org/b)**, *Rain Research* 44:513-536\u{20}\u{20}
      `2019` **[The Fog of Towns](https://e.org/c)**, *Letters of Fog* 7(2):150-161
      """)
    #expect(works.map(\.title.text) == ["Rain in Fens", "A Choice of Rain", "The Fog of Towns"])
  }

  @Test func readsLinesWithTheCourseInBold() {
    let courses = ReadProfile.records(
      "Teaching",
      "**Rain Methods**, Geography, Fen University  \n**Fog**, Geography, Fen University")
    #expect(courses.map { $0.title?.text } == ["Rain Methods", "Fog"])
    #expect(courses.map { $0.organisation?.text } == ["Fen University", "Fen University"])
  }

  @Test(arguments: [
    ("- 2014: __Fen Award__. Society of Fens, Leeds, UK.", "Fen Award"),
    ("- 2021: __Rain Award__, the Fen Association for Rain.", "Rain Award"),
    ("- 2019: **First Prize**, Great Rain Race", "First Prize, Great Rain Race"),
  ])
  func readsAPrizeInBoldBeforeWhoGaveIt(line: String, title: String) {
    #expect(ReadProfile.records("Awards", line).first?.title?.text == title)
  }

  @Test func readsAPrizeAboveItsYear() {
    let prize = ReadProfile.records("Honors", "Fen Award, Fen University  \n2024").first
    #expect(prize?.dates?.start?.year == 2024)
  }

  @Test func readsRowsWithOneNamedSpan() {
    let row =
      "<div class=\"honor\">\n<span>Fen Award, Fen University</span>\n"
      + "<span class=\"year\">2024</span>\n</div>"
    let record = ReadProfile.records("Honors", row).first
    #expect(record?.dates?.start?.year == 2024)
    // A name whose parts have colours stays one.
    let words = ReadProfile("# About\n\n<div><span class=\"a\">Fo</span><span>g</span></div>\n")
    #expect(words.profile.paragraphs == ["Fog"])
  }

  @Test func readsLinkedTitlesAboveOneLine() {
    let works = ReadProfile.publications(
      """
      #### [Wet Maps with Implicit Queries](https://e.org/1)

      **Ada Roe**, Bo Poe, Cy Moe. In Submission.

      #### [Rain is All You Need](https://e.org/2)

      **Ada Roe**, Bo Poe. FENLP 2023. [[code](https://e.org/c)]
      """)
    #expect(works.map(\.title.text) == ["Wet Maps with Implicit Queries", "Rain is All You Need"])
    #expect(
      works.map { $0.authors.map(\.name) } == [
        ["Ada Roe", "Bo Poe", "Cy Moe"], ["Ada Roe", "Bo Poe"],
      ])
    #expect(works.last?.venue?.text == "FENLP" && works.last?.dates?.start?.year == 2023)
  }

  @Test func readsAHeadingInAnItemOfAList() {
    let page = ReadProfile(
      "## Talks\n\n- Fog, Leeds, 2020\n- ## Honors\n- Fen Award, 2021\n- Bog Award, 2022\n")
    #expect(page.profile.sections.map(\.kind) == [.talks, .awards])
    #expect(page.profile.sections.last?.entries.count == 2)
  }
}
