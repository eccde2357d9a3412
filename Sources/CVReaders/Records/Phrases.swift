// SPDX-License-Identifier: MIT
import CVModel

/// Sentences and other words that belong together, among which fields are not to be looked for.
enum Phrase {
  /// Whether a line tells what somebody did, and names no post: `Worked with Ada on X`.
  ///
  /// "Worked as an engineer at X" and "I was an intern at X" name one.
  static func isWhole(_ line: RichText) -> Bool {
    if isUnspacedSentence(line) { return true }
    let words = foldedWords(line.text)
    if line.runs.first?.attributes.marks.isEmpty == true, saysWhatWas(words) { return true }
    guard words.count > 2, let first = words.first else { return false }
    let isPronoun = isFirstPerson(first)
    guard isPronoun || WordLists.all.contains(first, in: .verb), isProse(words[1]) || isPronoun
    else { return false }
    let namesPost = words.prefix(4).contains { postVerbs.contains($0) }
    return !namesPost || !WordLists.all.lists(in: Array(words.prefix(12))).contains(.role)
  }

  /// `1994 in Leeds geboren`: a year and words that go on behind it, and nothing of a post.
  private static func saysWhatWas(_ words: [String]) -> Bool {
    guard 3...8 ~= words.count, words[0].plainYear != nil, isFunctionWord(words[1]),
      !WordLists.all.contains(words[1], in: .range), !Connective.isSure(words[1])
    else { return false }
    return WordLists.all.lists(in: words).isDisjoint(with: [.role, .degree, .organisation])
      && !words.dropFirst().contains { $0.contains(where: \.isNumber) }
  }

  /// Sentences in letters without spaces: a full stop in the midst, and more words between two
  /// signs than a name has.
  static func isUnspacedSentence(_ line: RichText) -> Bool {
    // A stop behind words with hiragana among them: they are told, and no list of fields.
    if line.text.hasSuffix("。"), line.text.unicodeScalars.contains(where: { "ぁ"..."ん" ~= $0 }) {
      return true
    }
    let scalars = line.trimmed { isSpace($0) || $0 == "。" }.text.unicodeScalars
    guard scalars.contains("。"), line.runs.allSatisfy({ $0.attributes == .init() }) else {
      return false
    }
    return scalars.split { !isWordScalar($0) }.contains { $0.count > 25 && $0.allSatisfy(isCJK) }
  }

  /// What stands before a post in a sentence.
  private static let postVerbs: Set<String> = ["as", "am", "was", "i'm"]

  /// Whether the second word of a sentence can be this one.
  private static func isProse(_ word: String) -> Bool { word.first?.isLetter ?? false }

  /// `with`, `the`; `MIT` is an institution, and no `mit` of German.
  static func isFunctionWord(_ word: some StringProtocol) -> Bool {
    let isShortForm = word.utf8.count > 2 && word.utf8.allSatisfy { 0x41...0x5A ~= $0 }
    return !isShortForm && WordLists.all.contains(folded(word), in: .functionWord)
  }

  /// `I`, `I’m`, `our`: the owner of the page speaks.
  static func isFirstPerson(_ word: some StringProtocol) -> Bool {
    WordLists.all.contains(folded(word), in: .firstPerson)
  }

  /// The dates of a line, and the line without them unless that would tear a sentence apart.
  static func extractedDates(_ line: RichText, keepsUndelimitedYears: Bool = false)
    -> ExtractedDates
  {
    keepingSentences(
      ExtractedDates(line, keepsUndelimitedYears: keepsUndelimitedYears), of: line)
  }

  /// What was extracted from a line, unless that would tear a sentence apart.
  static func keepingSentences(_ found: ExtractedDates, of line: RichText) -> ExtractedDates {
    guard found.dates != nil, isWhole(line) || isWhole(found.rest) else { return found }
    var extracted = found
    let (whole, rest) = (line.collapsed().text, extracted.rest.collapsed().text)
    let isCutOff = whole.hasPrefix(rest) || whole.hasSuffix(rest)
    let edges = rest.split(separator: " ")
    let isTorn = [edges.first, edges.last].contains { $0.map(isFunctionWord) == true }
    if !isCutOff || isTorn {
      extracted.rest = line
      if saysWhatWas(foldedWords(line.text)) { extracted.dates = nil }
    }
    return extracted
  }
}

// MARK: Pieces of a line

/// A piece of a line, and what it is to those before and behind it.
struct LinePiece {
  var range: Range<Int>
  /// Whether it is made of pieces that belong together.
  var isPhrase = false
  /// Whether a word leads to it that is left out.
  var followsAt = false
}

/// Joins the pieces that only a change of style parts, where the words around it belong together:
/// `with [Ada](…) and [Bo](…)`, `PhD in *Physics*`.
func joiningPhrases(_ ranges: [Range<Int>], in scan: TextScan) -> [LinePiece] {
  var pieces: [LinePiece] = []
  var leads = false
  for (index, range) in ranges.enumerated() {
    guard let last = pieces.last, !leads else {
      pieces.append(LinePiece(range: range, followsAt: leads))
      leads = false
      continue
    }
    if isValue(scan, range, of: last) {
      pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
      pieces[pieces.count - 1].isPhrase = true
      continue
    }
    let words = scan.string(scan.trim(range))
    if index + 1 < ranges.count, !last.isPhrase, Connective.isLeading(words),
      isLed(scan, from: last.range, to: ranges[index + 1], by: words)
    {
      leads = true
    } else if !belongsTogether(scan, last.range, range) {
      pieces.append(LinePiece(range: range))
    } else if !last.isPhrase, let end = leadingWord(scan, last.range, to: range) {
      pieces[pieces.count - 1].range = last.range.lowerBound..<end
      pieces.append(LinePiece(range: range, followsAt: true))
    } else if !last.isPhrase, isPost(scan, last.range) {
      pieces.append(LinePiece(range: range, isPhrase: true))
    } else {
      pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
      pieces[pieces.count - 1].isPhrase = last.isPhrase || !isDegree(scan, last.range, in: range)
    }
  }
  return pieces
}

/// Whether a plain word or two with a colon stand before a piece, and name no field of a head:
/// `Thesis: *On Rain*`.
private func isLabel(_ scan: TextScan, _ left: Range<Int>) -> Bool {
  guard scan[left.upperBound - 1] == ":", scan.run(at: left.lowerBound)?.attributes == .init(),
    case let label = folded(scan.string(left)),
    1...2 ~= label.split(separator: " ").count
  else { return false }
  return WordLists.all.lists(in: foldedWords(label)).isDisjoint(with: [
    .role, .organisation, .degree, .columnRole, .columnOrganisation, .columnTitle,
    .columnLocation, .columnDate,
  ])
}

/// Whether a piece is what one plain word before it says, or a bracket behind these: `GPA **3.9**`,
/// `Graduated *cum laude*`.
private func isValue(_ scan: TextScan, _ range: Range<Int>, of last: LinePiece) -> Bool {
  let (left, right) = (scan.trim(last.range), scan.trim(range))
  if last.range.upperBound == range.lowerBound, !left.isEmpty, isLabel(scan, left) { return true }
  guard last.range.upperBound == range.lowerBound, !left.isEmpty, let first = scan[right.lowerBound]
  else { return false }
  let words = scan.string(left).split(separator: " ")
  if first == "(" { return last.isPhrase && words[0].first?.isLetter == true }
  let isPlain = scan.runRanges.contains { run in
    run.range.contains(left.lowerBound) && run.attributes.marks.isEmpty
      && run.attributes.link == nil
  }
  let next = scan.string(right).split(separator: " ")[0]
  return isPlain && words.count == 1 && isWordScalar(scan.scalars[left.upperBound - 1])
    && (isDigit(first) || first.properties.isLowercase && !Phrase.isFunctionWord(next))
    && Connective.length(scan, at: right.lowerBound, before: scan.count) == nil
    && !Connective.isSure(folded(words[0])) && !Connective.isLeading(folded(words[0]))
}

/// Whether two neighbours are parts of one phrase: no sign parts them, and words that end and
/// begin no field meet.
private func belongsTogether(_ scan: TextScan, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
  let (left, right) = (scan.trim(first), scan.trim(second))
  guard first.upperBound == second.lowerBound, !left.isEmpty, !right.isEmpty,
    isWordScalar(scan.scalars[left.upperBound - 1]), isWordScalar(scan.scalars[right.lowerBound]),
    Connective.length(scan, at: right.lowerBound, before: scan.count) == nil,
    !Connective.isSure(scan.string(left)),
    Connective.likelyLength(scan, at: right.lowerBound, in: 0..<second.upperBound) == nil
  else { return false }
  let before = scan.string(scan.lastWord(in: left))
  let after = scan.string(right).split(separator: " ").first ?? ""
  let endsLower = before.first?.isLowercase ?? false
  let startsLower = after.first?.isLowercase ?? false
  return endsLower && (Phrase.isFunctionWord(before) || isRemark(scan, left, before: right))
    || startsLower && Phrase.isFunctionWord(after)
    || startsLower && endsLower
}

/// `, track *Rain*`: whether a piece ends with one word in small letters behind a comma, which says
/// what the words in italics behind it are.
private func isRemark(_ scan: TextScan, _ left: Range<Int>, before right: Range<Int>) -> Bool {
  let word = scan.lastWord(in: left)
  let before = scan.trim(left.lowerBound..<word.lowerBound)
  let value = Segment(scan.slice(right), line: 0)
  return before.count > 1 && scan.scalars[before.upperBound - 1] == ","
    && scan.scalars[word].allSatisfy { $0.properties.isAlphabetic }
    && value.isEmphasised && !value.hasOrganisationWord && !value.isPlace
}

/// Whether a piece is a post set apart by its style: `**Librarian** in the Library`.
private func isPost(_ scan: TextScan, _ range: Range<Int>) -> Bool {
  let piece = Segment(scan.slice(scan.trim(range)), line: 0)
  let last = piece.words.last ?? ""
  return piece.isStyled && piece.hasRoleWord && !piece.hasDegreeWord && !Phrase.isFunctionWord(last)
}

/// `**MSc** in Rain, Fen University`: whether a piece is a degree, the next its subject and where
/// that was, which commas part.
private func isDegree(_ scan: TextScan, _ degree: Range<Int>, in next: Range<Int>) -> Bool {
  let parts = topLevelParts(scan.slice(scan.trim(next)))
  return parts.count > 1 && Segment(scan.slice(scan.trim(degree)), line: 0).hasDegreeWord
    && parts.dropFirst().contains { Segment($0, line: 0).hasOrganisationWord }
}

/// Where a post ends before a word that leads to where it is: `Founder of [X](…)`.
private func leadingWord(_ scan: TextScan, _ first: Range<Int>, to second: Range<Int>) -> Int? {
  let left = scan.trim(first)
  guard let space = scan.scalars[left].lastIndex(where: isSpace) else { return nil }
  let word = scan.string(space + 1..<left.upperBound)
  let isLeading =
    Connective.isLeading(word) && isLed(scan, from: first.lowerBound..<space, to: second, by: word)
  return isLeading ? space : nil
}

/// Whether a word leads from a post or a degree to the name of an institution.
private func isLed(
  _ scan: TextScan, from first: Range<Int>, to second: Range<Int>, by word: String
) -> Bool {
  let post = WordLists.all.lists(in: foldedWords(scan.string(first)))
  let target = Segment(scan.slice(scan.trim(second)), line: 0)
  // `Professor of [Rain](…) at [Fen](…)`: what is led to is the subject of the post.
  let next = scan.skipSpaces(from: second.upperBound)
  guard target.isStyled, target.text.startsWithCapital,
    next == scan.count || Connective.length(scan, at: next, before: scan.count) == nil
  else { return false }
  if target.hasOrganisationWord {
    return post.contains(.role)
      || post.contains(.degree) && (word != "in" || Connective.namesSchool(target.words))
  }
  return post.contains(.role) && target.link != nil && word != "in"
}
