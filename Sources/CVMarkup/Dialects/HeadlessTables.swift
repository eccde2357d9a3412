// SPDX-License-Identifier: MIT

/// Gives the tables of kramdown that have no row of names an empty one, as GitHub's want it.
///
///     | 2016-2022 | **Fen University**, Leeds
///     |           | PhD in rain
///
/// - Source: kramdown, Syntax, "Tables": <https://kramdown.gettalong.org/syntax.html#tables>.
func nameColumns(_ text: EditedText) -> EditedText {
  let scan = ByteScan(text.bytes)
  var (edits, code) = ([Edit](), FencedLines())
  var (rows, isBelowBlank) = ([Range<Int>](), true)
  var start = 0
  while start < scan.count {
    let line = start..<scan.lineEnd(from: start)
    start = line.upperBound + 1
    let isRow =
      !code.take(line, in: scan) && (isBelowBlank || !rows.isEmpty)
      && scan.pipes(in: line) > 1
    if isRow { rows.append(line) }
    if !isRow || start >= scan.count {
      edits += scan.heads(of: rows)
      rows = []
    }
    // A heading ends with its line, as an element does that stands alone.
    isBelowBlank = scan.isBlank(line) || "#<".utf8.contains(scan.bytes[line.lowerBound])
  }
  return text.applying(edits)
}

extension ByteScan {
  /// The number of the signs that bound the cells of a line which begins with one; else 0.
  fileprivate func pipes(in line: Range<Int>) -> Int {
    let first = skipBlanks(from: line.lowerBound)
    guard first < line.upperBound, first - line.lowerBound <= 3, bytes[first] == UInt8(ascii: "|")
    else { return 0 }
    return line.count { isPipe(at: $0) }
  }

  private func isPipe(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "|") && (offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\"))
  }

  /// What makes rows a table: a row of names and a rule, but for one that has its own.
  fileprivate func heads(of rows: [Range<Int>]) -> [Edit] {
    guard rows.count > 1, !isRule(rows[1]) else { return [] }
    // A rule on top: the row of names stands below it, if there is one.
    if isRule(rows[0]) {
      return [Edit(range: rows[0].lowerBound..<rows[1].lowerBound, replacement: "")]
        + (rows.count > 2 && isRule(rows[2]) ? [] : heads(of: Array(rows.dropFirst())))
    }
    let columns = rows.reduce(0) { most, row in
      let last = bytes[row].lastIndex { !isBlank($0) && $0 != 0x0D } ?? row.lowerBound
      return max(most, pipes(in: row) - (isPipe(at: last) ? 1 : 0))
    }
    guard columns > 1 else { return [] }
    let names = String(repeating: "| ", count: columns) + "|\n"
    let rule = String(repeating: "|---", count: columns) + "|\n"
    return [.insert("\n" + names + rule, at: rows[0].lowerBound)]
  }

  private func isRule(_ row: Range<Int>) -> Bool {
    bytes[row].contains(UInt8(ascii: "-"))
      && bytes[row].allSatisfy { "|-:=+ \t\r".utf8.contains($0) }
  }
}
