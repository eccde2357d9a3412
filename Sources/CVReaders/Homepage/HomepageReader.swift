// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// What a reader makes of its source.
package struct Reading: Sendable {
  package var profile: Profile
  package var account: ImportAccount
  package var log: DiagnosticLog
  /// The numbers of the documents of the site that stand in the profile.
  package var shownDocuments: Set<Int> = []
}

/// What is said of a page beside it: it is believed before the page.
package struct StatedFacts: Hashable, Sendable {
  /// The owner's name.
  var name: RichText?
  /// Whether the headline is known, and none is to be looked for.
  var hasHeadline: Bool
  /// Further names under which the owner signs her works.
  var aliases: [String]
  /// What sections are.
  var kinds: [Preferences.Titled<SectionKind>]

  /// - Parameters:
  ///   - preferences: What the author says.
  ///   - name: The owner's name as the user gives it; it is believed before any other.
  package init(_ preferences: Preferences = Preferences(), name: String? = nil) {
    self.name = name.map { RichText($0) } ?? preferences.name
    hasHeadline = preferences.headline != nil
    aliases = preferences.aliases
    kinds = preferences.kinds
  }
}

/// Reads a homepage or a CV in Markdown as a profile.
///
/// Never fails: what is not understood stays as paragraphs and points.
///
/// - Parameters:
///   - site: The settings of the site that the page belongs to (`_config.yml`), or `nil`.
///   - documents: The entries that stand where the page's templates show documents of the site.
/// - Returns: A profile without a headline where that is known.
package func readHomepage(
  _ document: MarkupDocument, site: DataNode?, stated: StatedFacts = StatedFacts(),
  documents: [Entry?] = []
) -> Reading {
  MonthFirst.$isHabit.withValue(MonthFirst.isShown(by: document.blocks)) {
    ShortYears.$isHabit.withValue(ShortYears.areShown(by: document.blocks)) {
      readPage(document, site: site, stated: stated, documents: documents)
    }
  }
}

private func readPage(
  _ document: MarkupDocument, site: DataNode?, stated: StatedFacts, documents: [Entry?]
) -> Reading {
  let (settings, blocks) = (document.settings, document.readableBlocks())
  var residue = ResidueFilter(document.blocks)
  var outline = Outline(residue.filter(blocks)).taking(stated.kinds)
  let headline = stated.hasHeadline ? nil : findHeadline(settings: settings, site: site)
  let takesHeadline = !stated.hasHeadline && headline == nil
  let header = takeHeader(from: &outline, takesHeadline: takesHeadline)
  let legend = PageLegend(outline.preamble)
  let lines = OpeningLines(legend.blocks, takesHeadline: takesHeadline && header.headline == nil)
  let finder = NameFinder(document, site: site, outline: outline, labelled: header.name)
  let (name, known) = (stated.name ?? finder.find(), stated.aliases + aliases(in: settings))
  let owner = OwnName([name?.text].compactMap { $0 } + known)
  var reader = SectionReader(legend: legend.legend, owner: owner, documents: documents)
  var profile = Profile()
  profile.sections =
    reader.readPreamble(lines.blocks)
    + joined(sectionsOfSettings(settings), reader.readFilled(outline.sections))
  var account = document.account
  account.add(
    contentsOf: [residue.account, legend.account, header.account, lines.account, reader.account])
  profile.name = name ?? finder.findGivenName(signing: profile.works)
  account.add(takeTitles(from: &profile), as: .homepageMatter)
  markOwner(in: &profile, aliases: known)
  profile.headline = headline ?? header.headline ?? lines.headline(of: profile.name)
  takeTagline(of: outline, settings, isWanted: takesHeadline, into: &profile, account: &account)
  let contacts = ContactFinder(
    settings: settings, site: site,
    stated: header.contacts + lines.contacts + residue.contacts + outline.icons,
    texts: subtitle(in: settings) + lines.blocks.flatMap(\.texts) + contactTexts(profile))
  profile.contacts = contacts.contacts
  account.add(contentsOf: contacts.account)
  profile.photo = settings?["photo"].flatMap { Photo($0) }
  profile.language = language(of: outline, settings: [settings, site])
  var log = log(of: outline, [residue.log, reader.log])
  TagAttachment(profile).attach(document.tags, to: &profile, log: &log)
  return Reading(
    profile: profile, account: account, log: log, shownDocuments: reader.shownDocuments)
}

extension MarkupDocument {
  /// The blocks without tables that only place parts, and without breaks at a margin.
  fileprivate func readableBlocks() -> [MarkupNode] {
    let blocks = titledBlocks()
    return openingLayoutTables(WrappedLines(blocks).joining(blocks))
  }
}

/// Takes what a heading, or else the prose, says that the owner is, where nothing else has said so;
/// the other words above the sections are those of a homepage.
private func takeTagline(
  of outline: Outline, _ settings: DataNode?, isWanted: Bool,
  into profile: inout Profile, account: inout ImportAccount
) {
  let isOpen = isWanted && profile.headline == nil
  let title = settings?["title"].flatMap { richText($0) }
  let tagline = isOpen ? outline.tagline(besides: profile.name, settingsTitle: title) : nil
  profile.headline = profile.headline ?? tagline?.mapAttributes { $0 = RichText.Attributes() }
  account.add(
    outline.epigraphs + outline.titles(besides: [profile.name, tagline]), as: .homepageMatter)
  if isWanted { profile.headline = profile.headline ?? headlineInProse(of: profile) }
}

private func log(of outline: Outline, _ others: [DiagnosticLog]) -> DiagnosticLog {
  var log = DiagnosticLog()
  for other in others { log.add(contentsOf: other) }
  if outline.sections.isEmpty { log.add(.noSection()) }
  return log
}

extension Outline {
  /// What the headings above the sections say beside the name and the headline.
  fileprivate func titles(besides taken: [RichText?]) -> [RichText] {
    let texts = taken.compactMap { $0?.text }
    return pageTitles.filter { !texts.contains($0.collapsed().text) }
  }

  /// Where icons and badges above the first section lead.
  fileprivate var icons: [Contact] {
    preamble.flatMap(\.texts).flatMap(ContactReader.icons)
  }
}

extension Profile {
  /// The works of all sections.
  package var works: [Publication] {
    sections.flatMap(\.entries).compactMap {
      if case .publication(let work) = $0 { work } else { nil }
    }
  }
}

extension ImportAccount {
  fileprivate mutating func add(contentsOf others: [ImportAccount]) {
    for other in others { add(contentsOf: other) }
  }

  mutating func add(_ lines: HeaderLines) {
    add(lines.taken, as: .moved)
    add(lines.siteMatter, as: .homepageMatter)
  }

  fileprivate mutating func add(_ texts: [RichText], as fate: Fate) {
    for text in texts { add(fate, text.text, at: text.span) }
  }
}

/// The names under which the settings say that the owner signs.
private func aliases(in settings: DataNode?) -> [String] {
  settings?["author_aliases"]?.items.compactMap(\.text) ?? []
}

/// The language that the settings name, else that of the titles, else English.
private func language(of outline: Outline, settings: [DataNode?]) -> String {
  if let stated = settings.lazy.compactMap({ $0?["lang"]?.text }).first { return stated }
  let language = languageOfTitles(outline.sections.map(\.heading.title.text)) ?? "en"
  // Titles such as 学歴 have no kana, but Japanese sentences do.
  guard language == "zh" else { return language }
  let texts =
    outline.preamble.flatMap(\.texts) + outline.sections.flatMap(\.blocks).flatMap(\.texts)
  let scalars = texts.lazy.flatMap(\.text.unicodeScalars)
  let kana = scalars.filter { $0.usualLanguage == "ja" }
  if kana.prefix(12).count == 12 { return "ja" }
  let balance = scalars.prefix(4000).reduce(0) { sum, sign in
    traditionalSigns.contains(sign) ? sum + 1 : simplifiedSigns.contains(sign) ? sum - 1 : sum
  }
  return balance > 2 ? "zh-Hant" : language
}

/// Some of the commonest signs of CVs that are written in two ways.
private let traditionalSigns = Set("學歷經發與語專業設計網電話開關個說實機這對會國際項參獎獲論資訊應".unicodeScalars)
private let simplifiedSigns = Set("学历经发与语专业设计网电话开关个说实机这对会国际项参奖获论资讯应".unicodeScalars)

/// Marks the owner among the authors of all works.
func markOwner(in profile: inout Profile, aliases: [String]) {
  let names = [profile.name?.text].compactMap { $0 } + aliases
  let owner = OwnName(names)
  let soleAuthors = SoleAuthors(profile, owner: owner)
  var places: [(section: Int, entry: Int)] = []
  var works: [Publication] = []
  for section in profile.sections.indices {
    for (index, entry) in profile.sections[section].entries.enumerated() {
      guard case .publication(var work) = entry else { continue }
      soleAuthors.name(&work)
      places.append((section, index))
      works.append(work)
    }
  }
  if !owner.isEmpty { owner.mark(&works) }
  for (place, work) in zip(places, works) {
    profile.sections[place.section].entries[place.entry] = .publication(work)
  }
}

/// Takes the words out of the opening that only name the page: the name itself, `Résumé`, a date.
private func takeTitles(from profile: inout Profile) -> [RichText] {
  guard let opening = profile.sections.first, opening.title == nil, opening.kind == .about else {
    return []
  }
  let isTitle = { (entry: Entry) in
    guard let text = paragraphText(entry) else { return false }
    return text.text == profile.name?.text || text.isDateAlone
      || profile.name != nil && PersonName(text)?.name.text == profile.name?.text
      || WordLists.all.contains(folded(text.text), in: .pageTitle) || text.namesPage
      || text.leadsToOtherForm
      || text.nameBeforeBracket.map { $0 == profile.name?.text } == true
  }
  let taken = opening.entries.filter(isTitle).compactMap(paragraphText)
  profile.sections[0].entries.removeAll(where: isTitle)
  if profile.sections[0].entries.isEmpty { profile.sections.removeFirst() }
  return taken
}

/// What the first paragraphs say that the owner is.
private func headlineInProse(of profile: Profile) -> RichText? {
  let opening = profile.sections.prefix { $0.kind == .about }.prefix(2)
    .flatMap(\.entries).prefix(6).compactMap(paragraphText)
  return findHeadline(settings: nil, site: nil, opening: Array(opening))
}

private func paragraphText(_ entry: Entry) -> RichText? {
  if case .paragraph(let paragraph) = entry { return paragraph.text }
  return nil
}

/// What some themes show below the name and beside the picture.
private func subtitle(in settings: DataNode?) -> [RichText] {
  let profile = settings?["profile"]
  return [settings?["subtitle"], profile?["more_info"], profile?["address"]]
    .compactMap { $0.flatMap { richText($0) } }
}

/// Texts in which an address is the owner's own: what tells of her, and elsewhere such sentences
/// as `You can reach me at …`.
private func contactTexts(_ profile: Profile) -> [RichText] {
  let isOwn = { (section: Section) in section.kind == .about || section.kind == .contact }
  let paragraphs = { (section: Section) in section.entries.compactMap(paragraphText) }
  let verbs: Set<String> = ["reach", "contact", "email", "e-mail", "mail", "write"]
  let invitations = profile.sections.filter { !isOwn($0) }.flatMap(paragraphs).filter { text in
    let words = foldedWords(text.text)
    return words.count <= 30 && words.contains("me") && !verbs.isDisjoint(with: words)
  }
  let labelled = profile.sections.filter { $0.kind == .other }
    .flatMap { $0.lead + paragraphs($0) }.filter(labelsMail)
  return profile.sections.filter(isOwn).flatMap(paragraphs) + invitations + labelled
}

/// `欢迎联系。个人邮箱：ada@example.org`: whether the word for mail and a colon stand before an address,
/// and no word before them that says whose it is.
private func labelsMail(_ text: RichText) -> Bool {
  guard text.text.utf8.contains(UInt8(ascii: "@")), case let scan = TextScan(text) else {
    return false
  }
  return scan.scalars.indices.contains { at in
    guard scan.scalars[at] == "@",
      let sign = scan.scalars[..<at].suffix(longestLocalPart).lastIndex(where: {
        isColon($0) || isSpace($0)
      }), case let colon = scan.trim(0..<sign + 1).upperBound - 1, colon > 0,
      isColon(scan.scalars[colon]), case let word = scan.lastWord(in: 0..<colon),
      case let before = scan.trim(0..<word.lowerBound),
      before.isEmpty || !isWordScalar(scan.scalars[before.upperBound - 1])
    else { return false }
    let label = scan.string(word)
    return WordLists.all.contains(folded(label), in: .contactEmail)
      || label.count > 2 && WordLists.all.contains(String(label.suffix(2)), in: .contactEmail)
  }
}

/// The most characters before the `@` of an address, and a blank (RFC 5321, 4.5.3.1.1).
private let longestLocalPart = 65

extension Diagnostic {
  fileprivate static func noSection() -> Diagnostic {
    Diagnostic(
      .warning, .noSection, "no heading was found, so the page is set as one text",
      help: "put headings such as “## Education” and “## Experience” above the parts")
  }
}
