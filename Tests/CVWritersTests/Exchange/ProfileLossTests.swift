// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVWriters

/// What a second profile lacks of a first, field by field.
@Suite struct ProfileLossTests {
  private func losses(_ change: (inout Publication) -> Void) -> [String] {
    var work = Publication(title: RichText("On Bearings"))
    work.authors = [Author("A. Roe"), Author("B. Poe")]
    (work.volume, work.number, work.pages, work.doi) = ("61", "4", "1–9", "10.5555/1")
    (work.venue, work.status) = (RichText("Journal of Rest"), RichText("to appear"))
    (work.location, work.note) = (RichText("Lund"), RichText("in Swedish"))
    work.awards = [RichText("Oral")]
    var other = work
    change(&other)
    return ProfileLoss.losses(from: profile(work), to: profile(other)).map(\.what)
  }

  private func profile(_ work: Publication) -> Profile {
    var profile = Profile()
    var section = Section(title: RichText("Papers"), kind: .publications)
    section.entries = [.publication(work)]
    profile.sections = [section]
    return profile
  }

  @Test func seesEachFieldOfAWork() {
    #expect(losses { _ in } == [])
    let numbers: [WritableKeyPath<Publication, String?>] = [\.volume, \.number, \.pages, \.doi]
    for field in numbers { #expect(losses { $0[keyPath: field] = nil } == ["numbers of works"]) }
    let texts: [WritableKeyPath<Publication, RichText?>] = [\.venue, \.status, \.location, \.note]
    let lost = texts.flatMap { field in losses { $0[keyPath: field] = nil } }
    #expect(lost == ["venues", "states of works", "places of works", "notes of works"])
    #expect(losses { $0.awards = [] } == ["awards of works"])
    #expect(losses { $0.title = RichText("On") } == ["titles of works"])
    #expect(losses { $0.authors.removeLast() }.count == 1)
  }
}
