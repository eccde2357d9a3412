// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// Every PDF is whole, small, and the same on every machine.
@Suite(.needs("qpdf")) struct SyntaxTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: DemoDocument.all)
  func isWhole(document: DemoDocument) throws { try checkSyntax(of: document.pdf()) }

  @Test(arguments: DemoDocument.some, [["--attach-source"], ["--pdf-standard", "none"]])
  func isWholeWithOptions(document: DemoDocument, options: [String]) throws {
    try checkSyntax(of: document.compile(into: folder, options))
  }

  private func checkSyntax(of pdf: String) throws {
    let check = try run("qpdf", ["--check", pdf])
    #expect(check.status == 0, "\(check.text)\(check.errors)")
  }

  @Test func seesADamagedFile() throws {
    let document = try #require(DemoDocument.all.first)
    let pdf = try document.compile(into: folder)
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: pdf)))
    bytes.removeLast(2000)
    try Data(bytes).write(to: URL(filePath: pdf))
    #expect(try run("qpdf", ["--check", pdf]).status != 0)
  }

  @Test(arguments: DemoDocument.all)
  func isSmall(document: DemoDocument) throws {
    let pdf = try document.pdf()
    let pages = Int(try run("qpdf", ["--show-npages", pdf]).text.dropLast()) ?? 0
    let size = try Data(contentsOf: URL(filePath: pdf)).count
    try #require(pages > 0)
    // Faces are 30 kB of a file; a page adds some 6 kB.
    #expect(size <= 60_000 + max(0, pages - 2) * 10_000, "\(pages) pages, \(size) bytes")
  }

  /// Only the dates that were asked for, and no programs, open actions or foreign files.
  @Test func holdsNothingActive() throws {
    let document = try #require(DemoDocument.all.first)
    let pdf = try document.compile(into: folder)
    let plain = folder.url.appending(path: "plain.pdf").path
    _ = try run("qpdf", ["--qdf", "--object-streams=disable", pdf, plain])
    let text = String(decoding: try Data(contentsOf: URL(filePath: plain)), as: UTF8.self)
    try #require(text.contains("/StructTreeRoot"))
    for word in [
      "/JavaScript", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile", "/SubmitForm", "/GoToR",
      "/CreationDate", "/Encrypt",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func carriesItsSource() throws {
    let document = try #require(DemoDocument.all.first)
    let pdf = try document.compile(into: folder, ["--attach-source"])
    let source = try run("qpdf", ["--show-attachment=profile.json", pdf]).text
    #expect(source.hasPrefix("{") && source.contains("\"schema\": \"cvgen-profile/1\""))
  }
}
