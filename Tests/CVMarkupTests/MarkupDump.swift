// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// A page read in a test, with everything that came of it.
struct ReadPage {
  var blocks: [MarkupNode] = []
  var account = ImportAccount()
  var settings: DataNode?
  var log = DiagnosticLog()
  var sources = SourceSet()

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    guard let page = readMarkup(bytes, name: "page.md", into: &sources, log: &log) else { return }
    blocks = page.blocks
    account = page.account
    settings = page.settings
  }

  var codes: [Code] { log.diagnostics.map(\.code) }
  var dump: String { blocks.map { $0.dump() }.joined(separator: "\n") }
  var words: String { blocks.flatMap(\.texts).map { $0.collapsed().text }.joined(separator: " ") }
}

extension MarkupNode {
  /// One line a block: `h1 Title`, `p text`, `- item`; children are indented.
  func dump(indent: String = "") -> String {
    let inner = indent + "  "
    let nested = { (blocks: [MarkupNode]) in blocks.map { $0.dump(indent: inner) } }
    switch kind {
    case .heading(let level, let text): return "\(indent)h\(level) \(text.dump)"
    case .paragraph(let text): return "\(indent)p \(text.dump)"
    case .code(let text): return "\(indent)code \(text)"
    case .rule: return "\(indent)rule"
    case .quote(let blocks): return (["\(indent)quote"] + nested(blocks)).joined(separator: "\n")
    case .group(let group):
      return (["\(indent)\(group.name)"] + nested(group.children)).joined(separator: "\n")
    case .list(let list):
      return list.items.flatMap { ["\(indent)[\($0.marker)]"] + nested($0.blocks) }
        .joined(separator: "\n")
    case .table(let rows):
      return rows.map { row in
        indent + "row "
          + row.cells.map { $0.flatMap(\.texts).map(\.dump).joined() }.joined(separator: " | ")
      }.joined(separator: "\n")
    case .definitions(let definitions):
      return definitions.flatMap { definition in
        definition.terms.map { "\(indent)term \($0.dump)" }
          + definition.descriptions.flatMap { nested($0) }
      }.joined(separator: "\n")
    }
  }
}

extension RichText {
  /// Runs with marks in braces: `{B|bold}`, `{I|italic}`, `{→u|link}`.
  var dump: String {
    var result = ""
    joined().forEachRun { run, text in
      let letters: [(RichText.Marks, String)] = [
        (.strong, "B"), (.emphasis, "I"), (.code, "C"), (.strike, "S"), (.superscript, "^"),
      ]
      var marks = letters.filter { run.attributes.marks.contains($0.0) }.map(\.1).joined()
      if let link = run.attributes.link { marks += "→" + link }
      let plain = text.map {
        $0 == "\n" ? "⏎" : $0 == "\u{2028}" ? "↵" : $0 == "\t" ? "⇥" : String($0)
      }
      .joined()
      result += marks.isEmpty ? plain : "{\(marks)|\(plain)}"
    }
    return result
  }
}
