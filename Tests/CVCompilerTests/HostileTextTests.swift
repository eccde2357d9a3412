// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// Hostile texts as name, title and point: a document or a diagnostic, and nothing but text in it.
@Suite struct HostileTextTests {
  /// Where a text may come from.
  enum Source: String, CaseIterable {
    /// A page; what looks like markup is markup.
    case page
    /// A file of data; everything is text.
    case data

    func file(_ text: String) throws -> [UInt8] {
      switch self {
      case .page:
        return Array(
          "# \(text)\n\n## \(text)\n\n- \(text)\n- Kept aside\n\n### \(text), Acme, 2020\n".utf8)
      case .data:
        let resume: [String: Any] = [
          "basics": ["name": text, "label": text],
          "work": [["name": text, "position": text, "highlights": [text, "Kept aside"]]],
        ]
        return Array(try JSONSerialization.data(withJSONObject: resume, options: .sortedKeys))
      }
    }
  }

  /// What is made of a text.
  private struct Documents {
    var demo: DemoProfile
    var text: String
    var html: String
    var latex: String

    /// - Returns: `nil` where there are errors instead.
    init?(_ text: String, from source: Source, in theme: LoadedTheme) throws {
      var compiler = Compiler(files: SourceFiles(["cv.md": try source.file(text)]))
      // What is lost is counted in data; emoji are left out on purpose.
      var options = CompileOptions()
      if source == .data { options.emoji = .mono }
      let profile = compiler.readProfile("cv.md", options: options)
      HostileTextTests.expectSafe(compiler)
      #expect((profile == nil) == compiler.log.hasErrors)
      guard let profile else { return nil }
      demo = DemoProfile(profile, read: compiler, theme: theme)
      demo.options.with = [.news]
      self.text = demo.text(width: nil)
      html = try demo.html()
      latex = try demo.latex()
      HostileTextTests.expectSafe(demo.compiler)
    }
  }

  private static func theme() throws -> LoadedTheme {
    var compiler = Compiler(files: SourceFiles([:]))
    return try DemoProfile.load("classic", &compiler)
  }

  /// Some of the texts, others from each source.
  private static func texts(of source: Source, each: Int) -> [String] {
    let turn = source == .page ? 0 : each / 2
    return HostileStrings.all.enumerated().filter { number, _ in number % each == turn }
      .map(\.element)
  }

  @Test(.needsParser, arguments: Source.allCases)
  func givesDocumentsOfTextAlone(source: Source) throws {
    var pages: [String] = []
    let theme = try Self.theme()
    let texts = Self.texts(of: source, each: triesEveryCombination ? 2 : 7)
    for text in texts {
      guard let documents = try Documents(text, from: source, in: theme) else { continue }
      pages.append(documents.html)
      let isMade = !documents.demo.compiler.log.hasErrors
      #expect(isMade, "\(text.debugDescription)")
      // What opens a script hides the rest, and is told of.
      let isHidden = documents.demo.compiler.log.diagnostics.contains {
        $0.code == .unclosedComment
      }
      #expect(documents.text.contains("Kept aside") != isHidden, "\(text.debugDescription)")
      let raw = documents.text.unicodeScalars.filter(Self.isControl)
      #expect(raw.isEmpty, "\(text.debugDescription) gives \(raw)")
      let commands = Self.commands(of: documents.latex).subtracting(Self.plainCommands)
      #expect(commands.isEmpty, "\(text.debugDescription) gives \(commands)")
      if source == .data {
        let said = Self.words(documents.text)
        let lost = Set(Self.words(text)).filter { word in !said.contains { $0.contains(word) } }
        #expect(lost.isEmpty, "\(text.debugDescription) loses \(lost)")
      }
    }
    #expect(pages.count > texts.count * 9 / 10)
    for page in try ParsedHTML.parse(pages) { try expectInert(page) }
  }

  @Test(arguments: Source.allCases)
  func drawsEveryText(source: Source) throws {
    let theme = try Self.theme()
    for text in Self.texts(of: source, each: triesEveryCombination ? 10 : 20) {
      var compiler = Compiler(files: SourceFiles(["cv.md": try source.file(text)]))
      guard let profile = compiler.readProfile("cv.md", options: CompileOptions()) else { continue }
      var demo = DemoProfile(profile, read: compiler, theme: theme)
      let pdf = try demo.pdf()
      #expect(pdf.starts(with: Array("%PDF-".utf8)), "\(text.debugDescription)")
      let file = String(decoding: pdf, as: UTF8.self)
      for action in ["/JavaScript", "/Launch", "/OpenAction", "/SubmitForm", "/GoToR"] {
        #expect(!file.contains(action), "\(text.debugDescription)")
      }
    }
  }

  /// Messages quote the text, and no terminal obeys it.
  private static func expectSafe(_ compiler: Compiler) {
    for diagnostic in compiler.log.diagnostics {
      let message = HumanPrinter(sources: compiler.sources).print(diagnostic)
      let raw = message.unicodeScalars.filter(isControl)
      #expect(raw.isEmpty, "\(message.debugDescription)")
    }
  }

  /// Whether a scalar means something to a terminal or turns text around.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E: true
    default: false
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func commands(of latex: String) -> Set<String> {
    let body = latex.components(separatedBy: "\\begin{document}").dropFirst().joined()
    return Set(body.matches(of: /\\([A-Za-z@]+)/).map { String($0.1) })
  }

  /// The commands of a document that says nothing special.
  private static let plainCommands: Set<String> = [
    "cvname", "cvheadline", "cvcontacts", "cvcontact", "cvnextline", "cvopening", "cvsection",
    "cvgroup",
    "cvtext",
    "cvdetail", "cventry", "cvpublication", "cvrow", "cvnote", "cvitem", "cvspace", "cvbreak",
    "cvbodyface", "begin", "end", "item", "textbf", "emph", "href", "url", "textsuperscript",
    "textsubscript",
    "textbackslash", "textasciicircum", "textasciitilde", "textquotedbl", "textquotesingle",
    "textasciigrave", "textless", "textgreater", "textbar",
  ]
}
