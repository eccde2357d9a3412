// SPDX-License-Identifier: MIT
import CVModel
import Foundation
import TestSupport
import Testing

/// Every demo profile as LaTeX, compiled: the words of the PDF, and no faults.
@Suite(.needs("lualatex", "xelatex", "pdflatex", "pdftotext")) struct DemoTests {
  /// Each profile in each theme with each program; in a quick run each profile in half of the
  /// themes, once with each program, so that each theme meets each program.
  private static let articles: [(name: String, theme: String, program: TeXProgram)] =
    demoProfiles.enumerated().flatMap { row, name in
      installedThemes.enumerated().flatMap { column, theme in
        let isInTurn = (column + row).isMultiple(of: 2)
        let turn: [TeXProgram] = isInTurn ? [.turn(row + column / 2)] : []
        return (triesEveryCombination ? TeXProgram.allCases : turn).map { (name, theme, $0) }
      }
    }

  @Test(arguments: articles)
  func articleSaysWhatThePDFSays(name: String, theme: String, program: TeXProgram) throws {
    var demo = try DemoProfile(name, theme: theme)
    let printed = try tokens(ofPDF: demo.pdf())
    let document = try TeXRun(demo.latex(.article), program: program)
    #expect(document.faults.isEmpty, "\(program)\n\(document.faults.joined(separator: "\n\n"))")
    let words = try tokens(ofPDF: document.pdf)
    if demo.theme.theme.page.side == nil {
      let difference = firstDifference(printed, words)
      #expect(difference == nil, "\(program)")
    } else {
      // A PDF with a side column goes on page by page, LaTeX section by section.
      #expect(letters(of: printed) == letters(of: words), "\(program)")
    }
  }

  /// The letters and signs of a text, in the order of the alphabet.
  private func letters(of tokens: [Token]) -> String {
    String(tokens.flatMap(\.text).filter { !"·-".contains($0) }.sorted())
  }

  @Test(arguments: demoProfiles)
  func moderncvSaysTheSameInEachEntry(name: String) throws {
    var demo = try DemoProfile(name)
    let units = wordUnits(of: demo.tree())
    let source = try demo.latex(.moderncv)
    let turn = TeXProgram.turn(demoProfiles.firstIndex(of: name) ?? 0)
    for program in triesEveryCombination ? TeXProgram.allCases : [turn] {
      let document = try TeXRun(source, program: program)
      #expect(document.faults.isEmpty, "\(program)\n\(document.faults.joined(separator: "\n\n"))")
      let difference = difference(of: try tokensOfModernCV(document.pdf), from: units)
      #expect(difference == nil, "\(program)")
    }
  }

  /// Hebrew from right to left, mirrored by lualatex; the others say that they cannot.
  @Test(arguments: ["classic", "modern", "academic"])
  func setsFromRightToLeft(theme: String) throws {
    var demo = try DemoProfile("Scripts/hebrew", theme: theme)
    let printed = try tokens(ofPDF: demo.pdf())
    let source = try demo.latex(.article)
    let document = try TeXRun(source, program: .lualatex)
    #expect(document.faults.isEmpty, "\(document.faults.joined(separator: "\n\n"))")
    #expect(letters(of: printed) == letters(of: try tokens(ofPDF: document.pdf)))
    let refused = try TeXRun(source, program: .xelatex)
    #expect(refused.pdf.isEmpty && refused.faults.first?.contains("lualatex") == true)
  }

  /// The photo stands beside the document, in both flavours; without its file there is a warning.
  @Test(.needs("pdfimages"), arguments: TeXProgram.allCases, LaTeXFlavour.allCases)
  func showsThePhoto(program: TeXProgram, flavour: LaTeXFlavour) throws {
    var demo = try DemoProfile("recommended", theme: "modern", photo: "Photos/portrait.png")
    let source = try demo.latex(flavour)
    let companion = try #require(demo.compiler.companion)
    #expect(companion.ending == "-tex-photo.png")
    let files = ["cv" + companion.ending: companion.bytes]
    let document = try TeXRun(source, program: program, files: files)
    #expect(document.faults.isEmpty, "\(document.faults.joined(separator: "\n\n"))")
    #expect(try pictures(in: document) == 1)
    let bare = try TeXRun(source, program: program)
    #expect(try bare.faults.isEmpty && pictures(in: bare) == 0)
  }

  private func pictures(in document: TeXRun) throws -> Int {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "cv.pdf")
    try Data(document.pdf).write(to: file)
    let list = try run("pdfimages", ["-list", file.path]).text
    return list.split(separator: "\n").count { $0.contains(" image ") }
  }

  @Test func seesADifference() {
    let units = [["Ada", "Roe"], ["well-known", "x", "x"]]
    #expect(difference(of: tokens(of: "Roe Ada x well-\nknown x"), from: units) == nil)
    #expect(difference(of: tokens(of: "Ada x Roe x well-known"), from: units) != nil)
    #expect(difference(of: tokens(of: "Ada Roe x well-known"), from: units) != nil)
    #expect(difference(of: tokens(of: "Ada Roe x x well-known y"), from: units) != nil)
  }
}
