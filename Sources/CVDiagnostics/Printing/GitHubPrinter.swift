// SPDX-License-Identifier: MIT

/// Prints workflow commands of GitHub Actions, which show a message at its line of a change.
///
/// The form and its escapes are those of "Workflow commands for GitHub Actions" and of the package
/// `@actions/core`: `::warning file=cv.md,line=3,col=16,title=dead-link::message`.
public struct GitHubPrinter: Sendable {
  private let sources: SourceSet

  public init(sources: SourceSet) { self.sources = sources }

  /// The line of one diagnostic, ended by a line feed.
  public func print(_ diagnostic: Diagnostic) -> String {
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    var properties: [(String, String)] = []
    if let span = diagnostic.span {
      let file = sources[span.file]
      let start = file.position(at: span.range.lowerBound)
      let end = file.position(at: span.range.upperBound)
      properties = [("file", file.name), ("line", "\(start.line)"), ("endLine", "\(end.line)")]
      // Columns have a meaning within one line only.
      if start.line == end.line {
        properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
      }
    }
    properties.append(("title", diagnostic.code.rawValue))
    let list = properties.map { $0 + "=" + escaped($1, also: [":", ","]) }.joined(separator: ",")
    let words = [diagnostic.message, diagnostic.help].compactMap { $0 }.joined(separator: "\n")
    return "::\(command) \(list)::\(escaped(words, also: []))\n"
  }

  /// Percent-encodes what would end a value, and what a terminal would obey.
  private func escaped(_ text: String, also signs: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "%" || scalar == "\r" || scalar == "\n" || signs.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      } else {
        result += isUnsafeOnTerminal(scalar) ? terminalSafe(String(scalar)) : String(scalar)
      }
    }
    return result
  }
}
