// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Lines that end with where something was or with who gave it, and short lines above others.
@Suite struct EntryLineTests {
  @Test func cutsANamedFieldOffTheEndOfACourse() {
    checkRecords(
      "Education",
      """
      - 2017 Rain with R, Summer School in Methods, Leeds, UK; Instructor: Ada Roe
      - 2016 Maps for Rain Research, Leeds, UK; Instructor: Bo Poe
      """,
      [
        """
        title=Rain with R; org=Summer School in Methods; at=Leeds, UK; \
        text=Instructor: Ada Roe; when=2017
        """,
        "title=Maps for Rain Research; at=Leeds, UK; text=Instructor: Bo Poe; when=2016",
      ])
    // A name of few words is that of a school.
    checkRecords("Education", "- 2016 Fenwick, Leeds, UK", ["org=Fenwick; at=Leeds, UK; when=2016"])
  }

  @Test func leavesSmallLettersBelowADegree() {
    checkRecords(
      "Formation",
      """
      **2015 – 2018** : Doctorat en brume et en pluie, École de la Pluie\\
      <small>*Prix de la meilleure thèse, Université de Brume*</small>
      """,
      [
        """
        title=Doctorat en brume et en pluie; org=École de la Pluie; \
        text=Prix de la meilleure thèse, Université de Brume; when=2015..2018
        """
      ])
  }

  @Test func readsWhereAMeetingWas() {
    checkRecords(
      "Talks",
      """
      **2026** : Rain Society of the North, Paris

      **2025** : 7th Fog Symposium, Paris

      **2024** : Rain and old maps, Paris

      **2023** : Rain Conference, Norway
      """,
      [
        "title=Rain Society of the North; at=Paris; when=2026",
        "title=7th Fog Symposium; at=Paris; when=2025",
        "title=Rain and old maps, Paris; when=2024",
        "title=Rain Conference, Norway; when=2023",
      ])
  }

  @Test func keepsItalicsWithTheBoldAroundThem() {
    checkRecords(
      "Projects",
      """
      - **FEN *Wet-IT***: a network of gauges, 2020-2024
      - **Tern** *Rust* and maps, a map of fog
      """,
      [
        "title=FEN Wet-IT; text=a network of gauges; when=2020..2024",
        "title=Tern; org=Rust and maps, a map of fog",
      ])
  }

  @Test func readsPartsBelowTheTitleOfTheirGroup() {
    checkRecords(
      "Activities",
      """
      ### Boards

      **Member**, Board of Rain, 2023

      **Secretary**, Fen Prize, 2022–2025

      ### Rain Club

      **Treasurer**, 2019–2021
      """,
      [
        "org=Board of Rain; role=Member; group=Boards; when=2023",
        "org=Fen Prize; role=Secretary; group=Boards; when=2022..2025",
        "title=Rain Club; role=Treasurer, 2019–2021",
      ])
  }

  @Test func readsShortLinesAboveListsOfSkillsAsGroups() {
    checkRecords(
      "Software", "Reports\n\n- Ink, Paper\n\nGIS Data\n\n- Fenmap, Mudmap\n",
      ["title=Reports; text=Ink, Paper", "title=GIS Data; text=Fenmap, Mudmap"])
    // Words that stand below no such line are no part of a list.
    checkRecords(
      "Software", "Reports\n\n- Ink, Paper\n\nGIS Data\n\nFenmap\n\nMaps\n\n- Mudmap\n",
      ["text=Ink, Paper", "text=Mudmap"])
  }
}
