// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Testing

@testable import cvgen

@Suite struct OutputPatternTests {
  private func pattern(_ text: String) -> OutputPattern? {
    var log = DiagnosticLog()
    return OutputPattern(.init(selector: text, value: true, span: nil), log: &log)
  }

  @Test(arguments: [
    "/{name}", "/tmp/{name}", "../{name}", "a/../../{name}", "{name}/cv", "out/", "{nmae}", "",
  ])
  func refusesWhatLeavesTheFolderOrNamesNothing(text: String) {
    #expect(pattern(text) == nil)
  }

  @Test(arguments: [
    ("{name}-{variant}", "industry", "ada-industry"), ("{name}-{variant}", nil, "ada"),
    ("cv/{variant}_{name}", "short", "short_ada"), ("{name}.{format}", nil, "ada"),
    ("cv", "short", "cv"),
  ])
  func namesDocuments(text: String, variant: String?, name: String) {
    #expect(pattern(text)?.name(of: "ada", variant: variant) == name)
  }
}
