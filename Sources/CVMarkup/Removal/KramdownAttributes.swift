// SPDX-License-Identifier: MIT

/// kramdown's `{: .class}` and `{#id}` and pandoc's `{.class #id}`.
enum KramdownAttributes {
  /// The most bytes of one attribute list.
  private static let longest = 512

  /// The offset behind an attribute list that begins at an offset, or `nil`.
  static func end(in scan: ByteScan, at offset: Int) -> Int? {
    let limit = min(scan.lineEnd(from: offset), offset + longest)
    guard let close = scan.find("}", from: offset, before: limit) else { return nil }
    if scan.has("{:", at: offset) { return close + 1 }
    let marks = scan.has("{#", at: offset) || scan.has("{.", at: offset)
    guard marks, close > offset + 2, scan.isLetter(scan.bytes[offset + 2]) else { return nil }
    let rest = scan.lineEnd(from: close)
    return scan.isBlank(close + 1..<rest) ? close + 1 : nil
  }
}
