// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVReaders

@Suite struct JSONResumeTests {
  /// The entries of one section.
  private func entries(_ section: String) -> [String] {
    ReadSource(#"{"basics": {"name": "Ada Roe"}, "# + section + "}").summaries
  }

  @Test(arguments: [
    (
      #""work": [{"name": "Acme", "position": "Smith", "startDate": "2020-03"}]"#,
      "position: org=Acme; role=Smith; when=2020-03.."
    ),
    (
      #""work": [{"company": "Acme", "position": "Smith", "startDate": "2020", "endDate": "2021"}]"#,
      "position: org=Acme; role=Smith; when=2020..2021"
    ),
    (
      #""work": [{"name": "A", "startDate": "2001-02", "endDate": "2009-10"}]"#,
      "position: org=A; when=2001-02..2009-10"
    ),
    (#""awards": [{"title": "P", "date": "2001-09"}]"#, "award: title=P; when=2001-09"),
    (
      #""work": [{"name": "", "company": "Acme", "startDate": "10/2020-Present"}]"#,
      "position: org=Acme; when=2020-10.."
    ),
    (
      #""work": [{"name": "A", "startDate": "2020/10至今", "summary": "S", "highlights": ["H", ""]}]"#,
      "position: org=A; text=S; when=2020-10..; bullets=[\"H\"]"
    ),
    (
      #""education": [{"institution": "U", "studyType": "BSc", "area": "Art", "gpa": "3.9"}]"#,
      "education: title=BSc, Art; org=U; text=GPA: 3.9"
    ),
    (
      #""education": [{"institution": "U", "area": "Art", "endDate": "2019-06", "courses": ["A1"]}]"#,
      "education: title=Art; org=U; when=2019-06; bullets=[\"A1\"]"
    ),
    (
      #""skills": [{"name": "Web", "level": "Master", "keywords": ["A", "B"]}]"#,
      "skill: title=Web; text=Master; A, B"
    ),
    (#""languages": [{"language": "Dutch", "fluency": "C1"}]"#, "language: title=Dutch; text=C1"),
    (
      #""awards": [{"title": "Prize", "awarder": "Guild", "date": "2020-05-02"}]"#,
      "award: title=Prize; org=Guild; when=2020-05-02"
    ),
    (
      #""publications": [{"name": "T", "publisher": "V", "releaseDate": "2019", "authors": "A. Roe and B. Poe"}]"#,
      "title=T; authors=A. Roe!|B. Poe; venue=V; year=2019"
    ),
    (#""awards": ["Best Paper, 2024"]"#, "award: title=Best Paper; when=2024"),
  ])
  func readsAnEntry(source: String, summary: String) {
    #expect(entries(source) == [summary])
  }

  @Test func leavesEmojiOut() {
    let read = ReadSource(
      #"{"basics": {"name": "Ada 🚀 Roe"}, "work": [{"name": "Acme", "position": "Smith 🎉"}]}"#)
    #expect(read.profile.name?.text == "Ada Roe")
    #expect(read.summaries == ["position: org=Acme; role=Smith"])
    #expect(read.account.entries.filter { $0.fate == .emoji }.count == 2)
  }

  @Test func keepsTheOrderOfTheFile() {
    let read = ReadSource(
      #"{"skills": [{"name": "A"}], "basics": {"name": "B"}, "work": [{"name": "C"}]}"#)
    #expect(read.outline == ["Skills: skills", "Experience: experience"])
  }

  @Test func takesEmptyValuesForNone() {
    let read = ReadSource(
      #"{"basics": {"name": "Ada", "email": "", "location": {}, "profiles": [{}, {"network": ""}]}, "work": [{}, {"name": ""}], "skills": []}"#
    )
    #expect(read.profile.sections.isEmpty && read.profile.contacts.isEmpty)
    #expect(read.log.diagnostics.isEmpty)
  }

  @Test func tellsOfUnknownKeysAndKeepsTheirWords() {
    let read = ReadSource(
      """
      {"basics": {"name": "Ada", "emial": "ada@example.org"},
       "work": [{"name": "Acme", "positon": "Smith", "x_note": "n"}]}
      """)
    #expect(
      read.messages == [
        "1:28: unknown-key: the key “basics.emial” is not known; what it says is left out",
        "2:28: unknown-key: the key “work[0].positon” is not known; what it says is kept as a note",
      ])
    #expect(
      read.log.diagnostics.map(\.help) == ["did you mean “email”?", "did you mean “position”?"])
    let kept = read.account.entries.filter { $0.fate == .unknownKey }.map(\.text)
    #expect(kept == ["ada@example.org", "n"])
    #expect(read.summaries == ["position: org=Acme; text=Positon: Smith"])
  }

  @Test func keepsTheWordsOfUnknownKeysAsNotes() {
    let read = ReadSource(
      """
      {"work": [{"name": "Acme", "team": "Rain", "tools": ["Hammer", "Anvil"], "remote": true,
                 "hours": 40, "page": "https://e.org/x"}],
       "publications": [{"name": "Wet maps", "readers": "all of Fen"}]}
      """)
    #expect(
      read.summaries == [
        "position: org=Acme; text=Team: Rain; Tools: Hammer, Anvil",
        "title=Wet maps; note=Readers: all of Fen",
      ])
    let kept = read.account.entries.filter { $0.fate == .unknownKey }.map(\.text)
    #expect(kept == ["true", "40", "https://e.org/x"])
  }

  @Test func readsAnUnknownListAsASection() {
    let read = ReadSource(
      #"{"basics": {"name": "A"}, "conferenceTalks": [{"title": "T", "venue": "V", "date": "2020"}, "Line"]}"#
    )
    #expect(read.outline == ["Conference talks: talks"])
    #expect(read.summaries == ["talk: title=T; org=V; when=2020", "talk: title=Line"])
    #expect(read.log.diagnostics.map(\.code) == [.unknownKey])
  }

  @Test func keepsTheWordsOfWrongTypes() {
    let read = ReadSource(
      #"{"basics": {"name": ["Ada", "Roe"], "label": {"a": "X"}}, "work": [{"name": "A", "highlights": "one"}], "skills": {"name": "S"}}"#
    )
    #expect(read.profile.name?.text == "Ada, Roe")
    #expect(read.profile.headline?.text == "X")
    #expect(read.summaries == ["position: org=A; bullets=[\"one\"]", "skill: title=S"])
    #expect(read.log.diagnostics.map(\.code) == [.badValue, .badValue])
  }

  @Test(arguments: [
    (#""profiles": "github""#, "github", 1), (#""profiles": ["e.org/a"]"#, "e.org/a", 0),
    (#""location": ["Ort"]"#, "Ort", 1), (#""location": "Ort""#, "Ort", 0),
  ])
  func tellsOfContactsOfWrongTypes(member: String, text: String, faults: Int) {
    let read = ReadSource(
      "{\"basics\": {\"name\": \"A\", \(member)}, \"work\": [{\"name\": \"B\"}]}")
    #expect(read.profile.contacts.map(\.text) == [text])
    #expect(read.log.diagnostics.map(\.code) == Array(repeating: .badValue, count: faults))
  }

  @Test func knowsThePlaceOfEveryWord() {
    let read = ReadSource(
      #"{"basics": {"name": "Ad\u0061 Roe", "summary": "A\nB \ud835\udd04 é\/x"}}"#)
    guard case .paragraph(let summary)? = read.profile.sections.first?.entries.first else {
      Issue.record("no summary")
      return
    }
    #expect(summary.text.text == "A B 𝔄 é/x")
    let words = summary.text.runs.compactMap { $0.span.map(read.sources.text) }
    #expect(words.first == "A" && words.contains("B"))
  }

  @Test func joinsThePartsOfAPlace() {
    let read = ReadSource(
      #"{"basics": {"name": "A", "location": {"address": "1 Way\nHall 2", "postalCode": "12", "city": "Ort", "countryCode": "DE"}}}"#
    )
    #expect(read.profile.contacts.map(\.text) == ["1 Way, Hall 2, 12 Ort, DE"])
  }
}
