// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel
import Glibc

/// `cvgen themes`: what themes there are, and a way to one of one's own.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "Lists, shows, copies and checks themes.",
    discussion: """
      EXAMPLES
        cvgen themes list
        cvgen themes show academic
        cvgen themes copy classic my-theme     a theme of your own to change
        cvgen themes validate my-theme
        cvgen pdf about.md --theme ./my-theme
      """,
    subcommands: [ListThemes.self, ShowTheme.self, CopyTheme.self, ValidateTheme.self],
    defaultSubcommand: ListThemes.self)
}

/// `cvgen themes list`.
struct ListThemes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Names the installed themes.")

  func run() throws {
    let finder = ThemeFinder(share: ResourceLocator.share())
    var compiler = Compiler(files: SourceFiles([:]))
    let width = finder.names.map(\.count).max() ?? 0
    var lines = ""
    for name in finder.names {
      guard let theme = finder.load(name, with: &compiler)?.theme else { continue }
      lines += name + String(repeating: " ", count: width - name.count + 2) + theme.summary + "\n"
    }
    _ = Messages().print(compiler.log, compiler.sources)
    if let failure = Messages().printOutput(lines) { throw failure }
  }
}

/// `cvgen themes show NAME`.
struct ShowTheme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints the theme.yaml of a theme.")

  @Argument(help: ArgumentHelp("A theme's name, or its folder.", valueName: "name|dir"))
  var theme: String

  func run() throws {
    let bytes = try themeFile(theme)
    let text = String(decoding: bytes, as: UTF8.self)
    if let failure = Messages().printOutput(text) { throw failure }
  }
}

/// `cvgen themes copy NAME DIR`.
struct CopyTheme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Copies a theme to a new folder, to be changed there.")

  @Argument(help: ArgumentHelp("A theme's name, or its folder.", valueName: "name|dir"))
  var theme: String

  @Argument(help: ArgumentHelp("The folder to make; it gives the copy its name.", valueName: "dir"))
  var folder: String

  func run() throws {
    let bytes = try themeFile(theme)
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    guard !DiskFiles.exists(folder) else {
      printFailure("“\(folder)” is there already; name another folder")
      throw ExitStatus.usage
    }
    guard mkdir(folder, 0o777) == 0 else {
      printFailure("cannot make the folder “\(folder)”: \(systemWords())")
      throw ExitStatus.output
    }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("name:") ? "name: " + quoted(name) : String($0) }
    do throws(OutputFailure) {
      let file = OutputPath(of: theme, output: folder + "/theme.yaml", extension: "yaml")
      try file.write(Array(lines.joined(separator: "\n").utf8))
    } catch {
      if let failure = Messages().print(error) { throw failure }
    }
    let hint = "use it with “--theme ./\(terminalSafe(name))”"
    if let failure = Messages().printOutput("\(terminalSafe(folder))/theme.yaml; \(hint)\n") {
      throw failure
    }
  }

  /// A name as YAML reads it whatever its signs are.
  private func quoted(_ name: String) -> String {
    if name.allSatisfy({ $0.isASCII && ($0.isLetter || "-_".contains($0)) }) { return name }
    return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// `cvgen themes validate DIR`.
struct ValidateTheme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Says what is wrong with a theme.",
    discussion: "Looks at each key and value, and whether the faces are there.")

  @Argument(help: ArgumentHelp("A theme's name, or its folder.", valueName: "name|dir"))
  var theme: String

  func run() throws {
    let finder = ThemeFinder(share: ResourceLocator.share())
    var compiler = Compiler(files: SourceFiles([:]))
    let loaded = finder.load(theme, with: &compiler)
    guard Messages().print(compiler.log, compiler.sources), let loaded else {
      throw ExitStatus.code(of: compiler.log)
    }
    let name = terminalSafe(loaded.theme.name)
    if let failure = Messages().printOutput("\(name): every key and every face is right\n") {
      throw failure
    }
  }
}

/// The bytes of a theme's file.
private func themeFile(_ name: String) throws -> [UInt8] {
  let finder = ThemeFinder(share: ResourceLocator.share())
  var compiler = Compiler(files: SourceFiles([:]))
  guard let folder = finder.folder(of: name) else {
    compiler.note(finder.unknown(name))
    _ = Messages().print(compiler.log, compiler.sources)
    throw ExitStatus.usage
  }
  let path = folder + "/theme.yaml"
  guard let bytes = compiler.bytes(path, finder.read(path, of: folder)) else {
    _ = Messages().print(compiler.log, compiler.sources)
    throw ExitStatus.noInput
  }
  return bytes
}
