// SPDX-License-Identifier: MIT

/// Prints the diagnostics of a whole run as one log of SARIF 2.1.0 (OASIS standard, 2020), which
/// code scanners and editors show.
public struct SARIFPrinter: Sendable {
  private let version: String
  private var results: [JSONValue] = []
  private var codes: [Code] = []

  /// - Parameter version: The version of the program.
  public init(version: String) { self.version = version }

  /// Adds the diagnostics of one page.
  public mutating func add(_ diagnostics: [Diagnostic], _ sources: SourceSet) {
    for diagnostic in diagnostics {
      if !codes.contains(diagnostic.code) { codes.append(diagnostic.code) }
      results.append(result(of: diagnostic, sources))
    }
  }

  /// The log, over several lines.
  public func print() -> String {
    let rules = codes.map { code in
      JSONValue.object([
        ("id", .string(code.rawValue)), ("fullDescription", text(code.explanation)),
      ])
    }
    let driver: [(String, JSONValue)] = [
      ("name", .string("cvgen")), ("version", .string(version)), ("rules", .array(rules)),
    ]
    let run: [(String, JSONValue)] = [
      ("tool", .object([("driver", .object(driver))])),
      ("columnKind", .string("unicodeCodePoints")), ("results", .array(results)),
    ]
    return JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .array([.object(run)])),
    ]).pretty()
  }

  private func result(of diagnostic: Diagnostic, _ sources: SourceSet) -> JSONValue {
    let words = [diagnostic.message, diagnostic.help].compactMap { $0 }.joined(separator: "\n")
    var members: [(String, JSONValue)] = [
      ("ruleId", .string(diagnostic.code.rawValue)),
      ("level", .string(diagnostic.severity.rawValue)), ("message", text(words)),
    ]
    if let span = diagnostic.span {
      members.append(("locations", .array([.object(location(of: span, sources))])))
    }
    if !diagnostic.notes.isEmpty {
      let places = diagnostic.notes.enumerated().map { index, note in
        JSONValue.object(
          [("id", .integer(index)), ("message", text(note.message))]
            + location(of: note.span, sources))
      }
      members.append(("relatedLocations", .array(places)))
    }
    return .object(members)
  }

  private func location(of span: SourceSpan, _ sources: SourceSet) -> [(String, JSONValue)] {
    let file = sources[span.file]
    let start = file.position(at: span.range.lowerBound)
    let end = file.position(at: span.range.upperBound)
    let region: [(String, JSONValue)] = [
      ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
      ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
    ]
    let place: [(String, JSONValue)] = [
      ("artifactLocation", .object([("uri", .string(reference(to: file.name)))])),
      ("region", .object(region)),
    ]
    return [("physicalLocation", .object(place))]
  }

  private func text(_ words: String) -> JSONValue { .object([("text", .string(words))]) }

  /// A path as a relative reference (RFC 3986, section 4.2): a colon in its first segment would
  /// look like a scheme.
  private func reference(to path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~/".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      result += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }
    return result
  }
}
