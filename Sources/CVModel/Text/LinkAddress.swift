// SPDX-License-Identifier: MIT

/// What may be done with the address of a link.
public enum LinkAddress: Hashable, Sendable {
  /// An address that every format may carry: encoded, of a scheme that only opens or writes.
  case open(String)
  /// A path inside the site of the page; it leads nowhere from a document.
  case relative
  /// A scheme that could run something, or none that a reader could open.
  case refused(scheme: String)

  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Judges an address as an author has written it.
  ///
  /// Spaces, controls, non-ASCII and the signs that have a meaning in PDF strings, HTML attributes
  /// or TeX (`( ) ' " < > [ ] { } \ ^` and the backtick) are percent-encoded (RFC 3986, section
  /// 2.1), so that no address can end the string that holds it; so are percent signs that encode
  /// nothing and all `#` but the first.
  public init(_ address: String) {
    var scalars = address.unicodeScalars.drop(while: isSpace)
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    let trimmed = String(scalars)
    guard let colon = trimmed.firstIndex(of: ":"), trimmed[..<colon].allSatisfy(Self.isSchemeSign)
    else {
      self = trimmed.hasPrefix("//") ? .open(Self.encoded("https:" + trimmed)) : .relative
      return
    }
    let scheme = trimmed[..<colon].lowercased()
    guard Self.schemes.contains(scheme) else {
      self = scheme.isEmpty ? .relative : .refused(scheme: scheme)
      return
    }
    self = .open(Self.encoded(scheme + trimmed[colon...]))
  }

  private static func isSchemeSign(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
  }

  private static func encoded(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = Array(address.utf8)
    var result: [UInt8] = []
    var isInFragment = false
    for (index, byte) in bytes.enumerated() {
      var isSafe = (0x21...0x7E).contains(byte) && !"()'\"<>[]{}\\^`|".utf8.contains(byte)
      if byte == UInt8(ascii: "%") { isSafe = isEscape(bytes[index...]) }
      if byte == UInt8(ascii: "#") {
        isSafe = !isInFragment
        isInFragment = true
      }
      result += isSafe ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether bytes begin with a percent sign and two hexadecimal digits.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.dropFirst().prefix(2).filter { Character(Unicode.Scalar($0)).isHexDigit }.count == 2
  }
}
