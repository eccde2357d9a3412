// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
import TestSupport
import Testing

@testable import CVTypesetting

/// The tags of a document: what a screen reader makes of it.
@Suite struct StructureTests {
  /// One tag a word, kids in brackets.
  private func structure(_ tree: LayoutTree) -> String {
    let elements = typeset(tree, theme: Fixtures.theme, paper: .a4, shaper: BoxShaper())
      .document.structure.elements
    func words(_ index: Int) -> String {
      let kids = elements.indices.filter { elements[$0].parent == index }.map(words)
      return "\(elements[index].kind)" + (kids.isEmpty ? "" : "[\(kids.joined(separator: " "))]")
    }
    return words(0).replacing("heading(level: ", with: "h").replacing(")", with: "")
  }

  private func section(_ title: String?, _ children: [BlockNode]) -> SectionNode {
    var section = SectionNode(title: title.map(Fixtures.text), kind: .other)
    section.children = children
    return section
  }

  private func labelled(_ label: String, _ lines: [String]) -> BlockNode {
    var node = EntryNode(kind: "skill")
    node.label = Fixtures.text(label)
    node.lines = lines.map(Fixtures.text)
    return .entry(node)
  }

  /// The first heading is of the first level, and none is skipped (ISO 14289-1, 7.4.2).
  @Test(arguments: [
    ("Ada", "Work", "document[h1 section[h2 h3 paragraph]]"),
    (nil, "Work", "document[section[h1 h2 paragraph]]"),
    ("Ada", nil, "document[h1 section[h2 paragraph]]"),
    (nil, nil, "document[section[h1 paragraph]]"),
  ])
  func skipsNoLevelOfHeadings(name: String?, title: String?, expected: String) {
    let children = [BlockNode.groupTitle(Fixtures.text("g")), .paragraph(Fixtures.text("p"))]
    #expect(structure(Fixtures.tree([section(title, children)], name: name)) == expected)
  }

  @Test func makesAnEntryWithPointsADivision() {
    let children = [Fixtures.entry("a"), Fixtures.entry("b", bullets: ["c"])]
    #expect(
      structure(Fixtures.tree([section(nil, children)], name: nil))
        == "document[section[paragraph division[paragraph list[listItem[label listBody]]]]]")
  }

  /// No reader may join the last word of a line with the first of the next.
  @Test func givesEachLineAParagraph() {
    var node = EntryNode(kind: "position")
    node.lines = [Fixtures.text("title"), Fixtures.text("authors")]
    node.aside = Fixtures.text("2020")
    #expect(
      structure(Fixtures.tree([section(nil, [.entry(node)])], name: nil))
        == "document[section[division[paragraph paragraph paragraph]]]")
  }

  @Test func makesLabelledNeighboursOneList() {
    let children = [
      labelled("Languages", ["en"]), labelled("Tools", ["saw"]), Fixtures.entry("b"),
      labelled("Other", ["x", "y"]),
    ]
    let point = "listItem[label listBody]"
    #expect(
      structure(Fixtures.tree([section(nil, children)], name: nil))
        == "document[section[list[\(point) \(point)] paragraph "
        + "list[listItem[label listBody[paragraph paragraph]]]]]")
  }
}
