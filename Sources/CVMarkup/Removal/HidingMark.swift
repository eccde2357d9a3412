// SPDX-License-Identifier: MIT

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

  /// Remembers the attribute list at the current place, if it may hide something.
  mutating func noteList() {
    guard let list = AttributeList(scan, at: index), list.mayHide else { return }
    if lastBrackets.upperBound == index, !lastBrackets.isEmpty,
      scan.find("\n\n", from: lastBrackets.lowerBound, before: index) == nil
    {
      lists.append(PlacedList(list: list, target: .brackets(lastBrackets)))
    } else {
      lists.append(PlacedList(list: list, target: .mark(mark(of: list.range))))
    }
  }

  private func mark(of list: Range<Int>) -> HidingMark {
    let start = scan.lineStart(of: list.lowerBound)
    let words = behindQuotes(start)
    if words >= list.lowerBound {
      let rest = list.upperBound..<scan.lineEnd(from: list.upperBound)
      guard scan.isBlank(rest) || scan.bytes[rest].first == UInt8(ascii: "{") else { return .words }
      return isBelowWords(start) ? .above : .below
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
    while index < scan.count, scan.isBlank(scan.bytes[index]) || scan.bytes[index] == 0x3E {
      index += 1
    }
    return index
  }

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
  /// - Parameter hiddenNames: Class names and ids that style sheets of the page hide.
  mutating func markHiding(_ hiddenNames: Set<String>) {
    for placed in lists where placed.list.look.hides(hiddenNames, hasBackground: false) {
      switch placed.target {
      case .brackets(let range):
        hideUnseen(
          range.lowerBound..<placed.list.range.upperBound,
          words: range.lowerBound + 1..<range.upperBound - 1)
      case .division(let edit):
        guard let tag = ByteScan(edits[edit].replacement).find("<div", from: 0) else { continue }
        edits[edit].replacement.insert(contentsOf: " hidden".utf8, at: tag + 4)
      case .mark(let mark):
        let isWhite = !placed.list.look.hides(hiddenNames, hasBackground: true)
        put(mark, of: placed.list, isWhite ? "style=\"color:white\"" : "hidden")
      }
    }
  }

  /// Writes a mark in the place of an attribute list.
  ///
  /// - Parameter look: The attribute that hides.
  private mutating func put(_ mark: HidingMark, of list: AttributeList, _ look: String) {
    marksHiding = true
    unhide(list.range)
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
