// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import Testing

@testable import CVSettings

@Suite struct PreferencesTests {
  private func read(_ yaml: String) -> (Preferences, DiagnosticLog) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let node = readDataFile(Array(yaml.utf8), name: "cv.md", into: &sources, log: &log)
    let preferences = readPreferences(node, log: &log)
    return (preferences, log)
  }

  @Test func readsPriorities() {
    let (preferences, log) = read("cvgen: {priority: [education, research-interests]}")
    #expect(preferences.priority == [.education, .researchInterests])
    #expect(log.diagnostics.isEmpty)
  }

  @Test func warnsOfSlips() {
    let (preferences, log) = read("cvgen: {priority: [educaton], prioriti: 1}")
    #expect(preferences.priority.isEmpty)
    #expect(log.diagnostics.map(\.code) == [.badValue, .unknownKey])
    #expect(log.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      log.diagnostics.map(\.help) == ["did you mean “education”?", "did you mean “priority”?"])
  }
}
