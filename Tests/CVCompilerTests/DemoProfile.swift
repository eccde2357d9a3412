// SPDX-License-Identifier: MIT
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// One of the fictional profiles, compiled in a theme.
struct DemoProfile {
  /// The files of the demo profiles.
  static let names = demoProfiles.map { $0 + ".md" }

  var compiler: Compiler
  let profile: Profile
  var theme: LoadedTheme
  var options = CompileOptions()

  init(_ name: String, theme: String = "classic") throws {
    try self.init(page: testFile("Profiles/\(name)"), theme: theme)
  }

  /// - Parameter files: Further files, by their paths.
  init(page: [UInt8], theme: String = "classic", files: [String: [UInt8]] = [:]) throws {
    compiler = Compiler(files: SourceFiles(files.merging(["cv.md": page]) { $1 }))
    options.standard = .none
    let reading = compiler.readProfile("cv.md", options: options)
    profile = try #require(reading)
    self.theme = try Self.load(theme, &compiler)
  }

  /// What was read already.
  init(_ profile: Profile, read compiler: Compiler, theme: LoadedTheme) {
    self.compiler = compiler
    self.profile = profile
    self.theme = theme
    options.standard = .none
  }

  /// The same reading in another theme.
  func inTheme(_ name: String) throws -> DemoProfile {
    var other = self
    other.theme = try Self.load(name, &other.compiler)
    return other
  }

  mutating func pdf() throws -> [UInt8] {
    try compiler.pdf(profile, theme: theme, options: options)
  }

  mutating func html() throws -> String {
    String(decoding: try compiler.html(profile, theme: theme, options: options), as: UTF8.self)
  }

  mutating func text(width: Int?) -> String {
    compiler.text(profile, theme: theme, options: options, width: width, links: .none)
  }

  mutating func latex() throws -> String {
    let bytes = try compiler.latex(profile, theme: theme, options: options, flavour: .article)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func load(_ name: String, _ compiler: inout Compiler) throws -> LoadedTheme {
    let reading = compiler.readTheme("../Templates/\(name)/theme.yaml") { path in
      (try? testFile(path)).map { .success($0) } ?? .failure(.missing)
    }
    let theme = try #require(reading)
    return LoadedTheme(
      theme: theme, fontFiles: theme.fonts.files.map(bundledFont),
      iconFiles: theme.icons?.files.map(bundledFont) ?? [],
      readTemplate: { file in
        // Shells that a theme has none of its own for are those of classic.
        let folders = ["../Templates/\(name)", "../Templates/classic"]
        let bytes = folders.lazy.compactMap { try? testFile("\($0)/\(file)") }.first
        return (file, bytes.map { .success($0) } ?? .failure(.missing))
      })
  }
}
