// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel

/// Makes the documents of all records, with children that are watched over.
final class BatchRun {
  /// What a run is told beside its records.
  struct Options {
    var jobs: Int
    var resumes: Bool
    /// Another program that speaks the protocol; `nil` for cvgen itself.
    var worker: String?
  }

  private let options: Options
  private let folder: OutputFolder
  private var records: BatchRecords
  private var journal: Journal
  private(set) var report: BatchReport
  /// The records on their way, by their numbers.
  private var pending: [Int: (record: BatchRecord, job: Job)] = [:]
  /// What there is to tell of records that need not be made, behind those on their way.
  private var waiting: [(number: Int, tell: () -> Void)] = []
  private var files = FileStates()
  /// Why nothing more can be written.
  private var outputFault: Diagnostic?

  /// - Throws: `OutputFailure` where the journal cannot be written.
  init(
    _ records: BatchRecords, in folder: OutputFolder, _ options: Options, report: BatchReport
  ) throws(OutputFailure) {
    self.options = options
    self.folder = folder
    self.records = records
    self.report = report
    journal = try Journal(folder.journal, resumes: options.resumes)
  }

  /// - Returns: The exit code; `nil` where all records were made.
  func run(signals: StopSignals) throws(SpawnFailure) -> ExitCode? {
    defer { journal.end() }
    var pool = WorkerPool(
      WorkerProgram(options.worker, store: folder.path), size: options.jobs, depth: 2)
    let client = WorkerPool.Client(
      next: { self.next() }, finish: { self.finish($0.number, $1) },
      tick: { self.report.tick() }, signal: { signals.next() })
    let signal = try pool.run(client)
    for (_, tell) in waiting { tell() }
    folder.removeLeftovers()
    if let outputFault {
      report.stop(outputFault)
      return ExitStatus.output
    }
    if let signal {
      report.stop(by: signal)
      return ExitCode(128 + signal)
    }
    return end()
  }

  /// Writes the manifest, whose presence says that the batch is complete.
  private func end() -> ExitCode? {
    do throws(OutputFailure) {
      try OutputPath(file: folder.manifest).write(Array(report.manifest.pretty().utf8))
    } catch {
      report.stop(error.diagnostic)
      return ExitStatus.output
    }
    report.finish(manifest: folder.manifest)
    return report.failed == 0 ? nil : ExitStatus.badInput
  }

  /// The next record that has to be made.
  private func next() -> WorkerPool.Assignment? {
    while outputFault == nil, let record = records.next() {
      var log = DiagnosticLog()
      if let fault = record.fault { log.add(fault) }
      let job = log.hasErrors ? nil : record.request.job(log: &log)
      guard let job else {
        tell(of: record) { self.report.failed(record, log) }
        continue
      }
      if let entry = journal.entries[record.name.text], isCurrent(entry, job) {
        tell(of: record) { self.report.kept(record, entry) }
        continue
      }
      pending[record.number] = (record, job)
      return WorkerPool.Assignment(number: record.number, request: record.request)
    }
    return nil
  }

  /// Tells of a record when all before it have been told of.
  private func tell(of record: BatchRecord, _ tell: @escaping () -> Void) {
    waiting.append((record.number, tell))
    tellWaiting()
  }

  private func tellWaiting() {
    let first = pending.keys.min() ?? .max
    let count = waiting.prefix { $0.number < first }.count
    for (_, tell) in waiting.prefix(count) { tell() }
    waiting.removeFirst(count)
  }

  /// Whether the outputs of an earlier run are those that this one would make.
  private func isCurrent(_ entry: Journal.Entry, _ job: Job) -> Bool {
    guard entry.request == job.request,
      entry.files.allSatisfy({ files.isUnchanged(journal.files[$0]) })
    else { return false }
    return entry.outputs.allSatisfy { output in
      let file = DiskFiles.read("\(folder.path)/\(output.path)", limit: output.bytes)
      return (try? file.get()).map { SHA256.hex($0) == output.sha256 } ?? false
    }
  }

  private func finish(_ number: Int, _ reply: Reply) {
    guard let (record, job) = pending.removeValue(forKey: number) else {
      preconditionFailure("a reply to nothing")
    }
    defer { tellWaiting() }
    var reply = reply
    reply.id = record.name.text
    switch reply.outcome {
    case .failed(let failure):
      // What one record met, all others would meet.
      if failure.kind == .io, outputFault == nil {
        outputFault = Diagnostic(.error, .unwritableFile, failure.message)
      } else {
        report.failed(record, reply, failure)
      }
    case .made(let made): finish(record, job, made, reply)
    }
  }

  private func finish(
    _ record: BatchRecord, _ job: Job, _ made: MadeDocuments, _ reply: Reply
  ) {
    removeOutdated(of: record, besides: made.outputs)
    do throws(OutputFailure) {
      try journal.append(
        record.name.text, request: job.request, made, warnings: reply.warningCount)
      report.made(record, made, reply)
    } catch {
      outputFault = outputFault ?? error.diagnostic
    }
  }

  /// Files of an earlier run that this one no longer makes, such as a third page.
  private func removeOutdated(of record: BatchRecord, besides outputs: [StoredOutput]) {
    let now = Set(outputs.map(\.path))
    for output in journal.entries[record.name.text]?.outputs ?? [] where !now.contains(output.path)
    {
      DiskFiles.remove("\(folder.path)/\(output.path)")
    }
  }
}

/// Whether files are as they were, each looked at once.
private struct FileStates {
  private var states: [String: UsedFile] = [:]

  mutating func isUnchanged(_ file: UsedFile) -> Bool {
    let now = states[file.path] ?? file.now
    states[file.path] = now
    return now == file
  }
}

extension Reply {
  /// How many of its messages are warnings.
  var warningCount: Int { diagnostics.count { $0.isOf(.warning) } }

  /// What to do about its first error.
  var help: String? { diagnostics.first { $0.isOf(.error) }?.text("help") }
}

extension JSONValue {
  /// Whether it is a diagnostic of a severity.
  fileprivate func isOf(_ severity: Severity) -> Bool { text("severity") == severity.rawValue }

  /// The text of a member.
  fileprivate func text(_ name: String) -> String? {
    guard case .object(let members) = self else { return nil }
    guard case .string(let text) = members.first(where: { $0.0 == name })?.1 else { return nil }
    return text
  }
}
