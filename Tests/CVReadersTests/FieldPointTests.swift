// SPDX-License-Identifier: MIT
import Testing

/// Points and groups that are fields of the entries below or above them.
@Suite struct FieldPointTests {
  @Test(arguments: ["Projects", "Experience"])
  func takesDateAndPlaceFromTheFirstPoints(section: String) {
    let name = section == "Projects" ? "title" : "org"
    checkRecords(
      section,
      """
      ## Tern Press

      * Dec 2014 - Dec 2016 (2 years)
      * Leeds, UK
      * Kept the gauges

      ## Fen Press

      * May – July 2011 (3 months)
      * Kept the maps, Leeds
      """,
      [
        "\(name)=Tern Press; at=Leeds, UK; when=2014-12..2016-12; bullets=[\"Kept the gauges\"]",
        "\(name)=Fen Press; when=2011-05..2011-07; bullets=[\"Kept the maps, Leeds\"]",
      ])
  }

  @Test func leavesPointsThatSayMore() {
    checkRecords(
      "Experience", "## Tern Press, 2012\n\n* Since 2014 (two editions) the atlas\n* Leeds, UK\n",
      [
        "org=Tern Press; when=2012; bullets=[\"Since 2014 (two editions) the atlas\", \"Leeds, UK\"]"
      ])
  }

  @Test func takesThePostOfAGroup() {
    checkRecords(
      "Experience",
      """
      ## Research Assistant

      - Fen Institute (Sept 2015 - present)
          - Kept gauges.
      - Université Moss (Jan 2014 - Sept 2015)
          - Kept maps.

      ## Internships

      - Mudford Institute (2012 - 2013)
          - Kept books.
      """,
      [
        "org=Fen Institute; role=Research Assistant; when=2015-09..; bullets=[\"Kept gauges.\"]",
        """
        org=Université Moss; role=Research Assistant; when=2014-01..2015-09; \
        bullets=["Kept maps."]
        """,
        "org=Mudford Institute; group=Internships; when=2012..2013; bullets=[\"Kept books.\"]",
      ])
  }

  @Test func takesADegreeInChineseFromTheFirstPoint() {
    checkRecords(
      "教育经历",
      """
      * 苔州大学, 2015 - 2019
        * 工商管理学士，会计学
      * 苔州学院, 2011 - 2015
        * 研究雨水
      """,
      [
        "title=工商管理学士，会计学; org=苔州大学; when=2015..2019",
        "org=苔州学院; when=2011..2015; bullets=[\"研究雨水\"]",
      ])
  }
}
