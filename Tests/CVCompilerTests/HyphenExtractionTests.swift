// SPDX-License-Identifier: MIT
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// What programs that extract text make of divided words and spread spaces.
@Suite struct HyphenExtractionTests {
  private static let words = """
    My dissertation examined autoregressive models of vibration in hydroelectric installations, \
    with well-known and long-term consequences for the interpretability of their parameters; the \
    resulting software is maintained by an international consortium and documented elsewhere. \
    Before that I was responsible for the commissioning of meteorological stations in remote and \
    mountainous environments, where transportation could not be taken for granted.
    """

  private static let faces: [String: [String]] = [
    "Libertinus Serif": ["LibertinusSerif/LibertinusSerif-Regular.ttf"],
    "Source Sans Pro": ["SourceSansPro/SourceSansPro-Regular.otf"],
    "EB Garamond": ["EBGaramond/EBGaramond-Regular.ttf"],
  ]

  /// The paragraph in a narrow, justified and divided column.
  private func compile(_ family: String, _ width: Double) throws -> TemporaryFolder {
    var demo = try DemoProfile(page: Array("# Ada Roe\n\n## Summary\n\n\(Self.words)\n".utf8))
    demo.theme.theme.paragraphs.setting = .justified
    demo.theme.theme.paragraphs.hyphenates = true
    demo.theme.theme.page.bodyWidth = .pt(width)
    demo.theme.theme.fonts.family = family
    demo.theme.fontFiles = (Self.faces[family] ?? []).map(bundledFont)
    demo.theme.dictionaries = [
      "en-US": checkout.appending(path: "Templates/hyphenation/en-US.dic").path
    ]
    let folder = try TemporaryFolder()
    try Data(demo.pdf()).write(to: folder.url.appending(path: "cv.pdf"))
    return folder
  }

  private func extract(_ program: String, _ arguments: [String], _ folder: TemporaryFolder) throws
    -> String
  {
    try run(program, arguments, folder: folder.url).text
  }

  /// The text with its lines joined: words that a soft hyphen divides are whole again.
  private func joined(_ text: String) -> String {
    text.replacing(/\u{AD} *\n/, with: "").replacing(/-\n/, with: "-")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(.needs("pdftotext"), arguments: faces.keys.sorted(), [170.0, 230, 300])
  func givesPopplerEveryWord(family: String, width: Double) throws {
    let folder = try compile(family, width)
    for options in [["-raw"], ["-layout"], []] {
      let text = try extract("pdftotext", options + ["cv.pdf", "-"], folder)
      let hasHyphen = text.contains("\u{AD}\n")
      // Poppler takes a hyphen of the text at the end of a line for one that divides a word.
      let plain = { (text: String) in options.isEmpty ? text.replacing("-", with: "") : text }
      let hasWords = plain(joined(text)).contains(plain(Self.words))
      #expect(hasHyphen && hasWords, "\(options) \(text)")
    }
  }

  @Test(.needs("pdfinfo"), arguments: faces.keys.sorted())
  func givesTheTagsWholeWords(family: String) throws {
    let text = try extract("pdfinfo", ["-struct-text", "cv.pdf"], compile(family, 230))
    let hasWords = text.replacing("\u{AD}", with: "").contains(Self.words)
    #expect(hasWords, "\(text)")
  }

  @Test(.needs("mutool"), arguments: faces.keys.sorted())
  func givesMuPDFEveryWord(family: String) throws {
    let text = try extract("mutool", ["draw", "-q", "-F", "txt", "cv.pdf"], compile(family, 230))
    let hasWords = joined(text).contains(Self.words)
    #expect(hasWords, "\(text)")
  }

  @Test func warnsOfALanguageThatItCannotDivide() throws {
    var demo = try DemoProfile(page: Array("# Ada Roe\n\n## Summary\n\nText.\n".utf8))
    demo.theme.theme.paragraphs.hyphenates = true
    demo.theme.dictionaries = ["de": "/nowhere/de.dic"]
    _ = try demo.pdf()
    #expect(demo.compiler.log.diagnostics.map(\.code) == [.unknownLanguage])
  }

  @Test func throwsWhenADictionaryIsMissing() throws {
    var demo = try DemoProfile(page: Array("# Ada Roe\n\n## Summary\n\nText.\n".utf8))
    demo.theme.dictionaries = ["en-US": "/nowhere/en.dic"]
    _ = try demo.pdf()
    demo.theme.theme.paragraphs.hyphenates = true
    #expect(throws: CompileFailure.dictionary("/nowhere/en.dic")) { try demo.pdf() }
  }

  @Test(arguments: [
    ("en", "en-US"), ("en-US", "en-US"), ("en-GB", "en-GB"), ("en-AU", "en-GB"), ("de-AT", "de"),
    ("de", "de"), ("pt-BR", "pt"), ("sv", nil), ("", nil), ("en_IE", "en-GB"),
  ])
  func findsTheDictionaryOfALanguage(language: String, expected: String?) throws {
    var demo = try DemoProfile(page: Array("# Ada Roe\n".utf8))
    for name in ["de", "en-GB", "en-US", "pt"] { demo.theme.dictionaries[name] = name }
    #expect(demo.theme.dictionaryName(for: language) == expected)
  }
}
