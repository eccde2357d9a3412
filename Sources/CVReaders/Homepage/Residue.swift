// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Takes out of a page what its template left in it, and the footer of the site.
///
/// A paragraph, a heading or a list item goes whole, with the points below it. Template text is
/// reported, since its author believes that it is filled in; a footer is not.
struct ResidueFilter {
  private(set) var account = ImportAccount()
  private(set) var log = DiagnosticLog()
  /// Where the icons below "Connect with me" lead.
  private(set) var contacts: [Contact] = []
  private static let phrases = ResiduePhrases.all
  /// The whole page, and the names of its headings, which few pages ask for.
  private let page: [MarkupNode]
  private lazy var headings = PageHeadings(page)

  /// - Parameter page: The blocks of the whole page, to the headings of which a list may lead.
  init(_ page: [MarkupNode]) { self.page = page }

  /// The blocks without residue.
  mutating func filter(_ blocks: [MarkupNode]) -> [MarkupNode] {
    var kept: [MarkupNode] = []
    var isBelowContacts = false
    for (index, block) in blocks.enumerated() {
      if let names = block.namesInContents, headings.hold(oneOf: names) {
        account.add(.homepageMatter, block.texts.map(\.text).joined(separator: " "), at: block.span)
        takeTitleOfContents(&kept, before: blocks[(index + 1)...].first)
      } else if isBelowContacts, !block.hasWords {
        takeLinks(of: block)
      } else if let block = filter(block) {
        kept.append(block)
        isBelowContacts = false
      } else if case .heading(_, let text) = block.kind {
        isBelowContacts = Self.phrases.leadsToContacts(text.text)
      }
    }
    return kept
  }

  /// A title of a section without the owner's page behind it, which is a way to reach her.
  private mutating func withoutProfile(_ heading: RichText) -> RichText {
    guard let titled = TitleAndProfile(heading) else { return heading }
    account.add(.moved, titled.label.text, at: titled.label.span)
    contacts.append(titled.profile)
    return titled.title
  }

  /// Takes `Select from the following:` above a list of contents, and the heading, below which
  /// nothing else stands: neither of its words nor below a deeper heading.
  private mutating func takeTitleOfContents(
    _ kept: inout [MarkupNode], before next: MarkupNode?
  ) {
    if let lead = kept.last?.paragraphText?.collapsed(), wordCount(lead) <= 6,
      lead.text.last == ":"
    {
      account.add(.homepageMatter, lead.text, at: lead.span)
      kept.removeLast()
    }
    guard let title = kept.last?.headingText, let level = kept.last?.headingLevel,
      next.map({ $0.isRule || $0.headingLevel.map { $0 <= level } ?? false }) ?? true,
      // `## Rain Engineer` below the owner's name is no title of it.
      !Segment(title, line: 0).hasRoleWord
    else { return }
    account.add(.homepageMatter, title.collapsed().text, at: title.span)
    kept.removeLast()
  }

  private mutating func takeLinks(of block: MarkupNode) {
    for text in block.texts {
      text.forEachRun { run, _ in
        guard let link = run.attributes.link, link.contains("://") else { return }
        contacts.append(ContactFinder.bareContact(link, text.span))
      }
    }
  }

  private mutating func filter(_ block: MarkupNode) -> MarkupNode? {
    var block = block
    switch block.kind {
    case .heading(let level, let text):
      if Self.phrases.isHomepageHeading(text.text) {
        account.add(.homepageMatter, text.collapsed().text, at: text.span)
        return nil
      }
      if isDropped(text, isTitle: true) { return nil }
      block.kind = .heading(level: level, withoutProfile(text))
    case .paragraph(let text):
      guard let kept = filter(text) else { return nil }
      block.kind = .paragraph(kept)
    case .list(var list):
      list.items = list.items.compactMap { filter($0) }
      guard !list.items.isEmpty else { return nil }
      block.kind = .list(list)
    case .group(var group):
      group.children = filter(group.children)
      guard !group.children.isEmpty else { return nil }
      block.kind = .group(group)
    case .quote(let inner):
      let kept = filter(inner)
      guard !kept.isEmpty else { return nil }
      block.kind = .quote(kept)
    case .table(var rows):
      for row in rows.indices {
        rows[row].cells = rows[row].cells.map { filter($0) }
      }
      guard rows.contains(where: { $0.cells.contains { !$0.isEmpty } }) else { return nil }
      block.kind = .table(rows)
    case .code(let text):
      guard isDrawing(text) else { return block }
      account.add(.decoration, text, at: block.span)
      return nil
    case .definitions, .rule: break
    }
    return block
  }

  private mutating func filter(_ paragraph: RichText) -> RichText? {
    if isDropped(paragraph) { return nil }
    if paragraph.tellsWhereCVIs {
      account.add(.homepageMatter, paragraph.collapsed().text, at: paragraph.span)
      return nil
    }
    return withoutTemplateLinks(withoutLastSentence(withoutFooterLines(paragraph)))
  }

  /// An item with a sample in it or right below it is a sample whole.
  private mutating func filter(_ item: MarkupNode.Item) -> MarkupNode.Item? {
    let own = item.blocks.compactMap(\.paragraphText)
    let below = item.blocks.compactMap(\.listItems).flatMap { $0 }
      .flatMap { $0.blocks.compactMap(\.paragraphText) }
    let isSample = (own.dropFirst() + below).contains { Self.phrases.holdsSample($0.text) }
    if isSample || own.first.map({ Self.phrases.isSample($0.text) }) ?? false {
      report(item.blocks.flatMap(\.texts))
      return nil
    }
    // It is no sample, and needs not be asked again.
    if item.blocks.count == 1, let text = own.first { return isSiteMatter(text) ? nil : item }
    var kept = item
    kept.blocks = filter(item.blocks)
    return kept.blocks.isEmpty ? nil : kept
  }

  /// The entry of a file of data, `nil` for a sample.
  ///
  /// Of a work, what it is about may go alone.
  mutating func filter(_ entry: Entry) -> Entry? {
    var texts = entry.allTexts
    if case .publication(let work) = entry {
      texts = [work.title, work.venue].compactMap { $0?.text }
    }
    let isSample =
      texts.contains(where: Self.phrases.holdsSample)
      || texts.first.map(Self.phrases.isSample) ?? false
    if isSample {
      report([RichText(entry.allTexts.joined(separator: ", "), span: entry.span?.firstLine)])
      return nil
    }
    guard case .publication(var work) = entry else { return entry }
    work.description.removeAll { isDropped($0) }
    return .publication(work)
  }

  private mutating func isDropped(_ text: RichText, isTitle: Bool = false) -> Bool {
    if Self.phrases.isSample(text.text) {
      report([text])
      return true
    }
    return isSiteMatter(text, isTitle: isTitle)
  }

  /// A paragraph without its last lines that tell of the site, and those that lead through it.
  private mutating func withoutFooterLines(_ text: RichText) -> RichText {
    var lines = text.split { $0 == "\u{2028}" }
    guard lines.count > 1 else { return text }
    for line in lines where line.isNavigation {
      account.add(.homepageMatter, line.collapsed().text, at: line.span)
    }
    lines.removeAll(where: \.isNavigation)
    while let last = lines.last, lines.count > 1, isSiteMatter(last) { lines.removeLast() }
    return lines.reduce(into: RichText()) { sum, line in
      if !sum.isEmpty { sum.append("\u{2028}", .init()) }
      sum.append(line)
    }
  }

  /// `Write to [me](mailto:your@email.com)` without the address that nobody has filled in.
  private mutating func withoutTemplateLinks(_ text: RichText) -> RichText {
    let isTemplate = { (link: String?) in
      link.map { $0.hasPrefix("mailto:") && Self.phrases.isTemplateValue(String($0.dropFirst(7))) }
        == true
    }
    guard let run = text.runs.first(where: { isTemplate($0.attributes.link) }) else { return text }
    log.add(
      Diagnostic(
        .warning, .templateResidue, "a link leads to the address of a template",
        at: run.span ?? text.span, label: "not filled in",
        help: "write your own address there, or delete the link"))
    var kept = RichText()
    text.forEachRun { run, words in
      var attributes = run.attributes
      if isTemplate(attributes.link) { attributes.link = nil }
      if attributes != run.attributes, Self.phrases.isTemplateValue(String(words)) {
        return account.add(.homepageMatter, String(words), at: run.span)
      }
      kept.append(String(words), attributes, span: run.span)
    }
    return kept
  }

  /// `Leeds, UK. Here is my [CV](cv.pdf).`: a paragraph without a last sentence of the page itself.
  private mutating func withoutLastSentence(_ text: RichText) -> RichText {
    guard text.text.utf8.count <= 400, text.text.contains(". "),
      case let scan = TextScan(text),
      let stop = scan.scalars.indices.dropLast(2).last(where: { index in
        scan.scalars[index] == "." && isSpace(scan.scalars[index + 1])
      }),
      case let last = scan.slice(scan.trim(stop + 1..<scan.count)),
      last.runs.contains(where: { $0.attributes.link != nil }), isAboutThePage(last.text)
    else { return text }
    account.add(.homepageMatter, last.collapsed().text, at: last.span)
    return scan.slice(0..<stop + 1)
  }

  /// Whether a text tells of the site or of the page.
  private mutating func isSiteMatter(_ text: RichText, isTitle: Bool = false) -> Bool {
    if !isTitle,
      text.isSignature || text.isNavigation || text.leadsToCV
        || isLanguageSwitch(text)
    {
      account.add(.homepageMatter, text.collapsed().text, at: text.span)
      return true
    }
    let isHeading = text.text.utf8.count < 40 && Self.phrases.isHomepageHeading(text.text)
    guard
      isHeading || Self.phrases.isFooter(text.text)
        || !isTitle && isAboutThePage(text.text) && LinkRow(text)?.contacts.isEmpty != false
    else { return false }
    account.add(.homepageMatter, text.collapsed().text, at: text.span)
    return true
  }

  /// `[FR](cv_fr.html) | [EN](cv_en.html)`: links to the page in other languages.
  private func isLanguageSwitch(_ text: RichText) -> Bool {
    let links = text.runs.compactMap(\.attributes.link)
    guard text.text.utf8.count <= 80, !links.isEmpty, !links.contains(where: { $0.contains("://") })
    else { return false }
    let names = text.text.split { $0.isWhitespace || "|/·•()[]".contains($0) }.map { folded($0) }
    // The language of this page may have no link.
    return names.count > 1 && links.count + 1 >= names.count
      && names.allSatisfy { WordLists.languages.contains($0) || Self.phrases.isLanguage($0) }
  }

  private mutating func report(_ texts: [RichText]) {
    for text in texts { account.add(.homepageMatter, text.collapsed().text, at: text.span) }
    let excerpt = firstWords(of: texts.first?.text ?? "", upTo: 6)
    let spans = texts.compactMap(\.span)
    log.add(
      Diagnostic(
        .warning, .templateResidue, "sample text of a template is left out: “\(excerpt)”",
        at: spans.dropFirst().reduce(spans.first) { $0?.union($1) }, label: "not filled in",
        help: "write your own words there, or delete it"))
  }
}

extension RichText {
  /// The places in the page to which all of the words lead; `nil` where some lead elsewhere.
  var placesInPage: Set<String>? {
    guard runs.contains(where: { $0.attributes.link?.hasPrefix("#") == true }) else { return nil }
    var places: Set<String> = []
    var areAll = true
    forEachRun { run, words in
      guard words.unicodeScalars.contains(where: isWordScalar) else { return }
      guard let link = run.attributes.link, link.hasPrefix("#"), link.count > 1 else {
        return areAll = false
      }
      places.insert(link)
    }
    return areAll ? places : nil
  }

  /// `[Education](#education) · [Papers](#papers) · [Talks](#talks)`: links to places in the page,
  /// and nothing else.
  ///
  /// `[Back to the top](#top)` is one, too.
  fileprivate var isNavigation: Bool {
    guard let places = placesInPage else { return false }
    return places.count > 2 || places == ["#top"]
  }

  /// `[View the full CV →](/cv/)`: a link to what the document itself is, and nothing else.
  var leadsToCV: Bool {
    guard text.utf8.count <= 60, let link = runs.lazy.compactMap(\.attributes.link).first else {
      return false
    }
    var isAlone = true
    forEachRun { run, words in
      if run.attributes.link != link, words.unicodeScalars.contains(where: isWordScalar) {
        isAlone = false
      }
    }
    let words = foldedWords(text)
    // A word alone may be what a section of links has to say.
    return isAlone && 2...6 ~= words.count && WordLists.all.occurs(.ownCV, in: words)
  }

  /// `An up-to-date CV is available [here](/files/cv.pdf).`: a sentence that leads to the file of
  /// the CV.
  fileprivate var tellsWhereCVIs: Bool {
    guard text.utf8.count <= 120, !text.contains(where: { "@;:,".contains($0) }),
      case let links = Set(runs.compactMap(\.attributes.link)), links.count == 1,
      links.first?.lowercased().hasSuffix(".pdf") == true, case let words = foldedWords(text),
      let last = words.last, words.count <= 14,
      WordLists.all.occurs(.ownCV, in: Array(words.prefix(5))), !words.contains("i")
    else { return false }
    return WordLists.all.contains(last, in: .pointer)
  }

  /// `Kassel, den 3. Mai 2024`: where and when a CV was signed.
  fileprivate var isSignature: Bool {
    guard text.utf8.count <= 60, text.contains(", ") else { return false }
    let extracted = ExtractedDates(self)
    let words = extracted.rest.text.split(separator: " ")
    return extracted.dates?.start?.day != nil && 2...4 ~= words.count
      && ["den", "le"].contains(words.last ?? "") && words.dropLast().last?.hasSuffix(",") == true
  }
}

/// Whether most lines of a fixed text have sides or corners of boxes (Unicode's Box Drawing).
private func isDrawing(_ text: String) -> Bool {
  let lines = text.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
  let drawn = lines.count { line in
    line.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x2502, 0x2503, 0x250C...0x254B, 0x2551...0x257F: true
      default: false
      }
    }
  }
  return drawn > 2 && drawn * 2 > lines.count
}

private func isInFirstWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case " ", ":", "：", "(", "（", "\n": false
  default: scalar.properties.numericType == nil
  }
}

/// Whether a short text says when a page was changed or where it is as a PDF.
func isAboutThePage(_ whole: String) -> Bool {
  let lists = WordLists.all
  // Behind a short word folding keeps the stop: `Here is my CV.`
  let text = whole.hasSuffix(".") ? String(whole.dropLast()) : whole
  guard text.utf8.count <= 160, !text.contains("@"),
    lists.begins(
      with: folded(Substring(text.unicodeScalars.prefix(while: isInFirstWord))), in: .homepageMatter
    )
  else { return false }
  // `Last updated: May 2025`, `最后更新：2025年`: the words before the colon or the date.
  let head = folded(text.prefix { !$0.isNumber && $0 != ":" && $0 != "：" })
  if lists.contains(head, in: .homepageMatter) {
    return head.contains(" ") || head != folded(text) || !head.utf8.allSatisfy { $0 < 0x80 }
  }
  let words = foldedWords(text)
  let namesFile = { (words: ArraySlice<String>) in
    words.contains("pdf") || lists.occurs(.ownCV, in: Array(words))
  }
  // `Download English CV`
  if words.first == "download", words.count <= 8, namesFile(words.prefix(4)) { return true }
  guard let count = lists.match(words[...], in: .homepageMatter), count > 1 else { return false }
  return words.count <= count + 4 && namesFile(words[...])
}
