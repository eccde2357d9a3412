// SPDX-License-Identifier: MIT
import CVModel

/// A part of an entry's head that may be one field: the text between two separators.
struct Segment {
  var text: RichText
  /// The head line that it is part of.
  var line: Int
  /// Whether `@`, `at` or a like word leads to it.
  var followsAt = false
  /// Whether a comma leads to it.
  var followsComma = false
  /// Whether it is the heading of its entry.
  var isHeading = false
  /// Whether it stood in a bracket that can only hold a place.
  var isTown = false
  /// Whether it is one word behind a name that a town may stand behind; a known place is better.
  var isLikelyTown = false
  /// Whether its words belong together across changes of style, so that it may be a sentence.
  var isPhrase = false
  let words: [String]
  private let lists: Lists

  init(
    _ text: RichText, line: Int, followsAt: Bool = false, isHeading: Bool = false,
    isPhrase: Bool = false
  ) {
    self.text = text
    self.isPhrase = isPhrase
    self.line = line
    self.followsAt = followsAt
    self.isHeading = isHeading
    words = foldedWords(text.text)
    lists = WordLists.all.lists(in: words)
  }

  /// The part that says what a phrase is about: its first words, unless it is a sentence.
  var opening: Segment {
    guard isPhrase else { return self }
    let first = Phrase.isWhole(text) ? [] : text.text.split(separator: " ").prefix(5)
    return Segment(RichText(first.joined(separator: " ")), line: line)
  }

  /// Whether the words may name an institution: a phrase only where it begins with such a name.
  var mayBeName: Bool {
    !isPhrase
      || words.count <= 8 && opening.hasOrganisationWord
        && text.startsWithCapital
  }

  var isStrong: Bool { text.isWholly(.strong) }
  var isEmphasised: Bool { text.isWholly(.emphasis) }
  var isStyled: Bool { isStrong || isEmphasised || link != nil }

  /// The address behind the whole segment.
  var link: String? {
    guard let first = text.runs.first?.attributes.link, !first.isEmpty else { return nil }
    return text.runs.allSatisfy { $0.attributes.link == first } ? first : nil
  }

  var isPlace: Bool { isTown || isLikelyTown || Gazetteer.isPlace(text.text) }
  var hasOrganisationWord: Bool { lists.contains(.organisation) }
  /// Whether an institution is named: by a word for it, behind a link or in italics.
  var namesInstitution: Bool {
    hasOrganisationWord
      || text.runs.contains {
        $0.attributes.link != nil || !$0.attributes.marks.isDisjoint(with: [.emphasis, .strong])
      }
  }
  var hasRoleWord: Bool { lists.contains(.role) }
  var hasDegreeWord: Bool { lists.contains(.degree) }
}

/// Cuts a head line into segments: at strong separators, at changes of style, at `@` and "at".
func segments(of line: RichText, number: Int, isHeading: Bool = false) -> [Segment] {
  if !isHeading, Phrase.isWhole(line) {
    var segment = Segment(line, line: number)
    segment.isPhrase = true
    return [segment]
  }
  let scan = TextScan(line)
  var result: [Segment] = []
  for part in strongParts(scan) {
    for piece in joiningPhrases(styledPieces(scan, part), in: scan) {
      appendPiece(piece, of: scan, line: number, isHeading: isHeading, to: &result)
    }
  }
  return result
}

/// The parts of a line between signs that can only part fields: bars, dots, `//` or `_`; dashes
/// where they are asked for.
func fieldParts(_ line: RichText, atDashes: Bool = false) -> [RichText] {
  let scan = TextScan(line)
  return strongParts(scan, atDashes: atDashes).map { scan.slice(scan.trim($0)) }
    .filter { !$0.isEmpty }
}

/// Splits at TABs, line breaks, `|`, `·`, `•`, and at dashes, `//` and `_` with spaces around them;
/// brackets and runs of one style stay whole.
private func strongParts(_ scan: TextScan, atDashes: Bool = true) -> [Range<Int>] {
  var parts: [Range<Int>] = []
  var start = 0
  var index = 0
  while index < scan.count {
    if let close = scan.closingBracket(of: index) {
      index = close + 1
      continue
    }
    if let length = separatorLength(scan, at: index), atDashes || !isDash(scan.scalars[index]),
      !isInStyle(scan, index), !isCampusDash(scan, at: index, behind: start)
    {
      parts.append(start..<index)
      start = index + length
      index = start
    } else {
      index += 1
    }
  }
  return parts + [start..<scan.count]
}

/// Whether a sign stands in the midst of a run in bold or italics that holds it together: beside
/// other words, or a dash in bold as a whole, unless a post stands behind it.
private func isInStyle(_ scan: TextScan, _ index: Int) -> Bool {
  guard let run = scan.run(at: index), run.range.contains(index + 1) else { return false }
  let isAll = isAll(run.range, of: scan)
  // `[Acme Cloud - RainDB](…)`
  if run.attributes.link != nil, !isAll, isDash(scan.scalars[index]),
    case let name = Segment(scan.slice(run.range), line: 0), !name.hasRoleWord,
    !name.hasDegreeWord,
    !Gazetteer.isPlace(scan.string(scan.trim(index + 1..<run.range.upperBound)))
  {
    return true
  }
  if run.attributes.marks.contains(.strong) {
    if isDash(scan.scalars[index]), partsEmployer(scan, index, in: run.range) { return false }
    return !isAll || isDash(scan.scalars[index]) && !partsPost(scan, index)
  }
  return run.attributes.marks.contains(.emphasis) && !isAll && scan.scalars[index] != "|"
}

/// `**Acme – Rain Engineer**`: whether a sign stands before a post, and none before it.
private func partsPost(_ scan: TextScan, _ index: Int) -> Bool {
  let head = Segment(scan.slice(0..<index), line: 0)
  return Segment(scan.slice(index + 1..<scan.count), line: 0).hasRoleWord && !head.hasRoleWord
    && !head.hasDegreeWord
}

/// `**Rain Engineer – Acme** | Leeds`: whether a dash in bold stands behind a post, and before
/// the name of whom it was with; a bar or a comma and no more than details follow: place, time,
/// `Full-time`.
private func partsEmployer(_ scan: TextScan, _ index: Int, in bold: Range<Int>) -> Bool {
  guard bold.lowerBound == 0, let sign = scan[scan.skipSpaces(from: bold.upperBound)],
    "|｜,".unicodeScalars.contains(sign)
  else { return false }
  let head = Segment(scan.slice(scan.trim(0..<index)), line: 0)
  let tail = Segment(scan.slice(scan.trim(index + 1..<bold.upperBound)), line: 0)
  let rest = scan.slice(bold.upperBound..<scan.count).trimmedSigns()
  // `| Leeds, UK | Full-time | 2019 – 2021`; behind the name of an institution any town.
  let areDetails =
    rest.isEmpty
    || fieldParts(rest).allSatisfy { part in
      isDateOrPlace(part) || wordCount(part) == 1 && part.text.contains("-") && sign != ","
        || sign == "," && tail.hasOrganisationWord && part.isUnlinked
          && !WordLists.all.contains(tail.words.last ?? "", in: .unit)
          && Gazetteer.looksLikePlaceName(part.text[...])
    }
  guard areDetails,
    !WordLists.all.contains(folded(tail.text.text), in: .remote)
  else { return false }
  return head.hasRoleWord && !tail.hasRoleWord && 1...6 ~= tail.words.count
    && !scan.scalars[index + 1..<bold.upperBound].contains { isDash($0) && $0 != "-" }
}

private func isAll(_ range: Range<Int>, of scan: TextScan) -> Bool {
  !scan.scalars[..<range.lowerBound].contains(where: isWordScalar)
    && !scan.scalars[range.upperBound...].contains(where: isWordScalar)
}

private func separatorLength(_ scan: TextScan, at index: Int) -> Int? {
  let scalar = scan.scalars[index]
  switch scalar {
  case "·" where isInName(scan, index): return nil
  case "\t", "\u{2028}", "|", "·", "•", "｜": return 1
  default: break
  }
  // A dash, `//` and `_` with spaces around them.
  guard isDash(scalar) || scalar == "/" || scalar == "_", let before = scan[index - 1],
    isSpace(before)
  else { return nil }
  var end = index + 1
  while let next = scan[end], isDash(scalar) ? isDash(next) : next == scalar { end += 1 }
  if scalar == "/", end != index + 2 { return nil }
  return scan[end].map(isSpace) ?? true ? end - index : nil
}

/// Splits where strong, emphasised or linked text begins or ends.
private func styledPieces(_ scan: TextScan, _ part: Range<Int>) -> [Range<Int>] {
  var pieces: [Range<Int>] = []
  var last: RichText.Attributes?
  let brackets = part.compactMap { open in scan.closingBracket(of: open).map { open..<$0 + 1 } }
  for (run, attributes) in scan.runRanges {
    let range = run.clamped(to: part)
    guard !range.isEmpty else { continue }
    var style = attributes
    style.marks.formIntersection([.strong, .emphasis])
    style.image = nil
    let isInBracket = brackets.contains {
      $0.lowerBound < range.lowerBound && $0.contains(range.lowerBound)
    }
    if let previous = pieces.last,
      style == last || isInBracket || isOnlySpace(scan, range)
        || isSite(scan, previous, before: range.lowerBound)
    {
      pieces[pieces.count - 1] = previous.lowerBound..<range.upperBound
    } else {
      pieces.append(range)
      last = style
    }
  }
  return pieces.flatMap { splitAtConnectives(scan, $0) }
}

/// `Rain Lab@[Fen University](…)`: a sign without spaces joins a unit to where it belongs.
private func isSite(_ scan: TextScan, _ piece: Range<Int>, before next: Int) -> Bool {
  guard next == piece.upperBound, piece.count > 1, scan.scalars[next - 1] == "@",
    !isSpace(scan.scalars[next - 2]), !isSpace(scan.scalars[next])
  else { return false }
  return !isPostSign(scan, at: next - 1, in: piece)
}

/// `Engineer@Fog`: whether a sign stands behind a post, and no space between them.
private func isPostSign(_ scan: TextScan, at index: Int, in piece: Range<Int>) -> Bool {
  guard scan.scalars[index] == "@", index > piece.lowerBound else { return false }
  let comma = scan.scalars[piece.lowerBound..<index].lastIndex(of: ",")
  let start = comma.map { $0 + 1 } ?? piece.lowerBound
  let post = Segment(scan.slice(scan.trim(start..<index)), line: 0)
  return post.hasRoleWord && !post.hasOrganisationWord
}

private func isOnlySpace(_ scan: TextScan, _ range: Range<Int>) -> Bool {
  scan.scalars[range].allSatisfy(isSpace)
}

/// Splits `ROLE @ ORGANISATION` and `ROLE at ORGANISATION`; the connective begins the second part.
private func splitAtConnectives(_ scan: TextScan, _ piece: Range<Int>) -> [Range<Int>] {
  // What is longer is no post and its employer.
  guard piece.count <= 400 else { return [piece] }
  var index = piece.lowerBound
  while index < piece.upperBound {
    if let close = scan.closingBracket(of: index) {
      index = close + 1
      continue
    }
    let atStart =
      index == piece.lowerBound || isSpace(scan.scalars[index - 1])
      || isPostSign(scan, at: index, in: piece)
    if atStart, index > scan.trim(piece).lowerBound, !isCampus(scan, at: index, in: piece),
      !isTown(scan, at: index, in: piece),
      Connective.length(scan, at: index, before: piece.upperBound) != nil
        || Connective.likelyLength(scan, at: index, in: piece) != nil
    {
      return [piece.lowerBound..<index, index..<piece.upperBound]
    }
    index += 1
  }
  return [piece]
}

private func appendPiece(
  _ whole: LinePiece, of scan: TextScan, line: Int, isHeading: Bool, to result: inout [Segment]
) {
  var piece = whole.range
  var followsAt = whole.followsAt
  if let length = likelyConnective(scan, piece) {
    piece = scan.trim(piece).lowerBound + length..<piece.upperBound
    followsAt = true
  }
  let isEdge = { (scalar: Unicode.Scalar) in ",;:.，；：。".unicodeScalars.contains(scalar) }
  var range = scan.trim(piece, also: isEdge)
  range = keepingFinalStop(scan, range, piece)
  guard !range.isEmpty else { return }
  if let length = Connective.length(
    scan, at: range.lowerBound, before: min(scan.count, range.upperBound + 1))
  {
    range = scan.trim(range.lowerBound + length..<range.upperBound)
    followsAt = true
    if range.isEmpty || Phrase.isFunctionWord(scan.string(range)) {
      // The connective stands before a change of style: the next piece follows it.
      result.append(Segment(RichText("@"), line: line, followsAt: true))
      return
    }
  }
  if result.last?.text.text == "@", result.last?.followsAt == true {
    result.removeLast()
    followsAt = true
  }
  guard !joinBracket(range, of: scan, to: &result) else { return }
  var segment = Segment(RichText(), line: line, followsAt: followsAt, isHeading: isHeading)
  segment.isPhrase = whole.isPhrase
  segment.followsComma = scan.scalars[piece.lowerBound..<range.lowerBound].contains { $0 == "," }
  append(segment, range, of: scan, to: &result)
}

/// "Jarvis Lab" (Tencent): a short bracket belongs to the name before it.
private func joinBracket(
  _ range: Range<Int>, of scan: TextScan, to result: inout [Segment]
) -> Bool {
  guard scan.closingBracket(of: range.lowerBound) == range.upperBound - 1,
    let last = result.last
  else { return false }
  let inner = scan.slice(scan.trim(range.lowerBound + 1..<range.upperBound - 1))
  guard mayBeShortForm(inner.text) else { return false }
  let joined = last.text + RichText(" (") + inner + RichText(")")
  result[result.count - 1] = Segment(
    joined, line: last.line, followsAt: last.followsAt, isHeading: last.isHeading)
  return true
}

/// Gives a segment its text: without brackets around it, and with the town in brackets behind it
/// as a segment of its own.
private func append(
  _ blank: Segment, _ range: Range<Int>, of scan: TextScan, to result: inout [Segment]
) {
  let isBracketed = scan.closingBracket(of: range.lowerBound) == range.upperBound - 1
  let inner = isBracketed ? scan.trim(range.lowerBound + 1..<range.upperBound - 1) : range
  let place = isBracketed ? nil : placeBracket(scan, range, isHeading: blank.isHeading)
  let named = place.map { scan.trim(range.lowerBound..<$0.lowerBound - 1) } ?? inner
  var segment = Segment(
    scan.slice(named), line: blank.line, followsAt: blank.followsAt, isHeading: blank.isHeading)
  segment.followsComma = blank.followsComma
  segment.isPhrase = blank.isPhrase
  result.append(segment)
  if let place {
    var town = Segment(scan.slice(place), line: blank.line)
    town.isTown = true
    result.append(town)
  }
}

/// What stands in the bracket at the end of `Post; Organisation (Town)`, `### Acme (Leeds, UK)`,
/// `Acme [Mudford]` or `研究員（厚木市）`.
///
/// Elsewhere one word may be a part of the name, as that of the campus is.
private func placeBracket(_ scan: TextScan, _ range: Range<Int>, isHeading: Bool) -> Range<Int>? {
  guard let last = scan[range.upperBound - 1], ")）]".unicodeScalars.contains(last),
    let open = scan.scalars[range].lastIndex(where: { "(（[".unicodeScalars.contains($0) }),
    open > range.lowerBound + 1, scan.closingBracket(of: open) == range.upperBound - 1
  else { return nil }
  let inner = scan.trim(open + 1..<range.upperBound - 1)
  let text = scan.string(inner)
  // `Leeds (UK)` is one place.
  let comma = scan.scalars[range.lowerBound..<open].lastIndex(of: ",")
  let town = scan.trim((comma.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound)
  if comma != nil, Gazetteer.isKnown(scan.string(town)[...]) { return nil }
  let isTown =
    (scan.scalars[..<open].contains(";") || last == "]") && Gazetteer.looksLikePlaceName(text[...])
    && text.contains(where: \.isLowercase)
  let isKnown =
    (isHeading || text.contains(",") || text.unicodeScalars.contains(where: isCJK))
    && text.split(whereSeparator: { "/・".contains($0) })
      .allSatisfy { Gazetteer.isPlace(String($0).trimmingSpaces()) }
  return isTown || isKnown || Gazetteer.isTownOfCountry(text) || Gazetteer.isUnspacedPlace(text)
    ? inner : nil
}

/// The length of a word at the start of a piece by which a line was split before it.
private func likelyConnective(_ scan: TextScan, _ piece: Range<Int>) -> Int? {
  let start = scan.trim(piece).lowerBound
  guard start > 0, start == piece.lowerBound else { return nil }
  return Connective.likelyLength(scan, at: start, in: 0..<piece.upperBound)
}

/// A stop at the end that belongs to an abbreviation (`Ph.D.`, `Inc.`) stays.
private func keepingFinalStop(_ scan: TextScan, _ range: Range<Int>, _ piece: Range<Int>) -> Range<
  Int
> {
  guard range.upperBound < piece.upperBound, scan.scalars[range.upperBound] == "." else {
    return range
  }
  let word = scan.string(scan.lastWord(in: range))
  return isAbbreviated(word) ? range.lowerBound..<range.upperBound + 1 : range
}

/// Whether a word may be the short form of a name: at most twelve letters, the first a capital.
func mayBeShortForm(_ text: String) -> Bool {
  text.count <= 12 && !text.contains(" ") && text.unicodeScalars.first.map(isCapital) ?? false
}
