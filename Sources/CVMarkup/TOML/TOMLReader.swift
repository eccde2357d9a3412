// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Reads the TOML of Hugo's front matter into a tree with places: tables, arrays of them, arrays,
/// inline tables, dotted keys and all four kinds of strings.
///
/// Numbers, dates and truth values keep their words; a key that stands twice is no fault.
///
/// - Throws: `DataFault` at the first fault, also beyond the limits of depth and size.
func readTOML(_ text: EditedText) throws(DataFault) -> DataNode {
  var reader = TOMLReader(text)
  return try reader.read()
}

/// Walks over the bytes; a table is put into its place when the next one begins.
private struct TOMLReader {
  private let text: EditedText
  private let scan: ByteScan
  private var index = 0
  private var count = 0
  private var tables = 0
  private var root = DataNode(.mapping([]))

  init(_ text: EditedText) {
    self.text = text
    scan = ByteScan(text.bytes)
  }

  private var byte: UInt8? { index < scan.count ? scan.bytes[index] : nil }

  private func isNext(_ sign: Unicode.Scalar) -> Bool { byte == UInt8(ascii: sign) }

  mutating func read() throws(DataFault) -> DataNode {
    var table = DataNode(.mapping([]))
    var path: [DataNode.Member] = []
    var isItem = false
    skipBlanks(alsoLines: true)
    while byte != nil {
      if isNext("[") {
        root.put(table, at: path[...], isItem: isItem)
        try countTable()
        let start = index
        isItem = scan.has("[[", at: index)
        index += isItem ? 2 : 1
        path = try readKeys()
        try expect("]")
        if isItem { try expect("]") }
        table = DataNode(.mapping([]), span: text.span(of: start..<index))
      } else {
        try readMember(into: &table)
      }
      try endLine()
    }
    root.put(table, at: path[...], isItem: isItem)
    root.span = text.span(of: 0..<text.count)
    return root
  }

  private mutating func readMember(
    into table: inout DataNode, depth: Int = 0
  ) throws(DataFault) {
    var keys = try readKeys()
    try expect("=")
    skipBlanks()
    var last = keys.removeLast()
    last.value = try readValue(depth: depth)
    if keys.isEmpty { return table.append(last) }
    try countTable()
    table.put(last, at: keys[...])
  }

  private mutating func countTable() throws(DataFault) {
    tables += 1
    guard tables <= Limits.tomlTables else {
      throw fault("has more than \(Limits.tomlTables) tables")
    }
  }

  /// The keys between dots, each without a value yet.
  private mutating func readKeys() throws(DataFault) -> [DataNode.Member] {
    var keys: [DataNode.Member] = []
    repeat {
      if !keys.isEmpty { index += 1 }
      skipBlanks()
      let start = index
      let name: String
      if isNext("\"") || isNext("'") {
        name = try readString()
      } else {
        while let byte, isKeyByte(byte) { index += 1 }
        name = scan.string(start..<index)
      }
      guard index > start else { throw fault("expected a key") }
      guard keys.count < Limits.yamlDepth else { throw tooDeep }
      let none = DataNode(.mapping([]), span: text.span(of: start..<index))
      keys.append(.init(key: name, keySpan: none.span, value: none))
      skipBlanks()
    } while isNext(".")
    return keys
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || isDigit(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  // MARK: Values

  private mutating func readValue(depth: Int) throws(DataFault) -> DataNode {
    guard depth < Limits.yamlDepth else { throw tooDeep }
    count += 1
    guard count <= Limits.yamlNodes else {
      throw fault("has more than \(Limits.yamlNodes) values")
    }
    let start = index
    let value: DataNode.Value
    if isNext("[") {
      value = .sequence(try readArray(depth: depth))
    } else if isNext("{") {
      value = try readInlineTable(depth: depth)
    } else if isNext("\"") || isNext("'") {
      value = .scalar(withoutControls(try readString()), isQuoted: true)
    } else {
      while let byte, !",]}#\n".utf8.contains(byte) { index += 1 }
      var end = index
      while end > start, scan.isBlank(scan.bytes[end - 1]) { end -= 1 }
      guard end > start else { throw fault("expected a value") }
      value = .scalar(scan.string(start..<end), isQuoted: false)
      return DataNode(value, span: text.span(of: start..<end))
    }
    return DataNode(value, span: text.span(of: start..<index))
  }

  private mutating func readArray(depth: Int) throws(DataFault) -> [DataNode] {
    var items: [DataNode] = []
    index += 1
    skipBlanks(alsoLines: true)
    while !isNext("]") {
      items.append(try readValue(depth: depth + 1))
      skipBlanks(alsoLines: true)
      guard isNext(",") else { break }
      index += 1
      skipBlanks(alsoLines: true)
    }
    try expect("]")
    return items
  }

  private mutating func readInlineTable(depth: Int) throws(DataFault) -> DataNode.Value {
    var table = DataNode(.mapping([]))
    index += 1
    skipBlanks(alsoLines: true)
    while !isNext("}") {
      try readMember(into: &table, depth: depth + 1)
      skipBlanks(alsoLines: true)
      guard isNext(",") else { break }
      index += 1
      skipBlanks(alsoLines: true)
    }
    try expect("}")
    return table.value
  }

  // MARK: Strings

  /// A string of one line or, between three quotes, of several; single quotes have no escapes.
  private mutating func readString() throws(DataFault) -> String {
    let start = index
    let quote = scan.bytes[index]
    let isLong = scan.run(of: quote, at: index) >= 3
    index += isLong ? 3 : 1
    if isLong, isNext("\n") { index += 1 }
    var result: [UInt8] = []
    while let next = byte {
      if next == quote, !isLong || scan.run(of: quote, at: index) >= 3 {
        // Up to two quotes may stand before the closing three.
        let extra = isLong ? min(scan.run(of: quote, at: index) - 3, 2) : 0
        result += Array(repeating: quote, count: extra)
        index += isLong ? 3 + extra : 1
        return String(decoding: result, as: UTF8.self)
      }
      if next == 0x0A, !isLong { break }
      if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        result += try readEscape()
      } else {
        result.append(next)
        index += 1
      }
    }
    index = start
    throw fault("the quotes are never closed")
  }

  private mutating func readEscape() throws(DataFault) -> [UInt8] {
    let plain: [UInt8: String] = [
      0x62: " ", 0x66: " ", 0x72: "\r", 0x6E: "\n", 0x74: "\t", 0x65: "", 0x22: "\"", 0x5C: "\\",
    ]
    let sign = index + 1 < scan.count ? scan.bytes[index + 1] : 0
    if let text = plain[sign] {
      index += 2
      return Array(text.utf8)
    }
    let length = [0x75: 4, 0x55: 8, 0x78: 2][Int(sign)] ?? 0
    let digits = index + 2..<min(index + 2 + length, scan.count)
    if length > 0, let number = UInt32(scan.string(digits), radix: 16) {
      index = digits.upperBound
      return Array(String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8)
    }
    // A line end and the indentation of the next line are left out.
    let end = scan.skipBlanks(from: index + 1)
    guard end < scan.count, scan.bytes[end] == 0x0A else {
      throw fault("“\\” begins no escape here; write “\\\\” for a backslash")
    }
    index = end
    while let byte, byte == 0x0A || scan.isBlank(byte) { index += 1 }
    return []
  }

  // MARK: Signs

  private mutating func skipBlanks(alsoLines: Bool = false) {
    while let next = byte {
      if next == UInt8(ascii: "#") {
        guard alsoLines else { return }
        index = scan.lineEnd(from: index)
      } else if scan.isBlank(next) || alsoLines && next == 0x0A {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func endLine() throws(DataFault) {
    skipBlanks()
    guard byte == nil || isNext("\n") || isNext("#") else {
      throw fault("the line goes on behind its value")
    }
    skipBlanks(alsoLines: true)
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(DataFault) {
    skipBlanks()
    guard isNext(sign) else { throw fault("expected “\(sign)”") }
    index += 1
  }

  private var tooDeep: DataFault { fault("nests deeper than \(Limits.yamlDepth) levels") }

  private func fault(_ message: String) -> DataFault {
    DataFault(message: message, offset: min(index, max(scan.count - 1, 0)))
  }
}

extension DataNode {
  /// Puts a table where keys lead; in an array of tables it is a further item.
  fileprivate mutating func put(
    _ table: DataNode, at path: ArraySlice<Member>, isItem: Bool
  ) {
    guard var member = path.last else {
      value = table.value
      return
    }
    member.value = isItem ? DataNode(.sequence([table]), span: table.span) : table
    put(member, at: path.dropLast())
  }

  fileprivate mutating func append(_ member: Member) {
    var members = members
    value = .mapping([])
    members.append(member)
    value = .mapping(members)
  }

  /// Puts a member where keys lead; of an array of tables that is the last one.
  fileprivate mutating func put(_ member: Member, at path: ArraySlice<Member>) {
    if case .sequence(var items) = value, let last = items.indices.last {
      // No other owner of the items: they change in place.
      value = .sequence([])
      items[last].put(member, at: path)
      value = .sequence(items)
      return
    }
    var members = members
    value = .mapping([])
    let key = path.first ?? member
    let known = members.lastIndex { $0.key == key.key }
    if path.isEmpty, let known, case .sequence(let new) = member.value.value,
      case .sequence(var items) = members[known].value.value, !items.isEmpty
    {
      members[known].value.value = .sequence([])
      items += new
      members[known].value.value = .sequence(items)
    } else if path.isEmpty, let known, case .mapping = member.value.value {
      for inner in member.value.members { members[known].value.put(inner, at: []) }
    } else if path.isEmpty {
      members.append(member)
    } else if let known {
      members[known].value.put(member, at: path.dropFirst())
    } else {
      var table = key
      table.value.put(member, at: path.dropFirst())
      members.append(table)
    }
    value = .mapping(members)
  }
}
