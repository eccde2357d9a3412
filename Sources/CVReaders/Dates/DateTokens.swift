// SPDX-License-Identifier: MIT
import CVModel

/// A piece of a text as the date parser sees it.
struct DateToken {
  /// What a token may mean in a date.
  enum Kind: Hashable {
    case number(Int, digits: Int)
    case month(Int)
    case season(PartialDate.Season)
    case present
    case since
    case between
    case range
    case expected
    /// What was done at that time: 取得.
    case tail
    /// A word that means nothing in a date.
    case word
    case sign(Unicode.Scalar)
  }

  var kind: Kind
  var range: Range<Int>
}

extension String {
  /// Whether it has what any date has, so that it is worth looking for one: two digits in a row,
  /// or a bracket, in which `(present)` may stand; other letters than Latin ones may be either.
  var mayHoldDate: Bool {
    var isBehindDigit = false
    for byte in utf8 {
      let isDigit = 0x30...0x39 ~= byte
      // Dashes and typographic quotes begin with E2.
      let isOther = byte > 0xD8 && byte != 0xE2
      if isDigit && isBehindDigit || byte == UInt8(ascii: ")") || isOther { return true }
      isBehindDigit = isDigit
    }
    return false
  }
}

extension TextScan {
  /// Whether the first word is one that a date may begin with.
  var mayBeginWithDate: Bool {
    guard let start = scalars.firstIndex(where: isWordScalar) else { return false }
    return isCJK(scalars[start]) || isDigit(asciiForm(of: scalars[start]))
      || wordToken(self, at: start).kind != .word
  }
}

/// Cuts a text into tokens; white space separates and is itself none.
func dateTokens(_ scan: TextScan) -> [DateToken] {
  var tokens: [DateToken] = []
  var index = 0
  while index < scan.count {
    let scalar = asciiForm(of: scan.scalars[index])
    if isSpace(scalar) {
      index += 1
    } else if isDigit(scalar) {
      var end = index
      while let next = scan[end].map(asciiForm), isDigit(next) { end += 1 }
      let behind = end - index == 4 ? endOfPreprint(scan, behind: end) : nil
      let number = DateToken.Kind.number(value(of: scan, index..<end), digits: end - index)
      end = behind ?? end
      tokens.append(DateToken(kind: behind == nil ? number : .word, range: index..<end))
      index = end
    } else if isWordScalar(scalar) {
      var token = wordToken(scan, at: index)
      if let end = addressEnd(scan, behind: token.range.upperBound) {
        token = DateToken(kind: .word, range: index..<end)
      }
      index = token.range.upperBound
      if let year = tokens.last, let end = endOfYear(year, scan, with: token) {
        tokens[tokens.count - 1].range = year.range.lowerBound..<end
        index = end
      } else {
        tokens.append(token)
      }
    } else {
      tokens.append(DateToken(kind: .sign(scalar), range: index..<index + 1))
      index += 1
    }
  }
  return tokens
}

/// The end of an address, whose numbers are no dates, where its `://` stands at an offset.
private func addressEnd(_ scan: TextScan, behind scheme: Int) -> Int? {
  guard scan[scheme] == ":", scan[scheme + 1] == "/", scan[scheme + 2] == "/" else { return nil }
  return scan.scalars[scheme...].firstIndex { isSpace($0) || "<>()\"".unicodeScalars.contains($0) }
    ?? scan.count
}

/// The end of the number of a preprint, of which four digits stand before a stop: `2007.14999`.
private func endOfPreprint(_ scan: TextScan, behind digits: Int) -> Int? {
  guard scan[digits] == "." else { return nil }
  var end = digits + 1
  while let next = scan[end], isDigit(next) { end += 1 }
  // Their first digits are a year and a month; from 2015 on, five follow.
  let (year, month) = (
    value(of: scan, digits - 4..<digits - 2), value(of: scan, digits - 2..<digits)
  )
  // `arXiv:2013.12345` is a slip, and no year.
  if digits > 9, scan.stands("arXiv:", at: digits - 10) { return end }
  return 1...12 ~= month && end - digits == (year < 15 ? 5 : 6) ? end : nil
}

/// The number that some digits are; too many for a part of a date are one that none is.
private func value(of scan: TextScan, _ digits: Range<Int>) -> Int {
  guard digits.count <= 9 else { return .max }
  return scan.scalars[digits].reduce(0) { $0 * 10 + Int(asciiForm(of: $1).value) - 0x30 }
}

/// The end of a year with the word for it: `2019 г.`, `2019 roku`; `2019 R. Roe` has a name.
private func endOfYear(_ year: DateToken, _ scan: TextScan, with token: DateToken) -> Int? {
  guard case .number(_, digits: 4) = year.kind, token.kind == .word else { return nil }
  let word = scan.string(token.range)
  guard word == word.lowercased(), WordLists.all.contains(folded(word), in: .yearWord) else {
    return nil
  }
  let end = token.range.upperBound
  let hasStop = scan[end] == "."
  return hasStop ? end + 1 : word.utf8.count > 1 ? end : nil
}

private func wordToken(_ scan: TextScan, at start: Int) -> DateToken {
  if isCJK(scan.scalars[start]) { return cjkToken(scan, at: start) }
  var end = start
  while let next = scan[end], isWordScalar(next) || isInnerSign(scan, end), !isCJK(next) {
    if isDigit(next) { break }
    end += 1
  }
  let entry = WordLists.all[scan.scalars[start..<end]]
  for (list, kind) in phraseLists where entry?.begins(list) ?? false {
    // "till now" and "current time" before "now" and "current".
    let limit = min(scan.count, start + 40)
    let ahead = foldedWords(scan.string(start..<limit)).prefix(4)
    if let count = WordLists.all.match(ahead, in: list) {
      return DateToken(kind: kind, range: start..<wordsEnd(scan, from: start, count: count))
    }
  }
  if let month = longMonth(scan, from: start, to: end) { return month }
  return DateToken(kind: entry.map(kind) ?? .word, range: start..<end)
}

/// Lists that hold phrases, with what these mean in a date.
private let phraseLists: [(Lists, DateToken.Kind)] = [
  (.present, .present), (.expected, .expected), (.since, .since),
]

/// A month whose name has two words, as in Arabic.
private func longMonth(_ scan: TextScan, from start: Int, to end: Int) -> DateToken? {
  guard scan.scalars[start].value >= 0x600 else { return nil }
  let next = scan.skipSpaces(from: end)
  guard next > end, scan[next].map(isWordScalar) ?? false else { return nil }
  let last = wordsEnd(scan, from: next, count: 1)
  let words = folded(scan.string(start..<end)) + " " + folded(scan.string(next..<last))
  return WordLists.all.month(words).map { DateToken(kind: .month($0), range: start..<last) }
}

/// `'` inside a word, as in `aujourd'hui`, and the stop between two letters: `н.в.`.
private func isInnerSign(_ scan: TextScan, _ index: Int) -> Bool {
  guard let next = scan[index + 1], isWordScalar(next), !isDigit(next) else {
    return false
  }
  switch scan[index].map(asciiForm) {
  case "'": return true
  case ".": return !(scan[index - 2].map(isWordScalar) ?? false)
  default: return false
  }
}

private func wordsEnd(_ scan: TextScan, from start: Int, count: Int) -> Int {
  var index = start
  for word in 0..<count {
    if word > 0 { index = scan.skipSpaces(from: index) }
    while let next = scan[index], isWordScalar(next) || isInnerSign(scan, index) { index += 1 }
  }
  return index
}

/// What an entry of the lists means in a date.
private func kind(of entry: WordTable.Entry) -> DateToken.Kind {
  if let month = entry.month { return .month(Int(month)) }
  if let season = entry.season { return .season(season) }
  for (list, kind) in phraseLists + [(.range, .range), (.between, .between)]
  where entry.lists.contains(list) {
    return kind
  }
  return .word
}

/// Chinese, Japanese and Korean words are not separated: the longest word of a list counts.
private func cjkToken(_ scan: TextScan, at start: Int) -> DateToken {
  let words = WordLists.all
  for length in stride(from: min(5, scan.count - start), through: 1, by: -1) {
    let text = scan.string(start..<start + length)
    for (list, kind) in phraseLists + [(.range, .range), (.dateTail, .tail)]
    where words.contains(text, in: list) {
      return DateToken(kind: kind, range: start..<start + length)
    }
    if let month = words.month(text) {
      return DateToken(kind: .month(month), range: start..<start + length)
    }
    if let season = words.season(text) {
      return DateToken(kind: .season(season), range: start..<start + length)
    }
  }
  if "年月日년월일".unicodeScalars.contains(scan.scalars[start]) {
    return DateToken(kind: .sign(scan.scalars[start]), range: start..<start + 1)
  }
  return DateToken(kind: .word, range: start..<start + 1)
}
