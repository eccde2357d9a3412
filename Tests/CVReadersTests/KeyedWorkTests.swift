// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works, talks and films whose fields have their names before them, below a title.
@Suite struct KeyedWorkTests {
  private func checkWorks(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func readsPointsBelowATitle() {
    checkWorks(
      """
      ### 2021

      **"GAUGE: Wet Maps of Dry Land, and a Mill"**
      - **Authors**: Ada Roe, Bo Poe
      - **Journal**: Rain Letters, Volume 4, Issue 2
      - **Date**: May 2021
      - **Description**: A map that shows the rain of one year.
      - **Link**: [Fen Press](https://e.org/1)

      **"Slow Fog"**
      - **Author**: Ada Roe
      - **Type**: arXiv preprint
      - **Institution**: Fen University
      """,
      [
        "title=GAUGE: Wet Maps of Dry Land, and a Mill; authors=Ada Roe|Bo Poe; "
          + "venue=Rain Letters; vol=4; no=2; year=2021; links=[\"Fen Press\"]; "
          + "about=[\"A map that shows the rain of one year.\"]",
        "title=Slow Fog; authors=Ada Roe; venue=arXiv preprint; "
          + "note=Institution: Fen University; year=2021",
      ])
  }

  @Test func readsLinesBelowATitle() {
    checkWorks(
      "**Wet Maps**\n\nAuthors: A. Roe, B. Poe\nVenue: Rain Week 2020\n",
      ["title=Wet Maps; authors=A. Roe|B. Poe; venue=Rain Week; year=2020"])
  }

  @Test func keepsWhatNoFieldSays() {
    let works = ReadProfile.publications(
      """
      **Wet Maps**

      - Authors: Ada Roe, Bo Poe (equal contribution), and many others from the Rain Group
      - Journal: Rain Letters
      - Date: 2020, after a long time
      - Status: Under review
      - Award: Best Paper Award
      - Impact: high
      """)
    #expect(works.map { $0.authors.map(\.name) } == [["Ada Roe", "Bo Poe"]])
    #expect(
      works.map { $0.note?.text } == [
        "(equal contribution), and many others from the Rain Group, after a long time, Impact: high"
      ])
    #expect(works.map { $0.status?.text } == ["Under review"])
    #expect(works.map { $0.awards.map(\.text) } == [["Best Paper Award"]])
    #expect(works.map(\.description) == [[]])
  }

  @Test func takesOtherPointsForWorks() {
    let points =
      "**Journals**\n- A. Roe, B. Poe. Wet: maps. Fen Letters, 2020.\n- A. Roe. Fog. 2019."
    #expect(ReadProfile.publications(points).count == 2)
    let labels = "**Papers**\n- **Journal**: Wet maps, 2020\n- **Blog**: Slow fog, 2019\n"
    #expect(ReadProfile.publications(labels).count == 2)
  }

  private let talk = """
    **"Wet Maps of the Dry Land: How the Rain of Many Years Falls on Fens and on Mills"**
    - **Event**: Rain Week
    - **Date**: 4 May 2021
    - **Link**: [Slides](https://e.org)
    """

  @Test func readsLongTitlesAboveFields() {
    let titles = ReadProfile.records(
      "Talks", talk + "\n\n**\"Fog\"**\n- **Date**: 2 May 2020\n- **Event**: Fen Day")
    #expect(titles.map { $0.dates?.summary } == ["2021-05-04", "2020-05-02"])
    #expect(titles[0].title?.text.contains("Wet Maps of the Dry Land:") == true)
  }

  @Test func readsFilmsBelowTheirKind() {
    let films = ReadProfile.records("Media", "### Films\n\n" + talk)
    #expect(films.map(\.group?.text) == ["Films"])
    #expect(films.map { $0.dates?.summary } == ["2021-05-04"])
    let told = ReadProfile.records(
      "Projects", "### Gauge\n\n**Details**\n- **Role**: lead\n- **Date**: 2020")
    #expect(told.map(\.title?.text) == ["Gauge"])
  }

  @Test func readsCoursesBelowTheirSchool() {
    checkRecords(
      "Teaching",
      """
      Fen University
      : Mud of Mills, BA-2 Rain, 2017/2018.
      : Fog, BA-1 Rain, 2015/2016, 2016/2017.
      """,
      [
        "title=Mud of Mills, BA-2 Rain; group=Fen University; when=2017..2018",
        "title=Fog, BA-1 Rain; group=Fen University; when=2015..2016, 2016..2017",
      ])
    let posts = ReadProfile.records("Teaching", "Department of Rain\n: Lecturer, 2019, Leeds")
    #expect(posts.map(\.group) == [nil])
    let course = ReadProfile.records("Teaching", "Rain 101, Fen University\n: Mud, Fall 2020")
    #expect(course.map(\.group) == [nil])
    let lone = ReadProfile.records("Teaching", "Rain\n: Lecturer, Fen University, 2017.")
    #expect(lone.map(\.group) == [nil])
  }
}
