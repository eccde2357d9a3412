// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import Glibc

/// `cvgen batch`: documents of many records.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Makes documents of many records, each for itself.",
    discussion: """
      The records are the rows of a CSV file, the lines of an NDJSON file, or pages. The options \
      hold for what a record does not say itself; docs/batch.md names the columns. A record that \
      fails stops no other. A run that was stopped goes on with --resume.

      EXAMPLES
        cvgen batch people.csv -o Output
        cvgen batch people.csv -o Output --formats pdf,html --jobs 8 --resume
        cvgen batch profiles/*.md -o Output --theme modern
        cvgen batch people.ndjson -o Output --report ndjson > replies.ndjson
      """)

  @Argument(help: ArgumentHelp("A manifest (.csv, .ndjson), or pages.", valueName: "file"))
  var files: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var output = "Output"

  @OptionGroup var parallel: JobsOptions

  @Flag(help: "Leave alone what an earlier run has made and nothing has changed.")
  var resume = false

  @Option(help: ArgumentHelp("The form of the report: human or ndjson.", valueName: "form"))
  var report: BatchReport.Form = .human

  @Option(
    help: ArgumentHelp(
      "Another program that speaks the protocol of cvgen worker.", valueName: "program"))
  var worker: String?

  @OptionGroup var records: RecordOptions

  func validate() throws {
    if files.contains("-") {
      throw ValidationError(
        "A batch reads no standard input; give a file, or use “cvgen worker”.")
    }
    if files.count > 1, let manifest = files.first(where: BatchRecords.isManifest) {
      throw ValidationError("“\(manifest)” is a manifest and must be the only file.")
    }
  }

  func run() throws {
    let signals = StopSignals()
    let messages = Messages(records.input.messaging)
    defer { messages.finish() }
    var (log, sources) = (DiagnosticLog(), SourceSet())
    let read = BatchRecords.read(files, defaults: records.request(), log: &log, sources: &sources)
    let survey = read?.survey()
    if let survey { log.add(contentsOf: survey.log) }
    guard messages.print(log, sources), let read, let survey else {
      throw ExitStatus.code(of: log)
    }
    let report = BatchReport(
      report, total: survey.count, messages: messages, isQuiet: records.input.messaging.quiet,
      sources: sources)
    let run = BatchFolder(path: output, messages: messages)
    let options = BatchRun.Options(jobs: parallel.count, resumes: resume, worker: worker)
    let (code, _) = try run.make(read, options, report: report, signals: signals)
    if let code { throw code }
  }
}
