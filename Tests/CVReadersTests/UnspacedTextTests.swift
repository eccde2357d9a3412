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

  @Test func takesASentenceForNoWork() {
    let words = "近年在水文学与雾的观测领域以第一作者在国际期刊上发表多篇文章，并参与多个项目的研究工作。"
    #expect(ReadProfile.publications("- \(words)", title: "学术成果").isEmpty)
  }
}
