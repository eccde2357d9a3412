// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel
import Glibc

/// Tells what becomes of the records of a batch: to people as it goes, to programs line by line,
/// and at the end in the manifest.
struct BatchReport {
  /// The forms of what is told while a batch runs.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case human, ndjson
    /// A line a record at the end, for people; the manifest, for programs.
    case table, json
  }

  /// What became of a record, for the table.
  struct Outcome {
    /// The last word of a row of the table.
    enum State: String { case made, kept, failed }

    var number: Int
    var name: String
    var state: State
    var outputs: [StoredOutput] = []
    var warnings = 0
    /// Why there is none.
    var failure: RecordFailure?
  }

  /// In the order in which they ended.
  private(set) var outcomes: [Outcome] = []

  private(set) var failed = 0
  private var made = 0
  private var kept = 0
  private let form: Form
  private let messages: Messages
  private let isQuiet: Bool
  /// Where the records stand.
  private let sources: SourceSet
  private var progress: BatchProgress

  init(
    _ form: Form, total: Int, messages: Messages, isQuiet: Bool, sources: SourceSet
  ) {
    self.form = form
    self.messages = messages
    self.isQuiet = isQuiet
    self.sources = sources
    progress = BatchProgress(total: total, isShown: !isQuiet && (form == .human || form == .table))
  }

  /// Problems of the manifest itself.
  func add(_ log: DiagnosticLog, _ sources: SourceSet) {
    guard !log.diagnostics.isEmpty else { return }
    progress.clear()
    _ = messages.print(log, sources)
  }

  mutating func made(_ record: BatchRecord, _ documents: MadeDocuments, _ reply: Reply) {
    made += 1
    add(record, .made, documents.outputs, warnings: reply.warningCount)
    ended(reply)
  }

  mutating func kept(_ record: BatchRecord, _ entry: Journal.Entry) {
    kept += 1
    add(record, .kept, entry.outputs, warnings: entry.warnings)
    let documents = MadeDocuments(recipe: entry.request, outputs: entry.outputs, files: [])
    var reply = Reply(id: record.name.text, outcome: .made(documents))
    reply.isKept = true
    ended(reply)
  }

  /// A record whose documents are there.
  private mutating func add(
    _ record: BatchRecord, _ state: Outcome.State, _ outputs: [StoredOutput], warnings: Int
  ) {
    outcomes.append(
      Outcome(
        number: record.number, name: record.name.text, state: state, outputs: outputs,
        warnings: warnings))
  }

  /// A record that is wrong in itself.
  mutating func failed(_ record: BatchRecord, _ log: DiagnosticLog) {
    let reply = Reply.failed(record.name.text, log, sources, saysPlace: record.span == nil)
    guard case .failed(let failure) = reply.outcome else { return }
    failed(record, reply, failure)
  }

  mutating func failed(_ record: BatchRecord, _ reply: Reply, _ failure: RecordFailure) {
    failed += 1
    outcomes.append(
      Outcome(
        number: record.number, name: record.name.text, state: .failed, failure: failure))
    if form != .ndjson {
      var log = DiagnosticLog()
      let code = Code(rawValue: failure.code) ?? .workerCrash
      let message = "“\(record.name.text)” was not made: \(failure.message)"
      log.add(
        Diagnostic(
          .error, code, message, at: record.span, label: "this record", help: reply.help))
      add(log, sources)
    }
    ended(reply)
  }

  private mutating func ended(_ reply: Reply) {
    if form == .ndjson { _ = messages.printOutput(reply.json.compact() + "\n") }
    progress.advance()
  }

  /// Called several times a second.
  mutating func tick() { progress.show() }

  /// The run ends early for want of room, or the like.
  func stop(_ fault: Diagnostic) {
    var log = DiagnosticLog()
    log.add(fault)
    add(log, SourceSet())
    summarise("stopped; “--resume” goes on")
  }

  func stop(by signal: Int32) {
    progress.clear()
    summarise("stopped by \(signal == SIGINT ? "Ctrl-C" : "signal \(signal)"); “--resume” goes on")
  }

  func finish(manifest: String) {
    progress.clear()
    if form == .table, !isQuiet { _ = messages.printOutput(BatchTable(outcomes).text) }
    if form == .json { _ = messages.printOutput(self.manifest.pretty()) }
    summarise(terminalSafe(manifest))
  }

  private func summarise(_ ending: String) {
    if form == .ndjson {
      let trailer = JSONValue.object([
        ("v", .integer(Reply.version)), ("end", .boolean(true)),
        ("in", .integer(made + kept + failed)), ("ok", .integer(made + kept)),
        ("error", .integer(failed)),
      ])
      _ = messages.printOutput(trailer.compact() + "\n")
    } else if !isQuiet, form != .json {
      let parts = [(made, "made"), (kept, "kept"), (failed, "failed")]
        .filter { $0.0 > 0 || $0.1 == "made" }.map { "\($0.0) \($0.1)" }
      _ = messages.printOutput(parts.joined(separator: ", ") + ": \(ending)\n")
    }
  }

  // MARK: The manifest

  /// What became of all records, in the order of the manifest that was read.
  var manifest: JSONValue {
    .object([
      ("schema", .string("cvgen-batch/1")), ("program", .string("cvgen \(programVersion)")),
      ("ok", .integer(made + kept)), ("error", .integer(failed)),
      ("records", .array(outcomes.sorted { $0.number < $1.number }.map(\.json))),
    ])
  }
}

extension BatchReport.Outcome {
  /// What the manifest says of the record.
  fileprivate var json: JSONValue {
    let head: [(String, JSONValue)] = [
      ("record", .integer(number)), ("id", .string(name)),
      ("status", .string(failure == nil ? "ok" : "error")),
    ]
    guard let failure else {
      let made: [(String, JSONValue)] = [
        ("outputs", .array(outputs.map(\.json))), ("warnings", .integer(warnings)),
      ]
      return .object(head + made)
    }
    return .object(
      head + [
        ("class", .string(failure.kind.rawValue)), ("code", .string(failure.code)),
        ("message", .string(failure.message)),
      ])
  }
}
