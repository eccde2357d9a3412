// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import CVMarkup

/// One record of a batch.
struct BatchRecord {
  /// From 1, in the order of the manifest.
  var number: Int
  /// The name of its files, which no other record has.
  var name: FileName
  var request: JobRequest
  /// Where it stands in the manifest; `nil` where there is none.
  var span: SourceSpan?
  /// Why it asks for nothing.
  var fault: Diagnostic?
}

/// The records of a batch, read one after the other.
struct BatchRecords {
  private var source: Source
  private let defaults: JobRequest
  /// The folder that paths in the manifest begin in, with a slash; empty for the working folder.
  private let folder: String
  private var number = 0
  private var names = OutputNames()
  private var knownColumns: Set<String> = []

  /// What is wrong with the manifest, beside its records.
  private(set) var log = DiagnosticLog()
  private(set) var sources = SourceSet()

  /// Where the records come from.
  private enum Source {
    case pages(ArraySlice<String>)
    /// Whole requests, whose paths begin in the working folder.
    case requests(ArraySlice<JobRequest>)
    case table(CSVReader, header: [DataNode])
    case lines(EditedText, next: Int)
  }

  /// The ends of the names of manifests.
  private static let tables = ["csv", "tsv"]
  private static let lists = ["ndjson", "jsonl"]

  static func isManifest(_ file: String) -> Bool {
    (tables + lists).contains { file.lowercased().hasSuffix(".\($0)") }
  }

  /// - Parameter files: One manifest, or pages.
  /// - Returns: `nil` where a manifest cannot be read, which the log tells of.
  static func read(
    _ files: [String], defaults: JobRequest, log: inout DiagnosticLog, sources: inout SourceSet
  ) -> BatchRecords? {
    guard let manifest = files.first, isManifest(manifest) else {
      return BatchRecords(.pages(files[...]), defaults, folder: "", sources)
    }
    let text: EditedText?
    switch DiskFiles.read(manifest, limit: Limits.manifestBytes) {
    case .success(let bytes):
      text = decode(
        bytes, name: manifest, limit: Limits.manifestBytes, into: &sources, log: &log)
    case .failure(let failure):
      log.add(.unreadable(manifest, failure))
      text = nil
    }
    guard let text else { return nil }
    let slash = manifest.lastIndex(of: "/")
    let folder = slash.map { String(manifest[...$0]) } ?? ""
    guard tables.contains(where: { manifest.lowercased().hasSuffix(".\($0)") }) else {
      return BatchRecords(.lines(text, next: 0), defaults, folder: folder, sources)
    }
    var reader = CSVReader(text)
    guard let header = reader.next(log: &log) else {
      if !log.hasErrors { log.add(.noRows(manifest)) }
      return nil
    }
    var records = BatchRecords(.table(reader, header: header), defaults, folder: folder, sources)
    records.reportUnknown(header.map { ($0.text ?? "", $0.span) })
    return records
  }

  init(_ requests: [JobRequest]) {
    self.init(.requests(requests[...]), JobRequest(), folder: "", SourceSet())
  }

  private init(
    _ source: Source, _ defaults: JobRequest, folder: String, _ sources: SourceSet
  ) {
    self.source = source
    self.defaults = defaults
    self.folder = folder
    self.sources = sources
  }

  /// How many records there are, and what is wrong with the manifest as a whole.
  func survey() -> (count: Int, log: DiagnosticLog) {
    var rest = self
    var count = 0
    while rest.nextFields() != nil { count += 1 }
    return (count, rest.log)
  }

  /// The next record; `nil` at the end.
  mutating func next() -> BatchRecord? {
    guard let fields = nextFields() else { return nil }
    number += 1
    var request = fields.request
    // Of the record alone: names stay whatever the command line says.
    let digest = SHA256.hex(JSONValue.object(request.members).compact())
    if let page = request[.profile], !page.hasPrefix("/") { request[.profile] = folder + page }
    for key in [JobRequest.Key.bibliography, .fonts, .config] {
      request[all: key] = request[all: key].map { $0.hasPrefix("/") ? $0 : folder + $0 }
    }
    request = request.over(defaults).filled()
    let name = names.name(for: request, number, digest)
    request[.output] = name.text
    return BatchRecord(
      number: number, name: name, request: request, span: fields.span, fault: fields.fault)
  }

  /// What a record says of itself.
  private struct Fields {
    var request = JobRequest()
    var span: SourceSpan?
    var fault: Diagnostic?
  }

  private mutating func nextFields() -> Fields? {
    switch source {
    case .pages(let pages):
      guard let page = pages.first else { return nil }
      source = .pages(pages.dropFirst())
      var fields = Fields()
      fields.request[.profile] = page
      return fields
    case .requests(let requests):
      guard let request = requests.first else { return nil }
      source = .requests(requests.dropFirst())
      return Fields(request: request)
    case .table(var reader, let header):
      guard let row = reader.next(log: &log) else { return nil }
      source = .table(reader, header: header)
      return fields(of: row, header)
    case .lines(let text, let start): return nextLine(text, start)
    }
  }

  private func fields(of row: [DataNode], _ header: [DataNode]) -> Fields {
    let span = row.first?.span
    let members = zip(header, row).map { column, field in
      DataNode.Member(key: column.text ?? "", keySpan: column.span, value: field)
    }
    var fields = Fields(span: span)
    if row.count > header.count {
      fields.fault = Diagnostic(
        .error, .badCSV, "the row has \(row.count) fields and the header \(header.count)",
        at: row[header.count].span, help: "put quotes around a field with a separator in it")
    }
    if let span {
      fields.request = JobRequest(DataNode(.mapping(members)), in: sources[span.file])
    }
    return fields
  }

  private mutating func nextLine(_ text: EditedText, _ start: Int) -> Fields? {
    var start = start
    while start < text.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.count
      defer { start = end + 1 }
      guard text.bytes[start..<end].contains(where: { $0 > 0x20 }) else { continue }
      source = .lines(text, next: end + 1)
      let line = text.slice(start..<end)
      var faults = DiagnosticLog()
      var fields = Fields(span: text.span(of: start..<start + 1))
      let node = readJSONLine(line, log: &faults)
      fields.fault = faults.diagnostics.first
      if let node, let span = node.span, case .mapping(let members) = node.value {
        fields.request = JobRequest(node, in: sources[span.file])
        reportUnknown(members.map { ($0.key, $0.keySpan) })
      } else if fields.fault == nil {
        fields.fault = .noRecord
      }
      return fields
    }
    source = .lines(text, next: text.count)
    return nil
  }

  /// Tells once of each column or key that says nothing.
  private mutating func reportUnknown(_ columns: [(name: String, span: SourceSpan?)]) {
    for (name, span) in columns where knownColumns.insert(name).inserted {
      guard name.contains(where: { !$0.isWhitespace }), name != "id", name != "v" else { continue }
      if JobRequest.Key(column: name) == nil { log.add(.unknownColumn(name, at: span)) }
    }
  }
}

/// The names of files that are taken.
private struct OutputNames {
  /// In small letters, since some file systems do not tell case apart.
  ///
  /// A batch writes its manifest beside the outputs.
  private var taken: Set<String> = ["manifest"]

  mutating func name(for request: JobRequest, _ number: Int, _ digest: String) -> FileName {
    let page = request[.profile].map { OutputPath.stem(of: $0) }
    let parts = [page, request[.variant], request[.company], request[.role]]
    let wanted =
      request[.output].flatMap { FileName(stemOf: $0) }
      ?? FileName(joining: parts.compactMap { $0 })
    let unnamed = page == nil ? FileName("record-\(number)") : nil
    let base = wanted ?? unnamed ?? FileName(digest: digest)
    if take(base) { return base }
    // Two records of one name are told apart by what they say, wherever in the manifest they stand.
    var name = base.with(suffix: String(digest.prefix(8)))
    var twin = 2
    while !take(name) {
      name = base.with(suffix: "\(digest.prefix(8))-\(twin)")
      twin += 1
    }
    return name
  }

  private mutating func take(_ name: FileName) -> Bool {
    taken.insert(name.text.lowercased()).inserted
  }
}

extension JobRequest {
  /// The request with `{company}` and `{role}` filled in where texts have them.
  fileprivate func filled() -> JobRequest {
    var request = self
    for key in [Key.headline, .summary, .output] {
      guard var text = self[key] else { continue }
      for field in [Key.company, .role] {
        text = text.replacing("{\(field.rawValue)}", with: self[field] ?? "")
      }
      request[key] = text
    }
    return request
  }
}

extension Diagnostic {
  fileprivate static func noRows(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, .emptyFile, "“\(name)” has no header",
      help: "its first row names the columns: profile, output, theme, …")
  }
}
