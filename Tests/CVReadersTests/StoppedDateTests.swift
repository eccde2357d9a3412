// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Months and days with stops between, the year of which stands above them or is short.
@Suite struct StoppedDateTests {
  private func records(_ points: String) -> [String] {
    ReadProfile("# Ada Roe\n\n## Timeline\n\n### 2023\n\n\(points)\n\n## Skills\n\n- Mud\n")
      .summaries.dropLast()
  }

  @Test func givesADayTheYearAboveIt() {
    #expect(
      records("* 　10. 12 ~ Fog course\n* 　04. 24 ~ 09. 27. Rain school\n* 　09. 06 Mud day")
        == [
          "text=Fog course; when=2023-10-12..", "text=Rain school; when=2023-04-24..2023-09-27",
          "text=Mud day; when=2023-09-06",
        ])
    #expect(records("- 04/24: Rain school") == ["text=Rain school; when=2023-04-24"])
  }

  @Test func leavesNumbersBelowAYear() {
    // Whether this is in April or in May, nothing says.
    #expect(records("- 04.05 Rain school") == ["text=04.05 Rain school; when=2023"])
    #expect(records("- 04.24.1 of Rain") == ["text=04.24.1 of Rain; when=2023"])
    #expect(records("- 3.5 inches of rain") == ["text=3.5 inches of rain; when=2023"])
    #expect(records("- 10/25% of rain") == ["text=10/25% of rain; when=2023"])
  }

  @Test func showsATimeline() {
    let profile = ReadProfile("# News\n\n- 2023: Fog\n\n# Timeline\n\n- 2022: Mud\n").profile
    #expect(profile.sections.map(\.kind) == [.news, .other])
  }

  @Test func readsWavesBeforeWords() {
    checkRecords(
      "Experience", "- 2020年4月〜雨量社 技術者\n- 2019 ~ Rain Engineer, Acme",
      ["org=雨量社; role=技術者; when=2020-04..", "org=Acme; role=Rain Engineer; when=2019"])
  }

  @Test func readsWhatFollowsADateInBrackets() {
    checkRecords(
      "Certificates",
      "- Mud Test (May 2020) - 895\n- Fog Course (98. 02. 10) - Fen University\n"
        + "- Rain Test (2019) - the long one",
      [
        "title=Mud Test; text=895; when=2020-05",
        "title=Fog Course; org=Fen University; when=1998-02-10",
        "title=Rain Test - the long one; when=2019",
      ])
    checkRecords(
      "Awards", "- Tern Prize (2019) – Fen University",
      ["title=Tern Prize; org=Fen University; when=2019"])
  }
}
