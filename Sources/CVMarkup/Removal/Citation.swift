// SPDX-License-Identifier: MIT
import CVDiagnostics

/// A citation of pandoc, which a processor replaces: `[@roe2020]`, `[-@roe2020; @poe2019]`.
struct Citation {
  /// The bytes of the citation.
  let range: Range<Int>
  /// Whether a key has the year of a work in it, letters before it, as in `roe2020` and `roe2020a`.
  private(set) var hasYear = false

  init?(_ scan: ByteScan, at offset: Int) {
    guard scan.has("[@", at: offset) || scan.has("[-@", at: offset) else { return nil }
    var index = offset + 1
    repeat {
      index = scan.skipBlanks(from: index)
      if scan.has("-", at: index) { index += 1 }
      guard scan.has("@", at: index), case let start = index + 1, start < scan.count,
        scan.isLetter(scan.bytes[start])
      else { return nil }
      index = start
      while index < scan.count, scan.isNameByte(scan.bytes[index]) {
        index += 1
      }
      hasYear = hasYear || Self.holdsYear(scan.bytes[start..<index])
      index = scan.skipBlanks(from: index)
      guard scan.has(";", at: index) else { break }
      index += 1
    } while true
    // `[@ada](…)` is a link.
    guard scan.has("]", at: index), !scan.has("(", at: index + 1), !scan.has(":", at: index + 1)
    else { return nil }
    range = offset..<index + 1
  }

  private static func holdsYear(_ key: ArraySlice<UInt8>) -> Bool {
    let digits = key.drop { !isDigit($0) }.prefix(while: isDigit)
    return digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
  }

  /// Whether a text cites works by keys with years, so that those without are keys as well.
  static func occurs(in scan: ByteScan) -> Bool {
    var index = 0
    while let next = scan.find("@", from: index) {
      index = next + 1
      let open = next > 0 && scan.bytes[next - 1] == UInt8(ascii: "-") ? next - 2 : next - 1
      if open >= 0, Citation(scan, at: open)?.hasYear == true { return true }
    }
    return false
  }
}

extension HiddenTextFinder {
  /// Hides a citation and those right behind it, with the blank before it where no word follows.
  mutating func hideCitation() -> Bool {
    guard citesWorks, let citation = Citation(scan, at: index) else { return false }
    var end = citation.range.upperBound
    while let next = Citation(scan, at: end) { end = next.range.upperBound }
    let endsPart = end == scan.count || "\n\r.,;:)".utf8.contains(scan.bytes[end])
    if endsPart, index > 0, scan.isBlank(scan.bytes[index - 1]),
      found.last.map({ $0.range.upperBound < index }) ?? true
    {
      index -= 1
    }
    hide(.markup, to: end)
    return true
  }
}
