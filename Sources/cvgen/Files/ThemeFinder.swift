// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import CVModel

/// Finds and loads themes.
struct ThemeFinder {
  /// The folder with `Templates` and `Fonts`.
  let share: String?

  /// What stands over the values of the theme.
  var overrides: [ThemeOverride] = []
  var fonts = FontChoice()

  /// The folder of an installed theme.
  private func installed(_ name: String) -> String? {
    guard let share, names.contains(name) else { return nil }
    return "\(share)/Templates/\(name)"
  }

  /// The folder of a theme, by its name or its path.
  func folder(of name: String) -> String? {
    guard name.contains("/") || DiskFiles.isFile(name + "/theme.yaml") else {
      return installed(name)
    }
    return DiskFiles.isFile(name + "/theme.yaml") ? name : nil
  }

  /// Faces that stand in for characters that a theme's own lack.
  private static let fallbackFonts = [
    "LibertinusSerif/LibertinusSerif-Regular.ttf", "LibertinusSerif/LibertinusSerif-Semibold.ttf",
    "SourceSansPro/SourceSansPro-Regular.otf", "EBGaramond/EBGaramond-Regular.ttf",
    "NotoEmoji/NotoEmoji-Regular.ttf",
  ]

  /// The bytes of the sRGB profile beside the bundled fonts; none where it cannot be read.
  static func colourProfile() -> [UInt8] {
    guard let share = ResourceLocator.share() else { return [] }
    return (try? DiskFiles.read("\(share)/Fonts/sRGB.icc").get()) ?? []
  }

  /// Loads a theme by its name or its folder; problems go to the compiler's log.
  func load(_ name: String, with compiler: inout Compiler) -> LoadedTheme? {
    guard let share else {
      compiler.note(
        Diagnostic(
          .error, .unknownTheme, "the themes and fonts of cvgen are not where they should be",
          help: "set CVGEN_SHARE to the folder that holds Templates and Fonts"))
      return nil
    }
    guard let folder = folder(of: name) else {
      compiler.note(unknown(name))
      return nil
    }
    let file = folder + "/theme.yaml"
    let reading = compiler.readTheme(
      file, overrides: overrides,
      from: { $0 == file ? read($0, of: folder) : DiskFiles.read($0) },
      base: { installed($0).map { $0 + "/theme.yaml" } }, lack: { lack(of: $0, in: folder) })
    guard let theme = reading else { return nil }
    var loaded = LoadedTheme(
      theme: theme, fontFiles: theme.fonts.files.map { path($0, folder) },
      iconFiles: theme.icons?.files.map { path($0, folder) } ?? [],
      fallbackFonts: Self.fallbackFonts.map { "\(share)/Fonts/\($0)" },
      dictionaries: theme.paragraphs.hyphenates ? dictionaries(in: share) : [:],
      readTemplate: { name in
        let own = "\(folder)/\(name)"
        if DiskFiles.isFile(own) { return (own, read(own, of: folder)) }
        let path = "\(share)/Templates/classic/\(name)"
        return (path, DiskFiles.read(path))
      })
    let own = FontChoice.Folder(path: folder + "/fonts", root: root(of: folder))
    loaded.furtherFonts = (fonts.folders + [own]).flatMap { folder in
      fontFiles(in: folder.path).filter { DiskFiles.isBelow(folder.root, $0) }
    }.filter { isWhole($0, noteIn: &compiler) }
    loaded.usesSystemFonts = fonts.usesSystem
    return loaded
  }

  /// What the files of a theme may not lead out of: the folder of a theme that is not installed.
  private func root(of folder: String) -> String {
    let isInstalled = share.map { folder.hasPrefix($0 + "/Templates/") } ?? false
    return isInstalled ? "/" : DiskFiles.realPath(folder) ?? folder
  }

  /// Reads a file of the folder of a theme.
  func read(_ path: String, of folder: String) -> Result<[UInt8], ReadFailure> {
    let root = root(of: folder)
    return root == "/"
      ? DiskFiles.read(path) : RootedFolder(path: root).read(path, limit: Compiler.largestInput)
  }

  /// What keeps a face that a theme names from being used; those of installed themes are trusted.
  private func lack(of file: String, in folder: String) -> String? {
    let root = root(of: folder)
    guard root != "/" else { return nil }
    let path = path(file, folder)
    let isInside =
      path.hasPrefix(folder + "/")
      ? DiskFiles.isBelow(root, path) : !file.split(separator: "/").contains("..")
    return isInside ? FontFile.lack(of: path) : "lies outside the folder of the theme"
  }

  /// The files of a folder, and of those in it, whose names are those of fonts.
  private func fontFiles(in folder: String, depth: Int = 0) -> [String] {
    DiskFiles.names(in: folder).sorted().flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      let suffix = name.split(separator: ".").last?.lowercased() ?? ""
      if ["ttf", "otf", "ttc", "otc"].contains(suffix) { return [path] }
      let isFolder = !name.hasPrefix(".") && depth < 3 && DiskFiles.isFolder(path)
      return isFolder ? fontFiles(in: path, depth: depth + 1) : []
    }
  }

  /// Whether a file of a folder is a font; one that is none is told and passed over.
  private func isWhole(_ file: String, noteIn compiler: inout Compiler) -> Bool {
    guard let lack = FontFile.lack(of: file) else { return true }
    compiler.note(
      Diagnostic(
        .warning, .missingFace, "the face “\(file)” \(lack)",
        help: "take the file out of the folder, or copy it there again"))
    return false
  }

  /// A face lies in the theme's own folder, else among the bundled fonts.
  private func path(_ file: String, _ folder: String) -> String {
    let own = "\(folder)/\(file)"
    return DiskFiles.isFile(own) ? own : "\(share ?? "")/Fonts/\(file)"
  }

  /// The dictionaries by the languages that they are named by.
  private func dictionaries(in share: String) -> [String: String] {
    let folder = "\(share)/Templates/hyphenation"
    let suffix = ".dic"
    var files: [String: String] = [:]
    for name in DiskFiles.names(in: folder) where name.hasSuffix(suffix) {
      files[String(name.dropLast(suffix.count))] = "\(folder)/\(name)"
    }
    return files
  }

  func unknown(_ name: String) -> Diagnostic {
    if name.contains("/") {
      let lack = DiskFiles.isFolder(name) ? "the folder “\(name)” has no theme.yaml" : nil
      return Diagnostic(
        .error, .unknownTheme, lack ?? "there is no folder “\(name)”",
        help: "name an installed theme (\(names.joined(separator: ", "))) or the folder of one")
    }
    let near = suggestion(for: name, among: names).map { "did you mean “\($0)”? " } ?? ""
    return Diagnostic(
      .error, .unknownTheme, "there is no theme “\(name)”",
      help: near + "the themes are " + names.joined(separator: ", "))
  }

  /// The installed themes.
  var names: [String] {
    guard let share else { return [] }
    let folder = "\(share)/Templates"
    return DiskFiles.names(in: folder).filter { DiskFiles.isFile("\(folder)/\($0)/theme.yaml") }
      .sorted()
  }
}
