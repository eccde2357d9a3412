// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Posts in one line behind the points of another one, and what a project was made with.
@Suite struct WholePostTests {
  @Test func readsAPostBehindThePointsOfAnother() {
    checkRecords(
      "Experience",
      """
      ### Engineer, Acme, Leeds

      *2014 – 2015*

      - Built a mill

      **Trainee**, Red Studio, 2012

      - Made coffee

      Carer, Rimu Rest Home, 2010–2011
      """,
      [
        "org=Acme; role=Engineer; at=Leeds; when=2014..2015; bullets=[\"Built a mill\"]",
        "org=Red Studio; role=Trainee; when=2012; bullets=[\"Made coffee\"]",
        "org=Rimu Rest Home; role=Carer; when=2010..2011",
      ])
    checkRecords(
      "Experience",
      """
      **Senior Nurse**, Harbour Hospital
      2018 to now

      * Ran a ward

      Carer, Rimu Rest Home, 2010–2011

      * Cooked
      """,
      [
        "org=Harbour Hospital; role=Senior Nurse; when=2018..; bullets=[\"Ran a ward\"]",
        "org=Rimu Rest Home; role=Carer; when=2010..2011; bullets=[\"Cooked\"]",
      ])
  }

  /// Below the name of an employer stand parts of one post, and sentences tell of it.
  @Test func keepsWhatIsToldOfAPost() {
    let bullets = ReadProfile.records(
      "Experience",
      "### Engineer, Acme (2014 – 2019)\n\n- Built a mill\n\n"
        + "I was also an engineer of the fen team for the whole of 2016.\n"
    ).first?.bullets.count
    #expect(bullets == 2)
    #expect(
      ReadProfile.records(
        "Experience", "### Acme\n\n*2014 – 2019*\n\n- Built a mill\n\nEngineer, Fen team, 2016\n"
      ).count == 1)
  }

  @Test func readsWhatAProjectWasMadeWith() {
    checkRecords(
      "Projects",
      """
      - **Tern** (C++, LLVM): A compiler for rain.
      - **Gull** | *Rust* | A map of rain.
      - **Mews** (Rust, Go), 2020
      - **Rain Map** | Fen University | 2020
      - **Rain Map** (2020), Acme Ltd
      """,
      [
        "title=Tern; text=(C++, LLVM): A compiler for rain.",
        "title=Gull; text=Rust, A map of rain.", "title=Mews; text=Rust, Go; when=2020",
        "title=Rain Map; org=Fen University; when=2020",
        "title=Rain Map; org=Acme Ltd; when=2020",
      ])
  }

  @Test func readsATitleOfTheOthers() {
    let page = ReadProfile(
      "## Projects\n\n#### Drift\n\nA framework for rain.\n\n**Other projects**\n\n"
        + "- **Tern**: map of rain.\n- **Gull**: map of fog.\n")
    #expect(
      page.summaries == [
        "title=Drift; bullets=[\"A framework for rain.\"]",
        "title=Tern; text=map of rain.; group=Other projects",
        "title=Gull; text=map of fog.; group=Other projects",
      ])
  }

  @Test func readsFieldsOfGrantsAndCertificates() {
    checkRecords(
      "Grants",
      """
      ### Rain Fund (January 2024)
      *Funding agency*: Data Institute, Fen University\u{20}\u{20}
      *Role*: PI\u{20}\u{20}
      *Amount*: $10,000
      """,
      [
        "title=Rain Fund; org=Data Institute, Fen University; role=PI; text=Amount: $10,000; "
          + "when=2024-01"
      ])
    checkRecords(
      "Certificates",
      "`07/2023 - 03/2024`\n**Rain Design** | Fen Training AG | Berlin\n",
      ["title=Rain Design; org=Fen Training AG; at=Berlin; when=2023-07..2024-03"])
  }

  @Test func readsAnEmployerBeforeACountry() {
    checkRecords(
      "Internships",
      "- *2021.06 - 2021.08*, Tern Media, China.\n- 2019, Leeds, UK\n",
      ["org=Tern Media; at=China; when=2021-06..2021-08", "at=Leeds, UK; when=2019"])
  }
}
