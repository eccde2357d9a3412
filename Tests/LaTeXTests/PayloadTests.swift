// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
import CVModel
import CVWriters
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// What means something to TeX is printed as it stands, in every field.
@Suite(.needs("lualatex", "xelatex", "pdflatex", "pdftotext")) struct PayloadTests {
  @Test(arguments: TeXProgram.allCases)
  func articlePrintsEveryCharacter(program: TeXProgram) throws {
    try checkArticle(profile(saying: Payloads.all), program)
  }

  @Test func articlePrintsEveryHead() throws {
    for (turn, payloads) in Payloads.all.chunks(of: 12).enumerated() {
      try checkArticle(head(saying: payloads), .turn(turn))
    }
  }

  @Test(arguments: TeXProgram.allCases)
  func moderncvPrintsEveryCharacter(program: TeXProgram) throws {
    try checkModernCV(profile(saying: Payloads.all), program)
  }

  @Test func moderncvPrintsEveryHead() throws {
    // The class sets a name in one size, however long its words are.
    let short = Payloads.short.filter { $0.split(separator: " ").allSatisfy { $0.count < 20 } }
    for (turn, payloads) in short.chunks(of: 12).enumerated() {
      try checkModernCV(head(saying: payloads), .turn(turn))
    }
  }

  /// Compares the characters of the whole; the signs between contacts go where lines end.
  private func checkArticle(_ profile: Profile, _ program: TeXProgram) throws {
    let document = try PayloadDocument(profile, flavour: .article)
    let result = try TeXRun(document.source, program: program)
    let printed = try tokens(ofPDF: result.pdf).map(\.text).joined().replacing("·", with: "")
    let wanted = document.units.flatMap { $0 }.joined().replacing("·", with: "")
    let start = zip(printed, wanted).prefix { $0 == $1 }.count
    let isSame = printed == wanted
    #expect(isSame, "“\(printed.dropFirst(start).prefix(60))”")
    report(result, document, isSame)
  }

  private func checkModernCV(_ profile: Profile, _ program: TeXProgram) throws {
    let document = try PayloadDocument(profile, flavour: .moderncv)
    let result = try TeXRun(document.source, program: program)
    let difference = try difference(of: tokensOfModernCV(result.pdf), from: document.units)
    #expect(difference == nil)
    report(result, document, difference == nil)
  }

  private func report(_ result: TeXRun, _ document: PayloadDocument, _ isSame: Bool) {
    #expect(result.faults.isEmpty, "\(result.faults.joined(separator: "\n\n"))")
    guard !isSame || !result.faults.isEmpty else { return }
    Attachment.record(document.source, named: "payloads.tex")
  }
}

/// The source of what says payloads, which needs no TeX to be judged.
@Suite struct PayloadSourceTests {
  /// The commands that the writer itself gives.
  private static let article: Set<String> = [
    "cvname", "cvheadline", "cvcontacts", "cvcontact", "cvnextline", "cvopening", "cvsection",
    "cvgroup",
    "cvtext", "cvdetail", "cventry", "cvpublication", "cvrow", "cvnote", "cvitem", "cvspace",
    "cvbreak", "begin", "end", "item", "textbf", "emph", "textsuperscript", "textsubscript",
    "href", "url", "textbackslash", "textasciicircum", "textasciitilde", "textquotedbl",
    "textquotesingle", "textasciigrave", "textless", "textgreater", "textbar",
  ]
  private static let moderncv: Set<String> = [
    "address", "email", "phone", "homepage", "social", "extrainfo", "makecvtitle", "section",
    "subsection", "cvlistitem", "newline", "hfill", "parbox", "raggedleft", "textwidth",
  ]

  @Test(arguments: LaTeXFlavour.allCases)
  func holdsNoCommandOfThePayloads(flavour: LaTeXFlavour) throws {
    for profile in [head(saying: Payloads.all), profile(saying: Payloads.all)] {
      let source = try PayloadDocument(profile, flavour: flavour, template: "{{{body}}}").source
      let commands = Set(source.matches(of: /\\([A-Za-z@]+)/).map { String($0.1) })
      #expect(commands.subtracting(Self.article).subtracting(Self.moderncv).isEmpty)
      #expect(!source.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
      let signs = Set(source.matches(of: /\\([^A-Za-z@])/).map { String($0.1) })
      #expect(signs.subtracting(["\\", "{", "}", "$", "&", "#", "_", "%"]).isEmpty)
      let lines = source.split(separator: "\n")
      #expect(lines.allSatisfy { !$0.hasPrefix("%") || $0.contains("-----") })
      let bare = source.matches(of: /[^\\\n]%/)
      #expect(bare.isEmpty, "no text becomes a comment")
    }
  }
}

/// A profile of payloads as LaTeX.
private struct PayloadDocument {
  var source: String
  /// The words that it must print.
  var units: [[String]]

  init(_ profile: Profile, flavour: LaTeXFlavour, template: String? = nil) throws {
    var compiler = Compiler(files: SourceFiles([:]))
    let theme = try loadedTheme("classic", &compiler)
    let tree = compiler.layout(profile, theme: theme.theme, options: CompileOptions())
    let file = flavour == .article ? "document.tex" : "moderncv.tex"
    let shell = try String(decoding: testFile("../Templates/classic/\(file)"), as: UTF8.self)
    // Without the compiler's search for missing characters, which would spell controls.
    let look = LaTeXLook(
      theme: theme.theme, paper: .a4, flavour: flavour,
      fonts: LaTeXFonts(
        folder: bundledFont("LibertinusSerif"), upright: "LibertinusSerif-Regular.ttf",
        italic: "LibertinusSerif-Italic.ttf", bold: "LibertinusSerif-Semibold.ttf",
        boldItalic: "LibertinusSerif-SemiboldItalic.ttf"))
    source = try writeLaTeX(tree, look: look, template: template ?? shell)
    units = wordUnits(of: tree)
  }
}

extension Array {
  fileprivate func chunks(of count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map { Array(self[$0...].prefix(count)) }
  }
}
