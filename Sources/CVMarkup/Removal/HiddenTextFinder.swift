// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Finds hidden text from left to right; what it finds is skipped, so nothing is found in it.
struct HiddenTextFinder {
  let scan: ByteScan
  private(set) var found: [HiddenText] = []
  private(set) var problems: [HiddenTextProblem] = []
  /// What rewrites other dialects, apart from what is hidden.
  var edits: [Edit] = []
  var index = 0
  /// The offsets of shortcodes that begin an entry.
  var rewritten: Set<Int> = []
  /// How many fenced blocks of pandoc are open.
  var openDivisions = 0
  let shortcodes: PairedShortcodes
  private var fence: CodeFence?

  init(_ scan: ByteScan) {
    self.scan = scan
    shortcodes = PairedShortcodes(scan)
  }

  mutating func findAll() {
    while index < scan.count {
      if index == 0 || scan.bytes[index - 1] == 0x0A, skipFenceLine() || rewriteFencedDiv() {
        continue
      }
      switch scan.bytes[index] {
      case UInt8(ascii: "`"): skipCodeSpan()
      case UInt8(ascii: "<"): findAtAngle()
      case UInt8(ascii: "{"): findAtBrace()
      case UInt8(ascii: "\\"): if !rewriteLaTeX() { index += 2 }
      default: index += 1
      }
    }
  }

  /// Skips the current line if it is one of fenced code, and says whether it was.
  private mutating func skipFenceLine() -> Bool {
    let end = scan.lineEnd(from: index)
    if let open = fence {
      if open.isClosed(by: index..<end, in: scan) { fence = nil }
    } else if let open = CodeFence(scan, line: index..<end) {
      fence = open
    } else {
      return false
    }
    index = min(end + 1, scan.count)
    return true
  }

  private mutating func skipCodeSpan() {
    let length = scan.run(of: UInt8(ascii: "`"), at: index)
    var next = index + length
    index = next
    while next < scan.count {
      let byte = scan.bytes[next]
      if byte == 0x0A, next + 1 < scan.count, scan.bytes[next + 1] == 0x0A { return }
      let run = scan.run(of: UInt8(ascii: "`"), at: next)
      if run == length {
        index = next + length
        return
      }
      next += max(run, 1)
    }
  }

  private mutating func findAtAngle() {
    if scan.has("<!-->", at: index) || scan.has("<!--->", at: index) {
      hide(.comment, to: scan.find(">", from: index).map { $0 + 1 })
    } else if scan.has("<!--", at: index) {
      let end = scan.find("-->", from: index + 4).map { $0 + 3 }
      if end == nil { problems.append(.unclosedComment(index..<index + 4)) }
      hide(.comment, to: end)
    } else if scan.has("<?", at: index) {
      hide(.php, to: scan.find("?>", from: index).map { $0 + 2 })
    } else if !findElement() {
      index += 1
    }
  }

  /// An element whose content is never text: hidden with its content.
  private mutating func findElement() -> Bool {
    let name = scan.name(at: index + 1)
    guard let fate = HTMLNames.textlessElements[name] else { return false }
    guard let open = HTMLTag(scan, at: index) else { return false }
    if open.isSelfClosing, fate == .media {
      hide(fate, to: open.range.upperBound)
      return true
    }
    var end = open.range.upperBound
    while let next = scan.find("</", from: end) {
      if scan.name(at: next + 2) == name {
        hide(fate, to: scan.find(">", from: next).map { $0 + 1 })
        return true
      }
      end = next + 2
    }
    hide(fate, to: fate == .script || fate == .style ? nil : open.range.upperBound)
    return true
  }

  private mutating func findAtBrace() {
    if scan.has("{%", at: index) {
      findLiquidTag()
    } else if scan.has("{{", at: index) {
      findLiquidOutput()
    } else if let end = KramdownAttributes.end(in: scan, at: index) {
      hide(.markup, to: end)
    } else {
      index += 1
    }
  }

  /// Hides from the current place to `end`, or to the end of the text.
  mutating func hide(_ fate: ImportAccount.Fate, to end: Int?) {
    let end = end ?? scan.count
    found.append(HiddenText(range: index..<end, fate: fate))
    index = end
  }
}

// MARK: Liquid

extension HiddenTextFinder {
  private mutating func findLiquidTag() {
    guard let tag = LiquidTag(scan, at: index) else {
      index += 2
      return
    }
    switch tag.name {
    case "comment":
      hide(.liquid, to: LiquidTag.end(of: tag, in: scan)?.range.upperBound)
    case "for", "tablerow":
      problems.append(.liquidLoop(tag.range))
      hide(.liquid, to: LiquidTag.end(of: tag, in: scan)?.range.upperBound)
    case "raw":
      hide(.liquid, to: tag.range.upperBound)
      if let end = LiquidTag.end(of: tag, in: scan) {
        index = end.range.lowerBound
        hide(.liquid, to: end.range.upperBound)
      }
    default: hide(.liquid, to: tag.range.upperBound)
    }
  }

  private mutating func findLiquidOutput() {
    if rewriteShortcode() { return }
    let closings: [(StaticString, StaticString)] = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}")]
    for (open, close) in closings where scan.has(open, at: index) {
      let limit = min(scan.count, index + LiquidTag.longest)
      if let end = scan.find(close, from: index + 2, before: limit) {
        hide(.liquid, to: end + close.utf8CodeUnitCount)
        return
      }
    }
    index += 2
  }
}

/// A tag of the Liquid template language: `{% name arguments %}`.
struct LiquidTag {
  /// The most bytes of one tag; what is longer is text.
  static let longest = 4096
  var name: String
  var range: Range<Int>

  init?(_ scan: ByteScan, at offset: Int) {
    guard scan.has("{%", at: offset) else { return nil }
    let limit = min(scan.count, offset + Self.longest)
    guard let end = scan.find("%}", from: offset + 2, before: limit) else { return nil }
    var start = offset + 2
    while start < end, [0x2D, 0x20, 0x09, 0x0A].contains(scan.bytes[start]) { start += 1 }
    name = scan.name(at: start)
    range = offset..<end + 2
  }

  /// The tag that ends a block, with blocks of the same name inside it counted.
  static func end(of tag: LiquidTag, in scan: ByteScan) -> LiquidTag? {
    var depth = 1
    var from = tag.range.upperBound
    while let next = scan.find("{%", from: from) {
      guard let found = LiquidTag(scan, at: next) else {
        from = next + 2
        continue
      }
      if found.name == tag.name, tag.name != "raw", tag.name != "comment" { depth += 1 }
      if found.name == "end" + tag.name { depth -= 1 }
      if depth == 0 { return found }
      from = found.range.upperBound
    }
    return nil
  }
}

/// kramdown's `{: .class}`, `{#id}` and `{::comment}` and pandoc's `{.class #id}`.
enum KramdownAttributes {
  /// The most bytes of one attribute list.
  private static let longest = 512

  /// The offset behind an attribute list that begins at an offset, or `nil`.
  static func end(in scan: ByteScan, at offset: Int) -> Int? {
    if scan.has("{::comment}", at: offset) {
      return scan.find("{:/comment}", from: offset).map { $0 + 11 } ?? scan.count
    }
    let limit = min(scan.lineEnd(from: offset), offset + longest)
    guard let close = scan.find("}", from: offset, before: limit) else { return nil }
    if scan.has("{:", at: offset) { return close + 1 }
    let marks = scan.has("{#", at: offset) || scan.has("{.", at: offset)
    guard marks, close > offset + 2, scan.isLetter(scan.bytes[offset + 2]) else { return nil }
    let rest = scan.lineEnd(from: close)
    return scan.isBlank(close + 1..<rest) ? close + 1 : nil
  }
}

/// The opening line of fenced code: three or more backticks or tildes.
struct CodeFence {
  private let byte: UInt8
  private let length: Int

  init?(_ scan: ByteScan, line: Range<Int>) {
    let start = scan.skipBlanks(from: line.lowerBound)
    guard start < line.upperBound else { return nil }
    byte = scan.bytes[start]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    length = scan.run(of: byte, at: start)
    let info = scan.bytes[start + length..<line.upperBound]
    guard length >= 3, byte != UInt8(ascii: "`") || !info.contains(byte) else { return nil }
  }

  func isClosed(by line: Range<Int>, in scan: ByteScan) -> Bool {
    let start = scan.skipBlanks(from: line.lowerBound)
    let run = scan.run(of: byte, at: start)
    return start < line.upperBound && run >= length
      && scan.isBlank(start + run..<line.upperBound)
  }
}
