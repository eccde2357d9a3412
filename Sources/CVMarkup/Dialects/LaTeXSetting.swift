// SPDX-License-Identifier: MIT

/// The most bytes of a command's arguments or of a formula, so that an open one costs little.
let longestArgument = 8_192

/// A command of LaTeX that sets something and writes no words: `\setlength{\parindent}{0pt}`.
struct LaTeXSetting {
  /// The command with its arguments.
  let range: Range<Int>
  /// The arguments.
  let arguments: Range<Int>

  /// - Returns: `nil` unless such a command with all its arguments begins with the backslash at an
  ///   offset.
  init?(_ scan: ByteScan, at offset: Int) {
    let name = scan.lettersEnd(from: offset + 1)
    guard name > offset + 1, let form = Self.forms[scan.string(offset + 1..<name)],
      !scan.bytes.isInPath(offset)
    else { return nil }
    var end = name
    let isStarred = end < scan.count && scan.bytes[end] == UInt8(ascii: "*")
    if isStarred { end += 1 }
    let limit = min(scan.count, end + longestArgument)
    let count = isStarred ? form.starred ?? form.count : form.count
    for argument in 0..<count {
      if let next = Self.endOfOptions(scan, at: end, before: limit) { end = next }
      let command = argument == 0 && form.takesCommand ? Self.endOfCommand(scan, at: end) : nil
      guard let next = command ?? Self.endOfGroup(scan, at: end, before: limit) else { return nil }
      end = next
    }
    if form.endsWithOptions, let next = Self.endOfOptions(scan, at: end, before: limit),
      next == scan.count || !"([:".utf8.contains(scan.bytes[next])
    {
      end = next
    }
    range = offset..<end
    arguments = name..<end
  }

  /// The offset behind a group in braces, before which blanks may stand.
  private static func endOfGroup(_ scan: ByteScan, at offset: Int, before limit: Int) -> Int? {
    let start = scan.skipBlanks(from: offset)
    guard start < limit, scan.bytes[start] == UInt8(ascii: "{") else { return nil }
    return scan.bytes.endOfGroup(at: start, before: limit)
  }

  /// The offset behind groups in brackets.
  private static func endOfOptions(_ scan: ByteScan, at offset: Int, before limit: Int) -> Int? {
    var end: Int?
    while case let start = end ?? offset, start < limit, scan.bytes[start] == UInt8(ascii: "[") {
      guard let next = scan.bytes.endOfGroup(at: start, before: limit) else { break }
      end = next
    }
    return end
  }

  /// The offset behind a command without braces: the `\foo` of `\newcommand\foo{…}`.
  private static func endOfCommand(_ scan: ByteScan, at offset: Int) -> Int? {
    let start = scan.skipBlanks(from: offset)
    guard start < scan.count, scan.bytes[start] == UInt8(ascii: "\\") else { return nil }
    let end = scan.lettersEnd(from: start + 1)
    return end > start + 1 ? end : nil
  }

  /// Which arguments a command takes.
  private struct Form {
    /// How many groups in braces, before each of which options may stand in brackets.
    var count: Int
    /// The same for the command with a star, where it is another number.
    var starred: Int?
    /// Whether the first may be a command without braces.
    var takesCommand = false
    /// Whether options may stand behind all of them.
    var endsWithOptions = false
  }

  private static let forms: [String: Form] = {
    let counts = [
      "AtBeginDocument": 1, "AtEndDocument": 1, "EveryPar": 1, "addtocounter": 2, "advance": 2,
      "colorlet": 2, "definecolor": 3, "documentclass": 1, "everydisplay": 1, "everymath": 1,
      "everypar": 1,
      "fontsize": 2, "geometry": 1, "hypersetup": 1, "linespread": 1, "newgeometry": 1,
      "pagecolor": 1, "pagenumbering": 1, "pagestyle": 1, "selectfont": 0, "setcounter": 2,
      "thispagestyle": 1,
    ]
    var forms = counts.mapValues { Form(count: $0) }
    for name in ["addtolength", "newcommand", "providecommand", "renewcommand", "setlength"] {
      forms[name] = Form(count: 2, takesCommand: true)
    }
    for name in ["setmainfont", "setmonofont", "setsansfont", "usepackage"] {
      forms[name] = Form(count: 1, endsWithOptions: true)
    }
    forms["titleformat"] = Form(count: 5, starred: 2, takesCommand: true, endsWithOptions: true)
    forms["titlespacing"] = Form(count: 4, takesCommand: true, endsWithOptions: true)
    return forms
  }()
}

extension ByteScan {
  /// The offset behind the letters of ASCII from an offset on.
  func lettersEnd(from offset: Int) -> Int {
    var index = offset
    while index < count, isLetter(bytes[index]) { index += 1 }
    return index
  }
}

extension [UInt8] {
  /// The offset behind a group in braces or brackets that begins at an offset, those of its kind
  /// inside counted and escaped ones not; `nil` without one.
  func endOfGroup(at offset: Int, before limit: Int) -> Int? {
    guard offset < limit else { return nil }
    let open = self[offset]
    guard open == UInt8(ascii: "{") || open == UInt8(ascii: "[") else { return nil }
    let close = open + 2
    var (depth, index) = (0, offset)
    while index < limit {
      switch self[index] {
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

  /// `C:\TeX`: whether a backslash stands behind the letter of a drive, and begins no command.
  func isInPath(_ index: Int) -> Bool {
    let isLetter = { (byte: UInt8) in 0x61...0x7A ~= byte | 0x20 }
    if self[(index + 1)...].first(where: { !isLetter($0) }) == UInt8(ascii: "{") { return false }
    return index > 1 && self[index - 1] == UInt8(ascii: ":") && isLetter(self[index - 2])
      && (index == 2 || !isLetter(self[index - 3]))
  }
}
