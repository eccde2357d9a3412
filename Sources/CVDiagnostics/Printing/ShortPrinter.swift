// SPDX-License-Identifier: MIT

/// Prints one line a diagnostic, as editors and `grep` read them:
/// `cv.md:12:40: warning: the link of “pdf” leads nowhere [dead-link]`.
public struct ShortPrinter: Sendable {
  private let sources: SourceSet

  public init(sources: SourceSet) { self.sources = sources }

  /// The line of one diagnostic, ended by a line feed.
  public func print(_ diagnostic: Diagnostic) -> String {
    var place = "cvgen"
    if let span = diagnostic.span {
      let found = sources.place(of: span)
      place =
        "\(terminalSafe(found.file)):\(found.position.line):\(found.position.column)"
    }
    let message = terminalSafe(diagnostic.message)
    return "\(place): \(diagnostic.severity.rawValue): \(message) [\(diagnostic.code.rawValue)]\n"
  }
}
