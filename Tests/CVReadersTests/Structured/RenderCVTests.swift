// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVReaders

@Suite struct RenderCVTests {
  private func read(_ sections: String) -> ReadSource {
    let indented = sections.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return ReadSource("cv:\n  name: Ada Roe\n  sections:\n\(indented)\n")
  }

  @Test(arguments: [
    ("x:\n- A **b** text.", "A b text."),
    (
      "education:\n- {institution: U, area: Art, degree: BSc, start_date: 2010, end_date: 2013}",
      "education: title=BSc, Art; org=U; when=2010..2013"
    ),
    (
      "experience:\n- {company: C, position: P, start_date: 2020-02}",
      "position: org=C; role=P; when=2020-02.."
    ),
    (
      "experience:\n- {company: C, position: P, date: Fall 2023, location: Ort}",
      "position: org=C; role=P; at=Ort; when=2023"
    ),
    (
      "experience:\n- {company: C, position: P, date: many years ago}",
      "position: org=C; role=P; text=many years ago"
    ),
    (
      "experience:\n- {company: C, position: P, summary: 2015 - 2020}",
      "position: org=C; role=P; when=2015..2020"
    ),
    ("education:\n- {company: School, position: Pupil}", "education: title=Pupil; org=School"),
    ("projects:\n- {name: N, end_date: 2020, summary: S}", "project: title=N; text=S; when=2020"),
    (
      "publications:\n- {title: T, authors: [A. Roe, B. Poe], journal: J, date: 2020-01}",
      "title=T; authors=A. Roe!|B. Poe; venue=J; year=2020"
    ),
    ("technologies:\n- {label: Tools, details: 'a, b'}", "skill: title=Tools; text=a, b"),
    ("honors:\n- bullet: Prize, 2020", "award: title=Prize; when=2020"),
    ("honors:\n- number: Prize, 2020", "award: title=Prize; when=2020"),
    ("honors:\n- reversed_number: Prize, 2020", "award: title=Prize; when=2020"),
  ])
  func readsAnEntry(source: String, summary: String) {
    #expect(read(source).summaries == [summary])
    #expect(read(source).log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("selected_honors", "Selected Honors"), ("work_in_progress", "Work in Progress"),
    ("Über mich", "Über mich"), ("CV Data", "CV Data"), ("R&D", "R&D"), ("awards", "Awards"),
  ])
  func titlesSections(key: String, title: String) {
    #expect(sectionTitle(of: key) == title)
  }

  @Test func tellsSectionsByTheirEntries() {
    let read = read(
      """
      Etapas:
      - {company: C, position: P}
      Xyzzy:
      - {institution: U, area: A}
      Plugh:
      - {title: T, authors: [A]}
      """)
    #expect(read.outline == ["Etapas: experience", "Xyzzy: education", "Plugh: publications"])
  }

  @Test func readsMarkdownWithPlaces() {
    let read = read("x:\n- \"1. See [*it*](https://e.org) & `c`, # not a *title*\"")
    guard case .paragraph(let text)? = read.profile.sections.first?.entries.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.text.text == "1. See it & c, # not a title")
    var marked: [String] = []
    text.text.forEachRun { run, part in
      if run.attributes.link == "https://e.org" { marked.append("link \(part)") }
      if run.attributes.marks == .code { marked.append("code \(part)") }
      if let span = run.span { #expect(read.sources.text(of: span).contains(part)) }
    }
    #expect(marked == ["link it", "code c"])
  }

  @Test func readsNetworksAndConnections() {
    let read = ReadSource(
      """
      cv:
        name: A
        email: [a@example.org, b@example.org]
        social_networks:
          - {network: GitHub, username: ada}
          - {network: StackOverflow, username: 12/ada}
          - {network: Fooverse, username: ada}
        custom_connections:
          - {placeholder: Ask me, url: "https://e.org/ask", fontawesome_icon: x}
          - {placeholder: Room 12}
      """)
    #expect(
      read.profile.contacts.map { $0.kind.label + " " + ($0.url ?? $0.text) } == [
        "Email mailto:a@example.org", "Email mailto:b@example.org", "GitHub https://github.com/ada",
        "Stack Overflow https://stackoverflow.com/users/12/ada", "Fooverse ada",
        "Website https://e.org/ask", "Address Room 12",
      ])
    #expect(read.log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("german", "de"), ("pt-br", "pt"), ("brazilian_portuguese", "pt"), ("xx", "xx"),
  ])
  func takesTheLanguage(name: String, tag: String) {
    let read = ReadSource("cv:\n  name: A\nlocale:\n  language: \(name)\n")
    #expect(read.profile.language.hasPrefix(tag))
    #expect(read.log.diagnostics.isEmpty)
  }

  @Test func placesAFault() {
    let read = ReadSource("cv:\n  name: Ada\n  headline: a: b\n")
    #expect(read.messages == ["3:14: bad-yaml: the file is not valid YAML"])
  }
}
