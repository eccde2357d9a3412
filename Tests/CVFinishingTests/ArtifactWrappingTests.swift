// SPDX-License-Identifier: MIT
import Testing

@testable import CVFinishing

@Suite struct ArtifactWrappingTests {
  private func wrapped(_ content: String) throws -> WrappedContent {
    try wrapArtifacts(in: Array(content.utf8)) { $0 == "/Wide" ? 2 : 1 }
  }

  private func text(_ content: String) throws -> String {
    String(decoding: try wrapped(content).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "q /P <</MCID 0>> BDC BT (a) Tj ET EMC Q", "q 0 0 1 rg Q", "0 0 9 9 re W n", "",
    "/P <</MCID 0>> BDC 0 0 m 1 1 l S EMC",
  ])
  func leavesWhatIsMarked(content: String) throws {
    #expect(try text(content) == content)
  }

  @Test(arguments: [
    ("1 w 0 0 m 9 0 l S Q", "1 w /Artifact BMC\n0 0 m 9 0 l S\nEMC Q"),
    ("0 0 9 9 re f*", "/Artifact BMC\n0 0 9 9 re f*\nEMC"),
    ("q /Im0 Do Q", "q /Artifact BMC\n/Im0 Do\nEMC Q"),
    (
      "/P <</MCID 0>> BDC EMC 0 0 1 1 re f",
      "/P <</MCID 0>> BDC EMC /Artifact BMC\n0 0 1 1 re f\nEMC"
    ),
  ])
  func marksPainting(content: String, expected: String) throws {
    #expect(try text(content) == expected)
  }

  @Test func marksTextAsFurniture() throws {
    let content = "BT /F1 9 Tf 1 0 0 1 9 9 Tm [(page )-8(2)]TJ ET"
    let mark = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n"
    #expect(try text(content) == mark + content + "\nEMC")
    #expect(try wrapped(content).furnitureGlyphs == 6)
  }

  @Test func countsGlyphsByTheirFonts() throws {
    let content =
      "BT /F1 9 Tf (ab) Tj /Wide 9 Tf <00410042> Tj ET /P <</MCID 0>> BDC BT (abc) Tj ET EMC"
    #expect(try wrapped(content).furnitureGlyphs == 4)
  }

  /// Cairo says so of glyphs whose text is another than theirs, in furniture, too.
  @Test func keepsOtherMarksInsideText() throws {
    let inner = "BT /F1 9 Tf /Span <</ActualText<FEFF0041>>> BDC (ab) Tj EMC ET"
    #expect(try wrapped(inner).furnitureGlyphs == 2)
    #expect(try text("/P <</MCID 0>> BDC \(inner) EMC") == "/P <</MCID 0>> BDC \(inner) EMC")
  }

  @Test(arguments: [
    "BT /P <</MCID 0>> BDC (a) Tj EMC ET", "/Artifact BMC 0 0 1 1 re f EMC", "EMC",
    "/P <</MCID 0>> BDC", "BT (a) Tj", "0 0 m",
  ])
  func refusesMarksWhereNoneCanBe(content: String) {
    #expect(throws: FinishingError.self) { try wrapped(content) }
  }
}
