// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// Patents with their kind and number before or behind the title.
@Suite struct PatentTests {
  private func patents(_ body: String) -> [String] {
    ReadProfile.publications(body, title: "Patents").map(\.summary)
  }

  @Test func readsTheKindBeforeTheTitle() {
    #expect(
      patents(
        """
        - Moorish patent: Deep rain and mud method.
        - US Patent 1,234,567: Rain gauge for fens.
        - US Patent App. 15/123,456: Ada Roe, Bo Poe. Rain gauge for moors. 2020.
        """) == [
          "title=Deep rain and mud method; note=Moorish patent",
          "title=Rain gauge for fens; note=US Patent 1,234,567",
          "title=Rain gauge for moors; authors=Ada Roe|Bo Poe; note=US Patent App. 15/123,456; "
            + "year=2020",
        ])
  }

  @Test func keepsATitleThatBeginsWithPatents() {
    let line = "- Patent pools: a study of rain"
    #expect(patents(line) == ["title=Patent pools: a study of rain"])
    #expect(
      ReadProfile.publications("- US Patent 1,234: rain in books, 2020. *Fog*.").first?.note == nil)
  }

  @Test func endsAChineseTitleBeforeTheCountry() {
    let works = ReadProfile("# 专利\n\n- 王雨、安昭，一种基于雨的方法，装置及系统，中国，发明专利，专利号:ZL2024\n")
      .profile.sections.flatMap(\.entries)
    #expect(works.count == 1)
    guard case .publication(let work)? = works.first else { return #expect(Bool(false)) }
    #expect(work.title.text == "一种基于雨的方法，装置及系统")
    #expect(work.authors.map(\.name) == ["王雨", "安昭"])
  }

  @Test func endsNamesBeforeATitleWithLatinWords() {
    let works = ReadProfile.publications("- 王雨, 安昭，一种基于 OpenFog 的雨图方法. 雨学报, 2020.")
    #expect(works.map(\.title.text) == ["一种基于 OpenFog 的雨图方法"])
    #expect(works.map { $0.authors.map(\.name) } == [["王雨", "安昭"]])
  }

  @Test func keepsNamesBeforeThePatent() {
    let works = ReadProfile.publications(
      "- Ada Roe, Bo Poe. Patent: Rain gauge for fens. 2019\n- U.S. patent 12: Deep mud.",
      title: "Patents")
    #expect(works.map { $0.authors.map(\.name) } == [["Ada Roe", "Bo Poe"], []])
    #expect(works.map { $0.note?.text } == [nil, "U.S. patent 12"])
  }
}
