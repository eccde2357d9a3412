// SPDX-License-Identifier: MIT
import Foundation

/// The names of the demo profiles, without their ending; what a repair makes of one is none.
public let demoProfiles: [String] = names(in: "Tests/Profiles")
  .filter { $0.hasSuffix(".md") && !$0.hasSuffix(".repaired.md") }.map { String($0.dropLast(3)) }
  .sorted()

/// The themes that come with the project.
public let installedThemes: [String] = names(in: "Templates").filter {
  FileManager.default.fileExists(
    atPath: checkout.appending(path: "Templates/\($0)/theme.yaml").path)
}.sorted()

private func names(in folder: String) -> [String] {
  (try? FileManager.default.contentsOfDirectory(atPath: checkout.appending(path: folder).path))
    ?? []
}
