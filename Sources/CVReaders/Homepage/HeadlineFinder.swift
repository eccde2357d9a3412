// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Finds in one line what the owner is: in the settings, else in "I am a …" of the page.
///
/// - Parameter opening: The first paragraphs.
func findHeadline(
  settings: DataNode?, site: DataNode?, opening: [RichText] = []
) -> RichText? {
  if let node = settings?["headline"], let text = oneLine(node),
    !text.isEmpty
  {
    return RichText(text, span: node.span)
  }
  for node in [
    settings?["tagline"], settings?["job_title"], settings?["role"], settings?["position"],
    site?["author"]?["bio"],
  ] {
    guard let node, let text = oneLine(node),
      !text.isEmpty, !text.contains("{{")
    else { continue }
    if text.split(separator: " ").count <= 16, !text.lowercased().contains("short biography") {
      return RichText(text, span: node.span)
    }
  }
  return opening.lazy.compactMap(headlineInProse).first
}

private func oneLine(_ node: DataNode) -> String? {
  richText(node)?.lines().map(\.text).joined(separator: " ")
}

/// The longest headline, in characters: one line of the header at its size.
private let longestHeadline = 90

/// "I am a final-year student at X, working on …": the words up to the next pause.
private func headlineInProse(_ text: RichText) -> RichText? {
  let scan = TextScan(text.collapsed())
  if let start = scan.startBehindName, let line = headline(scan, from: start) { return line }
  for phrase in ["I am ", "I'm ", "I’m ", ", a ", ", an ", "currently "] {
    guard let found = scan.firstRange(of: phrase) else { continue }
    let isApposition = phrase.hasPrefix(",")
    guard !isApposition || followsName(scan, found.lowerBound),
      let start = afterArticle(scan, found.upperBound, isApposition)
    else { continue }
    if let line = headline(scan, from: start) { return line }
  }
  return nil
}

/// The words from an offset up to the next pause, where they say what somebody is.
private func headline(_ scan: TextScan, from start: Int) -> RichText? {
  let end = pause(scan, from: start)
  let words = foldedWords(scan.string(start..<end))
  let isRole = WordLists.all.occurs(.role, in: words) || WordLists.all.occurs(.degree, in: words)
  guard isRole, words.count >= 2 else { return nil }
  let line = scan.slice(start..<shortened(scan, start..<end)).mapAttributes {
    $0 = RichText.Attributes()
  }
  return capitalised(line.joined())
}

extension TextScan {
  /// `Ada Roe is a` and `Je suis Ada Roe,` at the beginning: where it is said what she is.
  fileprivate var startBehindName: Int? {
    for verb in [" is a ", " is an ", " is the "] {
      if let found = firstRange(of: verb), found.lowerBound <= 40,
        PersonName(slice(0..<found.lowerBound)) != nil,
        // `Bo Poe is a professor, my advisor. I am a student.`
        !foldedWords(text.text).contains(where: Phrase.isFirstPerson)
      {
        return found.upperBound
      }
    }
    guard let lead = NameFinder.introductions.first(where: { stands($0, at: 0) }),
      case let start = lead.unicodeScalars.count,
      let comma = scalars[start...].prefix(40).firstIndex(where: {
        ",，".unicodeScalars.contains($0)
      }),
      PersonName(slice(start..<comma)) != nil,
      case let told = skipSpaces(from: comma + 1),
      case let words = foldedWords(string(told..<min(count, told + 80))), let first = words.first,
      // `I'm Ada Roe, and I work as an engineer`, `I'm Ada Roe, advised by Professor Bo Poe`
      !Phrase.isFunctionWord(first), first != "who",
      !WordLists.all.occurs(.supervision, in: words)
    else { return nil }
    return told
  }
}

/// Whether what stands before an apposition may be the owner's name, and no sentence of hers.
private func followsName(_ scan: TextScan, _ end: Int) -> Bool {
  let before = scan.slice(0..<end)
  for lead in ["I am ", "I'm ", "I’m "] {
    guard let found = scan.firstRange(of: lead), found.upperBound < end else { continue }
    return PersonName(scan.slice(found.upperBound..<end)) != nil
  }
  let words = foldedWords(before.text)
  return end <= 60 && words.count <= 8 && !words.contains(where: Phrase.isFirstPerson)
}

/// Behind "a", "an", "currently a"; the first word must be no verb.
private func afterArticle(_ scan: TextScan, _ start: Int, _ isApposition: Bool) -> Int? {
  if isApposition { return start }
  return ["currently a ", "currently an ", "now a ", "a ", "an ", "the ", "currently the "]
    .first { scan.stands($0, at: start) }.map { start + $0.count }
}

/// Where the phrase pauses: a sign, or a word that begins a clause.
private func pause(_ scan: TextScan, from start: Int) -> Int {
  var index = start
  while index < scan.count {
    let scalar = scan.scalars[index]
    if ",;:(!?—–".unicodeScalars.contains(scalar) { break }
    if scalar == ".", scan[index + 1].map(isSpace) ?? true, !scan.isAbbreviated(before: index) {
      break
    }
    if isSpace(scalar), startsClause(scan, index + 1) { break }
    index += 1
  }
  return scan.trim(start..<index).upperBound
}

private func startsClause(_ scan: TextScan, _ index: Int) -> Bool {
  let ahead = scan.string(index..<min(scan.count, index + 16))
  return [
    "who ", "where ", "and I ", "working ", "focusing ", "supervised ", "advised ", "with a ",
    "interested ", "in the same ", "through ", "until ", "since ", "whose ", "which ", "that ",
  ]
  .contains { ahead.hasPrefix($0) }
}

/// Cuts a long phrase before a preposition; before "of", which stands in names, only if need be.
private func shortened(_ scan: TextScan, _ range: Range<Int>) -> Int {
  guard range.count > longestHeadline else { return range.upperBound }
  let longest = range.lowerBound + longestHeadline
  let ends = range.filter { index in
    isSpace(scan.scalars[index]) && index <= longest && index > range.lowerBound + 8
  }
  let end = { (words: [String]) in
    ends.last { index in words.contains { scan.stands($0, at: index) } }
  }
  return end([" at ", " in ", " on ", " for ", " with "]) ?? end([" of "]) ?? range.lowerBound
}

private func capitalised(_ text: RichText) -> RichText {
  guard let first = text.text.first else { return text }
  let rest = text[first.utf8.count..<text.count]
  return RichText(first.uppercased(), span: text[0..<first.utf8.count].span) + rest
}
