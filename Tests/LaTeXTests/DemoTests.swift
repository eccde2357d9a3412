// SPDX-License-Identifier: MIT
import CVModel
import TestSupport
import Testing

/// Every demo profile as LaTeX, compiled by each program: the words of the PDF, and no faults.
@Suite(.needs("lualatex", "xelatex", "pdflatex", "pdftotext")) struct DemoTests {
  @Test(arguments: DemoProfile.names, DemoProfile.themes)
  func articleSaysWhatThePDFSays(name: String, theme: String) throws {
    var demo = try DemoProfile(name, theme: theme)
    let printed = try tokens(ofPDF: demo.pdf())
    let source = try demo.latex(.article)
    for program in TeXProgram.allCases {
      let document = try TeXRun(source, program: program)
      #expect(document.faults.isEmpty, "\(program)\n\(document.faults.joined(separator: "\n\n"))")
      let difference = try firstDifference(printed, tokens(ofPDF: document.pdf))
      #expect(difference == nil, "\(program)")
    }
  }

  @Test(arguments: DemoProfile.names)
  func moderncvSaysTheSameInEachEntry(name: String) throws {
    var demo = try DemoProfile(name)
    let source = try demo.latex(.moderncv)
    let units = wordUnits(of: demo.tree())
    for program in TeXProgram.allCases {
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
