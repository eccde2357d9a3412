// SPDX-License-Identifier: MIT
package import CVDiagnostics

/// Reads the rows of a CSV text (RFC 4180) one after the other, with places.
///
/// Fields are parted by commas, semicolons or tabs, whichever the first row has most of:
/// spreadsheets take the sign that a country does not write in numbers. Blank lines are no rows.
package struct CSVReader {
  private let text: EditedText
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0

  package init(_ text: EditedText) {
    self.text = text
    bytes = text.bytes
    separator = Self.separator(of: text.bytes)
  }

  /// The fields of the next row; `nil` at the end.
  ///
  /// A fault costs the rest of the text: behind a quote that is never closed no row is sure.
  package mutating func next(log: inout DiagnosticLog) -> [DataNode]? {
    while index < bytes.count, bytes[index] == 0x0A { index += 1 }
    guard index < bytes.count else { return nil }
    var fields: [DataNode] = []
    while true {
      guard let field = readField(log: &log) else {
        index = bytes.count
        return nil
      }
      fields.append(field)
      guard index < bytes.count, bytes[index] == separator else { break }
      index += 1
    }
    index += 1
    return fields
  }

  private mutating func readField(log: inout DiagnosticLog) -> DataNode? {
    let start = index
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A { index += 1 }
      return field(text.string(start..<index), start)
    }
    var value: [UInt8] = []
    index += 1
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "\"") {
        value.append(bytes[index])
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        value.append(bytes[index])
        index += 2
      } else {
        index += 1
        return closed(value, start, &log)
      }
    }
    log.add(fault("the quotes are never closed", start))
    return nil
  }

  /// A field in quotes, behind which its end must stand.
  private func closed(
    _ value: [UInt8], _ start: Int, _ log: inout DiagnosticLog
  ) -> DataNode? {
    guard index == bytes.count || bytes[index] == separator || bytes[index] == 0x0A else {
      log.add(fault("the field goes on behind its quotes", index))
      return nil
    }
    return field(String(decoding: value, as: UTF8.self), start)
  }

  private func field(_ value: String, _ start: Int) -> DataNode {
    // An empty field has its place before the sign that follows.
    let end = max(index, min(start + 1, bytes.count))
    return DataNode(.scalar(value, isQuoted: true), span: text.span(of: start..<end))
  }

  private func fault(_ label: String, _ offset: Int) -> Diagnostic {
    Diagnostic(
      .error, .badCSV, "the table cannot be read from here on",
      at: text.span(of: offset..<offset + 1), label: label,
      help: "a quote within a field in quotes is written twice: \"\"")
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let signs: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let most = signs.map { counts[$0, default: 0] }.max() ?? 0
    return signs.first { counts[$0, default: 0] == most } ?? UInt8(ascii: ",")
  }
}
