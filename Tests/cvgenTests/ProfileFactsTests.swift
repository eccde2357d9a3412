// SPDX-License-Identifier: MIT
import TestSupport
import Testing

/// The fictional profiles, one for each shape of page: every fact is found and stands in the PDF.
@Suite struct ProfileFactsTests {
  @Test(arguments: ScoredProfile.demos)
  func findsEveryFact(profile: ScoredProfile) throws { try check(profile, moreThan: 30) }

  @Test(.needs("pdftotext"), arguments: ScoredProfile.demos)
  func losesNothingOnThePage(profile: ScoredProfile) throws { try profile.checkText() }

  @Test(.needs("qpdf", "pdffonts"), arguments: ScoredProfile.demos)
  func writesASoundPDF(profile: ScoredProfile) throws { try profile.checkStructure() }

  @Test(arguments: ScoredProfile.demos)
  func writesTheSameBytesEverywhere(profile: ScoredProfile) throws {
    try profile.checkElsewhere()
  }

  @Test(arguments: ScoredProfile.structured)
  func findsEveryFactOfData(profile: ScoredProfile) throws { try check(profile, moreThan: 10) }

  @Test(.needs("pdftotext"), arguments: ScoredProfile.structured)
  func losesNothingOfData(profile: ScoredProfile) throws { try profile.checkText() }

  @Test(arguments: ScoredProfile.sites)
  func findsEveryFactOfASite(profile: ScoredProfile) throws { try check(profile, moreThan: 30) }

  @Test(.needs("pdftotext"), arguments: ScoredProfile.sites)
  func losesNothingOfASite(profile: ScoredProfile) throws { try profile.checkText() }

  /// - Parameter count: So many facts at least were compared, and one more.
  private func check(_ profile: ScoredProfile, moreThan count: Int) throws {
    let score = try profile.checkModel()
    for fact in score.missed { Issue.record("\(fact)") }
    #expect(score.made > count, "the facts were compared")
  }
}
