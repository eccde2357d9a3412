// SPDX-License-Identifier: MIT
import CVModel
import TestSupport
import Testing

@testable import CVLayout
@testable import CVWriters

@Suite struct LaTeXWriterTests {
  private func look(_ flavour: LaTeXFlavour) -> LaTeXLook {
    LaTeXLook(
      theme: HTMLFixtures.theme, paper: .a4, flavour: flavour,
      fonts: LaTeXFonts(
        folder: "Fonts/Round", upright: "Round-Regular.otf", italic: "Round-Italic.otf",
        bold: "Round-Semibold.otf", boldItalic: "Round-SemiboldItalic.otf"))
  }

  private func write(
    _ sections: [SectionNode], _ flavour: LaTeXFlavour = .article, template: String = "{{{body}}}"
  ) throws -> [String] {
    let tree = HTMLFixtures.tree(sections)
    let text = try writeLaTeX(tree, look: look(flavour), template: template)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func section(_ blocks: BlockNode...) -> SectionNode {
    SectionNode(title: LayoutText("T", role: .sectionTitle), kind: .other, children: blocks)
  }

  @Test(arguments: [(LaTeXFlavour.article, "document"), (.moderncv, "moderncv")])
  func writesADocument(flavour: LaTeXFlavour, template: String) throws {
    let shell = try testFile("../Templates/classic/\(template).tex")
    let lines = try write(
      HTMLFixtures.sections, flavour, template: String(decoding: shell, as: UTF8.self))
    try expectGolden(lines.joined(separator: "\n"), "small.\(flavour.rawValue).tex")
  }

  @Test func namesTheSpaceByTheMacro() throws {
    let kinds = ["position", "publication", "unknown"]
    let entries = kinds.map { kind in
      var entry = EntryNode(kind: kind)
      entry.lines = [HTMLFixtures.text("x")]
      return BlockNode.entry(entry)
    }
    let lines = try write([section(entries[0], entries[1], entries[2])])
    #expect(
      lines.suffix(3) == ["\\cventry{x}{}", "\\cvpublication{x}{}", "\\cvrow{x}{}"])
  }

  /// As on the pages: rows with text below them are no rows of a table.
  @Test func givesEntriesTheirLabelsAndSpaces() throws {
    var row = EntryNode(kind: "unknown")
    row.lines = [HTMLFixtures.text("x")]
    row.label = HTMLFixtures.text("2020")
    var entry = row
    entry.kind = "position"
    var long = row
    long.body = [.paragraph(HTMLFixtures.text("y"))]
    let lines = try write([section(.entry(row), .entry(entry), .entry(long), .entry(row))])
    #expect(
      lines.filter { $0.contains("2020") } == [
        "\\cvrow[{2020}]{x}{}", "\\cventry[{2020}]{x}{}", "\\cventry[{2020}]{x}{}",
        "\\cventry[{2020}]{x}{}",
      ])
  }

  @Test func setsSeveralLinesInOneCall() throws {
    var entry = EntryNode(kind: "position")
    entry.lines = [HTMLFixtures.text("a"), HTMLFixtures.text("[b]"), HTMLFixtures.text("*c")]
    entry.aside = HTMLFixtures.text("2020")
    let lines = try write([section(.entry(entry))])
    #expect(lines.last == "\\cventry{a \\\\ {}[b] \\\\ {}*c}{2020}", "no break has an option")
  }

  @Test func keepsABracketFromBeingALabel() throws {
    let list = HTMLFixtures.list(["[x] y", "z"])
    #expect(try write([section(.list(list))]).contains("  \\item {}[x] y"))
    #expect(try write([section(.list(list))], .moderncv).contains("\\cvlistitem{[x] y}"))
  }

  @Test func partsAListFromWhatIsBeforeIt() throws {
    let list = BlockNode.list(HTMLFixtures.list(["x"]))
    let text = BlockNode.paragraph(HTMLFixtures.text("y"))
    #expect(try !write([section(list)]).contains("\\cvspace"))
    #expect(try write([section(text, list)]).contains("\\cvspace"))
  }

  @Test(arguments: LaTeXFlavour.allCases)
  func nestsNoDeeperThanLaTeX(flavour: LaTeXFlavour) throws {
    var list = HTMLFixtures.list(["last"])
    for _ in 0..<40 {
      var outer = HTMLFixtures.list(["x"])
      outer.items[0].children = [list]
      list = outer
    }
    let lines = try write([section(.list(list))], flavour)
    let depth = lines.count { $0.contains("\\begin{") }
    #expect(depth == (flavour == .article ? 5 : 4))
    #expect(lines.count { $0.contains("\\item x") || $0.contains("\\cvlistitem{x") } == 40)
  }

  @Test(arguments: LaTeXFlavour.allCases)
  func writesSomethingOfNothing(flavour: LaTeXFlavour) throws {
    let tree = LayoutTree(
      title: "CV", author: nil, language: "en", header: HeaderNode(), sections: [])
    let text = try writeLaTeX(tree, look: look(flavour), template: "{{{body}}}")
    #expect(text == "\\null", "a document without pages would be an error")
  }

  @Test func staysWithinTheColumns() throws {
    let words = Array(repeating: "word", count: 100).joined(separator: " ")
    for flavour in LaTeXFlavour.allCases {
      let lines = try write([section(.paragraph(HTMLFixtures.text(words)))], flavour)
      #expect(lines.allSatisfy { $0.count <= 100 })
    }
  }
}

@Suite struct ModernCVTests {
  private func details(
    _ kind: Theme.ContactKind, _ text: String, _ link: String?
  ) -> PersonalDetails {
    var details = PersonalDetails()
    details.add(HTMLFixtures.contact(kind, text, link: link))
    return details
  }

  private func call(_ kind: Theme.ContactKind, _ text: String, _ link: String?) -> String? {
    details(kind, text, link).calls.first.map { "\($0.name) \($0.arguments[0])" }
  }

  @Test func findsTheMacroOfAContact() {
    #expect(call(.location, "Lund, Sweden", nil) == "address Lund, Sweden")
    #expect(call(.email, "a_b@e.org", "mailto:a_b@e.org") == "email a\\_b@e.org")
    #expect(call(.phone, "+46 (0)55", "tel:+46055") == "phone +46 (0)55")
    #expect(call(.website, "e.org", "https://e.org/") == "homepage e.org")
    #expect(
      call(.network, "github.com/x", "https://github.com/x")
        == "social[github][github.com/x] github.com/x")
    #expect(call(.network, "WeChat ada", nil) == nil, "a name on a network is no address")
  }

  @Test(arguments: [
    ("me", "mailto:a@e.org"), ("site", "https://e.org"), ("e.org", "http://e.org"),
    ("e.org/%20", "https://e.org/%20"),
  ])
  func leavesWhatTheClassWouldChange(text: String, link: String) {
    #expect(details(.website, text, link).others.map(\.text) == [text])
  }

  @Test func takesEachMacroOnce() {
    var details = PersonalDetails()
    for host in ["a.org", "b.org"] {
      details.add(HTMLFixtures.contact(.website, host, link: "https://\(host)"))
    }
    #expect(details.calls.count == 1 && details.others.map(\.text) == ["b.org"])
  }
}
