// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import Glibc

/// What a batch has done, line by line on the disk, so that a run that was stopped can go on.
///
/// Each line is on the disk before the next record is counted, and ends with a check sum of itself;
/// what follows a line that is torn or wrong is forgotten.
struct Journal {
  /// What is known of a record that was made.
  struct Entry {
    /// The digest of what was asked for: `Job.request`.
    var request: String
    /// The numbers of the files that it was made of.
    var files: [Int]
    var outputs: [StoredOutput]
    var warnings: Int
  }

  /// By the names of the records; the last line of a name holds.
  private(set) var entries: [String: Entry] = [:]
  /// Each file with each state is written once.
  private(set) var files: [UsedFile] = []
  private var numbers: [UsedFile: Int] = [:]
  private let path: String
  private let descriptor: Int32
  /// The bytes that are whole.
  private var length = 0

  /// - Parameter resumes: Whether what is there is read; else the journal begins anew.
  init(_ path: String, resumes: Bool) throws(OutputFailure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
    if resumes, case .success(let bytes) = DiskFiles.read(path, limit: .max) { take(bytes) }
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw OutputFailure(path: path, code: errno)
    }
  }

  func end() { close(descriptor) }

  /// Adds a record that was made, and returns when it is on the disk.
  mutating func append(
    _ name: String, request: String, _ made: MadeDocuments, warnings: Int
  ) throws(OutputFailure) {
    var lines = ""
    var used: [Int] = []
    for file in made.files {
      if let number = numbers[file] {
        used.append(number)
        continue
      }
      used.append(files.count)
      numbers[file] = files.count
      lines += Self.line([("file", .integer(files.count)), ("used", file.json)])
      files.append(file)
    }
    lines += Self.line([
      ("name", .string(name)), ("request", .string(request)),
      ("files", .array(used.map { .integer($0) })), ("outputs", .array(made.outputs.map(\.json))),
      ("warnings", .integer(warnings)),
    ])
    var code = writeAll(Array(lines.utf8), to: descriptor)
    if code == nil, fdatasync(descriptor) != 0 { code = errno }
    guard let code else {
      length += lines.utf8.count
      return
    }
    // Half a line would be forgotten at the next start; now nothing stands behind it either.
    _ = ftruncate(descriptor, off_t(length))
    throw OutputFailure(path: path, code: code)
  }

  // MARK: Lines

  private static let checkDigits = 8

  private static func line(_ members: [(String, JSONValue)]) -> String {
    checked(JSONValue.object(members).compact())
  }

  /// An object with the first digits of its SHA-256 as its last member.
  private static func checked(_ object: String) -> String {
    object.dropLast() + ",\"check\":\"\(SHA256.hex(object).prefix(checkDigits))\"}\n"
  }

  /// Takes the lines up to the first that is not whole.
  private mutating func take(_ bytes: [UInt8]) {
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      guard take(line: bytes[start..<end]) else { return }
      start = end + 1
      length = start
    }
  }

  private mutating func take(line: ArraySlice<UInt8>) -> Bool {
    let tail = ",\"check\":\"".utf8.count + Self.checkDigits + "\"}".utf8.count
    guard line.count > tail else { return false }
    let text = String(decoding: line.dropLast(tail), as: UTF8.self) + "}"
    guard Self.checked(text).dropLast().utf8.elementsEqual(line) else { return false }
    let file = SourceFile(name: path, text: Array(line))
    var log = DiagnosticLog()
    guard let node = readJSONLine(EditedText(file, id: FileID(0)), log: &log) else { return false }
    return take(node)
  }

  private mutating func take(_ node: DataNode) -> Bool {
    if let used = node["used"].flatMap({ UsedFile($0) }) {
      guard node["file"]?.text == "\(files.count)" else { return false }
      numbers[used] = files.count
      files.append(used)
      return true
    }
    guard let name = node["name"]?.text, let request = node["request"]?.text else { return false }
    let used = node["files"]?.items.compactMap { $0.text.flatMap { Int($0) } } ?? []
    guard used.allSatisfy(files.indices.contains) else { return false }
    entries[name] = Entry(
      request: request, files: used,
      outputs: node["outputs"]?.items.compactMap { StoredOutput($0) } ?? [],
      warnings: node["warnings"]?.text.flatMap { Int($0) } ?? 0)
    return true
  }
}
