// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// Authors behind a dash, initials with one stop, and words that only count works.
@Suite struct DashedAuthorTests {
  private func summaries(_ source: String) -> [String] {
    ReadProfile.publications(source).map(\.summary)
  }

  @Test func readsAuthorsBehindADash() {
    #expect(
      summaries("- **Wet maps of old land** — B. Poe\\*, **A. Roe**\\*, C. Moe. *RAIN 2020*.\n")
        == [
          "title=Wet maps of old land; authors=B. Poe=|A. Roe!=|C. Moe; venue=RAIN; year=2020"
        ])
    #expect(
      summaries("- **Wet maps of old land** – **A. Roe**, B. Poe. *Rain Letters*, 2020.\n") == [
        "title=Wet maps of old land; authors=A. Roe!|B. Poe; venue=Rain Letters; year=2020"
      ])
  }

  @Test func takesAVenueBehindADashForNoName() {
    #expect(
      summaries("- **Wet maps of old land** — *Rain Letters*, 2020.\n") == [
        "title=Wet maps of old land; venue=Rain Letters; year=2020"
      ])
  }

  @Test func readsTwoInitialsWithOneStop() {
    #expect(
      summaries("- Ada SJ. Roe, Bo Poe, \"Rain, fog and mud - a map\", *Rain Letters*, 2020.\n")
        == [
          "title=Rain, fog and mud - a map; authors=Ada SJ. Roe|Bo Poe; venue=Rain Letters; year=2020"
        ])
    #expect(
      summaries("- Ada Roe, Bo MD. Rain maps of the north. *Rain Letters*, 2020.\n")
        .first?.contains("Rain maps of the north") == true)
  }

  @Test func takesCountsOfWorksForNoWork() {
    let section = ReadProfile.section(
      "论文", "**以第一作者完成论文11篇**：已发表10篇，在审1篇\n\n[1] 罗伊; 祁望; 雨的地图. 雨学报, 2020.\n")
    #expect(section.entries.count == 1 && section.lead.count == 1)
    #expect(summaries("- 罗伊, 祁望. 旧雨十二章与新雨3篇. 雨学报, 2020.\n").count == 1)
  }

  @Test func readsALastNumberedReferenceInABracket() {
    let works = """
      [1] 罗伊; 祁望; 一种雨的地图测量方法. (发明专利，授权号：CN1B)

      [2] 祁望; 罗伊; 一种雾的地图测量方法. (发明专利，授权号：CN2B)
      """
    #expect(ReadProfile.publications(works, title: "专利").count == 2)
  }
}
