// SPDX-License-Identifier: MIT
import CCairo
package import CVModel
package import CVPango
package import CVTypesetting

/// Cairo could not write a document.
package struct DrawingError: Error, Hashable {
  /// Cairo's words for it.
  package var message: String
}

/// A PDF as Cairo writes it, and what Cairo was told to draw.
package struct DrawnPDF: Hashable {
  package var bytes: [UInt8]
  /// The tags in the order in which they were opened.
  package var tags: [StructureTag]
  /// How many glyphs of each page stand in no tag.
  package var furnitureGlyphs: [Int]
}

/// Draws pages as a PDF in memory.
///
/// Decides nothing: every glyph has its place, every run its tag. Cairo writes PDF 1.5 with
/// embedded subsets of the faces.
///
/// - Parameters:
///   - isTagged: Whether the structure of the document is written; without it the file is smaller
///     and made sooner, and has only its links, bookmarks and metadata.
///   - date: The date of creation, ISO 8601; the same input and date always give the same bytes.
/// - Throws: `DrawingError` when Cairo runs out of memory.
package func drawPDF(
  _ document: TypesetDocument, fonts: FontLibrary, creator: String, date: String,
  isTagged: Bool = true
) throws(DrawingError) -> DrawnPDF {
  let first = document.pages.first
  var drawn = try withOpenFaces { () throws(DrawingError) in
    let surface = PDFSurface(
      width: first?.width ?? Paper.a4.size.width, height: first?.height ?? Paper.a4.size.height)
    surface.setMetadata(document, creator: creator, date: date)
    let tags = surface.draw(document, fonts: fonts, isTagged: isTagged)
    return DrawnPDF(
      bytes: try surface.finish(), tags: tags,
      furnitureGlyphs: document.pages.map(\.furnitureGlyphs))
  }
  if !isTagged { disclaimTags(&drawn.bytes) }
  return drawn
}

/// Takes back that a file is tagged, as Cairo says where there is a link: readers that believe it
/// would skip all other words.
///
/// The catalog stands at the end, and the number of bytes stays.
private func disclaimTags(_ bytes: inout [UInt8]) {
  let claim = Array("/Marked true >>".utf8)
  let tail = bytes.indices.suffix(4_096).reversed()
  guard let start = tail.first(where: { bytes[$0...].starts(with: claim) }) else { return }
  bytes.replaceSubrange(start..<start + claim.count, with: "/Marked false>>".utf8)
}

/// A PDF that Cairo writes into memory.
private struct PDFSurface: ~Copyable {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let output = ByteStream()

  /// A fault here shows in `finish`: Cairo's objects keep their first error.
  init(width: Length, height: Length) {
    let created = lib.cairo_pdf_surface_create_for_stream(
      ByteStream.write, output.state, width.points, height.points)
    guard let created, let context = lib.cairo_create(created) else {
      preconditionFailure("Cairo gives error objects, never null")
    }
    surface = created
    self.context = context
  }

  deinit {
    lib.cairo_destroy(context)
    lib.cairo_surface_destroy(surface)
  }

  /// Ends the document and gives its bytes.
  consuming func finish() throws(DrawingError) -> [UInt8] {
    let drawn = lib.cairo_status(context)
    lib.cairo_surface_finish(surface)
    let status = lib.cairo_surface_status(surface)
    guard drawn == CAIRO_STATUS_SUCCESS else { throw DrawingError(drawn) }
    // Faults in tags only show after the end.
    guard status == CAIRO_STATUS_SUCCESS else { throw DrawingError(status) }
    return output.bytes
  }

  func setMetadata(_ document: TypesetDocument, creator: String, date: String) {
    lib.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title)
    if let author = document.author {
      lib.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    }
    lib.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, creator)
    lib.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    lib.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date)
  }

  /// Draws all pages, and gives the tags that it has opened.
  func draw(
    _ document: TypesetDocument, fonts: FontLibrary, isTagged: Bool
  ) -> [StructureTag] {
    for item in document.outline {
      let place = "page=\(item.page + 1) pos=[0 \(decimal(item.y.points))]"
      _ = lib.cairo_pdf_surface_add_outline(
        surface, CAIRO_PDF_OUTLINE_ROOT, item.title, place, cairo_pdf_outline_flags_t(0))
    }
    var tags = TagWriter(context: context, document: document, isTagged: isTagged)
    let canvas = Canvas(context: context, fonts: fonts, pictures: .document)
    for (number, page) in document.pages.enumerated() {
      // A change of size empties the page, its tags too: it comes before all else.
      lib.cairo_pdf_surface_set_size(surface, page.width.points, page.height.points)
      if number == 0 { tags.begin() }
      for placed in page.items { draw(placed, &tags, canvas) }
      tags.closeLeaf()
      // Tags are recorded with a page: what ends after the last one would never end.
      if number + 1 == document.pages.count { tags.end() }
      lib.cairo_show_page(context)
    }
    return tags.tags
  }

  private func draw(_ placed: Placed, _ tags: inout TagWriter, _ canvas: Canvas) {
    switch placed.item {
    case .text(let run):
      tags.open(run, y: placed.y)
      canvas.draw(run, x: placed.x.points, y: placed.y.points)
    case .picture(let picture):
      tags.open(picture)
      canvas.draw(picture, x: placed.x.points, y: placed.y.points)
    case .rule(let rule):
      tags.closeLeaf()
      canvas.draw(rule, x: placed.x.points, y: placed.y.points)
    case .shape(let sign):
      tags.closeLeaf()
      canvas.draw(sign, x: placed.x.points, y: placed.y.points, isShape: true)
    }
  }
}

extension Page {
  /// The glyphs that stand in no element of the structure tree.
  fileprivate var furnitureGlyphs: Int {
    items.reduce(0) { sum, placed in
      guard case .text(let run) = placed.item, run.element == nil else { return sum }
      return sum + run.glyphs.count
    }
  }
}

/// A number as Cairo's tag attributes want it: a decimal point, two places.
func decimal(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let fraction = abs(hundredths % 100)
  let sign = hundredths < 0 && hundredths > -100 ? "-" : ""
  return "\(sign)\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
