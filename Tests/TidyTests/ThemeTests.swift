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
    var sources = SourceSet()
    var log = DiagnosticLog()
    let bytes = try testFile("../Templates/\(theme)/theme.yaml")
    let node = readDataFile(bytes, name: "theme.yaml", into: &sources, log: &log)
    let read = node.flatMap { readTheme($0, log: &log) }
    #expect(log.diagnostics.isEmpty)
    #expect(read?.name == theme, "a theme has the name of its folder")
    for file in read?.fonts.files ?? [] {
      #expect(Self.faces.contains(file), "\(theme) names a face that is not in Fonts/")
    }
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
