// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import CVSettings
import Foundation
import TestSupport
import Testing

/// Each theme is complete, and each face is what its papers say.
@Suite struct ThemeTests {
  private static let themes = folders(in: "Templates")
  private static let faces = folders(in: "Fonts").flatMap { family in
    names(in: "Fonts/\(family)").filter { $0 != "OFL.txt" }.map { "\(family)/\($0)" }
  }

  @Test(arguments: themes)
  func isComplete(theme: String) throws {
    let (read, log) = try Self.read(theme)
    #expect(log.diagnostics.isEmpty)
    #expect(read?.name == theme, "a theme has the name of its folder")
    for file in read?.fonts.files ?? [] {
      #expect(Self.faces.contains(file), "\(theme) names a face that is not in Fonts/")
    }
  }

  /// What a reader finds of an entry, each theme shows: a field that no line names would be lost.
  @Test(arguments: themes)
  func namesEveryField(theme: String) throws {
    let read = try #require(Self.read(theme).theme)
    let kinds = [
      "position", "education", "project", "award", "certificate", "funding", "talk", "teaching",
      "supervision", "service", "item", "reference",
    ]
    for kind in kinds {
      let lines = read.design(for: kind).lines
      let named = Set(lines.flatMap { LineTemplate.fields(of: $0.pieces) })
      guard !named.contains("where") else { continue }
      for field in ["title", "role", "organisation", "location"] {
        #expect(named.contains(field), "\(kind): \(field)")
      }
    }
  }

  /// Text that is read has a contrast of 4.5 on what it stands on (WCAG 2.2).
  @Test(arguments: themes)
  func hasContrast(theme: String) throws {
    let read = try #require(Self.read(theme).theme)
    let templates = read.entries.values.flatMap {
      $0.lines + [$0.aside, $0.label].compactMap { $0 }
    }
    let names =
      read.styles.values.map(\.colour) + templates.flatMap(\.colours)
      + [read.list.colour, read.icons?.colour ?? "ink"]
    let papers = [Colour(red: 1, green: 1, blue: 1)] + tint(of: read)
    for name in Set(names) {
      let colour = try #require(read.colours[name], "\(name)")
      for paper in papers { #expect(colour.contrast(with: paper) >= 4.5, "\(name)") }
    }
  }

  private func tint(of theme: Theme) -> [Colour] {
    theme.page.side.flatMap { theme.colours[$0.tint] }.map { [$0] } ?? []
  }

  /// Floors are tighter than the design, or the ladder would loosen it.
  @Test(arguments: themes)
  func hasFloorsBelowItsDesign(theme: String) throws {
    let read = try #require(Self.read(theme).theme)
    let floors = try #require(read.floors)
    #expect(floors.beforeSection <= read.spaces.beforeSection)
    #expect(floors.betweenEntries <= read.spaces.betweenEntries)
    #expect(floors.betweenPublications <= read.spaces.betweenPublications)
    #expect(floors.step <= read.grid.step && floors.bodySize <= read.style("body").size)
    let edges = try #require(read.page.margins[.a4])
    #expect(floors.top <= edges.top && floors.bottom <= edges.bottom && floors.side <= edges.left)
  }

  @Test func hasTheLicenceOfEachFamily() {
    for family in Self.folders(in: "Fonts") {
      #expect(Self.names(in: "Fonts/\(family)").contains("OFL.txt"), "\(family)")
    }
  }

  @Test func listsEachFaceWithItsSum() throws {
    let fonts = checkout.appending(path: "Fonts")
    let sums = try run("sha256sum", Self.faces + ["sRGB.icc"], folder: fonts).text
    let papers = try String(contentsOf: fonts.appending(path: "README.md"), encoding: .utf8)
    let rows = papers.split(separator: "\n")
    for line in sums.split(separator: "\n") {
      let (sum, file) = (line.prefix(64), line.dropFirst(66))
      let row = rows.contains { $0.contains(file) && $0.contains(sum) }
      #expect(row, "Fonts/README.md does not list \(file) with the sum \(sum)")
    }
    let listed = rows.filter { $0.hasPrefix("| ") && $0.contains("/") && !$0.contains("http") }
    #expect(listed.count == Self.faces.count, "each row of the table is a file")
    #expect(sums.split(separator: "\n").count == Self.faces.count + 1)
  }

  @Test func listsEachDictionaryWithItsSum() throws {
    let folder = checkout.appending(path: "Templates/hyphenation")
    let papers = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    let files = Self.names(in: "Templates/hyphenation").filter { $0.hasSuffix(".dic") }
    #expect(files.count == 8)
    for line in try run("sha256sum", files, folder: folder).text.split(separator: "\n") {
      let (sum, file) = (line.prefix(64), line.dropFirst(66))
      let isListed = papers.contains("| \(file) | \(sum) |")
      #expect(isListed, "README.md does not list \(file) with the sum \(sum)")
    }
    for licence in ["LGPL-2.1.txt", "MPL-2.0.txt", "en.txt", "nl.txt"] {
      #expect(papers.contains("licences/\(licence)"))
      #expect(Self.names(in: "Templates/hyphenation/licences").contains(licence))
    }
  }

  private static func read(_ name: String) throws -> (theme: Theme?, log: DiagnosticLog) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let bytes = try testFile("../Templates/\(name)/theme.yaml")
    let node = readDataFile(bytes, name: "theme.yaml", into: &sources, log: &log)
    return (node.map { readTheme($0, log: &log) }, log)
  }

  private static func names(in folder: String) -> [String] {
    let path = checkout.appending(path: folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private static func folders(in folder: String) -> [String] {
    names(in: folder).filter { name in
      var isFolder: ObjCBool = false
      let path = checkout.appending(path: "\(folder)/\(name)").path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue && name != "hyphenation"
    }
  }
}
