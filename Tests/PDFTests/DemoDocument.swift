// SPDX-License-Identifier: MIT
import CVLayout
import CVModel
import CVPango
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// A profile in a theme, compiled by the program as users run it.
struct DemoDocument: Hashable, Sendable, CustomTestStringConvertible {
  let theme: String
  /// The path of the profile.
  let page: String

  var testDescription: String { "\(profile) in \(theme)" }

  private var profile: String { URL(filePath: page).deletingPathExtension().lastPathComponent }

  /// Every demo profile in every theme.
  static let all: [DemoDocument] = installedThemes.flatMap { theme in
    demoProfiles.map {
      DemoDocument(theme: theme, page: checkout.appending(path: "Tests/Profiles/\($0).md").path)
    }
  }

  /// Compiles the profile.
  ///
  /// - Returns: The path of the PDF, below a folder.
  func compile(into folder: TemporaryFolder, _ options: [String] = []) throws -> String {
    let file = folder.url.appending(path: "\(theme)-\(profile).pdf").path
    let result = try run(
      cvgenProgram, ["pdf", "--quiet", page, "--theme", theme, "-o", file] + options,
      environment: ["CVGEN_SHARE": checkout.path])
    guard result.status == 0 else { throw Failure(description: result.errors) }
    return file
  }

  /// The PDF as the program makes it without further options; made once for all tests.
  func pdf() throws -> String {
    guard let made = Self.made[self] else { throw Failure(description: "\(profile) was not made") }
    return try made.get()
  }

  private static let folder = Result { try TemporaryFolder() }
  private static let made: [DemoDocument: Result<String, any Error>] =
    Dictionary(
      uniqueKeysWithValues: all.map { document in
        (document, Result { try document.compile(into: folder.get()) })
      })

  /// A command that did not do what it should.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  // MARK: What the document should say

  /// The layout tree, whose order is the order of reading, and the theme that it is set in.
  func layout() throws -> (tree: LayoutTree, theme: Theme) {
    var compiler = Compiler(files: SourceFiles { _ in file(page) })
    let options = CompileOptions()
    let path = checkout.appending(path: "Templates/\(theme)/theme.yaml").path
    guard let profile = compiler.readProfile("cv.md", options: options),
      let theme = compiler.readTheme(path, from: file)
    else { throw Failure(description: "\(page) cannot be read") }
    var tree = compiler.layout(profile, theme: theme, options: options)
    let library = try FontLibrary(
      files: theme.fonts.files.map(bundledFont), fallback: Self.fallbackFonts.map(bundledFont))
    _ = spellMissingCharacters(in: &tree, hasGlyph: library.hasGlyph)
    return (tree, theme)
  }

  /// The faces that the program takes for characters that a theme's own lack.
  private static let fallbackFonts = [
    "LibertinusSerif/LibertinusSerif-Regular.ttf", "SourceSansPro/SourceSansPro-Regular.otf",
    "EBGaramond/EBGaramond-Regular.ttf",
  ]
}

/// The bytes of a file, as the compiler wants them.
private func file(_ path: String) -> Result<[UInt8], ReadFailure> {
  FileManager.default.contents(atPath: path).map { .success(Array($0)) } ?? .failure(.missing)
}
