// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries of which the parts, or the names of the parts, stand in blocks of their own.
@Suite struct PartedEntryTests {
  private func works(_ body: String) -> [String] {
    ReadProfile.publications(body).map { work in
      let names = work.authors.map(\.name).joined(separator: ", ")
      return "\(work.title.text) | \(names) | \(work.venue?.text ?? "")"
    }
  }

  @Test func joinsTheParagraphsOfAWork() {
    let linked = """
      [Maps of rain in a dry year](https://example.org/1)

      Ada Roe, Bo Poe*, et al.

      Abstract: Rain is wet. We say why.

      [Maps of mud in a wet year](https://example.org/2)

      Bo Poe, Ada Roe

      Rain Letters, 2020
      """
    #expect(
      works(linked) == [
        "Maps of rain in a dry year | Ada Roe, Bo Poe, … | ",
        "Maps of mud in a wet year | Bo Poe, Ada Roe | Rain Letters",
      ])
    let defined =
      "**Maps of mud**\n: RAIN 2021\n: *with Bo Poe.*\n\n**Maps of fog**\n: RAIN 2020\n: A. Roe\n"
    #expect(
      works(defined) == [
        "Maps of mud | Bo Poe | RAIN", "Maps of fog | A. Roe | RAIN",
      ])
  }

  @Test func readsAHeadingAboveNamesAndValuesAsAnEntry() {
    let entry = """
      ## Task: a gauge

      - **Link**: [example.org](https://example.org)
      - **Period**: 2024.11-2025.2

      ### Duties

      1. Built the bucket.
      2. Wound the clock.

      ### Results

      - It rings.
      """
    checkRecords(
      "Projects", entry,
      [
        "title=Task: a gauge; when=2024-11..2025-02; "
          + "bullets=[\"Link: example.org\", \"Duties\", \"Results\"]"
      ])
    checkRecords(
      "Projects", "## Maps\n\nOf rain.\n\n### Atlas\n\nPaper.\n\n### Globe\n\nGlass.\n",
      [
        "title=Atlas; group=Maps; bullets=[\"Paper.\"]",
        "title=Globe; group=Maps; bullets=[\"Glass.\"]",
      ])
  }

  @Test func namesCertificatesByParagraphsAndPictures() {
    checkRecords(
      "Certificates", "Rain Essentials.\n\nMaps of Mud.\n",
      ["title=Rain Essentials", "title=Maps of Mud"])
    let badges = """
      ## Rain

      [![Rain Practitioner](a.png)](https://example.org/1)
      ![Rain Foundation](b.png)

      ## Mud

      - [Dig a ditch](https://example.org/2)
      - [Line a pond](https://example.org/3)
      """
    checkRecords(
      "Certificates", badges,
      [
        "title=Rain Practitioner; group=Rain", "title=Dig a ditch; group=Mud",
        "title=Line a pond; group=Mud",
      ])
  }

  @Test func readsLinksBelowAHeadingOfAnotherSectionAsItsEntries() {
    let page = """
      # Education

      - PhD, Fen, 2020

      # Latest Posts

      ## Blog

      - [Rain: a diary](https://example.org/1)
      - [On mud](https://example.org/2)

      ## Updates

      - [On fog](https://example.org/3)
      - [On dew](https://example.org/4)
      """
    let posts = ReadProfile(page).profile.sections.last?.entries ?? []
    let read = posts.compactMap { entry -> String? in
      if case .record(let record) = entry { record.summary } else { nil }
    }
    #expect(
      read == [
        "title=Rain: a diary; group=Blog", "title=On mud; group=Blog",
        "title=On fog; group=Updates", "title=On dew; group=Updates",
      ])
  }

  @Test func namesSocietiesByParagraphs() {
    checkRecords(
      "Professional Associations",
      "Rain and Fog Association\n\nDew Network\n\nFen Ethics Committee, Member (2011-2013)\n",
      [
        "title=Rain and Fog Association", "title=Dew Network",
        "title=Fen Ethics Committee, Member; when=2011..2013",
      ])
    checkRecords(
      "Bar Admissions",
      "## State\n\nFenland (Inactive)\n\nOlm\n\n## Federal\n\nDistrict of Olm\n\nMud Court\n",
      [
        "title=Fenland (Inactive); group=State", "title=Olm; group=State",
        "title=District of Olm; group=Federal", "title=Mud Court; group=Federal",
      ])
  }

  @Test func readsCertificatesWhoseLinesAreParagraphs() {
    checkRecords(
      "Certifications",
      """
      **Certified Gauge Driver**

      Office of Rain

      June 2021

      **Certified Bell Ringer**

      Guild of Bells

      May 2019
      """,
      [
        "title=Certified Gauge Driver; org=Office of Rain; when=2021-06",
        "title=Certified Bell Ringer; org=Guild of Bells; when=2019-05",
      ])
  }

  @Test func takesSentencesUpToARuleForThoseOfAWork() {
    let page = """
      **Slow maps of the wet land**\u{20}\u{20}
      Ada Roe, Bo Poe, Cy Moe.

      *2021* [[PDF](https://example.org/1)]

      Slow Maps (2021) draws the land as the rain leaves it, and says where mud stood before all \
      of it had gone.

      ---

      **Mud maps of the dry land**\u{20}\u{20}
      Ada Roe, Cy Moe.
      *2019*

      The maps of Mud (2019) show what a dry land was in a wet year, and what of it was left when \
      that ended.

      ---
      """
    #expect(
      ReadProfile.publications(page).map { [$0.title.text, "\($0.year ?? 0)"] } == [
        ["Slow maps of the wet land", "2021"], ["Mud maps of the dry land", "2019"],
      ])
    // A reference above the rule is a work of its own.
    let listed = """
      **Slow maps of the wet land**\u{20}\u{20}
      Ada Roe, Bo Poe, Cy Moe.
      *2021*

      Ada Roe, Bo Poe. “Mud maps of the dry land and of the wet fens of all the north.” Rain 2019.

      ---
      """
    #expect(ReadProfile.publications(listed).count == 2)
  }
}
