// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// Every PDF is what it says: PDF/UA-1 and PDF/A, as the veraPDF engine reads the standards.
@Suite(.needs("java"), .needsPDFTools) struct ValidatorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A standard in the engine's words, and a file.
  private typealias Question = (standard: String, file: String)

  @Test func followsItsStandards() throws {
    try checkStandards(
      of: (DemoDocument.all + DemoDocument.long).map { try $0.pdf() }, archive: "2u")
  }

  @Test func followsItsStandardsWithItsSource() throws {
    let options = ["--attach-source", "--date", "2026-05-01"]
    let files = try DemoDocument.some.map { try $0.compile(into: folder, options) }
    try checkStandards(of: files, archive: "3a")
  }

  private func checkStandards(
    of files: [String], archive: String, leastChecks: Int = 1000
  ) throws {
    for verdict in try ask(files.flatMap { [("ua1", $0), (archive, $0)] }) {
      #expect(verdict.failures == "", "\(verdict.standard): \(verdict.file)")
      #expect(verdict.checks > leastChecks, "\(verdict.file) was looked into")
    }
  }

  /// What cvgen does not promise, the engine does not find.
  @Test func failsWhereNothingIsPromised() throws {
    let document = try #require(DemoDocument.all.first { $0.theme == "classic" })
    let bare = try document.compile(into: folder, ["--pdf-standard", "none"])
    let failures = try ask([("ua1", bare), ("2u", bare), ("3a", bare)]).map(\.failures)
    // Language, metadata, title, order of TAB, untagged rules; colour, metadata, identifier.
    for rule in ["7.2-2 ", "7.1-8 ", "7.1-10", "7.18.3-1", "7.1-3 "] {
      #expect(failures[0].contains(rule), "\(rule) in \(failures[0])")
    }
    for rule in ["6.2.4.3-2", "6.6.2.1-1", "6.1.3-1"] {
      #expect(failures[1].contains(rule) && failures[2].contains(rule), "\(rule)")
    }
  }

  @Test func promisesNoMoreThanAsked() throws {
    let document = try #require(DemoDocument.all.first)
    let accessible = try document.compile(into: folder, ["--pdf-standard", "ua-1"])
    let verdicts = try ask([("ua1", accessible), ("2u", accessible)])
    #expect(verdicts[0].failures == "" && verdicts[1].failures != "")
  }

  /// A file of two languages, without a name, with groups and nested lists.
  @Test func followsItsStandardsAtTheEdges() throws {
    var files: [String] = []
    for (number, page) in Self.edges.enumerated() {
      let source = folder.url.appending(path: "edge\(number).md").path
      try page.write(toFile: source, atomically: true, encoding: .utf8)
      files.append(try compile(source, ["--lang", "de", "--attach-source"]))
    }
    try checkStandards(of: files, archive: "3a", leastChecks: 0)
  }

  private static let edges = [
    "# Awards\n\n### Prizes\n\n- 2020: one\n  - of two\n    - of three\n",
    "# Ada Roe\n\n- text first\n\n## News\n\n## A <b>& B\n\nשלום and [a (b) link](https://e.org/a(b))\n",
    "---\nlang: English\nname: \"Ada & <Roe>\"\n---\n\n## Work\n\n### Chief, *Aero* — 2020–2021\n\nx\n",
    "# Ada Roe\n\nOnly words, and a [very](https://example.org/a) [long link that will not fit on "
      + "one line of the page because it has so many words in it](https://example.org/b).\n",
  ]

  /// Compiles a page.
  ///
  /// - Returns: The path of the PDF, beside the page.
  private func compile(_ source: String, _ options: [String]) throws -> String {
    let pdf = "\(source.dropLast(".md".count)).pdf"
    let result = try run(
      cvgenProgram, ["pdf", source, "-o", pdf] + options,
      environment: ["CVGEN_SHARE": checkout.path])
    #expect(result.status == 0, "\(result.errors)")
    return pdf
  }

  @Test(.needsFonts("NotoSansCJK-Regular", "NotoNaskhArabic-Regular"))
  func followsItsStandardsInAllScripts() throws {
    try checkStandards(of: DemoDocument.scripts.map { try $0.pdf() }, archive: "2u")
  }

  @Test func followsItsStandardsWithAPhoto() throws {
    var files: [String] = []
    for photo in ["portrait.jpg", "portrait.png"] {
      try FileManager.default.copyItem(
        at: checkout.appending(path: "Tests/Profiles/Photos/\(photo)"),
        to: folder.url.appending(path: photo))
      for theme in ["modern", "sidebar"] {
        let page = "---\nname: Ada Roe\nphoto: \(photo)\n---\n\n## Awards\n\n- 2020: one\n"
        let source = folder.url.appending(path: "\(theme)-\(photo).md").path
        try page.write(toFile: source, atomically: true, encoding: .utf8)
        files.append(try compile(source, ["--theme", theme, "--strict"]))
      }
    }
    try checkStandards(of: files, archive: "2u", leastChecks: 0)
    for file in files { #expect(try run("pdfinfo", ["-struct", file]).text.contains("Figure")) }
  }

  // MARK: The engine

  /// What the engine says of a file.
  private struct Verdict {
    var standard: Substring
    var file: Substring
    var checks: Int
    /// The rules that failed, such as `7.18.5-2`.
    var failures: String
  }

  /// One start of the engine for all questions.
  private func ask(_ questions: [Question]) throws -> [Verdict] {
    let program = checkout.appending(path: "Tests/PDFTests/Validator/validate").path
    let result = try run(program, questions.flatMap { [$0.standard, $0.file] })
    let verdicts = result.text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Verdict(
        standard: parts[0], file: parts[1], checks: Int(parts[2]) ?? 0,
        failures: parts.count > 3 ? String(parts[3]) : "no answer")
    }
    try #require(verdicts.count == questions.count, "\(result.errors)")
    return verdicts
  }
}
