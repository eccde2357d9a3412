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
/// Two columns with blanks between them are a row, indented lines below it its points; a line of
/// code stays what it is.
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
  private(set) var hasSections = false
  private var rows: [MarkupNode.Row] = []
  /// Where the text of a row began, to know the lines that go on with it.
  private var column: Int?

  init(_ text: String, span: SourceSpan?) {
    let isVerbatim = span.map { $0.range.count == text.utf8.count } ?? false
    var titles = 0
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var place = span
      if let span, isVerbatim {
        let at = span.range.lowerBound + start
        place = SourceSpan(file: span.file, range: at..<at + line.utf8.count)
      }
      start += line.utf8.count + 1
      if read(RichText(String(line), span: place)) { titles += 1 }
    }
    endRows()
    hasSections = titles >= 2
  }

  /// Takes a line, and says whether it is the title of a section.
  private mutating func read(_ line: RichText) -> Bool {
    let words = line.collapsed()
    guard !words.isEmpty else { return false }
    let indent = line.text.prefix { $0 == " " || $0 == "\t" }.utf8.count
    if indent == 0, SectionTitle(words).isExact {
      endRows()
      emit(.heading(level: 2, words), words)
      return true
    }
    if let column, indent >= column, !rows.isEmpty {
      append(point: words)
    } else if let gap = Self.gap(in: line.text), let columns = Self.columns(of: line, gap) {
      rows.append(MarkupNode.Row(cells: columns, isHeader: false))
      column = gap.upperBound
    } else {
      endRows()
      let isName = blocks.isEmpty && PersonName(words) != nil
      emit(isName ? .heading(level: 1, words) : .paragraph(words), words)
    }
    return false
  }

  private mutating func append(point: RichText) {
    let item = MarkupNode.Item(
      marker: "", blocks: [MarkupNode(.paragraph(point), span: point.span)])
    var row = rows[rows.count - 1]
    var cell = row.cells[row.cells.count - 1]
    if case .list(var list)? = cell.last?.kind {
      list.items.append(item)
      cell[cell.count - 1] = MarkupNode(.list(list), span: cell[cell.count - 1].span)
    } else {
      cell.append(MarkupNode(.list(.init(isOrdered: false, items: [item])), span: point.span))
    }
    row.cells[row.cells.count - 1] = cell
    rows[rows.count - 1] = row
  }

  private mutating func endRows() {
    column = nil
    guard !rows.isEmpty else { return }
    blocks.append(MarkupNode(.table(rows), span: rows[0].cells.first?.first?.span))
    rows = []
  }

  private mutating func emit(_ kind: MarkupNode.Kind, _ text: RichText) {
    blocks.append(MarkupNode(kind, span: text.span))
  }

  /// The first run of two blanks or more between words.
  private static func gap(in line: String) -> Range<Int>? {
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x20 || bytes[index] == 0x09 else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      if index > 0, end < bytes.count, end - index >= 2 || bytes[index] == 0x09 {
        return index..<end
      }
      index = end
    }
    return nil
  }

  /// The label and the text of a row, the text cut at leaders of dashes or dots.
  private static func columns(of line: RichText, _ gap: Range<Int>) -> [[MarkupNode]]? {
    let label = line[0..<gap.lowerBound].collapsed()
    guard wordCount(label) <= 4 else { return nil }
    let texts = [label] + withoutLeaders(line[gap.upperBound..<line.count])
    return texts.map { [MarkupNode(.paragraph($0), span: $0.span)] }
  }

  /// `Acme ---------- Leeds`: the parts around four leaders or more.
  private static func withoutLeaders(_ text: RichText) -> [RichText] {
    let bytes = Array(text.text.utf8)
    var parts: [RichText] = []
    var start = 0
    var index = 0
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
}
