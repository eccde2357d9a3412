// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Points of what somebody took part in, with when that was.
@Suite struct ActivityTests {
  @Test func readsBodiesLineByLine() {
    checkRecords(
      "Memberships", "Society of Fens\\\nUnion of the Mills of the North\n",
      ["title=Society of Fens", "title=Union of the Mills of the North"])
    #expect(ReadProfile.records("Memberships", "Society of Fens\\\nTreasurer\n").isEmpty)
  }

  @Test func readsWhoseWorkWasExamined() {
    checkRecords(
      "Thesis examinations",
      "2020 Bo Poe, Fen University · 2019 Cy Moe, docent evaluation, Mill University · "
        + "2018 Society of Rain, Fen University",
      [
        "title=Bo Poe; org=Fen University; when=2020",
        "title=Cy Moe; org=Mill University; text=docent evaluation; when=2019",
        "title=Society of Rain, Fen University; when=2018",
      ])
  }

  @Test func takesAColonInALinkForAPartOfTheName() {
    checkRecords(
      "Other",
      "- [Wet maps: an atlas of the fen](https://e.org/1): drew all of it\n"
        + "- Mud: I [cast: mud](https://e.org/2) and more\n",
      [
        "title=Wet maps: an atlas of the fen; text=drew all of it",
        "title=Mud; text=I cast: mud and more",
      ])
  }

  @Test func takesDatesAtBothEnds() {
    checkRecords(
      "Activities",
      """
      - *2023* Participant in the Rain Contest
      - *2021-2022* Mud studies with the [Fen School](https://e.org)
      - Walked from fen to fen, May 2019
      - Sang in the choir of the year 2019
      """,
      [
        "text=Participant in the Rain Contest; when=2023",
        "text=Mud studies with the Fen School; when=2021..2022",
        "text=Walked from fen to fen; when=2019-05",
        "text=Sang in the choir of the year 2019",
      ])
  }

  @Test func readsBoldPartsBeforeTheirClubs() {
    checkRecords(
      "Extracurricular Activities",
      """
      - **Core Member**, Rain Society of Fen, Sep. 2024
      - **Member**, Mud Club, Leeds, Oct. 2023 - Present
      - **Member**: sang in the choir
      """,
      [
        "org=Rain Society of Fen; role=Core Member; when=2024-09",
        "org=Mud Club; role=Member; at=Leeds; when=2023-10..",
        "title=Member; text=sang in the choir",
      ])
  }

  @Test func readsATeachingPostAboveItsPlace() {
    checkRecords(
      "Teaching",
      "**Rain Tutor** (2017–2021)\nFen University\n600+ hours of counting drops with beginners.\n",
      [
        "title=Rain Tutor; org=Fen University; when=2017..2021; "
          + "bullets=[\"600+ hours of counting drops with beginners.\"]"
      ])
  }

  @Test func takesBoldWordsWithAStopForAProject() {
    checkRecords(
      "What I'm working on",
      "**Mapping rain from mills.** Drops that fall on old mills, counted by the hour.\n\n"
        + "**Fog.** A team that asks on which of the days it stays.\n",
      [
        "title=Mapping rain from mills; text=Drops that fall on old mills, counted by the hour.",
        "title=Fog; text=A team that asks on which of the days it stays.",
      ])
  }

  @Test func keepsADateInTheNameBehindALink() {
    checkRecords(
      "Other things", "- **3rd place** in Drops at [Fen Meeting Winter 2012](https://e.org)\n",
      ["text=3rd place in Drops at Fen Meeting Winter 2012"])
  }

  @Test func readsRowsBetweenBars() {
    checkRecords(
      "Activities",
      """
      **Member** | *Rain Committee | Fen University* | *May 2024 – Current*
        - Spoke for gauges

      **Hacker** | *Hack the Fog* | *September 2023*
        - Built one
      """,
      [
        "org=Rain Committee, Fen University; role=Member; when=2024-05..; "
          + "bullets=[\"Spoke for gauges\"]",
        "title=Hacker; org=Hack the Fog; when=2023-09; bullets=[\"Built one\"]",
      ])
    checkRecords(
      "Volunteering", "`2017 - 2018`\n__Ada's Garden |__ Beekeeper\n- Bees",
      ["org=Ada's Garden; role=Beekeeper; when=2017..2018; bullets=[\"Bees\"]"])
    checkRecords(
      "Awards", "`2015 - 2017`\n__Fen Society |__ Rain Scholarship\n- One of 25",
      ["title=Rain Scholarship; org=Fen Society; when=2015..2017; bullets=[\"One of 25\"]"])
  }

  @Test func readsADescribedProjectAndWhereItIs() {
    let project = ReadProfile.records(
      "Projects",
      "- **2022 — Rain Atlas**  \n  _Maps of a wet year._  \n  [atlas.example/a](https://atlas.example/a)"
    )
    #expect(
      project.map(\.summary) == [
        "title=Rain Atlas; text=Maps of a wet year. atlas.example/a; when=2022"
      ])
    #expect(project.first?.text?.runs.first?.attributes.marks == [])
  }

  @Test func readsAPartBeforeABar() {
    checkRecords(
      "Activities",
      "- **Teaching Assistant** | Mud Studies I, Sep 2022 – Jan 2023\n"
        + "- **Core Member** | Rain Club\n- **Rain Week** | All about fog\n",
      [
        "org=Mud Studies I; role=Teaching Assistant; when=2022-09..2023-01",
        "org=Rain Club; role=Core Member",
        "title=Rain Week; text=All about fog",
      ])
  }

  @Test func readsProjectsBehindLinksWithTheirTools() {
    checkRecords(
      "Projects",
      """
      [Tern](https://e.org/t)  |  Rust, Go

      A map that shows rain

      - Drew it
      - Sold it

      [Heron](https://e.org/h)  |  Fen

      A map that shows fog

      - Drew it, too
      """,
      [
        "title=Tern; text=Rust, Go; bullets=[\"A map that shows rain\", \"Drew it\", \"Sold it\"]",
        "title=Heron; text=Fen; bullets=[\"A map that shows fog\", \"Drew it, too\"]",
      ])
    let row = "**Tern**\n\nA map that shows rain.\n\n[Code](c.html) | [Demo](d.html)\n\nMore.\n"
    #expect(ReadProfile.records("Projects", row).map(\.title?.text) == ["Tern"])
  }

  @Test func readsProjectsBeforeADash() {
    checkRecords(
      "Projects",
      "- FenPy - a set of tools for wet land\n- Rain Atlas – Fen University and others\n"
        + "- Rain and fog over the old fens - a study\n",
      [
        "title=FenPy; text=a set of tools for wet land",
        "title=Rain Atlas – Fen University and others",
        "title=Rain and fog over the old fens - a study",
      ])
  }

  @Test func readsWhatWasWrittenForAllOfUs() {
    checkRecords(
      "Technical Writing",
      "- [On Rain](https://e.org/r) — How rain falls on the mills of the north.\n"
        + "- [On Fog](https://e.org/f) — Fen Gazette\n",
      [
        "title=On Rain; text=How rain falls on the mills of the north.",
        "title=On Fog; org=Fen Gazette",
      ])
  }
}
