// SPDX-License-Identifier: MIT

import CVModel
import Testing

@testable import CVLayout
@testable import CVWriters

@Suite struct PDFTeXSignsTests {
  /// What the documents of a text declare for pdfTeX.
  private func declarations(_ text: String) throws -> String {
    let section = SectionNode(
      title: nil, kind: .other, children: [.paragraph(LayoutText(text, role: .text))])
    let look = LaTeXLook(theme: HTMLFixtures.theme, paper: .a4, flavour: .article, fonts: nil)
    return try writeLaTeX(
      HTMLFixtures.tree([section]), look: look,
      template: "{{=<% %>=}}\n<%> characters%>\n")
  }

  @Test(arguments: ["plain", "ÄÖÜ ßœæøł š “x” – — € • † §", "e\u{301}"])
  func declaresNothingThatTheFontsHave(text: String) throws {
    #expect(try declarations(text).isEmpty)
  }

  @Test(arguments: [
    ("α", "{03B1}{\\cvsign{03B1}{03B1}{\\ensuremath{\\alpha}}}"),
    ("−", "{2212}{\\cvsign{2212}{2212}{\\textminus}}"),
    ("…", "{2026}{\\cvsign{2026}{2026}{...}}"),
    ("²", "{00B2}{\\cvsign{00B2}{00B2}{\\textsuperscript{2}}}"),
    ("₂", "{2082}{\\cvsign{2082}{2082}{\\textsubscript{2}}}"),
    ("ễ", "{1EC5}{\\cvsign{1EC5}{1EC5}{\\~{\\^{e}}}}"),
    ("ī", "{012B}{\\cvsign{012B}{012B}{\\={\\i}}}"),
    ("ṣ", "{1E63}{\\cvsign{1E63}{1E63}{\\rlap{\\d{s}}\\cvunseen{s}}}"),
    ("Ж", "{0416}{U+0416}"), ("𝔸", "{1D538}{U+1D538}"),
  ])
  func drawsWhatTheFontsLack(text: String, declaration: String) throws {
    let lines = try declarations(text)
    #expect(lines.contains("\\DeclareUnicodeCharacter" + declaration + "\n"))
  }

  @Test func loadsSymbolsOnlyWhereTheyAreUsed() throws {
    #expect(try declarations("✓").contains("amssymb"))
    #expect(try !declarations("α").contains("amssymb"))
  }

  @Test func declaresEachCharacterOnce() throws {
    let lines = try declarations("αβα").split(separator: "\n")
    #expect(lines.count { $0.contains("DeclareUnicode") } == 2)
  }
}
