// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Several posts below the one name of where they were.
@Suite struct PostsBelowNameTests {
  @Test func readsPostsBelowANameInBold() {
    checkRecords(
      "Experience",
      """
      **Acme Gauges** — Berlin

      **Rain Engineer** | Jan 2020 – Present

      - Built gauges.

      **Trainee** | 2018 – 2019

      - Read gauges.

      **Blue Studio** — Leeds

      **Designer** | 2016 – 2018

      - Drew gauges.
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; at=Berlin; when=2020-01..; bullets=["Built gauges."]
        """,
        "org=Acme Gauges; role=Trainee; at=Berlin; when=2018..2019; bullets=[\"Read gauges.\"]",
        "org=Blue Studio; role=Designer; at=Leeds; when=2016..2018; bullets=[\"Drew gauges.\"]",
      ])
  }

  @Test func readsPostsInAnyStyleBelowAHeading() {
    checkRecords(
      "Experience",
      """
      ### Acme Gauges

      *Rain Engineer* (2020 – 2021)

      - Built gauges.

      *Trainee* (2018 – 2019)

      - Read gauges.

      ### Blue Studio

      - Designer (2016 – 2018)
      - **Junior Designer**, 2014 – 2016
      """,
      [
        "org=Acme Gauges; role=Rain Engineer; when=2020..2021; bullets=[\"Built gauges.\"]",
        "org=Acme Gauges; role=Trainee; when=2018..2019; bullets=[\"Read gauges.\"]",
        "org=Blue Studio; role=Designer; when=2016..2018",
        "org=Blue Studio; role=Junior Designer; when=2014..2016",
      ])
  }

  @Test func endsAtATitleOfOtherPosts() {
    let posts = ReadProfile.records(
      "Experience",
      """
      **Acme Gauges**

      Engineer, 2019 – present

      We built gauges.

      **Previous Positions**

      Designer, 2016 – 2018

      We drew gauges.
      """)
    #expect(posts.map { $0.role?.text } == ["Engineer", "Designer"])
  }

  /// A group of posts elsewhere has no name of its own place.
  @Test func keepsTheTitleOfAGroup() {
    checkRecords(
      "Experience",
      """
      ### Full-time

      - Designer, Blue Studio, 2016 – 2018
      - Trainee, Red Studio, 2014 – 2016
      """,
      [
        "org=Blue Studio; role=Designer; group=Full-time; when=2016..2018",
        "org=Red Studio; role=Trainee; group=Full-time; when=2014..2016",
      ])
  }

  @Test func keepsALabelBetweenAPostAndItsPoints() {
    checkRecords(
      "Experience",
      """
      **Rain Engineer**, Acme Gauges, 2020 – 2021

      Responsibilities:

      - Built gauges.
      - Kept gauges.

      **Designer**, Blue Studio, 2016 – 2018

      Responsibilities:

      - Designer of more gauges.
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; when=2020..2021; \
        bullets=["Responsibilities:"]
        """,
        """
        org=Blue Studio; role=Designer; when=2016..2018; \
        bullets=["Responsibilities:"]
        """,
      ])
  }
}
