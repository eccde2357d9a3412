// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// The keys of the block `cvgen:`, with what they mean; the schema for editors is made of them.
package enum PreferenceKey: String, CaseIterable {
  case name, headline, photo, summary, contacts, aliases, bibliography, kinds, titles, order,
    include, exclude, priority, tagged, tags, limits, publications, privacy, theme, set, fonts,
    locale, lang, paper, pages, drop, formats

  /// What the key is for, in one sentence.
  package var summary: String {
    switch self {
    case .name: "The owner's name."
    case .headline: "What the person is, in one line."
    case .photo: "The path of a photo of the owner (PNG or JPEG); false for none."
    case .summary: "A text that takes the place of what the page says of its owner."
    case .contacts: "Ways to reach the owner: email, phone, location, website, github …"
    case .aliases: "Further names under which the owner signs her works."
    case .bibliography: "A BibTeX file, or several, whose works are added to the publications."
    case .kinds: "What sections are: their titles as written, each with a kind."
    case .titles: "The titles to show instead: kinds or titles as written, each with its new title."
    case .order: "The kinds of sections that come first, in this order."
    case .include: "Kinds of sections that are shown although they are left out by default (news)."
    case .exclude: "Kinds or titles of sections, or titles of entries, that are left out."
    case .priority: "The kinds that a page budget spares longest, the most important first."
    case .tagged: "Tags of sections and entries, by their titles or kinds."
    case .tags: "What is kept and left out by its tags."
    case .limits: "How many entries are kept, by kinds or titles of sections."
    case .publications: "Which works are kept: selected ones, or those with some keywords."
    case .privacy: "public leaves out photo, phone, address, date of birth; application keeps them."
    case .theme: "An installed theme, or a folder with a theme.yaml."
    case .set: "Values of the theme, such as styles.body.size: 10pt."
    case .fonts: "A folder, or several, with fonts for what the bundled ones lack."
    case .locale: "The language of dates and labels."
    case .lang: "As locale."
    case .paper: "The size of the page."
    case .pages: "The pages that the CV may have."
    case .drop: "Whether entries may be left out to keep to the pages."
    case .formats: "What cvgen build makes."
    }
  }
}

/// Takes the keys of one layer of settings, or of several joined, one by one.
struct PreferencesReader {
  private var reader: MappingReader

  init(_ reader: MappingReader) { self.reader = reader }

  /// - Parameter others: Keys that are somebody else's.
  mutating func read(others: [String] = [], _ log: inout DiagnosticLog) -> Preferences {
    var preferences = Preferences()
    for key in PreferenceKey.allCases { read(key, into: &preferences, &log) }
    for key in others { _ = reader.isThere(key) }
    reader.reportUnknownKeys(&log)
    return preferences
  }

  private mutating func read(
    _ key: PreferenceKey, into preferences: inout Preferences, _ log: inout DiagnosticLog
  ) {
    switch key {
    case .name: preferences.name = text(key, &log)
    case .headline: preferences.headline = text(key, &log)
    case .photo:
      preferences.photo = reader.string(key.rawValue, &log).map {
        Photo($0 == "false" ? "" : $0, span: reader.node[key.rawValue]?.span)
      }
    case .summary: preferences.summary = text(key, &log)
    // The reader of contacts takes them where it takes all others.
    case .contacts: _ = reader.isThere(key.rawValue)
    case .aliases: preferences.aliases = reader.strings(key.rawValue, &log) ?? []
    case .bibliography: preferences.bibliography = paths(key, "the path of a file", &log)
    case .kinds: preferences.kinds = pairs(key, &log, Self.kind)
    case .titles: preferences.titles = pairs(key, &log, Self.text)
    case .order: preferences.order = kinds(key, &log)
    case .include: preferences.include = kinds(key, &log)
    case .exclude: preferences.exclude = selectors(key.rawValue, &reader, &log)
    case .priority: preferences.priority = kinds(key, &log)
    default: readVariantKey(key, into: &preferences, &log)
    }
  }

  /// The keys by which the documents of one profile differ.
  private mutating func readVariantKey(
    _ key: PreferenceKey, into preferences: inout Preferences, _ log: inout DiagnosticLog
  ) {
    switch key {
    case .tagged: preferences.tagged = pairs(key, &log, Self.tags)
    case .tags:
      guard var inner = reader.mapping(key.rawValue, &log) else { return }
      preferences.tagsToInclude = selectors("include", &inner, &log)
      preferences.tagsToExclude = selectors("exclude", &inner, &log)
      inner.reportUnknownKeys(&log)
    case .limits: preferences.limits = limits(&log)
    case .publications:
      guard var inner = reader.mapping(key.rawValue, &log) else { return }
      preferences.keepsSelectedWorks = inner.flag("selected", &log)
      preferences.workKeywords = selectors("keywords", &inner, &log)
      inner.reportUnknownKeys(&log)
    case .privacy:
      preferences.privacy = reader.choice(key.rawValue, Preferences.Privacy.self, &log)
    case .theme:
      preferences.theme = reader.string(key.rawValue, &log).map {
        .init(selector: $0, value: true, span: reader.node[key.rawValue]?.span)
      }
    case .set: preferences.themeValues = pairs(key, &log, Self.text)
    case .fonts: preferences.fonts = paths(key, "the path of a folder", &log)
    case .locale, .lang:
      preferences.language = reader.string(key.rawValue, &log) ?? preferences.language
    case .paper: preferences.paper = reader.choice(key.rawValue, Paper.self, &log)
    case .pages: preferences.pages = reader.integer(key.rawValue, in: 1...1000, &log)
    case .drop: preferences.dropsEntries = reader.flag(key.rawValue, &log)
    case .formats: preferences.formats = reader.choices(key.rawValue, FormatName.self, &log) ?? []
    default: break
    }
  }

  /// A list of words, or one word.
  private func selectors(
    _ key: String, _ reader: inout MappingReader, _ log: inout DiagnosticLog
  ) -> [Preferences.Titled<Bool>] {
    guard reader.isThere(key), let node = reader.node[key] else { return [] }
    if node.text == nil { _ = reader.strings(key, &log) }
    let nodes = node.text == nil ? node.items : [node]
    return nodes.compactMap { item in
      item.text.map { .init(selector: $0, value: true, span: item.span) }
    }
  }

  private mutating func limits(_ log: inout DiagnosticLog) -> [Preferences.Titled<Int>] {
    guard var inner = reader.mapping(PreferenceKey.limits.rawValue, &log) else { return [] }
    return inner.node.members.compactMap { member in
      inner.integer(member.key, in: 0...10_000, &log).map {
        .init(selector: member.key, value: $0, span: member.keySpan)
      }
    }
  }

  private mutating func text(_ key: PreferenceKey, _ log: inout DiagnosticLog) -> RichText? {
    reader.string(key.rawValue, &log).map { RichText($0, span: reader.node[key.rawValue]?.span) }
  }

  /// One path, or a list of them.
  private mutating func paths(
    _ key: PreferenceKey, _ expected: String, _ log: inout DiagnosticLog
  ) -> [Preferences.Titled<Bool>] {
    guard reader.isThere(key.rawValue), let node = reader.node[key.rawValue] else { return [] }
    let nodes = node.text == nil ? node.items : [node]
    let paths = nodes.compactMap { item in
      item.text.map { Preferences.Titled(selector: $0, value: true, span: item.span) }
    }
    if paths.isEmpty || paths.count < nodes.count {
      log.add(reader.wrong(key.rawValue, node, "\(expected), or a list of paths"))
    }
    return paths
  }

  private mutating func pairs<Value: Hashable & Sendable>(
    _ key: PreferenceKey, _ log: inout DiagnosticLog,
    _ value: (DataNode, inout DiagnosticLog) -> Value?
  ) -> [Preferences.Titled<Value>] {
    guard let inner = reader.mapping(key.rawValue, &log) else { return [] }
    return inner.node.members.compactMap { member in
      value(member.value, &log).map {
        .init(selector: member.key, value: $0, span: member.keySpan)
      }
    }
  }

  private mutating func kinds(
    _ key: PreferenceKey, _ log: inout DiagnosticLog
  ) -> [SectionKind] {
    _ = reader.strings(key.rawValue, &log)
    return (reader.node[key.rawValue]?.items ?? []).compactMap { Self.kind($0, &log) }
  }

  private static func text(_ node: DataNode, _ log: inout DiagnosticLog) -> String? {
    if node.text == nil { log.add(wrong(node, "a text")) }
    return node.text
  }

  private static func tags(_ node: DataNode, _ log: inout DiagnosticLog) -> [String]? {
    if node.tags.isEmpty { log.add(wrong(node, "a tag, or a list of tags")) }
    return node.tags.isEmpty ? nil : node.tags
  }

  private static func wrong(_ node: DataNode, _ expected: String) -> Diagnostic {
    Diagnostic(.error, .badValue, "the value must be \(expected)", at: node.span)
  }

  private static func kind(_ node: DataNode, _ log: inout DiagnosticLog) -> SectionKind? {
    guard let word = node.text else { return nil }
    let name = word.lowercased().replacing("-", with: "_")
    if let kind = SectionKind(rawValue: name) { return kind }
    let names = SectionKind.allCases.map(\.rawValue)
    let near = nearest(to: name, among: names)
    log.add(
      Diagnostic(
        .error, .badValue, "“\(word)” is no kind of section", at: node.span,
        help: near.map { "did you mean “\($0)”?" }
          ?? "the kinds are \(names.joined(separator: ", "))"))
    return nil
  }
}
