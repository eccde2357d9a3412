// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Testing

/// What a section is, where its title does not say it, and where sections begin.
@Suite struct SectionShapeTests {
  private func kinds(_ source: String) -> [SectionKind] {
    ReadProfile(source).profile.sections.map(\.kind)
  }

  @Test func takesResearchAboveWorksForPublications() {
    let works = """
      # Research

      I study rain.

      - **A. Roe**, B. Poe. *Wet maps*. Rain Letters, 2020.
      - B. Poe, **A. Roe**. *Dry maps*. Rain Letters, 2021.
      """
    #expect(kinds(works) == [.publications])
    #expect(kinds("# Research\n\n- Rain\n- Maps of rain, since 2020\n") == [.researchInterests])
  }

  @Test func takesADeeperTitleBehindEntriesForASection() {
    let page = "# Experience\n\n- Engineer, Acme, 2020\n\n## Awards\n\n- Tern Prize, 2019\n"
    #expect(kinds(page) == [.experience, .awards])
    #expect(kinds("# Education\n\n- PhD, Fen, 2020\n\n## Courses\n\n- Maps\n") == [.education])
    #expect(kinds("# Who is Ada?\n\nI am a hydrologist.\n") == [.about])
  }

  @Test func leavesOutAnEpigraph() {
    let page = ReadProfile(
      "> Rain comes<br>and goes. ---<cite>Old song</cite>\n\n# Skills\n\n- Maps\n")
    #expect(page.profile.sections.map(\.kind) == [.skills])
    #expect(page.account.entries.contains { $0.fate == .homepageMatter })
  }

  @Test func takesATimelineOfPostsForExperience() {
    let table = """
      # Timeline

      | When | What | Where |
      |--|--|--|
      | 2020 - 2022 | Software Engineer | Acme Inc., Leeds, UK |
      | 2018 - 2020 | Intern, gauges | Office of Rain |
      """
    let section = ReadProfile(table).profile.sections.first
    #expect(section?.kind == .experience)
    let records = section?.entries.compactMap { entry -> String? in
      if case .record(let record) = entry { return record.summary }
      return nil
    }
    #expect(
      records == [
        "org=Acme Inc.; role=Software Engineer; at=Leeds, UK; when=2020..2022",
        "org=Office of Rain; role=Intern, gauges; when=2018..2020",
      ])
  }

  @Test func keepsTalksAmongPublicationsApart() {
    let source = """
      # Publications

      ## Journal articles

      - A. Roe, B. Poe. *Wet maps*. Rain Letters, 2020.

      ## Invited talks

      - “On rain”, Rain Week, May 2020
      """
    let sections = ReadProfile(source).profile.sections
    #expect(sections.map(\.kind) == [.publications, .talks])
    #expect(sections.map(\.entries.count) == [1, 1])
  }

  @Test func takesPlainTitlesWhereTheyAreMoreThanBoldOnes() {
    let source = """
      教育背景：

      - 2014年9月 - 2019年6月，北方大学，物理，博士

      学术成果：

      **期刊论文**

      1. **罗伊**，波坡. 雨的地图. 雨学报, 2022.

      获奖情况：

      - 2024年，青年奖
      """
    #expect(kinds(source) == [.education, .publications, .awards])
  }

  @Test func readsTitlesInMathematicalLetters() {
    #expect(kinds("# 𝗘𝗱𝘂𝗰𝗮𝘁𝗶𝗼𝗻\n\n- PhD, North University, 2020\n") == [.education])
  }

  @Test func leavesOutTheLinesAtTheFootOfASite() {
    let source = """
      # Service

      - Reviewer, Rain Letters, 2020

      Kassel, den 3. Mai 2024

      [top](#top)

      Page last modified 3 Oct 2025.
      """
    let read = ReadProfile(source)
    #expect(read.profile.sections.first?.entries.count == 1)
    let matter = read.account.entries.filter { $0.fate == .homepageMatter }.map(\.text)
    #expect(matter == ["Kassel, den 3. Mai 2024", "top", "Page last modified 3 Oct 2025."])
  }

  @Test func keepsAPlaceAndADateThatAreNoSignature() {
    let read = ReadProfile("# About\n\nBorn in Kassel on the 3 May 1980\n")
    #expect(read.profile.sections.first?.entries.count == 1)
  }
}
