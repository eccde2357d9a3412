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
  /// Where faces may come from for what the bundled ones lack; the user's before those of the
  /// settings.
  private(set) var fonts: FontChoice

  static let standard = "classic"

  /// What a job has whose profile names no theme.
  init(usualFor job: Job) {
    name = job.theme ?? Self.standard
    overrides = job.overrides
    fonts = job.fonts
  }

  /// Problems go to the compiler's log.
  ///
  /// - Parameters:
  ///   - name: What the user names.
  ///   - fonts: What the user names.
  ///   - compiler: Has read the profile.
  ///   - disk: Settings name no folder outside its root.
  init?(
    _ name: String?, overrides: [ThemeOverride], fonts: FontChoice,
    with compiler: inout Compiler, on disk: DiskFiles
  ) {
    self.fonts = fonts
    for folder in compiler.preferences.fonts {
      guard let path = Self.path(of: folder, with: &compiler, on: disk) else { return nil }
      guard DiskFiles.isFolder(path) else {
        compiler.note(.noFolder(folder.selector, at: folder.span))
        return nil
      }
      self.fonts.folders.append(.init(path: path, root: disk.root))
    }
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
    guard let path = Self.path(of: theme, with: &compiler, on: disk) else { return nil }
    self.name = path
  }

  /// Where a path of the settings leads, from the folder of their file; below the root.
  private static func path(
    of stated: Preferences.Titled<Bool>, with compiler: inout Compiler, on disk: DiskFiles
  ) -> String? {
    let word = stated.selector
    let file = stated.span.map { compiler.sources[$0.file].name } ?? disk.page
    let path = word.hasPrefix("/") ? word : DiskFiles.folder(of: file) + "/" + word
    if disk.mayRead(path) { return path }
    compiler.note(.outsideRoot(word, at: stated.span))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func noOverride(_ key: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, .badValue, "“\(key)” sets nothing", at: span,
      help: "write the keys of a theme with stops between them: styles.body.size: 10pt")
  }

  static func outsideRoot(
    _ path: String, at span: SourceSpan?,
    help: String = "name it with an option of cvgen, or widen the folder with --root DIR"
  ) -> Diagnostic {
    Diagnostic(
      .error, .outsideRoot, "“\(path)” lies outside the folder that may be read", at: span,
      help: help)
  }

  fileprivate static func noFolder(_ path: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, .badValue, "there is no folder “\(path)”", at: span,
      help: "name a folder with fonts in it, from the folder of this file")
  }
}
