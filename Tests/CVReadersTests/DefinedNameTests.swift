// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Names of a definition list below a heading, each with what it is.
@Suite struct DefinedNameTests {
  @Test func takesAHeadingAboveDefinedNamesForAGroup() {
    checkRecords(
      "Experience",
      """
      ### Web pages

      [Tern](https://e.org/1)
      : Maps of rain for mills.

      **Gull**
      : Fog without numbers.
      """,
      [
        "org=Tern; text=Maps of rain for mills; group=Web pages",
        "org=Gull; text=Fog without numbers; group=Web pages",
      ])
  }

  @Test(
    arguments: [
      // A post with its time, labels of one entry, and one name alone.
      "### Engineer, 2019 – 2021\n\n**Tern**\n: Rain.\n\n**Gull**\n: Fog.",
      "### Engineer\n\nTask\n: Rain.\n\nPlace\n: Leeds.",
      "### Engineer\n\n**Tern**\n: Rain of the fens.",
    ])
  func keepsTheHeadingOfOnePost(body: String) {
    #expect(ReadProfile.records("Experience", body).count == 1)
  }

  @Test func readsYearsWithASignOfOrderBetweenThem() {
    checkRecords(
      "Education", "### *2011 > 2016* | MSc in Rain\n\nFen University - Leeds, UK",
      ["title=MSc in Rain; org=Fen University; at=Leeds, UK; when=2011..2016"])
  }

  @Test(arguments: [("編集委員会 認定証", SectionKind.certificates), ("编委工作", .services)])
  func knowsTitlesOfSections(title: String, kind: SectionKind) {
    #expect(ReadProfile.section(title, "- 雨 2020\n- 霧 2021").kind == kind)
  }
}
