// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel
import Glibc

/// `cvgen worker`: records as lines of JSON, one answer a record.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Makes documents of records that come as lines of JSON.",
    discussion: """
      Standard input has one JSON object a line; for each, standard output gets exactly one line, \
      and at the end one that counts them. A record that crashes, hangs or takes too much memory is \
      answered with an error. docs/batch.md describes the lines.

      EXAMPLES
        echo '{"profile": "about.md", "output": "ada"}' | cvgen worker --store Output
        parallel --pipe -N200 cvgen worker --store Output < records.ndjson > replies.ndjson
      """)

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var store: String

  @Flag(
    help: """
      Work in this process: a record that crashes or hangs ends it. For programs that watch over \
      it, as cvgen itself does.
      """)
  var bare = false

  @OptionGroup var records: RecordOptions

  func validate() throws {
    guard DiskFiles.isFolder(store) else {
      throw ValidationError("There is no folder “\(store)”; --store names the one to write to.")
    }
  }

  func run() throws {
    let store = OutputStore(folder: store)
    let count: WorkerLoop.Count
    do {
      count = bare ? work(store) : try supervise(store)
    } catch let failure as SpawnFailure {
      printFailure(failure.words)
      throw ExitStatus.fault
    }
    print(count.trailer)
    if count.hasFailedToWrite { throw ExitStatus.output }
  }

  /// Answers each record in this process; the documents of one are written while the next are made.
  private func work(_ store: OutputStore) -> WorkerLoop.Count {
    var loop = WorkerLoop(store: store, defaults: records.request())
    // Nothing touches it but the writing, of which there is one at a time, until that has ended.
    nonisolated(unsafe) var count = WorkerLoop.Count()
    var lines = StandardInputLines()
    var writing: BackgroundWork?
    while let line = lines.next() {
      nonisolated(unsafe) let answer = loop.answer(RequestLine(line: line), number: lines.number)
      writing?.wait()
      writing = BackgroundWork {
        let reply = answer()
        count.add(reply)
        print(reply.json)
      }
    }
    writing?.wait()
    return count
  }

  /// Lets a process of its own answer, and answers in its place where it does not.
  private func supervise(_ store: OutputStore) throws -> WorkerLoop.Count {
    let defaults = records.request()
    var count = WorkerLoop.Count()
    var lines = StandardInputLines()
    /// The name of the record on its way, and what there is to say of its line.
    var current = (id: "", said: [JSONValue]())
    let answer = { (reply: Reply) in
      count.add(reply)
      print(reply.json)
    }
    var pool = WorkerPool(WorkerProgram(nil, store: store.folder), size: 1, depth: 1)
    let next = { () -> WorkerPool.Assignment? in
      while let line = lines.next() {
        switch RequestLine(line: line).read(number: lines.number, over: defaults) {
        case .failure(let reply): answer(reply)
        case .success(let record):
          current = (record.id, record.said)
          return WorkerPool.Assignment(number: lines.number, request: record.request)
        }
      }
      return nil
    }
    _ = try pool.run(
      WorkerPool.Client(next: next) { _, reply in
        var reply = reply
        reply.id = current.id
        reply.diagnostics = current.said + reply.diagnostics
        answer(reply)
      })
    return count
  }

  /// A reader that went away ends the work without a word.
  private func print(_ value: JSONValue) {
    guard writeAll(Array((value.compact() + "\n").utf8), to: STDOUT_FILENO) == nil else {
      CVGen.leave(ExitStatus.output)
    }
  }
}

/// What can be said of all records on the command line.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The formats, with commas between them: pdf, latex, html, text, markdown, json, png, svg. "
        + "Default: pdf.", valueName: "names"))
  var formats: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var design: DesignOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var budget: BudgetOptions
  @OptionGroup var pdf: PDFOptions

  func validate() throws {
    for word in request()[all: .formats] { _ = try parsedFormat(word) }
  }

  /// The same in words, as records say it.
  func request() -> JobRequest {
    var request = JobRequest()
    request[all: .formats] = (formats ?? "").split { ",; ".contains($0) }.map(String.init)
    request[.name] = input.name
    request[.root] = input.root
    request[all: .bibliography] = input.bibliography
    request[.locale] = selection.locale
    request[.emoji] = input.emoji.rawValue
    request[all: .with] = selection.with.map(\.rawValue)
    request[all: .without] = selection.without.map(\.rawValue)
    request[all: .keyword] = selection.keyword
    request[.theme] = design.theme
    request[all: .set] = design.overrides.map { $0.keys.joined(separator: ".") + "=" + $0.value }
    request[all: .fonts] = fonts.folders
    request[.paper] = design.paper?.rawValue
    request[.config] = input.config
    request[.variant] = input.variant
    request[.pages] = budget.pages.map { "\($0)" }
    request[.date] = pdf.date
    request[.pdfStandard] = pdf.pdfStandard?.rawValue
    let flags: [(JobRequest.Key, Bool)] = [
      (.strict, input.messaging.strict), (.drop, budget.drop), (.keep, budget.keep),
      (.attachSource, pdf.attachSource), (.systemFonts, fonts.systemFonts),
      (.translateTitles, selection.translateTitles), (.selected, selection.selected),
    ]
    for (key, isSet) in flags where isSet { request[key] = "yes" }
    return request
  }
}

/// The lines of standard input, which nothing else can read any more.
struct StandardInputLines: IteratorProtocol {
  /// The number of the line that was given last, from 1.
  private(set) var number = 0
  private var buffer = LineBuffer(limit: RequestLine.limit)
  private var chunk = [UInt8](repeating: 0, count: 65_536)
  private var isAtEnd = false
  private let input: Int32

  /// A record whose page is “-” must not take the lines of those behind it.
  init() {
    input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    let nothing = open("/dev/null", O_RDONLY)
    if nothing > STDIN_FILENO {
      dup2(nothing, STDIN_FILENO)
      close(nothing)
    }
  }

  mutating func next() -> LineBuffer.Line? {
    while true {
      if let line = buffer.next() ?? (isAtEnd ? buffer.rest() : nil) {
        number += 1
        return line
      }
      guard !isAtEnd else { return nil }
      let count = read(input, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { isAtEnd = true } else { buffer.append(chunk[..<count]) }
    }
  }
}
