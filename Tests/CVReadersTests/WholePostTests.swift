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
}
