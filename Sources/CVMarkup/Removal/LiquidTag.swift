// SPDX-License-Identifier: MIT

/// A tag of the Liquid template language: `{% name arguments %}`.
struct LiquidTag {
  /// The most bytes of one tag; what is longer is text.
  static let longest = 4096
  var name: String
  var range: Range<Int>

  init?(_ scan: ByteScan, at offset: Int) {
    guard offset < scan.lastBrace, scan.has("{%", at: offset) else { return nil }
    let limit = min(scan.count, offset + Self.longest)
    guard let end = scan.find("%}", from: offset + 2, before: limit) else { return nil }
    var start = offset + 2
    while start < end, [0x2D, 0x20, 0x09, 0x0A].contains(scan.bytes[start]) { start += 1 }
    name = scan.name(at: start)
    range = offset..<end + 2
  }
}

/// Where the blocks of Liquid on a page end that hide or keep what is in them.
struct LiquidBlocks {
  private static let names: Set<String> = ["for", "tablerow", "comment", "raw"]
  /// The end tags, by the offset of the tag that opens the block.
  private(set) var ends: [Int: Range<Int>] = [:]

  init(_ scan: ByteScan) {
    var open: [String: [Int]] = [:]
    var verbatim: (name: String, start: Int)?
    var from = 0
    while let next = scan.find("{%", from: from) {
      guard let tag = LiquidTag(scan, at: next) else {
        from = next + 2
        continue
      }
      from = tag.range.upperBound
      if let (name, start) = verbatim {
        guard tag.name == "end" + name else { continue }
        ends[start] = tag.range
        verbatim = nil
      } else if tag.name == "comment" || tag.name == "raw" {
        verbatim = (tag.name, next)
      } else if Self.names.contains(tag.name) {
        open[tag.name, default: []].append(next)
      } else if tag.name.hasPrefix("end"),
        let start = open[String(tag.name.dropFirst(3))]?.popLast()
      {
        ends[start] = tag.range
      }
    }
  }
}
