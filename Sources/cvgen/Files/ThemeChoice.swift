// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import CVModel

/// The theme of a document: what the user names, else what the settings of its profile name.
struct ThemeChoice: Hashable {
  /// The theme's name, or its folder.
  let name: String
  /// What stands over its values; the user's behind those of the settings.
  let overrides: [ThemeOverride]
  /// Where faces may come from for what the bundled ones lack.
  var fonts = FontChoice()

  static let standard = "classic"

  /// Problems go to the compiler's log.
  ///
  /// - Parameters:
  ///   - name: What the user names.
  ///   - compiler: Has read the profile.
  ///   - disk: Settings name no folder outside its root.
  init?(
    _ name: String?, overrides: [ThemeOverride], with compiler: inout Compiler, on disk: DiskFiles
  ) {
    var stated: [ThemeOverride] = []
    for value in compiler.preferences.themeValues {
      guard let override = ThemeOverride("\(value.selector)=\(value.value)") else {
        compiler.note(.noOverride(value.selector, at: value.span))
        return nil
      }
      stated.append(override)
    }
    self.overrides = stated + overrides
    guard name == nil, let theme = compiler.preferences.theme else {
      self.name = name ?? Self.standard
      return
    }
    guard theme.selector.contains("/") else {
      self.name = theme.selector
      return
    }
    let file = theme.span.map { compiler.sources[$0.file].name } ?? disk.page
    let path =
      theme.selector.hasPrefix("/")
      ? theme.selector : DiskFiles.folder(of: file) + "/" + theme.selector
    guard disk.mayRead(path) else {
      compiler.note(.outsideRoot(theme.selector, at: theme.span))
      return nil
    }
    self.name = path
  }
}

extension Diagnostic {
  fileprivate static func noOverride(_ key: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, .badValue, "“\(key)” sets nothing", at: span,
      help: "write the keys of a theme with stops between them: styles.body.size: 10pt")
  }

  fileprivate static func outsideRoot(_ path: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, .outsideRoot, "“\(path)” lies outside the folder that may be read", at: span,
      help: "name the theme with --theme, or widen the folder with --root DIR")
  }
}
