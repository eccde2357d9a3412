// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Posts whose time stands in or above the heading of their employer.
@Suite struct LoweredDateTests {
  @Test func readsPostsBelowAnEmployerThatSaysWhen() {
    checkRecords(
      "Experience",
      """
      ### [**Acme (A1)**](https://e.org) [03-2021 - Present]

      #### **Rain Engineer (Lead)** - gauges, bells & mills

      - Built gauges

      #### Rain Engineer (Junior) - gauges

      - Cast bells

      ### Bolt Works (2016 – 2018)

      #### Gauge for mills

      - Kept a gauge

      #### Bell for schools

      - Kept a bell
      """,
      [
        """
        org=Acme (A1); role=Rain Engineer (Lead); text=gauges, bells & mills; \
        group=Acme (A1) [03-2021 - Present]; bullets=["Built gauges"]
        """,
        """
        org=Acme (A1); role=Rain Engineer (Junior); text=gauges; \
        group=Acme (A1) [03-2021 - Present]; bullets=["Cast bells"]
        """,
        """
        org=Bolt Works; when=2016..2018; bullets=["Gauge for mills", "Bell for schools"]
        """,
      ])
  }

  @Test func tellsPostsFromDegreesInOneSection() {
    let source = { (title: String) in
      """
      ## \(title)

      Rain Engineer, Acme Gauges, Leeds, UK, 2012 – 2019

      MSc Rain Studies, Fen University, Leeds, UK, 2010 – 2012

      ## Skills

      - Mud
      """
    }
    let mixed = ReadProfile(source("Education and Research Experience")).summaries
    #expect(
      mixed.prefix(2) == [
        "org=Acme Gauges; role=Rain Engineer; at=Leeds, UK; when=2012..2019",
        "title=MSc Rain Studies; org=Fen University; at=Leeds, UK; when=2010..2012",
      ])
    let plain = ReadProfile(source("Experience")).summaries
    #expect(plain.dropFirst().first?.contains("role=MSc Rain Studies") == true)
  }

  @Test func readsDatesAboveHeadings() {
    checkRecords(
      "Work",
      """
      <date>2018 — Present</date>
      ### Fog & Mill
      #### Rain Engineer

      Fog & Mill builds mills.

      ##### Goals

      - Built gauges

      <date>2015 – 2018</date>
      ### Acme
      #### Bell Founder

      Acme casts bells.
      """,
      [
        """
        org=Fog & Mill; role=Rain Engineer; when=2018..; \
        bullets=["Fog & Mill builds mills.", "Goals"]
        """,
        """
        org=Acme; role=Bell Founder; when=2015..2018; bullets=["Acme casts bells."]
        """,
      ])
  }

  @Test func keepsAYearAboveSeveralHeadingsAsThatOfAGroup() {
    let records = ReadProfile.records(
      "Projects",
      """
      2019

      ### Gauge

      A gauge for mills, made of tin.

      ### Bell

      A bell for schools, made of tin.
      """)
    #expect(records.map { $0.title?.text } == ["Gauge", "Bell"])
    #expect(records.allSatisfy { $0.dates == nil })
  }
}
