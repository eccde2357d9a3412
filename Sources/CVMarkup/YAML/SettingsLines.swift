// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Reads `key: value` and `key = value` lines one by one.
///
/// For TOML front matter, whose nested parts a CV does not need, and for YAML that no parser
/// takes: a colon in an unquoted title must not cost the author her name. What is indented or
/// stands below a `[table]` is passed over.
func readSettingsLines(_ text: EditedText) -> DataNode {
  let scan = ByteScan(text.bytes)
  var members: [DataNode.Member] = []
  var start = 0
  while start < scan.count {
    let end = scan.lineEnd(from: start)
    if scan.has("[", at: start) { break }
    if let member = member(in: text, scan, start..<end) { members.append(member) }
    start = end + 1
  }
  return DataNode(.mapping(members), span: text.span(of: 0..<text.count))
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
