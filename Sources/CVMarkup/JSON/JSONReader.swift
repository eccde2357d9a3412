// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Reads a JSON text (RFC 8259) into a tree with places.
///
/// Not as YAML, of which JSON is nearly a part: escapes of two units (`\ud83d\ude00`), colons on
/// the next line and the words of messages differ.
///
/// - Returns: `nil` for an empty text.
/// - Throws: `DataFault` at the first fault, also beyond the limits of depth and size.
func readJSON(_ text: EditedText) throws(DataFault) -> DataNode? {
  var reader = JSONReader(text)
  return try reader.read()
}

/// Walks over the bytes; collections that are open stand on a stack.
private struct JSONReader {
  private let text: EditedText
  private let bytes: [UInt8]
  private var index = 0
  private var open: [OpenCollection] = []
  private var root: DataNode?
  private var count = 0

  /// An array or an object whose end is still to come.
  private struct OpenCollection {
    var isObject: Bool
    var start: Int
    var items: [DataNode] = []
    var members: [DataNode.Member] = []
    var key: (text: String, span: SourceSpan?)?

    var isEmpty: Bool { items.isEmpty && members.isEmpty }
  }

  init(_ text: EditedText) {
    self.text = text
    bytes = text.bytes
  }

  mutating func read() throws(DataFault) -> DataNode? {
    skipBlanks()
    guard index < bytes.count else { return nil }
    try readValue()
    while !open.isEmpty { try readNext() }
    skipBlanks()
    guard index == bytes.count else { throw fault("the text goes on behind its end") }
    return root
  }

  /// A further item or member of the innermost collection, or its end.
  private mutating func readNext() throws(DataFault) {
    let last = open.count - 1
    let close = open[last].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    skipBlanks()
    if byte == close {
      index += 1
      return try closeCollection()
    }
    if !open[last].isEmpty {
      guard byte == UInt8(ascii: ",") else {
        throw fault("expected a comma or “\(Unicode.Scalar(close))”")
      }
      index += 1
      skipBlanks()
      if byte == close { throw fault("nothing stands between the comma and its end") }
    }
    if open[last].isObject { try readKey() }
    try readValue()
  }

  private mutating func readKey() throws(DataFault) {
    guard byte == UInt8(ascii: "\"") else { throw fault("expected a key in double quotes") }
    let start = index
    let name = try readString()
    open[open.count - 1].key = (name, text.span(of: start..<index))
    skipBlanks()
    guard byte == UInt8(ascii: ":") else { throw fault("expected a colon behind the key") }
    index += 1
    skipBlanks()
  }

  private mutating func readValue() throws(DataFault) {
    count += 1
    guard count <= Limits.yamlNodes else {
      throw fault("has more than \(Limits.yamlNodes) values")
    }
    let start = index
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < Limits.yamlDepth else {
        throw fault("nests deeper than \(Limits.yamlDepth) levels")
      }
      open.append(OpenCollection(isObject: byte == UInt8(ascii: "{"), start: start))
      index += 1
    case UInt8(ascii: "\""):
      let value = try readString()
      add(DataNode(.scalar(value, isQuoted: true), span: text.span(of: start..<index)))
    default:
      while let next = byte, isPlain(next) { index += 1 }
      let word = text.string(start..<index)
      guard ["true", "false", "null"].contains(word) || isNumber(word) else {
        index = start
        throw fault("expected a value")
      }
      add(DataNode(.scalar(word, isQuoted: false), span: text.span(of: start..<index)))
    }
  }

  private mutating func closeCollection() throws(DataFault) {
    let last = open.removeLast()
    let value: DataNode.Value = last.isObject ? .mapping(last.members) : .sequence(last.items)
    add(DataNode(value, span: text.span(of: last.start..<index)))
  }

  private mutating func add(_ node: DataNode) {
    guard let last = open.indices.last else {
      root = node
      return
    }
    if open[last].isObject, let key = open[last].key {
      open[last].members.append(.init(key: key.text, keySpan: key.span, value: node))
      open[last].key = nil
    } else {
      open[last].items.append(node)
    }
  }

  // MARK: Bytes

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let next = byte, [0x20, 0x09, 0x0A, 0x0D].contains(next) { index += 1 }
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return scalar.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains(scalar)
  }

  private func isNumber(_ word: String) -> Bool {
    guard let first = word.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: ".") else {
      return false
    }
    return word.utf8.contains(where: isDigit) && Double(word) != nil
  }

  private func fault(_ message: String) -> DataFault {
    let found =
      index < bytes.count ? "" : "; the file ends here"
    return DataFault(message: message + found, offset: min(index, max(bytes.count - 1, 0)))
  }
}

// MARK: Strings

extension JSONReader {
  /// The text of a string, whose opening quote is the next byte.
  private mutating func readString() throws(DataFault) -> String {
    let start = index
    index += 1
    var result: [UInt8] = []
    while let next = byte {
      switch next {
      case UInt8(ascii: "\""):
        index += 1
        return withoutControls(String(decoding: result, as: UTF8.self))
      case UInt8(ascii: "\\"): result += try readEscape()
      case 0x0A:
        index = start
        throw fault("the quotes are not closed on their line")
      default:
        result.append(next)
        index += 1
      }
    }
    index = start
    throw fault("the quotes are never closed")
  }

  /// The bytes that an escape stands for.
  private mutating func readEscape() throws(DataFault) -> [UInt8] {
    let sign = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch sign {
    case UInt8(ascii: "n"): return take(2, as: "\n")
    case UInt8(ascii: "t"): return take(2, as: "\t")
    case UInt8(ascii: "r"): return take(2, as: "\r")
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return take(2, as: " ")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      index += 2
      return [sign]
    case UInt8(ascii: "u"): return try readUnits()
    default: throw fault("“\\” begins no escape here; write “\\\\” for a backslash")
    }
  }

  /// `\u00e9`, and two units for what lies beyond the basic plane; half a pair is U+FFFD.
  private mutating func readUnits() throws(DataFault) -> [UInt8] {
    guard let first = unit(at: index) else { throw fault("“\\u” needs four hexadecimal digits") }
    if 0xD800...0xDBFF ~= first, let second = unit(at: index + 6), 0xDC00...0xDFFF ~= second {
      let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      return take(12, as: Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return take(6, as: Unicode.Scalar(first) ?? "\u{FFFD}")
  }

  private func unit(at offset: Int) -> UInt32? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[offset + 2..<offset + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func take(_ length: Int, as scalar: Unicode.Scalar) -> [UInt8] {
    index += length
    return Array(String(scalar).utf8)
  }
}
