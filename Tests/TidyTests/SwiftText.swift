// SPDX-License-Identifier: MIT

/// Swift source, told apart: code, comments and the texts of string literals.
///
/// It knows nested comments, raw and multi-line strings and interpolation; regular expression
/// literals, which the project does not use, it does not know.
struct SwiftText {
  /// The source with comments and the texts of literals blanked; line ends stay in place.
  private(set) var code: [UInt8]
  private(set) var literals: [Literal] = []

  /// A string literal, or a part of one between interpolations.
  struct Literal {
    var line: Int
    var text: String
  }

  /// What the scan is inside of.
  private enum Context {
    case literal(hashes: Int, isMultiline: Bool)
    case interpolation(depth: Int)
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var contexts: [Context] = []
  private var text: [UInt8] = []

  init(_ source: some StringProtocol) {
    bytes = Array(source.utf8)
    code = bytes
    while at < bytes.count {
      if case .literal(let hashes, let isMultiline) = contexts.last {
        scanLiteral(hashes, isMultiline)
      } else {
        scanCode()
      }
    }
  }

  private mutating func scanCode() {
    if sees("//") {
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { blank(1) }
    } else if sees("/*") {
      skipBlockComment()
    } else if let (hashes, isMultiline) = opening() {
      at += hashes + (isMultiline ? 3 : 1)
      contexts.append(.literal(hashes: hashes, isMultiline: isMultiline))
    } else {
      if case .interpolation(let depth) = contexts.last { follow(depth) }
      step(1)
    }
  }

  /// Counts the parentheses of an interpolation; its last one ends it.
  private mutating func follow(_ depth: Int) {
    let change = bytes[at] == UInt8(ascii: "(") ? 1 : bytes[at] == UInt8(ascii: ")") ? -1 : 0
    contexts.removeLast()
    if depth + change > 0 { contexts.append(.interpolation(depth: depth + change)) }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if sees("/*") {
        depth += 1
        blank(2)
      } else if sees("*/") {
        depth -= 1
        blank(2)
      } else {
        blank(1)
      }
    } while depth > 0 && at < bytes.count
  }

  /// The quotes that begin here, if any.
  private func opening() -> (hashes: Int, isMultiline: Bool)? {
    let hashes = bytes[at...].prefix { $0 == UInt8(ascii: "#") }.count
    guard sees("\"", after: hashes) else { return nil }
    return (hashes, sees("\"\"\"", after: hashes))
  }

  private mutating func scanLiteral(_ hashes: Int, _ isMultiline: Bool) {
    let marks = String(repeating: "#", count: hashes)
    let quotes = (isMultiline ? "\"\"\"" : "\"") + marks
    if sees("\\" + marks + "(") {
      finishLiteral()
      blank(1 + hashes)
      step(1)
      contexts.append(.interpolation(depth: 1))
    } else if sees("\\" + marks) {
      let isQuote = sees("\"", after: 1 + hashes)
      text.append(isQuote ? UInt8(ascii: "\"") : UInt8(ascii: " "))
      blank(2 + hashes)
    } else if sees(quotes) {
      finishLiteral()
      contexts.removeLast()
      step(quotes.utf8.count)
    } else {
      text.append(bytes[at])
      blank(1)
    }
  }

  private mutating func finishLiteral() {
    literals.append(Literal(line: line, text: String(decoding: text, as: UTF8.self)))
    text = []
  }

  private func sees(_ word: String, after offset: Int = 0) -> Bool {
    var place = at + offset
    for byte in word.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }

  private mutating func step(_ count: Int) {
    for _ in 0..<count where at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      at += 1
    }
  }

  private mutating func blank(_ count: Int) {
    for place in at..<min(at + count, bytes.count) where bytes[place] != UInt8(ascii: "\n") {
      code[place] = UInt8(ascii: " ")
    }
    step(count)
  }
}
