// SPDX-License-Identifier: MIT
package import CVDiagnostics

/// The syntax of a file, by what stands in it.
package enum SourceSyntax: Hashable, Sendable {
  /// Markdown or HTML, perhaps with front matter.
  case page
  case json
  case yaml
  case bibTeX

  /// The syntax of a text, by its first signs; what is not surely data is a page.
  package init(of text: EditedText) {
    let scan = ByteScan(text.bytes)
    if Self.isJSON(scan) {
      self = .json
    } else if Self.isBibTeX(scan) {
      self = .bibTeX
    } else {
      self = Self.isYAML(scan) ? .yaml : .page
    }
  }

  /// A brace before a key in quotes, or a list of such: `{{ page.title }}` and `[a](b)` are none.
  private static func isJSON(_ scan: ByteScan) -> Bool {
    let first = skipAllBlanks(scan, from: 0)
    guard first < scan.count else { return false }
    let next = skipAllBlanks(scan, from: first + 1)
    if scan.has("{", at: first) { return scan.has("\"", at: next) || scan.has("}", at: next) }
    guard scan.has("[", at: first), scan.has("{", at: next) else { return false }
    return scan.has("\"", at: skipAllBlanks(scan, from: next + 1))
  }

  /// `@article{`, perhaps below comments and empty front matter.
  private static func isBibTeX(_ scan: ByteScan) -> Bool {
    var line = 0
    while line < scan.count {
      let end = scan.lineEnd(from: line)
      let start = scan.skipBlanks(from: line)
      let isSkipped = start >= end || scan.has("%", at: start) || scan.has("---", at: start)
      if !isSkipped { return beginsEntry(scan, at: start) }
      line = end + 1
    }
    return false
  }

  private static func beginsEntry(_ scan: ByteScan, at start: Int) -> Bool {
    guard scan.has("@", at: start) else { return false }
    let name = scan.name(at: start + 1)
    let open = skipAllBlanks(scan, from: start + 1 + name.utf8.count)
    return name.utf8.count > 2 && (scan.has("{", at: open) || scan.has("(", at: open))
  }

  /// A document whose lines at the margin are keys, one of them of a known format.
  private static func isYAML(_ scan: ByteScan) -> Bool {
    var hasKey = false
    var isFirst = true
    var line = 0
    while line < scan.count {
      let end = scan.lineEnd(from: line)
      let isComment = scan.has("#", at: line) || scan.has("%", at: line)
      let isOpening = isFirst && scan.has("---", at: line)
      if scan.isBlank(line..<end) || isComment || isOpening && !hasKey {
        // The fence of front matter comes twice.
        if isOpening { isFirst = false }
        line = end + 1
        continue
      }
      isFirst = false
      guard scan.isBlank(scan.bytes[line]) || isItem(scan, line) || isKey(scan, line..<end) else {
        return false
      }
      hasKey = hasKey || isMark(scan, line..<end)
      line = end + 1
    }
    return hasKey
  }

  private static func isItem(_ scan: ByteScan, _ line: Int) -> Bool { scan.has("- ", at: line) }

  private static func isKey(_ scan: ByteScan, _ line: Range<Int>) -> Bool {
    let colon = scan.bytes[line].firstIndex(of: UInt8(ascii: ":"))
    guard let colon else { return "]}".utf8.contains(scan.bytes[line.lowerBound]) }
    return colon + 1 == line.upperBound || scan.isBlank(scan.bytes[colon + 1])
  }

  /// The keys by which the formats are known.
  private static func isMark(_ scan: ByteScan, _ line: Range<Int>) -> Bool {
    scan.has("cv:", at: line.lowerBound) || scan.has("content:", at: line.lowerBound)
      || scan.has("basics:", at: line.lowerBound)
      || scan.has("contents:", at: scan.skipBlanks(from: line.lowerBound))
  }

  private static func skipAllBlanks(_ scan: ByteScan, from start: Int) -> Int {
    var index = start
    while index < scan.count, scan.isBlank(scan.bytes[index]) || scan.bytes[index] == 0x0A {
      index += 1
    }
    return index
  }
}

/// Reads a text of data into a tree with places.
///
/// - Returns: `nil` where there is nothing in it, or after an error, which is in the log.
package func readDataTree(
  _ decoded: EditedText, as syntax: SourceSyntax, account: inout ImportAccount,
  log: inout DiagnosticLog
) -> DataNode? {
  let text = clean(decoded, account: &account, log: &log)
  do throws(DataFault) {
    return syntax == .json ? try readJSON(text) : try readYAML(text)
  } catch {
    log.add(.badData(error, in: text, syntax))
    return nil
  }
}

/// Reads one line of NDJSON, a part of a text, into a tree with places.
///
/// - Returns: `nil` for a blank line, or after an error, which is in the log.
package func readJSONLine(_ line: EditedText, log: inout DiagnosticLog) -> DataNode? {
  do throws(DataFault) {
    return try readJSON(line)
  } catch {
    var fault = Diagnostic.badData(error, in: line, .json)
    fault.message = "the line is not valid JSON"
    log.add(fault)
    return nil
  }
}

/// A text of data without mojibake and control characters.
package func cleaned(
  _ decoded: EditedText, account: inout ImportAccount, log: inout DiagnosticLog
) -> EditedText { clean(decoded, account: &account, log: &log) }

extension Diagnostic {
  fileprivate static func badData(
    _ fault: DataFault, in text: EditedText, _ syntax: SourceSyntax
  ) -> Diagnostic {
    let start = min(fault.offset, max(text.count - 1, 0))
    let span = text.span(of: start..<min(start + 1, text.count))
    guard syntax == .json else {
      return Diagnostic(
        .error, .badYAML, "the file is not valid YAML", at: span, label: fault.message,
        help: "put quotes around a value with a colon or a bracket in it, and indent with spaces")
    }
    return Diagnostic(
      .error, .badJSON, "the file is not valid JSON", at: span, label: fault.message,
      help: "a comma stands between two values, and keys and texts stand in double quotes")
  }
}
