// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import Glibc

/// `cvgen build`: all documents that a `cvgen.yml` describes.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Makes all the documents that a cvgen.yml describes.",
    discussion: """
      Each profile of “profiles:” is made in each of “variants:” and its “formats:”. A document is \
      made again only if one of the files that it was made of has changed, or the settings, the \
      program or a font; the others are not touched. docs/variants.md describes the file.

      EXAMPLES
        cvgen build
        cvgen build site/cvgen.yml -o public/cv
        cvgen build --check                    exits with 1 if a document is not up to date
        cvgen build --report json | jq .records
      """)

  @Argument(help: ArgumentHelp("The file that describes the documents.", valueName: "file"))
  var file: String = "cvgen.yml"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to, instead of that of “output:”.", valueName: "dir"))
  var output: String?

  @OptionGroup var parallel: JobsOptions

  @Flag(help: "Write nothing; say which documents are not up to date.")
  var check = false

  @Option(
    help: ArgumentHelp(
      "The form of the report: table, json (the manifest), ndjson or human.", valueName: "form"))
  var report: BatchReport.Form = .table

  @OptionGroup var messaging: MessageOptions

  func run() throws {
    let signals = StopSignals()
    let messages = Messages(messaging)
    defer { messages.finish() }
    let disk = DiskFiles(page: file, root: nil)
    var compiler = Compiler(files: disk.sourceFiles())
    let plan = BuildPlan(file, isStrict: messaging.strict, with: &compiler)
    guard messages.print(compiler.log, compiler.sources), let plan else {
      throw ExitStatus.code(of: compiler.log)
    }
    let folder = output ?? plan.folder
    if check {
      try check(plan, against: folder, messages, signals)
    } else if let code = try make(plan, in: folder, report, messages, signals).0 {
      throw code
    }
  }

  private func make(
    _ plan: BuildPlan, in folder: String, _ form: BatchReport.Form, _ messages: Messages,
    _ signals: StopSignals
  ) throws -> (ExitCode?, [BatchReport.Outcome]) {
    let report = BatchReport(
      form, total: plan.requests.count, messages: messages, isQuiet: messaging.quiet || check,
      sources: SourceSet())
    let options = BatchRun.Options(jobs: parallel.count, resumes: true, worker: nil)
    return try BatchFolder(path: folder, messages: messages).make(
      BatchRecords(plan.requests), options, report: report, signals: signals)
  }

  /// Makes the documents elsewhere, and compares them with those that are there.
  private func check(
    _ plan: BuildPlan, against folder: String, _ messages: Messages, _ signals: StopSignals
  ) throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let (code, outcomes) = try make(plan, in: scratch.path, .human, messages, signals)
    var stale: [String] = []
    for output in outcomes.sorted(by: { $0.number < $1.number }).flatMap(\.outputs) {
      let path = "\(folder)/\(output.path)"
      let own = try? DiskFiles.read(path, limit: output.bytes).get()
      if own.map({ SHA256.hex($0) }) != output.sha256 { stale.append(path) }
    }
    if !messaging.quiet {
      let lines = stale.map { "\(terminalSafe($0)) is not up to date\n" }.joined()
      if let failure = messages.printOutput(lines) { throw failure }
    }
    if let code { throw code }
    guard stale.isEmpty else { throw ExitStatus.badInput }
  }
}
