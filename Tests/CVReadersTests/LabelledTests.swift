// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVReaders

@Suite struct LabelledTests {
  private func span(_ label: String, _ text: String) -> String {
    "<span class=\"cv-\(label)\">\(text)</span>"
  }

  @Test func readsFieldsAsTheyAreSaidToBe() {
    let line =
      "- \(span("organisation", "Chief of Nothing Ltd")), \(span("role", "2019")) "
      + "\(span("dates", "May 2020 - now")) \(span("text", "and **more**"))\n  - a point"
    #expect(
      ReadProfile.records("Experience", line).map(\.summary) == [
        "org=Chief of Nothing Ltd; role=2019; text=and more; when=2020-05..; bullets=[\"a point\"]"
      ])
  }

  @Test func keepsWordsBetweenLabels() {
    let line = "- \(span("title", "A Prize")) won twice, \(span("dates", "2020"))"
    #expect(
      ReadProfile.records("Awards", line).map(\.summary) == [
        "title=A Prize; text=won twice; when=2020"
      ])
  }

  @Test func readsItsNeighboursByTheirLooks() {
    let source = """
      - 2019: First Prize
      - \(span("title", "2018, A Novel")), \(span("dates", "2020"))
      - 2021: Last Prize
      """
    #expect(
      ReadProfile.records("Awards", source).map(\.summary) == [
        "title=First Prize; when=2019", "title=2018, A Novel; when=2020",
        "title=Last Prize; when=2021",
      ])
  }

  @Test func readsPublications() {
    let line =
      "1. \(span("author", "**A. Roe**<sup>*†</sup>")), \(span("author", "B. Poe")) "
      + "\(span("title", "In 2020. Why?")) \(span("venue", "Journal")) \(span("volume", "3")) "
      + "\(span("dates", "’19")) \(span("link", "[PDF](https://e.org)"))"
    #expect(
      ReadProfile.publications(line).map(\.summary) == [
        "title=In 2020. Why?; authors=A. Roe!*†|B. Poe; venue=Journal; vol=3; links=[\"PDF\"]"
      ])
  }

  @Test func takesTheKindOfALabelledTitle() {
    let profile = ReadProfile("## \(span("awards", "My Shelf"))\n\n- 2020: one\n").profile
    #expect(profile.sections.map(\.kind) == [.awards])
    #expect(profile.sections.map { $0.title?.text } == ["My Shelf"])
  }

  @Test func endsAGroupAtADash() {
    let source = """
      ### \(span("group", "Early"))

      - 2019: First Prize

      ### \(span("group", "–"))

      - 2021: Last Prize
      """
    #expect(ReadProfile.records("Awards", source).map { $0.group?.text } == ["Early", nil])
  }
}
