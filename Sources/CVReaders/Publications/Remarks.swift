// SPDX-License-Identifier: MIT
import CVModel

/// What brackets and badges say about a reference: awards, status, the meaning of author marks.
struct Remarks {
  /// The text without them.
  var rest: RichText { scan.text }
  private(set) var scan: TextScan
  private(set) var awards: [RichText] = []
  private(set) var status: RichText?
  private(set) var legend = Legend()
  private(set) var notes: [RichText] = []
  /// The words that explained a mark, and need not be said again.
  private(set) var explained: [String] = []

  init(_ text: RichText) { self.init(TextScan(text)) }

  init(_ scan: TextScan) {
    self.scan = scan
    takeBrackets()
    takeBadges()
    takeRanks()
  }

  /// Brackets that hold nothing but a remark.
  private mutating func takeBrackets() {
    var taken: [Range<Int>] = []
    var index = 0
    while let open = scan.scalars.indices.dropFirst(index).first(where: {
      "(（【[".unicodeScalars.contains(scan.scalars[$0])
    }), let close = scan.closingBracket(of: open) {
      index = close + 1
      let inner = scan.slice(scan.trim(open + 1..<close))
      // `(DOI: )` is what its link leaves; in other brackets only praise is a remark.
      let isEmpty = inner.isEmpty || foldedWords(inner.text) == ["doi"]
      let isRound = "(（".unicodeScalars.contains(scan.scalars[open])
      if isRound, VenueFields.endOfStatus(inner) != nil,
        !scan.scalars[close...].contains(where: isWordScalar)
      {
        // `(Submitted to ICML 2022)` is read as the same words without the brackets.
        let rest = text(upTo: open, without: taken).trimmedAtEnd()
        scan = TextScan(rest + RichText(". ") + inner)
        return
      }
      if isEmpty || (isRound || isAward(inner.text)) && take(inner) {
        taken.append(open..<index)
      }
    }
    leaveOut(taken)
  }

  /// A remark in a style of its own, without brackets: `**Highlight**`, a red `Oral`, and at the
  /// end `*Oral*`.
  private mutating func takeBadges() {
    var taken: [Range<Int>] = []
    let lastWord = scan.scalars.lastIndex(where: isWordScalar) ?? 0
    for (range, attributes) in scan.runRanges where range != 0..<scan.count {
      let isSetApart = !attributes.marks.isDisjoint(with: [.strong, .coloured])
      let isLast = range.lowerBound > 0 && range.upperBound > lastWord
      guard isSetApart || isLast && attributes.marks.contains(.emphasis) else { continue }
      let words = scan.string(scan.trim(range))
      if isAward(words), isSetApart || isPraise(words) { taken.append(range) }
    }
    awards = taken.map { plain(scan.slice(scan.trim($0))) } + awards
    leaveOut(taken)
  }

  /// `Rain Letters (RL), CCF-A, 2025`: the ranks of a venue in front of its year, or at the end.
  private mutating func takeRanks() {
    var taken: [Range<Int>] = []
    var end = scan.trim(0..<scan.count, also: { $0 == "." }).upperBound
    while end > 0,
      let comma = scan.scalars[..<end].suffix(Self.longestRank).lastIndex(where: {
        $0 == "," || $0 == "，"
      })
    {
      let part = scan.slice(scan.trim(comma + 1..<end))
      // `Wet maps, SCI, 2020` names no venue but this.
      if comma > 0, saysRank(part), isGraded(part) || scan.scalars[..<comma].contains(",") {
        taken.insert(comma..<end, at: 0)
      } else if part.text.plainYear == nil {
        break
      }
      end = comma
    }
    notes += taken.map { plain(scan.slice(scan.trim($0.lowerBound + 1..<$0.upperBound))) }
    leaveOut(taken)
  }

  private static var longestRank: Int { 24 }

  /// `CCF-A`, `SCI Q1`, `SCI`, and neither `Core` nor the quarter of a year.
  private func saysRank(_ part: RichText) -> Bool {
    isRank(part) && part.isUnlinked
      && (isGraded(part) || !part.text.contains(where: \.isLowercase)) && !part.holdsDate
  }

  private func isGraded(_ part: RichText) -> Bool {
    part.text.unicodeScalars.contains {
      isDash($0) || $0 == "*" || isCJK($0) || isDigit($0)
    }
  }

  private mutating func leaveOut(_ taken: [Range<Int>]) {
    if !taken.isEmpty { scan = TextScan(text(upTo: scan.count, without: taken)) }
  }

  /// The text up to an offset without the remarks in it, as if they had never stood there.
  private func text(upTo end: Int, without taken: [Range<Int>]) -> RichText {
    guard let first = taken.first else { return scan.slice(0..<end) }
    var result = scan.slice(0..<first.lowerBound).trimmedAtEnd()
    for (index, range) in taken.enumerated() {
      let next = index + 1 < taken.count ? taken[index + 1].lowerBound : end
      let part = scan.slice(range.upperBound..<next).trimmed()
      if result.text.hasSuffix("."), part.text.hasPrefix(".") {
        result.append(part[1..<part.count])
      } else {
        let goesOn = part.text.unicodeScalars.first.map { ".,;".unicodeScalars.contains($0) }
        if !(goesOn ?? true), !result.isEmpty { result.append(RichText(" ")) }
        result.append(part)
      }
    }
    return result
  }

  private mutating func take(_ inner: RichText) -> Bool {
    let words = foldedWords(inner.text)
    guard words.count <= 12, !words.isEmpty else { return false }
    let list = WordLists.all
    if list.occurs(.equalContribution, in: words) || list.occurs(.correspondingAuthor, in: words) {
      let legend = Legend(inner.text)
      self.legend.merge(legend)
      if legend.isEmpty { notes.append(plain(inner)) } else { explained.append(inner.text) }
      return true
    }
    if isAward(inner.text) {
      awards.append(plain(inner))
      return true
    }
    if list.contains(folded(inner.text), in: .authorOrder) {
      notes.append(plain(inner))
      return true
    }
    let parts = topLevelParts(inner)
    if parts.count > 1, parts.contains(where: { isAward($0.text) }) {
      awards += parts.filter { isAward($0.text) }.map(plain)
      notes += parts.filter { !isAward($0.text) }.map(plain)
      return true
    }
    guard words.count <= 6 else { return false }
    if isRank(inner) {
      notes.append(plain(inner))
      return true
    }
    if isStatusOfWork(inner) {
      status = plain(inner)
      return true
    }
    // `(TRW, early access)`
    guard parts.count > 1, let last = parts.last, isStatusOfWork(last) else { return false }
    status = plain(last)
    notes += parts.dropLast().map(plain)
    return true
  }
}

/// `to appear`, `under review at X`: words that say how far a work is.
func isStatusOfWork(_ text: RichText) -> Bool {
  WordLists.all.match(foldedWords(text.text)[...], in: .publicationStatus) != nil
}

/// Whether a few words are an award or a form of presentation: "Oral", "Best Paper@X".
func isAward(_ text: String) -> Bool {
  let words = folded(text).unicodeScalars.split { " @,;()/".unicodeScalars.contains($0) }
    .map { String($0) }
  guard !words.isEmpty, words.count <= 10 else { return false }
  if WordLists.all.match(words[...], in: .publicationAward) != nil { return true }
  // "Best Data Paper", "Outstanding Student Demo".
  return words.count <= 6 && WordLists.all.contains(words[0], in: .awardOpening)
    && WordLists.all.occurs(.awardSubject, in: words)
}

/// Whether a few words are an award and nothing else: `Oral`, and no `Oral Oncology`.
private func isPraise(_ text: String) -> Bool {
  let words = foldedWords(text)
  return WordLists.all.match(words[...], in: .publicationAward) == words.count
    || words.first.map { WordLists.all.contains($0, in: .awardOpening) } == true
}

/// `CCF-A`, `SCI Q1, IF=7.2`: how the venue of a work is ranked.
func isRank(_ text: RichText) -> Bool {
  guard text.startsWithCapital || text.text.first?.isASCII == false,
    case let words = text.text.split(whereSeparator: { " -–=:,.".contains($0) }),
    let first = words.first
  else { return false }
  // `Q1`, `A*`, `7`, `IF`: no word behind a rank is long.
  return WordLists.all.contains(folded(first), in: .venueRank)
    && words.dropFirst().allSatisfy { word in
      word.count <= 3 || WordLists.all.contains(folded(word), in: .venueRank)
        || word.unicodeScalars.contains { isCJK($0) || isDigit($0) }
    }
}

private func plain(_ text: RichText) -> RichText {
  text.collapsed().mapAttributes { $0.marks.subtract([.strong, .coloured, .emphasis, .literal]) }
}
