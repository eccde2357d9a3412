// SPDX-License-Identifier: MIT

/// Words in a colour: `\textcolor{blue}{words}`, or `\color{blue}` before them.
struct LaTeXColour {
  /// The command with the name of the colour, and the brace behind it if words stand in braces.
  let range: Range<Int>
  /// Whether the words stand in braces of their own.
  let hasGroup: Bool
  /// Whether it colours what follows it, up to the end of the group around it.
  let coloursRest: Bool
  /// What HTML may call the colour: the letters and digits of its name.
  let name: String
  /// Whether no reader sees the words on paper.
  let isWhite: Bool

  /// The most bytes of the command.
  private static let longest = 120

  /// - Parameter whites: Names that the page gives to white.
  /// - Returns: `nil` unless such a command begins with the backslash at an offset.
  init?(_ bytes: [UInt8], at offset: Int, whites: Set<String> = []) {
    let letters = bytes[(offset + 1)...].prefix { (0x61...0x7A).contains($0 | 0x20) }
    let isText = letters.elementsEqual("textcolor".utf8)
    guard isText || letters.elementsEqual("color".utf8), !bytes.isInPath(offset) else {
      return nil
    }
    let limit = min(bytes.count, offset + Self.longest)
    var (end, model) = (bytes.skippingSpace(from: letters.endIndex), "")
    if end < limit, bytes[end] == UInt8(ascii: "["),
      let next = bytes.endOfGroup(at: end, before: limit)
    {
      model = String(decoding: bytes[end + 1..<next - 1], as: UTF8.self)
      end = bytes.skippingSpace(from: next)
    }
    guard end < limit, bytes[end] == UInt8(ascii: "{"),
      let close = bytes.endOfGroup(at: end, before: limit)
    else { return nil }
    let colour = String(decoding: bytes[end + 1..<close - 1], as: UTF8.self)
    isWhite = Self.isWhite(colour, model, whites)
    name = String(colour.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    let brace = bytes.skippingSpace(from: close)
    coloursRest = !isText
    hasGroup = isText && brace < bytes.count && bytes[brace] == UInt8(ascii: "{")
    range = offset..<(hasGroup ? brace + 1 : close)
  }

  /// Whether a colour is that of paper, in one of the models of the package xcolor.
  static func isWhite(_ colour: String, _ model: String, _ whites: Set<String>) -> Bool {
    let text = colour.filter { !$0.isWhitespace }
    let numbers = text.split(separator: ",").compactMap { Double(String($0)) }
    switch model {
    case "rgb", "gray": return !numbers.isEmpty && numbers.allSatisfy { $0 > 0.98 }
    case "RGB": return !numbers.isEmpty && numbers.allSatisfy { $0 > 250 }
    case "Gray": return !numbers.isEmpty && numbers.allSatisfy { $0 >= 15 }
    case "cmyk", "cmy": return !numbers.isEmpty && numbers.allSatisfy { $0 < 0.02 }
    case "hsb": return numbers.count == 3 && numbers[1] < 0.02 && numbers[2] > 0.98
    case "HTML": return text.uppercased() == "FFFFFF"
    default: return isWhiteMixture(text, whites)
    }
  }

  /// `white!40`, `blue!0`, `white!100!black`: names between which parts of a hundred stand.
  private static func isWhiteMixture(_ text: String, _ whites: Set<String>) -> Bool {
    let parts = text.split(separator: "!", omittingEmptySubsequences: false).map(String.init)
    let isWhite = { (name: String) in
      ["white", "transparent"].contains(name.lowercased()) || whites.contains(name)
    }
    var result = isWhite(parts[0])
    var index = 1
    while index < parts.count {
      let share = Double(parts[index]) ?? 100
      let other = index + 1 < parts.count ? isWhite(parts[index + 1]) : true
      result = share >= 98 ? result : share <= 2 ? other : result && other
      index += 2
    }
    return result
  }
}

extension [UInt8] {
  /// The offset behind spaces, TABs and at most one line feed.
  func skippingSpace(from offset: Int) -> Int {
    var (index, lines) = (offset, 0)
    while index < count, self[index] == 0x20 || self[index] == 0x09 || self[index] == 0x0A {
      if self[index] == 0x0A { lines += 1 }
      if lines > 1 { return offset }
      index += 1
    }
    return index
  }
}
