// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Rewrites what other dialects than Markdown say of entries.
extension HiddenTextFinder {
  /// Makes a shortcode that describes an entry a labelled paragraph; the content of one that is
  /// closed later stands with it in a group.
  mutating func rewriteShortcode() -> Bool {
    guard let code = Shortcode(scan, at: index) else { return false }
    if code.name == "fa", index > 0, scan.bytes[index - 1] == UInt8(ascii: "[") {
      // `[{{< fa file-pdf >}}](paper.pdf)`: an icon that leads somewhere.
      edits.append(Edit(range: code.range, replacement: "<i class=\"fa\"></i>"))
    } else if let start = shortcodes.closing[index], rewritten.contains(start) {
      edits.append(Edit(range: code.range, replacement: "\n\n</div>\n\n"))
    } else if let next = shortcodes.nextBadge(behind: code, scan) {
      edits.append(Edit(range: code.range.lowerBound..<next, replacement: ", "))
      index = next
      return true
    } else {
      let attributes = EntryAttributes(scan, in: code.range)
      guard !code.isClosing, attributes.makeEntry || attributes.makeTimelineItem else {
        return false
      }
      let isOpen = shortcodes.opening.contains(index)
      edits += attributes.edits(
        of: code.range, opening: isOpen ? "\n\n<div>" : "\n\n", closing: "\n\n")
      if isOpen { rewritten.insert(index) }
    }
    index = code.range.upperBound
    return true
  }

  /// Makes the lines that open and close a block of pandoc those of a `div`; its date stands first.
  mutating func rewriteFencedDiv() -> Bool {
    let line = index..<scan.lineEnd(from: index)
    guard let fence = FencedDiv(scan, line: line) else { return false }
    if fence.isClosing {
      guard openDivisions > 0 else { return false }
      openDivisions -= 1
      edits.append(Edit(range: line, replacement: "\n\n</div>\n\n"))
    } else {
      openDivisions += 1
      if let list = AttributeList.ofDivision(scan, fence.attributes), list.mayHide {
        lists.append(PlacedList(list: list, target: .division(edit: edits.count)))
      }
      let attributes = EntryAttributes(scan, in: fence.attributes)
      if let title = fence.title {
        edits.append(
          Edit(range: line.lowerBound..<title.lowerBound, replacement: "\n\n<div>\n\n**"))
        edits.append(Edit(range: title.upperBound..<line.upperBound, replacement: "**\n\n"))
      } else if attributes.makeEntry {
        edits += attributes.edits(of: line, opening: "\n\n<div>", closing: "\n\n")
      } else if let dates = fence.dates(scan) {
        edits.append(
          Edit(range: line.lowerBound..<dates.lowerBound, replacement: "\n\n<div><p><code>"))
        edits.append(
          Edit(range: dates.upperBound..<line.upperBound, replacement: "</code></p>\n\n"))
      } else {
        let classes = fence.classes(scan)
        edits.append(Edit(range: line, replacement: "\n\n<div\(classes)>\n\n"))
      }
    }
    index = min(line.upperBound + 1, scan.count)
    return true
  }

  /// Writes the colon of `**[Fog](https://e.org)**` as an entity: md4c 0.4.8 takes such an address
  /// for one without brackets as well, up to the next space, and loses the end of the emphasis.
  mutating func guardDestination() -> Bool {
    guard scan.has("](http", at: index) else { return false }
    let start = index + 2
    let end = scan.bytes[start...].firstIndex {
      $0 <= 0x20 || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "(")
    }
    guard let end, scan.bytes[end] == UInt8(ascii: ")"), end + 1 < scan.count,
      scan.bytes[end + 1] == UInt8(ascii: "*") || scan.bytes[end + 1] == UInt8(ascii: "_"),
      let colon = scan.bytes[start..<end].firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    edits.append(Edit(range: colon..<colon + 1, replacement: "&#58;"))
    index = end
    return true
  }

  /// Writes the blanks of `[CV](files/Ada Roe.pdf)` as a browser does; with them it is no link.
  mutating func mendDestination() -> Bool {
    guard scan.has("](", at: index),
      let end = scan.find(")", from: index + 2, before: min(scan.count, index + Self.longestLink)),
      scan.bytes[max(0, index - Self.longestLink)..<index].contains(UInt8(ascii: "[")),
      !scan.bytes[index..<end].contains(0x0A)
    else { return false }
    let address = scan.bytes[index + 2..<end]
    let words = address.split { scan.isBlank($0) }
    guard words.count > 1, case let first = words[0][words[0].startIndex] else { return false }
    // Below `#` stand words of the page, with what stands in them; elsewhere these are no address.
    let isPlace =
      first == UInt8(ascii: "#") && !words.dropFirst().contains(where: opensTitle)
      && address.indices.allSatisfy { address[$0] != UInt8(ascii: "<") || isBareTag(at: $0) }
    guard isPlace || !address.contains(where: { "\"'<({".utf8.contains($0) }),
      "/#.".utf8.contains(first) || words[0].starts(with: "http".utf8)
        || endsWithSuffix(words[words.count - 1])
    else { return false }
    let inner = words[0].startIndex..<words[words.count - 1].endIndex
    for place in inner {
      let code: StaticString
      switch scan.bytes[place] {
      case UInt8(ascii: "<"): code = "%3C"
      case UInt8(ascii: ">"): code = "%3E"
      case let byte where scan.isBlank(byte): code = "%20"
      default: continue
      }
      edits.append(Edit(range: place..<place + 1, replacement: "\(code)"))
    }
    index = end
    return true
  }

  /// Whether a word behind an address begins the title of a link, or cannot stand there.
  private func opensTitle(_ word: ArraySlice<UInt8>) -> Bool {
    word.first.map { "\"'({".utf8.contains($0) } == true
  }

  /// `<sub>`, `</sub>`: whether a tag has a name and nothing else, so that it hides nothing.
  private func isBareTag(at start: Int) -> Bool {
    let first = scan.has("</", at: start) ? start + 2 : start + 1
    let name = scan.bytes[min(first, scan.count)...].prefix { scan.isLetter($0) }
    return !name.isEmpty && scan.has(">", at: name.endIndex)
  }

  /// The most bytes of the words of a link, and of its address, that are looked through.
  private static let longestLink = 400

  /// Whether a word ends as the name of a file does: `Roe.pdf`.
  private func endsWithSuffix(_ word: ArraySlice<UInt8>) -> Bool {
    guard let dot = word.lastIndex(of: UInt8(ascii: ".")), dot > word.startIndex else {
      return false
    }
    return 3...5 ~= word.endIndex - dot && scan.isLetter(word[dot + 1])
      && word[(dot + 1)...].allSatisfy(scan.isNameByte)
  }

  /// Takes away the signs of `==marked==` words, each when it is met.
  mutating func hideHighlight() -> Bool {
    guard scan.run(of: UInt8(ascii: "="), at: index) == 2 else { return false }
    if highlightEnd == index {
      hide(.markup, to: index + 2)
      return true
    }
    let start = index + 2
    guard start < scan.count, isWordEdge(index - 1), !isWordEdge(start) || opensMark(start),
      let end = scan.find("==", from: start, before: min(scan.count, start + Self.longestMark)),
      scan.bytes[end - 1] > 0x20, scan.run(of: UInt8(ascii: "="), at: end) == 2,
      isWordEdge(end + 2), case let words = scan.bytes[start..<end],
      !words.contains(0x60),
      scan.find("\n\n", from: start, before: end) == nil
    else { return false }
    highlightEnd = end
    hide(.markup, to: start)
    return true
  }

  /// Whether marked words may begin with a sign: `==**big** rain==`.
  private func opensMark(_ offset: Int) -> Bool {
    scan.bytes[offset] >= 0x80 || "*\"[".utf8.contains(scan.bytes[offset])
  }

  /// The most bytes of marked words.
  private static let longestMark = 400

  /// Writes pandoc's `4^th^` and `10^6^` as HTML does: letters or figures behind one of these.
  mutating func raiseEnding() -> Bool {
    let start = index + 1
    guard index > 0, scan.isNameByte(scan.bytes[index - 1]), !isInAddress,
      let end = scan.find("^", from: start, before: min(scan.count, start + 5)),
      isWordEdge(end + 1), scan.run(of: UInt8(ascii: "^"), at: end) == 1,
      case let raised = scan.bytes[start..<end], !raised.isEmpty,
      raised.allSatisfy(scan.isLetter) && isDigit(scan.bytes[index - 1])
        || raised.allSatisfy(isDigit)
    else { return false }
    edits.append(Edit(range: index..<start, replacement: "<sup>"))
    edits.append(Edit(range: end..<end + 1, replacement: "</sup>"))
    index = end + 1
    return true
  }

  private func isWordEdge(_ offset: Int) -> Bool {
    offset < 0 || offset >= scan.count || !scan.isNameByte(scan.bytes[offset])
  }

  /// Writes three dashes where a table's rule has one or two in a column: md4c wants three.
  mutating func widenTableRule() -> Bool {
    let line = index..<scan.lineEnd(from: index)
    let bytes = scan.bytes[line]
    guard index > 0, bytes.contains(UInt8(ascii: "|")), bytes.contains(UInt8(ascii: "-")),
      bytes.allSatisfy({ "|-: \t\r".utf8.contains($0) }), isBelowTableHead(line.lowerBound)
    else { return false }
    var start = line.lowerBound
    while start < line.upperBound {
      let length = scan.run(of: UInt8(ascii: "-"), at: start)
      if 1...2 ~= length {
        let end = start + length
        edits.append(
          Edit(range: end..<end, replacement: String(repeating: "-", count: 3 - length)))
      }
      start += max(length, 1)
    }
    index = line.upperBound
    return true
  }

  /// Whether the line above has columns and begins its paragraph.
  private func isBelowTableHead(_ offset: Int) -> Bool {
    let head = scan.lineStart(of: offset - 1)..<offset - 1
    guard scan.bytes[head].contains(UInt8(ascii: "|")) else { return false }
    return head.lowerBound == 0
      || scan.isBlank(scan.lineStart(of: head.lowerBound - 1)..<head.lowerBound - 1)
  }

  /// Writes a short formula as the words and signs that it shows.
  mutating func rewriteMath() -> Bool {
    if closeFormula() { return true }
    let hasGround = groups[groups.count - 1].hasGround
    guard let math = InlineMath(scan, at: index, whites: whites, hasGround: hasGround), !isInAddress
    else { return openFormula() }
    edits.append(Edit(range: math.range, replacement: math.html))
    index = math.range.upperBound
    return true
  }

  /// Whether the word that is being read is an address, or a value of an attribute.
  private var isInAddress: Bool {
    let start = scan.bytes[max(0, index - Self.longestLink)..<index].lastIndex { $0 <= 0x20 }
    let word = ByteScan(Array(scan.bytes[(start ?? max(0, index - Self.longestLink))..<index]))
    return word.find("://", from: 0) != nil || word.find("](", from: 0) != nil
      || word.find("=\"", from: 0) != nil || word.find("='", from: 0) != nil
  }

  /// Keeps the stars of `<sup>*</sup>` from being emphasis: two of them would be a pair.
  mutating func rewriteRaisedMarks() -> Bool {
    guard scan.has("<sup>", at: index) else { return false }
    let start = index + "<sup>".utf8.count
    var end = start
    while end < scan.count, end < start + 12, scan.bytes[end] != UInt8(ascii: "<") { end += 1 }
    guard scan.has("</sup>", at: end),
      !scan.bytes[start..<end].contains(where: { scan.isLetter($0) || $0 == UInt8(ascii: "\\") })
    else { return false }
    for place in start..<end where scan.bytes[place] == UInt8(ascii: "*") {
      edits.append(Edit(range: place..<place + 1, replacement: "&#42;"))
    }
    index = end
    return true
  }
}
