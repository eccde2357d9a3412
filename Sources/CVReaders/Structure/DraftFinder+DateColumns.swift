// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Paragraphs whose dates stand in a column of their own, which wide spaces set apart.
extension DraftFinder {
  /// Reads a paragraph with such a column, and the list below it.
  mutating func readBesideDates(_ blocks: [MarkupNode], at index: Int, group: RichText?) -> Int? {
    guard let text = blocks[index].paragraphText else { return nil }
    var entries = entriesBesideDates(text)
    let list = index + 1 < blocks.count && blocks[index + 1].listItems != nil
    // The list below a head of one column is read with it.
    guard let last = entries.last, !list || last.isInTwoRows else { return nil }
    if list { entries[entries.count - 1].body = [blocks[index + 1]] }
    items += entries.map { .draft($0.draft(of: kind, group: group)) }
    return index + (list ? 2 : 1)
  }

  /// The entries of a paragraph that begins with a date and a wide gap.
  ///
  /// A line that begins so is another one; the month below a year (`2019`, `Jun. – Aug.`) belongs
  /// to it, and lines with a sign before them are points.
  private func entriesBesideDates(_ text: RichText) -> [DatedEntry] {
    let gaps = "\u{A0}\u{2003}\u{3000}\t".unicodeScalars
    guard text.text.unicodeScalars.contains(where: gaps.contains) else { return [] }
    let lines = text.split { $0 == "\u{2028}" }.map { $0.collapsed(keepingTabs: true) }
      .filter { !$0.isEmpty }
    var entries: [DatedEntry] = []
    for line in lines {
      let (column, rest) = Self.firstColumn(of: line)
      if let column, column.isDateAlone, column.saysYear {
        entries.append(DatedEntry(date: column, lines: [rest]))
      } else if entries.isEmpty {
        return []
      } else {
        entries[entries.count - 1].add(rest, beside: column)
      }
    }
    return entries
  }

  /// What stands before the first wide gap of a line, and what stands behind it.
  private static func firstColumn(of line: RichText) -> (column: RichText?, rest: RichText) {
    let scan = TextScan(line)
    guard let gap = scan.scalars.prefix(40).firstIndex(of: "\t"), gap > 0 else {
      return (nil, line)
    }
    return (scan.slice(scan.trim(0..<gap)), scan.slice(scan.trim(gap..<scan.count)))
  }
}

/// An entry with its date beside it.
private struct DatedEntry {
  var date: RichText
  var lines: [RichText]
  var points: [RichText] = []
  var body: [MarkupNode] = []
  /// Whether months stood below the year.
  private(set) var isInTwoRows = false

  /// Takes another line, with what stands before its gap.
  mutating func add(_ line: RichText, beside column: RichText?) {
    if column == nil, takeMonths(line) { return }
    guard let column else {
      let point = withoutBullet(line)
      if point != line { points.append(point) } else { lines.append(line) }
      return
    }
    lines.append(takeMonths(column) ? line : column + RichText(", ") + line)
  }

  /// `Jun. – Aug.` below `2019`.
  private mutating func takeMonths(_ column: RichText) -> Bool {
    let whole = column + RichText(" ") + date
    guard wordCount(column) <= 4, !column.isDateAlone, whole.isDateAlone else { return false }
    date = whole
    isInTwoRows = true
    return true
  }

  func draft(of kind: SectionKind, group: RichText?) -> EntryDraft {
    var draft = EntryDraft(lines: lines, group: group)
    // A work or a talk may say again when it was.
    let isRepeated = kind.holdsWorks || lines.contains { $0.text.contains(date.text) }
    if isRepeated, date.text.plainYear != nil {
      draft.markerYear = date.text
    } else {
      draft.lines.insert(date, at: 0)
    }
    // Below a post stands where it was; below other things, more of them.
    if !kind.holdsPostsOrDegrees, !kind.holdsWorks, kind != .talks, lines.count > 1 {
      draft.body = lines.dropFirst().map { MarkupNode(.paragraph($0), span: $0.span) }
      draft.lines.removeLast(lines.count - 1)
    }
    let items = points.map { point in
      MarkupNode.Item(marker: "-", blocks: [MarkupNode(.paragraph(point), span: point.span)])
    }
    if !items.isEmpty {
      draft.body.append(
        MarkupNode(.list(.init(isOrdered: false, items: items)), span: draft.span))
    }
    draft.body += body
    return draft
  }
}

extension RichText {
  /// Whether a date names a year.
  fileprivate var saysYear: Bool { ExtractedDates(self).dates?.start?.year != nil }
}
