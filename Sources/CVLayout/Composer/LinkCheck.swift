// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// Leaves in a tree only addresses that may be opened, encoded for every format.
///
/// A path inside the author's site leads nowhere from a document: its text stays, the link goes.
/// One warning names all such paths; each address that could run something has its own.
func checkLinks(of tree: inout LayoutTree, log: inout DiagnosticLog) {
  var check = LinkCheck()
  tree.forEachText { check.visit(&$0) }
  for diagnostic in check.diagnostics { log.add(diagnostic) }
}

/// Visits all runs and takes off the links that no document may carry.
private struct LinkCheck {
  private var relative: [LayoutRun] = []
  private var refused: [Diagnostic] = []

  var diagnostics: [Diagnostic] {
    guard let first = relative.first else { return refused }
    let subject =
      relative.count == 1
      ? "the link of “\(first.text)” leads to a path" : "\(relative.count) links lead to paths"
    let warning = Diagnostic(
      .warning, .relativeLink, "\(subject) of the site, which a document cannot open",
      at: first.span, label: "leads to “\(first.link ?? "")”",
      help: "write the whole address, beginning with https://")
    return refused + [warning]
  }

  mutating func visit(_ text: inout LayoutText) {
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
      case .incomplete:
        let run = text.runs[index]
        refused.append(
          Diagnostic(
            .warning, .deadLink, "the link of “\(run.text)” leads nowhere", at: run.span,
            label: "leads to “\(address)”", help: "write the whole address, or delete the link"))
        text.runs[index].link = nil
      }
    }
  }
}
