// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// The first page of each theme looks as it did when a person last looked at it.
///
/// `UPDATE_GOLDEN=1` draws the pictures anew, in 8 greys, and fails; look at them before a commit.
@Suite(.needs("pngtopnm", "pnmquant", "pnmtopng", "ppmtopgm")) struct ThemePictureTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The page in pixels of one byte.
  private struct Picture {
    var width: Int
    var pixels: [UInt8]

    /// The part of the pixels that differ by more than a quarter of the way from black to white.
    ///
    /// What another release of a library changes at the edges of letters is less.
    func difference(from other: Picture) -> Double {
      guard width == other.width, pixels.count == other.pixels.count else { return 1 }
      let count = zip(pixels, other.pixels).count { $0.distance(to: $1).magnitude > 64 }
      return Double(count) / Double(pixels.count)
    }
  }

  /// So much of a page may differ: a line that moves by a pixel is ten times as much.
  private static let tolerance = 0.001

  private func shell(_ command: String) throws -> ProgramResult {
    let result = try run("sh", ["-c", command])
    try #require(result.status == 0, "\(result.errors)")
    return result
  }

  /// Draws the first page of a profile, at 72 pixels an inch.
  private func draw(_ theme: String, _ options: [String] = []) throws -> URL {
    let page = checkout.appending(path: "Tests/Profiles/industry.md").path
    let file = folder.url.appending(path: "\(theme)\(options.count).png")
    let result = try run(
      cvgenProgram,
      ["png", "-q", page, "--theme", theme, "--dpi", "72", "--page", "1", "-o", file.path]
        + options,
      environment: ["CVGEN_SHARE": checkout.path])
    try #require(result.status == 0, "\(result.errors)")
    return file
  }

  private func picture(_ file: URL) throws -> Picture {
    let bytes = try Array(shell("pngtopnm '\(file.path)' | ppmtopgm").output)
    // The header has three lines: P5, width and height, 255.
    let lines = bytes.split(separator: 10, maxSplits: 3, omittingEmptySubsequences: false)
    try #require(lines.count == 4 && lines[0].elementsEqual("P5".utf8), "a PGM")
    let size = String(decoding: lines[1], as: UTF8.self).split(separator: " ")
    return Picture(width: try #require(size.first.flatMap { Int($0) }), pixels: Array(lines[3]))
  }

  private func reference(_ theme: String) -> URL {
    checkout.appending(path: "Tests/Golden/pages/\(theme).png")
  }

  @Test(arguments: installedThemes)
  func looksAsBefore(theme: String) throws {
    let drawn = try draw(theme)
    let file = reference(theme)
    guard !isUpdatingGolden else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      _ = try shell(
        "pngtopnm '\(drawn.path)' | ppmtopgm | pnmquant -quiet 8"
          + " | pnmtopng -quiet -compression 9 >'\(file.path)'")
      Issue.record("drew \(theme).png")
      return
    }
    let difference = try picture(drawn).difference(from: picture(file))
    #expect(difference <= Self.tolerance, "\(drawn.lastPathComponent) is not Golden/pages'")
  }

  /// A size, a space or a colour that is a little off is seen.
  @Test(arguments: [
    "styles.body.size=10.2pt", "spaces.before-section=1.5", "colours.ink=\"#777777\"",
    "page.a4.top=19mm",
  ])
  func seesWhatChanged(override: String) throws {
    let drawn = try picture(draw("classic", ["--set", override]))
    let difference = drawn.difference(from: try picture(reference("classic")))
    #expect(difference > Self.tolerance, "\(override): \(difference)")
  }
}
