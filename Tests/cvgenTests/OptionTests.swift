// SPDX-License-Identifier: MIT
import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import cvgen

/// An option that nobody can read of is none.
@Suite struct OptionTests {
  @Test func namesEveryOptionInAManual() throws {
    let docs = checkout.appending(path: "docs")
    let pages = try FileManager.default.contentsOfDirectory(atPath: docs.path)
      .filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    let manuals = try (pages + ["README.md"]).map { path in
      try String(contentsOf: checkout.appending(path: path), encoding: .utf8)
    }
    let named = Set(manuals.flatMap(Self.options))
    let commands = CVGen.configuration.subcommands.flatMap {
      [$0] + $0.configuration.subcommands
    }
    let options = Set(
      commands.flatMap { command in
        Self.options(in: command.helpMessage().components(separatedBy: "OPTIONS:").last ?? "")
      })
    #expect(options.count >= 30)
    for option in options.subtracting(["--help", "--version"]).sorted() {
      #expect(named.contains(option), "no manual names \(option)")
    }
  }

  /// What begins with two hyphens and a letter.
  private static func options(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init).filter { word in
      word.hasPrefix("--") && word.dropFirst(2).first?.isLetter ?? false
    }
  }
}
