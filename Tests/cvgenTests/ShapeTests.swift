// SPDX-License-Identifier: MIT
import Testing

/// The fictional pages of `Tests/Profiles/Shapes`, one for each shape that people write: how much
/// of what stands on them is understood.
@Suite struct ShapeTests {
  /// What a page must reach, in percent.
  private static let goal = 95.0

  /// The pages that are not there yet, with what they must keep; a floor may only rise.
  private static let floors: [String: Double] = [:]

  @Test(arguments: ScoredProfile.shapes)
  func understandsTheShape(profile: ScoredProfile) throws {
    let (score, findings) = try profile.score()
    let floor = Self.floors[profile.name] ?? Self.goal
    let percent = (score.share * 1000).rounded(.down) / 10
    #expect(percent >= floor, "not:\n\(score.missed.joined(separator: "\n"))")
    #expect(
      Self.floors[profile.name].map { percent < Self.goal && percent < $0 + 1 } ?? true,
      "\(profile.name) is at \(percent) now: raise its floor, or delete it at \(Self.goal)")
    #expect(findings.leaks == [], "text that no reader may see")
    if Self.floors[profile.name] == nil { #expect(findings.lost == [], "words that are lost") }
  }
}
