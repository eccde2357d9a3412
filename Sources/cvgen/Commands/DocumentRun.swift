// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel

/// A kind of output: how it is named, and where it goes where the user does not say.
struct OutputKind {
  /// As in "a PDF is not for a terminal".
  var name: String
  /// The end of the file's name.
  var suffix: String
  /// Whether people can read it; else it never goes to a terminal.
  var isText = true
  /// Whether it is printed where the user names no file.
  var isPrinted = false
}

/// Makes a document of each page that the user names, one after the other.
struct DocumentRun {
  let documents: DocumentOptions
  let kind: OutputKind
  var selection: SelectionOptions?
  var theme = "classic"
  var overrides: [ThemeOverride] = []
  var clock = StageClock(isOn: false)

  /// What makes a document of a profile, in one file or in one for each page.
  typealias Make = (
    _ compiler: inout Compiler, Profile, LoadedTheme, CompileOptions
  ) throws(CompileFailure) -> [[UInt8]]

  /// Looks for outputs that would destroy something, before anything is read.
  private func checkOutputs() throws {
    let outputs = documents.files.map { (page: $0, output: target(of: $0)) }
    if let fault = OutputCheck(kind: kind, outputs: outputs).fault() {
      printFailure(fault)
      throw ExitStatus.usage
    }
  }

  /// - Parameters:
  ///   - design: Completes the options of a compilation.
  ///   - make: Makes the bytes of the files of one document.
  func run(
    design: (inout CompileOptions) -> Void = { _ in }, _ make: Make
  ) throws {
    try checkOutputs()
    let messages = Messages(documents.input)
    defer { messages.finish() }
    var failure: ExitCode?
    for file in documents.files {
      guard let code = compile(file, messages, design, make) else { continue }
      failure = failure.map { $0.rawValue > code.rawValue ? $0 : code } ?? code
    }
    if let failure { throw failure }
  }

  private func target(of file: String) -> OutputPath {
    let output = documents.output ?? (kind.isPrinted ? "-" : nil)
    return OutputPath(of: file, output: output, extension: kind.suffix)
  }

  /// Compiles one page, and gives the exit code of its failure or `nil`.
  private func compile(
    _ file: String, _ messages: Messages, _ design: (inout CompileOptions) -> Void, _ make: Make
  ) -> ExitCode? {
    let input = documents.input
    let disk = DiskFiles(page: file, root: input.root, named: input.bibliography)
    var compiler = Compiler(files: disk.sourceFiles)
    var clock = self.clock
    compiler.stageEnded = { clock.ended($0) }
    var options = input.compileOptions(for: file, files: disk)
    selection?.apply(to: &options)
    design(&options)
    guard let profile = compiler.readProfile(file, options: options) else {
      _ = messages.print(compiler.log, compiler.sources)
      return ExitStatus.code(of: compiler.log)
    }
    let themes = ThemeFinder(share: ResourceLocator.share(), overrides: overrides)
    var parts: [[UInt8]]?
    if let theme = themes.load(theme, with: &compiler) {
      do throws(CompileFailure) {
        parts = try make(&compiler, profile, theme, options)
      } catch {
        return Self.report(error)
      }
    }
    guard messages.print(compiler.log, compiler.sources), let parts else {
      return ExitStatus.code(of: compiler.log)
    }
    let failure = write(parts, to: target(of: file), messages)
    clock.ended("writing")
    let isOver = compiler.log.diagnostics.contains {
      $0.code == .pageBudget && $0.severity == .warning
    }
    return failure ?? (isOver ? ExitStatus.overBudget : nil)
  }

  private func write(
    _ parts: [[UInt8]], to target: OutputPath, _ messages: Messages
  ) -> ExitCode? {
    if parts.count > 1, target.path == nil {
      printFailure("standard output takes one page only; choose it with --page, or a file with -o")
      return ExitStatus.usage
    }
    do throws(OutputFailure) {
      for (index, bytes) in parts.enumerated() {
        try (parts.count == 1 ? target : target.numbered(index + 1)).write(bytes)
      }
      return nil
    } catch {
      return messages.print(error)
    }
  }

  /// Prints a failure of the machine, and gives the exit code that it costs.
  static func report(_ failure: CompileFailure) -> ExitCode {
    switch failure {
    case .font(let file):
      printFailure("the font “\(file)” is missing or is no font; install cvgen again")
    case .dictionary(let file):
      printFailure("“\(file)” is no hyphenation dictionary; install cvgen again")
    case .drawing(let words): printFailure("the PDF could not be drawn: \(words)")
    case .finishing(let words): printFailure(words)
    }
    return ExitStatus.fault
  }
}
