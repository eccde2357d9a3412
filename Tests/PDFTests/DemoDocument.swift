// SPDX-License-Identifier: MIT
import CVLayout
import CVModel
import CVPango
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CVCompiler

/// A profile in a theme, compiled by the program as users run it.
struct DemoDocument: Hashable, Sendable, CustomTestStringConvertible {
  let theme: String
  /// The path of the profile.
  let page: String
  var paper = Paper.a4
  /// Whether it needs faces that do not come with cvgen.
  var usesSystemFonts = false

  var testDescription: String { "\(profile) in \(theme) on \(paper)" }

  private var profile: String { URL(filePath: page).deletingPathExtension().lastPathComponent }

  /// The demo profiles in the themes, as far as a run tries them.
  static let all = documents(of: demoCombinations)

  /// For options and slow programs in a quick run: every demo profile once and every theme once.
  static let some =
    triesEveryCombination
    ? all
    : documents(
      of: demoProfiles.enumerated().map { turn, profile in
        (profile, installedThemes[turn % installedThemes.count])
      })

  /// A CV of twelve pages, in the theme that it is for.
  static let long = documents(of: [("Long/academic", "academic")])

  /// Pages in scripts that the bundled faces do not have, each in some of the themes.
  static let scripts = documents(
    of: combinations(
      of: ["arabic", "chinese", "hebrew", "mixed"].map { "Scripts/\($0)" }, all: false)
  ).map { document in
    var document = document
    document.usesSystemFonts = true
    return document
  }

  /// On one paper and the other in turn.
  private static func documents(
    of combinations: [(profile: String, theme: String)]
  ) -> [DemoDocument] {
    combinations.enumerated().map { turn, combination in
      DemoDocument(
        theme: combination.theme,
        page: checkout.appending(path: "Tests/Profiles/\(combination.profile).md").path,
        paper: Paper.allCases[turn % Paper.allCases.count])
    }
  }

  /// Compiles the profile.
  ///
  /// - Returns: The path of the PDF, below a folder.
  func compile(into folder: TemporaryFolder, _ options: [String] = []) throws -> String {
    let file = folder.url.appending(path: "\(theme)-\(paper)-\(profile).pdf").path
    let design = ["--theme", theme, "--paper", "\(paper)"]
    let result = try run(
      cvgenProgram,
      ["pdf", "--quiet", page, "-o", file] + design + (usesSystemFonts ? ["--system-fonts"] : [])
        + options,
      environment: ["CVGEN_SHARE": checkout.path])
    guard result.status == 0 else { throw Failure(description: result.errors) }
    return file
  }

  /// The PDF as the program makes it without further options; made once for all tests.
  func pdf() throws -> String { try Self.pdfs.value(for: self) }

  private static let folder = Result { try TemporaryFolder() }
  private static let pdfs = Kept { (document: Self) in try document.compile(into: folder.get()) }

  /// A command that did not do what it should.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  // MARK: What the document should say

  /// The layout tree, whose order is the order of reading, and the theme that it is set in.
  func layout() throws -> (tree: LayoutTree, theme: Theme) { try Self.layouts.value(for: self) }

  private static let layouts = Kept { (document: Self) in try document.readLayout() }

  /// The profiles of the pages, which are the same in all themes.
  private static let profiles = Kept { (page: String) in
    var compiler = Compiler(files: SourceFiles { _ in file(page) })
    guard let profile = compiler.readProfile("cv.md", options: CompileOptions()) else {
      throw Failure(description: "\(page) cannot be read")
    }
    return profile
  }

  private func readLayout() throws -> (tree: LayoutTree, theme: Theme) {
    var compiler = Compiler(files: SourceFiles([:]))
    let profile = try Self.profiles.value(for: page)
    let path = checkout.appending(path: "Templates/\(theme)/theme.yaml").path
    guard let theme = compiler.readTheme(path, from: file) else {
      throw Failure(description: "\(path) cannot be read")
    }
    var tree = compiler.layout(profile, theme: theme, options: CompileOptions())
    guard !usesSystemFonts else { return (tree, theme) }
    let library = try FontLibrary(
      files: theme.fonts.files.map(bundledFont), fallback: Self.fallbackFonts.map(bundledFont))
    _ = spellMissingCharacters(in: &tree, hasGlyph: library.hasGlyph)
    return (tree, theme)
  }

  /// The faces that the program takes for characters that a theme's own lack.
  private static let fallbackFonts = [
    "LibertinusSerif/LibertinusSerif-Regular.ttf", "LibertinusSerif/LibertinusSerif-Semibold.ttf",
    "SourceSansPro/SourceSansPro-Regular.otf", "EBGaramond/EBGaramond-Regular.ttf",
  ]
}

/// What is made of each document or page once for all tests.
private final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Result<Value, any Error>]>([:])
  private let make: @Sendable (Key) throws -> Value

  init(_ make: @escaping @Sendable (Key) throws -> Value) { self.make = make }

  func value(for key: Key) throws -> Value {
    if let value = values.withLock({ $0[key] }) { return try value.get() }
    let value = Result { try make(key) }
    values.withLock { $0[key] = value }
    return try value.get()
  }
}

/// The bytes of a file, as the compiler wants them.
private func file(_ path: String) -> Result<[UInt8], ReadFailure> {
  FileManager.default.contents(atPath: path).map { .success(Array($0)) } ?? .failure(.missing)
}
