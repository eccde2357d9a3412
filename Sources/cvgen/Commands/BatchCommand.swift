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

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many records are made at once. Default: one a processor.",
      valueName: "n"))
  var jobs: Int?

  @Flag(help: "Leave alone what an earlier run has made and nothing has changed.")
  var resume = false

  @Option(help: ArgumentHelp("The form of the report: human or ndjson.", valueName: "form"))
  var report: BatchReport.Form = .human

  @Option(
    help: ArgumentHelp(
      "Another program that speaks the protocol of cvgen worker.", valueName: "program"))
  var worker: String?

  @OptionGroup var records: RecordOptions

  /// More children than this no machine has processors for.
  private static let mostJobs = 256

  func validate() throws {
    if let jobs, !(1...Self.mostJobs ~= jobs) {
      throw ValidationError("“\(jobs)” is no number of jobs; write 1 to \(Self.mostJobs).")
    }
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
    let messages = Messages(records.input)
    defer { messages.finish() }
    var (log, sources) = (DiagnosticLog(), SourceSet())
    let read = BatchRecords.read(files, defaults: records.request(), log: &log, sources: &sources)
    let survey = read?.survey()
    if let survey { log.add(contentsOf: survey.log) }
    guard messages.print(log, sources), let read, let survey else {
      throw ExitStatus.code(of: log)
    }
    let report = BatchReport(
      report, total: survey.count, messages: messages, isQuiet: records.input.quiet,
      sources: sources)
    let folder = try openFolder(messages)
    defer { folder.unlock() }
    if let code = try run(read, in: folder, report, signals, messages) { throw code }
  }

  private func run(
    _ read: BatchRecords, in folder: OutputFolder, _ report: BatchReport, _ signals: StopSignals,
    _ messages: Messages
  ) throws -> ExitCode? {
    do {
      let options = BatchRun.Options(jobs: jobs ?? Self.processors, resumes: resume, worker: worker)
      // A batch that is not complete has no manifest.
      DiskFiles.remove(folder.manifest)
      return try BatchRun(read, in: folder, options, report: report).run(signals: signals)
    } catch let failure as SpawnFailure {
      printFailure(failure.words)
      return ExitStatus.fault
    } catch let failure as OutputFailure {
      return messages.print(failure)
    }
  }

  private func openFolder(_ messages: Messages) throws -> OutputFolder {
    do throws(OutputFolder.Failure) {
      return try OutputFolder(output)
    } catch .output(let failure) {
      throw messages.print(failure) ?? ExitStatus.output
    } catch .isLocked {
      printFailure("another run writes to “\(output)”; wait for its end, or name another folder")
      throw ExitStatus.locked
    }
  }

  private static var processors: Int {
    min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), mostJobs)
  }
}
