// SPDX-License-Identifier: MIT
import CVDiagnostics

/// A group of LaTeX that is open where the page is read: braces, a formula or an environment.
struct LaTeXGroup {
  /// What opens a group.
  enum Kind: Equatable {
    case page, braces, environment
    /// With the offset of the dollars that end it.
    case formula(end: Int)
  }

  var kind: Kind
  /// Where it begins.
  var start: Int
  /// The command that colours all of it, with its brace, for the words in a colour.
  var opening: Range<Int>?
  /// What HTML calls that colour.
  var colour = ""
  /// Where words begin that nobody sees, with the command that says so, and behind it.
  var white: Range<Int>?
  /// The place of the group around it whose white words go on behind it.
  var paused: Int?
  /// Whether the braces are there for a colour alone.
  var isForColour = false
  /// Whether something behind the words has a colour, so that white ones show.
  var hasGround = false
}

/// Rewrites what LaTeX says, and leaves out what it hides.
///
/// Groups are followed as the page is read, so that braces in comments, code and tables are none.
extension HiddenTextFinder {
  /// Makes a table of LaTeX one of HTML, and the items of its lists those of Markdown.
  mutating func rewriteLaTeX() -> Bool {
    if scan.has("\\(", at: index) || scan.has("\\[", at: index) { return openFormula() }
    if scan.has("\\)", at: index) || scan.has("\\]", at: index) { return closeFormula() }
    if scan.has("\\begin{", at: index) || scan.has("\\end{", at: index) {
      return rewriteEnvironment()
    }
    if let setting = LaTeXSetting(scan, at: index) {
      noteColours(of: setting)
      hide(.markup, to: setting.range.upperBound, saying: setting.arguments)
      return true
    }
    if let colour = LaTeXColour(scan.bytes, at: index, whites: whites) {
      open(colour)
      return true
    }
    if openBox() || hidePhantom() { return true }
    guard scan.has("\\item ", at: index), scan.beginsLine(index) else { return false }
    edits.append(Edit(range: index..<index + 5, replacement: "-"))
    index += 5
    return true
  }

  private mutating func rewriteEnvironment() -> Bool {
    let hasGround = groups[groups.count - 1].hasGround
    if let table = LaTeXTable(scan, at: index, whites: whites, hasGround: hasGround) {
      edits += table.edits
      for range in table.comments {
        found.append(HiddenText(range: range, fate: .comment, words: range, isRewritten: true))
      }
      for range in table.unseen { hideUnseen(range, words: range) }
      index = table.end
      return true
    }
    if scan.has("\\begin{comment}", at: index), let end = findAhead("\\end{comment}", from: index) {
      hide(.comment, to: end + 13)
      return true
    }
    let limit = min(scan.count, index + Self.longestName)
    guard let close = scan.find("}", from: index, before: limit),
      !scan.bytes[index..<close].contains(0x0A)
    else { return false }
    let opens = scan.has("\\begin{", at: index)
    if !opens { closeGroup(.environment, at: index..<index) }
    hide(.markup, to: close + 1)
    if opens { open(.environment, at: index) }
    return true
  }

  /// The most bytes of the name of an environment.
  private static let longestName = 120

  /// Begins a group.
  private mutating func open(_ kind: LaTeXGroup.Kind, at start: Int) {
    let hasGround = groups[groups.count - 1].hasGround
    groups.append(LaTeXGroup(kind: kind, start: start, hasGround: hasGround))
  }

  /// `\colorbox{navy}{words}`, of which the words are shown, white ones too.
  private mutating func openBox() -> Bool {
    guard let ground = LaTeXGround(scan, at: index, whites: whites), ground.place == .box else {
      return false
    }
    open(.braces, at: index)
    groups[groups.count - 1].isForColour = true
    groups[groups.count - 1].hasGround = !ground.isWhite
    if !ground.isWhite { pauseWhite() }
    hide(.markup, to: ground.end + 1)
    return true
  }

  /// `\phantom{words}`: a place as large as words that it does not show; `\iffalse words \fi`.
  private mutating func hidePhantom() -> Bool {
    if scan.has("\\iffalse", at: index), scan.lettersEnd(from: index + 8) == index + 8,
      let end = conditionals.end(of: index)
    {
      hide(.comment, to: end)
      return true
    }
    guard
      scan.has("\\phantom{", at: index) || scan.has("\\hphantom{", at: index)
        || scan.has("\\vphantom{", at: index),
      case let brace = scan.lettersEnd(from: index + 1),
      let end = scan.bytes.endOfGroup(at: brace, before: min(scan.count, brace + longestArgument))
    else { return false }
    hideUnseen(index..<end, words: brace + 1..<end - 1)
    index = end
    return true
  }

  /// Remembers names that `\definecolor{paper}{rgb}{1,1,1}` and `\colorlet{paper}{white}` give to
  /// white, and the colour of the page.
  private mutating func noteColours(of setting: LaTeXSetting) {
    if let page = LaTeXGround(scan, at: index, whites: whites), page.place == .page {
      for place in groups.indices {
        groups[place].hasGround = !page.isWhite
        if !page.isWhite { groups[place].white = nil }
      }
    }
    let isAlias = scan.has("\\colorlet", at: index)
    guard isAlias || scan.has("\\definecolor", at: index) else { return }
    let parts = scan.string(setting.arguments).split { "{}".contains($0) }.map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }.suffix(isAlias ? 2 : 3)
    guard parts.count == (isAlias ? 2 : 3), let name = parts.first, let colour = parts.last else {
      return
    }
    let model = isAlias ? "" : parts[parts.startIndex + 1].filter { !$0.isWhitespace }
    let plain = name.filter { !$0.isWhitespace }
    if LaTeXColour.isWhite(colour, model, whites) {
      whites.insert(plain)
    } else {
      whites.remove(plain)
    }
  }

  /// Goes on with the words of a colour.
  private mutating func open(_ colour: LaTeXColour) {
    let isUnseen = colour.isWhite && !groups[groups.count - 1].hasGround
    if colour.hasGroup {
      open(.braces, at: colour.range.upperBound - 1)
      let last = groups.count - 1
      groups[last].opening = colour.range
      // What is white on a ground is as black on paper.
      groups[last].colour = colour.isWhite ? "black" : colour.name
      if isUnseen { groups[last].white = colour.range } else { pauseWhite() }
      index = colour.range.upperBound
      return
    }
    defer { hide(.markup, to: colour.range.upperBound) }
    guard colour.coloursRest else { return }
    endWhite(at: index)
    let last = groups.count - 1
    if isUnseen { groups[last].white = colour.range } else { pauseWhite() }
    if groups[last].kind == .braces, scan.isBlank(groups[last].start + 1..<index) {
      groups[last].isForColour = true
    }
  }

  /// Shows the words of the innermost group, where they would be white by one around it.
  private mutating func pauseWhite() {
    let last = groups.count - 1
    guard groups[last].paused == nil,
      let outer = groups[..<last].lastIndex(where: { $0.white != nil || $0.paused != nil }),
      let white = groups[outer].white
    else { return }
    groups[outer].white = nil
    groups[last].paused = outer
    let end = max(groups[last].opening?.lowerBound ?? groups[last].start, white.upperBound)
    hideUnseen(white.lowerBound..<end, words: white.upperBound..<end)
  }

  /// Hides what is white in the innermost group, up to a place.
  private mutating func endWhite(at end: Int) {
    guard let white = groups[groups.count - 1].white else { return }
    let end = max(end, white.upperBound)
    hideUnseen(white.lowerBound..<end, words: white.upperBound..<end)
    groups[groups.count - 1].white = nil
  }

  mutating func openBraces() {
    if !isInMarkup { open(.braces, at: index) }
    index += 1
  }

  mutating func closeBraces() {
    if groups.last?.kind == .braces, !isInMarkup { closeGroup(.braces, at: index..<index + 1) }
    index += 1
  }

  /// Whether the current place is within a tag or the address of a link.
  private var isInMarkup: Bool {
    let before = scan.bytes[max(0, index - 400)..<index]
    if let angle = before.lastIndex(of: UInt8(ascii: "<")), let tag = HTMLTag(scan, at: angle),
      tag.range.contains(index)
    {
      return true
    }
    let start = before.lastIndex { $0 <= 0x20 || $0 == UInt8(ascii: ")") } ?? before.startIndex
    return scan.find("](", from: start, before: index) != nil
  }

  /// Ends the innermost group, if it is of a kind.
  ///
  /// - Parameter closing: The sign that ends it.
  private mutating func closeGroup(_ kind: LaTeXGroup.Kind, at closing: Range<Int>) {
    guard let group = groups.last, group.kind == kind else { return }
    if let opening = group.opening, group.white == opening {
      // Behind a heading the sign closes something else.
      let isOpen = lastHeading > opening.upperBound
      let end = isOpen ? paragraphEnd(from: opening.upperBound) : closing.lowerBound
      hideUnseen(
        opening.lowerBound..<(isOpen ? end : closing.upperBound), words: opening.upperBound..<end)
    } else if let opening = group.opening {
      endWhite(at: closing.lowerBound)
      edits.append(Edit(range: opening, replacement: "<span style=\"color:\(group.colour)\">"))
      edits.append(Edit(range: closing, replacement: "</span>"))
    } else {
      endWhite(at: closing.lowerBound)
      if group.isForColour {
        hide(.markup, group.start..<group.start + 1)
        hide(.markup, closing)
      }
    }
    groups.removeLast()
    if let outer = group.paused { groups[outer].white = closing.upperBound..<closing.upperBound }
  }

  /// `$\color{white}words$`, `\(…\)`, `\[…\]`: a formula that stays as it is, and is a group for
  /// its colours.
  mutating func openFormula() -> Bool {
    let start = sign(at: index).upperBound
    let closing: StaticString =
      scan.has("\\(", at: index) ? "\\)" : scan.has("\\[", at: index) ? "\\]" : "$"
    guard let end = findAhead(closing, from: start), end - start < longestArgument,
      let colour = scan.find("color", from: start, before: end),
      scan.bytes[start..<colour].contains(UInt8(ascii: "\\")), paragraphEnd(from: start) > end
    else { return false }
    open(.formula(end: end), at: index)
    formulaEnds.insert(end)
    index = start
    return true
  }

  mutating func closeFormula() -> Bool {
    guard formulaEnds.remove(index) != nil,
      let place = groups.lastIndex(where: { $0.kind == .formula(end: index) })
    else { return false }
    let (start, white) = (groups[place].start, groups[place].white)
    // Braces that were not closed end here.
    while groups.count > place { closeGroup(groups[groups.count - 1].kind, at: index..<index) }
    let (opening, closing) = (sign(at: start), sign(at: index))
    if let white, scan.isBlank(opening.upperBound..<white.lowerBound) {
      hide(.markup, opening)
      hide(.markup, closing)
    }
    index = closing.upperBound
    return true
  }

  /// The sign at an offset that begins or ends a formula: dollars, or a backslash with a bracket.
  private func sign(at offset: Int) -> Range<Int> {
    let dollars = scan.run(of: UInt8(ascii: "$"), at: offset)
    return offset..<offset + (dollars > 0 ? dollars : 2)
  }

  /// Ends what nothing ended: white words go on to the end of the page, or of their formula, those
  /// of braces to the end of their paragraph; other words are as they are.
  mutating func closeGroups() {
    var limits: [Int] = []
    for group in groups {
      let outer = limits.last ?? scan.count
      if case .formula(let end) = group.kind {
        limits.append(min(outer, end))
      } else {
        limits.append(outer)
      }
    }
    while let group = groups.popLast(), var end = limits.popLast() {
      if let opening = group.opening, group.white != opening { hide(.markup, opening) }
      guard let white = group.white else { continue }
      if white == group.opening { end = min(end, paragraphEnd(from: white.upperBound)) }
      end = max(end, white.upperBound)
      hideUnseen(white.lowerBound..<end, words: white.upperBound..<end)
    }
  }
}
