// SPDX-License-Identifier: MIT
import Foundation
import TestSupport

/// A program or a library that reads the text of PDF files.
enum Extractor: String, CaseIterable, Sendable {
  case structureTree, rawText, mutool, pypdf, pypdfium2
  /// These sort the text by its place on the page.
  case defaultText, pdfminer

  /// Whether it keeps the order of the document; else it has the same words.
  var keepsOrder: Bool { self != .defaultText && self != .pdfminer }

  /// Whether it takes a second for a document: written in Python.
  var isSlow: Bool { self == .pypdf || self == .pdfminer }

  /// The texts of the pages of each file; that of all pages at once from the structure tree.
  func pages(of files: [String]) throws -> [[String]] {
    switch self {
    case .structureTree:
      return try files.map { [Self.blocks(try output("pdfinfo", ["-struct-text", $0]))] }
    case .rawText: return try files.map { Self.split(try output("pdftotext", ["-raw", $0, "-"])) }
    case .defaultText: return try files.map { Self.split(try output("pdftotext", [$0, "-"])) }
    case .mutool:
      return try files.map { Self.split(try output("mutool", ["draw", "-q", "-F", "text", $0])) }
    case .pypdf, .pypdfium2, .pdfminer:
      let script = checkout.appending(path: "Tests/PDFTests/Extractors/extract").path
      let python = pdfTools.appending(path: "python/bin/python").path
      _ = try output(python, [script, rawValue] + files)
      return try files.map {
        Self.split(try String(contentsOfFile: "\($0).\(rawValue).txt", encoding: .utf8))
      }
    }
  }

  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let result = try run(program, arguments)
    guard result.status == 0 else { throw DemoDocument.Failure(description: result.errors) }
    return result.text
  }

  /// The pages of a text with a form feed after each.
  private static func split(_ text: String) -> [String] {
    text.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The quoted texts of a structure tree; those of one block follow each other without a break.
  private static func blocks(_ tree: String) -> String {
    var text = ""
    for line in tree.split(separator: "\n") {
      let words = line.drop { $0 == " " }
      if words.first == "\"", words.last == "\"", words.count > 1 {
        text += words.dropFirst().dropLast()
      } else if words.hasSuffix("(block)") || words == "Sect" || words == "Div" {
        text += "\n"
      }
    }
    return text
  }
}

/// The words of a text as any extractor should give them.
///
/// Also cut after the signs that a line may break behind, since an extractor gives a broken line as
/// two words; without the signs around them, since some put a blank before a full stop.
func splitWords(_ text: String) -> [String] {
  let parts = text.precomposedStringWithCompatibilityMapping.split { character in
    character.isWhitespace || "/.-‐_?&=–—:@•()".contains(character)
  }
  return parts.map { part in String(part.filter { !isInvisible($0) }) }
    .filter { $0.contains { $0.isLetter || $0.isNumber } }
}

/// Signs that only tell where a line may break, or which way the text behind them runs.
private func isInvisible(_ character: Character) -> Bool {
  ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{202A}", "\u{202B}", "\u{202C}"]
    .contains(character)
}
