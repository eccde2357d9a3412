// SPDX-License-Identifier: MIT

/// The opening line of fenced code: three or more backticks or tildes.
struct CodeFence {
  private let byte: UInt8
  private let length: Int
  /// What stands behind the ticks.
  private let info: Range<Int>

  init?(_ scan: ByteScan, line: Range<Int>) {
    let start = scan.skipBlanks(from: line.lowerBound)
    guard start < line.upperBound else { return nil }
    byte = scan.bytes[start]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    length = scan.run(of: byte, at: start)
    info = start + length..<line.upperBound
    guard length >= 3, byte != UInt8(ascii: "`") || !scan.bytes[info].contains(byte) else {
      return nil
    }
  }

  /// What pandoc, Quarto and R Markdown make of fenced code.
  enum Use {
    /// The code is shown.
    case shown
    /// ```` ```{=html} ````, ```` ```{=markdown} ````: what the code says is part of the page.
    case partOfPage(isHTML: Bool)
    /// ```` ```{=latex} ````, or ```` ```{r} ````, which is run: the page shows none of it.
    case unseen
  }

  /// What becomes of the code, by the words in braces behind the ticks.
  func use(_ scan: ByteScan) -> Use {
    let start = scan.skipBlanks(from: info.lowerBound)
    guard start + 2 < info.upperBound, scan.bytes[start] == UInt8(ascii: "{"),
      let end = scan.find("}", from: start + 1, before: info.upperBound),
      scan.isBlank(end + 1..<info.upperBound)
    else { return .shown }
    if scan.bytes[start + 1] == UInt8(ascii: "=") {
      let format = scan.bytes[start + 2..<end]
      if format.elementsEqual("markdown".utf8) { return .partOfPage(isHTML: false) }
      let isHTML = ["html", "html5"].contains { format.elementsEqual($0.utf8) }
      return isHTML ? .partOfPage(isHTML: true) : .unseen
    }
    // `{.swift}` and `{#rain}` are attributes of code that is shown, `{code-cell}` is of MyST.
    let words = scan.bytes[start + 1..<end].prefix { !scan.isBlank($0) && $0 != 0x2C }
    return Self.engines.contains(String(decoding: words, as: UTF8.self).lowercased())
      ? .unseen : .shown
  }

  /// The languages of code that is run for what it writes.
  private static let engines: Set<String> = [
    "r", "python", "julia", "ojs", "bash", "css", "js", "mermaid", "dot", "sql", "stan",
  ]

  /// Whether a line opens other code, which cannot stand within this.
  func isCut(by line: Range<Int>, in scan: ByteScan) -> Bool {
    guard let other = CodeFence(scan, line: line) else { return false }
    return other.byte == byte && other.length >= length && !scan.isBlank(other.info)
  }

  func isClosed(by line: Range<Int>, in scan: ByteScan) -> Bool {
    let start = scan.skipBlanks(from: line.lowerBound)
    let run = scan.run(of: byte, at: start)
    return start < line.upperBound && run >= length
      && scan.isBlank(start + run..<line.upperBound)
  }
}

/// Whether the lines of a page, told one by one, belong to fenced code.
struct FencedLines {
  private var open: CodeFence?

  /// Whether a line that comes next would stand within fenced code.
  var isOpen: Bool { open != nil }

  /// Takes the next line, and says whether it belongs to fenced code or is a fence of it.
  mutating func take(_ line: Range<Int>, in scan: ByteScan) -> Bool {
    guard let fence = open else {
      open = CodeFence(scan, line: line)
      return isOpen
    }
    if fence.isClosed(by: line, in: scan) { open = nil }
    return true
  }
}

extension ByteScan {
  /// Goes through the lines, and says of each whether it belongs to fenced code.
  func forEachLine(_ body: (_ line: Range<Int>, _ isCode: Bool) -> Void) {
    var code = FencedLines()
    var start = 0
    while start < count {
      let line = start..<lineEnd(from: start)
      body(line, code.take(line, in: self))
      start = line.upperBound + 1
    }
  }
}

/// Finds the ends of code spans, in one pass over each paragraph.
struct CodeSpans {
  private static let tick = UInt8(ascii: "`")
  private let scan: ByteScan
  /// The end of the paragraph that is known, and the last run of each length in it.
  private var known = 0
  private var lastRuns: [Int: Int] = [:]

  init(_ scan: ByteScan) {
    self.scan = scan
  }

  /// The offset behind the code span whose backticks begin at an offset; `nil` without an end.
  mutating func end(at offset: Int) -> Int? {
    if offset >= known { readParagraph(from: offset) }
    let length = scan.run(of: Self.tick, at: offset)
    guard let last = lastRuns[length], last > offset else { return nil }
    var next = offset + length
    while next < known {
      let run = scan.run(of: Self.tick, at: next)
      if run == length { return next + run }
      next += max(run, 1)
    }
    return nil
  }

  private mutating func readParagraph(from offset: Int) {
    lastRuns = [:]
    known = offset
    while known < scan.count {
      if scan.bytes[known] == 0x0A, endsParagraph(at: known + 1) { return }
      let run = scan.run(of: Self.tick, at: known)
      if run > 0 { lastRuns[run] = known }
      known += max(run, 1)
    }
  }

  /// Whether a line is blank, or begins what ends a paragraph: a fence, a heading, a quotation, an
  /// item with a sign.
  private func endsParagraph(at start: Int) -> Bool {
    let word = scan.skipBlanks(from: start)
    guard word < scan.count, scan.bytes[word] != 0x0A else { return true }
    switch scan.bytes[word] {
    case Self.tick, UInt8(ascii: "~"):
      return scan.run(of: scan.bytes[word], at: word) > 2
        && CodeFence(scan, line: start..<scan.lineEnd(from: word)) != nil
    case UInt8(ascii: "#"):
      let end = word + scan.run(of: UInt8(ascii: "#"), at: word)
      return end < scan.count && scan.isBlank(scan.bytes[end])
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return word + 1 < scan.count && scan.isBlank(scan.bytes[word + 1])
    default: return false
    }
  }
}
