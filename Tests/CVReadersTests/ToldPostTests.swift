// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Posts, degrees and courses with what is told of them in the same paragraph.
@Suite struct ToldPostTests {
  @Test func cutsWhatIsToldBeforeTheDate() {
    checkRecords(
      "Experience",
      "Rain Fellow at the Rain Centre in Munich. Topic: “The Alps, 1860.” (Nov 2010 – Feb 2011)",
      [
        "org=Rain Centre in Munich; role=Rain Fellow; when=2010-11..2011-02; "
          + "bullets=[\"Topic: “The Alps, 1860.”\"]"
      ])
    checkRecords(
      "Experience", "- Engineer at Acme Labs. Built the gauges of many fens. (2015 – 2017)",
      [
        "org=Acme Labs; role=Engineer; when=2015..2017; "
          + "bullets=[\"Built the gauges of many fens.\"]"
      ])
  }

  @Test func cutsNoPlaceAndNoSentence() {
    let lab = ReadProfile.records("Experience", "- Engineer. Fen Rain Lab, Leeds, UK (2015 – 2017)")
    #expect(lab.map(\.organisation?.text) == ["Fen Rain Lab"])
    let told = "I was an engineer at Acme. We built a mill there and it was fun (2001 – 2003)"
    #expect(ReadProfile("# Ada Roe\n\n## Experience\n\n\(told)").profile.paragraphs == [told])
  }

  @Test func readsLongPostsWithTheirTime() {
    let area = "the rain in the fens and the mills of the north and of the south and of the east"
    let post = "Researcher at Acme (Rain Works) in Leeds for the areas of \(area) (2004 – 2005)"
    #expect(ReadProfile.records("Experience", post).map(\.role?.text) == ["Researcher"])
    let text = "The areas of \(area), which we saw on many days, were wet as well (2004 – 2005)"
    #expect(ReadProfile.records("Experience", text).isEmpty)
  }

  private let degrees = """
    **MSc in Rain** — Fen School
    *2020 – 2021*
    Words of method.

    **Preparation for the Rain Exam**
    *2015 – 2017*
    Economics, trade. Ranked 3rd among 24.

    **Degree in Mud** — Ely University
    *2011 – 2015*
    Second prize, 2012. Full merit, 2011–2012.
    """

  @Test func keepsSentencesBelowTheDateOutOfTheHead() {
    let long = String(repeating: "Rain on the mill and the fen. ", count: 5)
    let records = ReadProfile.records("Education", degrees + " " + long)
    #expect(records.map { $0.dates?.summary } == ["2020..2021", "2015..2017", "2011..2015"])
    #expect(records.last?.organisation?.text == "Ely University")
    #expect(records[1].bullets.map(\.text.text) == ["Economics, trade. Ranked 3rd among 24."])
  }

  @Test func datesPostsByTheSpanAboveThem() {
    checkRecords(
      "Experience",
      """
      **2020 – Present**

      **Rain Engineer** – *Fen University*

      - Built

      **2018 – 2019**

      **Fog Engineer** – *Acme*

      - Dug
      """,
      [
        "org=Fen University; role=Rain Engineer; when=2020..; bullets=[\"Built\"]",
        "org=Acme; role=Fog Engineer; when=2018..2019; bullets=[\"Dug\"]",
      ])
  }

  @Test func readsCoursesThatEndWithTheirTime() {
    checkRecords(
      "Teaching",
      "Wet maps, graduate course, Fen University (2010-2013);\n\nMud (for all), Ely College (2003).",
      [
        "title=Wet maps; org=Fen University; text=graduate course; when=2010..2013",
        "title=Mud; org=Ely College; text=for all; when=2003",
      ])
    let told = "I taught maps and mud, which was fun for all (2003)"
    #expect(ReadProfile("# Ada Roe\n\n## Teaching\n\n\(told)").profile.paragraphs == [told])
  }

  @Test func readsAPostWithoutADateAboveASentence() {
    checkRecords(
      "Research Experience",
      """
      **Fen Rain & Mills** — *Rain Engineer*
      Built gauges that weigh the rain of whole years.

      **Moss Project** — *Engineer*
      Cast bells for the mills of the north.
      """,
      [
        "org=Fen Rain & Mills; role=Rain Engineer; "
          + "bullets=[\"Built gauges that weigh the rain of whole years.\"]",
        "org=Moss Project; role=Engineer; bullets=[\"Cast bells for the mills of the north.\"]",
      ])
    let review = "**Wet Maps** — *Rain Letters*\nA letter that tells of maps of the north."
    #expect(ReadProfile.records("Experience", review).isEmpty)
    let note = "**Note to engineers** of *Acme*\nThe mills of the north have stood still."
    #expect(ReadProfile.records("Experience", note).isEmpty)
  }
}
