// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Fields that a word leads to, and where a head of one line is parted.
@Suite struct LedFieldTests {
  @Test func readsForWhomSomebodyWorked() {
    checkRecords(
      "Experience",
      """
      - 2020: **Research Assistant** to Ada Roe and Bo Poe, Fen University
      - 2019: Consultant for Dr. Cy Moe, World Bank
      - 2018: Engineer for Rain and Fog, Acme Ltd
      - 2017: Engineer for Google Maps, Alphabet Inc.
      """,
      [
        "org=Fen University; role=Research Assistant; text=to Ada Roe and Bo Poe; when=2020",
        "org=World Bank; role=Consultant; text=for Dr. Cy Moe; when=2019",
        "org=Acme Ltd; role=Engineer for Rain and Fog; when=2018",
        "org=Alphabet Inc.; role=Engineer for Google Maps; when=2017",
      ])
  }

  @Test func readsAPartTakenInACourse() {
    checkRecords(
      "Teaching",
      """
      - **Teaching Assistant** for RAIN 350, *Wet Maps*, UF-Mudford, 2021
      - Teaching Assistant for Rain 101, Fen University (2020)
      - Instructor for Rain, Fog and Mist, 2019
      - Teaching Assistant for Prof. Ada Roe, Fen University
      - Teaching Assistant for three terms, Fen University
      """,
      [
        "title=RAIN 350, Wet Maps; org=UF-Mudford; role=Teaching Assistant; when=2021",
        "title=Rain 101; org=Fen University; role=Teaching Assistant; when=2020",
        "title=Instructor for Rain, Fog and Mist; when=2019",
        "title=Teaching Assistant for Prof. Ada Roe; org=Fen University",
        "title=Teaching Assistant for three terms; org=Fen University",
      ])
    checkRecords(
      "Teaching", "| When | What |\n|--|--|\n| 2021 | Teaching Assistant for Fog, Fen University |",
      ["title=Fog; org=Fen University; role=Teaching Assistant; when=2021"])
  }

  @Test func partsADegreeFromItsSchoolAtAStop() {
    checkRecords(
      "Education",
      """
      - *2020 - 2022*, Master of Science, Rain. Fen University. *Baltimore, MD*
      - 2018 - 2021 Dr. rer. nat. in Rain, Fen University
      """,
      [
        """
        title=Master of Science; org=Fen University; at=Baltimore, MD; text=Rain; when=2020..2022
        """,
        "title=Dr. rer. nat. in Rain; org=Fen University; when=2018..2021",
      ])
  }

  @Test func findsTheDegreeBelowASchoolAndItsPart() {
    checkRecords(
      "Education",
      """
      - *2022 - 2025*, Fen University, School of Rain
        - M.Phil in Rain Engineering
        - GPA: 3.9/4.0
      - *2018 - 2022*, Fen University, School of Rain
        - MSc advisor
      """,
      [
        """
        title=M.Phil in Rain Engineering; org=Fen University, School of Rain; when=2022..2025; \
        bullets=["GPA: 3.9/4.0"]
        """,
        """
        title=School of Rain; org=Fen University; when=2018..2022; bullets=["MSc advisor"]
        """,
      ])
  }

  @Test func readsLettersInBoldAsPartsOfTheirWords() {
    checkRecords(
      "Experience",
      "- *2024*, Dow, **A**dvanced **R**ain **I**ntern for **F**og (**ARIF**), Leeds, UK\n",
      ["org=Dow; role=Advanced Rain Intern for Fog (ARIF); at=Leeds, UK; when=2024"])
  }

  @Test func keepsADashWithinALinkedName() {
    checkRecords(
      "Experience",
      """
      - 2020, Rain Intern, [Acme Cloud - FogDB](https://e.org), *Leeds, UK*
      - 2019, [Rain Intern - Acme](https://e.org), *Leeds, UK*
      - 2018, [Fen University - Leeds](https://e.org), Rain Intern
      """,
      [
        "org=Acme Cloud - FogDB; role=Rain Intern; at=Leeds, UK; when=2020",
        "org=Acme; role=Rain Intern; at=Leeds, UK; when=2019",
        "org=Fen University; role=Rain Intern; at=Leeds; when=2018",
      ])
  }

  @Test func joinsATownAndItsCountryInChinese() {
    checkRecords(
      "教育经历", "- 2019.09 - 2024.06 博士，雨工程学院，雾谷大学，合肥，中国。",
      ["title=博士; org=雾谷大学; at=合肥，中国; text=雨工程学院; when=2019-09..2024-06"])
    #expect(ReadProfile.section("论文专利", "- A. Roe. On rain. Fog, 2020.").kind == .publications)
  }

  @Test func readsWhereAMeetingWas() {
    checkRecords(
      "Talks",
      """
      - 78th Annual Meeting of the Rain Society, Houston, USA, 2025.
      - 12th Conference on Fog, Online, 2022.
      - Rain in fens, mills, and towns, 2021.
      - The Workshop of Ada, Paris, Texas, 2020.
      """,
      [
        "title=78th Annual Meeting of the Rain Society; at=Houston, USA; when=2025",
        "title=12th Conference on Fog; at=Online; when=2022",
        "title=Rain in fens, mills, and towns; when=2021",
        "title=The Workshop of Ada, Paris, Texas; when=2020",
      ])
  }

  @Test func takesAQuestionForTheTitleOfALoneSpeaker() {
    let talks = ReadProfile.records(
      "Talks",
      "- **Roe AB**. How do wet maps shape the fens? All Fens Rain Meeting. Leeds. May 2021.")
    #expect(talks.first?.text?.text == "Roe AB")
    #expect(talks.first?.title?.text.hasPrefix("How do wet maps") == true)
  }
}
