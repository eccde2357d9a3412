// SPDX-License-Identifier: MIT

/// What may be done with the address of a link.
public enum LinkAddress: Hashable, Sendable {
  /// An address that every format may carry: encoded, of a scheme that only opens or writes.
  case open(String)
  /// A path inside the site of the page; it leads nowhere from a document.
  case relative
  /// A scheme that could run something, or none that a reader could open.
  case refused(scheme: String)
  /// A web address without a host that could be found, or `mailto:` and `tel:` without anything.
  case incomplete

  /// Whether the address could run something.
  public var isRefused: Bool {
    if case .refused = self { true } else { false }
  }

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
      self = trimmed.hasPrefix("//") ? Self.opened("https:" + trimmed) : .relative
      return
    }
    let scheme = trimmed[..<colon].lowercased()
    guard Self.schemes.contains(scheme) else {
      self = scheme.isEmpty ? .relative : .refused(scheme: scheme)
      return
    }
    self = Self.opened(scheme + trimmed[colon...])
  }

  private static func opened(_ address: String) -> LinkAddress {
    let encoded = encoded(address)
    return hasHost(encoded) && !encoded.hasSuffix(":") ? .open(encoded) : .incomplete
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
      var isSafe = (0x21...0x7E).contains(byte) && !unsafeSigns.contains(byte)
      if byte == UInt8(ascii: "%") { isSafe = isEscape(bytes[index...]) }
      if byte == UInt8(ascii: "#") {
        isSafe = !isInFragment
        isInFragment = true
      }
      if isSafe {
        result.append(byte)
      } else {
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let unsafeSigns = Array("()'\"<>[]{}\\^`|".utf8)

  /// Whether bytes begin with a percent sign and two hexadecimal digits.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.dropFirst().prefix(2).filter { Character(Unicode.Scalar($0)).isHexDigit }.count == 2
  }

  /// Whether an encoded web address names a host, and a port that is a number if any (WHATWG URL,
  /// "host parsing"); addresses of other schemes have none.
  private static func hasHost(_ address: String) -> Bool {
    guard let scheme = ["http:", "https:"].first(where: address.hasPrefix) else { return true }
    let rest = address.dropFirst(scheme.count)
    guard rest.hasPrefix("//") else { return false }
    let signs = "/?#".unicodeScalars
    let authority = Substring(rest.unicodeScalars.dropFirst(2).prefix { !signs.contains($0) })
    let parts = (authority.split(separator: "@", omittingEmptySubsequences: false).last ?? "")
      .split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count <= 2 else { return false }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isNamed = labels.dropLast().allSatisfy { !$0.isEmpty } && labels.first?.isEmpty == false
    // What stands encoded in a host must be letters beyond ASCII.
    let hasSigns = host.split(separator: "%").dropFirst().contains { ("0"..."7") ~= $0.prefix(1) }
    return isNamed && !hasSigns && parts.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
