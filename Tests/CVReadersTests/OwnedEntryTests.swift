// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries that say only once where they were, or say what they are line above line.
@Suite struct OwnedEntryTests {
  @Test func readsPostsBelowAPointThatSaysWhere() {
    checkRecords(
      "Experience",
      """
      * __Acme Gauges__, Leeds, UK
          * _Rain Engineer_, 2018 – 2021
              * Built gauges
          * _Intern_, 2016 – 2018
      * __Bolt Ltd__, Ely, UK
          * Kept accounts
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; at=Leeds, UK; when=2018..2021; \
        bullets=["Built gauges"]
        """,
        "org=Acme Gauges; role=Intern; at=Leeds, UK; when=2016..2018",
        "org=Bolt Ltd; at=Ely, UK; bullets=[\"Kept accounts\"]",
      ])
  }

  @Test func readsPostsInHeadingsBelowThatOfTheirEmployer() {
    checkRecords(
      "Experience",
      """
      ### Acme Gauges
      #### Rain Engineer (2018 – 2021)
      Built gauges.
      #### Intern (2016 – 2018)
      - Kept bells
      ### Industry
      #### Writer, Fen Press, 2012 – 2014
      - Wrote
      """,
      [
        "org=Acme Gauges; role=Rain Engineer; when=2018..2021; bullets=[\"Built gauges.\"]",
        "org=Acme Gauges; role=Intern; when=2016..2018; bullets=[\"Kept bells\"]",
        "org=Fen Press; role=Writer; group=Industry; when=2012..2014; bullets=[\"Wrote\"]",
      ])
  }

  @Test func readsHeadingsRightBelowEachOther() {
    checkRecords(
      "Experience",
      """
      ### Rain Engineer
      #### Acme Gauges
      ###### Leeds, UK · Jan 2018 – Dec 2021
      Built gauges.
      """,
      [
        """
        org=Acme Gauges; role=Rain Engineer; at=Leeds, UK; when=2018-01..2021-12; \
        bullets=["Built gauges."]
        """
      ])
  }

  @Test func takesAPostBeforeAFullStop() {
    checkRecords(
      "Experience",
      "**Acme Gauges**\n*2018 – 2021*\n\nRain Engineer. Built gauges and kept the bells.",
      [
        """
        org=Acme Gauges; role=Rain Engineer; when=2018..2021; \
        bullets=["Built gauges and kept the bells."]
        """
      ])
  }

  @Test func readsTownsBehindCompanies() {
    checkRecords(
      "Experience", "Bolt Ltd, Ely\u{20}\u{20}\nClerk, 2007 – 2010\u{20}\u{20}\nKept accounts.",
      ["org=Bolt Ltd; role=Clerk; at=Ely; text=Kept accounts; when=2007..2010"])
  }

  @Test func keepsLabelsBeforeWordsInItalics() {
    checkRecords(
      "Education", "**MSc Mud, Moss University**, 2019–2020. Thesis: *On Mud*. Grade: First.",
      ["title=MSc Mud; org=Moss University; text=Thesis: On Mud. Grade: First; when=2019..2020"])
  }

  @Test func readsSkillsLineByLine() {
    checkRecords(
      "Skills", "Rain ★★★★☆\u{20}\u{20}\nMud ★★☆☆☆",
      ["title=Rain; text=★★★★☆", "title=Mud; text=★★☆☆☆"])
    checkRecords("Skills", "Languages\n: Rust\n: Go", ["title=Languages; text=Rust, Go"])
  }

  @Test func readsDegreesWithTheirFieldBelowTheirSchool() {
    checkRecords(
      "Education",
      """
      ## Fen School of Rain, Leeds, England

      ### M.Sc., Fog, 1985

      - Thesis: On Mist

      ## The University of Olm, Boston, MA

      ### J.D., magna cum laude, 1997
      """,
      [
        """
        title=M.Sc., Fog; org=Fen School of Rain; at=Leeds, England; when=1985; \
        bullets=["Thesis: On Mist"]
        """,
        "title=J.D., magna cum laude; org=The University of Olm; at=Boston, MA; when=1997",
      ])
  }

  @Test func readsPartsTakenBelowASchool() {
    checkRecords(
      "Past Teaching Experience",
      """
      ## Fen Law School, Leeds, UK

      ### Lecturer in Fog, 2004-2006

      - Mist and dew

      ## Olm College

      ### Instructor, 1997-2003

      ### Lecturer, Fall 2021
      """,
      [
        """
        org=Fen Law School; role=Lecturer in Fog; at=Leeds, UK; when=2004..2006; \
        bullets=["Mist and dew"]
        """,
        "org=Olm College; role=Instructor; when=1997..2003",
        "org=Olm College; role=Lecturer; when=2021",
      ])
  }

  @Test func takesHeadingsOfPostsForExperience() {
    let page = """
      # Fen School of Rain

      ## Keeper of Gauges, 2007-present

      - Tenure 2012

      ### Courses 2023-24

      - Fog

      # Weather Practice

      ## Roe Poe, LLP, Leeds and Mudford, UK

      ### Associate, 2006-2007

      - Dew

      # Education

      - PhD, Olm University, 1999
      """
    let read = ReadProfile(page)
    #expect(read.profile.sections.map(\.kind) == [.experience, .experience, .education])
    #expect(
      read.summaries.prefix(2) == [
        "role=Keeper of Gauges; when=2007..; bullets=[\"Tenure 2012\", \"Courses 2023-24\"]",
        """
        org=Roe Poe, LLP; role=Associate; at=Leeds and Mudford, UK; when=2006..2007; \
        bullets=["Dew"]
        """,
      ])
  }

  @Test func readsWhenAndWhatInThePointsBelowASchool() {
    checkRecords(
      "Education",
      """
      ## Fen College (Leeds, UK)

      - Graduated June 2017
      - Rain studies BS and fog BA
      - GPA: 3.5
      """,
      [
        """
        title=Rain studies BS and fog BA; org=Fen College; at=Leeds, UK; text=Graduated; \
        when=2017-06; bullets=["GPA: 3.5"]
        """
      ])
  }

  @Test func readsPostsInParagraphsBelowTheirEmployer() {
    checkRecords(
      "Experience",
      """
      ### [Acme Gauges](https://acme.example) | *Leeds, UK*

      **Chief Engineer**\u{20}
      *Jul 2021 - Present*

      **Rain Engineer**
      *Jan 2018 - Jul 2021*
      - Built gauges

      **Intern**
      *Jan 2016 - Dec 2017*
      """,
      [
        "org=Acme Gauges; role=Chief Engineer; at=Leeds, UK; when=2021-07..",
        "org=Acme Gauges; role=Rain Engineer; at=Leeds, UK; when=2018-01..2021-07; "
          + "bullets=[\"Built gauges\"]",
        "org=Acme Gauges; role=Intern; at=Leeds, UK; when=2016-01..2017-12",
      ])
  }

  @Test func readsThePlaceBetweenAnEmployerAndItsPosts() {
    checkRecords(
      "Experience",
      """
      ### Acme Gauges
      *Leeds, UK*

      #### **Rain Engineer** | 2018 – Present
      - Built gauges

      #### **Intern** | 2016 – 2018

      ### Bolt Ltd
      *Ely, UK*

      **Fog Engineer**
      *2015 – 2016*
      - Wrote code

      **Intern**
      *2014*
      """,
      [
        "org=Acme Gauges; role=Rain Engineer; at=Leeds, UK; when=2018..; "
          + "bullets=[\"Built gauges\"]",
        "org=Acme Gauges; role=Intern; at=Leeds, UK; when=2016..2018",
        "org=Bolt Ltd; role=Fog Engineer; at=Ely, UK; when=2015..2016; bullets=[\"Wrote code\"]",
        "org=Bolt Ltd; role=Intern; at=Ely, UK; when=2014",
      ])
  }

  @Test func readsAPostInADepartmentBelowItsUniversity() {
    checkRecords(
      "Experience",
      """
      - Fen University, Leeds, UK
        - Lecturer, Rain, Department of Fog (2019 – present)
      """,
      [
        "org=Fen University; role=Lecturer, Rain, Department of Fog; at=Leeds, UK; "
          + "when=2019.."
      ])
  }

  @Test func readsPrizesBelowThoseWhoGaveThem() {
    let section = ReadProfile.section(
      "Awards",
      """
      - Fen University, Leeds, UK
        - Tern Prize (May 2019)
        - First among students of rain (2017 – 2019)
      - Tern Society
        - Rain Medal, 2011
      """)
    let prizes = section.entries.compactMap { entry in
      if case .record(let record) = entry { record } else { nil }
    }
    #expect(
      prizes.map(\.title?.text) == [
        "Tern Prize", "First among students of rain", "Rain Medal",
      ])
    #expect(
      prizes.map(\.group?.text) == [
        "Fen University, Leeds, UK", "Fen University, Leeds, UK", "Tern Society",
      ])
  }

  @Test func takesThePostOfTheFirstPointAlone() {
    let head = "**[Acme](https://example.org)**\n(Leeds, UK)\n\n"
    let one = ReadProfile.records(
      "Experience", head + "- **Rain Engineer** (July 2021 - May 2023)\n- Built gauges of all kinds"
    )
    #expect(
      one.map(\.summary) == [
        "org=Acme; role=Rain Engineer; at=Leeds, UK; when=2021-07..2023-05; "
          + "bullets=[\"Built gauges of all kinds\"]"
      ])
    let two = ReadProfile.records(
      "Experience",
      head + "- **Rain Engineer** (May 2021 - May 2023)\n- **Rain Manager** (May 2023 - May 2024)")
    #expect(two.map { $0.role?.text } == ["Rain Engineer", "Rain Manager"])
    let work = ReadProfile.records(
      "Experience", head + "- **Rain map** (July 2021 - May 2023)\n- Built gauges of all kinds")
    #expect(work.map { $0.role?.text } == [nil])
    #expect(work.first?.bullets.count == 2)
  }
}
