// SPDX-License-Identifier: MIT
import Testing

@testable import CVFinishing

@Suite struct PDFTextTests {
  private func element(_ kind: String, _ kids: String) -> String {
    "<</Type/StructElem/S/\(kind)/P 5 0 R/Pg 4 0 R/K \(kids)>>"
  }

  private func read(_ content: String, _ elements: [String]) throws -> PDFText {
    try readText(PDFFixture(content: content, elements: elements).bytes)
  }

  /// The tree says what comes first, not the content.
  @Test func followsTheTree() throws {
    let content = PDFFixture.shown("second", in: 1) + PDFFixture.shown("first", in: 0)
    let text = try read(content, [element("P", "0"), element("P", "[1]")])
    #expect(text == PDFText(blocks: ["first", "second"], isTagged: true))
  }

  @Test func knowsATreeOfLinksAlone() throws {
    let content = PDFFixture.shown("words ") + PDFFixture.shown("link", in: 0)
    let text = try read(content, [element("Document", "[<</S/Link/Pg 4 0 R/K 0>>]")])
    #expect(text.blocks == ["link"] && !text.isTagged)
  }

  @Test func joinsWhatStandsInOneLine() throws {
    let content = PDFFixture.shown("a ", in: 0) + PDFFixture.shown("b", in: 1)
    let elements = [element("P", "[<</S/Span/Pg 4 0 R/K 0>> <</S/Link/Pg 4 0 R/K[1]>>]")]
    #expect(try read(content, elements).blocks == ["a b"])
  }

  @Test func findsWhatStandsInNoTag() throws {
    let content =
      PDFFixture.shown("tagged", in: 0) + PDFFixture.shown("lost") + "0 0 1 1 re f\n"
      + PDFFixture.shown("orphan", in: 7) + "/Artifact BMC \(PDFFixture.shown("hidden")) EMC "
      + "/Artifact <</Type/Pagination>> BDC \(PDFFixture.shown("page 2")) EMC "
      + "/Artifact BMC 0 0 1 1 re f EMC"
    let text = try read(content, [element("P", "0")])
    #expect(text.blocks == ["tagged"] && text.furniture == ["page 2"])
    #expect(text.unmarked.map(\.text) == ["lost", "", "hidden", "orphan"])
    #expect(text.unmarked.allSatisfy { $0.page == 1 })
  }

  @Test func takesTheTextThatGlyphsStandFor() throws {
    let content =
      "/P <</MCID 0>> BDC BT /F1 9 Tf (\u{7F}) Tj /Span <</ActualText<FEFF00E9>>> BDC (!!) Tj EMC "
      + "<80> Tj ET EMC"
    #expect(try read(content, [element("P", "0")]).blocks == ["~éfi"])
  }

  @Test func endsWhereATreeBitesItsTail() throws {
    let text = try read(
      PDFFixture.shown("a", in: 0), [element("P", "[0 11 0 R]"), element("P", "[10 0 R]")])
    #expect(text.blocks == ["a"])
  }

  @Test func saysUnknownSignsAreUnknown() {
    let decoder = FontDecoder(map: [], isComposite: true)
    #expect(decoder.text(of: [0, 1, 0, 2]) == "\u{FFFD}\u{FFFD}")
  }

  @Test func readsEachFormOfAMap() {
    let map = """
      1 begincodespacerange <0000> <ffff> endcodespacerange
      2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar
      2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0031> <00320033>] endbfrange
      """
    let decoder = FontDecoder(map: Array(map.utf8), isComposite: true)
    let codes: [UInt8] = [0, 1, 0, 2, 0, 0x10, 0, 0x12, 0, 0x20, 0, 0x21, 0, 3]
    #expect(decoder.text(of: codes) == "A😀ac123\u{FFFD}")
  }
}
