// SPDX-License-Identifier: MIT
import CVModel

/// Names that follow a title without any sign between, as where the break of a line was lost.
extension Reference {
  /// `Wet Maps of Land (**note**) Bo Poe, **Ada Roe**, Cy Moe* Rain Letters. 2024`: the title and
  /// the three names or more behind it, of which one stands in bold.
  mutating func readRunOn(_ scan: TextScan) {
    let runs = scan.runRanges.prefix { $0.attributes.link == nil }
    guard
      let owner = runs.first(where: { range, attributes in
        attributes.marks.contains(.strong) && range.lowerBound > 0
          && PersonName(scan.slice(range).trimmed { $0 == "*" || isSpace($0) }) != nil
      })?.range, let start = startOfNames(scan, before: owner.lowerBound),
      scan.string(0..<start).split(separator: " ").count > 3,
      case let list = AuthorList(scan, from: start), list.count > 2,
      list.end >= scan.trim(owner).upperBound
    else { return }
    setAuthors(list, scan)
    setRunOnTitle(scan.slice(scan.trim(0..<start)))
    fields = VenueFields(scan.slice(scan.trim(list.end..<scan.count)))
  }

  /// Where the names in front of one in bold begin: behind a bracket, or two words before the first
  /// of several commas between which names stand.
  private func startOfNames(_ scan: TextScan, before owner: Int) -> Int? {
    var start = owner
    var end = scan.trim(0..<owner).upperBound
    var names = 0
    while end > 0, scan.scalars[end - 1] == "," {
      let comma = scan.scalars[..<(end - 1)].lastIndex { $0 == "," || $0 == ")" }
      let piece = scan.trim((comma.map { $0 + 1 } ?? 0)..<end - 1)
      if let comma, areWordsOfName(scan.string(piece)) {
        (start, end, names) = (piece.lowerBound, comma + 1, names + 1)
        continue
      }
      let spaces = scan.scalars[piece].indices.filter { isSpace(scan.scalars[$0]) }
      guard names > 1, spaces.count > 1, case let name = spaces[spaces.count - 2] + 1,
        PersonName(scan.slice(name..<piece.upperBound)) != nil,
        scan[name - 2].map(isWordScalar) == true
      else { return nil }
      return name
    }
    let isBehindTitle = start == owner && scan[end - 1].map(isWordScalar) == true
    return isBehindTitle || scan[end - 1] == ")" ? start : nil
  }

  /// Two to four words, each of letters and with a capital.
  private func areWordsOfName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return 2...4 ~= words.count
      && words.allSatisfy { word in
        word.unicodeScalars.first.map(isCapital) == true
          && word.allSatisfy { $0.isLetter || "-.'’*".contains($0) }
      }
  }

  /// A title without the remark in bold and in brackets at its end.
  private mutating func setRunOnTitle(_ title: RichText) {
    let scan = TextScan(title.trimmedSigns())
    guard let bracket = FinalBracket(scan), bracket.inner.isWholly(.strong) else {
      return setTitle(title.trimmedSigns())
    }
    setTitle(bracket.before)
    notes.append(unstyled(bracket.inner))
  }
}

extension Reference {
  /// `Title, *Venue*, 2013 (with Ada Roe)`: the line without the bracket at its end that says with
  /// whom the owner wrote the work.
  mutating func takingCompanionsAtEnd(_ scan: TextScan) -> TextScan {
    let line = scan.trim(0..<scan.count, also: { $0 == "." })
    guard scan[line.upperBound - 1] == ")" else { return takingLastSentence(scan, line) }
    guard let bracket = FinalBracket(TextScan(scan.slice(line))), takeCompanions(bracket.inner)
    else { return scan }
    return TextScan(bracket.before)
  }

  /// `Title, *Venue*, 2013. With Ada Roe.`: the line without the sentence at its end that does so.
  private mutating func takingLastSentence(_ scan: TextScan, _ line: Range<Int>) -> TextScan {
    let stop = line.reversed().first { index in
      scan[index] == "." && scan[index + 1] == " " && scan.endOfCompanion(at: index + 2) != nil
    }
    guard let stop, takeCompanions(scan.slice(stop + 2..<line.upperBound)) else { return scan }
    return TextScan(scan.slice(0..<stop))
  }

  /// `Contributing Editor, *Title*`, `Co-author of [Title](…)`: notes what the owner was of a work,
  /// and gives where the title begins.
  mutating func takeAuthorship(_ scan: TextScan) -> Int {
    guard let first = scan.runRanges.first, first.attributes == .init(), scan.runRanges.count > 1
    else { return 0 }
    let start = first.range.upperBound
    let range = scan.trim(first.range, also: { ",:“\"".unicodeScalars.contains($0) })
    let part = scan.slice(range)
    var words = part.text.split(separator: " ")
    guard 1...4 ~= words.count else { return 0 }
    let lead = Phrase.isFunctionWord(words[words.count - 1]) ? words.removeLast() : nil
    let name = words.joined(separator: " ")
    guard lead != nil || range.count < start - 1,
      WordLists.all.contains(folded(name), in: .authorship)
    else { return 0 }
    if let lead { explain(String(lead)) }
    notes.append(part[0..<name.utf8.count])
    return start
  }
}
