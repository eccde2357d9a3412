// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries of which each field has its name before it.
@Suite struct KeyedEntryTests {
  private let post = "org=Acme Ltd; role=Engineer; when=2019..2021; bullets=[\"Tasks: gauges\"]"

  @Test(arguments: [
    """
    - **Position:** Engineer
    - **Company:** Acme Ltd
    - **Period:** 2019 – 2021
    - Tasks: gauges
    """,
    """
    **Company:** Acme Ltd
    **Position:** Engineer
    **Tasks:** gauges
    **Period:** 2019 – 2021
    """,
    """
    Position
    : Engineer

    Company
    : Acme Ltd

    Tasks
    : gauges

    Period
    : 2019 – 2021
    """,
    """
    | | |
    |--|--|
    | Position | Engineer |
    | Company | Acme Ltd |
    | Period | 2019 – 2021 |
    | Tasks | gauges |
    """,
  ])
  func readsNamesAndValues(_ source: String) {
    checkRecords("Experience", source, [post])
  }

  @Test func knowsThatAPostIsHeld() {
    checkRecords(
      "Experience", "- Position: Engineer\n- Company: Acme Ltd\n- Start date: 3 May 2013",
      ["org=Acme Ltd; role=Engineer; when=since 2013-05-03"])
  }

  @Test func beginsAnEntryWhereTheFirstNameComesAgain() {
    checkRecords(
      "Education",
      """
      - Degree: MSc in Rain
      - School: Fen University
      - Since: 3 June 2013

      I measured it wherever it fell.

      - Degree: BSc in Maps
      - School: Moor College
      - Degree: GCSE
      - School: Mill School
      """,
      [
        "title=MSc in Rain; org=Fen University; when=2013-06-03; bullets=[\"I measured it wherever it fell.\"]",
        "title=BSc in Maps; org=Moor College", "title=GCSE; org=Mill School",
      ])
  }

  @Test func saysATermWithItsValue() {
    let page = ReadProfile("# About me\n\nBorn\n: 1983\n\nFrom\n: Leeds\n").profile
    #expect(page.paragraphs == ["Born: 1983", "From: Leeds"])
  }
}
