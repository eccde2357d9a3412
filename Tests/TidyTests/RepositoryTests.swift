// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// The repository holds sources and nothing else.
@Suite(.needs("git")) struct RepositoryTests {
  /// The tracked files that are still there.
  private let files: [String]

  init() throws {
    let list = try run("git", ["ls-files", "-z"], folder: checkout)
    try #require(list.status == 0, "\(list.errors)")
    files = list.text.split(separator: "\0").map(String.init).filter {
      FileManager.default.fileExists(atPath: checkout.appending(path: $0).path)
    }
  }

  @Test func holdsAtTheTopWhatTheArchitectureLists() {
    for name in Set(files.map { String($0.split(separator: "/")[0]) }) {
      #expect(Self.topLevel.contains(name), "\(name)")
    }
  }

  @Test func holdsNoLargeFile() throws {
    for path in files where !path.hasPrefix("Fonts/") {
      let file = checkout.appending(path: path)
      let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
      #expect(size <= 2_000_000, "\(path): \(size) bytes")
    }
  }

  @Test func holdsNothingGenerated() {
    let endings = [
      ".pdf", ".o", ".a", ".so", ".log", ".profraw", ".tmp", ".orig", ".rej", ".swp", "~",
      "Package.resolved", ".DS_Store",
    ]
    for path in files {
      #expect(!endings.contains { path.hasSuffix($0) }, "\(path)")
      #expect(!path.contains(".build/"), "\(path)")
      if path.hasPrefix("Output/") {
        #expect(["Output/README.md", "Output/.gitignore"].contains(path), "\(path)")
      }
    }
  }

  @Test func namesNoPlaceOfOneMachine() throws {
    let homes = ["work", "home", "root", "Users"].map { "/\($0)/" }
    for path in files where !path.hasPrefix("Fonts/") {
      guard let text = try? String(contentsOf: checkout.appending(path: path), encoding: .utf8)
      else { continue }
      for home in homes where text.contains(home) {
        // Within an address or a longer path it is no place on this machine.
        let parts = text.components(separatedBy: home).dropLast()
        let isOutside = { (part: String) in
          part.last.map { !$0.isLetter && !$0.isNumber && !".-_~}".contains($0) } ?? true
        }
        #expect(!parts.contains(where: isOutside), "\(path) names \(home)")
      }
    }
  }

  private static let topLevel: Set<String> = [
    "Package.swift", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
    "Makefile", "action.yml", ".pre-commit-hooks.yaml", ".swift-format", ".editorconfig",
    ".gitignore", ".ci", "docs", "Sources", "Tests", "Templates", "Fonts", "Output",
  ]
}
