// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// Reads what of a site belongs to its owner as one profile.
///
/// Pages come in the order of their ranks, with files of data behind the page of the CV; then
/// collections that no page shows, and bibliographies. What is said twice is kept once, by
/// `SiteProfile`.
package struct SiteReader {
  let files: SiteFiles
  /// What becomes of the pages' emoji.
  package var emoji = EmojiPolicy.strip
  /// The site's settings, the ways to reach the owner of other files among them.
  package private(set) var settings: DataNode?
  private(set) var pages: [SiteDocument] = []
  /// How many of the pages come before files of data: the home page and the CV.
  private var leading = 0
  private(set) var documents: [SiteDocument] = []
  /// The documents as entries, `nil` for those of no known collection.
  package private(set) var entries: [Entry?] = []
  private var data: [(file: SiteFiles.File, tree: DataNode)] = []
  private(set) var account = ImportAccount()
  package private(set) var log = DiagnosticLog()

  package init(_ files: SiteFiles) {
    self.files = files
    readData()
    readPages()
    readDocuments()
  }

  /// Whether there is anything to make a CV of.
  package var isSite: Bool {
    !pages.isEmpty || !documents.isEmpty || data.contains { Format.of($0.tree) != nil }
      || !files.files({ $0 == .bibliography }).isEmpty
  }

  /// Where the author says what cvgen should do: in the home page, else in the site's settings.
  package var preferences: DataNode? {
    pages.lazy.map(\.settings).first { $0["cvgen"] != nil }
      ?? (settings?["cvgen"] == nil ? nil : settings)
  }

  // MARK: Files

  private mutating func readData() {
    var members: [DataNode.Member] = []
    for file in files.files({ $0 == .settings || $0 == .data }) {
      guard let tree = tree(of: file) else { continue }
      if file.part == .data {
        data.append((file, tree))
      } else {
        members += tree.members
      }
      if file.stem == "socials" || file.stem == "social" { members += tree.members }
    }
    settings = members.isEmpty ? nil : DataNode(.mapping(members))
  }

  /// A file of data that cannot be read costs only what it would have told.
  private mutating func tree(of file: SiteFiles.File) -> DataNode? {
    var faults = DiagnosticLog()
    var cleaning = ImportAccount()
    let syntax: SourceSyntax = file.path.hasSuffix(".json") ? .json : .yaml
    let tree = readDataTree(file.text, as: syntax, account: &cleaning, log: &faults)
    for var fault in faults.diagnostics {
      fault.message += "; “\(file.path)” is not used"
      fault.severity = .warning
      log.add(fault)
    }
    return tree
  }

  private mutating func readPages() {
    // Pages are read again with their templates evaluated; only that reading counts.
    var account = ImportAccount()
    var log = DiagnosticLog()
    var found: [(rank: Int, page: SiteDocument)] = []
    for file in files.files where file.text.bytes.contains(where: { $0 > 0x20 }) {
      switch file.part {
      case .page(var rank):
        let page = SiteDocument(file, account: &account, log: &log)
        if page.settings["permalink"]?.text == "/" { rank = 0 }
        if !page.isHidden { found.append((rank, page)) }
      case .landing, .author:
        let page = SiteDocument(file, account: &account, log: &log)
        guard !page.isHidden, isOwner(page) else { continue }
        found.append((file.part == .landing ? 1 : 0, page))
      default: continue
      }
    }
    let ranked = found.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
    pages = ranked.filter { $0.rank < SitePart.unknown }.map(\.page)
    leading = ranked.count { $0.rank <= SitePart.cv }
    if pages.isEmpty,
      let readme = ranked.first(where: { $0.page.file.stem.lowercased() == "readme" })
    {
      pages = [readme.page]
    }
  }

  /// Of several people's pages that of the one whom the site belongs to.
  private func isOwner(_ page: SiteDocument) -> Bool {
    guard case .author(let user) = page.file.part else { return true }
    let authors = files.files { if case .author = $0 { true } else { false } }
    return page.settings["superuser"]?.text == "true" || user == "admin" || authors.count == 1
  }

  private mutating func readDocuments() {
    for file in files.files {
      guard case .document(let folder) = file.part else { continue }
      let document = SiteDocument(file, account: &account, log: &log)
      guard !document.isHidden else { continue }
      var reading = DataReading(
        ScalarTexts(file.id, in: files.sources), isMarkdown: true, emoji: emoji)
      let entry = SiteCollection.of(folder).flatMap {
        reading.entry(of: document, in: $0, site: settings)
      }
      account.add(contentsOf: reading.account)
      log.add(contentsOf: reading.log)
      let kept = entry.map(naming).flatMap { withoutSample($0) }
      // No loop of a page shows a sample.
      guard kept != nil || entry == nil else { continue }
      documents.append(document)
      entries.append(kept)
    }
  }

  private mutating func withoutSample(_ entry: Entry) -> Entry? {
    var filter = ResidueFilter([])
    let kept = filter.filter(entry)
    account.add(contentsOf: filter.account)
    log.add(contentsOf: filter.log)
    return kept
  }

  /// Hugo's works name people of the site by their user names.
  private func naming(_ entry: Entry) -> Entry {
    guard case .publication(var work) = entry else { return entry }
    for index in work.authors.indices {
      let user = work.authors[index].name
      guard let page = pages.first(where: { $0.file.part == .author(user) }),
        let name = page.settings["title"]?.text ?? page.settings["name"]?.text
      else { continue }
      work.authors[index].name = name
      work.authors[index].isOwner = true
    }
    return .publication(work)
  }

  // MARK: Templates

  /// What the templates of a page may ask for; `nil` where the site has none.
  ///
  /// - Parameter page: The path of the page from the site's folder.
  package func liquidScope(of page: String) -> LiquidScope? {
    guard files.files.contains(where: { $0.path.hasPrefix("_config.") }) else { return nil }
    var scope = LiquidScope(sources: files.sources)
    var site = settings?.members ?? []
    site.append(member("data", DataNode(.mapping(dataTree))))
    for (name, list) in collections where !site.contains(where: { $0.key == name }) {
      site.append(member(name, DataNode(.sequence(list))))
    }
    scope.values["site"] = DataNode(.mapping(site))
    scope.values["page"] = pages.first { $0.file.path == page }?.settings
    let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for file in files.files {
      if file.part == .partial { scope.includes[String(file.path.dropFirst(10))] = file.text }
      let isBeside = file.path.hasPrefix(folder) && file.path != page
      if isBeside { scope.siblings[String(file.path.dropFirst(folder.count))] = file.text }
    }
    scope.documents = documents.indices.map { entries[$0] == nil ? "" : documents[$0].file.path }
    return scope
  }

  /// The trees of `_data`, by the names of their folders and files.
  private var dataTree: [DataNode.Member] {
    data.filter { $0.file.path.hasPrefix("_data/") }.map { member($0.file.stem, $0.tree) }
  }

  /// The collections, the oldest document first, as Jekyll has them.
  private var collections: [(name: String, list: [DataNode])] {
    var names: [String] = []
    var lists: [String: [SiteDocument]] = [:]
    for document in documents {
      guard case .document(let name) = document.file.part else { continue }
      if lists[name] == nil { names.append(name) }
      lists[name, default: []].append(document)
    }
    return names.map { name in
      let list = lists[name] ?? []
      return (
        name,
        list.sorted { ($0.date ?? "", $0.file.path) < ($1.date ?? "", $1.file.path) }
          .map(\.liquid)
      )
    }
  }

  private func member(_ key: String, _ value: DataNode) -> DataNode.Member {
    .init(key: key, keySpan: nil, value: value)
  }
}

// MARK: The profile

extension SiteReader {
  /// The profile of the site's owner.
  ///
  /// Never fails: what is damaged is told of.
  package mutating func read(_ options: ReadingOptions) -> Reading {
    var merged = SiteProfile(options: options)
    var placed: Set<Int> = []
    for (index, page) in pages.enumerated() {
      if index == leading { readProfiles(into: &merged, options) }
      guard let reading = read(page, isHome: index == 0, options, &placed, of: merged.profile)
      else { continue }
      merged.add(reading.profile)
      account.add(contentsOf: reading.account)
      log.add(contentsOf: reading.log)
    }
    if leading >= pages.count { readProfiles(into: &merged, options) }
    addCollections(to: &merged, without: placed)
    for file in files.files({ $0 == .bibliography }) {
      let bibliography = readBibTeX(file.text)
      merged.add(works: bibliography.works)
      account.add(contentsOf: bibliography.account)
      log.add(contentsOf: bibliography.log)
    }
    account.add(contentsOf: merged.account)
    var profile = merged.profile
    markOwner(in: &profile, aliases: options.preferences.aliases)
    return Reading(profile: profile, account: account, log: log)
  }

  private func read(
    _ page: SiteDocument, isHome: Bool, _ options: ReadingOptions, _ placed: inout Set<Int>,
    of known: Profile
  ) -> Reading? {
    let scope = liquidScope(of: page.file.path)
    var faults = DiagnosticLog()
    guard var document = readMarkup(page.file.text, liquid: scope, emoji: emoji, log: &faults)
    else {
      return Reading(profile: Profile(), account: ImportAccount(), log: faults)
    }
    placed.formUnion(document.writtenDocuments)
    if isHome {
      giveContacts(options.contacts, to: &document)
    } else {
      document.blocks = document.titledBlocks(isPartOfSite: true)
    }
    removeNavigation(from: &document)
    let name = options.name ?? (isHome ? nil : known.name?.text)
    var reading = readHomepage(
      document, site: settings, stated: StatedFacts(options.preferences, name: name),
      documents: entries)
    placed.formUnion(reading.shownDocuments)
    reading.profile.sections += landingSections(page)
    for fault in reading.log.diagnostics where fault.code != .noSection { faults.add(fault) }
    if !isHome {
      reading.profile.headline = known.headline == nil ? reading.profile.headline : nil
    }
    return Reading(profile: reading.profile, account: reading.account, log: faults)
  }

  /// The contacts that the author gives cvgen, wherever she does.
  private func giveContacts(_ contacts: DataNode?, to document: inout MarkupDocument) {
    guard let contacts, document.settings?["cvgen"] == nil else { return }
    let block = DataNode(.mapping([member("contacts", contacts)]))
    let members = (document.settings?.members ?? []) + [member("cvgen", block)]
    document.settings = DataNode(.mapping(members), span: document.settings?.span)
  }

  /// The lists in the front matter of Hugo's landing pages: `sections:` with blocks, or a widget.
  private func landingSections(_ page: SiteDocument) -> [Section] {
    guard page.file.part == .landing else { return [] }
    var reading = DataReading(
      ScalarTexts(page.file.id, in: files.sources), isMarkdown: true, emoji: emoji)
    let blocks = page.settings["sections"]?.items.compactMap { $0["content"] } ?? [page.settings]
    for block in blocks {
      let lists = block.members.filter { $0.value.items.contains(where: \.isMapping) }
      guard let list = lists.first?.value, let words = reading.text(block["title"]) else {
        continue
      }
      // Hugo's samples say where a narrow screen may divide a title.
      let title = words.text.filter { $0 != "\u{AD}" }
      let heading = SectionTitle(RichText(title, span: words.span))
      let kind = heading.kind ?? .other
      var section = Section(title: heading.title, kind: kind, span: block.span)
      reading.addEntries(renamed(list), to: &section, path: title) { reading, fields in
        reading.anyEntry(&fields, in: kind)
      }
      reading.add(section)
    }
    return reading.profile.sections
  }

  /// The widgets' names for addresses are those of all other formats.
  private func renamed(_ list: DataNode) -> DataNode {
    let items = list.items.map { item -> DataNode in
      var item = item
      item.value = .mapping(
        item.members.filter { !$0.value.isBlank && !["icon", "icon_pack"].contains($0.key) }.map {
          var member = $0
          if member.key.hasSuffix("_url") { member.key = "url" }
          return member
        })
      return item
    }
    return DataNode(.sequence(items), span: list.span)
  }

  /// Files of a whole CV; one that names another person is the sample of a theme.
  private mutating func readProfiles(into merged: inout SiteProfile, _ options: ReadingOptions) {
    for (file, tree) in data {
      guard let format = Format.of(tree) else { continue }
      var reading = format.read(tree, file: file.id, in: files.sources, options: ReadingOptions())
      if let name = reading.profile.name, let owner = merged.profile.name,
        !sharesWord(name.text, owner.text)
      {
        log.add(.otherPerson(file.path, name, owner: owner.text))
        continue
      }
      reading.profile.sections = reading.profile.sections.map { section in
        var section = section
        section.entries = section.entries.compactMap { withoutSample($0) }
        for kind in options.preferences.kinds where kind.matches(section) {
          section.kind = kind.value
        }
        return section
      }
      merged.add(reading.profile)
      account.add(contentsOf: reading.account)
      log.add(contentsOf: reading.log)
    }
  }

  private func sharesWord(_ a: String, _ b: String) -> Bool {
    !Set(foldedWords(a)).isDisjoint(with: foldedWords(b))
  }

  /// The documents that no page shows, by the order that they name, else the newest first.
  private func addCollections(to merged: inout SiteProfile, without placed: Set<Int>) {
    for collection in SiteCollection.all {
      let indices = documents.indices.filter { index in
        guard case .document(let folder) = documents[index].file.part else { return false }
        return collection.folders.contains(folder) && !placed.contains(index)
      }
      let order = indices.sorted { a, b in
        let (first, second) = (documents[a], documents[b])
        let ranks = [first, second].map { Int($0.settings["importance"]?.text ?? "") ?? 99 }
        if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
        return (first.date ?? "", b) > (second.date ?? "", a)
      }
      var section = Section(title: RichText(collection.title), kind: collection.kind)
      section.entries = order.compactMap { entries[$0] }
      section.span = section.entries.first?.span
      if !section.entries.isEmpty { merged.add(section) }
    }
  }
}

extension Diagnostic {
  fileprivate static func otherPerson(
    _ path: String, _ name: RichText, owner: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, .otherPerson, "“\(path)” tells of \(name.text), and not of \(owner); left out",
      at: name.span, help: "delete the file if it is the sample of a theme, or correct the name")
  }
}
