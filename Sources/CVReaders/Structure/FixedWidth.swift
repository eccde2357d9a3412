// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads a page of fixed-width text, which stands in a code block, as headings, rows and points.
///
///     EXPERIENCE
///
///     2018-2023    Acme, Engineer ---------- Leeds
///                  Built a gauge
///
/// Two columns with blanks between them are a row, indented lines below it its points, which go on
/// where a line was full; a line of code stays what it is.
func openingFixedWidth(_ blocks: [MarkupNode]) -> [MarkupNode] {
  blocks.flatMap { block -> [MarkupNode] in
    guard case .code(let text) = block.kind else { return [block] }
    let page = FixedWidthPage(text, span: block.span)
    return page.hasSections ? page.blocks : [block]
  }
}

/// A page set with blanks, read line by line.
private struct FixedWidthPage {
  private(set) var blocks: [MarkupNode] = []
  private var titles = 0
  private var rows: [MarkupNode.Row] = []
  /// The row that the next lines may belong to.
  private var row: FixedWidthRow?
  /// The lines of the paragraph that the next one may go on with.
  private var paragraph: [RichText] = []
  /// The line above, or `nil` where that is blank.
  private var above: FixedWidthLine?
  /// How long the lines are that their author broke.
  private let width: Int

  var hasSections: Bool { titles >= 2 }

  init(_ text: String, span: SourceSpan?) {
    let isVerbatim = span.map { $0.range.count == text.utf8.count } ?? false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    width = lines.map(\.utf8.count).filter { $0 <= longestBroken }.max() ?? 0
    var start = 0
    for line in lines {
      var place = span
      if let span, isVerbatim {
        let at = span.range.lowerBound + start
        place = SourceSpan(file: span.file, range: at..<at + line.utf8.count)
      }
      start += line.utf8.count + 1
      let next = FixedWidthLine(RichText(String(line), span: place))
      read(next)
      above = next.words.isEmpty ? nil : next
    }
    endRows()
    endParagraph()
  }

  private mutating func read(_ line: FixedWidthLine) {
    guard line.words.hasWords else { return }
    if line.indent == 0, SectionTitle(line.words).isExact {
      endRows()
      titles += 1
      emit(.heading(level: 2, line.words), line.words)
    } else if titles == 0 {
      readOpening(line)
    } else if let label = row?.labelColumn, line.indent > label {
      let goesOn = goesOn(line)
      row?.append(line, goesOn: goesOn)
    } else if let next = line.row(textAt: row?.textColumn) {
      endParagraph()
      endRow()
      row = next
    } else {
      endRows()
      readText(line)
    }
  }

  /// The name, and contacts side by side.
  private mutating func readOpening(_ line: FixedWidthLine) {
    if blocks.isEmpty, paragraph.isEmpty, PersonName(line.words) != nil {
      return emit(.heading(level: 1, line.words), line.words)
    }
    let fields = line.fields
    guard fields.count > 1 else { return readText(line) }
    for field in fields { emit(.paragraph(field), field) }
  }

  /// A line of text, which may go on with the one above.
  private mutating func readText(_ line: FixedWidthLine) {
    if !goesOn(line) { endParagraph() }
    paragraph.append(line.words)
  }

  /// Whether the first word of a line had hardly room on the one above, which has no end either.
  private func goesOn(_ line: FixedWidthLine) -> Bool {
    guard let above else { return false }
    let isOpen =
      above.words.text.unicodeScalars.last.map {
        isWordScalar($0) || ",;&".unicodeScalars.contains($0)
      } == true && line.words.text.first?.isLowercase == true
    return above.length + 1 + line.firstWordLength > (isOpen ? width * 2 / 3 : width * 9 / 10)
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    blocks.append(paragraphNode(paragraph))
    paragraph = []
  }

  private mutating func endRow() {
    if let row { rows.append(row.node) }
    row = nil
  }

  private mutating func endRows() {
    endRow()
    guard !rows.isEmpty else { return }
    blocks.append(MarkupNode(.table(rows), span: rows[0].cells.first?.first?.span))
    rows = []
  }

  private mutating func emit(_ kind: MarkupNode.Kind, _ text: RichText) {
    endParagraph()
    blocks.append(MarkupNode(kind, span: text.span))
  }
}

/// A row of a page set with blanks, and the lines below that belong to it.
private struct FixedWidthRow {
  /// Where the label and the text began.
  let labelColumn: Int
  let textColumn: Int
  private var cells: [[RichText]]
  private var points: [(lines: [RichText], isMarked: Bool)] = []

  init(_ texts: [RichText], labelAt label: Int, textAt text: Int) {
    cells = texts.map { [$0] }
    (labelColumn, textColumn) = (label, text)
  }

  /// Takes a line: a point, or what goes on with the one above or with the text of the row.
  mutating func append(_ line: FixedWidthLine, goesOn: Bool) {
    if let point = line.point {
      points.append(([point], true))
    } else if let last = points.last, last.isMarked || goesOn {
      points[points.count - 1].lines.append(line.words)
    } else if points.isEmpty, line.indent == textColumn, cells.count == 2, goesOn {
      cells[1].append(line.words)
    } else {
      points.append(([line.words], false))
    }
  }

  var node: MarkupNode.Row {
    var nodes = cells.map { [paragraphNode($0)] }
    if !points.isEmpty {
      let items = points.map { point in
        MarkupNode.Item(
          marker: point.isMarked ? "-" : "", blocks: [paragraphNode(point.lines)])
      }
      let list = MarkupNode.List(isOrdered: false, items: items)
      nodes[nodes.count - 1].append(MarkupNode(.list(list), span: items[0].blocks[0].span))
    }
    return MarkupNode.Row(cells: nodes, isHeader: false)
  }
}

/// Lines as one paragraph.
private func paragraphNode(_ lines: [RichText]) -> MarkupNode {
  let text = lines.joinedRich(separator: " ")
  return MarkupNode(.paragraph(text), span: text.span)
}

/// Longer lines were not broken by their author.
private let longestBroken = 120

/// A line of a page set with blanks.
private struct FixedWidthLine {
  let text: RichText
  /// The line without the blanks at its ends, and one between its words.
  let words: RichText
  private let bytes: [UInt8]

  init(_ text: RichText) {
    self.text = text
    words = text.collapsed()
    bytes = Array(text.text.utf8)
  }

  var indent: Int { bytes.prefix(while: Self.isBlank).count }

  /// How many bytes stand before the blanks at the end.
  var length: Int { bytes.lastIndex { !Self.isBlank($0) }.map { $0 + 1 } ?? 0 }

  var firstWordLength: Int { bytes[indent...].prefix { !Self.isBlank($0) }.count }

  /// The words behind the sign of a point; `nil` where none stands there.
  var point: RichText? {
    guard let sign = words.text.unicodeScalars.first, "-*•".unicodeScalars.contains(sign),
      words.text.unicodeScalars.dropFirst().first == " "
    else { return nil }
    return words[UTF8.width(sign)..<words.count].trimmed()
  }

  /// The parts between runs of blanks.
  var fields: [RichText] {
    var fields: [RichText] = []
    var start = indent
    while let gap = gap(from: start) {
      fields.append(text[start..<gap.lowerBound].collapsed())
      start = gap.upperBound
    }
    return fields + [text[start..<text.count].collapsed()]
  }

  /// The line as a label and texts, and where the first text begins: behind a run of blanks, at the
  /// column of the row above, or before leaders.
  func row(textAt column: Int?) -> FixedWidthRow? {
    var gap = gap(from: indent)
    if let column, column > 0, column < bytes.count, Self.isBlank(bytes[column - 1]),
      !Self.isBlank(bytes[column]), gap.map({ $0.lowerBound > column }) ?? true
    {
      gap = column - 1..<column
    }
    if let gap, case let label = text[0..<gap.lowerBound].collapsed(), wordCount(label) <= 4 {
      return FixedWidthRow(
        [label] + withoutLeaders(from: gap.upperBound), labelAt: indent, textAt: gap.upperBound)
    }
    let parts = withoutLeaders(from: indent)
    guard parts.count > 1 else { return nil }
    // `2021 Words`
    let blank = bytes[indent...].firstIndex(where: Self.isBlank) ?? indent
    let first = text[indent..<blank]
    let texts = first.isDateAlone ? [first] + withoutLeaders(from: blank) : parts
    return FixedWidthRow(texts, labelAt: indent, textAt: indent)
  }

  /// The first run of two blanks or more between words.
  private func gap(from start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count {
      guard Self.isBlank(bytes[index]) else {
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { !Self.isBlank($0) } ?? bytes.count
      if index > start, end < bytes.count, end - index >= 2 || bytes[index] == 0x09 {
        return index..<end
      }
      index = end
    }
    return nil
  }

  /// `Acme ---------- Leeds`: the parts around four leaders or more.
  private func withoutLeaders(from begin: Int) -> [RichText] {
    var parts: [RichText] = []
    var start = begin
    var index = begin
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes[end] == bytes[index], "-._".utf8.contains(bytes[end]) {
        end += 1
      }
      if end - index >= 4 {
        parts.append(text[start..<index].collapsed())
        start = end
      }
      index = max(end, index + 1)
    }
    return (parts + [text[start..<text.count].collapsed()]).filter { !$0.isEmpty }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
