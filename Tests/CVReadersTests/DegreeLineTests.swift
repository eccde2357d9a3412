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
}
