// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// Each file says its licence, each type what it is, and no name says nothing.
@Suite struct HeaderTests {
  @Test func beginsEachFileWithTheLicence() {
    for file in SwiftFile.all {
      #expect(file.lines.first == "// SPDX-License-Identifier: MIT", "\(file.path)")
    }
  }

  @Test func beginsScriptsAndHeadersWithTheLicence() throws {
    for path in try Self.scripts + Self.headers() {
      let text = try String(contentsOf: checkout.appending(path: path), encoding: .utf8)
      let head = text.split(separator: "\n").prefix(2)
      #expect(head.contains { $0.hasSuffix("SPDX-License-Identifier: MIT") }, "\(path)")
    }
  }

  @Test func describesEachType() {
    for file in SwiftFile.all where file.isSource || file.target == "TestSupport" {
      for declaration in Declaration.types(in: file) {
        #expect(declaration.isDescribed, "\(declaration.place): \(declaration.name)")
      }
    }
  }

  @Test func describesEachFunctionThatOtherModulesCall() {
    for file in SwiftFile.sources {
      for declaration in Declaration.exportedFunctions(in: file)
      where !Exceptions.plainNames.contains(declaration.name) {
        #expect(declaration.isDescribed, "\(declaration.place): \(declaration.name)")
      }
    }
  }

  @Test func usesNoEmptyNames() {
    for file in SwiftFile.all {
      let folders = file.path.split(separator: "/").dropLast().map(String.init)
      let stem = file.name.split(whereSeparator: { $0 == "." || $0 == "+" }).map(String.init)
      let types = Declaration.types(in: file).map(\.name)
      for name in Set(folders + stem + types) where Self.emptyNames.contains(lastWord(of: name)) {
        #expect(Exceptions.names[name] != nil, "\(file.path): \(name)")
      }
    }
  }

  /// Words that could stand on anything (the last word of a name counts).
  private static let emptyNames: Set<String> = [
    "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Core", "Engine",
    "Infrastructure", "Base", "Common", "Data", "Info", "Misc",
  ]

  private static let scripts = [
    "Makefile", ".ci/run", "Package.swift", "Tests/Bench/run", "Tests/PDFTests/install",
    "Tests/PDFTests/requirements.txt", "Tests/PDFTests/Extractors/extract",
    "Tests/PDFTests/Validator/validate", "Tests/PDFTests/Validator/Validate.java",
  ]

  /// Of the targets that are libraries of C.
  private static func headers() throws -> [String] {
    let sources = checkout.appending(path: "Sources").path
    let paths = try FileManager.default.contentsOfDirectory(atPath: sources)
      .map { "Sources/\($0)/shim.h" }
    return paths.filter {
      FileManager.default.fileExists(atPath: checkout.appending(path: $0).path)
    }
  }

  private func lastWord(of name: String) -> String {
    name.lastIndex(where: \.isUppercase).map { String(name[$0...]) } ?? name
  }
}

/// A declaration, and whether a comment describes it.
private struct Declaration {
  var name: String
  var place: String
  var isDescribed: Bool

  /// The types of a file.
  static func types(in file: SwiftFile) -> [Declaration] {
    find(["struct", "enum", "class", "protocol", "actor"], in: file)
  }

  /// The functions that a file offers to other modules, but for operators.
  static func exportedFunctions(in file: SwiftFile) -> [Declaration] {
    find(["func"], in: file) { words in
      (words.contains("public") || words.contains("package")) && !words.contains("override")
    }
  }

  /// Declarations of some kinds whose modifiers pass a test.
  private static func find(
    _ kinds: Set<Substring>, in file: SwiftFile, where passes: ([Substring]) -> Bool = { _ in true }
  ) -> [Declaration] {
    var found: [Declaration] = []
    for (index, line) in file.codeLines.enumerated() {
      let words = line.split { $0 == " " || $0 == ":" || $0 == "(" }
      guard let kind = words.firstIndex(where: kinds.contains), kind < words.endIndex - 1,
        words[..<kind].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) }),
        !["func", "var", "let"].contains(words[kind + 1]),
        let name = words[kind + 1].split(separator: "<").first, name.first?.isLetter ?? false,
        passes(Array(words[..<kind]))
      else { continue }
      found.append(
        Declaration(
          name: String(name), place: file.place(index + 1),
          isDescribed: isDescribed(index, file)))
    }
    return found
  }

  /// Whether `///` stands above a line, or above the attributes that stand above it.
  private static func isDescribed(_ index: Int, _ file: SwiftFile) -> Bool {
    let above = file.lines[..<index].reversed().map { $0.drop { $0 == " " } }
    return above.first { !$0.hasPrefix("@") }?.hasPrefix("///") ?? false
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private", "final", "indirect", "static",
    "mutating", "nonmutating", "consuming", "borrowing", "override",
  ]
}
