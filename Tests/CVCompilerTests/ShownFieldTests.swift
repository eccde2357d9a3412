// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
import CVMarkup
import CVModel
import CVSettings
import TestSupport
import Testing

/// Whatever fields an entry has, each theme shows all of them.
@Suite struct ShownFieldTests {
  private let fields: [(WritableKeyPath<Record, RichText?>, String)] = [
    (\.title, "Kestrel"), (\.role, "Warden"), (\.organisation, "Fenworks"), (\.location, "Olm"),
    (\.text, "Rainy"),
  ]

  @Test(arguments: installedThemes)
  func showsEachFieldOfARecord(name: String) throws {
    var (sources, log) = (SourceSet(), DiagnosticLog())
    let design = try testFile("../Templates/\(name)/theme.yaml")
    let node = try #require(readDataFile(design, name: "theme.yaml", into: &sources, log: &log))
    let theme = readTheme(node, log: &log)
    for kind in Record.Kind.allCases {
      for mask in 1..<1 << fields.count {
        let present = fields.indices.filter { mask >> $0 & 1 == 1 }.map { fields[$0] }
        var record = Record(kind)
        for (field, word) in present { record[keyPath: field] = RichText(word) }
        let shown = try words(of: record, theme)
        for (_, word) in present {
          let count = shown.split(separator: word, omittingEmptySubsequences: false).count - 1
          #expect(count == 1, "\(kind) of \(present.map(\.1)): \(shown)")
        }
      }
    }
  }

  private func words(of record: Record, _ theme: Theme) throws -> String {
    var (account, log) = (ImportAccount(), DiagnosticLog())
    let locale = try #require(readLocale("en", log: &log))
    var section = Section(title: RichText("Things"), kind: .other)
    section.entries = [.record(record)]
    var profile = Profile()
    profile.sections = [section]
    let tree = compose(
      profile, theme: theme, locale: locale, selection: Selection(), account: &account, log: &log)
    return tree.sections.flatMap(\.children).flatMap(Self.texts).map(\.text).joined(separator: "|")
  }

  private static func texts(of block: BlockNode) -> [LayoutText] {
    switch block {
    case .groupTitle(let text), .paragraph(let text): [text]
    case .list(let list): list.items.map(\.text)
    case .entry(let entry):
      [entry.label, entry.aside].compactMap { $0 } + entry.lines + entry.body.flatMap(texts)
    }
  }
}
