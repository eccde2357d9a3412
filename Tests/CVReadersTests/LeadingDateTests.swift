// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works that begin with when they came out, and the like of it behind their titles.
@Suite struct LeadingDateTests {
  @Test(arguments: [
    (
      "- 2014: A. Roe, B. Poe. *Wet Maps of Land*. Rain Letters 3.",
      "title=Wet Maps of Land; authors=A. Roe|B. Poe; venue=Rain Letters; vol=3; year=2014"
    ),
    (
      "- March 5th, 2014: [Routing for Small Fens](https://e.org/fens)",
      "title=Routing for Small Fens; year=2014"
    ),
    (
      "- **2017** Roe A, Poe B. Maps again. J Rain 2:3-9.",
      "title=Maps again; authors=Roe A|Poe B; venue=J Rain; vol=2; pp=3-9; year=2017"
    ),
    (
      "- [2016] A. Roe, “Mud and Rain,” *Rain Letters*.",
      "title=Mud and Rain; authors=A. Roe; venue=Rain Letters; year=2016"
    ),
    (
      "- (2015) A. Roe and B. Poe, Muddy shoes, J. Mud 1(2), 3-4.",
      "title=Muddy shoes; authors=A. Roe|B. Poe; venue=J. Mud; vol=1; no=2; pp=3-4; year=2015"
    ),
    (
      "- 2012. Roe, A. Dry socks. J. Socks.",
      "title=Dry socks; authors=Roe, A.; venue=J. Socks; year=2012"
    ),
    (
      "- Wet Old Socks (2013). A. Roe, B. Poe. J. Socks.",
      "title=Wet Old Socks; authors=A. Roe|B. Poe; venue=J. Socks; year=2013"
    ),
    (
      "- 1984: A Study of Rain in Books. *Rain Letters*, 2019.",
      "title=1984: A Study of Rain in Books; venue=Rain Letters; year=2019"
    ),
  ])
  func readsTheYear(_ source: String, _ expected: String) {
    #expect(ReadProfile.publications(source).map(\.summary) == [expected])
  }

  @Test func readsAPostInBoldBelowItsTime() {
    checkRecords(
      "Experience",
      """
      ### February 2019 – June 2021
      **Rain Engineer & Keeper of the Old Gauges (part-time)** | Office of All the Rain of the North
      - Gauges, built and kept (ISO 9001:2015)
      - Maps: wet, dry
      - Reports

      ### 2015 – 2018
      **Quality – ISO 9001:2015** | Acme Inc.
      - Reports
      """,
      [
        """
        org=Office of All the Rain of the North; \
        role=Rain Engineer & Keeper of the Old Gauges (part-time); when=2019-02..2021-06; \
        bullets=["Gauges, built and kept (ISO 9001:2015)", "Maps: wet, dry", "Reports"]
        """,
        "org=Acme Inc.; role=Quality – ISO 9001:2015; when=2015..2018; bullets=[\"Reports\"]",
      ])
  }

  @Test func readsSeveralPostsBelowOneTime() {
    checkRecords(
      "Experience",
      """
      ### 2019 – 2021

      **Rain Engineer** | Acme

      - Gauges

      **Fog Engineer** | Fen Ltd

      - Maps
      """,
      [
        "org=Acme; role=Rain Engineer; when=2019..2021; bullets=[\"Gauges\"]",
        "org=Fen Ltd; role=Fog Engineer; when=2019..2021; bullets=[\"Maps\"]",
      ])
  }

  @Test func readsCzech() {
    checkRecords(
      "Pracovní zkušenosti", "- září 2016 – dosud: Acme, vývojářka\n",
      ["org=Acme; role=vývojářka; when=2016-09.."])
    checkRecords(
      "Vzdělání", "- 2012–2016: Fenská univerzita, Mgr. z meteorologie\n",
      ["title=Mgr. z meteorologie; org=Fenská univerzita; when=2012..2016"])
  }
}
