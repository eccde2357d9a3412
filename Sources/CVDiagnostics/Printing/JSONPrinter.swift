// SPDX-License-Identifier: MIT

/// Prints one JSON object a line, for programs.
///
/// Keys: `code`, `severity`, `message`, and where they are known `file`, `line`, `column`,
/// `endLine`, `endColumn`, `label`, `help` and `notes`.
public struct JSONPrinter: Sendable {
  private let sources: SourceSet

  public init(sources: SourceSet) { self.sources = sources }

  /// The line of one diagnostic, ended by a line feed.
  public func print(_ diagnostic: Diagnostic) -> String {
    value(of: diagnostic).compact() + "\n"
  }

  /// One diagnostic as a part of a larger text.
  package func value(of diagnostic: Diagnostic) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("code", .string(diagnostic.code.rawValue)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message)),
    ]
    if let span = diagnostic.span { members += place(of: span) }
    if !diagnostic.label.isEmpty { members.append(("label", .string(diagnostic.label))) }
    if let help = diagnostic.help { members.append(("help", .string(help))) }
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map { note in
        JSONValue.object([("message", .string(note.message))] + place(of: note.span))
      }
      members.append(("notes", .array(notes)))
    }
    return .object(members)
  }

  private func place(of span: SourceSpan) -> [(String, JSONValue)] {
    let file = sources[span.file]
    let start = file.position(at: span.range.lowerBound)
    let end = file.position(at: span.range.upperBound)
    return [
      ("file", .string(file.name)), ("line", .integer(start.line)),
      ("column", .integer(start.column)), ("endLine", .integer(end.line)),
      ("endColumn", .integer(end.column)),
    ]
  }
}
