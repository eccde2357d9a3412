// SPDX-License-Identifier: MIT
import CCairo
import CPango
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
/// Decides nothing: every glyph has its place, every run its tag. Cairo writes tagged PDF 1.5 with
/// embedded subsets of the faces.
///
/// - Parameters:
///   - date: The date of creation, ISO 8601; the same input and date always give the same bytes.
/// - Throws: `DrawingError` when Cairo runs out of memory.
package func drawPDF(
  _ document: TypesetDocument, fonts: FontLibrary, creator: String, date: String
) throws(DrawingError) -> DrawnPDF {
  let first = document.pages.first
  let surface = PDFSurface(
    width: first?.width ?? Paper.a4.size.width, height: first?.height ?? Paper.a4.size.height)
  surface.setMetadata(document, creator: creator, date: date)
  let tags = surface.draw(document, fonts: fonts)
  return DrawnPDF(
    bytes: try surface.finish(), tags: tags,
    furnitureGlyphs: document.pages.map(\.furnitureGlyphs))
}

/// A PDF that Cairo writes into memory.
private struct PDFSurface: ~Copyable {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let output: Output

  /// Where Cairo's stream ends; it lives as long as the surface.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// A fault here shows in `finish`: Cairo's objects keep their first error.
  init(width: Length, height: Length) {
    output = Output()
    let state = Unmanaged.passUnretained(output).toOpaque()
    let created = cairo_pdf_surface_create_for_stream(
      { state, data, length in
        guard let state, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let output = Unmanaged<Output>.fromOpaque(state).takeUnretainedValue()
        output.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, state, width.points, height.points)
    guard let created, let context = cairo_create(created) else {
      preconditionFailure("Cairo gives error objects, never null")
    }
    surface = created
    self.context = context
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Ends the document and gives its bytes.
  consuming func finish() throws(DrawingError) -> [UInt8] {
    let drawn = cairo_status(context)
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard drawn == CAIRO_STATUS_SUCCESS else { throw Self.error(drawn) }
    // Faults in tags only show after the end.
    guard status == CAIRO_STATUS_SUCCESS else { throw Self.error(status) }
    return output.bytes
  }

  private static func error(_ status: cairo_status_t) -> DrawingError {
    DrawingError(message: String(cString: cairo_status_to_string(status)))
  }

  func setMetadata(_ document: TypesetDocument, creator: String, date: String) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title)
    if let author = document.author {
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, creator)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date)
  }

  /// Draws all pages, and gives the tags that it has opened.
  func draw(_ document: TypesetDocument, fonts: FontLibrary) -> [StructureTag] {
    for item in document.outline {
      let place = "page=\(item.page + 1) pos=[0 \(decimal(item.y.points))]"
      _ = cairo_pdf_surface_add_outline(
        surface, CAIRO_PDF_OUTLINE_ROOT, item.title, place, cairo_pdf_outline_flags_t(0))
    }
    var tags = TagWriter(context: context, document: document)
    for (number, page) in document.pages.enumerated() {
      // A change of size empties the page, its tags too: it comes before all else.
      cairo_pdf_surface_set_size(surface, page.width.points, page.height.points)
      if number == 0 { tags.begin() }
      for placed in page.items { draw(placed, &tags, fonts) }
      tags.closeLeaf()
      // Tags are recorded with a page: what ends after the last one would never end.
      if number + 1 == document.pages.count { tags.end() }
      cairo_show_page(context)
    }
    return tags.tags
  }

  private func draw(_ placed: Placed, _ tags: inout TagWriter, _ fonts: FontLibrary) {
    switch placed.item {
    case .text(let run):
      tags.open(run, y: placed.y)
      draw(run, x: placed.x.points, y: placed.y.points, fonts)
    case .rule(let rule):
      tags.closeLeaf()
      setColour(rule.colour)
      cairo_set_line_width(context, rule.width.points)
      cairo_move_to(context, placed.x.points, placed.y.points)
      cairo_rel_line_to(context, rule.length.points, 0)
      cairo_stroke(context)
    }
  }

  private func draw(_ run: GlyphRun, x: Double, y: Double, _ fonts: FontLibrary) {
    setColour(run.colour)
    fonts.withFont(run.font) { font in
      let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font))
      cairo_set_scaled_font(context, scaled)
    }
    var pen = x
    var glyphs: [cairo_glyph_t] = []
    glyphs.reserveCapacity(run.glyphs.count)
    for glyph in run.glyphs {
      glyphs.append(
        cairo_glyph_t(index: UInt(glyph.id), x: pen + glyph.xOffset, y: y + glyph.yOffset))
      pen += glyph.advance
    }
    let clusters = run.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    let flags = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0)
    cairo_show_text_glyphs(
      context, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), flags)
  }

  private func setColour(_ colour: Colour) {
    cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
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
