// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Turns the LaTeX of a bibliography into text: accents, signs, emphasis, links, plain math.
///
/// Nothing is run. Braces vanish; of a command that is not known its arguments stay.
struct LaTeXText {
  private(set) var text = RichText()
  private let source: EditedText
  private let bytes: [UInt8]
  private var index = 0
  /// Bytes since here stand for themselves.
  private var plainStart = 0
  private var styles: [Style] = [Style()]
  /// What the next brace begins.
  private var pending: Style?
  private var isMath = false
  /// How often a brace that is never closed may still be looked for.
  private var searches = 100
  /// How deep an argument of an accent lies.
  private let depth: Int

  /// How text looks between two braces.
  private struct Style {
    var marks: RichText.Marks = []
    var link: String?
  }

  init(_ source: EditedText, depth: Int = 0) {
    self.source = source
    self.depth = depth
    bytes = source.bytes
    while index < bytes.count { step() }
    flush()
  }

  /// The text of a value, its parts joined.
  static func rich(_ parts: [EditedText]) -> RichText {
    parts.reduce(into: RichText()) { $0.append(LaTeXText($1).text) }.collapsed()
  }

  // MARK: Steps

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): command()
    case UInt8(ascii: "{"): open()
    case UInt8(ascii: "}"): close()
    case UInt8(ascii: "$"):
      replace(1, by: "")
      isMath.toggle()
    case UInt8(ascii: "~"): replace(1, by: "\u{A0}")
    case UInt8(ascii: "-") where !isMath && has("---"): replace(3, by: "—")
    case UInt8(ascii: "-") where !isMath && has("--"): replace(2, by: "–")
    case UInt8(ascii: "`") where has("``"): replace(2, by: "“")
    case UInt8(ascii: "'") where has("''"): replace(2, by: "”")
    case UInt8(ascii: "^") where isMath: script(.superscript)
    case UInt8(ascii: "_") where isMath: script(.subscripted)
    default: index += 1
    }
  }

  private mutating func open() {
    replace(1, by: "")
    // Braces beyond any sense cost nothing.
    if styles.count < 512 { styles.append(pending ?? style) }
    pending = nil
  }

  private mutating func close() {
    replace(1, by: "")
    if styles.count > 1 { styles.removeLast() }
  }

  private var style: Style { styles.last ?? Style() }

  /// The next sign or group, raised or lowered.
  private mutating func script(_ mark: RichText.Marks) {
    replace(1, by: "")
    guard index < bytes.count else { return }
    if bytes[index] == UInt8(ascii: "{") {
      pending = Style(marks: style.marks.union(mark), link: style.link)
    } else if bytes[index] == UInt8(ascii: "\\") {
      styles.append(Style(marks: style.marks.union(mark), link: style.link))
      command()
      flush()
      styles.removeLast()
    } else {
      let length = characterLength(at: index)
      let sign = source.string(index..<index + length)
      let span = source.span(of: index..<index + length)
      text.append(sign, .init(style.marks.union(mark), link: style.link), span: span)
      index += length
      plainStart = index
    }
  }

  private mutating func command() {
    guard index + 1 < bytes.count else { return replace(1, by: "") }
    let start = index + 1
    guard isLetter(bytes[start]) else { return sign(at: start) }
    var end = start
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    let name = source.string(start..<end)
    if name.utf8.count == 1, LaTeXSymbols.accented("", name) != nil {
      return accent(name, from: end)
    }
    var after = end
    while after < bytes.count, bytes[after] == 0x20 || bytes[after] == 0x0A { after += 1 }
    let isCalled = after < bytes.count && bytes[after] == UInt8(ascii: "{")
    if let marks = Self.marks[name] {
      replace((isCalled ? after : end) - index, by: "")
      if isCalled {
        pending = Style(marks: style.marks.union(marks), link: style.link)
      } else {
        styles[styles.count - 1].marks.formUnion(marks)
        skipSpaces()
      }
    } else if name == "url" || name == "href", isCalled {
      link(hasLabel: name == "href", from: after)
    } else if let sign = LaTeXSymbols.signs[name] {
      // A blank behind a command only ends its name.
      replace(end - index, by: sign)
      skipSpaces()
    } else {
      // Of `\textsc{word}` the word stays, of `\foo` its name.
      let words = isCalled || Self.silent.contains(name) ? "" : name
      replace((isCalled ? after : end) - index, by: words)
      if words.isEmpty, !isCalled { skipSpaces() }
    }
  }

  /// `\&`, `\'e`, `\\`.
  private mutating func sign(at start: Int) {
    let sign = Unicode.Scalar(bytes[start])
    if LaTeXSymbols.accented("", String(sign)) != nil, !(isMath && sign == "=") {
      return accent(String(sign), from: start + 1)
    }
    switch sign {
    case "\\": replace(2, by: " ")
    case ",", ";", ":", " ", "\n": replace(2, by: " ")
    case "-", "/", "!", "@", "(", ")", "[", "]": replace(2, by: "")
    case "|": replace(2, by: "∥")
    default:
      // The sign itself, with its place.
      replace(1, by: "")
      index += characterLength(at: index)
    }
  }

  private mutating func accent(_ name: String, from end: Int) {
    var start = end
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.count, depth < 6 else { return replace(end - index, by: "") }
    var stop = start + characterLength(at: start)
    var argument = start..<stop
    if bytes[start] == UInt8(ascii: "{") {
      guard let close = closing(of: start) else { return replace(end - index, by: "") }
      argument = start + 1..<close
      stop = close + 1
    } else if bytes[start] == UInt8(ascii: "\\") {
      stop = start + 1
      while stop < bytes.count, isLetter(bytes[stop]) { stop += 1 }
      argument = start..<stop
    }
    let base = LaTeXText(source.slice(argument), depth: depth + 1).text.text
    replace(stop - index, by: LaTeXSymbols.accented(base, name) ?? base)
  }

  private mutating func link(hasLabel: Bool, from open: Int) {
    guard let close = closing(of: open) else { return replace(open + 1 - index, by: "") }
    let address = source.string(open + 1..<close).replacing("\\", with: "").trimmingSpaces()
    let next = close + 1
    if hasLabel, next < bytes.count, bytes[next] == UInt8(ascii: "{") {
      replace(next - index, by: "")
      pending = Style(marks: style.marks, link: address)
    } else {
      flush()
      let span = source.span(of: open + 1..<close)
      text.append(address, .init(style.marks, link: address), span: span)
      index = next
      plainStart = index
    }
  }

  // MARK: Bytes

  /// Ends the text before, and puts a text in the place of some bytes.
  private mutating func replace(_ length: Int, by words: String) {
    flush()
    let end = min(index + length, bytes.count)
    if !words.isEmpty {
      text.append(
        words, .init(style.marks, link: style.link), span: source.span(of: index..<end))
    }
    index = end
    plainStart = end
  }

  private mutating func flush() {
    if plainStart < index {
      text.append(
        source.string(plainStart..<index), .init(style.marks, link: style.link),
        span: source.span(of: plainStart..<index))
    }
    plainStart = index
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    plainStart = index
  }

  /// The brace that closes one, if it is near: arguments are short.
  private mutating func closing(of open: Int) -> Int? {
    guard searches > 0 else { return nil }
    var depth = 0
    for index in open..<min(bytes.count, open + 2048) {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index }
    }
    searches -= 1
    return nil
  }

  private func has(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    return word.withUTF8Buffer { bytes[index..<index + length].elementsEqual($0) }
  }

  private func characterLength(at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - start
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static let marks: [String: RichText.Marks] = [
    "emph": .emphasis, "em": .emphasis, "textit": .emphasis, "it": .emphasis, "itshape": .emphasis,
    "textsl": .emphasis, "mathit": .emphasis, "textbf": .strong, "bf": .strong,
    "bfseries": .strong, "mathbf": .strong, "texttt": .code, "tt": .code,
    "textsuperscript": .superscript, "textsubscript": .subscripted, "underline": .underline,
  ]

  /// Commands that say nothing by themselves.
  private static let silent: Set<String> = [
    "relax", "rm", "sc", "sf", "sl", "noopsort", "protect", "small", "large", "mbox", "text",
    "left", "right", "displaystyle", "textstyle", "limits", "nocite", "cite", "break", "nobreak",
    "linebreak", "newblock", "mathrm", "mathsf", "mathcal", "mathbb", "rmfamily", "scshape",
    "normalfont", "upshape", "textnormal", "hspace", "vspace", "ensuremath",
  ]
}
