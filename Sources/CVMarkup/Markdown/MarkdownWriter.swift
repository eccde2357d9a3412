// SPDX-License-Identifier: MIT
import CMd4c
import CVDiagnostics

/// Turns Markdown into HTML with md4c, keeping track of places.
///
/// - Throws: `TooDeep` where lists and quotes nest deeper than `Limits.markupDepth`.
func writeHTML(fromMarkdown text: EditedText) throws(TooDeep) -> MarkedHTML {
  // md4c would cut what is too deep, and its text would be lost.
  let scan = ByteScan(text.bytes)
  if let offset = firstContainer(beyond: Limits.markupDepth, scan) {
    throw TooDeep(offset: offset)
  }
  let writer = MarkdownWriter(scan)
  guard writer.run() else { preconditionFailure("no memory for md4c") }
  return writer.html
}

/// A page nests deeper than `Limits.markupDepth`.
struct TooDeep: Error {
  /// Where it does so first, in the text that was parsed.
  var offset: Int
}

/// Receives md4c's events.
///
/// Its text pointers lie in the input but for line ends and the
/// indentation of HTML lines, so each is checked against the input's bounds.
private final class MarkdownWriter {
  private(set) var html = MarkedHTML()
  private let scan: ByteScan
  private let unclosed: Set<Int>
  /// Names that HTML does not have, of elements that the page opens and closes all the same.
  private let inventedNames: Set<String>
  private var base: UnsafePointer<CChar>?
  private var lastOrigin = 0
  private var images: [String] = []
  private var openInlines: [String] = []
  /// How many links are open: an address that labels its own link is a link again for md4c.
  private var openLinks = 0
  private var isInHTMLBlock = false
  private var pendingItem: Int?

  init(_ scan: ByteScan) {
    self.scan = scan
    unclosed = unclosedInlineTags(scan)
    inventedNames = closedUnknownNames(scan)
  }

  /// Whether the whole text could be parsed.
  func run() -> Bool {
    // Tables, and addresses without angle brackets. Not: indented code (kramdown keeps indented
    // HTML), strike-through (md4c takes `5~10`), LaTeX (`$5M … $10M`), task lists.
    let flags = UInt32(
      MD_FLAG_TABLES | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS
        | MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS)
    var parser = MD_PARSER(
      abi_version: 0, flags: flags,
      enter_block: { MarkdownWriter.from($2).enterBlock($0, $1) },
      leave_block: { MarkdownWriter.from($2).leaveBlock($0, $1) },
      enter_span: { MarkdownWriter.from($2).enterSpan($0, $1) },
      leave_span: { MarkdownWriter.from($2).leaveSpan($0) },
      text: { MarkdownWriter.from($3).text($0, $1, Int($2)) },
      debug_log: nil, syntax: nil)
    // md4c 0.4.8 reads the byte behind a link that ends with the page, and what it finds there
    // decides how far the text goes: it must find the end of a line.
    return (scan.bytes + [0x0A]).withUnsafeBytes { buffer in
      let pointer = buffer.bindMemory(to: CChar.self).baseAddress
      base = pointer
      defer { base = nil }
      let state = Unmanaged.passUnretained(self).toOpaque()
      return md_parse(pointer, UInt32(scan.count), &parser, state) == 0
    }
  }

  private static func from(_ state: UnsafeMutableRawPointer?) -> MarkdownWriter {
    guard let state else { preconditionFailure("md4c lost its state") }
    return Unmanaged<MarkdownWriter>.fromOpaque(state).takeUnretainedValue()
  }
}

// MARK: Blocks

extension MarkdownWriter {
  private func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    switch type {
    case MD_BLOCK_LI:
      html.write("<li>")
      pendingItem = html.bytes.count - 1
    case MD_BLOCK_HTML: isInHTMLBlock = true
    case MD_BLOCK_HR: html.write("<hr>")
    default: blockName(type, detail).map { html.write("<\($0)>") }
    }
    return 0
  }

  private func leaveBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    switch type {
    case MD_BLOCK_HTML:
      isInHTMLBlock = false
      closeOpenInlines()
      html.write("\n")
    case MD_BLOCK_LI: html.write("</li>\n")
    case MD_BLOCK_HR: break
    default:
      closeOpenInlines()
      blockName(type, detail).map { html.write("</\($0)>\n") }
    }
    return 0
  }

  private func blockName(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> String? {
    switch type {
    case MD_BLOCK_QUOTE: "blockquote"
    case MD_BLOCK_UL: "ul"
    case MD_BLOCK_OL: "ol"
    case MD_BLOCK_H:
      "h\(detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 6)"
    case MD_BLOCK_CODE: "pre"
    case MD_BLOCK_P: "p"
    case MD_BLOCK_TABLE: "table"
    case MD_BLOCK_THEAD: "thead"
    case MD_BLOCK_TBODY: "tbody"
    case MD_BLOCK_TR: "tr"
    case MD_BLOCK_TH: "th"
    case MD_BLOCK_TD: "td"
    default: nil
    }
  }

  /// An unclosed `<b>` or `<span>` ends with its Markdown block.
  private func closeOpenInlines() {
    for name in openInlines.reversed() { html.write("</\(name)>") }
    openInlines = []
  }
}

// MARK: Spans

extension MarkdownWriter {
  private func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    switch type {
    case MD_SPAN_EM: html.write("<em>")
    case MD_SPAN_STRONG: html.write("<strong>")
    case MD_SPAN_CODE: html.write("<code>")
    case MD_SPAN_A:
      guard let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee else {
        break
      }
      openLinks += 1
      guard openLinks == 1 else { break }
      html.write("<a href=\"")
      html.attribute(bytes(link.href.text, Int(link.href.size)))
      html.write("\">")
    case MD_SPAN_IMG:
      guard let image = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee else {
        break
      }
      images.append("")
      html.write("<img src=\"")
      html.attribute(bytes(image.src.text, Int(image.src.size)))
      html.write("\" alt=\"")
    default: break
    }
    return 0
  }

  private func leaveSpan(_ type: MD_SPANTYPE) -> Int32 {
    switch type {
    case MD_SPAN_EM: html.write("</em>")
    case MD_SPAN_STRONG: html.write("</strong>")
    case MD_SPAN_CODE: html.write("</code>")
    case MD_SPAN_A:
      openLinks -= 1
      if openLinks == 0 { html.write("</a>") }
    case MD_SPAN_IMG:
      images.removeLast()
      html.write("\">")
    default: break
    }
    return 0
  }
}

// MARK: Text

extension MarkdownWriter {
  private func text(
    _ type: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ size: Int
  ) -> Int32 {
    let bytes = bytes(pointer, size)
    let origin = offset(of: pointer, size)
    if let origin { noteItem(at: origin) }
    if !images.isEmpty {
      html.attribute(bytes)
      return 0
    }
    switch type {
    case MD_TEXT_BR: html.write("<br>\n")
    case MD_TEXT_SOFTBR: html.write("\n")
    case MD_TEXT_NULLCHAR: html.write("\u{FFFD}")
    case MD_TEXT_ENTITY: html.copy(bytes, from: origin)
    case MD_TEXT_HTML: writeHTML(bytes, origin)
    case MD_TEXT_NORMAL where isEscaped(bytes, origin): writeEscaped(bytes, origin)
    default: html.escape(bytes, from: origin)
    }
    if let origin { lastOrigin = origin + size }
    return 0
  }

  /// Whether text begins with a character that the author escaped with a backslash.
  private func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ origin: Int?) -> Bool {
    guard let origin, origin > 0, text.count >= 1, scan.bytes[origin - 1] == UInt8(ascii: "\\")
    else { return false }
    return lastOrigin < origin && "*_~[]".utf8.contains(text[0])
  }

  /// Keeps `\*` apart from a left-over `*`, which `MarkupFolder` may pair with another.
  private func writeEscaped(_ text: UnsafeBufferPointer<UInt8>, _ origin: Int?) {
    html.write("<\(MarkupFolder.literalElement)>")
    html.escape(UnsafeBufferPointer(rebasing: text[..<1]), from: origin)
    html.write("</\(MarkupFolder.literalElement)>")
    html.escape(UnsafeBufferPointer(rebasing: text[1...]), from: origin.map { $0 + 1 })
  }

  /// Writes raw HTML: tags that are none of HTML's become text.
  private func writeHTML(_ text: UnsafeBufferPointer<UInt8>, _ origin: Int?) {
    guard let origin else { return html.copy(text, from: nil) }
    let end = origin + text.count
    var start = origin
    var index = origin
    while index < end {
      guard scan.bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let tag = HTMLTag(scan, at: index)
      if tag == nil, isTagLike(index), !isInvented(index) {
        copy(start..<index)
        escape(index..<index + 1)
        start = index + 1
      } else if let tag {
        copy(start..<index)
        start = index
        noteInline(tag)
      }
      index = max(index + 1, min(tag?.range.upperBound ?? 0, end))
    }
    copy(start..<end)
  }

  private func isTagLike(_ offset: Int) -> Bool {
    guard offset + 1 < scan.count else { return false }
    let next = scan.bytes[offset + 1]
    let isDeclaration = next == UInt8(ascii: "!") && !scan.has("<!doctype", at: offset)
    return scan.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "?")
      || isDeclaration
  }

  /// `<name>` where `</name>` stands, too: its author took it for an element.
  private func isInvented(_ offset: Int) -> Bool {
    let isClosing = scan.has("</", at: offset)
    let name = scan.name(at: offset + (isClosing ? 2 : 1))
    return inventedNames.contains(name)
      && scan.has(text: ">", at: offset + name.utf8.count + (isClosing ? 2 : 1))
  }

  private func copy(_ range: Range<Int>) {
    scan.bytes.withUnsafeBufferPointer {
      html.copy(UnsafeBufferPointer(rebasing: $0[range]), from: range.lowerBound)
    }
  }

  private func escape(_ range: Range<Int>) {
    scan.bytes.withUnsafeBufferPointer {
      html.escape(UnsafeBufferPointer(rebasing: $0[range]), from: range.lowerBound)
    }
  }

  /// Closes or remembers inline elements that are never closed in the source.
  private func noteInline(_ tag: HTMLTag) {
    if HTMLNames.blocks.contains(tag.name), isInHTMLBlock {
      closeOpenInlines()
    } else if unclosed.contains(tag.range.lowerBound) {
      openInlines.append(tag.name)
    }
  }
}

// MARK: Places

extension MarkdownWriter {
  private func bytes(_ pointer: UnsafePointer<CChar>?, _ size: Int) -> UnsafeBufferPointer<UInt8> {
    guard let pointer, let base, size > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let raw = UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
    let offset = pointer - base
    let limit = 0...scan.count ~= offset ? scan.count - offset : scan.count
    return UnsafeBufferPointer(start: raw, count: min(size, limit))
  }

  /// The offset of text in the input, or `nil` where md4c made it up.
  private func offset(of pointer: UnsafePointer<CChar>?, _ size: Int) -> Int? {
    guard let pointer, let base else { return nil }
    let offset = pointer - base
    return offset >= 0 && offset + size <= scan.count ? offset : nil
  }

  /// Writes the marker of a list item, re-read from the source, into its tag: md4c tells neither
  /// its column (`- a` and ` - b` are one list to it) nor the numbers after the first.
  private func noteItem(at origin: Int) {
    guard let position = pendingItem else { return }
    pendingItem = nil
    let line = scan.lineStart(of: origin)
    var start = line
    while start < origin, scan.isBlank(scan.bytes[start]) || scan.bytes[start] == 0x3E {
      start += 1
    }
    let end = scan.lineEnd(from: start)
    guard var marker = ListMarker(scan, at: start, lineEnd: end) else { return }
    // `- 2012. Words`: of two lists that begin in one line the text is in the inner one.
    while case let next = scan.skipBlanks(from: marker.end), next < origin,
      let inner = ListMarker(scan, at: next, lineEnd: end), inner.end <= origin
    {
      (start, marker) = (next, inner)
    }
    html.insert(
      " \(MarkupFolder.markerAttribute)=\"\(start - line) \(marker.text)\"", at: position)
  }
}

/// The names of end tags that are none of HTML's, where a start tag stands before them.
private func closedUnknownNames(_ scan: ByteScan) -> Set<String> {
  var opened: Set<String> = []
  var closed: Set<String> = []
  var index = 0
  while let next = scan.find("<", from: index) {
    index = next + 1
    let isClosing = scan.has("/", at: index)
    let name = scan.name(at: index + (isClosing ? 1 : 0))
    guard name.utf8.count > 1, !HTMLNames.isTag(name),
      scan.has(text: ">", at: index + (isClosing ? 1 : 0) + name.utf8.count)
    else { continue }
    if !isClosing { opened.insert(name) } else if opened.contains(name) { closed.insert(name) }
  }
  return closed
}

/// The offsets of the inline elements that no end tag closes.
private func unclosedInlineTags(_ scan: ByteScan) -> Set<Int> {
  var open: [HTMLTag] = []
  var index = 0
  while let next = scan.find("<", from: index) {
    index = next + 1
    guard let tag = HTMLTag(scan, at: next) else { continue }
    index = tag.range.upperBound
    guard HTMLNames.inlines.contains(tag.name), !HTMLNames.voids.contains(tag.name) else {
      continue
    }
    if !tag.isClosing {
      open.append(tag)
    } else if let match = open.lastIndex(where: { $0.name == tag.name }) {
      open.remove(at: match)
    }
  }
  return Set(open.map(\.range.lowerBound))
}
