// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import CVReaders
import CVSettings

extension Compiler {
  /// Joins what the profile, `cvgen.yml`, the variant and the user ask for.
  ///
  /// - Parameter block: The block `cvgen:` of the profile.
  /// - Returns: The settings as one mapping.
  mutating func joinSettings(block: DataNode?, _ options: CompileOptions) -> DataNode {
    let file = options.settingsPath.flatMap { readSettingsFile($0) }
    let once = options.overrides.sorted { $0.key < $1.key }.map { key, value in
      DataNode.Member(
        key: key, keySpan: nil, value: DataNode(.scalar(value, isQuoted: true)))
    }
    let language = Self.language(stated: [block, file], options)
    let layers = SettingsLayers(
      block: block?.inLanguage(language, account: &account),
      file: file?.inLanguage(language, account: &account), once: DataNode(.mapping(once)))
    let joined = layers.joined(variant: options.variant, log: &log)
    preferences = joined.preferences
    if options.keepsSelectedWorks { preferences.keepsSelectedWorks = true }
    if !options.workKeywords.isEmpty {
      preferences.workKeywords = options.workKeywords.map {
        .init(selector: $0, value: true, span: nil)
      }
    }
    strictSettings = joined.strict
    return joined.node
  }

  /// The language that the user, the variant or the settings ask for.
  static func language(stated settings: [DataNode?], _ options: CompileOptions) -> String? {
    let variants = settings.map { node in options.variant.flatMap { node?["variants"]?[$0] } }
    return options.language
      ?? (variants + settings).lazy.compactMap { ($0?["locale"] ?? $0?["lang"])?.text }.first
  }

  /// What is wrong in `cvgen.yml` is an error: it says what must not be shown.
  private mutating func readSettingsFile(_ path: String) -> DataNode? {
    guard let bytes = bytes(path, files.read(path)) else { return nil }
    return readDataFile(bytes, name: path, into: &sources, log: &log)
  }

  /// The profile with what the settings leave in it.
  mutating func tailored(_ profile: Profile, _ options: CompileOptions) -> Profile {
    var tailoring = Tailoring(profile, preferences)
    tailoring.tag()
    reportUnmatched(in: tailoring.profile)
    // What documents leave out, the model of a whole profile has.
    tailoring.cut(sparing: options.variant == nil ? nil : options.with)
    words?.add(tailoring.account)
    account.add(contentsOf: tailoring.account)
    return tailoring.profile
  }

  /// A selector that nothing answers to may be a slip.
  private mutating func reportUnmatched(in profile: Profile) {
    let sections = profile.sections
    let entries = sections.flatMap(\.entries)
    let titles = sections.compactMap { $0.title?.text }
    func report<Value>(_ settings: [Preferences.Titled<Value>], orEntries: Bool = false) {
      for setting in settings where !sections.contains(where: setting.matches) {
        guard !orEntries || !entries.contains(where: setting.matches) else { continue }
        let near = titles + (orEntries ? entries.map(\.name) : [])
        log.add(
          .noSuchSection(
            setting.selector, severity(at: setting.span), at: setting.span,
            near: nearest(to: setting.selector, among: near), titles))
      }
    }
    report(preferences.kinds)
    report(preferences.titles)
    report(preferences.limits)
    report(preferences.exclude, orEntries: true)
    report(preferences.tagged, orEntries: true)
    reportUnmatchedWorks(in: profile)
    let tags = Set(profile.tags)
    for tag in preferences.tagsToInclude + preferences.tagsToExclude
    where !tags.contains(where: { Tags.areSame($0, tag.selector) }) {
      log.add(.noSuchTag(tag.selector, severity(at: tag.span), at: tag.span, tags.sorted()))
    }
  }

  /// A keyword that no work has, or a list of works of which none is selected.
  private mutating func reportUnmatchedWorks(in profile: Profile) {
    let works = profile.sections.flatMap(\.entries).compactMap { entry -> Publication? in
      if case .publication(let work) = entry { return work }
      return nil
    }
    let known = Set(works.flatMap { $0.keywords + $0.tags }).sorted()
    for keyword in preferences.workKeywords
    where !works.contains(where: { $0.has(keyword: keyword.selector) }) {
      log.add(.noSuchKeyword(keyword, known))
    }
    if preferences.keepsSelectedWorks == true, !works.contains(where: \.isChosen) {
      log.add(.nothingSelected)
    }
  }

  /// A fault in the profile's own block is told of; what a variant asks for must be there.
  private func severity(at span: SourceSpan?) -> Severity {
    let isStrict = strictSettings.contains { settings in
      settings.file == span?.file
        && settings.range.contains(span?.range.lowerBound ?? settings.range.upperBound)
    }
    return isStrict ? .error : .warning
  }
}

extension Profile {
  /// Every tag of its parts.
  fileprivate var tags: [String] {
    sections.flatMap { section in
      section.tags
        + section.entries.flatMap { entry -> [String] in
          guard case .record(let record) = entry else { return entry.tags }
          return entry.tags + record.bullets.flatMap(\.allTags)
        }
    }
  }
}

extension Bullet {
  fileprivate var allTags: [String] { tags + children.flatMap(\.allTags) }
}

extension DataNode {
  /// The mapping with one of its keys.
  func only(_ key: String) -> DataNode {
    DataNode(.mapping(members.filter { $0.key == key }), span: span)
  }
}

extension DataNode? {
  /// The mapping with another value of a key.
  func setting(_ key: String, to value: DataNode) -> DataNode? {
    guard !value.members.isEmpty else { return self }
    let rest = self?.without(key) ?? DataNode(.mapping([]))
    guard case .mapping(let members) = rest.value else { return self }
    let member = DataNode.Member(key: key, keySpan: nil, value: value)
    return DataNode(.mapping(members + [member]), span: rest.span)
  }
}

extension Diagnostic {
  fileprivate static func noSuchSection(
    _ selector: String, _ severity: Severity, at span: SourceSpan?, near: String?,
    _ titles: [String]
  ) -> Diagnostic {
    Diagnostic(
      severity, .noSuchSection, "no section is called “\(selector)”", at: span,
      help: near.map { "did you mean “\($0)”?" }
        ?? "the sections are \(titles.joined(separator: ", "))")
  }

  fileprivate static func noSuchKeyword(
    _ keyword: Preferences.Titled<Bool>, _ words: [String]
  ) -> Diagnostic {
    let known =
      words.isEmpty
      ? "no publication has a keyword" : "the keywords are " + words.joined(separator: ", ")
    return Diagnostic(
      .error, .noSuchKeyword, "no publication has the keyword “\(keyword.selector)”",
      at: keyword.span,
      help: nearest(to: keyword.selector, among: words).map { "did you mean “\($0)”?" } ?? known)
  }

  fileprivate static var nothingSelected: Diagnostic {
    Diagnostic(
      .error, .noSuchKeyword, "no publication is selected",
      help: "write selected = {true} in BibTeX, selected: true in front matter, or the tag selected"
    )
  }

  fileprivate static func noSuchTag(
    _ tag: String, _ severity: Severity, at span: SourceSpan?, _ tags: [String]
  ) -> Diagnostic {
    let known =
      tags.isEmpty ? "the profile has no tags" : "the tags are " + tags.joined(separator: ", ")
    return Diagnostic(
      severity, .noSuchTag, "nothing has the tag “\(tag)”", at: span,
      help: nearest(to: tag, among: tags).map { "did you mean “\($0)”?" } ?? known)
  }
}
