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

/// Each demo profile in each theme; in a quick run a third of these, in which each profile has two
/// themes and each theme two profiles at least.
public let demoCombinations = combinations(of: demoProfiles)

/// The themes that a demo profile has in `demoCombinations`.
public func themes(of profile: String) -> [String] {
  demoCombinations.filter { $0.profile == profile }.map(\.theme)
}

/// Each page of the folder of shapes with the themes that it is set in: all, or one in turn.
public let shapes: [(profile: String, themes: [String])] =
  names(in: "Tests/Profiles/Shapes").filter { $0.hasSuffix(".md") }.sorted().enumerated()
  .map { row, name in
    let turn = [installedThemes[row % installedThemes.count]]
    return (String(name.dropLast(3)), triesEveryCombination ? installedThemes : turn)
  }

/// Profiles in all themes, or each in some and each theme with some.
public func combinations(
  of profiles: [String], all: Bool = triesEveryCombination
) -> [(profile: String, theme: String)] {
  installedThemes.enumerated().flatMap { column, theme in
    profiles.enumerated().filter { row, _ in all || (row + column).isMultiple(of: 3) }
      .map { ($0.element, theme) }
  }
}

private func names(in folder: String) -> [String] {
  (try? FileManager.default.contentsOfDirectory(atPath: checkout.appending(path: folder).path))
    ?? []
}
