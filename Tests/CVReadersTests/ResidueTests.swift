// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@testable import CVReaders

@Suite struct ResidueTests {
  @Test func leavesOutSampleText() {
    let read = ReadProfile(
      "# Ada Roe\n\n## Awards\n\n- 2020: First Prize\n- Lorem ipsum dolor sit amet, consectetur\n")
    #expect(read.log.diagnostics.map(\.code) == [.templateResidue])
    #expect(!read.profile.everything.contains("ipsum") && read.profile.everything.contains("First"))
  }
}
