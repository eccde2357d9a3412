// SPDX-License-Identifier: MIT
import CVModel

/// What brackets and badges say about a reference: awards, status, the meaning of author marks.
struct Remarks {
  /// The text without them.
  private(set) var rest: RichText
  private(set) var awards: [RichText] = []
  private(set) var status: RichText?
  private(set) var legend = Legend()
  private(set) var notes: [RichText] = []
  /// The words that explained a mark, and need not be said again.
  private(set) var explained: [String] = []

  init(_ text: RichText) {
    rest = text
    takeBrackets()
    takeBadges()
  }

  /// Brackets that hold nothing but a remark.
  private mutating func takeBrackets() {
    var index = 0
    while true {
      let scan = TextScan(rest)
      guard
        let open = scan.scalars.indices.dropFirst(index).first(where: {
          "(（【[".unicodeScalars.contains(scan.scalars[$0])
        })
      else { return }
      guard let close = scan.closingBracket(of: open) else { return }
      let inner = scan.slice(scan.trim(open + 1..<close))
      // `(DOI: )` is what its link leaves; in other brackets only praise is a remark.
      let isEmpty = inner.isEmpty || foldedWords(inner.text) == ["doi"]
      let isRound = "(（".unicodeScalars.contains(scan.scalars[open])
      if isRound, VenueFields.endOfStatus(inner) != nil,
        !scan.scalars[close...].contains(where: isWordScalar)
      {
        // `(Submitted to ICML 2022)` is read as the same words without the brackets.
        rest = scan.slice(0..<open).trimmedAtEnd() + RichText(". ") + inner
        return
      }
      if isEmpty || (isRound || isAward(inner.text)) && take(inner) {
        rest = join(scan.slice(0..<open), scan.slice(close + 1..<scan.count))
      } else {
        index = close + 1
      }
    }
  }

  /// A remark in a style of its own, without brackets: `**Highlight**`, a red `Oral`.
  private mutating func takeBadges() {
    let scan = TextScan(rest)
    for (range, attributes) in scan.runRanges.reversed() {
      let stands = attributes.marks.contains(.strong) || attributes.marks.contains(.coloured)
      let inner = scan.trim(range)
      guard stands, range != 0..<scan.count, isAward(scan.string(inner)) else { continue }
      awards.insert(plain(scan.slice(inner)), at: 0)
      rest = join(scan.slice(0..<range.lowerBound), scan.slice(range.upperBound..<scan.count))
      return takeBadges()
    }
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
    let parts = topLevelParts(inner)
    if parts.count > 1, parts.contains(where: { isAward($0.text) }) {
      awards += parts.filter { isAward($0.text) }.map(plain)
      notes += parts.filter { !isAward($0.text) }.map(plain)
      return true
    }
    guard words.count <= 6 else { return false }
    if isStatus(inner) {
      status = plain(inner)
      return true
    }
    // `(TRW, early access)`
    guard parts.count > 1, let last = parts.last, isStatus(last) else { return false }
    status = plain(last)
    notes += parts.dropLast().map(plain)
    return true
  }

  private func isStatus(_ text: RichText) -> Bool {
    WordLists.all.match(foldedWords(text.text)[...], in: .publicationStatus) != nil
  }

  private func join(_ before: RichText, _ after: RichText) -> RichText {
    let left = before.trimmedAtEnd()
    let right = after.trimmed { isSpace($0) }
    let signs = right.text.unicodeScalars.first.map { ".,;".unicodeScalars.contains($0) } ?? true
    if left.text.hasSuffix("."), right.text.hasPrefix(".") { return left + right[1..<right.count] }
    return signs || left.isEmpty ? left + right : left + RichText(" ") + right
  }
}

/// Whether a few words are an award or a form of presentation: "Oral", "Best Paper@X".
func isAward(_ text: String) -> Bool {
  let words = folded(text).split { " @,;()/".contains($0) }.map(String.init)
  guard !words.isEmpty, words.count <= 10 else { return false }
  if WordLists.all.match(words[...], in: .publicationAward) != nil { return true }
  // "Best Data Paper", "Outstanding Student Demo".
  return words.count <= 6 && WordLists.all.contains(words[0], in: .awardOpening)
    && WordLists.all.occurs(.awardSubject, in: words)
}

private func plain(_ text: RichText) -> RichText {
  text.collapsed().mapAttributes { $0.marks.subtract([.strong, .coloured, .emphasis, .literal]) }
}
