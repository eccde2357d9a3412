// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel
import Glibc

/// `cvgen pdf`: profiles to PDF files.
struct PDFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf", abstract: "Writes a profile as a PDF.",
    discussion: """
      Without -o the PDF stands beside the page, with the same stem. A file that cannot be written \
      whole is not written at all.

      EXAMPLES
        cvgen pdf about.md
        cvgen pdf about.md cv.md -o build/
        cvgen pdf about.md -o - | lp
      """)

  @Argument(help: ArgumentHelp("Pages to read; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, a folder, or - for standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("A theme's name, or a folder with a theme.yaml.", valueName: "name|dir"))
  var theme: String = "classic"

  @Option(help: "The size of the page: a4 or letter.", transform: parsedPaper)
  var paper: Paper = .a4

  @Option(
    help: ArgumentHelp(
      "The date of creation in the PDF (2026-05-01). Default: SOURCE_DATE_EPOCH, else none.",
      valueName: "date"))
  var date: String?

  @Flag(help: .hidden) var timings = false

  @OptionGroup var input: InputOptions

  func validate() throws {
    if let output {
      guard !output.isEmpty else { throw ValidationError("-o names no file.") }
      let isFolder = DiskFiles.isFolder(output)
      if files.count > 1, !isFolder {
        throw ValidationError("With several pages, -o must name a folder that exists.")
      }
      if isFolder, files.contains("-") {
        throw ValidationError("What standard input becomes has no name; name a file with -o.")
      }
    }
    if let date, CreationDate(date) == nil {
      throw ValidationError("“\(date)” is no date; write 2026-05-01.")
    }
    let outputs = files.map { (page: $0, output: target(of: $0)) }
    if let fault = OutputCheck(outputs: outputs).fault() { throw ValidationError(fault) }
  }

  private func target(of file: String) -> OutputPath {
    OutputPath(of: file, output: output, extension: "pdf")
  }

  func run() throws {
    var failure: ExitCode?
    for file in files {
      if let code = compile(file) { failure = failure.map { max($0, code) } ?? code }
    }
    if let failure { throw failure }
  }

  private func max(_ a: ExitCode, _ b: ExitCode) -> ExitCode { a.rawValue > b.rawValue ? a : b }

  /// Compiles one page, and gives the exit code of its failure or `nil`.
  private func compile(_ file: String) -> ExitCode? {
    let disk = DiskFiles(page: file, root: input.root)
    var compiler = Compiler(files: disk.sourceFiles)
    var clock = StageClock(isOn: timings)
    compiler.stageEnded = { clock.ended($0) }
    var options = input.compileOptions(for: file, files: disk)
    options.paper = paper
    options.date = CreationDate.chosen(date)
    let messages = Messages(input)
    guard let profile = compiler.readProfile(file, options: options) else {
      _ = messages.print(compiler.log, compiler.sources)
      return Self.code(of: compiler.log)
    }
    var bytes: [UInt8]?
    if let theme = ThemeFinder(share: ResourceLocator.share()).load(theme, with: &compiler) {
      do throws(CompileFailure) {
        bytes = try compiler.pdf(profile, theme: theme, options: options)
      } catch {
        return report(error)
      }
    }
    guard messages.print(compiler.log, compiler.sources), let bytes else {
      return Self.code(of: compiler.log)
    }
    let result = write(bytes, for: file)
    clock.ended("writing")
    return result
  }

  private func write(_ bytes: [UInt8], for file: String) -> ExitCode? {
    do throws(OutputFailure) {
      try target(of: file).write(bytes)
      return nil
    } catch {
      return Messages(input).print(error)
    }
  }

  private func report(_ failure: CompileFailure) -> ExitCode {
    switch failure {
    case .font(let file):
      printFailure("the font “\(file)” is missing or is no font; install cvgen again")
    case .drawing(let words): printFailure("the PDF could not be drawn: \(words)")
    }
    return ExitStatus.fault
  }

  /// A missing or unreadable file has a code of its own; a wrong theme is a wrong command line.
  static func code(of log: DiagnosticLog) -> ExitCode {
    let codes = Set(log.diagnostics.filter { $0.severity == .error }.map(\.code))
    if codes.contains(.unknownTheme) { return ExitStatus.usage }
    let unreadable: Set<Code> = [.missingFile, .isFolder, .unreadableFile, .outsideRoot]
    return codes.isDisjoint(with: unreadable) ? ExitStatus.badInput : ExitStatus.noInput
  }
}
