// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Pages set with blanks in a block of code.
@Suite struct FixedWidthTests {
  @Test func readsFixedWidthPages() {
    let page = ReadProfile(
      """
      ```text
      Ada Roe

      EXPERIENCE

      2018-2023    Acme Gauges, Engineer ---------- Leeds
                   Built a gauge
      2016-2018    Bolt Ltd, Operator ------------- Leeds

      LANGUAGES

      English      native
      ```
      """)
    #expect(page.profile.name?.text == "Ada Roe")
    #expect(page.profile.sections.map(\.kind) == [.experience, .languages])
    #expect(
      page.summaries == [
        "org=Acme Gauges; role=Engineer; at=Leeds; when=2018..2023; bullets=[\"Built a gauge\"]",
        "org=Bolt Ltd; role=Operator; at=Leeds; when=2016..2018", "title=English; text=native",
      ])
  }

  @Test func joinsLinesThatHadNoRoom() {
    let page = ReadProfile(
      """
      ```text
      Ada Roe

      -----------------------------------------------------
      Leeds UK        ada@example.org        gauges.example

      EXPERIENCE

      2018-2023    Acme, Engineer ------------- Mudford MA
         Lead the design of gauges, and of the bells that
         ring. Wrote a book.
         - Kept accounts

      2016-2018    Fen University, Clerk --------- Leeds UK

      SKILLS

      Languages  Rust, Go, German, Frisian, Swift, and more
                 than that
      Frameworks Gauges, Bells
                 Clocks
      ```
      """)
    #expect(page.profile.contacts.map(\.text).contains("ada@example.org"))
    #expect(
      page.summaries == [
        """
        org=Acme; role=Engineer; at=Mudford MA; when=2018..2023; bullets=["Lead the design of \
        gauges, and of the bells that ring. Wrote a book.", "Kept accounts"]
        """,
        "org=Fen University; role=Clerk; at=Leeds UK; when=2016..2018",
        "title=Languages; text=Rust, Go, German, Frisian, Swift, and more than that",
        "title=Frameworks; text=Gauges, Bells; bullets=[\"Clocks\"]",
      ])
  }

  @Test func partsRowsAtLeadersAlone() {
    let page = ReadProfile(
      """
      ```
      EDUCATION

      BSc in Rain ---------- Fen University
      A minor in mud.

      PUBLICATIONS

      2021 “On Rain and Its Maps” ------------- Rain Letters
           Tells of rain.
      ```
      """)
    #expect(page.summaries.first == "title=BSc in Rain; org=Fen University")
    let works = page.profile.sections.flatMap(\.entries).compactMap { entry in
      if case .publication(let work) = entry { work.summary } else { nil }
    }
    #expect(
      works == [
        "title=On Rain and Its Maps; venue=Rain Letters; year=2021; about=[\"Tells of rain.\"]"
      ])
  }
}
