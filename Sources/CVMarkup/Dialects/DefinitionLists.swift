// SPDX-License-Identifier: MIT

/// Turns the definition lists of kramdown and pandoc into those of HTML.
///
///     2021--now
///     :   **Engineer**; Acme
///
///         - indented blocks go on with the description
///
/// The tags stand between blank lines, so that the words stay Markdown.
func markDefinitions(_ text: EditedText) -> EditedText {
  let scan = ByteScan(text.bytes)
  var finder = DefinitionFinder(scan)
  finder.findAll()
  return text.applying(finder.edits)
}

/// Goes through the lines and notes where terms and descriptions begin and end.
private struct DefinitionFinder {
  let scan: ByteScan
  private(set) var edits: [Edit] = []
  private var lines: [Range<Int>] = []
  private var index = 0

  init(_ scan: ByteScan) {
    self.scan = scan
    var start = 0
    while start < scan.count {
      let end = scan.lineEnd(from: start)
      lines.append(start..<end)
      start = end + 1
    }
  }

  mutating func findAll() {
    var code = FencedLines()
    while index < lines.count {
      if !code.take(lines[index], in: scan), isTerm(index), let first = description(after: index) {
        take(term: index, first)
      } else {
        index += 1
      }
    }
  }

  /// The line of the description of a term: the next one, or that after one blank line.
  private func description(after term: Int) -> Int? {
    for next in [term + 1, term + 2] where next < lines.count {
      if colonEnd(lines[next]) != nil { return next }
      if !scan.isBlank(lines[next]) { return nil }
    }
    return nil
  }

  /// The offset behind the colon that begins a description.
  private func colonEnd(_ line: Range<Int>) -> Int? {
    let start = scan.skipBlanks(from: line.lowerBound)
    guard start - line.lowerBound <= 3, start + 1 < line.upperBound,
      scan.bytes[start] == UInt8(ascii: ":"), scan.isBlank(scan.bytes[start + 1])
    else { return nil }
    let words = scan.skipBlanks(from: start + 1)
    return words < line.upperBound ? words : nil
  }

  /// Whether a line is one of plain words at the margin.
  private func isTerm(_ number: Int) -> Bool {
    let line = lines[number]
    guard !scan.isBlank(line), !scan.isBlank(scan.bytes[line.lowerBound]),
      ListMarker(scan, at: line.lowerBound, lineEnd: line.upperBound) == nil
    else { return false }
    return !"#>|:<".utf8.contains(scan.bytes[line.lowerBound])
  }

  private mutating func take(term: Int, _ first: Int) {
    insert("\n\n<dl><dt>\n\n", at: lines[term].lowerBound)
    insert("\n\n</dt>\n\n", at: lines[term].upperBound)
    index = first
    while index < lines.count, let words = colonEnd(lines[index]) {
      edits.append(
        Edit(range: lines[index].lowerBound..<words, replacement: "\n\n<dd>\n\n"))
      index = endOfDescription(index)
      insert("\n\n</dd>\n\n", at: lines[index - 1].upperBound)
      if let next = nextDescription(from: index) { index = next }
    }
    insert("</dl>\n\n", at: lines[index - 1].upperBound)
  }

  /// A further description of the same term, perhaps below a blank line.
  private func nextDescription(from number: Int) -> Int? {
    var next = number
    while next < lines.count, scan.isBlank(lines[next]) { next += 1 }
    return next < lines.count && colonEnd(lines[next]) != nil ? next : nil
  }

  /// The number of the line behind the description that begins at one.
  private func endOfDescription(_ first: Int) -> Int {
    var end = first + 1
    var next = first + 1
    var isAfterBlank = false
    while next < lines.count {
      let line = lines[next]
      if scan.isBlank(line) {
        isAfterBlank = true
      } else if colonEnd(line) != nil {
        return end
      } else if isAfterBlank && !isIndented(line) || !isAfterBlank && endsLazily(next) {
        return end
      } else {
        end = next + 1
        isAfterBlank = false
      }
      next += 1
    }
    return end
  }

  private func isIndented(_ line: Range<Int>) -> Bool {
    scan.bytes[line.lowerBound] == 0x09 || scan.has("  ", at: line.lowerBound)
  }

  /// Whether a line right below a description begins something else.
  private func endsLazily(_ number: Int) -> Bool {
    let line = lines[number]
    // The points of a description may stand one blank further in than its colon.
    if scan.isBlank(scan.bytes[line.lowerBound]) { return false }
    return isTerm(number) ? description(after: number) == number + 1 : true
  }

  private mutating func insert(_ text: String, at offset: Int) {
    edits.append(.insert(text, at: offset))
  }
}
