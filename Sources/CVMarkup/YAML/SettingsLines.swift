// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Reads `key: value` and `key = value` lines one by one.
///
/// For front matter that no parser takes: a colon in an unquoted title must not cost the author
/// her name. Below a key without a value stand its indented members or its list; what nests
/// deeper, and what stands below a `[table]`, is passed over.
func readSettingsLines(_ text: EditedText) -> DataNode {
  let scan = ByteScan(text.bytes)
  var members: [DataNode.Member] = []
  var start = 0
  while start < scan.count {
    let line = start..<scan.lineEnd(from: start)
    start = line.upperBound + 1
    if scan.has("[", at: line.lowerBound) { break }
    if scan.isBlank(line) || scan.has("#", at: scan.skipBlanks(from: line.lowerBound)) { continue }
    let content = scan.skipBlanks(from: line.lowerBound)
    let isItem = scan.has("- ", at: content)
    if content > line.lowerBound || isItem {
      guard let last = members.indices.last, members[last].value.text == nil else { continue }
      let place = isItem ? scan.skipBlanks(from: content + 2) : content
      members[last].value.add(place..<line.upperBound, in: text, scan, asItem: isItem)
    } else if let member = member(in: text, scan, line) {
      members.append(member)
    }
  }
  return DataNode(.mapping(members), span: text.span(of: 0..<text.count))
}

extension DataNode {
  /// Adds an indented line to the value of the key above it.
  fileprivate mutating func add(
    _ line: Range<Int>, in text: EditedText, _ scan: ByteScan, asItem isItem: Bool
  ) {
    let found = member(in: text, scan, line)
    var rows = items
    var keys = members
    // No other owner of the rows: they grow in place.
    value = .sequence([])
    if isItem {
      let row = found.map { Value.mapping([$0]) } ?? .scalar(scan.string(line), isQuoted: false)
      rows.append(DataNode(row, span: text.span(of: line)))
    } else if let found, let last = rows.last, !last.members.isEmpty {
      rows[rows.count - 1].value = .mapping(last.members + [found])
    } else if let found, rows.isEmpty {
      keys.append(found)
    }
    value = keys.isEmpty ? .sequence(rows) : .mapping(keys)
  }
}

private func member(
  in text: EditedText, _ scan: ByteScan, _ line: Range<Int>
) -> DataNode.Member? {
  let isKeyByte = { (byte: UInt8) in byte != UInt8(ascii: ":") && byte != UInt8(ascii: "=") }
  guard let sign = line.first(where: { !isKeyByte(scan.bytes[$0]) }) else { return nil }
  let key = scan.string(line.lowerBound..<sign).split(separator: " ").joined(separator: " ")
  guard !key.isEmpty, !scan.isBlank(scan.bytes[line.lowerBound]) else { return nil }
  let isWord = key.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || "-_0123456789".unicodeScalars.contains($0)
  }
  guard isWord else { return nil }
  var value = scan.skipBlanks(from: sign + 1)..<line.upperBound
  while !value.isEmpty, scan.isBlank(scan.bytes[value.upperBound - 1]) {
    value = value.lowerBound..<value.upperBound - 1
  }
  let quote = value.count >= 2 ? scan.bytes[value.lowerBound] : 0
  let isQuoted =
    (quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"))
    && scan.bytes[value.upperBound - 1] == quote
  if isQuoted {
    value = value.lowerBound + 1..<value.upperBound - 1
  } else if quote == UInt8(ascii: "\""), scan.bytes[value].count(where: { $0 == quote }) == 1 {
    // A quote that is never closed is the very fault, and no part of a name.
    value = value.lowerBound + 1..<value.upperBound
  }
  return .init(
    key: key, keySpan: text.span(of: line.lowerBound..<sign),
    value: DataNode(
      .scalar(scan.string(value), isQuoted: isQuoted), span: text.span(of: value)))
}
