// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Headings below that of an entry which say a part of it, or what was done there.
@Suite struct HeadedFieldTests {
  @Test func readsFieldsThatAreHeadings() {
    checkRecords(
      "Experience",
      """
      ### Rain Service (2019 – 2021)
      #### Tech: Swift, SQL
      #### Role: Lead Engineer
      #### Overview
      Gauges for all.

      - Built gauges

      ### Fog Service
      #### Position: Fog Keeper
      #### Period: 2016 – 2018
      - Kept bells
      """,
      [
        """
        org=Rain Service; role=Lead Engineer; when=2019..2021; bullets=["Tech: Swift, SQL", \
        "Overview"]
        """,
        "org=Fog Service; role=Fog Keeper; when=2016..2018; bullets=[\"Kept bells\"]",
      ])
  }

  @Test func readsJapaneseFieldsThatAreHeadings() {
    checkRecords(
      "職務経歴",
      """
      ### 雨量計の開発(2019年 - 2021年)
      #### 使用技術: Swift/SQL
      #### ポジション: 開発リーダー
      - 雨量計を作成
      """,
      [
        """
        org=雨量計の開発; role=開発リーダー; when=2019..2021; \
        bullets=["使用技術: Swift/SQL", "雨量計を作成"]
        """
      ])
  }

  @Test func keepsALabelBelowAnEntryWithWhatItHeads() {
    let page = "### Fen Ltd (2012 – 2014)\n\n#### Responsibilities\n\n- Built gauges\n- Kept bells"
    let points = ReadProfile.records("Experience", page).first?.bullets.first?.children
    #expect(points?.map(\.text.text) == ["Built gauges", "Kept bells"])
    checkRecords(
      "Experience", page,
      ["org=Fen Ltd; when=2012..2014; bullets=[\"Responsibilities\"]"])
  }

  @Test func keepsThePartsOfWhatIsToldTogether() {
    checkRecords(
      "Projects",
      """
      ### Rain Gauge

      #### Overview

      Built for all.

      #### Technologies

      Swift, SQL

      ### Bells

      #### Small Bell

      Built for one.

      #### Large Bell

      Built for two.
      """,
      [
        "title=Rain Gauge; bullets=[\"Overview\", \"Technologies\"]",
        "title=Small Bell; group=Bells; bullets=[\"Built for one.\"]",
        "title=Large Bell; group=Bells; bullets=[\"Built for two.\"]",
      ])
  }

  @Test func keepsDatedProjectsWithTheirEmployer() {
    checkRecords(
      "Experience",
      """
      ### Mud Ltd (2016 – 2022)
      #### Rain gauge project (2016 – 2017)
      - Built gauges
      #### Snow project (2018 – 2022)
      - Built sledges
      """,
      [
        """
        org=Mud Ltd; when=2016..2022; bullets=["Rain gauge project (2016 – 2017)", \
        "Snow project (2018 – 2022)"]
        """
      ])
    checkRecords(
      "職務経歴",
      """
      ### 株式会社雨（2016年4月〜2018年3月）
      雨量計を担当。
      #### 雨量計の構築（2016年4月〜2017年3月）
      - 雨量計を構築
      #### 雪の観測（2017年4月〜2018年3月）
      - 雪を観測
      """,
      [
        """
        org=株式会社雨; when=2016-04..2018-03; bullets=["雨量計を担当。", \
        "雨量計の構築（2016年4月〜2017年3月）", "雪の観測（2017年4月〜2018年3月）"]
        """
      ])
  }

  @Test func keepsDatedPostsApart() {
    checkRecords(
      "Experience",
      """
      ### Mud Ltd (2016 – 2022)
      #### Rain Engineer (2018 – 2022)
      - Built gauges
      #### Intern (2016 – 2017)
      - Built sledges
      """,
      [
        """
        role=Rain Engineer; group=Mud Ltd (2016 – 2022); when=2018..2022; bullets=["Built gauges"]
        """,
        "role=Intern; group=Mud Ltd (2016 – 2022); when=2016..2017; bullets=[\"Built sledges\"]",
      ])
  }

  @Test func keepsADegreeAboveWhatElseWasDone() {
    let degrees = ReadProfile.records(
      "Education",
      """
      #### 2016-2019: MSc Rain

      *Fen University, Leeds*, with a minor in fog

      ##### Additional activities

      - 2018: Secretary of the Fen Society

      #### 2013-2016: BSc Rain

      *Moss College, Leeds*
      """)
    #expect(degrees.map { $0.title?.text } == ["MSc Rain", "BSc Rain"])
    let groups = ReadProfile.records(
      "Education", "### Degrees since 2010\n\n#### MSc Rain, 2012\n\n#### BSc Fog, 2010\n")
    #expect(groups.count == 2)
  }
}
