// SPDX-License-Identifier: MIT

/// Whether a problem prevents the document.
public enum Severity: String, Hashable, Sendable {
  /// No document is made.
  case error
  /// A document is made, but something was dropped, repaired or guessed.
  case warning
  /// Something that was asked for was done; there is nothing to mend.
  case note
}

/// A problem in the user's files: what is wrong, where, and how to mend it.
///
/// The reader that finds a problem makes the value; only the printers in `Printing/` turn it
/// into text. A diagnostic is never thrown and never stops the reader that made it.
public struct Diagnostic: Hashable, Sendable {
  /// A stable name such as `dead-link`; users can search for it and silence it.
  public var code: Code
  public var severity: Severity
  /// One lower-case phrase without a full stop; names the value, not the parser.
  public var message: String
  /// The bytes to underline, or `nil` when no one place is to blame.
  public var span: SourceSpan?
  /// What to print beside the underlined bytes; may be empty.
  public var label: String
  /// Further places that explain the problem.
  public var notes: [Note]
  /// What to change, as an instruction; nothing where there is nothing to do.
  public var help: String?

  public init(
    _ severity: Severity, _ code: Code, _ message: String, at span: SourceSpan? = nil,
    label: String = "", help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.label = label
    self.notes = []
    self.help = help
  }

  /// A second place that explains a diagnostic.
  public struct Note: Hashable, Sendable {
    public var message: String
    public var span: SourceSpan

    public init(_ message: String, at span: SourceSpan) {
      self.message = message
      self.span = span
    }
  }
}

/// The problems found so far, in the order of their discovery.
public struct DiagnosticLog: Hashable, Sendable {
  public private(set) var diagnostics: [Diagnostic] = []

  public init() {}

  public mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Adds all of another log behind this one's.
  public mutating func add(contentsOf other: DiagnosticLog) {
    diagnostics += other.diagnostics
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The same problems with every warning made an error, as `--strict` asks.
  public func strict() -> DiagnosticLog {
    var log = self
    for index in log.diagnostics.indices where log.diagnostics[index].severity == .warning {
      log.diagnostics[index].severity = .error
    }
    return log
  }

  /// The problems by file, place and code; those without a place come last.
  ///
  /// Stable, so that the same input always prints the same lines.
  public func inSourceOrder() -> [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      switch (a.element.span, b.element.span) {
      case (let first?, let second?):
        let left = (first.file, first.range.lowerBound, a.offset)
        return left < (second.file, second.range.lowerBound, b.offset)
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return a.offset < b.offset
      }
    }.map(\.element)
  }
}

/// A result together with all that was found wrong on the way to it.
public struct Diagnosed<Value> {
  public var value: Value
  public var log: DiagnosticLog

  public init(_ value: Value, _ log: DiagnosticLog) {
    self.value = value
    self.log = log
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
