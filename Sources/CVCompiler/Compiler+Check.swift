// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVFinishing
import CVLayout
public import CVModel
import CVPango

extension Compiler {
  /// Reads a finished PDF back and compares it with what a profile should show.
  ///
  /// Words that are lost, stand in another order or in no tag are errors in the log, and so is a
  /// PDF without tags; words that the profile does not have are a warning. The options must be
  /// those that the PDF was made with.
  ///
  /// - Parameters:
  ///   - name: The PDF, as messages call it.
  /// - Returns: How many words were compared; `nil` where the PDF cannot be read.
  /// - Throws: `CompileFailure` without fonts or libqpdf.
  public mutating func check(
    _ pdf: [UInt8], named name: String, against profile: Profile, theme: LoadedTheme,
    options: CompileOptions
  ) throws(CompileFailure) -> Int? {
    var tree = layout(profile, theme: theme.theme, options: options)
    let library = try fontLibrary(theme)
    _ = spellMissingCharacters(in: &tree, hasGlyph: library.hasGlyph)
    var expected: [PlacedWord] = []
    tree.forEachText { expected += PlacedWord.words(of: $0) }
    let text: PDFText
    do throws(FinishingError) {
      text = try readText(pdf)
    } catch .noLibrary {
      throw .finishing(FinishingError.noLibrary.words)
    } catch {
      note(.unreadablePDF(name, error.words))
      return nil
    }
    guard text.isTagged else {
      note(.untagged(name))
      return expected.count
    }
    let found = text.blocks.flatMap { PlacedWord.words(of: $0) }
    var comparison = WordComparison(expected: expected, found: found)
    // Pages with a side column are read one after the other: it parts the text beside it.
    if theme.theme.page.side != nil { comparison.misplaced = nil }
    report(comparison, in: name)
    if !text.unmarked.isEmpty { note(.unmarkedContent(text.unmarked, in: name)) }
    return expected.count
  }

  private mutating func report(_ comparison: WordComparison, in name: String) {
    if let first = comparison.lost.first {
      note(.lostWords(comparison.lost.map(\.text), at: first.span, in: name))
    }
    if !comparison.added.isEmpty { note(.addedWords(comparison.added, in: name)) }
    if let word = comparison.misplaced { note(.wordOrder(word, in: name)) }
  }
}

extension Diagnostic {
  static func unreadablePDF(_ name: String, _ words: String) -> Diagnostic {
    Diagnostic(
      .error, .unreadablePDF, "“\(name)” is no whole PDF: \(words)",
      help: "make it again with “cvgen pdf”")
  }

  static func lostWords(_ words: [String], at span: SourceSpan?, in name: String) -> Diagnostic {
    Diagnostic(
      .error, .lostWords, "“\(name)” lacks \(counted(words)) of the profile: \(listed(words))",
      at: span, label: "not in the PDF",
      help: "make the PDF again, or check it with the options that it was made with")
  }

  static func addedWords(_ words: [String], in name: String) -> Diagnostic {
    Diagnostic(
      .warning, .addedWords,
      "“\(name)” has \(counted(words)) that the profile does not show: \(listed(words))",
      help: "make the PDF again, or check it with the options that it was made with")
  }

  static func wordOrder(_ word: PlacedWord, in name: String) -> Diagnostic {
    Diagnostic(
      .error, .wordOrder,
      "“\(name)” reads in another order than the profile from “\(word.text)” on",
      at: word.span, label: "comes later in the PDF", help: "make the PDF again")
  }

  static func untagged(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, .unmarkedContent, "“\(name)” has no tags: its words have no order to compare",
      help: "make the PDF again with “cvgen pdf”, and not with “--pdf-standard none”")
  }

  static func unmarkedContent(_ content: [PDFText.Unmarked], in name: String) -> Diagnostic {
    let words = content.flatMap { PlacedWord.words(of: $0.text) }
    let pages = Set(content.map(\.page)).sorted().map { "\($0)" }.joined(separator: ", ")
    let what = words.isEmpty ? "painting" : "\(counted(words)), \(listed(words)),"
    return Diagnostic(
      .error, .unmarkedContent, "“\(name)” has \(what) in no tag on page \(pages)",
      help: "screen readers skip it; make the PDF again with “cvgen pdf”")
  }

  private static func counted(_ words: [String]) -> String {
    words.count == 1 ? "1 word" : "\(words.count) words"
  }

  private static func listed(_ words: [String]) -> String {
    words.prefix(6).map { "“\($0)”" }.joined(separator: ", ") + (words.count > 6 ? ", …" : "")
  }
}
