// SPDX-License-Identifier: MIT

/// Prints diagnostics for people: headline, place, source line with carets, notes and help.
///
///     warning[dead-link]: the link of “pdf” leads nowhere
///       --> cv.md:12:40
///        |
///     12 | 1. **Roe, J.** A title. ICCV'2023 [\[pdf\]](#)
///        |                                             ^ this address
///        = help: write the address or delete the link
public struct HumanPrinter: Sendable {
  private let sources: SourceSet
  private let coloured: Bool

  /// - Parameter coloured: Adds ANSI colours; only for a terminal.
  public init(sources: SourceSet, coloured: Bool = false) {
    self.sources = sources
    self.coloured = coloured
  }

  /// The lines of one diagnostic, each ended by a line feed.
  public func print(_ diagnostic: Diagnostic) -> String {
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]"
    let tint: Tint = diagnostic.severity == .error ? .red : .yellow
    var lines = [paint(head, tint) + ": " + terminalSafe(diagnostic.message)]
    let marks = annotations(of: diagnostic)
    let gutter = marks.map { String($0.position.line).count }.max() ?? 1
    if let first = marks.first {
      lines.append(
        pad(gutter) + paint("--> ", .blue) + place(diagnostic.span, first.position))
      lines += excerpt(marks, gutter: gutter, tint: tint)
    }
    for note in diagnostic.notes where note.span.file != diagnostic.span?.file {
      let position = sources.place(of: note.span).position
      lines.append(
        pad(gutter) + " = note: " + place(note.span, position) + ": "
          + terminalSafe(note.message))
    }
    if let help = diagnostic.help {
      lines.append(pad(gutter) + paint(" = help: ", .blue) + terminalSafe(help))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One underlined place with the words that belong to it.
  private struct Mark {
    var span: SourceSpan
    var position: SourcePosition
    var label: String
    var primary: Bool
  }

  private func annotations(of diagnostic: Diagnostic) -> [Mark] {
    guard let span = diagnostic.span else { return [] }
    let first = Mark(
      span: span, position: sources.place(of: span).position, label: diagnostic.label,
      primary: true)
    let others = diagnostic.notes.filter { $0.span.file == span.file }.map { note in
      Mark(
        span: note.span, position: sources.place(of: note.span).position, label: note.message,
        primary: false)
    }
    return [first] + others
  }

  private func place(_ span: SourceSpan?, _ position: SourcePosition) -> String {
    let name = span.map { sources[$0.file].name } ?? ""
    return terminalSafe(name) + ":\(position.line):\(position.column)"
  }

  private func excerpt(_ marks: [Mark], gutter: Int, tint: Tint) -> [String] {
    let bar = pad(gutter) + paint(" |", .blue)
    var lines = [bar]
    var previous: Int?
    for mark in marks.sorted(by: { $0.span.range.lowerBound < $1.span.range.lowerBound }) {
      let line = sources[mark.span.file].line(mark.position.line)
      let window = Window(line: line.text, start: line.start, span: mark.span)
      if previous != mark.position.line {
        let number = String(mark.position.line)
        lines.append(
          pad(gutter - number.count) + paint("\(number) |", .blue) + " " + window.text)
      }
      previous = mark.position.line
      let carets = String(repeating: mark.primary ? "^" : "-", count: window.width)
      let label = mark.label.isEmpty ? "" : " " + terminalSafe(mark.label)
      lines.append(
        bar + " " + pad(window.indent) + paint(carets + label, mark.primary ? tint : .blue))
    }
    return lines
  }

  /// A colour of the terminal, as its escape sequence names it.
  private enum Tint: String {
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
  }

  private func paint(_ text: String, _ tint: Tint) -> String {
    coloured ? "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}

/// The part of a source line that fits on a screen, and where its carets stand.
private struct Window {
  /// The most columns of source text in an excerpt.
  static let limit = 96
  var text = ""
  var indent = 0
  var width = 1

  /// As cheap in a long line as in a short one.
  init(line: String, start: Int, span: SourceSpan) {
    let scalars = line.unicodeScalars
    let first = Self.index(of: span.range.lowerBound - start, in: line)
    let last = Self.index(of: span.range.upperBound - start, in: line)
    let (from, to) = Self.part(of: scalars, around: first)
    let lead = from > scalars.startIndex ? "…" : ""
    let shown = { (range: Range<String.Index>) -> String in
      String(
        String.UnicodeScalarView(
          scalars[range].map { isUnsafeOnTerminal($0) ? ($0 == "\t" ? " " : "·") : $0 }))
    }
    text = lead + shown(from..<to) + (to < scalars.endIndex ? "…" : "")
    let mark = min(max(first, from), to)
    indent = lead.count + columns(shown(from..<mark))
    width = max(1, columns(shown(mark..<max(min(last, to), min(first, to)))))
  }

  /// The first character at or behind an offset in bytes.
  private static func index(of offset: Int, in line: String) -> String.Index {
    let bytes = line.utf8
    var index = bytes.index(bytes.startIndex, offsetBy: min(max(0, offset), bytes.count))
    while index < bytes.endIndex, index.samePosition(in: line.unicodeScalars) == nil {
      bytes.formIndex(after: &index)
    }
    return index
  }

  /// All of a short line; of another so much as fits, some of it before the mark.
  private static func part(
    of line: String.UnicodeScalarView, around mark: String.Index
  ) -> (from: String.Index, to: String.Index) {
    let (start, end) = (line.startIndex, line.endIndex)
    guard line.index(start, offsetBy: limit + 1, limitedBy: end) != nil else { return (start, end) }
    let from = min(
      line.index(mark, offsetBy: -24, limitedBy: start) ?? start,
      line.index(end, offsetBy: -48, limitedBy: start) ?? start)
    return (from, line.index(from, offsetBy: limit, limitedBy: end) ?? end)
  }

  private func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + terminalWidth($1) }
  }
}
