// SPDX-License-Identifier: MIT

/// A command of LaTeX that sets something and writes no words: `\setlength{\parindent}{0pt}`.
struct LaTeXSetting {
  /// The command with its arguments.
  let range: Range<Int>

  /// The most bytes of the arguments.
  private static let longest = 8_192

  /// - Returns: `nil` unless such a command begins with the backslash at an offset.
  init?(_ scan: ByteScan, at offset: Int) {
    let name = scan.lettersEnd(from: offset + 1)
    guard name > offset + 1, Self.names.contains(scan.string(offset + 1..<name).lowercased()) else {
      return nil
    }
    var end = name
    if end < scan.count, scan.bytes[end] == UInt8(ascii: "*") { end += 1 }
    let limit = min(scan.count, end + Self.longest)
    while let next = scan.endOfGroup(at: end, before: limit) { end = next }
    range = offset..<end
  }

  /// In small letters, as some differ only in them.
  private static let names: Set<String> = [
    "addtocounter", "addtolength", "definecolor", "documentclass", "everypar", "fontsize",
    "geometry", "hypersetup", "linespread", "newcommand", "newgeometry", "pagecolor",
    "pagenumbering", "pagestyle", "providecommand", "renewcommand", "selectfont", "setcounter",
    "setlength", "setmainfont", "setmonofont", "setsansfont", "thispagestyle", "titleformat",
    "titlespacing", "usepackage",
  ]
}

/// Words in a colour: `\textcolor{blue}{words}`, or `\color{blue}` before them.
struct LaTeXColour {
  /// The command with the name of the colour, and the brace behind it if words stand in braces.
  let opening: Range<Int>
  /// The brace that ends the words.
  let closing: Range<Int>?
  /// The name of the colour, of letters and digits.
  let name: String

  /// - Returns: `nil` unless such a command begins with the backslash at an offset.
  init?(_ scan: ByteScan, at offset: Int) {
    let end = scan.lettersEnd(from: offset + 1)
    let command = scan.string(offset + 1..<max(end, offset + 1))
    guard command == "color" || command == "textcolor",
      let words = scan.endOfGroup(at: end, before: min(scan.count, end + 40)),
      scan.bytes[end] == UInt8(ascii: "{")
    else { return nil }
    name = scan.string(end + 1..<words - 1)
    guard name.utf8.allSatisfy({ scan.isNameByte($0) }) else { return nil }
    let limit = min(scan.count, words + 8_192)
    if command == "textcolor", words < scan.count, scan.bytes[words] == UInt8(ascii: "{"),
      let last = scan.endOfGroup(at: words, before: limit)
    {
      opening = offset..<words + 1
      closing = last - 1..<last
    } else {
      opening = offset..<words
      closing = nil
    }
  }
}

extension ByteScan {
  /// The offset behind the letters of ASCII from an offset on.
  func lettersEnd(from offset: Int) -> Int {
    var index = offset
    while index < count, isLetter(bytes[index]) { index += 1 }
    return index
  }

  /// The offset behind a group in braces or brackets that begins at an offset; `nil` without one.
  func endOfGroup(at offset: Int, before limit: Int) -> Int? {
    guard offset < limit else { return nil }
    let open = bytes[offset]
    guard open == UInt8(ascii: "{") || open == UInt8(ascii: "[") else { return nil }
    let close = open + 2
    var (depth, index) = (0, offset)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case open: depth += 1
      case close: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return index }
    }
    return nil
  }
}
