// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Headings above a paragraph that says first when and where, and then what was done.
@Suite struct DatedOpeningTests {
  @Test func readsPostsAboveDatesAndWhatWasDone() {
    checkRecords(
      "Experience",
      """
      ### Rain Engineer
      **2017 -- 2018** Fen Works • Leeds, UK
      My gauges measured how much of the rain fell on wet land.

      ### Technician
      **2009** Fen Works • Leeds, UK
      Tests of mud. Defining how gauges are kept.
      """,
      [
        """
        org=Fen Works; role=Rain Engineer; at=Leeds, UK; when=2017..2018; \
        bullets=["My gauges measured how much of the rain fell on wet land."]
        """,
        """
        org=Fen Works; role=Technician; at=Leeds, UK; when=2009; \
        bullets=["Tests of mud. Defining how gauges are kept."]
        """,
      ])
    checkRecords(
      "Ehrenamt",
      """
      ### IT-Systemadministratorin
      **Regenwacht e.V.**  \n*2016 - heute*  \nSeit 2016 bin ich bei der Regenwacht und \
      betreue dort seit einigen Jahren vor allem die Rechner und die Karten des Vereins.
      """,
      [
        """
        org=Regenwacht e.V.; role=IT-Systemadministratorin; when=2016..; \
        bullets=["Seit 2016 bin ich bei der Regenwacht und betreue dort seit einigen Jahren vor \
        allem die Rechner und die Karten des Vereins."]
        """
      ])
  }

  @Test func readsPrizesAboveDatesAndWhatTheyWereFor() {
    checkRecords(
      "Awards",
      """
      ### Travel grant
      **2014** The Fen Foundation  \n*I obtained a grant to go to Leeds and show my maps of rain.*

      ### Tern Prize
      Given to me for a map of all the rain that fell on Fen in one long and wet year.
      """,
      [
        """
        title=Travel grant; org=The Fen Foundation; when=2014; \
        bullets=["I obtained a grant to go to Leeds and show my maps of rain."]
        """,
        """
        title=Tern Prize; \
        bullets=["Given to me for a map of all the rain that fell on Fen in one long and wet year."]
        """,
      ])
  }

  @Test func readsPartsAboveDatesAndBodies() {
    checkRecords(
      "Other Activities",
      """
      ### Translator
      **2016 -- 2017** Rain Press  \n*I translate short texts for children into the words of Fen.*
      """,
      [
        """
        org=Rain Press; role=Translator; when=2016..2017; \
        bullets=["I translate short texts for children into the words of Fen."]
        """
      ])
    let duties = ReadProfile.section(
      "Representation Duties",
      """
      ### PhD student representative
      **2014** Rain Board • Leeds, UK  \n*I was elected to the board of the school.*

      ### Student representative
      **2013** Fen University • Leeds, UK  \n*I was elected to the board of the department.*
      """)
    #expect(duties.kind == .services)
  }

  /// Lines that each say when are entries, and a heading above them names their group; so does one
  /// above a sentence that names the prize itself.
  @Test func leavesGroupsAlone() {
    checkRecords(
      "Awards",
      """
      ### Fen University
      **2014** Tern Prize  \n**2015** Rain Medal

      ### Leeds College
      In my first year there I was given the Tern Award for my maps of the rain in Fen.
      """,
      [
        "title=Tern Prize; group=Fen University; when=2014",
        "title=Rain Medal; group=Fen University; when=2015",
      ])
  }

  @Test func takesTheSchoolInBoldBelowAField() {
    checkRecords(
      "Ausbildung",
      """
      ### Studium: [Regentechnik, Vertiefung Nebel](https://e.org/regen)
      **Technische Universität Fen**  \n*Oktober 2022 - heute*  \nMaster of Science

      * Schwerpunkt Tau
      """,
      [
        """
        title=Studium; org=Technische Universität Fen; \
        text=Regentechnik, Vertiefung Nebel, Master of Science; when=2022-10..; \
        bullets=["Schwerpunkt Tau"]
        """
      ])
  }

  @Test func takesTheYearOfAStandardForNoDate() {
    checkRecords(
      "Certificates",
      "- Mud Belt, ISO 9001:2015, Fen Academy\n- Rain Belt: 2016",
      ["title=Mud Belt, ISO 9001:2015, Fen Academy", "title=Rain Belt; when=2016"])
  }
}
