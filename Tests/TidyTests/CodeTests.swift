// SPDX-License-Identifier: MIT
import CVDiagnostics
import Foundation
import TestSupport
import Testing

/// Each code of a diagnostic is explained, used and tested.
@Suite struct CodeTests {
  @Test(arguments: Code.allCases)
  func explains(code: Code) {
    #expect(code.explanation.count > 40)
  }

  @Test func explainsNothingElse() throws {
    let path = "Sources/CVDiagnostics/Explanations/codes.txt"
    let text = try String(contentsOf: checkout.appending(path: path), encoding: .utf8)
    let names = text.split(separator: "\n").filter { $0.hasPrefix("== ") }.map { $0.dropFirst(3) }
    #expect(names == Code.allCases.map { $0.rawValue[...] }, "in the order of the cases")
  }

  @Test func usesEachCode() {
    let words = Self.members(of: SwiftFile.sources.filter { $0.name != "Code.swift" })
    for code in Code.allCases {
      #expect(words.contains("\(code)"), "nothing reports \(code.rawValue)")
    }
  }

  @Test func testsEachCode() throws {
    let tests = SwiftFile.all.filter { !$0.isSource && $0.target != "TidyTests" }
    let members = Self.members(of: tests)
    let texts = try Self.expectations() + tests.flatMap { $0.literals.map(\.text) }
    for code in Code.allCases {
      let isTested =
        members.contains("\(code)")
        || texts.contains { Self.names(code.rawValue, in: $0) }
      let exception = Exceptions.untestedCodes[code.rawValue]
      #expect(isTested || exception != nil, "no test names \(code.rawValue)")
      #expect(!isTested || exception == nil, "\(code.rawValue) needs no exception any more")
    }
  }

  /// The words after a dot: `.missingFile` gives `missingFile`.
  private static func members(of files: [SwiftFile]) -> Set<String> {
    var found: Set<String> = []
    for line in files.lazy.flatMap(\.codeLines) {
      for part in line.split(separator: ".").dropFirst() {
        found.insert(String(part.prefix { $0.isLetter || $0.isNumber }))
      }
    }
    return found
  }

  /// Golden files, and the commands of the program's tests.
  private static func expectations() throws -> [String] {
    try ["Golden", "cvgenTests"].flatMap { folder in
      let root = checkout.appending(path: "Tests/\(folder)")
      let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
      return try (names ?? []).filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
        .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
    }
  }

  /// A code stands alone, or in brackets or quotes within a text.
  private static func names(_ code: String, in text: String) -> Bool {
    text == code || text.contains("[\(code)]") || text.contains("\"\(code)\"")
  }
}
