// SPDX-License-Identifier: MIT
import ArgumentParser
import Glibc

/// Makes records in a folder, and tells of what prevents it.
struct BatchFolder {
  let path: String
  let messages: Messages

  /// - Returns: The exit code, `nil` where all records were made, and what became of each.
  func make(
    _ records: BatchRecords, _ options: BatchRun.Options, report: BatchReport, signals: StopSignals
  ) throws -> (ExitCode?, [BatchReport.Outcome]) {
    let folder = try open()
    defer { folder.unlock() }
    do {
      // A batch that is not complete has no manifest.
      DiskFiles.remove(folder.manifest)
      let run = try BatchRun(records, in: folder, options, report: report)
      let code = try run.run(signals: signals)
      return (code, run.report.outcomes)
    } catch let failure as SpawnFailure {
      printFailure(failure.words)
      return (ExitStatus.fault, [])
    } catch let failure as OutputFailure {
      return (messages.print(failure), [])
    }
  }

  private func open() throws -> OutputFolder {
    do throws(OutputFolder.Failure) {
      return try OutputFolder(path)
    } catch .output(let failure) {
      throw messages.print(failure) ?? ExitStatus.output
    } catch .isLocked {
      printFailure("another run writes to “\(path)”; wait for its end, or name another folder")
      throw ExitStatus.locked
    }
  }
}

/// How many records are made at once.
struct JobsOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many records are made at once. Default: one a processor.", valueName: "n"))
  var jobs: Int?

  /// More children than this no machine has processors for.
  private static let most = 256

  var count: Int { jobs ?? min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), Self.most) }

  func validate() throws {
    if let jobs, !(1...Self.most ~= jobs) {
      throw ValidationError("“\(jobs)” is no number of jobs; write 1 to \(Self.most).")
    }
  }
}
