// SPDX-License-Identifier: MIT
import Testing

/// Heads whose lines are paragraphs, the last of which says only when it was.
@Suite struct LinesAboveDateTests {
  @Test func partsLinesOfWhichOneLacksItsBreak() {
    checkRecords(
      "Awards",
      "Fen Prize, May 2019\\\nTern Fellowship, Fen University, 2018\nMud Medal, 2004 – 2005\\\n"
        + "Mill Prize, 2003\n",
      [
        "title=Fen Prize; when=2019-05", "title=Tern Fellowship, Fen University; when=2018",
        "title=Mud Medal; when=2004..2005", "title=Mill Prize; when=2003",
      ])
  }

  @Test func takesADegreeBeforeTheMinorBelowIt() {
    checkRecords(
      "Education",
      "B.S. Rain Studies, Fen University, Leeds, UK, Dec, 1999  \nMinor in Mud Maps\n",
      [
        """
        title=B.S. Rain Studies; org=Fen University; at=Leeds, UK; text=Minor in Mud Maps; \
        when=1999-12
        """
      ])
  }

  @Test func takesAShortFormForTheEndOfATitleOfAGrant() {
    checkRecords(
      "Funding",
      """
      2023–25 — Towards Drier Fens (ToDry), consortium member, Rain Europe CL2, €180 000.

      2019–20 — Slow Maps of Mud, PI, Fen Trust, €200 000.

      2018 — Fen Research Council (FRC), wet maps, €100.
      """,
      [
        """
        title=Towards Drier Fens (ToDry); text=consortium member, Rain Europe CL2, €180 000; \
        when=2023..2025
        """,
        "title=Slow Maps of Mud; role=PI; text=Fen Trust, €200 000; when=2019..2020",
        "title=Fen Research Council (FRC), wet maps, €100; when=2018",
      ])
  }

  @Test func readsAnEmployerAboveADate() {
    checkRecords(
      "Experience",
      """
      **Rain Engineer & Bell Lead**

      Acme / Moss, Leeds

      September, 2021 - Present

      - Led a team

      **Fog Engineer**

      Acme, Leeds

      May 2018 - June 2020

      - Built gauges
      """,
      [
        "org=Acme / Moss; role=Rain Engineer & Bell Lead; at=Leeds; when=2021-09..; "
          + "bullets=[\"Led a team\"]",
        "org=Acme; role=Fog Engineer; at=Leeds; when=2018-05..2020-06; "
          + "bullets=[\"Built gauges\"]",
      ])
  }

  @Test func readsADegreeAboveADateAndAList() {
    checkRecords(
      "Education",
      """
      MSc in Rain and Mathematics, Fen University, Leeds, UK

      2018 - 2019

      - Courses: Rain, Fog

      BSc in Bells

      Fen College

      May 2014 - June 2017

      - Sang
      """,
      [
        "title=MSc in Rain and Mathematics; org=Fen University; at=Leeds, UK; when=2018..2019; "
          + "bullets=[\"Courses: Rain, Fog\"]",
        "title=BSc in Bells; org=Fen College; when=2014-05..2017-06; bullets=[\"Sang\"]",
      ])
  }

  @Test func takesNoRemarkBehindADateForAnEmployer() {
    checkRecords(
      "Experience",
      """
      ### Rain Engineer

      Acme, Leeds, UK

      May 2018 - June 2020 *(Contingent)*

      **Done**
      - Built gauges

      ### Fog Engineer

      University of the Fens, Laboratory of Bo Poe, Leeds, UK

      May 2014 - June 2017
      """,
      [
        "org=Acme; role=Rain Engineer; at=Leeds, UK; text=Contingent; when=2018-05..2020-06; "
          + "bullets=[\"Done\"]",
        "org=University of the Fens, Laboratory of Bo Poe; role=Fog Engineer; at=Leeds, UK; "
          + "when=2014-05..2017-06",
      ])
  }

  @Test func keepsASentenceAboveADate() {
    checkRecords(
      "Experience",
      """
      ### Rain Engineer, Acme

      I built gauges of all kinds.

      May 2018 - June 2020
      """,
      [
        "org=Acme; role=Rain Engineer; "
          + "bullets=[\"I built gauges of all kinds.\", \"May 2018 - June 2020\"]"
      ])
  }

  @Test func readsPlainLinesAboveADate() {
    checkRecords(
      "Employment",
      """
      Senior Rain Engineer

      Acme Ltd, Leeds

      January 2020 – Present

      I lead a team that builds gauges.

      Fog Engineer

      Bolt GmbH, Ely

      March 2015 – December 2019
      """,
      [
        "org=Acme Ltd; role=Senior Rain Engineer; at=Leeds; when=2020-01..; "
          + "bullets=[\"I lead a team that builds gauges.\"]",
        "org=Bolt GmbH; role=Fog Engineer; at=Ely; when=2015-03..2019-12",
      ])
    checkRecords(
      "Education", "Fen College\n\nBachelor of Fog\n\n2010 – 2013",
      ["title=Bachelor of Fog; org=Fen College; when=2010..2013"])
  }
}
