// SPDX-License-Identifier: MIT

/// A line of pandoc that opens or closes a block: `::: {.item date="2020"}`, `::: note`, `:::`; or
/// one of Docusaurus, with a title: `:::tip[Title]`, `:::note Title`.
struct FencedDiv {
  var isClosing: Bool
  /// Class names and pairs behind the colons.
  var attributes: Range<Int>
  /// The words that the page shows above the block.
  var title: Range<Int>?

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
    title = Self.title(scan, attributes, isGlued: from == start + colons)
    guard title == nil else { return }
    // `::: text` in running text is none: one word, or a list of attributes.
    let isList = scan.bytes[from] == UInt8(ascii: "{")
    guard isList || !scan.bytes[attributes].contains(where: scan.isBlank) else { return nil }
  }

  /// What stands in brackets right behind the name of a block, or behind that of a note.
  private static func title(
    _ scan: ByteScan, _ words: Range<Int>, isGlued: Bool
  ) -> Range<Int>? {
    let letters = scan.bytes[words].prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    let end = letters.endIndex
    guard !letters.isEmpty, end < words.upperBound else { return nil }
    if scan.bytes[end] == UInt8(ascii: "["), scan.bytes[words.upperBound - 1] == UInt8(ascii: "]") {
      return end + 2 < words.upperBound ? end + 1..<words.upperBound - 1 : nil
    }
    guard isGlued, scan.isBlank(scan.bytes[end]), notes.contains(where: letters.elementsEqual)
    else { return nil }
    return scan.skipBlanks(from: end)..<words.upperBound
  }

  private static let notes: [[UInt8]] = [
    "note", "tip", "info", "important", "caution", "warning", "danger",
  ].map { Array($0.utf8) }

  /// The names of the classes of the block, as HTML writes them: `class="row wide"`; or nothing.
  func classes(_ scan: ByteScan) -> String {
    let words = scan.bytes[attributes].split { scan.isBlank($0) || "{}".utf8.contains($0) }
    let isList = scan.bytes[attributes].first == UInt8(ascii: "{")
    let names = words.compactMap { word -> String? in
      let name = isList ? word.dropFirst() : word[...]
      guard !isList || word.first == UInt8(ascii: "."), !name.isEmpty,
        name.allSatisfy(isNameByte)
      else { return nil }
      return String(decoding: name, as: UTF8.self)
    }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The value of the key that dates the block.
  func dates(_ scan: ByteScan) -> Range<Int>? {
    EntryAttributes(scan, in: attributes).pairs
      .first { $0.field == .dates || $0.field == .start }?.value
  }
}
