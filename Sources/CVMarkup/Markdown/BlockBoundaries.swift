// SPDX-License-Identifier: MIT

/// Inserts the blank lines that Markdown between HTML blocks needs.
///
/// CommonMark ends an HTML block only at a blank line, so a heading or a list right below a tag
/// would stay raw text; kramdown, which most of these pages are written for, goes by the end tag
/// and by `markdown="1"`. Nothing is removed.
func separateBlocks(_ text: EditedText) -> EditedText {
  var separator = BlockSeparator(ByteScan(text.bytes))
  separator.findAll()
  return text.applying(separator.insertions.sorted().map { .insert("\n\n", at: $0) })
}

/// Goes through the lines and notes where raw HTML must be parted from Markdown.
private struct BlockSeparator {
  let scan: ByteScan
  private(set) var insertions: Set<Int> = []
  /// How many block elements that need an end tag are open.
  private var depth = 0

  init(_ scan: ByteScan) { self.scan = scan }

  mutating func findAll() {
    scan.forEachLine { line, isCode in
      if !isCode { separate(line) }
    }
  }

  private mutating func separate(_ line: Range<Int>) {
    let tags = self.tags(in: line)
    guard let last = tags.last else { return }
    for tag in tags { depth = max(0, depth + depthChange(tag)) }
    for tag in tags where isMarkdownContainer(tag) && !isFollowedByBlankLine(tag.range.upperBound) {
      insertions.insert(tag.range.upperBound)
    }
    let next = min(line.upperBound + 1, scan.count)
    let nextEnd = scan.lineEnd(from: next)
    guard next < scan.count, !scan.isBlank(next..<nextEnd) else { return }
    let closesBlocks = depth == 0 && tags.contains { HTMLNames.blocks.contains($0.name) }
    let isHTMLLine = scan.skipBlanks(from: line.lowerBound) == tags[0].range.lowerBound
    let ends = last.range.upperBound
    if closesBlocks && isHTMLLine && !startsWithTag(next)
      || startsMarkdownBlock(next, nextEnd) && (isHTMLLine || depth == 0)
    {
      insertions.insert(max(line.upperBound, ends))
    }
  }

  private func tags(in line: Range<Int>) -> [HTMLTag] {
    var tags: [HTMLTag] = []
    var index = line.lowerBound
    while index < line.upperBound {
      if scan.bytes[index] == UInt8(ascii: "<"), let tag = HTMLTag(scan, at: index) {
        tags.append(tag)
        index = tag.range.upperBound
      } else {
        index += 1
      }
    }
    return tags
  }

  private func depthChange(_ tag: HTMLTag) -> Int {
    let counts = HTMLNames.blocks.contains(tag.name) && !HTMLNames.voids.contains(tag.name)
    guard counts, !HTMLNames.optionalEnds.contains(tag.name), !tag.isSelfClosing else { return 0 }
    return tag.isClosing ? -1 : 1
  }

  /// `markdown="1"`, `"block"` or `"span"` on an opening tag.
  private func isMarkdownContainer(_ tag: HTMLTag) -> Bool {
    guard !tag.isClosing, HTMLNames.blocks.contains(tag.name) else { return false }
    let attribute = scan.find("markdown=", from: tag.range.lowerBound, before: tag.range.upperBound)
    guard let attribute else { return false }
    let value = scan.bytes[attribute + 9..<tag.range.upperBound].drop {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    return value.first != UInt8(ascii: "0")
  }

  private func isFollowedByBlankLine(_ offset: Int) -> Bool {
    let end = scan.lineEnd(from: offset)
    guard scan.isBlank(offset..<end) else { return false }
    let next = min(end + 1, scan.count)
    return scan.isBlank(next..<scan.lineEnd(from: next))
  }

  private func startsWithTag(_ line: Int) -> Bool {
    HTMLTag(scan, at: scan.skipBlanks(from: line)) != nil
  }

  /// Whether a line is an ATX heading or begins a list item.
  private func startsMarkdownBlock(_ line: Int, _ end: Int) -> Bool {
    let start = scan.skipBlanks(from: line)
    guard start < end else { return false }
    let hashes = scan.run(of: UInt8(ascii: "#"), at: start)
    if 1...6 ~= hashes {
      return start + hashes == end || scan.isBlank(scan.bytes[start + hashes])
    }
    return ListMarker(scan, at: start, lineEnd: end) != nil
  }
}

/// The sign that begins a list item, read from the source: `-`, `*`, `+`, `1.` or `1)`.
struct ListMarker: Hashable {
  /// The marker as it is written.
  var text: String
  /// The offset behind the marker.
  var end: Int

  init?(_ scan: ByteScan, at start: Int, lineEnd: Int) {
    guard start < lineEnd else { return nil }
    var index = start
    while index < lineEnd, index - start < 9, isDigit(scan.bytes[index]) {
      index += 1
    }
    guard index < lineEnd else { return nil }
    let sign = scan.bytes[index]
    let signs = index > start ? Array(".)".utf8) : Array("-*+".utf8)
    guard signs.contains(sign) else { return nil }
    end = index + 1
    guard end == lineEnd || scan.isBlank(scan.bytes[end]) else { return nil }
    text = scan.string(start..<end)
  }
}
