// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries whose parts stand in frames, in definitions or beside badges.
@Suite struct CardShapeTests {
  private func checkWorks(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func readsEachPostOfACard() {
    checkRecords(
      "Volunteering",
      """
      <div class="item">

      __Chief Mapper__ - Fen Club  
      *Sep 2021 - Oct 2022*
      > Drew maps of mud.

      __Skills__: _Maps, Mud_

      __Treasurer__ - Fen Club  
      *Sep 2020 - Sep 2021*
      > Kept the tin.
      </div>
      """,
      [
        """
        org=Fen Club; role=Chief Mapper; when=2021-09..2022-10; \
        bullets=["Drew maps of mud.", "Skills: Maps, Mud"]
        """,
        """
        org=Fen Club; role=Treasurer; when=2020-09..2021-09; bullets=["Kept the tin."]
        """,
      ])
  }

  @Test func takesABadgeBeforeALinkedTitle() {
    checkWorks(
      """
      - <span>AAAI 2026 Oral</span> [T&sup2;M: A Lean Mill for Rain](https://e.org/1),
        <ins>**Ada Roe**</ins>, Bo Poe <br>
        **_ArXiv 2025.08 ➡️ 已被 AAAI 2026 Main Track 接收！_**

      <div class="box">

      (Best Paper Award - First Place) <br>
      **2.** `COMPAG` [Slow Mills for Quick Rain.](https://e.org/2) <br>
      **Ada Roe**, Bo Poe. <br>
      Computers and Mills in Agriculture (COMPAG), 2021. JCR Q1, IF: 8.9.

      </div>
      """,
      [
        "title=T²M: A Lean Mill for Rain; authors=Ada Roe!|Bo Poe; venue=AAAI; year=2026; "
          + "awards=[\"Oral\"]; about=[\"ArXiv 2025.08 已被 AAAI 2026 Main Track 接收！\"]",
        "title=Slow Mills for Quick Rain; authors=Ada Roe!|Bo Poe; "
          + "venue=Computers and Mills in Agriculture (COMPAG); note=JCR Q1, IF: 8.9; year=2021; "
          + "awards=[\"Best Paper Award - First Place\"]",
      ])
  }

  @Test func readsTheDatesOfPubMed() {
    checkWorks(
      "- Roe A, Poe BC. Wet maps of land. Rain Notes. 2017\nOct 11;7(4):702-718. PMID: 97.",
      [
        "title=Wet maps of land; authors=Roe A|Poe BC; venue=Rain Notes; note=PMID: 97; "
          + "vol=7; no=4; pp=702-718; year=2017"
      ])
  }

  @Test func readsTextBelowADefinitionAsItsBody() {
    let posts = ReadProfile.records(
      "Trabajos anteriores",
      """
      2012 - 2013
      : Acerías Roe

      *Investigador*. Modelos de lluvia.

      2010 - 2011
      :   Fundación Poe

      *Técnico de lluvia*. Mapas de nieve.

      Y de granizo.
      """)
    #expect(
      posts.map(\.summary) == [
        "org=Acerías Roe; role=Investigador; when=2012..2013; bullets=[\"Modelos de lluvia.\"]",
        "org=Fundación Poe; role=Técnico de lluvia; when=2010..2011; "
          + "bullets=[\"Mapas de nieve.\", \"Y de granizo.\"]",
      ])
  }

  @Test func datesCardsByTheYearBesideThem() {
    let news = ReadProfile.records(
      "News",
      """
      <div class="scroll"><div class="line"><div class="year">2026</div><div>
      <article class="event"><div>Published a map.</div><time>July</time></article>
      <article class="event"><div>加入河谷大学。</div><time>4 月</time></article>
      </div></div></div>
      """)
    #expect(
      news.map(\.summary) == ["text=Published a map.; when=2026-07", "text=加入河谷大学。; when=2026-04"])
  }

  @Test func readsAHeadingInAnItem() {
    let body = """
      - ### Ph.D. Rain Science, Moss University, Ely *2020*

      - ### M.S. Rain, Fen College *2016*
      """
    #expect(
      ReadProfile.records("Education", body).map(\.summary) == [
        "title=Ph.D. Rain Science; org=Moss University; at=Ely; when=2020",
        "title=M.S. Rain; org=Fen College; when=2016",
      ])
  }

  @Test func readsAPostBelowTheNameOfItsInstitution() {
    let posts = ReadProfile.records(
      "工作经历",
      """
      <article><div><strong>河谷大学</strong> <time>2023 年 6 月 — 2026 年 3 月</time></div>
      <p>商学院，博士后研究员。合作导师：<a href="https://e.org">Prof. Bo Poe</a>。</p></article>
      """)
    #expect(
      posts.map(\.summary) == [
        "org=河谷大学; role=博士后研究员; text=商学院, 合作导师：Prof. Bo Poe; when=2023-06..2026-03"
      ])
  }

  @Test func leavesNoStopBehindADate() {
    let body = "- 第 31 届雨水大会<strong>杰出论文奖</strong>，2025。\n- 河谷大学优秀毕业生，2022。\n"
    #expect(
      ReadProfile.records("荣誉", body).map(\.summary) == [
        "title=第 31 届雨水大会杰出论文奖; when=2025", "title=河谷大学优秀毕业生; when=2022",
      ])
  }

  @Test func keepsADateWithTheBoldTitleThatItBegins() {
    let body = "- *2024.09 – 2024.12*, **2024 Fall School** of **Acme**\n"
    let posts = ReadProfile.records("Experience", body)
    #expect(posts.map(\.dates?.summary) == ["2024-09..2024-12"])
    #expect(posts[0].summary.contains("2024 Fall School"))
  }

  @Test func takesADateAboveTheHeadingInItsFrame() {
    let body = """
      <div class="time"><div class="item"><div class="year">2012&ndash;2016</div>
      <div class="what"><h3>B.E., Rain Engineering</h3><p class="org">Fen College, Ely</p></div></div>
      <div class="item"><div class="year">2016&ndash;2018</div>
      <div class="what"><h3>M.Tech, Fog</h3><p class="org">Moss University</p>
      <p>Slow drops in quick fog: how they fall, why they stay, and what a mill of the old kind
      can learn from them on a day like that (in print, 2017).</p></div></div></div>
      """
    let expected = [
      "title=B.E., Rain Engineering; org=Fen College; at=Ely; when=2012..2016",
      "title=M.Tech, Fog; org=Moss University; when=2016..2018; bullets=[\"Slow drops in quick "
        + "fog: how they fall, why they stay, and what a mill of the old kind can learn from them "
        + "on a day like that (in print, 2017).\"]",
    ]
    checkRecords("Education", body, expected)
    // A title that says less than the degrees below it.
    let page = ReadProfile("## Background\n\n\(body)\n\n## Awards\n\n- Tern Prize, 2019\n")
    #expect(page.profile.sections.map(\.kind) == [.education, .awards])
  }

  @Test func takesALabelAboveAHeadingIntoItsEntry() {
    checkRecords(
      "Projects",
      """
      <div class="grid"><article><div><span class="label">SLOW RAIN</span>
      <h3>Old Mills of the Fen</h3><p>Layers of drops on stone, counted by hand.</p></div></article>
      <article><div><span class="label">FOG</span>
      <h3>Quick Mills</h3><p>Layers of fog on wood, counted by nobody.</p></div></article></div>
      """,
      [
        "title=Old Mills of the Fen; "
          + "bullets=[\"SLOW RAIN\", \"Layers of drops on stone, counted by hand.\"]",
        "title=Quick Mills; bullets=[\"FOG\", \"Layers of fog on wood, counted by nobody.\"]",
      ])
  }

  @Test func takesLargeWordsForATitle() {
    checkRecords(
      "Projects",
      """
      <span style="font-size: 20px;">Slow Mills</span>
      - Counts drops

      <big>Quick Mills</big>
      - Counts fog
      """,
      [
        "title=Slow Mills; bullets=[\"Counts drops\"]",
        "title=Quick Mills; bullets=[\"Counts fog\"]",
      ])
    let plain = ReadProfile(
      "<span style=\"font-size: 12px\">I am Ada Roe, and rain is mine.</span>")
    #expect(plain.profile.paragraphs == ["I am Ada Roe, and rain is mine."])
  }

  @Test func readsReferencesBelowTheirNames() {
    checkRecords(
      "References",
      "**[Prof. Bo Poe](https://e.org)**\n* Professor\n* Fen College\n\n**Cy Moe**\n* Fog Ltd\n",
      [
        "title=Prof. Bo Poe; bullets=[\"Professor\", \"Fen College\"]",
        "title=Cy Moe; bullets=[\"Fog Ltd\"]",
      ])
  }

  @Test func readsTheRowsOfACardBelowItsDate() {
    let card = { (date: String, rows: [String]) in
      "<li><div class=\"row\"><div><abbr>\(date)</abbr></div><div>"
        + rows.map { "<div>\($0)</div>" }.joined() + "</div></div></li>"
    }
    let posts = [
      card(
        "Summer 2026",
        ["Rain Analyst Intern, Gauges", "Acme, Atlanta, GA", "May – Aug 2026", "Counted drops."]),
      card("2021", ["Fog Analyst", "Moss Works, Leeds, UK", "Drew maps of fog."]),
    ]
    checkRecords(
      "Experience", "<ol>\(posts.joined())</ol>",
      [
        "org=Acme; role=Rain Analyst Intern, Gauges; at=Atlanta, GA; when=2026-05..2026-08; "
          + "bullets=[\"Counted drops.\"]",
        "org=Moss Works; role=Fog Analyst; at=Leeds, UK; when=2021; "
          + "bullets=[\"Drew maps of fog.\"]",
      ])
  }
}
