// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Where an attribute list stands, and so what it hides: an element of the program's own that says
/// it in the page.
enum HidingMark: String, CaseIterable {
  /// In a line of its own: the block above it.
  case above = "cvgen-hides-above"
  /// In a line of its own, with none above it: the block below it.
  case below = "cvgen-hides-below"
  /// Behind the mark of an item: the item.
  case item = "cvgen-hides-item"
  /// Behind words: the emphasis or the link before it, else the heading, item or cell.
  case words = "cvgen-hides-words"

  /// A class that all of them have.
  static let shared = "cvgen-hides"
}

/// An attribute list that may hide something.
struct PlacedList {
  /// What the list is about.
  enum Target {
    case mark(HidingMark)
    /// Words in brackets before the list.
    case brackets(Range<Int>)
    /// The division that one of the edits opens.
    case division(edit: Int)
  }

  var list: AttributeList
  var target: Target
}

extension HiddenTextFinder {
  mutating func openBracket() {
    openBrackets.append(index)
    index += 1
  }

  /// Remembers the brackets that end here; of `[words][name]` both.
  mutating func closeBracket() {
    guard let start = openBrackets.popLast() else { return }
    let isNext = lastBrackets.upperBound == start && !lastBrackets.isEmpty
    lastBrackets = (isNext ? lastBrackets.lowerBound : start)..<index + 1
  }

  /// Takes the brackets off `[words]{.class}`, a span of pandoc, which shows none; longer ones than
  /// a line of an entry keep theirs.
  mutating func openSpan() {
    guard lastBrackets.upperBound == index + 1, scan.has("]{", at: index),
      !scan.has("{:", at: index + 1),
      KramdownAttributes.end(in: scan, at: index + 1) != nil,
      case let start = lastBrackets.lowerBound, index - start <= Self.longestSpan,
      paragraphEnd(from: start) >= index, scan.find("][", from: start, before: index) == nil,
      start == 0 || !"!]\\".utf8.contains(scan.bytes[start - 1]),
      !"^@".utf8.contains(scan.bytes[start + 1])
    else { return }
    edits.append(Edit(range: start..<start + 1, replacement: ""))
    edits.append(Edit(range: index..<index + 1, replacement: ""))
  }

  /// The most bytes of a span whose brackets are looked at.
  private static let longestSpan = 4_096

  /// Remembers the attribute list at the current place, if it may hide something.
  mutating func noteList() {
    guard let list = AttributeList(scan, at: index), list.mayHide else { return }
    if lastBrackets.upperBound == index, !lastBrackets.isEmpty,
      paragraphEnd(from: lastBrackets.lowerBound) >= index
    {
      lists.append(PlacedList(list: list, target: .brackets(lastBrackets)))
    } else if !isDefinition, let mark = mark(of: list.range) {
      lists.append(PlacedList(list: list, target: .mark(mark)))
    }
  }

  /// Whether the list at the current place has a name, by which others may ask for it:
  /// `{:name: .class}` of kramdown hides nothing by itself.
  private var isDefinition: Bool {
    let name = scan.name(at: index + 2)
    return scan.has("{:", at: index) && name.count > 1 && name.hasSuffix(":")
  }

  /// Where a list stands; `nil` for one that is about nothing.
  private mutating func mark(of list: Range<Int>) -> HidingMark? {
    let start = lineStart(of: list.lowerBound)
    let words = behindQuotes(start)
    if words >= list.lowerBound {
      let rest = list.upperBound..<scan.lineEnd(from: list.upperBound)
      guard scan.isBlank(rest) || scan.bytes[rest].first == UInt8(ascii: "{") else { return .words }
      if isBelowWords(start) { return .above }
      // Between blank lines it is about the blank line (kramdown, `new_block_el`).
      let below = min(rest.upperBound + 1, scan.count)
      return behindQuotes(below) < scan.lineEnd(from: below) ? .below : nil
    }
    if let marker = ListMarker(scan, at: words, lineEnd: list.lowerBound),
      scan.skipBlanks(from: marker.end) == list.lowerBound
    {
      return .item
    }
    return .words
  }

  /// The offset behind the blanks and the signs of quotations that begin a line.
  private func behindQuotes(_ start: Int) -> Int {
    var index = start
    let limit = min(scan.count, start + Self.widestMargin)
    while index < limit, scan.isBlank(scan.bytes[index]) || scan.bytes[index] == 0x3E {
      index += 1
    }
    return index
  }

  /// The most bytes of the signs of quotations before a line that are looked through.
  private static let widestMargin = 400

  /// Whether words stand right above a line, other attribute lists between them.
  private func isBelowWords(_ start: Int) -> Bool {
    var line = start..<start
    for _ in 0..<8 where line.lowerBound > 0 {
      let end = line.lowerBound - 1
      line = scan.lineStart(of: end)..<end
      let words = behindQuotes(line.lowerBound)
      if words >= line.upperBound { return false }
      guard scan.bytes[words] == UInt8(ascii: "{"), AttributeList(scan, at: words) != nil else {
        return true
      }
    }
    return false
  }

  /// Puts marks where attribute lists hide something, and hides what they stand at.
  ///
  /// White words may stand on something with a colour, which only the tree of the page knows.
  ///
  /// - Parameter hiddenNames: Class names and ids that style sheets of the page hide.
  mutating func markHiding(_ hiddenNames: Set<String>) {
    var rewritten: Set<Int> = []
    for placed in lists {
      let (list, look) = (placed.list, placed.list.look)
      let hides = look.hides(hiddenNames, hasBackground: false)
      let isWhite = hides && !look.hides(hiddenNames, hasBackground: true)
      let attribute = isWhite ? "style=\"color:white\"" : "hidden"
      switch placed.target {
      case .division(let edit):
        if hides {
          write(attribute, inDivision: edit)
        } else if look.style.showsWhite == true {
          write("style=\"background:black\"", inDivision: edit)
        }
      case .brackets(let range) where isWhite:
        rewritten.insert(list.range.lowerBound)
        edits.append(.insert("<span \(attribute)>", at: range.lowerBound))
        edits.append(Edit(range: list.range, replacement: "</span>"))
      case .brackets(let range) where hides:
        hideUnseen(
          range.lowerBound..<list.range.upperBound,
          words: range.lowerBound + 1..<range.upperBound - 1)
      case .mark(let mark) where hides:
        rewritten.insert(list.range.lowerBound)
        put(mark, of: list, attribute)
      case .brackets, .mark: break
      }
    }
    found.removeAll { $0.fate == .markup && rewritten.contains($0.range.lowerBound) }
  }

  /// Writes an attribute into the tag that opens a division.
  private mutating func write(_ attribute: String, inDivision edit: Int) {
    guard let tag = ByteScan(edits[edit].replacement).find("<div", from: 0) else { return }
    edits[edit].replacement.insert(contentsOf: " \(attribute)".utf8, at: tag + 4)
  }

  /// Writes a mark in the place of an attribute list.
  ///
  /// - Parameter look: The attribute that hides.
  private mutating func put(_ mark: HidingMark, of list: AttributeList, _ look: String) {
    marksHiding = true
    let attributes = "class=\"\(HidingMark.shared) \(mark.rawValue)\" \(look)"
    switch mark {
    case .item, .words:
      edits.append(Edit(range: list.range, replacement: "<wbr \(attributes)>"))
    case .above, .below:
      let start = scan.lineStart(of: list.range.lowerBound)
      let margin = scan.string(start..<behindQuotes(start))
      edits.append(
        Edit(range: list.range, replacement: "\n\(margin)<hr \(attributes)>\n\(margin)"))
    }
  }
}
