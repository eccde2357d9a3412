// SPDX-License-Identifier: MIT
import CVDiagnostics

/// HTML written from Markdown events, with the place of each byte in the Markdown text.
struct MarkedHTML {
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// A part of the HTML that stands for a part of the Markdown.
  private struct Entry {
    /// In the HTML.
    var range: Range<Int>
    /// The offset in the Markdown of its first byte.
    var origin: Int
    /// Of the same length as `range` where the bytes are the same.
    var originLength: Int
  }

  /// HTML of the program's own, without a place.
  mutating func write(_ markup: String) { bytes += markup.utf8 }

  /// HTML of the program's own at an earlier place, behind which no source bytes stand yet.
  mutating func insert(_ markup: String, at offset: Int) {
    precondition(entries.last.map { $0.range.upperBound <= offset } ?? true, "places would move")
    bytes.insert(contentsOf: markup.utf8, at: offset)
  }

  /// Bytes of the source, as they are.
  mutating func copy(_ text: UnsafeBufferPointer<UInt8>, from origin: Int?) {
    guard !text.isEmpty else { return }
    if let origin {
      let range = bytes.count..<bytes.count + text.count
      entries.append(Entry(range: range, origin: origin, originLength: text.count))
    }
    bytes += text
  }

  /// Text of the source, with `&`, `<` and `>` escaped.
  mutating func escape(_ text: UnsafeBufferPointer<UInt8>, from origin: Int?) {
    var start = 0
    for (index, byte) in text.enumerated() {
      let entity: String
      switch byte {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      default: continue
      }
      copy(UnsafeBufferPointer(rebasing: text[start..<index]), from: origin.map { $0 + start })
      if let origin {
        let range = bytes.count..<bytes.count + entity.utf8.count
        entries.append(Entry(range: range, origin: origin + index, originLength: 1))
      }
      bytes += entity.utf8
      start = index + 1
    }
    copy(UnsafeBufferPointer(rebasing: text[start...]), from: origin.map { $0 + start })
  }

  /// An attribute value of the source; entities in it stay.
  mutating func attribute(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// The offset in the Markdown of what stands at or next after an offset in the HTML.
  func markdownOffset(of offset: Int) -> Int {
    origins(of: offset..<bytes.count).first?.markdown.lowerBound ?? 0
  }

  /// Where a part of the HTML comes from, piece by piece; what the program wrote is left out.
  func origins(of range: Range<Int>) -> [(html: Range<Int>, markdown: Range<Int>)] {
    let first = entries.partitioningIndex { $0.range.upperBound > range.lowerBound }
    return entries[first...].prefix { $0.range.lowerBound < range.upperBound }.map { entry in
      let kept = entry.range.clamped(to: range)
      guard entry.range.count == entry.originLength else {
        return (kept, entry.origin..<entry.origin + entry.originLength)
      }
      let start = entry.origin + kept.lowerBound - entry.range.lowerBound
      return (kept, start..<start + kept.count)
    }
  }
}
