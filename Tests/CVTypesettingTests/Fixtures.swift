// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
@testable import CVTypesetting
import TestSupport

/// A theme with round numbers, and a readable dump of pages.
enum Fixtures {
  /// Rows of random heights, spaces and costs.
  static func rows(_ count: Int, _ random: inout SeededGenerator) -> [Row] {
    let costs = [0.0, 90, 120, 260, BreakCost.loneLine, BreakCost.strandedTitle]
    return (0..<count).map { _ in
      var row = Row(height: Double(Int.random(in: 5...15, using: &random)), baseline: 0)
      row.before = Double(Int.random(in: 0...6, using: &random))
      row.breakCost = costs.randomElement(using: &random) ?? 0
      return row
    }
  }

  /// A step of 10 pt; with boxes of 5 pt a body of 40 characters in a text of 50.
  static let theme: Theme = {
    let edge = Length.pt(10)
    let margins = Theme.Margins(top: edge, bottom: edge, left: edge, right: edge)
    var wide: [Paper: Theme.Margins] = [:]
    for paper in Paper.allCases {
      var edges = margins
      edges.right = paper.size.width - edge - .pt(250)
      edges.bottom = paper.size.height - edge - .pt(200)
      wide[paper] = edges
    }
    return Theme(
      name: "boxes", summary: "for tests",
      page: .init(
        margins: wide, bodyWidth: .pt(200),
        footer: .init(
          text: "{name} {page}/{pages}", alignment: .center, baseline: .pt(20), firstPage: 2)),
      grid: .init(step: .pt(10), ascent: .pt(8)),
      fonts: .init(family: "Box", strongWeight: 600, files: []), colours: ["ink": .black],
      styles: [
        "body": TextStyle(size: .pt(10)), "name": TextStyle(size: .pt(20)),
        "section-title": TextStyle(size: .pt(12), weight: 600),
      ], spaces: Theme.Spaces(),
      header: .init(
        alignment: .center, nameBox: 2, nameBaseline: .pt(16), separator: "·", separatorSpace: 0.5),
      sectionTitle: .init(rule: .init(width: .pt(1), offset: .pt(1), colour: "ink")),
      list: .init(bullet: "•", indent: .pt(10), colour: "ink"),
      entries: [
        "position": EntryDesign(
          lines: [LineTemplate("**{what}**, {where}")], aside: LineTemplate("{dates}"),
          spacing: .entry)
      ], dates: .init(precision: .year))
  }()

  static func text(_ words: String) -> LayoutText { LayoutText(words, role: .text) }

  static func entry(_ title: String, aside: String = "2020", bullets: [String] = []) -> BlockNode {
    var node = EntryNode(kind: "position")
    node.lines = [text(title)]
    node.aside = LayoutText(aside, role: .dates)
    if !bullets.isEmpty {
      let items = bullets.map { ListNode.Item(text: text($0), children: []) }
      node.body = [.list(ListNode(bullet: LayoutText("•", role: .separator), items: items))]
    }
    return .entry(node)
  }

  static func tree(_ sections: [SectionNode], name: String? = "Ada") -> LayoutTree {
    var header = HeaderNode()
    header.separator = LayoutText(" · ", role: .separator)
    header.name = name.map { LayoutText($0, role: .name) }
    return LayoutTree(
      title: name ?? "CV", author: name, language: "en", header: header, sections: sections)
  }
}

extension TypesetDocument {
  /// One line an item: page, x, y and text, as a person would check it with a ruler.
  var dump: String {
    pages.enumerated().flatMap { number, page in
      page.items.map { placed -> String in
        let place = "\(number + 1) \(format(placed.x.points)) \(format(placed.y.points))"
        switch placed.item {
        case .text(let run): return "\(place) “\(run.text)”"
        case .shape: return "\(place) shape"
        case .picture: return "\(place) picture"
        case .rule(let rule): return "\(place) rule \(format(rule.length.points))"
        }
      }
    }.joined(separator: "\n") + "\n"
  }

  private func format(_ points: Double) -> String {
    let tenths = Int((points * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
