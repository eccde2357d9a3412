// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Chinese text, in which no space parts words.
@Suite struct UnspacedTextTests {
  @Test func partsASchoolFromTheDegreeBehindIt() {
    checkRecords(
      "教育经历", "- 2010年 获远山大学水文学学士学位\n- 2016年 远山大学水文学硕士",
      [
        "title=水文学学士学位; org=远山大学; when=2010", "title=水文学硕士; org=远山大学; when=2016",
      ])
  }

  @Test(arguments: [
    ("罗文山简历", "罗文山"), ("罗文山個人簡歷", "罗文山"), ("中文简历", nil), ("个人简历", nil),
  ])
  func takesTheWordForThePageOffAName(heading: String, name: String?) {
    #expect(ReadProfile("# \(heading)\n\n## 技能\n\n- 雨\n").profile.name?.text == name)
  }

  @Test func partsATownBehindItsCountryFromAnEmployer() {
    checkRecords(
      "工作经历",
      """
      ### 2016年九月 - 2017八月 (Acme Rain 中国临溪)

      - 职位：工程师

      ### 2013年五月 - 2016八月 (The Mill 中国临溪/日本川辺)

      - 职位：工程师

      ### 2010五月 - 2013二月 (远山大学 雨水实验室)

      - 职位：工程师
      """,
      [
        "org=Acme Rain; role=工程师; at=中国临溪; when=2016-09..2017-08",
        "org=The Mill; role=工程师; at=中国临溪/日本川辺; when=2013-05..2016-08",
        "org=远山大学 雨水实验室; role=工程师; when=2010-05..2013-02",
      ])
  }

  @Test func takesASentenceForNoWork() {
    let words = "近年在水文学与雾的观测领域以第一作者在国际期刊上发表多篇文章，并参与多个项目的研究工作。"
    #expect(ReadProfile.publications("- \(words)", title: "学术成果").isEmpty)
  }

  @Test func readsAPostThatAFrameNames() {
    checkRecords(
      "職務経歴",
      """
      ### 2019年4月-6月

      雨量計の開発を担当。\u{20}\u{20}

      **【規模】**\u{20}\u{20}
      6名

      **【ロール】**\u{20}\u{20}
      水車係

      ### 2018年4月-2019年3月

      雨と霧の地図の作成。

      **【ロール】**\u{20}\u{20}
      地図を描き、雨を測った。
      """,
      [
        "role=水車係; when=2019-04..2019-06; bullets=[\"雨量計の開発を担当。\", \"【規模】\", \"6名\"]",
        """
        when=2018-04..2019-03; \
        bullets=["雨と霧の地図の作成。", "【ロール】", "地図を描き、雨を測った。"]
        """,
      ])
  }

  @Test func partsAUniversityFromAPartOfIt() {
    checkRecords(
      "教育经历",
      """
      - 2021 – 2025 远山大学，水文智能学院，硕士
      - 2019 – 2021 学士，雨科学系，北溪大学，中国。
      - 2018 – 2019 远山大学，北溪大学，博士
      - 2016 – 2018 水文学院，雨科学系，硕士
      """,
      [
        "title=硕士; org=远山大学; text=水文智能学院; when=2021..2025",
        "title=学士; org=北溪大学; at=中国; text=雨科学系; when=2019..2021",
        "title=博士; org=远山大学，北溪大学; when=2018..2019",
        "title=硕士; org=水文学院，雨科学系; when=2016..2018",
      ])
  }

  @Test func keepsASentenceWithLinksAboveTheSections() {
    let rest = "\n\n## 教育\n\n- 2020 博士，北溪大学\n"
    let told = ReadProfile(
      "我是远山大学雨科学系 [RAIN](http://rain.cn/) 的四年级博士生，导师是 [陈雨](http://rain.cn/cy) 教授。" + rest)
    #expect(told.profile.paragraphs.count == 1)
    #expect(told.profile.contacts.isEmpty)
    let row = ReadProfile("[主页](http://rain.cn/) | ada@example.org" + rest)
    #expect(row.profile.paragraphs.isEmpty)
    #expect(row.profile.contacts.count == 2)
  }
}
