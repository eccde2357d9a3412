// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Titles of sections and names in the first lines of what they stand above.
@Suite struct TitleLineTests {
  /// The titles and kinds of a page, with the entries of each section.
  private func outline(_ source: String) -> [String] {
    ReadProfile(source).profile.sections.map { section in
      "\(section.title?.text ?? "–") (\(section.kind)): \(section.entries.count)"
    }
  }

  @Test func findsTitlesInTheFirstLinesOfParagraphs() {
    let page = """
      Ada Roe

      **Education**
      PhD in Rain, Fen University, 2015 - 2019
      BSc in Maps, Moor College, 2011 - 2015

      **Work Experience**<br>
      Engineer, Acme Ltd, 2019 - 2021<br>
      Clerk, Bell & Sons, 2016 - 2018
      """
    #expect(outline(page) == ["Education (education): 2", "Work Experience (experience): 2"])
    let plain = "EDUCATION\nPhD in Rain, 2015 - 2019\n\nSKILLS\nRust, Go\n"
    #expect(outline(plain) == ["EDUCATION (education): 1", "SKILLS (skills): 1"])
    // One such line alone may be the beginning of a sentence.
    #expect(outline("Rain falls.\n\nEducation\nmatters to me.\n").count == 1)
  }

  @Test func findsTitlesAsPointsAboveTheirs() {
    let page = """
      # Ada Roe

      - **Education**
        - PhD in Rain, Fen University, 2015 - 2019
      - **Experience**
        - Engineer, Acme Ltd, 2019 - 2021
        - Clerk, Bell & Sons, 2016 - 2018
      """
    #expect(outline(page) == ["Education (education): 1", "Experience (experience): 2"])
  }

  @Test func takesLinesForTitlesOfWhichAPartIsKnown() {
    let page = """
      **Education**

      PhD in Rain, Fen University, 2015 - 2019

      **Olympiad Awards**

      - Gold Medal, 2009

      **Tern Award**

      - Silver Medal, 2008

      **Coding Skill and Method**

      Rust, Go
      """
    // A line of the kind of the section that is open may be one of its entries.
    #expect(
      outline(page) == [
        "Education (education): 1", "Olympiad Awards (awards): 2",
        "Coding Skill and Method (skills): 1",
      ])
  }

  @Test func partsTitlesThatPandocWritesInSpans() {
    let page = """
      # CV

      <span>Education</span>

      <span>**Fen University**</span>
      PhD in Rain, 2015 - 2019

      <span>Work Experience</span> <span>**Acme Ltd, Engineer**</span>

      -   built gauges

      <span>Olympiad Awards</span> Best Poster, 2018
      Best Talk, 2019
      """
    #expect(
      outline(page) == [
        "Education (education): 1", "Work Experience (experience): 1",
        "Olympiad Awards (awards): 2",
      ])
  }

  @Test(arguments: [
    "Ada Roe\nEngineer\nLeeds, UK | ada@roe.example\n", "**Ada Roe**  \n12 Moss Street, Leeds\n",
    "Ada Roe, PhD\nada@roe.example\n",
    "# Lebenslauf\n\n**Ada Roe**  \n12 Moss Street, Leeds  \nTel: +44 20 7946 0000\n",
    "<center><b>Ada Roe</b><br>Lecturer in Rain<br>Fen University</center>\n",
  ])
  func findsTheNameAboveOtherLines(_ top: String) {
    let page = ReadProfile(top + "\n## Education\n\nPhD in Rain, 2015 - 2019\n").profile
    #expect(page.name?.text == "Ada Roe")
    #expect(!page.paragraphs.contains { $0.contains("Ada Roe") })
  }

  @Test func takesNoNameFromASentence() {
    let page = ReadProfile("Rain Maps\nare what I draw.\n\n## Skills\n\n- Maps\n").profile
    #expect(page.name == nil)
  }

  @Test func takesWhoTookAWorkFromBehindItsNames() {
    let works = ReadProfile.publications(
      """
      1. **Slow Maps of Wet Land**\u{20}\u{20}
      **Ada Roe**, Bo Poe, Cy Moe, to appear in **Rain 2023**.
      1. **Dry Maps of Old Land**\u{20}\u{20}
      **Ada Roe**, Bo Poe, accepted by Fog Week 2021.
      """)
    #expect(
      works.map(\.summary) == [
        "title=Slow Maps of Wet Land; authors=Ada Roe!|Bo Poe|Cy Moe; venue=Rain; "
          + "status=to appear; year=2023",
        "title=Dry Maps of Old Land; authors=Ada Roe!|Bo Poe; venue=Fog Week; "
          + "status=accepted; year=2021",
      ])
  }

  @Test func readsAYearBehindATitleAndNamesBehindThat() {
    let works = ReadProfile.publications(
      """
      * Slow maps of the wet land. 2018.
        Ada Roe, Bo Poe, Cy Moe
        Rain Letters.

        DOI: https://doi.org/10.5555/rain.1

      * Mud maps of the dry land. 2016. Ada Roe, Bo Poe. Fog Review.
      * Gauging rain with R. 2015.

        URL: https://example.org/r
      """)
    #expect(
      works.map(\.summary) == [
        "title=Slow maps of the wet land; authors=Ada Roe|Bo Poe|Cy Moe; venue=Rain Letters; "
          + "doi=10.5555/rain.1; year=2018; links=[\"DOI\"]",
        "title=Mud maps of the dry land; authors=Ada Roe|Bo Poe; venue=Fog Review; year=2016",
        "title=Gauging rain with R; year=2015; links=[\"Link\"]",
      ])
    // A body that signs, and its year, stand above the title.
    let others = ReadProfile.publications(
      "* Roe, A., Poe, B. and Moe, C. 2018.\n  Slow maps of the wet land.\n  Rain Letters.\n")
    #expect(others.map { $0.authors.count } == [3])
  }
}
