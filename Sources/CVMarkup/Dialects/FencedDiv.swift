// SPDX-License-Identifier: MIT

/// A line of pandoc that opens or closes a block: `::: {.item date="2020"}`, `::: note`, `:::`.
struct FencedDiv {
  var isClosing: Bool
  /// Class names and pairs behind the colons.
  var attributes: Range<Int>

  init?(_ scan: ByteScan, line: Range<Int>) {
    let start = scan.skipBlanks(from: line.lowerBound)
    let colons = scan.run(of: UInt8(ascii: ":"), at: start)
    guard colons >= 3, start < line.upperBound else { return nil }
    var end = line.upperBound
    while end > start, scan.isBlank(scan.bytes[end - 1]) || scan.bytes[end - 1] == 0x3A {
      end -= 1
    }
    let from = scan.skipBlanks(from: start + colons)
    isClosing = from >= end
    attributes = min(from, end)..<max(from, end)
    guard !isClosing else {
      attributes = line.upperBound..<line.upperBound
      return
    }
    // `::: text` in running text is none: one word, or a list of attributes.
    let isList = scan.bytes[from] == UInt8(ascii: "{")
    guard isList || !scan.bytes[attributes].contains(where: scan.isBlank) else { return nil }
  }

  /// The value of the key that dates the block.
  func dates(_ scan: ByteScan) -> Range<Int>? {
    EntryAttributes(scan, in: attributes).pairs
      .first { $0.field == .dates || $0.field == .start }?.value
  }
}
