// SPDX-License-Identifier: MIT
import CVModel
import CVPango
import Foundation
import TestSupport
import Testing

@testable import CVDrawing
@testable import CVTypesetting

@Suite struct PDFDrawingTests {
  /// One run of a page: words, their element and their link.
  private typealias Run = (text: String, element: Int?, link: String?)

  private func document(
    _ runs: [Run], structure: StructureTree = StructureTree(), library: FontLibrary
  ) -> TypesetDocument {
    let shaper = PangoShaper(library)
    let font = FontRequest(
      family: "Libertinus Serif", size: .pt(10), weight: 400, isItalic: false)
    let items = runs.enumerated().map { index, run -> Placed in
      let length = run.text.utf8.count
      let shaped = shaper.shape(
        StyledText(
          text: run.text, runs: [.init(range: 0..<length, font: font)], language: "en"))
      let item = GlyphRun(
        font: shaped.clusters[0].font, glyphs: shaped.glyphs,
        clusters: shaped.clusters.map { .init(bytes: $0.text.count, glyphs: $0.glyphs.count) },
        text: run.text, isRightToLeft: false, colour: .black, element: run.element,
        link: run.link)
      return Placed(x: .pt(40), y: .pt(60 + Double(index) * 12), item: .text(item))
    }
    return TypesetDocument(
      pages: [Page(width: .pt(595), height: .pt(842), items: items)],
      outline: [OutlineItem(title: "Café (1)", page: 0, y: .pt(50))], structure: structure,
      title: "A (title) \\ 'q'", author: "Zoë Example", language: "en")
  }

  private func draw(
    _ runs: [Run], structure: StructureTree = StructureTree(), isTagged: Bool = true
  ) throws -> DrawnPDF {
    let library = try FontLibrary(files: [
      bundledFont("LibertinusSerif/LibertinusSerif-Regular.ttf")
    ])
    return try drawPDF(
      document(runs, structure: structure, library: library), fonts: library, creator: "cvgen",
      date: "2026-05-01T00:00:00Z", isTagged: isTagged)
  }

  private func text(_ drawn: DrawnPDF) -> String { String(decoding: drawn.bytes, as: UTF8.self) }

  /// A picture in each of the eight ways in which it may be stored (Exif 2.3, tag 274).
  @Test func turnsEachOrientationItsOwnWay() throws {
    let bytes = try testFile("Profiles/Photos/portrait.png")
    let library = try FontLibrary(files: [])
    let pages = try (1...8).map { orientation in
      let picture = PictureItem(
        picture: Picture(
          .png, storedWidth: 300, storedHeight: 400, orientation: orientation, bytes: bytes),
        width: .pt(90), height: .pt(90), element: 0, alternative: "")
      let page = Page(
        width: .pt(100), height: .pt(100),
        items: [Placed(x: .pt(5), y: .pt(95), item: .picture(picture))])
      return try drawPNG(page, fonts: library, dpi: 72)
    }
    #expect(Set(pages).count == 8)
  }

  @Test func writesAWholePDF() throws {
    let pdf = text(try draw([("Hello office", nil, nil)]))
    #expect(pdf.hasPrefix("%PDF-1.") && pdf.hasSuffix("%%EOF\n"))
    #expect(pdf.contains("/CreationDate (20260501000000Z)"))
  }

  @Test func givesTheSameBytesAgain() throws {
    let runs: [Run] = [("Hello office", nil, nil), ("link", nil, "https://e.org/")]
    #expect(try draw(runs) == draw(runs))
  }

  @Test func opensALinkAsWritten() throws {
    guard case .open(let address) = LinkAddress("https://e.org/a(b)'c") else {
      Issue.record("refused")
      return
    }
    var structure = StructureTree()
    let paragraph = structure.add(.paragraph)
    let pdf = text(try draw([("here", paragraph, address)], structure: structure))
    let found = pdf.matches(of: /\/URI \(([^)]*)\)/).map { String($0.1) }
    #expect(found == ["https://e.org/a%28b%29%27c"])
    #expect(found.first?.removingPercentEncoding == "https://e.org/a(b)'c")
    #expect(!pdf.contains("/JavaScript") && !pdf.contains("/Launch"))
  }

  @Test func closesEveryTag() throws {
    var structure = StructureTree()
    let section = structure.add(.section)
    let heading = structure.add(.heading(level: 2), in: section)
    let list = structure.add(.list, in: section)
    let item = structure.add(.listItem, in: list)
    let label = structure.add(.label, in: item)
    let body = structure.add(.listBody, in: item)
    let pdf = text(
      try draw(
        [
          ("Work", heading, nil), ("•", label, nil), ("text and a ", body, nil),
          ("link", body, "https://e.org/"), (" then more", body, nil), ("footer", nil, nil),
        ], structure: structure))
    for kind in ["Document", "Sect", "H2", "L", "LI", "Lbl", "LBody", "Link"] {
      let isThere = pdf.contains("/S /\(kind)\n")
      #expect(isThere, "no element \(kind)")
    }
  }

  @Test func opensNothingButLinksWithoutTags() throws {
    var structure = StructureTree()
    let heading = structure.add(.heading(level: 2))
    let paragraph = structure.add(.paragraph)
    let drawn = try draw(
      [
        ("Work", heading, nil), ("see ", paragraph, nil), ("here", paragraph, "https://e.org/"),
        ("page 1", nil, nil),
      ], structure: structure, isTagged: false)
    #expect(drawn.tags.map(\.name) == ["Document", "Link"])
    #expect(text(drawn).contains("/URI (https://e.org/)"))
    #expect(text(drawn).contains("/Marked false>>") && !text(drawn).contains("/Marked true"))
    #expect(!text(drawn).contains("/S /H2") && !text(drawn).contains("/S /P\n"))
  }

  /// The second line of a link is a tag of its own, but says the whole link.
  @Test func describesEachPartOfALinkByTheWholeLink() throws {
    var structure = StructureTree()
    let paragraph = structure.add(.paragraph)
    let link = "https://e.org/"
    let tags = try draw(
      [
        ("see ", paragraph, nil), ("a long ", paragraph, link), ("link", paragraph, link),
        (" and ", paragraph, nil), ("link", paragraph, link), ("page 2", nil, nil),
      ], structure: structure
    ).tags
    #expect(tags.map(\.name) == ["Document", "P", "Span", "Link", "Link", "Span", "Link"])
    #expect(tags.map(\.depth) == [0, 1, 2, 2, 2, 2, 2])
    #expect(tags.map(\.text) == ["", "", "", "a long link", "a long link", "", "link"])
  }

  @Test func countsTheGlyphsOutsideAllTags() throws {
    var structure = StructureTree()
    let paragraph = structure.add(.paragraph)
    let drawn = try draw([("text", paragraph, nil), ("page 2", nil, nil)], structure: structure)
    #expect(drawn.furnitureGlyphs == [6])
  }

  @Test(arguments: [(0.0, "0.00"), (12.345, "12.35"), (-0.5, "-0.50"), (841.89, "841.89")])
  func writesNumbersWithAPoint(value: Double, expected: String) {
    #expect(decimal(value) == expected)
  }
}
