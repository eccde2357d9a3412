// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Which words of an entry go into which of its fields, shape by shape.
@Suite struct FieldTests {
  @Test func readsEmployersAndMoreBehindSlashes() {
    checkRecords(
      "Experience",
      """
      ### Editor / Fen Press
      Jan 2022 - Feb 2025 / Mossby (29)

      - Read.

      ### Painter / Decorator
      2020
      """,
      [
        "org=Fen Press; role=Editor; at=Mossby (29); when=2022-01..2025-02; bullets=[\"Read.\"]",
        "org=Painter / Decorator; when=2020",
      ])
  }

  @Test func readsPartsInItalicsBeforeInstitutions() {
    checkRecords(
      "Teaching",
      """
      - **2022–2023** — _University Coach_, **University of Fen** (BSc Maps)
      - **2016–2021** — _Tutor_ (maps, rain)
      - **2015** - _Supervisor_, Ada Roe, "Maps of rain", **Moss College**
      """,
      [
        "org=University of Fen; role=University Coach; text=BSc Maps; when=2022..2023",
        "role=Tutor; text=maps, rain; when=2016..2021",
        "title=Ada Roe; org=Moss College; role=Supervisor; text=\"Maps of rain\"; when=2015",
      ])
    checkRecords(
      "Supervision", "- **2023–** — _Co-supervisor_, University of Fen",
      ["org=University of Fen; role=Co-supervisor; when=2023.."])
    checkRecords(
      "Supervision", "- PhD co-advisor, University of Fen, 2023",
      ["org=University of Fen; role=PhD co-advisor; when=2023"])
  }

  @Test func readsSpeakersBeforeTheTitleOfATalk() {
    checkRecords(
      "Talks", "- **Roe**, Poe-Moe, ... & Fox — _Dynamics of rain: a view_, **Rain 2021**, Porto",
      [
        "title=Dynamics of rain: a view; org=Rain 2021; at=Porto; "
          + "text=Roe, Poe-Moe, ... & Fox; when=2021"
      ])
    checkRecords(
      "Talks", "- Ada Roe and Bo Poe: “Wet maps of land”, Rain 2021, Porto, Portugal",
      [
        "title=Wet maps of land; org=Rain 2021; at=Porto, Portugal; text=Ada Roe and Bo Poe; when=2021"
      ])
    checkRecords(
      "Talks", "- **Roe A.**, Poe B. (2024). _Wet maps of land._ Rain, Porto.",
      ["title=Wet maps of land; org=Rain; at=Porto; text=Roe A., Poe B.; when=2024"])
  }

  @Test func datesAnAwardByThePrizeThatItNames() {
    checkRecords(
      "Awards", "- **Tern Prize 2024** – _Best Gauge_",
      ["title=Tern Prize 2024 – Best Gauge; when=2024"])
  }

  @Test func readsPartsInGrants() {
    checkRecords(
      "Grant", "- Co-PI, _Fen Fund (FF)_, GBP 240,000, 2018-2020 (rain fund, lead)",
      ["title=Fen Fund (FF), GBP 240,000 (rain fund, lead); role=Co-PI; when=2018..2020"])
    checkRecords(
      "Grants",
      """
      - Principal Investigator, Fen Fund, "Maps of rain", EUR 20,000, 2020-2022
      - **Maps of rain**, Fen Fund, co-PI, 2020-2022
      - Research Fellowship, Fen Council, 2020
      """,
      [
        "title=\"Maps of rain\"; org=Fen Fund; role=Principal Investigator; text=EUR 20,000; when=2020..2022",
        "title=Maps of rain, Fen Fund; role=co-PI; when=2020..2022",
        "title=Research Fellowship, Fen Council; when=2020",
      ])
  }

  @Test func readsLinesBehindBullets() {
    checkRecords(
      "Education",
      "- *Fen University, Norway*  \n**Ph.D., Jan. 2022 / Jul. 2025**  \n◦ Supervised by Bo Poe",
      [
        "title=Ph.D.; org=Fen University; at=Norway; text=Supervised by Bo Poe; when=2022-01..2025-07"
      ])
  }

  @Test func readsAThesisBelowATableOfDegrees() {
    checkRecords(
      "Education",
      """
      | Year | Degree | Institution |
      | ---- | ------ | ----------- |
      | 2015 | Ph.D., Maps | University of Fen |
      | 2011 | M.S., Maps | University of Moss |

      _Ph.D. thesis: [Wet maps](https://e.org/t)_
      """,
      [
        "title=Ph.D., Maps; org=University of Fen; when=2015; bullets=[\"Ph.D. thesis: Wet maps\"]",
        "title=M.S., Maps; org=University of Moss; when=2011",
      ])
  }

  @Test func keepsTheDateOfASentenceWithoutSpaces() {
    checkRecords(
      "荣誉奖励", "- 2019年获湖滨大学优秀学生称号。", ["title=获湖滨大学优秀学生称号; when=2019"])
  }

  @Test func readsFieldsBetweenWideCommas() {
    checkRecords(
      "教育经历", "- 1997.09 - 2001.07，湖滨大学，农业机械，本科、学士；",
      ["title=本科、学士; org=湖滨大学; text=农业机械; when=1997-09..2001-07"])
    checkRecords(
      "工作经历",
      """
      - 2019.01 - 至今，湖滨大学，信息学院，教授, 博导；
      - 2004.07 - 2008.03，先后在湖滨电讯研究所、湖滨信息有限公司从事多年功能机和智能手机上的应用模块和协议栈等方面的研发工作。分别任工程师、部长。
      """,
      [
        "org=湖滨大学，信息学院; role=教授, 博导; when=2019-01..",
        "text=先后在湖滨电讯研究所、湖滨信息有限公司从事多年功能机和智能手机上的应用模块和协议栈等方面的研发工作。分别任工程师、部长。; "
          + "when=2004-07..2008-03",
      ])
  }

  @Test func partsPostsBelowOneEmployer() {
    checkRecords(
      "Experience",
      """
      ### Acme (Leeds, UK)

      **Senior Engineer** — *2020 – 2022*

      - Built a gauge

      **Junior Engineer** — *2018 – 2020*

      - Built a smaller gauge
      """,
      [
        "org=Acme; role=Senior Engineer; at=Leeds, UK; when=2020..2022; bullets=[\"Built a gauge\"]",
        "org=Acme; role=Junior Engineer; at=Leeds, UK; when=2018..2020; "
          + "bullets=[\"Built a smaller gauge\"]",
      ])
  }

  @Test func partsPostsInLinesBelowOneEmployer() {
    checkRecords(
      "Experience",
      """
      ### Acme

      *(2018 - 2020) **Lead engineer** at Snow*<br/>
      *(2016 - 2018) **Programmer** at Rain*

      - Built a gauge
      """,
      [
        "org=Acme; role=Lead engineer; text=Snow; when=2018..2020",
        "org=Acme; role=Programmer; text=Rain; when=2016..2018; bullets=[\"Built a gauge\"]",
      ])
  }

  @Test func partsEntriesAtBoldLinesThatSayWhen() {
    checkRecords(
      "Experience",
      """
      **Town Hall of the Three Fig Trees on the River (RS) – since October 2009**

      *Accountant*

      Counts.

      **Moss Water Company – Mosco - between March 2007 and October 2009 (2 years and 8 months)**

      *Clerk / Campo Belo (RS) and Pelotas (RS)*

      **Army - between August 1999 and August 2006**

      *Recruit / Soldier / Clerk*
      """,
      [
        "org=Town Hall of the Three Fig Trees on the River (RS); role=Accountant; "
          + "when=since 2009-10; bullets=[\"Counts.\"]",
        "org=Moss Water Company – Mosco; role=Clerk; at=Campo Belo (RS) and Pelotas (RS); "
          + "text=2 years and 8 months; when=2007-03..2009-10",
        "org=Army; role=Recruit / Soldier / Clerk; when=1999-08..2006-08",
      ])
  }

  @Test func readsLinesThatSayWhenAndWhere() {
    checkRecords(
      "Education",
      """
      **FEN UNIVERSITY**<br>
      BS, RAIN<br>
      BA, SNOW<br>
      Aug 2004 | Leeds, UK<br>
      *Highest honours; Wet Scholarship (2000-2004)*
      """,
      [
        "title=BS, RAIN; org=FEN UNIVERSITY; at=Leeds, UK; "
          + "text=BA, SNOW, Highest honours; Wet Scholarship (2000-2004); when=2004-08"
      ])
  }

  @Test func readsCoursesInRows() {
    checkRecords(
      "Certificates",
      """
      **Plans 2026-2029** - *Moss School - MS* - Sep. 2025 - 8 hours

      **Rain (May 2024)** – *Fen School* – Nov. 2024 – 4 hours
      """,
      [
        "title=Plans 2026-2029; org=Moss School - MS; text=8 hours; when=2025-09",
        "title=Rain (May 2024); org=Fen School; text=4 hours; when=2024-11",
      ])
    checkRecords(
      "Teaching",
      "- Instructor at ***Rain basics*** (Fen Lab January 2018 - present)\n- Tutor of **Snow** course",
      [
        "title=Rain basics; role=Instructor; text=Fen Lab; when=2018-01..",
        "title=Snow; role=Tutor; text=course",
      ])
  }

  @Test func readsYearsBehindEmployersAndDegreesBehindTheirLabel() {
    checkRecords(
      "Experience", "### Programmer, Snow Inc. 2014\n\n- Helped",
      ["org=Snow Inc.; role=Programmer; when=2014; bullets=[\"Helped\"]"])
    checkRecords(
      "Education", "**Fen University - 2010 - 2014**\n\nDegree: Bachelor of Rain\n",
      ["title=Bachelor of Rain; org=Fen University; when=2010..2014"])
  }

  @Test func keepsPhrasesInBracketsWhole() {
    checkRecords(
      "Projects", "- small works for Fen (since 1.1.2012 offline)",
      ["title=small works for Fen (since 1.1.2012 offline)"])
  }

  @Test(arguments: [
    (
      "- 2019 - 2021, Engineer, [Acme](https://e.org), Lyon, France. Gauges for an in-house tool",
      "org=Acme; role=Engineer; at=Lyon, France; text=Gauges for an in-house tool; when=2019..2021"
    ),
    (
      "- 2019 - 2021, Engineer, Acme Inc., Lyon, France",
      "org=Acme Inc.; role=Engineer; at=Lyon, France; when=2019..2021"
    ),
    ("### 海風会社（2016年 〜 2020年）\n研究員（厚木市）", "org=海風会社; role=研究員; at=厚木市; when=2016..2020"),
    (
      "### 海風会社（2016年 〜 2020年）\n研究員（ドイツ・ボン）",
      "org=海風会社; role=研究員; at=ドイツ・ボン; when=2016..2020"
    ),
  ])
  func readsPosts(line: String, expected: String) { checkRecords("Experience", line, [expected]) }

  @Test(arguments: [
    (
      "- *2013*, PhD in Rain, North University, Lund. Thesis: *Wet maps*. Advisor: Ada Poe",
      "title=PhD in Rain; org=North University; at=Lund; "
        + "text=Thesis: Wet maps. Advisor: Ada Poe; when=2013"
    ),
    (
      "- *2013*, MSc in Rain, North University, Lund (GPA 3.9/4.0)",
      "title=MSc in Rain; org=North University; at=Lund; text=GPA 3.9/4.0; when=2013"
    ),
    (
      "- *2013*, MSc in Rain, North University (with distinction)",
      "title=MSc in Rain; org=North University; text=with distinction; when=2013"
    ),
    (
      "- *2013*, PhD (Physiology), North University, with many honours",
      "title=PhD (Physiology); org=North University; text=with many honours; when=2013"
    ),
  ])
  func readsDegrees(line: String, expected: String) { checkRecords("Education", line, [expected]) }

  @Test func partsHonoursFromDegreesInCells() {
    checkRecords(
      "Education",
      """
      | Dates | Degree | Institution |
      |---|---|---|
      | 1998-2002 | BA, Chemistry, *summa cum laude* | Fen College, Ely, UK |
      | 2002-2010 | MD, PhD (Physiology), Rain Training Program | North University |
      """,
      [
        "title=BA, Chemistry; org=Fen College; at=Ely, UK; text=summa cum laude; when=1998..2002",
        "title=MD, PhD (Physiology); org=North University; text=Rain Training Program; "
          + "when=2002..2010",
      ])
  }

  @Test func readsGrantsOfSeveralLines() {
    checkRecords(
      "Funding",
      """
      ### Active

      **R01 DK99-03** (PI: Roe)  07/01/2023 – 06/30/2028
      Office of Rain
      *Wet maps of dry land*
      Role: PI, 25% effort

      **R21 DK98** (PI: Poe)
      Office of Rain
      *Dry maps of wet land*
      Role: Co-Investigator
      """,
      [
        "title=Wet maps of dry land; org=Office of Rain; role=PI; "
          + "text=R01 DK99-03 (PI: Roe), 25% effort; group=Active; when=2023-07-01..2028-06-30",
        "title=Dry maps of wet land; org=Office of Rain; role=Co-Investigator; "
          + "text=R21 DK98 (PI: Poe); group=Active",
      ])
  }

  @Test func readsGrantsByTheirQuotes() {
    checkRecords(
      "Funding", "- Rain Trust, “Wet Maps”, coordination, 2020 – 2023, 1.000 €",
      ["title=“Wet Maps”; org=Rain Trust; text=coordination, 1.000 €; when=2020..2023"])
    checkRecords(
      "競争的資金", "- 科研費 基盤研究(B)「雨の地図」代表、2024年度〜2027年度、1,820万円",
      ["title=雨の地図; text=科研費 基盤研究(B)、代表、 1,820万円; when=2024..2027"])
  }

  @Test(arguments: [
    (
      "- Rain for all, facilitator, 2015-2018",
      "title=Rain for all; role=facilitator; when=2015..2018"
    ),
    (
      "- Renal block: lecturer, “Salt and water” (2 h), 2016-2018",
      "title=Renal block; role=lecturer; text=“Salt and water” (2 h); when=2016..2018"
    ),
    (
      "- `RAIN12` **Wet Maps**, BSc year 3, coordinator (2023–present)",
      "title=Wet Maps; role=coordinator; text=RAIN12, BSc year 3; when=2023.."
    ),
    (
      "- Seminar *Wet Maps* (2 SWS), North University, 2020",
      "title=Wet Maps; org=North University; text=Seminar, (2 SWS); when=2020"
    ),
    (
      "- Sex, Lies and Rain, lecturer, 2020",
      "title=Sex, Lies and Rain; role=lecturer; when=2020"
    ),
    (
      "- L1 : Rain and rivers, 2020", "title=Rain and rivers; text=L1; when=2020"
    ),
  ])
  func readsCourses(line: String, expected: String) { checkRecords("Teaching", line, [expected]) }

  @Test func readsPartsInCommittees() {
    checkRecords(
      "Service", "- Animal Care Committee, alternate, 2018-2021\n- Committee, Chief of Rain, 2023",
      [
        "title=Animal Care Committee; role=alternate; when=2018..2021",
        "title=Committee, Chief of Rain; when=2023",
      ])
  }

  @Test func readsPlacesBehindAStop() {
    checkRecords(
      "Talks", "- “Is it wet?” Rain Week, San Diego, CA, October 2024.",
      ["title=Is it wet?; org=Rain Week; at=San Diego, CA; when=2024-10"])
  }

  @Test func leavesOutNothingButTheNameOfAField() {
    let read = ReadProfile("# Funding\n\nOffice of Rain\n*Wet maps of land*\nRole: PI\n")
    let moved = read.account.entries.filter { $0.fate == .moved }.map(\.text)
    #expect(moved == ["role"])
  }
}
