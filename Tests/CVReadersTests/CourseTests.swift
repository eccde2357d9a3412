// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Courses below the school that they were given at, and what stands behind them in brackets.
@Suite struct CourseTests {
  @Test func takesASchoolAboveCoursesForAGroup() {
    checkRecords(
      "Teaching",
      """
      ### University of Olm

      * Rain of the World
      * Fog for beginners, first-year class

      ### Fen Society

      * Taught the keepers of all gauges how to read them.
      """,
      [
        "title=Rain of the World; group=University of Olm",
        "title=Fog for beginners, first-year class; group=University of Olm",
        "title=Fen Society; bullets=[\"Taught the keepers of all gauges how to read them.\"]",
      ])
  }

  @Test func readsBracketsBehindCourses() {
    checkRecords(
      "Teaching",
      """
      ### University of Olm

      * Rain of the World (RAIN 74, <a href="https://e.org/1">2018 syllabus</a>, \
      <a href="https://e.org/2">2019 syllabus</a>)
      * Fog and Dew (teaching assistant)
      * Mud (MUD 640, online course)
      """,
      [
        """
        title=Rain of the World; text=RAIN 74, 2018 syllabus, 2019 syllabus; \
        group=University of Olm
        """,
        "title=Fog and Dew; role=teaching assistant; group=University of Olm",
        "title=Mud (MUD 640, online course); group=University of Olm",
      ])
  }

  @Test func takesBoldWordsBeforeACourseForTheSchool() {
    checkRecords(
      "Teaching", "`2010`\n__Olm University__ A term of *Rain for the Web*\n",
      ["title=A term of Rain for the Web; org=Olm University; when=2010"])
  }

  @Test func takesALinkedNameBeforeACommaForAProject() {
    checkRecords(
      "Projects",
      "- [The Rain Report](https://e.org), a way to print rain, fog, and other useful news.\n"
        + "- [#dew](https://e.org) ([GitHub](https://e.net)), a clock.\n",
      [
        "title=The Rain Report; text=a way to print rain, fog, and other useful news.",
        "title=#dew; text=(GitHub), a clock.",
      ])
    checkRecords(
      "Projects",
      "- [I See Rain](https://e.org), a map of it\n- tern, a clock for all birds\n"
        + "- Fog, Mist, and Dew of the North\n",
      [
        "title=I See Rain; text=a map of it", "title=tern; text=a clock for all birds",
        "title=Fog, Mist, and Dew of the North",
      ])
  }

  @Test func partsABracketFromATitleInBold() {
    checkRecords(
      "Teaching",
      """
      2022-2023 **Rain I** (a book for students, Fen Press)

      - Author

      **Rain Atlas** (RA) 2019

      - Drew maps
      """,
      [
        "title=Rain I; text=a book for students, Fen Press; when=2022..2023; bullets=[\"Author\"]",
        "title=Rain Atlas (RA); when=2019; bullets=[\"Drew maps\"]",
      ])
  }

  @Test func readsParagraphsThatEndWithADate() {
    checkRecords(
      "Teaching",
      """
      Rain and Mud, FEN 251, Teaching Assistant, Fen University, Spring 2002

      Maps in the Mud Laboratory, FEN 263, Teaching Assistant, Fen University, Fall 2000
      """,
      [
        "title=Rain and Mud, FEN 251; org=Fen University; role=Teaching Assistant; when=2002",
        """
        title=Maps in the Mud Laboratory, FEN 263; org=Fen University; role=Teaching Assistant; \
        when=2000
        """,
      ])
    let told = ReadProfile("# Teaching\n\nI taught rain, mud and fog, 2019\n\nRain, 2019.\n")
    #expect(told.summaries.isEmpty)
  }

  @Test func leavesNoSignBehindABracketThatOpens() {
    checkRecords(
      "Teaching",
      "- RAIN 421 Fog and Mud (Fall 2023; for beginners)\n"
        + "- RAIN 101 Fens (Spring 2023; graduate level)\n",
      [
        "title=RAIN 421 Fog and Mud; text=for beginners; when=2023",
        "title=RAIN 101 Fens; text=graduate level; when=2023",
      ])
  }

  @Test func readsAPartInItalicsBehindTheNumberOfACourse() {
    checkRecords(
      "Teaching",
      """
      - 2015 Rain and Mud (RAIN1110) _Lecturing & Tutoring_
      - 2014 Fog for beginners (second year) _Tutor_
      - 2013 Dew (MUD 300) _Fen University_
      - 2012 Mills (with wheels) _Slow Wheels_
      """,
      [
        "title=Rain and Mud (RAIN1110); role=Lecturing & Tutoring; when=2015",
        "title=Fog for beginners (second year); role=Tutor; when=2014",
        "title=Dew (MUD 300) Fen University; when=2013",
        "title=Mills (with wheels) Slow Wheels; when=2012",
      ])
  }
}
