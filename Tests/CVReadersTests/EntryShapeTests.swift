// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Where an entry ends, and which of its lines are fields, in shapes that pages are copied into.
@Suite struct EntryShapeTests {
  @Test func readsCellsWithFrames() {
    checkRecords(
      "Education",
      """
      <table><tr><td><div align="right">2017&nbsp;–&nbsp;2021<br><img src="a.png"></div></td>
      <td>PhD in Rain, Fen College (Ireland)<br><b>Thesis:</b> <i>On bells</i><br>
      <b>Supervisor:</b> Prof. Bo Poe<br>Grade: 1.0<br>
      Nordlicht fellow (RAIN) — training in skills (workshops, schools)</td></tr></table>
      """,
      [
        "title=PhD in Rain; org=Fen College (Ireland); "
          + "text=Thesis: On bells, Supervisor: Prof. Bo Poe, Grade: 1.0, Nordlicht fellow (RAIN), "
          + "training in skills, workshops, schools; when=2017..2021"
      ])
  }

  @Test func partsFieldsAtRareSigns() {
    checkRecords(
      "Certificates", "**Gauge Driver I** _ Office of Rain _ 2024.09.15",
      ["title=Gauge Driver I; org=Office of Rain; when=2024-09-15"])
    checkRecords(
      "Education", "M.A. in Bells @ University of the Fens\n2012 // Valencia, Spain",
      ["title=M.A. in Bells; org=University of the Fens; at=Valencia, Spain; when=2012"])
    checkRecords(
      "Awards", "- 2012-’14 // President of the Bell Club",
      ["title=President of the Bell Club; when=2012..2014"])
  }

  @Test func readsInstitutionsBeforeAColon() {
    checkRecords(
      "教育经历", "2019-2023 白鹿大学：经济学博士\n\n2015-2019 白鹿大学：经济学学士",
      ["title=经济学博士; org=白鹿大学; when=2019..2023", "title=经济学学士; org=白鹿大学; when=2015..2019"])
  }

  @Test func readsFieldsWithTheirNames() {
    checkRecords(
      "Experience",
      "### Acme Ltd\n**Role:** Engineer\n**Period:** 2019 – 2021\n**Location:** Leeds, UK\n\n- Built",
      ["org=Acme Ltd; role=Engineer; at=Leeds, UK; when=2019..2021; bullets=[\"Built\"]"])
  }

  @Test func takesNoLengthForAnEmployer() {
    checkRecords(
      "Experience",
      "**Translator** (Valencia, Spain)  \nApril 2013 – May 2017 (4.5 years)\n- Wrote",
      [
        "role=Translator; at=Valencia, Spain; text=4.5 years; when=2013-04..2017-05; "
          + "bullets=[\"Wrote\"]"
      ])
  }

  @Test func takesInstitutionsInTheBracketOfADate() {
    checkRecords(
      "Projects", "**Better Bells (Fen Institute, 2024.11 – 2025.02)**\n*Tech:* C\n\n- Built one",
      [
        "title=Better Bells; org=Fen Institute; text=Tech: C; when=2024-11..2025-02; "
          + "bullets=[\"Built one\"]"
      ])
  }

  @Test func leavesOutTheNameOfADate() {
    let read = ReadProfile("# Education\n\n## Fen University\n\n**Period**: 2016 - 2023.08\n")
    #expect(read.profile.sections.first?.entries.count == 1)
    let moved = read.account.entries.filter { $0.fate == .moved }.map(\.text)
    #expect(moved == ["period"])
  }

  @Test func readsThePartTakenOnACard() {
    checkRecords(
      "Organized workshops",
      """
      <div class="events"><div class="event"><div class="year">2024</div><div class="body"><div class="role">Organizer —</div>
      <div class="title"><i>Second Workshop on Bells</i></div><div class="loc">University of Fens</div></div></div>
      <div class="event"><div class="year">2023</div><div class="body"><div class="role">Organizer —</div>
      <div class="title"><i>Bells: Slow, Loud, and Old</i></div><div class="loc">Bell Institute, Leeds</div></div></div></div>
      """,
      [
        "title=Second Workshop on Bells; role=Organizer; text=University of Fens; when=2024",
        "title=Bells: Slow, Loud, and Old; role=Organizer; text=Bell Institute, Leeds; when=2023",
      ])
  }

  @Test func keepsCapitalsBeforeATownForASchool() {
    checkRecords(
      "Experience", "**Visiting researcher**, TU Munich, Germany (Feb 2025 - Jul 2025)",
      ["org=TU Munich; role=Visiting researcher; at=Germany; when=2025-02..2025-07"])
  }

  @Test func partsPostsThatDifferInLength() {
    checkRecords(
      "Experience",
      """
      **Engineer**, Acme, Leeds (Aug 2019 - Aug 2022)
      Moved a mill.

      - cut the noise

      **Operator**, Bolt Ltd, Leeds (2018 - 2019)
      """,
      [
        "org=Acme; role=Engineer; at=Leeds; text=Moved a mill.; when=2019-08..2022-08; "
          + "bullets=[\"cut the noise\"]",
        "org=Bolt Ltd; role=Operator; at=Leeds; when=2018..2019",
      ])
  }

  @Test func takesAllLinksOfABracketOfLabels() {
    let records = ReadProfile.records(
      "Talks",
      "* `2024.05.06` Rain Days \"Quick mills\" ([Page](https://e.org/1) & [Long clip](https://e.org/2))"
    )
    #expect(records.map(\.summary) == ["title=Quick mills; org=Rain Days; when=2024-05-06"])
    #expect(records.first?.links.map(\.label) == ["Page", "Long clip"])
    checkRecords(
      "Awards", "- `2024` Rain Prize (top 5%, [Link](https://e.org))",
      ["title=Rain Prize (top 5%); when=2024"])
  }

  @Test func readsDatedParagraphs() {
    checkRecords(
      "Talks", "Spring School of Bells (2019)\n\nA talk of long ago, which nobody dates.",
      ["title=Spring School of Bells; when=2019"])
    checkRecords(
      "Teaching", "Bells, MSc level, spring 2023  \nMills, BSc level, autumn 2022",
      ["title=Bells, MSc level; when=2023", "title=Mills, BSc level; when=2022"])
  }

  @Test func takesTheFirstPointForThePost() {
    checkRecords(
      "Experience",
      """
      <table><tr><td markdown="1">
      [**Acme Ltd**](https://acme.example), 2020 - 2021

      - Rain Analyst, Office of Gauges:

      I drew maps.

      - Teach clerks once a year
      </td></tr></table>

      ### Bell & Sons (2018 – 2019)

      - Analyst of bells who walked every tower of the fen
      """,
      [
        """
        org=Acme Ltd; role=Rain Analyst, Office of Gauges; when=2020..2021; \
        bullets=["I drew maps.", "Teach clerks once a year"]
        """,
        """
        org=Bell & Sons; when=2018..2019; \
        bullets=["Analyst of bells who walked every tower of the fen"]
        """,
      ])
  }

  @Test func takesTheFirstPointWithAPlaceForTheEmployer() {
    checkRecords(
      "Work experience",
      """
      * Jun 2022 - Sep 2022: Research Intern
        * Gorse Quantum, Remote, US
        * Made maps of rain
      * Dec 2019 - Aug 2020: Software Engineer
        * SedgeIn, Karlsruhe, Germany
        * Made machines
      """,
      [
        """
        org=Gorse Quantum; role=Research Intern; at=Remote, US; when=2022-06..2022-09; \
        bullets=["Made maps of rain"]
        """,
        """
        org=SedgeIn; role=Software Engineer; at=Karlsruhe, Germany; when=2019-12..2020-08; \
        bullets=["Made machines"]
        """,
      ])
  }

  @Test func tellsWhereFromWhatByLinksAndCapitals() {
    checkRecords(
      "Education",
      """
      - **Rain Archive Year**: [Fen School](https://fen.example), June 2014 – August 2014
      - **Wisdom of Rain** – FTU

      ### Bachelor of Science in Rain, Minor in Bells [June 2012]
      """,
      [
        "title=Rain Archive Year; org=Fen School; when=2014-06..2014-08",
        "title=Wisdom of Rain; org=FTU",
        "title=Bachelor of Science in Rain; text=Minor in Bells; when=2012-06",
      ])
    checkRecords(
      "Experience", "- Rain Lab @Leeds, Engineer, 2019 – 2021",
      ["org=Rain Lab @Leeds; role=Engineer; when=2019..2021"])
  }

  @Test func keepsSentencesInJapaneseWhole() {
    checkRecords(
      "経歴", "- 2016年4月 はるかぜ測量に入社。機器の保守に従事。",
      ["text=はるかぜ測量に入社。機器の保守に従事。; when=2016-04"])
  }

  @Test func partsTitlesInBoldAboveLines() {
    checkRecords(
      "Experience",
      """
      **Wet Maps**
      Ada Roe, <https://e.org/paper/2021/wet>

      - Drew them

      **Dry Maps of All Fens**
      Ada Roe, Bo Poe, unpublished manuscript of some length that says where it was written

      - Drew these
      """,
      [
        "org=Wet Maps; text=Ada Roe, https://e.org/paper/2021/wet; bullets=[\"Drew them\"]",
        """
        org=Dry Maps of All Fens; text=Ada Roe, Bo Poe, unpublished manuscript of some length that \
        says where it was written; bullets=["Drew these"]
        """,
      ])
    checkRecords(
      "Education", "**Fen University**\n*School of Rain*\nBachelor of Science",
      ["title=Bachelor of Science; org=Fen University; text=School of Rain"])
  }

  @Test func readsLinesBelowALabelInOnePoint() {
    checkRecords(
      "Teaching",
      "- Past courses: \\\n  *Maps* (2017 – 2021) \\\n  *Bells* (2018 – 2020) \\\n",
      [
        "title=Maps; group=Past courses; when=2017..2021",
        "title=Bells; group=Past courses; when=2018..2020",
      ])
  }

  @Test func keepsOneSignWhereADateIsTakenOut() {
    checkRecords(
      "Awards", "- **Tern Prize** (2019): best gauge\n- “Maps” (2018), Rain Club",
      ["title=Tern Prize: best gauge; when=2019", "title=“Maps”, Rain Club; when=2018"])
    checkRecords(
      "Talks", "- **Dry maps**. Rain Meeting. Leeds, UK.",
      ["title=Dry maps; org=Rain Meeting; at=Leeds, UK"])
  }

  @Test func tellsNamesFromRemarksBehindThem() {
    checkRecords(
      "Education",
      """
      ### MSc, Maps
      Moor University, 2013–2015, GPA: 3.9

      ### PhD in Rain
      Fen University, 2015–2019
      导师：[罗伊](https://e.org)教授
      """,
      [
        "title=MSc, Maps; org=Moor University; text=GPA: 3.9; when=2013..2015",
        "title=PhD in Rain; org=Fen University; text=导师：罗伊教授; when=2015..2019",
      ])
    checkRecords(
      "Experience", "### Fen Works - Rain Admin\n> San Telmo del Sur, Argentina\n> 2017 - 2018",
      ["org=Fen Works; role=Rain Admin; at=San Telmo del Sur, Argentina; when=2017..2018"])
  }

  @Test func readsLevelsBehindCommas() {
    checkRecords(
      "Languages", "- Spanish, basic\n- French, C1\n- Dutch, Frisian",
      ["title=Spanish; text=basic", "title=French; text=C1", "text=Dutch, Frisian"])
  }

  @Test func partsASchoolFromADegreeByWordsAndSigns() {
    checkRecords(
      "Education",
      """
      - 2020 - 2022, Joint PhD Student in Kestrel University and Lagoon Institute
      - 2016 - 2020, Bachelor in Fen University
      - 2014 - 2016, Bachelor in Rain Mechanics, Fen University
      """,
      [
        "title=Joint PhD Student; org=Kestrel University and Lagoon Institute; when=2020..2022",
        "title=Bachelor; org=Fen University; when=2016..2020",
        "title=Bachelor in Rain Mechanics; org=Fen University; when=2014..2016",
      ])
    checkRecords(
      "Ausbildung",
      """
      - 1994 in Fulda geboren
      - 2013 Abitur: Moor Gymnasium
      - 2013-2015: Hochschule Altmoor. B.Sc. Moorkunde
      """,
      [
        "title=1994 in Fulda geboren",
        "title=Abitur; org=Moor Gymnasium; when=2013",
        "title=B.Sc. Moorkunde; org=Hochschule Altmoor; when=2013..2015",
      ])
    checkRecords(
      "Educación", "* Técnico en Laboratorio Clínico - CETIS Arroyo, 2014",
      ["title=Técnico en Laboratorio Clínico; org=CETIS Arroyo; when=2014"])
  }

  @Test func readsATownBehindItsProvince() {
    checkRecords(
      "学历", "**2020.09 - 2024.06**<br>白河大学<br>浙江丽溪 · 本科",
      ["title=本科; org=白河大学; at=浙江丽溪; when=2020-09..2024-06"])
  }

  @Test func readsTheColumnsOfPrizes() {
    checkRecords(
      "Awards", "| Date | Prize | Level |\n|--|--|--|\n| 2023.8 | Tern Prize | first of 80 |\n",
      ["title=Tern Prize; text=first of 80; when=2023-08"])
  }

  @Test func takesWordsAbovePointsForTheTitleOfAnInterest() {
    checkRecords(
      "Research Interests", "- Rain control\n  - buckets, drains\n- Fog\n",
      ["title=Rain control; bullets=[\"buckets, drains\"]", "text=Fog"])
  }

  @Test func readsWhatSomebodyWasInATeam() {
    checkRecords(
      "Athletics", "## Lake Rowing Team\n\nSquad Athlete\\\n2016 - 2020\n\n- Third of nine\n",
      ["title=Lake Rowing Team; role=Squad Athlete; when=2016..2020; bullets=[\"Third of nine\"]"])
  }

  @Test func readsLinesThatWideSpacesIndent() {
    checkRecords(
      "Education",
      """
      - **2019 - 2022&ensp;&ensp;MSc&ensp;&ensp;rain and fog**
      &ensp;&ensp;[Fen University](https://fen.example)
      &ensp;&ensp;**Title:** Rain on the northern fens
      &ensp;&ensp; **Supervisors:** Prof. Bo Poe
      """,
      [
        """
        title=MSc; org=Fen University; \
        text=rain and fog; when=2019..2022; \
        bullets=["Title: Rain on the northern fens", "Supervisors: Prof. Bo Poe"]
        """
      ])
    let page = ReadProfile(
      "# Languages\n\n| A | B |\n|--|--|\n| English | A1: 3&ensp;&ensp;B2: 4 |\n")
    #expect(page.summaries == ["title=English; text=A1: 3, B2: 4"])
  }
}
