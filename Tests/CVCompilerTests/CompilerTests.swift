// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

@Suite struct CompilerTests {
  /// Compiles a page that stands in memory to a PDF of no standard.
  private func compile(
    _ page: String, site: String? = nil, with change: (inout CompileOptions) -> Void = { _ in }
  ) throws -> (compiler: Compiler, profile: Profile?, pdf: [UInt8]) {
    var files = ["cv.md": Array(page.utf8)]
    files["_config.yml"] = site.map { Array($0.utf8) }
    var compiler = Compiler(files: SourceFiles(files))
    var options = CompileOptions()
    options.sitePath = site.map { _ in "_config.yml" }
    options.standard = .none
    change(&options)
    guard let profile = compiler.readProfile("cv.md", options: options) else {
      return (compiler, nil, [])
    }
    let theme = try loadClassic(&compiler)
    let pdf = try compiler.pdf(profile, theme: theme, options: options)
    return (compiler, profile, pdf)
  }

  private func loadClassic(_ compiler: inout Compiler) throws -> LoadedTheme {
    let file = checkout.appending(path: "Templates/classic/theme.yaml")
    let reading = compiler.readTheme(file.path) { path in
      .success(FileManager.default.contents(atPath: path).map(Array.init) ?? [])
    }
    let theme = try #require(reading)
    return LoadedTheme(theme: theme, fontFiles: theme.fonts.files.map(bundledFont))
  }

  private func codes(_ compiler: Compiler) -> [Code] { compiler.log.diagnostics.map(\.code) }

  @Test func makesAPDF() throws {
    let (compiler, profile, pdf) = try compile("# Ada Roe\n\n## News\n\n- 2020: one\n")
    #expect(profile?.name?.text == "Ada Roe")
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    #expect(codes(compiler) == [])
  }

  @Test(arguments: ["", "\n\n", " \t\r\n"])
  func refusesAnEmptyPage(page: String) throws {
    let (compiler, profile, _) = try compile(page)
    #expect(profile == nil)
    #expect(codes(compiler) == [.emptyFile])
  }

  @Test func givesTheSameBytesAgain() throws {
    let page = try String(
      contentsOf: checkout.appending(path: "Tests/Profiles/industry.md"), encoding: .utf8)
    #expect(try compile(page).pdf == compile(page).pdf)
  }

  @Test func takesTheNameFromTheSite() throws {
    let (_, profile, _) = try compile("## Awards\n\n- 2020: one\n", site: "title: Ada Roe\n")
    #expect(profile?.name?.text == "Ada Roe")
  }

  @Test func warnsOfASiteThatCannotBeRead() throws {
    let (compiler, profile, _) = try compile("# Ada Roe\n", site: "a: [1\n")
    #expect(profile != nil)
    #expect(compiler.log.diagnostics.first?.severity == .warning)
    #expect(compiler.log.diagnostics.first?.span != nil)
  }

  @Test func namesTheMissingCharactersOnce() throws {
    let (compiler, _, _) = try compile("# Ada Roe\n\nI speak 中文 and 中文 well.\n")
    let missing = compiler.log.diagnostics.filter { $0.code == .missingGlyph }
    #expect(missing.count == 1)
    #expect(missing.first?.message.contains("中 (U+4E2D), 文 (U+6587)") == true)
    #expect(missing.first?.help?.contains("fonts-noto-cjk") == true)
  }

  @Test func countsEmojiInTheAccountOnly() throws {
    let (compiler, _, _) = try compile("# Ada Roe 🎓\n\n## 🏆 Awards\n\n- 2020: one 🥇\n")
    #expect(codes(compiler) == [])
  }

  @Test func writesInEnglishWhereALanguageIsUnknown() throws {
    let (compiler, _, pdf) = try compile("# Ada Roe\n\n## Awards\n\n- 2020: one\n") {
      $0.language = "tlh"
    }
    #expect(codes(compiler) == [.unknownLanguage] && !pdf.isEmpty)
  }

  @Test func statesTheDateThatItIsGiven() throws {
    let (_, _, pdf) = try compile("# Ada Roe\n") { $0.date = "2026-05-01T00:00:00Z" }
    let isStated = String(decoding: pdf, as: UTF8.self).contains("(20260501000000Z)")
    #expect(isStated)
  }

  @Test func throwsWhenAFaceIsMissing() throws {
    var compiler = Compiler(files: SourceFiles(["cv.md": Array("# Ada Roe\n".utf8)]))
    let reading = compiler.readProfile("cv.md", options: CompileOptions())
    let profile = try #require(reading)
    var theme = try loadClassic(&compiler)
    theme.fontFiles = ["/nowhere/none.ttf"]
    #expect(throws: CompileFailure.font("/nowhere/none.ttf")) {
      try compiler.pdf(profile, theme: theme, options: CompileOptions())
    }
  }

  @Test(arguments: [
    (ReadFailure.missing, Code.missingFile), (.isFolder, .noSite), (.outsideRoot, .outsideRoot),
    (.tooLarge(bytes: 50_000_000), .inputTooLarge), (.other("no luck"), .unreadableFile),
  ])
  func reportsWhatCannotBeRead(failure: ReadFailure, code: Code) {
    var compiler = Compiler(files: SourceFiles { _ in .failure(failure) })
    #expect(compiler.readProfile("cv.md", options: CompileOptions()) == nil)
    #expect(codes(compiler) == [code])
  }
}
