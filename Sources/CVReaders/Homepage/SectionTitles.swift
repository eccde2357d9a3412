// SPDX-License-Identifier: MIT
import CVModel

/// What a heading says: its title, its kind, and the legend that some put behind it.
struct SectionTitle {
  /// As written, without number, decoration and legend.
  var title: RichText
  var kind: SectionKind?
  /// Whether the whole title is known, and not only a part of it.
  var isExact: Bool
  /// `(* denotes equal contribution)`, or a remark in small letters.
  var legend: RichText?
  /// The number that stood before it.
  var number: RichText?

  init(_ heading: RichText) {
    var text = withoutImages(heading).collapsed()
    if let known = text.label.flatMap({ SectionKind(rawValue: $0) }) {
      (title, kind, isExact) = (text.unlabelled(), known, true)
      return
    }
    legend = Self.takeLegend(from: &text) ?? Self.takeRemark(from: &text)
    (title, number) = Self.withoutDecoration(text)
    (kind, isExact) = Self.kind(of: title.text)
  }

  private static func takeLegend(from text: inout RichText) -> RichText? {
    let signs = text.text.unicodeScalars
    guard signs.contains("(") || signs.contains("（") else { return nil }
    let scan = TextScan(text)
    for (index, scalar) in scan.scalars.enumerated() where scalar == "(" || scalar == "（" {
      guard let close = scan.closingBracket(of: index) else { return nil }
      let words = foldedWords(scan.string(index + 1..<close))
      guard
        WordLists.all.occurs(.equalContribution, in: words)
          || WordLists.all.occurs(.correspondingAuthor, in: words)
      else { continue }
      let legend = scan.slice(index + 1..<close)
      text = (scan.slice(0..<index) + scan.slice(close + 1..<scan.count)).trimmed()
      return legend
    }
    return nil
  }

  /// `Posts<sub>(latest first)</sub>`: what stands in brackets and in small letters behind words.
  private static func takeRemark(from text: inout RichText) -> RichText? {
    guard text.runs.count > 1, let marks = text.runs.last?.attributes.marks,
      !marks.isDisjoint(with: [.subscripted, .superscript, .small]),
      case let scan = TextScan(text), let last = scan.runRanges.last, last.range.lowerBound > 0,
      case let remark = scan.trim(last.range),
      scan.closingBracket(of: remark.lowerBound) == remark.upperBound - 1
    else { return nil }
    text = scan.slice(scan.trim(0..<last.range.lowerBound))
    return scan.slice(remark)
  }

  /// `Brief CV`: whether the title names what the document itself is.
  var namesCV: Bool {
    foldedWords(title.text).last.map { WordLists.all.contains($0, in: .ownCV) } == true
  }

  /// Whether the title names both posts and degrees: `Education and Employment`, `Brief CV`.
  var namesPostsAndDegrees: Bool {
    guard kind == .education || kind == .experience else { return false }
    if namesCV { return true }
    let words = folded(title.text).split(separator: " ").map(String.init)
    guard 2...12 ~= words.count else { return false }
    let kinds = Self.parts(of: words).map { WordLists.all.sectionKind($0) }
    return kinds.contains(.education) && kinds.contains(.experience)
  }

  /// The parts of a title that joins several, folded.
  static func parts(joinedIn title: String) -> [String] {
    parts(of: folded(title).split(separator: " ").map(String.init))
  }

  /// Without `3.` before and signs around the words.
  private static func withoutDecoration(_ text: RichText) -> (RichText, RichText?) {
    let words = withoutFrame(
      text.trimmed { isSpace($0) || "·•|:：-–—=*#_~>»«.".unicodeScalars.contains($0) },
      "[【［「『〔《(（<")
    let (title, number) = withoutNumber(words)
    guard !title.isEmpty else { return (text, nil) }
    let plain = title.mapAttributes { $0.marks.subtract([.strong, .coloured]) }
    return (unstyled(plain, .emphasis), number)
  }

  private static func withoutNumber(_ text: RichText) -> (RichText, RichText?) {
    guard let first = text.text.unicodeScalars.first, isDigit(first) else {
      return (text, nil)
    }
    let scan = TextScan(text)
    var index = 0
    while let digit = scan[index],
      isDigit(digit) || index > 0 && ".-".unicodeScalars.contains(digit)
    {
      index += 1
    }
    guard index > 1, index < scan.count, scan[index - 1] == "." || isNumbered(scan, to: index)
    else { return (text, nil) }
    return (scan.slice(scan.skipSpaces(from: index)..<scan.count), scan.slice(0..<index))
  }

  /// The kind of a title: known as a whole, without its qualifiers, or by a part of it.
  private static func kind(of title: String) -> (SectionKind?, Bool) {
    let lists = WordLists.all
    if let kind = lists.sectionKind(folded(title)) { return (kind, true) }
    let plain = folded(withoutBrackets(title))
    if let kind = lists.sectionKind(plain) { return (kind, true) }
    var words = plain.split(separator: " ").map(String.init)
    while let count = lists.match(words[...], in: .qualifiers), count > 0 {
      words.removeFirst(count)
      if let kind = lists.sectionKind(words.joined(separator: " ")) { return (kind, true) }
    }
    guard words.count <= 12, case let parts = parts(of: words), parts.count <= 12 else {
      return (nil, false)
    }
    if let subject = subject(of: words, parts) {
      // `Publicaciones en revistas con revisión por pares`
      let named = lists.sectionKind(words[..<subject].joined(separator: " "))
      return (named ?? kind(ofPartOf: words), false)
    }
    let kinds = parts.compactMap { part in
      // `Research & Project Experience`: the parts may share their last word.
      let whole = parts.count > 1 ? words.last.map { "\(part) \($0)" } : nil
      return whole.flatMap(lists.sectionKind) ?? lists.sectionKind(part)
    }
    // What is of four kinds or more is of none.
    if Set(kinds).count > 3 { return (.other, true) }
    // Courses beside certificates were taken, not given.
    if kinds.first == .teaching, kinds.contains(.certificates) { return (.certificates, true) }
    // Of prizes and grants those are more, as in "Grants, Fellowships, and Awards".
    if kinds.first == .funding, kinds.contains(.awards) { return (.awards, true) }
    // `Research & Data Skills`: what begins the title says of what kind all of it is.
    if kinds == [.researchInterests], parts.map({ $0.contains(" ") }) == [false, true],
      let last = words.last.flatMap(lists.sectionKind)
    {
      return (last, true)
    }
    if let kind = kinds.first { return (kind, true) }
    guard words.count <= 8 else { return (nil, false) }
    let inner = parts.lazy.compactMap { kind(ofPartOf: $0.split(separator: " ").map(String.init)) }
    return (kind(ofPartOf: words) ?? inner.first ?? kind(ofMisspelt: words), false)
  }

  /// `Investigación en lluvia con niebla fina`: where a word that joins two in one language
  /// stands in another before what the title is about, which is told in several words.
  private static func subject(of words: [String], _ parts: [String]) -> Int? {
    let lists = WordLists.all
    guard
      parts.contains(where: { lists.sectionKind($0) == nil && $0.split(separator: " ").count > 2 })
    else { return nil }
    return words.firstIndex { lists.isJoint($0) && lists.contains($0, in: .genitive) }
  }

  /// The kind of one long word with a letter too many, too few, other than it should be, or
  /// changed for its neighbour: `Publicatons`.
  ///
  /// Ways to reach somebody leave their section, so that these must be said well: `Contracts`.
  private static func kind(ofMisspelt words: [String]) -> SectionKind? {
    guard words.count == 1, 9...20 ~= words[0].count, words[0].allSatisfy(\.isLetter) else {
      return nil
    }
    return WordLists.all.sectionKind(near: words[0]) { $0 != .contact && $0 != .about }
  }

  /// The kind of the longest known part at the end or at the beginning.
  ///
  /// Before "of" and its like stands what the title is about: "Experiencia de investigación"; and
  /// before "Summary" and its like, "Employment Summary"; "Project Highlights" are some of these.
  private static func kind(ofPartOf words: [String]) -> SectionKind? {
    let lists = WordLists.all
    let isGenitive = words.dropFirst().contains { lists.contains($0, in: .genitive) }
    for count in stride(from: words.count - 1, through: 1, by: -1) {
      let tail = words.suffix(count).joined(separator: " ")
      let head = words.prefix(count).joined(separator: " ")
      for part in isGenitive ? [head, tail] : [tail, head] {
        guard let kind = lists.sectionKind(part) else { continue }
        let rest = words.dropLast(count).joined(separator: " ")
        let isSelection = kind == .about || lists.contains(tail, in: .qualifiers)
        guard isSelection, part == tail, !isGenitive, let subject = lists.sectionKind(rest),
          subject != .interests, kind == .about || subject != .researchInterests
        else { return kind }
        return subject
      }
    }
    guard let word = words.last, word.unicodeScalars.contains(where: isCJK) else { return nil }
    return kind(ofUnspaced: word)
  }

  /// Words that are not set apart: the longest known one that ends or begins the title.
  private static func kind(ofUnspaced word: String) -> SectionKind? {
    guard word.count <= 16 else { return nil }
    for count in stride(from: word.count - 1, through: 2, by: -1) {
      for part in [word.suffix(count), word.prefix(count)] {
        if let kind = WordLists.all.sectionKind(String(part)) { return kind }
      }
    }
    return nil
  }

  /// `Awards, Grants & Honors`: the parts of a title that joins several.
  private static func parts(of words: [String]) -> [String] {
    let title = words.joined(separator: " ")
    let pieces = title.unicodeScalars.split { "/|,+·・、与和及與&".unicodeScalars.contains($0) }
    let parts = pieces.flatMap { piece in
      Substring(piece).split(separator: " ").split(whereSeparator: WordLists.all.isJoint)
        .map { $0.joined(separator: " ") }
    }
    return parts.filter { $0 != title }.map(folded).filter { !$0.isEmpty }
  }

  /// Whether the digits before an offset are the number of a part, as in `3-1 Tools`.
  private static func isNumbered(_ scan: TextScan, to end: Int) -> Bool {
    scan.scalars[..<end].contains("-") && end <= 5 && scan[end].map(isSpace) ?? false
  }

  private static func withoutBrackets(_ title: String) -> String {
    guard title.unicodeScalars.contains(where: { "([（【".unicodeScalars.contains($0) }) else {
      return title
    }
    var depth = 0
    var outside: [UInt8] = []
    for scalar in title.unicodeScalars {
      switch scalar {
      case "(", "[", "（", "【": depth += 1
      case ")", "]", "）", "】": depth = max(0, depth - 1)
      default: if depth == 0 { outside.append(scalar) }
      }
    }
    return String(decoding: outside, as: UTF8.self)
  }
}
