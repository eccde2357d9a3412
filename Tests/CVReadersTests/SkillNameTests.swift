// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVReaders

/// Names of skills in bold lines, and what they name below them.
@Suite struct SkillNameTests {
  @Test func joinsANameInBoldAndTheWordsBelowIt() {
    checkRecords(
      "Skills", "**Languages & Tools**\n\nRust, Go\n\n**Methods**\n\nRain maps · Fog\n",
      ["title=Languages & Tools; text=Rust, Go", "title=Methods; text=Rain maps · Fog"])
  }

  @Test func groupsTheListBelowANameInBold() {
    checkRecords(
      "Skills", "**Tools**\n\n- Rust\n- Go\n\n**Methods**\n\n- Fog\n- Dew\n",
      [
        "text=Rust; group=Tools", "text=Go; group=Tools", "text=Fog; group=Methods",
        "text=Dew; group=Methods",
      ])
  }

  @Test func leavesABoldLineThatNamesNoSkills() {
    let alone = ReadProfile.section("Skills", "**I like tools**\n\nAnd I use many of them daily.\n")
    #expect(alone.entries.count == 2)
    let dated = ReadProfile.section(
      "Skills", "**Course, 2019**\n\nOn rain.\n\n**Course, 2020**\n\nOn fog.\n")
    #expect(dated.entries.flatMap(\.allTexts).contains { $0.hasPrefix("Course, 2019: ") } == false)
  }
}
