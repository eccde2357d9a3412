// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// What stands below `Research`: topics, projects with links to them, or posts.
@Suite struct ResearchShapeTests {
  private func kind(_ title: String, _ body: String) -> SectionKind {
    ReadProfile.section(title, body).kind
  }

  private let told = "We built a gauge that weighs all the rain of a year and tells the mill of it."

  @Test func takesWorkWithRowsOfLinksForProjects() {
    let quotes = """
      I am interested in rain.

      > **Tern: A Map of Rain**
      >
      > \(told)
      >
      > * [Demo](https://e.org/d)
      > * [Source Code](https://e.org/s)

      > **Heron: A Map of Fog**
      >
      > \(told)
      >
      > * [Tech Report](https://e.org/r)
      """
    let section = ReadProfile.section("Research", quotes)
    #expect(section.kind == .projects && section.lead.map(\.text) == ["I am interested in rain."])
    let records = ReadProfile.records("Research", quotes)
    #expect(records.map(\.title?.text) == ["Tern: A Map of Rain", "Heron: A Map of Fog"])
    let headings = "### Tern\n\n\(told)\n\n[Demo](d.html) · [Code](c.html)\n"
    #expect(kind("Research", headings + "\n### Heron\n\n\(told)\n\n[Paper](p.pdf)\n") == .projects)
    #expect(kind("Research", "### Rain\n\n\(told)\n\n### Fog\n\n\(told)\n") == .researchInterests)
    #expect(kind("Research", headings) == .researchInterests)
  }

  @Test func takesDatedCardsAtInstitutionsForPosts() {
    let card = { (date: String, title: String) in
      """
      <div class="card"><div class="when">\(date)</div>
      <div><h3>\(title)</h3><p>\(told)</p></div></div>

      """
    }
    let posts =
      card("2021 - 2022", "Mud Maps, Fen University") + card("2020", "Games, Moss College")
    let records = ReadProfile.records("Research", posts)
    #expect(records.map(\.kind) == [.position, .position])
    #expect(records.map { $0.dates?.summary } == ["2021..2022", "2020"])
    let topics = card("2021 - 2022", "Mud Maps") + card("2020", "Fog Maps")
    #expect(kind("Research", topics) == .researchInterests)
  }

  @Test func namesTopicsInBold() {
    let topics = """
      **Rain Maps** — Maps of rain in wet years. Mud, too.

      **Fog & Mills:** How fog turns a mill.
      """
    checkRecords(
      "Research Interests", topics,
      [
        "title=Rain Maps; text=Maps of rain in wet years. Mud, too.",
        "title=Fog & Mills; text=How fog turns a mill.",
      ])
    checkRecords("Research Interests", "**I study rain** — Mostly in the fens.\n", [])
    checkRecords("Research Interests", "**Rain maps** — and what they hide.\n", [])
  }

  @Test func tellsPersonalDetailsFromProse() {
    let long =
      "Ada Roe is an engineer of rain who has built gauges for the mills of the northern fens"
      + " and for the bells of the southern ones, and has written of both in many letters of hers."
    #expect(kind("Personal Information", "\(long)\n\n\(long)\n") == .about)
    #expect(kind("Contact", "\(long) Write to ada@e.org.\n\n\(long)\n") == .contact)
    #expect(kind("Contact", "Room 12, Moss Hall.\n\nOpen on Fridays.\n") == .contact)
  }
}
