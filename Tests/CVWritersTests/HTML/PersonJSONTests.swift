// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Foundation
import Testing

@testable import CVLayout
@testable import CVWriters

@Suite struct PersonJSONTests {
  private var profile: Profile {
    var profile = Profile()
    profile.name = RichText("Ada Roe")
    profile.headline = RichText("Mends machines")
    profile.contacts = [
      Contact(.location, text: "Lund"),
      Contact(.email, text: "ada@example.org", url: "mailto:ada@example.org"),
      Contact(.website, text: "example.org", url: "https://example.org/"),
      Contact(.network("ORCID"), text: "0000-0002", url: "https://orcid.org/0000-0002"),
      Contact(.network("GitHub"), text: "github.com/ada", url: "javascript:alert(1)"),
    ]
    var work = Section(title: RichText("Work"), kind: .experience)
    work.entries = [
      job("Engineer", "Slow \"Machines\"", .present), job("Intern", "Fast AB", .none),
    ]
    var clubs = Section(title: RichText("Clubs"), kind: .volunteer)
    clubs.entries = [job("Chair", "Chess Club", .present)]
    var school = Section(title: RichText("School"), kind: .education)
    school.entries = [degree("MSc", "Old School", .none), degree("PhD", "New School", .present)]
    profile.sections = [work, clubs, school]
    return profile
  }

  private func job(_ role: String, _ place: String, _ end: Dates.End) -> Entry {
    var record = Record(.position)
    record.role = RichText(role)
    record.organisation = RichText(place)
    record.dates = Dates([.init(PartialDate(2020), end)], words: "")
    return .record(record)
  }

  private func degree(_ title: String, _ place: String, _ end: Dates.End) -> Entry {
    guard case .record(var record) = job("", place, end) else {
      return .paragraph(.init(RichText()))
    }
    record.kind = .education
    record.role = nil
    record.title = RichText(title)
    return .record(record)
  }

  /// Shows each text of a profile's sections in one paragraph.
  private func tree(of profile: Profile) -> LayoutTree {
    var header = HeaderNode()
    header.name = profile.name.map { LayoutText($0, role: .name) }
    header.headline = profile.headline.map { LayoutText($0, role: .headline) }
    header.contacts = profile.contacts.map { contact in
      var run = LayoutRun(text: contact.text, role: .contact)
      run.link = contact.url
      return LayoutText([run])
    }
    var section = SectionNode(title: nil, kind: .other)
    for case .record(let record) in profile.sections.flatMap(\.entries) {
      var text = LayoutText()
      for (words, role) in [
        (record.title, Role.title), (record.role, .role), (record.organisation, .organisation),
      ] {
        let curled = words?.text.replacing("\"", with: "”") ?? ""
        text.append(LayoutText(curled, role: role))
        text.append(", ", role: .separator)
      }
      section.children.append(.paragraph(text))
    }
    return LayoutTree(title: "", language: "en", header: header, sections: [section])
  }

  private func person(_ profile: Profile, in tree: LayoutTree) throws -> [String: Any] {
    let text = try #require(personJSON(profile, shownIn: tree)).compact()
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func name(_ value: Any?) -> String? { (value as? [String: String])?["name"] }

  @Test func tellsWhoThePersonIs() throws {
    let person = try person(profile, in: tree(of: profile))
    #expect(person["@context"] as? String == "https://schema.org")
    #expect(person["@type"] as? String == "Person")
    #expect(person["name"] as? String == "Ada Roe")
    #expect(person["jobTitle"] as? String == "Engineer")
    #expect(person["description"] as? String == "Mends machines")
    #expect(person["email"] as? String == "ada@example.org")
    #expect(person["address"] as? String == "Lund")
    #expect(person["url"] as? String == "https://example.org/")
    #expect(person["sameAs"] as? String == "https://orcid.org/0000-0002", "and no script")
  }

  @Test func partsWorkAndStudyByWhatStillGoesOn() throws {
    let person = try person(profile, in: tree(of: profile))
    #expect(name(person["worksFor"]) == "Slow \"Machines\"", "a club employs nobody")
    #expect(name(person["alumniOf"]) == "Old School")
    #expect(name(person["affiliation"]) == "New School")
  }

  @Test func takesTheHeadlineWhereThereIsNoPost() throws {
    var profile = profile
    profile.sections = []
    let person = try person(profile, in: tree(of: profile))
    #expect(person["jobTitle"] as? String == "Mends machines")
    #expect(person["description"] == nil)
  }

  @Test func saysNothingThatThePageDoesNotShow() throws {
    var shown = profile
    shown.sections = []
    shown.contacts = []
    let person = try person(profile, in: tree(of: shown))
    #expect(person.keys.sorted() == ["@context", "@type", "jobTitle", "name"])
  }

  @Test func isSilentAboutNobody() {
    #expect(personJSON(Profile(), shownIn: tree(of: Profile())) == nil)
  }
}
