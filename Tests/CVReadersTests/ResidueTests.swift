// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@testable import CVReaders

@Suite struct ResidueTests {
  @Test func leavesOutSampleText() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Awards\n\n- 2020: First Prize\n- Lorem ipsum dolor sit amet, consectetur\n")
    #expect(read.log.diagnostics.map(\.code) == [.templateResidue])
    let words = read.profile.everything.joined(separator: " ")
    #expect(!words.contains("ipsum") && words.contains("First"))
  }

  @Test func leavesOutANoticeOfWorkOnThePage() {
    let read = ReadProfile(
      "# Ada Roe\n\n<div><span>This page is under construction — more soon.</span></div>\n\n"
        + "## Awards\n\n- 2020: First Prize\n")
    #expect(!read.profile.everything.joined(separator: " ").contains("construction"))
  }

  @Test func leavesOutTheFootInATable() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Awards\n\n- 2020: First Prize\n\n"
        + "<table><tr><td><p>Feel free to steal this website.</p></td></tr></table>")
    #expect(read.profile.everything.joined(separator: " ").contains("First"))
    #expect(!read.profile.everything.joined(separator: " ").contains("steal"))
  }
}
