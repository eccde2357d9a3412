// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Sections, entries and fields that only the classes of divisions and spans tell apart.
@Suite struct ClassTitleTests {
  private let page = """
    <div>
      <span>Ada Roe</span>
      <a href="mailto:ada@example.org">ada@example.org</a>
    </div>

    <div class="block">
    <div class="block-title">Experience</div>
    <div class="entry">
    <h3>Tern Office</h3>
    <div class="row">
      <span class="post">Rain Analyst</span>
      <span class="when">Chur · Jan 2021 – Present</span>
    </div>
    <p>Counts drops.</p>
    </div>
    </div>

    <div class="block">
    <div class="block-title">Projects</div>
    <div class="cards">
      <div class="card">
        <span class="card-name">Rain Atlas</span>
        <span class="card-text">Maps of one wet year.</span>
      </div>
      <div class="card">
        <span class="card-name">Gauge</span>
        <span class="card-text">A bucket with a clock in it.</span>
      </div>
    </div>
    </div>

    <div class="block">
    <div class="block-title">Odds and Ends</div>
    <p>Swims in lakes.</p>
    </div>

    <div class="block">
    <div class="block-title">Languages</div>
    <div><strong>English</strong> · Fluent&emsp; <strong>Zulu</strong> · B2</div>
    </div>
    """

  @Test func takesLinesOfAClassForTitles() {
    let profile = ReadProfile(page).profile
    #expect(profile.name?.text == "Ada Roe")
    #expect(
      profile.sections.map { $0.title?.text } == [
        "Experience", "Projects", "Odds and Ends", "Languages",
      ])
    #expect(profile.sections.map(\.kind) == [.experience, .projects, .other, .languages])
    let records = profile.sections.flatMap(\.entries).compactMap { entry -> String? in
      if case .record(let record) = entry { record.summary } else { nil }
    }
    #expect(
      records == [
        "org=Tern Office; role=Rain Analyst; at=Chur; when=2021-01..; bullets=[\"Counts drops.\"]",
        "title=Rain Atlas; text=Maps of one wet year.",
        "title=Gauge; text=A bucket with a clock in it.",
        "title=English; text=Fluent", "title=Zulu; text=B2",
      ])
  }

  @Test func leavesLinesOfAClassThatNameNoSection() {
    let cards = """
      # Projects

      <div class="card"><div class="tag">Research</div><p>Rain Atlas, 2020</p></div>
      <div class="card"><div class="tag">Bucket</div><p>A gauge, 2021</p></div>
      <div class="card"><div class="tag">Clock</div><p>A clock, 2022</p></div>
      """
    #expect(ReadProfile(cards).profile.sections.map(\.kind) == [.projects])
    let menu =
      "<div class=\"m\">Experience</div><div class=\"m\">Education</div>\n\nI study rain.\n"
    #expect(ReadProfile(menu).profile.sections.map(\.kind) == [.about])
  }

  @Test func takesWhatOpensAPartForItsTitle() {
    let page = ReadProfile(
      """
      # Ada Roe

      I study rain.

      <details>
      <summary><b>Skills</b></summary>

      ### Areas

      - Mud
      </details>

      <details open>
      <summary>Work Experience</summary>

      ### 2020-2022 - Rain Analyst at **Tern Office**

      - Counted drops
      </details>

      <details><summary>Odds and ends</summary><p>Swims in lakes.</p></details>
      """)
    #expect(page.profile.name?.text == "Ada Roe")
    #expect(
      page.profile.sections.dropFirst().map { $0.title?.text } == [
        "Skills", "Work Experience", "Odds and ends",
      ])
    #expect(page.profile.sections.map(\.kind) == [.about, .skills, .experience, .other])
    #expect(
      page.summaries == [
        "text=Mud; group=Areas",
        "org=Tern Office; role=Rain Analyst; when=2020..2022; bullets=[\"Counted drops\"]",
      ])
  }

  @Test func leavesWhatIsFoldedInASection() {
    let tools = """
      # Skills

      <details><summary>Languages</summary><p>Swift, C</p></details>

      # Education

      - MSc in Rain, Fen University, 2020

      # Projects

      <details><summary>Research</summary><p>Rain Atlas, 2020</p></details>
      <details><summary>Show more</summary><p>A gauge, 2021</p></details>
      """
    #expect(ReadProfile(tools).profile.sections.map(\.kind) == [.skills, .education, .projects])
    let inner = """
      <details><summary>Rain Atlas</summary><details><summary>Research</summary>Wet.</details></details>
      <details><summary>Gauge</summary><details><summary>Awards</summary>None.</details></details>
      """
    #expect(ReadProfile(inner).profile.sections.allSatisfy { $0.title == nil })
  }

  @Test func takesAPlainLineAboveTheFirstHeadingForATitle() {
    let profile = ReadProfile(
      "I study rain.\n\nNews\n\n2024.03: A prize for maps.\n\nEducation\n====\n\n- PhD, Fen, 2020\n"
    ).profile
    #expect(profile.sections.map(\.kind) == [.about, .news, .education])
  }

  @Test func leavesOutWhatShowsAnEmojiAsASign() {
    let page = ReadProfile("# 🎓\u{FE0E} Education\n\n- 2015, PhD, Fen University, Leeds England\n")
    #expect(page.profile.sections.map(\.title?.text) == ["Education"])
    #expect(page.summaries.first?.contains("at=Leeds England") == true)
  }

  @Test func takesTitlesOfTwoLevelsForSections() {
    let above = "## Education\n\n- MSc, Fen University, 2020\n\n## Papers\n\n- Wet Maps, 2021\n\n"
    let further =
      "# Teaching\n\n- Mud, 2022\n\n# Outreach\n\n- Rain Day, 2023\n\n## Contact\n\n"
      + "ada@example.org\n"
    let page = ReadProfile(above + "## Awards\n\n- Tern Prize, 2020\n\n" + further).profile
    #expect(page.sections.last(where: \.isFilled)?.title?.text == "Outreach")
    #expect(page.contacts.map(\.text) == ["ada@example.org"])
    let rare = ReadProfile(above + "# Projects\n\n- Mud, 2022\n\n# Talks\n\n## Outreach\n\n- Fog\n")
    #expect(
      rare.profile.sections.map(\.kind) == [.education, .publications, .projects, .talks])
  }
}
