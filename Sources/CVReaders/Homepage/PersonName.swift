// SPDX-License-Identifier: MIT
import CVModel

/// A text that has the form of a person's name.
struct PersonName {
  var name: RichText

  /// - Returns: `nil` unless the text is two to five capitalised words (particles and initials
  ///   among them) or a Chinese, Japanese or Korean name, perhaps with its other form in
  ///   brackets; titles of pages, roles and institutions are none.
  init?(_ text: RichText) {
    let edges = ",.:;|-–—!".unicodeScalars
    let bare = Self.withoutTitles(text.collapsed())
    let line = Self.keepingStop(bare.trimmed { isSpace($0) || edges.contains($0) }, of: bare)
    let scan = TextScan(line)
    guard 2...60 ~= scan.count else { return nil }
    if let both = Self.twoForms(line) {
      name = both.mapAttributes { $0 = RichText.Attributes() }
      return
    }
    var plain = line
    var isBody = false
    if let open = scan.scalars.firstIndex(where: { "(（".unicodeScalars.contains($0) }), open > 0 {
      if let called = Self.withoutNickname(scan, in: open) {
        plain = called
      } else {
        guard let bracket = FinalBracket(scan), bracket.open == open else { return nil }
        plain = bracket.before
        // `Ada Roe (Rain Lab)`
        isBody = Segment(bracket.inner, line: 0).hasOrganisationWord
      }
    }
    guard Self.isName(plain.text) else { return nil }
    name = (isBody ? plain : line).mapAttributes { $0 = RichText.Attributes() }
  }

  /// `Ada Roe Jr.`: the stop of the last word, where it is an abbreviation.
  private static func keepingStop(_ line: RichText, of whole: RichText) -> RichText {
    guard let last = line.text.split(separator: " ").last, generations.contains(folded(last)),
      whole.text.hasSuffix(line.text + ".")
    else { return line }
    return whole[whole.count - line.count - 1..<whole.count]
  }

  /// Which of those of one name in a family somebody is.
  private static let generations: Set<String> = ["jr", "sr", "jr.", "sr.", "ii", "iii", "iv"]

  /// `Ada (Roro) Roe` without what stands in the bracket within.
  private static func withoutNickname(_ scan: TextScan, in open: Int) -> RichText? {
    guard let close = scan.closingBracket(of: open), close < scan.count - 1,
      case let called = scan.string(open + 1..<close), isNameWord(Substring(called)),
      !isPostNominal(Substring(called)), !WordLists.all.contains(folded(called), in: .degree)
    else { return nil }
    return (scan.slice(0..<open) + scan.slice(close + 1..<scan.count)).collapsed()
  }

  /// `罗雅 /Ya Luo`: the name in two writings, the second of which goes into brackets.
  private static func twoForms(_ line: RichText) -> RichText? {
    let forms = line.split { $0 == "/" }.map { $0.trimmed() }
    guard forms.count == 2, forms.allSatisfy({ isName($0.text) }),
      Set(forms.map { $0.text.unicodeScalars.contains(where: isCJK) }).count == 2
    else { return nil }
    return forms[0] + RichText(" (") + forms[1] + RichText(")")
  }

  /// `Prof. Dr. Ada Roe, PhD` without what she is.
  private static func withoutTitles(_ text: RichText) -> RichText {
    let lists = WordLists.all
    var text = text
    var hasTitle = false
    while let first = text.text.split(separator: " ").first,
      isTitle(first) || hasTitle && first.hasPrefix("(") && first.hasSuffix(")")
    {
      hasTitle = true
      text = text[first.utf8.count..<text.count].trimmed()
    }
    // `罗文山 <small>博士</small>`; in one size it may be a subject and a degree.
    if let last = text.runs.last, last.attributes.marks.contains(.small), last.length < text.count,
      case let title = text[text.count - last.length..<text.count].trimmed(),
      title.text.unicodeScalars.last.map(isCJK) == true,
      lists.contains(folded(title.text), in: [.role, .degree])
    {
      text = text[0..<text.count - last.length].trimmed()
    }
    let scan = TextScan(text)
    guard let comma = scan.scalars.firstIndex(of: ",") else { return text }
    let behind = scan.string(comma + 1..<scan.count).split(separator: ",")
    if let last = behind.first, behind.count == 1, generations.contains(folded(last)) {
      return scan.slice(0..<comma) + scan.slice(comma + 1..<scan.count)
    }
    let areDegrees =
      !behind.isEmpty
      && behind.allSatisfy { lists.contains(folded($0), in: .degree) || isPostNominal($0) }
    return areDegrees ? scan.slice(0..<comma) : text
  }

  /// Whether a word is an abbreviated title: `Dr`, `Dipl.-Ing` with their stops.
  private static func isTitle(_ word: Substring) -> Bool {
    word.hasSuffix(".")
      && (WordLists.all.contains(folded(word), in: .peopleTitle) || word.contains(".-"))
  }

  /// `FRSC`, `MPH`, `Ph.D.`: the letters that a society or a school lets people write.
  private static func isPostNominal(_ text: Substring) -> Bool {
    let letters = text.filter { $0.isLetter }
    let isOfLetters = text.allSatisfy { $0.isLetter || " .()".contains($0) }
    return isOfLetters && 2...6 ~= letters.count && text.split(separator: " ").count == 1
      && letters.count(where: \.isUppercase) >= 2
  }

  static func isName(_ text: String) -> Bool {
    guard !WordLists.all.contains(folded(text), in: .pageTitle) else { return false }
    let scalars = text.unicodeScalars
    if scalars.allSatisfy({ isCJK($0) || $0 == "·" || $0 == " " }) {
      return 2...6 ~= scalars.count && WordLists.all.sectionKind(folded(text)) == nil
        && !WordLists.all.occurs(.role, in: foldedWords(text)) && !endsInInstitution(text)
        && !joinsTitles(text)
    }
    let words = text.split(separator: " ")
    guard 2...5 ~= words.count,
      words.count == 2 || !WordLists.all.contains(folded(words[0]), in: .pageTitle),
      SectionTitle(RichText(text)).kind == nil
    else { return false }
    let known = foldedWords(text)
    let lists: Lists = [.role, .degree, .organisation, .homepageMatter]
    guard !WordLists.all.occurs(lists, in: known) else { return false }
    guard !known.contains(where: pageWords.contains) else { return false }
    // A name ends with a word of its own: behind `Ada Roe y` the sentence goes on.
    return words.filter(isNameWord).count >= 2 && words.last.map(isNameWord) == true
      && words.allSatisfy { isNameWord($0) || isParticle($0) }
  }

  /// 経歴・業績: whether one of several words is a title of sections or pages.
  private static func joinsTitles(_ text: String) -> Bool {
    let parts = text.split { "・·".contains($0) }
    return parts.count > 1
      && parts.contains { part in
        WordLists.all.sectionKind(folded(part)) != nil
          || WordLists.all.contains(folded(part), in: .pageTitle)
      }
  }

  /// 白河大学: a word for an institution of two characters or more ends it.
  private static func endsInInstitution(_ text: String) -> Bool {
    (2...4).contains { count in
      text.count > count && WordLists.all.contains(String(text.suffix(count)), in: .organisation)
    }
  }

  private static func isNameWord(_ whole: Substring) -> Bool {
    // A nickname in quotes: Lin “Leo” Tan.
    let isQuoted = whole.count > 2 && "\"“'".contains(whole.first ?? " ")
    let word = isQuoted ? whole.dropFirst().dropLast() : whole
    guard !isQuoted || "\"”'".contains(whole.last ?? " ") else { return false }
    guard let first = word.unicodeScalars.first, isCapital(first) else { return false }
    return word.unicodeScalars.allSatisfy {
      isWordScalar($0) && !isDigit($0) || ".'’-‐‑".unicodeScalars.contains($0)
    }
  }

  private static func isParticle(_ word: Substring) -> Bool {
    [
      "van", "von", "de", "der", "den", "da", "del", "della", "di", "dos", "du", "la", "le", "el",
      "al", "bin", "ibn", "ter", "ten", "zu", "af", "av", "y", "e",
    ].contains(String(word))
  }

  private static let pageWords: Set<String> = [
    "about", "welcome", "home", "homepage", "page", "website", "site", "cv", "resume", "résumé",
    "curriculum", "vitae", "portfolio", "blog", "my", "hello", "hi", "the", "and", "github",
    "academic", "personal", "professional", "untitled", "index", "readme", "list", "of",
  ]
}
