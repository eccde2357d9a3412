// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import CVMarkup
import Glibc

/// Makes what requests ask for, one after the other, in this process.
struct WorkerLoop {
  /// Counts what was answered.
  struct Count {
    var read = 0
    var made = 0
    /// Whether an output could not be written.
    var hasFailedToWrite = false

    var trailer: JSONValue {
      .object([
        ("v", .integer(Reply.version)), ("end", .boolean(true)), ("in", .integer(read)),
        ("ok", .integer(made)), ("error", .integer(read - made)),
      ])
    }

    mutating func add(_ reply: Reply) {
      read += 1
      if reply.isMade { made += 1 }
      if case .failed(let failure) = reply.outcome, failure.kind == .io {
        hasFailedToWrite = true
      }
    }
  }

  let store: OutputStore
  /// What the command line says of all records.
  let defaults: JobRequest
  private var runner = JobRunner()

  init(store: OutputStore, defaults: JobRequest) {
    self.store = store
    self.defaults = defaults
  }

  /// Makes the documents that one line asks for.
  ///
  /// - Parameter number: The number of the line, from 1; it names a record without an `id`.
  /// - Returns: What writes them and gives the reply, and may do so while the next are made.
  mutating func answer(_ line: RequestLine, number: Int) -> () -> Reply {
    // Where a watching program went away, a record that hangs must still end.
    alarm(UInt32(2 * WorkerPool.timeLimit / 1000))
    defer { alarm(0) }
    let start = monotonicMilliseconds()
    switch line.read(number: number, over: defaults) {
    case .failure(let reply): return { reply }
    case .success(let record):
      let result = runner.run(record.job)
      return { [store] in
        var reply = store.reply(to: record, with: result)
        reply.diagnostics = record.said + reply.diagnostics
        reply.milliseconds = monotonicMilliseconds() - start
        return reply
      }
    }
  }
}

extension OutputStore {
  /// Writes what was made of a record.
  fileprivate func reply(to record: RequestLine.Record, with result: JobResult) -> Reply {
    if let failure = result.failure { return Reply(id: record.id, failure) }
    guard !result.log.hasErrors else { return .failed(record.id, result.log, result.sources) }
    let (id, job) = (record.id, record.job)
    let printer = JSONPrinter(sources: result.sources)
    let name = record.request[.output].flatMap { FileName(stemOf: $0) }
    if let fault = self.fault(of: job, name) { return Reply(id: id, outcome: .failed(fault)) }
    let diagnostics = result.log.inSourceOrder().map { printer.value(of: $0) }
    do throws(OutputFailure) {
      let outputs = try write(result.documents, name: name)
      let files = result.files
      let recipe = SHA256.hex(([job.request] + files.map(\.word)).joined(separator: "\n"))
      let made = MadeDocuments(recipe: recipe, outputs: outputs, files: files)
      return Reply(id: id, outcome: .made(made), diagnostics: diagnostics)
    } catch {
      let failure = RecordFailure(
        kind: .io, code: Code.unwritableFile.rawValue, message: error.diagnostic.message)
      return Reply(id: id, outcome: .failed(failure), diagnostics: diagnostics)
    }
  }

  /// What is wrong with a name at which an output would take the place of the page.
  private func fault(of job: Job, _ name: FileName?) -> RecordFailure? {
    guard let name else { return nil }
    let paths = job.formats.map { "\(folder)/\(name.text).\($0.suffix)" }
    guard let path = paths.first(where: { OutputCheck.isSameFile(job.page, $0) }) else {
      return nil
    }
    return RecordFailure(
      kind: .input, code: Code.unwritableFile.rawValue,
      message: "the output would take the place of the page “\(path)”")
  }
}

extension Reply {
  /// A record that the log has errors of; the first of them says why.
  static func failed(
    _ id: String?, _ log: DiagnosticLog, _ sources: SourceSet, line: Int? = nil,
    saysPlace: Bool = true
  ) -> Reply {
    let all = log.inSourceOrder()
    let first = all.first { $0.severity == .error }
    guard let first else { preconditionFailure("a record fails with an error") }
    let place =
      line.map { "line \($0)" }
      ?? first.span.map { sources.place(of: $0) }
      .map { "\($0.file):\($0.position.line):\($0.position.column)" }
    let failure = RecordFailure(
      kind: .input, code: first.code.rawValue,
      message: (saysPlace ? place.map { "\($0): " } ?? "" : "") + first.message)
    let printer = JSONPrinter(sources: sources)
    return Reply(
      id: id, outcome: .failed(failure), diagnostics: all.map { printer.value(of: $0) })
  }

  /// A failure of the machine or of the program.
  init(id: String, _ failure: CompileFailure) {
    self.id = id
    outcome = .failed(
      RecordFailure(kind: .internal, code: Code.engineFault.rawValue, message: failure.words))
  }
}

/// A clock that never goes back, for measuring.
func monotonicMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
