// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Fields that lines and points name, dates of groups, and entries in quotations.
@Suite struct NamedEmployerTests {
  @Test func takesTheDegreeThatAPointNames() {
    checkRecords(
      "Education",
      """
      ### Fen University

      - Degree: PhD in Rain
      - Period: 2023 - 2027
      - GPA: 3.9/4.0

      ### Moss College

      - Course: a long one on rain
      - **Years:** 2019 - 2023
      """,
      [
        #"title=PhD in Rain; org=Fen University; when=2023..2027; bullets=["GPA: 3.9/4.0"]"#,
        #"org=Moss College; when=2019..2023; bullets=["Course: a long one on rain"]"#,
      ])
  }

  @Test func takesTheEmployerThatALineNames() {
    checkRecords(
      "Experience",
      """
      **Rain Engineer**\\
      Company: Acme Research\\
      Duration: Mar 2023 – Aug 2025\\
      Wrote the yearly outlook for three countries.
      """,
      [
        "org=Acme Research; role=Rain Engineer; "
          + "text=Wrote the yearly outlook for three countries.; when=2023-03..2025-08"
      ])
  }

  @Test func datesWhatStandsBelowATime() {
    checkRecords(
      "Service", "**Since 2022**\n\n- Board of Moss\n\n**2020**\n\n- Reviewer\n",
      ["title=Board of Moss; when=since 2022", "title=Reviewer; when=2020"])
    checkRecords(
      "Service", "**Boards**\n\n- Moss\n- Fen\n", ["title=Boards: Moss", "title=Boards: Fen"])
  }

  @Test func readsAPostInAQuotation() {
    checkRecords(
      "Experience",
      """
      > Rain Engineer (2019 - 2020)\\
      > Acme\\
      > Leeds, UK
      >
      > **Duties**: drew maps of rain all day.

      > Mud Engineer (2018 - 2019)\\
      > Fen Institute\\
      > Leeds, UK
      >
      > **Duties**: drew maps of mud all day.
      """,
      [
        "org=Acme; role=Rain Engineer; at=Leeds, UK; when=2019..2020; "
          + #"bullets=["Duties: drew maps of rain all day."]"#,
        "org=Fen Institute; role=Mud Engineer; at=Leeds, UK; when=2018..2019; "
          + #"bullets=["Duties: drew maps of mud all day."]"#,
      ])
  }

  @Test func readsMonthsBehindAnApostrophe() {
    checkRecords(
      "Expérience", "- **Ingénieure** chez Fen Énergie (d’avril 2020 à août 2022)\n",
      ["org=Fen Énergie; role=Ingénieure; when=2020-04..2022-08"])
  }

  @Test func splitsNoWordsAtAColonInBrackets() {
    checkRecords(
      "Skills", "- Good at maps (mostly: rain, mud)\n- Maps: rain\n",
      ["text=Good at maps (mostly: rain, mud)", "title=Maps; text=rain"])
  }

  @Test func findsWhoseHomepageOneIsWelcomeTo() {
    #expect(
      ReadProfile("# Welcome to Ada Roe's homepage\n\n## Rain\n").profile.name?.text == "Ada Roe")
    #expect(ReadProfile("# Welcome to Rain's homepage\n\n## Rain\n").profile.name == nil)
  }
}
