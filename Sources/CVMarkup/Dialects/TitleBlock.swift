// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Pandoc's title block (pandoc manual, `pandoc_title_block`): `% Title`, `% Authors` and `% Date`
/// in the first lines of a page, each perhaps with lines further in that go on with it.
///
/// A remark of TeX stands alone above a page that has a title, and is not written as one.
extension HiddenTextFinder {
  /// Makes a heading of the title, and paragraphs of what follows; hides remarks of TeX.
  mutating func rewriteTitleBlock() {
    var line = 0..<scan.lineEnd(from: 0)
    guard scan.has("%", at: 0) else { return }
    while isSetting(line) {
      hide(.comment, to: line.upperBound, saying: words(of: line))
      line = nextLine(line)
      index = line.lowerBound
    }
    guard isTitleLine(line), words(of: line).lowerBound < line.upperBound else { return }
    if isAboveTitle(line), !saysTitle(words(of: line)) {
      hide(.comment, to: line.upperBound, saying: words(of: line))
      return
    }
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

  /// `% !TEX program = xelatex`: what TeX's editors read.
  private func isSetting(_ line: Range<Int>) -> Bool {
    scan.has("%", at: line.lowerBound)
      && scan.has("!", at: scan.skipBlanks(from: line.lowerBound + 1))
  }

  /// Whether a line stands alone above the one title that the page has: `# Ada Roe`.
  private func isAboveTitle(_ line: Range<Int>) -> Bool {
    var next = nextLine(line)
    guard scan.isBlank(next) || isTitle(next) else { return false }
    while next.upperBound < scan.count, scan.isBlank(next) { next = nextLine(next) }
    guard isTitle(next) else { return false }
    var titles = 0
    scan.forEachLine { line, isCode in
      if !isCode, isTitle(line) { titles += 1 }
    }
    return titles == 1
  }

  /// Whether words are written as a name or a title is, and the heading below them says another.
  ///
  /// They are letters alone, and all but short ones have a capital: what stands below may be the
  /// title of a section, or `Curriculum Vitae`.
  private func saysTitle(_ range: Range<Int>) -> Bool {
    let words = scan.string(range).split { $0.isWhitespace || ".,-'’".contains($0) }
    guard words.count > 1, words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else { return false }
    let isWritten = words.allSatisfy { $0.count <= 3 || !($0.first?.isLowercase ?? true) }
    let title = range.upperBound..<min(scan.count, range.upperBound + 2 * range.count + 40)
    return isWritten && !scan.string(title).contains(scan.string(range))
  }

  /// Whether a line is a heading of the first level.
  private func isTitle(_ line: Range<Int>) -> Bool {
    if scan.has("# ", at: line.lowerBound) || scan.has("<h1", at: line.lowerBound) { return true }
    let below = nextLine(line)
    let signs = scan.run(of: UInt8(ascii: "="), at: below.lowerBound)
    return signs > 2 && scan.isBlank(below.lowerBound + signs..<below.upperBound)
      && !scan.isBlank(line)
  }

  private func nextLine(_ line: Range<Int>) -> Range<Int> {
    let start = min(line.upperBound + 1, scan.count)
    return start..<scan.lineEnd(from: start)
  }

  /// Whether a line begins with a single `%`, and is neither a comment of TeX nor Liquid.
  private func isTitleLine(_ line: Range<Int>) -> Bool {
    scan.has("%", at: line.lowerBound) && !scan.has("%%", at: line.lowerBound)
      && !scan.has("%}", at: line.lowerBound) && !isSetting(line)
  }

  /// What stands behind the sign.
  private func words(of line: Range<Int>) -> Range<Int> {
    let start = min(scan.skipBlanks(from: line.lowerBound + 1), line.upperBound)
    return start..<line.upperBound
  }
}
