// SPDX-License-Identifier: MIT
import CVModel

/// The authors at the start of a text, and where they end.
///
/// Takes all common forms, mixed as people mix them: `Last, F.`, `F. Last`, `Last F.`, `F Last`,
/// full names, Chinese and Japanese names, and elisions.
struct AuthorList {
  /// Authors with the signs behind their names and the range of each name.
  private(set) var authors: [ParsedAuthor] = []
  /// The scalar behind the list.
  private(set) var end: Int
  /// Whether at least one name has initials, which titles do not.
  private(set) var hasInitials = false
  /// Whether a family name stands in capitals before given names.
  private(set) var isInCapitals = false

  /// An author, and where the list names it.
  struct ParsedAuthor {
    var author: Author
    var range: Range<Int>
    /// `*`, `†`, `#` … as they stand behind the name.
    var marks: String
  }

  let scan: TextScan
  /// Whether a name has several words and neither initials nor a comma.
  private(set) var hasFullName = false
  /// Whether a stop stands in one of the names.
  private(set) var hasStops = false

  /// Whether a family name stands behind initials, as in `with Bo R. Poe`.
  let isGivenFirst: Bool

  init(_ scan: TextScan, from start: Int = 0, isGivenFirst: Bool = false) {
    self.scan = scan
    self.isGivenFirst = isGivenFirst
    end = start
    var index = skip(from: start)
    while true {
      // `# Ada Roe, # Bo Poe`: marks may stand before names as well.
      let lead = marks(at: index)
      let place = scan.skipSpaces(from: lead.end)
      let found = name(at: place)
      guard
        let name = found.flatMap({ accepts($0, after: index) ? $0 : nil }) ?? misspelt(at: index)
          ?? (found == nil && !beginsItalics(place)
            ? mononym(at: place) ?? familyName(at: place) : nil)
      else {
        if isAfterAnd(index), beginsTitle(index) { dropLast() }
        break
      }
      let marks = marks(at: name.end)
      append(name, marks: lead.text + marks.text)
      end = marks.end
      guard let next = separator(at: marks.end) ?? lastBehindDots(name) else { break }
      index = next
    }
  }

  var count: Int { authors.count }

  /// Whether a stop behind one letter stands in each of the names, of two or more.
  var haveAllInitials: Bool {
    count > 1 && authors.allSatisfy { $0.author.isElision || $0.author.name.contains(".") }
  }

  /// `Slow Rain Maps and Wet Bells for Towns`: whether the words behind `and` are no name but go on
  /// for more than a name has, so that those before it are of a title, too.
  private func beginsTitle(_ start: Int) -> Bool {
    guard count > 2, scan[start].map(isCapital) == true else { return false }
    let end = scan.scalars[start...].firstIndex { ",.;:".unicodeScalars.contains($0) }
    return scan.wordCount(in: start..<(end ?? scan.count), upTo: 5) > 4
  }

  private mutating func dropLast() {
    authors.removeLast()
    end = authors.last.map { marks(at: $0.range.upperBound).end } ?? 0
  }

  private mutating func append(_ name: Name, marks: String) {
    if name.isElision {
      if authors.last?.author.isElision != true {
        authors.append(ParsedAuthor(author: .elision, range: name.range, marks: ""))
      }
      return
    }
    hasInitials = hasInitials || name.form == .initials
    isInCapitals = isInCapitals || name.form == .capitals
    var author = Author(scan.slice(name.range).collapsed().text)
    let (hasStop, hasComma) = (author.name.contains("."), author.name.contains(","))
    hasStops = hasStops || hasStop
    hasFullName = hasFullName || author.name.contains(" ") && !hasStop && !hasComma
    if name.form == .initials, !hasComma, !hasFullName {
      let words = author.name.split(separator: " ").filter {
        $0.count > 2 && !$0.contains(".") && !capitalParticles.contains(String($0))
      }
      hasFullName = words.count > 1
    }
    author.url = scan.slice(name.range).runs.lazy.compactMap(\.attributes.link).first
    authors.append(ParsedAuthor(author: author, range: name.range, marks: marks))
  }

  /// Whether a name fits into the list: a full name among initials is the start of the title.
  private func accepts(_ name: Name, after index: Int) -> Bool {
    if !authors.isEmpty, isAbbreviatedVenue(name.range) || beginsStyledTitle(name) { return false }
    if let last = authors.last, isAfterAnd(last.range.lowerBound), !isAfterAnd(index),
      isInItalics(name.range), !isInItalics(last.range)
    {
      return false
    }
    if isTitleInItalics(name) || isVenueBeforeYear(name) { return false }
    guard name.form == .full, hasInitials, !name.isElision else { return true }
    return hasFullName || isAfterAnd(index)
  }

  func isAfterAnd(_ index: Int) -> Bool {
    let before = scan.trim(0..<index)
    guard let last = scan[before.upperBound - 1] else { return false }
    if last == "&" { return true }
    let tail = scan.scalars[before].suffix(Self.longestJoint + 1)
    guard let space = tail.lastIndex(where: isSpace) else { return false }
    return WordLists.all.contains(tail[(space + 1)...], in: .joint)
  }
}

// MARK: Names

extension AuthorList {
  /// A stretch of text that reads like a name, or like the words “et al.”.
  struct Name {
    var range: Range<Int>
    var form: Form
    var isElision = false
    var end: Int { range.upperBound }

    /// Whether the given names are written out; in `capitals` beside a family name in capitals.
    enum Form { case initials, full, capitals }
  }

  func name(at start: Int) -> Name? {
    if let elision = elision(at: start) ?? body(at: start) { return elision }
    if let cjk = cjkName(at: start) { return cjk }
    if let name = lastFirst(at: start) ?? initialsLast(at: start) ?? arabicName(at: start)
      ?? nameInCapitals(at: start)
    {
      return name
    }
    let full = fullName(at: start).map(withOtherForm)
    if isGivenFirst, let full { return full }
    guard let short = lastInitials(at: start) else { return full }
    // "Cy Q. Moe" among full names; among initials, "Shen L." ends and a title begins.
    guard let full, full.end > short.end, !hasInitials, !endsStyle(at: short.end) else {
      return short
    }
    guard let next = separator(at: full.end) else {
      let isAll =
        scan[short.end - 1] != "." && !scan.scalars[full.end...].contains(where: isWordScalar)
      return authors.isEmpty && !isAll ? short : full
    }
    // `Roe M. Labels, glue and ghosts`: what follows the comma is no name.
    let goesOn = scan[next].map { isCapital($0) || !isWordScalar($0) } ?? true
    return goesOn || !authors.isEmpty || isAfterAnd(next) ? full : short
  }

  /// Whether words in bold end at an offset, as the owner's name among others does.
  func endsStyle(at end: Int) -> Bool {
    end < scan.count
      && scan.runRanges.contains {
        $0.range.upperBound == end && $0.attributes.marks.contains(.strong)
      }
  }

  /// `...`, `…`, `et al.`, `others`, `等`.
  private func elision(at start: Int) -> Name? {
    var dots = start
    while scan[dots] == "." || scan[dots] == "…" || scan[dots] == "·" { dots += 1 }
    if dots - start >= 3 || scan[start] == "…" {
      return Name(range: start..<dots, form: .full, isElision: true)
    }
    return endOfElision(at: start).map { Name(range: start..<$0, form: .full, isElision: true) }
  }

  /// The offset behind words that stand for further authors, and the stop that shortens them.
  private func endOfElision(at start: Int) -> Int? {
    guard let first = scan[start], first.properties.isLowercase || isCJK(first) else { return nil }
    let ends = start + 1...start + (isCJK(first) ? 2 : 6)
    let end = ends.reversed().first { end in
      end <= scan.count && !(scan[end].map(isWordScalar) ?? false)
        && WordLists.all.contains(scan.scalars[start..<end], in: .elision)
    }
    return end.map { scan[$0] == "." && !isCJK(first) ? $0 + 1 : $0 }
  }

  /// `Ada Roe (罗伊)`: the name in other letters, behind it.
  private func withOtherForm(_ name: Name) -> Name {
    let start = scan.skipSpaces(from: name.end)
    guard let open = scan[start], open == "(" || open == "（",
      let close = scan.closingBracket(of: start), close > start + 1,
      scan.scalars[start + 1..<close].allSatisfy({ isCJK($0) || $0 == "·" || isSpace($0) })
    else { return name }
    return Name(range: name.range.lowerBound..<close + 1, form: name.form)
  }

  /// `FEN+ Collaboration`: the body that signs for its members.
  private func body(at start: Int) -> Name? {
    var index = start
    for _ in 0..<5 {
      guard let first = scan[index], isCapital(first) else { return nil }
      var end = index
      while let next = scan[end], !isSpace(next), !",.;:([*".unicodeScalars.contains(next) {
        end += 1
      }
      if index > start,
        end - index > 7, WordLists.all.contains(scan.scalars[index..<end], in: .body)
      {
        return Name(range: start..<end, form: .full)
      }
      index = scan.skipSpaces(from: end)
      if index == end { return nil }
    }
    return nil
  }

  /// Two to five capitalised words, initials and particles among them.
  func fullName(at start: Int) -> Name? {
    var end = start
    var words = 0
    var index = start
    while words < 6 {
      if let next = scan.particle(at: index) {
        index = scan.skipSpaces(from: next)
      } else if let next = scan.initials(at: index)
        ?? (words > 0 ? scan.joinedInitials(at: index) : nil) ?? scan.nameWord(at: index)
      {
        words += 1
        end = next
        index = scan.skipSpaces(from: next)
        if index == next { break }
      } else {
        break
      }
    }
    guard words >= 2, endsName(end) else { return nil }
    return Name(range: start..<end, form: .full)
  }

  /// Whether a name may end here: before a sign, a mark, `and`, or the end; not before a word.
  func endsName(_ end: Int) -> Bool {
    let next = scan.skipSpaces(from: end)
    guard let sign = scan[next] else { return true }
    if sign == ":" || sign == "：" { return opensQuotation(next + 1) }
    if !isWordScalar(sign) { return sign != "-" }
    return separator(at: end) != nil || scan.isRaised(next) || isStyledYear(next)
  }

  /// Whether a year in a style of its own ends the text: `Ada Roe, Bo Poe *2016*`.
  private func isStyledYear(_ start: Int) -> Bool {
    guard scan.count - start >= 4, let run = scan.run(at: start), run.range.lowerBound == start,
      scan.string(start..<start + 4).plainYear != nil
    else { return false }
    return !scan.scalars[(start + 4)...].contains(where: isWordScalar)
      && !run.attributes.marks.isDisjoint(with: [.emphasis, .strong])
  }

  /// Whether a title in quotes follows: `Ada Roe: “Words”`.
  private func opensQuotation(_ start: Int) -> Bool {
    scan[scan.skipSpaces(from: start)].map { "“\"„«「『".unicodeScalars.contains($0) } ?? false
  }

  /// One or more capitalised words and particles that make a family name.
  func surname(at start: Int) -> Int? {
    scan.nameWord(at: afterParticles(start)).map { end in
      // "Gopalakrishnan Nair, A.", "Roe del Mar, A.", and not the first two of "Ruo Lan, N. Gu",
      // nor of "Cy Moe, Ruo Lan, N. Gu" or of "C Moe, RN van Lan".
      let next = afterParticles(scan.skipSpaces(from: end))
      guard let second = scan.nameWord(at: next), scan[second] == ",",
        let initials = scan.initials(at: scan.skipSpaces(from: second + 1)),
        authors.contains(where: { $0.author.name.contains(",") })
          || scan.nameWord(at: afterParticles(scan.skipSpaces(from: initials))) == nil
      else { return end }
      return second
    }
  }

  /// `SILVA, A. B.`: a family name in capitals, before a comma and initials.
  func capitals(at start: Int) -> Int? {
    var end = start
    while let next = scan[end], isCapital(next) && !isCJK(next) || isDash(next) || next == " " {
      end += 1
    }
    guard end - start >= 4, scan[end] == ",", scan[end - 1] != " ",
      scan.initials(at: scan.skipSpaces(from: end + 1)) != nil
    else { return nil }
    return end
  }
}

// MARK: Between names

extension AuthorList {
  private func skip(from start: Int) -> Int {
    var index = start
    while let next = scan[index], isSpace(next) || ",;".unicodeScalars.contains(next) { index += 1 }
    return index
  }

  /// The marks behind a name, superscripts among them, and the offset behind them.
  private func marks(at start: Int) -> (text: String, end: Int) {
    var index = start
    var text = ""
    while let next = scan[index] {
      if "*†‡#^§¶✉".unicodeScalars.contains(next) || scan.isRaised(index) {
        text.unicodeScalars.append(next)
        index += 1
      } else if next == "\\", scan[index + 1].map({ "*#^".unicodeScalars.contains($0) }) == true {
        // Escaped for Markdown in the midst of HTML.
        index += 1
      } else if next == ".", index == start, scan[index - 1] == ".", scan[index + 1] != "." {
        // `**Roe, A.**., Poe, B.`: a stop behind that of the initials.
        index += 1
      } else if next == ")", scan[index + 1] == ",",
        !scan.brackets.contains(where: { $0.close == index })
      {
        // `A. Roe), B. Poe`: what closes a bracket that nothing opens.
        index += 1
      } else if next == ",", scan[index + 2] == ",", let letter = scan[index + 1],
        ("a"..."z").contains(letter)
      {
        // `A. Roe,b, B. Poe`: what was raised where the list was copied from.
        text.unicodeScalars.append(letter)
        index += 2
      } else if isSpace(next), let after = scan[index + 1], "*†‡#§¶".unicodeScalars.contains(after)
      {
        index += 1
      } else {
        break
      }
    }
    return (text, index)
  }

  /// The offset behind the signs and words that join two names.
  func separator(at start: Int) -> Int? {
    var index = start
    var found = false
    while true {
      index = scan.skipSpaces(from: index)
      guard let next = scan[index] else { return nil }
      if ",;&，；、،・".unicodeScalars.contains(next) {
        found = true
        index += 1
        // The Arabic "and" is written together with the word behind it.
        if next == "،" { index = skipArabicAnd(at: index) }
      } else if let length = joiningWord(at: index) {
        found = true
        index += length
      } else {
        // An elision needs no comma before it.
        return found || mayElide(at: index, behind: start) ? index : nil
      }
    }
  }

  /// Whether an elision stands behind a name and spaces, or right behind one that has none.
  private func mayElide(at index: Int, behind name: Int) -> Bool {
    elision(at: index) != nil && (index > name || scan[index].map(isCJK) == true)
  }

  private func skipArabicAnd(at start: Int) -> Int {
    let index = scan.skipSpaces(from: start)
    return scan[index] == "و" && scan[index + 1] == "ا" ? index + 1 : start
  }

  /// No word that joins two names has more letters.
  private static let longestJoint = 6

  /// `and` between spaces; those of East Asia stand right between names: `林美和王雨`.
  private func joiningWord(at index: Int) -> Int? {
    guard let first = scan[index], !first.properties.isUppercase else { return nil }
    if let length = unspacedAnd(at: index) { return length }
    guard !scan.stands("et al", at: index) else { return nil }
    let word = scan.scalars[index...].prefix(Self.longestJoint + 1).prefix { !isSpace($0) }
    return WordLists.all.contains(word, in: .joint) && word.endIndex < scan.count ? word.count : nil
  }
}
