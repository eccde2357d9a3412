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

  @Test func readsTheBarsOfSkills() {
    checkRecords(
      "Skills",
      """
      <div class="bars">
      <div class="bar php"><h4><span>Rust</span></h4><div class="fill"></div><div>75%</div></div>
      <div class="bar go"><h4><span>Fog maps</span></h4><div class="fill"></div><div>100%</div></div>
      </div>
      """, ["title=Rust; text=75%", "title=Fog maps; text=100%"])
    checkRecords(
      "Languages", "- English 90%\n- Dutch ●●●○\n",
      ["title=English; text=90%", "title=Dutch; text=●●●○"])
  }

  @Test func leavesSharesThatAreNoLevel() {
    checkRecords(
      "Skills", "### Maps\n\n75% of my time\n\n### Tools\n\n- Rust\n\n- Less mud by 40%\n",
      ["text=Rust; group=Tools", "text=Less mud by 40%; group=Tools"])
  }
}
