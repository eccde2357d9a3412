// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@testable import CVReaders

@Suite struct ResidueTests {
  @Test func leavesOutSampleText() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Awards\n\n- 2020: First Prize\n- Lorem ipsum dolor sit amet, consectetur\n")
    #expect(read.log.diagnostics.map(\.code) == [.templateResidue])
    let words = read.profile.everything.joined(separator: " ")
    #expect(!words.contains("ipsum") && words.contains("First"))
  }

  @Test func leavesOutANoticeOfWorkOnThePage() {
    let read = ReadProfile(
      "# Ada Roe\n\n<div><span>This page is under construction — more soon.</span></div>\n\n"
        + "## Awards\n\n- 2020: First Prize\n")
    #expect(!read.profile.everything.joined(separator: " ").contains("construction"))
  }

  @Test func leavesOutALinkToTheCV() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Awards\n\n- 2020: First Prize\n\n[View my full CV →](/cv/)\n\n"
        + "## Links\n\n[Resume](r.pdf)\n\nThe CV of the rain is [wet](/r/).\n")
    let words = read.profile.everything.joined(separator: " ")
    #expect(!words.contains("View") && words.contains("Resume") && words.contains("wet"))
  }

  @Test func leavesOutADrawing() {
    let page = "## Research\n\nRain.\n\n```\n┌──────┐\n│ User │\n└──────┘\n   ↕\n╭──────╮\n```\n"
    let words = ReadProfile(page).profile.everything.joined(separator: " ")
    #expect(words.contains("Rain.") && !words.contains("User"))
  }

  @Test func leavesOutTheFootInATable() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Awards\n\n- 2020: First Prize\n\n"
        + "<table><tr><td><p>Feel free to steal this website.</p></td></tr></table>")
    #expect(read.profile.everything.joined(separator: " ").contains("First"))
    #expect(!read.profile.everything.joined(separator: " ").contains("steal"))
  }

  @Test func leavesOutTheWayToOtherLanguages() {
    let page = """
      <div><a href="fr.html">FR</a> | <a href="en.html">English</a></div>

      # Ada Roe
      Rain Engineer

      <div><a href="mailto:ada@example.org">ada@example.org</a> | <i></i></div>

      ## Awards

      - 2020: First Prize

      > Updated {{ page.date }}
      """
    let read = ReadProfile(page)
    #expect(read.profile.headline?.text == "Rain Engineer")
    #expect(read.profile.sections.map(\.kind) == [.awards])
    #expect(!read.profile.everything.joined(separator: " ").contains("Updated"))
  }

  @Test func leavesOutTheSentenceThatLeadsToTheCV() {
    let page = ReadProfile(
      "# Ada Roe\n\nI count the rain. Here is my [CV](./cv.pdf).\n\n## Awards\n\n- 2020: A Prize\n")
    #expect(page.profile.paragraphs == ["I count the rain."])
    #expect(page.account.entries.contains { $0.text == "Here is my CV." })
  }

  @Test func leavesOutThePointThatATableOfContentsReplaces() {
    let read = ReadProfile(
      "# Ada Roe\n\nI count rain.\n\n* Table of Contents\n{:toc}\n\n## Awards\n\n- 2020: A Prize\n")
    #expect(read.profile.paragraphs == ["I count rain."])
    #expect(read.account.entries.contains { $0.text.contains("Table of Contents") })
    let kept = ReadProfile("# Ada Roe\n\n## Skills\n\n* Rain\n* Fog\n{: .list}\n")
    #expect(kept.profile.everything.joined(separator: " ").contains("Fog"))
  }

  @Test func leavesOutACounterOfVisits() {
    let read = ReadProfile("# 罗伊\n\n## 技能\n\n- 雨\n\n---\n\n👁️ 本站总访问量：加载中... 次\n")
    #expect(!read.profile.everything.joined(separator: " ").contains("访问量"))
  }

  @Test func leavesOutTheSentenceThatSaysWhereTheCVIs() {
    let page = """
      # Ada Roe

      ## Academic PDF

      An up-to-date academic CV is available [here](/files/cv.pdf).

      ## Notes

      My rain CV is a tool for all who draw maps of rain, described [here](https://e.org/a.pdf).

      I draw maps and my CV is [here](/files/cv.pdf)
      """
    let profile = ReadProfile(page).profile
    #expect(profile.sections.map { $0.title?.text } == ["Notes"])
    #expect(profile.paragraphs.count == 2)
  }

  @Test func leavesOutAListOfContents() {
    let page = """
      # Ada Roe

      ### Contents

      - [Skills](#skills)
        - [Maps](#maps)
      - [Awards](#awards)

      ## Skills

      - [Rain maps](#a), drawn by hand

      [Back to the top](#top)
      """
    let read = ReadProfile(page)
    #expect(read.profile.sections.map(\.kind) == [.skills])
    #expect(read.profile.sections.first?.entries.count == 1)
    #expect(read.profile.paragraphs.isEmpty)
  }

  @Test func leavesOutTheWordsThatLeadToAListOfContents() {
    let page = { (lead: String) in
      ReadProfile(
        "# Ada Roe\n\n## Interests\n\n- Rain\n\n\(lead)\n\n- [Skills](#skills)\n- [Awards](#awards)\n"
          + "- [Posts](#posts)\n\n## Skills\n\n- Maps\n\n## Awards\n\n- Fen Prize\n"
      ).profile.paragraphs
    }
    #expect(page("Select from the following:") == [])
    #expect(page("I count rain.") == ["I count rain."])
  }

  @Test func keepsWhatTheOwnerIsAboveAListOfContents() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Rain Engineer - 25\n\n- [Skills](#skills)\n- [Awards](#awards)\n"
        + "- [Posts](#posts)\n\n---\n\n## Skills\n\n- Maps\n")
    #expect(read.profile.headline?.text == "Rain Engineer - 25")
    #expect(read.profile.sections.map(\.kind) == [.skills])
  }

  @Test func leavesOutWhereATemplateLeads() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Notes\n\nWrite to [me](mailto:your@email.com) or [Bo](mailto:bo@e.org).\n")
    #expect(read.profile.paragraphs == ["Write to me or Bo."])
    #expect(read.log.diagnostics.map(\.code) == [.templateResidue])
    guard case .paragraph(let paragraph)? = read.profile.sections.first?.entries.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text.runs.compactMap(\.attributes.link) == ["mailto:bo@e.org"])
  }

  /// Years and titles of works above what is below the same heading, and links that open something.
  @Test func keepsTitlesAboveListsOfWhatStandsBelowThem() {
    let years = "- [2021](#y2021)\n- [2020](#y2020)\n- [2019](#y2019)\n\n### 2021\n\n"
    let page = ReadProfile(
      "## Education\n\n- BSc, Fen University, 2019\n\n## Publications\n\n\(years)"
        + "- Ada Roe. On rain. *Fog Letters*, 2021.\n\n### 2020\n\n- Ada Roe. On fog. *Mud*, 2020.\n"
    )
    #expect(page.profile.sections.map(\.kind) == [.education, .publications])
    let toggles = ReadProfile(
      "## Projects\n\n- [Tern maps](#collapse1)\n- [Gull bells](#collapse2)\n- [Fog](#collapse3)\n")
    #expect(toggles.profile.sections.first?.entries.count == 3)
  }

  @Test func leavesOutFormsThatNobodyHasFilledIn() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Grants\n\n- [Year] — [Program], [organization]\n\n## Notes\n\n"
        + "- [Year] of the Fog\n- [slides] [video] [code]\n")
    #expect(read.log.diagnostics.map(\.code) == [.templateResidue])
    #expect(read.profile.sections.map { $0.title?.text } == ["Notes"])
    #expect(read.profile.sections.first?.entries.count == 2)
  }

  @Test func readsAddressesOfMailWithoutTheirScheme() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Contact\n\n- [Email](ada@example.org)\n- [Map](a@b/c.html)\n")
    #expect(read.profile.contacts.map(\.text) == ["ada@example.org"])
  }
}
