// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// Who may import whom: what is not listed may not be imported.
@Suite struct ImportTests {
  /// The modules of the project and of packages; Package.swift says the same.
  static let allowed: [String: Set<String>] = [
    "CVDiagnostics": ["CTexts"],
    "CVModel": ["CVDiagnostics"],
    "CVMarkup": ["CVDiagnostics", "CVModel", "CMd4c", "CGumbo", "CYaml"],
    "CVSettings": ["CVDiagnostics", "CVModel", "CVMarkup"],
    "CVReaders": ["CVDiagnostics", "CVModel", "CVMarkup"],
    "CVLayout": ["CVDiagnostics", "CVModel"],
    "CVTypesetting": ["CVDiagnostics", "CVModel", "CVLayout"],
    "CVHyphenation": ["CHyphen"],
    "CVPango": ["CVModel", "CVTypesetting", "CVHyphenation", "CPango"],
    "CVDrawing": ["CVModel", "CVTypesetting", "CVPango", "CCairo", "CTurboJPEG"],
    "CVFinishing": ["CVDiagnostics", "CVModel", "CQpdf"],
    "CVWriters": ["CVDiagnostics", "CVModel", "CVLayout"],
    "CVCompiler": [
      "CVDiagnostics", "CVModel", "CVMarkup", "CVSettings", "CVReaders", "CVLayout",
      "CVTypesetting", "CVHyphenation", "CVPango", "CVDrawing", "CVFinishing", "CVWriters",
    ],
    "cvgen": ["CVDiagnostics", "CVModel", "CVMarkup", "CVCompiler", "ArgumentParser"],
  ]

  /// Only the program touches the system, and it does so without Foundation; Cairo needs a lock.
  static let system: [String: Set<String>] = ["cvgen": ["Glibc"], "CVPango": ["Synchronization"]]

  @Test func importsNothingThatIsNotListed() {
    for file in SwiftFile.sources {
      let modules = Self.allowed[file.target, default: []]
        .union(Self.system[file.target, default: []])
      for (index, line) in file.codeLines.enumerated() {
        guard let module = importedModule(line) else { continue }
        #expect(modules.contains(module), "\(file.place(index + 1)) imports \(module)")
      }
    }
  }

  @Test func saysWhatThePackageSays() throws {
    let package = try String(
      contentsOf: checkout.appending(path: "Package.swift"), encoding: .utf8)
    var declared: [String: Set<String>] = [:]
    for mark in ["    stage(", "    .executableTarget("] {
      for part in package.components(separatedBy: mark).dropFirst() {
        // The name of the target, then the modules, up to the bracket that closes their list.
        let names = SwiftText(part.prefix { $0 != "]" }).literals.map(\.text)
        guard let target = names.first else { continue }
        declared[target] = Set(names.dropFirst())
          .subtracting(["swift-argument-parser"])
      }
    }
    #expect(declared == Self.allowed)
  }

  @Test(arguments: [
    ("import CVModel", "CVModel"), ("@testable import CVModel", "CVModel"),
    ("package import Foundation", "Foundation"),
    ("  import struct Foundation.URL", "Foundation"), ("important()", nil),
    ("@preconcurrency public import class Foundation.Thread", "Foundation"),
    ("let import2 = 1", nil),
  ])
  func findsTheModule(line: String, module: String?) {
    #expect(importedModule(line) == module)
  }
}

/// The module that a line imports, without the part after its dot.
private func importedModule(_ line: String) -> String? {
  let words = line.split(separator: " ")
  guard let keyword = words.firstIndex(of: "import"), keyword < words.endIndex - 1,
    words[..<keyword].allSatisfy({ $0.hasPrefix("@") || levels.contains($0) })
  else { return nil }
  let name = words[(keyword + 1)...].first { !kinds.contains($0) }
  return name?.split(separator: ".").first.map(String.init)
}

private let levels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
private let kinds: Set<Substring> = [
  "struct", "class", "enum", "protocol", "func", "let", "var", "typealias",
]
