// SPDX-License-Identifier: MIT

/// A token of a content stream (ISO 32000-1, 7.8.2) and where it stands.
struct ContentToken: Hashable {
  /// What a token is; a sign of an array or a dictionary is one token.
  enum Kind { case number, name, string, hexString, open, close, keyword }

  var kind: Kind
  var range: Range<Int>
}

/// Cuts a content stream into tokens; any bytes give some.
struct ContentScanner {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> ContentToken? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    let start = position
    position += 1
    let kind: ContentToken.Kind
    switch bytes[start] {
    case UInt8(ascii: "("):
      skipString()
      kind = .string
    case UInt8(ascii: "<"):
      kind = take(UInt8(ascii: "<")) ? .open : .hexString
      if kind == .hexString { skip(through: UInt8(ascii: ">")) }
    case UInt8(ascii: ">"):
      _ = take(UInt8(ascii: ">"))
      kind = .close
    case UInt8(ascii: "["), UInt8(ascii: "{"): kind = .open
    case UInt8(ascii: "]"), UInt8(ascii: "}"): kind = .close
    case UInt8(ascii: "/"):
      skipRegular()
      kind = .name
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      skipRegular()
      kind = .number
    default:
      skipRegular()
      kind = .keyword
      if bytes[start..<position].elementsEqual("ID".utf8) { skipImage() }
    }
    return ContentToken(kind: kind, range: start..<position)
  }

  // MARK: Skipping

  private mutating func skipBlanks() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
      } else if Self.isBlank(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  /// To the bracket that closes the string; brackets in pairs need no escape.
  private mutating func skipString() {
    var depth = 1
    while position < bytes.count, depth > 0 {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
    }
    position = min(position, bytes.count)
  }

  private mutating func skip(through end: UInt8) {
    while position < bytes.count, bytes[position] != end { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private mutating func skipRegular() {
    while position < bytes.count, !Self.isBlank(bytes[position]), !Self.ends(bytes[position]) {
      position += 1
    }
  }

  /// The bytes of an inline image end before `EI` between blanks.
  private mutating func skipImage() {
    while position + 2 < bytes.count {
      let isEnd =
        Self.isBlank(bytes[position]) && bytes[position + 1] == UInt8(ascii: "E")
        && bytes[position + 2] == UInt8(ascii: "I")
        && (position + 3 == bytes.count || Self.isBlank(bytes[position + 3]))
      if isEnd { return }
      position += 1
    }
    position = bytes.count
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  // MARK: Signs

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  /// Whether a byte ends a name, a number or a keyword before it.
  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}

extension ContentScanner {
  /// The bytes that a string shows, its escapes resolved; empty for other tokens.
  func stringBytes(_ token: ContentToken) -> [UInt8] {
    switch token.kind {
    case .string: literalBytes(token.range)
    case .hexString: hexBytes(token.range)
    default: []
    }
  }

  private func hexBytes(_ range: Range<Int>) -> [UInt8] {
    var digits = bytes[range].compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { at in
      UInt8(digits[at] << 4 | digits[at + 1])
    }
  }

  private func literalBytes(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var at = range.lowerBound + 1
    // A string that the stream cuts short has no bracket at its end.
    let end = bytes[range].last == UInt8(ascii: ")") ? range.upperBound - 1 : range.upperBound
    while at < end {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < end else {
        result.append(bytes[at])
        at += 1
        continue
      }
      at += 1
      switch bytes[at] {
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "f"): result.append(12)
      case 13 where at + 1 < end && bytes[at + 1] == 10: at += 1
      case 10, 13: break
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        let digits = bytes[at..<min(at + 3, end)].prefix { 0x30...0x37 ~= $0 }
        result.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }))
        at += digits.count - 1
      default: result.append(bytes[at])
      }
      at += 1
    }
    return result
  }

  /// The words of a name or a keyword; a name with its slash.
  func word(_ token: ContentToken) -> String { String(decoding: bytes[token.range], as: UTF8.self) }
}
