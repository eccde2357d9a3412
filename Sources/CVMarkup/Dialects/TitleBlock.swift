// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Pandoc's title block (pandoc manual, `pandoc_title_block`): `% Title`, `% Authors` and `% Date`
/// in the first lines of a page, each perhaps with lines further in that go on with it.
extension HiddenTextFinder {
  /// Makes a heading of the title, and paragraphs of what follows.
  mutating func rewriteTitleBlock() {
    var line = 0..<scan.lineEnd(from: 0)
    guard isTitleLine(line), words(of: line).lowerBound < line.upperBound else { return }
    var isFirst = true
    while isTitleLine(line) {
      let words = words(of: line)
      edits.append(
        Edit(range: line.lowerBound..<words.lowerBound, replacement: isFirst ? "# " : "\n"))
      isFirst = false
      line = nextLine(line)
      while !isTitleLine(line), line.lowerBound < line.upperBound, !scan.isBlank(line),
        scan.isBlank(scan.bytes[line.lowerBound])
      {
        // A paragraph goes on; a heading does not, and the words follow it.
        line = nextLine(line)
      }
    }
    edits.append(.insert("\n", at: line.lowerBound))
  }

  private func nextLine(_ line: Range<Int>) -> Range<Int> {
    let start = min(line.upperBound + 1, scan.count)
    return start..<scan.lineEnd(from: start)
  }

  /// Whether a line begins with a single `%`, and is neither a comment of TeX nor Liquid.
  private func isTitleLine(_ line: Range<Int>) -> Bool {
    scan.has("%", at: line.lowerBound) && !scan.has("%%", at: line.lowerBound)
      && !scan.has("%!", at: line.lowerBound) && !scan.has("%}", at: line.lowerBound)
  }

  /// What stands behind the sign.
  private func words(of line: Range<Int>) -> Range<Int> {
    let start = min(scan.skipBlanks(from: line.lowerBound + 1), line.upperBound)
    return start..<line.upperBound
  }
}
