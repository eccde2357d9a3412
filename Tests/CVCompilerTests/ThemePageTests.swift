// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
import CVMarkup
import CVModel
import CVPango
import CVReaders
import CVSettings
import CVTypesetting
import TestSupport
import Testing

/// The themes on real faces: every baseline where the design puts it.
@Suite struct ThemePageTests {
  private static let page = """
    ---
    name: Ada Roe
    headline: Engineer of slow machines
    contacts:
      - ada.roe@example.org
      - +46 555 0100
      - Lund, Sweden
      - https://example.org/ada
      - https://github.com/ada-roe-example
      - https://www.linkedin.com/in/ada-roe-example
    ---

    ## Summary

    I build and mend machines that run for decades, and the programs that watch over them. My
    work joins measurement, statistics and patience; what I like best is a quiet night shift.

    ## Education

    ### MSc Mechanical Engineering, *Example University, Lund* — 2012–2014

    - Thesis on bearings

    ## Experience

    ### Engineer, *Slow Machines AB, Malmö* — 2014–present

    - Keeps eleven turbines turning
    """

  private func typesetPage(_ name: String, on paper: Paper) throws -> TypesetDocument {
    var sources = SourceSet()
    var log = DiagnosticLog()
    var account = ImportAccount()
    let file = Array(Self.page.utf8)
    let page = try #require(readMarkup(file, name: "cv.md", into: &sources, log: &log))
    let reading = readHomepage(page, site: nil)
    let design = try testFile("../Templates/\(name)/theme.yaml")
    let node = try #require(readDataFile(design, name: "theme.yaml", into: &sources, log: &log))
    let theme = readTheme(node, log: &log)
    let locale = try #require(readLocale("en", log: &log))
    let tree = compose(
      reading.profile, theme: theme, locale: locale, selection: Selection(), account: &account,
      log: &log)
    let files = theme.fonts.files + (theme.icons?.files ?? [])
    let library = try FontLibrary(files: files.map(bundledFont))
    let typesetting = typeset(
      tree, theme: theme, paper: paper, shaper: PangoShaper(library))
    #expect(log.diagnostics.isEmpty && typesetting.faults.isEmpty)
    return typesetting.document
  }

  /// Each line of text: its baseline, its left edge and its words.
  private func dump(_ document: TypesetDocument) -> String {
    var lines: [(y: Double, x: Double, text: String)] = []
    for placed in document.pages.flatMap(\.items) {
      guard case .text(let run) = placed.item else {
        lines.append((placed.y.points, placed.x.points, "———"))
        continue
      }
      if let last = lines.last, last.y == placed.y.points {
        lines[lines.count - 1].text += run.text
      } else {
        lines.append((placed.y.points, placed.x.points, run.text))
      }
    }
    return lines.map { "\(rounded($0.y)) \(rounded($0.x)) \($0.text)\n" }.joined()
  }

  private func rounded(_ points: Double) -> String {
    let tenths = Int((points * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  @Test(arguments: installedThemes)
  func standsOnTheDesignedBaselines(theme: String) throws {
    try expectGolden(dump(typesetPage(theme, on: .a4)), "\(theme)-a4.page.txt")
  }

  @Test(arguments: ["classic", "modern", "academic", "compact", "plain"])
  func keepsTheStepsOnLetter(theme: String) throws {
    let a4 = try baselines(theme, .a4)
    let letter = try baselines(theme, .letter)
    let shift = a4[0] - letter[0]
    #expect(zip(a4, letter).allSatisfy { abs($0 - $1 - shift) < 0.01 })
  }

  private func baselines(_ theme: String, _ paper: Paper) throws -> [Double] {
    let ys = try typesetPage(theme, on: paper).pages.flatMap(\.items).map(\.y.points)
    return ys.sorted()
  }
}
