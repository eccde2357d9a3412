// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVReaders

@Suite struct AlFolioTests {
  @Test func readsPrizesByTheirYears() {
    let read = ReadSource(
      """
      - title: Awards
        type: time_table
        contents:
          - year: 2021
            items: [A, "*B*"]
      """)
    #expect(read.summaries == ["award: title=A; when=2021", "award: title=B; when=2021"])
  }

  @Test func readsPointsBelowPoints() {
    let read = ReadSource(
      """
      - title: Experience
        type: time_table
        contents:
          - title: Smith
            institution: Forge
            year: 2015-now
            description: [One, {title: Two, contents: [a, b]}]
      """)
    #expect(
      read.summaries == ["position: org=Forge; role=Smith; when=2015..; bullets=[\"One\", \"Two\"]"]
    )
    guard case .record(let record)? = read.profile.sections.first?.entries.first else { return }
    #expect(record.bullets.last?.children.map(\.text.text) == ["a", "b"])
  }

  @Test func takesTheNameFromAMap() {
    let read = ReadSource(
      """
      - title: General Information
        type: map
        contents:
          - {name: Full Name, value: Ada Roe}
          - {name: GitHub, value: ada}
          - {name: Born, value: 1990}
      """)
    #expect(read.profile.name?.text == "Ada Roe")
    #expect(read.profile.contacts.map(\.url) == ["https://github.com/ada"])
    #expect(read.summaries == ["item: title=Born; text=1990"])
  }
}
