// SPDX-License-Identifier: MIT
import TestSupport
import Testing

/// The collection of real profiles, where it lies beside the checkout.
@Suite(.needsSharedProfiles) struct SeedTests {
  /// What each page must reach, and all together.
  private static let floor = (each: 0.97, together: 0.98)

  @Test func findsNearlyEveryFact() throws {
    let scores = try ScoredProfile.seeds.map { try ($0, $0.checkModel()) }
    for (profile, score) in scores where score.share < Self.floor.each {
      let missed = score.missed.joined(separator: "\n")
      Issue.record("\(profile.testDescription): \(score.share) of the facts; not:\n\(missed)")
    }
    let made = scores.reduce(0) { $0 + $1.1.made }
    let missed = scores.flatMap(\.1.missed)
    let share = 1 - Double(missed.count) / Double(made)
    #expect(share >= Self.floor.together, "not:\n\(missed.joined(separator: "\n"))")
  }

  @Test(.needs("pdftotext"), arguments: ScoredProfile.seeds)
  func losesNothingOnThePage(profile: ScoredProfile) throws { try profile.checkText() }

  @Test(.needs("qpdf", "pdffonts"), arguments: ScoredProfile.seeds)
  func writesASoundPDF(profile: ScoredProfile) throws { try profile.checkStructure() }

  @Test(arguments: ScoredProfile.seeds)
  func writesTheSameBytesEverywhere(profile: ScoredProfile) throws {
    try profile.checkElsewhere()
  }
}
