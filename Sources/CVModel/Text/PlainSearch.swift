// SPDX-License-Identifier: MIT

// The standard library has these for collections of any kind, and compares characters; here bytes
// are compared, which costs a hundredth.
extension String {
  /// Where a part of the text stands first.
  package func firstRange(of part: String) -> Range<Index>? {
    var (text, part) = (self, part)
    let found = text.withUTF8 { text in part.withUTF8 { offset(of: $0, in: text, from: 0) } }
    return found.map { low in
      let start = utf8.index(startIndex, offsetBy: low)
      return start..<utf8.index(start, offsetBy: part.utf8.count)
    }
  }

  /// Whether a part stands anywhere in the text.
  package func contains(_ part: String) -> Bool { part.isEmpty || firstRange(of: part) != nil }

  /// The parts between the places of a sign.
  package func split(
    separator: Character, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    self[...].split(
      separator: separator, maxSplits: maxSplits,
      omittingEmptySubsequences: omittingEmptySubsequences)
  }

  /// The text with another part wherever a part of it stands.
  package func replacing(_ part: String, with other: String) -> String {
    var (text, part, other) = (self, part, other)
    let bytes: [UInt8]? = text.withUTF8 { text in
      part.withUTF8 { part in other.withUTF8 { replaced(part, in: text, by: $0) } }
    }
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? self
  }
}

extension Substring {
  /// The parts between the places of a sign.
  package func split(
    separator: Character, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    guard let byte = separator.asciiValue, !separator.isNewline else {
      return split(
        maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences,
        whereSeparator: { $0 == separator })
    }
    return utf8.split(
      separator: byte, maxSplits: maxSplits,
      omittingEmptySubsequences: omittingEmptySubsequences
    ).map(Substring.init)
  }
}

extension String.UnicodeScalarView {
  /// Whether a scalar is one of these.
  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    var text = String(self)
    guard scalar.isASCII else { return text.contains(String(scalar)) }
    return text.withUTF8 { $0.contains(UInt8(truncatingIfNeeded: scalar.value)) }
  }
}

/// Where some bytes stand first at or behind an offset.
private func offset(
  of part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
  guard let first = part.first else { return nil }
  var index = start
  while index + part.count <= text.count {
    if text[index] == first, part.indices.allSatisfy({ text[index + $0] == part[$0] }) {
      return index
    }
    index += 1
  }
  return nil
}

/// Some bytes with others in place of a part; `nil` where the part is not in them.
private func replaced(
  _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>,
  by other: UnsafeBufferPointer<UInt8>
) -> [UInt8]? {
  guard var found = offset(of: part, in: text, from: 0) else { return nil }
  var result: [UInt8] = []
  var start = 0
  while true {
    result += text[start..<found]
    result += other
    start = found + part.count
    guard let next = offset(of: part, in: text, from: start) else { break }
    found = next
  }
  return result + text[start...]
}
