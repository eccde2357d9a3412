// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// Leaves in a tree only addresses that may be opened, encoded for every format.
///
/// A path inside the author's site leads nowhere from a document: its text stays, the link goes.
/// One warning names all such paths; each address that could run something has its own.
func checkLinks(of tree: inout LayoutTree, log: inout DiagnosticLog) {
  var check = LinkCheck()
  check.visit(&tree.header.name)
  check.visit(&tree.header.headline)
  check.visit(&tree.header.contacts)
  for index in tree.sections.indices {
    check.visit(&tree.sections[index].title)
    check.visit(&tree.sections[index].children)
  }
  for diagnostic in check.diagnostics { log.add(diagnostic) }
}

/// Visits all runs and takes off the links that no document may carry.
private struct LinkCheck {
  private var relative: [LayoutRun] = []
  private var refused: [Diagnostic] = []

  var diagnostics: [Diagnostic] {
    guard let first = relative.first else { return refused }
    let count = relative.count == 1 ? "the link of “\(first.text)”" : "\(relative.count) links"
    let warning = Diagnostic(
      .warning, .relativeLink, "\(count) to paths of the site, which a document cannot open",
      at: first.span, label: "leads to “\(first.link ?? "")”",
      help: "write the whole address, beginning with https://")
    return refused + [warning]
  }

  mutating func visit(_ blocks: inout [BlockNode]) {
    for index in blocks.indices {
      switch blocks[index] {
      case .groupTitle(var text):
        visit(&text)
        blocks[index] = .groupTitle(text)
      case .paragraph(var text):
        visit(&text)
        blocks[index] = .paragraph(text)
      case .list(var list):
        visit(&list)
        blocks[index] = .list(list)
      case .entry(var entry):
        visit(&entry.lines)
        visit(&entry.label)
        visit(&entry.aside)
        visit(&entry.body)
        blocks[index] = .entry(entry)
      }
    }
  }

  mutating func visit(_ text: inout LayoutText?) {
    guard var linked = text else { return }
    visit(&linked)
    text = linked
  }

  mutating func visit(_ texts: inout [LayoutText]) {
    for index in texts.indices { visit(&texts[index]) }
  }

  private mutating func visit(_ list: inout ListNode) {
    for index in list.items.indices {
      visit(&list.items[index].text)
      for child in list.items[index].children.indices { visit(&list.items[index].children[child]) }
    }
  }

  private mutating func visit(_ text: inout LayoutText) {
    for index in text.runs.indices {
      guard let address = text.runs[index].link else { continue }
      switch LinkAddress(address) {
      case .open(let encoded): text.runs[index].link = encoded
      case .relative:
        if index == 0 || text.runs[index - 1].link != address { relative.append(text.runs[index]) }
        text.runs[index].link = nil
      case .refused(let scheme):
        let run = text.runs[index]
        refused.append(
          Diagnostic(
            .warning, .unsafeLink, "the link of “\(run.text)” has the scheme “\(scheme):”",
            at: run.span, help: "only http, https, mailto and tel are kept; the text stays"))
        text.runs[index].link = nil
      }
    }
  }
}
