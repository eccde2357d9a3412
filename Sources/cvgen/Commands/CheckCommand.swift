// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel

/// `cvgen check`: whether a finished PDF says what its profile says.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks that a PDF holds all of a profile, in order.",
    discussion: """
      Reads a PDF of cvgen back through its tags, as screen readers and parsers do, and compares it
      with what the profile shows: words lost, another order, and content in no tag are errors. The
      options must be those that the PDF was made with.

      EXAMPLES
        cvgen check --pdf about.pdf about.md
        cvgen check --pdf cv.pdf about.md --theme classic --with news
      """)

  @Argument(help: ArgumentHelp("The page; - is standard input.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The PDF that was made of it.", valueName: "file"))
  var pdf: String

  @OptionGroup var design: DesignOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var input: InputOptions

  /// A PDF of hundreds of pages with pictures; what is larger is not cvgen's.
  private static let largestPDF = 100 << 20

  private func theme(for compiler: inout Compiler, _ disk: DiskFiles) -> LoadedTheme? {
    let choice = ThemeChoice(
      design.theme, overrides: design.overrides, fonts: fonts.choice, with: &compiler, on: disk)
    guard let choice else { return nil }
    return ThemeFinder(
      share: ResourceLocator.share(), overrides: choice.overrides, fonts: choice.fonts
    ).load(choice.name, with: &compiler)
  }

  func run() throws {
    let disk = input.files(for: file)
    var compiler = Compiler(files: disk.sourceFiles())
    var options = input.compileOptions(for: file, files: disk)
    options.paper = design.paper
    let messages = Messages(input.messaging)
    defer { messages.finish() }
    let profile = compiler.readProfile(file, options: options)
    let theme = theme(for: &compiler, disk)
    let bytes = compiler.bytes(pdf, DiskFiles.read(pdf, limit: Self.largestPDF))
    guard let profile, let theme, let bytes else {
      _ = messages.print(compiler.log, compiler.sources)
      throw ExitStatus.code(of: compiler.log)
    }
    let words: Int?
    do throws(CompileFailure) {
      words = try compiler.check(
        bytes, named: pdf, against: profile, theme: theme, options: options)
    } catch {
      throw DocumentRun.report(error)
    }
    guard messages.print(compiler.log, compiler.sources) else {
      throw ExitStatus.code(of: compiler.log)
    }
    guard let words, !input.messaging.quiet else { return }
    let count = "\(words) words, all in tags and in order"
    if let failure = messages.printOutput("\(terminalSafe(pdf)): \(count)\n") { throw failure }
  }
}
