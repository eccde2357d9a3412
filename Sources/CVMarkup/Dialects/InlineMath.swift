// SPDX-License-Identifier: MIT

/// Formulas of a few signs in a line: `FIT$^2$`, `$\alpha$-rain`, `A. Roe$^{*}$`.
///
/// A formula that holds more than letters, signs and what is raised or lowered stays as it is.
struct InlineMath {
  /// The formula with its dollars.
  let range: Range<Int>
  /// What it says, in HTML.
  let html: String

  /// The most bytes of a formula.
  private static let longest = 120

  /// - Parameters:
  ///   - whites: Names that the page gives to the colour of paper.
  ///   - hasGround: Whether something behind the formula has a colour, so that white words show.
  /// - Returns: `nil` unless a formula begins with the dollar at an offset; sums of money do not.
  init?(_ scan: ByteScan, at offset: Int, whites: Set<String>, hasGround: Bool) {
    let sign = scan.run(of: UInt8(ascii: "$"), at: offset)
    let start = offset + sign
    guard sign <= 2, start < scan.count, scan.bytes[start] > 0x20,
      let end = scan.find("$", from: start, before: min(scan.count, start + Self.longest)),
      scan.bytes[end - 1] > 0x20, scan.run(of: UInt8(ascii: "$"), at: end) == sign,
      case let formula = scan.bytes[start..<end], !formula.contains(0x0A), Self.isMath(formula)
    else { return nil }
    range = offset..<end + sign
    let next = range.upperBound < scan.count ? scan.bytes[range.upperBound] : 0x20
    guard !isDigit(next) else { return nil }
    var reader = MathReader(formula, whites: whites, hasGround: hasGround)
    guard let html = reader.read() else { return nil }
    self.html = html
  }

  /// Whether bytes between two dollars are surely a formula: a sign of LaTeX, or one letter.
  ///
  /// Words stand in braces there, so that `$HOME_DIR/$USER` is none; tags and templates stand in
  /// none.
  private static func isMath(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (letters, depth, isCommand) = (0, 0, false)
    for (index, byte) in zip(bytes.indices, bytes) {
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x20
      switch byte {
      case UInt8(ascii: "\\"): isCommand = true
      case 0x41...0x5A, 0x61...0x7A:
        letters += 1
        if letters > 2, !isCommand, depth == 0 { return false }
        continue
      case UInt8(ascii: "{"):
        if next == byte || next == UInt8(ascii: "%") { return false }
        depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "<"): if next > 0x20, !isDigit(next) { return false }
      default: break
      }
      letters = 0
      if byte != UInt8(ascii: "\\") { isCommand = false }
    }
    if bytes.contains(where: { "\\^_".utf8.contains($0) }) { return true }
    let words = bytes.filter { (0x61...0x7A).contains($0 | 0x20) || isDigit($0) }
    return words.count == 1 && words[0] > 0x39 && !bytes.contains(0x20)
  }
}

/// Reads the formula between the dollars.
private struct MathReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// How deep groups lie in each other.
  private var depth = 0
  /// Whether words of a text are read, in which a hyphen is one.
  private var isText = false

  /// Names that the page gives to the colour of paper.
  private let whites: Set<String>
  /// Whether something behind the formula has a colour, so that white words show.
  private let hasGround: Bool

  init(_ bytes: ArraySlice<UInt8>, whites: Set<String>, hasGround: Bool) {
    self.bytes = bytes
    self.whites = whites
    self.hasGround = hasGround
    index = bytes.startIndex
  }

  /// The whole as HTML, or `nil` where something is not understood.
  mutating func read() -> String? {
    var html = ""
    while index < bytes.endIndex {
      guard let part = part() else { return nil }
      html += part
    }
    return html
  }

  private mutating func part() -> String? {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "^"): return script("sup", Self.raised)
    case UInt8(ascii: "_"): return script("sub", Self.lowered)
    case UInt8(ascii: "{"): return group()
    case UInt8(ascii: "\\"): return command()
    case UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"): return nil
    case UInt8(ascii: "~"): return " "
    case UInt8(ascii: "'"): return "′"
    case UInt8(ascii: "-") where !isText: return "−"
    case 0x80...:
      let rest = bytes[index...].prefix { $0 & 0xC0 == 0x80 }
      index = rest.endIndex
      return String(decoding: [byte] + rest, as: UTF8.self)
    default: return Self.escaped(byte)
    }
  }

  /// The rest of a group whose brace is open.
  private mutating func group() -> String? {
    guard depth < 8 else { return nil }
    depth += 1
    defer { depth -= 1 }
    var html = ""
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "}") {
        index += 1
        return html
      }
      guard let part = part() else { return nil }
      html += part
    }
    return nil
  }

  /// A group or a sign, raised or lowered: as characters where Unicode has them all.
  private mutating func script(_ name: String, _ forms: [Character: Character]) -> String? {
    guard index < bytes.endIndex, let inner = part() else { return nil }
    let characters = inner.compactMap { forms[$0] }
    if characters.count == inner.count { return String(characters) }
    return "<\(name)>\(inner)</\(name)>"
  }

  /// `\alpha`, `\mathrm{RI}`, `\,`.
  private mutating func command() -> String? {
    let start = index
    while index < bytes.endIndex, (0x61...0x7A).contains(bytes[index] | 0x20) { index += 1 }
    guard index > start else {
      guard index < bytes.endIndex else { return nil }
      index += 1
      return ",;:! ".utf8.contains(bytes[start]) ? " " : Self.escaped(bytes[start])
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    if let sign = LaTeXSymbols.signs[name] {
      // Spaces around `→` stay; behind `α` they only end the command.
      if sign.first?.isLetter == true { skipBlanks() }
      return sign
    }
    if name == "color" || name == "textcolor" { return coloured(from: start - 1) }
    skipBlanks()
    guard Self.styles.contains(name), index < bytes.endIndex else { return nil }
    let wasText = isText
    defer { isText = wasText }
    isText = isText || name.hasPrefix("text")
    return part()
  }

  /// `\textcolor{red}{words}`, a sign alone without braces; `\color{red}` before all that the group
  /// holds.
  private mutating func coloured(from start: Int) -> String? {
    let rest = Array(bytes[start...])
    guard let colour = LaTeXColour(rest, at: 0, whites: whites) else { return nil }
    index = start + colour.range.upperBound - (colour.hasGroup ? 1 : 0)
    var html = ""
    repeat {
      guard index < bytes.endIndex, bytes[index] != UInt8(ascii: "}") else { break }
      guard let part = part() else { return nil }
      html += part
    } while colour.coloursRest
    let name = !colour.isWhite ? colour.name : hasGround ? "black" : "white"
    return html.isEmpty ? "" : "<span style=\"color:\(name)\">\(html)</span>"
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 }
  }

  /// A sign as HTML in which Markdown finds nothing to read.
  private static func escaped(_ byte: UInt8) -> String {
    let isWord = isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
    return isWord || byte == 0x20 ? String(decoding: [byte], as: UTF8.self) : "&#\(byte);"
  }

  /// Commands that only say how their argument looks.
  private static let styles: Set<String> = [
    "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathcal", "mathbb", "mathfrak", "mathscr",
    "text", "textbf", "textit", "textrm", "textsf", "operatorname", "boldsymbol", "bm", "rm",
    "left", "right", "textsuperscript", "displaystyle",
  ]

  private static let raised = forms("0123456789−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ")
  private static let lowered = forms("0123456789−", "₀₁₂₃₄₅₆₇₈₉₋")

  private static func forms(_ plain: String, _ other: String) -> [Character: Character] {
    Dictionary(zip(plain, other), uniquingKeysWith: { $1 })
  }
}
