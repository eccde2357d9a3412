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
  private static let phrases = ResiduePhrases(PackageResources.residue_txt)

  /// The blocks without residue.
  mutating func filter(_ blocks: [MarkupNode]) -> [MarkupNode] {
    var kept: [MarkupNode] = []
    for block in blocks {
      if let block = filter(block) { kept.append(block) }
    }
    return kept
  }

  private mutating func filter(_ block: MarkupNode) -> MarkupNode? {
    var block = block
    switch block.kind {
    case .paragraph(let text), .heading(_, let text):
      return isDropped([text]) ? nil : block
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
    case .table, .definitions, .code, .rule: break
    }
    return block
  }

  /// An item with a sample in it or right below it is a sample whole.
  private mutating func filter(_ item: MarkupNode.Item) -> MarkupNode.Item? {
    let own = item.blocks.compactMap(\.paragraphText)
    let below = item.blocks.compactMap(\.listItems).flatMap { $0 }
      .flatMap { $0.blocks.compactMap(\.paragraphText) }
    let isSample = (own + below).contains { Self.phrases.holdsSample($0.text) }
    if isSample {
      report(item.blocks.flatMap(\.texts))
      return nil
    }
    if isDropped(own) { return nil }
    var kept = item
    kept.blocks = filter(item.blocks)
    return kept.blocks.isEmpty ? nil : kept
  }

  private mutating func isDropped(_ texts: [RichText]) -> Bool {
    guard let first = texts.first else { return false }
    if Self.phrases.isSample(first.text) {
      report(texts)
      return true
    }
    guard Self.phrases.isFooter(first.text) else { return false }
    for text in texts { account.add(.homepageMatter, text.collapsed().text, at: text.span) }
    return true
  }

  private mutating func report(_ texts: [RichText]) {
    for text in texts { account.add(.homepageMatter, text.collapsed().text, at: text.span) }
    let words = (texts.first?.collapsed().text ?? "").split(separator: " ")
    let excerpt = words.prefix(6).joined(separator: " ") + (words.count > 6 ? " …" : "")
    let spans = texts.compactMap(\.span)
    log.add(
      Diagnostic(
        .warning, .templateResidue, "sample text of a template is left out: “\(excerpt)”",
        at: spans.dropFirst().reduce(spans.first) { $0?.union($1) }, label: "not filled in",
        help: "write your own words there, or delete it"))
  }
}

/// The phrases of `residue.txt`.
private struct ResiduePhrases {
  private var wholes: Set<String> = []
  private var parts: [[UInt8]] = []
  /// The first bytes of the parts: few letters begin one.
  private var beginnings: Set<UInt8> = []
  private var openings: [String] = []

  init(_ file: [UInt8]) {
    var title = ""
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        title = String(line.dropFirst().dropLast())
        continue
      }
      let entries = line.split(separator: ",").map { String($0.drop { $0 == " " }) }
        .filter { !$0.isEmpty }
      switch title {
      case "whole": wholes.formUnion(entries)
      case "part": parts += entries.map { Array($0.utf8) }
      default: openings += entries
      }
    }
    beginnings = Set(parts.compactMap(\.first))
  }

  /// Whether a text is sample text itself.
  func isSample(_ text: String) -> Bool {
    if holdsSample(text) || wholes.contains(folded(text)) { return true }
    let words = text.split { $0 == " " || $0 == ":" || $0 == "\n" }
    return words.first == "TODO" || words.first == "FIXME"
  }

  /// Whether a text holds words that only samples have.
  func holdsSample(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)
    return bytes.indices.contains { start in
      beginnings.contains(bytes[start]) && parts.contains { bytes[start...].starts(with: $0) }
    }
  }

  /// Whether a text is a short line about the site.
  func isFooter(_ text: String) -> Bool {
    guard text.utf8.count <= 160 else { return false }
    let words = folded(text)
    return words.split(separator: " ").count <= 12 && openings.contains { words.hasPrefix($0) }
  }
}
