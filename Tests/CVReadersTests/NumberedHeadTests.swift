// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries whose author numbers their heads.
@Suite struct NumberedHeadTests {
  @Test func leavesOutTheNumbersOfHeadings() {
    let projects = ReadProfile.records(
      "Projects", "### 1. **Rain Gauge**\n\n- Built it\n\n### 2. Fog Mill (2021)\n\n- Ran it")
    #expect(projects.map { $0.title?.text } == ["Rain Gauge", "Fog Mill"])
    let posts = ReadProfile.records(
      "Experience",
      """
      ### 1) Rain Engineer, Acme
      May 2019 – June 2020

      - Built gauges

      ### 2) Fog Engineer, Moss Ltd.
      May 2018 – June 2019

      - Built mills
      """)
    #expect(posts.map { $0.role?.text } == ["Rain Engineer", "Fog Engineer"])
  }

  @Test func saysWhatBecameOfTheNumbers() {
    let read = ReadProfile("# Ada Roe\n\n## Projects\n\n### 1. Rain\n\n- A\n\n### 2. Fog\n\n- B")
    #expect(read.account.entries.filter { $0.fate == .separator }.map(\.text) == ["1.", "2."])
  }

  @Test func keepsANumberThatIsPartOfAName() {
    let clubs = ReadProfile.records(
      "Volunteering", "### 1. FC Fenland\n\n- Coach\n\n### Fog Club\n\n- Coach")
    #expect(clubs.map { $0.organisation?.text } == ["1. FC Fenland", "Fog Club"])
    let projects = ReadProfile.records(
      "Projects", "### 1. Rain\n\n- A\n\n### 3. Fog\n\n- B")
    #expect(projects.map { $0.title?.text } == ["1. Rain", "3. Fog"])
  }

  @Test func keepsDaysOfMonths() {
    let feasts = ReadProfile.records(
      "Projekte",
      "### 1. Mai 2019: Regenfest\n\n- Regen\n\n### 2. Juni 2020: Nebelfest\n\n- Nebel")
    #expect(feasts.map { $0.dates?.start?.day } == [1, 2])
  }

  @Test(arguments: [
    "**1. Prize, Rain Cup**\n\n**2. Prize, Fog Cup**",
    "**1. Preis, Regen**\n\n**2. Preis, Nebel**\n\n**3. Preis, Moor**",
  ])
  func keepsNumbersBeforeOneWord(body: String) {
    let section = ReadProfile.section("Competitions", body)
    let words = String(describing: section.entries)
    #expect(words.contains("1. Pr") && words.contains("2. Pr"))
  }

  @Test func keepsTwoNumbersOfClubs() {
    let clubs = ReadProfile.records(
      "Experience",
      "### 1. FC Fenland\n\nCoach, 2019\n\n### 2. Bundesliga Moor\n\nCoach, 2018")
    #expect(clubs.map { $0.organisation?.text } == ["1. FC Fenland", "2. Bundesliga Moor"])
    let exams = ReadProfile.records(
      "Education",
      "**1. Staatsexamen**, Universität Fen, 2010\n\n**2. Staatsexamen**, Universität Moor, 2012")
    #expect(exams.map { $0.title?.text } == ["1. Staatsexamen", "2. Staatsexamen"])
  }

  @Test func leavesOutNumbersBeforeBracketsAndOfThree() {
    let courses = ReadProfile.records(
      "Teaching", "#### 1) Rain\n\n2019\n\n#### 2) Fog\n\n2020")
    #expect(courses.map { $0.title?.text } == ["Rain", "Fog"])
    let clubs = ReadProfile.records(
      "Volunteering", "### 1. Fen Club\n\n- A\n\n### 2. Fog Club\n\n- B\n\n### 3. Mud Club\n\n- C")
    #expect(clubs.map { $0.organisation?.text } == ["Fen Club", "Fog Club", "Mud Club"])
  }
}
