// SPDX-License-Identifier: MIT

/// Fenced code with both its fences, in the page itself, in an item of a list or in a quotation.
///
/// Where the second fence is missing, all that follows would be code: such a line is none here.
struct FencedBlock {
  let fence: CodeFence
  let use: CodeFence.Use
  /// From the first sign of the fence to the end of the line that closes it.
  let range: Range<Int>
  /// The lines between the fences.
  let content: Range<Int>

  init?(_ scan: ByteScan, line: Range<Int>) {
    let container = Container(scan, line: line)
    guard let fence = CodeFence(scan, line: container.end..<line.upperBound) else { return nil }
    self.fence = fence
    use = fence.use(scan)
    let isCell: Bool
    switch use {
    case .shown: return nil
    case .partOfPage:
      guard container.isEmpty else { return nil }
      isCell = false
    case .unseen: isCell = true
    }
    guard
      let closing = Self.closing(
        of: fence, in: container, isCell: isCell, scan, from: line.upperBound + 1)
    else { return nil }
    range = container.end..<closing.upperBound
    content = min(line.upperBound + 1, closing.lowerBound)..<closing.lowerBound
  }

  /// The line that closes a fence; `nil` where what contains it ends before, or a heading of the
  /// page stands there.
  private static func closing(
    of fence: CodeFence, in container: Container, isCell: Bool, _ scan: ByteScan, from offset: Int
  ) -> Range<Int>? {
    var start = offset
    var isBelowBlank = false
    while start < scan.count {
      let line = start..<scan.lineEnd(from: start)
      guard let inner = container.content(of: line, scan) else { return nil }
      if fence.isClosed(by: inner..<line.upperBound, in: scan) { return line }
      let word = scan.skipBlanks(from: inner)
      let next = min(line.upperBound + 1, scan.count)
      if fence.isCut(by: inner..<line.upperBound, in: scan) { return nil }
      let isOfPage =
        isBelowBlank && isHeading(inner..<line.upperBound, scan)
        && scan.isBlank(next..<scan.lineEnd(from: next))
      if isCell, isOfPage || scan.has("</pre>", at: word) { return nil }
      isBelowBlank = scan.isBlank(inner..<line.upperBound)
      start = line.upperBound + 1
    }
    return nil
  }

  /// `## Words` at the beginning of a line; within code it is a comment, with code below it.
  private static func isHeading(_ line: Range<Int>, _ scan: ByteScan) -> Bool {
    let run = scan.run(of: UInt8(ascii: "#"), at: line.lowerBound)
    return 1...6 ~= run && line.lowerBound + run < line.upperBound
      && scan.isBlank(scan.bytes[line.lowerBound + run])
  }

  /// What stands before a fence in its line: signs of quotations, the mark of an item, blanks.
  private struct Container {
    /// How many quotations the fence stands in.
    private var quotes = 0
    /// How far its lines are set in.
    private var indent = 0
    /// Where the fence begins.
    private(set) var end: Int
    /// Whether nothing but blanks stands there.
    private(set) var isEmpty = true

    init(_ scan: ByteScan, line: Range<Int>) {
      var index = scan.skipBlanks(from: line.lowerBound)
      var base = line.lowerBound
      while index < line.upperBound, scan.bytes[index] == UInt8(ascii: ">") {
        quotes += 1
        base = index + 1
        index = scan.skipBlanks(from: base)
      }
      if quotes > 0, base < line.upperBound, scan.isBlank(scan.bytes[base]) { base += 1 }
      isEmpty = quotes == 0
      if let mark = Self.mark(at: index, before: line.upperBound, scan) {
        index = scan.skipBlanks(from: mark)
        isEmpty = false
      }
      end = min(index, line.upperBound)
      indent = max(end - base, 0)
    }

    /// The offset behind the mark of an item: a sign, or a number with its stop.
    private static func mark(at index: Int, before limit: Int, _ scan: ByteScan) -> Int? {
      var end = index
      while end < limit, end - index < 9, isDigit(scan.bytes[end]) { end += 1 }
      let signs = end > index ? ".)" : "-*+"
      guard end + 1 < limit, signs.utf8.contains(scan.bytes[end]),
        scan.isBlank(scan.bytes[end + 1])
      else { return nil }
      return end + 1
    }

    /// Where a further line begins within all this; `nil` for a line outside of it.
    func content(of line: Range<Int>, _ scan: ByteScan) -> Int? {
      var index = line.lowerBound
      for _ in 0..<quotes {
        index = scan.skipBlanks(from: index)
        guard index < line.upperBound, scan.bytes[index] == UInt8(ascii: ">") else { return nil }
        index += 1
      }
      if quotes > 0, index < line.upperBound, scan.isBlank(scan.bytes[index]) { index += 1 }
      let start = scan.skipBlanks(from: index)
      if start >= line.upperBound { return min(start, line.upperBound) }
      return start - index >= indent ? index + indent : nil
    }
  }
}
