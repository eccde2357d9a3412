// SPDX-License-Identifier: MIT
import Testing

/// Towns behind the names of companies and schools, with codes and brackets beside them.
@Suite struct TownTests {
  @Test(arguments: [
    ("Tern Boote AG, Mudford SG", "org=Tern Boote AG; role=Gauger; at=Mudford SG"),
    ("Tern AG Bootsbau, Mudford", "org=Tern AG Bootsbau; role=Gauger; at=Mudford"),
    ("Tern GmbH, Mudford / Leeds", "org=Tern GmbH; role=Gauger; at=Mudford / Leeds"),
    (
      "Tern AG (Einsatz beim Kunden), Mudford BE",
      "org=Tern AG; role=Gauger; at=Mudford BE; text=Einsatz beim Kunden"
    ),
    (
      "Tern AG, Mudford (Boote und Ruder)",
      "org=Tern AG; role=Gauger; at=Mudford; text=Boote und Ruder"
    ),
    ("Tern Ltd (TERN), Leeds", "org=Tern Ltd (TERN); role=Gauger; at=Leeds"),
    ("Tern GmbH, Rain / Fog", "org=Tern GmbH, Rain / Fog; role=Gauger"),
  ])
  func readsCompanies(line: String, expected: String) {
    checkRecords(
      "Experience", "### 2019 – 2021\n\n**Gauger** | \(line)\n\n- Kept boats\n",
      [expected + "; when=2019..2021; bullets=[\"Kept boats\"]"])
  }

  @Test func keepsBracketsOfTownsInThem() {
    checkRecords(
      "Education",
      """
      ### BSc in Rain, Fen University, Leeds (UK)

      **2015 – 2019**

      ### Baccalauréat, Lycée Rosier, Mudfort (29)

      **2014 – 2015**
      """,
      [
        "title=BSc in Rain; org=Fen University; at=Leeds (UK); when=2015..2019",
        "title=Baccalauréat; org=Lycée Rosier; at=Mudfort (29); when=2014..2015",
      ])
  }

  @Test func readsDegreesAndPostsInTheFirstPointBelowTheirSchool() {
    checkRecords(
      "Education",
      "- University of Ohio, Mudford, Ohio, USA\n    - PhD in Rain, May 2018\n    - Thesis: On rain\n",
      [
        """
        title=PhD in Rain; org=University of Ohio; at=Mudford, Ohio, USA; when=2018-05; \
        bullets=["Thesis: On rain"]
        """
      ])
    checkRecords(
      "Experience",
      """
      - Fen University, Rain and Fog, 2010 -- 2011
          - Senior Lab Assistant
      - Fen University, 2008 -- 2009
          - Kept the weather lab of an assistant
      """,
      [
        "org=Fen University, Rain and Fog; role=Senior Lab Assistant; when=2010..2011",
        """
        org=Fen University; when=2008..2009; bullets=["Kept the weather lab of an assistant"]
        """,
      ])
  }

  @Test func readsAPartBelowItsBodyInAPoint() {
    checkRecords(
      "Volunteering",
      """
      - Moss Community Center, Leeds, UK
          Tutor, Introduction to Rain, Summer 2015
      - 4th Rain Week ([RW'14](https://e.org/rw))
          Student Volunteer, 2014
      - Helped at many of the fairs that the town held for its
        Engineers and others, 2014
      """,
      [
        """
        org=Moss Community Center; role=Tutor, Introduction to Rain; at=Leeds, UK; when=2015
        """,
        "org=4th Rain Week (RW'14); role=Student Volunteer; when=2014",
        """
        text=Helped at many of the fairs that the town held for its Engineers and others; when=2014
        """,
      ])
  }
}
