// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// ARCHITECTURE.md is short enough to be read, and names what there is.
@Suite struct ArchitectureTests {
  private let text: String
  /// Files and folders, from the checkout.
  private let paths: Set<String>

  init() throws {
    text = try String(contentsOf: checkout.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    var paths = Set(try FileManager.default.contentsOfDirectory(atPath: checkout.path))
    for folder in ["Sources", "Tests", "docs", "Templates", "Fonts"] {
      let root = checkout.appending(path: folder).path
      let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
      paths.formUnion(found.map { "\(folder)/\($0)" })
    }
    self.paths = paths
  }

  @Test func staysShort() {
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
  }

  @Test func namesEachTarget() throws {
    let sources = checkout.appending(path: "Sources").path
    for target in try FileManager.default.contentsOfDirectory(atPath: sources) {
      #expect(text.contains("`\(target)`"), "\(target)")
    }
  }

  /// The table of modules says what `ImportTests` allows.
  @Test func saysWhoMayImportWhom() throws {
    let rows = text.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }
    var said: [String: Set<String>] = [:]
    for row in rows {
      let cells = row.components(separatedBy: " | ")
      guard cells.count == 3, let target = Self.names(in: cells[0]).first else { continue }
      let imports = cells[2].dropLast(2)
      let names = imports.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      said[target] =
        imports.hasPrefix("all above")
        ? Set(said.keys) : Set(names).intersection(Self.modules)
    }
    for (target, modules) in ImportTests.allowed {
      let system = ImportTests.system[target, default: []]
      #expect(said[target] == modules.union(system), "\(target)")
    }
  }

  /// Every module that somebody may import.
  private static let modules = Set(ImportTests.allowed.values.joined())
    .union(ImportTests.system.values.joined()).union(ImportTests.allowed.keys)

  /// The recipes of CONTRIBUTING.md do so, too.
  @Test(arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md"])
  func namesFilesThatExist(manual: String) throws {
    let text = try String(contentsOf: checkout.appending(path: manual), encoding: .utf8)
    for name in Self.names(in: text) where Self.isPath(name) {
      let path = name.hasSuffix("/") ? String(name.dropLast()) : name
      let isThere = paths.contains { $0 == path || $0.hasSuffix("/\(path)") }
      #expect(isThere, "\(manual): there is no \(name)")
    }
  }

  @Test func namesSuitesThatExist() throws {
    let manual = try String(
      contentsOf: checkout.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    for name in Self.names(in: manual) where name.hasSuffix("Tests") && !name.contains(" ") {
      let isThere = Self.suites.contains(name) || paths.contains("Tests/\(name)")
      #expect(isThere, "there is no \(name)")
    }
  }

  /// A suite, one of its tests, or pages of commands stand behind each invariant.
  @Test func holdsEachInvariantByATest() throws {
    let part = try #require(text.components(separatedBy: "\n## Invariants").dropFirst().first)
    let end = part.range(of: "\n## ")?.lowerBound ?? part.endIndex
    let items = part[..<end].components(separatedBy: "\n").reduce(into: [String]()) { items, line in
      if line.first?.isNumber ?? false {
        items.append(line)
      } else if !items.isEmpty {
        items[items.count - 1] += " " + line
      }
    }
    #expect(items.count >= 15)
    let known = Self.tests.union(Self.suites)
    for item in items {
      let tests = Self.names(in: item).filter(Self.isTest)
      #expect(!tests.isEmpty || item.contains("By their types"), "\(item.prefix(40))")
      for test in tests {
        let parts = test.split(separator: "/").map(String.init)
        let isThere =
          parts[0] == "Commands" ? matches(test) : known.contains(parts.last ?? "")
        #expect(isThere, "no test is called \(test)")
      }
    }
  }

  /// Whether a name with one star in it is that of a file of the tests.
  private func matches(_ pattern: String) -> Bool {
    let ends = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    return paths.contains { path in
      path.contains("/" + ends[0]) && path.hasSuffix(ends.last ?? "")
    }
  }

  /// What stands between backticks.
  private static func names(in text: String) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// Names with a word that stands for others are none: `NAME`, `xx`.
  private static func isPath(_ name: String) -> Bool {
    let isFile = [".swift", ".md", ".txt", ".yaml"].contains { name.hasSuffix($0) }
    let stands = ["NAME", "FAMILY", "xx", "Topic"].contains { name.contains($0) }
    return (isFile || name.contains("/") && name.contains(where: \.isLetter))
      && !name.contains { " <>{}*…".contains($0) } && !stands && !isTest(name)
  }

  /// `BalanceTests`, `BalanceTests/losesNoWord`, `losesNoWord`, `Commands/output-*.md`.
  private static func isTest(_ name: String) -> Bool {
    let words = name.split(separator: "/")
    guard let first = words.first, let last = words.last else { return false }
    return first == "Commands" || first.hasSuffix("Tests") || tests.contains(name)
      || words.count == 1 && last.first?.isLowercase ?? false && last.contains(where: \.isUppercase)
        && last.allSatisfy(\.isLetter)
  }

  private static let suites = declared("struct")
  private static let tests = declared("func")

  /// The names behind a keyword in the tests.
  private static func declared(_ keyword: String) -> Set<String> {
    let lines = SwiftFile.all.lazy.filter { !$0.isSource }.flatMap(\.codeLines)
    return Set(
      lines.compactMap { line in
        let words = line.split { !$0.isLetter && !$0.isNumber }
        return words.firstIndex(of: keyword[...]).flatMap { index in
          index + 1 < words.count ? String(words[index + 1]) : nil
        }
      })
  }
}
