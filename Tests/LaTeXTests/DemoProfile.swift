// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// A profile of `Tests/Profiles`, read and laid out.
struct DemoProfile {
  let profile: Profile
  let theme: LoadedTheme
  let options: CompileOptions
  var compiler: Compiler

  /// - Parameter photo: A file below `Tests/Profiles` that the profile is made to name.
  init(_ name: String, theme themeName: String = "classic", photo: String? = nil) throws {
    let path = "Profiles/\(name).md"
    var files = [path: try testFile(path)]
    if let photo { files["Profiles/\(photo)"] = try testFile("Profiles/\(photo)") }
    var compiler = Compiler(files: SourceFiles(files))
    var options = CompileOptions()
    options.with = [.news]
    options.standard = .none
    self.options = options
    let reading = compiler.readProfile(path, options: options)
    var profile = try #require(reading)
    if let photo { profile.photo = Photo("Profiles/\(photo)", span: nil) }
    self.profile = profile
    var theme = try loadedTheme(themeName, &compiler)
    // Furniture of the page; that of the default theme is known by its form.
    if themeName != "classic" { theme.theme.page.footer = nil }
    self.theme = theme
    self.compiler = compiler
  }

  mutating func pdf() throws -> [UInt8] {
    try compiler.pdf(profile, theme: theme, options: options)
  }

  mutating func latex(_ flavour: LaTeXFlavour) throws -> String {
    let bytes = try compiler.latex(profile, theme: theme, options: options, flavour: flavour)
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func tree() -> LayoutTree {
    compiler.layout(profile, theme: theme.theme, options: options)
  }
}

/// A theme with its faces and templates, as the program finds them.
func loadedTheme(_ name: String, _ compiler: inout Compiler) throws -> LoadedTheme {
  let templates = checkout.appending(path: "Templates")
  let read: @Sendable (String) -> Result<[UInt8], ReadFailure> = { path in
    FileManager.default.contents(atPath: path).map { .success(Array($0)) } ?? .failure(.missing)
  }
  let reading = compiler.readTheme(templates.appending(path: "\(name)/theme.yaml").path, from: read)
  let theme = try #require(reading)
  return LoadedTheme(
    theme: theme, fontFiles: theme.fonts.files.map(bundledFont),
    readTemplate: { file in
      let own = templates.appending(path: "\(name)/\(file)").path
      let path =
        FileManager.default.fileExists(atPath: own)
        ? own : templates.appending(path: "classic/\(file)").path
      return (path, read(path))
    })
}
