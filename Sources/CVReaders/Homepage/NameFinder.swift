// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Finds the owner's name: in settings, headings or in what the page says of its owner.
///
/// Sources in the order of trust: `name` and `author` of the front matter, the site's settings,
/// the first heading, titles like "N's Homepage", "I am N", "N is a …". Linked names are never
/// taken: they are advisors and friends.
struct NameFinder {
  let settings: DataNode?
  let site: DataNode?
  let outline: Outline
  /// What stands behind the word for "name".
  let labelled: RichText?
  /// What the tab of a browser shows.
  let title: RichText?
  /// The words behind the first pictures.
  let pictures: [String]

  init(_ document: MarkupDocument, site: DataNode?, outline: Outline, labelled: RichText?) {
    settings = document.settings
    self.site = site
    self.outline = outline
    self.labelled = labelled
    title = document.title
    pictures = document.pictures
  }

  func find() -> RichText? {
    let stated =
      fromSettings(settings).map(wholeName) ?? fromSite() ?? fromHeading() ?? fromTitles(settings)
    let shown = stated ?? labelled ?? fromKeys() ?? fromBoldLine() ?? fromLetterhead()
    let found = shown ?? fromProse() ?? fromTitleAndLine() ?? fromTab() ?? fromPlainLine()
    return found ?? nameOnPicture(pictures)
  }

  /// `name:`, or `author:` as a name or a block with one.
  private func fromSettings(_ node: DataNode?) -> RichText? {
    guard let node else { return nil }
    for (first, last) in [("first_name", "last_name"), ("name", "surname")] {
      guard let given = node[first]?.text, let family = node[last]?.text, !family.isEmpty else {
        continue
      }
      let parts = [given, node["middle_name"]?.text ?? "", family].map { $0.trimmingSpaces() }
      let name = parts.filter { !$0.isEmpty }.joined(separator: " ")
      return RichText(name, span: node[first]?.span)
    }
    if let first = node["name"]?.text, let last = node["surname"]?.text, !first.contains(last) {
      return RichText(first + " " + last, span: node["name"]?.span)
    }
    let author = node["author"]
    let candidates = [node["name"], author?["name"], author, author?.items.first]
    return candidates.compactMap { $0 }.lazy.compactMap(Self.name).first
  }

  private func fromSite() -> RichText? {
    fromSettings(site)
      ?? site?["title"].flatMap { node in
        node.text.flatMap { PersonName(RichText($0, span: node.span))?.name }
      }
  }

  /// A name given as such is taken as it is, but for mark-up and template values.
  private static func name(_ node: DataNode) -> RichText? {
    guard let text = node.text else { return nil }
    let plain = text.replacingTags().trimmingSpaces()
    let isTemplate = plain.isEmpty || plain.lowercased().hasPrefix("your ") || plain.contains("{{")
    return isTemplate ? nil : RichText(plain, span: node.span)
  }

  private func fromHeading() -> RichText? {
    (outline.pageTitles + deeperHeading).lazy.compactMap { title -> RichText? in
      ownerOfPage(title.collapsed().text).map { RichText($0, span: title.span) }
        ?? (endsWithPage(title.text) ? nil : PersonName(title)?.name)
        ?? (possessor(title.collapsed().text) ?? nameBeforeRole(title.collapsed().text))
        .map { RichText($0, span: title.span) }
    }.first
  }

  /// `### N` on top of a page whose sections have larger headings.
  private var deeperHeading: [RichText] {
    guard case .heading(_, let text)? = outline.preamble.first(where: \.hasWords)?.kind else {
      return []
    }
    return [text]
  }

  /// "N's Homepage", "N - CV", "CV of N", or a title that is a name.
  private func fromTitles(_ node: DataNode?) -> RichText? {
    for key in ["title", "excerpt", "description", "subtitle"] {
      guard let value = node?[key], let text = value.text else { continue }
      if key == "title", let name = PersonName(RichText(text, span: value.span)) {
        return name.name
      }
      // `Hi, I'm Ada Roe`, and no `This is Rain Man: a blog`
      if let name = introduced(in: RichText(text, span: value.span)),
        let end = text.firstRange(of: name.text)?.upperBound,
        !["'s", "’s"].contains(where: name.text.hasSuffix),
        text[end...].first.map({ !":'’".contains($0) }) ?? true
      {
        return name
      }
      let told = key == "title" ? nameBehindPage(text) ?? nameBeforeRole(text) : nil
      if let name = told ?? possessor(text) ?? nameBeforePost(text) {
        return RichText(name, span: value.span)
      }
    }
    return nil
  }

  /// `title: N — what she does`, where N stands in a line of its own on top of the page.
  private func fromTitleAndLine() -> RichText? {
    guard let title = settings?["title"]?.text ?? title?.text else { return nil }
    return outline.preamble.prefix(4).flatMap(\.texts).lazy.map { $0.collapsed() }.first { line in
      title.hasPrefix(line.text) && title.utf8.count > line.count && PersonName(line) != nil
    }.flatMap { PersonName($0)?.name }
  }

  private func fromTab() -> RichText? {
    guard let title else { return nil }
    return PersonName(title)?.name ?? possessor(title.text).map { RichText($0, span: title.span) }
  }

  private func possessor(_ text: String) -> String? {
    for mark in ["'s ", "’s ", " | ", " / ", " - ", " – ", " — ", " · ", ": "] {
      guard let range = text.firstRange(of: mark) else { continue }
      let (whole, right) = (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
      // `Welcome to Ada Roe's homepage`
      let left = whole.firstRange(of: " to ").map { String(whole[$0.upperBound...]) } ?? whole
      if PersonName.isName(left), namesPage(right) || isRole(right) { return left }
      if let name = nameBeforePage(left) { return name }
      if PersonName.isName(right), namesPage(left) { return right }
    }
    return nameBeforePage(text) ?? nameBehindOf(text)
  }

  /// `Ada Roe — Rain Engineer at Acme`: a name before a dash and a post at a place.
  private func nameBeforePost(_ text: String) -> String? {
    guard let dash = [" — ", " – ", " | "].lazy.compactMap({ text.firstRange(of: $0) }).first,
      case let (name, post) = (String(text[..<dash.lowerBound]), text[dash.upperBound...]),
      PersonName.isName(name), post.first?.isUppercase == true,
      let lead = [" at ", " @ "].lazy.compactMap({ post.firstRange(of: $0) }).first,
      case let words = foldedWords(String(post[..<lead.lowerBound])), words.count <= 5,
      WordLists.all.occurs(.role, in: words)
    else { return nil }
    return name
  }

  /// `Ada Roe CV`, `Ada Roe Homepage`: the name before a word for the page of a person.
  private func nameBeforePage(_ text: String) -> String? {
    let pages = ["cv", "resume", "résumé", "lebenslauf", "homepage"]
    guard let last = text.split(separator: " ").last, pages.contains(folded(last)) else {
      return nil
    }
    let name = String(text.dropLast(last.count)).trimmingSpaces()
    return PersonName.isName(name) ? name : nil
  }

  private static let pages: Set<String> = [
    "homepage", "page", "website", "site", "cv", "resume", "résumé", "home", "portfolio",
    "blog", "curriculum", "profile", "webseite", "seite", "lebenslauf", "sitio", "página", "sito",
    "pagina", "web",
  ]

  private func namesPage(_ text: String) -> Bool {
    foldedWords(text).contains(where: Self.pages.contains)
      || WordLists.all.contains(folded(text), in: .pageTitle)
  }

  /// `Graphic Designer`: a few words that say what somebody is.
  func isRole(_ text: String) -> Bool {
    let words = foldedWords(text)
    return words.count <= 5 && WordLists.all.lists(in: words).contains(.role)
  }

  /// `CV of N`, `Bienvenue sur le site de N`.
  private func nameBehindOf(_ text: String) -> String? {
    for word in [" of ", " de ", " d'", " d’", " von ", " di ", " van ", " do ", " da "] {
      guard let range = text.firstRange(of: word) else { continue }
      // `CV of Ada Roe: posts, works and prizes`
      let behind = text[range.upperBound...].prefix { !":,|".contains($0) }
      let name = withoutFinalStop(RichText(String(behind).trimmingSpaces())).text
      if PersonName.isName(name), namesPage(String(text[..<range.lowerBound])) { return name }
    }
    return nil
  }

  /// `Name: N` in a line that says more.
  private func fromKeys() -> RichText? {
    for text in openingTexts {
      for line in text.lines() {
        let scan = TextScan(line)
        guard let colon = scan.scalars.firstIndex(where: { $0 == ":" || $0 == "：" || $0 == "|" }),
          WordLists.all.contains(folded(scan.string(0..<colon)), in: .nameLabel)
        else { continue }
        let start = scan.skipSpaces(from: colon + 1)
        if let name = PersonName(scan.slice(start..<scan.count)) { return name.name }
        let end = (start..<scan.count).first { isSpace(scan.scalars[$0]) } ?? scan.count
        if let name = PersonName(scan.slice(start..<end)) { return name.name }
      }
    }
    return nil
  }

  /// A bold name that begins the page, perhaps with its other form in brackets.
  private func fromBoldLine() -> RichText? {
    guard let text = outline.preamble.lazy.compactMap(\.paragraphText).first else { return nil }
    let scan = TextScan(firstLine(of: text).line)
    guard let first = scan.runRanges.first(where: { !scan.string($0.range).isEmpty }),
      first.attributes.marks.contains(.strong), first.attributes.link == nil
    else { return nil }
    let rest = scan.skipSpaces(from: first.range.upperBound)
    let isAlone = rest == scan.count || "(（,，|".unicodeScalars.contains(scan.scalars[rest])
    return isAlone ? PersonName(scan.slice(first.range))?.name : nil
  }

  /// A bold line above one with an address of mail, where a notice or a button stands on top.
  private func fromLetterhead() -> RichText? {
    for text in outline.preamble.prefix(4).compactMap(\.paragraphText) {
      let lines = text.lines()
      guard lines.count > 1, let first = lines.first?.collapsed(), first.isWholly(.strong),
        lines.dropFirst().contains(where: { !Obfuscation.addresses(in: $0.text).isEmpty }),
        let name = PersonName(first)
      else { continue }
      return name.name
    }
    return nil
  }

  /// A name that is all of the first paragraph, above others.
  private func fromPlainLine() -> RichText? {
    let texts = outline.preamble.flatMap(\.texts)
    guard texts.count > 1 || !outline.sections.isEmpty, let first = texts.first,
      !Gazetteer.isPlace(first.collapsed().text),
      first.isUnlinked
    else { return nil }
    let (line, rest) = firstLine(of: first)
    // `Ada Roe` above `M.Sc. Physics`
    let isAbove = rest.map { wordCount($0) <= 8 && isRoleOrDegree($0.text) } ?? true
    return isAbove ? PersonName(line)?.name : nil
  }

  private func isRoleOrDegree(_ text: String) -> Bool {
    let words = foldedWords(text)
    return WordLists.all.occurs(.role, in: words) || WordLists.all.occurs(.degree, in: words)
  }

  /// How people say who they are.
  static let introductions = [
    "I am ", "I'm ", "I’m ", "My name is ", "my name is ", "This is ", "Here is ", "我是", "我叫",
    "Ich bin ",
    "Mein Name ist ", "Ich heiße ", "Je suis ", "Je m'appelle ", "Je m’appelle ", "Soy ",
    "Me llamo ", "me llamo ", "Mi nombre es ", "mi nombre es ", "Meu nome é ", "meu nome é ",
    "Chamo-me ", "Me chamo ", "Sou ", "Eu sou ", "Mi chiamo ", "Sono ", "Ik ben ",
    "Mijn naam is ", "أنا ", "اسمي ", "私は", "저는 ", "제 이름은 ",
  ]

  /// "I am N", "My name is N", "N is a ROLE".
  private func fromProse() -> RichText? {
    for text in openingTexts {
      let told = introduced(in: text) ?? thirdPerson(TextScan(text.collapsed()))
      if let name = told ?? nameWithoutSpaces(text) { return name }
    }
    // `excerpt: "Ada Roe is a chemist in Leeds."`
    return ["excerpt", "description"].lazy.compactMap { settings?[$0] }
      .compactMap { node in
        node.text.flatMap { thirdPerson(TextScan(RichText($0, span: node.span))) }
      }.first
  }

  /// `Hi, I'm Ada Roe`.
  private func introduced(in text: RichText) -> RichText? {
    let scan = TextScan(text.collapsed())
    return Self.introductions.lazy.compactMap { phrase in
      scan.endOfIntroduction(phrase).flatMap { nameAhead(scan, from: $0) }
    }.first
  }

  /// The first paragraphs: those before the first section and those of the first section.
  var openingTexts: [RichText] {
    let blocks =
      outline.preamble
      + (outline.sections.first { $0.kind == .about || $0.kind == .contact }?.blocks ?? [])
    let texts =
      outline.pageTitles + blocks.flatMap(\.texts) + outline.sections.prefix(1).map(\.heading.title)
    return Array(texts.prefix(8))
  }

  private func nameAhead(_ scan: TextScan, from start: Int) -> RichText? {
    if let run = scan.runRanges.first(where: {
      $0.range.lowerBound >= start && $0.range.lowerBound <= start + 1
    }),
      run.attributes.marks.contains(.strong), run.attributes.link == nil,
      let name = PersonName(scan.slice(run.range))
    {
      return name.name
    }
    // `Ada (say AY-da) Roe`: what stands between the names is none.
    if let open = scan.scalars[start...].prefix(30).firstIndex(of: "("), open > start + 1,
      let close = scan.closingBracket(of: open), scan[close + 2].map(isCapital) == true
    {
      let plain = scan.slice(0..<open) + scan.slice(close + 2..<scan.count)
      return nameAhead(TextScan(plain), from: start)
    }
    var end = start
    while let next = scan[end], !",.;!:，。；！".unicodeScalars.contains(next) || isInitial(scan, end) {
      end += 1
    }
    return longestName(scan, from: start, to: end)
  }

  /// Whether a stop ends an initial, or `Dr.` and its like.
  private func isInitial(_ scan: TextScan, _ stop: Int) -> Bool {
    guard scan.scalars[stop] == ".", stop >= 2 else { return false }
    if isSpace(scan.scalars[stop - 2]) { return true }
    let start = scan.scalars[..<stop].suffix(6).lastIndex(where: isSpace).map { $0 + 1 }
    return start.map {
      WordLists.all.contains(folded(scan.string($0..<stop + 1)), in: .peopleTitle)
    } ?? false
  }

  /// The longest run of words from a start that is a name; stops at words that are none.
  private func longestName(_ scan: TextScan, from start: Int, to limit: Int) -> RichText? {
    let ends = (start...limit).filter { $0 == limit || isSpace(scan.scalars[$0]) }
    for end in ends.reversed() where end - start <= 40 && end > start {
      let range = scan.trim(start..<end)
      let text = scan.slice(range)
      guard text.isUnlinked else { continue }
      if let name = PersonName(text) { return name.name }
    }
    return nil
  }

  private func thirdPerson(_ scan: TextScan) -> RichText? {
    for phrase in [" is ", " est ", " ist ", " es ", " é ", " è "] {
      guard let range = scan.firstRange(of: phrase), range.lowerBound <= 40 else { continue }
      guard let name = PersonName(scan.slice(0..<range.lowerBound)),
        scan.slice(0..<range.lowerBound).isUnlinked
      else { continue }
      let after = foldedWords(
        scan.string(range.upperBound..<min(scan.count, range.upperBound + 60)))
      if WordLists.all.occurs(.role, in: after) { return name.name }
    }
    return nil
  }
}

extension String {
  /// The text with tags of HTML made spaces: settings hold `<br>` in names.
  func replacingTags() -> String {
    var result = ""
    var depth = 0
    for character in self {
      if character == "<" {
        depth += 1
      } else if character == ">", depth > 0 {
        depth -= 1
        result += " "
      } else if depth == 0 {
        result.append(character)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
