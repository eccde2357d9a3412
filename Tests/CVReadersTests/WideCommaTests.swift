// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works in East Asian letters, between whose fields wide commas stand.
@Suite struct WideCommaTests {
  private let works = """
    * 国内会議・研究会
        * **沢田葦**・苔野霧子・雨宮泉，雨の自動推定，日本雨学会　霧と露の研究会，2019年7月．[\\[paper\\]](https://e.org/x)
        * **沢田葦**・雨宮泉，雨による霧の生成，雨学会大会論文集，2019年6月．
    """

  @Test func partsTheFieldsOfAWork() {
    let read = ReadProfile.publications(works, title: "論文")
    #expect(read.map(\.title.text) == ["雨の自動推定", "雨による霧の生成"])
    #expect(read.map { $0.venue?.text ?? "" } == ["日本雨学会 霧と露の研究会", "雨学会大会論文集"])
    #expect(read.map(\.year) == [2019, 2019])
    #expect(read.map(\.authors.count) == [3, 2])
    #expect(read.map { $0.group?.text } == ["国内会議・研究会", "国内会議・研究会"])
  }

  @Test func keepsAWideCommaInATitleBeforeAStop() {
    let read = ReadProfile.publications(
      "- 沢田葦，雨宮泉．霧と雨，そして露の研究．雨学会，2019年．", title: "論文")
    #expect(read.map(\.title.text) == ["霧と雨，そして露の研究"])
  }

  @Test func takesServicesThatAreWorksForThese() {
    #expect(ReadProfile.section("学会活動", works).kind == .publications)
    let services = "* 査読\n    * 雨学会，2019年\n    * 霧学会，2020年\n"
    #expect(ReadProfile.section("学会活動", services).kind == .services)
    let duties = "- Ada Roe, Bo Poe: chairs of Rain Week\n- Reviewer for Fen Letters, 2020\n"
    #expect(ReadProfile.section("Academic Service", duties).kind == .services)
  }

  @Test func readsALegendBelowTheNames() {
    let card = """
      ### Rain worlds of the slow fens

      Ada Roe\\*, Bo Poe\\*, Cy Doe†, Di Moe  
      (\\* Equal contribution; † Corresponding)

      *Rain Letters*, 2020
      """
    let work = ReadProfile.publications(card).first
    #expect(work?.authors.map(\.isCorresponding) == [false, false, true, false])
    #expect(work?.authors.map(\.contributedEqually) == [true, true, false, false])
  }
}
