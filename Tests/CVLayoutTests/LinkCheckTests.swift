// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import TestSupport
import Testing

@testable import CVLayout

@Suite struct LinkCheckTests {
  /// Checks a paragraph of linked words.
  private func check(_ links: [(text: String, link: String)]) -> (runs: [LayoutRun], codes: [Code])
  {
    let runs = links.map { text, link in
      var run = LayoutRun(text: text, role: .text)
      run.link = link
      return run
    }
    let section = SectionNode(kind: .other, children: [.paragraph(LayoutText(runs))])
    var tree = LayoutTree(title: "", language: "en", header: HeaderNode(), sections: [section])
    var log = DiagnosticLog()
    checkLinks(of: &tree, log: &log)
    guard case .paragraph(let text) = tree.sections[0].children[0] else { return ([], []) }
    return (text.runs, log.diagnostics.map(\.code))
  }

  @Test func keepsWholeAddresses() {
    let (runs, codes) = check([("a", "https://example.org/x y")])
    #expect(runs.map(\.link) == ["https://example.org/x%20y"])
    #expect(codes == [])
  }

  @Test func takesPathsOffWithOneWarning() {
    let (runs, codes) = check([("a", "./paper.pdf"), ("b", "/talks/"), ("c", "#top")])
    #expect(runs.map(\.text) == ["a", "b", "c"] && runs.allSatisfy { $0.link == nil })
    #expect(codes == [.relativeLink])
  }

  @Test func refusesAddressesThatRunSomething() {
    let (runs, codes) = check([("a", "javascript:alert(1)"), ("b", "file:///etc/passwd")])
    #expect(runs.map(\.text) == ["a", "b"] && runs.allSatisfy { $0.link == nil })
    #expect(codes == [.unsafeLink, .unsafeLink])
  }

  @Test func takesOffAddressesThatLackAPart() {
    let (runs, codes) = check([("a", "https://"), ("b", "mailto:")])
    #expect(runs.map(\.text) == ["a", "b"] && runs.allSatisfy { $0.link == nil })
    #expect(codes == [.deadLink, .deadLink])
  }

  @Test func looksAtEveryTextOfTheTree() {
    var run = LayoutRun(text: "a", role: .text)
    run.link = "javascript:alert(1)"
    let text = LayoutText([run])
    let header = HeaderNode(name: text, headline: text, contacts: [text])
    let list = ListNode(
      bullet: LayoutText(),
      items: [.init(text: text, children: [ListNode(bullet: LayoutText(), items: [])])])
    let entry = EntryNode(
      kind: "position", label: text, lines: [text], aside: text, body: [.list(list)])
    let section = SectionNode(
      title: text, kind: .other, children: [.groupTitle(text), .entry(entry), .paragraph(text)])
    var tree = LayoutTree(title: "", language: "en", header: header, sections: [section])
    var log = DiagnosticLog()
    checkLinks(of: &tree, log: &log)
    #expect(log.diagnostics.count == 10)
    #expect(!"\(tree)".contains("javascript"))
  }
}
