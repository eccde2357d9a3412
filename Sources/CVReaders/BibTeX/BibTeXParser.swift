// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup

/// Cuts a bibliography into its entries (BibTeX 0.99d, and what biblatex has added).
///
/// `@string`, `#` and crossed references are resolved; `@comment`, `@preamble` and all text
/// outside of entries are passed over; nothing is run. A brace that is never closed costs its
/// field, not what follows.
struct BibTeXParser {
  private(set) var entries: [BibEntry] = []
  private(set) var log = DiagnosticLog()
  let text: EditedText
  let bytes: [UInt8]
  var index = 0
  private var strings: [String: [EditedText]] = [:]
  /// How many bytes strings have brought.
  private var expanded = 0
  private var hasReportedExpansion = false
  /// Whether the last entry ended without its brace.
  private var isUnclosed = false
  /// Whether a value ends before a line that looks like a field.
  private var isCareful = false
  /// How often an entry may still be read again.
  private var rereadings = 64
  /// How often the end of a value may still be looked for.
  private var searches = 64

  init(_ text: EditedText) {
    self.text = text
    bytes = text.bytes
    while let start = nextAt() { readBlock(at: start) }
    entries = CrossReferences(entries).resolved(&log)
  }

  // MARK: Blocks

  /// The next `@` with a name behind it.
  private mutating func nextAt() -> Int? {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "@"), index + 1 < bytes.count, isLetter(bytes[index + 1]) {
        return index
      }
      index += 1
    }
    return nil
  }

  private mutating func readBlock(at start: Int) {
    index = start + 1
    let type = readName().lowercased()
    skipBlanks()
    guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") else { return }
    let isBrace = byte == UInt8(ascii: "{")
    let open = index
    index += 1
    switch type {
    case "comment", "preamble": skipBlock(from: open, isBrace: isBrace)
    case "string": readString(isBrace ? UInt8(ascii: "}") : UInt8(ascii: ")"))
    default: readEntry(type, from: start, isBrace ? UInt8(ascii: "}") : UInt8(ascii: ")"))
    }
  }

  private mutating func skipBlock(from open: Int, isBrace: Bool) {
    index = open
    if isBrace, let end = closingBrace(of: open) {
      index = end + 1
    } else {
      while let next = byte, next != 0x0A { index += 1 }
    }
  }

  private mutating func readString(_ close: UInt8) {
    skipBlanks()
    let name = readName().lowercased()
    skipBlanks()
    guard !name.isEmpty, byte == UInt8(ascii: "=") else {
      report("a @string needs a name and a value", at: index)
      return
    }
    index += 1
    strings[name] = readValue(close)
    skipBlanks()
    if byte == close { index += 1 }
  }

  private mutating func readEntry(_ type: String, from start: Int, _ close: UInt8) {
    skipBlanks()
    let keyStart = index
    while let next = byte, ![UInt8(ascii: ","), close, 0x0A, UInt8(ascii: "=")].contains(next) {
      index += 1
    }
    var entry = BibEntry(type: type, key: "")
    if byte == UInt8(ascii: "=") {
      // No name of its own: the first words are a field.
      index = keyStart
    } else {
      entry.key = text.string(keyStart..<index).trimmingSpaces()
    }
    readFields(of: &entry, close)
    entry.span = text.span(of: start..<max(index, start + 1))
    entries.append(entry)
  }

  /// Reads the fields; in an unclosed entry a value ends before what looks like the next field.
  private mutating func readFields(of entry: inout BibEntry, _ close: UInt8) {
    let (start, before, first) = (index, log, entry)
    isUnclosed = false
    while readField(into: &entry, close) {}
    guard isUnclosed, rereadings > 0 else { return }
    rereadings -= 1
    (index, log, entry) = (start, before, first)
    isCareful = true
    while readField(into: &entry, close) {}
    isCareful = false
  }

  /// Reads a further field; no at the end of the entry.
  private mutating func readField(into entry: inout BibEntry, _ close: UInt8) -> Bool {
    while let next = byte, isBlank(next) || next == UInt8(ascii: ",") { index += 1 }
    guard let next = byte else {
      isUnclosed = true
      report("the entry “\(entry.key)” is never closed", at: bytes.count - 1)
      return false
    }
    if next == close {
      index += 1
      return isClosedTooSoon()
    }
    if beginsEntry(at: index) {
      isUnclosed = true
      report("the entry “\(entry.key)” is not closed before the next", at: index)
      return false
    }
    let start = index
    let name = readName().lowercased()
    let nameSpan = text.span(of: start..<max(index, start + 1))
    skipBlanks()
    guard !name.isEmpty, byte == UInt8(ascii: "=") else {
      report("expected a field with a sign “=”", at: min(index, bytes.count - 1))
      skipLine(close)
      return true
    }
    index += 1
    let parts = readValue(close)
    entry.fields.append(BibField(name: name, nameSpan: nameSpan, parts: parts))
    return true
  }

  /// A brace too many closes an entry whose fields go on behind a comma.
  private mutating func isClosedTooSoon() -> Bool {
    var next = index
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: ","), isFieldLine(next + 1) else {
      return false
    }
    report("one brace too many; the entry goes on behind it", at: index - 1)
    return true
  }

  private mutating func skipLine(_ close: UInt8) {
    let start = index
    while let next = byte, next != 0x0A, next != close, next != UInt8(ascii: ",") { index += 1 }
    if index == start, byte != close { index += 1 }
  }

  // MARK: Values

  /// Texts, numbers and names of strings, joined by `#`.
  private mutating func readValue(_ close: UInt8) -> [EditedText] {
    var parts: [EditedText] = []
    while true {
      skipBlanks()
      switch byte {
      case UInt8(ascii: "{"): parts.append(readBraced())
      case UInt8(ascii: "\""): parts.append(readQuoted())
      default: parts += readWord(close)
      }
      skipBlanks()
      guard byte == UInt8(ascii: "#") else { return parts }
      index += 1
    }
  }

  private mutating func readBraced() -> EditedText {
    let open = index
    if let end = closingBrace(of: open) {
      index = end + 1
      return text.slice(open + 1..<end)
    }
    report("this brace is never closed", at: open)
    return readToField(from: open + 1)
  }

  /// The quote that ends a text stands outside of all braces in it.
  private mutating func readQuoted() -> EditedText {
    let open = index
    var depth = 0
    var end = open + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth == 0:
        index = end + 1
        return text.slice(open + 1..<end)
      case 0x0A where beginsEntry(at: end + 1): end = bytes.count
      default: break
      }
      end += 1
    }
    report("this quote is never closed", at: open)
    return readToField(from: open + 1)
  }

  /// What stands before the next line that looks like a field, or like an entry.
  private mutating func readToField(from start: Int) -> EditedText {
    var end = start
    while end < bytes.count,
      bytes[end] != 0x0A || !isFieldLine(end + 1) && !beginsEntry(at: end + 1)
    {
      end += 1
    }
    index = end
    var last = end
    while last > start, isBlank(bytes[last - 1]) || ",}\"".utf8.contains(bytes[last - 1]) {
      last -= 1
    }
    return text.slice(start..<last)
  }

  private mutating func readWord(_ close: UInt8) -> [EditedText] {
    let start = index
    let ends: Set<UInt8> = [close, UInt8(ascii: ","), UInt8(ascii: "#"), UInt8(ascii: "=")]
    while let next = byte, !isBlank(next), !ends.contains(next) { index += 1 }
    guard index > start else {
      report("expected a value", at: min(start, bytes.count - 1))
      return []
    }
    let word = text.string(start..<index)
    guard Int(word) == nil else { return [text.slice(start..<index)] }
    guard let value = strings[word.lowercased()] else {
      if !Self.months.contains(word.lowercased().prefix(3)) {
        report("no @string “\(word)” is defined; the word itself is read", at: start)
      }
      return [text.slice(start..<index)]
    }
    expanded += value.reduce(0) { $0 + $1.count + 1 }
    guard expanded <= Limits.bibTeXExpansion else {
      if !hasReportedExpansion { report("the strings make too long a text; cut here", at: start) }
      hasReportedExpansion = true
      return []
    }
    return value
  }

  /// The names of months are strings of every style.
  private static let months: Set<Substring> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The brace that closes one, before the next entry.
  private mutating func closingBrace(of open: Int) -> Int? {
    guard searches > 0 else { return nil }
    var depth = 0
    var end = open
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return end }
      case 0x0A where beginsEntry(at: end + 1) || isCareful && isFieldLine(end + 1):
        end = bytes.count
      default: break
      }
      end += 1
    }
    searches -= 1
    return nil
  }
}

// MARK: Bytes

extension BibTeXParser {
  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func skipBlanks() {
    while let next = byte, isBlank(next) { index += 1 }
  }

  /// Letters, digits and the signs that names of types and fields may hold.
  private mutating func readName() -> String {
    let start = index
    while let next = byte,
      isLetter(next) || (0x30...0x39).contains(next) || "-_+.:/*".utf8.contains(next)
        || next >= 0x80
    {
      index += 1
    }
    return text.string(start..<index)
  }

  /// Whether a line begins with `@name{`.
  private func beginsEntry(at start: Int) -> Bool {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "@") else { return false }
    var end = start + 1
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    return end > start + 2 && end < bytes.count && "{(".utf8.contains(bytes[end])
  }

  /// Whether a line begins with `name = ` and a value.
  private func isFieldLine(_ start: Int) -> Bool {
    var end = start
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    let name = end
    while end < bytes.count, isLetter(bytes[end]) || "-_".utf8.contains(bytes[end]) { end += 1 }
    guard end > name else { return false }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "=")
  }

  private mutating func report(_ message: String, at offset: Int) {
    guard log.diagnostics.count < 100, offset >= 0, offset < bytes.count else { return }
    log.add(
      Diagnostic(.warning, .badBibTeX, message, at: text.span(of: offset..<offset + 1)))
  }
}

/// Gives entries the fields of those that they refer to by `crossref`.
private struct CrossReferences {
  private var entries: [BibEntry]
  private let indices: [String: Int]

  init(_ entries: [BibEntry]) {
    self.entries = entries
    indices = Dictionary(
      entries.indices.map { (entries[$0].key.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func resolved(_ log: inout DiagnosticLog) -> [BibEntry] {
    var result: [BibEntry] = []
    var parents: Set<Int> = []
    for entry in entries {
      var whole = entry
      var next = entry["crossref", "xdata"]
      var depth = 0
      while let link = next, depth < Limits.crossReferences {
        let name = String(decoding: link.raw, as: UTF8.self).trimmingSpaces().lowercased()
        guard let index = indices[name] else {
          guard log.diagnostics.count < 100 else { break }
          log.add(
            Diagnostic(
              .warning, .badBibTeX, "no entry “\(name)” is there to refer to", at: link.span))
          break
        }
        parents.insert(index)
        inherit(from: entries[index], by: &whole)
        next = entries[index]["crossref", "xdata"]
        depth += 1
      }
      if next != nil, depth == Limits.crossReferences, log.diagnostics.count < 100 {
        log.add(
          Diagnostic(
            .warning, .badBibTeX, "entries refer to each other without end",
            at: entry.span.map {
              SourceSpan(file: $0.file, range: $0.range.lowerBound..<$0.range.lowerBound + 1)
            }))
      }
      result.append(whole)
    }
    // What only holds the fields of others is no work.
    return result.indices.filter { index in
      let isHolder = ["proceedings", "collection", "xdata", "set"].contains(result[index].type)
      return !isHolder || !parents.contains(index) && result[index].type != "xdata"
    }.map { result[$0] }
  }

  private func inherit(from parent: BibEntry, by entry: inout BibEntry) {
    for var field in parent.fields where !["crossref", "xdata"].contains(field.name) {
      if field.name == "title", parent.type != "xdata" {
        field.name = "booktitle"
      } else if ["subtitle", "titleaddon", "doi", "url", "pdf", "abstract"].contains(field.name),
        parent.type != "xdata"
      {
        continue
      }
      if entry[field.name] == nil { entry.fields.append(field) }
    }
  }
}
