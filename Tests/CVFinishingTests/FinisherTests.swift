// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVFinishing

@Suite struct FinisherTests {
  private static let link =
    "<</Type/StructElem/S/Link/P 10 0 R/Pg 4 0 R/K[<</Type/OBJR/Obj 20 0 R>> 1]>>"

  /// A page with a paragraph, a link in it, a list and a footer.
  private var fixture: PDFFixture {
    var fixture = PDFFixture(
      content: PDFFixture.shown("Hello", in: 0) + PDFFixture.shown("here", in: 1)
        + "0 0 9 1 re f\n" + PDFFixture.shown("*", in: 2) + PDFFixture.shown("page 2"))
    fixture.page = "/Annots[20 0 R]"
    fixture.elements = [
      "<</Type/StructElem/S/P/P 5 0 R/Pg 4 0 R/K[12 0 R 13 0 R]>>",
      "<</Type/StructElem/S/L/P 5 0 R/Pg 4 0 R/K 14 0 R>>",
      "<</Type/StructElem/S/Span/P 10 0 R/Pg 4 0 R/K 0>>", Self.link,
      "<</Type/StructElem/S/LI/P 11 0 R/Pg 4 0 R/K[2]>>",
    ]
    fixture.kids = 2
    fixture.objects = [
      "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://e.org)>>/StructParent 0>>"
    ]
    return fixture
  }

  private var facts: DocumentFacts {
    var tags = [
      StructureTag(name: "Document", depth: 0), StructureTag(name: "P", depth: 1),
      StructureTag(name: "Span", depth: 2, language: "de"), StructureTag(name: "Link", depth: 2),
      StructureTag(name: "L", depth: 1), StructureTag(name: "LI", depth: 2),
    ]
    tags[3].text = "hér "
    var facts = DocumentFacts(
      title: "A & B", author: "Zoë", language: "en", creator: "cvgen",
      date: "2026-05-01T00:00:00Z", tags: tags, furnitureGlyphs: [6])
    facts.colourProfile = [1, 2, 3]
    return facts
  }

  private var bytes: [UInt8] { fixture.bytes }

  private func finished(
    _ standard: PDFStandard = .a2u, _ change: (inout DocumentFacts) -> Void = { _ in }
  ) throws -> PDFFile {
    var facts = facts
    change(&facts)
    return try PDFFile(try finish(bytes, facts, standard: standard))
  }

  @Test func leavesAFileOfNoStandardAlone() throws {
    #expect(try finish(bytes, facts, standard: .none) == bytes)
    #expect(try finish([1, 2], facts, standard: .none) == [1, 2])
  }

  @Test func saysWhatTheDocumentIs() throws {
    let catalog = try finished().catalog
    #expect(catalog["/Lang"].text == "en")
    #expect(catalog["/ViewerPreferences"].has("/DisplayDocTitle"))
    let metadata = String(decoding: catalog["/Metadata"].data, as: UTF8.self)
    #expect(metadata.contains(">A &amp; B<") && metadata.contains("Zoë"))
    #expect(metadata.contains("<pdfuaid:part>1<") && metadata.contains("<pdfaid:part>2<"))
    #expect(catalog["/OutputIntents"].item(0)["/DestOutputProfile"].data == [1, 2, 3])
    #expect(!catalog.has("/AF"))
  }

  @Test func promisesOnlyAccessWhereOnlyThatIsAsked() throws {
    let catalog = try finished(.ua1) { $0.colourProfile = [] }.catalog
    let metadata = String(decoding: catalog["/Metadata"].data, as: UTF8.self)
    #expect(metadata.contains("<pdfuaid:part>1<") && !metadata.contains("<pdfaid:part>"))
    #expect(!catalog.has("/OutputIntents"))
  }

  @Test func describesLinksListsAndLanguages() throws {
    let file = try finished()
    let page = file.page(0)
    #expect(page["/Tabs"].name == "/S")
    let annotation = page["/Annots"].item(0)
    #expect(annotation["/Contents"].text == "hér" && annotation["/F"].integer == 4)
    let document = file.catalog["/StructTreeRoot"]["/K"].item(0)
    #expect(document["/K"].item(0)["/K"].item(0)["/Lang"].text == "de")
    #expect(document["/K"].item(1)["/A"]["/ListNumbering"].name == "/None")
  }

  @Test func marksAllPainting() throws {
    let text = try readText(try finish(bytes, facts, standard: .ua1))
    #expect(text.unmarked == [] && text.furniture == ["page 2"])
    #expect(text.blocks == ["Hellohere", "*"])
  }

  @Test func statesADateOnlyWhereOneIsGiven() throws {
    #expect(try finished().trailer["/Info"]["/CreationDate"].text == "D:20260501000000Z")
    #expect(try !finished { $0.date = nil }.trailer["/Info"].has("/CreationDate"))
  }

  @Test func carriesAFileWhereTheStandardAllowsIt() throws {
    let attach = { (facts: inout DocumentFacts) in
      facts.attachment = .init(
        name: "profile.json", mediaType: "application/json", description: "x", bytes: [123, 125])
    }
    let catalog = try finished(.a3a, attach).catalog
    #expect(catalog["/AF"].item(0)["/EF"]["/F"].data == [123, 125])
    #expect(catalog["/AF"].item(0)["/AFRelationship"].name == "/Source")
    #expect(catalog["/Names"]["/EmbeddedFiles"]["/Names"].item(0).text == "profile.json")
    #expect(try !finished(.a2u, attach).catalog.has("/AF"))
  }

  @Test func givesTheSameBytesAgain() throws {
    #expect(try finish(bytes, facts, standard: .a2u) == finish(bytes, facts, standard: .a2u))
  }

  // MARK: What is refused

  @Test func needsAColourProfileForArchives() {
    #expect(throws: FinishingError.noColourProfile) { try finished { $0.colourProfile = [] } }
  }

  @Test(arguments: [[], Array("%PDF-1.5\n".utf8), Array("words".utf8)])
  func refusesWhatIsNoPDF(bytes: [UInt8]) {
    #expect(throws: FinishingError.self) { try finish(bytes, facts, standard: .ua1) }
  }

  @Test func refusesTextOutsideAllTags() {
    #expect(throws: FinishingError.self) { try finished { $0.furnitureGlyphs = [0] } }
    #expect(throws: FinishingError.self) { try finished { $0.furnitureGlyphs = [6, 0] } }
  }

  @Test func refusesOtherTagsThanWereDrawn() {
    #expect(throws: FinishingError.self) { try finished { $0.tags.removeLast() } }
    #expect(throws: FinishingError.self) { try finished { $0.tags.remove(at: 3) } }
    #expect(throws: FinishingError.self) { try finished { $0.tags[2].name = "Quote" } }
    #expect(throws: FinishingError.self) {
      try finished { $0.tags.append(StructureTag(name: "P", depth: 1)) }
    }
  }

  @Test(arguments: [
    (nil, "None"), ("•", "Disc"), ("◦", "Circle"), ("–", "Square"), ("[12]", "Decimal"),
    ("3.", "Decimal"), ("Languages", "None"), ("", "None"),
  ])
  func tellsListsByTheirLabels(label: String?, numbering: String) {
    #expect(ListNumbering(label: label).rawValue == numbering)
  }

  @Test func leavesNoControlCharactersInMetadata() {
    var facts = facts
    facts.title = "a\u{1}\"<b>&\u{FFFE}c"
    let packet = XMPPacket(facts: facts, producer: "p", standard: .a3a)
    #expect(packet.text.contains(">a&quot;&lt;b&gt;&amp;c<"))
  }
}
