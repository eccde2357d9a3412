// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries below words in bold that stand in a paragraph.
@Suite struct StyledHeadTests {
  @Test func readsPostsInBoldAboveText() {
    checkRecords(
      "Experience",
      """
      ### Acme Gauges
      __Rain Engineer__\u{20}\u{20}
      __Jan 2018 - Present__

      As a rain engineer, I built gauges.

      They worked.

      __Support, Provisioning__\u{20}\u{20}
      __2015 - 2017__

      I answered calls.
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; when=2018-01..; \
        bullets=["As a rain engineer, I built gauges.", "They worked."]
        """,
        """
        org=Acme Gauges; role=Support, Provisioning; when=2015..2017; bullets=["I answered calls."]
        """,
      ])
  }

  @Test func takesThePostThatASentenceNamesInBold() {
    checkRecords(
      "Experience",
      """
      ### 2020 - 2021: Mudbot (Mudford, ES)

      As a **Rain Engineer** in the *Bell* team, I built gauges and kept them.

      - Rain
      """,
      [
        """
        org=Mudbot; role=Rain Engineer; at=Mudford, ES; when=2020..2021; \
        bullets=["As a Rain Engineer in the Bell team, I built gauges and kept them.", "Rain"]
        """
      ])
  }

  @Test func readsCoursesBelowWhenAndAboveWhere() {
    checkRecords(
      "Teaching",
      """
      **Rain Tutor** (2017–2021)
      Fen University, Leeds, UK
      600 hours of maps,
      and more.
      """,
      [
        """
        title=Rain Tutor; org=Fen University; at=Leeds, UK; when=2017..2021; \
        bullets=["600 hours of maps, and more."]
        """
      ])
  }

  @Test func readsTalksBelowWhenAndWhere() {
    checkRecords(
      "Talks", "**2023** — Rain Congress (Oslo)\n*Learning from Rain*",
      ["title=Learning from Rain; org=Rain Congress (Oslo); when=2023"])
  }

  @Test func readsWhatSomebodyWasBelowABody() {
    checkRecords(
      "Memberships",
      """
      [Rain Society](https://e.org) **and** [Mud Club](https://e.net)\u{20}\u{20}
       *Instructor* - __2015-Present__\u{20}\u{20}
          - Kept the gauges

      [Fog Institute](https://e.com)\u{20}\u{20}
       *Clerk/Keeper* - __Jan. 2015-Mar. 2015__
      """,
      [
        """
        org=Rain Society and Mud Club; role=Instructor; when=2015..; bullets=["Kept the gauges"]
        """,
        "org=Fog Institute; role=Clerk/Keeper; when=2015-01..2015-03",
      ])
  }

  @Test func readsEntriesBelowHeadingsThatOnlySayWhen() {
    checkRecords(
      "Experience",
      """
      ### Acme Gauges, Leeds

      #### since 11.2022

      Rain Engineer\u{20}\u{20}
      Care of the gauges,\u{20}\u{20}
      and more

      #### 02.2021–10.2022

      I drew up maps of all the wet land in the north for the society of rain.
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; at=Leeds; when=since 2022-11; \
        bullets=["Care of the gauges, and more"]
        """,
        """
        org=Acme Gauges; at=Leeds; when=2021-02..2022-10; \
        bullets=["I drew up maps of all the wet land in the north for the society of rain."]
        """,
      ])
  }

  @Test func readsProjectsBelowTheirNames() {
    checkRecords(
      "Projects", "**[Tern](https://e.org)** (2021)\u{20}\u{20}\nA map of birds.",
      ["title=Tern; text=A map of birds.; when=2021"])
  }

  @Test func readsSchoolsInThePointsBelowDegrees() {
    checkRecords(
      "Education",
      """
      ### Rain Engineering (5 year plan)

      * University of Fen (Old College of the Fens), Mudford, Spain
      * Minor in mud
      """,
      [
        """
        title=Rain Engineering; org=University of Fen (Old College of the Fens); \
        at=Mudford, Spain; text=5 year plan; bullets=["Minor in mud"]
        """
      ])
    checkRecords(
      "Education", "- Fen Tafe (2003)\n  - Advanced Diploma of Rain (Maps: MS50)",
      ["title=Advanced Diploma of Rain (Maps: MS50); org=Fen Tafe; when=2003"])
  }

  @Test func readsDefinitionsBelowADateAsOneHead() {
    checkRecords(
      "Experience",
      """
      10/2015
      :   **Rain Engineer** (two months)
      :   *Maps of rain from the air*
      :   Rain Lab, University of Olm.

      2010
      :   **Intern**
      :   *Slow mills*,
      :   Moss Institute, Leeds.

      2008
      :   Writer
      :   Bolt, Leeds

      2006
      :   Intern at Acme
      :   Tutor at Fen College
      """,
      [
        "org=Rain Lab, University of Olm; role=Rain Engineer; "
          + "text=two months, Maps of rain from the air; when=2015-10",
        "org=Moss Institute; role=Intern; at=Leeds; text=Slow mills; when=2010",
        "org=Bolt; role=Writer; at=Leeds; when=2008", "org=Acme; role=Intern; when=2006",
        "org=Fen College; role=Tutor; when=2006",
      ])
  }

  @Test func keepsSentencesBelowAWholeHead() {
    checkRecords(
      "Berufserfahrung",
      """
      ### 2015 - 2019: Regenarchitekt, Moos AG

      Als Co-Founder war ich verantwortlich für alle Aspekte des Regens.

      *Regen, Nebel, Tau, Reif*

      ### 2013 - 2015: Wissenschaftlicher Assistent, Tau AG

      Arbeit als Freelancer bei diversen Kunden - Hauptsache war das Zählen von Tropfen.

      *Nebel, Tau*
      """,
      [
        "org=Moos AG; role=Regenarchitekt; when=2015..2019; bullets=[\"Als Co-Founder war ich "
          + "verantwortlich für alle Aspekte des Regens.\", \"Regen, Nebel, Tau, Reif\"]",
        "org=Tau AG; role=Wissenschaftlicher Assistent; when=2013..2015; bullets=[\"Arbeit als "
          + "Freelancer bei diversen Kunden - Hauptsache war das Zählen von Tropfen.\", "
          + "\"Nebel, Tau\"]",
      ])
  }

  @Test func readsDatedLinesAboveParagraphs() {
    // A link may close the line, and the name of the employer need not be bold.
    checkRecords(
      "Work",
      """
      **Fen Station, 30th Jul 2018 – 7th Sep 2018**[*-website link*](https://fen.example)

      **Duties:** General upkeep of gauges.

      **Rain keeping**, Acme Fogs, September 2011 – September 2015

      Duties: I looked after gauges of all sizes and sorts.
      """,
      [
        "org=Fen Station; when=2018-07-30..2018-09-07; bullets=[\"Duties: General upkeep of gauges.\"]",
        "org=Acme Fogs; role=Rain keeping; when=2011-09..2015-09; "
          + "bullets=[\"Duties: I looked after gauges of all sizes and sorts.\"]",
      ])
    checkRecords(
      "Work",
      """
      **Rain keeping**, Acme Fogs, September 2011 – September 2015

      I looked after gauges of all sizes and sorts, and told their owners how rain falls.
      """,
      [
        "org=Acme Fogs; role=Rain keeping; when=2011-09..2015-09; bullets="
          + "[\"I looked after gauges of all sizes and sorts, and told their owners how rain falls.\"]"
      ])
  }

  @Test func readsWhatIsToldBehindADatedHeadInBold() {
    checkRecords(
      "Experience",
      """
      - **Fog Trainee (2020 – 2021)** A course to bring rain to all. Work on maps, mud, and dew.
      - **Mist Keeper (2019)** University of Fen, Leeds
      """,
      [
        """
        role=Fog Trainee; when=2020..2021; \
        bullets=["A course to bring rain to all. Work on maps, mud, and dew."]
        """,
        "org=University of Fen; role=Mist Keeper; at=Leeds; when=2019",
      ])
  }

  @Test func joinsALineThatBeginsWithAComma() {
    checkRecords(
      "Education",
      """
      **PhD, Rain**, University of Fen
      , 2018 – 2024

      **MSc, Rain**, University of Fen, 2016 – 2018

      **BSc, Fog**, Olm College, 2013 – 2016
      """,
      [
        "title=PhD, Rain; org=University of Fen; when=2018..2024",
        "title=MSc, Rain; org=University of Fen; when=2016..2018",
        "title=BSc, Fog; org=Olm College; when=2013..2016",
      ])
  }

  @Test func readsGrantsAbovePointsThatSayForWhat() {
    checkRecords(
      "Grants",
      """
      **Fen Legacy**, 2020
      * Travel grant for work in the rain (10.000 DKK)

      **Olm Stipend**, 2017
      * Travel grant for a stay in the fog
      """,
      [
        """
        title=Fen Legacy; when=2020; bullets=["Travel grant for work in the rain (10.000 DKK)"]
        """,
        "title=Olm Stipend; when=2017; bullets=[\"Travel grant for a stay in the fog\"]",
      ])
  }

  @Test func readsPostsOfResponsibility() {
    checkRecords(
      "Posts of responsibility",
      """
      **Member of the rain committee, Mud,** University of Fen, 2020

      **Chairman, Fog Council, University of Fen,** 2016–2019
      """,
      [
        "title=Member of the rain committee, Mud, University of Fen; when=2020",
        "title=Chairman, Fog Council, University of Fen; when=2016..2019",
      ])
  }

  @Test func takesACoOpForAPost() {
    checkRecords(
      "Experience",
      """
      ### **Rain Co-op**

      **Acme Gauges**, Leeds, UK

      May 2020 – July 2020

      - Built gauges
      """,
      [
        """
        org=Acme Gauges; role=Rain Co-op; at=Leeds, UK; when=2020-05..2020-07; \
        bullets=["Built gauges"]
        """
      ])
  }

  @Test func readsTermsAndDescriptionsInADivision() {
    checkRecords(
      "Parcours",
      """
      <div class="row">
      <dt>09/2018–…</dt>
      <dd><strong>Maître de conférences</strong>, <em>Université des Landes</em>, Paris, France</dd>

      <dt>2015–2017</dt>
      <dd><strong>Ingénieur</strong>, <em>Institut de la Pluie</em>, Lille, France<br>
      Supervisé par Bo Poe.</dd>
      </div>
      """,
      [
        "org=Université des Landes; role=Maître de conférences; at=Paris, France; when=2018-09..",
        "org=Institut de la Pluie; role=Ingénieur; at=Lille, France; text=Supervisé par Bo Poe; "
          + "when=2015..2017",
      ])
    // Other words beside them make it no list.
    let others = ReadProfile.records(
      "Parcours", "<div><dt>2018</dt><p>Rain Engineer</p><dd>Acme, Leeds</dd></div>")
    #expect(others.count < 2)
  }

  @Test func takesAPlaceInBracketsBelowADefinition() {
    checkRecords(
      "Education",
      """
      2015-2020
      :   **PhD, Rain Studies**; Fen University

            (Leeds, UK)

      2012-2014
      :   **MPH**; Mud College

            (with honours)
      """,
      [
        "title=PhD, Rain Studies; org=Fen University; at=Leeds, UK; when=2015..2020",
        "title=MPH; org=Mud College; when=2012..2014; bullets=[\"(with honours)\"]",
      ])
  }

  @Test func keepsACentreAtASchoolWhole() {
    checkRecords(
      "Experience",
      """
      **Centre for Rain and Mud at Fen University** 2013 - 2014

      - Mapped it.

      **Engineer at Fen University** 2011 - 2012

      - Built it.
      """,
      [
        "org=Centre for Rain and Mud at Fen University; when=2013..2014; bullets=[\"Mapped it.\"]",
        "org=Fen University; role=Engineer; when=2011..2012; bullets=[\"Built it.\"]",
      ])
  }
}
