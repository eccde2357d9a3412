// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// The keys of the block `cvgen:`, with what they mean; the schema for editors is made of them.
package enum PreferenceKey: String, CaseIterable {
  case name, headline, contacts, aliases, bibliography, kinds, titles, order, include, exclude,
    priority

  /// What the key is for, in one sentence.
  package var summary: String {
    switch self {
    case .name: "The owner's name."
    case .headline: "What the person is, in one line."
    case .contacts: "Ways to reach the owner: email, phone, location, website, github …"
    case .aliases: "Further names under which the owner signs her works."
    case .bibliography: "A BibTeX file, or several, whose works are added to the publications."
    case .kinds: "What sections are: their titles as written, each with a kind."
    case .titles: "The titles to show instead: kinds or titles as written, each with its new title."
    case .order: "The kinds of sections that come first, in this order."
    case .include: "Kinds of sections that are shown although they are left out by default (news)."
    case .exclude: "Kinds or titles of sections that are left out."
    case .priority: "The kinds that a page budget spares longest, the most important first."
    }
  }
}

/// Reads the block `cvgen:` of a profile's settings; what is wrong in it is a warning.
package func readPreferences(_ settings: DataNode?, log: inout DiagnosticLog) -> Preferences {
  guard let node = settings?["cvgen"] else { return Preferences() }
  var faults = DiagnosticLog()
  var reader = PreferencesReader(node)
  let preferences = reader.read(&faults)
  for var fault in faults.diagnostics {
    fault.severity = .warning
    log.add(fault)
  }
  return preferences
}

/// Takes the keys of the block one by one.
private struct PreferencesReader {
  private var reader: MappingReader

  init(_ node: DataNode) {
    reader = MappingReader(node, path: "cvgen", subject: "the block “cvgen”")
  }

  mutating func read(_ log: inout DiagnosticLog) -> Preferences {
    var preferences = Preferences()
    for key in PreferenceKey.allCases {
      switch key {
      case .name: preferences.name = text(key, &log)
      case .headline: preferences.headline = text(key, &log)
      // The reader of contacts takes them where it takes all others.
      case .contacts: _ = reader.isThere(key.rawValue)
      case .aliases: preferences.aliases = reader.strings(key.rawValue, &log) ?? []
      case .bibliography: preferences.bibliography = files(key, &log)
      case .kinds:
        preferences.kinds = pairs(key, &log, Self.kind)
      case .titles: preferences.titles = pairs(key, &log) { value, _ in value.text }
      case .order: preferences.order = kinds(key, &log)
      case .include: preferences.include = kinds(key, &log)
      case .exclude:
        _ = reader.strings(key.rawValue, &log)
        preferences.exclude = (reader.node[key.rawValue]?.items ?? []).compactMap { item in
          item.text.map { .init(selector: $0, value: true, span: item.span) }
        }
      case .priority: preferences.priority = kinds(key, &log)
      }
    }
    reader.reportUnknownKeys(&log)
    return preferences
  }

  private mutating func text(_ key: PreferenceKey, _ log: inout DiagnosticLog) -> RichText? {
    reader.string(key.rawValue, &log).map { RichText($0, span: reader.node[key.rawValue]?.span) }
  }

  /// One path, or a list of them.
  private mutating func files(
    _ key: PreferenceKey, _ log: inout DiagnosticLog
  ) -> [Preferences.Titled<Bool>] {
    guard reader.isThere(key.rawValue), let node = reader.node[key.rawValue] else { return [] }
    let nodes = node.text == nil ? node.items : [node]
    let files = nodes.compactMap { item in
      item.text.map { Preferences.Titled(selector: $0, value: true, span: item.span) }
    }
    if files.isEmpty || files.count < nodes.count {
      log.add(reader.wrong(key.rawValue, node, "the path of a file, or a list of paths"))
    }
    return files
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
