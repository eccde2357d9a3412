// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVCompiler
import CVMarkup
import CVModel

/// A line that a worker is given.
struct RequestLine {
  let line: LineBuffer.Line

  /// The longest line: a profile of the largest size as JSON, its signs escaped.
  static let limit = 8 << 20

  /// The keys that are no part of the job.
  private enum Frame: String, CaseIterable { case v, id }

  /// What a line asks for.
  struct Record {
    var id: String
    var request: JobRequest
    var job: Job
    /// What there is to say of the line itself.
    var said: [JSONValue]
  }

  /// What came of reading a line.
  enum Reading {
    case success(Record)
    /// The reply that says why it asks for nothing.
    case failure(Reply)
  }

  /// - Parameters:
  ///   - number: The number of the line, from 1; it names a record without an `id`.
  ///   - defaults: Hold for what the line does not say.
  func read(number: Int, over defaults: JobRequest) -> Reading {
    var sources = SourceSet()
    var log = DiagnosticLog()
    guard let (id, request) = record(into: &sources, log: &log) else {
      return .failure(.failed(nil, log, sources, line: number))
    }
    let name = id ?? "\(number)"
    var whole = request.over(defaults)
    if let root = defaults[.root] {
      // Whoever starts a worker with a root trusts its records with no more.
      whole[.root] = root
      log.add(contentsOf: Self.faults(of: whole, below: root))
    }
    guard let job = whole.job(log: &log), !log.hasErrors else {
      return .failure(.failed(name, log, sources, line: number))
    }
    let printer = JSONPrinter(sources: sources)
    let said = log.diagnostics.map { printer.value(of: $0) }
    return .success(Record(id: name, request: whole, job: job, said: said))
  }

  /// The files outside of a root that a request names.
  private static func faults(of request: JobRequest, below root: String) -> DiagnosticLog {
    var log = DiagnosticLog()
    for key in [JobRequest.Key.profile, .bibliography, .config, .fonts, .theme] {
      for path in request[all: key] where key != .theme || path.contains("/") {
        guard !DiskFiles(page: path, root: root).mayRead(path) else { continue }
        log.add(.unreadable(path, .outsideRoot))
      }
    }
    return log
  }

  /// What the line asks for; `nil` after an error, which is in the log.
  private func record(
    into sources: inout SourceSet, log: inout DiagnosticLog
  ) -> (id: String?, request: JobRequest)? {
    guard case .whole(let bytes) = line else {
      log.add(
        Diagnostic(
          .error, .inputTooLarge, "the line has more than \(Self.limit >> 20) MB",
          help: "give the path of the page as “profile” and not its text"))
      return nil
    }
    let file = sources.add(SourceFile(name: "<record>", text: bytes))
    let node = readJSONLine(EditedText(sources[file], id: file), log: &log)
    guard let node, case .mapping(let members) = node.value else {
      if !log.hasErrors { log.add(.noRecord) }
      return nil
    }
    if let version = node[Frame.v.rawValue]?.text, version != "\(Reply.version)" {
      log.add(
        Diagnostic(
          .error, .badValue,
          "cvgen speaks version \(Reply.version) of the protocol, not \(version)",
          at: node[Frame.v.rawValue]?.span))
      return nil
    }
    for member in members where Frame(rawValue: member.key) == nil {
      if JobRequest.Key(column: member.key) == nil {
        log.add(.unknownColumn(member.key, at: member.keySpan))
      }
    }
    return (node[Frame.id.rawValue]?.text, JobRequest(node, in: sources[file]))
  }
}

extension Diagnostic {
  static let noRecord = Diagnostic(
    .error, .badJSON, "the line is no record",
    help: "write an object, such as {\"profile\": \"about.md\"}")

  /// A column or a key that says nothing of a job.
  static func unknownColumn(_ name: String, at span: SourceSpan?) -> Diagnostic {
    let names = JobRequest.Key.allCases.map(\.rawValue)
    let near = suggestion(for: name.trimmingBlanks.lowercased(), among: names)
    return Diagnostic(
      .warning, .unknownKey, "“\(name)” is not known here and says nothing", at: span,
      help: near.map { "did you mean “\($0)”?" } ?? "known are \(names.joined(separator: ", "))")
  }
}
