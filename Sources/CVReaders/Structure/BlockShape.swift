// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Questions about the shape of blocks, asked when a section is cut into entries.
extension MarkupNode {
  /// The text of a paragraph; `nil` for other blocks.
  var paragraphText: RichText? {
    if case .paragraph(let text) = kind { return text }
    return nil
  }

  /// The text of a heading; `nil` for other blocks.
  var headingText: RichText? {
    if case .heading(_, let text) = kind { return text }
    return nil
  }

  /// How deep a heading is; `nil` for other blocks.
  var headingLevel: Int? {
    if case .heading(let level, _) = kind { return level }
    return nil
  }

  var listItems: [Item]? {
    if case .list(let list) = kind { return list.items }
    return nil
  }

  var isRule: Bool { kind == .rule }

  /// Whether the block shows any words.
  var hasWords: Bool { texts.contains(where: \.hasWords) }
}

/// Whether a paragraph could be the title of what follows: one short line that ends like one.
func isTitleLine(_ text: RichText) -> Bool {
  let line = text.collapsed().text
  guard !text.text.contains("\n"), !text.isBroken else { return false }
  let words = line.split(separator: " ")
  guard 1...12 ~= words.count, let last = line.unicodeScalars.last else { return false }
  return !".:：;,!?。".unicodeScalars.contains(last)
    || words.last?.contains(".") == true && words.count <= 4
}

/// Whether a paragraph announces the list below it: a few words and a colon.
func isGroupLabel(_ text: RichText) -> Bool {
  let line = text.collapsed().text
  guard let last = line.unicodeScalars.last, isColon(last) else { return false }
  return line.split(separator: " ").count <= 6 && !text.holdsDate
}

/// How many bytes of a collapsed text are a number before a title: `3-1. ` or `2.4 `.
func groupNumberLength(_ text: RichText) -> Int {
  let signs = Array(text.text.unicodeScalars.prefix(8))
  let number = signs.prefix { isDigit($0) || $0 == "-" || $0 == "." }
  let end = number.count
  let isNumber = 2...6 ~= end && isDigit(signs[0]) && !number.allSatisfy(isDigit)
  return isNumber && end < signs.count && signs[end] == " " ? end + 1 : 0
}

/// A group's heading without the colon and the decoration around it.
func groupTitle(_ text: RichText) -> RichText {
  let collapsed = withoutImages(text).collapsed()
  let line = collapsed[groupNumberLength(collapsed)..<collapsed.count]
  return line.trimmed { isSpace($0) || ":：-–—·•*".unicodeScalars.contains($0) }
    .mapAttributes { $0.marks.remove(.strong) }
}

/// The lines of a text: parts between line breaks, or between line ends where `soft` is set.
///
/// Where an author breaks a line, the other ends of lines only wrap her text.
func headLines(_ text: RichText, soft: Bool) -> [RichText] {
  let text = breakingBeforeGaps(text)
  let hasBreak = text.isBroken
  let whole = hasBreak ? joiningLinks(text) : text
  let lines = whole.split { $0 == "\u{2028}" || soft && !hasBreak && $0 == "\n" }
  return joiningAtCommas(lines)
    .flatMap(partsAtLostBreak)
    .map { withoutBullet($0.collapsed(keepingTabs: true)) }.filter { !$0.isEmpty }
}

/// `Fen University` above `, 2019`: lines with those that a comma begins, as no line is meant to.
private func joiningAtCommas(_ lines: [RichText]) -> [RichText] {
  lines.reduce(into: []) { whole, line in
    let next = line.trimmed()
    if let last = whole.last, next.text.hasPrefix(",") {
      whole[whole.count - 1] = last.trimmedAtEnd() + next
    } else {
      whole.append(line)
    }
  }
}

/// The text with line breaks before lines that wide spaces indent: nobody wraps words so.
private func breakingBeforeGaps(_ text: RichText) -> RichText {
  let isWide = { (scalar: Unicode.Scalar?) in scalar == "\u{2002}" || scalar == "\u{2003}" }
  guard text.text.unicodeScalars.contains(where: isWide) else { return text }
  let scan = TextScan(text)
  var result = RichText()
  var done = 0
  for place in scan.scalars.indices where scan.scalars[place] == "\n" {
    let gap = scan.scalars[place...].prefix(while: isSpace)
    guard gap.count(where: isWide) > 1 else { continue }
    result.append(scan.slice(done..<place))
    result.append("\u{2028}", .init())
    done = place + 1
  }
  return result + scan.slice(done..<scan.count)
}

/// The text with spaces for the breaks that only wrap the words of one link: behind a word that
/// leads on, or before one in small letters.
private func joiningLinks(_ text: RichText) -> RichText {
  let scan = TextScan(text)
  var result = RichText()
  var done = 0
  for place in scan.scalars.indices where scan.scalars[place] == "\u{2028}" && place > done {
    let next = scan.skipSpaces(from: place + 1)
    let last = scan.trim(done..<place)
    guard let link = scan.run(at: next)?.attributes.link, let letter = scan[next], !last.isEmpty,
      scan.run(at: last.upperBound - 1)?.attributes.link == link,
      letter.properties.isLowercase
        || isWordScalar(letter) && Phrase.isFunctionWord(scan.string(scan.lastWord(in: last)))
    else { continue }
    result.append(scan.slice(done..<last.upperBound))
    result.append(" ", scan.run(at: next)?.attributes ?? .init())
    done = next
  }
  return result + scan.slice(done..<scan.count)
}

/// `Acme, May 2018 – June 2019Engineer`: a line whose break behind a span of time was lost.
func partsAtLostBreak(_ line: RichText) -> [RichText] {
  guard line.text.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
    return [line]
  }
  let scan = TextScan(line)
  var parts: [RichText] = []
  var start = 0
  for index in scan.scalars.indices
  where index >= start + 4 && isCapital(scan.scalars[index]) && !isCJK(scan.scalars[index]) {
    let before = scan.scalars[index - 1].properties
    guard before.isLowercase || before.numericType != nil,
      scan[index + 1]?.properties.isLowercase == true,
      endsSpan(scan, from: start, at: index)
    else { continue }
    parts.append(scan.slice(start..<index))
    start = index
  }
  return parts.isEmpty ? [line] : parts + [scan.slice(start..<scan.count)]
}

/// Whether a span of time ends at an offset; it is looked for in the words right before that.
private func endsSpan(_ scan: TextScan, from start: Int, at end: Int) -> Bool {
  let reach = scan.scalars[max(start, end - longestSpan)..<end]
  guard let first = reach.count < longestSpan ? start : reach.firstIndex(where: isSpace) else {
    return false
  }
  let words = scan.slice(first..<end)
  guard let last = DateParser(TextScan(words)).matches().last else { return false }
  return last.range.upperBound == end - first && last.strength == .range
}

/// Longer than `September 30th, 2018 – September 30th, 2019` in the characters that are met.
private let longestSpan = 80

/// `◦ Supervised by Ada Roe`: the line without the sign that its author set before it.
func withoutBullet(_ line: RichText) -> RichText {
  let scalars = line.text.unicodeScalars
  guard let sign = scalars.first, "◦•▪▫‣⁃●○■□▸►▹".unicodeScalars.contains(sign),
    let next = scalars.dropFirst().first, isSpace(next)
  else { return line }
  return line[UTF8.width(sign)..<line.count].trimmed()
}

/// Whether a line says only when or where: a date, a place, or both.
func isDateOrPlace(_ line: RichText) -> Bool { ExtractedDates(line).leaveAtMostPlace }

extension ExtractedDates {
  /// Whether the line says only when or where: a date, a place, or both.
  var leaveAtMostPlace: Bool {
    let words = rest.collapsed().text
    if words.isEmpty { return dates != nil }
    // A place is set in one style; two are a title and what it belongs to.
    let styles = rest.trimmed().runs.map(\.attributes.marks)
    return styles.allSatisfy { $0 == styles[0] } && Gazetteer.isPlace(words)
  }
}

extension RichText {
  /// Whether its author breaks a line of it.
  var isBroken: Bool { text.unicodeScalars.contains("\u{2028}") }

  /// Whether a line begins with bold or italic words and a colon.
  var startsWithLabel: Bool {
    guard let first = runs.first, !first.attributes.marks.isDisjoint(with: [.strong, .emphasis])
    else { return false }
    let words = self[0..<first.length].text
    if let colon = words.unicodeScalars.firstIndex(where: isColon) {
      return words[..<colon].split(separator: " ").count <= 6
        && !words[..<colon].contains(where: \.isNumber)
    }
    return self[first.length..<count].trimmed().text.unicodeScalars.first.map(isColon) == true
  }
}

/// How many words a text has.
func wordCount(_ text: RichText) -> Int {
  text.collapsed().text.split(separator: " ").count
}
