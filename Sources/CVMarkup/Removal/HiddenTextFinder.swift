// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Finds hidden text from left to right.
///
/// What it hides with its content is skipped, and nothing is found in it. Words in white ink, in
/// brackets and in groups are known as hidden only at their end: what was found in them by then
/// stays, or goes along with them (`hideUnseen`).
struct HiddenTextFinder {
  let scan: ByteScan
  var found: [HiddenText] = []
  var problems: [HiddenTextProblem] = []
  private(set) var tags: [TagList] = []
  /// What rewrites other dialects, apart from what is hidden.
  var edits: [Edit] = []
  var index = 0
  /// The offsets of shortcodes that begin an entry.
  var rewritten: Set<Int> = []
  /// Where the marked words end whose opening sign was taken away.
  var highlightEnd: Int?
  /// The groups of LaTeX that are open; the page itself is the first.
  var groups = [LaTeXGroup(kind: .page, start: 0)]
  /// Names that the page gives to the colour of paper.
  var whites: Set<String> = []
  /// The attribute lists that may hide what they stand at.
  var lists: [PlacedList] = []
  /// Where formulas end that are open.
  var formulaEnds: Set<Int> = []
  /// The heading of Markdown that was seen last.
  private(set) var lastHeading = -1
  /// Where signs stand ahead, and from where on they were looked for.
  private var signsAhead: [String: (start: Int, place: Int?)] = [:]
  /// The line of the place that was asked for last, up to there.
  private var lineSoFar = 0..<0
  /// The blank lines of the page.
  private lazy var blankLines = BlankLines(scan)
  private(set) lazy var conditionals = LaTeXConditionals(scan)
  /// Whether the page has marks of what attribute lists hide.
  var marksHiding = false
  /// Where brackets are open, and the last that were closed.
  var openBrackets: [Int] = []
  var lastBrackets = 0..<0
  /// How many fenced blocks of pandoc are open.
  var openDivisions = 0
  let shortcodes: PairedShortcodes
  let citesWorks: Bool
  let liquid: LiquidBlocks
  let loops: GoTemplateLoops
  private var codeSpans: CodeSpans
  private var code = FencedLines()
  /// The fenced code that is part of the page.
  private var rawFence: FencedBlock?
  /// Where the raw text of Liquid ends, in which `{{ … }}` is text; tags are left out there too.
  var rawEnd = 0
  /// From where on a name has no end tag.
  private var withoutEndTag: [String: Int] = [:]
  private let lastInstructionEnd: Int
  /// The names of the footnotes that words of the page point to.
  private lazy var footnotes = namesOfFootnotes(scan)

  init(_ scan: ByteScan) {
    self.scan = scan
    shortcodes = PairedShortcodes(scan)
    citesWorks = Citation.occurs(in: scan)
    liquid = LiquidBlocks(scan)
    loops = GoTemplateLoops(scan)
    codeSpans = CodeSpans(scan)
    lastInstructionEnd = scan.findLast("?>") ?? -1
  }

  mutating func findAll() {
    rewriteTitleBlock()
    while index < scan.count {
      if index == 0 || scan.bytes[index - 1] == 0x0A {
        if skipFenceLine() || rewriteFencedDiv() || widenTableRule() || hideStyleImport()
          || hideUnshownDefinition() || keepFootnote()
        {
          continue
        }
        noteHeading()
      }
      switch scan.bytes[index] {
      case UInt8(ascii: "`"): skipCodeSpan()
      case UInt8(ascii: "<"): findAtAngle()
      case UInt8(ascii: "{"): findAtBrace()
      case UInt8(ascii: "}"): closeBraces()
      case UInt8(ascii: "["): if !hideCitation() { openBracket() }
      case UInt8(ascii: "\\"): if !rewriteLaTeX() { index += 2 }
      case UInt8(ascii: "]"):
        closeBracket()
        openSpan()
        if !guardDestination(), !mendDestination() { index += 1 }
      case UInt8(ascii: "$"): if !rewriteMath() { index += scan.run(of: 0x24, at: index) }
      case UInt8(ascii: "="): if !hideHighlight() { index += scan.run(of: 0x3D, at: index) }
      case UInt8(ascii: "^"): if !raiseEnding() { index += 1 }
      default: index += 1
      }
    }
    closeGroups()
  }

  /// Remembers that a heading stands at the current place, if one does.
  private mutating func noteHeading() {
    let run = scan.run(of: UInt8(ascii: "#"), at: index)
    guard run > 0, index + run < scan.count, scan.isBlank(scan.bytes[index + run]) else { return }
    lastHeading = index
  }

  /// Skips the current line if it is one of fenced code, and says whether it was.
  private mutating func skipFenceLine() -> Bool {
    let end = scan.lineEnd(from: index)
    if let open = rawFence {
      guard readRawLine(index..<end, in: open) else { return false }
    } else if !code.isOpen, let block = FencedBlock(scan, line: index..<end) {
      return begin(block)
    } else if !code.take(index..<end, in: scan) {
      return false
    }
    index = min(end + 1, scan.count)
    return true
  }

  /// Takes the fence from what is part of the page, and hides code that is run.
  private mutating func begin(_ block: FencedBlock) -> Bool {
    let line = index..<scan.lineEnd(from: index)
    switch block.use {
    case .shown: return false
    case .partOfPage:
      rawFence = block
      edits.append(Edit(range: line, replacement: "\n"))
      index = min(line.upperBound + 1, scan.count)
    case .unseen:
      index = block.range.lowerBound
      hide(.script, to: block.range.upperBound, saying: block.content)
    }
    return true
  }

  /// Takes the fence from what is part of the page, and from HTML the blank lines, at which
  /// Markdown would begin again; says whether nothing else is to be found in the line.
  private mutating func readRawLine(_ line: Range<Int>, in open: FencedBlock) -> Bool {
    if open.fence.isClosed(by: line, in: scan) {
      rawFence = nil
      edits.append(Edit(range: line, replacement: "\n"))
    } else if case .partOfPage(isHTML: true) = open.use, scan.isBlank(line) {
      let end = min(line.upperBound + 1, scan.count)
      edits.append(Edit(range: line.lowerBound..<end, replacement: ""))
    } else {
      return false
    }
    return true
  }

  /// `@import "page.css"` in a line of its own: some tools read a style sheet from it.
  private mutating func hideStyleImport() -> Bool {
    guard scan.has("@import ", at: index) else { return false }
    let address = index + 8
    guard scan.has("\"", at: address) || scan.has("'", at: address) || scan.has("url(", at: address)
    else { return false }
    hide(.style, to: scan.lineEnd(from: index))
    return true
  }

  /// `*[FIT]: Fen Institute`, which explains an abbreviation, and `[^1]: words`, where no `[^1]`
  /// points to them: lines that no page shows.
  private mutating func hideUnshownDefinition() -> Bool {
    guard scan.has("*[", at: index) || scan.has("[^", at: index) else { return false }
    let line = index..<scan.lineEnd(from: index)
    guard let end = scan.find("]:", from: index + 2, before: line.upperBound),
      !scan.isBlank(index + 2..<end),
      scan.has("*[", at: index) || !footnotes.contains(scan.bytes[index + 2..<end])
    else { return false }
    hide(.markup, to: line.upperBound)
    return true
  }

  /// `[^1]: Word`, which would be the definition of a link: a footnote with an address may be one.
  private mutating func keepFootnote() -> Bool {
    guard scan.has("[^", at: index), case let end = scan.lineEnd(from: index),
      let colon = scan.find("]:", from: index + 2, before: end),
      !scan.bytes[(colon + 2)..<end].contains(where: { "/.@#".utf8.contains($0) })
    else { return false }
    edits.append(.insert("\\", at: index))
    index += 2
    return true
  }

  private mutating func skipCodeSpan() {
    index = codeSpans.end(at: index) ?? index + scan.run(of: UInt8(ascii: "`"), at: index)
  }

  private mutating func findAtAngle() {
    if scan.has("<!-->", at: index) || scan.has("<!--->", at: index) {
      hide(.comment, to: scan.find(">", from: index).map { $0 + 1 })
    } else if scan.has("<!--", at: index) {
      let end = scan.find("-->", from: index + 4).map { $0 + 3 }
      hide(.comment, "comment", opening: 4, to: end)
    } else if scan.has("<?", at: index) {
      findInstruction()
    } else if !rewriteRaisedMarks(), !findElement() {
      index += 1
    }
  }

  /// PHP and other processing instructions.
  ///
  /// PHP may end with the file; another `<?` without an end is text.
  private mutating func findInstruction() {
    if index <= lastInstructionEnd {
      hide(.php, to: scan.find("?>", from: index).map { $0 + 2 })
    } else if scan.has("<?php", at: index) || scan.has("<?=", at: index) {
      hide(.php, "PHP code", opening: 2, to: nil)
    } else {
      index += 2
    }
  }

  /// An element whose content is never text: hidden with its content.
  private mutating func findElement() -> Bool {
    let name = scan.name(at: index + 1)
    guard let fate = HTMLNames.textlessElements[name] else { return false }
    guard let open = HTMLTag(scan, at: index) else { return false }
    let isEmpty = open.isSelfClosing && fate == .media
    if !isEmpty, let end = endTag(of: name, from: open.range.upperBound) {
      hide(fate, to: end)
    } else if ["script", "style", "title"].contains(name) {
      // Browsers take all that follows for its content.
      hide(fate, "<\(name)>", opening: open.range.count, to: nil)
    } else {
      hide(fate, to: open.range.upperBound)
    }
    return true
  }

  /// The offset behind the next end tag of a name.
  private mutating func endTag(of name: String, from offset: Int) -> Int? {
    if let none = withoutEndTag[name], offset >= none { return nil }
    var from = offset
    while let next = scan.find("</", from: from) {
      if scan.name(at: next + 2) == name {
        return scan.find(">", from: next).map { $0 + 1 } ?? scan.count
      }
      from = next + 2
    }
    withoutEndTag[name] = offset
    return nil
  }

  private mutating func findAtBrace() {
    if scan.has("{%", at: index) {
      findLiquidTag()
    } else if scan.has("{{", at: index) {
      findLiquidOutput()
    } else if scan.has("{::comment}", at: index) {
      let end = scan.find("{:/comment}", from: index).map { $0 + 11 }
      hide(.markup, "kramdown comment", opening: 11, to: end)
    } else if let end = KramdownAttributes.end(in: scan, at: index) {
      hideReplacedItem()
      if let tags = TagList(scan, in: index..<end) { self.tags.append(tags) }
      noteList()
      hide(.markup, to: end)
    } else {
      openBraces()
    }
  }

  /// `* Contents` above `{:toc}`: the point for which kramdown puts a table of contents.
  private mutating func hideReplacedItem() {
    guard let item = KramdownAttributes.replacedItem(in: scan, at: index),
      !found.contains(where: { $0.range.overlaps(item) && $0.fate != .markup })
    else { return }
    found.append(HiddenText(range: item, fate: .homepageMatter, words: item))
  }

  /// Hides from the current place to `end`, or to the end of the text.
  ///
  /// - Parameter words: The part of it that is no sign but words of the author.
  mutating func hide(_ fate: ImportAccount.Fate, to end: Int?, saying words: Range<Int>? = nil) {
    let end = end ?? scan.count
    found.append(HiddenText(range: index..<end, fate: fate, words: words))
    index = end
  }

  /// Where a sign stands ahead, found once for all places before it.
  mutating func findAhead(_ sign: StaticString, from offset: Int) -> Int? {
    let known = signsAhead[sign.description]
    if let known, known.start <= offset, known.place ?? scan.count >= offset { return known.place }
    let place = scan.find(sign, from: offset)
    signsAhead[sign.description] = (offset, place)
    return place
  }

  /// Where the paragraph at an offset ends: at the next blank line, or with the page.
  mutating func paragraphEnd(from offset: Int) -> Int {
    blankLines.first(from: offset) ?? scan.count
  }

  /// The beginning of the line that holds a place, found in one pass over the page for places that
  /// come in order.
  mutating func lineStart(of offset: Int) -> Int {
    guard offset >= lineSoFar.upperBound else { return scan.lineStart(of: offset) }
    var start = offset
    while start > lineSoFar.upperBound, scan.bytes[start - 1] != 0x0A { start -= 1 }
    if start == lineSoFar.upperBound { start = lineSoFar.lowerBound }
    lineSoFar = start..<offset
    return start
  }

  /// Hides a range that lies elsewhere.
  mutating func hide(
    _ fate: ImportAccount.Fate, _ range: Range<Int>, saying words: Range<Int>? = nil
  ) {
    found.append(HiddenText(range: range, fate: fate, words: words))
  }

  /// Hides words that nobody sees on the page, and tells of it; what was found in them goes along.
  mutating func hideUnseen(_ range: Range<Int>, words: Range<Int>) {
    guard !range.isEmpty else { return }
    while let last = found.last, range.contains(last.range.lowerBound),
      last.fate == .hidden || last.fate == .markup
    {
      found.removeLast()
    }
    problems.removeAll { range.contains($0.range.lowerBound) && $0.isOfUnseen }
    hide(.hidden, range, saying: words)
    guard !scan.isBlank(words) else { return }
    let first = words.prefix(HiddenTextProblem.longestExcerpt)
    problems.append(.unseen(scan.string(first.startIndex..<first.endIndex), words))
  }

  /// Hides what should have an end, and tells of it if it has none and hides words.
  mutating func hide(
    _ fate: ImportAccount.Fate, _ name: String, opening: Int, to end: Int?
  ) {
    if end == nil, !scan.isBlank(min(index + opening, scan.count)..<scan.count) {
      problems.append(.unclosed(name, index..<index + opening))
    }
    hide(fate, to: end)
  }
}

/// The names in `[^name]`, where it begins no line that defines a footnote.
private func namesOfFootnotes(_ scan: ByteScan) -> Set<ArraySlice<UInt8>> {
  var names: Set<ArraySlice<UInt8>> = []
  var lineStart = 0
  while lineStart < scan.count {
    let lineEnd = scan.lineEnd(from: lineStart)
    var index = lineStart
    while var open = scan.find("[^", from: index, before: lineEnd),
      let close = scan.find("]", from: open + 2, before: lineEnd)
    {
      // Of `[^[^1]` it is the second bracket that opens a name.
      while let inner = scan.find("[^", from: open + 2, before: close) { open = inner }
      let defines = open == lineStart && scan.has("]:", at: close)
      if !defines { names.insert(scan.bytes[open + 2..<close]) }
      index = close + 1
    }
    lineStart = lineEnd + 1
  }
  return names
}

/// The blank lines of a page, between which its paragraphs stand.
private struct BlankLines {
  /// The offsets of the line feeds that end what stands above them.
  private var offsets: [Int] = []

  init(_ scan: ByteScan) {
    for index in scan.bytes.indices where scan.bytes[index] == 0x0A {
      let next = scan.skipBlanks(from: index + 1)
      if next < scan.count, scan.bytes[next] == 0x0A { offsets.append(index) }
    }
  }

  /// The first at or behind an offset.
  func first(from offset: Int) -> Int? {
    offsets[offsets.partitioningIndex { $0 >= offset }...].first
  }
}
