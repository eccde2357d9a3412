// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import CVSettings
import Foundation
import TestSupport
import Testing

/// The whole theme that docs/themes.md shows is one.
@Suite struct ThemeManualTests {
  @Test func showsAWholeTheme() throws {
    let manual = String(decoding: try testFile("../docs/themes.md"), as: UTF8.self)
    let parts = manual.components(separatedBy: "\n```yaml\n")
    try #require(parts.count == 2, "the manual has one theme")
    let yaml = try #require(parts[1].components(separatedBy: "\n```\n").first)
    var sources = SourceSet()
    var log = DiagnosticLog()
    let node = readDataFile(Array(yaml.utf8), name: "theme.yaml", into: &sources, log: &log)
    let theme = node.map { readTheme($0, log: &log) }
    #expect(theme?.name == "small")
    #expect(log.diagnostics.isEmpty)
  }
}
