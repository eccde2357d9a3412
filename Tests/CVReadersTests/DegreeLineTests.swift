// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Degrees in each order and style of their fields, as one field after the other changes.
@Suite struct DegreeLineTests {
  private static let degrees = [
    "PhD in Computer Science", "Ph.D., Rain Engineering", "B.Sc. Mathematics",
    "Bachelor of Arts (Honours), History", "Diplom-Ingenieur", "MBA",
  ]
  private static let schools = [
    "Fen University", "University of Fens", "MIT", "KU Olm", "Fen Institute of Technology",
  ]
  private static let places = ["", "Leeds, UK", "Boston, MA", "Zürich"]
  private static let dates = [
    ("2019 – 2023", "2019..2023"), ("Sep 2019 - Present", "2019-09.."), ("2023", "2023"),
  ]

  /// The fields of a line: the degree, the school with its place, and when.
  typealias Line = @Sendable (_ degree: String, _ school: String, _ when: String) -> String

  @Test(
    arguments: [
      { "\($0), \($1), \($2)" }, { "**\($0)**, \($1) (\($2))" }, { "\($2): \($0), \($1)" },
      { "*\($2)*, \($0), \($1)." }, { "**\($0)** | \($1) | \($2)" },
      { "**\($0)** at \($1), \($2)" },
    ] as [Line])
  func readsEveryField(line: @escaping Line) {
    var (lines, expected) = ([String](), [String]())
    for degree in Self.degrees {
      for school in Self.schools {
        for place in Self.places {
          let (when, summary) = Self.dates[lines.count % Self.dates.count]
          lines.append(
            "- "
              + line(degree, [school, place].filter { !$0.isEmpty }.joined(separator: ", "), when))
          let location = place.isEmpty ? "" : "; at=\(place)"
          expected.append("title=\(degree); org=\(school)\(location); when=\(summary)")
        }
      }
    }
    checkRecords("Education", lines.joined(separator: "\n"), expected)
  }

  @Test func partsSubjectsFromSchools() {
    checkRecords(
      "Education",
      """
      - PhD in Rain Studies at Fen University, 2023
      - *Master of Arts*, History, Fen University (2003)
      - **MSc**, School of Rain, Fen University, 2003
      - **Fen University**, Leeds, UK, MSc in Rain, 2003
      - **Fen University**, Physics, MSc, 2003
      - MBA at MIT, 2019 – 2023
      """,
      [
        "title=PhD in Rain Studies; org=Fen University; when=2023",
        "title=Master of Arts, History; org=Fen University; when=2003",
        "title=MSc; org=School of Rain, Fen University; when=2003",
        "title=MSc in Rain; org=Fen University; at=Leeds, UK; when=2003",
        "title=Physics, MSc; org=Fen University; when=2003",
        "title=MBA; org=MIT; when=2019..2023",
      ])
  }

  @Test func joinsADegreeWithItsSubject() {
    checkRecords(
      "Education",
      """
      - **BSc** in Rain Physics, KIT Olm, 2014
      - **PhD** (Physics), Fen University, 2021
      - *Master* in Rain and Fog, Fen University, 2020
      - **PhD** at Fen University, 2020
      - **PhD** (with distinction), Fen University, 2020
      - **PhD** (Leeds), Fen University, 2020
      """,
      [
        "title=BSc in Rain Physics; org=KIT Olm; when=2014",
        "title=PhD (Physics); org=Fen University; when=2021",
        "title=Master in Rain and Fog; org=Fen University; when=2020",
        "title=PhD; org=Fen University; when=2020",
        "title=PhD; org=Fen University; text=with distinction; when=2020",
        "title=PhD; org=Fen University; at=Leeds; when=2020",
      ])
  }

  @Test func partsFieldsAtStopsAndBehindDates() {
    checkRecords(
      "Education",
      """
      - B.Sc. in Rain. University of the South. 2010.
      - PhD in Rain. 2016. Fen University, Oslo, Norway.
      - BSc in Rain. St. Fen University. Leeds, UK. May 2010.
      - MSc in Rain, Fen University, 2012. Distinction.
      - BSc Rain, Fen University, 2012-2015, First class honours
      - BSc in Rain, Fen University, 2010, Leeds
      - BSc in Rain, Fen University, 2010. GPA: 3.9
      - Licence de Géologie. Université de Pluie. 2010.
      """,
      [
        "title=B.Sc. in Rain; org=University of the South; when=2010",
        "title=PhD in Rain; org=Fen University; at=Oslo, Norway; when=2016",
        "title=BSc in Rain; org=St. Fen University; at=Leeds, UK; when=2010-05",
        "title=MSc in Rain; org=Fen University; text=Distinction; when=2012",
        "title=BSc Rain; org=Fen University; text=First class honours; when=2012..2015",
        "title=BSc in Rain; org=Fen University; at=Leeds; when=2010",
        "title=BSc in Rain; org=Fen University; text=GPA: 3.9; when=2010",
        "title=Licence de Géologie; org=Université de Pluie; when=2010",
      ])
  }

  @Test func readsBracketsBehindAStyledField() {
    checkRecords(
      "Experience",
      """
      - **Engineer** (remote), Acme Ltd, 2020
      - **Google** (Zurich), Software Intern, 2020
      - **Engineer** (part-time), Fen University, Leeds, UK, 2020
      - **Fen University** (FU), Engineer, 2020
      """,
      [
        "org=Acme Ltd; role=Engineer; at=remote; when=2020",
        "org=Google; role=Software Intern; at=Zurich; when=2020",
        "org=Fen University; role=Engineer; at=Leeds, UK; text=part-time; when=2020",
        "org=Fen University (FU); role=Engineer; when=2020",
      ])
  }
}
