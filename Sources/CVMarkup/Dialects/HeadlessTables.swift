// SPDX-License-Identifier: MIT

/// Gives the tables of kramdown that have no row of names an empty one, as GitHub's want it.
///
///     | 2016-2022 | **Fen University**, Leeds
///     |           | PhD in rain
///
/// - Source: kramdown, Syntax, "Tables": <https://kramdown.gettalong.org/syntax.html#tables>.
func nameColumns(_ text: EditedText) -> EditedText {
  guard text.bytes.contains(UInt8(ascii: "|")) else { return text }
  let scan = ByteScan(text.bytes)
  var (edits, code) = ([Edit](), FencedLines())
  var (rows, isBelowBlank) = ([Range<Int>](), true)
  var start = 0
  while start < scan.count {
    let line = start..<scan.lineEnd(from: start)
    start = line.upperBound + 1
    let isCode = code.take(line, in: scan)
    let isRow =
      !isCode
      && (rows.isEmpty
        ? isBelowBlank && scan.pipes(in: line) > 1
        : scan.pipes(in: line) > 1 || scan.isRule(line))
    if isRow { rows.append(line) }
    if !isRow || start >= scan.count {
      edits += scan.heads(of: rows)
      rows = []
    }
    isBelowBlank = scan.endsWithItself(line)
  }
  return text.applying(edits)
}

extension ByteScan {
  /// Whether no paragraph goes on behind a line: a blank one, a heading, an element alone.
  fileprivate func endsWithItself(_ line: Range<Int>) -> Bool {
    guard !isBlank(line) else { return true }
    let end = line.last { !isBlank(bytes[$0]) && bytes[$0] != 0x0D } ?? line.lowerBound
    let marks = run(of: UInt8(ascii: "#"), at: line.lowerBound)
    return marks > 0 && line.lowerBound + marks < line.upperBound
      && isBlank(bytes[line.lowerBound + marks])
      || bytes[line.lowerBound] == UInt8(ascii: "<") && bytes[end] == UInt8(ascii: ">")
  }

  /// The number of the signs that bound the cells of a line which begins with one; else 0.
  fileprivate func pipes(in line: Range<Int>) -> Int {
    let first = skipBlanks(from: line.lowerBound)
    guard first < line.upperBound, first - line.lowerBound <= 3, bytes[first] == UInt8(ascii: "|"),
      !bytes[line.lowerBound..<first].contains(0x09)
    else { return 0 }
    return line.count { isPipe(at: $0) }
  }

  private func isPipe(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "|") && (offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\"))
  }

  /// What makes rows a table: a row of names and a rule, but for one that has its own or that is
  /// rows of links.
  fileprivate func heads(of rows: [Range<Int>]) -> [Edit] {
    guard rows.count > 1, !isRule(rows[1]), !areLinks(rows) else { return [] }
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
    // Rules between the rows, and below them, part none.
    let rules = rows.filter(isRule).map { row in
      Edit(range: row.lowerBound..<min(row.upperBound + 1, count), replacement: "")
    }
    let indent = string(rows[0].lowerBound..<skipBlanks(from: rows[0].lowerBound))
    return [.insert("\n" + indent + names + indent + rule, at: rows[0].lowerBound)] + rules
  }

  /// `| [Code](…) | [Mail](mailto:…) |`: whether rows hold more links than rows, or one to a mail.
  private func areLinks(_ rows: [Range<Int>]) -> Bool {
    let addresses = rows.joined().filter { bytes[$0] == UInt8(ascii: "]") && has("](", at: $0) }
    return addresses.count > rows.count || addresses.contains { has("](mailto:", at: $0) }
  }

  /// `|---|---|`, `|======`: a line between rows.
  fileprivate func isRule(_ row: Range<Int>) -> Bool {
    bytes[row].contains(UInt8(ascii: "|"))
      && bytes[row].contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
      && bytes[row].allSatisfy { "|-:=+ \t\r".utf8.contains($0) }
  }
}
