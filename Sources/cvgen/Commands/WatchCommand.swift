// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler

/// `cvgen watch`: a document that follows its page.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Makes a document again each time that its page is saved.",
    discussion: """
      Also when cvgen.yml, _config.yml, a bibliography or the theme changes. Each time it prints the \
      messages, and a line with the time of day, the pages and how long it took. After an error the \
      last document stays, and the line says so. Ctrl-C ends it.

      EXAMPLES
        cvgen watch about.md
        cvgen watch about.md --variant industry --format pdf --format html -o build/
      """)

  @Argument(help: ArgumentHelp("The page to watch.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "What to make: pdf, latex, html, text, markdown, json, png or svg. Repeatable. Default: pdf.",
      valueName: "format"),
    transform: parsedFormat)
  var format: [DocumentFormat] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, or a folder.", valueName: "file"))
  var output: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var design: DesignOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var budget: BudgetOptions
  @OptionGroup var input: InputOptions

  private var formats: [DocumentFormat] { format.isEmpty ? [.pdf] : format }

  func validate() throws {
    if DiskFiles.isStream(file) { throw ValidationError("A page that is watched must be a file.") }
    guard let output else { return }
    if output == "-" { throw ValidationError("What is watched goes to a file; name one with -o.") }
    if formats.count > 1, !DiskFiles.isFolder(output) {
      throw ValidationError("With several formats, -o must name a folder that exists.")
    }
  }

  func run() throws {
    var job = input.job(for: file)
    job.formats = formats
    selection.apply(to: &job.options)
    design.apply(to: &job)
    job.fonts = fonts.choice
    budget.apply(to: &job.options)
    job.options.date = CreationDate.chosen(nil)
    let targets = formats.map {
      OutputPath(of: file, output: output, extension: $0.suffix)
    }
    for (format, target) in zip(formats, targets) {
      if let fault = OutputCheck(format: format, outputs: [(file, target)]).fault() {
        printFailure(fault)
        throw ExitStatus.usage
      }
    }
    guard DiskFiles.exists(file) else {
      printFailure("there is no file “\(file)”")
      throw ExitStatus.noInput
    }
    var run = WatchRun(job: job, targets: targets, messages: Messages(input.messaging))
    try run.run()
  }
}
