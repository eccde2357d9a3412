// SPDX-License-Identifier: MIT
package import CVDiagnostics

/// Decodes the bytes of a file to text and keeps it in the source set.
///
/// UTF-8 is taken as it is; UTF-16 is known by its byte order mark; other bytes are read as
/// Windows-1252 where no valid multi-byte sequence speaks for UTF-8, else each wrong byte becomes
/// U+FFFD. Line ends become line feeds, letters and their accents one character.
///
/// - Parameter limit: The most bytes there may be.
/// - Returns: The text with its map to the source, or `nil` after an error (a binary or too
///   large file).
package func decode(
  _ bytes: [UInt8], name: String, limit: Int = Limits.inputBytes, into sources: inout SourceSet,
  log: inout DiagnosticLog
) -> EditedText? {
  guard bytes.count <= limit else {
    log.add(.tooLarge(name: name))
    return nil
  }
  if let format = BinaryFormat(bytes) {
    log.add(.binary(name: name, format: format, bytes))
    return nil
  }
  let (text, fault) = decodedText(bytes)
  let file = sources.add(SourceFile(name: name, text: text))
  if let fault { log.add(fault.diagnostic(in: file)) }
  let edited = EditedText(sources[file], id: file)
  let lines = edited.applying(lineEndEdits(edited.bytes))
  return lines.applying(composingEdits(lines.bytes))
}

/// Mends text that was read in a wrong encoding, then drops control characters (but TAB and LF),
/// byte order marks and non-characters.
func clean(
  _ text: EditedText, account: inout ImportAccount, log: inout DiagnosticLog
) -> EditedText {
  let repaired = repairMojibake(text, account: &account, log: &log)
  return repaired.applying(controlEdits(repaired.bytes))
}

/// What was wrong with the encoding of a file that could still be read.
private enum EncodingFault {
  case notUTF8(readAs: String, firstOffset: Int)
  case invalidBytes(count: Int, firstOffset: Int)

  func diagnostic(in file: FileID) -> Diagnostic {
    switch self {
    case .notUTF8(let encoding, let offset):
      let span = SourceSpan(file: file, range: offset..<offset + 1)
      return Diagnostic(
        .warning, .notUTF8, "the file is not UTF-8; it was read as \(encoding)", at: span,
        label: "the first byte that is not UTF-8",
        help: "save the file as UTF-8 if letters look wrong in the output")
    case .invalidBytes(let count, let offset):
      let span = SourceSpan(file: file, range: offset..<offset + 3)
      let bytes = count == 1 ? "one byte is" : "\(count) bytes are"
      return Diagnostic(
        .warning, .invalidUTF8, "\(bytes) no valid UTF-8; each was replaced by U+FFFD", at: span,
        label: "the first of them", help: "open the file in an editor and retype these characters")
    }
  }
}

private func decodedText(_ bytes: [UInt8]) -> ([UInt8], EncodingFault?) {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return decodedText(Array(bytes.dropFirst(3))) }
  if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes, bigEndian: false), nil) }
  if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes, bigEndian: true), nil) }
  if String(validating: bytes, as: UTF8.self) != nil { return (bytes, nil) }
  let scan = UTF8Scan(bytes)
  if scan.multiByteSequences == 0 {
    let text = bytes.map { String(CodePage.windows1252.scalar(of: $0)) }.joined()
    return (Array(text.utf8), .notUTF8(readAs: "Windows-1252", firstOffset: scan.firstFault))
  }
  let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
  return (text, .invalidBytes(count: scan.faults, firstOffset: scan.firstFault))
}

private func utf16(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8] {
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
    let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    return bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
  }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

/// How much of some bytes is valid UTF-8.
private struct UTF8Scan {
  var multiByteSequences = 0
  /// How many replacement characters the standard decoder would write.
  var faults = 0
  /// The offset of the first fault; all before it is valid.
  var firstFault = 0

  init(_ bytes: [UInt8]) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.value > 0x7F { multiByteSequences += 1 }
        offset += UTF8.width(scalar)
      case .emptyInput: return
      case .error:
        if faults == 0 { firstFault = offset }
        faults += 1
      }
    }
  }
}

/// Line ends of Windows and of old Macs become line feeds.
private func lineEndEdits(_ bytes: [UInt8]) -> [Edit] {
  bytes.indices.lazy.filter { bytes[$0] == 0x0D }.map { index in
    let followed = index + 1 < bytes.count && bytes[index + 1] == 0x0A
    return Edit(range: index..<index + 1, replacement: followed ? [] : [0x0A])
  }
}

/// A text that an escape or an entity may have brought controls into, without them, as `clean`
/// leaves no written ones; those that break a line or a page are blanks.
func withoutControls(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy {
    $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xEF || $0 == 0x0A || $0 == 0x09
  }
  guard !isPlain else { return text }
  var bytes = Array(text.utf8)
  for edit in controlEdits(bytes).reversed() {
    let start = edit.range.lowerBound
    let isBreak =
      0x0B...0x0D ~= bytes[start] && bytes[min(start + 1, bytes.count - 1)] != 0x0A
    bytes.replaceSubrange(edit.range, with: isBreak ? [0x20] : [])
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func controlEdits(_ bytes: [UInt8]) -> [Edit] {
  var edits: [Edit] = []
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F {
      edits.append(.remove(index..<index + 1))
    } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 {
      edits.append(.remove(index..<index + 2))
      index += 1
    } else if byte == 0xEF, index + 2 < bytes.count {
      let next = (bytes[index + 1], bytes[index + 2])
      if next == (0xBB, 0xBF) || next.0 == 0xBF && next.1 >= 0xBE {
        edits.append(.remove(index..<index + 3))
        index += 2
      }
    }
    index += 1
  }
  return edits
}

/// A file that is no text, known by its first bytes.
private enum BinaryFormat: String {
  case pdf = "a PDF file"
  case zip = "a ZIP archive, such as a Word or OpenDocument file"
  case image = "an image"
  case gzip = "a compressed file"
  case unknown = "a binary file"

  init?(_ bytes: [UInt8]) {
    let signatures: [(BinaryFormat, [UInt8])] = [
      (.pdf, Array("%PDF-".utf8)), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.gzip, [0x1F, 0x8B]),
      (.image, [0x89, 0x50, 0x4E, 0x47]), (.image, [0xFF, 0xD8, 0xFF]),
      (.image, Array("GIF8".utf8)), (.unknown, [0x7F, 0x45, 0x4C, 0x46]),
    ]
    if let known = signatures.first(where: { bytes.starts(with: $0.1) }) {
      self = known.0
    } else if !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]),
      bytes.prefix(8192).contains(0)
    {
      self = .unknown
    } else {
      return nil
    }
  }
}

extension Diagnostic {
  /// A file beyond `Limits.inputBytes`.
  package static func tooLarge(name: String) -> Diagnostic {
    let limit = Limits.inputBytes / 1_048_576
    return Diagnostic(
      .error, .inputTooLarge, "“\(name)” has more than \(limit) MB, the most a profile may have",
      help: "give the page itself, not a data set or an archive")
  }

  fileprivate static func binary(
    name: String, format: BinaryFormat, _ bytes: [UInt8]
  ) -> Diagnostic {
    var message = "“\(name)” is \(format.rawValue), not a text"
    if format == .unknown, let zero = bytes.firstIndex(of: 0) {
      let line = bytes[..<zero].count { $0 == 0x0A } + 1
      message += ": a zero byte stands in line \(line)"
    }
    return Diagnostic(
      .error, .binaryFile, message,
      help: "give the Markdown, HTML or YAML file that it was made from")
  }
}
