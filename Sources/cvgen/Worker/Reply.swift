// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup

/// What a worker says of one record: one line of JSON.
struct Reply {
  /// The name that the record was given; `nil` where its line could not be read.
  var id: String?
  var outcome: Outcome
  /// Everything that there was to say, as `--diagnostics json` prints it.
  var diagnostics: [JSONValue] = []
  /// Whether the documents are those of an earlier run.
  var isKept = false
  var milliseconds = 0

  /// How a record ended.
  enum Outcome {
    case made(MadeDocuments)
    case failed(RecordFailure)
  }

  var isMade: Bool {
    if case .made = outcome { return true }
    return false
  }
}

/// The documents of one record.
struct MadeDocuments: Hashable {
  /// A digest of all that the outputs depend on.
  var recipe: String
  var outputs: [StoredOutput]
  /// The files that they were made of.
  var files: [UsedFile]
}

/// A file that a worker wrote.
struct StoredOutput: Hashable {
  /// The name of its format.
  var format: String
  /// Below the store.
  var path: String
  var sha256: String
  var bytes: Int
  /// The pages of a PDF; `nil` where a file has none or is one of them.
  var pages: Int?

  var json: JSONValue {
    let members: [(String, JSONValue)] = [
      ("format", .string(format)), ("path", .string(path)), ("sha256", .string(sha256)),
      ("bytes", .integer(bytes)),
    ]
    return .object(members + (pages.map { [("pages", .integer($0))] } ?? []))
  }

  init(format: String, path: String, contents: [UInt8], pages: Int?) {
    self.format = format
    self.path = path
    sha256 = SHA256.hex(contents)
    bytes = contents.count
    self.pages = pages
  }

  init?(_ node: DataNode) {
    guard let format = node["format"]?.text, let path = node["path"]?.text,
      let sha256 = node["sha256"]?.text, let bytes = node["bytes"]?.text.flatMap({ Int($0) })
    else { return nil }
    self.format = format
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    pages = node["pages"]?.text.flatMap { Int($0) }
  }
}

/// Why a record has no documents.
struct RecordFailure: Hashable {
  /// Who has to do something.
  enum Class: String {
    /// The author: the record or its profile is at fault.
    case input
    /// The author: the record takes too long or too much memory.
    case limit
    /// The owner of the machine: the output could not be written.
    case io
    /// The authors of cvgen.
    case `internal`
  }

  var kind: Class
  /// The code of a diagnostic, or another program's word.
  var code: String
  var message: String

  /// Whether the same record may be made another time.
  var retry: Bool { self.kind == .io }
}

// MARK: JSON

extension Reply {
  /// The version of the protocol.
  static let version = 1

  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("v", .integer(Self.version)), ("id", id.map { .string($0) } ?? .null),
    ]
    switch outcome {
    case .made(let made):
      members += [
        ("status", .string("ok")), ("recipe", .string(made.recipe)),
        ("outputs", .array(made.outputs.map(\.json))),
        ("files", .array(made.files.map(\.json))), ("cached", .boolean(isKept)),
      ]
    case .failed(let failure):
      members += [
        ("status", .string("error")), ("class", .string(failure.kind.rawValue)),
        ("code", .string(failure.code)), ("message", .string(failure.message)),
        ("retry", .boolean(failure.retry)),
      ]
    }
    if !diagnostics.isEmpty { members.append(("diagnostics", .array(diagnostics))) }
    return .object(members + [("ms", .integer(milliseconds))])
  }

  /// - Returns: `nil` where a line is no reply.
  init?(_ node: DataNode) {
    switch node["status"]?.text {
    case "ok":
      guard let outputs = node["outputs"]?.items else { return nil }
      let made = outputs.compactMap { StoredOutput($0) }
      guard made.count == outputs.count else { return nil }
      outcome = .made(
        MadeDocuments(
          recipe: node["recipe"]?.text ?? "", outputs: made,
          files: node["files"]?.items.compactMap { UsedFile($0) } ?? []))
    case "error":
      let kind = node["class"]?.text.flatMap { RecordFailure.Class(rawValue: $0) }
      outcome = .failed(
        RecordFailure(
          kind: kind ?? .internal, code: node["code"]?.text ?? "",
          message: node["message"]?.text ?? ""))
    default: return nil
    }
    id = node["id"]?.text
    diagnostics = node["diagnostics"]?.items.map { JSONValue($0) } ?? []
    milliseconds = node["ms"]?.text.flatMap { Int($0) } ?? 0
  }
}

extension UsedFile {
  var json: JSONValue { .object([("path", .string(path)), ("state", .string(word))]) }

  init?(_ node: DataNode) {
    guard let path = node["path"]?.text, let word = node["state"]?.text else { return nil }
    self.init(path: path, word: word)
  }
}

extension JSONValue {
  /// A tree that was read, as JSON writes it; numbers are whole.
  init(_ node: DataNode) {
    switch node.value {
    case .scalar(let text, let isQuoted):
      if isQuoted {
        self = .string(text)
      } else if let number = Int(text) {
        self = .integer(number)
      } else if text == "true" || text == "false" {
        self = .boolean(text == "true")
      } else {
        self = text == "null" ? .null : .string(text)
      }
    case .sequence(let items): self = .array(items.map { JSONValue($0) })
    case .mapping(let members): self = .object(members.map { ($0.key, JSONValue($0.value)) })
    }
  }
}
