// SPDX-License-Identifier: MIT
import CVModel

/// Reads inline mark-up that the Markdown parser left as text, as its author meant it.
///
/// CommonMark does not take `**Mentor:**Dr. X` or `**粗体：**后文` for bold, nor anything inside
/// HTML blocks; `~~` is not asked of it; LaTeX commands are none of its business.
func mendInlineMarkup(_ text: RichText) -> RichText {
  let hasSign = text.text.utf8.contains { byte in
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "\\"), UInt8(ascii: "]"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
  guard hasSign else { return text }
  var mended = mendSpacedEmphasis(mendUnderscores(mendLinks(mendLaTeX(text))))
  mended = pairDelimiters(mended, "**", adding: .strong)
  return pairDelimiters(mended, "~~", adding: .strike)
}

/// `*Words *`: emphasis of a whole line, in which a space stands before the end.
private func mendSpacedEmphasis(_ text: RichText) -> RichText {
  let places = delimiterPlaces(text, Array("*".utf8))
  guard places.count == 2 else { return text }
  let bytes = Array(text.text.utf8)
  let (open, close) = (places[0].lowerBound, places[1].lowerBound)
  guard close > open + 2, bytes[open + 1] > 0x20, bytes[close - 1] == 0x20,
    beginsLine(bytes, open), endsLine(bytes, close + 1)
  else { return text }
  let inner = text[open + 1..<close - 1].mapAttributes { $0.marks.insert(.emphasis) }
  return text[0..<open] + inner + text[close + 1..<text.count]
}

/// `_Words_`: emphasis of whole lines.
private func mendUnderscores(_ text: RichText) -> RichText {
  let places = delimiterPlaces(text, Array("_".utf8)).map(\.lowerBound)
  guard places.count > 1 else { return text }
  let bytes = Array(text.text.utf8)
  var result = RichText()
  var done = 0
  for (open, close) in zip(places, places.dropFirst()) where open >= done && close > open + 1 {
    guard beginsLine(bytes, open), endsLine(bytes, close + 1), bytes[open + 1] != 0x20,
      bytes[close - 1] != 0x20
    else { continue }
    result.append(text[done..<open])
    result.append(text[open + 1..<close].mapAttributes { $0.marks.insert(.emphasis) })
    done = close + 1
  }
  return result + text[done..<text.count]
}

/// What `<br>` and its like become.
private let lineSeparator = Array("\u{2028}".utf8)

/// Whether only spaces stand between the start of a line and an offset.
private func beginsLine(_ bytes: [UInt8], _ offset: Int) -> Bool {
  let before = bytes[..<offset]
  guard let last = before.lastIndex(where: { $0 != 0x20 }) else { return true }
  return bytes[last] == 0x0A || before[...last].suffix(3).elementsEqual(lineSeparator)
}

/// Whether only spaces stand between an offset and the end of its line.
private func endsLine(_ bytes: [UInt8], _ offset: Int) -> Bool {
  let behind = bytes[offset...].drop { $0 == 0x20 }
  return behind.first.map { $0 == 0x0A } ?? true || behind.prefix(3).elementsEqual(lineSeparator)
}

/// Gives the text between each two delimiters a mark and removes the delimiters.
private func pairDelimiters(
  _ text: RichText, _ delimiter: String, adding mark: RichText.Marks
) -> RichText {
  let places = delimiterPlaces(text, Array(delimiter.utf8))
  guard places.count > 1 else { return text }
  let bytes = Array(text.text.utf8)
  var result = RichText()
  var done = 0
  var open: Int?
  for place in places {
    if let start = open {
      let inner = text[start..<place.lowerBound]
      result.append(inner.mapAttributes { $0.marks.insert(mark) })
      open = nil
    } else {
      let next = place.upperBound
      guard next < bytes.count, bytes[next] > 0x20, place != places.last else { continue }
      result.append(text[done..<place.lowerBound])
      open = next
    }
    done = place.upperBound
  }
  if let start = open {
    // No partner: the delimiter is text.
    return result + text[start - delimiter.utf8.count..<text.count]
  }
  return result + text[done..<text.count]
}

/// Where a delimiter stands in text that is neither code nor escaped.
private func delimiterPlaces(_ text: RichText, _ delimiter: [UInt8]) -> [Range<Int>] {
  var places: [Range<Int>] = []
  var start = 0
  text.forEachRun { run, part in
    defer { start += run.length }
    guard run.attributes.marks.isDisjoint(with: [.code, .literal]) else { return }
    let bytes = Array(part.utf8)
    var index = 0
    while index + delimiter.count <= bytes.count {
      if bytes[index..<index + delimiter.count].elementsEqual(delimiter) {
        places.append(start + index..<start + index + delimiter.count)
        index += delimiter.count
      } else {
        index += 1
      }
    }
  }
  return places
}

// MARK: Links

/// Makes links of `[label](address)`.
private func mendLinks(_ text: RichText) -> RichText {
  let bytes = Array(text.text.utf8)
  guard let joint = bytes.indices.dropLast().first(where: { isJoint(bytes, $0) }) else {
    return text
  }
  let plain = plainBytes(text)
  var result = RichText()
  var done = 0
  for middle in joint..<bytes.count - 1 where isJoint(bytes, middle) && plain[middle] {
    guard let open = bytes[done..<middle].openingBracket(plain), open + 1 < middle,
      let close = bytes[middle...].firstIndex(of: UInt8(ascii: ")"))
    else { continue }
    let address = text[middle + 2..<close].text
    // `[Paper]()` leads nowhere yet, as `[Paper](#)`.
    let isDead = address.isEmpty && bytes[middle - 1] > 0x40
    guard isDead || isAddress(address) else { continue }
    result.append(text[done..<open])
    let target = isDead ? "#" : address
    result.append(text[open + 1..<middle].mapAttributes { $0.link = $0.link ?? target })
    done = close + 1
  }
  return result + text[done..<text.count]
}

extension ArraySlice<UInt8> {
  /// Where the bracket opens that is still open at the end, such as in `[On rain [J]`; the last one
  /// that is shut there, where none is.
  fileprivate func openingBracket(_ plain: [Bool]) -> Int? {
    var closed = 0
    // The words of a link are no longer than this.
    for index in indices.suffix(2_000).reversed() where plain[index] {
      if self[index] == UInt8(ascii: "]") { closed += 1 }
      if self[index] == UInt8(ascii: "[") {
        if closed == 0 { return index }
        closed -= 1
      }
    }
    return suffix(2_000).lastIndex { $0 == UInt8(ascii: "[") }.flatMap { plain[$0] ? $0 : nil }
  }
}

/// Whether something may be meant for where a link leads: `papers/rain.pdf`, `#works`.
private func isAddress(_ text: String) -> Bool {
  !text.utf8.contains { $0 <= 0x20 || $0 == 0x28 }
    && (text.contains(".") || text.contains("/") || text.hasPrefix("#"))
}

/// Whether `](` stands at an offset.
private func isJoint(_ bytes: [UInt8], _ index: Int) -> Bool {
  bytes[index] == UInt8(ascii: "]") && bytes[index + 1] == UInt8(ascii: "(")
}

// MARK: LaTeX

/// What a LaTeX command in running text means.
private enum LaTeXCommand {
  case marks(RichText.Marks)
  /// Its argument is text without emphasis.
  case plain
  /// It moves or sets something; its argument is no text.
  case nothing
  /// It says where on the line a text stands, behind it or in its braces.
  case alignment
  /// It drives apart what stands before and behind it.
  case gap
  /// It changes the look of what follows it.
  case look
  case href
  /// Its name is what it writes.
  case name

  init?(_ name: String) {
    switch name {
    case "textbf", "bf": self = .marks(.strong)
    case "textit", "emph", "textsl": self = .marks(.emphasis)
    case "underline", "uline": self = .marks(.underline)
    case "texttt", "url": self = .marks(.code)
    case "textsuperscript": self = .marks(.superscript)
    case "textsubscript": self = .marks(.subscripted)
    case "textsc", "textrm", "textsf", "text", "mbox", "rightline", "centerline", "leftline",
      "title", "author":
      self = .plain
    case "hfill", "dotfill", "hrulefill": self = .gap
    case "vspace", "hspace", "vskip", "newpage", "pagebreak", "vfill", "noindent",
      "smallskip", "medskip", "bigskip", "clearpage", "hrule", "hline", "quad", "qquad",
      "maketitle":
      self = .nothing
    case "centering", "flushleft", "flushright", "raggedright", "raggedleft": self = .alignment
    case "tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE",
      "huge", "Huge", "bfseries", "itshape", "scshape", "sffamily", "rmfamily", "ttfamily", "sc":
      self = .look
    case "href": self = .href
    case "TeX", "LaTeX", "BibTeX": self = .name
    case _ where Self.isIcon(name): self = .nothing
    default: return nil
    }
  }
}

extension LaTeXCommand {
  /// `\faGithub`: a picture of the package fontawesome.
  fileprivate static func isIcon(_ name: String) -> Bool {
    name.hasPrefix("fa") && name.dropFirst(2).first.map { $0.isUppercase } == true
  }
}

/// Replaces `\textbf{…}` and its like by emphasis; unknown commands stay text.
private func mendLaTeX(_ text: RichText) -> RichText {
  let bytes = Array(text.text.utf8)
  guard bytes.contains(UInt8(ascii: "\\")) else { return text }
  let plain = plainBytes(text)
  var result = RichText()
  var done = 0
  var index = 0
  while index < bytes.count {
    if let group = lookGroup(in: bytes, at: index), plain[index] {
      result.append(text[done..<index])
      result.append(mendLaTeX(content(of: group, in: text)))
      done = group.upperBound
      index = done
      continue
    }
    guard bytes[index] == UInt8(ascii: "\\"), plain[index], !bytes.isInPath(index) else {
      index += 1
      continue
    }
    guard let found = latexReplacement(in: text, bytes, at: index) else {
      index += 1
      continue
    }
    result.append(text[done..<index])
    result.append(found.text)
    done = found.end
    index = found.end
  }
  return result + text[done..<text.count]
}

/// For each byte whether it is neither code nor escaped.
private func plainBytes(_ text: RichText) -> [Bool] {
  text.runs.flatMap { run in
    repeatElement(run.attributes.marks.isDisjoint(with: [.code, .literal]), count: run.length)
  }
}

private func latexReplacement(
  in text: RichText, _ bytes: [UInt8], at start: Int
) -> (text: RichText, end: Int)? {
  let next = start + 1
  // Behind lines with breaks, one at the end of the paragraph breaks nothing.
  if next == bytes.count, start > 0, bytes[start - 1] == 0x20,
    text.text.unicodeScalars.contains("\u{2028}")
  {
    return (RichText(), next)
  }
  if next < bytes.count, bytes[next] == 0x0A {
    // kramdown's `\\` at a line's end, of which the parser left one.
    return (RichText("\u{2028}"), next + 1)
  }
  var end = next
  while end < bytes.count, (0x61...0x7A).contains(bytes[end] | 0x20) { end += 1 }
  guard let command = LaTeXCommand(String(decoding: bytes[next..<end], as: UTF8.self)) else {
    return nil
  }
  let star = end < bytes.count && bytes[end] == UInt8(ascii: "*") ? 1 : 0
  let argument = braces(in: bytes, at: end + star)
  switch command {
  case .nothing: return (RichText(), argument?.upperBound ?? end + star)
  case .alignment:
    let inner = argument.map { mendLaTeX(content(of: $0, in: text)) } ?? RichText()
    return (inner, argument?.upperBound ?? end)
  case .gap: return (RichText("\t"), end)
  case .name: return (text[next..<end], argument?.count == 2 ? end + 2 : end)
  case .look: return (RichText(), bytes[end...].prefix { $0 == 0x20 }.endIndex)
  case .plain:
    guard let argument else { return nil }
    return (mendLaTeX(content(of: argument, in: text)), argument.upperBound)
  case .marks(let marks):
    guard let argument else { return nil }
    let inner = mendLaTeX(content(of: argument, in: text))
    return (inner.mapAttributes { $0.marks.formUnion(marks) }, argument.upperBound)
  case .href:
    return argument.flatMap { latexLink(in: text, bytes, to: $0) }
  }
}

/// `\href{address}{label}`, in which the label may be an icon.
private func latexLink(
  in text: RichText, _ bytes: [UInt8], to address: Range<Int>
) -> (text: RichText, end: Int)? {
  guard let label = braces(in: bytes, at: address.upperBound) else { return nil }
  let url = content(of: address, in: text).text
  var inner = mendLaTeX(content(of: label, in: text)).trimmed()
  if inner.isEmpty {
    inner = RichText("\u{FFFC}", .init(image: .init(alternative: "", address: "")))
  }
  return (inner.mapAttributes { $0.link = url }, label.upperBound)
}

/// `{\Huge Ada Roe}`: braces that only bound a change of look.
private func lookGroup(in bytes: [UInt8], at start: Int) -> Range<Int>? {
  guard bytes[start] == UInt8(ascii: "{"), start + 1 < bytes.count,
    bytes[start + 1] == UInt8(ascii: "\\"), let group = braces(in: bytes, at: start)
  else { return nil }
  let name = bytes[(start + 2)...].prefix { (0x61...0x7A).contains($0 | 0x20) }
  guard case .look? = LaTeXCommand(String(decoding: name, as: UTF8.self)) else { return nil }
  return group
}

private func content(of argument: Range<Int>, in text: RichText) -> RichText {
  text[argument.lowerBound + 1..<argument.upperBound - 1]
}

/// The range of `{…}` at an offset; `nil` for one of more than `longestArgument` bytes.
private func braces(in bytes: [UInt8], at start: Int) -> Range<Int>? {
  guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
  let limit = min(bytes.count, start + longestArgument)
  return bytes.endOfGroup(at: start, before: limit).map { start..<$0 }
}

extension RichText {
  /// `<a href="…">doi · <a href="…">pdf</a>`: the sign that an open link took from behind its words
  /// is no part of it.
  func unlinkingSeparator(as outside: Attributes) -> RichText {
    let view = text.unicodeScalars
    let isSign = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || "·•|".unicodeScalars.contains(scalar)
    }
    guard let last = view.lastIndex(where: { !isSign($0) }), case let end = view.index(after: last),
      view[end...].contains(where: { "·•|".unicodeScalars.contains($0) })
    else { return self }
    let count = text[..<end].utf8.count
    return self[0..<count] + self[count..<self.count].mapAttributes { $0 = outside }
  }
}
