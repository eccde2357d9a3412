// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

@Suite struct LaTeXDocumentTests {
  private let page = "# Ada Roe\n\n## Awards\n\n- 2020: one\n"

  private func compile(
    _ page: String, template: String = "{{{body}}}", faces: [String]? = nil
  ) throws -> (compiler: Compiler, latex: String) {
    var compiler = Compiler(files: SourceFiles(["cv.md": Array(page.utf8)]))
    let options = CompileOptions()
    let reading = compiler.readProfile("cv.md", options: options)
    let profile = try #require(reading)
    let design = compiler.readTheme("../Templates/classic/theme.yaml") { path in
      (try? testFile(path)).map { .success($0) } ?? .failure(.missing)
    }
    let theme = try #require(design)
    let loaded = LoadedTheme(
      theme: theme, fontFiles: faces ?? theme.fonts.files.map(bundledFont),
      fallbackFonts: [bundledFont("EBGaramond/EBGaramond-Regular.ttf")],
      readTemplate: { name in
        (name, template.isEmpty ? .failure(.missing) : .success(Array(template.utf8)))
      })
    let bytes = try compiler.latex(profile, theme: loaded, options: options, flavour: .article)
    return (compiler, String(decoding: bytes, as: UTF8.self))
  }

  @Test func writesTheBody() throws {
    let (compiler, latex) = try compile(page)
    #expect(compiler.log.diagnostics.isEmpty)
    #expect(latex.contains("\\cvname{Ada Roe}") && latex.contains("\\cvsection{Awards}"))
  }

  @Test func namesTheFacesOfTheTheme() throws {
    let template = "{{#fonts}}{{upright}} {{bold}} {{boldItalic}} {{italic}}{{/fonts}}"
    let (_, latex) = try compile("# Ada Roe\n", template: template)
    let names = ["Regular", "Semibold", "SemiboldItalic", "Italic"]
    #expect(latex == names.map { "LibertinusSerif-\($0).ttf" }.joined(separator: " "))
  }

  @Test func spellsWhatTheFacesOfTheThemeLack() throws {
    let (compiler, latex) = try compile("# Ada Roe\n\n## Languages\n\nI speak 中文.\n")
    #expect(latex.contains("U+4E2D U+6587"))
    #expect(compiler.log.diagnostics.map(\.code) == [.missingGlyph])
  }

  @Test func takesNoFaceOfAnotherFamily() throws {
    // EB Garamond has the letter, Libertinus has not.
    let (compiler, latex) = try compile("# Ada Roe\n\n## Work\n\nAbout the letter \u{4C5}.\n")
    #expect(latex.contains("U+04C5"))
    #expect(compiler.log.diagnostics.map(\.code) == [.missingGlyph])
  }

  @Test func writesBothHalvesOfAFooter() throws {
    var demo = try DemoProfile(page: Array(page.utf8), theme: "modern")
    let latex = try demo.latex()
    #expect(latex.contains("Ada Roe}"))
    #expect(latex.contains("\\newcommand\\cvfooterright{Page \\thepage{} of \\pageref*{LastPage}}"))
    #expect(latex.contains("\\cvfooter\\hss\\cvfooterright"))
    var classic = try DemoProfile(page: Array(page.utf8))
    #expect(try !classic.latex().contains("cvfooterright"))
  }

  @Test func pointsIntoAWrongTemplate() throws {
    let (compiler, latex) = try compile(page, template: "a\nb\n{{{title}}}\n")
    #expect(latex.isEmpty)
    let fault = try #require(compiler.log.diagnostics.first)
    #expect(fault.code == .badTemplate && fault.severity == .error)
    let span = try #require(fault.span)
    #expect(compiler.sources[span.file].name == "document.tex")
    #expect(compiler.sources[span.file].position(at: span.range.lowerBound).line == 3)
  }

  @Test func reportsAMissingTemplate() throws {
    let (compiler, latex) = try compile(page, template: "")
    #expect(latex.isEmpty && compiler.log.diagnostics.map(\.code) == [.missingFile])
  }

  @Test func throwsWhenAFaceIsMissing() {
    #expect(throws: CompileFailure.font("/nowhere/none.ttf")) {
      try compile("# Ada Roe\n", faces: ["/nowhere/none.ttf"])
    }
  }

  @Test func givesTheSameBytesAgain() throws {
    let template = try String(
      decoding: testFile("../Templates/classic/document.tex"), as: UTF8.self)
    let page = try String(decoding: testFile("Profiles/industry.md"), as: UTF8.self)
    #expect(try compile(page, template: template).latex == compile(page, template: template).latex)
  }
}
