// SPDX-License-Identifier: MIT

/// Opens the blocks of MkDocs and the notes of GitHub: the title of each becomes a bold line.
///
///     === "Tools"
///         - Saws
///
///     ???+ info "Talks"
///         Words that stand further in than the line above them.
///
///     > [!NOTE] Title
///     > Words of a quotation.
///
/// What is the look of a block (`info`, `NOTE`) is left out.
func openTitledBlocks(_ text: EditedText) -> EditedText {
  let scan = ByteScan(text.bytes)
  var finder = TitledBlockFinder(scan)
  finder.findAll()
  return finder.edits.isEmpty ? text : text.applying(finder.edits)
}

/// Goes through the lines, and keeps which blocks are open.
private struct TitledBlockFinder {
  /// A block whose lines stand further in than its first one.
  private struct Block {
    /// How far in its first line stands.
    let margin: Int
    /// How many bytes stand before its words, once they are met.
    var indent: Int?
  }

  let scan: ByteScan
  private(set) var edits: [Edit] = []
  private var open: [Block] = []
  private var code = FencedLines()

  init(_ scan: ByteScan) { self.scan = scan }

  mutating func findAll() {
    var start = 0
    while start < scan.count {
      let line = start..<scan.lineEnd(from: start)
      if !scan.isBlank(line) { read(line) }
      start = line.upperBound + 1
    }
  }

  private mutating func read(_ line: Range<Int>) {
    let words = scan.skipBlanks(from: line.lowerBound)
    let indent = words - line.lowerBound
    closeBlocks(at: indent, line)
    let inner = min(indent, open.last?.indent ?? 0)
    let text = line.lowerBound + inner..<line.upperBound
    if !code.take(text, in: scan), words - text.lowerBound <= 3,
      let title = TitledBlock(scan, line: words..<line.upperBound)
    {
      edits.append(Edit(range: line.lowerBound..<title.opening, replacement: title.before))
      edits.append(Edit(range: title.closing..<line.upperBound, replacement: title.after))
      if !title.isQuote { open.append(Block(margin: indent)) }
      return
    }
    if inner > 0 {
      edits.append(Edit(range: line.lowerBound..<text.lowerBound, replacement: ""))
    }
  }

  /// Closes the blocks that a line stands not further in than; the first line of a block says how
  /// far in all of them stand.
  private mutating func closeBlocks(at indent: Int, _ line: Range<Int>) {
    let count = open.count
    while let last = open.last, indent <= last.margin {
      open.removeLast()
      code = FencedLines()
    }
    if open.count < count { edits.append(.insert("\n", at: line.lowerBound)) }
    if !open.isEmpty, open[open.count - 1].indent == nil { open[open.count - 1].indent = indent }
  }
}

/// The line that begins a block, without what is no title of it.
private struct TitledBlock {
  /// Where the title begins and ends.
  let opening: Int
  let closing: Int
  let isQuote: Bool

  /// What stands in the place of the signs.
  var before: String {
    opening == closing ? (isQuote ? "> " : "\n") : (isQuote ? "> **" : "\n\n**")
  }
  var after: String { opening == closing ? "" : isQuote ? "**\n>" : "**\n\n" }

  init?(_ scan: ByteScan, line: Range<Int>) {
    var end = line.upperBound
    while end > line.lowerBound, scan.isBlank(scan.bytes[end - 1]) || scan.bytes[end - 1] == 0x0D {
      end -= 1
    }
    isQuote = scan.bytes[line.lowerBound] == UInt8(ascii: ">")
    guard
      let title = isQuote
        ? Self.note(scan, line.lowerBound..<end)
        : Self.block(scan, line.lowerBound..<end)
    else { return nil }
    // Words in bold need no further stars.
    guard !scan.bytes[title].contains(UInt8(ascii: "*")) else { return nil }
    (opening, closing) = (title.lowerBound, title.upperBound)
  }

  /// The title in quotes behind `!!! type`, `??? type`, `???+ type`, `===`, `===!` or `===+`.
  private static func block(_ scan: ByteScan, _ line: Range<Int>) -> Range<Int>? {
    let signs = ["!!!", "???+", "???", "===!", "===+", "==="]
    guard let sign = signs.first(where: { scan.has(text: $0, at: line.lowerBound) }),
      case let behind = line.lowerBound + sign.utf8.count, behind < line.upperBound,
      scan.isBlank(scan.bytes[behind])
    else { return nil }
    let quote = UInt8(ascii: "\"")
    let words = scan.bytes[behind..<line.upperBound]
    if !sign.hasPrefix("="), isAboveInner(scan, line),
      areTypes(scan, words)
    {
      return line.upperBound..<line.upperBound
    }
    guard let open = words.firstIndex(of: quote), let close = words.lastIndex(of: quote),
      close > open, close == line.upperBound - 1,
      scan.bytes[behind..<open].allSatisfy({ scan.isBlank($0) || scan.isNameByte($0) }),
      !sign.hasPrefix("=") || scan.isBlank(behind..<open)
    else { return nil }
    return open + 1..<close
  }

  /// `note inline end`: names of the looks of a block, which are no words of its author.
  private static func areTypes(_ scan: ByteScan, _ words: ArraySlice<UInt8>) -> Bool {
    words.split { scan.isBlank($0) }.count <= 3
      && words.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || scan.isBlank($0) }
  }

  /// Whether words stand further in than a line, right below it.
  private static func isAboveInner(_ scan: ByteScan, _ line: Range<Int>) -> Bool {
    let end = scan.lineEnd(from: line.upperBound)
    let words = scan.skipBlanks(from: min(end + 1, scan.count))
    let margin = line.lowerBound - scan.lineStart(of: line.lowerBound)
    return words < scan.count && scan.bytes[words] != 0x0A && words - end - 1 > margin + 1
  }

  /// The title behind `> [!NOTE]` or `> [!info]-`.
  private static func note(_ scan: ByteScan, _ line: Range<Int>) -> Range<Int>? {
    let start = scan.skipBlanks(from: line.lowerBound + 1)
    guard scan.has("[!", at: start), start + 2 < line.upperBound,
      scan.isLetter(scan.bytes[start + 2]),
      case let name = scan.name(at: start + 2), case var end = start + 2 + name.utf8.count,
      end < line.upperBound, scan.bytes[end] == UInt8(ascii: "]")
    else { return nil }
    end += 1
    if end < line.upperBound, "+-".utf8.contains(scan.bytes[end]) { end += 1 }
    let title = scan.skipBlanks(from: end)
    return min(title, line.upperBound)..<line.upperBound
  }
}
