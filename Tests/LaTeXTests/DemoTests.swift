// SPDX-License-Identifier: MIT
import CVModel
import TestSupport
import Testing

/// Every demo profile as LaTeX, compiled: the words of the PDF, and no faults.
@Suite(.needs("lualatex", "xelatex", "pdflatex", "pdftotext")) struct DemoTests {
  @Test(arguments: demoCombinations)
  func articleSaysWhatThePDFSays(name: String, theme: String) throws {
    var demo = try DemoProfile(name, theme: theme)
    let printed = try tokens(ofPDF: demo.pdf())
    let source = try demo.latex(.article)
    let turn = demoCombinations.firstIndex { $0 == (name, theme) } ?? 0
    for program in TeXProgram.programs(for: turn) {
      let document = try TeXRun(source, program: program)
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
  }

  /// The letters and signs of a text, in the order of the alphabet.
  private func letters(of tokens: [Token]) -> String {
    String(tokens.flatMap(\.text).filter { !"·-".contains($0) }.sorted())
  }

  @Test(arguments: demoProfiles)
  func moderncvSaysTheSameInEachEntry(name: String) throws {
    var demo = try DemoProfile(name)
    let source = try demo.latex(.moderncv)
    let units = wordUnits(of: demo.tree())
    for program in TeXProgram.programs(for: demoProfiles.firstIndex(of: name) ?? 0) {
      let document = try TeXRun(source, program: program)
      #expect(document.faults.isEmpty, "\(program)\n\(document.faults.joined(separator: "\n\n"))")
      let difference = difference(of: try tokensOfModernCV(document.pdf), from: units)
      #expect(difference == nil, "\(program)")
    }
  }

  @Test func seesADifference() {
    let units = [["Ada", "Roe"], ["well-known", "x", "x"]]
    #expect(difference(of: tokens(of: "Roe Ada x well-\nknown x"), from: units) == nil)
    #expect(difference(of: tokens(of: "Ada x Roe x well-known"), from: units) != nil)
    #expect(difference(of: tokens(of: "Ada Roe x well-known"), from: units) != nil)
    #expect(difference(of: tokens(of: "Ada Roe x x well-known y"), from: units) != nil)
  }
}
