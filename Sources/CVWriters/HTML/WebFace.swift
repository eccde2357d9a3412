// SPDX-License-Identifier: MIT

/// A face that a page carries inside itself.
package struct WebFace: Hashable, Sendable {
  /// OpenType `usWeightClass`: 400 is regular.
  let weight: Int
  let isItalic: Bool
  /// `truetype` or `opentype`.
  let format: String
  private let bytes: [UInt8]

  /// - Parameter bytes: A TrueType or OpenType file; anything else gives `nil`.
  package init?(_ bytes: [UInt8]) {
    let tables = FontTables(bytes: bytes)
    guard let format = tables.format, let metrics = tables.start(of: "OS/2"),
      let weight = tables.number(at: metrics + 4), let names = tables.start(of: "post"),
      let angle = tables.number(at: names + 4)
    else { return nil }
    self.format = format
    self.weight = weight
    // Libertinus' semibold italic lacks the flag ITALIC in OS/2; the angle of `post` tells all.
    isItalic = angle != 0
    self.bytes = bytes
  }

  /// The rule that gives the face to a page.
  func rule(family: String) -> String {
    let address = "data:font/\(format == "truetype" ? "ttf" : "otf");base64,\(base64(bytes))"
    return "@font-face { font-family: \(cssString(family)); font-weight: \(weight);"
      + " font-style: \(isItalic ? "italic" : "normal"); src: url(\(address)) format(\"\(format)\") }"
  }
}

/// The table directory of a font file (OpenType, "Organization of an OpenType Font").
private struct FontTables {
  let bytes: [UInt8]

  var format: String? {
    switch Array(bytes.prefix(4)) {
    case [0, 1, 0, 0], Array("true".utf8): "truetype"
    case Array("OTTO".utf8): "opentype"
    default: nil
    }
  }

  /// An unsigned number of 16 bits, or `nil` beyond the end of the file.
  func number(at offset: Int) -> Int? {
    guard offset + 2 <= bytes.count else { return nil }
    return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
  }

  /// Where a table begins.
  func start(of tag: String) -> Int? {
    for index in 0..<(number(at: 4) ?? 0) {
      let record = 12 + 16 * index
      guard record + 16 <= bytes.count else { return nil }
      guard bytes[record..<record + 4].elementsEqual(tag.utf8) else { continue }
      return bytes[record + 8..<record + 12].reduce(0) { $0 << 8 | Int($1) }
    }
    return nil
  }
}

/// Base64 with padding (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let second = start + 1 < bytes.count ? bytes[start + 1] : 0
    let third = start + 2 < bytes.count ? bytes[start + 2] : 0
    result.append(digits[Int(bytes[start] >> 2)])
    result.append(digits[Int((bytes[start] & 3) << 4 | second >> 4)])
    result.append(
      start + 1 < bytes.count ? digits[Int((second & 15) << 2 | third >> 6)] : UInt8(ascii: "="))
    result.append(start + 2 < bytes.count ? digits[Int(third & 63)] : UInt8(ascii: "="))
  }
  return String(decoding: result, as: UTF8.self)
}
